#!/usr/bin/env python3
"""`councilbrief changes` from outside: what it prints in each form, its exit statuses, and files that are not
what they should be. usage: changes_cli.py PROGRAM

What is told of two issues is the business of changes.py; here it is who is told of, where, and that nothing
is told wrongly of files that cannot be read.
"""

import copy
import json
import os
import pty
import shutil
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(__file__))
from jsonschema import Draft202012Validator
from lab import Lab

HOSTILE = "1. *Do* <b>it</b> | [now](http://x.example) `code` # ::: _a_ ==b== &amp; ~~c~~ {{ x }} \\\\ ![p](q)"

COUNCILS = {"ashshire": "Ashshire County Council", "birchshire": "Birchshire County Council",
            "cedarshire": "Cedarshire County Council"}


def spec(council, as_at, *parts):
    return f"""briefing:
  title: Children’s services
  as_at: {as_at}
council:
  name: {council}
sources:
  - {{id: S1, title: "First report (2024)", publisher: Ofsted, published: 2024-05-13, url: "https://www.gov.uk/a(b)", kind: ofsted_report}}
  - {{id: S2, title: Second report, publisher: Ofsted, published: 2026-10-12, url: "https://www.gov.uk/second", kind: ofsted_report}}
inspections:
  - {{id: I2024, framework: ILACS_2023, published: 2024-05-13, overall: good, source: S1,
     judgements: {{leaders: good, help_protection: good, in_care: good, care_leavers: good}}}}
""" + "".join(parts)


NEW_INSPECTION = """  - {id: I2026, framework: ILACS_2026, published: 2026-10-12, source: S2,
     judgements: {leaders: good, help_protection: good, in_care: outstanding, care_leavers: good}}
"""
ACTION = f"""actions:
  - {{id: A1, text: {json.dumps(HOSTILE, ensure_ascii=False)}, status: planned, source: S1}}
"""


def facts(lab, folder, specs):
    """The facts of specifications, by name, in a folder."""
    os.makedirs(lab.path("specs-" + folder))
    for name, text in specs.items():
        lab.write(f"specs-{folder}/{name}.yaml", text)
    lab.status(f"the facts of {folder}", 0, "build", "--to", "facts", "-o", folder, "specs-" + folder)


def two_issues(lab):
    ash, birch, cedar = COUNCILS.values()
    facts(lab, "old", {"ashshire": spec(ash, "2026-10-01"), "birchshire": spec(birch, "2026-10-01"),
                       "cedarshire": spec(cedar, "2026-10-01")})
    facts(lab, "new", {"ashshire": spec(ash, "2026-11-01", NEW_INSPECTION, ACTION),
                       "birchshire": spec(birch, "2026-11-01"),
                       "dogwoodshire": spec("Dogwoodshire County Council", "2026-11-01")})


# ---- what is printed ------------------------------------------------------------------------------

def forms(lab):
    out, err = lab.status("as text", 0, "changes", "old", "new")
    lab.equal("as text: no diagnostics", err, "")
    for words in ("What changed since 1 October 2026\n", "1 of 2 councils changed: Ashshire County Council; 1 did not.",
                  "First issue, with none before it: Dogwoodshire County Council.",
                  "No longer there: Cedarshire County Council.", "\nWhat happened\n- ",
                  "Second report, Ofsted"):
        lab.check(f"as text: {words}", words in out, out)
    lab.check("as text: who did not change is only counted", "Birchshire" not in out, out)
    lab.check("as text: as it was written", HOSTILE.replace("\\\\", "\\")[:60] in out, out)

    markdown, _ = lab.status("as Markdown", 0, "changes", "--to", "markdown", "old", "new")
    for words in ("# What changed since", "## Who changed\n\n| Council | What changed |\n| --- | --- |\n| Ashshire",
                  "## Ashshire County Council\n", "### What happened\n\n- ",
                  "[Second report](https://www.gov.uk/second), Ofsted", "\\*Do\\* \\<b\\>it\\</b\\> \\| \\[now\\]"):
        lab.check(f"as Markdown: {words}", words in markdown, markdown)
    lab.check("as Markdown: no link that would break off", "](https://www.gov.uk/a(b)" not in markdown, markdown)

    same, _ = lab.status("the same issue twice", 0, "changes", "--exit-code", "old", "old")
    lab.check("the same issue twice", "No change since 1 October 2026 in 3 councils.\n" in same, same)
    lab.equal("the same issue twice: nothing else", same.count("\n"), 4)
    one, _ = lab.status("two files", 0, "changes", "old/ashshire.facts.json", "new/ashshire.facts.json")
    lab.check("two files", one.startswith("Ashshire County Council: what changed since 1 October 2026\n="), one)
    none, _ = lab.status("two files, and no change", 0, "changes", "--exit-code", "old/birchshire.facts.json",
                         "new/birchshire.facts.json")
    lab.check("two files, and no change", "\nNo change since 1 October 2026.\n" in none, none)
    return out


