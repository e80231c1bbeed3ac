#!/usr/bin/env python3
"""Changes every scalar of the demo inputs that is not free text, one at a time, to a wrong one of the
right type, and has the program check the result. Prints how many are noticed, by kind, and which
fields the rest are in, with the reason. Writes nothing but scratch files.

    mutate_specs.py PROGRAM [--sample N]     every Nth change only
"""
import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

INPUTS = sorted(pathlib.Path("inputs").glob("*.yaml"))
GRADES = ["outstanding", "good", "adequate", "requires_improvement", "inadequate"]
SHIFTS = [-10, -1, 1, 10]
REFERENCES = {"source", "ended_source", "triggered_by", "replaces", "about", "inspection",
              "answers"}
NUMBERS = {"count", "value", "amount", "years", "total"}
CODES = {"la_code", "ons_code", "ofsted_urn"}
ANSWERS = {"quoted", "key_decision"}
WORDS = {"kind", "type", "status", "event", "unit", "polarity", "decision_type", "classification",
         "section", "ended_how"}
DATE = re.compile(r"(\.\.|\d{4}(-\w+)?(-\d\d)?)([?~]*)(/(\.\.|\d{4}(-\w+)?(-\d\d)?)[?~]*)?$")
DIAGNOSTIC = re.compile(r"^(.+?):\d+:\d+: (error|warning)\[([EW]\d+)\]", re.M)
ALLOWED = re.compile(r"error\[E204\]: `(\w+)` is (.+), not `zzz`")

# The least share that is noticed, in per cent: a rule that is lost shows here.
FLOORS = {"grade": 45, "date": 70, "framework": 98, "id": 85, "reference, dangling": 100,
          "reference, to another record": 25, "number": 55}

REASONS = {
    "grade": "other grades of the framework that fit the overall judgement: only the report tells",
    "date": "still in order with every other date, and not later than its sources",
    "framework": "the dates fit, and no grade or judgement that only one of the two has is given",
    "id": "nothing refers to it, so the change is only another name",
    "reference, to another record": "that record could be meant too, by its dates and kind",
    "number": "an amount or count that stands once, with no total and no wording to hold it against",
    "word": "a word that stands alone: nothing else in the file depends on it",
    "code": "another code of the same form: there is no list of councils to compare it with",
    "answer": "whether words are the source's own only the source tells",
}


class Scalar:
    """A value in a file: where it stands, below which keys, and what kind it is of."""

    def __init__(self, path, start, end, text, section, key):
        self.path, self.start, self.end = path, start, end
        self.text, self.section, self.key = text, section, key
        self.kind = self.find_kind()

    def find_kind(self):
        if self.text in GRADES:
            return "grade"
        if DATE.match(self.text) and self.key not in NUMBERS | CODES:
            return "date"
        if self.key == "framework":
            return "framework"
        if self.key in CODES:
            return "code"
        if self.key == "id":
            return "id"
        if self.key in REFERENCES and self.field() != "conflicts.about":
            return "reference"
        if self.key in NUMBERS:
            return "number"
        if self.key in ANSWERS:
            return "answer"
        if self.key in WORDS and re.fullmatch(r"[a-z_]+", self.text):
            return "word"
        return "text"

    def field(self):
        return f"{self.section}.{self.key}"


TOKEN = re.compile(r"""(?P<key>[A-Za-z_]+):(?=\s|$)|(?P<mark>[\[\]{},])|"(?P<quoted>[^"]*)"
                       |(?P<plain>[^\s\[\]{},"#][^\[\]{},\n]*?)(?=\s*(?:[\[\]{},]|\s\#|$))""", re.X)


