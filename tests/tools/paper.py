#!/usr/bin/env python3
"""Measures papers: how long they are in each length, how much of them is about the evidence, how often they tell the
same, and whether the table of judgements is whole.

usage: paper.py PROGRAM [--page FILE] [--before] [--hold] [SPEC...]

Without a SPEC, the demo councils of inputs/ and all of inputs/england. What is counted is what `--dump words` says of
each text: which block it stands in, and which record and key it came from.

With --page, the table is written into FILE, between its marks for now, or with --before for the state that later
ones are compared with. With --hold, what is over a limit is told, and the exit status is 1.
"""

import re
import subprocess
import sys
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

ROOT = Path.cwd()
LENGTHS = ("one", "short", "standard", "full")
EVIDENCE = re.compile(r"(claims|conflicts)\[")
HEDGE = re.compile(r"\b(infer\w*|not stated|not known|unknown|none known|no source|not comparable)\b", re.I)
WIDE = {"cell", "caption", "source", "contents", "mark", "cite"}


class Paper:
    """One paper in one length."""

    def __init__(self, words, structure):
        self.words = Counter()     # by what they are: all, evidence, source
        self.cites = 0
        self.blocks = defaultdict(set)  # those outside tables that tell a record
        for line in words.splitlines():
            part, block, kind, record, key, text = line.split("\t")
            if kind != "mark":
                self.count(part, block, kind, record, key, text)
        self.pages = max((int(page) for page in re.findall(r" page (\d+)", structure)), default=0)
        self.broken = broken_tables(structure)

    def count(self, part, block, kind, record, key, text):
        number = len(text.split())
        if kind == "cite":
            self.cites += part != "annex"
            return
        self.words["all"] += number
        if kind == "source":
            self.words["source"] += number
        elif part != "annex":
            self.words["body"] += number
            if key == "how_known" or EVIDENCE.match(record):
                self.words["evidence"] += number
            else:
                self.words["evidence"] += sum(len(found.split()) for found in HEDGE.findall(text))
        if "[" in record and not record.startswith("sources[") and kind not in WIDE:
            self.blocks[record].add(block)

    def share(self, part, whole):
        return 100 * self.words[part] / max(1, self.words[whole])


def broken_tables(structure):
    """Tables of judgements, those with such a column or with the overall one among their rows, on more than a page."""
    broken = 0
    for table in re.split(r"^ *Table ", structure, flags=re.M)[1:]:
        indent_ends = re.split(r"^ {0,4}(?:H\d|Sect|P|Caption|Figure|L|Note) page", table, flags=re.M)[0]
        if re.search(r'^ *"(Judgement|Overall)"', indent_ends, re.M):
            pages = set(re.findall(r"TR page (\d+)", indent_ends))
            broken += len(pages) > 1
    return broken


def lengths_of(program):
    """None where the program has only one."""
    told = subprocess.run([program, "build", "--help"], capture_output=True, text=True).stdout
    return LENGTHS if "--length" in told else (None,)


def dumped(program, stage, length, spec):
    chosen = ["--length", length] if length else []
    done = subprocess.run([program, "build", "--dump", stage, *chosen, str(spec)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"paper: {spec}, {length}:\n{done.stderr[-2000:]}")
    return done.stdout


def measure(program, length, specs):
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda spec: Paper(dumped(program, "words", length, spec),
                                                dumped(program, "structure", length, spec)), specs))


def row(name, papers):
    """One line of the table; of several papers the middle and the most."""
    def told(values, form="{:.0f}"):
        values = list(values)
        texts = [form.format(median(values)), form.format(max(values))]
        return texts[0] if len(values) == 1 or texts[0] == texts[1] else f"{texts[0]} (at most {texts[1]})"
    most = [max((len(blocks) for blocks in paper.blocks.values()), default=0) for paper in papers]
    often = [sum(len(blocks) > 3 for blocks in paper.blocks.values()) for paper in papers]
    return [name, told(paper.pages for paper in papers), told(paper.words["all"] for paper in papers),
            told((paper.share("evidence", "body") for paper in papers), "{:.1f}%"),
            told((paper.share("source", "all") for paper in papers), "{:.1f}%"),
            told(most), told(often), told(paper.cites for paper in papers),
            f"{sum(paper.broken > 0 for paper in papers)} of {len(papers)}"]


