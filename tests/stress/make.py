#!/usr/bin/env python3
"""Writes the large specifications of the stress set, which are not kept in git.

Usage: make.py FOLDER [NAME...]

Without names it writes all. The text is made of the same words on every machine and at every run.
"""

import os
import sys

HEAD = """# Made by tests/stress/make.py
briefing:
  title: {title}
  as_at: 2018-01-22
council:
  name: Example County Council
"""

WORDS = (
    "the council children inspectors found improvement and officers of families plan a services "
    "report that social workers in care leaders with board for safeguarding commissioner who had "
    "early help since fieldwork judged offices efficient first affected well-known re-inspection "
    "responsibilities accommodation; recommendations, multi-agency authority’s—still unaccompanied "
    "thresholds 2017 £16.5 assessments placements staff flow caseloads (in part) ‘again’ by then"
).split()


def prose(count, seed):
    """So many words, always the same for the same seed."""
    state, words = seed * 7919 + 17, []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        words.append(WORDS[(state >> 16) % len(WORDS)])
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def narrative(markdown):
    body = "".join("      " + line + "\n" if line else "\n" for line in markdown.split("\n"))
    return "narrative:\n  - section: summary\n    text: |\n" + body


def table():
    """400 rows with row and column headers, and one cell that is taller than a page."""
    rows = []
    for row in range(1, 401):
        words = 400 if row == 200 else 1 + row % 2
        rows += [
            f"  - text: {row} {prose(words, row)}",
            f"    owner: {('Ann', 'Bob', 'Cyd')[row % 3]}",
            f"    due: 2018-{1 + row % 12:02}-{1 + row % 28:02}",
            f"    status: {('planned', 'in_progress', 'complete')[row % 3]}",
        ]
    return HEAD.format(title="A table of 400 rows") + "actions:\n" + "\n".join(rows) + "\n"


def columns():
    """A table in Markdown, over pages, with words that break in narrow columns."""
    lines = ["| No | Council | What was found | Spent | Note |", "| ---: | --- | --- | ---: | --- |"]
    for row in range(1, 121):
        cells = row, prose(2, row), prose(6 + row % 20, row + 50), f"£{row * 137}", prose(3, row + 9)
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return HEAD.format(title="A table of five columns") + narrative("\n".join(lines))


def paragraph():
    """A paragraph over three pages, then one with links over lines, and a link over pages."""
    links = " ".join(
        f"[{prose(11, i)[:-1]} {i}](https://example.org/report-{i}?page={i}&of=60) and"
        for i in range(1, 61)
    )
    parts = [prose(1400, 1), f"See {links} no more.", f"[{prose(900, 2)}](https://example.org/long)"]
    return HEAD.format(title="A paragraph over three pages") + narrative("\n\n".join(parts))


def page_of(number):
    """Markdown that fills about a page with about twenty elements."""
    lines = [f"## Part {number}" if number % 4 == 0 else f"### Point {number}", ""]
    lines += [prose(70, number), "", f"**{prose(2, number)}** {prose(50, number + 1)}", ""]
    lines += [f"- {prose(22, number + item)}" for item in range(4)]
    lines += ["", f"{prose(50, number + 2)} See [part {number}](https://example.org/{number})."]
    return lines + ["", f"> {prose(30, number + 3)}", ""]


def pages():
    """300 pages with some 2,000 structure elements a hundred pages."""
    lines = ["## Part 0", ""]
    for number in range(1, 321):
        lines += page_of(number)
    return HEAD.format(title="Three hundred pages") + narrative("\n".join(lines))


SPECIFICATIONS = {"table": table, "columns": columns, "paragraph": paragraph, "pages": pages}


def main(arguments):
    if not arguments or set(arguments[1:]) - set(SPECIFICATIONS):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    for name in arguments[1:] or SPECIFICATIONS:
        path = os.path.join(arguments[0], name + ".yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(SPECIFICATIONS[name]())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