def as_json(lab):
    schema, _ = lab.status("the schema", 0, "schema", "changes")
    schema = json.loads(schema)
    Draft202012Validator.check_schema(schema)
    for part in (schema, *schema["$defs"].values()):
        part["additionalProperties"] = False  # readers let new keys pass; nothing else is there today
    validator = Draft202012Validator(schema)
    for options in ([], ["--corrections"]):
        out, _ = lab.status("as JSON", 0, "changes", "--to", "json", *options, "old", "new")
        faults = [error.message for error in validator.iter_errors(json.loads(out))]
        lab.check(f"as JSON {options}: as its schema says", not faults, faults[:3])
    out, _ = lab.status("as JSON", 0, "changes", "--to", "json", "old", "new")
    councils = {council["name"]: council for council in json.loads(out)["councils"]}
    lab.equal("as JSON: all councils", sorted(councils), ["ashshire", "birchshire", "cedarshire", "dogwoodshire"])
    lab.equal("as JSON: their states", {name: council["state"] for name, council in councils.items()},
              {"ashshire": "compared", "birchshire": "compared", "cedarshire": "gone", "dogwoodshire": "first"})
    lab.equal("as JSON: which changed", sorted(name for name, council in councils.items() if council["changed"]),
              ["ashshire", "cedarshire", "dogwoodshire"])
    news = [change for change in councils["ashshire"]["changes"] if change.get("id") == "I2026" and "field" not in change]
    lab.equal("as JSON: the inspection", [(change["class"], change["kind"], change["date"], change["sources"][0]["id"])
                                          for change in news], [("happened", "inspections", "2026-10-12", "S2")])
    text = next(change["is_value"]["text"] for change in councils["ashshire"]["changes"] if change.get("id") == "A1")
    lab.equal("as JSON: all of a text that is cut short for reading", text, HOSTILE)
    wrong = copy.deepcopy(json.loads(out))
    wrong["councils"][0]["changes"][0]["class"] = "news"
    lab.check("the schema refuses another class", list(validator.iter_errors(wrong)))


