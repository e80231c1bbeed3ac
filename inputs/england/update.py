#!/usr/bin/env python3
"""Writes a specification for each council of the table of inspections that has none yet, with the
councils that it replaced and those that will replace it; and the tables that follow from it: each
council's statistical neighbours with their latest grades, and how long councils waited.

    update.py [--as-at DATE]

Files that are there are never changed: what they say about inspections comes from the table each
time they are built, and the rest is their officers'. A council is known by its `ons_code`, so that a
file may be renamed. At the end it says which files are about no council of the table. DATE is
written into new files; it is the end of the month of the newest report where nothing is said.
"""
import argparse
import calendar
import csv
import datetime
import pathlib
import re
import statistics
import sys

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent / "data"
TYPES = {"County": "county", "Unitary authority": "unitary",
         "Metropolitan district": "metropolitan", "London borough": "london_borough"}
SHORT = {"City of Bristol": "Bristol", "Dorset Council": "Dorset", "St. Helens": "St Helens"}
WITH_ARTICLE = {"City of London", "East Riding of Yorkshire", "Isle of Wight", "Isles of Scilly"}
# The county council itself, which was given the work of its districts and another name: in law and in
# Ofsted's lists the same council, so what was found before is its own, and it did not begin that day.
RENAMED = {"North Yorkshire Council", "Somerset Council"}
AUTHORITIES = {
    "id": "AUTHORITIES", "title": "Names and codes of local authorities in the United Kingdom",
    "publisher": "mySociety",
    "url": "https://github.com/mysociety/uk_local_authority_names_and_codes", "kind": "data",
    "note": "Licensed under CC BY 4.0."}
SURREY = {
    "id": "REORGANISATION", "title": "Decision on local government reorganisation",
    "publisher": "Surrey’s councils",
    "url": "https://www.surreylgrhub.org/homepage/15/decision-on-local-government-reorganisation",
    "kind": "council_report"}

# Nothing was inspected from April 2020 to May 2021, so waits that ended soon after were longer.
WAITS_SINCE = "2023-07-01"
FRAMEWORKS = {"2018-2022": "ILACS_2018", "2023-2026": "ILACS_2023", "2026-04+": "ILACS_2026", "": "SIF"}

SPECIFICATION = """\
# yaml-language-server: $schema=../../docs/specification.schema.json
#
# {name}. What Ofsted found comes from the table named below, and is brought up to
# date with it. Everything else is for officers to write here: interventions, actions, leadership,
# money, text of your own. ../../docs/specification.md lists all there is. To add to an inspection,
# write it under `inspections` with the id it has in the briefing's data, such as {example}.

briefing:
  title: Children’s services in {title}
  as_at: {as_at}

council:
  name: {name}
  short_name: {short}
{council}
{sources}tables:
  - file: ../data/ofsted_inspections.csv
    mapping: ofsted-inspections
  - file: ../data/ofsted_areas.csv
    mapping: ofsted-areas
  - file: ../data/statistical_neighbours.csv
    mapping: statistical-neighbours
  - file: ../data/ofsted_waits.csv
    mapping: ofsted-waits
    value: England
"""


