#!/usr/bin/env python3
"""A great many briefings in one run: memory that does not grow, and every diagnostic in its place.
usage: many.py PROGRAM COUNT"""
import os, re, sys, threading, time

sys.path.insert(0, os.path.dirname(__file__))
from lab import Lab, is_sanitized, workers_of

SPECIFICATION = """briefing:
  title: Children’s services in Example {i}
  as_at: 2024-06-30
council:
  name: Example {i}
sources:
  - id: OFSTED-2024
    title: Inspection of Example {i}
    publisher: Ofsted
    published: 2024-05-13
    kind: ofsted_report
{unused}inspections:
  - id: I2024
    framework: ILACS_2023
    fieldwork: 2024-03-04/2024-03-15
    published: 2024-05-13
    overall: {grade}
    judgements:
      leaders: good
      help_protection: good
      in_care: outstanding
      care_leavers: good
    source: OFSTED-2024
"""
UNUSED = """  - id: NEWS-2024
    title: News
    publisher: A paper
    published: 2024-05-14
    kind: news
"""


def write_all(lab, count):
    """Each third has a warning, each seventh a fault."""
    os.makedirs(lab.path("specs"))
    for i in range(count):
        lab.write(f"specs/e{i:06}.yaml", SPECIFICATION.format(
            i=i, unused=UNUSED if i % 3 == 0 else "", grade="adequate" if i % 7 == 0 else "good"))


def resident(pid):
    """KiB that are a process's own or shared with others, as it stands."""
    try:
        with open(f"/proc/{pid}/status") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1))
    except (OSError, AttributeError):
        return 0


def watch(process, samples):
    """Now and then: how much memory the first process and the largest worker have."""
    while process.poll() is None:
        workers = [resident(worker) for worker in workers_of(process)]
        samples.append((resident(process.pid), max(workers, default=0)))
        time.sleep(0.05)


def grows(samples):
    """The last quarter against the second: the first is still filling its caches."""
    quarter = len(samples) // 4
    early, late = samples[quarter:2 * quarter], samples[-quarter:-2]
    return max(early), max(late)


def main():
    lab = Lab(sys.argv[1])
    count = int(sys.argv[2])
    write_all(lab, count)
    process = lab.start("build", "-j2", "specs")
    samples = []
    watcher = threading.Thread(target=watch, args=(process, samples))
    watcher.start()
    out, err = process.communicate()
    watcher.join()
    lab.equal("exit status", process.returncode, 1)

    told = re.findall(r"^specs/e(\d+)\.yaml:\d+:\d+: (?:warning\[W226\]|error\[E220\])", err, re.M)
    wanted = [f"{i:06}" for i in range(count) for wrong in (i % 3 == 0, i % 7 == 0) if wrong]
    lab.check("every diagnostic, in order", told == wanted, f"{len(told)} of {len(wanted)}")
    built = [f"out/e{i:06}.pdf" for i in range(count) if i % 7]
    lab.check("every path, in order", out.split() == built, f"{len(out.split())} of {len(built)}")
    lab.equal("every PDF", sorted(lab.pdfs()), [os.path.basename(path) for path in built])

    if not is_sanitized(lab.program):
        first, workers = zip(*samples)
        early, late = grows(workers)
        lab.check("workers: flat memory", late <= early * 1.05 + 1024, f"{early} to {late} KiB")
        lab.check("workers: less than 48 MiB", max(workers) < 48 << 10, f"{max(workers)} KiB")
        lab.check("the first process: less than 48 MiB", max(first) < 48 << 10, f"{max(first)} KiB")
        print(f"many: {count} briefings; workers {early} then {late} KiB, the first {max(first)} KiB")

    status, _, err = lab.run("build", "-j2", "specs")
    lab.check("again", status == 1 and f"{len(built)} unchanged, {count - len(built)} refused" in err,
              err[-300:])
    sys.exit(lab.close("many"))


main()
