#!/usr/bin/env python3
"""Builds the briefings of inputs/england and compares what they print with the table they come from.

Of each paper in its standard length: the finding and the lead, each sentence of which must be of a known form and
true; on page one the table with every grade of the inspections that it shows, how each has changed, and the months
of all others; the description of the chart; that page one is a page, that no table of judgements is broken, and
how many pages there are. Of the full length: every grade of every inspection, every event with its day and
fieldwork, the wait that is typical, and the neighbours.

    england_papers.py PROGRAM

Nothing is taken from the program but the text of its documents, as a screen reader meets it: grades
are looked up and compared here again. At the end each kind of cell is changed in the table, and papers
are spoilt, and each must be found to differ.
"""
import collections
import re
import sys

from england_table import (COLUMNS, FINDINGS, GRADE, GRADES, INPUTS, JOINT, LABEL, LEADS, MONTH, SHORT_FINDINGS,
                           Council, day, grade, is_true, month, of_month, overall, plain, published, read_table, span)
from structure import Node, Table, all_of, at, documents, pages_of, spaced, tables, text_of, under

LENGTHS = ("one", "standard", "full")
OWN = ["overall", "leaders", "leadership", "help_protection", "cla_permanence", "in_care_and_care_leavers", "in_care",
       "adoption", "care_leavers"]
ALL = [*OWN, "lscb", "capacity", "outcomes", "quality"]
PAGES, MANY_POINTS, FEW = 3, 6, 24


# ---- the finding and the lead ----

def check_sentence(forms, council, text):
    true = is_true(forms, council, plain(text) if forms is LEADS else text)
    if not true:
        yield f"“{text}” is {'not what the table has' if true is False else 'of no form that is known'}"


def check_others(council, text):
    for part, label in re.findall(rf"{GRADE} for {LABEL}", text):
        if grade(council.latest()[-1], COLUMNS[label]) != part:
            yield f"“{text}”"


def check_message(council, nodes):
    first = next(i for i, node in enumerate(nodes) if node.tag == "H1")
    finding, lead = text_of(at(nodes, first)), text_of(at(nodes, under(nodes, first)))
    long, short = f"Children’s services in {council.short} ", f"{council.short}: "
    if finding.startswith(long):
        yield from check_sentence(FINDINGS, council, finding.removeprefix(long))
    else:
        yield from check_sentence(SHORT_FINDINGS, council, finding.removeprefix(short))
    for sentence in re.split(r"(?<=\.) ", lead):
        if sentence.startswith("Other grades: "):
            yield from check_others(council, sentence)
        else:
            yield from check_sentence(LEADS, council, sentence.removesuffix("."))


# ---- tables of judgements ----

def check_cell(row, label, cell, told):
    together = cell.endswith(" judged together")
    word = cell.removesuffix(" judged together").lower()
    columns = JOINT if together else COLUMNS[label]
    if word in GRADES:
        told.update((published(row), column) for column in columns if row[column])
        if word != grade(row, columns):
            yield f"{label}, {published(row)}: {cell}, not {grade(row, columns) or 'judged'}"
    elif grade(row, columns) in GRADES:
        yield f"{label}, {published(row)}: “{cell}” for {grade(row, columns)}"


def check_grades(rows, table, told):
    """Each cell of a table with months above its columns; what is told goes to `told`."""
    header = table.row(0)
    for cells in table.all()[1:]:
        if cells[0].lower() not in COLUMNS:
            yield f"a row that is not known: {cells[0]}"
            continue
        for head, cell in zip(header[1:], cells[1:]):
            row = of_month(rows, head)
            if row:
                yield from check_cell(row, cells[0].lower(), cell, told)


def check_change(table, count):
    """The last column, by the two before it."""
    if not table.row(0)[-1].startswith("Since ") or table.columns < 4:
        return
    for cells in table.all()[1:]:
        was, now = cells[-3].lower(), cells[-2].lower()
        if was in GRADES and now in GRADES:
            count["changes"] += 1
            by = GRADES[was] - GRADES[now]
            expected = f"{'up' if by > 0 else 'down'} {abs(by)} grade{'s' if abs(by) > 1 else ''}" if by else "same"
            if cells[-1] != expected:
                yield f"{cells[0]} has changed: {cells[-1]}, not {expected}"
        elif re.match(r"up|down|same", cells[-1]) and cells[-1] != now:
            yield f"{cells[0]}: {cells[-1]} where nothing is compared"


def untold(rows, columns, told):
    for row in rows:
        for column in columns:
            if row[column].replace("_", " ") in GRADES and (published(row), column) not in told:
                yield f"{column} of {published(row)} is not told"


