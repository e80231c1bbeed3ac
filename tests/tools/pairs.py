"""One record of each kind alone, and every pair of kinds, by both templates that come with the program.

usage: pairs.py PROGRAM

None may be refused; no heading may stand over nothing, skip a level, or stand under another than
where the kind of record stands alone: what one kind brings must not become a part of the other.
The records are made from the schema (see written.py): with all their keys, and with the fewest.
"""

import itertools
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from written import Writer

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ["briefing", "committee"]
# Sections that are told of several kinds together, and of one alone only where it has more to say.
TOGETHER = ("How we got here",)


def specifications(writer):
    """{name: (specification, {kind: its words})}"""
    kinds = [name for name in writer.top if writer.kind(None, name)[0] == "list" and name != "tables"]
    made = {}
    for how in ("full", "least"):
        records, words = {}, {}
        for name in kinds:
            writer.written.clear()
            records[name] = [getattr(writer, how)(writer.kind(None, name)[1], name)]
            words[name] = [word for word in writer.written if word.startswith("Q")]
        for names in itertools.chain([()], itertools.combinations(kinds, 1), itertools.combinations(kinds, 2)):
            specification = writer.with_named({name: records[name] for name in names})
            made["-".join([how, *names])] = (specification, {name: words[name] for name in names})
    return made


def lines_of(dump):
    """[(level of a heading or 0, text)]; a drawing, which shows several kinds at once, is one."""
    lines, heading, figure = [], None, None
    for line in dump.splitlines():
        depth, said = len(line) - len(line.lstrip()), line.strip()
        heading = heading if heading is not None and depth > heading else None
        figure = figure if figure is not None and depth > figure else None
        found = re.match(r"H([1-6]) page", said)
        if found:
            heading = depth
            lines.append((int(found[1]), ""))
        elif said.startswith("Figure "):
            figure = depth
            lines.append((0, "a picture"))
        elif said.startswith('"') and heading is not None:
            lines[-1] = (lines[-1][0], lines[-1][1] + said.strip('"'))
        elif said.startswith('"') and figure is None:
            lines.append((0, said))
    return lines


def faults_of(lines):
    faults, before = [], 0
    for i, (level, text) in enumerate(lines):
        if not level:
            continue
        if level > before + 1:
            faults.append(f"“{text}” skips a level")
        after = lines[i + 1] if i + 1 < len(lines) else (1, "the end")
        if level > 1 and after[0] and after[0] <= level:
            faults.append(f"“{text}” stands over nothing")
        before = level
    return faults


def places_of(lines, words):
    """The headings above each word, without their numbers."""
    path, places = [], set()
    for level, text in lines:
        if level:
            path = [*path[:level - 1], re.sub(r"^\d+\.?\s", "", text)]
        elif any(word in text for word in words):
            places.add(" > ".join(path[1:]))
    # Above the first section, nothing belongs to another.
    return {place for place in places if place and not place.startswith(TOGETHER)}


def documents(program, template, work, names):
    paths = [f"inputs/{name}.yaml" for name in names]
    done = subprocess.run([program, "build", "-t", template, "--length", "full", "--dump", "structure", *paths], cwd=work,
                          capture_output=True, text=True)
    if done.returncode:
        refused = re.findall(r"^.* error.*$", done.stderr, re.M)
        sys.exit(f"pairs: {template}: refused:\n" + "\n".join(refused[:20] or [done.stderr[-2000:]]))
    dumps = re.split(r"^Document page.*\n", done.stdout, flags=re.M)[1:]
    return {name: lines_of(dump) for name, dump in zip(names, dumps, strict=True)}


def faults_by(program, template, work, made):
    faults = []
    read = documents(program, template, work, list(made))
    for name, lines in read.items():
        faults += [(name, fault) for fault in faults_of(lines)]
        how, *kinds = name.split("-")
        for kind in kinds if len(kinds) == 2 else []:
            words = made[name][1][kind]
            alone, beside = (places_of(read[one], words) for one in (f"{how}-{kind}", name))
            if alone != beside:
                faults.append((name, f"{kind} stand under {sorted(beside)}, alone under {sorted(alone)}"))
    return faults


def main():
    program = str(Path(sys.argv[1]).resolve())
    made = specifications(Writer(program))
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(ROOT / "templates", work / "templates")
        shutil.copytree(ROOT / "tests/printed", work / "inputs")
        for name, (specification, _) in made.items():
            (work / "inputs" / f"{name}.yaml").write_text(json.dumps(specification, ensure_ascii=False))
        for template in TEMPLATES:
            faults = faults_by(program, template, work, made)
            failed |= bool(faults)
            for name, fault in faults[:40]:
                print(f"pairs: {template}: {name}: {fault}", file=sys.stderr)
            if len(faults) > 40:
                print(f"pairs: {template}: and {len(faults) - 40} more", file=sys.stderr)
    kinds = len({name for name in made if name.count("-") == 1}) // 2
    print(f"pairs: {kinds} kinds of record alone and in pairs, {len(made)} specifications, by "
          f"{' and '.join(TEMPLATES)}")
    sys.exit(failed)


main()
