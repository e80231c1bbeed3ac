#!/usr/bin/env python3
"""Tells Norfolk as five issues and holds what the program says changed against what their sources say.

    changes_norfolk.py PROGRAM [write]

The specifications are those of tests/changes/norfolk. EXPECTED was written by reading them and their
sources: each change with its class, its list, its id (of a record without one, words of it), and, of a
field, its name, what it was and what it is. What is not expected must not be told. Differences in
wording are only counted: MINOR has those that must be among them. docs/changes.md tells one of the steps
as its example; with "write" that is written anew, and nothing else is done.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile
import textwrap

ISSUES = pathlib.Path(__file__).resolve().parent.parent / "changes/norfolk"
PAGE = ISSUES.parent.parent.parent / "docs/changes.md"
EXAMPLE = ("2015", "2016")
YEARS = ["2013", "2015", "2016", "2018", "2026"]

EXPECTED = {
    ("2013", "2015"): [
        ("happened", "inspections", "SIF-2015"),
        ("happened", "interventions", "DIRECTION-2013"),
        # "Before the article of early 2014" may have been before the first issue.
        ("recorded", "leadership", "onsultants"),
        ("recorded", "quotes", "It wasn’t a surprise"),
        ("recorded", "reviews", "peer review"),
        ("recorded", "inspections", "CP-2013", "fieldwork", None, "January 2013"),
        ("recorded", "inspections", "LAC-2013", "judgements.capacity", None, "inadequate"),
        ("recorded", "inspections", "LAC-2013", "judgements.outcomes", None, "inadequate"),
        ("recorded", "inspections", "LAC-2013", "judgements.quality", None, "inadequate"),
        ("recorded", "inspections", "LAC-2013", "judgements.leadership", None, "inadequate"),
        ("more_exact", "inspections", "LAC-2013", "fieldwork", "July 2013", "8 to 12 July 2013"),
        ("more_exact", "inspections", "LAC-2013", "source"),
        ("more_exact", "leadership", "DIRECTOR-STOOD-DOWN", "date", "16 August 2013", "June 2013"),
        ("more_exact", "leadership", "DIRECTOR-STOOD-DOWN", "source"),
        ("more_exact", "leadership", "Sheila Lock", "date", "16 August 2013", "July 2013"),
        ("more_exact", "leadership", "Sheila Lock", "source"),
        ("moved", "actions", "A1", "status", "planned", "in progress"),
        ("more_exact", "actions", "A1", "source"),
        ("moved", "deadlines", "six months", "ended", None, "superseded"),
        ("more_exact", "deadlines", "six months", "source"),
        ("withdrawn", "interventions", "MINDED-2013"),
    ],
    ("2015", "2016"): [
        ("happened", "interventions", "DIRECTION-2016"),
        ("happened", "interventions", "DIRECTION-2013", "ended", None, "January 2016"),
        ("happened", "events", "The commissioner meets"),
        ("happened", "quotes", "leadership and I have agreed"),
        ("happened", "risks", "could be stripped"),
        # It is due under the direction of January.
        ("happened", "deadlines", "Commissioner’s report"),
        ("recorded", "actions", "COMMISSIONER-1"),
        ("recorded", "claims", "second time in three years"),
        ("recorded", "conflicts", "How often the services"),
        ("recorded", "interventions", "DIRECTION-2013", "legal_basis", None, "497A"),
        ("corrected", "inspections", "SIF-2015", "published", "20 October 2015", "19 October 2015"),
        ("corrected", "interventions", "DIRECTION-2013", "issued", "January 2014", "December 2013"),
        ("more_exact", "inspections", "SIF-2015", "source"),
        ("more_exact", "interventions", "DIRECTION-2013", "source"),
    ],
    ("2016", "2018"): [
        ("happened", "inspections", "SIF-2017"),
        ("happened", "interventions", "DIRECTION-2016", "ended", None, "January 2018"),
        ("happened", "leadership", "DIRECTOR-LEFT-2016"),
        ("happened", "leadership", "DIRECTOR-2017"),
        ("happened", "funding", "£12 million"),
        # They came with the report of 19 January 2018.
        ("happened", "recommendations", "REC-1"),
        ("happened", "recommendations", "REC-2"),
        ("happened", "recommendations", "REC-3"),
        ("happened", "recommendations", "REC-4"),
        ("happened", "recommendations", "REC-5"),
        ("happened", "quotes", "When I started as chairman"),
        ("happened", "quotes", "not complacent"),
        ("moved", "actions", "COMMISSIONER-1", "status", "in progress", "superseded"),
        ("moved", "actions", "WORKFORCE-1", "owner", "Interim director", "Executive director"),
        ("moved", "risks", "could be stripped", "mitigation", None, "out of intervention"),
        ("corrected", "interventions", "DIRECTION-2016", "issued", "8 January 2016", "January 2016"),
        ("recorded", "inspections", "LAC-2013", "findings", None, "making a discernible"),
        ("recorded", "interventions", "LETTER-2013", "findings", None, "prompt action"),
        ("recorded", "interventions", "LETTER-2013", "findings", None, "widespread and systemic"),
        ("recorded", "interventions", "LETTER-2013", "findings", None, "minded to issue"),
        ("recorded", "interventions", "DIRECTION-2016", "findings", None, "Failure to put"),
        ("recorded", "interventions", "DIRECTION-2016", "findings", None, "did not, however"),
        ("recorded", "quotes", "very concerned about the inadequate"),
        ("recorded", "quotes", "make sure their plans"),
        ("recorded", "quotes", "have voiced their concerns"),
        ("recorded", "quotes", "Change is happening now"),
        ("recorded", "quotes", "completely persuaded"),
        ("recorded", "quotes", "turning round failing"),
        # How it stood on a day, not what took place on it.
        ("recorded", "leadership", "Penny Carpenter"),
        ("recorded", "provision", "hildren’s homes"),
        ("recorded", "events", "principal focus"),
        ("recorded", "events", "recruiting new social workers"),
        ("recorded", "claims", "in spring and summer last year"),
        ("recorded", "claims", "first time in five years"),
        ("recorded", "conflicts", "inadequate in 2013"),
        ("recorded", "conflicts", "requires improvement in 2015"),
        ("recorded", "conflicts", "2015 report was published"),
        ("recorded", "conflicts", "in intervention"),
        ("recorded", "conflicts", "Who ended the intervention"),
        ("recorded", "conflicts", "Strategic or strategy"),
        ("recorded", "conflicts", "Which three reports"),
        ("recorded", "conflicts", "Care leavers in 2015"),
        ("more_exact", "actions", "COMMISSIONER-1", "source"),
        ("more_exact", "claims", "three separate Ofsted reports", "source"),
        ("more_exact", "leadership", "Sheila Lock", "source"),
        ("more_exact", "risks", "could be stripped", "source"),
        ("more_exact", "council", "Norfolk County Council", "source"),
        ("comparison", "comparators", "Essex County Council"),
        # The table of all councils begins later than the issue of 2016.
        ("comparison", "derived", "All councils", "england.councils"),
        # Nobody recorded whether the report of March 2016 was made.
        ("time_alone", "deadlines", "Commissioner’s report", "due"),
    ],
    ("2018", "2026"): [
        ("happened", "inspections", "I2023-01-13"),
        ("happened", "inspections", "I2026-05-18"),
        ("happened", "funding", "£15 million"),
        ("happened", "events", "written statement of action"),
        ("happened", "events", "focused visit"),
        ("moved", "recommendations", "REC-1", "status", None, "superseded"),
        ("moved", "recommendations", "REC-2", "status", None, "superseded"),
        ("moved", "recommendations", "REC-3", "status", None, "superseded"),
        ("moved", "recommendations", "REC-4", "status", None, "superseded"),
        ("moved", "recommendations", "REC-5", "status", None, "superseded"),
        ("more_exact", "inspections", "CP-2013", "published", "February 2013", "22 February 2013"),
        ("more_exact", "inspections", "CP-2013", "source"),
        ("more_exact", "leadership", "DIRECTOR-2017", "date", "5 November 2017", "31 October 2017"),
        ("more_exact", "leadership", "DIRECTOR-2017", "source"),
        ("corrected", "funding", "MONEY-2017", "date", "22 January 2018", "9 November 2017"),
        ("more_exact", "funding", "MONEY-2017", "source"),
        ("withdrawn", "actions", "WORKFORCE-1"),
        ("withdrawn", "risks", "could be stripped"),
        # What both frameworks judge, as the table stands on the two days.
        ("comparison", "derived", "Overall effectiveness", "england.judgements.overall"),
        ("comparison", "derived", "Help and protection", "england.judgements.help_protection"),
        ("comparison", "derived", "Care leavers", "england.judgements.care_leavers"),
        ("comparison", "derived", "Half of all councils", "england.wait"),
    ],
}

# What only words are meant by, and never anything else.
MINOR = {
    ("2013", "2015"): [("deadlines", "note"), ("glossary", None), ("sources", None)],
    ("2015", "2016"): [("sources", "published"), ("interventions", "how_known")],
    ("2016", "2018"): [("claims", "note"), ("narrative", None), ("glossary", None)],
    ("2018", "2026"): [("sources", None), ("recommendations", "updated")],
}

# What a chair must read, and what would mislead one.
SAYS = {
    ("2013", "2015"): (
        ["report of 20 October 2015: inadequate overall",
         "status in progress, was planned",
         "It is the minister’s letter that was recorded already"],
        # Services for looked after children alone are not the whole service.
        ["from inadequate", "MINDED"]),
    ("2015", "2016"): (
        ["Statutory direction of December 2013: ended January 2016 (inferred)",
         "published 19 October 2015, was 20 October 2015",
         "the report itself is dated 19 October"],
        ["up from", "down from", "Take on more social workers"]),
    ("2016", "2018"): (
        ["Re-inspection, report of 19 January 2018: requires improvement overall, up from inadequate",
         "Statutory direction of January 2016: ended January 2018 (inferred)",
         "status superseded, was in progress",
         "issued January 2016 (inferred), was 8 January 2016"],
        # She was in post on that day, and had been before.
        ["three changes in leadership", "OFSTED-SERIES"]),
    ("2018", "2026"): (
        ["report of 18 May 2026: outstanding overall, up from good",
         "report of 13 January 2023: good overall",
         "published 22 February 2013, was February 2013",
         "dated by 9 November 2017, was 22 January 2018"],
        # The inspections that the table took over are the same ones.
        ["three inspections", "report of 19 January 2018", "LSCB"]),
}


# ---- what the program says ----

def run(*arguments, cwd=None):
    result = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            encoding="utf-8", check=False, cwd=cwd)
    if result.returncode:
        sys.exit(f"changes_norfolk: {' '.join(map(str, arguments))}: exit status "
                 f"{result.returncode}\n{result.stderr}")
    return result


def build(program, folder, years):
    root = PAGE.parent.parent
    for year in years:
        run(program, "check", f"tests/changes/norfolk/{year}.yaml", cwd=root)
        run(program, "build", "--to", "facts", "-o", folder, f"tests/changes/norfolk/{year}.yaml",
            cwd=root)


def read_out(program, folder, old, new):
    """What is told of a step, without the list of sources."""
    result = run(program, "changes", f"{folder}/{old}.facts.json", f"{folder}/{new}.facts.json")
    return result.stdout.replace("\xa0", " ").split("\nSources\n")[0].rstrip()


def on_one_line(text):
    return " ".join(text.split())


def example_in_page():
    """The page before the example, the example, and what is behind it."""
    before, behind = PAGE.read_text("utf-8").split("## An example", 1)
    head, rest = behind.split("```text\n", 1)
    example, end = rest.split("```", 1)
    return f"{before}## An example{head}```text\n", example, f"```{end}"


def broken(line):
    whole = not line or set(line) <= set("=-")
    return [line] if whole else textwrap.wrap(
        line, 112, subsequent_indent="  " * line.startswith("- "), break_long_words=False,
        break_on_hyphens=False)


def write_example(program):
    with tempfile.TemporaryDirectory() as folder:
        build(program, folder, EXAMPLE)
        told = read_out(program, folder, *EXAMPLE).split("\n")
    before, _, behind = example_in_page()
    text = "\n".join(line for whole in told for line in broken(whole))
    PAGE.write_text(f"{before}{text}\n{behind}", "utf-8")


def misread(text, says, never):
    return ([f"not said: {words}" for words in says if words not in text]
            + [f"said: {words}" for words in never if words in text])


def compare(program, folder, old, new):
    result = run(program, "changes", "--to", "json", f"{folder}/{old}.facts.json",
                 f"{folder}/{new}.facts.json")
    return json.loads(result.stdout.replace("\xa0", " "))["councils"][0]["changes"], result.stderr


# ---- what is expected ----

def is_of(change, kind, name):
    return change["kind"] == kind and (
        name == change["id"] if "id" in change else name in change.get("what", "") + change["text"])


def is_told(change, expected):
    name, kind, key, field, was, now = expected + (None,) * (6 - len(expected))
    is_new = now is not None and was is None
    return (change["class"] == name and is_of(change, kind, key) and change.get("field") == field
            and (was or "") in change.get("was", "") and (now or "") in change.get("is", "")
            and not (is_new and "was" in change))


def shown(change):
    return {key: value for key, value in change.items() if not key.endswith("_value")}


def faults(changes, expected):
    left = [change for change in changes if change["class"] != "minor"]
    for one in expected:
        found = next((change for change in left if is_told(change, one)), None)
        if found is None:
            yield f"not told: {one}"
        else:
            left.remove(found)
    yield from (f"not expected: {shown(change)}" for change in left)


def not_minor(changes, expected):
    told = {(change["kind"], change.get("field")) for change in changes if change["class"] == "minor"}
    return [f"not minor: {one}" for one in expected if one not in told]


def counted(changes):
    """What is new, gone, moved, and known otherwise."""
    found = collections.Counter(change["class"] for change in changes)
    return (found["happened"] + found["recorded"], found["withdrawn"], found["moved"],
            found["more_exact"] + found["corrected"])


def not_mirrored(changes, back):
    new, gone, moved, otherwise = counted(changes)
    return [] if counted(back) == (gone, new, moved, otherwise) else ["turned round, it is otherwise"]


def spoiled(changes):
    """Each change left out, and each in another class: faults() must see every one."""
    for i, change in enumerate(changes):
        if change["class"] != "minor":
            yield changes[:i] + changes[i + 1:]
            other = "recorded" if change["class"] != "recorded" else "happened"
            yield changes[:i] + [change | {"class": other}] + changes[i + 1:]


def main(program, write=None):
    program, wrong = str(pathlib.Path(program).resolve()), []
    if write:
        write_example(program)
        return
    with tempfile.TemporaryDirectory() as folder:
        build(program, folder, YEARS)
        for (old, new), expected in EXPECTED.items():
            changes, said = compare(program, folder, old, new)
            found = list(faults(changes, expected)) + not_minor(changes, MINOR[(old, new)])
            found += misread(on_one_line(read_out(program, folder, old, new)), *SAYS[(old, new)])
            found += not_mirrored(changes, compare(program, folder, new, old)[0])
            found += [f"warned: {said}"] * bool(said)
            found += ["a spoiled list passed"] * (not found and not all(
                list(faults(spoilt, expected)) for spoilt in spoiled(changes)))
            print(f"changes_norfolk: {old} to {new}: {len(expected)} expected, {len(found)} faults")
            wrong += found
            if list(compare(program, folder, new, new)[0]):
                wrong.append(f"{new} differs from itself")
        if on_one_line(read_out(program, folder, *EXAMPLE)) != on_one_line(example_in_page()[1]):
            wrong.append("docs/changes.md has another example than what is told: make golden")
    print(*wrong, sep="\n" if wrong else "")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
