#!/usr/bin/env python3
"""Speed in ratios of one run: see bench/README.md. usage: bench.py PROGRAM WORK [--typst] [--full]"""
import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import records

HERE = Path(__file__).resolve().parent
COUNT = 153
COUNTED = shutil.which("valgrind") is not None
MOST = 1.2  # a step of a series over an earlier one: more is not growth in step
LOOKED_AT = 20  # documents whose pages and words are counted


def spawn(commands, env=None):
    """Runs commands side by side: seconds, CPU seconds of them and their workers, user's and system's
    together and the system's alone, and the most memory of one process in MiB."""
    start, cpu, system, peak = time.perf_counter(), 0.0, 0.0, 0.0
    running = [subprocess.Popen(each, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
               for each in commands]
    for process in running:
        _, status, used = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"bench: {process.args[:2]} ended with status {status}")
        process.returncode = 0
        cpu += used.ru_utime + used.ru_stime
        system += used.ru_stime
        peak = max(peak, used.ru_maxrss / 1024)
    return {"seconds": time.perf_counter() - start, "cpu": cpu, "system": system, "peak": peak}


def instructions(command):
    """As callgrind counts them, of the program and its workers."""
    said = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                          capture_output=True, text=True).stderr
    return sum(map(int, re.findall(r"Collected : (\d+)", said)))


def cost(tool, files):
    """Of a run into an empty folder: instructions, or CPU seconds as the median of five runs."""
    def once():
        shutil.rmtree(tool.out, ignore_errors=True)
        return instructions(tool.command(files)) if COUNTED else spawn([tool.command(files)])["cpu"]
    return statistics.median(once() for _ in range(1 if COUNTED else 5))


class Ours:
    name = "councilbrief"

    def __init__(self, args):
        self.program, self.work = args.program, args.work
        self.templates = self.work / "templates"
        shutil.copytree(HERE / "templates", self.templates, dirs_exist_ok=True)
        for name in ("bench", "long", "bare"):
            shutil.copy(HERE.parent / "templates/briefing/theme.yaml", self.templates / name)
        self.out = self.work / "ours"

    def command(self, files, workers=1):
        return [self.program, "build", "--force", f"-j{workers}", "--templates", str(self.templates),
                "-o", str(self.out), *map(str, files)]

    def commands(self, files, workers):
        return [self.command(files, workers)]

    def env(self):
        return None


class Typst:
    name, version = "Typst 0.15", "0.15.2"

    def __init__(self, args):
        self.work = args.work
        shutil.copy(HERE / "typst/briefing.typ", self.work)
        self.out = self.work / "typst-out"
        self.python = self.work / "typst/bin/python"

    def installed(self, wanted):
        if wanted and not self.python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(self.work / "typst")], check=True)
            subprocess.run([str(self.python), "-m", "pip", "install", "-q", f"typst=={self.version}"], check=True)
        return self.python.exists()

    def command(self, files):
        return [str(self.python), str(HERE / "typst/batch.py"), str(self.work.resolve()), str(self.out.resolve()),
                *(str(file.resolve()) for file in files)]

    def commands(self, files, workers):
        shards = [files[part::workers] for part in range(workers)]
        return [self.command(shard) for shard in shards if shard]

    def env(self):
        return None


def make_specs(work, name, count, *options):
    folder = work / name
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, "-B", str(HERE / "workload.py"), str(folder), str(count), *options],
                   check=True)
    return sorted(folder.iterdir())


def batch(tool, files, workers):
    return spawn(tool.commands(files, workers), tool.env())


def cold_start(tool, file):
    """Seconds of one briefing in an empty folder. The middle of five: it is short."""
    seconds = []
    for _ in range(5):
        shutil.rmtree(tool.out, ignore_errors=True)
        tool.out.mkdir()
        seconds.append(batch(tool, [file], 1)["seconds"])
    return statistics.median(seconds)


