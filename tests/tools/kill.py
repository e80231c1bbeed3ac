#!/usr/bin/env python3
"""Runs killed at random moments, workers that hang, full disks, folders that cannot be written: never a
partial PDF under its final name, and the next run mends everything. usage: kill.py PROGRAM RUNS SEED"""
import os, random, shutil, signal, subprocess, sys, time

sys.path.insert(0, os.path.dirname(__file__))
from lab import Lab, signal_worker

COPIES = 12


def check_whole(lab, name, folder, old, new):
    """Each file is, byte for byte, that of the last version or that of this one."""
    for file, content in lab.files(folder).items():
        lab.check(f"{name}: {file}", content in (old.get(file), new.get(file)), "neither old nor new")


def version(lab, number):
    """Specifications that give other PDFs than the version before."""
    for i in range(COPIES):
        with open("inputs/calderdale.yaml") as file:
            text = file.read()
        title = text.index("  title: ") + len("  title: ")
        lab.write(f"specs/c{i:03}.yaml", f"{text[:title]}Version {number % 2}, {i}, {text[title:]}")


def wanted_pdfs(lab):
    wanted = []
    for number in (0, 1):
        version(lab, number)
        lab.status("wanted", 0, "build", "-j2", "-o", f"wanted{number}", "specs")
        wanted.append(lab.files(f"wanted{number}"))
    lab.check("the versions differ", all(wanted[0][name] != wanted[1][name] for name in wanted[0]))
    for name in lab.pdfs("wanted0"):
        sound = subprocess.run(["qpdf", "--check", lab.path("wanted0", name)], capture_output=True)
        lab.equal(f"qpdf --check {name}", sound.returncode, 0)
    return wanted


def killed_runs(lab, runs, wanted, chance):
    started = time.monotonic()
    lab.status("how long a run takes", 0, "build", "-j2", "--force", "-o", "timed", "specs")
    span = time.monotonic() - started
    reached = set()
    os.makedirs(lab.path("out"))
    for number in range(runs):
        version(lab, number)
        old, new = wanted[(number + 1) % 2], wanted[number % 2]
        process = lab.start("build", "-j2", "specs")
        time.sleep(chance.uniform(0, span * 1.1))
        process.kill()
        process.communicate()
        reached.add(sum(content == new[name] for name, content in lab.pdfs().items()))
        check_whole(lab, f"run {number}", "out", old, new)
        if number % 4 == 3:  # else the next run meets whatever this one left
            mended(lab, f"after run {number}", new)
    version(lab, runs)
    mended(lab, "at last", wanted[runs % 2])
    lab.check("killed at many moments", len(reached) > 3, reached)
    print(f"killed: {runs} runs, with {sorted(reached)} of {COPIES} briefings done")


def mended(lab, name, new):
    lab.status(name, 0, "build", "-j2", "specs")
    lab.check(f"{name}: all are as they should be", lab.files() == new)
    lab.equal(f"{name}: nothing is left over", lab.leftovers(), [])
    _, err = lab.status(f"{name}: again", 0, "build", "-j2", "specs")
    lab.check(f"{name}: nothing to do", f" {COPIES} unchanged" in err, err)


