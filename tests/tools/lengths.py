#!/usr/bin/env python3
"""No record is lost between the lengths of a paper: what a shorter one prints nothing of is counted in the
line that says where it stands.

usage: lengths.py PROGRAM [SPEC...]

Every specification of inputs/ and tests/says/ (or those named) is filled into each shipped template in each of its
lengths, papers that say what changed since an issue before among them, and into one that is made here, whose standard length has very little. `--dump words` says which record each
text came from; the records of the longest paper that a shorter one does not have are counted, and so are the numbers
in the shorter one's line.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# They are told of somewhere; what they hold may be left out.
OF_ALL = {"briefing", "council"}
LEAD = "Left out here"
# Of the shipped templates, and of this one.
LEADS = ("In the full version: ", "In the longer paper: ", LEAD + ": ")
LITTLE = f"""{{% if paper.full %}}
ALL OF IT
{{% else %}}
# {{{{ briefing.title }}}}

```judgements
```

{{% for event in events %}}{{% if loop.index is odd %}}
- {{{{ event.text }}}}
{{% endif %}}{{% endfor %}}

```left-out
lead: {LEAD}
```

```source-list
```
{{% endif %}}
"""


def lengths_of(folder):
    """From the shortest to the longest."""
    words = re.findall(r"one|short|standard|full", (folder / "template.yaml").read_text().partition("lengths:")[2].partition("]")[0])
    return [word for word in ("one", "short", "standard", "full") if word in words]


def dump(program, templates, template, length, spec, since):
    """{record: it has words}, the text of the line on what is left out; None: the specification is refused."""
    result = subprocess.run(
        [program, "build", "--dump", "words", "--templates", templates, "--project", ROOT, "-t", template, "--length", length, *since, spec.name],
        cwd=spec.parent, capture_output=True, text=True)
    if result.returncode:
        return None
    records, texts = set(), []
    for line in result.stdout.splitlines():
        _, _, _, record, key, text = line.split("\t")
        texts.append(text)
        if record != "-" and key not in ("id", "source"):
            records.add(record)
    told = [text for text in texts if text.startswith(LEADS)]
    return records, told


def parents(record):
    """inspections[2].findings[1]: inspections[2]"""
    while "." in record:
        record = record.rpartition(".")[0]
        yield record


def missing_from(shorter, longest):
    """A record whose part has words has some itself."""
    has = set(shorter)
    for record in shorter:
        has.update(parents(record))
    lost = {record for record in longest if record not in OF_ALL and record not in has}
    for record in list(lost):
        lost.update(parent for parent in parents(record) if parent not in OF_ALL and parent not in has)
    return {record for record in lost if not any(parent in lost for parent in parents(record))}


def check(program, templates, template, spec, since):
    """(faults, whether anything was left out)"""
    lengths = lengths_of(templates / template)
    whole = dump(program, templates, template, lengths[-1], spec, since)
    if not whole:
        return [], 0
    faults, left = [], 0
    where = f"{spec.relative_to(ROOT) if spec.is_relative_to(ROOT) else spec}, {template}"
    if whole[1]:
        faults.append(f"{where}: the longest paper leaves out nothing, and says {whole[1]}")
    for length in lengths[:-1]:
        records, told = dump(program, templates, template, length, spec, since)
        lost = missing_from(records, whole[0])
        left += bool(lost)
        numbers = sum(int(number) for line in told for number in re.findall(r"(?<![\w.])(\d+) ", line))
        if len(told) > 1:
            faults.append(f"{where}, {length}: {len(told)} lines on what is left out")
        elif numbers != len(lost):
            faults.append(f"{where}, {length}: {len(lost)} records are left out ({', '.join(sorted(lost)[:6])} ...), "
                          f"and the line counts {numbers}: {told}")
    return faults, left


def make_templates(folder):
    shutil.copytree(ROOT / "templates", folder)
    little = folder / "little"
    shutil.copytree(folder / "briefing", little)
    (little / "template.yaml").write_text("lengths: [standard, full]\n")
    text = (little / "briefing.md").read_text()
    (little / "briefing.md").write_text(LITTLE.replace("ALL OF IT", text))


def issues(program, templates, folder):
    """[(specification, options that name the issue before it)]"""
    norfolk, golden = ROOT / "tests" / "changes" / "norfolk", ROOT / "tests" / "golden" / "since"
    years = sorted(norfolk.glob("*.yaml"))
    for before, spec in [*zip(years, years[1:]), (golden / "before.yaml", golden / "in.yaml")]:
        subprocess.run([program, "build", "--to", "facts", "--templates", templates, "--project", ROOT, "-o", folder,
                        before.name], cwd=before.parent, check=True, capture_output=True)
        yield spec, ["--since", f"{folder}/{before.stem}.facts.json"]


def main():
    program = str(Path(sys.argv[1]).resolve())
    specs = [Path(name).resolve() for name in sys.argv[2:]] or sorted(
        [*(ROOT / "inputs").glob("*.yaml"), *(ROOT / "tests" / "says").glob("*/spec.yaml")])
    with tempfile.TemporaryDirectory() as scratch:
        templates = Path(scratch) / "templates"
        make_templates(templates)
        papers = [(spec, []) for spec in specs] + ([] if sys.argv[2:] else [*issues(program, templates, Path(scratch) / "issues")])
        cases = [(template, *paper) for paper in papers for template in ("briefing", "committee", "little")]
        with ThreadPoolExecutor(4) as pool:
            results = list(pool.map(lambda case: check(program, templates, *case), cases))
    faults = [fault for found, _ in results for fault in found]
    if sum(left for (_, left), (template, _, _) in zip(results, cases) if template == "little") < len(specs) / 2:
        faults.append("little was left out: this test says nothing")
    for fault in faults:
        print("---", fault)
    print(f"lengths: {len(cases)} papers, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
