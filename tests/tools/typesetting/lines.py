"""The lines of set paragraphs, read back from a PDF, and what is measured of them."""

import html
import re
import subprocess
from dataclasses import dataclass, field

HYPHENS = "-\u2010\u00ad"
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" '
                  r'yMax="([\d.-]+)">(.*?)</word>')
TOLERANCE = 0.05  # pt: what a line may stand out before it counts as overfull
RUNT = 1 / 8


@dataclass
class Line:
    text: str
    x: float
    end: float
    y: float


@dataclass
class Found:
    raggedness: float = 0.0
    added: int = 0     # hyphens that are not in the text
    hyphens: int = 0   # lines that end in one
    row: int = 0       # the most in a row
    lines: int = 0
    overfull: int = 0
    runts: int = 0
    worst: float = 0.0
    dashes: int = 0


def read_lines(pdf):
    """Words on one baseline, from left to right."""
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True,
                          check=True).stdout
    lines = []
    for match in WORD.finditer(text):
        x, y, end = (float(match.group(i)) for i in (1, 2, 3))
        word = html.unescape(match.group(5))
        if lines and abs(lines[-1].y - y) < 2 and x >= lines[-1].end - 1:
            lines[-1].text += " " + word
            lines[-1].end = end
        else:
            lines.append(Line(word, x, end, y))
    return lines


def letters(text):
    return re.sub(r"[\W_]", "", text)


def split(lines, texts):
    """The lines of each paragraph; what is not of the text, such as page numbers, is left out."""
    at = 0
    for text in texts:
        rest, part = letters(text), []
        while rest:
            line = lines[at] if at < len(lines) else None
            if line is None:
                raise SystemExit(f"the paragraph `{text[:60]}` is not set whole")
            at += 1
            found = letters(line.text)
            if found and rest.startswith(found):
                rest = rest[len(found):]
                part.append(line)
        yield text, part


def is_added(text, done, line):
    """Is the hyphen at the line's end not in the text?"""
    after = done + len(letters(line))
    seen = 0
    for i, character in enumerate(text):
        seen += len(letters(character))
        if seen == after and letters(character):
            return text[i + 1:i + 2] not in HYPHENS
    return False


def measure_paragraph(found, text, part, left, column):
    row = done = 0
    for number, line in enumerate(part):
        slack = left + column - line.end
        found.lines += 1
        found.overfull += slack < -TOLERANCE
        if number + 1 == len(part):
            found.runts += len(part) > 1 and line.end - left < column * RUNT
            break
        found.raggedness += slack * slack
        found.worst = max(found.worst, slack)
        row = row + 1 if line.text[-1] in HYPHENS else 0
        found.row = max(found.row, row)
        found.hyphens += row > 0
        found.added += row > 0 and is_added(text, done, line.text)
        done += len(letters(line.text))


def measure(pdf, texts, column):
    found = Found()
    paragraphs = list(split(read_lines(pdf), texts))
    left = min(line.x for _, part in paragraphs for line in part)
    for text, part in paragraphs:
        measure_paragraph(found, text, part, left, column)
    return found