def read(name):
    with open(DATA / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def end_of_month(day):
    year, month = int(day[:4]), int(day[5:7])
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"


class Authorities:
    """Official names, and who replaced whom. A name will do where a code is not in the list."""

    def __init__(self, today):
        self.rows = read("authorities.csv")
        current = [row for row in self.rows if not row["end-date"] or row["end-date"] > today]
        self.by_code = {row["gss-code"]: row for row in current}
        self.by_name = {row["nice-name"]: row for row in current}

    def find(self, row):
        found = self.by_code.get(row["ons_code"]) or self.by_name.get(row["ons_name"])
        if not found:
            sys.exit(f"update: authorities.csv has neither {row['ons_code']} nor {row['ons_name']}")
        return found

    def before(self, authority):
        """Those it replaced that had services for children: no districts."""
        return [row for row in self.rows if row["local-authority-type-name"] in TYPES
                and authority["local-authority-code"] in row["replaced-by"].split(",")]

    def after(self, authority):
        codes = authority["replaced-by"].split(",")
        return [row for row in self.rows if row["local-authority-code"] in codes]


def relation(row, date):
    """The list gives an end as its last day or as the first day after: `date` is when the next began."""
    return [f"    - name: {row['official-name']}",
            *([f"      ons_code: {row['gss-code']}"] if row["gss-code"] else []),
            *([f"      date: {date}"] if date else [])]


def reorganisation(authority, authorities):
    """What stands in `council` about those before and after it, and the sources of that."""
    lines, before, after = [], authorities.before(authority), authorities.after(authority)
    renamed = authority["official-name"] in RENAMED
    if before:
        lines.append("  predecessors:")
        for row in before:
            lines += relation(row, None if renamed else authority["start-date"])
    if renamed:
        lines += ["  note: >-", f"    Until 31 March 2023 it was {before[0]['official-name']}. It is the "
                  "same council in law, which took",
                  "    over the work of the district councils, so Ofsted’s earlier findings are its own."]
    if after:
        lines += [f"  abolished: {after[0]['start-date']}", "  successors:"]
        for row in after:
            lines += relation(row, row["start-date"])
    sources = [AUTHORITIES] * bool(before) + [SURREY] * bool(after)
    return lines + [f"  source: {source['id']}" for source in sources], sources


def inspections_before(authority, authorities, rows):
    """Those of the table that were of a council it replaced, though Ofsted lists them with its own."""
    before = authorities.before(authority)
    if len(before) != 1 or authority["official-name"] in RENAMED:
        return []
    return [{"id": f"I{row['published_listed']}", "of": before[0]["official-name"]}
            for row in rows if row["published_listed"] < authority["start-date"]]


def section(name, records):
    if not records:
        return ""
    return f"{name}:\n" + "".join(
        f"  {'- ' if key == 'id' else '  '}{key}: {value}\n"
        for record in records for key, value in record.items()) + "\n"


def specification(rows, authority, as_at, authorities):
    row = rows[-1]
    short = SHORT.get(authority["nice-name"], authority["nice-name"])
    lines = [f"  la_code: {row['la_code']}", f"  ons_code: {row['ons_code']}",
             f"  ofsted_urn: {row['ofsted_provider_urn']}", f"  region: {row['region']}"]
    kind = TYPES.get(authority["local-authority-type-name"])
    if kind:
        lines.insert(0, f"  type: {kind}")
    more, sources = reorganisation(authority, authorities)
    earlier = inspections_before(authority, authorities, rows)
    return SPECIFICATION.format(
        name=authority["official-name"], short=short, as_at=as_at,
        sources=section("sources", sources) + section("inspections", earlier),
        council="\n".join(lines + more) + "\n",
        title=f"the {short}" if short in WITH_ARTICLE else short,
        example=f"I{row['published_listed']}")


# ---- tables that follow from that of inspections ----

def full_inspections(rows):
    """Of each council by its code at the Department for Education, oldest first."""
    councils = {}
    for row in sorted(rows, key=lambda row: row["published_listed"]):
        if row["framework"] in ("SIF", "ILACS"):
            councils.setdefault(row["la_code"], []).append(row)
    return councils


def waits(rows):
    """Months from the start of an ILACS inspection to the start of the next, by grade of the earlier."""
    found = {}
    for inspections in full_inspections(rows).values():
        for before, after in zip(inspections, inspections[1:]):
            if before["framework"] == "ILACS" and after["fieldwork_start"] >= WAITS_SINCE:
                days = (datetime.date.fromisoformat(after["fieldwork_start"])
                        - datetime.date.fromisoformat(before["fieldwork_start"])).days
                found.setdefault(before["overall"], []).append(days / (365.25 / 12))
    order = ["outstanding", "good", "requires_improvement", "inadequate"]
    return [{"area": "England", "after": grade, "months": round(statistics.median(found[grade])),
             "inspections": len(found[grade]), "since": WAITS_SINCE[:7]}
            for grade in order if grade in found]


def neighbours(rows):
    """As `councilbrief new` knows them, joined by their numbers at the Department for Education."""
    latest = {code: found[-1] for code, found in full_inspections(rows).items()}
    newest = max(row["published_listed"] for row in rows)
    for council in read("../../templates/councils.csv"):
        gone = council["abolished"] and council["abolished"] <= newest
        codes = council["neighbours"].split() if council["la_code"] in latest and not gone else []
        for place, code in enumerate(codes, 1):
            row = latest[code]
            yield {"la_code": council["la_code"], "council": latest[council["la_code"]]["ons_name"],
                   "place": place, "neighbour": row["ons_name"], "framework": FRAMEWORKS[row["variant"]],
                   "published": row["published_report"] or row["published_listed"],
                   "overall": row["overall"]}


def write_table(name, rows):
    with open(DATA / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_tables(rows):
    """With the day of the table from which they follow."""
    day = re.search(r"^as_at: (\S+)", (DATA / "ofsted_inspections.csv.yaml").read_text("utf-8"), re.M)[1]
    for name, table in (("ofsted_waits.csv", waits(rows)),
                        ("statistical_neighbours.csv", list(neighbours(rows)))):
        write_table(name, table)
        note = DATA / f"{name}.yaml"
        note.write_text(re.sub(r"^as_at: .*", f"as_at: {day}", note.read_text("utf-8"), flags=re.M),
                        "utf-8")


def file_name(authority):
    short = SHORT.get(authority["nice-name"], authority["nice-name"])
    return re.sub(r"[^a-z]+", "-", short.lower()).strip("-") + ".yaml"


def written_councils():
    """Files by the code they name."""
    found = {}
    for path in sorted(HERE.glob("*.yaml")):
        code = re.search(r"^\s+ons_code: *[\"']?(\w+)", path.read_text(encoding="utf-8"), re.M)
        found[code[1] if code else path.name] = path
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--as-at", type=datetime.date.fromisoformat)
    rows = read("ofsted_inspections.csv")
    newest = max(row["published_listed"] for row in rows)
    as_at = parser.parse_args().as_at or end_of_month(newest)
    write_tables(rows)
    authorities, written, councils = Authorities(str(as_at)), written_councils(), {}
    for row in rows:
        councils.setdefault(row["ons_code"], []).append(row)
    new = [found for code, found in councils.items() if code not in written]
    for found in new:
        authority = authorities.find(found[-1])
        path = HERE / file_name(authority)
        with open(path, "x", encoding="utf-8") as file:
            file.write(specification(found, authority, as_at, authorities))
        print(f"{path.name}: new")
    for code, path in written.items():
        if code not in councils:
            print(f"{path.name}: the table has no council {code}")
    print(f"{len(councils)} councils in the table, {len(new)} new files, as at {as_at}")


if __name__ == "__main__":
    main()
