"""The pages of a case in a short form, and what is wrong with them in any case.

Reads what `pages --structure` prints. The form has the structure with each block's text on one line,
and for each page where its texts, areas, lines and marks stand, to the point.
"""
import re

INLINE = {"Link", "Reference", "Span", "Strong", "Em", "Code"}
LINE = re.compile(r'(\d+) (text|rect|path|image) (\S+) ([-\d.]+) ([-\d.]+) (.*)')
TEXT = re.compile(r'([-\d.]+) (\S+) ([-\d.]+) (#\w+) "(.*)"( -)?$')
PLAY = {"text": 1, "rect": 4, "path": 4, "image": 0.1}  # points: the number "10." hangs by a half
ASCENT, DESCENT = 0.7, 0.2  # of the made-up metrics: capitals, and most of what hangs below


class Element:
    def __init__(self, tag, attributes):
        self.tag = tag
        self.attributes = attributes
        self.leaves = []  # elements and texts

    def text(self):
        return "".join(leaf if isinstance(leaf, str) else leaf.text() for leaf in self.leaves)

    def is_block_of_text(self):
        return all(isinstance(leaf, str) or leaf.tag in INLINE for leaf in self.leaves)

    def all(self):
        yield self
        for leaf in self.leaves:
            if isinstance(leaf, Element):
                yield from leaf.all()


def read_structure(lines):
    """The tree; its end is where the pages begin."""
    root = Element("Document", "")
    path = [root]
    for line in lines[1:]:
        depth = (len(line) - len(line.lstrip(" "))) // 2
        content = line.strip()
        del path[depth:]
        if content.startswith('"'):
            path[-1].leaves.append(re.sub(r'"( page \d+)?$', "", content)[1:])
            continue
        tag, _, attributes = content.partition(" ")
        element = Element(tag, attributes)
        path[-1].leaves.append(element)
        path.append(element)
    return root


def page_of(element):
    found = re.match(r"page \d+", element.attributes)
    return found.group() if found else ""


def structure_lines(element, depth=0, page=""):
    """Numbers of pages stand where they change."""
    own = page_of(element)
    attributes = element.attributes[len(own) if own == page else 0:].strip()
    start = f"{'  ' * depth}{element.tag} {attributes}".rstrip()
    if element.is_block_of_text():
        text = element.text()
        return [f"{start} “{text}”" if text else start]
    lines = [start]
    for leaf in element.leaves:
        if isinstance(leaf, str):
            lines.append(f"{'  ' * (depth + 1)}“{leaf}”")
        else:
            lines += structure_lines(leaf, depth + 1, own)
    return lines


# ---- the pages ----

class Box:
    def __init__(self, left, top, right, bottom):
        self.left, self.top, self.right, self.bottom = left, top, right, bottom

    def around(self, other):
        return Box(min(self.left, other.left), min(self.top, other.top),
                   max(self.right, other.right), max(self.bottom, other.bottom))

    def overlaps(self, other):
        return (min(self.right, other.right) - max(self.left, other.left) > 0.5
                and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.5)

    def within(self, other, play):
        return (self.left >= other.left - play and self.right <= other.right + play
                and self.top >= other.top - play and self.bottom <= other.bottom + play)

    def __str__(self):
        return f"{self.left:.0f}–{self.right:.0f} × {self.top:.0f}–{self.bottom:.0f}"


class Op:
    def __init__(self, line):
        page, self.kind, self.element, x, y, rest = LINE.match(line).groups()
        self.page, x, y = int(page), float(x), float(y)
        self.text = ""
        if self.kind == "text":
            width, face, size, colour, self.text, _ = TEXT.match(rest).groups()
            size = float(size)
            self.box = Box(x, y - ASCENT * size, x + float(width), y + DESCENT * size)
            self.group = f"{face} {size:g} {colour}"
        elif self.kind == "path":
            self.box = Box(x, y, x, y)
            self.group = rest
        else:
            width, height, self.group = (rest + " ").split(" ", 2)
            self.box = Box(x, y, x + float(width), y + float(height))

    def in_margin(self):
        return self.element in ("header", "footer", "watermark")


