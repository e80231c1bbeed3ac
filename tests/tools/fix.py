"""`councilbrief fix`: yesterday's specifications become today's, and nothing that was written is lost.

usage: fix.py PROGRAM

tests/fix/ has the demo specifications as they were in format 0.9. After `fix` they are sound and have no
old key, say what they said, and have every remark that they had; a second run changes nothing, and what was
printed is a patch that makes the new file of the old one.
"""

import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from lab import Lab

FOLDER = Path("tests/fix")
HEAD = """briefing: {title: A paper, as_at: 2024-06-30}
council: {name: Exampleshire County Council}
sources:
  - {id: S1, title: A letter, published: 2024-05-01}
"""
ACTION = HEAD + "actions:\n  - text: Recruit\n    source: S1\n"
# name: what is wrong, and what becomes of it
CASES = {
    "a date": (ACTION + "    due: 3 April 2025 # so far\n", ACTION + "    due: 2025-04-03 # so far\n"),
    "a date in figures": (ACTION + "    due: 31/03/2025\n", ACTION + "    due: 2025-03-31\n"),
    "windows": ((ACTION + "    date_note: Soon\n    percent: 5\n").replace("\n", "\r\n"),
                (ACTION + "    how_known: Soon\n    percent: 5\n").replace("\n", "\r\n")),
    "a mark": ("\ufeff" + ACTION + "    date_note: Soon\n", "\ufeff" + ACTION + "    how_known: Soon\n"),
    "no end": (ACTION + "    date_note: Soon", ACTION + "    how_known: Soon"),
    "two, no end": (ACTION + "    date_note: Soon\n    how_known: Not clear", ACTION + "    how_known: Soon. Not clear"),
    "no value": (ACTION + "    date_note: null\n    how_known: Not clear\n", ACTION + "    how_known: Not clear\n"),
    "a colon": (ACTION + "    date_note: \"Says:\"\n    how_known: Soon\n", ACTION + "    how_known: \"Says: Soon\"\n"),
    "both": (ACTION + "    date_note: Soon # one\n    # two\n    how_known: Not clear # three\n    # four\n",
             ACTION + "    how_known: Soon. Not clear # one\n    # two\n     # three\n    # four\n"),
    "in lines": (ACTION + "    date_note: >-\n      Soon, says\n      the letter\n\n    # two\n    how_known: x\n",
                 None),
    "money": (HEAD + "funding:\n  - {amount: \"12,500\", source: S1}\n", HEAD + "funding:\n  - {amount: 12500, source: S1}\n"),
}
# What only a person can settle is left as it is.
LEFT = {
    "a guess": ACTION + "    status: complet\n",
    "a key": ACTION + "    onwer: The director\n",
    "figures in either order": ACTION + "    due: 03/04/2025\n",
    "a word that would go": ACTION + "    due: late March 2025\n",
    "dollars": HEAD + "funding:\n  - {amount: \"$1,250\", source: S1}\n",
    "a comma": HEAD + "funding:\n  - {amount: \"1,25\", source: S1}\n",
    "a sum": HEAD + "funding:\n  - {amount: £12m, source: S1}\n",
}


def remarks_of(text):
    """Every remark of a text in YAML: what begins with # outside of its scalars."""
    covered = bytearray(len(text))
    for token in yaml.scan(text):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            if token.style in ("|", ">"):  # what stands behind the sign that begins it is a remark
                start = text.index("\n", start)
            covered[start:end] = b"x" * (end - start)
    rest = "".join(" " if cover and letter != "\n" else letter for letter, cover in zip(text, covered))
    return sorted(line.rstrip() for line in re.findall(r"(?<!\S)#.*", rest))


def keys_of_today(lab):
    """{was: now}, as the page on the format has them."""
    page = run(lab, "reference").stdout.decode()
    return dict(re.findall(r"`(\w+)` has become `(\w+)`", page))


