#!/usr/bin/env python3
"""How much work one paper is, counted by valgrind and held against what was recorded.

usage: instructions.py check|write PROGRAM COMPILER...

Time differs from run to run and from machine to machine; the instructions that the program's own code executes do
not. Those of libraries do (they choose by processor, and each distribution has its own), so for them it is the calls
that are counted: shaping each word twice shows there. Both are a matter of the compiler, too, so that
tests/instructions.txt has a line for each compiler; with one that it does not know, nothing is compared, which is
said. `write` records what is counted now, for the compiler that is here.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

RECORD = Path("tests/instructions.txt")
MARGIN = 3  # in per cent
SPEC = "inputs/norfolk.yaml"

# What is made, and how; OUT is a folder of its own. One of a product from a cold start, and all
# of several papers by one process.
PRODUCTS = {
    "pdf": ["build", "--force", "-j1", "--to", "pdf", "-o", "OUT", SPEC],
    "facts": ["build", "--force", "-j1", "--to", "facts", "-o", "OUT", SPEC],
    "all-of-inputs": ["build", "--force", "-j1", "-o", "OUT", "inputs"],
}


def name_of(known, text):
    """Callgrind writes a name once, as "(12) name", and then as "(12)"."""
    number, _, name = text.partition(" ")
    if name:
        known[number] = name
    return known.get(number, text)


def counted_in(file, program):
    """(instructions in the program's own code, its calls into libraries) of one process."""
    names, own, calls = {}, 0, 0
    inside = called_inside = skip = False
    with open(file, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.startswith("ob="):
                inside = called_inside = name_of(names, line[3:].strip()).endswith(program)
            elif line.startswith("cob="):
                called_inside = name_of(names, line[4:].strip()).endswith(program)
            elif line.startswith("calls="):
                if inside and not called_inside:
                    calls += int(line[6:].split()[0])
                called_inside, skip = inside, True  # the next line is what the call cost, all in all
            elif line[:1].isdigit() or line[:1] in "+-*":
                if inside and not skip:
                    own += int(line.split()[1])
                skip = False
    return own, calls


def count(program, arguments):
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        arguments = [str(scratch / "out") if word == "OUT" else word for word in arguments]
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={scratch}/count.%p", program, *arguments],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        files = sorted(scratch.glob("count.*"))
        if run.returncode or not files:
            sys.exit(f"instructions: {' '.join(arguments)} ended with {run.returncode}\n{run.stderr[-2000:]}")
        counted = [counted_in(file, Path(program).name) for file in files]
    return tuple(map(sum, zip(*counted)))


def compiler_name(command):
    """ "gcc 12.2.0": what has a line in the record."""
    first = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    kind = "clang" if "clang" in first else "gcc"
    return f"{kind} {re.search(r'[0-9]+[.][0-9]+[.][0-9]+', first)[0]}"


def read_record():
    record = {}
    for line in RECORD.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, version, product, own, calls = line.split()
            record[f"{kind} {version}", product] = (int(own), int(calls))
    return record


def write_record(record):
    head = [line for line in RECORD.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [f"{compiler} {product} {own} {calls}" for (compiler, product), (own, calls) in sorted(record.items())]
    RECORD.write_text("\n".join([*head, *lines, ""]), encoding="utf-8")


def faults_of(product, now, recorded):
    for what, count_now, count_then in zip(("instructions", "calls into libraries"), now, recorded):
        change = 100 * (count_now - count_then) / count_then
        print(f"instructions: {product}: {count_now:,} {what}, {change:+.2f}%")
        if abs(change) > MARGIN:
            yield (f"{product}: {count_now:,} {what}, and {count_then:,} are recorded: find out why, "
                   "then `make instructions`")


def main():
    mode, program, compiler = sys.argv[1], sys.argv[2], compiler_name(sys.argv[3:])
    counts = {product: count(program, arguments) for product, arguments in PRODUCTS.items()}
    record = read_record()
    if mode == "write":
        record.update({(compiler, product): now for product, now in counts.items()})
        write_record(record)
        return
    faults = []
    for product, now in counts.items():
        if (compiler, product) in record:
            faults += faults_of(product, now, record[compiler, product])
        else:
            print(f"instructions: NOT COMPARED: {RECORD} has no line for {compiler} {product}, here {now[0]} {now[1]}")
    for fault in faults:
        print(f"instructions: {fault}", file=sys.stderr)
    sys.exit(bool(faults))


main()
