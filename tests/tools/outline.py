"""Reads structure trees as text, for words.py: `--dump structure`, pdfinfo's and that of pdf.js.

All three print one element or text a line, indented by depth; texts stand in double quotes.
"""

import re
import unicodedata

INLINE = set("Link Reference Span Strong Em Code Quote".split())
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")  # where a line may or must not end
ADDED = "\ue000"  # for the hyphen that was added where a line ends within a word
LINE_END = "\ue001"  # of pdf.js: a space or nothing
TEXT = re.compile(r'"(.*)"(?: page (\d+))?', re.DOTALL)
ELEMENT = re.compile(r"([A-Z]\w*)(?: page (\d+))?")


def words_of(text):
    """The words of a text, composed, and without what is never seen."""
    return unicodedata.normalize("NFC", UNSEEN.sub("", text)).split()


def logical_lines(lines):
    """Lines, with those of a text that has line ends of its own put together."""
    pending = None
    for line in lines:
        if pending is not None:
            line = pending + "\n" + line
        is_open = line.lstrip().startswith('"') and not TEXT.fullmatch(line.strip())
        pending = line if is_open else None
        if not is_open:
            yield line
    if pending is not None:
        raise ValueError(f"a text has no end: {pending[:80]}")


class Reader:
    """Follows the lines of an outline; a word never goes on from one block to the next."""

    def __init__(self, by_page, without):
        self.by_page = by_page
        self.without = set(without)
        self.open = []  # (depth, name, page) of the elements around a line
        self.parts = {}  # page -> parts of its text; all under 0 unless by page

    def end_word(self):
        for parts in self.parts.values():
            parts.append("\n")

    def close(self, depth):
        while self.open and self.open[-1][0] >= depth:
            if self.open.pop()[1] not in INLINE:
                self.end_word()

    def is_left_out(self):
        """Inside an element that is; but the caption of a figure is none of its drawing."""
        names = [name for _, name, _ in self.open]
        inner = names[len(names) - names[::-1].index("Caption") :] if "Caption" in names else names
        return any(name in self.without for name in inner)

    def add_text(self, text, page):
        if not self.is_left_out():
            parts = self.parts.setdefault(page if self.by_page else 0, [])
            parts.append(ADDED if text == "\u00ad" else text)

    def add_element(self, depth, name, page):
        if name not in INLINE:
            self.end_word()
        self.open.append((depth, name, page))

    def read(self, line):
        depth, content = len(line) - len(line.lstrip()), line.strip()
        self.close(depth)
        text, element = TEXT.fullmatch(content), ELEMENT.match(content)
        if text:
            own, around = text.group(2), self.open[-1][2] if self.open else 0
            self.add_text(text.group(1), int(own) if own else around)
        elif element and element.group(1) != "Object":  # pdfinfo's word for a link's place
            self.add_element(depth, element.group(1), int(element.group(2) or 0))


def read(lines, by_page=False, without=()):
    """The words of each page, or all of them in reading order under 0."""
    reader = Reader(by_page, without)
    for line in logical_lines(lines):
        reader.read(line)
    return {page: words_of("".join(parts)) for page, parts in reader.parts.items()}


def words_in_order(lines, without=()):
    return read(lines, without=without).get(0, [])


def whole(words):
    """The words as they were written, without the hyphens that were added."""
    return [word.replace(ADDED, "") for word in words]
