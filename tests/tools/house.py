#!/usr/bin/env python3
"""Counts the house: what a newcomer has to hold in the head, and what a change costs.

usage: house.py BUILD [ROOT]

Reads the sources under ROOT (this tree, when none is named), the object files of BUILD and the lists of
headers that the compiler wrote beside them. Prints a line for each thing that is counted, and fails where
one is over its limit. Ends by counting a small house of its own, to show that it counts right.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from layers import read_symbols

# The most that there may be. A limit is lowered when the house gets smaller, and never raised to let a
# change in: a file that does not fit belongs elsewhere.
LIMITS = {
    "files": 558,
    "lines of a room": 2750,
    "lines of a file": 770,
    "lines of a function": 43,
    "circles": 2,
    "public headers of one room": 0,
    "headers of one name in a room": 0,
    "headers of one name": 0,
    "ways to include": 1,
    "crumbs": 0,
    "objects rebuilt by a new code": 33,
    "objects rebuilt by a new field": 218,
    "objects rebuilt by a new rule": 2,
    "objects rebuilt by a new filter": 2,
    "objects rebuilt by a new component": 2,
}

# A file under so many lines that serves one other joins it, unless the two would be more than a full file.
CRUMB, FULL = 50, 450
# What is small and alone all the same, each with the reason.
KEPT_APART = [
    (r"src/components/", "a component is a file of its own, found by its name and added by one line of a list"),
    (r"src/product_", "a product is a file of its own, for the same reason"),
    (r"src/cmd/list\.c", "the one list of commands, which a new one must find at once"),
    (r"include/", "a face of a room, which only stays one by standing where others look"),
]

COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


class Source:
    """One file: where it is, its lines of code, the lines of its functions, what it includes."""

    def __init__(self, file, root):
        self.path = file.relative_to(root)
        self.text = file.read_text()
        code = COMMENT_OR_TEXT.sub(lambda found: " " if found[0][0] == "/" else found[0], self.text)
        self.code = sum(1 for line in code.splitlines() if line.strip())
        self.functions = list(function_lengths(self.text.splitlines()))
        self.includes = re.findall(r'^#include "(.*)"', self.text, re.M)

    @property
    def room(self):
        """The folder below src/ or include/, as a reader sees it."""
        return "/".join(self.path.parts[1:-1]) or "top"

    @property
    def floor(self):
        """The first folder: what stands in folders of one room may share that room's own headers."""
        return self.path.parts[1] if len(self.path.parts) > 2 else "top"


def function_lengths(lines):
    """From the line with the name to the closing brace, which both stand at the margin (.clang-format)."""
    start = opened = None
    for number, line in enumerate(lines):
        if line == "{":
            opened = start
        elif line == "}" and opened is not None:
            yield number - opened + 1
            opened = None
        elif line[:1].isalpha() or line[:1] == "_":
            start = number


def spread(numbers):
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2], ordered[len(ordered) * 9 // 10], ordered[-1]


def circles(edges):
    """The sets of files that call each other round about, the largest first (Tarjan, without recursion)."""
    index, low, on_stack, stack, found = {}, {}, set(), [], []
    for root in edges:
        work = [(root, iter(sorted(edges[root])))] if root not in index else []
        if work:
            index[root] = low[root] = len(index)
            stack.append(root)
            on_stack.add(root)
        while work:
            node, rest = work[-1]
            for target in rest:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(sorted(edges.get(target, ())))))
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    circle = set()
                    while node not in circle:
                        circle.add(stack.pop())
                    on_stack -= circle
                    if len(circle) > 1:
                        found.append(sorted(circle))
    return sorted(found, key=lambda circle: (-len(circle), circle))


def calls_between(defined, called):
    edges = {}
    for path, symbol in called:
        home = defined.get(symbol)
        if home and home != path:
            edges.setdefault(path, set()).add(home)
    return edges


def included_file(source, included, root):
    """The header that is meant, as a path below the root; None for what is not of this tree."""
    for folder in (root / source.path.parent, root / "include", root / "src"):
        if (folder / included).exists():
            return (folder / included).resolve().relative_to(root.resolve())
    return None


