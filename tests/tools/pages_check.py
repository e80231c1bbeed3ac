#!/usr/bin/env python3
"""Looks at the pages of briefings as a typographer would, in what `build --dump pages` says of them.

    pages_check.py PROGRAM SPEC...            specifications or folders, with both templates and in large print
    pages_check.py --self-test PROGRAM SPEC   that each fault is noticed when the pages have it

Faults: widows and orphans, stranded headings, captions apart from what they name, words apart from
the list they lead to, a row alone on a page, text outside its area or on other text, text that is
too small or too pale, lines of too many characters, a last page that is hardly begun. Holes at the foot of a
page are counted.
"""
import collections
import pathlib
import re
import subprocess
import sys

VARIANTS = [["-t", "briefing"], ["-t", "committee"], ["--large-print"]]
SIDE_LINES = 2      # of a paragraph or cell, on each side of a page break
LONE_LINES = 3      # a row with fewer does not stand alone
LEAST_LAST = 0.2    # of the last page is used
HOLE = 0.25         # of a page: an empty foot of that size is counted
LEAST_SIZE, LEAST_READ = 10.5, 12  # of all text; of what is read line by line
MOST_CHARACTERS = 72
READ = ("P", "LBody", "BlockQuote")  # running text; a note is smaller, and no line of it longer
LEAST_CONTRAST = 4.5
SLACK = 0.5         # points: rounding, and the overhang of letters
FURNITURE = ("header", "footer", "watermark")
CELLS = ("TH", "TD")

NUMBER = r"(-?[\d.]+)"
HEAD = re.compile(rf"pages (\d+) {NUMBER} {NUMBER} text {NUMBER} {NUMBER} {NUMBER} {NUMBER}$")
OP = re.compile(rf"(\d+) (text|rect|path|image) (\S+) {NUMBER} {NUMBER} (.*)$", re.S)
TEXT = re.compile(rf"{NUMBER} (\S+) {NUMBER} (#[0-9a-f]{{6}}) \"(.*)\"( -)?$", re.S)
RECT = re.compile(rf"{NUMBER} {NUMBER}(?: (#[0-9a-f]{{6}}))?")


class Op:
    """One operation; `block` is the element that its text is part of, or the name of an artifact."""

    def __init__(self, match):
        self.page, self.kind, self.block = int(match[1]) - 1, match[2], match[3].split("/")[0]
        self.x, self.y = float(match[4]), float(match[5])
        self.tag = self.block.split(":")[0]
        self.real = ":" in self.block
        self.width = self.height = 0.0
        if self.kind == "text":
            text = TEXT.match(match[6])
            self.width, self.size, self.colour, self.text = (
                float(text[1]), float(text[3]), text[4], text[5])
        elif self.kind in ("rect", "image"):
            rect = RECT.match(match[6])
            self.width, self.height, self.colour = float(rect[1]), float(rect[2]), rect[3]


class Document:
    def __init__(self, dump):
        # A text may hold a line break of its own: a line that is no operation goes on from above.
        lines = []
        for line in dump.split("\n"):
            if OP.match(line) or not lines or re.match(r"\d+ (link|bookmark) ", line):
                lines.append(line)
            else:
                lines[-1] += "\n" + line
        head = HEAD.match(lines[0])
        if not head:
            sys.exit("pages_check: the dump does not begin with what there is of pages")
        self.count = int(head[1])
        self.left, self.top, self.width, self.height = map(float, head.groups()[3:])
        self.ops = [Op(match) for match in map(OP.match, lines[1:]) if match]
        self.pages = [[op for op in self.ops if op.page == page] for page in range(self.count)]

    def texts(self, page):
        return [op for op in self.pages[page] if op.kind == "text" and op.real]

    def used(self, page):
        """How far down the page is used, as a part of its height."""
        low = max((op.y + (op.height if op.kind != "text" else 0.3 * op.size)
                   for op in self.pages[page]
                   if op.tag not in FURNITURE and op.kind != "path"), default=self.top)
        return (low - self.top) / self.height


def lines_of(texts):
    """Baselines of a block's text; raised marks stand on the line they belong to."""
    lines = []
    for op in texts:
        if not lines or abs(op.y - lines[-1]) > 0.6 * op.size:
            lines.append(op.y)
    return len(lines)


