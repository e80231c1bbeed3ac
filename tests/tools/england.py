#!/usr/bin/env python3
"""Has the program check the specifications of inputs/england, counts again what the rules rest on,
and compares what came out of the table with the table. Fails when a row is refused, when a figure
differs, when a rule does not notice that it is broken, or when a changed row changes what is said of
any council but its own.

    england.py PROGRAM
"""
import collections
import csv
import datetime
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

INPUTS = pathlib.Path(__file__).resolve().parent.parent.parent / "inputs"
TABLE = "data/ofsted_inspections.csv"
GRADES = ["outstanding", "good", "requires_improvement", "inadequate"]
JUDGEMENTS = ["leaders", "leadership", "help_protection", "cla_permanence", "in_care",
              "in_care_and_care_leavers", "adoption", "care_leavers", "capacity", "outcomes",
              "quality"]
KEYS = {"SIF": ["help_protection", "cla_permanence", "leadership"]}
DIAGNOSTIC = re.compile(r"^(.+?):\d+:\d+: (error|warning)\[([EW]\d+)\]", re.M)
SPECIFICATION = """\
briefing:
  title: One row of the table
  as_at: 2026-08-31
council:
  name: {name}
  ons_code: {code}
tables:
  - file: {table}
    mapping: ofsted-inspections
"""


