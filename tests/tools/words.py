#!/usr/bin/env python3
"""Compares the words of a PDF with what was to be written, one by one and in order.

Usage: words.py [--outline FILE] PDF PROGRAM OPTION... SPEC

PROGRAM is councilbrief; it is asked for its dumps of SPEC. Five things must hold:
  structure  the text in the order of the PDF's structure tree, as pdfinfo reads it, is that of
             `--dump structure`; with --outline, as FILE has it, page by page
  blocks     the words of `--dump blocks` stand there in order; but panels may arrange theirs, charts are
             drawn, and lists of contents and of sources have numbers of pages
  made       there is no other word, save what a drawing remarks and these numbers: nothing is made up
             where it is only laid out
  markdown   every word of `--dump text` occurs in that order
  copied     pdftotext finds every word whole
Prints one line of counts; exits with 1 when something does not hold, with 2 when it cannot be told.
"""

import html
import re
import subprocess
import sys
from collections import Counter

sys.dont_write_bytecode = True  # a check leaves nothing behind

import outline

GAPS = ("panel", "chart", "contents")  # blocks whose words are arranged on the page; so may a table with spare columns be
# What is laid out only where lines are long, or only where they are short.
OPTIONAL = re.compile(r"\s*(terms head|answers head|instead|cell[a-z0-9 ]* spare)\b")
# A drawing's own numbers, behind it: "1: October 2013." A title with "2023: inspections of 2009 to 2023." is none.
REMARKS = re.compile(r"(?<!\S)\d{1,2}: ([A-Z][a-z]+, )?[^.:]*\d{4}\.")
PAGE_REF = re.compile(r'link\( url="#(?:[^"]*)" "((?:\\.|[^"\\])*)" \)')
CITED_ON = re.compile(r"(?<!\S)Cited on page(s (\d+, )*\d+ and (\d+|others)| \d+)\.(?!\S)")
CITATION = re.compile(r"\[\d+(, \d+)*\]")  # in Markdown, where sources have no numbers of the paper yet
STRING = r'"((?:\\.|[^"\\])*)"'
INLINE = re.compile(rf"(?P<skip>[a-z-]+={STRING})|(?P<cite>cite )?{STRING}|(?P<break> (?:break|below)\b)")
LINK = re.compile(r"\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
MARKER = re.compile(r"^[\s>]*(?:(?:[-*+]|\d+[.)]|#+)\s+)*", re.MULTILINE)
FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)
RULES = re.compile(r"^[\s|:-]+$", re.MULTILINE)
LETTERS = re.compile(r"[^\W_]+")
BODY = ["-r", "72", "-x", "0", "-y", "40", "-W", "600", "-H", "755"]  # without the foot


class Unreadable(Exception):
    """Nothing can be said of the file."""


def output_of(*command):
    result = subprocess.run(command, capture_output=True, check=False)
    if result.returncode != 0:
        raise Unreadable(f"{' '.join(command)}: {result.stderr.decode(errors='replace').strip()}")
    return result.stdout.decode(errors="replace")


# ---- what was to be written ----


def unescaped(text):
    return re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), text)


def text_of_block(line):
    """The text of one line of `--dump blocks`; a citation stands behind its word."""
    text = ""
    for found in INLINE.finditer(line):
        if found["cite"]:
            text = text.rstrip(" \u00a0\u202f\u2009") + " " + unescaped(found[4])
        elif found["break"]:
            text += "\n"
        elif not found["skip"]:
            text += unescaped(found[4])
    return text


def words_of_blocks(dump):
    """Lists of words, one between each two gaps."""
    segments, gap = [[]], None
    for line in dump.splitlines():
        depth = len(line) - len(line.lstrip())
        if gap is not None and depth > gap:
            continue
        gap = None
        if line.split()[0] in GAPS or line.lstrip().startswith("table") and " spare" in line:
            gap = depth
            segments.append([])
        else:
            segments[-1] += outline.words_of(text_of_block(line))
    return segments