class Findings:
    def __init__(self):
        self.faults, self.holes, self.largest = [], 0, 0.0

    def add(self, kind, page, words):
        self.faults.append((kind, page + 1, words))


# ---- what belongs together ----

def check_sides(document, findings):
    parts = collections.defaultdict(lambda: collections.defaultdict(list))
    for op in document.ops:
        if op.kind == "text" and op.real and op.tag != "Figure":
            parts[op.block][op.page].append(op)
    for pages in parts.values():
        if len(pages) == 1:
            continue
        for page, texts in pages.items():
            if lines_of(texts) < SIDE_LINES:
                kind = "orphan" if page == min(pages) else "widow"
                findings.add(kind, page, texts[0].text)


def check_feet(document, findings):
    for page in range(document.count):
        texts = document.texts(page)
        if not texts:
            findings.add("empty", page, "no text at all")
            continue
        last = max(reversed(texts), key=lambda op: op.y)
        after = document.texts(page + 1) if page + 1 < document.count else []
        drawn = any(op.tag == "Figure" and op.y >= last.y for op in document.pages[page])
        if re.match(r"H\d", last.tag) and not drawn:
            findings.add("heading", page, last.text)
        if last.tag == "P" and last.text.rstrip().endswith(":") and after and after[0].tag == "Lbl":
            findings.add("lead-in", page, last.text)


def check_captions(document, findings):
    for page in range(document.count):
        real = [op for op in document.pages[page] if op.real]
        for i, op in enumerate(real):
            if op.tag != "Caption":
                continue
            after = next((other.tag for other in real[i:] if other.block != op.block), None)
            before = next((other.tag for other in real[i::-1] if other.block != op.block), None)
            if after not in CELLS and before != "Figure" and after != "Figure":
                findings.add("caption", page, op.text)


def rows_of(cells):
    """Rows of cells, top to bottom: a list of {block: texts} each."""
    blocks = collections.OrderedDict()
    for op in cells:
        blocks.setdefault(op.block, []).append(op)
    rows = collections.OrderedDict()
    for block, texts in blocks.items():
        rows.setdefault(round(texts[0].y / 2), {})[block] = texts
    return list(rows.values())


def is_head(row):
    return len(row) > 1 and all(block.startswith("TH:") for block in row)


def leading_cells(texts):
    cells = []
    for op in texts:
        if op.tag not in CELLS:
            break
        cells.append(op)
    return cells


def check_rows(document, findings):
    for page in range(1, document.count):
        above, below = document.texts(page - 1), document.texts(page)
        foot, head = leading_cells(above[::-1])[::-1], leading_cells(below)
        if not foot or not head:
            continue
        split = {op.block for op in foot} & {op.block for op in head}
        last = [row for row in rows_of(foot) if not is_head(row)]
        first = rows_of(head)
        ends = len(head) < len(below) or page + 1 == document.count
        for rows, at, whole in ((last, page - 1, True), (first, page, ends)):
            if whole and len(rows) == 1 and not split and \
                    max(map(lines_of, rows[0].values())) < LONE_LINES:
                findings.add("row", at, next(iter(rows[0].values()))[0].text)


# ---- where and how text stands ----

def check_places(document, findings):
    right, bottom = document.left + document.width, document.top + document.height
    for op in document.ops:
        if op.kind != "text" or op.tag in FURNITURE or not op.text.strip():
            continue
        inside = (op.x >= document.left - SLACK and op.x + op.width <= right + SLACK
                  and document.top - SLACK <= op.y - 0.5 * op.size and op.y <= bottom + SLACK)
        if not inside:
            findings.add("outside", op.page, op.text)
        if op.size < (LEAST_READ if op.tag in CELLS and not is_aside(op) else LEAST_SIZE):
            findings.add("small", op.page, op.text)


def is_aside(op):
    """Marks of citations, and words such as "judged together", are smaller in a cell."""
    return op.size == LEAST_SIZE


