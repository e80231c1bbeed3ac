#!/usr/bin/env python3
"""The map of the house, docs/map.md, made from what each file says of itself in its first lines.

usage: map.py write|check

A room is a folder; its public headers come first, then its files. A header that lies beside its file and has the
file's name is one with it. `check` fails where the map is not what `write` would make, and where a page or a
comment names a file that is not there.
"""

import re
import sys
from pathlib import Path

from layers import ROOMS

MAP = Path("docs/map.md")
HEAD = """# Map

Every file with what it says of itself in its first lines, room after room, in the order in which the rooms
may call one another: each calls itself and those above it. [architecture.md](architecture.md) says how they
work together. `make map` writes this page; `make quick` says when it is out of date.
"""
FIRST_COMMENT = re.compile(r"\s*/\*(.*?)\*/", re.S)
# A full stop ends a sentence before a capital or the end: not in "e.g. this" or "briefing.yaml".
# In NAME and the like, capitals stand for something else.
NAMED_FILE = re.compile(r"(?<![\w/])(?:src|include|tests|docs|bench)/[a-z0-9_/.-]+\.(?:c|h|py|sh|md|txt|yaml)\b")
SENTENCE_END = re.compile(r"\.(?= +[A-Z`]|$)")


def sentence_of(file):
    found = FIRST_COMMENT.match(file.read_text(encoding="utf-8"))
    if not found:
        sys.exit(f"map: {file} does not say what it is for")
    text = " ".join(line.strip().removeprefix("* ").strip("*") for line in found[1].splitlines())
    text = re.sub(r" +", " ", text).strip()
    end = SENTENCE_END.search(text)
    return text[:end.end()] if end else text


def order_of(folder):
    """By the order of the rooms, then by name; what stands at the top of src/ is named `top` there."""
    parts = folder.parts
    room = next((name for name in ("/".join(parts[:count]) for count in range(len(parts), 0, -1)) if name in ROOMS),
                parts[0] if parts else "top")
    return (ROOMS.index(room) if room in ROOMS else len(ROOMS), str(folder))


def files_of(root, folder):
    """[(name as it is included or lies there, file)] of one room."""
    public = sorted((root / "include" / folder).glob("*.h"))
    own = sorted((root / "src" / folder).glob("*.c"))
    stems = {file.stem for file in own}
    inner = [file for file in sorted((root / "src" / folder).glob("*.h")) if file.stem not in stems]
    yield from ((f"include/{file.relative_to(root / 'include')}", file) for file in public)
    yield from ((file.name, file) for file in sorted([*own, *inner]))


def map_of(root):
    folders = {file.parent.relative_to(root / top) for top in ("src", "include")
               for file in (root / top).rglob("*.[ch]")}
    lines = [HEAD]
    for folder in sorted(folders, key=order_of):
        lines.append(f"## src/{'' if folder == Path('.') else str(folder) + '/'}\n")
        lines += [f"- `{name}`: {sentence_of(file)}" for name, file in files_of(root, folder)]
        lines.append("")
    return "\n".join(lines)


def missing_files(root):
    """What is named by a page, a comment or a script, and is not there."""
    pages = [root / "README.md", root / "CONTRIBUTING.md", *(root / "docs").glob("*.md"), root / "Makefile",
             *(file for top in ("src", "include") for file in (root / top).rglob("*.[ch]"))]
    for page in sorted(pages):
        for name in NAMED_FILE.findall(page.read_text(encoding="utf-8")):
            if not (root / name).exists():
                yield f"{page.relative_to(root)} names {name}, which is not there"


def main():
    root = Path(__file__).resolve().parents[2]
    text = map_of(root)
    if sys.argv[1] == "write":
        (root / MAP).write_text(text, encoding="utf-8")
        return
    missing = list(missing_files(root))
    for fault in missing:
        print(f"map: {fault}", file=sys.stderr)
    if missing:
        sys.exit(1)
    if not (root / MAP).exists() or (root / MAP).read_text(encoding="utf-8") != text:
        sys.exit(f"map: {MAP} is not what the files say of themselves: run `make map`")
    print(f"map: {text.count(chr(10) + '- ')} files say what they are for")


if __name__ == "__main__":
    main()