def kept_to_one_room(sources, root):
    """Headers in include/ that no other room needs, be it through another header."""
    users = {}
    for source in sources:
        for included in source.includes:
            users.setdefault(included_file(source, included, root), set()).add(source)

    def serves(header, room, seen):
        for user in users.get(header, ()):
            if user.floor != room:
                return True
            public = user.path.parts[0] == "include" and user.path not in seen
            if public and serves(user.path, room, seen | {user.path}):
                return True
        return False

    for source in sources:
        if source.path.parts[0] == "include" and source.floor != "top":
            if not serves(source.path, source.floor, {source.path}):
                yield str(source.path.relative_to("include"))


def crumbs(sources, defined, called, root):
    """Small files that serve one other, and would fit into it."""
    lines = {str(source.path): len(source.text.splitlines()) for source in sources}
    served = {path: set() for path in lines}
    for source in sources:
        for included in source.includes:
            header = included_file(source, included, root)
            if header and header.suffix == ".h" and source.path != header.with_suffix(".c"):
                served.setdefault(str(header), set()).add(str(source.path))
    for caller, symbol in called:
        home = defined.get(symbol)
        if home and home != caller:
            served["src/" + home[:-1] + "c"].add("src/" + caller[:-1] + "c")
    for path, users in sorted(served.items()):
        if lines[path] >= CRUMB or len(users) != 1 or any(re.match(kept, path) for kept, _ in KEPT_APART):
            continue
        user = next(iter(users))
        # Of a header that lies between two files: could these be one?
        whole = lines.get(path[:-1] + "c", 0) if path.endswith(".h") and user.endswith(".c") else lines[path]
        if whole + lines[user] <= FULL:
            yield path


def same_names(sources, where):
    """The names that several headers of one `where(source)` have."""
    seen, twice = set(), set()
    for source in sources:
        if source.path.suffix == ".h":
            key = (where(source), source.path.name)
            (twice if key in seen else seen).add(key)
    return sorted(name for _, name in twice)


def ways_to_include(sources, root):
    """{way: how often}: from a root, by climbing, or bare, from beside the file."""
    ways = {}
    for source in sources:
        for included in source.includes:
            rooted = any((root / top / included).exists() for top in ("include", "src"))
            way = "climbing" if included.startswith("..") else "from a root" if rooted else "bare"
            ways[way] = ways.get(way, 0) + 1
    return ways


def read_dependencies(objects, root):
    """{object: the files of this tree that it is made from}; of what has a source still."""
    made = {}
    for file in objects.rglob("*.d"):
        if not (root / "src" / file.relative_to(objects)).with_suffix(".c").exists():
            continue
        rule = file.read_text().replace("\\\n", " ").split("\n", 1)[0]
        made[file] = {str(Path(part)) for part in rule.split(":", 1)[1].split()}
    return made


def rebuilt(made, changed):
    return sum(1 for parts in made.values() if parts & set(changed))


def holding(sources, pattern, suffix):
    return [str(source.path) for source in sources
            if source.path.suffix == suffix and re.search(pattern, source.text, re.M)]


def cost_of_changes(sources, made):
    """What is compiled again when one thing is added; a file of its own is one more."""
    codes = [str(source.path) for source in sources
             if source.path.name.endswith("_codes.h")]
    yield "a new code", max((rebuilt(made, [path]) for path in codes), default=0)
    yield "a new field", rebuilt(made, holding(sources, r"^struct inspection \{", ".h"))
    yield "a new rule", rebuilt(made, holding(sources, r"^const struct rule_group rule_groups\[\]", ".c")) + 1
    yield "a new filter", rebuilt(made, holding(sources, r"\bfilter_ordinal\b", ".h") or
                                  holding(sources, r"\bfilter_ordinal\b", ".c"))
    yield "a new component", rebuilt(made, holding(sources, r"^const struct component \*const \w+\[\]", ".c")) + 1