def check_judgements(council, nodes, count):
    """Page one: the first table and the note below it."""
    place = next(i for i, node in enumerate(nodes) if node.tag == "Table")
    table, note = Table(at(nodes, place)), text_of(at(nodes, under(nodes, place)))
    told = set()
    yield from check_grades(council.own(), table, told)
    yield from check_change(table, count)
    for when, label, word in re.findall(rf"Judged only in {MONTH}: ([a-z ]+), ([a-z ]+)\.", note):
        yield from check_cell(of_month(council.own(), when), label, word, told)
    shown = [of_month(council.own(), head) for head in table.row(0)[1:] if re.fullmatch(MONTH, head)]
    if None in shown or shown != council.own()[-len(shown):]:
        yield f"columns that are not the latest inspections: {table.row(0)}"
        return
    before = re.search(r"Full inspections? before: (.*?)\.", note)
    said = re.findall(MONTH, before[1]) if before else []
    if said != [month(row) for row in council.own()[:-len(shown)]]:
        yield f"inspections before: {said}"
    yield from untold(shown, OWN, told)
    count["grades"] += len(told)
    if table.pages != {1}:
        yield f"the table of judgements stands on pages {sorted(table.pages)}"


# ---- the chart ----

def expected_line(council, label):
    for row in council.own():
        columns = COLUMNS[label]
        together = label in ("children in care", "care leavers") and grade(row, JOINT) in GRADES
        word = grade(row, JOINT if together else columns)
        if word in GRADES and (label == "overall" or row["framework"] != "LAC_2013"):
            yield word, month(row), together


def check_chart(council, nodes, count):
    chart = next((node.more for node in nodes if node.tag == "Figure" and "Grades from " in node.more), "")
    lines = re.findall(r"[.] ([A-Z][a-z ]+): (.*?)(?=\.)", spaced(chart[chart.find("Grades from "):]))
    if not lines and len(council.own()) > 1:
        yield "no chart"
    for name, line in lines:
        said = [(word, when, "(judged together)" in more)
                for word, when, more in re.findall(rf"{GRADE} in {MONTH}((?: \([^)]*\))?)", line)]
        expected = list(expected_line(council, name.lower()))
        count["points"] += len(said)
        if said != expected:
            yield f"the chart of {name}: {said}, not {expected}"


# ---- pages ----

def why_longer(council):
    return "what Ofsted wants is a list of many points" if council.points >= MANY_POINTS else None


def check_pages(council, paper):
    heads = [text_of(part) for part in all_of(paper["one"], "H2")]
    if pages_of(paper["one"]) > 1:
        yield "page one alone has more than a page"
    first = [text_of(part) for part in all_of(paper["standard"], "H2") if part[0].page == 1]
    if not heads or [head for head in first if head in heads] != heads:
        yield f"page one has the sections {first}, not {heads}"
    pages = pages_of(paper["standard"])
    if pages > PAGES + 1 or (pages > PAGES and not why_longer(council)):
        yield f"{pages} pages"
    for length in LENGTHS:
        for table in tables(paper[length]):
            if table.row(0)[0] == "Judgement" and len(table.pages) > 1:
                yield f"{length}: a table of judgements is broken: {table.caption}"


# ---- the full paper ----

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


WAITS = {row["after"].replace("_", " "): row["months"] for row in read_table("ofsted_waits.csv")}
NEIGHBOURS = collections.defaultdict(list)
for neighbour in read_table("statistical_neighbours.csv"):
    NEIGHBOURS[neighbour["la_code"]].append(neighbour)


def check_wait(council, said):
    """By the grade of the latest full inspection; nothing where it has none."""
    months = WAITS.get(overall(council.latest()[-1]))
    if said.split(":")[0] != (f"{months} months" if months else ""):
        yield f"typical wait {said}, not {months}"


def check_neighbours(rows, cells):
    expected = [(row["neighbour"], row["overall"].replace("_", " ") or "no overall grade",
                 day(row["published"])) for row in NEIGHBOURS[rows[-1]["la_code"]]]
    found = [(line[0], line[1].lower(), line[2].split(", ")[-1]) for line in cells[2:]]
    if found != expected:
        yield f"neighbours {found}, not {expected}"


def starting(found, start):
    """The rows of all tables with such a caption, one that goes on over a page being one."""
    return [cells for table in found if table.caption.startswith(start) for cells in table.all()]


def check_full(council, nodes, count):
    found, told = tables(nodes), set()
    for table in found: # its own, and those of councils before it
        if table.row(0)[0] == "Judgement":
            yield from check_grades(council.rows, table, told)
    for inspection, label, word in starting(found, "Judgements that cannot be compared"):
        row = of_month(council.rows, (re.findall(MONTH, inspection) or [""])[-1])
        if row:
            yield from check_cell(row, label.lower(), word, told)
    yield from untold([row for row in council.rows if row["framework"] != "LSCB_REVIEW"], ALL, told)
    count["grades"] += len(told)
    facts = dict(cells[:2] for cells in starting(found, "Key facts"))
    yield from check_wait(council, facts.get("Typical wait until the next full inspection", ""))
    yield from check_neighbours(council.rows, starting(found, "Statistical neighbours"))
    yield from check_events(council.rows, starting(found, "Events in date order"))


# ---- all of them ----

def check(council, paper, count):
    first = at(paper["standard"], 1)
    if text_of(first) != council.name:
        yield f"is about {text_of(first)}"
        return
    yield from check_message(council, paper["standard"])
    yield from check_judgements(council, paper["standard"], count)
    yield from check_chart(council, paper["standard"], count)
    yield from check_pages(council, paper)
    yield from check_full(council, paper["full"], count)


