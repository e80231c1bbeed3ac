#!/usr/bin/env python3
"""Breaks sound PDFs in one way at a time, for a validator that must refuse each result.

Usage: pdfbroken.py FOLDER FILE...

Writes the faults of test_pdfcheck.py to FOLDER, each everywhere in a copy of the first FILE that has
a place for it, save those that validators of PDF/UA-1 and PDF/A-2a do not look for. FOLDER/sound gets
the files themselves, taken apart in the same way: these must be accepted.
"""

import os
import re
import sys

sys.dont_write_bytecode = True  # a check leaves nothing behind

from test_pdfcheck import FAULTS, run

UNSEEN = {  # by validators, or allowed; pdfcheck.py looks for them all the same
    "MCID 0 is used twice",
    "ParentTreeNextKey",
    "a background has no BBox",
    "an artifact has no type",
    "does not point at a heading",
    "does not refer to a heading",
    "has Headers that are no other TH",
    "has an empty E",
    "has no Headers in a table of several levels",
    "has no OBJR",
    "is bold without Strong",
    "is not a subset",
    "is not in the IDTree",
    "is not referred to by what it refers to",
    "leads to a Note that its Reference does not refer to",
    "leads to no element",
    "leads to no page",
    "no marked content 0",
    "the pages have no labels",
}
# A stream ends in a line end of its own, for validators that count its bytes.
OPTIONS = ["--qdf", "--newline-before-endstream", "--object-streams=disable"]


def broken(data, pattern, replacement):
    """The data with all matches replaced by as many bytes."""
    return re.sub(pattern, lambda found: found.expand(replacement).ljust(len(found.group())), data)


def read_plain(path, folder):
    plain = os.path.join(folder, os.path.basename(path))
    run("qpdf", *OPTIONS, path, plain)
    with open(plain, "rb") as file:
        return file.read()


def write_fault(folder, number, fault, files):
    """False when no file has what the fault would replace."""
    pattern, replacement, message = fault
    for data in files:
        result = broken(data, pattern, replacement)
        if result != data:
            name = re.sub(r"\W+", "-", message).strip("-").lower()
            with open(os.path.join(folder, f"{number:02}-{name}.pdf"), "wb") as file:
                file.write(result)
            return True
    print(f"no file has {pattern!r} to break", file=sys.stderr)
    return False


def main(arguments):
    if len(arguments) < 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    folder, sound = arguments[0], os.path.join(arguments[0], "sound")
    os.makedirs(sound, exist_ok=True)
    files = [read_plain(path, sound) for path in arguments[1:]]
    faults = [fault for fault in FAULTS if fault[2] not in UNSEEN]
    written = [write_fault(folder, i, fault, files) for i, fault in enumerate(faults, 1)]
    return 0 if all(written) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
