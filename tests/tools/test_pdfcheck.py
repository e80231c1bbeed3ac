#!/usr/bin/env python3
"""Proves that pdfcheck.py notices faults: breaks a sound PDF in one place at a time.

Usage: test_pdfcheck.py FILE

FILE must pass pdfcheck.py and have a list, a table with wide and tall cells, a figure, a note, two
headings, links, a background, a word in Welsh and an abbreviation. Every
fault replaces bytes by as many others, so that the file stays readable. Exits with 1 when a fault
was not noticed for what it is.
"""

import os
import re
import subprocess
import sys
import tempfile

CHECKER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pdfcheck.py")

FAULTS = (  # what is sought, what stands there instead, what must be said of it
    (rb"/Marked true", rb"/Marked null", "MarkInfo does not say Marked"),
    (rb"/Lang \(", rb"/Lanx (", "the document has no Lang"),
    (rb"/DisplayDocTitle true", rb"/DisplayDocTitle null", "DisplayDocTitle"),
    (rb"/ID \[<", rb"/IX [<", "the trailer has no ID"),
    (rb"/OutputIntents", rb"/OutputIntentx", "no OutputIntents"),
    (rb"/GTS_PDFA1", rb"/GTS_PDFX1", "not one of PDF/A"),
    (rb"/Metadata ", rb"/Metadatx ", "no XMP metadata"),
    (rb"<pdfuaid:part>1", rb"<pdfuaid:part>2", "pdfuaid:part 2, not 1"),
    (rb"<pdfaid:part>2", rb"<pdfaid:part>3", "pdfaid:part 3, not 2"),
    (rb"conformance>A<", rb"conformance>B<", "pdfaid:conformance B, not A"),
    (rb"x-default\">.", rb"x-default\">_", "the titles differ"),
    (rb"</rdf:RDF>", rb"</rdf:RDX>", "is not XML"),
    (rb"/ToUnicode ", rb"/ToUnicodx ", "no ToUnicode"),
    (rb"/FontFile2 ", rb"/FontFilX2 ", "is not embedded"),
    (rb"/BaseFont /[A-Z]{6}\+", rb"/BaseFont /abcdefg", "is not a subset"),
    (rb"/Tabs /S", rb"/Tabs /R", "Tabs is not S"),
    (rb"/StructParents ", rb"/StructParentx ", "no StructParents"),
    (rb"/Scope /", rb"/Scopx /", "has no Scope"),
    (rb"/Alt ", rb"/Alx ", "has no Alt"),
    (rb"/ID \(note", rb"/IX (note", "has no ID of its own"),
    (rb"/ID \(note", rb"/ID (cell", "is not in the IDTree"),
    (rb"/ID \(cell-(\d)", rb"/IX (cell-\1", "has Headers that are no other TH"),
    (rb"/Headers (\[\s+\(\S+\s+\()", rb"/Headerx \1", "has no Headers in a table of several levels"),
    (rb"/ColSpan 2", rb"/ColSpan 1", "is not regular"),
    (rb"/RowSpan 2", rb"/RowSpan 3", "is not regular"),
    (rb"/IDTree (\d)", rb"/IDTrex \1", "is not in the IDTree"),
    (rb"/PageLabels ", rb"/PageLabelx ", "the pages have no labels"),
    (rb"/SE (\d)", rb"/SX \1", "does not point at a heading"),
    (rb"/Ref (\[[^]]*\]\s+/S /TOCI)", rb"/Rex \1", "does not refer to a heading"),
    (rb"/Ref (\[[^]]*\]\s+/S /Reference)", rb"/Rex \1", "leads to a Note that its Reference does not refer to"),
    (rb"/Contents \(another", rb"/Contents (an other", "is described in two ways"),
    (rb"/D (\[)", rb"/X \1", "leads to no page"),
    (rb"/SD (\[)", rb"/SX \1", "leads to no element"),
    (rb"/Ref (\[[^]]*\]\s+/S /Note)", rb"/Rex \1", "is not referred to by what it refers to"),
    (rb"/Lang \(cy", rb"/Lang (c_", "no language code"),
    (rb"/E \(D[^)]*\)", rb"/E ( )", "has an empty E"),
    (rb"/Type /Background", rb"/Type /Backgroune", "an artifact has no type"),
    (rb"/Type /Background /BBox", rb"/Type /Background /BBxx", "a background has no BBox"),
    (rb"/S /H1\b", rb"/S /H2", "H2 comes after a heading of level 0"),
    (rb"/S /Table\b", rb"/S /Tablx", "`Tablx` is not a standard structure type"),
    (rb"/S /TR\b", rb"/S /Qt", "`Qt` is not a standard structure type"),
    (rb"/S /Strong\b", rb"/S /Span", "is bold without Strong"),
    (rb"/S /TH\b", rb"/S /TR", "TR stands in TR"),
    (rb"/S /LBody\b", rb"/S /TBody", "LI holds TBody"),
    (rb"/S /Link\b", rb"/S /Code", "does not belong to a Link"),
    (rb"/StructTreeRoot (\d)", rb"/StructTreeRoox \1", "no StructTreeRoot"),
    (rb"/Contents ([<(])", rb"/Contentx \1", "has no Contents"),
    (rb"/F 4", rb"/F 2", "is hidden or not printed"),
    (rb"/StructParent (\d)", rb"/StructParenx \1", "has no StructParent"),
    (rb"/Obj (\d)", rb"/Obx \1", "has no OBJR"),
    (rb"/Artifact <<[^>]*>> BDC", rb"/X BMC", "neither content nor artifact"),
    (rb"<</MCID 1>> BDC", rb"<</MCID 0>> BDC", "MCID 0 is used twice"),
    (rb"<</MCID 0>> BDC", rb"<</MCIX 0>> BDC", "neither content nor artifact: BT"),
    (rb"<</MCID 0>> BDC", rb"<</MCID 9>> BDC", "no marked content 0"),
    (rb"\nEMC\n", rb"\nq Q\n", "marked content is not closed"),
    (rb"0\n(\s+\d+ 0 R\n\s+1\n)", rb"9\n\1", "the parent tree is wrong"),
    (rb"/P (\d\d) 0 R", rb"/P  1 0 R", "P is not its parent"),
    (rb"/ParentTreeNextKey ", rb"/ParentTreeNextKex ", "ParentTreeNextKey"),
)


