#!/usr/bin/env python3
"""Checks that a PDF is tagged, embedded and labelled as PDF/UA-1 and PDF/A-2a ask.

Usage: pdfcheck.py FILE...

Reads the objects through `qpdf --json`, so qpdf 11 or later must be installed. Prints one line for
each fault and exits with 1 if there is any, with 2 if a file could not be read at all.
"""

import base64
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True  # a check leaves nothing behind

from pdfcontent import Marks, operators

SUBSET_NAME = re.compile(r"/[A-Z]{6}\+.+")
REFERENCE = re.compile(r"\d+ \d+ R")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
PARENTS = {  # a structure type and where alone it may stand
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "Caption": {"Table", "L", "Figure", "TOC"},
    "Document": {"StructTreeRoot"},
}
CHILDREN = {  # a structure type and all that it may hold
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 "
    "H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry "
    "Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split()
)
# Where bold says what the element says as well: a heading, a header, a caption, a label, words in a drawing. The tag for
# bold within a text is Strong, which readers of PDF 1.7 take for a Span.
BOLD = re.compile("Strong|H[1-6]?|TH|Caption|Lbl|Figure|TOCI")
BOLD_FONT = re.compile("bold|black|heavy", re.I)
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


class Unreadable(Exception):
    """The file cannot be looked into, so nothing can be said of it."""


# ---- objects ----


class Document:
    """The objects of one file, as qpdf gives them."""

    def __init__(self, path):
        self.objects = self.read(path)
        self.trailer = self.objects.get("trailer", {}).get("value", {})
        self.catalog = self.get(self.trailer.get("/Root")) or {}

    @staticmethod
    def read(path):
        command = ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline"]
        command += ["--decode-level=generalized", path]
        try:
            result = subprocess.run(command, capture_output=True, check=False)
        except FileNotFoundError:
            raise Unreadable("qpdf is not installed: run make deps") from None
        if result.returncode not in (0, 3):  # 3: warnings only
            raise Unreadable(result.stderr.decode(errors="replace").strip() or "qpdf failed")
        try:
            return json.loads(result.stdout)["qpdf"][1]
        except (ValueError, KeyError, IndexError):
            raise Unreadable("qpdf gave no JSON of version 2: qpdf 11 is needed") from None

    def get(self, value):
        """What a value is once its reference, if it is one, was followed: streams as their dict."""
        for _ in range(64):
            if not (isinstance(value, str) and REFERENCE.fullmatch(value)):
                return value
            found = self.objects.get("obj:" + value, {})
            value = found["stream"]["dict"] if "stream" in found else found.get("value")
        return None

    def stream(self, reference):
        """The decoded bytes of a stream; None when there is no such stream."""
        found = self.objects.get("obj:" + str(reference), {})
        return base64.b64decode(found["stream"].get("data", "")) if "stream" in found else None

    def pages(self):
        """(reference, dictionary) of every page, in order."""
        stack = [(self.catalog.get("/Pages"), 0)]
        while stack:
            reference, depth = stack.pop()
            node = self.get(reference) or {}
            if node.get("/Type") == "/Page":
                yield reference, node
            elif depth < 64:
                stack += [(kid, depth + 1) for kid in reversed(self.get(node.get("/Kids")) or [])]

    def tree(self, root, leaves="/Nums"):
        """A number tree as a dict; with /Names, a name tree."""
        result, stack = {}, [root]
        while stack:
            node = self.get(stack.pop()) or {}
            pairs = self.get(node.get(leaves)) or []
            result.update(zip(pairs[::2], pairs[1::2]))
            stack += self.get(node.get("/Kids")) or []
        return result


def text_of(value):
    """A text string of qpdf's JSON as Python text; None when it is none."""
    if isinstance(value, str) and value.startswith("u:"):
        return value[2:]
    if isinstance(value, str) and value.startswith("b:"):
        return bytes.fromhex(value[2:]).decode("latin-1")
    return None


# ---- the checks ----


