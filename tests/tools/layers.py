#!/usr/bin/env python3
"""Proves the house's rules from the object files and the include lines.

usage: layers.py BUILD [CC]

Which file may call which library, and that calls and includes run only from later rooms to earlier ones.
Ends by breaking each rule on purpose, to show that it would be noticed.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

# The order of the pipeline; a room may call itself and those before it. Where a room has rooms of its
# own, they are called by their whole path.
ROOMS = [
    "base", "date", "diag", "files", "data", "data/yaml", "data/bind", "brief/records", "brief",
    "brief/tables", "derive", "rules/inspections", "rules/interventions", "rules", "describe", "facts", "changes/words", "changes", "changes/report", "template", "doc", "doc/markdown",
    "layout/picture", "layout/theme", "layout/shape", "layout/paragraph", "layout/flow",
    "layout/drawing", "layout/table", "layout/page", "layout", "components/kit", "components/ratings",
    "components/chart", "components/standing", "components",
    "pdf/file", "pdf/font", "pdf/page", "pdf/tags", "pdf", "top", "batch",
    "batch/manifest", "batch/run", "cmd/line", "cmd", "main",
]

# Whose symbols match from their start, and the object files that may use them.
LIBRARIES = [
    (r"yaml_(parser|event|token|document|emitter)_", r"data/yaml/yaml\.o$"),
    (r"md_(parse|html)", r"doc/markdown/markdown\.o$"),
    (r"(hb_shape|hb_buffer_)", r"layout/shape/shape\.o$"),
    (r"hb_subset_", r"pdf/"),
    (r"HPDF_", r"pdf/file/objects\.o$"),
    (r"png_", r"layout/picture/picture_png\.o$"),
    (r"jpeg_", r"layout/picture/picture_jpeg\.o$"),
    (r"cms", r"pdf/"),
    (r"libdeflate_", r"pdf/file/deflate\.o$"),
    (r"Fc[A-Z]", r"layout/theme/font_family\.o$"),
    (r"utf8proc_", r"(base|diag|data|brief|template|doc|layout)/"),
    (r"(fd)?opendir|readdir|scandir|nftw|ftw|glob$", r"files/file\.o$"),
    (r"(open|openat|fopen|fdopen|freopen|mmap)(64)?$", r"(files/(file|output)\.o|batch/lock\.o|main\.o)$"),
    (r"(rename|renameat|unlink|unlinkat|link|symlink|mkstemp)(64)?$", r"files/output\.o$"),
    (r"(fork|vfork|wait(pid|id)?|socketpair|send(msg)?|recv(msg)?|poll|ppoll|[gs]etrlimit|sig[a-z]+|kill|prctl)(64)?$",
     r"batch/run/(worker|pool|interrupt)\.o$"),
    (r"XXH", r"(base/|files/|pdf/|layout/(shape/shaped_words|paragraph/hyphen)\.o$)"),
]

# Rooms that come later and still know nothing of some before them: what they may neither call nor include.
BARRIERS = [
    (r"layout/", r"(brief|derive|rules|describe|facts|template)/", "pages are made of a document, whatever it tells"),
    (r"components/", r"layout/(?!drawing/)", "a component answers with blocks, and draws on a canvas"),
]

DEFINED = set("TDRBC")


def room_of(path):
    """Of an object or source file, named from below its root: the longest room that its folder is in."""
    folder = Path(path).parent
    for room in (folder, *folder.parents):
        if str(room) in ROOMS:
            return str(room)
    if str(folder) != ".":
        return str(folder)
    return "main" if Path(path).stem == "main" else "top"


def rank_of(room):
    if room not in ROOMS:
        sys.exit(f"layers: {room} is not a room")
    return ROOMS.index(room)


def read_symbols(objects, sources=None):
    """{symbol: path that defines it}, [(path, symbol that it calls)]; of what has a source still."""
    files = sorted(file for file in objects.rglob("*.o")
                   if not sources or (sources / file.relative_to(objects)).with_suffix(".c").exists())
    if not files:
        sys.exit(f"layers: there are no objects in {objects}")
    listing = subprocess.run(["nm", "-A", *files], capture_output=True, text=True, check=True).stdout
    defined, called = {}, []
    for line in listing.splitlines():
        name, _, rest = line.partition(":")
        path = str(Path(name).relative_to(objects))
        *_, kind, symbol = rest.split()
        if kind == "U":
            called.append((path, symbol))
        elif kind in DEFINED:
            defined[symbol] = path
    return len(files), defined, called


def faults_of_objects(defined, called):
    for path, symbol in called:
        for pattern, allowed in LIBRARIES:
            if re.match(pattern, symbol) and not re.match(allowed, path):
                yield f"{path} calls {symbol}, which only {allowed} may"
        home = defined.get(symbol)
        if home and home.endswith("_codes.o") and Path(home).parts[0] == Path(path).parts[0]:
            continue  # a room's codes are all its rooms'
        if home and rank_of(room_of(home)) > rank_of(room_of(path)):
            yield f"{path} calls {symbol} of the later room {room_of(home)}"
        if home and barrier(path, home):
            yield f"{path} calls {symbol} of {home}: {barrier(path, home)}"


def barrier(path, other):
    """Why a file may not know another one."""
    return next((why for own, hidden, why in BARRIERS if re.match(own, str(path)) and re.match(hidden, other)), None)


def faults_of_includes(root):
    for top in ("src", "include"):
        for file in sorted((root / top).rglob("*.[ch]")):
            path = file.relative_to(root / top)
            for included in re.findall(r'^#include "(.*)"', file.read_text(), re.M):
                inner, face = root / "src" / included, root / "include" / included
                if inner.exists() and path.parts[0] != Path(included).parts[0]:
                    yield f"{top}/{path} includes {included}, which is of another room and no face of it"
                if barrier(path, included):
                    yield f"{top}/{path} includes {included}: {barrier(path, included)}"
                room, other = room_of(path), room_of(included)
                within = room.startswith(other + "/")  # what the rooms of a room share lies above them
                if (inner.exists() or face.exists()) and rank_of(other) > rank_of(room) and not within:
                    yield f"{top}/{path} includes {included} of the later room {room_of(included)}"


INTRUDERS = {
    "brief/folder": "struct list; void *readdir(struct list *); void *folder(struct list *); "
                   "void *folder(struct list *list) { return readdir(list); }",
    "layout/file": "int open(const char *, int, ...); int file(void); int file(void) { return open(\"x\", 0); }",
    "batch/run/work": "int setrlimit(int, const void *); int limit(void); "
                      "int limit(void) { return setrlimit(0, (void *)0); }",
    "brief/library": "int HPDF_Intruder(void); int library(void); int library(void) { return HPDF_Intruder(); }",
    "base/upwards": "int later(void); int upwards(void); int upwards(void) { return later(); }",
    "layout/briefing": "int printed(void); int briefing(void); int briefing(void) { return printed(); }",
    "brief/printed": "int printed(void); int printed(void) { return 0; }",
    "pdf/later": "int later(void); int later(void) { return 0; }",
}


def unnoticed(compiler):
    """The rules that could be broken without a word."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        for path, text in INTRUDERS.items():
            object_file = scratch / "obj" / f"{path}.o"
            object_file.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run([*compiler, "-x", "c", "-c", "-", "-o", object_file], input=text, text=True, check=True)
        for path in ("src/base", "include/pdf"):
            (scratch / path).mkdir(parents=True)
        (scratch / "src/base/intruder.c").write_text('#include "pdf/later.h"\n')
        (scratch / "src/components").mkdir()
        (scratch / "src/components/intruder.c").write_text('#include "layout/display.h"\n')
        (scratch / "src/pdf").mkdir()
        (scratch / "src/pdf/intruder.c").write_text('#include "base/inner.h"\n')
        (scratch / "src/base/inner.h").write_text("")
        (scratch / "include/pdf/later.h").write_text("")
        _, defined, called = read_symbols(scratch / "obj")
        found = [*faults_of_objects(defined, called), *faults_of_includes(scratch)]
    for rule in ("calls HPDF_Intruder", "calls setrlimit", "calls readdir", "calls open", "calls later", "includes pdf/later.h",
                 "includes base/inner.h", "calls printed of brief", "includes layout/display.h"):
        if not any(rule in fault for fault in found):
            yield f"what {rule} was not noticed"


def main():
    objects = Path(sys.argv[1]) / "obj"
    root = Path(__file__).resolve().parents[2]
    count, defined, called = read_symbols(objects, root / "src")
    faults = [*faults_of_objects(defined, called), *faults_of_includes(root), *unnoticed(sys.argv[2:] or ["cc"])]
    for fault in sorted(set(faults)):
        print(f"layers: {fault}", file=sys.stderr)
    if not faults:
        print(f"layers: {count} objects keep to their rooms")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