def as_pdf(lab):
    lab.status("as PDF", 0, "changes", "--to", "pdf", "-o", "report.pdf", "old", "new")
    lab.status("as PDF again", 0, "changes", "--to", "pdf", "-o", "again.pdf", "old", "new")
    lab.check("as PDF: the same bytes", lab.read("report.pdf") == lab.read("again.pdf"))
    lab.status("as PDF for large print", 0, "changes", "--to", "pdf", "--large-print", "--greyscale", "-o", "large.pdf",
               "old", "new")
    lab.status("a notice as PDF", 0, "changes", "--to", "pdf", "--corrections", "-o", "notice.pdf", "old", "new")
    lab.status("one council as PDF", 0, "changes", "--to", "pdf", "-o", "one.pdf", "old/ashshire.facts.json",
               "new/ashshire.facts.json")
    lab.status("no change as PDF", 0, "changes", "--to", "pdf", "-o", "same.pdf", "old", "old")
    for name in ("report.pdf", "large.pdf", "notice.pdf", "one.pdf", "same.pdf"):
        done = subprocess.run([sys.executable, "-B", "tests/tools/pdfcheck.py", lab.path(name)], capture_output=True,
                              text=True)
        lab.check(f"{name}: tagged and archival", done.returncode == 0, done.stdout + done.stderr)
        sound = subprocess.run(["qpdf", "--check", lab.path(name)], capture_output=True)
        lab.equal(f"{name}: qpdf", sound.returncode, 0)
    text = subprocess.run(["pdftotext", "-layout", lab.path("report.pdf"), "-"], capture_output=True, text=True).stdout
    words = " ".join(text.split())
    first = " ".join(text.split("\f")[0].split())
    lab.check("as PDF: who changed, on page one", "1 of 2 councils changed: Ashshire County Council; 1 did not." in first,
              first)
    lab.check("as PDF: where each council stands", "What changed Where Ashshire County Council one inspection" in first and
              "page 1" in first, first)
    lab.check("as PDF: as it was written", "*Do* <b>it</b> | [now]" in words, words)
    info = subprocess.run(["pdfinfo", lab.path("report.pdf")], capture_output=True, text=True).stdout
    lab.check("as PDF: its title", "Title:           What changed since 1\u00a0October\u00a02026" in info or
              "Title:           What changed since 1 October 2026" in info, info)


def to_a_terminal(lab):
    """A PDF is not written to one; to a pipe it is."""
    piped = subprocess.run([lab.program, "changes", "--to", "pdf", "old", "new"], cwd=lab.folder, capture_output=True)
    lab.check("a PDF to a pipe", piped.returncode == 0 and piped.stdout.startswith(b"%PDF-"), piped.stderr)
    try:
        leader, terminal = pty.openpty()
    except OSError as error:  # a root without /dev/pts
        print(f"changes from outside: no terminal to write to here ({error})")
        return
    process = subprocess.Popen([lab.program, "changes", "--to", "pdf", "old", "new"], cwd=lab.folder, stdout=terminal,
                               stderr=subprocess.PIPE, text=True)
    _, err = process.communicate()
    os.close(terminal)
    os.close(leader)
    lab.check("a PDF to a terminal", process.returncode == 2 and "name a file with -o" in err, err)


def corrections(lab):
    ash = COUNCILS["ashshire"]
    wrong = spec(ash, "2026-11-01").replace("in_care: good", "in_care: outstanding")
    reason = """corrections:
  - {of: I2024, field: judgements.in_care, was: Good, why: The letter was misread, found: 2026-10-20, since: 2025-05-01,
     source: S1}
"""
    facts(lab, "wrong", {"ashshire": wrong + reason, "birchshire": spec(COUNCILS["birchshire"], "2026-11-01")})
    facts(lab, "unsaid", {"ashshire": wrong})
    out, _ = lab.status("a notice", 0, "changes", "--corrections", "old", "wrong")
    for words in ("Correction notice of 1 November 2026\n", "and was wrong: one correction in the papers of one council.", "Why: The letter was misread.",
                  "since that of 1 May 2025", "Found: 20 October 2026."):
        lab.check(f"a notice: {words}", words in out, out)
    lab.check("a notice: which key", "report of 13 May 2024: in care\n" in out, out)
    told, _ = lab.status("a correction is told with its reason", 0, "changes", "old", "wrong")
    lab.check("a correction is told with its reason", "What we had wrong\n" in told and
              ". The letter was misread (found on 20 October 2026).\n" in told, told)
    lab.check("a notice: others are not named", "Birchshire" not in out, out)
    out, _ = lab.status("no corrections", 0, "changes", "--corrections", "old", "new")
    lab.check("no corrections", "No correction since 1 October 2026.\n" in out, out)
    sides = ("old/ashshire.facts.json", "unsaid/ashshire.facts.json")
    out, err = lab.status("without a reason", 0, "changes", *sides)
    lab.check("without a reason: a warning that names the file", "unsaid/ashshire.facts.json: warning[W941]" in err, err)
    out, err = lab.status("without a reason, strict", 1, "changes", "--strict", *sides)
    lab.check("without a reason, strict: an error", "error[W941]" in err, err)
    lab.status("with a reason, strict", 0, "changes", "--strict", "old/ashshire.facts.json", "wrong/ashshire.facts.json")
    out, _ = lab.status("without a reason: the notice", 0, "changes", "--corrections", *sides)
    lab.check("without a reason: the notice says so", "Why: no reason is recorded." in out and
              "that of 1 October 2026, and perhaps earlier ones" in out, out)


