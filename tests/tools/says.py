"""What is said of a specification: each folder of tests/says/ is a few files and what must come of them.

usage: says.py PROGRAM [NAME...]

The file `expect` has one check a line; empty lines and those that begin with `#` are remarks.

    run: build spec.yaml       a command; what follows is about it, up to the next `run`
                               (without one: build spec.yaml)
    exit: 1                    its exit status (0, when this is left out)
    says: WORDS                they stand in the PDF, read in the order of its structure
    never: WORDS               they stand nowhere in it; in small letters or large
    told: WORDS                they stand in what the program printed
    untold: WORDS              they do not
    warns: W247                a diagnostic of this code was printed
    quiet: W247                none was
    pages: 3                   how many pages the PDF has
    file: out/Norfolk.pdf      there is such a file

A build of a shipped template is of its full paper, which is what says everything; a command that tests another
length says which (`--length standard`).

`-t glance` is glance.md of that folder, which has the old components at-a-glance and key-facts alone.

`says`, `never` and `pages` are about the PDF that the command made; with several, about all together.
Blanks and line ends count as one blank. Files named table-NAME.yaml go into templates/tables under NAME,
those named theme-NAME.yaml into templates/themes; template-NAME.md is templates/NAME/briefing.md with
the theme of the briefing, and lengths-NAME.yaml its template.yaml. Everything else is copied to where the command runs.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "says"
CHECKS = {"run", "exit", "says", "never", "told", "untold", "warns", "quiet", "pages", "file"}

# What stands behind the short name of a framework where a paper has it first.
LONG_FORMS = re.compile(r" \((inspection of local authority children’s services|single inspection framework)\)")


def one_line(text):
    return re.sub(r"\s+", " ", text.replace("\u00ad", "")).strip()


def read_runs(folder):
    """[(command, [(check, value, line number)])]"""
    runs = []
    for number, line in enumerate((folder / "expect").read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        check, _, value = line.partition(":")
        if check not in CHECKS or not value.strip():
            sys.exit(f"{folder / 'expect'}:{number}: not a check: {line}")
        value = value.strip()
        if check == "run":
            runs.append((value, []))
            continue
        if not runs:
            runs.append(("build spec.yaml", []))
        runs[-1][1].append((check, value, number))
    if not any(checks for _, checks in runs):
        sys.exit(f"{folder / 'expect'}: nothing is checked")
    return runs


def place_template(source, work):
    name = source.stem.removeprefix("template-")
    target = work / "templates" / name
    target.mkdir()
    shutil.copy(source, target / "briefing.md")
    lengths = source.with_name(f"lengths-{name}.yaml")
    if lengths.exists():
        shutil.copy(lengths, target / "template.yaml")
    shutil.copy(work / "templates" / "briefing" / "theme.yaml", target)


def lay_out(folder, work):
    shutil.copytree(ROOT / "templates", work / "templates")
    glance = work / "templates" / "glance"
    glance.mkdir()
    shutil.copy(FOLDER / "glance.md", glance / "briefing.md")
    shutil.copy(work / "templates" / "briefing" / "theme.yaml", glance)
    for source in sorted(folder.iterdir()):
        if source.name == "expect" or source.name.startswith("lengths-"):
            continue
        if source.is_dir():
            shutil.copytree(source, work / source.name)
        elif source.name.startswith("table-") and source.suffix == ".yaml":
            shutil.copy(source, work / "templates" / "tables" / source.name.removeprefix("table-"))
        elif source.name.startswith("theme-") and source.suffix == ".yaml":
            shutil.copy(source, work / "templates" / "themes" / source.name.removeprefix("theme-"))
        elif source.name.startswith("template-") and source.suffix == ".md":
            place_template(source, work)
        else:
            shutil.copy(source, work)


def text_of(pdf):
    """What a screen reader gets, and what an eye sees: one may have what the other lacks."""
    heard = subprocess.run(["pdfinfo", "-struct-text", pdf], capture_output=True).stdout.decode(errors="replace")
    seen = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True).stdout.decode(errors="replace")
    pieces = re.findall(r'^ *"(.*)"$', heard, re.M)
    return [one_line(text) for text in (" ".join(pieces), "".join(pieces), seen)]


def pages_of(pdf):
    printed = subprocess.run(["pdfinfo", pdf], capture_output=True).stdout.decode(errors="replace")
    return int(re.search(r"^Pages: *(\d+)", printed, re.M).group(1))


SHIPPED = {"briefing", "committee"}


def in_full(command):
    """The arguments of a command, with the full length where it names none."""
    arguments = shlex.split(command)
    template = arguments[arguments.index("-t") + 1] if "-t" in arguments else "briefing"
    if arguments[0] != "build" or "--length" in arguments or template not in SHIPPED:
        return arguments
    return [arguments[0], "--length", "full", *arguments[1:]]


def faults_of_run(program, work, command, checks):
    before = {path: path.stat().st_mtime_ns for path in work.rglob("*.pdf")}
    done = subprocess.run([program, *in_full(command)], cwd=work, capture_output=True,
                          stdin=subprocess.DEVNULL)
    printed = (done.stdout + b"\n" + done.stderr).decode(errors="replace")
    told = one_line(printed)
    made = [path for path in sorted(work.rglob("*.pdf")) if before.get(path) != path.stat().st_mtime_ns]
    texts = [text for pdf in made for text in text_of(pdf)]
    faults = []

    def wrong(number, what):
        faults.append(f"expect:{number}: {what}")

    if not any(check == "exit" for check, _, _ in checks) and done.returncode != 0:
        faults.append(f"`{command}` ended with {done.returncode}: {printed.strip()[:600]}")
    for check, value, number in checks:
        words = one_line(value)
        if check == "exit" and done.returncode != int(value):
            wrong(number, f"exit status {done.returncode}, not {value}: {printed.strip()[:600]}")
        elif check == "says" and not any(words in text or words in LONG_FORMS.sub("", text) for text in texts):
            wrong(number, f"not said: {words}")
        elif check == "never" and (not texts or any(words.lower() in text.lower() for text in texts)):
            wrong(number, f"said: {words}" if texts else "there is no PDF that could say it")
        elif check == "told" and words not in told:
            wrong(number, f"not told: {words}; but: {printed.strip()[:600]}")
        elif check == "untold" and words in told:
            wrong(number, f"told: {words}")
        elif check == "warns" and not re.search(rf"\[{value}\]", printed):
            wrong(number, f"no {value}: {printed.strip()[:600]}")
        elif check == "quiet" and re.search(rf"\[{value}\]", printed):
            wrong(number, f"{value}: {printed.strip()[:600]}")
        elif check == "pages" and sum(map(pages_of, made)) != int(value):
            wrong(number, f"{sum(map(pages_of, made))} pages, not {value}")
        elif check == "file" and not (work / value).is_file():
            wrong(number, f"there is no {value}")
    return faults


def faults_of(program, folder):
    faults = []
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        lay_out(folder, work)
        for command, checks in read_runs(folder):
            faults += faults_of_run(program, work, command, checks)
    return faults


def main():
    program = str(Path(sys.argv[1]).resolve())
    names = sys.argv[2:] or sorted(path.parent.name for path in FOLDER.glob("*/expect"))
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, faults in zip(names, pool.map(lambda name: faults_of(program, FOLDER / name), names)):
            failed += bool(faults)
            for fault in faults:
                print(f"says: {name}: {fault}", file=sys.stderr)
    print(f"says: {len(names) - failed} of {len(names)} cases passed")
    sys.exit(failed > 0 or not names)


main()