class Checker:
    def __init__(self, document):
        self.document = document
        self.get = document.get
        self.faults = []
        self.pages = list(document.pages())
        self.page_number = {reference: i for i, (reference, _) in enumerate(self.pages, 1)}
        self.page_mcids = {}  # page reference -> MCIDs in its content
        self.page_bold = {}  # page reference -> those of them with text in a bold font
        self.owned_marks = {}  # (page reference, MCID) -> element
        self.owned_objects = {}  # annotation -> element
        self.roles = {}
        self.parent_tree = {}
        self.named = {}  # ID -> element
        self.identifiers = {}  # element -> ID
        self.kinds = {}  # element -> its type
        self.refers = {}  # element -> the elements of its Ref

    def complain(self, message):
        self.faults.append(message)

    def run(self):
        self.check_catalog()
        self.check_metadata()
        for reference, page in self.pages:
            self.check_page(reference, page)
        self.check_fonts()
        self.check_images()
        self.check_structure()
        self.check_marks()
        self.check_bold()
        self.check_references()
        self.check_annotations()
        self.check_bookmarks()
        return self.faults

    # -- the document as a whole --

    def check_catalog(self):
        catalog = self.document.catalog
        if (self.get(catalog.get("/MarkInfo")) or {}).get("/Marked") is not True:
            self.complain("MarkInfo does not say Marked")
        if not LANGUAGE.fullmatch(text_of(catalog.get("/Lang")) or ""):
            self.complain("the document has no Lang")
        if 0 not in self.document.tree(catalog.get("/PageLabels")):
            self.complain("the pages have no labels")
        preferences = self.get(catalog.get("/ViewerPreferences")) or {}
        if preferences.get("/DisplayDocTitle") is not True:
            self.complain("ViewerPreferences do not say DisplayDocTitle")
        identifier = self.get(self.document.trailer.get("/ID")) or []
        if len(identifier) != 2 or not all(len(part) > 2 for part in identifier):
            self.complain("the trailer has no ID")
        self.check_output_intents(self.get(catalog.get("/OutputIntents")) or [])

    def check_output_intents(self, intents):
        if not intents:
            self.complain("there are no OutputIntents")
        for intent in map(self.get, intents):
            profile = self.document.stream(intent.get("/DestOutputProfile"))
            if intent.get("/S") != "/GTS_PDFA1" or not profile:
                self.complain("an output intent is not one of PDF/A with a profile")
            elif profile[36:40] != b"acsp":
                self.complain("the output intent's profile is not an ICC profile")

    def check_metadata(self):
        xmp = self.document.stream(self.document.catalog.get("/Metadata"))
        if xmp is None:
            self.complain("there is no XMP metadata")
            return
        try:
            packet = ElementTree.fromstring(xmp)
        except ElementTree.ParseError as error:
            self.complain(f"the XMP metadata is not XML: {error}")
            return

        def value(path):
            return packet.findtext(".//" + path, default=None, namespaces=NAMESPACES)

        for path, wanted in (
            ("pdfuaid:part", "1"),
            ("pdfaid:part", "2"),
            ("pdfaid:conformance", "A"),
        ):
            if value(path) != wanted:
                self.complain(f"XMP has {path} {value(path)}, not {wanted}")
        title = value("dc:title/rdf:Alt/rdf:li")
        info = text_of((self.get(self.document.trailer.get("/Info")) or {}).get("/Title"))
        if not title:
            self.complain("XMP has no title")
        if title != info:
            self.complain(f"the titles differ: `{title}` in XMP, `{info}` in Info")

    # -- pages --

    def check_page(self, reference, page):
        where = f"page {self.page_number[reference]}"
        if page.get("/Tabs") != "/S":
            self.complain(f"{where}: Tabs is not S")
        if not isinstance(page.get("/StructParents"), int):
            self.complain(f"{where}: no StructParents")
        contents = page.get("/Contents")
        parts = self.get(contents)
        parts = parts if isinstance(parts, list) else [contents]
        content = b"\n".join(self.document.stream(part) or b"" for part in parts)
        marks = Marks(lambda message: self.complain(f"{where}: {message}"))
        for operator, operands in operators(content):
            marks.read(operator, operands)
        marks.finish()
        self.page_mcids[reference] = marks.mcids
        fonts = self.get((self.get(page.get("/Resources")) or {}).get("/Font")) or {}
        bold = {name for name, font in fonts.items()
                if BOLD_FONT.search(str((self.get(font) or {}).get("/BaseFont")).partition("+")[2])}
        self.page_bold[reference] = {mcid for mcid, names in marks.fonts_of.items() if names & bold}

    # -- fonts --

    def check_fonts(self):
        fonts = {}
        for _, page in self.pages:
            resources = self.get(page.get("/Resources")) or {}
            for name, font in (self.get(resources.get("/Font")) or {}).items():
                fonts[str(font)] = (name, self.get(font) or {})
        for name, font in fonts.values():
            self.check_font(name, font)

    def check_font(self, name, font):
        base = str(font.get("/BaseFont"))
        if not SUBSET_NAME.fullmatch(base):
            self.complain(f"font {name} is not a subset: {base}")
        if not self.document.stream(font.get("/ToUnicode")):
            self.complain(f"font {name} has no ToUnicode")
        descendants = self.get(font.get("/DescendantFonts")) or [font]
        for descendant in map(self.get, descendants):
            descriptor = self.get((descendant or {}).get("/FontDescriptor")) or {}
            files = (descriptor.get(key) for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            if not any(self.document.stream(file) for file in files if file):
                self.complain(f"font {name} is not embedded")

    # -- pictures --

    def check_images(self):
        images = {}
        for _, page in self.pages:
            resources = self.get(page.get("/Resources")) or {}
            for name, image in (self.get(resources.get("/XObject")) or {}).items():
                images[str(image)] = (name, self.get(image) or {})
        for name, image in images.values():
            self.check_image(name, image, {"/DeviceRGB", "/DeviceGray"})
            if "/SMask" in image:
                self.check_image(name + ", mask", self.get(image["/SMask"]) or {}, {"/DeviceGray"})

    def check_image(self, name, image, colours):
        if image.get("/ColorSpace") not in colours:
            self.complain(f"picture {name} is in {image.get('/ColorSpace')}")
        if image.get("/Interpolate") is True or "/Alternates" in image or "/OPI" in image:
            self.complain(f"picture {name} is shown in a way that PDF/A does not allow")

    # -- structure --

    def check_structure(self):
        root_reference = self.document.catalog.get("/StructTreeRoot")
        root = self.get(root_reference)
        if not root:
            self.complain("there is no StructTreeRoot")
            return
        self.roles = self.get(root.get("/RoleMap")) or {}
        for role in self.roles:
            if role[1:] in STANDARD:
                self.complain(f"the role map changes the standard type {role[1:]}")
        self.parent_tree = self.document.tree(root.get("/ParentTree"))
        if root.get("/ParentTreeNextKey", 0) <= max(self.parent_tree, default=-1):
            self.complain("ParentTreeNextKey is a key of the parent tree")
        self.named = self.document.tree(root.get("/IDTree"), "/Names")
        state = {"heading": 0}
        stack = [(kid, root_reference, "StructTreeRoot") for kid in self.kids_of(root)]
        while stack:
            reference, parent, parent_type = stack.pop()
            kids = self.check_element(reference, parent, parent_type, state)
            stack += reversed(kids)
        for identifier, element in self.named.items():
            if self.identifiers.get(element) != identifier:
                self.complain(f"the IDTree has {text_of(identifier)}, which no element is called")

    def kids_of(self, element):
        kids = element.get("/K")
        if isinstance(self.get(kids), list):
            return self.get(kids)
        return [] if kids is None else [kids]

    def type_of(self, element):
        name = element.get("/S", "")
        return self.roles.get(name, name)[1:]

    def check_element(self, reference, parent, parent_type, state):
        """Checks one element; returns its elements as (reference, its parent, parent's type)."""
        element = self.get(reference) or {}
        kind = self.type_of(element)
        if kind not in STANDARD:
            self.complain(f"`{kind}` is not a standard structure type")
        if element.get("/P") != parent:
            self.complain(f"{kind} {reference}: P is not its parent")
        self.check_nesting(kind, parent_type)
        self.check_texts(kind, reference, element, state)
        elements, page = [], element.get("/Pg")
        for kid in self.kids_of(element):
            value = self.get(kid)
            if isinstance(value, int):
                self.own_mark(page, value, reference, kind)
            elif value.get("/Type") == "/MCR":
                self.own_mark(value.get("/Pg", page), value.get("/MCID"), reference, kind)
            elif value.get("/Type") == "/OBJR":
                self.owned_objects[value.get("/Obj")] = reference
            else:
                elements.append((kid, reference, kind))
        if kind == "Table":
            self.check_table(reference, element)
        return elements

    def check_nesting(self, kind, parent_type):
        if kind in PARENTS and parent_type not in PARENTS[kind]:
            self.complain(f"{kind} stands in {parent_type}")
        if parent_type in CHILDREN and kind not in CHILDREN[parent_type]:
            self.complain(f"{parent_type} holds {kind}")

    def attribute(self, element, key):
        attributes = self.get(element.get("/A"))
        attributes = attributes if isinstance(attributes, list) else [attributes]
        for group in map(self.get, attributes):
            if isinstance(group, dict) and key in group:
                return group[key]
        return None

    def check_texts(self, kind, reference, element, state):
        if kind == "Figure" and not (text_of(element.get("/Alt")) or "").strip():
            self.complain(f"Figure {reference} has no Alt")
        if kind == "TH" and self.attribute(element, "/Scope") not in ("/Column", "/Row", "/Both"):
            self.complain(f"TH {reference} has no Scope")
        if kind == "Note" and not text_of(element.get("/ID")):
            self.complain(f"Note {reference} has no ID of its own")
        self.check_identifier(kind, reference, element.get("/ID"))
        if not LANGUAGE.fullmatch(text_of(element.get("/Lang", "u:en")) or ""):
            self.complain(f"{kind} {reference} has a Lang that is no language code")
        if not (text_of(element.get("/E", "u:-")) or "").strip():
            self.complain(f"{kind} {reference} has an empty E")
        self.kinds[reference] = kind
        self.refers[reference] = self.get(element.get("/Ref")) or []
        if re.fullmatch("H[1-6]", kind):
            level = int(kind[1])
            if level > state["heading"] + 1:
                self.complain(f"{kind} comes after a heading of level {state['heading']}")
            state["heading"] = level

    def check_identifier(self, kind, reference, identifier):
        if identifier is None:
            return
        if identifier in self.identifiers.values():
            self.complain(f"{kind} {reference} has no ID of its own: {text_of(identifier)}")
        self.identifiers[reference] = identifier
        if self.named.get(identifier) != reference:
            self.complain(f"{kind} {reference} is not in the IDTree by its ID")

    # -- tables --

    def rows_of(self, table):
        """The cells of each row as (reference, element, type), and how many rows are of the head."""
        rows, head = [], 0
        groups = [(kid, False) for kid in self.kids_of(table)]
        while groups:
            reference, in_head = groups.pop(0)
            element = self.get(reference)
            if not isinstance(element, dict) or "/S" not in element:
                continue
            kind = self.type_of(element)
            if kind in ("THead", "TBody", "TFoot"):
                groups = [(kid, kind == "THead") for kid in self.kids_of(element)] + groups
            elif kind == "TR":
                cells = [(cell, self.get(cell)) for cell in self.kids_of(element)]
                rows.append([(cell, value, self.type_of(value)) for cell, value in cells])
                head += in_head
        return rows, head

    def span(self, cell, key):
        value = self.attribute(cell, key)
        return value if isinstance(value, int) and value > 0 else 1

    def check_table(self, reference, table):
        rows, head = self.rows_of(table)
        cells = [cell for row in rows for cell in row]
        if not any(kind == "TH" for _, _, kind in cells):
            self.complain(f"Table {reference} has no TH")
        self.check_grid(reference, rows)
        spans = any(
            self.span(cell, "/ColSpan") > 1 or self.span(cell, "/RowSpan") > 1 for _, cell, _ in cells
        )
        heads = {text_of(cell.get("/ID")) for _, cell, kind in cells if kind == "TH"} - {None}
        for cell, value, kind in cells:
            headers = [text_of(name) for name in self.get(self.attribute(value, "/Headers")) or []]
            if kind == "TD" and (head > 1 or spans) and not headers:
                self.complain(f"TD {cell} has no Headers in a table of several levels")
            if not set(headers) <= heads - {text_of(value.get("/ID"))}:
                self.complain(f"{kind} {cell} has Headers that are no other TH of its table")

    def check_grid(self, reference, rows):
        """Every row must cover as many columns as the others."""
        taken = set()
        for y, row in enumerate(rows):
            x = 0
            for _, cell, _ in row:
                while (x, y) in taken:
                    x += 1
                width, height = self.span(cell, "/ColSpan"), self.span(cell, "/RowSpan")
                taken |= {(x + i, y + j) for i in range(width) for j in range(height)}
                x += width
        widths = {sum(1 for place in taken if place[1] == y) for y in range(len(rows))}
        if len(widths) > 1 or any(y >= len(rows) for _, y in taken):
            self.complain(f"Table {reference} is not regular: its rows differ in length")

    def own_mark(self, page, mcid, element, kind):
        if kind in CHILDREN or kind in ("Document", "StructTreeRoot"):
            self.complain(f"{kind} has content of its own")
        if page not in self.page_mcids or mcid not in self.page_mcids[page]:
            where = self.page_number.get(page, "?")
            self.complain(f"{kind} {element}: no marked content {mcid} on page {where}")
        if (page, mcid) in self.owned_marks:
            self.complain(f"marked content {mcid} belongs to two elements")
        self.owned_marks[page, mcid] = element

    # -- the parent tree --

    def check_marks(self):
        for reference, page in self.pages:
            where = f"page {self.page_number[reference]}"
            owners = self.get(self.parent_tree.get(page.get("/StructParents")))
            owners = owners if isinstance(owners, list) else []
            for mcid in sorted(self.page_mcids[reference]):
                owner = self.owned_marks.get((reference, mcid))
                if owner is None:
                    self.complain(f"{where}: marked content {mcid} belongs to no element")
                elif mcid >= len(owners) or owners[mcid] != owner:
                    self.complain(f"{where}: the parent tree is wrong about MCID {mcid}")
            if len(owners) > len(self.page_mcids[reference]):
                self.complain(f"{where}: the parent tree has more marks than the page")

    # -- bold --

    def check_bold(self):
        """What is bold within a text is Strong, for those who do not see it (WCAG 1.3.1)."""
        for reference, mcids in self.page_bold.items():
            for mcid in sorted(mcids):
                owner = self.owned_marks.get((reference, mcid))
                if owner is not None and not self.is_marked_bold(owner):
                    self.complain(f"page {self.page_number[reference]}: marked content {mcid} is bold without Strong, "
                                  f"in {self.kinds[owner]}")

    def is_marked_bold(self, reference):
        for _ in range(64):
            element = self.get(reference) or {}
            if BOLD.fullmatch(element.get("/S", "/")[1:]) or BOLD.fullmatch(self.type_of(element)):
                return True
            reference = element.get("/P")
            if reference is None:
                break
        return False

    # -- what refers to what --

    def check_references(self):
        """An entry of the contents to a heading, a citation to a note, and the note back to each citation."""
        for reference, others in self.refers.items():
            kind = self.kinds[reference]
            kinds = [self.kinds.get(other, "nothing") for other in others]
            if kind == "TOCI" and not (kinds and all(re.fullmatch("H[1-6]", to) for to in kinds)):
                self.complain(f"TOCI {reference} does not refer to a heading")
            if kind in ("Reference", "Note") and set(kinds) - {"Note", "Reference"}:
                self.complain(f"{kind} {reference} refers to {', '.join(kinds)}")
            if kind in ("Reference", "Note") and any(reference not in self.refers.get(other, []) for other in others):
                self.complain(f"{kind} {reference} is not referred to by what it refers to")

    # -- annotations --

    def check_annotations(self):
        for reference, page in self.pages:
            where = f"page {self.page_number[reference]}"
            for annotation in self.get(page.get("/Annots")) or []:
                self.check_annotation(where, annotation, self.get(annotation) or {})

    def check_annotation(self, where, reference, annotation):
        if not (text_of(annotation.get("/Contents")) or "").strip():
            self.complain(f"{where}: link {reference} has no Contents")
        if annotation.get("/F", 0) & 0x2F != 4:
            self.complain(f"{where}: link {reference} is hidden or not printed")
        key = annotation.get("/StructParent")
        owner = self.parent_tree.get(key)
        if key is None or owner is None:
            self.complain(f"{where}: link {reference} has no StructParent in the parent tree")
        elif self.owned_objects.get(reference) != owner:
            self.complain(f"{where}: link {reference} has no OBJR in its element")
        elif annotation.get("/Subtype") == "/Link" and self.type_of(self.get(owner)) != "Link":
            self.complain(f"{where}: link {reference} does not belong to a Link")
        alt = text_of((self.get(owner) or {}).get("/Alt"))
        if alt and alt != text_of(annotation.get("/Contents")):
            self.complain(f"{where}: link {reference} is described in two ways")
        action = self.get(annotation.get("/A")) or {}
        if action.get("/S") == "/GoTo":
            self.check_jump(f"{where}: link {reference}", annotation)
            self.check_cites(where, reference, owner, self.get(action.get("/SD")) or [None])

    def check_cites(self, where, reference, link, place):
        """A link to a note stands in a citation that refers to it."""
        if self.kinds.get(place[0]) == "Note":
            around = (self.get(link) or {}).get("/P")
            if place[0] not in self.refers.get(around, []):
                self.complain(f"{where}: link {reference} leads to a Note that its Reference does not refer to")

    # -- bookmarks --

    def check_bookmarks(self):
        outlines = self.get(self.document.catalog.get("/Outlines")) or {}
        stack, seen = [outlines.get("/First")], set()
        while stack:
            reference = stack.pop()
            if reference is None or reference in seen:
                continue
            seen.add(reference)
            bookmark = self.get(reference) or {}
            stack += [bookmark.get("/Next"), bookmark.get("/First")]
            self.check_bookmark(text_of(bookmark.get("/Title")), bookmark)

    def check_bookmark(self, title, bookmark):
        if not (title or "").strip():
            self.complain("a bookmark has no Title")
        if not re.fullmatch("H[1-6]?", self.kinds.get(bookmark.get("/SE"), "")):
            self.complain(f"the bookmark `{title}` does not point at a heading")
        self.check_jump(f"the bookmark `{title}`", bookmark, bookmark.get("/SE"))

    def check_jump(self, what, jumping, element=None):
        """Leads to a page, and for readers of PDF 2.0 to an element: of a bookmark, its own."""
        action = self.get(jumping.get("/A")) or {}
        page, place = (self.get(action.get(key)) or [None] for key in ("/D", "/SD"))
        if page[0] not in self.page_number:
            self.complain(f"{what} leads to no page")
        if place[0] not in self.kinds or (element and place[0] != element):
            self.complain(f"{what} leads to no element")


def main(paths):
    if not paths:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    status = 0
    for path in paths:
        try:
            faults = Checker(Document(path)).run()
        except Unreadable as error:
            print(f"{path}: {error}", file=sys.stderr)
            return 2
        for fault in faults:
            print(f"{path}: {fault}")
        status = status or (1 if faults else 0)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
