"""What is told to have changed between two issues: each file of tests/changes/ is a pair of specifications.

usage: changes.py PROGRAM TELL [NAME...]

A case has remarks and parts; each part begins with a line `--- NAME`:

    --- before 2015-10-19    the issue before, as at that day: records as YAML
    --- now 2018-01-22       this one
    --- same                 both have these too; what a part says of a list is added to it
    --- tells                lines that the comparison must give, all of them and no other but minor ones:
                             CLASS | TEXT, with KIND ID KEY in front of the text where they are asked for,
                             and behind it a reason that is given:
                             corrected | interventions D2013 issued | Statutory direction of ... // The letter ...
    --- minor                the same for minor ones; without it they are not looked at
    --- sentence             the whole in one sentence
    --- warns                codes of warnings, one a line; all of them
    --- hints                what the warnings of a missing reason hint at, one a line; all of them
    --- never                words that stand in no line, in small letters or large
    --- frameworks           words of templates/frameworks.yaml that are others today: WAS => IS, with \\n for a new line

Every case also holds: the issue compared with itself tells nothing; so does the same issue with its lists in
another order; the comparison does not depend on the order of either; and turned round, each line has the class
that is the mirror image of its own. Last, every specification of inputs/, tests/golden
and tests/says compared with itself, and random pairs of issues.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "changes"
PARTS = {"before", "now", "same", "tells", "minor", "sentence", "warns", "never", "frameworks", "hints"}

# What each class is when the two issues change places; with several, one of them.
MIRROR = {
    "happened": {"withdrawn"},
    "recorded": {"withdrawn"},
    "withdrawn": {"happened", "recorded"},
    "moved": {"moved", "corrected"},
    "more_exact": {"corrected"},
    "corrected": {"corrected", "more_exact", "moved"},
    "time_alone": {"time_alone"},
    "comparison": {"comparison"},
    "method": {"method"},
    "minor": {"minor"},
}
CLASSES = list(MIRROR)


class Loader(yaml.SafeLoader):
    """Days stay texts."""


Loader.yaml_implicit_resolvers = {
    first: [one for one in all_of if one[0] != "tag:yaml.org,2002:timestamp"]
    for first, all_of in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_case(path):
    parts, part = {}, None
    for number, line in enumerate(path.read_text().splitlines(), 1):
        head = re.fullmatch(r"--- (\S+) ?(\S*)", line)
        if head:
            if head[1] not in PARTS:
                sys.exit(f"{path}:{number}: there is no part `{head[1]}`")
            part = parts[head[1]] = {"day": head[2], "lines": []}
        elif part is not None:
            part["lines"].append(line)
    return parts


def lines_of(parts, name):
    return [line.strip() for line in parts.get(name, {"lines": []})["lines"] if line.strip() and line[0] != "#"]


def specification(parts, name):
    spec = {
        "briefing": {"title": "Children’s services in Exampleshire", "as_at": parts[name]["day"]},
        "council": {"name": "Exampleshire County Council", "short_name": "Exampleshire"},
        "sources": [
            {"id": "S1", "title": "Report", "publisher": "Ofsted", "published": "2010-01-04"},
            {"id": "S2", "title": "Letter", "publisher": "Department for Education", "published": "2010-01-05"},
        ],
    }
    for part in ("same", name):
        said = yaml.load("\n".join(parts.get(part, {"lines": []})["lines"]), Loader) or {}
        for key, value in said.items():
            if isinstance(value, list):
                spec[key] = spec.get(key, []) + value
            elif isinstance(value, dict):
                spec[key] = {**spec.get(key, {}), **value}
            else:
                spec[key] = value
    return spec


def shuffled(value, chance):
    """All lists of records in another order, also those inside records."""
    if isinstance(value, dict):
        return {key: shuffled(one, chance) for key, one in value.items()}
    if not isinstance(value, list):
        return value
    items = [shuffled(one, chance) for one in value]
    if all(isinstance(one, dict) for one in items):
        chance.shuffle(items)
    return items


class Bench:
    def __init__(self, program, tell, folder):
        self.program, self.tell_program, self.folder = program, tell, Path(folder)
        self.failures = 0

    def fail(self, name, message):
        self.failures += 1
        print(f"changes: {name}: {message}")

    def build(self, specs, templates):
        """{name: specification} to {name: facts file}, all in one run."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        paths = []
        for name, spec in specs.items():
            paths.append(folder / f"{name}.yaml")
            paths[-1].write_text(yaml.safe_dump(spec, allow_unicode=True, sort_keys=False))
        done = subprocess.run([self.program, "build", "--templates", templates, "--to", "facts", "-o",
                               folder / "out", *paths], capture_output=True, text=True)
        if done.returncode:
            errors = re.findall(r"^.*: error\[.*(?:\n .*)*", done.stderr, re.M)
            sys.exit("\n".join(errors) + f"\nchanges: {', '.join(specs)}: a specification was refused")
        return {name: folder / "out" / f"{name}.facts.json" for name in specs}

    def tell(self, pairs, templates):
        """For each pair (sentence, [difference], [code], [hint])."""
        arguments = [str(path) for pair in pairs for path in pair]
        done = subprocess.run([self.tell_program, f"{templates}/frameworks.yaml",
                               f"{templates}/bank-holidays.yaml", *arguments], capture_output=True, text=True)
        told = []
        for line in done.stdout.replace("\u00a0", " ").splitlines():
            cells = line.split("\t")
            if cells[0] == "==":
                told.append((cells[1], [], [], []))
            elif cells[0] in MIRROR:
                told[-1][1].append(tuple(cells))
            elif told:
                told[-1][2].append(cells[0])
                told[-1][3].append(cells[2])
            else:
                sys.exit(f"changes: {pairs[0]}: {line}")
        if done.returncode or len(told) != len(pairs):
            sys.exit(f"changes: {pairs}: {done.stdout[-500:]}{done.stderr[-500:]}")
        return told


