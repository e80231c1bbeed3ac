#!/usr/bin/env python3
"""Fonts that are broken in one place: each is refused, wherever it came from, and nothing is written.
usage: fonts.py PROGRAM"""
import os, shutil, struct, sys

sys.path.insert(0, os.path.dirname(__file__))
from lab import Lab

FONT = "/usr/share/fonts/truetype/lato/Lato-Regular.ttf"
SPECIFICATION = """briefing: {title: Peak fair fiddle, as_at: 2024-06-01}
council: {name: Exampleshire Caf\u00e9 Council}
"""


# ---- a font as its tables -----------------------------------------------------------------------

def tables_of(path):
    with open(path, "rb") as file:
        data = file.read()
    count, = struct.unpack_from(">H", data, 4)
    entries = [struct.unpack_from(">4sIII", data, 12 + 16 * i) for i in range(count)]
    return {tag.decode(): data[at:at + length] for tag, _, at, length in entries}


def font_of(tables):
    """Checksums are left out: nobody looks at them."""
    head, body = struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0), b""
    for tag, data in sorted(tables.items()):
        head += struct.pack(">4sIII", tag.encode(), 0, 12 + 16 * len(tables) + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return head + body


def segments(tables):
    """Of a cmap of format 4: its segments of characters and what leads from them to glyphs."""
    data = tables["cmap"]
    for i in range(struct.unpack_from(">H", data, 2)[0]):
        at, = struct.unpack_from(">I", data, 8 + 8 * i)
        if struct.unpack_from(">H", data, at)[0] == 4:
            count = struct.unpack_from(">H", data, at + 6)[0] // 2
            return data, at + 14, count
    raise ValueError("no cmap of format 4")


def glyph_of(tables, character):
    data, at, count = segments(tables)
    code = ord(character)
    for i in range(count):
        end, = struct.unpack_from(">H", data, at + 2 * i)
        start, delta, offset = (struct.unpack_from(">H", data, at + 2 + 2 * (count * row + i))[0]
                                for row in (1, 2, 3))
        if start <= code <= end:
            if not offset:
                return (code + delta) & 0xFFFF
            return struct.unpack_from(">H", data, at + 2 + 2 * (count * 3 + i) + offset + 2 * (code - start))[0]
    raise KeyError(character)


# ---- what is broken -----------------------------------------------------------------------------

def substitution(kind, subtable):
    """A GSUB table with one lookup, which every text is put through."""
    script = struct.pack(">H4sH", 1, b"DFLT", 8) + struct.pack(">HH", 4, 0) + struct.pack(">HHHH", 0, 0xFFFF, 1, 0)
    feature = struct.pack(">H4sH", 1, b"ccmp", 8) + struct.pack(">HHH", 0, 1, 0)
    lookup = struct.pack(">HH", 1, 4) + struct.pack(">HHHH", kind, 0, 1, 8) + subtable
    return struct.pack(">IHHH", 0x10000, 10, 10 + len(script), 10 + len(script) + len(feature)) + \
        script + feature + lookup


def coverage(glyphs):
    return struct.pack(f">HH{len(glyphs)}H", 1, len(glyphs), *glyphs)


def deletes(letters):
    """Multiple substitution, of each by nothing."""
    def change(tables):
        glyphs = sorted(glyph_of(tables, letter) for letter in letters)
        count = len(glyphs)
        head = 6 + 2 * count + 2
        subtable = struct.pack(f">HHH{count}H", 1, head, count, *[head - 2] * count) + \
            struct.pack(">H", 0) + coverage(glyphs)
        tables["GSUB"] = substitution(2, subtable)
    return change


def swallows(first, second):
    """A ligature of two letters that is the first of them."""
    def change(tables):
        one, two = glyph_of(tables, first), glyph_of(tables, second)
        ligature = struct.pack(">HHHHHH", 1, 4, one, 2, two, 0)[:10]
        subtable = struct.pack(">HHHH", 1, 8 + len(ligature), 1, 8) + ligature + coverage([one])
        tables["GSUB"] = substitution(4, subtable)
    return change


def replaces(letter, other):
    def change(tables):
        one, two = glyph_of(tables, letter), glyph_of(tables, other)
        tables["GSUB"] = substitution(1, struct.pack(">HHHH", 2, 8, 1, two) + coverage([one]))
    return change


def has_width(letters, width):
    def change(tables):
        metrics = bytearray(tables["hmtx"])
        for letter in letters:
            struct.pack_into(">H", metrics, 4 * glyph_of(tables, letter), width)
        tables["hmtx"] = bytes(metrics)
    return change


def loses_outline(letter):
    """Its outline ends where it begins."""
    def change(tables):
        size = 4 if struct.unpack_from(">h", tables["head"], 50)[0] else 2
        places = bytearray(tables["loca"])
        at = glyph_of(tables, letter) * size
        keep = [places[size * i:size * i + size] for i in range(len(places) // size)]
        before, glyph = keep[at // size], at // size
        # All that follows moves up to the place of the one before, so that only this one is empty.
        outline = tables["glyf"]
        unit = 1 if size == 4 else 2
        numbers = [int.from_bytes(place, "big") * unit for place in keep]
        gap = numbers[glyph + 1] - numbers[glyph]
        tables["glyf"] = outline[:numbers[glyph]] + outline[numbers[glyph + 1]:]
        numbers[glyph + 1:] = [number - gap for number in numbers[glyph + 1:]]
        tables["loca"] = b"".join((number // unit).to_bytes(size, "big") for number in numbers)
        assert before == keep[glyph]
    return change


BROKEN = [
    ("one letter is deleted", deletes("a"), "E510"),
    ("several letters are deleted", deletes("dlk"), "E510"),
    ("spaces are deleted", deletes(" "), "E510"),
    ("an accented letter is deleted", deletes("\u00e9"), "E510"),
    ("a ligature is one of its letters", swallows("f", "i"), "E510"),
    ("a letter becomes a space", replaces("e", " "), "E614"),
    ("a letter has no outline", loses_outline("d"), "E614"),
    ("letters have no width", has_width("abcdefghijklmnopqrstuvwxyz", 0), "E550"),
    ("one letter has no width", has_width("\u00e9", 0), "E550"),
    ("letters are wider than a page", has_width("aeiou", 65535), "E550"),
    ("a sign beyond Latin script has no width", has_width("\u20ac", 0), "E614"),
]


def build(lab, name, font, text=SPECIFICATION):
    """With a font: its tables, or its bytes."""
    with open(lab.path("font.ttf"), "wb") as file:
        file.write(font if isinstance(font, bytes) else font_of(font))
    lab.write("spec.yaml", text)
    out = name.replace(" ", "-")
    status, _, err = lab.run("build", "-j0", "--theme", "broken", "-o", out, "spec.yaml")
    return status, err, os.path.exists(lab.path(out, "spec.pdf"))


def prepare(lab):
    os.unlink(lab.path("templates"))
    os.makedirs(lab.path("templates", "briefing"))
    os.makedirs(lab.path("templates", "themes"))
    for name in ("frameworks.yaml", "bank-holidays.yaml", "briefing/theme.yaml"):
        shutil.copy(os.path.join(lab.root, "templates", name), lab.path("templates", name))
    lab.write("templates/briefing/briefing.md", "# {{ briefing.title }}\n\n{{ council.name }} \u20ac\n")
    faces = ("regular", "italic", "bold", "bold_italic", "heading")
    lab.write("templates/themes/broken.yaml",
              "fonts:\n" + "".join(f"  {face}: {lab.path('font.ttf')}\n" for face in faces))


def main():
    lab = Lab(sys.argv[1])
    if not os.path.exists(FONT):
        sys.exit(f"fonts: {FONT} is not installed")
    prepare(lab)
    status, err, built = build(lab, "whole", tables_of(FONT))
    lab.check("the whole font", status == 0 and built, err)
    without = tables_of(FONT)
    without["GSUB"] = substitution(1, struct.pack(">HHHH", 2, 8, 1, 5) + coverage([4]))
    status, err, built = build(lab, "another GSUB", without)
    lab.check("a rule that takes nothing away", status == 0 and built, err)
    for name, change, code in BROKEN:
        tables = tables_of(FONT)
        change(tables)
        status, err, built = build(lab, name, tables)
        lab.check(name, status == 1 and f"[{code}]" in err and not built, f"status {status}\n{err}")
    with open(FONT, "rb") as file:
        whole = file.read()
    for kept in (1, 2, 3, 7):
        status, err, built = build(lab, f"cut to {kept} eighths", whole[:len(whole) * kept // 8])
        lab.check(f"cut to {kept} eighths", status == 1 and "[E502]" in err and not built, f"status {status}\n{err}")
    status, err, built = build(lab, "without its last byte", whole[:-1])
    lab.check("without its last byte", status == 1 and "[E502]" in err and not built, f"status {status}\n{err}")
    sys.exit(lab.close("fonts"))


main()