def measure_once(tool, files):
    """What is compared, of a cold start and of one batch with one worker and with two."""
    cold, one, two = (cold_start(tool, files[0]), batch(tool, files, 1), batch(tool, files, 2))
    return {
        "cold, seconds": cold,
        "briefings a second, one worker": len(files) / one["seconds"],
        "briefings a second, two workers": len(files) / two["seconds"],
        "CPU a briefing in batch, ms": one["cpu"] / len(files) * 1000,
        "  of which the system's": one["system"] / len(files) * 1000,
        "peak memory of a process, MiB": one["peak"],
    }


def measure(tools, files, reps):
    """In turn, so that a slow minute of the machine falls on all: a list of measurements a tool."""
    for tool in tools:
        batch(tool, files[:1], 1)
    rounds = [[measure_once(tool, files) for tool in tools] for _ in range(reps)]
    return [[each[number] | contents(tool) for each in rounds] for number, tool in enumerate(tools)]


def words_of(file):
    """How many; what is parted at the end of a line is one word, and marks without width are none."""
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True).stdout
    return len(re.sub("\u00ad\\s*|\u2060", "", text).split())


def contents(tool):
    """So that a ratio compares the same work: size, pages and words of the documents."""
    pdfs = sorted(tool.out.glob("*.pdf"))
    pages = [pages_of(file) for file in pdfs[:LOOKED_AT]]
    words = [words_of(file) for file in pdfs[:LOOKED_AT]]
    return {"bytes a PDF": statistics.mean(file.stat().st_size for file in pdfs),
            "pages": statistics.mean(pages), "words": statistics.mean(words)}


def pages_of(file):
    info = subprocess.run(["pdfinfo", file], capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", info)[1])


def compare(ours, theirs):
    """Medians of both, and the median of the ratios, each of two that were measured one after the
    other. False when the documents are not alike."""
    for key in ours[0]:
        line = f"{key:36} {statistics.median(each[key] for each in ours):12.3f}"
        if theirs:
            ratio = statistics.median(a[key] / b[key] for a, b in zip(ours, theirs))
            line += f"  {statistics.median(each[key] for each in theirs):12.3f}  {ratio:8.3f}"
        print(line, flush=True)
    if not theirs:
        return True
    words, pages = ours[0]["words"] / theirs[0]["words"], ours[0]["pages"] - theirs[0]["pages"]
    alike = abs(words - 1) <= 0.02 and abs(pages) <= 0.5
    print(f"the documents are {'alike' if alike else 'NOT ALIKE: their words or pages differ'}")
    return alike


def growth(title, points, counted=True):
    """The cost of each further unit, over the cheapest such. False when one is above MOST times an
    earlier one, which is more than linear; what was timed, and not counted, is judged by nobody."""
    steps = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(points, points[1:])]
    shown = ", ".join(f"{a[0]:,} to {b[0]:,}: {step / min(steps):.2f}"
                      for a, b, step in zip(points, points[1:], steps))
    steep = is_steep(points)
    verdict = f"MORE THAN LINEAR: above {MOST}" if steep else "linear"
    print(f"{title}: {shown} ({verdict if counted else 'timed'})", flush=True)
    return not (counted and steep)


def warm_cost(tool, name, *options):
    """Of a briefing whose like was made before by the same process: what is learnt once, such as how
    its words are shaped, is no growth. And its pages."""
    folder = tool.work / f"growth-{name}"
    first, = make_specs(folder, "first", 1, *options)
    second = folder / "second.yaml"
    shutil.copy(first, second)
    return cost(tool, [first, second]) - cost(tool, [first]), pages_of(tool.out / f"{first.stem}.pdf")


def series(tool, title, sizes, option, *others):
    points, pages = [], []
    for size in sizes:
        spent, count = warm_cost(tool, size, option, str(size), *others)
        points.append((size, spent))
        pages.append(f"{count:,}")
    return growth(f"{title} ({', '.join(pages)} pages)", points, COUNTED)