def run(*command):
    return subprocess.run(command, capture_output=True, check=False, text=True)


def replaced(data, pattern, replacement):
    """The data with the first match replaced by as many bytes; None when nothing matches."""
    found = re.search(pattern, data)
    if not found:
        return None
    new = found.expand(replacement).ljust(len(found.group()))
    return data[: found.start()] + new + data[found.end() :]


def is_noticed(data, fault, scratch):
    """Whether the checker says of the broken file what is wrong with it."""
    pattern, replacement, message = fault
    broken = replaced(data, pattern, replacement)
    if broken is None:
        print(f"the file has no {pattern!r} to break")
        return False
    path = os.path.join(scratch, "broken.pdf")
    with open(path, "wb") as file:
        file.write(broken)
    result = run(sys.executable, CHECKER, path)
    if result.returncode == 1 and message in result.stdout:
        return True
    print(f"not noticed: {pattern!r}\n{result.stdout}{result.stderr}")
    return False


def main(paths):
    if len(paths) != 1:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    sound = run(sys.executable, CHECKER, paths[0])
    if sound.returncode != 0:
        print(f"the sound file has faults:\n{sound.stdout}{sound.stderr}")
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        plain = os.path.join(scratch, "plain.pdf")
        run("qpdf", "--qdf", "--object-streams=disable", paths[0], plain)
        with open(plain, "rb") as file:
            data = file.read()
        noticed = sum(is_noticed(data, fault, scratch) for fault in FAULTS)
    print(f"pdfcheck: {noticed} of {len(FAULTS)} faults noticed")
    return 0 if noticed == len(FAULTS) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
