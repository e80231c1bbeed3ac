#!/usr/bin/env python3
"""Compares the table of inspections as it stood on two days, through all 153 councils, and counts again
from the table alone what must come out: the reports published between the days as what happened, each
with its council, its id and its day, and besides them nothing but comparisons and time alone.

    changes_england.py PROGRAM [PAIRS [SEED]]

The first day's tables are the project's without the rows published after it, with the tables that
follow from them made anew. The first pair is 1 June to 31 August 2026; PAIRS more are drawn by SEED. At
last it spoils what came out in each way that it must notice, and fails where it does not.
"""
import collections
import csv
import datetime
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIRST = ("2026-06-01", "2026-08-31")
QUIET = {"comparison", "time_alone"}
COLUMNS = {"leaders": "leaders", "help and protection": "help_protection", "children in care": "in_care",
           "care leavers": "care_leavers"}
RANKS = ["outstanding", "good", "requires_improvement", "inadequate"]


# ---- what the table says ----

def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published(row):
    return row.get("published_report") or row.get("published_listed") or row["published"]


def official_names():
    """As the specifications have them, by code."""
    found = {}
    for path in (ROOT / "inputs/england").glob("*.yaml"):
        text = path.read_text("utf-8")
        code = re.search(r"^  ons_code: *(\S+)", text, re.M)[1]
        found[code] = re.search(r"^  name: *(.+)$", text, re.M)[1].strip("\"'")
    return found


def moved(before, now, column):
    """", up from good" where one and the same judgement was given another grade."""
    a, b = (row.get(column, "") for row in (before, now))
    if a not in RANKS or b not in RANKS or a == b:
        return ""
    return f", {'up' if RANKS.index(b) < RANKS.index(a) else 'down'} from {a.replace('_', ' ')}"


def news(rows, row):
    """What a line must say of a report: each grade, and of the latest how it moved since the one
    before, where both are of one kind of inspection."""
    own = sorted((one for one in rows if one["ons_code"] == row["ons_code"]
                  and one["framework"] != "LSCB_REVIEW"), key=published)
    before = own[-2] if len(own) > 1 and row is own[-1] and own[-2]["framework"] == "ILACS" else {}
    if row["overall"]:
        return f"{row['overall'].replace('_', ' ')} overall" + moved(before, row, "overall")
    return "; ".join(f"{label}: {row[column].replace('_', ' ')}" + moved(before, row, column)
                     for label, column in COLUMNS.items() if row[column])


def expected_reports(first, second):
    names = official_names()
    rows = [row for row in read_table(ROOT / "inputs/data/ofsted_inspections.csv")
            if published(row) <= second]
    return sorted((names[row["ons_code"]], f"I{row['published_listed']}", published(row),
                   news(rows, row)) for row in rows if first < published(row))


def graded(rows, column):
    """How many councils have each grade in their latest full inspection."""
    latest = {row["ons_code"]: row for row in sorted(rows, key=published)
              if row["framework"] in ("SIF", "ILACS")}
    grades = [row[column] for row in latest.values() if row[column] in RANKS]
    return [grades.count(grade) for grade in RANKS]


def figures_words(own, other):
    """How many are good or better; where that is the same, the grades that are more or fewer."""
    if (sum(own), sum(own[:2])) != (sum(other), sum(other[:2])):
        return f"{sum(own[:2])} of {sum(own)}"
    return ", ".join(f"{a} {grade.replace('_', ' ')}" for grade, a, b in zip(RANKS, own, other, strict=True)
                     if a != b)


def expected_figures(first, second):
    """The lines in which England moved."""
    rows = read_table(ROOT / "inputs/data/ofsted_inspections.csv")
    found = set()
    for label, column in (COLUMNS | {"overall effectiveness": "overall"}).items():
        was, now = (graded([row for row in rows if published(row) <= day], column)
                    for day in (first, second))
        if was != now:
            share = " councils are good or better" * figures_words(now, was)[-1].isdigit()
            found.add(f"{label[0].upper()}{label[1:]}: {figures_words(now, was)}{share}, "
                      f"was {figures_words(was, now)}")
    return found


# ---- the tables as they stood ----

def cut(path, day):
    """Without the rows published after the day, and with its side file saying that it is of that day."""
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if published(row) <= day]
        columns = reader.fieldnames
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    note = path.with_name(path.name + ".yaml")
    text = note.read_text("utf-8")
    if re.search(r"^as_at: (\S+)", text, re.M)[1] > day:
        note.write_text(re.sub(r"^as_at: .*", f"as_at: {day}", text, flags=re.M), "utf-8")


def tables_of(day, folder):
    """The project's inputs as they could have stood on a day."""
    shutil.copytree(ROOT / "inputs", folder / "inputs")
    (folder / "templates").symlink_to(ROOT / "templates")
    for name in ("ofsted_inspections.csv", "ofsted_areas.csv"):
        cut(folder / "inputs/data" / name, day)
    subprocess.run([sys.executable, "-B", folder / "inputs/england/update.py", "--as-at", day],
                   stdout=subprocess.DEVNULL, check=True)
    return folder


