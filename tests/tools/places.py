"""Proves that a fault in a value is reported at the line of the specification that has it.

Puts a character that no font has, and then a word that no column holds, into one value after the
other of a specification, and looks at the line that the program names.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

MISSING_GLYPH = "\u4e2d"
WIDE_WORD = "W" * 130
TEXT_KEYS = (
    "name|short_name|title|publisher|author|text|what|who|person|role|by|background|wording|note"
    "|purpose|reviewer|speaker|organisation|occasion|meaning|term|why|used|about|scope|mitigation"
    "|raised_by|how_known|legal_basis|signatory|correction|evidence|owner|kind_of"
)
VALUE = re.compile(rf"^(\s*(?:- )?(?:{TEXT_KEYS}): )([^\[{{|>&].*)$")
TABLE_KEYS = re.compile(r"^\s*(- )?(role|what|owner): ")


def spoilt(line, addition):
    start, value = VALUE.match(line).groups()
    if value[0] in "\"'":
        return start + value[:-1] + addition + value[-1]
    return start + value + addition


def ends(lines, number):
    """Is the value complete on its line? A line that is indented further belongs to it."""
    indent = len(lines[number]) - len(lines[number].lstrip(" -"))
    following = lines[number + 1] if number + 1 < len(lines) else ""
    deeper = len(following) - len(following.lstrip(" ")) > indent
    return not following.strip() or not deeper or VALUE.match(following) is not None


def faults(program, text, path):
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    run = subprocess.run([program, "check", "--all", path], capture_output=True, text=True)
    return [line for line in run.stderr.splitlines() if re.search(r"error\[E5[12]\d\]", line)]


def try_lines(program, lines, numbers, addition, path):
    found, wrong = 0, []
    for number in numbers:
        changed = lines[:number] + [spoilt(lines[number], addition)] + lines[number + 1 :]
        reported = faults(program, "\n".join(changed), path)
        here = [line for line in reported if line.startswith(f"{path}:{number + 1}:")]
        found += bool(reported)
        if len(here) != len(reported):
            wrong.append((number + 1, reported))
    return found, wrong


def main():
    program, spec, step = sys.argv[1], sys.argv[2], int(sys.argv[3])
    lines = open(spec, encoding="utf-8").read().split("\n")
    values = [i for i, line in enumerate(lines) if VALUE.match(line) and ends(lines, i)]
    tables = [i for i in values if TABLE_KEYS.match(lines[i])]
    with tempfile.TemporaryDirectory() as folder:
        # Beside the tables that it takes records from.
        for table in Path(spec).parent.glob("data"):
            shutil.copytree(table, Path(folder) / table.name)
        scratch = str(Path(folder) / "spoilt.yaml")
        glyphs = try_lines(program, lines, values[::step], MISSING_GLYPH, scratch)
        words = try_lines(program, lines, tables[::step], " " + WIDE_WORD, scratch)
    for number, reported in glyphs[1] + words[1]:
        print(f"--- {spec}:{number}: {lines[number - 1].strip()}", *reported, sep="\n    ")
    wrong = len(glyphs[1]) + len(words[1])
    print(f"places: {glyphs[0]} characters and {words[0]} words found, {wrong} at another place")
    sys.exit(wrong > 0 or not glyphs[0] or not words[0])


main()
