#!/usr/bin/env python3
"""Published tables, each read by its mapping for every council in it, and spoilt in a dozen ways.

usage: published.py PROGRAM [update]

tests/published/data has rows of public tables in their publishers' own layout. For each and for every council
in it a specification is made; what the facts file then has is compared with what a few lines of Python
read from the same table. After that each table is spoilt, one fault at a time: each must be told, in one
message at its place (two where a fault is in two places), as tests/published/TABLE.expected has it; `update`
writes those anew.
"""

import csv
import datetime
import io
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "published"
MISSING = {"", "c", "x", "z", "u", "k", "low", ":", "-", "NA"}


def rows_of(text, header=0):
    """The rows as dictionaries; `header` is how many lines stand above the names."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)[header:]
    return list(csv.DictReader(io.StringIO("".join(lines))))


def iso(text):
    """19/11/2018 as a specification writes it; what is no such day stays."""
    found = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    return f"{found[3]}-{found[2]}-{found[1]}" if found else text


def grade(text):
    word = text.strip().lower()
    known = {"outstanding": "outstanding", "good": "good", "inadequate": "inadequate",
             "requires improvement to be good": "requires_improvement"}
    return known.get(word)


def number(text):
    """A number without the noise of arithmetic; None for a word."""
    if text.strip() in MISSING:
        return None
    value = round(float(text), 10)
    return f"{value:g}" if value != int(value) else str(int(value))


def left(pairs):
    return {key: value for key, value in pairs.items() if value is not None}


def found_number(text):
    return None if text is None else number(text)


# ---- what the facts file has, in the same form ----

def inspections_found(facts):
    found = []
    for each in facts["records"].get("inspections", []):
        found.append(left({
            "published": each.get("published", {}).get("text"),
            "from": each.get("fieldwork", {}).get("text", "").split("/")[0] or None,
            "framework": each.get("framework"),
            "overall": each.get("overall"),
            "theme": each.get("theme"),
            "judgements": {entry["judgement"]: entry["grade"] for entry in each.get("judgements", [])},
        }))
    return sorted(found, key=lambda each: (each["published"], each["framework"], json.dumps(each)))


def indicators_found(facts):
    found = {}
    for each in facts["records"].get("indicators", []):
        values = {value["period"]["text"]: found_number(value.get("value")) for value in each["values"]}
        england = {value["period"]["text"]: found_number(value["value"])
                   for value in each.get("compare", []) if value["with"] == "england"}
        found[each["id"]] = {"values": values, "england": england, "note": each.get("note")}
    return found


# ---- what is read from each table here ----

LEADERS = "The impact of leaders on social work practice with children and families"
HELP = "The experiences and progress of children who need help and protection"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"


def ilacs(day):
    year = int(day[:4])
    return "ILACS_2018" if year < 2023 else "ILACS_2026" if day >= "2026-04" else "ILACS_2023"


def judged(row, framework):
    care = "in_care_and_care_leavers" if framework == "ILACS_2018" else "in_care"
    return left({"leaders": grade(row[LEADERS]), "help_protection": grade(row[HELP]),
                 care: grade(row[CARE]), "care_leavers": grade(row[LEAVERS])})


def inspections_of(rows, start, kind):
    wanted = []
    for row in rows:
        begun = iso(row[start])
        framework = {"ILACS Focused Visit": "ILACS_FOCUSED", "LA Monitoring visit": "MONITORING"}.get(
            row[kind], ilacs(begun))
        wanted.append(left({
            "published": iso(row["Publication date"]), "from": begun, "framework": framework,
            "overall": grade(row["Overall effectiveness"]), "theme": row.get("Visit Theme") or None,
            "judgements": judged(row, framework)}))
    return sorted(wanted, key=lambda each: (each["published"], each["framework"], json.dumps(each)))


def history(rows):
    return inspections_of(rows, "Inspection date", "Inspection type")


def in_year(rows):
    return inspections_of(rows, "Inspection/Visit date", "Inspection/Visit type")


def adequate(text):
    return "adequate" if grade(text) == "requires_improvement" else grade(text)


def series(rows):
    row = {key.strip(): value.strip() for key, value in rows[0].items()}
    sif = "Single Inspection of LA Children's Services (SIF) "
    wanted = []

    def add(column, framework, overall, judgements, scale=grade):
        if row[column]:
            wanted.append(left({"published": row[column], "framework": framework,
                                "overall": scale(row[overall]) if overall else None,
                                "judgements": left({key: scale(row[of]) for key, of in judgements.items()})}))

    add("Safeguarding & Looked After Children (SLAC) Inspection publication date", "SLAC", None,
        {"overall_safeguarding": "SLAC Safeguarding Overall effectiveness (OE)",
         "overall_lac": "SLAC Looked After Children Overall Effectiveness (OE)"}, adequate)
    add("SLAC re-inspection of Safeguarding publication date", "SLAC", None,
        {"overall_safeguarding": "SLAC re-inspection Safeguarding OE"}, adequate)
    add("SLAC re-inspection of services for Children Looked After publication date", "SLAC", None,
        {"overall_lac": "SLAC re-inspection of services Children Looked After OE"}, adequate)
    add("Child Protection Inspections (CPI) publication date", "CP_2012", "CPI Overall Effectiveness (OE)", {},
        adequate)
    add("Child Protection Re-Inspection (CPRI) publication date", "CP_2012", "CPRI Overall Effectiveness (OE)",
        {}, adequate)
    add("Targeted Looked After Children (TLAC) inspection publication date", "LAC_2013",
        "TLAC Overall Effectiveness (OE)", {}, adequate)
    for name in ("First SIF", "SIF Re-inspection"):
        add(f"{sif}{name} publication date", "SIF", f"{name} Overall Judgement (OE)", {
            "help_protection": f"{name} children who need help and protection",
            "cla_permanence": f"{name} children looked after and achieving permanence",
            "adoption": f"{name} CLA Sub: Adoption Performance",
            "care_leavers": f"{name} CLA Sub: Experiences and progress of care leavers",
            "leadership": f"{name} leadership, management and governance"})
    first, second = "First ILACS framework ", "Second ILACS framework "
    add(f"{first}publication date", "ILACS_2018", f"{first}overall effectiveness", {
        "leaders": f"{first}impact of leaders",
        "help_protection": f"{first}experiences and progress of children who need help and protection",
        "in_care_and_care_leavers": f"{first}experiences and progress of children in care and care leavers"})
    add(f"{second}publication date", "ILACS_2023", f"{second}overall effectiveness", {
        "leaders": f"{second}impact of leaders",
        "help_protection": f"{second}experiences and progress of children who need help and protection",
        "in_care": f"{second}experiences and progress of children in care",
        "care_leavers": f"{second}experiences and progress of care leavers"})
    return sorted(wanted, key=lambda each: (each["published"], each["framework"], json.dumps(each)))


def area_send(rows):
    outcomes = {"Typically positive experiences and outcomes": "positive",
                "Inconsistent experiences and outcomes": "inconsistent"}
    return [left({"published": iso(row["Inspection.publication.date"]),
                  "from": iso(row["Inspection.start.date"]), "framework": "AREA_SEND_2023",
                  "judgements": {"outcome": outcomes[row["Inspection.outcome"]]}}) for row in rows]


def send_found(facts):
    """Without whether a plan of action was asked for, which is a judgement where the framework has one."""
    found = inspections_found(facts)
    for each in found:
        each["judgements"] = {"outcome": each["judgements"]["outcome"]}
    return found


def measured(columns):
    """One indicator for each column of a table with a row for each year."""
    def read(rows, england):
        joint = " / " in rows[0]["la_name"]
        note = f"Reported for {rows[0]['la_name'].replace(' / ', ' and ')} together" if joint else None
        wanted = {}
        for name, column in columns.items():
            wanted[name] = {
                "values": {row["time_period"]: number(row[column]) for row in rows},
                "england": {row["time_period"]: number(row[column]) for row in england} if name != "FTE" else {},
                "note": note}
        return wanted
    return read


def looked_after(rows, england):
    names = {"Children looked after on 31 March each year": "CLA",
             "Children starting to be looked after each year": "CLA-START",
             "Children ceasing to be looked after each year": "CLA-END"}
    wanted = {}
    for row in rows:
        name, year = names[row["population_type"]], row["time_period"]
        for key, column in ((name, "rate_per_10000"), (f"{name}-NUMBER", "children_count")):
            one = wanted.setdefault(key, {"values": {}, "england": {}, "note": None})
            one["values"][year] = number(row[column])
    for row in england:
        name = names[row["population_type"]]
        if name in wanted:
            wanted[name]["england"][row["time_period"]] = number(row["rate_per_10000"])
    return wanted


def care_leavers(rows, england):
    names = {"Total in education, employment or training": "EET",
             "Total not in education, employment or training": "NEET",
             "Total information not known": "NOT-KNOWN",
             "Higher education i.e. studies beyond A level": "HE", "In an apprenticeship": "APPRENTICES"}
    wanted = {}
    for place, all_rows in (("values", rows), ("england", england)):
        for row in all_rows:
            if row["breakdown"] in names:
                key = f"CL{row['care_leaver_age'][:2]}-{names[row['breakdown']]}"
                one = wanted.setdefault(key, {"values": {}, "england": {}, "note": None})
                one[place][row["time_period"]] = number(row["care_leaver_percent"])
    return wanted


def lait(rows, england):
    names = {"Work_Force_Vac_Rate": "LAIT-VACANCIES", "Work_Force_TO_Rate": "LAIT-TURNOVER",
             "Work_Force_Agecy_Rate": "LAIT-AGENCY"}
    wanted = {}
    for place, all_rows in (("values", rows), ("england", england)):
        for row in all_rows:
            one = wanted.setdefault(names[row["Short Desc"]], {"values": {}, "england": {}, "note": None})
            one[place][row["Years"]] = number(row["Values"])
    return wanted


def latest_inspections():
    rows = {}
    for row in rows_of((ROOT / "inputs/data/ofsted_inspections.csv").read_text(encoding="utf-8")):
        before = rows.get(row["la_code"])
        if not before or row["published_listed"] >= before["published_listed"]:
            rows[row["la_code"]] = row
    return rows


def neighbours(rows):
    inspections = latest_inspections()
    wanted = []
    for i in range(1, 11):
        other = inspections[rows[0][f"SN_{i}"]]
        wanted.append(left({"name": other["ons_name"], "overall": grade(other["overall"].replace("_", " ")) or
                            ("requires_improvement" if other["overall"] == "requires_improvement" else None),
                            "published": other["published_report"] or other["published_listed"]}))
    return wanted


def neighbours_found(facts):
    return [left({"name": each["name"], "overall": each.get("overall"),
                  "published": each.get("published", {}).get("text")})
            for each in facts["records"]["comparators"]]


def interventions(rows):
    kinds = {"improvement notice": ("N", "notice"), "direction": ("D", "direction")}
    wanted = []
    for row in rows:
        letter, kind = kinds[row["kind"]]
        wanted.append(left({
            "id": letter + row["published"].rstrip("~"), "kind": kind, "issued": row["published"],
            "ended": row["ended"] or None, "ended_how": row["ended_how"] or None,
            "service": {"SEND": "send", "not stated": None}.get(row["service"], "social_care")}))
    return sorted(wanted, key=lambda each: each["id"])


def interventions_found(facts):
    found = [left({"id": each["id"], "kind": each["kind"], "issued": each["issued"]["text"],
                   "ended": each.get("ended", {}).get("text"), "ended_how": each.get("ended_how"),
                   "service": each.get("service")}) for each in facts["records"]["interventions"]]
    return sorted(found, key=lambda each: each["id"])


# ---- the tables ----

class Table:
    """One table: where its names stand, who a row is about, how it is read, and where to spoil it."""

    def __init__(self, file, mapping, code, read, found, **more):
        self.file, self.mapping, self.code, self.read, self.found = file, mapping, code, read, found
        self.header = more.get("header", 0)
        self.old_code = more.get("old_code")
        self.name = more["name"]
        self.column, self.day, self.word, self.figure = more["column"], more["day"], more["word"], more.get("figure")
        self.england = more.get("england")
        self.is_read = more.get("is_read", lambda row: True)
        self.second = more.get("second")
        self.text = (HERE / "data" / file).read_bytes().decode()
        self.rows = rows_of(self.text, self.header)

    def is_council(self, row):
        return bool(row[self.name]) and (not self.england or not self.england(row)) and \
            (self.code != "LA Number" or row["Region"] != "NA")

    def councils(self):
        """Each council by its codes and name, once; of a row for two councils, both."""
        found = {}
        for row in self.rows:
            if not self.is_council(row):
                continue
            names = row[self.name].split(" / ")
            codes = (row[self.code] if self.code else row[self.name]).split(" / ")
            old = row[self.old_code].split(" / ") if self.old_code else [None] * len(names)
            for name, code, number_ in zip(names, codes, old):
                found.setdefault(number_ or code, (name, code, number_))
        return list(found.values())

    def rows_about(self, council):
        name, code, old = council
        column, wanted = (self.old_code, old) if old else (self.code or self.name, code)
        return [row for row in self.rows if self.is_council(row) and wanted in row[column].split(" / ")]


def is_national(row):
    return row["geographic_level"] == "National"


TABLES = [
    Table("ofsted_ilacs_history_2018_2025.csv", "ofsted-ilacs-history", "Local authority area code", history,
          inspections_found, header=2, name="Local authority name", column="Publication date",
          day="Publication date", word="Overall effectiveness"),
    Table("ofsted_in_year_visits_2024_25.csv", "ofsted-in-year", "Local authority area code", in_year,
          inspections_found, name="Local authority name", column="Visit Theme", day="Publication date",
          word="Inspection/Visit type"),
    Table("ofsted_la_inspections_2009_2023.csv", "ofsted-inspections-2009-2023", None, series, inspections_found,
          name="Local authority name", column="CPI Overall Effectiveness (OE)",
          day="Child Protection Inspections (CPI) publication date", word="First SIF Overall Judgement (OE)"),
    Table("ofsted_area_send_mi.csv", "ofsted-area-send", None, area_send, send_found,
          name="Local.area.partnership", column="Inspection.outcome", day="Inspection.start.date",
          word="Inspection.outcome", figure="Number.of.areas.for.priority.action"),
    Table("ees_csww_indicators.csv", "dfe-workforce", "new_la_code",
          measured({"FTE": "inpost_fte", "VACANCIES": "vacancy_rate_fte", "TURNOVER": "turnover_rate_fte",
                    "AGENCY": "agency_rate_fte", "CASELOAD": "caseload_fte", "ABSENCE": "absence_rate_fte"}),
          indicators_found, old_code="old_la_code", name="la_name", column="vacancy_rate_fte",
          day="time_period", word="geographic_level", figure="caseload_fte", england=is_national),
    Table("ees_cla_rates.csv", "dfe-looked-after", "new_la_code", looked_after, indicators_found,
          old_code="old_la_code", name="la_name", column="rate_per_10000", day="time_period",
          word="population_type", figure="rate_per_10000", england=is_national),
    Table("ees_care_leavers_activity.csv", "dfe-care-leavers", "new_la_code", care_leavers, indicators_found,
          old_code="old_la_code", name="la_name", column="breakdown", day="time_period", word="care_leaver_age",
          figure="care_leaver_percent", england=is_national,
          is_read=lambda row: row["breakdown"] == "Total in education, employment or training"),
    Table("dfe_sn_model_2025_wide.csv", "dfe-neighbours", "old_la_code", neighbours, neighbours_found,
          name="la_name", column="SN_3", day=None, word=None, figure="SN_4", second=True),
    Table("dfe_lait_long.csv", "dfe-lait", "LA Number", lait, indicators_found, name="LA and Regions",
          column="Values", day="Years", word="Short Desc", figure="Values",
          england=lambda row: row["LA and Regions"] == "England"),
    Table("dfe_interventions_typed.csv", "dfe-interventions", "ons_code", interventions, interventions_found,
          name="la_name", column="published", day="ended", word="kind"),
]


# ---- specifications ----

def specification(table, council, data):
    name, code, old = council
    lines = ["briefing:", "  title: Published tables", "  as_at: 2026-08-31", "council:", f"  name: {name!r}"]
    if code.startswith("E"):
        lines.append(f"  ons_code: {code}")
    number_ = old or (code.removesuffix(".0") if not code.startswith("E") else None)
    if number_ and number_.isdigit():
        lines.append(f"  la_code: {number_}")
    lines += ["tables:", f"  - file: {data}", f"    mapping: {table.mapping}"]
    if table.second:
        lines.append("    second: inspections.csv")
    return "\n".join(lines) + "\n"


def build(program, folder, names):
    """The facts of each specification; what was told, for those that have none."""
    done = subprocess.run([program, "build", "--to", "facts", "-o", "out", *names], cwd=folder, capture_output=True,
                          text=True)
    facts = {}
    for name in names:
        path = folder / "out" / f"{Path(name).stem}.facts.json"
        facts[name] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    return facts, done.stderr


def check_table(program, table):
    """One line for each council whose facts are not what its rows say."""
    with tempfile.TemporaryDirectory() as name:
        folder = prepared(Path(name), table)
        councils = table.councils()
        for i, council in enumerate(councils):
            (folder / f"c{i}.yaml").write_text(specification(table, council, table.file), encoding="utf-8")
        facts, told = build(program, folder, [f"c{i}.yaml" for i in range(len(councils))])
        for i, council in enumerate(councils):
            found = facts[f"c{i}.yaml"]
            if not found:
                yield f"{table.file}: {council[0]}: refused: {told[:1500]}"
                continue
            rows = table.rows_about(council)
            wanted = table.read(rows, [row for row in table.rows if table.england(row)]) if table.england \
                else table.read(rows)
            if table.found(found) != wanted:
                yield f"{table.file}: {council[0]}:\n  is     {table.found(found)}\n  wanted {wanted}"
        print(f"published: {table.file}: {len(councils)} councils")


def prepared(folder, table):
    (folder / "templates").symlink_to(ROOT / "templates")
    (folder / table.file).write_bytes(table.text.encode())
    if table.second:
        (folder / "inspections.csv").write_bytes((ROOT / "inputs/data/ofsted_inspections.csv").read_bytes())
    return folder


# ---- spoilt tables ----

def cells_of(table):
    """The table as lists of cells, and the place of the council's first row among them."""
    body = list(csv.reader(io.StringIO(table.text.removeprefix("\ufeff"))))
    council = next(row for row in table.rows
                   if table.is_council(row) and " / " not in row[table.name] and table.is_read(row))
    first = body[table.header + 1 + table.rows.index(council)]
    return body, body.index(first)