def scalars_of_line(path, line, offset, section, last_key):
    """Scalars on one line outside block texts; the key they are under may stand on the line above."""
    key, at, found = last_key, 0, []
    body = re.match(r"\s*(- )*", line).end()
    flow = 0
    while body < len(line):
        if line[body] in " \t":
            body += 1
            continue
        if line[body] == "#" and (body == 0 or line[body - 1] in " \t"):
            break
        match = TOKEN.match(line, body)
        if not match:
            break
        if match["key"]:
            key = match["key"]
        elif match["mark"]:
            flow += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match["mark"], 0)
        else:
            group = "quoted" if match["quoted"] is not None else "plain"
            if group == "plain" and not flow:  # a text outside brackets runs to the end of the line
                end = re.search(r"\s+#|$", line[body:]).start() + body
                found.append(Scalar(path, offset + body, offset + end, line[body:end], section, key))
                break
            found.append(Scalar(path, offset + match.start(group), offset + match.end(group),
                                match[group], section, key))
        body = match.end()
    return found, key


def scalars_of(path, text):
    """Every scalar of a file in the shape of the demo inputs; block texts and comments are left out."""
    found, section, key, offset, block = [], "", "", 0, None
    for line in text.splitlines(keepends=True):
        indent = len(line) - len(line.lstrip())
        if block is not None and (not line.strip() or indent > block):
            offset += len(line)
            continue
        block = None
        if re.match(r"[a-z_]+:", line):
            section = line.split(":")[0]
        stripped = line.rstrip("\n")
        if re.search(r"(:|-) [>|][+-]?\s*(#.*)?$", stripped):
            block = indent + (2 if re.match(r"\s*- [a-z_]+:", line) else 0)
        elif re.match(r"\s*[a-z_]+:\s*$|\s*- [a-z_]+:\s*$", stripped):
            key = stripped.strip().lstrip("- ").rstrip(":")
            block = None
            following = text[offset + len(line):].splitlines()
            deeper = following and len(following[0]) - len(following[0].lstrip()) > indent
            if deeper and not re.match(r"\s*(- |[a-z_]+:|#)", following[0]):
                block = indent
        else:
            more, key = scalars_of_line(path, stripped, offset, section, key)
            found += more
        offset += len(line)
    return found


def shift_years(text, years):
    return re.sub(r"\b(\d{4})(?=$|[-/?~])", lambda match: str(int(match[1]) + years), text)


def other_values(scalar, ids, frameworks, words):
    """Wrong values of the right type, each with the kind that it is counted under."""
    kind, text = scalar.kind, scalar.text
    if kind == "grade":
        return [(kind, grade) for grade in GRADES if grade != text]
    if kind == "date":
        return [(kind, shift_years(text, years)) for years in SHIFTS]
    if kind == "framework":
        return [(kind, one) for one in frameworks if one != text]
    if kind == "id":
        return [(kind, text + "-X")] + [(kind, one) for one in ids[:1] if one != text]
    if kind == "reference":
        others = [one for one in ids if one != text]
        return ([("reference, dangling", text + "-X")]
                + [("reference, to another record", one) for one in others])
    if kind == "number":
        doubled = "9" + text
        return [(kind, doubled), (kind, re.sub(r"\d", lambda d: str((int(d[0]) + 1) % 10), text, count=1))]
    if kind == "code":
        return [(kind, text[:-1]), (kind, text[:-1] + str((int(text[-1]) + 1) % 10))]
    if kind == "word":
        return [(kind, one) for one in words.get(scalar.field(), []) if one != text]
    if kind == "answer":
        return [(kind, "no" if text == "yes" else "yes")]
    return []


def id_lists(scalars):
    """Ids by section; references are changed to another id of the space they look in."""
    lists = collections.defaultdict(list)
    for scalar in scalars:
        if scalar.kind == "id":
            lists[scalar.section].append(scalar.text)
    return lists


def ids_for(scalar, lists):
    spaces = {"source": ["sources"], "ended_source": ["sources"], "triggered_by": ["inspections"],
              "inspection": ["inspections"], "replaces": ["interventions"],
              "recommendation": ["recommendations"], "about": ["inspections", "interventions"]}
    return [one for space in spaces.get(scalar.key, [scalar.section]) for one in lists[space]]


def check(program, folder):
    """Codes by file, from one run over a folder; anything but 0 or 1 is a crash."""
    run = subprocess.run([program, "build", "--dump", "spec", "--all", str(folder)],
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
                         check=False)
    crashed = "Sanitizer" in run.stderr or "runtime error:" in run.stderr
    if run.returncode not in (0, 1) or crashed:
        sys.exit(f"mutate: exit status {run.returncode}\n{run.stderr[-4000:]}")
    found = collections.defaultdict(list)
    for path, severity, code in DIAGNOSTIC.findall(run.stderr):
        found[pathlib.Path(path).name].append((severity, code))
    return found, run.stderr


