"""Every component at its extremes: no data, one item, sixty, long words, unknown dates, all alike.

Lays out each component of the program alone, with made-up metrics, and compares what is seen with
tests/extremes/COMPONENT/EXTREME.expected. Standard and large print are parts of the same file.

usage: extremes.py check PAGES            compares
       extremes.py write PAGES            writes the expected files anew
       extremes.py keep PAGES FOLDER      leaves templates and specifications in a folder
"""
import concurrent.futures
import difflib
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

import extremes_form
from extremes_specs import EXTREMES, PICTURE, all_councils

EXPECTED = "tests/extremes"
# What stands in the fence, where the component needs more than its name.
OPTIONS = {
    "contents": "depth: 2\n",
    "place": "id: wanted\n",
    "figure": "file: picture.png\nalt: A grey square.\ncaption: The figure\n",
    "grade-chart": "caption: Grades over time\n",
    "judgements": "caption: The judgements\n",
    "timeline": "caption: What happened\n",
}
# Components that compare the council with all of a table, as tests/says/england-compared maps it.
COMPARING = {"england-bars"}
# The same component again under another name, with options that make another thing of it.
VARIANTS = {
    "action-tracker-present": ("action-tracker", "present: yes\n"),
    "recommendations-brief": ("recommendations", "brief: yes\npresent: yes\n"),
    "interventions-brief": ("interventions", "brief: yes\n"),
    "indicators-most": ("indicators", "most: 6\n"),
    "quotes-few": ("quotes", "most: 3\nelsewhere: in the full version\n"),
    "timeline-short": ("timeline", "most: 9\nmonths: yes\nelsewhere: in the full version\n"),
}
# Around the fence: what the component lists, or is asked for by name.
BEFORE = {"quote": "{% if quotes %}\n"}
WITHIN = {"quote": "id: Q1\n"}
AFTER = {
    "quote": "{% endif %}\n",
    "contents": "{% for event in events %}\n## {{ event.text }}\n\nWords below.\n\n{% endfor %}\n",
}
# The errors that may be: no column is as wide as a word of 60 letters.
REFUSALS = {("place", "standard"): "E520", ("place", "large print"): "E520"}
# Headings must have something below them, whatever the component shows.
DOCUMENT = "# {{{{ briefing.title }}}}\n\nThis is all.\n\n{before}```{name}\n{options}```\n\n{after}"


def picture():
    """A grey PNG of 8 by 8 pixels."""
    def chunk(kind, data):
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)
    rows = b"".join(b"\0" + b"\x80" * 8 for _ in range(8))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def put(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode("utf-8"))


def make_templates(folder, components):
    for name in ("frameworks.yaml", "bank-holidays.yaml"):
        shutil.copy(os.path.join("templates", name), folder)
    for name in components:
        component, options = VARIANTS.get(name, (name, OPTIONS.get(name, "")))
        document = DOCUMENT.format(name=component, before=BEFORE.get(name, ""),
                                   after=AFTER.get(name, ""),
                                   options=options + WITHIN.get(name, ""))
        put(os.path.join(folder, name, "briefing.md"), document)
        put(os.path.join(folder, name, PICTURE), picture())
        shutil.copy("templates/briefing/theme.yaml", os.path.join(folder, name))


def make_specs(folder):
    for name, make in EXTREMES.items():
        put(os.path.join(folder, name + ".yaml"),
            json.dumps(make(), ensure_ascii=False, indent=1))
    put(os.path.join(folder, PICTURE), picture())


def make_tables(scratch):
    """The same specifications beside a table of all councils, their own among them."""
    mapping = "tests/says/england-compared/table-all.yaml"
    os.makedirs(f"{scratch}/templates/tables")
    shutil.copy(mapping, f"{scratch}/templates/tables/all.yaml")
    for name, make in EXTREMES.items():
        spec, table = all_councils(name, make())
        put(f"{scratch}/compared/{name}.yaml", json.dumps(spec, ensure_ascii=False, indent=1))
        put(f"{scratch}/compared/{name}.csv", table)


class Case:
    """A component at an extreme, in standard and in large print."""

    def __init__(self, component, extreme):
        self.component, self.extreme = component, extreme
        self.path = os.path.join(EXPECTED, component, extreme + ".expected")
        self.seen, self.faults = "", []

    def __str__(self):
        return f"{self.component} {self.extreme}"

    def run(self, pages, scratch):
        specs = "compared" if self.component in COMPARING else "specs"
        for variant in ([], ["--large-print"]):
            name = "large print" if variant else "standard"
            done = subprocess.run(
                [pages, "--templates", f"{scratch}/templates", "--template", self.component,
                 "--structure", *variant, f"{scratch}/{specs}/{self.extreme}.yaml"],
                capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
            self.seen += f"---- {name} ----\n"
            if done.returncode:
                self.note_refusal(name, errors_of(done.stderr))
                continue
            self.seen += extremes_form.form(done.stdout)
            self.faults += [f"{name}: {fault}" for fault in extremes_form.faults(done.stdout)]
        return self

    def note_refusal(self, variant, errors):
        self.seen += "refused\n" + "".join(f"{error}\n" for error in errors)
        for error in errors or ["refused without an error"]:
            if not error.startswith(REFUSALS.get((self.extreme, variant), "no such code")):
                self.faults.append(f"{variant}: {error}")

    def differences(self):
        try:
            with open(self.path, encoding="utf-8") as file:
                expected = file.read()
        except FileNotFoundError:
            return [f"{self.path} is missing: `make extremes` writes it"]
        return list(difflib.unified_diff(expected.split("\n"), self.seen.split("\n"),
                                         self.path, "now", lineterm=""))


def errors_of(text):
    """Each with its code and its sentence; where it stands in the made specification says little."""
    return re.findall(r"error\[(.*)", text)


def strangers(cases):
    """Expected files that belong to no case."""
    known = {case.path for case in cases}
    return [os.path.join(folder, name) for folder, _, names in os.walk(EXPECTED) for name in names
            if os.path.join(folder, name) not in known]


def settle(cases, mode):
    """How many cases are wrong. In mode `write`, expected files follow what is seen."""
    wrong = 0
    for case in cases:
        if mode == "write":
            put(case.path, case.seen)
        faults = case.faults + (case.differences() if mode == "check" else [])
        wrong += bool(faults)
        for fault in faults:
            print(f"{case}: {fault}" if fault in case.faults else fault)
    for path in strangers(cases):
        if mode == "write":
            os.remove(path)
        else:
            wrong += 1
            print(f"{path}: there is no such component or extreme")
    return wrong


def main(mode, pages, scratch):
    listed = subprocess.run([pages, "--components"], capture_output=True, text=True, check=True)
    components = listed.stdout.split() + list(VARIANTS)
    os.makedirs(f"{scratch}/templates", exist_ok=True)
    make_templates(f"{scratch}/templates", components)
    make_specs(f"{scratch}/specs")
    make_tables(scratch)
    if mode == "keep":
        return 0
    cases = [Case(component, extreme) for component in components for extreme in EXTREMES]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        cases = list(pool.map(lambda case: case.run(pages, scratch), cases))
    wrong = settle(cases, mode)
    print(f"extremes: {len(cases) - wrong} of {len(cases)} cases passed")
    return 1 if wrong or not cases else 0


if len(sys.argv) == 4:
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3]))
with tempfile.TemporaryDirectory() as temporary:
    sys.exit(main(sys.argv[1], sys.argv[2], temporary))