def written(body):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(body)
    return out.getvalue()


def with_cell(table, column, value):
    if not column:
        return None
    body, first = cells_of(table)
    body[first][body[table.header].index(column)] = value
    return written(body)


def in_every_row(table, columns, value):
    body, _ = cells_of(table)
    places = [body[table.header].index(column) for column in columns if column]
    for row in body[table.header + 1:]:
        for place in places:
            row[place] = value
    return written(body) if places else None


def spoilt(table):
    """Pairs of what was done and the text that came of it; None where a table has nothing of the kind."""
    body, first = cells_of(table)
    names = body[table.header]
    renamed = [[cell.replace(table.column, "Column") if cell == table.column else cell for cell in names]]
    key = table.code or table.name
    text = table.text.removeprefix("\ufeff")
    lines = text.splitlines(keepends=True)
    at = [i for i, line in enumerate(lines) if table.name in line][0]
    yield "a column renamed", written(body[:table.header] + renamed + body[table.header + 1:])
    yield "a day or year that cannot be", with_cell(table, table.day, "2024-02-31")
    yield "a day that is none", with_cell(table, table.day, "soon")
    yield "other codes in all rows", in_every_row(table, [key, table.old_code], "Nowhere")
    yield "the row of names lost", "".join(lines[:at] + lines[at + 1:])
    yield "semicolons between cells", written_with(body, ";")
    yield "an unknown word", with_cell(table, table.word, "Goodish")
    yield "an unknown word in every row", in_every_row(table, [table.word], "Goodish")
    yield "a number with letters", with_cell(table, table.figure, "12a")
    yield "a row twice", written(body[:first + 1] + [body[first]] + body[first + 1:])
    yield "a row too short", written(body[:first] + [body[first][:-3]] + body[first + 1:])
    yield "a quotation mark that is not closed", text.replace(lines[-1], '"' + lines[-1]) if len(lines) > 1 else None
    yield "a formula that failed", with_cell(table, table.figure or table.word, "#REF!")
    yield "nothing in it", ""