def differences(told):
    return [line for line in told[1] if line[0] != "minor"]


def place_of(line):
    return line[1], line[3]


def matches(wanted, line):
    cells = [cell.strip() for cell in wanted.split("|", 2)]
    text, _, why = cells[-1].partition(" // ")
    if (cells[0], text, why or "-") != (line[0], line[4], line[7]):
        return False
    return len(cells) == 2 or cells[1].split() == [cell for cell in line[1:4] if cell != "-"]


def compare_lines(bench, name, wanted, found, what):
    left = list(found)
    for line in wanted:
        fit = next((one for one in left if matches(line, one)), None)
        if fit:
            left.remove(fit)
        else:
            bench.fail(name, f"{what} is not told: {line}")
    for one in left:
        bench.fail(name, f"{what} is told, and was not expected: {one[0]} | {' '.join(one[1:4])} | {one[4]}")


def is_turned(line):
    """Has it a mirror image? The method is always that of today; and what is counted on goes one way."""
    return line[0] != "method" and line[:2] != ("minor", "derived")


def is_mirrored(line, other):
    """Only a correction with its reason makes one of what else moved."""
    classes = {line[0], other[0]}
    if classes == {"moved", "corrected"}:
        return (line if line[0] == "corrected" else other)[7] != "-"
    return other[0] in MIRROR[line[0]]


def check_mirror(bench, name, forth, back):
    """Each line has its counterpart of a class that is the mirror image of its own."""
    left = [line for line in back[1] if is_turned(line)]
    for line in filter(is_turned, forth[1]):
        fit = next((one for one in left if place_of(one)[0] == line[1] and one[3] == line[3]
                    and is_mirrored(line, one) and (one[5], one[6]) == (line[6], line[5])), None)
        if fit:
            left.remove(fit)
        else:
            bench.fail(name, f"turned round, nothing answers {line[0]}: {line[4]}")
    for one in left:
        bench.fail(name, f"turned round, this answers nothing, {one[0]}: {one[4]}")


def templates_of(bench, parts):
    swaps = [line.replace("\\n", "\n").split(" => ") for line in lines_of(parts, "frameworks")]
    if not swaps:
        return ROOT / "templates"
    folder = Path(tempfile.mkdtemp(dir=bench.folder))
    subprocess.run(["cp", "-r", f"{ROOT}/templates/.", folder], check=True)
    text = (folder / "frameworks.yaml").read_text()
    for was, is_ in swaps:
        if was not in text:
            sys.exit(f"changes: frameworks.yaml has no `{was}`")
        text = text.replace(was, is_)
    (folder / "frameworks.yaml").write_text(text)
    return folder


def check_words(bench, name, told):
    """No line sets a value beside one that reads the same: "X, was X"."""
    for line in told[1]:
        for joint in (", was ", ", not ", ": was worded ", ": no longer "):
            is_, found, was = line[4].rpartition(joint)
            label = is_.removesuffix(was).split()[-1:]
            same = is_.endswith(was) and not re.fullmatch(r"\d+|least|most|about", "".join(label))
            if found and (same or "worded" in joint and was in is_):
                bench.fail(name, f"says the same twice: {line[4]}")