def facts(program, folder, day):
    result = subprocess.run([program, "build", "--to", "facts", "--as-at", day, "-o", "out",
                             "inputs/england"], cwd=folder, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, encoding="utf-8", check=False)
    if result.returncode:
        sys.exit(f"changes_england: facts of {day}: exit status {result.returncode}\n"
                 + result.stderr[-2000:])
    return folder / "out"


def compare(program, old, new):
    result = subprocess.run([program, "changes", "--to", "json", old, new], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, encoding="utf-8", check=False)
    if result.returncode or result.stderr:
        sys.exit(f"changes_england: changes: exit status {result.returncode}\n"
                 + result.stderr[-2000:])
    return [change for council in json.loads(result.stdout)["councils"]
            for change in council["changes"]]


# ---- what came out, against the table ----

def faults(changes, expected, figures):
    """What is said that is not in the table, and the other way round."""
    told = collections.Counter((change["council"], change.get("id"), change.get("date"),
                                change["text"].split(": ", 1)[1])
                               for change in changes if change["class"] == "happened"
                               and change["kind"] == "inspections" and not change.get("field"))
    wanted = collections.Counter(expected)
    loud = [change for change in changes if change["class"] not in QUIET
            and not (change["class"] == "minor" and not change.get("field")
                     and change["kind"] == "sources")
            and not (change["class"] == "minor" and change["kind"] == "derived")
            and not (change["class"] == "happened" and change["kind"] == "inspections"
                     and not change.get("field"))]
    england = {change["text"].replace("\xa0", " ") for change in changes
               if change.get("field", "").startswith("england.judgements.")}
    return ([f"England: {line}" for line in england ^ figures]
            + [f"missing: {report}" for report in wanted - told]
            + [f"not in the table: {report}" for report in told - wanted]
            + [f"more than a report: {change}" for change in loud])


def spoiled(changes):
    """The same, wrong in each way that must be noticed."""
    at = next(i for i, change in enumerate(changes) if change["class"] == "happened")
    quiet = next(i for i, change in enumerate(changes) if change["class"] == "comparison")
    other = next(change["council"] for change in changes
                 if change["council"] != changes[at]["council"])

    def with_one(i, **new):
        return [change | new if j == i else change for j, change in enumerate(changes)]
    yield "a report is left out", changes[:at] + changes[at + 1:]
    yield "a report is told twice", changes + [changes[at]]
    yield "a report is of another council", with_one(at, council=other)
    yield "a report has another id", with_one(at, id="I2026-01-01")
    yield "a report has another day", with_one(at, date="2026-07-01")
    yield "a report has another grade", with_one(at, text=changes[at]["text"] + ", up from good")
    for name in ("recorded", "corrected", "moved", "withdrawn", "more_exact", "method", "minor"):
        yield f"a report is {name}", with_one(at, **{"class": name})
        yield f"a comparison is {name}", with_one(quiet, **{"class": name})
    yield "a comparison happened", with_one(quiet, **{"class": "happened"})
    yield "England is told wrong", [change | {"text": change["text"].replace(" of 153", " of 152")}
                                    for change in changes]
    yield "nothing is told", []


def earliest():
    """The day since which each council has a full inspection: neighbours are told with theirs."""
    first = {}
    for row in read_table(ROOT / "inputs/data/ofsted_inspections.csv"):
        if row["framework"] in ("SIF", "ILACS"):
            first[row["ons_code"]] = min(published(row), first.get(row["ons_code"], "9"))
    return datetime.date.fromisoformat(max(first.values()))


def pairs(count, seed):
    yield FIRST
    dice, last, start = random.Random(seed), datetime.date.fromisoformat(FIRST[1]), earliest()
    for _ in range(count):
        days = sorted(dice.sample(range((last - start).days), 2))
        yield tuple(str(start + datetime.timedelta(days=day)) for day in days)


def one_pair(program, first, second, scratch):
    folders = [pathlib.Path(scratch, day) for day in (first, second)]
    built = []
    for day, folder in zip((first, second), folders, strict=True):
        folder.mkdir(exist_ok=True)
        built.append(facts(program, tables_of(day, folder), day))
    changes, expected = compare(program, *built), expected_reports(first, second)
    figures = expected_figures(first, second)
    counted = collections.Counter(change["class"] for change in changes)
    print(f"  {first} to {second}: {len(expected)} reports; told: "
          + ", ".join(f"{name} {count}" for name, count in sorted(counted.items())))
    return (changes, expected, figures), faults(changes, expected, figures)


def main(program, count="0", seed="2026"):
    program, wrong, first = str(pathlib.Path(program).resolve()), [], None
    print(f"changes_england: 153 councils, as the table stood on two days (seed {seed})")
    for one, two in pairs(int(count), int(seed)):
        with tempfile.TemporaryDirectory() as scratch:
            told, found = one_pair(program, one, two, scratch)
        first = first or told
        wrong += found
    unseen = [name for name, changes in spoiled(first[0]) if not faults(changes, *first[1:])]
    wrong += [f"not noticed: {name}" for name in unseen]
    print(*wrong[:40], sep="\n")
    sys.exit(f"changes_england: {len(wrong)} faults" if wrong else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