# Of a paper in a length: pages, words, citations before the annexes; what holds of all stands in faults_of.
LIMITS = {"one": (1, None, None), "short": (2, 700, None), "standard": (6, 2200, 30), "full": (None, None, None)}
MOST_BLOCKS, MOST_EVIDENCE, MOST_SOURCES = 3, 5, 12


def faults_of(paper, length, most_pages=None):
    pages, words, cites = LIMITS[length]
    often = [record for record, blocks in paper.blocks.items() if len(blocks) > MOST_BLOCKS]
    told = [("pages", paper.pages, min(pages, most_pages or pages) if pages else None),
            ("words", paper.words["all"], words), ("citations", paper.cites, cites),
            ("% about the evidence", paper.share("evidence", "body"), MOST_EVIDENCE),
            ("% list of sources", paper.share("source", "all"), MOST_SOURCES if length == "standard" else None),
            ("broken tables of judgements", paper.broken, 0)]
    faults = [f"{number:.0f} {what}, not at most {most}" for what, number, most in told if most is not None and number > most]
    return faults + [f"{record} is told in {len(paper.blocks[record])} blocks" for record in often]


ENGLAND_PAGES = 3


def hold(program, groups):
    """How many papers are over a limit."""
    faults = 0
    for length in lengths_of(program):
        for name, specs in groups:
            england = ENGLAND_PAGES if len(specs) > 1 and length == "standard" else None
            for spec, paper in zip(specs, measure(program, length, specs)):
                for fault in faults_of(paper, length, england):
                    faults += 1
                    print(f"  {spec.stem}, {length}: {fault}")
    return faults


HEADS = ["paper", "pages", "words", "about the evidence", "list of sources", "blocks that tell one record, at most",
         "records told in more than three", "citations before the annexes", "broken tables of judgements"]


def groups_of(names):
    if names:
        return [(Path(name).stem, [Path(name)]) for name in names]
    demos = [(path.stem.capitalize(), [path]) for path in sorted((ROOT / "inputs").glob("*.yaml"))]
    return demos + [("England", sorted((ROOT / "inputs" / "england").glob("*.yaml")))]


def table_of(program, groups):
    lines = []
    for length in lengths_of(program):
        for name, specs in groups:
            name = f"{name}, {length}" if length else name
            lines.append(row(name if len(specs) == 1 else f"{name} ({len(specs)} papers)",
                             measure(program, length, specs)))
    text = [HEADS, ["---"] * len(HEADS), *lines]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in text) + "\n"


def write_page(page, part, table):
    text = page.read_text()
    begins, ends = f"<!-- {part}: written by paper.py -->\n", f"<!-- end of {part} -->"
    before, _, rest = text.partition(begins)
    _, _, after = rest.partition(ends)
    if not rest or not after:
        sys.exit(f"paper: {page} has no place for {part}")
    page.write_text(f"{before}{begins}\n{table}\n{ends}{after}")


def self_test():
    """A table over two pages is noticed, and one on a page is not."""
    table = ' Table page 1\n  TR page 1\n   TH page 1\n    "Judgement"\n  TR page {}\n   TD page 1\n    "Good"\n'
    if broken_tables(table.format(1)) or broken_tables(table.format(2)) != 1:
        sys.exit("paper: does not know a broken table")
    words = "body\t1\tparagraph\tevents[1]\thow_known\tone two\nbody\t2\titem\tevents[1]\ttext\tthree four\n"
    paper = Paper(words + "annex\t3\tparagraph\tevents[1]\thow_known\tfive\n", "")
    if (paper.words["body"], paper.words["evidence"], len(paper.blocks["events[1]"])) != (4, 2, 3):
        sys.exit("paper: does not count right")
    paper.pages, paper.broken = 3, 1
    told = " ".join(faults_of(paper, "short"))
    if "3 pages" not in told or "1 broken" not in told or "% about" not in told or faults_of(Paper("", ""), "short"):
        sys.exit(f"paper: does not hold: {told}")


def main():
    program = str(Path(sys.argv[1]).resolve())
    page = Path(sys.argv[sys.argv.index("--page") + 1]) if "--page" in sys.argv else None
    before = "--before" in sys.argv
    names = [name for name in sys.argv[2:] if not name.startswith("--") and name != str(page)]
    self_test()
    if "--hold" in sys.argv:
        faults = hold(program, groups_of(names))
        print(f"paper: {faults} limits not held")
        sys.exit(1 if faults else 0)
    table = table_of(program, groups_of(names))
    if page:
        write_page(page, "before" if before else "now", table)
    print(table, end="")


main()
