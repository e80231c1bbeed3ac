#!/usr/bin/env python3
"""Builds the briefings of inputs/england and compares what they print with the table they come from:
every inspection with its day of publication, its fieldwork and its overall judgement; every grade of
the tables of judgements; the headline; and what is said to have risen or fallen.

    england_papers.py PROGRAM

Nothing is taken from the program but the text of its documents, as a screen reader meets it: grades
are looked up and compared here again. At the end each kind of cell is changed in the table, and the
papers, which are as they were, must be found to differ.
"""
import collections
import csv
import datetime
import pathlib
import re
import subprocess
import sys

INPUTS = pathlib.Path(__file__).resolve().parent.parent.parent / "inputs"
LABELS = {"outstanding": 1, "good": 2, "requires improvement": 3, "adequate": 3, "inadequate": 4}
ROWS = {"Overall": ["overall"], "Impact of leaders": ["leaders", "leadership"],
        "Leadership": ["leadership"], "Help and protection": ["help_protection"],
        "Children in care": ["in_care"], "Care leavers": ["care_leavers"],
        "Children in care and care leavers": ["in_care_and_care_leavers"], "Adoption": ["adoption"],
        "Children looked after and permanence": ["cla_permanence"],
        "Safeguarding children board": ["lscb"]}
SHORT = {"SIF": "SIF", "ILACS": "ILACS", "LAC_2013": "looked after children 2013"}
NODE = re.compile(r"^( *)(\"(.*)\"|(\w+) page (\d+).*)$")


# ---- documents ----

def documents(program):
    """Each as a list of (depth, tag, text); a text has the tag ''."""
    result = subprocess.run([program, "build", "--dump", "structure", str(INPUTS / "england")],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
                            check=False)
    for part in re.split(r"^Document page 1$", result.stdout, flags=re.M)[1:]:
        found = [NODE.match(line) for line in part.splitlines()]
        yield [(len(m[1]), m[4] or "", m[3] or "") for m in found if m]


def under(nodes, i):
    """Where the node at i ends."""
    end = i + 1
    while end < len(nodes) and nodes[end][0] > nodes[i][0]:
        end += 1
    return end


def text_of(nodes):
    joined = "".join(text for _, tag, text in nodes if not tag)
    return re.sub(r"\s+", " ", re.sub(r"\[[\d,]+\]", "", joined.replace("\u00ad", ""))
                  .replace("\u00a0", " ").replace("\u202f", " ")).strip()


def tables(nodes):
    """(caption, rows of cells), tables that go on over a page being one."""
    for i, (_, tag, _) in enumerate(nodes):
        if tag != "Table":
            continue
        part, caption, rows, j = nodes[i + 1:under(nodes, i)], "", [], 0
        while j < len(part):
            end = under(part, j)
            if part[j][1] == "Caption":
                caption = text_of(part[j:end])
            elif part[j][1] == "TR":
                cells, k, row = [], j + 1, part
                while k < end:
                    stop = under(row, k)
                    cells.append(text_of(row[k:stop]))
                    k = stop
                rows.append(cells)
            else:
                end = j + 1
            j = end
        yield caption, rows


# ---- the table ----

def day(text):
    date = datetime.date.fromisoformat(text)
    return f"{date.day} {date:%B %Y}"


def span(start, end):
    a, b = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    if a == b:
        return day(end)
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day} to {day(end)}"
    return f"{a.day} {a:%B} to {day(end)}" if a.year == b.year else f"{day(start)} to {day(end)}"


def published(row):
    return row["published_report"] or row["published_listed"]