def renewed(value, renamed):
    """The same with the keys of today, as a person would put them: a record that was alone is in a list."""
    if isinstance(value, list):
        return [renewed(item, renamed) for item in value]
    if not isinstance(value, dict):
        return value
    out = {}
    for key, inner in value.items():
        now = renamed.get(key, key)
        if now in out:
            joint = " " if out[now].rstrip().endswith((".", "!", "?", ".”")) else ". "
            out[now] = out[now].rstrip() + joint + inner.strip()
        else:
            out[now] = renewed(inner, renamed)
            if now != key and isinstance(inner, dict):
                out[now] = [out[now]]
    return out


def run(lab, *arguments):
    return subprocess.run([lab.program, *arguments], cwd=lab.folder, capture_output=True)


def try_old_files(lab):
    names = [path.name for path in sorted(FOLDER.glob("*.yaml"))]
    Path(lab.path("old")).mkdir()
    Path(lab.path("new")).mkdir()
    for name in names:
        shutil.copy(FOLDER / name, lab.path("old", name))
        shutil.copy(FOLDER / name, lab.path("new", name))
    preview = run(lab, "fix", "--preview", "new")
    lab.check("a preview writes nothing", all(lab.read("old", name) == lab.read("new", name) for name in names))
    done = run(lab, "fix", "new")
    lab.equal("fix", done.returncode, 0)
    lab.equal("fix shows what the preview did", done.stdout, preview.stdout)
    renamed = keys_of_today(lab)
    lab.check("there are old keys", len(renamed) > 2, renamed)
    told = run(lab, "check", "--all", "new")
    lab.check("what was mended is sound", told.returncode == 0 and b"W256" not in told.stderr, told.stderr.decode())
    for name in names:
        was, now = (lab.read(folder, name).decode() for folder in ("old", "new"))
        lab.check(f"{name} had old keys", re.search(r"^\s*(date_note|ended_note): ", was, re.M))
        lab.equal(f"{name}: remarks", remarks_of(now), remarks_of(was))
        lab.equal(f"{name}: what it says", yaml.safe_load(now), renewed(yaml.safe_load(was), renamed))
    for key, now in renamed.items():
        lab.check(f"docs/format.md: {key}", f"| `{key}` | `{now}` |" in Path("docs/format.md").read_text())
    again = run(lab, "fix", "new")
    lab.equal("a second run", (again.returncode, again.stdout), (0, b""))
    if shutil.which("patch"):
        patched = subprocess.run(["patch", "-s", "-p1", "-d", lab.path("old")], input=done.stdout,
                                 capture_output=True)
        lab.equal("what was printed is a patch", patched.returncode, 0)
        for name in names:
            lab.equal(f"{name}, patched", lab.read("old", name), lab.read("new", name))


def put(lab, text, name="case.yaml"):
    Path(lab.path(name)).write_bytes(text.encode())


def try_cases(lab):
    for name, (was, now) in CASES.items():
        put(lab, was)
        done = run(lab, "fix", "case.yaml")
        text = lab.read("case.yaml").decode()
        lab.equal(f"{name}: status", (done.returncode, done.stderr.count(b"1 mended")), (0, 1))
        if now is not None:
            lab.equal(f"{name}: text", text, now)
        lab.equal(f"{name}: remarks", remarks_of(text.lstrip("\ufeff")), remarks_of(was.lstrip("\ufeff")))
        lab.equal(f"{name}: again", run(lab, "fix", "case.yaml").stdout, b"")
        if shutil.which("patch") and not was.startswith("\ufeff"):
            put(lab, was)
            patched = subprocess.run(["patch", "-s", "-p0", "--binary", "-d", lab.folder], input=done.stdout, capture_output=True)
            lab.equal(f"{name}: the patch", (patched.returncode, lab.read("case.yaml").decode()), (0, text))
    for name, text in LEFT.items():
        put(lab, text)
        done = run(lab, "fix", "case.yaml")
        lab.equal(f"{name}: status", done.returncode, 1)
        lab.check(f"{name}: told", b"errors are left in 1" in done.stderr, done.stderr)
        lab.equal(f"{name}: text", lab.read("case.yaml").decode(), text)


WORDS = "the letter says: soon # no it's \"then\" [a] {b} maybe, “May” £5m 50% & - x: y end. ok".split()


def some_words(random, most):
    return " ".join(random.choice(WORDS) for _ in range(random.randrange(1, most)))