def check_pasted(bench, name, before, now, told, templates):
    """Each entry that a warning names, pasted as it stands, is accepted and ends that warning."""
    now, day = json.loads(json.dumps(now)), now["briefing"]["as_at"]
    owed = 0
    for code, hint in zip(told[2], told[3]):
        entry = re.search(r"^add to `(\w+)`: `(\{.*\})`$", hint)
        if code in ("W941", "W942") and entry:
            words = entry[2].replace("why: ..., found: ...", f"why: It was misread, found: {day}, source: S1")
            now.setdefault(entry[1], []).append(yaml.load(words, Loader))
        elif code in ("W941", "W942"):
            owed += 1
    if owed == sum(code in ("W941", "W942") for code in told[2]):
        return
    files = bench.build({f"{name}-pasted": now}, templates)
    again = bench.tell([(before, file) for file in files.values()], templates)[0]
    left = [code for code in again[2] if code in ("W941", "W942")]
    if len(left) > owed:
        bench.fail(name, f"what is hinted at does not help: {again[3]}")


def check_case(bench, name):
    parts = read_case(FOLDER / f"{name}.case")
    templates = templates_of(bench, parts)
    chance = random.Random(name)
    before, now = specification(parts, "before"), specification(parts, "now")
    files = bench.build({"before": before, "before-mixed": shuffled(before, chance)}, ROOT / "templates")
    files.update(bench.build({"now": now, "now-mixed": shuffled(now, chance)}, templates))
    pairs = [("before", "now"), ("now", "before"), ("before-mixed", "now-mixed"), ("before", "before"),
             ("now", "now"), ("now", "now-mixed")]
    told = bench.tell([(files[a], files[b]) for a, b in pairs], templates)
    compare_lines(bench, name, lines_of(parts, "tells"), differences(told[0]), "this")
    if "minor" in parts:
        compare_lines(bench, name, lines_of(parts, "minor"), [one for one in told[0][1] if one[0] == "minor"], "minor")
    if "sentence" in parts and lines_of(parts, "sentence") != [told[0][0]]:
        bench.fail(name, f"the sentence is: {told[0][0]}")
    if sorted(lines_of(parts, "warns")) != sorted(told[0][2]):
        bench.fail(name, f"it warns of {' '.join(told[0][2]) or 'nothing'}")
    hints = [hint for code, hint in zip(told[0][2], told[0][3]) if code in ("W941", "W942")]
    if "hints" in parts and sorted(lines_of(parts, "hints")) != sorted(hints):
        bench.fail(name, "it hints at:\n" + "\n".join(hints))
    for words in lines_of(parts, "never"):
        for line in [told[0][0]] + [one[4] for one in told[0][1]]:
            if words.lower() in line.lower():
                bench.fail(name, f"`{words}` must not stand in: {line}")
    check_words(bench, name, told[0])
    check_words(bench, name, told[1])
    check_pasted(bench, name, files["before"], now, told[0], templates)
    check_mirror(bench, name, told[0], told[1])
    if [line[:5] for line in told[0][1]] != [line[:5] for line in told[2][1]] or told[0][::2] != told[2][::2]:
        bench.fail(name, "another order of records is told otherwise")
    for one, (a, b) in list(zip(told, pairs))[3:]:
        alone = [line for line in one[1] if line[0] != "method" or a == b == "now"]
        if alone:
            bench.fail(name, f"{a} and {b} are the same: {alone[0]}")


def build_facts(bench, path, out):
    """What can be built: some fixtures are refused, as they are there to be."""
    out.mkdir(parents=True)
    subprocess.run([bench.program, "build", "--to", "facts", "-o", out, path], capture_output=True, check=False, cwd=ROOT)


def check_shipped(bench):
    """Every specification that ships, and every fixture, compared with itself; those that ship."""
    out = bench.folder / "shipped"
    fixtures = sorted([*ROOT.glob("tests/golden/*/in.yaml"), *ROOT.glob("tests/says/*/spec.yaml")])
    jobs = [(ROOT / "inputs", out / "inputs"), (ROOT / "inputs" / "england", out / "england")]
    jobs += [(path, bench.folder / "fixtures" / str(i)) for i, path in enumerate(fixtures)]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda job: build_facts(bench, *job), jobs))
    shipped = sorted(out.rglob("*.facts.json"))
    files = shipped + sorted((bench.folder / "fixtures").rglob("*.facts.json"))
    if len(shipped) < 157 or len(files) < len(shipped) + len(fixtures) // 2:
        sys.exit(f"changes: only {len(files)} facts files were built")
    for file, told in zip(files, bench.tell([(file, file) for file in files], ROOT / "templates")):
        if told[1] or told[2] or not told[0].startswith("No change since "):
            bench.fail(file.stem, f"compared with itself: {told[0]} {told[1][:1]} {told[2]}")
    return files