# ---- statuses, and what is told of files ----------------------------------------------------------

def statuses(lab):
    lab.status("something changed", 4, "changes", "--exit-code", "old", "new")
    lab.status("something changed, strict", 4, "changes", "--strict", "--exit-code", "old", "new")
    lab.status("something changed, and nobody asks", 0, "changes", "old", "new")
    os.makedirs(lab.path("fewer"))
    os.link(lab.path("old", "ashshire.facts.json"), lab.path("fewer", "ashshire.facts.json"))
    lab.status("one is gone", 4, "changes", "--exit-code", "old", "fewer")
    lab.status("one is new", 4, "changes", "--exit-code", "fewer", "old")
    facts(lab, "later", {name: spec(council, "2026-11-01") for name, council in COUNCILS.items()})
    lab.status("time alone", 0, "changes", "--exit-code", "old", "later")
    _, err = lab.status("turned round", 0, "changes", "later", "old")
    lab.check("turned round: told", err.count("warning[W950]") == 3, err)
    lab.status("turned round, strict", 1, "changes", "--strict", "later", "old")
    for name, arguments in (("nothing", []), ("one", ["old"]), ("three", ["old", "old", "old"]),
                            ("another form", ["--to", "html", "old", "new"]), ("no file", ["-o", "", "old", "new"])):
        lab.status(f"wrong usage: {name}", 2, "changes", *arguments)
    for name, status, code, sides in (
            ("a file and a folder", 1, "E950", ("old/ashshire.facts.json", "new")),
            ("a folder and a file", 1, "E950", ("old", "new/ashshire.facts.json")),
            ("no such folder", 3, "E101", ("older", "new")), ("no such file", 3, "E101", ("old", "new/none.json")),
            ("no facts in it", 1, "E951", ("specs-old", "new")),
            ("another council", 1, "E940", ("old/ashshire.facts.json", "new/birchshire.facts.json"))):
        out, err = lab.status(name, status, "changes", "--exit-code", "-o", "nothing.txt", *sides)
        lab.check(f"{name}: {code}", f"error[{code}]" in err, err)
        lab.check(f"{name}: nothing is written", not os.path.exists(lab.path("nothing.txt")))
    _, err = lab.status("as JSON", 1, "changes", "--format", "json", "specs-old", "new")
    lab.equal("diagnostics as JSON", json.loads(err)["code"], "E951")
    _, err = lab.status("as SARIF", 1, "changes", "--format", "sarif", "specs-old", "new")
    lab.equal("diagnostics as SARIF", json.loads(err)["runs"][0]["results"][0]["ruleId"], "E951")


def computed_otherwise(lab):
    """What the issue before has otherwise was computed otherwise; what it has not, nobody had computed yet."""
    facts_of_old = json.loads(lab.read("old/ashshire.facts.json"))
    facts_of_old["derived"]["actions_total"]["value"] += 1
    lab.write("otherwise.facts.json", json.dumps(facts_of_old))
    out, _ = lab.status("computed otherwise", 0, "changes", "otherwise.facts.json", "old/ashshire.facts.json")
    lab.check("computed otherwise: told", "is computed otherwise" in out, out)
    for name in ("past_work", "actions_total"):
        del facts_of_old["derived"][name]
    lab.write("otherwise.facts.json", json.dumps(facts_of_old))
    out, _ = lab.status("not computed yet", 0, "changes", "otherwise.facts.json", "old/ashshire.facts.json")
    lab.check("not computed yet: nothing is told", "No change since" in out and "otherwise" not in out, out)


