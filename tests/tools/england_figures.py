#!/usr/bin/env python3
"""The comparison of every council with all others, counted again from the table alone.

Reads data/ofsted_inspections.csv and statistical_neighbours.csv with nothing of the program, counts each
figure of `derived.england` as docs/computed.md has the rule, and holds it against the facts that the
program writes for the specifications of inputs/england: numbers, and every number that a sentence says.

    england_figures.py PROGRAM [AS_AT...]
"""
import collections
import csv
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile

INPUTS = pathlib.Path(__file__).resolve().parents[2] / "inputs"
SCALE = ["outstanding", "good", "requires_improvement", "inadequate"]
WORDS = {"outstanding": "outstanding", "good": "good", "requires_improvement": "requires improvement",
         "inadequate": "inadequate"}
GOOD = set(SCALE[:2])
FEWEST, FEWEST_SEQUELS, MOST_NAMES = 5, 10, 10
# What a column of the table is called in each framework, and which columns are one judgement:
# oldest first, as the newer one follows the older.
NOW = {"SIF": ["overall", "help_protection", "cla_permanence", "adoption", "care_leavers", "leadership"],
       "2018": ["overall", "leaders", "help_protection", "in_care_and_care_leavers"],
       "2023": ["overall", "leaders", "help_protection", "in_care", "care_leavers"],
       "2026": ["leaders", "help_protection", "in_care", "care_leavers"]}
KEYS = {"SIF": ["help_protection", "cla_permanence", "leadership"], "2018": NOW["2018"][1:],
        "2023": NOW["2023"][1:], "2026": NOW["2026"]}
# (framework, judgement) -> the judgements of another framework that cover the same ground
SAME = {
    ("leadership", "2018"): "leaders", ("leadership", "2023"): "leaders", ("leadership", "2026"): "leaders",
    ("leaders", "SIF"): "leadership",
    ("cla_permanence", "2018"): "in_care_and_care_leavers", ("cla_permanence", "2023"): "in_care",
    ("cla_permanence", "2026"): "in_care", ("in_care_and_care_leavers", "SIF"): "cla_permanence",
    ("in_care", "SIF"): "cla_permanence",
}
# Rows before this day are of the council before it, and so are not its own: inputs/england says so.
NOT_OWN_BEFORE = {"E06000060": datetime.date(2020, 4, 1)}
NEWEST = ["2026", "2023", "2018", "SIF"]
VARIANTS = {"2018-2022": "2018", "2023-2026": "2023", "2026-04+": "2026"}


def day(text):
    return datetime.date.fromisoformat(text)


def months(start, end):
    """Whole months, as ages are counted."""
    count = (end.year - start.year) * 12 + end.month - start.month
    return count - (end.day < start.day)


class Report:
    def __init__(self, row):
        self.framework = "SIF" if row["framework"] == "SIF" else VARIANTS[row["variant"]]
        self.published = day(row["published_report"] or row["published_listed"])
        self.began = day(row["fieldwork_start"]) if row["fieldwork_start"] else None
        self.grades = {name: row[name] for name in NOW[self.framework] if row[name] in SCALE}