class Pages:
    def __init__(self, lines):
        head = lines[0].split()
        self.count = int(head[1])
        left, top, width, height = (float(value) for value in head[5:9])
        self.area = Box(left, top, left + width, top + height)
        self.ops = [Op(line) for line in lines[1:] if LINE.match(line)]

    def on(self, page):
        return [op for op in self.ops if op.page == page and not op.in_margin()]


def page_lines(pages):
    names = {"text": "text", "rect": "area", "path": "path", "image": "picture"}
    lines = [f"pages {pages.count}"]
    for page in range(1, pages.count + 1):
        groups = {}
        for op in pages.on(page):
            key = f"{names[op.kind]} {op.group.strip()}"
            count, box = groups.get(key, (0, op.box))
            groups[key] = (count + 1, box.around(op.box))
        lines += [f"{page} {key}: {count} in {box}" for key, (count, box) in groups.items()]
    return lines


def split(output):
    lines = output.split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith("pages "))
    return read_structure(lines[:start]), Pages([line for line in lines[start:] if line])


def form(output):
    root, pages = split(output)
    return "\n".join(structure_lines(root) + page_lines(pages)) + "\n"


# ---- what is wrong whatever is expected ----

WORDS = [
    (r"(?<!\.)\.\.(?!\.)", "two full stops"),
    (r" [,.;:?](?!\d)", "a space before a stop"),
    (r"  ", "two spaces"),
    (r"\b(not known) \1|\b(\w{3,})(?<!that)(?<!had) \2\b", "words said twice"),
    (r"(?<![\d.,])\b1 (?:are|were|have|amounts|actions|inspections|interventions|quotations|councils"
     r"|sources|facts|dates|days|months|years|records|judgements|events|settings|items)\b",
     "one of something as a plural"),
    (r"\b(?!1\b)\d+ (?:is|was|has)\b", "several of something as a singular"),
    (r"\(\)|\[\]|“”", "nothing between brackets"),
]


def faults_of_words(root):
    for element in root.all():
        alt = re.search(r'alt "(.*)"$', element.attributes)
        texts = [element.text()] if element.is_block_of_text() else []
        if alt:
            texts.append(alt.group(1))
            if not re.match(r"[A-Z“‘\d]", alt.group(1)) or not re.search(r"[.?!”]$", alt.group(1)):
                yield f"an alternative text that is no sentence: {alt.group(1)[:80]}"
        elif element.tag == "Figure":
            yield "a figure without an alternative text"
        for text in texts:
            for pattern, name in WORDS:
                found = re.search(pattern, text)
                if found:
                    yield f"{name}: …{text[max(0, found.start() - 30):found.end() + 20]}…"
        if element.tag in ("Caption", "TH", "LBody", "H1", "H2", "H3") and not element.text().strip():
            yield f"{element.tag} without a word"


def faults_of_pages(pages):
    for page in range(1, pages.count + 1):
        ops = pages.on(page)
        texts = [op for op in ops if op.kind == "text" and op.text.strip()]
        if not texts:
            yield f"page {page} without a word"
        for op in ops:
            if not op.box.within(pages.area, PLAY[op.kind]):
                yield f"page {page}: {op.kind} “{op.text}” runs out of the text’s area: {op.box}"
        texts += [op for op in pages.ops if op.page == page and op.element in ("header", "footer")]
        for i, op in enumerate(texts):
            for other in texts[i + 1:]:
                if op.box.overlaps(other.box):
                    yield f"page {page}: “{op.text}” and “{other.text}” overlap"


def faults(output):
    root, pages = split(output)
    return list(faults_of_words(root)) + list(faults_of_pages(pages))