def renamed(lab):
    """A file that has got another name is the same council's; two of one council are nobody's guess."""
    os.makedirs(lab.path("renamed"))
    os.link(lab.path("new", "ashshire.facts.json"), lab.path("renamed", "ash.facts.json"))
    os.link(lab.path("new", "birchshire.facts.json"), lab.path("renamed", "birchshire.facts.json"))
    out, err = lab.status("another name", 0, "changes", "old", "renamed")
    lab.check("another name: told", "renamed/ash.facts.json: warning[W951]" in err and "1 of 2 councils" in out, err + out)
    lab.check("another name: nothing is new", "First issue" not in out, out)
    os.link(lab.path("new", "ashshire.facts.json"), lab.path("renamed", "ash-2.facts.json"))
    out, err = lab.status("two of one council", 0, "changes", "old", "renamed")
    lab.check("two of one council: no guess", "W951" not in err and "First issue" in out and "No longer" in out, err + out)
    lab.equal("two of one council: each is told", [line.split(":")[0] for line in err.splitlines() if "warning[W966]" in line],
              ["renamed/ash.facts.json", "renamed/ash-2.facts.json", "old/ashshire.facts.json"])
    lab.status("two of one council, strict", 1, "changes", "--strict", "old", "renamed")


def drafts(lab):
    """A name that another begins with: each keeps its counterpart, whatever stands behind it, and one more is told."""
    for folder in ("one", "two"):
        os.makedirs(lab.path(folder))
        os.link(lab.path("old" if folder == "one" else "new", "ashshire.facts.json"), lab.path(folder, "h.facts.json"))
    for tail in ("-draft", " 2", "!", "+", ".1", "0", "_old"):
        more = f"two/h{tail}.facts.json"
        os.link(lab.path("two/h.facts.json"), lab.path(more))
        for state, sides in (("first", ("one", "two")), ("gone", ("two", "one"))):
            out, err = lab.status(f"h{tail} {state}", 0, "changes", "--to", "json", *sides)
            lab.equal(f"h{tail} {state}: h has its counterpart", {council["name"]: council["state"] for council in
                      json.loads(out)["councils"]}, {"h": "compared", f"h{tail}": state})
            lab.check(f"h{tail} {state}: told", err.count("[W966]") == 1 and f"{more}: warning[W966]" in err, err)
        os.link(lab.path("one/h.facts.json"), lab.path(f"one/h{tail}.facts.json"))
        _, err = lab.status(f"h{tail} in both", 0, "changes", "one", "two")
        lab.equal(f"h{tail} in both: nothing to warn of", err, "")
        os.unlink(lab.path(more))
        os.unlink(lab.path(f"one/h{tail}.facts.json"))