def check_lines(document, findings):
    """No line of running text is longer than the eye follows."""
    for page in range(document.count):
        lines = collections.OrderedDict()
        texts = document.texts(page)
        title = next((op.y for op in texts if op.tag == "H1"), 0)  # the line above it is no running text
        for op in texts:
            if op.tag in READ and op.y > title:
                lines.setdefault((op.block, round(op.y)), []).append(op.text)
        for parts in lines.values():
            words = re.sub(r"^\d+\.\d+\s+", "", "".join(parts).strip())  # its number hangs beside it
            if len(words) > MOST_CHARACTERS:
                findings.add("long line", page, f"{len(words)} characters: {words}")


def box(op):
    return op.x, op.y - 0.6 * op.size, op.x + op.width, op.y + 0.1 * op.size


def check_overlaps(document, findings):
    for ops in document.pages:
        boxes = sorted(((box(op), op) for op in ops
                        if op.kind == "text" and op.tag != "watermark" and op.text.strip()),
                       key=lambda pair: pair[0][1])
        for i, (a, op) in enumerate(boxes):
            for b, other in boxes[i + 1:]:
                if b[1] > a[3] - SLACK:
                    break
                if min(a[2], b[2]) - max(a[0], b[0]) > 2 * SLACK:
                    findings.add("overlap", op.page, f"{op.text} / {other.text}")