def letters_of(text):
    text = re.sub(r"[*_`\\]", "", html.unescape(text))
    return LETTERS.findall(" ".join(outline.words_of(text)))


def letters_of_markdown(text):
    """Its words without its syntax: letters and figures only, for the marks may be either."""
    text = RULES.sub("", MARKER.sub("", FENCE.sub("", text)))
    return letters_of(LINK.sub("] ", CITATION.sub("", text)))


# ---- comparing ----


def where_differ(found, wanted):
    at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if a != b), min(len(found), len(wanted)))
    show = lambda words: " ".join(words[max(0, at - 5) : at + 5]) or "nothing"
    return f"at word {at + 1} there is `{show(found)}`, not `{show(wanted)}`"


def check_equal(name, found, wanted):
    return [] if found == wanted else [f"{name}: {where_differ(found, wanted)}"]


def rejoined(found, wanted):
    """The words found; what stands before and behind a line end of pdf.js is one if it can be."""
    words = []
    for token in found:
        pieces = [piece for piece in token.split(outline.LINE_END) if piece]
        while pieces:
            want = wanted[len(words)] if len(words) < len(wanted) else ""
            want = {want.replace(outline.ADDED, ""), want.replace(outline.ADDED, "-")}
            ends = [end for end in range(2, len(pieces) + 1) if "".join(pieces[:end]) in want]
            end = ends[0] if ends else 1
            words.append("".join(pieces[:end]))
            pieces = pieces[end:]
    return words


def check_read(name, found, wanted):
    """As check_equal; but readers that know no ActualText show a hyphen that was added."""
    hyphens = [word.replace(outline.ADDED, "-") for word in wanted]
    plain = outline.whole(wanted)
    read = [word if word != shown else text for word, shown, text in zip(found, hyphens, plain)]
    return check_equal(name, read + found[len(read) :], plain)


def find(words, part, start):
    """Where a run of words begins at or behind `start`; -1: nowhere."""
    for at in range(start, len(words) - len(part) + 1):
        if words[at : at + len(part)] == part:
            return at
    return -1


def check_blocks(words, segments):
    """Segments must stand in order, the first at the start, the last at the end."""
    faults, at = [], 0
    if words[: len(segments[0])] != segments[0]:
        faults += check_equal("blocks", words[: len(segments[0])], segments[0])
    for segment in segments[1:-1]:
        found = find(words, segment, at)
        if found < 0:
            faults.append(f"blocks: `{' '.join(segment[:12])} ...` does not stand there whole")
        at = max(found, at) + (len(segment) if found >= 0 else 0)
    last = words[len(words) - len(segments[-1]) :]
    if len(segments) == 1:
        return faults or check_equal("blocks", words, segments[0])
    return faults + check_equal("blocks", last, segments[-1])


def without_first_line(structure):
    """Without what a theme says at the top of page one: paragraphs, before a title or a front sheet with its title."""
    titled = any(line.startswith("  H1 ") for line in structure)
    is_first = lambda line: line.startswith("   ") or line.startswith("  P ")
    begins = next((i for i, line in enumerate(structure) if i and not is_first(line)), 1) if titled else 1
    return structure[:1] + structure[begins:]


def without_pages(text, dump):
    """Without the numbers that links to places are printed with."""
    for words in {unescaped(found[1]) for found in PAGE_REF.finditer(dump)}:
        text = re.sub(rf"(?<!\S)(\W*{re.escape(words)}) \d+", r"\1", text)
    return text


