#!/usr/bin/env python3
"""Sets the same paragraphs with councilbrief, Typst and LuaLaTeX and compares the lines.

Usage: compare.py PROGRAM FOLDER

All three get the same text, column, font (Lato) and size, set ragged right with British hyphenation.
Every line is read back from the PDF with pdftotext, for all three alike, and every word is checked
against the text that was to be set. Prints the tables of docs/typesetting.md.
"""

import os
import random
import re
import shutil
import sys

import lines
import setters

HERE = os.path.dirname(os.path.abspath(__file__))
PARAGRAPHS = 200
LONGEST = 15  # lines, of about so many characters at the first width
CHARACTERS_A_LINE = 85
HOUSE = 3  # setters that keep the house rules: ours, and two to be no worse than

# name, part of the sentences, seed, column in points, size in points
TASKS = [
    ("the text the weights were chosen on", 0, 1, 459, 12),
    ("the same, narrow", 0, 1, 300, 12),
    ("the same, large print", 0, 1, 459, 18),
    ("held out", 1, 2, 459, 12),
    ("held out, narrow", 1, 3, 300, 12),

    ("held out, large print", 1, 5, 459, 18),
]


def paragraphs(part, seed):
    """Every other sentence belongs to the part; the lengths go from one line to fifteen."""
    with open(os.path.join(HERE, "sentences.txt"), encoding="utf-8") as file:
        sentences = file.read().splitlines()[part::2]
    choice = random.Random(seed)
    result = []
    for number in range(PARAGRAPHS):
        wanted = CHARACTERS_A_LINE * (number % LONGEST + 0.5)
        text = choice.choice(sentences)
        while len(text) < wanted:
            text += " " + choice.choice(sentences)
        result.append(text)
    return result


COLUMNS = ["set by", "raggedness, pt²", "ratio", "hyphens", "added", "in a row", "lines",
           "overfull", "runts"]


def report(name, texts, column, size, rows):
    print(f"\n{name[0].upper()}{name[1:]}: {len(texts)} paragraphs, {column} pt wide, {size} pt.\n")
    print("| " + " | ".join(COLUMNS) + " |")
    print("| --- |" + " ---: |" * (len(COLUMNS) - 1))
    ours = rows[0][1].raggedness
    for who, found in rows:
        print(f"| {who} | {found.raggedness:,.0f} | {found.raggedness / ours:.2f} "
              f"| {found.hyphens} | {found.added} | {found.row} | {found.lines} "
              f"| {found.overfull} | {found.runts} |", flush=True)


def is_met(rows):
    """No worse than either under the house rules in evenness and in hyphens, and nothing overfull."""
    ours, *others = [found for _, found in rows[:HOUSE]]
    return ours.overfull == 0 and all(ours.raggedness <= other.raggedness and
                                      ours.hyphens <= other.hyphens for other in others)


def main():
    program, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    setters.prepare(folder)
    met = True
    for number, (name, part, seed, column, size) in enumerate(TASKS):
        texts = paragraphs(part, seed)
        rows = []
        for who, setter in setters.SETTERS:
            where = os.path.join(folder, f"{number}-{re.sub('[^a-z]+', '-', who.lower())}")
            shutil.rmtree(where, ignore_errors=True)
            os.makedirs(where)
            pdf = setter(program, where, texts, column, size)
            rows.append((who, lines.measure(pdf, texts, column)))
        report(name, texts, column, size, rows)
        met = met and is_met(rows)
    print("\nNo worse than either under the house rules:", "yes" if met else "no")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
