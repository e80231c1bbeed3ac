"""Silence is not knowledge: random specifications never say that there is none, unless somebody looked.

usage: silence.py PROGRAM [COUNT]

Each specification takes some kinds of records at random and leaves out the rest, with dates before and
after its day. Without `covers` no paper of either template may hold words of absence; with an item of
`covers` for a kind that has no record, the paper says so with its day. The seed is fixed.
"""

import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ("briefing", "committee")
LENGTHS = ("standard", "full")
DAY = "2024-06-30"

# What a paper must not say of a kind of which it has no record.
ABSENCE = re.compile(
    r"\bnone\b|\bno [\w’ -]{0,40}\b(?:is|are|was|were) (?:known|recorded|on record|in force)|\b0 of 0\b|"
    r"\bno (?:full inspection|visit|intervention|action|deadline|recommendation|funding|review|risk)s?\b|"
    r"\bnothing (?:is|was) (?:known|recorded)|\bthere (?:is|are|was|were) no\b", re.I)

# Words in the paper for the absence of each kind, up to a day.
WORDS = {
    "inspections": "No full inspection published by",
    "areas": "No area for improvement in full inspections published by",
    "visits": "No visit by Ofsted published by",
    "send_inspections": "No area SEND inspection published by",
    "interventions": "No intervention on",
    "leadership": "No change in leadership by",
    "actions": "No action on",
    "deadlines": "No deadline on",
    "recommendations": "No recommendation by",
    "funding": "No funding by",
    "provision": "No home or other provision on",
    "reviews": "No review by others by",
    "risks": "No risk on",
}

STATUSES = ("planned", "in_progress", "complete", "overdue")


def day(rng):
    forms = ("{y}-{m:02}-{d:02}", "{y}-{m:02}", "{y}", "{y}-{m:02}-{d:02}~", "../{y}-{m:02}-{d:02}")
    return rng.choice(forms).format(y=rng.choice((2019, 2022, 2023, 2024)), m=rng.randint(1, 12),
                                    d=rng.randint(1, 28))


def past(rng):
    return f"{rng.choice((2018, 2021, 2023))}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def maybe(rng, text):
    return text if rng.random() < 0.5 else ""


def records(rng, kind):
    """The lines of one kind of record."""
    make = {
        "inspections": lambda: "{id: I1, framework: ILACS_2018, published: 2022-03-01, overall: good, source: S1}",
        "interventions": lambda: "{id: D1, kind: %s, issued: 2020-05-06%s%s, source: S1}" % (
            rng.choice(("direction", "notice", "letter")), maybe(rng, ", ended: 2023-01-02"),
            maybe(rng, ", service: send")),
        "leadership": lambda: "{role: Leader, event: appointed, date: %s, source: S1}" % past(rng),
        "actions": lambda: "{text: Recruit%s%s, source: S1}" % (
            maybe(rng, f", due: {day(rng)}"), maybe(rng, f", status: {rng.choice(STATUSES)}")),
        "deadlines": lambda: "{what: Report%s%s, source: S1}" % (
            maybe(rng, f", due: {day(rng)}"), maybe(rng, f", done: {past(rng)}")),
        "recommendations": lambda: "{text: Reduce caseloads, source: S1}",
        "funding": lambda: "{amount: 3, unit: million%s, source: S1}" % maybe(rng, ", status: spent"),
        "provision": lambda: "{kind: homes, total: 4%s, source: S1}" % maybe(
            rng, ", ratings: [{grades: [good], count: 4}]"),
        "reviews": lambda: "{reviewer: A peer%s, source: S1}" % maybe(rng, f", date: {past(rng)}"),
        "risks": lambda: "{text: Staff may leave, source: S1}",
    }
    return f"{kind}:\n" + "".join(f"  - {make[kind]()}\n" for _ in range(1))


KINDS = ("inspections", "interventions", "leadership", "actions", "deadlines", "recommendations",
         "funding", "provision", "reviews", "risks")


def specification(rng, looked):
    """A text, and the kinds that it neither has nor has looked for, or has looked for in vain."""
    chosen = [kind for kind in KINDS if rng.random() < 0.35]
    text = (f"briefing: {{title: Services in Exampleshire, as_at: {DAY}}}\n"
            "council: {name: Exampleshire County Council, short_name: Exampleshire}\n"
            "sources:\n  - {id: S1, title: A report, publisher: The council, published: 2024-06-01}\n")
    text += "".join(records(rng, kind) for kind in chosen)
    missing = [kind for kind in WORDS if kind not in chosen]
    covered = [kind for kind in missing if rng.random() < 0.3] if looked else []
    if covered:
        text += "covers:\n" + "".join(
            f"  - {{kind: {kind}, as_at: 2024-06-11, source: S1}}\n" for kind in covered)
    return text, covered


def heard(pdf):
    """What a screen reader gets, alternative texts among it, and what an eye sees."""
    said = subprocess.run(["pdfinfo", "-struct-text", pdf], capture_output=True).stdout.decode(errors="replace")
    seen = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True).stdout.decode(errors="replace")
    return re.sub(r"\s+", " ", said + " " + seen)


def faults_of(text, covered, name, template):
    found = ABSENCE.search(text)
    if found and not covered:
        around = text[max(0, found.start() - 60):found.end() + 40]
        yield f"{name}, {template}: words of absence, and nobody looked: ...{around}..."
    for kind in covered:
        if f"{WORDS[kind]} 11 June 2024" not in text:
            yield f"{name}, {template}: `{kind}` was looked for, and the paper does not say so"


def pattern_faults():
    """The pattern finds what papers used to say, and leaves what they may."""
    absent = ("None known", "No intervention is recorded.", "No deadline is recorded that is still to come",
              "0 of 0 (0%)", "There are no actions", "No intervention is in force at the end.")
    fine = ("not recorded whether done", "does not cover risks", "Not known", "No earlier than 1 March",
            "no longer judged", "This paper’s data does not cover actions, deadlines or risks.")
    yield from (f"the pattern does not find: {words}" for words in absent if not ABSENCE.search(words))
    yield from (f"the pattern finds: {words}" for words in fine if ABSENCE.search(words))


def main():
    program, count = str(Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 16
    rng, faults, told = random.Random(20240630), list(pattern_faults()), 0
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        texts = {f"s{i:03}": specification(rng, looked=i % 3 == 0) for i in range(count)}
        for name, (text, _) in texts.items():
            (work / f"{name}.yaml").write_text(text)
        for template, length in [(template, length) for template in TEMPLATES for length in LENGTHS]:
            out = work / template / length
            out.parent.mkdir(exist_ok=True)
            done = subprocess.run(
                [program, "build", "--templates", ROOT / "templates", "-t", template, "--length", length, "-o", out,
                 *[f"{name}.yaml" for name in texts]], cwd=work, capture_output=True, text=True)
            if done.returncode:
                faults.append(f"{template}, {length}: {done.stderr[:600]}")
            for pdf in sorted(out.glob("*.pdf")):
                name = pdf.stem[:4]
                told += 1
                faults += faults_of(heard(pdf), texts[name][1], name, f"{template}, {length}")
    for fault in faults:
        print(f"silence: {fault}")
    print(f"silence: {told} papers, {len(faults)} faults")
    return 1 if faults or told < 4 * count else 0


sys.exit(main())
