#!/usr/bin/python3
"""Compares councilbrief's templates with python3-jinja2, which is what they promise to follow.

    oracle.py cases PROGRAM FILE...         the cases written down in tests/jinja/*.case
    oracle.py random PROGRAM COUNT [SEED]   as many templates from generate.py
    oracle.py arguments PROGRAM [SHARE]     every filter and test with all kinds of arguments, by
                                            position and by name: of SHARE of them, the first
    oracle.py write PROGRAM FILE...         writes what Jinja gives into the case files

What the program accepts must be byte for byte what Jinja gives; it may refuse anything. Which filters
and tests there are the program says itself. One that Jinja does not have has a twin below, or else its
cases are held only against what they say by hand. A case is

    === name
    a template
    --- data            (JSON; the cases below in the same file share it)
    --- file NAME       (that the template includes)
    --- expected        or: --- refused E305 1:4
"""
import inspect
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
from decimal import Decimal

import jinja2

import generate

# ---- filters that Jinja does not have, as Python would have them -------------------------------

MONTHS = ("January February March April May June July August September October November "
          "December").split()
SPACE = "\u00a0"


def date(value, style="long"):
    match = re.fullmatch(r"(\d{4})(?:-(\d\d|spring|summer|autumn|winter))?(?:-(\d\d))?([?~]?)", value)
    year, month, day, mark = match.groups()
    if style == "iso":
        return value
    if month and month.isdigit():
        month = MONTHS[int(month) - 1][:3 if style == "short" else None]
    parts = [str(int(day))] if day and style != "month" else []
    text = SPACE.join(parts + ([month] if month else []) + [year])
    remark = "" if style in ("plain", "month") else " (inferred)"
    return "about " + text if mark == "~" else text + remark if mark == "?" else text


def figure(value):
    """With commas between thousands, the digits as Python prints them."""
    if not isinstance(value, (int, float)):
        raise ValueError("not a number")
    digits = Decimal(str(value))
    return digits if digits else abs(digits)


def number(value):
    return f"{figure(value):,f}"


def spelt(value):
    names = "none one two three four five six seven eight nine ten".split()
    return names[value] if isinstance(value, int) and 0 <= value < len(names) else number(value)


def percent(value):
    return f"{figure(value):,f}%"


def money(value):
    amount = figure(value).normalize()
    places = max(0, -amount.as_tuple().exponent)
    if places > 2:
        raise ValueError("not pounds and pence")
    return f"{'-' if amount < 0 else ''}\u00a3{abs(amount):,.{2 if places else 0}f}"


def ordinal(value):
    if not isinstance(value, int):
        raise ValueError("not a whole number")
    tens, last = value // 10 % 10, value % 10
    return f"{value}{('th', 'st', 'nd', 'rd')[last] if tens != 1 and last < 4 else 'th'}"


def plural(value, one, many):
    count = value if isinstance(value, (int, float)) else len(value)
    return one if isinstance(count, int) and count == 1 else many


def words(value, joiner="and", attribute=None, between=", "):
    texts = [str(item[attribute] if attribute else item) for item in value]
    return f" {joiner} ".join([between.join(texts[:-1]), texts[-1]]) if len(texts) > 1 else "".join(texts)


def needs_records(*_):
    raise ValueError("only for the records of a specification")


TWINS = {"date": date, "number": number, "percent": percent, "spelt": spelt, "money": money, "ordinal": ordinal,
         "plural": plural, "words": words, "grade": needs_records, "judgement": needs_records,
         "framework": needs_records, "cite": needs_records,
         "labelled": needs_records, "markdown": needs_records}


def environment(files):
    loaded = jinja2.Environment(undefined=jinja2.StrictUndefined, trim_blocks=True,
                                lstrip_blocks=True, keep_trailing_newline=True,
                                loader=jinja2.DictLoader(files))
    loaded.filters.update(TWINS)
    return loaded


def composed(text):
    return unicodedata.normalize("NFC", text)


def by_jinja(case):
    """What Jinja gives; None when it refuses."""
    try:
        files = {name: composed(text) for name, text in case["files"].items()}
        template = environment(files).from_string(composed(case["template"]))
        return template.render(json.loads(composed(case["data"])))
    except Exception:  # whatever a template can make Python raise
        return None


BEFORE = {"|": r"\|\s*", "is": r"\bis\s+(?:not\s+)?"}


