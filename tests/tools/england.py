#!/usr/bin/env python3
"""Makes a specification for each of the 153 councils from tests/data/ofsted_inspections.csv, has the
program check them, and counts again what the rules rest on. Fails when a row is refused, when a
figure differs, or when a rule does not notice that it is broken.

    england.py PROGRAM           check
    england.py --write FOLDER    only write the specifications
"""
import collections
import csv
import pathlib
import re
import subprocess
import sys
import tempfile

DATA = pathlib.Path(__file__).resolve().parent.parent / "data" / "ofsted_inspections.csv"
AS_AT = "2026-08-31"
GRADES = ["outstanding", "good", "requires_improvement", "inadequate"]
VARIANTS = {"2018-2022": "ILACS_2018", "2023-2026": "ILACS_2023", "2026-04+": "ILACS_2026"}
TYPES = {"County": "county", "Unitary Authority": "unitary",
         "Metropolitan District": "metropolitan", "London Borough": "london_borough"}
JUDGEMENTS = ["leaders", "leadership", "help_protection", "cla_permanence", "in_care",
              "in_care_and_care_leavers", "adoption", "care_leavers", "capacity", "outcomes",
              "quality"]
KEYS = {"SIF": ["help_protection", "cla_permanence", "leadership"]}
DIAGNOSTIC = re.compile(r"^(.+?):\d+:\d+: (error|warning)\[([EW]\d+)\]", re.M)


def framework(row):
    return VARIANTS.get(row["variant"], row["framework"])


def published(row):
    return row["published_report"] or row["published_listed"]


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


def inspection(row, number, overall):
    lines = [f"  - id: I{number}", f"    framework: {framework(row)}",
             f"    kind: {'reinspection' if row['reinspection'] else 'full'}"
             if row["framework"] != "LSCB_REVIEW" else "    kind: review"]
    if row["fieldwork_start"]:
        end = row["fieldwork_end"] or ".."
        lines.append(f"    fieldwork: {row['fieldwork_start']}/{end}")
    lines.append(f"    published: {published(row)}")
    if overall:
        lines.append(f"    overall: {overall}")
    judged = [(key, row[key]) for key in JUDGEMENTS if row[key]]
    if judged:
        lines.append("    judgements:")
        lines += [f"      {key}: {grade}" for key, grade in judged]
    if row["lscb"]:
        lines += ["    bodies:", "      - name: Local Safeguarding Children Board",
                  "        judgement: lscb", f"        grade: {row['lscb']}"]
    return lines + [f"    source: R{number}"]


def specification(rows, overall=None):
    """All inspections of one council; `overall` stands in for the grade of the only one."""
    first = rows[0]
    name = quoted(first["ons_name"])
    lines = ["briefing:", f"  title: {quoted('Children’s services in ' + first['ons_name'])}",
             f"  as_at: {AS_AT}", "council:", f"  name: {name}",
             f"  la_code: {quoted(first['la_code'])}", f"  ons_code: {first['ons_code']}",
             f"  ofsted_urn: {quoted(first['ofsted_provider_urn'])}",
             f"  region: {quoted(first['region'])}"]
    became_unitary = first["la_type"] == "County" and first["ons_code"].startswith("E06")
    if first["la_type"] in TYPES and not became_unitary:  # the lookup lags behind for five councils
        lines.append(f"  type: {TYPES[first['la_type']]}")
    lines.append("sources:")
    for number, row in enumerate(rows, 1):
        lines += [f"  - id: R{number}", f"    title: {quoted(first['ons_name'] + ', report')}",
                  "    publisher: Ofsted", "    kind: ofsted_report",
                  f"    published: {published(row)}", f"    url: {row['ofsted_url']}"]
    lines.append("inspections:")
    for number, row in enumerate(rows, 1):
        lines += inspection(row, number, overall or row["overall"])
    return "\n".join(lines) + "\n"


def read_rows():
    with open(DATA, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_councils(rows, folder):
    councils = collections.defaultdict(list)
    for row in rows:
        councils[row["la_code"]].append(row)
    for code, inspections in councils.items():
        (folder / f"{code}.yaml").write_text(specification(inspections), encoding="utf-8")
    return councils


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
    """One specification for each row whose overall judgement can be broken: path to code."""
    expected = {}
    for number, row in enumerate(rows):
        if row["overall"] and row["framework"] in ("SIF", "ILACS") and (broken := broken_overall(row)):
            path = folder / f"{number:03}.yaml"
            path.write_text(specification([row], broken[0]), encoding="utf-8")
            expected[str(path)] = (row["framework"], broken[1])
    return expected


def diagnostics(program, arguments):
    """Codes by file."""
    run = subprocess.run([program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                         encoding="utf-8", check=False)
    crashed = "Sanitizer" in run.stderr or "runtime error:" in run.stderr
    if run.returncode not in (0, 1) or crashed:
        sys.exit(f"england: exit status {run.returncode}\n{run.stderr[-2000:]}")
    found = collections.defaultdict(list)
    for path, severity, code in DIAGNOSTIC.findall(run.stderr):
        found[path].append(code)
    return found


class Figures:
    def __init__(self):
        self.failed = False

    def expect(self, what, found, expected):
        self.failed = self.failed or found != expected
        print(f"  {what}: {found}" + ("" if found == expected else f", not {expected}"))


def main(program):
    rows, figures = read_rows(), Figures()
    with tempfile.TemporaryDirectory() as scratch:
        whole, broken = pathlib.Path(scratch, "whole"), pathlib.Path(scratch, "broken")
        whole.mkdir()
        broken.mkdir()
        councils = write_councils(rows, whole)
        found = diagnostics(program, ["build", "--dump", "spec", "--all", str(whole)])
        codes = collections.Counter(code for path in found for code in found[path])
        expected = write_broken(rows, broken)
        noticed = diagnostics(program, ["build", "--dump", "spec", "--all", str(broken)])
        missed = [path for path, (_, code) in expected.items() if code not in noticed[path]]
    judged = collections.Counter(row["framework"] for row in rows if row["overall"])
    print(f"england: {len(rows)} inspections of {len(councils)} councils")
    figures.expect("errors", sum(codes[code] for code in codes if code[0] == "E"), 0)
    figures.expect("SIF, overall inadequate if and only if a key judgement is",
                   f"{judged['SIF'] - codes['E224']} of {judged['SIF']}", "167 of 167")
    figures.expect("ILACS, overall within the range of its judgements",
                   f"{judged['ILACS'] - codes['E225']} of {judged['ILACS']}", "310 of 310")
    figures.expect("inadequate leaders under a better overall judgement, warned of (W221)",
                   codes["W221"], 3)
    figures.expect("other warnings", sum(codes.values()) - codes["W221"], 0)
    figures.expect(f"overall judgements made wrong, of {len(expected)}, that were not noticed",
                   len(missed), 0)
    if figures.failed:
        print("england: by code:", dict(codes))
    return figures.failed


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--write":
        write_councils(read_rows(), pathlib.Path(sys.argv[2]))
    elif len(sys.argv) == 2:
        sys.exit(main(sys.argv[1]))
    else:
        sys.exit(__doc__)
