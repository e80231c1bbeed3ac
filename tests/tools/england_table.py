"""The table of Ofsted's inspections, a council of it, and the sentences that a finding and a lead may say of one."""
import csv
import datetime
import pathlib
import re

INPUTS = pathlib.Path(__file__).resolve().parent.parent.parent / "inputs"
GRADES = {"outstanding": 1, "good": 2, "requires improvement": 3, "inadequate": 4}
# What a row of a table, a panel of a chart or a sentence calls a judgement, and the columns it may be from.
COLUMNS = {"overall": ["overall"], "leaders": ["leaders", "leadership"], "leadership": ["leadership"],
           "help and protection": ["help_protection"], "children in care": ["in_care", "cla_permanence"],
           "children looked after": ["cla_permanence"], "care leavers": ["care_leavers"],
           "children in care and care leavers": ["in_care_and_care_leavers", "cla_permanence"],
           "adoption": ["adoption"],
           "safeguarding children board": ["lscb"], "capacity to improve": ["capacity"], "outcomes": ["outcomes"],
           "quality of provision": ["quality"], "leadership and management": ["leadership"]}
JOINT = ["in_care_and_care_leavers"]
# Rows before these days are of the council before it: inputs/england says so.
NOT_OWN_BEFORE = {"E06000060": "2020-04-01"}
MONTH = (r"((?:January|February|March|April|May|June|July|August|September|October|November|December)"
         r" \d{4})")


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


def month(row):
    return f"{datetime.date.fromisoformat(published(row)):%B %Y}"