def some_value(random):
    """A text in one of the ways in which it may be written, and whether it is on one line."""
    way, text = random.randrange(4), some_words(random, 25)
    if way == 0:
        return '"' + text.replace('"', '\\"') + '"', True
    if way == 1:
        return "'" + text.replace("'", "''") + "'", True
    if way == 2:
        lines = [some_words(random, 6) for _ in range(random.randrange(1, 4))]
        return "\n      ".join([random.choice([">-", ">", "|-", "|", ">- # head"]), *lines]), False
    return "T " + re.sub(r"[^\w ]", "", text).strip(), True


def some_record(random):
    keys = random.sample(["date_note", "ended_note", "how_known", "note"], random.randrange(5))
    pairs = [("issued", "2024-05-01", True), ("source", "S1", True), ("kind", "notice", True),
             *((key, *some_value(random)) for key in keys)]
    random.shuffle(pairs)
    lines = [f"  - id: N{random.randrange(10**9)}\n"]
    for key, value, short in pairs:
        remark = random.choice(["", "", " # tail"]) if short else ""
        lines += [random.choice(["", "    # why\n", "\n"]), f"    {key}: {value}{remark}\n"]
    return "".join(lines)


def sorted_words(value):
    """The same whatever the order in which two texts were joined, and how their lines were cut."""
    if isinstance(value, list):
        return [sorted_words(item) for item in value]
    if isinstance(value, dict):
        return {key: sorted_words(item) for key, item in value.items()}
    return sorted(value.replace(".", " ").split()) if isinstance(value, str) else value


def try_random(lab, random, count=60):
    renamed = keys_of_today(lab)
    for i in range(count):
        was = HEAD + "interventions:\n" + "".join(some_record(random) for _ in range(random.randrange(1, 4)))
        put(lab, was)
        run(lab, "fix", "case.yaml")
        now = lab.read("case.yaml").decode()
        lab.equal(f"random {i}: again", run(lab, "fix", "case.yaml").stdout, b"")
        good = lab.equal(f"random {i}: remarks", remarks_of(now), remarks_of(was))
        if good and not re.search(r"(date|ended)_note:", now):  # a remark behind a `>` keeps some from being joined
            lab.equal(f"random {i}", sorted_words(yaml.safe_load(now)), sorted_words(renewed(yaml.safe_load(was), renamed)))


def try_mapping(lab):
    mapping = "key: code # of the ONS\nrecords:\n  actions:\n    text: <Action>\n    {}: <Remark> # as typed\n"
    put(lab, mapping.format("date_note"), "plan.yaml")
    lab.equal("a mapping: status", run(lab, "fix", "plan.yaml").returncode, 0)
    lab.equal("a mapping", lab.read("plan.yaml").decode(), mapping.format("how_known"))


def try_files(lab):
    was, now = CASES["a date"]
    put(lab, was)
    Path(lab.path("case.yaml")).chmod(0o640)
    run(lab, "fix", "case.yaml")
    lab.equal("permissions stay", Path(lab.path("case.yaml")).stat().st_mode & 0o777, 0o640)
    put(lab, was, "real.yaml")
    Path(lab.path("link.yaml")).symlink_to("real.yaml")
    done = run(lab, "fix", "link.yaml")
    lab.check("a link is left", done.returncode == 3 and b"E931" in done.stderr, done.stderr)
    lab.equal("and what it leads to", lab.read("real.yaml").decode(), was)
    lab.equal("a file that is not there", run(lab, "fix", "missing.yaml").returncode, 3)
    lab.equal("no file at all", run(lab, "fix").returncode, 2)
    put(lab, "briefing: [\n")
    lab.equal("what is no YAML", run(lab, "fix", "case.yaml").returncode, 1)
    left = [name for name in Path(lab.folder).iterdir() if name.name.startswith(".councilbrief")]
    lab.equal("files left half written", left, [])


def main():
    lab = Lab(sys.argv[1])
    try_old_files(lab)
    try_cases(lab)
    try_random(lab, random.Random(7))
    try_mapping(lab)
    try_files(lab)
    sys.exit(lab.close("fix"))


if __name__ == "__main__":
    main()