def replaced(text, scalar, value):
    return text[:scalar.start] + value + text[scalar.end:]


def words_by_field(program, texts, scalars, scratch):
    """Asks the program itself which words a field takes: it says so when it is given another."""
    asked = {}
    for scalar in scalars:
        if scalar.kind == "word":
            asked.setdefault(scalar.field(), scalar)
    for number, (field, scalar) in enumerate(asked.items()):
        name = scratch / f"{number:05}.yaml"
        name.write_text(replaced(texts[scalar.path], scalar, "zzz"), encoding="utf-8")
    _, output = check(program, scratch)
    words = {}
    for number, field in enumerate(asked):
        for line in output.splitlines():
            match = ALLOWED.search(line)
            if match and f"{number:05}.yaml:" in line:
                words[field] = re.findall(r"`(\w+)`", match[2])
    return words


def mutants_of(program, texts, frameworks):
    scalars = [scalar for path in INPUTS for scalar in scalars_of(path, texts[path])]
    with tempfile.TemporaryDirectory() as scratch:
        words = words_by_field(program, texts, scalars, pathlib.Path(scratch))
    lists = {path: id_lists([s for s in scalars if s.path == path]) for path in INPUTS}
    for scalar in scalars:
        ids = ids_for(scalar, lists[scalar.path])
        for kind, value in other_values(scalar, ids, frameworks, words):
            if value != scalar.text:
                yield kind, scalar, value


def noticed(program, texts, mutants):
    """For each mutant the worst severity that it gives: error, warning or None."""
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        for number, (_, scalar, value) in enumerate(mutants):
            name = folder / f"{number:05}.yaml"
            name.write_text(replaced(texts[scalar.path], scalar, value), encoding="utf-8")
        found, _ = check(program, folder)
        for number in range(len(mutants)):
            severities = {severity for severity, _ in found.get(f"{number:05}.yaml", [])}
            results.append("error" if "error" in severities else
                           "warning" if severities else None)
    return results


def report(mutants, results, whole):
    counts, missed = collections.defaultdict(collections.Counter), collections.defaultdict(
        collections.Counter)
    for (kind, scalar, _), result in zip(mutants, results):
        counts[kind][result] += 1
        if not result:
            missed[kind][scalar.field()] += 1
    print(f"{'kind':30} {'changes':>8} {'refused':>8} {'warned':>8} {'share':>6}")
    failed = False
    for kind in sorted(counts):
        total = sum(counts[kind].values())
        share = 100 * (total - counts[kind][None]) // total
        low = whole and share < FLOORS.get(kind, 0)
        failed = failed or low
        print(f"{kind:30} {total:8} {counts[kind]['error']:8} {counts[kind]['warning']:8} {share:5}%"
              + (f"  below {FLOORS[kind]}%" if low else ""))
    if whole:
        print("\nNot noticed:")
        for kind in sorted(missed):
            print(f"  {kind}: {REASONS.get(kind, 'no reason is known')}")
            for field, count in missed[kind].most_common():
                print(f"    {count:5}  {field}")
    return failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--sample", type=int, default=1)
    options = parser.parse_args()
    texts = {path: path.read_text(encoding="utf-8") for path in INPUTS}
    frameworks = re.findall(r"^  - id: ([A-Z]\w+)$",
                            pathlib.Path("templates/frameworks.yaml").read_text(encoding="utf-8"),
                            re.M)
    clean, _ = check(options.program, "inputs")
    if clean:
        sys.exit(f"mutate: the inputs themselves give {dict(clean)}")
    mutants = list(mutants_of(options.program, texts, frameworks))[::options.sample]
    results = noticed(options.program, texts, mutants)
    print(f"mutate: {len(mutants)} changes of the demo inputs, none of which crashed the program")
    sys.exit(report(mutants, results, options.sample == 1))


if __name__ == "__main__":
    main()