def written_with(body, mark):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", delimiter=mark).writerows(body)
    return out.getvalue()


def told_of(program, folder, table, content):
    path = folder / table.file
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    done = subprocess.run([program, "check", "--all", "spec.yaml"], cwd=folder, capture_output=True, text=True)
    return done.stderr.replace(str(folder), ".").replace(str(ROOT) + "/", "")


def messages(text):
    return re.findall(r"^\S+: (?:error|warning)\[[EW]\d+\]: .*$", text, re.M)


def placeless(line):
    return re.sub(r":\d+:\d+: ", ": ", line, count=1)


def spoilt_report(program, table):
    with tempfile.TemporaryDirectory() as name:
        folder = prepared(Path(name), table)
        council = next(one for one in table.councils()
                       if all(" / " not in row[table.name] for row in table.rows_about(one)))
        (folder / "spec.yaml").write_text(specification(table, council, table.file), encoding="utf-8")
        sound = {placeless(line) for line in messages(told_of(program, folder, table, table.text))}
        report = []
        cases = list(spoilt(table))
        cases.append(("another encoding", table.text.encode().replace(b"a", b"\xe9", 40)))
        cases.append(("a title more above the names", "Copied on Monday\n\n" + table.text.removeprefix("\ufeff")))
        for what, content in cases:
            if content is None:
                continue
            told = told_of(program, folder, table, content)
            new = [line for line in messages(told) if placeless(line) not in sound]
            report.append((what, new, told))
        return report