def read_rows():
    with open(INPUTS / TABLE, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


# ---- what the program says ----

def run(program, arguments):
    result = subprocess.run([program, "build", "--dump", "spec", "--all", *arguments],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                            check=False)
    crashed = "Sanitizer" in result.stderr or "runtime error:" in result.stderr
    if result.returncode not in (0, 1) or crashed:
        sys.exit(f"england: exit status {result.returncode}\n{result.stderr[-2000:]}")
    return result


def diagnostics(result):
    """Codes by file."""
    found = collections.defaultdict(list)
    for path, _, code in DIAGNOSTIC.findall(result.stderr):
        found[path].append(code)
    return found


def dumps(result):
    """What is bound and computed, one text a council."""
    return re.split(r"^briefing:$", result.stdout, flags=re.M)[1:]


def bound_grades(texts):
    """The grades of each inspection of the table: (ons code, published, {judgement: grade})."""
    found = []
    for text in texts:
        code = re.search(r"ons_code: (\S+)", text)[1]
        listed = re.search(r"^inspections:\n(.*?)(?=^\w|\Z)", text, re.M | re.S)[1]
        for part in re.split(r"^  - inspection \d+$", listed, flags=re.M)[1:]:
            if not re.search(r"^    id: I\d", part, re.M):
                continue # of a council before it, and not from the table
            judged = dict(re.findall(r"(\w+)=(\w+) \(", part))
            overall = re.search(r"^    overall: (\w+)", part, re.M)
            board = re.search(r"^        grade: (\w+)", part, re.M)
            judged |= {"overall": overall[1]} if overall else {}
            judged |= {"lscb": board[1]} if board else {}
            found.append((code, re.search(r"^    published: (\S+)", part, re.M)[1], judged))
    return found


# ---- what the table says ----

def table_grades(rows):
    keys = [*JUDGEMENTS, "overall", "lscb"]
    return [(row["ons_code"], row["published_report"] or row["published_listed"],
             {key: row[key] for key in keys if row[key]}) for row in rows]


def broken_overall(row):
    """A grade that the rule on the overall judgement must refuse, and its code; None: there is none."""
    keys = KEYS.get(row["framework"])
    if keys:
        bad = row["overall"] == "inadequate"
        return ("requires_improvement" if bad else "inadequate"), "E224"
    ranks = [GRADES.index(row[key]) for key in JUDGEMENTS if row[key] in GRADES]
    outside = [grade for rank, grade in enumerate(GRADES)
               if not min(ranks) <= rank <= max(ranks)]
    return (outside[0], "E225") if outside else None


def write_broken(rows, folder):
    """A table of one row and its specification for each overall judgement that can be broken: the
    path of the table to the code."""
    expected = {}
    for number, row in enumerate(rows):
        if row["overall"] and row["framework"] in ("SIF", "ILACS") and (broken := broken_overall(row)):
            table = folder / f"{number:03}.csv"
            write_rows(table, [row | {"overall": broken[0]}])
            table.with_suffix(".yaml").write_text(SPECIFICATION.format(
                name=f'"{row["ons_name"]}"', code=row["ons_code"], table=table.name), "utf-8")
            expected[str(table)] = broken[1]
    return expected


def own_facts(dump):
    """Without the comparison, in which every council counts: england_figures.py counts it again."""
    own, _, _ = dump.partition("\n  england:\n")
    return own


def changed_councils(program, rows, before, folder):
    """The councils whose facts change when a grade of Trafford's newest inspection does."""
    shutil.copytree(INPUTS, folder)
    newest = max((row for row in rows if row["ons_name"] == "Trafford"),
                 key=lambda row: row["published_listed"])
    write_rows(folder / TABLE,
               [row | {"in_care": "outstanding"} if row is newest else row for row in rows])
    result = subprocess.run([program, "build", "--dump", "spec", "inputs/england"],
                            cwd=folder.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            encoding="utf-8", check=False)
    pairs = zip(map(own_facts, before), map(own_facts, dumps(result)), strict=True)
    return [re.search(r"short_name: (.+)", a)[1] for a, b in pairs if a != b]


def made_again(folder):
    """What making specifications does where one is missing, one was written in and one is about no
    council of the table: names of files that are new, changed or pointed out."""
    shutil.copytree(INPUTS, folder)
    (folder.parent / "templates").mkdir()
    shutil.copy(INPUTS.parent / "templates/councils.csv", folder.parent / "templates")
    england = folder / "england"
    missing = ["buckinghamshire.yaml", "somerset.yaml", "surrey.yaml", "york.yaml"]
    for name in missing:
        (england / name).unlink()
    with open(england / "kent.yaml", "a", encoding="utf-8") as file:
        file.write("# Written by an officer\n")
    (england / "devon.yaml").rename(england / "renamed.yaml")
    (england / "old.yaml").write_text("council:\n  name: Old\n  ons_code: E10000006\n", "utf-8")
    before = {path.name: path.read_bytes() for path in england.glob("*.yaml")}
    said = subprocess.run([sys.executable, "-B", england / "update.py", "--as-at", "2026-08-31"],
                          stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    after = {path.name: path.read_bytes() for path in england.glob("*.yaml")}
    same = all(after[name] == (INPUTS / "england" / name).read_bytes() for name in missing)
    return {"new": sorted(set(after) - set(before)), "as shipped": same,
            "changed": [name for name in before if after[name] != before[name]],
            "pointed out": re.findall(r"^(\S+): the table has no council", said, re.M)}


# ---- what the README says of the table ----

def counted_in_readme():
    """Rows by framework, and what is said of the whole."""
    text = (INPUTS / "data/README.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| (\w+),.* \| (\d+) \|$", text, re.M))
    rows["re-inspections"] = re.search(r"; (\d+) of them re-inspections", text)[1]
    whole = re.search(r"\| (\d+) full inspections .* of (\d+) councils \|", text)
    newest = re.search(r"newest report in\s+it is of (\d+ \w+ \d+)", text)[1]
    return {name: int(value) for name, value in rows.items()} | {
        "full": int(whole[1]), "councils": int(whole[2]), "newest": newest}


def counted_in_table(rows):
    newest = datetime.date.fromisoformat(max(row["published_listed"] for row in rows))
    return dict(collections.Counter(row["framework"] for row in rows)) | {
        "re-inspections": sum(row["reinspection"] == "Y" for row in rows),
        "full": sum(row["framework"] != "LSCB_REVIEW" for row in rows),
        "councils": len({row["ons_code"] for row in rows}),
        "newest": f"{newest.day} {newest:%B %Y}"}


def corrections(rows):
    """What the README says was corrected, and is not so in the table."""
    text = (INPUTS / "data/README.md").read_text("utf-8")
    text = text.split("\n## Corrections to ofsted_inspections.csv\n")[1].split("\n## ")[0]
    by_name = {f"{row['ons_name']} {row['published_listed']}": row for row in rows}
    listed, wrong = text.count("\n| ") - 2, []
    for name, columns, value in re.findall(
            r"^\| ([^|]+ \d{4}-\d\d-\d\d) \| ([^|]+) \| empty \| ([^|]+) \|", text, re.M):
        listed -= 1
        found = [by_name[name][column] for column in re.findall(r"`(\w+)`", columns)]
        if ", ".join(found) != value.replace(" ", "_").replace(",_", ", "):
            wrong.append(f"{name}: {found}")
    return wrong + ["a line that is not understood"] * listed


def gaps(rows):
    """Columns of full inspections that are empty and should not be, and rows without their dates."""
    return [f"{row['ons_name']} {row['published_listed']}" for row in rows
            if not (row["fieldwork_start"] and row["fieldwork_end"])
            or row["fieldwork_start"] > row["fieldwork_end"]
            or row["fieldwork_end"] >= row["published_listed"]]


# ---- what Ofsted wants improved ----

def lost_areas(texts):
    """Items of the table that are not in the briefing of their council, or in another order; and the
    councils of the table that have no row there."""
    own = collections.defaultdict(list)
    for row in read_table("ofsted_areas.csv"):
        own[row["ons_code"]] += [row["text"]] * bool(row["text"])
    lost = []
    for text in texts:
        code = re.search(r"ons_code: (\S+)", text)[1]
        listed = re.search(r"^inspections:\n(.*?)(?=^\w|\Z)", text, re.M | re.S)[1]
        found = re.findall(r"^      - area for improvement \d+\n        text: (.*)$", listed, re.M)
        if found != own[code]:
            lost.append((code, len(found), len(own[code])))
    named = {row["ons_code"] for row in read_table("ofsted_areas.csv")}
    return lost + [code for code in {row["ons_code"] for row in read_rows()} if code not in named]


# ---- the tables that follow from it ----

def read_table(name):
    with open(INPUTS / "data" / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def full(rows, code):
    return sorted((row for row in rows if row["la_code"] == code and row["framework"] != "LSCB_REVIEW"
                   and row["framework"] != "LAC_2013"), key=lambda row: row["published_listed"])


def wrong_waits(rows):
    """Grades of which the shipped median or its base is not that of the table."""
    found = collections.defaultdict(list)
    for code in {row["la_code"] for row in rows}:
        own = full(rows, code)
        for before, after in zip(own, own[1:]):
            a, b = (datetime.date.fromisoformat(row["fieldwork_start"]) for row in (before, after))
            if before["framework"] == "ILACS" and b >= datetime.date(2023, 7, 1):
                found[before["overall"]].append((b - a).days)
    shipped = {row["after"]: (int(row["months"]), int(row["inspections"]))
               for row in read_table("ofsted_waits.csv")}
    counted = {grade: (int(statistics.median(days) / 30.4375 + 0.5), len(days))
               for grade, days in found.items()}
    return [grade for grade in counted.keys() | shipped.keys()
            if counted.get(grade) != shipped.get(grade)]


def wrong_neighbours(rows):
    """Councils whose neighbours are not those of the list, in its order, with their latest grades."""
    shipped = collections.defaultdict(list)
    for row in read_table("statistical_neighbours.csv"):
        shipped[row["la_code"]].append((row["neighbour"], row["published"], row["overall"]))
    listed = {row["la_code"]: row["neighbours"].split()
              for row in read_table("../../templates/councils.csv")
              if not row["abolished"] or row["abolished"] > "2026-09"}
    wrong = []
    for code in {row["la_code"] for row in rows}:
        latest = [full(rows, other)[-1] for other in listed[code]]
        expected = [(row["ons_name"], row["published_report"] or row["published_listed"],
                     row["overall"]) for row in latest]
        if shipped[code] != expected or len(expected) != 10:
            wrong.append(code)
    return wrong


class Figures:
    def __init__(self):
        self.failed = False

    def expect(self, what, found, expected):
        self.failed = self.failed or found != expected
        print(f"  {what}: {found}" + ("" if found == expected else f", not {expected}"))


def main(program):
    rows, figures = read_rows(), Figures()
    result = run(program, [str(INPUTS / "england")])
    codes = collections.Counter(code for found in diagnostics(result).values() for code in found)
    with tempfile.TemporaryDirectory() as scratch:
        broken, copy = pathlib.Path(scratch, "broken"), pathlib.Path(scratch, "project")
        broken.mkdir()
        copy.mkdir()
        expected = write_broken(rows, broken)
        noticed = diagnostics(run(program, [str(broken)]))
        missed = [path for path, code in expected.items() if code not in noticed[path]]
        (copy / "templates").symlink_to(INPUTS.parent / "templates")
        changed = changed_councils(str(pathlib.Path(program).resolve()), rows, dumps(result),
                                   copy / "inputs")
        again = made_again(pathlib.Path(scratch, "again"))
    judged = collections.Counter(row["framework"] for row in rows if row["overall"])
    print(f"england: {len(rows)} rows of {len({row['ons_code'] for row in rows})} councils")
    figures.expect("counts in inputs/data/README.md", counted_in_readme(), counted_in_table(rows))
    figures.expect("corrections of the README that are not in the table", corrections(rows), [])
    figures.expect("rows without the days of their fieldwork", gaps(rows), [])
    figures.expect("what Ofsted wants improved, lost", lost_areas(dumps(result)), [])
    figures.expect("typical waits that the table does not give", wrong_waits(rows), [])
    figures.expect("councils with other neighbours or grades than listed", wrong_neighbours(rows), [])
    figures.expect("specifications", len(dumps(result)), 153)
    figures.expect("errors", sum(codes[code] for code in codes if code[0] == "E"), 0)
    same = sorted(map(str, bound_grades(dumps(result)))) == sorted(map(str, table_grades(rows)))
    figures.expect("every grade and date of the table is in the briefings, and no other", same, True)
    figures.expect("SIF, overall inadequate if and only if a key judgement is",
                   f"{judged['SIF'] - codes['E224']} of {judged['SIF']}", "167 of 167")
    figures.expect("ILACS, overall within the range of its judgements",
                   f"{judged['ILACS'] - codes['E225']} of {judged['ILACS']}", "310 of 310")
    figures.expect("inadequate leaders under a better overall judgement, warned of (W221)",
                   codes["W221"], 4)
    figures.expect("other warnings", sum(codes.values()) - codes["W221"], 0)
    figures.expect(f"overall judgements made wrong, of {len(expected)}, that were not noticed",
                   len(missed), 0)
    figures.expect("specifications made again", again,
                   {"new": ["buckinghamshire.yaml", "somerset.yaml", "surrey.yaml", "york.yaml"],
                    "as shipped": True, "changed": [],
                    "pointed out": ["old.yaml"]})
    figures.expect("councils that one changed row changes", changed, ["Trafford"])
    if figures.failed:
        print("england: by code:", dict(codes))
    return figures.failed


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