def count(root, objects, say):
    """{what is counted: how much}, and says each as a line."""
    sources = [Source(file, root) for top in ("src", "include") for file in sorted((root / top).rglob("*.[ch]"))]
    rooms = {}
    for source in sources:
        rooms[source.room] = rooms.get(source.room, 0) + source.code
    ordered = sorted(rooms.items(), key=lambda room: (-room[1], room[0]))
    functions = [length for source in sources for length in source.functions]
    lengths = [len(source.text.splitlines()) for source in sources if source.path.suffix == ".c"]
    _, defined, called = read_symbols(objects, root / "src")
    found = circles(calls_between(defined, called))
    private = sorted(kept_to_one_room(sources, root))
    names = same_names(sources, lambda source: source.floor)
    names_of_all = same_names(sources, lambda source: None)
    ways = ways_to_include(sources, root)
    small = list(crumbs(sources, defined, called, root))
    counted = {
        "files": len(sources),
        "lines of a room": ordered[0][1],
        "lines of a file": max(lengths),
        "lines of a function": max(functions),
        "circles": len(found),
        "public headers of one room": len(private),
        "headers of one name in a room": len(names),
        "headers of one name": len(names_of_all),
        "ways to include": len(ways),
        "crumbs": len(small),
    }
    say(f"{len(sources)} files, {sum(rooms.values()):,} lines of code")
    say("rooms: " + ", ".join(f"{room} {lines}" for room, lines in ordered))
    say("lines of a .c file: median {}, p90 {}, most {}".format(*spread(lengths)))
    say("{} functions, lines of one: median {}, p90 {}, most {}".format(len(functions), *spread(functions)))
    say(f"{len(found)} circles of {sum(map(len, found))} files: " +
        ", ".join(f"{len(circle)} with {circle[0].removesuffix('.o')}" for circle in found))
    say(f"{len(private)} public headers of one room: {' '.join(private)}")
    say(f"{len(names)} names of several headers of a room: {' '.join(names)}")
    say(f"{len(names_of_all)} names of several headers: {' '.join(names_of_all)}")
    say("ways to include: " + ", ".join(f"{times} {way}" for way, times in sorted(ways.items())))
    say(f"{len(small)} files under {CRUMB} lines that serve one other: {' '.join(small)}")
    changes = list(cost_of_changes(sources, read_dependencies(objects, root)))
    for change, cost in changes:
        counted[f"objects rebuilt by {change}"] = cost
    say("objects rebuilt by " + ", ".join(f"{change} {cost}" for change, cost in changes))
    return counted


SMALL_HOUSE = {
    "include/base/shared.h": "/* For all. */\nint ground(int);\n",
    "include/base/own.h": "int own(int);\n",
    "include/top.h": "int top(int);\n",
    "src/hall/shared.h": "/* a\n   b */\nint hall(int); // c\nint porch(int);\n",
    "src/base/ground.c": '#include "base/own.h"\n#include "base/shared.h"\n\nint ground(int a)\n{\n    return own(a);\n}\n\n'
                         "static const char *const names[] = {\n    \"/* no comment */\",\n};\n\n"
                         "int own(int a)\n{\n    /* why */\n    return names[0][0] + a;\n}\n",
    "src/hall/hall.c": '#include "shared.h"\n#include "../../include/base/shared.h"\n'
                       "int hall(int a)\n{\n    return a ? porch(a) : ground(a);\n}\n",
    "src/hall/porch.c": '#include "hall/shared.h"\nint porch(int a)\n{\n    return a > 1 ? hall(a - 2) : a;\n}\n',
}
SMALL_COUNTS = {"files": 7, "lines of a room": 15, "lines of a file": 17, "lines of a function": 5, "circles": 1,
                "public headers of one room": 1, "headers of one name in a room": 0, "headers of one name": 1, "ways to include": 3, "crumbs": 3}


def miscounted(compiler):
    """What is counted wrong in the small house."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        for path, text in SMALL_HOUSE.items():
            (scratch / path).parent.mkdir(parents=True, exist_ok=True)
            (scratch / path).write_text(text)
        for file in sorted((scratch / "src").rglob("*.c")):
            object_file = scratch / "obj" / file.relative_to(scratch / "src").with_suffix(".o")
            object_file.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run([*compiler, "-O0", "-Iinclude", "-Isrc", "-MMD", "-c", file.relative_to(scratch),
                            "-o", object_file], cwd=scratch, check=True)
        counted = count(scratch, scratch / "obj", lambda line: None)
        made = read_dependencies(scratch / "obj", scratch)
        counted["objects that include hall/shared.h"] = rebuilt(made, ["src/hall/shared.h"])
    for what, right in {**SMALL_COUNTS, "objects that include hall/shared.h": 2}.items():
        if counted[what] != right:
            yield f"{what} of a house with {right} were counted as {counted[what]}"


def main():
    objects = Path(sys.argv[1]) / "obj"
    root = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).resolve().parents[2]
    counted = count(root, objects, lambda line: print(f"house: {line}"))
    faults = [f"{what}: {counted[what]}, and the limit is {limit}" for what, limit in LIMITS.items()
              if counted[what] > limit]
    faults += miscounted(["cc"])
    for fault in faults:
        print(f"house: {fault}", file=sys.stderr)
    sys.exit(bool(faults))


main()
