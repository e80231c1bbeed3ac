#!/usr/bin/env python3
"""Builds with random limits of memory: of each comes the PDF that comes without a limit, byte for byte, or
none and a message. usage: low_memory.py PROGRAM RUNS SEED"""
import collections, hashlib, os, random, resource, shutil, sys

sys.path.insert(0, os.path.dirname(__file__))
from lab import Lab, is_sanitized

SPECIFICATIONS = ("inputs/norfolk.yaml", "inputs/cumbria.yaml", "inputs/calderdale.yaml")
LOOKS = ((), ("-t", "committee"), ("--large-print",), ("--greyscale",), ("--theme", "plain"),
         ("--theme", "exampleshire"), ("-t", "committee", "--theme", "exampleshire", "--greyscale"))
DONE, NO_FILE = "the same bytes", "no file, and a message"


def digest(lab, folder):
    """Of the PDF and the facts there; None: there is neither."""
    files = lab.files(folder) if os.path.isdir(lab.path(folder)) else {}
    return hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest() if files else None


def build(lab, specification, look, *options, limit=None):
    """Exit status, what was said, and the files' hash."""
    shutil.rmtree(lab.path("out"), ignore_errors=True)

    def lower():
        if limit:
            resource.setrlimit(resource.RLIMIT_AS, (limit << 10, limit << 10))

    status, _, err = lab.run("build", "--force", "-o", "out", *look, *options,
                             os.path.join(lab.root, specification), preexec_fn=lower)
    return status, err, digest(lab, "out")


def least(lab, specification, look):
    """KiB of the limit with which it is just built, to within 16: around it lies what is of interest."""
    low, high = 8 << 10, 256 << 10
    while high - low > 16:
        middle = (low + high) // 2
        if build(lab, specification, look, "-j0", limit=middle)[0] == 0:
            high = middle
        else:
            low = middle
    return high


class Subject:
    """A specification in a look, and what is known of it."""

    def __init__(self, lab, specification, look):
        self.specification, self.look = specification, look
        self.whole = build(lab, specification, look, "-j0")[2]
        self.least = least(lab, specification, look)


def options_of(draw, subject):
    """Half of the runs lie close below what is needed, some above, some anywhere."""
    limit = subject.least + draw.choice((draw.randint(-900, 300), draw.randint(-900, 300),
                                         draw.randint(-120, 60), draw.randint(-20000, 9000)))
    if draw.random() < 0.25:
        return ("-j1", "--worker-memory", str(max(1, limit >> 10) + draw.randint(-1, 1))), None
    return (draw.choice(("-j0", "-j1")),), max(limit, 4 << 10)


def outcome(status, err, found, subject):
    if status == 0:
        return DONE if found == subject.whole else "WRONG BYTES, exit 0"
    if found or not err.strip():
        return f"exit {status}" + (", and a file" if found else ", without a message")
    return NO_FILE if status in (3, 70, 127) else f"exit {status}: {err.strip()[:300]}"


def main():
    lab, runs, draw = Lab(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    if is_sanitized(lab.program):
        print("memory: sanitizers do not live with a limit")
        return 0
    pairs = [(specification, look) for specification in SPECIFICATIONS for look in LOOKS]
    subjects = [Subject(lab, *pair) for pair in draw.sample(pairs, min(len(pairs), 1 + runs // 20))]
    counts = collections.Counter()
    for _ in range(runs):
        subject = draw.choice(subjects)
        options, limit = options_of(draw, subject)
        got = outcome(*build(lab, subject.specification, subject.look, *options, limit=limit), subject)
        counts[got] += 1
        lab.check(f"{subject.specification} {subject.look} {options} {limit}", got in (DONE, NO_FILE), got)
    lab.check("both ends are met", counts[DONE] and counts[NO_FILE], str(counts))
    print("memory:", ", ".join(f"{count} {name}" for name, count in sorted(counts.items())))
    return lab.close("memory")


sys.exit(main())
