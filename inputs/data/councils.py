#!/usr/bin/env python3
"""Writes templates/councils.csv, from which `councilbrief new` fills in what is known of a council.

    councils.py LOOKUP

LOOKUP is authority_lookup.csv of the public repository data-to-insight/ofsted-ilacs-scrape-tool (MIT), which
has the statistical neighbours and the names by which a council also goes. Names, what replaced what and
when come from authorities.csv (mySociety, CC BY 4.0), codes and regions from ofsted_inspections.csv; both
are corrected as README.md says, and the specifications of ../england were made from them too.
"""
import csv
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "england"))

import update

COLUMNS = ["name", "short_name", "also", "type", "la_code", "ons_code", "ofsted_urn", "region", "abolished",
           "predecessors", "successors", "renamed", "neighbours"]
# Cumbria, Northamptonshire and the like: they have papers too, on what was found before they went.
ENDED = {"Buckinghamshire County Council": "825", "Bournemouth Borough Council": "837", "Borough of Poole": "836",
         "Cumbria County Council": "909", "Dorset County Council": "835", "Northamptonshire County Council": "928"}
# What people call them besides; the lookup has three.
ALSO = {"Hull City Council": "Kingston upon Hull", "Westminster City Council": "City of Westminster",
        "Durham County Council": "Durham"}
# The lookup has the old codes of three neighbours that are no more.
NOW = {"909": None, "928": None, "836": None, "837": "839", "835": "838"}


def relations(rows, day):
    return "; ".join("|".join([row["official-name"], row["gss-code"], day(row)]) for row in rows)


def begins(row):
    return row["start-date"]


def current(authorities, rows, lookup):
    for row in rows.values():
        found = authorities.find(row)
        renamed = found["official-name"] in update.RENAMED
        before, after = authorities.before(found), authorities.after(found)
        also = [found["nice-name"], row["ons_name"]]
        more = lookup.get(row["la_code"], {}).get("also_known_as", "").strip("[]")
        also += [name.strip() for name in more.split(",") if name.strip()] + [ALSO.get(found["official-name"], "")]
        short = update.SHORT.get(found["nice-name"], found["nice-name"])
        names = dict.fromkeys(name for name in also if name and name not in (short, found["official-name"]))
        near = lookup[row["la_code"]]["stat_neighbours"].replace(" ", "").split(",")
        yield {
            "name": found["official-name"], "short_name": short, "also": "; ".join(names),
            "type": update.TYPES.get(found["local-authority-type-name"], ""), "la_code": row["la_code"],
            "ons_code": row["ons_code"], "ofsted_urn": row["ofsted_provider_urn"], "region": row["region"],
            "abolished": after[0]["start-date"] if after else "",
            "predecessors": relations(before, lambda _: "" if renamed else found["start-date"]),
            "successors": relations(after, begins), "renamed": "yes" if renamed else "",
            "neighbours": " ".join(code for code in (NOW.get(code, code) for code in near) if code)}


def ended(authorities, lookup):
    for row in authorities.rows:
        code = ENDED.get(row["official-name"])
        if not code:
            continue
        after = authorities.after(row)
        yield {
            "name": row["official-name"], "short_name": row["nice-name"].removesuffix(" County"), "also": "",
            "type": update.TYPES[row["local-authority-type-name"]], "la_code": code, "ons_code": row["gss-code"],
            "ofsted_urn": "", "region": row["region"] or after[0]["region"], "abolished": after[0]["start-date"],
            "predecessors": "", "successors": relations(after, begins), "renamed": "", "neighbours": ""}


def main():
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        lookup = {row["la_code"]: row for row in csv.DictReader(file)}
    rows = {row["ons_code"]: row for row in update.read("ofsted_inspections.csv")}
    authorities = update.Authorities("2026-11-30")
    table = sorted([*current(authorities, rows, lookup), *ended(authorities, lookup)], key=lambda row: row["name"])
    with open(HERE.parents[1] / "templates" / "councils.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    print(f"{len(table)} councils")


if __name__ == "__main__":
    main()
