"""What is written is printed: a word of its own in every key of every record, and where it comes out.

usage: printed.py PROGRAM

Each key gets a word, a number or a date that stands nowhere else (see written.py). A record is written
in many ways, since a key may be lost only beside others, or without them: with all its keys, with each
of its words, with one key alone, and with all but one. The full paper of both templates must
print every word, and neither may have a key of which the program warns that it is not printed (W264).
What no paper prints says so in its record table, and the schema after it.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from written import BASE, Writer

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ["briefing", "committee"]
UNPRINTED_AT_MOST = 53
# Of several of one kind, the latest counts.
ONE_A_PAPER = ["covers"]


def specifications(writer):
    """[(name, specification)]: each kind of record alone, in all ways; lists in one, the rest one each."""
    for name in writer.top:
        kind, table = writer.kind(None, name)
        if name == "tables" or kind not in ("list", "record"):
            continue
        ways = writer.ways(table, name)
        if kind == "list" and name not in ONE_A_PAPER:
            yield name, writer.with_named({name: list(ways)})
        else:
            for i, record in enumerate(ways):
                yield f"{name}-{i}", writer.with_named({name: [record] if kind == "list" else record})


def squeezed(text):
    return re.sub(r"\s+", " ", re.sub("-\n|\u00ad\n?", "", text)).lower()


def text_of(pdf):
    return squeezed(subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True).stdout.decode())


def read_aloud(program, template, specification, work):
    """Alternative texts and what abbreviations stand for, which no eye sees."""
    dump = subprocess.run([program, "build", "-t", template, "--length", "full", "--dump", "structure", specification], cwd=work,
                          capture_output=True, text=True).stdout
    return squeezed(" ".join(re.findall(r'(?:alt|expansion) "(.*?)"', dump)))


def plain(where):
    return re.sub(r"\[.*?\]", "", where)


def lost_in(program, template, work, places):
    """[(where, word)]; builds all with a template."""
    done = subprocess.run([program, "build", "--all", "-t", template, "--length", "full", "-o", f"out-{template}", "inputs"],
                          cwd=work, capture_output=True, text=True)
    faults = re.findall(r"^.*(?: error|W264)[^\n]*", done.stderr, re.M)
    if done.returncode or faults:
        sys.exit(f"printed: {template}:\n" + "\n".join(faults[:20] or [done.stderr[-2000:]]))
    out = work / f"out-{template}"
    with ThreadPoolExecutor() as pool:
        suffix = "-full" if template == "briefing" else f"-{template}-full"
        texts = dict(zip(places, pool.map(lambda name: text_of(out / f"{name}{suffix}.pdf"), places)))
    texts["figures"] += read_aloud(program, template, "inputs/figures.yaml", work)
    return [(where, word) for name, words in places.items() for word, where in words.items()
            if word.lower() not in texts[name]]


def check_our_own(program):
    """Nor is any key of what comes with the program left out, be it out of a table."""
    for template in TEMPLATES:
        told = subprocess.run([program, "check", "--all", "-t", template, "inputs", "inputs/england"], cwd=ROOT,
                              capture_output=True, text=True).stderr
        left_out = re.findall(r"^.*W264.*$", told, re.M)
        if left_out:
            sys.exit(f"printed: {template}:\n" + "\n".join(left_out[:10]))


def main():
    program = str(Path(sys.argv[1]).resolve())
    writer = Writer(program)
    unprinted = writer.unprinted()
    names = {(table, key): f"`{key}` of `{table}`" for table, key in unprinted}
    if len(unprinted) > UNPRINTED_AT_MOST or not all(unprinted.values()):
        sys.exit(f"printed: {len(unprinted)} keys are never printed: {', '.join(names.values())}")
    check_our_own(program)
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(ROOT / "templates", work / "templates")
        shutil.copytree(ROOT / "tests/printed", work / "inputs")
        places = {}
        for name, specification in specifications(writer):
            (work / "inputs" / f"{name}.yaml").write_text(json.dumps(specification, ensure_ascii=False))
            places[name] = {word: where for word, where in writer.written.items()
                            if not is_unprinted(writer, unprinted, where)}
            writer.written.clear()
        for template in TEMPLATES:
            lost = lost_in(program, template, work, places)
            failed |= bool(lost)
            for where, word in lost[:40]:
                print(f"printed: {template} does not print {where} ({word})", file=sys.stderr)
    keys = {plain(where) for words in places.values() for where in words.values()}
    print(f"printed: {len(keys)} keys in {sum(map(len, places.values()))} places and {len(places)} "
          f"specifications, by {' and '.join(TEMPLATES)}; {len(unprinted)} keys are not for print")
    sys.exit(failed)


def is_unprinted(writer, unprinted, where):
    """Of "council.predecessors.ons_code": is it one that no paper prints?"""
    first, *rest = plain(where).split(".")
    table = writer.kind(None, first)[1]
    for key in rest[:-1]:
        table = writer.kind(table, key)[1]
    return (table, rest[-1]) in unprinted


main()