def check_made(structure, dump):
    """Every word that is laid out, but for a drawing's, is in the blocks; and the other way round."""
    laid_out = " ".join(outline.whole(outline.words_in_order(without_first_line(structure), without=["Lbl", "Figure"])))
    laid_out = without_pages(CITED_ON.sub("", laid_out), dump)
    found = Counter(REMARKS.sub("", laid_out).split())
    lines = [line for line in dump.splitlines() if not OPTIONAL.match(line)]
    others = [line for line in dump.splitlines() if OPTIONAL.match(line)]
    wanted = Counter(word for line in lines for word in outline.words_of(text_of_block(line)))
    optional = Counter(word for line in others for word in outline.words_of(text_of_block(line)))
    more, fewer = found - wanted - optional, wanted - found
    numbers = sum(count for word, count in more.items() if word.isdigit())
    entries = sum(line.lstrip().startswith("entry ") for line in lines)
    faults = [f"made: `{word}` is in no block" for word in more if not word.isdigit()]
    faults += [f"made: `{word}` of a block is not laid out" for word in fewer]
    return faults + ([f"made: {numbers} numbers are in no block, for {entries} entries"] if numbers > entries else [])


def check_subsequence(words, wanted):
    rest = iter(words)
    for i, word in enumerate(wanted):
        if word not in rest:
            context = " ".join(wanted[max(0, i - 5) : i + 1])
            return [f"markdown: `{word}` of `{context}` does not follow"]
    return []


def joined(text):
    """The text as one who searches it sees it: words go on behind a hyphen at a line's end."""
    return " ".join(outline.words_of(re.sub("\u00ad\\s+", "", text)))


def check_copied(pdf, words):
    """A word that breaks behind its own hyphen or slash is sought without regard to line ends."""
    texts = [output_of("pdftotext", *BODY, *way, pdf, "-") for way in ([], ["-raw"])]
    whole = "\n".join(map(joined, texts))
    loose = re.sub(r"[\s\u00ad\u2060-]", "", "".join(texts))
    loose = "".join(outline.words_of(loose))
    faults = []
    for word in sorted(set(words)):
        breaks = len(word) > 40 or LETTERS.fullmatch(word) is None
        if word not in whole and not (breaks and word.replace("-", "") in loose):
            faults.append(f"copied: pdftotext does not find `{word}`")
    return faults


# ---- the whole ----


def check_structure(pdf, dump, outline_file):
    if outline_file is None:
        found = outline.words_in_order(output_of("pdfinfo", "-struct-text", pdf).splitlines())
        return check_read("structure", found, outline.words_in_order(dump))
    with open(outline_file, encoding="utf-8") as file:
        found = outline.read(file.read().splitlines(), by_page=True)
    wanted = outline.read(dump, by_page=True)
    faults = []
    for page in sorted(set(found) | set(wanted)):
        words = wanted.get(page, [])
        read = rejoined(found.get(page, []), words)
        faults += check_read(f"structure: page {page}", read, words)
    return faults


def check(pdf, program, outline_file):
    """(faults, words, words of Markdown)"""

    def dump(stage):
        return output_of(program[0], "build", "--dump", stage, *program[1:])

    structure = dump("structure").splitlines()
    words = outline.whole(outline.words_in_order(structure))
    markdown = letters_of_markdown(dump("text"))
    faults = check_structure(pdf, structure, outline_file)
    if outline_file is None:
        text = outline.whole(outline.words_in_order(without_first_line(structure), without=["Lbl"]))
        blocks = dump("blocks")
        text = without_pages(CITED_ON.sub("", " ".join(text)), blocks).split()
        faults += check_blocks(text, words_of_blocks(blocks))
        faults += check_made(structure, blocks)
        faults += check_subsequence(letters_of(" ".join(words)), markdown)
        faults += check_copied(pdf, words)
    return faults, len(words), len(markdown)


def main(arguments):
    outline_file = None
    if arguments[:1] == ["--outline"]:
        outline_file, arguments = arguments[1], arguments[2:]
    if len(arguments) < 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    pdf, program = arguments[0], arguments[1:]
    try:
        faults, words, markdown = check(pdf, program, outline_file)
    except (Unreadable, OSError, ValueError) as error:
        print(f"{pdf}: {error}", file=sys.stderr)
        return 2
    for fault in faults[:20]:
        print(f"{pdf}: {fault}")
    print(f"{pdf}: {words} words in order, {markdown} of the Markdown, {len(faults)} faults")
    return 1 if faults or not words else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
