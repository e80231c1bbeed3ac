"""Reads the content streams of PDF pages, for pdfcheck.py: operators and marked content."""

import re

TOKEN = re.compile(
    rb"(?P<space>[\0\t\n\f\r ]+|%[^\r\n]*)"
    rb"|(?P<hex><(?!<)[0-9A-Fa-f\0\t\n\f\r ]*>)"
    rb"|(?P<mark><<|>>|\[|\]|\{|\})"
    rb"|(?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<string>\()"
    rb"|(?P<number>[-+]?(\d+\.?\d*|\.\d+)(?=[\0\t\n\f\r ()<>\[\]{}/%]|$))"
    rb"|(?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+)"
)


def string_end(content, start):
    """Behind the closing bracket of the string that opens at `start`."""
    depth, at = 0, start
    while at < len(content):
        byte = content[at : at + 1]
        if byte == b"\\":
            at += 1
        elif byte == b"(":
            depth += 1
        elif byte == b")":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return len(content)


def operators(content):
    """(operator, operands before it as tokens) of a content stream."""
    operands, depth, at = [], 0, 0
    while at < len(content):
        found = TOKEN.match(content, at)
        if not found:
            yield "?", operands
            return
        kind, at = found.lastgroup, found.end()
        if kind is None:
            kind = next(name for name, value in found.groupdict().items() if value is not None)
        if kind == "string":
            at = string_end(content, found.start())
        if kind == "mark":
            depth += {b"<<": 1, b"[": 1, b">>": -1, b"]": -1}.get(found.group(), 0)
        literals = (b"true", b"false", b"null")
        if kind == "word" and depth == 0 and found.group() not in literals:
            yield found.group().decode("latin-1"), operands
            operands = []
        elif kind != "space":
            operands.append(content[found.start() : at])
    if operands:
        yield "?", operands


def mcid_of(operands):
    for key, value in zip(operands, operands[1:]):
        if key == b"/MCID" and value.isdigit():
            return int(value)
    return None


def property_of(operands, key):
    """The value behind a key of a property list, as it is spelt; None when the key is not there."""
    for name, value in zip(operands, operands[1:]):
        if name == key:
            return value
    return None


class Marks:
    """Follows the marked content of one page."""

    def __init__(self, complain):
        self.complain = complain
        self.stack = []  # of "artifact", an MCID, or None for other marks
        self.mcids = set()
        self.stray = set()
        self.font, self.saved = None, []  # its name in the resources, and those that q kept
        self.fonts_of = {}  # MCID -> the fonts that its text is set in

    def begin(self, operands):
        mcid = mcid_of(operands)
        covered = [mark for mark in self.stack if mark is not None]
        if mcid is not None and covered:
            self.complain(f"marked content {mcid} stands inside {covered[-1]}")
        if mcid in self.mcids and mcid is not None:
            self.complain(f"MCID {mcid} is used twice")
        if mcid is not None:
            self.mcids.add(mcid)
        is_artifact = operands[:1] == [b"/Artifact"]
        if is_artifact:
            self.check_artifact(operands)
        if is_artifact and covered:
            self.complain(f"an artifact stands inside {covered[-1]}")
        self.stack.append("artifact" if is_artifact else mcid)

    def check_artifact(self, operands):
        kind = property_of(operands, b"/Type")
        if kind not in (b"/Pagination", b"/Layout", b"/Page", b"/Background"):
            self.complain("an artifact has no type")
        if kind == b"/Background" and property_of(operands, b"/BBox") != b"[":
            self.complain("a background has no BBox")

    def follow_font(self, operator, operands):
        """Which font each marked content shows text in."""
        if operator == "Tf":
            self.font = operands[0].decode("latin-1")
        elif operator == "q":
            self.saved.append(self.font)
        elif operator == "Q" and self.saved:
            self.font = self.saved.pop()
        elif operator in ("Tj", "TJ", "'", '"'):
            for mark in self.stack:
                if isinstance(mark, int):
                    self.fonts_of.setdefault(mark, set()).add(self.font)

    def read(self, operator, operands):
        self.follow_font(operator, operands)
        if operator in ("BDC", "BMC"):
            self.begin(operands)
        elif operator == "EMC":
            if not self.stack:
                self.complain("EMC without BDC")
            else:
                self.stack.pop()
        elif operator == "BI":
            self.complain("an inline image cannot be checked")
        elif all(mark is None for mark in self.stack):
            self.stray.add(operator)

    def finish(self):
        if self.stack:
            self.complain("marked content is not closed")
        if self.stray:
            names = " ".join(sorted(self.stray))
            self.complain(f"operators that are neither content nor artifact: {names}")