def uses(case, mark, name):
    """Does the case use this filter, or this test, by its name or in quotation marks, as map does?"""
    return any(re.search(rf"{BEFORE[mark]}{name}\b|([\"']){name}\1", text)
               for text in (case["template"], *case["files"].values()))


def needs_hand(case, strangers):
    """Does the case use a filter or test that neither Jinja nor a twin knows?"""
    return any(uses(case, mark, name) for mark, name in strangers)


# ---- the program -----------------------------------------------------------------------------

LINES_AT_ONCE = 4000


def names_of(program):
    """{"|": the filters that the program has, "is": the tests}, as its reference names them."""
    printed = subprocess.run([program, "render", "--filters"], capture_output=True, text=True, check=True).stdout
    filters, _, tests = printed.partition("### Tests")
    named = {mark: re.findall(r"^\| `(\w+)", part, re.M) for mark, part in (("|", filters), ("is", tests))}
    if not all(named.values()):
        sys.exit(f"oracle: {program} names no filters or no tests")
    return named


def strangers_to_jinja(program):
    """[("|" or "is", the name)] of those that have no twin either."""
    loaded, named = environment({}), names_of(program)
    return [(mark, name) for mark, known in (("|", loaded.filters), ("is", loaded.tests))
            for name in named[mark] if name not in known]


