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

HERE = Path(__file__).resolve().parent
COUNT = 153
COUNTED = shutil.which("valgrind") is not None
MOST = 1.2  # a step of a series over its least: more is not growth in step


def spawn(commands, env=None):
    """Runs commands side by side: seconds, CPU seconds, and the most memory of one in MiB."""
    start, cpu, peak = time.perf_counter(), 0.0, 0.0
    running = [subprocess.Popen(each, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
               for each in commands]
    for process in running:
        _, status, used = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"bench: {process.args[:2]} ended with status {status}")
        process.returncode = 0
        cpu += used.ru_utime + used.ru_stime
        peak = max(peak, used.ru_maxrss / 1024)
    return time.perf_counter() - start, cpu, peak


def median(runs):
    return [statistics.median(values) for values in zip(*runs)]


def instructions(command):
    """As callgrind counts them, of the program and its workers."""
    said = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                          capture_output=True, text=True).stderr
    return sum(map(int, re.findall(r"Collected : (\d+)", said)))


def cost(command):
    return instructions(command) if COUNTED else median([spawn([command]) for _ in range(5)])[1]


class Ours:
    name = "councilbrief"

    def __init__(self, args):
        self.program, self.work = args.program, args.work
        self.templates = self.work / "templates"
        shutil.copytree(HERE / "templates", self.templates, dirs_exist_ok=True)
        shutil.copy(HERE.parent / "templates/briefing/theme.yaml", self.templates / "bench")
        self.out = self.work / "ours"

    def command(self, files, workers=1):
        return [self.program, "build", "--force", f"-j{workers}", "--templates", str(self.templates),
                "-o", str(self.out), *map(str, files)]

    def commands(self, files, workers):
        return [self.command(files, workers)]

    def env(self):
        return None


class Typst:
    name = "Typst 0.14"

    def __init__(self, args):
        self.work = args.work
        shutil.copy(HERE / "typst/briefing.typ", self.work)
        self.out = self.work / "typst-out"
        self.modules = self.work / "node_modules"

    def installed(self, wanted):
        if wanted and not self.modules.is_dir():
            shutil.copy(HERE / "typst/package.json", self.work)
            subprocess.run(["npm", "install", "--prefix", str(self.work), "--no-audit", "--no-fund",
                            "--loglevel=error"], check=True)
        return self.modules.is_dir() and shutil.which("node")

    def command(self, files):
        return ["node", str(HERE / "typst/batch.js"), str(self.work.resolve()), str(self.out.resolve()),
                *(str(file.resolve()) for file in files)]

    def commands(self, files, workers):
        return [self.command(files[part::workers]) for part in range(workers)]

    def env(self):
        return {**os.environ, "NODE_PATH": str(self.modules.resolve())}


def make_specs(work, name, count, *options):
    folder = work / name
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, "-B", str(HERE / "workload.py"), str(folder), str(count), *options],
                   check=True)
    return sorted(folder.iterdir())


def measure(tool, files, reps):
    run = lambda files, workers=1: spawn(tool.commands(files, workers), tool.env())
    run(files[:1])
    cold = median([run(files[:1]) for _ in range(5)])
    one = median([run(files) for _ in range(reps)])
    two = median([run(files, 2) for _ in range(reps)])
    sizes = [file.stat().st_size for file in tool.out.glob("*.pdf")]
    return {
        "cold, seconds": cold[0],
        "briefings a second, one worker": len(files) / one[0],
        "briefings a second, two workers": len(files) / two[0],
        "CPU a briefing in batch, ms": one[1] / len(files) * 1000,
        "peak memory of a process, MiB": one[2],
        "bytes a PDF": statistics.mean(sizes),
        **contents(tool),
    }


def contents(tool):
    """So that a ratio compares the same work: pages and words of some documents."""
    pages, words = [], []
    for file in sorted(tool.out.glob("*.pdf"))[:10]:
        info = subprocess.run(["pdfinfo", file], capture_output=True, text=True).stdout
        text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True).stdout
        pages.append(int(re.search(r"Pages:\s+(\d+)", info)[1]))
        words.append(len(text.split()))
    return {"pages": statistics.mean(pages), "words": statistics.mean(words)}


def compare(ours, theirs):
    for key, value in ours.items():
        line = f"{key:36} {value:12.3f}"
        if theirs:
            line += f"  {theirs[key]:12.3f}  {value / theirs[key]:8.3f}"
        print(line, flush=True)


def growth(title, points, counted=True):
    """The cost of each further unit, over the cheapest such: MOST is linear within 20%. False when
    one is above; what was timed, and not counted, is shown and judged by nobody."""
    steps = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(points, points[1:])]
    shown = ", ".join(f"{a[0]} to {b[0]}: {step / min(steps):.2f}"
                      for a, b, step in zip(points, points[1:], steps))
    steep = max(steps) > MOST * min(steps)
    verdict = f"MORE THAN LINEAR: above {MOST}" if steep else "linear"
    print(f"{title}: {shown} ({verdict if counted else 'timed'})", flush=True)
    return not (counted and steep)


def series(tool, title, sizes, option):
    points = []
    for size in sizes:
        files = make_specs(tool.work, f"growth-{size}", 1, option, str(size))
        points.append((size, cost(tool.command(files))))
    return growth(title, points, COUNTED)


def series_of_documents(tool, sizes, full):
    points = [(size, cost(tool.command(make_specs(tool.work, "some", size)))) for size in sizes]
    sound = growth("a further briefing", points, COUNTED)
    if not full:
        return sound
    points, peaks = [], []
    for size in (COUNT, 1000, 10000):
        make_specs(tool.work, "many", size)
        _, cpu, peak = spawn([tool.command([tool.work / "many"])])
        points.append((size, cpu))
        peaks.append(f"{size}: {peak:.0f} MiB")
    growth("CPU time a further briefing", points, counted=False)
    print("peak memory of", ", ".join(peaks))
    return sound


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("work", type=Path)
    parser.add_argument("--typst", action="store_true", help="install Typst with npm and compare")
    parser.add_argument("--full", action="store_true", help="the long series too")
    parser.add_argument("--reps", type=int, default=3, help="runs of which the median counts (3)")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    files = make_specs(args.work, "specs", COUNT)
    ours, typst = Ours(args), Typst(args)
    result = measure(ours, files, args.reps)
    theirs = measure(typst, files, args.reps) if typst.installed(args.typst) else None
    print(f"{'':36} {ours.name:>12}  {typst.name if theirs else 'Typst: not installed':>12}     ratio")
    compare(result, theirs)
    unit = "instructions" if COUNTED else "CPU time"
    sound = [
        series(ours, f"{unit} a further inspection", (10, 100, 1000) if args.full else (10, 100, 500),
               "--inspections"),
        series(ours, f"{unit} a further section", (30, 300, 1500) if args.full else (30, 150, 300),
               "--sections"),
        series_of_documents(ours, (5, 10, 20), args.full)]
    return 0 if all(sound) else 1


sys.exit(main())
