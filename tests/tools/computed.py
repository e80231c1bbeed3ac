"""docs/computed.md against the program: every derived field is named, every example is computed.

usage: computed.py PROGRAM

The fields are those of `derived` in the reference that the program writes. An example names a folder of
tests/says/ and words that the `expect` of it looks for in a PDF, which `make says-test` builds.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "computed.md"
PARTS = ("Rule", "Base", "False when", "Example")


def derived_fields(program):
    """Names of the derived facts, from the page that the program writes."""
    page = subprocess.run([program, "reference"], capture_output=True, text=True, check=True).stdout
    section = re.search(r"^#+ [^\n]*[Dd]erived facts[^\n]*\n(.*?)(?=^#)", page, re.M | re.S)
    if not section:
        sys.exit("computed.py: the reference has no section on derived facts")
    return re.findall(r"^\| `(\w+)`", section.group(1), re.M)


def rules(program):
    """Each derived fact with the rule that facts files name for it, from their schema."""
    schema = json.loads(subprocess.run([program, "schema", "facts"], capture_output=True, check=True).stdout)
    facts = schema["properties"]["derived"]["properties"]
    return {name: fact["properties"]["rule"]["const"] for name, fact in facts.items()}


def faults_of(title, text):
    for part in PARTS:
        if f"- **{part}**:" not in text:
            yield f"{title}: `{part}` is missing"
    examples = re.findall(r"\*\*Example\*\*: `([\w-]+)` says “(.*?)”$", text, re.M)
    if not examples:
        yield f"{title}: no example that a test computes"
    for folder, words in examples:
        expect = ROOT / "tests" / "says" / folder / "expect"
        said = [line[5:].strip() for line in expect.read_text().splitlines()
                if line.startswith("says:")] if expect.exists() else []
        if not any(words in line for line in said):
            yield f"{title}: tests/says/{folder} does not look for “{words}”"
    for folder in re.findall(r"\(`([\w-]+)`\)", text):
        if not (ROOT / "tests" / "says" / folder).is_dir():
            yield f"{title}: there is no tests/says/{folder}"


def main():
    page = PAGE.read_text()
    named = set(re.findall(r"`derived\.(\w+)`", page))
    fields = derived_fields(sys.argv[1])
    faults = [f"`derived.{name}` is not on the page" for name in fields if name not in named]
    faults += [f"`derived.{name}` is no derived fact" for name in sorted(named - set(fields))]
    headings = {name: title.partition(":")[0] for title in re.findall(r"^## (.*)$", page, re.M)
                for name in re.findall(r"`derived\.(\w+)`", title)}
    faults += [f"`derived.{name}` is computed by “{rule}”, which is not the heading that names it"
               for name, rule in rules(sys.argv[1]).items() if headings.get(name) != rule]
    for section in page.split("\n## ")[1:]:
        title, _, text = section.partition("\n")
        faults += faults_of(title, text)
    for fault in faults:
        print(f"computed: {fault}")
    print(f"computed: {len(fields)} derived facts, {len(faults)} faults")
    return 1 if faults or not fields else 0


sys.exit(main())