def faults_of(council, paper):
    return list(check(council, paper, collections.Counter()))


def changed(council, row, column, text):
    """The faults of a council's paper when the table had another text."""
    kept = council.rows[row][column]
    council.rows[row][column] = text
    return lambda paper: (faults_of(council, paper), council.rows[row].update({column: kept}))[0]


def moved_on(nodes, tag, text):
    """The document with an element, and what is in it, a page further on."""
    i = next(i for i, node in enumerate(nodes) if node.tag == tag and text in text_of(at(nodes, i)))
    part = [node._replace(page=node.page + 1) for node in at(nodes, i)]
    return nodes[:i] + part + nodes[under(nodes, i):]


def retold(nodes, old, new):
    """The document with a word that is another where it first stands, in a text or in a description."""
    nodes = [node._replace(text=spaced(node.text), more=spaced(node.more)) for node in nodes]
    i = next(i for i, node in enumerate(nodes) if old in node.text or old in node.more)
    other = nodes[i]._replace(text=nodes[i].text.replace(old, new), more=nodes[i].more.replace(old, new))
    return nodes[:i] + [other] + nodes[i + 1:]


def unnoticed(councils, papers):
    """Kinds of cells that can be changed without a fault, and ways of spoiling a paper that go unseen."""
    last = [("trafford", column) for column in ("leaders", "help_protection", "in_care", "care_leavers")]
    days = {"published_listed": "2026-07-31", "published_report": "2026-07-31", "fieldwork_start": "2020-01-06",
            "fieldwork_end": "2026-06-29"}
    cells = [(name, -1, column) for name, column in [("york", "overall"), *last]]
    cells += [("trafford", -2, "in_care_and_care_leavers"), ("trafford", 0, "leadership"), ("norfolk", 0, "overall"),
              ("norfolk", 1, "adoption"), ("norfolk", 0, "capacity"), ("buckinghamshire", 0, "lscb")]
    tried = [(name, row, column, "good" if councils[name].rows[row][column] != "good" else "inadequate")
             for name, row, column in cells]
    tried += [("trafford", -1, column, text) for column, text in days.items()]
    missed = [f"{column} of {name}" for name, row, column, text in tried
              if not changed(councils[name], row, column, text)(papers[name])]
    york, heads = papers["york"], all_of(papers["york"]["one"], "H2")
    spoilt = {"a row on page two": york | {"standard": moved_on(york["standard"], "TR", "Help and protection")},
              "a heading on page two": york | {"standard": moved_on(york["standard"], "H2", text_of(heads[-1]))},
              "a fourth page": york | {"standard": york["standard"] + [Node(2, "P", PAGES + 1, "", "")]},
              "a paper of another council": papers["trafford"]}
    for old, new in [("outstanding", "good"), ("rose", "fell"), ("May 2022", "June 2022"), ("2 grades", "3 grades"),
                     (" in May 2022", " in May 2021"), ("before: ", "after: ")]:
        spoilt[f"{new} for {old}"] = york | {"standard": retold(york["standard"], old, new)}
    alike = NEIGHBOURS[councils["york"].rows[-1]["la_code"]][-1]["neighbour"]
    for old, new in [("56 months", "57 months"), ("fieldwork ", "work "), (": overall ", ": "), (alike, "Elsewhere")]:
        spoilt[f"{new} for {old}"] = york | {"full": retold(york["full"], old, new)}
    missed += [what for what, paper in spoilt.items() if not faults_of(councils["york"], paper)]
    return missed


def main(program):
    rows, areas = read_table("ofsted_inspections.csv"), read_table("ofsted_areas.csv")
    councils = {path.stem: Council(path, rows, areas) for path in sorted((INPUTS / "england").glob("*.yaml"))}
    built = [list(documents(program, length, INPUTS / "england")) for length in LENGTHS]
    papers = {name: dict(zip(LENGTHS, paper)) for name, paper in zip(councils, zip(*built))}
    faults, count, longer = 0, collections.Counter(), collections.Counter()
    for name, paper in papers.items():
        for fault in check(councils[name], paper, count):
            faults += 1
            print(f"  {name}: {fault}")
        if pages_of(paper["standard"]) > PAGES:
            longer[why_longer(councils[name])] += 1
    for why, number_of in longer.most_common():
        print(f"  {number_of} with more than {PAGES} pages: {why}")
    if longer.total() > FEW:
        print(f"  {longer.total()} of {len(papers)} with more than {PAGES} pages are not few")
    missed = unnoticed(councils, papers)
    print(f"england_papers: {len(papers)} papers, {count['grades']} grades, {count['changes']} changes and "
          f"{count['points']} points of charts compared with the table, {faults} faults; not noticed: "
          f"{', '.join(missed) or 'none'}")
    return faults or missed or longer.total() > FEW or len(papers) != len(councils) or not count["grades"]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(1 if main(sys.argv[1]) else 0)