def refused_files(lab):
    """Each is told, and the others are compared all the same."""
    os.makedirs(lab.path("hurt"))
    for name in os.listdir(lab.path("old")):
        if name.endswith(".facts.json"):
            os.link(lab.path("old", name), lab.path("hurt", name))
    sound = lab.read("new", "birchshire.facts.json", mode="r")
    cases = {
        "empty": ("", "E330"), "latin1": (None, "E104"), "list": ("[]", "E330"), "cut": (sound[:4000], "E330"),
        "other": ('{"name": "x"}', "E953"), "future": (sound.replace('"format": 1', '"format": 2', 1), "E954"),
        "hidden": (sound.replace("Birchshire", "Birch\\u0007shire"), ""), "yaml": ("a: b\n", "E330"),
        "deep": ('{"format": 1, "records": ' + "[" * 5000, "E330"), "twice": ('{"a": 1, "a": 2}', "E330"),
        "huge": (None, "E103"), "folder": (None, "E102"), "pipe": (None, "E102"), "link": (None, "E932"),
    }
    for name, (text, code) in cases.items():
        path = lab.path("hurt", f"{name}.facts.json")
        if name == "folder":
            os.makedirs(path)
        elif name == "pipe":
            os.mkfifo(path)
        elif name == "link":
            os.symlink("/etc/passwd", path)
        elif name == "huge":
            with open(path, "wb") as file:
                file.truncate(65 << 20)
        elif name == "latin1":
            with open(path, "wb") as file:
                file.write(sound.encode().replace(b"Birchshire", b"Birch\xe9shire"))
        else:
            lab.write(f"hurt/{name}.facts.json", text)
        status = 3 if code in ("E102", "E932") else 1
        got, out, err = lab.run("changes", "--exit-code", "old", f"hurt/")
        single, _, _ = lab.run("changes", "--exit-code", "old/birchshire.facts.json", path)
        if code:
            lab.check(f"{name}: {code}", f"hurt/{name}.facts.json" in err and f"error[{code}]" in err, err)
            lab.check(f"{name}: status", single in (status, 1, 3) and single, f"{single}")
            lab.check(f"{name}: the others are compared", "No change since 1 October 2026 in 3 councils" in out, out)
            lab.check(f"{name}: it is named", f"Not compared, for what is wrong with their facts: {name}" in out, out)
        lab.check(f"{name}: no character that a terminal obeys", "\a" not in out + err)
        if name != "folder":
            os.unlink(path)
        else:
            os.rmdir(path)


def paths_in(value, path=()):
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from paths_in(item, path + (key,))


def with_value(root, path, value):
    """The same with one value replaced, or without it."""
    changed = copy.deepcopy(root)
    if not path:
        return value
    at = changed
    for key in path[:-1]:
        at = at[key]
    if value is Ellipsis:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return changed


def mutated_files(lab):
    """Each value of another kind, each key gone, and the file cut at every hundredth byte: never a crash, and each
    is compared or told of."""
    calderdale, norfolk = (facts_of_input(lab, name) for name in ("calderdale", "norfolk"))
    for number, value in enumerate((7, "x", [], {}, None, [{}], "2018-01-19", Ellipsis)):
        mutants = [mutant for text, step in ((calderdale, 3), (norfolk, 41))
                   for mutant in mutants_of(json.loads(text), value, step, number)]
        compare_mutants(lab, f"mutated-{number}", calderdale, {f"m{i:05}": mutant for i, mutant in enumerate(mutants)})
    cut = {f"c{at:06}": calderdale[:at] for at in range(0, len(calderdale) - 1, 100)}
    _, err = compare_mutants(lab, "cut", calderdale, cut)
    lab.equal("cut files: each is refused", err.count(": error["), len(cut))


def facts_of_input(lab, name):
    subprocess.run([lab.program, "build", "--to", "facts", "-o", lab.path("rich"), f"inputs/{name}.yaml"], check=True,
                   capture_output=True)
    return lab.read("rich", f"{name}.facts.json", mode="r")


def mutants_of(root, value, step, first):
    for i, path in enumerate(paths_in(root)):
        if path and (i + first) % step == 0:
            yield json.dumps(with_value(root, path, value), ensure_ascii=False)