def series_of_documents(tool, title, sizes, *options):
    """A folder is what is built, so that thousands can be."""
    points = [(size, cost(tool, [make_specs(tool.work, "some", size, *options)[0].parent]))
              for size in sizes]
    return growth(title, points, COUNTED)


def is_steep(points):
    """Does a step cost more than MOST times an earlier one?"""
    steps = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(points, points[1:])]
    return any(step > MOST * min(steps[:number + 1]) for number, step in enumerate(steps))


def points_of_records(tool, name, sizes, measured):
    """Of a check, which does all but write: in one process, so that no limit of a worker is met."""
    points = []
    for size in sizes:
        file = tool.work / "records.yaml"
        file.write_text(records.specification(name, size), encoding="utf-8")
        points.append((size, measured([tool.program, "check", "-j0", str(file)])))
    return points


def series_of_records(tool, sizes=(1000, 2000, 4000)):
    """Of every kind. The least of five times tells nearly all apart from what grows faster; the
    instructions are counted where it leaves a doubt, for that takes a minute each."""
    sound = True
    for name in records.names():
        timed = points_of_records(tool, name, sizes, lambda command: min(spawn([command])["cpu"] for _ in range(5)))
        if COUNTED and is_steep(timed):
            sound &= growth(f"  {name}", points_of_records(tool, name, sizes, instructions))
        else:
            growth(f"  {name}", timed, counted=False)
    return sound


def long_series_of_documents(tool, sizes):
    """Measured in turn, as `measure` does; the longest once."""
    folders = [make_specs(tool.work, f"many-{size}", size)[0].parent for size in sizes]
    runs = [[], *([] for _ in sizes[1:])]
    for turn in range(3):
        for number, folder in enumerate(folders[:None if turn == 0 else -1]):
            shutil.rmtree(tool.out, ignore_errors=True)
            runs[number].append(spawn([tool.command([folder])]))
    points = [(size, statistics.median(run["cpu"] for run in each)) for size, each in zip(sizes, runs)]
    growth("CPU time a further briefing", [(0, 0), *points], counted=False)
    print("peak memory of a process:", ", ".join(
        f"{size:,}: {max(run['peak'] for run in each):.0f} MiB" for size, each in zip(sizes, runs)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("work", type=Path)
    parser.add_argument("--typst", action="store_true", help="install Typst from PyPI and compare")
    parser.add_argument("--full", action="store_true", help="the long series too")
    parser.add_argument("--reps", type=int, default=5, help="rounds of which the median counts (5)")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    files = make_specs(args.work, "specs", COUNT)
    ours, typst = Ours(args), Typst(args)
    tools = [ours, typst] if typst.installed(args.typst) else [ours]
    results = measure(tools, files, args.reps)
    theirs = results[1] if len(results) > 1 else None
    print(f"{'':36} {ours.name:>12}  {typst.name if theirs else 'Typst: not installed':>12}     ratio")
    sound = [compare(results[0], theirs)]
    print(f"the {'instructions' if COUNTED else 'CPU time'} of:")
    sound += [
        series(ours, "a further inspection", (1, 10, 100, 1000), "--inspections"),
        series(ours, "a further inspection that is warned of", (1, 10, 100, 1000), "--inspections",
               "--crowded"),
        series(ours, "a further section", (4, 40, 400) if args.full else (4, 20, 40), "--sections"),
        series_of_documents(ours, "a further briefing", (5, 10, 20)),
        series_of_documents(ours, "a further bare briefing",
                            (COUNT, 1000, 10000) if args.full else (COUNT, 500, 1000), "--bare")]
    print("the cost of a further one of:")
    sound.append(series_of_records(ours))
    if args.full:
        long_series_of_documents(ours, (COUNT, 1000, 10000))
    return 0 if all(sound) else 1


sys.exit(main())