def read_councils():
    councils = {}
    with open(INPUTS / "data/ofsted_inspections.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            councils.setdefault(row["ons_code"], []).append(row)
    for rows in councils.values():
        rows.sort(key=published)
    names = {}
    for path in sorted((INPUTS / "england").glob("*.yaml")):
        text = path.read_text("utf-8")
        title = re.search(r"^  title: (.+)$", text, re.M)[1].strip('"')
        names[title] = councils[re.search(r"ons_code: (\S+)", text)[1]]
    return names


def grade(row, keys):
    return next((row[key].replace("_", " ") for key in keys if row[key]), "")


# ---- comparing ----

def check_events(rows, found):
    for row in rows:
        when = day(published(row))
        said = " ".join(cells[1] for cells in found if cells[0] == when)
        if not said:
            yield f"no event on {when}"
            continue
        if row["overall"] and f"overall {grade(row, ['overall'])}" not in said:
            yield f"{when}: overall {grade(row, ['overall'])}, not in: {said}"
        if not row["overall"] and ": overall " in said:
            yield f"{when}: an overall judgement that there is not: {said}"
        if f"fieldwork {span(row['fieldwork_start'], row['fieldwork_end'])}" not in said:
            yield f"{when}: fieldwork {span(row['fieldwork_start'], row['fieldwork_end'])}: {said}"


def column_rows(header, rows):
    """The row of the table that each column is about; None: it is the name or the change."""
    for cell in header:
        month = re.search(r"([A-Z][a-z]+ \d{4})$", cell)
        yield next((row for row in rows if month and row["framework"] != "LSCB_REVIEW"
                    and cell.startswith(SHORT[row["framework"]])
                    and f"{datetime.date.fromisoformat(published(row)):%B %Y}" == month[1]), None)


def check_grades(rows, table, count):
    header = list(column_rows(table[0], rows))
    for cells in table[1:]:
        keys = ROWS.get(cells[0])
        if not keys:
            yield f"a row that is not known: {cells[0]}"
            continue
        for row, cell in zip(header[1:], cells[1:]):
            if row is None:
                continue
            word = cell.split(" (")[0].lower()
            if word.startswith("joint: "):
                word, keys = word[len("joint: "):], ROWS["Children in care and care leavers"]
            else:
                keys = ROWS[cells[0]]
            if word in LABELS and grade(row, keys):
                count["grades"] += 1
                if word != grade(row, keys):
                    yield f"{cells[0]}, {published(row)}: {cell}, not {grade(row, keys)}"
            elif grade(row, keys) in LABELS:
                yield f"{cells[0]}, {published(row)}: {cell} for {grade(row, keys)}"


def check_headline(rows, table):
    full = [row for row in rows if row["framework"] in ("SIF", "ILACS")]
    latest = full[-1]
    said = " ".join(table[1][:1] + (table[2][:1] if len(table) > 2 else []))
    word = grade(latest, ["overall"]) or "no overall grade"
    if not table[1][0].lower().startswith(word):
        yield f"headline {table[1][0]}, not {word}"
    if day(published(latest)) not in said:
        yield f"headline without {day(published(latest))}: {said}"


PAIRS = [("overall effectiveness", ["overall"]), ("impact of leaders", ["leaders", "leadership"]),
         ("help and protection", ["help_protection"]), ("children in care", ["in_care"]),
         ("care leavers", ["care_leavers"])]


def expected_changes(rows):
    full = [row for row in rows if row["framework"] in ("SIF", "ILACS")]
    if len(full) < 2:
        return {}
    now, before, found = full[-1], full[-2], {}
    for label, keys in PAIRS:
        a, b = LABELS.get(grade(before, keys)), LABELS.get(grade(now, keys))
        if before["framework"] == "SIF" and label in ("care leavers", "children in care"):
            continue
        if a and b:
            found[label] = "up" if b < a else "down" if b > a else "the same"
    return found


def said_changes(text):
    found = {}
    for part in text.split("; "):
        word, _, labels = part.partition(": ")
        if word.lower() in ("up", "down", "the same"):
            found |= {label.strip(): word.lower() for label in labels.split(", ")}
    return found


def check_changes(rows, text, count):
    said = said_changes(text)
    for label, word in expected_changes(rows).items():
        count["changes"] += 1
        if said.get(label) != word:
            yield f"change of {label}: {said.get(label)}, not {word}"


def read_table(name):
    with open(INPUTS / "data" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


WAITS = {row["after"].replace("_", " "): row["months"] for row in read_table("ofsted_waits.csv")}
NEIGHBOURS = collections.defaultdict(list)
for neighbour in read_table("statistical_neighbours.csv"):
    NEIGHBOURS[neighbour["la_code"]].append(neighbour)


def check_wait(rows, said):
    """By the grade of the latest full inspection; nothing where it has none."""
    grade_now = grade([row for row in rows if row["framework"] in ("SIF", "ILACS")][-1], ["overall"])
    months = WAITS.get(grade_now)
    if said.split(":")[0] != (f"{months} months" if months else ""):
        yield f"typical wait {said}, not {months}"


def check_neighbours(rows, cells):
    expected = [(row["neighbour"], row["overall"].replace("_", " ") or "no overall grade",
                 day(row["published"])) for row in NEIGHBOURS[rows[-1]["la_code"]]]
    found = [(line[0], line[1].lower(), line[2].split(", ")[-1]) for line in cells[2:]]
    if found != expected:
        yield f"neighbours {found}, not {expected}"


def check(rows, nodes, count):
    found = {}
    for caption, cells in tables(nodes):
        found.setdefault(re.split(r" \(continued| on \d|, as ", caption)[0], []).extend(cells)
    facts = {cells[0]: cells[-1] for cells in found.get("Key facts", [])}
    yield from check_headline(rows, found["Position"])
    yield from check_changes(rows, facts.get("Change since the inspection before", ""), count)
    yield from check_wait(rows, facts.get("Typical wait until the next full inspection", ""))
    yield from check_neighbours(rows, next(
        (cells for caption, cells in found.items() if caption.startswith("Statistical neighbours")), []))
    for caption, cells in found.items(): # its own, and those of councils before it
        if caption.startswith("How Ofsted judged"):
            yield from check_grades(rows, cells, count)
    yield from check_events(rows, found["Events in date order"])


# ---- all of them ----

def title_of(nodes):
    i = next(i for i, node in enumerate(nodes) if node[1] == "H1")
    return text_of(nodes[i:under(nodes, i)])


def unnoticed(councils, papers):
    """Kinds of cells that can be changed in the newest row of a council without a fault."""
    other = {"good": "inadequate"}
    day_after = {"published_listed": "2026-07-31", "published_report": "2026-07-31",
                 "fieldwork_start": "2020-01-06", "fieldwork_end": "2026-06-29"}
    missed = []
    for column in ["overall", "leaders", "help_protection", "in_care", "care_leavers", *day_after]:
        title = "Children’s services in York" if column == "overall" else "Children’s services in Trafford"
        rows = [dict(row) for row in councils[title]]
        rows[-1][column] = day_after.get(column) or other.get(rows[-1][column], "good")
        if not list(check(rows, papers[title], collections.Counter())):
            missed.append(column)
    return missed


def main(program):
    councils, faults, count = read_councils(), 0, collections.Counter()
    papers = {title_of(nodes): nodes for nodes in documents(program)}
    for title, nodes in papers.items():
        for fault in check(councils[title], nodes, count):
            faults += 1
            print(f"  {title}: {fault}")
    missed = unnoticed(councils, papers)
    print(f"england_papers: {len(papers)} papers, {count['grades']} grades and {count['changes']} "
          f"changes compared with the table, {faults} faults; changed cells not noticed: "
          f"{', '.join(missed) or 'none'}")
    return faults or missed or len(papers) != len(councils)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(1 if main(sys.argv[1]) else 0)