def luminance(colour):
    def part(value):
        value = int(value, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return 0.2126 * part(colour[1:3]) + 0.7152 * part(colour[3:5]) + 0.0722 * part(colour[5:7])


def contrast(one, other):
    a, b = sorted((luminance(one), luminance(other)))
    return (b + 0.05) / (a + 0.05)


def check_contrast(document, findings, paper="#ffffff"):
    for ops in document.pages:
        grounds = []
        for op in ops:
            if op.kind == "rect":
                grounds.append(op)
            if op.kind != "text" or op.tag == "watermark":
                continue
            x, y = op.x + 1, op.y - 0.3 * op.size
            ground = next((rect.colour for rect in reversed(grounds)
                           if rect.x <= x <= rect.x + rect.width
                           and rect.y <= y <= rect.y + rect.height), paper)
            if contrast(op.colour, ground) < LEAST_CONTRAST:
                findings.add("contrast", op.page, f"{op.text} {op.colour} on {ground}")


# ---- how full pages are ----

def check_fill(document, findings):
    if document.count > 1 and document.used(document.count - 1) < LEAST_LAST:
        findings.add("last page", document.count - 1,
                     f"{document.used(document.count - 1):.0%} used")
    for page in range(document.count - 1):
        hole = 1 - document.used(page)
        findings.holes += hole > HOLE
        findings.largest = max(findings.largest, hole)


CHECKS = [check_sides, check_feet, check_captions, check_rows, check_places, check_lines, check_overlaps,
          check_contrast, check_fill]


def look_at(dump):
    document, findings = Document(dump), Findings()
    for check in CHECKS:
        check(document, findings)
    return document, findings


def dump_of(program, options, spec):
    run = subprocess.run([program, "build", "--dump", "pages", *options, str(spec)],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                         check=False)
    if run.returncode:
        sys.exit(f"pages_check: {spec}: exit status {run.returncode}\n{run.stderr[-2000:]}")
    return run.stdout


# ---- the check of the check ----

def field(line, number, value):
    """The line with one of its words changed; those of a text come before its quotation."""
    words = line.split(" ")
    words[number] = value(words[number]) if callable(value) else value
    return " ".join(words)


def first(lines, test):
    return next(i for i, line in enumerate(lines) if test(line))


def moved(lines, places, page, y):
    return [field(field(line, 0, str(page)), 4, f"{y:.3f}") if i in places else line
            for i, line in enumerate(lines)]


def changed(lines, at, number, value):
    return [field(line, number, value) if i == at else line for i, line in enumerate(lines)]


def breakages(lines):
    """What each kind of fault looks like: kind to changed lines of a dump."""
    document = Document("\n".join(lines))
    last, head, foot = document.count, document.top + 30, document.top + document.height - 1

    def tag(name):
        return first(lines, lambda line: f" text {name}" in line)

    def page_of(at):
        return int(lines[at].split()[0])

    blocks = collections.defaultdict(list)
    for i, line in enumerate(lines):
        if " text P:" in line and not line.startswith(f"{last} "):
            blocks[line.split()[2].split("/")[0]].append(i)
    text = tag("P:")
    tall = next(block for block in blocks.values()
                if len({lines[i].split()[4] for i in block}) == len(block) > 2)
    on_last = [line for line in lines if line.startswith(f"{last} text ")]
    return {
        "widow": moved(lines, tall[-1:], last, head),
        "orphan": moved(lines, tall[1:], last, head),
        "heading": moved(lines, [tag("H2")], page_of(tag("H2")), foot),
        "caption": moved(lines, [tag("Caption")], last, foot),
        "outside": changed(lines, text, 5, "600.000"),
        "small": changed(lines, text, 7, "10.400"),
        "long line": [re.sub(r'".*"', '"' + "word " * 15 + '"', line) if i == tall[0] else line
                      for i, line in enumerate(lines)],
        "contrast": changed(lines, text, 8, "#999999"),
        "overlap": changed(lines, tall[0], 4, lines[tall[1]].split()[4]),
        "last page": [line for line in lines if not line.startswith(f"{last} ")] + on_last[:1],
        "lead-in": lead_in(last, document),
        "row": lone_row(document),
    }


def lead_in(last, document):
    """A page that ends in words before a list, and one that begins with its first item."""
    style = '50.000 regular 12.000 #000000'
    return [head_of(document, last),
            f'{last - 1} text P:1 {document.left:.3f} {document.top + 90:.3f} {style} "Note:"',
            f'{last} text Lbl:2 {document.left:.3f} {document.top + 20:.3f} {style} "1."']


def lone_row(document):
    """Three rows and their head, of which the last is alone on the next page."""
    lines = [head_of(document, 2)]
    for row in range(4):
        page, y = (2, 20) if row == 3 else (1, 20 + 20 * row)
        for column in range(2):
            cell = f"{'TD' if row else 'TH'}:{2 * row + column + 1}"
            lines.append(f'{page} text {cell} {document.left + 90 * column:.3f} '
                         f'{document.top + y:.3f} 50.000 regular 10.000 #000000 "word"')
    return lines


def head_of(document, count):
    return (f"pages {count} 595.276 841.890 text {document.left:.3f} {document.top:.3f} "
            f"{document.width:.3f} {document.height:.3f}")


def self_test(program, spec):
    lines = dump_of(program, VARIANTS[0], spec).rstrip("\n").split("\n")
    missed = []
    broken = breakages(lines)
    for kind, dump in broken.items():
        _, findings = look_at("\n".join(dump))
        if kind not in {fault[0] for fault in findings.faults}:
            missed.append(kind)
    print(f"pages_check: {len(broken)} kinds of fault made on purpose, {len(missed)} not noticed")
    for kind in missed:
        print(f"  not noticed: {kind}")
    return bool(missed)


def specifications(arguments):
    for argument in map(pathlib.Path, arguments):
        yield from sorted(argument.glob("*.yaml")) if argument.is_dir() else [argument]


def main(program, arguments):
    faults, pages, holes, largest, shortest, count = [], 0, 0, (0.0, ""), 1.0, 0
    for spec in specifications(arguments):
        for options in VARIANTS:
            document, findings = look_at(dump_of(program, options, spec))
            variant = " ".join(options)
            faults += [(spec.name, variant, *fault) for fault in findings.faults]
            count, pages, holes = count + 1, pages + document.count, holes + findings.holes
            largest = max(largest, (findings.largest, f"{spec.name} {variant}"))
            if document.count > 1:
                shortest = min(shortest, document.used(document.count - 1))
    for spec, variant, kind, page, words in faults[:40]:
        print(f"  {spec} ({variant}), page {page}: {kind}: {words}")
    kinds = collections.Counter(fault[2] for fault in faults)
    print(f"pages_check: {count} briefings, {pages} pages, {len(faults)} faults"
          + "".join(f", {kind} {number}" for kind, number in sorted(kinds.items()))
          + f"; {holes} holes of a quarter page or more, the largest {largest[0]:.0%} in {largest[1]};"
          + f" shortest last page {shortest:.0%}")
    return bool(faults) or not count


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "--self-test":
        sys.exit(self_test(*sys.argv[2:]))
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