# ---- random pairs ----

DAYS = ["2012", "2014-03", "2014-03-07", "2014-03-07?", "2015-10~", "../2018-01-22", "2016-01-01/2016-02-01",
        "2017-autumn", "2018-01-19", "2019-03-01", "2026-12-01"]
MAY_GO = {"due", "status", "rag", "percent", "owner", "note", "how_known", "ended", "ended_how", "overall", "theme",
          "until", "to", "by", "revised_due", "response", "scope", "judgements", "people"}
COMPUTED = ("method", "comparison")


def spoil(value, chance, depth=0):
    """Records left out, keys left out, days and numbers and texts that are others; ids and grades stay."""
    if isinstance(value, list):
        keep = [one for one in value if depth < 2 or not isinstance(one, dict) or chance.random() > 0.04]
        return [spoil(one, chance, depth + 1) for one in keep or value]
    if not isinstance(value, dict):
        return value
    if "precision" in value:
        return value | {"text": chance.choice(DAYS)} if chance.random() < 0.08 else value
    out = {}
    for key, one in value.items():
        is_text = isinstance(one, str) and key in ("text", "what", "role", "owner", "note", "by")
        if depth > 1 and key in MAY_GO and chance.random() < 0.08:
            continue
        out[key] = f"{one} again" if is_text and chance.random() < 0.05 else spoil(one, chance, depth + 1)
    return out


def reordered(facts, chance):
    """All lists of records in another order; what names one by its number is computed, and left out."""
    return facts | {"records": {key: shuffled(one, chance) for key, one in facts["records"].items()}}


def of_records(told):
    """What the records alone say: what is computed stands beside records that it was not computed from."""
    return [line for line in told[1] if line[0] not in COMPUTED and line[1] != "derived"
            and line[0] != "time_alone"]


def check_random(bench, files, seeds):
    pairs, folder = [], Path(tempfile.mkdtemp(dir=bench.folder))
    files = sorted(files, key=lambda file: -file.stat().st_size)[:8]
    for seed in range(seeds):
        chance = random.Random(seed)
        base = json.loads(chance.choice(files).read_text())
        issues = {"before": base | {"records": spoil(base["records"], chance)}, "now": base | {"records": spoil(base["records"], chance)}}
        issues["now"]["records"]["briefing"]["as_at"] = base["records"]["briefing"]["as_at"] | {"text": "2027-01-01"}
        issues |= {f"{name}-mixed": reordered(issue, chance) for name, issue in issues.items()}
        paths = {name: folder / f"{seed}-{name}.json" for name in issues}
        for name, issue in issues.items():
            paths[name].write_text(json.dumps(issue, ensure_ascii=False))
        pairs += [(paths["before"], paths["now"]), (paths["now"], paths["before"]),
                  (paths["before-mixed"], paths["now-mixed"]), (paths["now"], paths["now-mixed"])]
    told = bench.tell(pairs, ROOT / "templates")
    for seed in range(seeds):
        forth, back, mixed, alone = told[4 * seed:4 * seed + 4]
        name = f"random {seed}"
        check_mirror(bench, name, (None, of_records(forth)), (None, of_records(back)))
        check_words(bench, name, forth)
        check_words(bench, name, back)
        if [line[:5] for line in of_records(forth)] != [line[:5] for line in of_records(mixed)]:
            odd = {line[:5] for line in of_records(forth)} ^ {line[:5] for line in of_records(mixed)}
            bench.fail(name, f"another order of records is told otherwise: {sorted(odd)[:2]}")
        if of_records(alone):
            bench.fail(name, f"only the order differs: {of_records(alone)[0]}")
    return sum(len(of_records(one)) for one in told[::4])


def main():
    program, tell = (str(Path(path).resolve()) for path in sys.argv[1:3])
    names = sys.argv[3:] or sorted(path.stem for path in FOLDER.glob("*.case"))
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(program, tell, folder)
        for name in names:
            check_case(bench, name)
        shipped = [] if sys.argv[3:] else check_shipped(bench)
        told = check_random(bench, shipped, 60) if shipped else 0
    if bench.failures:
        sys.exit(f"changes: {bench.failures} faults")
    print(f"changes: {len(names)} pairs, {len(shipped)} specifications and {told} random differences passed")


if __name__ == "__main__":
    main()