def write_case(folder, i, case):
    place = os.path.join(folder, str(i))
    os.mkdir(place)
    for name, text in [("t.md", case["template"]), ("d.json", case["data"]), *case["files"].items()]:
        path = os.path.join(place, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    return f"{place}/t.md\t{place}/d.json"


def read_results(out):
    at = 0
    while at < len(out):
        end = out.index(b"\n", at)
        word, _, size = out[at:end].partition(b" ")
        at = end + 1
        if word == b"refused":
            yield None
            continue
        yield out[at:at + int(size)].decode()
        at += int(size) + 1


def by_program(program, cases):
    """For each case (text, None) or (None, the first diagnostic)."""
    results = []
    for start in range(0, len(cases), LINES_AT_ONCE):
        with tempfile.TemporaryDirectory() as folder:
            some = cases[start:start + LINES_AT_ONCE]
            lines = [write_case(folder, i, case) for i, case in enumerate(some)]
            with open(folder + "/list", "w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
            done = subprocess.run([program, "render", "--list", folder + "/list"],
                                  capture_output=True, check=False)
            if done.returncode not in (0, 1):
                sys.exit(f"oracle: {program} ended with {done.returncode}\n{done.stderr.decode()}")
            faults = {}
            for line in done.stderr.decode().splitlines():
                found = re.match(rf"{re.escape(folder)}/(\d+)/([^:]*):(\d+:\d+): error\[(E\d+)\]: (.*)",
                                 line)
                if found:
                    faults.setdefault(int(found[1]), f"{found[4]} {found[3]} {found[5]}")
            texts = list(read_results(done.stdout))
            if len(texts) != len(some):
                sys.exit(f"oracle: {len(texts)} results of {len(some)} cases")
            results += [(text, faults.get(i) if text is None else None)
                        for i, text in enumerate(texts)]
    return results


# ---- case files ------------------------------------------------------------------------------

MARK = re.compile(r"^(=== .*|--- (?:data|expected|file .*|refused .*))$", re.M)


def read_cases(path):
    with open(path, encoding="utf-8", newline="") as file:
        parts = MARK.split(file.read())
    data, cases = "{}", []
    for mark, text in zip(parts[1::2], parts[2::2]):
        text = text[1:-1]
        if mark.startswith("=== "):
            cases.append({"name": f"{path}: {mark[4:]}", "template": text, "files": {}})
        elif mark == "--- data":
            data = text
        elif mark == "--- expected":
            cases[-1]["expected"] = text
        elif mark.startswith("--- file "):
            cases[-1]["files"][mark[9:]] = text
        else:
            cases[-1]["refused"] = mark[12:]
        cases[-1]["data"] = data
    return cases


def complain(case, what, *texts):
    print(f"--- {case['name']}: {what}\n{case['template']}")
    if "expected" not in case:
        print(case["data"])
    for text in texts:
        print(repr(text))


def check_case(case, text, fault, expected, by_hand):
    """'compared', 'by hand', 'refused' or 'different'."""
    if "refused" in case:
        if text is None and fault and fault.startswith(case["refused"]):
            return "refused"
        complain(case, f"not refused with {case['refused']}", text, fault)
    elif text is None:
        complain(case, "refused", fault)
    elif by_hand and text == case["expected"]:
        return "by hand"
    elif by_hand or not text == expected == case["expected"]:
        complain(case, "councilbrief, Jinja and the file differ", text, expected, case["expected"])
    else:
        return "compared"
    return "different"


def run_cases(program, paths):
    cases = [case for path in paths for case in read_cases(path)]
    counts = dict.fromkeys(["compared", "by hand", "refused", "different"], 0)
    strangers = strangers_to_jinja(program)
    for case, (text, fault) in zip(cases, by_program(program, cases)):
        counts[check_case(case, text, fault, by_jinja(case), needs_hand(case, strangers))] += 1
    print(f"oracle: {len(cases)} cases, {counts['compared']} accepted and compared, "
          f"{counts['by hand']} held against what they say alone, "
          f"{counts['refused']} refused as they should be, {counts['different']} differences")
    untried = [f"{mark} {name}" for mark, names in names_of(program).items() for name in names
               if not any(uses(case, mark, name) for case in cases)]
    if untried:
        print(f"oracle: no case uses {', '.join(untried)}")
    return 0 if cases and not counts["different"] and not untried else 1


def write_expected(path, strangers):
    for case in read_cases(path):
        if "refused" in case:
            continue
        if needs_hand(case, strangers):
            continue
        text = by_jinja(case)
        if text is None:
            sys.exit(f"{case['name']}: Jinja refuses it")
        with open(path, encoding="utf-8", newline="") as file:
            whole = file.read()
        name = case["name"][len(path) + 2:]
        start = whole.index(f"=== {name}\n")
        mark = whole.index("--- expected\n", start) + len("--- expected\n")
        end = whole.find("\n=== ", mark - 1)
        end = len(whole) if end < 0 else end + 1
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(whole[:mark] + text + "\n" + whole[end:])


# ---- random templates ------------------------------------------------------------------------


def run_random(program, count, seed):
    cases = list(generate.cases(count, seed))
    counts = dict.fromkeys(["accepted", "refused", "different", "by Jinja alone"], 0)
    for case, (text, fault) in zip(cases, by_program(program, cases)):
        expected = by_jinja(case)
        if text is None:
            counts["refused"] += 1
            counts["by Jinja alone"] += expected is not None
            if os.environ.get("ORACLE_REFUSALS") and expected is not None:
                print(fault, "|", repr(case["template"]))
            continue
        counts["accepted"] += 1
        if text != expected:
            counts["different"] += 1
            complain(case, "councilbrief and Jinja differ", text, expected)
    print(f"oracle: {count} random templates of seed {seed}: {counts['accepted']} accepted and "
          f"compared, {counts['refused']} refused ({counts['by Jinja alone']} of them fine to "
          f"Jinja), {counts['different']} differences")
    return 0 if counts["accepted"] * 3 > count and not counts["different"] else 1


# ---- every argument of every filter and test --------------------------------------------------

SUBJECTS = ["nothing", "missing", "flag", "n", "x", "s", "empty", "ints", "mixed", "words", "rows",
            "pairs", "m", "none_in"]
FLAGS = ["true", "false", "0", "1", "2", "1.5", "''", "'a'", "[]", "none", "missing"]
FIELDS = ["'name'", "'n'", "'sub.name'", "'sub'", "'gone'", "'n,name'", "''", "0", "1", "none", "missing"]
NUMBERS = ["0", "1", "2", "-1", "1.5", "true", "'a'", "none", "missing"]
TEXTS = ["'a'", "', '", "''", "'B'", "1", "none", "missing"]
VALUES = {"reverse": FLAGS, "case_sensitive": FLAGS, "boolean": FLAGS, "attribute": FIELDS,
          "precision": NUMBERS, "linecount": NUMBERS, "count": NUMBERS, "start": NUMBERS,
          "method": ["'ceil'", "'floor'", "'common'", "'odd'", "none", "0"], "num": NUMBERS,
          "by": ["'key'", "'value'", "'a'"], "d": TEXTS, "old": TEXTS, "new": TEXTS, "chars": TEXTS,
          "args": FIELDS + ["'odd'", "'upper'", "'defined'", "'eq'"]}
ANY = ["0", "2", "1.5", "'a'", "'B'", "''", "true", "none", "[1]", "missing", "m", "'name'"]
SWEPT = {
    "nothing": None, "flag": True, "n": 3, "x": 2.675, "s": "ab Ab", "empty": [], "ints": [3, 1, 2, 1],
    "mixed": [1, 2.5, 0], "words": ["b", "A", "a", "B", "c"], "m": {"b": 1, "A": 2, "a": 3},
    "rows": [{"name": "b", "n": 2, "sub": {"name": "z"}}, {"name": "A", "n": 1, "sub": {"name": "Y"}},
             {"n": 3, "sub": {}}, {"name": "a", "n": 1, "sub": {"name": "y"}}],
    "pairs": [["b", 1], ["a", 2]], "none_in": [None, 1],
}


def parameters_of(function):
    """The names that Jinja gives to what stands behind the value."""
    try:
        parameters = inspect.signature(function).parameters
    except ValueError:  # written in C, such as `string`: it has none
        return []
    names = [name for name, parameter in parameters.items()
             if parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.VAR_POSITIONAL)]
    for first in ("environment", "eval_ctx", "context"):
        names = names[1:] if names[:1] == [first] else names
    return names[1:] + names[-1:] * (names[-1:] == ["args"])


def argument_lists(names):
    """As many by position as there are, two by name in either order, and one that nobody has."""
    yield ""
    values = [VALUES.get(name, ANY) for name in names]
    for count in range(1, len(names) + 1):
        yield from map(", ".join, itertools.product(*values[:count]))
    yield from (f"{values[0][0] if values else 0}, {extra}" for extra in ANY)
    for name in [*names, "attribute", "default", "case_sensitive", "unheard_of"]:
        yield from (f"{name}={value}" for value in VALUES.get(name, ANY))
        yield from (f"'name', {name}={value}" for value in VALUES.get(name, ANY))
    for first, second in itertools.permutations(names, 2):
        yield from (f"{first}={a}, {second}={b}" for a, b in
                    itertools.product(VALUES.get(first, ANY), VALUES.get(second, ANY)))


def swept_templates(program):
    loaded, named = environment({}), names_of(program)
    for kind, table in [("|", loaded.filters), ("is", loaded.tests)]:
        for name in sorted(name for name in named[kind] if table.get(name, needs_records) != needs_records):
            lists = dict.fromkeys(argument_lists(parameters_of(table[name])))
            for subject, given in itertools.product(SUBJECTS, lists):
                used = f"{subject} {kind} {name}" + (f"({given})" if given else "")
                if kind == "is":
                    yield f"{{{{ 'yes' if {used} else 'no' }}}}"
                    continue
                yield f"{{{{ {used} }}}}"
                item = "i.n" if subject == "rows" else "i"
                items = f"{{% for i in j %}}{{{{ {item} }}}},{{% endfor %}}"
                if name == "groupby":
                    yield f"{{% for key, j in {used} %}}[{{{{ key }}}}:{items}]{{% endfor %}}"
                elif name == "batch":
                    yield f"{{% for j in {used} %}}[{items}]{{% endfor %}}"
                else:
                    yield f"{{% for i in {used} %}}[{{{{ {item} }}}}]{{% endfor %}}"


def run_arguments(program, share):
    templates = list(swept_templates(program))
    chosen = random.Random(1).sample(templates, len(templates) // share)
    cases = [{"name": "arguments", "template": template, "data": json.dumps(SWEPT), "files": {}}
             for template in chosen]
    counts = dict.fromkeys(["accepted", "refused", "different"], 0)
    for case, (text, fault) in zip(cases, by_program(program, cases)):
        if text is None:
            counts["refused"] += 1
            continue
        counts["accepted"] += 1
        expected = by_jinja(case)
        if text != expected:
            counts["different"] += 1
            print(f"{case['template']}: {text!r}, not {expected!r}")
    print(f"oracle: {len(cases)} calls with all kinds of arguments: {counts['accepted']} accepted and "
          f"compared, {counts['refused']} refused, {counts['different']} differences")
    return 0 if counts["accepted"] and not counts["different"] else 1


def main(arguments):
    if arguments[:1] == ["cases"] and len(arguments) > 2:
        return run_cases(arguments[1], arguments[2:])
    if arguments[:1] == ["random"] and len(arguments) in (3, 4):
        return run_random(arguments[1], int(arguments[2]), int((arguments + ["1"])[3]))
    if arguments[:1] == ["arguments"] and len(arguments) in (2, 3):
        return run_arguments(arguments[1], int((arguments + ["1"])[2]))
    if arguments[:1] == ["write"] and len(arguments) > 2:
        strangers = strangers_to_jinja(arguments[1])
        return max(write_expected(path, strangers) or 0 for path in arguments[2:])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