class Table:
    def __init__(self):
        self.names, self.regions = {}, {}
        self.reports = collections.defaultdict(list)
        with open(INPUTS / "data/ofsted_inspections.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.begins = min(day(row["published_report"] or row["published_listed"]) for row in rows
                          if row["framework"] != "LSCB_REVIEW")
        for row in rows:
            if row["framework"] not in ("SIF", "ILACS"):
                continue
            code = row["ons_code"]
            self.names[code], self.regions[code] = row["ons_name"], row["region"]
            self.reports[code].append(Report(row))
        for reports in self.reports.values():
            reports.sort(key=lambda report: report.published)
        self.all = len(self.reports)
        self.neighbours = collections.defaultdict(list)
        numbers = {row["la_code"]: row["ons_code"] for row in rows}
        codes = {name: code for code, name in self.names.items()}
        with open(INPUTS / "data/statistical_neighbours.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self.neighbours[numbers[row["la_code"]]].append(codes[row["neighbour"]])


def same(judgement, judged_in, framework):
    """What `framework` calls the judgement of `judged_in`; None: it does not judge that alone."""
    if framework == judged_in:
        return judgement
    if judgement == "care_leavers" and "2018" in (framework, judged_in):
        return None
    if judgement in ("in_care", "care_leavers") and framework == "2018":
        return None
    if judgement == "in_care_and_care_leavers" and framework in ("2023", "2026"):
        return None
    renamed = SAME.get((judgement, framework), judgement)
    return renamed if renamed in NOW[framework] else None


def jointly(judgement, judged_in, report):
    """Is it judged together with something else there?"""
    parts = judgement in ("in_care", "care_leavers") and judged_in in ("2023", "2026")
    of_sif = judgement == "care_leavers" and judged_in == "SIF"
    return (parts or of_sif) and report.framework == "2018" and \
        "in_care_and_care_leavers" in report.grades


class Figures:
    """What is to be said of one council on one day."""

    def __init__(self, table, code, as_at):
        self.table, self.code, self.as_at = table, code, as_at
        self.latest = {other: [r for r in reports if r.published <= as_at][-1]
                       for other, reports in table.reports.items()
                       if reports[0].published <= as_at}
        self.own = self.latest.get(code)
        if self.own and self.own.published < NOT_OWN_BEFORE.get(code, self.own.published):
            self.own = None
        self.grounds = []
        order = ([self.own.framework] if self.own else []) + \
            [f for f in NEWEST if any(r.framework == f for r in self.latest.values())]
        for framework in order:
            for judgement in NOW[framework]:
                if not any(same(j, f, framework) == judgement for j, f in self.grounds):
                    self.grounds.append((judgement, framework))
        self.grounds = [g for g in self.grounds if self.is_enough(len(self.graded(g)))]

    def is_enough(self, judged):
        return judged >= FEWEST and judged * 2 >= self.table.all

    def grade(self, ground, report):
        name = same(*ground, report.framework)
        return report.grades.get(name) if name else None

    def graded(self, ground, among=None):
        return {code: self.grade(ground, report) for code, report in self.latest.items()
                if self.grade(ground, report) and (among is None or code in among)}

    def count(self, grades):
        counts = collections.Counter(grades)
        return [counts[grade] for grade in SCALE]

    def judgement(self, ground):
        graded = self.graded(ground)
        own = self.grade(ground, self.own) if self.own else None
        region = self.table.regions[self.code]
        inside = self.graded(ground, {c for c, r in self.table.regions.items() if r == region})
        near = self.graded(ground, set(self.table.neighbours[self.code]))
        joint = sorted(self.table.names[code] for code, report in self.latest.items()
                       if code not in graded and jointly(*ground, report))
        said = {"judgement": ground[0], "grades": self.count(graded.values()), "judged": len(graded),
                "good_or_better": sum(g in GOOD for g in graded.values()), "joint": len(joint), "own": own}
        if joint and len(joint) <= 3:
            said["joint_councils"] = joint
        if len(inside) >= FEWEST:
            said["region_judged"] = len(inside)
            said["region_good_or_better"] = sum(g in GOOD for g in inside.values())
        if len(near) >= FEWEST:
            said["neighbours_judged"] = len(near)
            said["neighbours_good_or_better"] = sum(g in GOOD for g in near.values())
            if own:
                said["neighbours_alike"] = sum(g == own for g in near.values())
        return said

    def keys(self):
        """The council's own grades that decide its position, in the order of its framework."""
        return [(j, self.own.grades[j]) for j in KEYS[self.own.framework] if j in self.own.grades] \
            if self.own else []

    def grounds_with(self, grade):
        return [g for g in self.grounds if same(*g, self.own.framework) in KEYS[self.own.framework]
                and self.grade(g, self.own) == grade]

    def position(self):
        own = [grade for _, grade in self.keys()]
        if not own:
            return None
        grade = max(own, key=SCALE.index)
        if grade in GOOD:
            grade = min(own, key=SCALE.index)
        grounds = self.grounds_with(grade)
        if not grounds:
            return None
        judged = [code for code, report in self.latest.items()
                  if all(self.grade(g, report) for g in grounds)]
        alike = [code for code in judged
                 if all(self.grade(g, self.latest[code]) == grade for g in grounds)]
        others = sorted(self.table.names[code] for code in alike if code != self.code)
        said = {"grade": grade, "judgements": [g[0] for g in grounds], "alike": len(alike),
                "councils": len(judged)}
        if others and len(others) <= MOST_NAMES:
            said["others"] = others
        return said

    def followed(self):
        own = [grade for _, grade in self.keys()]
        grade = max(own, key=SCALE.index) if own else None
        grounds = self.grounds_with(grade) if grade else []
        if not grounds:
            return None
        nexts, gaps = [], []
        for reports in self.table.reports.values():
            known = [r for r in reports if r.published <= self.as_at]
            for before, after in zip(known, known[1:]):
                if self.grade(grounds[0], before) == grade and self.grade(grounds[0], after):
                    nexts.append(self.grade(grounds[0], after))
                    gaps.append(months(before.began, after.began))
        if len(nexts) < FEWEST_SEQUELS:
            return None
        than = SCALE.index(grade)
        gap = sorted(gaps)[len(gaps) // 2]
        assert 2 * sum(other >= gap for other in gaps) >= len(gaps)
        return {"judgement": grounds[0][0], "grade": grade, "grades": self.count(nexts),
                "inspections": len(nexts), "rose": sum(SCALE.index(g) < than for g in nexts),
                "same": nexts.count(grade), "fell": sum(SCALE.index(g) > than for g in nexts),
                "months": gap}

    def wait(self):
        waits = sorted((self.as_at - r.began).days for r in self.latest.values() if r.began)
        half = [w for w in waits if 2 * sum(other >= w for other in waits) >= len(waits)]
        typical = self.as_at - datetime.timedelta(days=max(half))
        said = {"councils": len(waits), "typical": months(typical, self.as_at)}
        if self.own:
            began = self.own.began.isoformat()
            said["began"] = {"precision": "day", "first": began, "last": began, "inferred": False, "approximate": False}
            said["months"] = months(self.own.began, self.as_at)
            said["longer"] = sum(w > (self.as_at - self.own.began).days for w in waits)
        return said

    def all(self):
        if self.as_at < self.table.begins or not self.grounds:
            return None
        region = [c for c in self.latest if self.table.regions[c] == self.table.regions[self.code]]
        near = [c for c in set(self.table.neighbours[self.code]) if c in self.latest]
        said = {"councils": len(self.latest), "region": self.table.regions[self.code],
                "judgements": [self.judgement(g) for g in self.grounds], "wait": self.wait(),
                "position": self.position(), "followed": self.followed()}
        if len(region) >= FEWEST:
            said["region_councils"] = len(region)
        if len(near) >= FEWEST:
            said["neighbours"] = len(near)
        return said


# ---- against the facts --------------------------------------------------------------------------

SENTENCES = {"text", "base", "place", "label", "labels", "own_reason", "why_not", "totals",
             "neighbours_text", "source", "as_at"}


def figures_of(facts):
    """The figures of facts, without sentences; counts of grades as a list in the order of the scale."""
    if isinstance(facts, dict):
        made = {}
        for key, value in facts.items():
            if key == "grades":
                assert [each["grade"] for each in value] == SCALE
                made[key] = [each["councils"] for each in value]
            elif key not in SENTENCES:
                made[key] = figures_of(value)
        return made
    return [figures_of(each) for each in facts] if isinstance(facts, list) else facts


def without_none(value):
    if isinstance(value, dict):
        return {key: without_none(each) for key, each in value.items() if each is not None}
    return [without_none(each) for each in value] if isinstance(value, list) else value


def differences(path, said, counted):
    if isinstance(said, dict) and isinstance(counted, dict):
        for key in sorted(set(said) | set(counted)):
            yield from differences(f"{path}.{key}", said.get(key), counted.get(key))
    elif isinstance(said, list) and isinstance(counted, list) and len(said) == len(counted):
        for i, pair in enumerate(zip(said, counted)):
            yield from differences(f"{path}[{i}]", *pair)
    elif said != counted:
        yield f"{path}: the program says {said}, the table {counted}"


def numbers(text):
    return [int(number) for number in re.findall(r"\b\d+\b", text or "")]


def wrong_sentences(said):
    """Numbers that stand in a sentence and are not the figures beside it."""
    for judgement in said["judgements"]:
        expected = [judgement["good_or_better"], judgement["judged"]]
        if numbers(judgement["text"]) not in (expected, expected[1:]):
            yield f"“{judgement['text']}”"
        own = [each["councils"] for each in judgement["grades"] if each["own"]]
        if numbers(judgement.get("place")) not in (own, own if own != [1] else []):
            yield f"“{judgement['place']}”"
        if bool(judgement.get("own")) != bool(own):
            yield f"{judgement['judgement']}: the council’s own grade is marked wrongly"
    wait = said["wait"]
    if wait.get("longer") and numbers(wait["text"])[-2:] != [wait["longer"], wait["councils"]]:
        yield f"“{wait['text']}”"
    position = said.get("position")
    if position and position["alike"] > 1 and numbers(position["text"]) != [position["alike"],
                                                                           position["councils"]]:
        yield f"“{position['text']}”"
    followed = said.get("followed")
    if followed:
        known = {followed[key] for key in ("inspections", "rose", "same", "fell")}
        known |= {each["councils"] for each in followed["grades"]}
        known |= {followed["months"], followed["months"] // 12, followed["months"] % 12}
        if not set(numbers(followed["text"])) <= known:
            yield f"“{followed['text']}”"
        for grade in followed["grades"]:
            if grade["councils"] and WORDS[grade["grade"]].replace("requires ", "") not in followed["text"]:
                yield f"“{followed['text']}” leaves out {grade['grade']}"
    if set(numbers(said.get("totals", ""))) - {said["councils"], 2026} - \
            {each["judged"] for each in said["judgements"]}:
        yield f"“{said['totals']}”"


def codes():
    for path in sorted((INPUTS / "england").glob("*.yaml")):
        yield path.stem, re.search(r"ons_code: (\w+)", path.read_text(encoding="utf-8"))[1]


def compare(program, table, as_at):
    faults, figures = [], 0
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([program, "build", "--to", "facts", "--as-at", as_at.isoformat(), "-o", scratch,
                        INPUTS / "england"], check=True, capture_output=True)
        for name, code in codes():
            facts = json.loads((pathlib.Path(scratch) / f"{name}.facts.json").read_text(encoding="utf-8"))
            said = facts["derived"].get("england")
            said = said["value"] if said else None
            counted = Figures(table, code, as_at).all()
            faults += [f"{name}, {as_at}: {fault}" for fault in
                       differences("england", figures_of(said), without_none(counted))]
            if said:
                faults += [f"{name}, {as_at}: {fault}" for fault in wrong_sentences(said)]
                figures += len(re.findall(r"\d+", json.dumps(figures_of(said))))
    return faults, figures


def would_notice(program, table, as_at):
    """Is every paper found wrong when one grade of the table is another?"""
    latest = table.reports["E08000009"][-1]
    latest.grades["leaders"] = "good" if latest.grades["leaders"] != "good" else "inadequate"
    found, _ = compare(program, table, as_at)
    return len({fault.partition(",")[0] for fault in found}) == len(list(codes()))


def main(program, days):
    table, faults, figures = Table(), [], 0
    for as_at in days:
        found, count = compare(program, table, day(as_at))
        faults += found
        figures += count
    if not would_notice(program, table, day(days[0])):
        faults.append("another grade in the table goes unnoticed")
    for fault in faults[:40]:
        print(f"england_figures: {fault}")
    print(f"england_figures: {figures} figures on {len(days)} days, {len(faults)} faults")
    return 1 if faults or not figures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:] or ["2026-08-31", "2024-07-01", "2019-12-31", "2018-01-22",
                                                "2015-05-31"]))