def signalled_runs(lab, wanted, chance):
    for number in range(40):
        version(lab, number)
        stop = chance.choice((signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
        process = lab.start("build", "-j2", "specs")
        time.sleep(chance.uniform(0.02, 0.4))
        process.send_signal(stop)
        process.communicate()
        lab.check(f"signal {stop}", process.returncode in (0, -stop), process.returncode)
        lab.equal(f"signal {stop}: nothing is left over", lab.leftovers(), [])
        check_whole(lab, f"signal {stop}", "out", wanted[(number + 1) % 2], wanted[number % 2])


def hanging_worker(lab):
    """A worker that stands still is given up after ten times its seconds."""
    process = lab.start("build", "-j1", "--force", "--worker-seconds", "1", "specs")
    process.stdout.readline()
    lab.check("a worker", signal_worker(process, signal.SIGSTOP))
    _, err = process.communicate(timeout=120)
    lab.check("a worker that stands still", process.returncode == 3 and "error[E924]" in err, err)
    lab.check("the others are built", f"{COPIES - 1} built, 1 failed" in err, err)
    lab.status("the next run", 0, "build", "specs")


def runaway(lab):
    """Many long words in one paragraph of a specification of nearly 1 MiB, against one second."""
    with open("inputs/norfolk.yaml") as file:
        text = file.read()
    rows = "".join(f"  - id: X{i}\n    text: {'Word after word ' * 12}{i}\n    source: NONE\n"
                   for i in range(3300))
    head, key, tail = text.partition("\nactions:\n")
    lab.write("specs/runaway.yaml", head + key + rows + tail)
    status, _, err = lab.run("build", "-j1", "--worker-seconds", "1", "-o", "ran", "specs")
    lab.check("a large one among others", status in (1, 3) and f"{COPIES} built" in err, err)
    os.unlink(lab.path("specs", "runaway.yaml"))


# ---- disks --------------------------------------------------------------------------------------

def mount(lab, folder, options):
    os.makedirs(lab.path(folder), exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", lab.path(folder)],
                          capture_output=True, text=True)
    if done.returncode:
        print(f"kill: NOT TESTED, no file system can be mounted here: {done.stderr.strip()}")
    return done.returncode == 0


def full_disk(lab, wanted):
    if not mount(lab, "small", "size=400k"):
        return
    try:
        version(lab, 0)
        status, out, err = lab.run("build", "-j2", "-o", "small", "specs")
        lab.check("a full disk", status == 3 and "error[E901]" in err, f"{status} {err}")
        check_whole(lab, "a full disk", "small", {}, wanted[0])
        lab.equal("a full disk: what was printed is there", len(out.split()), len(lab.pdfs("small")))
        lab.equal("a full disk: nothing is left over", lab.leftovers("small"), [])
        subprocess.run(["mount", "-o", "remount,size=20m", lab.path("small")], check=True)
        lab.status("a larger disk", 0, "build", "-j2", "-o", "small", "specs")
        lab.check("a larger disk: all is there", lab.files("small") == wanted[0])
        subprocess.run(["mount", "-o", "remount,ro", lab.path("small")], check=True)
        version(lab, 1)
        status, _, err = lab.run("build", "-j2", "-o", "small", "specs")
        lab.check("a read-only disk", status == 3 and "error[E901]" in err, f"{status} {err}")
        lab.check("a read-only disk: all is as it was", lab.files("small") == wanted[0])
    finally:
        subprocess.run(["umount", lab.path("small")], check=True)


def report_on_a_full_disk(lab):
    """What changed is written whole, or the report of last month stays."""
    if not mount(lab, "tiny", "size=24k"):
        return
    try:
        lab.status("an issue", 0, "build", "--to", "facts", "-o", "issue", "specs")
        lab.write("tiny/report.pdf", "last month's")
        for form in ("pdf", "json"):
            lab.write("tiny/filling", "x" * (20 << 10))
            status, _, err = lab.run("changes", "--to", form, "-o", "tiny/report.pdf", "issue", "issue")
            lab.check(f"a report as {form} on a full disk", status == 3 and "error[E901]" in err, f"{status} {err}")
            lab.equal(f"a report as {form} on a full disk: the old one stays", lab.read("tiny", "report.pdf"),
                      b"last month's")
            lab.equal(f"a report as {form} on a full disk: nothing is left over", lab.leftovers("tiny"), [])
        subprocess.run(["mount", "-o", "remount,size=20m", lab.path("tiny")], check=True)
        lab.status("a report on a larger disk", 0, "changes", "--to", "pdf", "-o", "tiny/report.pdf", "issue", "issue")
        lab.check("a report on a larger disk", lab.read("tiny", "report.pdf").startswith(b"%PDF-"))
    finally:
        subprocess.run(["umount", lab.path("tiny")], check=True)


def read_only_folder(lab, wanted):
    """As somebody who may not write there; root may write anywhere."""
    version(lab, 0)
    lab.status("a folder", 0, "build", "-o", "locked", "specs")
    os.chmod(lab.path("locked"), 0o555)
    os.chmod(lab.folder, 0o755)
    version(lab, 1)
    nobody = (lambda: os.setuid(65534)) if os.getuid() == 0 else None
    status, _, err = lab.run("build", "-o", "locked", "specs", preexec_fn=nobody)
    lab.check("a read-only folder", status == 3 and "error[E901]" in err, f"{status} {err}")
    lab.check("a read-only folder: all is as it was", lab.files("locked") == wanted[0])
    os.chmod(lab.path("locked"), 0o755)
    lab.status("a folder again", 0, "build", "-o", "locked", "specs")
    lab.check("a folder again: all is new", lab.files("locked") == wanted[1])


def main():
    lab = Lab(sys.argv[1])
    runs, chance = int(sys.argv[2]), random.Random(int(sys.argv[3]))
    os.makedirs(lab.path("specs"))
    wanted = wanted_pdfs(lab)
    killed_runs(lab, runs, wanted, chance)
    signalled_runs(lab, wanted, chance)
    hanging_worker(lab)
    runaway(lab)
    full_disk(lab, wanted)
    report_on_a_full_disk(lab)
    read_only_folder(lab, wanted)
    sys.exit(lab.close("kill"))


main()