def read_table(name):
    with open(INPUTS / "data" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def grade(row, columns):
    return next((row[column].replace("_", " ") for column in columns if row and row[column]), "")


def is_own(row):
    """A full inspection of the council itself."""
    return row["framework"] != "LSCB_REVIEW" and published(row) >= NOT_OWN_BEFORE.get(row["ons_code"], "")


def of_month(rows, text):
    found = [row for row in rows if row["framework"] != "LSCB_REVIEW" and month(row) == text]
    return found[0] if found else None


class Council:
    def __init__(self, path, rows, areas):
        spec = path.read_text("utf-8")
        code = re.search(r"ons_code: (\S+)", spec)[1]
        self.name = re.search(r"^  name: (.+)$", spec, re.M)[1].strip('"')
        self.short = re.search(r"^  short_name: (.+)$", spec, re.M)[1].strip('"')
        self.rows = sorted((row for row in rows if row["ons_code"] == code), key=published)
        self.points = sum(row["ons_code"] == code for row in areas)

    def own(self):
        return [row for row in self.rows if is_own(row)]

    def latest(self):
        return [row for row in self.own() if row["framework"] in ("SIF", "ILACS")][-2:]


# ---- the finding and the lead ----

LABEL = r"((?:leaders|help and protection|children in care and care leavers|children in care|care leavers))"
FOUR = ("leaders", "help and protection", "children in care", "care leavers")
LABELS = rf"((?:{LABEL[1:-1]}(?:,? and for |, for |, )?)+)"
GRADE = r"(outstanding|good|requires? improvement|inadequate)"


def named(text):
    return re.findall(LABEL, text)


def plain(text):
    return text.replace("require ", "requires ")


def went(before, now, label):
    """(grade before, grade now) of a judgement, one that was judged together before being that."""
    columns = COLUMNS[label]
    was = grade(before, columns) or (grade(before, JOINT) if label in ("children in care", "care leavers") else "")
    return was, grade(now, columns)


def moved(word, a, b):
    return a in GRADES and b in GRADES and (GRADES[b] < GRADES[a] if word in ("rose", "up") else GRADES[b] > GRADES[a])


def overall(row):
    return grade(row, ["overall"])


def three_in_a_row(rows, m):
    last = rows[-3:]
    return [overall(row) for row in last] == [m[1]] * 3 and (month(last[0]), month(last[-1])) == (m[2], m[3])


def is_now(how, was, now):
    return {"still": was == now, "now": moved("rose", was, now), "": not was}[how.strip()]


# Each with what makes it true: of the council's full inspections, the one before, the latest, and the match.
FINDINGS = [
    (rf"are( still| now|) {GRADE}", lambda rows, a, b, m: overall(b) == m[2] and is_now(m[1], overall(a), overall(b))),
    (rf"still require improvement(?:, and are {GRADE} for {LABELS})?", lambda rows, a, b, m:
     overall(a) == overall(b) == "requires improvement" and
     all(went(a, b, label)[1] == m[1] for label in named(m[2] or ""))),
    (rf"have fallen to {GRADE}", lambda rows, a, b, m: overall(b) == m[1] and moved("fell", overall(a), overall(b))),
    (rf"have risen from {GRADE} to {GRADE}", lambda rows, a, b, m: (overall(a), overall(b)) == (m[1], m[2])),
    (r"are no longer inadequate", lambda rows, a, b, m:
     overall(a) == "inadequate" and moved("up", overall(a), overall(b))),
]
SHORT_FINDINGS = [
    (rf"(up|down)(?: to {GRADE})? for {LABELS}", lambda rows, a, b, m: all(
        moved(m[1], *went(a, b, label)) and m[2] in (None, went(a, b, label)[1]) for label in named(m[3]))),
    (rf"{GRADE} on all four judgements", lambda rows, a, b, m: all(
        grade(b, [column]) == m[1] for column in ("leaders", "help_protection", "in_care", "care_leavers"))),
    (rf"no longer inadequate for {LABELS}", lambda rows, a, b, m: all(
        went(a, b, label)[0] == "inadequate" and moved("up", *went(a, b, label)) for label in named(m[1]))),
    (rf"{GRADE} for {LABELS}", lambda rows, a, b, m: all(went(a, b, label)[1] == m[1] for label in named(m[2]))),
]
LEADS = [
    (rf"Ofsted’s overall grade (rose|fell) from {GRADE} in {MONTH} to {GRADE} in {MONTH}", lambda rows, a, b, m:
     (overall(a), month(a), overall(b), month(b)) == m.groups()[1:] and moved(m[1], m[2], m[4])),
    (rf"Ofsted’s overall grade was {GRADE} in {MONTH}, and again in {MONTH}", lambda rows, a, b, m:
     overall(a) == overall(b) == m[1] and (month(a), month(b)) == (m[2], m[3])),
    (rf"Ofsted judged them {GRADE} overall at each of the last three full inspections recorded here, "
     rf"from {MONTH} to {MONTH}",
     lambda rows, a, b, m: three_in_a_row(rows, m)),
    (rf"Ofsted’s overall grade in {MONTH} was {GRADE}", lambda rows, a, b, m: (month(b), overall(b)) == (m[1], m[2])),
    (rf"Ofsted’s latest report is that of {MONTH}", lambda rows, a, b, m: month(b) == m[1]),
    (rf"(?:The grade for|For) {LABELS}(?: the grade)? (rose|fell) from {GRADE} to {GRADE}(?: in the report of {MONTH})?",
     lambda rows, a, b, m: all(went(a, b, label) == (m[3], m[4]) for label in named(m[1])) and
     moved(m[2], m[3], m[4]) and m[5] in (None, month(b))),
    (rf"Both (rose|fell) from {GRADE} in the report of {MONTH}", lambda rows, a, b, m: month(b) == m[3] and sum(
        went(a, b, label)[0] == m[2] and moved(m[1], *went(a, b, label)) for label in FOUR) == 2),
]


def is_true(forms, council, text):
    """None: of no form that is known."""
    for form, holds in forms:
        found = re.fullmatch(form, text)
        if found:
            before, now = ([None] + council.latest())[-2:]
            return holds(council.own(), before, now, found)
    return None