def shown(report):
    out = []
    for what, new, told in report:
        kept = []
        for block in re.split(r"(?m)^(?=\S+: (?:error|warning)\[)", told):
            if block.splitlines() and block.splitlines()[0] in new:
                kept.append(re.sub(r"(?m)^councilbrief: .*\n?", "", block).rstrip("\n"))
        out.append(f"## {what}\n" + ("\n".join(kept) if kept else "nothing is told") + "\n")
    return "\n".join(out)


# What changes nothing: titles are passed over. A row of another measure or kind is one that is not read.
SILENT = {"a title more above the names"}
SILENT_HERE = {("dfe_lait_long.csv", "an unknown word"), ("ees_csww_indicators.csv", "an unknown word")}


def check_spoilt(program, table, update):
    report = spoilt_report(program, table)
    expected = HERE / f"{Path(table.file).stem}.expected"
    text = shown(report)
    if update:
        expected.write_text(text, encoding="utf-8")
    elif not expected.exists() or expected.read_text(encoding="utf-8") != text:
        yield f"{table.file}: messages of its spoilt copies are not those of {expected.name}: `make published`"
    for what, new, _ in report:
        if bool(new) == (what in SILENT or (table.file, what) in SILENT_HERE):
            yield f"{table.file}: {what}: {new or 'nothing is told'}"
        if len(new) > 3:
            yield f"{table.file}: {what}: {len(new)} messages:\n  " + "\n  ".join(new)


def main():
    program = str(Path(sys.argv[1]).resolve())
    update = sys.argv[2:] == ["update"]
    faults = []
    for table in TABLES:
        faults += list(check_table(program, table)) + list(check_spoilt(program, table, update))
    for fault in faults:
        print(f"published: {fault}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