def compare_mutants(lab, folder, text, mutants):
    for side in ("whole", "hurt"):
        os.makedirs(lab.path(f"{folder}-{side}"))
    for name, mutant in mutants.items():
        lab.write(f"{folder}-whole/{name}.facts.json", text)
        lab.write(f"{folder}-hurt/{name}.facts.json", mutant)
    for sides in ((f"{folder}-whole", f"{folder}-hurt"), (f"{folder}-hurt", f"{folder}-whole")):
        status, out, err = lab.run("changes", "--to", "json", *sides)
        lab.check(f"{folder}: {len(mutants)} files, no crash", status in (0, 1), f"status {status}\n{err[-2000:]}")
        if status not in (0, 1) or not out:
            continue
        told = {council["name"]: council["state"] for council in json.loads(out)["councils"]}
        silent = [name for name in mutants if told.get(name) == "refused" and f"{name}.facts.json" not in err]
        lab.check(f"{folder}: what is refused is told", not silent, silent[:5])
    return out, err


# ---- writing --------------------------------------------------------------------------------------

def writing(lab):
    lab.write("kept.txt", "as it was")
    lab.status("a new file", 0, "changes", "-o", "written.txt", "old", "new")
    out, _ = lab.status("the same to standard output", 0, "changes", "old", "new")
    lab.equal("a file and standard output are the same", lab.read("written.txt", mode="r"), out)
    lab.status("a file in no folder", 3, "changes", "-o", "nowhere/x.txt", "old", "new")
    lab.status("over a folder", 3, "changes", "-o", "old", "old", "new")
    lab.status("refused", 1, "changes", "-o", "kept.txt", "specs-old", "new")
    lab.equal("refused: the file is as it was", lab.read("kept.txt", mode="r"), "as it was")
    lab.equal("nothing is left over", lab.leftovers("."), [])
    os.makedirs(lab.path("linked"))
    os.symlink("../new/ashshire.facts.json", lab.path("linked/link.txt"))
    shutil.copy(lab.path("old/ashshire.facts.json"), lab.path("plain.txt"))
    kept = {name: lab.read(name) for name in ("old/ashshire.facts.json", "new/ashshire.facts.json", "plain.txt",
                                              "specs-old/ashshire.yaml")}
    for name, place in (("over the later", "./new/ashshire.facts.json"), ("over the earlier", "plain.txt"),
                        ("over a link to the later", "linked/link.txt"), ("over facts", "old/birchshire.facts.json"),
                        ("over a specification", "specs-old/ashshire.yaml")):
        for form in ("text", "pdf"):
            _, err = lab.status(name, 1, "changes", "--to", form, "-o", place, "plain.txt", "new/ashshire.facts.json")
            lab.check(f"{name}: why", f"{place}: error[E968]" in err, err)
    lab.equal("what is read is as it was", {name: lab.read(name) for name in kept}, kept)
    lab.status("a new name of that ending", 0, "changes", "--to", "json", "-o", "report.facts.json", "old", "new")
    with open("/dev/full", "w") as full:
        process = subprocess.run([lab.program, "changes", "old", "new"], cwd=lab.folder, stdout=full,
                                 stderr=subprocess.PIPE, text=True)
    lab.check("a full disk", process.returncode == 3 and "cannot be written" in process.stderr, process.stderr)


def many(lab):
    """As many as England has, from issues a quarter of a year apart: a second, and room for a slow machine."""
    for folder, day in (("england-1", "2026-10-01"), ("england-2", "2026-11-01")):
        facts(lab, folder, {f"c{i:03}": spec(f"Council {i}", day, NEW_INSPECTION if day > "2026-10-20" and i % 50 == 0 else "")
                            for i in range(153)})
    started = time.monotonic()
    out, _ = lab.status("153 councils", 4, "changes", "--exit-code", "england-1", "england-2")
    took = time.monotonic() - started
    lab.check("153 councils: who changed", "4 of 153 councils changed: Council 0, Council 100, Council 150 and Council 50; "
              "149 did not." in out, out[:300])
    print(f"changes: 153 councils in {took:.2f} s")


def main():
    lab = Lab(sys.argv[1])
    two_issues(lab)
    for test in (forms, as_json, as_pdf, to_a_terminal, corrections, statuses, computed_otherwise, renamed, drafts, refused_files, mutated_files, writing,
                 many):
        test(lab)
    return lab.close("changes from outside")


sys.exit(main())
