#!/usr/bin/env python3
"""Whole runs: the same bytes however many workers there are, nothing built twice, warnings told again,
one run at a time, and workers that die. usage: batch.py PROGRAM"""
import json, os, re, resource, shutil, signal, subprocess, sys

sys.path.insert(0, os.path.dirname(__file__))
from lab import Lab, is_sanitized, signal_worker, wait_for_worker

WARNING = "tests/diagnostics/W226.yaml"
FAULTS = "tests/golden/eight-faults/in.yaml"


# ---- the same bytes -----------------------------------------------------------------------------

def mixed_folder(lab):
    """Sound ones, some with warnings, some with faults, so that order shows."""
    lab.copies("mixed", 6)
    for i in range(6):
        shutil.copy(WARNING if i % 2 else FAULTS, lab.path("mixed", f"b{i}.yaml"))
        shutil.copy(FAULTS, lab.path("mixed", f"d{i}.yaml"))
    shutil.copy("inputs/cumbria.yaml", lab.path("mixed", "a.yaml"))


def outcome(lab, *arguments, **options):
    shutil.rmtree(lab.path("out"), ignore_errors=True)
    result = lab.run("build", *arguments, **options)
    return result, lab.files(), lab.read("out", "manifest.json")


def same_bytes(lab):
    mixed_folder(lab)
    for form in ("text", "sarif"):
        wanted = outcome(lab, "-j0", "--format", form, "mixed")
        lab.equal(f"mixed, {form}", wanted[0][0], 1)
        for workers in ("-j1", "-j8"):
            got = outcome(lab, workers, "--format", form, "mixed")
            lab.check(f"{form}, {workers}", got == wanted, "differs from -j0")
    elsewhere = dict(os.environ, LC_ALL="de_DE.UTF-8", LANG="tr_TR.UTF-8", TZ="Pacific/Kiritimati")
    got = outcome(lab, "--format", "sarif", "mixed", env=elsewhere)
    lab.check("another locale and time zone", got == wanted, "differs")
    names = sorted(os.listdir(lab.path("mixed")), reverse=True)
    _, files, manifest = outcome(lab, *(f"mixed/{name}" for name in names))
    lab.check("another order", (files, manifest) == wanted[1:], "differs")
    spec = [lab.run("build", workers, "--dump", "text", "mixed") for workers in ("-j0", "-j2")]
    lab.check("dumps", spec[0] == spec[1] and len(spec[0][1]) > 10000, "differ")


# ---- nothing twice ------------------------------------------------------------------------------

def summary(err):
    lines = [line for line in err.splitlines() if line.startswith("councilbrief: ")]
    return lines[-1].split(": ", 2)[2] if lines else ""


def reasons(err):
    """{why: how many were built for it}"""
    return {why: int(count) for count, why in re.findall(r"^councilbrief: (\d+) built because (.*)$", err, re.M)}


def without_reasons(err):
    return re.sub(r"^councilbrief: \d+ built because .*\n", "", err, flags=re.M)


def incremental(lab):
    lab.copies("few", 4)
    shutil.copy(WARNING, lab.path("few", "w.yaml"))
    shutil.rmtree(lab.path("out"), ignore_errors=True)
    build = ["build", "few"]
    first = lab.status("first", 0, *build)
    lab.equal("first", summary(first[1]), "5 built")
    before, list_before = lab.files(), lab.read("out", "manifest.json")
    times = {name: os.stat(lab.path("out", name)).st_mtime_ns for name in os.listdir(lab.path("out"))
             if not name.startswith(".")}

    def again(name, wanted, *arguments):
        out, err = lab.status(name, 0, *build, *arguments)
        lab.equal(name, summary(err), wanted)
        return out, err

    out, err = again("again", "5 unchanged")
    lab.equal("again: the same paths", out, first[0])
    lab.equal("again: the same warnings", err.replace("unchanged", "built"), without_reasons(first[1]))
    lab.check("again: nothing was written",
              times == {name: os.stat(lab.path("out", name)).st_mtime_ns for name in times})
    os.utime(lab.path("few", "c000.yaml"))
    again("a new time is no change", "5 unchanged")
    again("--force", "5 built", "--force")
    lab.check("--force: the same bytes", lab.files() == before)
    again("other options", "5 built", "--as-at", "2026-01-01")
    again("the former options", "5 built")
    lab.check("the former options: the same list", lab.read("out", "manifest.json") == list_before)

    text = lab.read("few", "c001.yaml", mode="r")
    lab.write("few/c001.yaml", text + "# a note\n")
    again("one specification", "1 built, 4 unchanged")
    lab.check("a comment changes no page and no fact", lab.files() == before)
    with open(lab.path("out", "c002.pdf"), "ab") as file:
        file.write(b"edited")
    os.unlink(lab.path("out", "c003.pdf"))
    again("an edited PDF and a lost one", "2 built, 3 unchanged")
    lab.check("an edited PDF is mended", lab.files() == before)

    with open(lab.path("out", "c002.facts.json"), "ab") as file:
        file.write(b"edited")
    os.unlink(lab.path("out", "c003.facts.json"))
    again("edited facts and lost ones", "2 built, 3 unchanged")
    lab.check("edited facts are mended", lab.files() == before)

    status, _, err = lab.run("build", "--strict", "few")
    lab.equal("strict", (status, summary(err)), (1, "4 unchanged, 1 refused"))
    machine = [lab.run("build", "--format", "json", "few")[2] for _ in range(2)]
    lab.check("warnings in another form", machine[0] == machine[1] and json.loads(machine[0]))


# ---- what it says that it did --------------------------------------------------------------------

def why(lab):
    """What of the inputs of a briefing changed is told, on standard error and on the page of the run."""
    lab.copies("why", 3)
    shutil.copytree(os.path.join(lab.root, "templates"), lab.path("whys"))
    shutil.copy("tests/pictures/rgb.png", lab.path("why", "logo.png"))
    spec = lab.read("why/c001.yaml", mode="r")
    lab.write("why/c001.yaml", with_picture(spec))
    build = ["build", "--templates", "whys", "-o", "whyout", "--summary", "page.md", "why"]

    def told(name, wanted, *arguments, program=None):
        out, err = lab.status(name, 0, *build, *arguments, program=program)
        lab.equal(f"{name}: why", reasons(err), wanted)
        built = sum(wanted.values())
        lab.equal(f"{name}: in all", summary(err), ", ".join(f"{count} {word}" for count, word in
                                                              ((built, "built"), (3 - built, "unchanged")) if count))
        lab.equal(f"{name}: standard output", out, "".join(f"whyout/c00{i}.pdf\n" for i in range(3)))
        return lab.read("page.md", mode="r")

    told("first", {"they were not built before": 3})
    page = told("again", {})
    lab.check("again: the page counts, and no more", page.startswith("# 3 briefings: 3 unchanged\n") and "c00" not in page, page)
    lab.write("why/c000.yaml", spec + "# a note\n")
    page = told("a specification", {"why/c000.yaml changed": 1})
    lab.check("a specification: the page", "- **1** because `why/c000.yaml` changed: `c000.pdf`\n" in page, page)
    shutil.copy("tests/pictures/grey.png", lab.path("why", "logo.png"))
    told("a picture", {"why/logo.png changed": 1})
    os.unlink(lab.path("whyout/c000.facts.json"))
    with open(lab.path("whyout/c002.pdf"), "ab") as file:
        file.write(b"edited")
    told("what was made", {"whyout/c000.facts.json was deleted": 1, "whyout/c002.pdf was changed by somebody": 1})
    for name in ("frameworks.yaml", "bank-holidays.yaml", "briefing/theme.yaml", "briefing/sections/page-one.md"):
        with open(lab.path("whys", name), "a") as file:
            file.write("\n")
        told(name, {f"whys/{name} changed": 3})
    with open(lab.path("whys/frameworks.yaml"), "a") as file:
        file.write("\n")
    lab.write("why/c002.yaml", spec + "# another note\n")
    page = told("its own before what it shares", {"why/c002.yaml changed": 1, "whys/frameworks.yaml changed": 2})
    lab.check("all reasons are on the page", "- **1** because `why/c002.yaml` changed; `whys/frameworks.yaml` changed: `c002.pdf`\n"
              in page and "- **2** because `whys/frameworks.yaml` changed: `c000.pdf`, `c001.pdf`\n" in page, page)
    told("options", {"other options were given (before: --templates whys)": 3}, "--as-at", "2026-01-01")
    told("and back", {"other options were given (before: --templates whys --as-at 2026-01-01)": 3})
    other_build(lab.program, lab.path("another"))
    page = told("a program", {f"another program or library is at work (before: {program_of(lab)})": 3},
                program=lab.path("another"))
    told("and back", {f"another program or library is at work (before: {program_of(lab)})": 3})
    told("--force", {"--force was given": 3}, "--force")
    out, err = lab.status("one alone", 0, "build", "--templates", "whys", "-o", "whyout", "--force", "why/c000.yaml")
    lab.equal("one alone needs no words", (out, err), ("whyout/c000.pdf\n", ""))
    shutil.copy(WARNING, lab.path("why", "w.yaml"))
    for form in ("json", "sarif"):
        _, err = lab.status(form, 0, "build", "--format", form, "-o", form, "why")
        parts = [json.loads(part) for part in (err.splitlines() if form == "json" else [err])]
        lab.check(f"{form}: nothing but itself", parts and "not built before" not in err, err)


def issue_before(lab):
    """The facts of the issue before are an input of a briefing: when they change, appear or go, it is built again."""
    lab.copies("month", 2)
    before, other = "lastmonth/c000.facts.json", "lastmonth/c001.facts.json"
    lab.status("the issue before", 0, "build", "--to", "facts", "-o", "lastmonth", "month")
    first, second = (lab.read(name, mode="r") for name in (before, other))
    os.unlink(lab.path(other))

    def told(name, wanted, *arguments, status=0):
        _, err = lab.status(name, status, "build", "-o", "thismonth", *arguments, "month")
        lab.equal(name, reasons(err), wanted)

    def says(name):
        dump = lab.run("build", "--dump", "text", "--since", "lastmonth", f"month/{name}.yaml")[1]
        return "This is the first issue." in dump, "No change since " in dump

    os.makedirs(lab.path("nomonth"))
    lab.write("nomonth/norfolk.facts.json.txt", first)
    lab.write("nomonth/.c000.facts.json", first)
    _, err = lab.status("a folder without facts", 1, "build", "-o", "never", "--since", "nomonth", "month")
    lab.check("a folder without facts: why", "nomonth: error[E951]" in err and not os.path.exists(lab.path("never")), err)
    _, err = lab.status("facts under another name", 0, "check", "--since", "lastmonth", "month")
    lab.check("facts under another name: told", err.count("[W967]") == 1 and
              "month/c001.yaml:" in err.split("[W967]")[0] and f"`{before}`" in err, err)
    lab.status("facts under another name, strict", 1, "check", "--strict", "--since", "lastmonth", "month/c001.yaml")
    _, err = lab.status("facts named by themselves", 0, "check", "--since", before, "month/c001.yaml")
    lab.check("facts named by themselves: nothing to tell", "[W967]" not in err, err)
    lab.write(other, first.replace("Calderdale", "Coalderdale"))
    os.rename(lab.path(before), lab.path("lastmonth/moved.facts.json"))
    lab.write("lastmonth/moved.facts.json", first.replace('"council": "', '"council": "The ', 1))
    _, err = lab.status("facts of others", 0, "check", "--since", "lastmonth", "month/c000.yaml")
    lab.check("facts of others: nothing to tell", "[W967]" not in err, err)
    os.unlink(lab.path("lastmonth/moved.facts.json"))
    os.unlink(lab.path(other))
    lab.write(before, first)

    since = ["--since", "lastmonth"]
    told("with an issue before", {"they were not built before": 2}, *since)
    lab.equal("known, and a first issue", (says("c000"), says("c001")), ((False, True), (True, False)))
    told("again", {}, *since)
    told("-j4", {}, *since, "-j4")
    files = lab.files("thismonth")
    shutil.rmtree(lab.path("thismonth"))
    told("by several workers", {"they were not built before": 2}, *since, "-j4")
    lab.check("by several workers: the same bytes", lab.files("thismonth") == files)
    lab.write(before, first.replace('"short_name"', '"short_names"'))
    # c001 is warned that these facts of its council have another name: so they are its input, too.
    told("it changed", {"the issue before is another": 2}, *since)
    lab.write(before, first)
    lab.write(other, second)
    told("one came", {"the issue before is another": 2}, *since)
    lab.equal("no first issue now", says("c001"), (False, True))
    os.unlink(lab.path(other))
    told("one went", {f"{other} is gone": 1}, *since)
    lab.equal("a first issue again", says("c001"), (True, False))
    lab.equal("facts do not depend on it", lab.files("thismonth", (".facts.json",)),
              {"c000.facts.json": first.encode(), "c001.facts.json": second.encode()})

    _, err = lab.status("what would be replaced", 1, "build", "-o", "thismonth", "--since", "thismonth", "month")
    lab.check("what would be replaced: why", "[E957]" in err, err)
    lab.status("papers alone replace no facts", 0, "build", "--to", "pdf", "-o", "thismonth", "--since", "thismonth", "month")
    lab.status("rules", 0, "build", "-o", "thismonth", *since, "--deps", "month.mk", "month")
    rules = lab.read("month.mk", mode="r")
    lab.check("the rules for make name it", rules.count(before) >= 2 and other not in rules, rules)

    spec = lab.read("month/c000.yaml", mode="r")
    lab.write("month/c000.yaml", spec.replace("briefing:\n", "briefing:\n  previous: ../lastmonth\n", 1))
    told("named by the specification", {"month/c000.yaml changed": 1, "other options were given (before: --since lastmonth)": 1})
    lab.write(before, first + "\n")
    told("and it changed", {f"{before} changed": 1})
    shutil.copytree(lab.path("lastmonth"), lab.path("older"))
    lab.write("older/c000.facts.json", first + "\n\n")
    os.symlink("older", lab.path("latest"))
    lab.write("month/c000.yaml", spec.replace("briefing:\n", "briefing:\n  previous: ../latest\n", 1))
    told("named by a link", {"month/c000.yaml changed": 1})
    os.unlink(lab.path("latest"))
    os.symlink("lastmonth", lab.path("latest"))
    told("which leads elsewhere", {"month/../latest/c000.facts.json changed": 1})
    lab.write(before, first[:-20])
    _, err = lab.status("cut short", 1, "build", "-o", "thismonth", "month")
    lab.check("cut short: why", f"{before}:" in err and "[E330]" in err, err)
    os.unlink(lab.path(before))
    _, err = lab.status("gone", 1, "build", "-o", "thismonth", "month")
    lab.check("gone: why", "month/c000.yaml:16:" in err and "[E955]" in err, err)


def movers(lab):
    """The page of a run says who moved since the issue before, of what was built and of what was not."""
    lab.copies("issued", 3)
    build = ["build", "--since", "issue", "-o", "issued.after", "--summary", "page.md", "issued"]
    lab.status("the issue before", 0, "build", "--to", "facts", "-o", "issue", "issued")
    text = lab.read("issued/c001.yaml", mode="r")
    lab.write("issued/c001.yaml", text.replace('ofsted_urn: "80444"', 'ofsted_urn: "80445"', 1))
    lab.status("after it", 0, *build)
    page = lab.read("page.md", mode="r")
    lab.check("who moved", page.count("\n- **Calderdale") == 1 and "## Moved since the issue before" in page and
              "\n2 did not move.\n" in page, page)
    lab.status("again", 0, *build)
    told = lab.read("page.md", mode="r")
    lab.equal("who moved is told again", told.split("\n", 1)[1], page.split("\n## Built")[0].split("\n", 1)[1])
    os.unlink(lab.path("issue/c000.facts.json"))
    lab.write("issued/c001.yaml", text)
    lab.status("nobody moved", 0, *build)
    page = lab.read("page.md", mode="r")
    lab.check("one is a first issue", "\n1 is a first issue: there is no issue before.\n" in page and
              "\nNo council moved since the issue before.\n" in page and "## Moved" not in page, page)


def old_specifications(lab):
    """A specification of long before the day of the run is warned of, in each run, and made anew only when that changes."""
    shutil.copytree(os.path.join(lab.root, "templates"), lab.path("of-today"))
    shutil.copy("tests/diagnostics/any.yaml", lab.path("aged.yaml"))  # as at 30 June 2024
    lab.copies("aged", 1)
    build = ["build", "--templates", "of-today", "-o", "agedout", "aged.yaml", "aged"]
    changed = {"its own day came to be too long ago, or no longer is": 1}
    for day, old, wanted in ((None, 0, {"they were not built before": 2}), ("2013-01-01", 0, {}), ("2014-04-01", 0, {}),
                             ("2014-04-12", 0, {}), ("2014-04-13", 1, changed), ("2024-08-29", 1, {}),
                             ("2024-08-30", 2, changed), ("2026-11-01", 2, {}), ("2024-07-01", 1, changed),
                             (None, 0, changed)):
        _, err = lab.status(f"today is {day}", 0, *build, *(["--today", day] if day else []))
        lab.equal(f"today is {day}: warned of", err.count("[W960]"), old)
        lab.equal(f"today is {day}: built", reasons(err), wanted)
    whole = lab.files("agedout")
    lab.status("today, anew", 0, *build, "--force", "--today", "2026-11-01")
    lab.check("no PDF and no facts depend on it", lab.files("agedout") == whole)
    for arguments, told in ((["--as-at", "2024-08-30"], True), (["--as-at", "2024-08-29"], False), (["--as-at", "2020-01-01"], False),
                            (["--as-at", "2024-08-30", "--today", "2024-07-01"], False)):
        for command in (["build", "-o", "agedout"], ["check"]):
            _, err = lab.status(f"{arguments}", 0, *command, *arguments, "aged.yaml")
            lab.equal(f"{command[0]} {arguments}", "[W960]" in err, told)
    status, out, err = lab.run("build", "--strict", "--today", "2026-11-01", "-o", "agedout", "aged.yaml")
    lab.check("strict", status == 1 and not out and "error[W960]" in err, err)
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1790000000")
    _, err = lab.status("the date of a PDF is no day of a run", 0, "build", "-o", "agedout", "aged.yaml", env=environment)
    lab.check("it is not", "W960" not in err, err)


def program_of(lab):
    manifest = json.loads(lab.read("whyout", "manifest.json"))
    return next(group["program"] for group in manifest["groups"] if "program" in group)


def with_picture(spec):
    return spec + "\nfigures: [{section: background, file: logo.png, alt: A pattern of colours, source: LGC-2014}]\n"


def page_of_a_run(lab):
    """The page is written whatever became of the run, and what it holds is text to Markdown."""
    lab.copies("paged", 2)
    name = "paged/a_b*c`d[e](f)&lt;.yaml"
    shutil.copy(FAULTS, lab.path(name))
    lab.write("page.md", "what stood there before\n")
    status, _, err = lab.run("build", "--summary", "page.md", "-o", "paged.out", "paged")
    page = lab.read("page.md", mode="r")
    first = re.search(r"^(\S+:\d+:\d+): error\[(E\d+)\]: (.*)$", err, re.M)
    lab.equal("some are refused", (status, page.split("\n")[0]), (1, "# 3 briefings: 2 built, 1 refused"))
    line = next(line for line in page.split("\n") if "refused: " in line)
    lab.check("its first error, with its place", line.startswith(f"- ``{name}`` refused: ``{first[1]}``: ") and
              line.endswith(rf"\[{first[2]}\]"), line)
    lab.equal("the words of it", re.sub(r"\\([^\w\s])", r"\1", line.split("``: ")[-1]), f"{first[3]} [{first[2]}]")
    lab.check("whole, not appended", "stood there" not in page, page)
    status, out, err = lab.run("build", "--summary", "page.md", "-o", "paged.out", "-t", "no_such", "paged")
    page = lab.read("page.md", mode="r")
    lab.check("a run that is refused", status == 1 and page.startswith("# No briefing was tried\n") and
              r"\`no\_such\` is not the name of a template \[E905\]" in page, page)
    status, _, _ = lab.run("build", "--summary", "page.md", "-o", "paged.out", "paged/none.yaml")
    lab.check("a machine that fails", status == 3 and "- `paged/none.yaml` failed: " in lab.read("page.md", mode="r"))
    status, out, err = lab.run("build", "--summary", "no/page.md", "-o", "paged.out", "paged/c000.yaml")
    lab.check("a page that cannot be written", status == 3 and "no/page.md: error[E901]" in err and out, err)
    status, _, _ = lab.run("check", "--summary", "page.md", "paged")
    page = lab.read("page.md", mode="r")
    lab.check("a check", status == 1 and page.startswith("# 2 briefings ok, 1 refused\n") and "## Built" not in page, page)
    lab.status("warnings", 0, "build", "--summary", "page.md", "-o", "paged.out", warned_copy(lab))
    lab.check("warnings are counted", "\n1 warning in 1 briefing.\n" in lab.read("page.md", mode="r"))
    process = lab.start("build", "-j1", "--force", "--summary", "page.md", "-o", "paged.out", "many")
    process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    lab.check("a run that is stopped", re.match(r"# 30 briefings: \d+ built, \d+ not tried\n", lab.read("page.md", mode="r")))


def warned_copy(lab):
    shutil.copy(WARNING, lab.path("warned.yaml"))
    return "warned.yaml"


# ---- products -----------------------------------------------------------------------------------

def choice_of_products(lab):
    """What --to chooses is made and told; the facts are the same whatever the look."""
    spec = "few/c000.yaml"
    out, _ = lab.status("both", 0, "build", "-o", "both", spec)
    lab.equal("both: the PDF is told", out, "both/c000.pdf\n")
    lab.equal("both: both are there", sorted(lab.files("both")), ["c000.facts.json", "c000.pdf"])
    entry = json.loads(lab.read("both", "manifest.json"))["briefings"][0]
    lab.equal("both: the list names the facts", [other["path"] for other in entry["others"]], ["c000.facts.json"])

    out, _ = lab.status("facts", 0, "build", "--to", "facts", "-o", "facts", spec)
    lab.equal("facts: their path is told", out, "facts/c000.facts.json\n")
    facts = lab.files("both", (".facts.json",))
    lab.check("facts: the same as beside the PDF", lab.files("facts") == facts)
    _, err = lab.status("facts again", 0, "build", "--to", "facts", "-o", "facts", "few/c000.yaml", "few/c001.yaml")
    lab.equal("facts again", summary(err), "1 built, 1 unchanged")

    lab.status("pdf", 0, "build", "--to", "pdf", "-o", "pdf", spec)
    lab.equal("pdf: that alone is there", sorted(lab.files("pdf")), ["c000.pdf"])
    for wanted, to in (("1 built, 1 refused", "pdf, facts"), ("1 unchanged, 1 refused", "facts,pdf"),
                       ("1 unchanged, 1 refused", "pdf")):
        _, err = lab.status(f"--to {to}", 1, "build", "--to", to, "-o", "pdf", spec, "mixed/d0.yaml")
        lab.equal(f"--to {to}", summary(err), wanted)
    lab.check("pdf, then both", lab.files("pdf") == lab.files("both"))

    for look in (("-t", "committee"), ("--large-print",), ("--greyscale",), ("--theme", "plain")):
        lab.status(f"facts of {look}", 0, "build", *look, "-o", "looks", spec)
        lab.check(f"facts of {look}: the same", lab.files("looks", (".facts.json",)) == facts)
    lab.equal("one facts file", len(lab.files("looks", (".facts.json",))), 1)

    status, _, err = lab.run("build", "--to", "pdf,web", "-o", "none", spec)
    lab.equal("no such product", (status, err), (2, "councilbrief: --to knows pdf and facts, not `web`\n"))
    lab.check("no such product: nothing is written", not os.path.exists(lab.path("none")))


def names(lab):
    """A name says what the command line chose, in one order, and no paper takes the place of another."""
    lab.copies("named", 2)
    spec, of_other = "named/c000.yaml", "named/c001.yaml"

    def built(what, wanted, *arguments):
        out, _ = lab.status(what, 0, "build", "-o", "names", *arguments)
        lab.equal(f"{what}: the file", out, f"names/{wanted}\n")

    built("no choice", "c000.pdf", spec)
    built("what is usual", "c000.pdf", "-t", "briefing", "--length", "standard", spec)
    built("a length", "c000-full.pdf", "--length", "full", spec)
    built("all choices, in any order", "c000-committee-full-large-print-greyscale.pdf",
          "--greyscale", "--large-print", "--length", "full", "-t", "committee", spec)
    files = lab.files("names", (".pdf",))
    lab.equal("each has its own", len(files), 3)

    text = lab.read(spec, mode="r")
    chosen = text.replace("briefing:\n", "briefing:\n  length: full\n", 1)
    lab.write(spec, chosen)
    out, err = lab.status("the specification asks for another length", 1, "build", "-o", "names", spec)
    lab.check("it would take the place of one that was chosen", "[E130]" in err and not out, err)
    lab.check("it did not", lab.files("names", (".pdf",)) == files)
    os.remove(lab.path("names/c000.pdf"))
    built("once that is deleted", "c000.pdf", spec)
    lab.write(spec, text)
    built("a specification may change its mind", "c000.pdf", spec)
    lab.check("it did", lab.files("names", (".pdf",)) == files)

    shutil.copy(lab.path(of_other), lab.path("named/c000-full.yaml"))
    _, err = lab.status("the name of another specification's", 1, "build", "-o", "names", "named/c000-full.yaml")
    lab.check("another specification of that name", "[E130]" in err, err)
    os.rename(lab.path(spec), lab.path("named/moved.yaml"))
    os.rename(lab.path("named/c000-full.yaml"), lab.path(spec))
    built("a specification that went elsewhere makes room", "c000-full.pdf", "--length", "full", spec)


def refused_products(lab):
    """Where one cannot be made none is written, and what an earlier run wrote stays."""
    spec = "few/c000.yaml"
    build = ["build", "--templates", "own", "-o", "refused"]
    lab.status("before it is refused", 0, *build, spec)
    before = lab.files("refused")
    sound = lab.read("own", "briefing/briefing.md")
    text = lab.read(spec, mode="r")
    lab.write("own/briefing/briefing.md", sound.decode() + "\n```no-such-component\n```\n")
    lab.write(spec, text.replace("  title: ", "  title: Another ", 1))
    lab.status("a template that is refused", 1, *build, spec)
    lab.check("a template that is refused: all is as it was", lab.files("refused") == before)
    lab.status("and its facts alone", 0, *build, "--to", "facts", spec)
    lab.check("and its facts alone: they are new", lab.files("refused", (".facts.json",)) !=
              {"c000.facts.json": before["c000.facts.json"]} and lab.pdfs("refused") == {"c000.pdf": before["c000.pdf"]})
    lab.write("own/briefing/briefing.md", sound.decode())
    lab.write(spec, text)
    lab.status("mended", 0, *build, spec)
    lab.check("mended: all is as before", lab.files("refused") == before)


def shared_files(lab):
    """A change in a template, a theme or the frameworks is a change of all."""
    os.makedirs(lab.path("own"))
    for name in os.listdir("templates"):
        source = os.path.join("templates", name)
        (shutil.copytree if os.path.isdir(source) else shutil.copy)(source, lab.path("own", name))
    build = ["build", "--templates", "own", "-o", "shared", "few"]
    lab.status("own templates", 0, *build)
    for name in ("briefing/sections/page-one.md", "briefing/theme.yaml", "frameworks.yaml",
                 "bank-holidays.yaml"):
        _, err = lab.status("nothing", 0, *build)
        lab.equal(f"before {name}", summary(err), "5 unchanged")
        with open(lab.path("own", name), "a") as file:
            file.write("\n")
        _, err = lab.status(name, 0, *build)
        lab.equal(name, summary(err), "5 built")
    lab.write("own/briefing/sections/spare.md", "Spare.\n")
    with open(lab.path("own", "briefing/briefing.md"), "a") as file:
        file.write("\n")
    told = [lab.status("spare", 0, *build)[1] for _ in range(2)]
    lab.equal("a template's warning, once", told[0].count("warning[W341]"), 1)
    lab.equal("a template's warning, again", told[1], without_reasons(told[0]).replace("built", "unchanged"))


ID_NOTE = b"\x04\0\0\0\x14\0\0\0\x03\0\0\0GNU\0"  # of the linkers' usual form, before its 20 bytes


def other_build(source, target, at=len(ID_NOTE)):
    """A copy whose build id is another; with an `at` in the note's kind, one without a build id."""
    with open(source, "rb") as file:
        data = bytearray(file.read())
    data[data.index(ID_NOTE) + at] ^= 0x40
    with open(target, "wb") as file:
        file.write(data)
    shutil.copymode(source, target)


def programs(lab):
    """Another build of the program, or of a library, builds anew; a copy of the same does not."""
    build = ["build", "-o", "programs", "few"]

    def check(name, wanted, **options):
        _, err = lab.status(name, 0, *build, **options)
        lab.equal(name, summary(err), wanted)

    check("a program", "5 built")
    shutil.copy(lab.program, lab.path("copy"))
    check("a copy of the program", "5 unchanged", program=lab.path("copy"))
    other_build(lab.program, lab.path("other"))
    check("another build", "5 built", program=lab.path("other"))
    other_build(lab.program, lab.path("bare"), at=8)
    check("without a build id", "5 built", program=lab.path("bare"))
    check("without a build id, again", "5 unchanged", program=lab.path("bare"))
    with open(lab.path("bare"), "ab") as file:
        file.write(b"\0")
    check("without a build id, other bytes", "5 built", program=lab.path("bare"))
    libraries = subprocess.run(["ldd", lab.program], capture_output=True, text=True).stdout
    name, path = re.search(r"(libyaml\S*) => (\S+)", libraries).groups()
    check("the program", "5 built")
    os.makedirs(lab.path("libraries"))
    other_build(path, lab.path("libraries", name))
    upgraded = dict(os.environ, LD_LIBRARY_PATH=lab.path("libraries"))
    check("a library's upgrade", "5 built", env=upgraded)
    check("a library's upgrade, again", "5 unchanged", env=upgraded)


def tables(lab):
    """A row that changes is a change of its council, and of no other; when rows move, also of those
    whose warnings point to them."""
    shutil.copytree("inputs", lab.path("inputs"))
    build = ["build", "-o", "england", "inputs/england"]
    _, first = lab.status("England", 0, *build)
    _, err = lab.status("England again", 0, *build)
    lab.equal("England again", summary(err), "153 unchanged")
    table = "inputs/data/ofsted_inspections.csv"
    rows = lab.read(table, mode="r").split("\n")
    told = set(re.findall(r"^inputs/data/\S+:(\d+):", first, re.M))
    councils = {rows[int(line) - 1].split(",")[4] for line in told}
    row = next(i for i, text in enumerate(rows) if ",norfolk,Norfolk," in text)
    rows[row] = rows[row].replace("/v1/file/", "/v1/files/")
    lab.write(table, "\n".join(rows))
    _, err = lab.status("one row", 0, *build)
    lab.equal("one row", summary(err), "1 built, 152 unchanged")
    told_again = set(re.findall(r"^inputs/data/\S+:(\d+):", err, re.M))
    lab.equal("one row, warnings of others", told_again, told)
    built = len(councils | {"E10000020"})
    lab.write(table, "\n".join(rows[:1] + [rows[row]] + rows[1:row] + rows[row + 1:]))
    _, err = lab.status("rows in another order", 0, *build)
    lab.check("rows in another order", int(err.split(" built")[0].split()[-1]) <= built, err)


def england_facts(lab):
    """The comparison of each paper with all councils, and which file it is."""
    papers = {}
    for name in os.listdir(lab.path("england")):
        if name.endswith(".facts.json"):
            facts = json.loads(lab.read("england", name))
            papers[name] = facts["derived"]["england"], os.stat(lab.path("england", name)).st_ino
    return papers


def figures(lab):
    """A row about one council builds anew the papers whose figures it moves, and its own; no other."""
    table, build = "inputs/data/ofsted_inspections.csv", ["build", "-o", "england", "inputs/england"]
    rows = lab.read(table, mode="r").split("\n")
    at = {name: i for i, name in enumerate(rows[0].split(","))}
    papers = england_facts(lab)

    def change(name, council, changed):
        nonlocal papers
        lab.write(table, "\n".join(changed))
        _, err = lab.status(name, 0, *build)
        now = england_facts(lab)
        moved = {paper for paper in now if now[paper][0] != papers[paper][0]} | {f"{council}.facts.json"}
        built = {paper for paper in now if now[paper][1] != papers[paper][1]}
        lab.check(name, built == moved, f"built {sorted(built - moved)}, and not {sorted(moved - built)}")
        lab.equal(f"{name}, counted", summary(err).split(" built")[0], str(len(moved)))
        papers = now
        return len(moved)

    # A grade of an older inspection counts only in what followed after such a grade.
    old = next(i for i, text in enumerate(rows) if ",bexley,Bexley," in text)
    cells = rows[old].split(",")
    cells[at["leadership"]] = cells[at["overall"]] = "inadequate"
    rows[old] = ",".join(cells)
    count = change("an older grade", "bexley", rows)
    lab.check("an older grade, of some", 1 < count < 153, f"{count} papers")
    # A new report of the same grades moves how long ago inspectors came, wherever that is told.
    newest = max((text for text in rows if ",bexley,Bexley," in text), key=lambda text: text.split(",")[at["published_listed"]])
    cells = newest.split(",")
    for column, day in (("published_listed", "2026-08-28"), ("published_report", "2026-08-28"),
                        ("fieldwork_start", "2026-07-06"), ("fieldwork_end", "2026-07-17"), ("variant", "2026-04+"), ("overall", "")):
        cells[at[column]] = day
    count = change("a new report", "bexley", rows + [",".join(cells)] if rows[-1] else rows[:-1] + [",".join(cells), ""])
    lab.check("a new report, of many", count > 100, f"{count} papers")
    # After the day of the papers it counts nowhere, and its own council is told that it is to come.
    cells[at["published_listed"]] = cells[at["published_report"]] = "2026-09-28"
    lab.write(table, "\n".join(rows))
    lab.status("without it", 0, *build)
    papers = england_facts(lab)
    count = change("a report to come", "bexley", rows[:-1] + [",".join(cells), ""])
    lab.equal("a report to come, of one", count, 1)


def broken_lists(lab):
    """Whatever was done to the manifest, nothing wrong comes of it."""
    lab.status("before", 0, "build", "few")
    sound, wanted = lab.read("out", "manifest.json"), lab.pdfs()
    seal = sound.rindex(b'"seal"')
    broken = {
        "empty": b"", "cut": sound[:len(sound) // 2], "without a seal": sound[:seal],
        "foreign": b'{"name": "an app", "start_url": "/"}\n', "binary": bytes(range(256)) * 9,
        "edited": sound.replace(b'"pages":', b'"pages":1', 1),
        "longer": sound + b"\n", "with another hash": re.sub(rb'"hash":"..', b'"hash":"00', sound),
        "of another format": sound.replace(b'"format": 1', b'"format": 2'),
    }
    for name, content in broken.items():
        with open(lab.path("out", "manifest.json"), "wb") as file:
            file.write(content)
        _, err = lab.status(name, 0, "build", "few")
        lab.check(f"a list {name}", "warning[W927]" in err and summary(err) == "5 built", err)
        lab.check(f"after a list {name}",
                  lab.pdfs() == wanted and lab.read("out", "manifest.json") == sound)


# ---- one at a time, and being stopped -----------------------------------------------------------

def locks(lab):
    lab.copies("many", 30)
    process = lab.start("build", "-j1", "--force", "-o", "slow", "many")
    process.stdout.readline()
    os.kill(wait_for_worker(process), signal.SIGSTOP)
    status, _, err = lab.run("build", "-o", "slow", "few")
    lab.check("a second run", status == 3 and f"process {process.pid}" in err, err)
    lab.status("a run beside it", 0, "build", "-o", "beside", "few")
    process.kill()
    process.communicate()
    lab.status("after it was killed", 0, "build", "-o", "slow", "few")
    lab.equal("nothing is left behind", lab.leftovers("slow"), [])


def stopped(lab):
    for number in (signal.SIGINT, signal.SIGTERM):
        shutil.rmtree(lab.path("out"), ignore_errors=True)
        process = lab.start("build", "-j2", "many")
        process.stdout.readline()
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
        name = signal.Signals(number).name
        lab.equal(f"{name}: ends as a shell expects", process.returncode, -number)
        lab.check(f"{name}: says what was not done", re.search(r"\d+ not tried", err), err)
        lab.equal(f"{name}: leaves nothing half done", lab.leftovers(), [])
        built = len(json.loads(lab.read("out", "manifest.json"))["briefings"])
        lab.check(f"{name}: remembers what was done", built >= len(lab.pdfs()) - 2 and built > 0)
        _, err = lab.status(f"{name}: the next run", 0, "build", "many")
        lab.check(f"{name}: goes on", f"{built} unchanged" in err, err)
    process = lab.start("build", "-j2", "--force", "many",
                        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    process.communicate(timeout=60)
    lab.equal("nohup", process.returncode, 0)


def fail_fast(lab):
    results = []
    for workers in ("-j0", "-j1", "-j4"):
        shutil.rmtree(lab.path("out"), ignore_errors=True)
        results.append(lab.run("build", workers, "--fail-fast", "mixed"))
    status, out, err = results[0]
    lab.equal("--fail-fast", (status, out.splitlines()), (1, ["out/a.pdf"]))
    lab.check("--fail-fast says so", summary(err) == "1 built, 1 refused, 17 not tried", err)
    lab.check("--fail-fast with workers", results[1] == results[0] == results[2], results)


# ---- workers that die ---------------------------------------------------------------------------

def killed_workers(lab):
    # A sanitizer would take a signal that is sent for a fault of its own finding.
    os.environ["ASAN_OPTIONS"] = "handle_segv=0"
    for number, code, wanted in ((signal.SIGKILL, "E922", 3), (signal.SIGTERM, "E922", 3),
                                 (signal.SIGXCPU, "E922", 3), (signal.SIGSEGV, "E923", 70)):
        shutil.rmtree(lab.path("out"), ignore_errors=True)
        process = lab.start("build", "-j1", "many")
        lab.check("a worker", signal_worker(process, number))
        out, err = process.communicate(timeout=60)
        name = signal.Signals(number).name
        lab.equal(f"{name}: status", process.returncode, wanted)
        lost = re.findall(rf"^many/(c\d+)\.yaml: error\[{code}\]", err, re.M)
        lab.check(f"{name}: one is lost, and named", len(lost) == 1, err)
        lab.equal(f"{name}: the rest is built", len(out.splitlines()), 29)
        lab.equal(f"{name}: and only that", len(lab.pdfs()), 29)
        lab.equal(f"{name}: leaves nothing", lab.leftovers(), [])
        _, err = lab.status(f"{name}: the next run", 0, "build", "many")
        lab.equal(f"{name}: mends", summary(err), "1 built, 29 unchanged")


# A library with faults: of a worker that has just been started, of one at rest, and of one at its second
# briefing. The first process sends a job only once the worker that is to have it has met its fault.
FAULTY_LIBRARY = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int jobs, sends, parts;

static int is(const char *fault)
{
    return strcmp(getenv("FAULT"), fault) == 0;
}

/* Only a worker asks for its own use, before each briefing. */
int getrusage(__rusage_who_t who, struct rusage *used)
{
    jobs += who == RUSAGE_SELF;
    if (who == RUSAGE_SELF && jobs == 1)
        fputs("said of another briefing\n", stderr);
    return (int)syscall(SYS_getrusage, who, used);
}

/* Only a worker that begins takes another stream for its own. */
int dup2(int from, int to)
{
    int got = (int)syscall(SYS_dup3, from, to, 0);
    if (is("crash at birth") || is("kill at birth")) {
        fputs("said at birth\n", stderr);
        raise(is("kill at birth") ? SIGKILL : SIGSEGV);
    }
    return got;
}

/* Only a worker that waits for a job. */
ssize_t recvmsg(int socket, struct msghdr *message, int flags)
{
    if (jobs == 1 && is("kill at rest"))
        raise(SIGKILL);
    return (ssize_t)syscall(SYS_recvmsg, socket, message, flags);
}

/* Only the first process, with a job. */
ssize_t sendmsg(int socket, const struct msghdr *message, int flags)
{
    siginfo_t ended;
    sends++;
    if (is("crash at birth") || is("kill at birth") || (is("kill at rest") && sends % 2 == 0))
        waitid(P_ALL, 0, &ended, WEXITED | WNOWAIT);
    return (ssize_t)syscall(SYS_sendmsg, socket, message, flags);
}

/* Only a worker, with a reply. */
ssize_t send(int socket, const void *bytes, size_t len, int flags)
{
    if (jobs == 2 && ++parts == 2 && is("cut"))
        raise(SIGKILL);
    return (ssize_t)syscall(SYS_sendto, socket, bytes, len, flags, NULL, 0);
}

int yaml_parser_initialize(void *parser)
{
    int (*next)(void *) = (int (*)(void *))dlsym(RTLD_NEXT, "yaml_parser_initialize");
    if (jobs < 2 || is("cut"))
        return next(parser);
    while (is("spin"))
        continue;
    for (int i = 0; is("flood") && i < 20000; i++)
        fprintf(stderr, "line %d \377 of the flood\n", i);
    if (is("exit")) {
        fputs("a library gives up\n", stderr);
        _exit(70);
    }
    abort();
}
"""


def deaths(lab):
    """A crash, a limit and a lack of memory are told apart, with what was printed before."""
    lab.copies("trio", 3)
    if is_sanitized(lab.program):
        os.environ.pop("ASAN_OPTIONS", None)
        process = lab.start("build", "-j1", "--force", "many")
        signal_worker(process, signal.SIGSEGV)
        _, err = process.communicate(timeout=60)
        lab.check("a sanitizer is heard", re.search("note: it printed: .*AddressSanitizer", err), err)
        return
    lab.write("faulty.c", FAULTY_LIBRARY)
    subprocess.run(["cc", "-shared", "-fPIC", "-o", lab.path("faulty.so"), lab.path("faulty.c"), "-ldl"],
                   check=True)
    every = ["trio/c000.yaml", "trio/c001.yaml", "trio/c002.yaml"]
    for fault, code, status, lost in (("crash at birth", "E923", 70, every), ("kill at birth", "E922", 3, every),
                                      ("kill at rest", None, 0, []), ("cut", "E922", 3, every[1:2])):
        for workers in ("-j1", "-j2") if len(lost) == 3 else ("-j1",):
            environment = dict(os.environ, FAULT=fault, LD_PRELOAD=lab.path("faulty.so"))
            got, out, err = lab.run("build", workers, "--force", "-o", fault, "trio", env=environment)
            name = f"{fault}, {workers}"
            lab.equal(f"{name}: status", got, status)
            lab.equal(f"{name}: told", re.findall(r"^(.*): error\[(E\d+)\]", err, re.M), [(spec, code) for spec in lost])
            lab.equal(f"{name}: the rest is built", len(out.splitlines()), 3 - len(lost))
            lab.equal(f"{name}: what it printed", err.count("note: it printed: said at birth\n"),
                      3 if "birth" in fault else 0)
    environment = dict(os.environ, FAULT="none", LD_PRELOAD=lab.path("faulty.so"))
    _, err = lab.status("after a reply that was cut", 0, "build", "-o", "cut", "trio", env=environment)
    lab.equal("after a reply that was cut", summary(err), "1 built, 2 unchanged")
    for fault, code, status, said in (("abort", "E923", 70, None),
                                      ("exit", "E923", 70, "a library gives up"),
                                      ("flood", "E923", 70, "line 3 \ufffd of the flood"),
                                      ("spin", "E921", 3, None)):
        environment = dict(os.environ, FAULT=fault, LD_PRELOAD=lab.path("faulty.so"))
        got, _, err = lab.run("build", "-j1", "--force", "--worker-seconds", "1", "trio", env=environment)
        lab.equal(f"{fault}: status", got, status)
        lab.equal(f"{fault}: told", re.findall(r"^(.*): error\[(E92\d)\]", err, re.M), [("trio/c001.yaml", code)])
        lab.check(f"{fault}: what it printed", (said is None or f"note: it printed: {said}\n" in err) and
                  "another briefing" not in err and err.count("\n") < 32, err)
    err = lab.run("build", "-j1", "--force", "--format", "json", "trio",
                  env=dict(os.environ, FAULT="flood", LD_PRELOAD=lab.path("faulty.so")))[2]
    lab.check("and as JSON", all(json.loads(line) for line in err.splitlines()), err)


def limits(lab):
    """Whatever the limit of memory, a PDF is whole or not there."""
    lab.status("wanted", 0, "build", "--force", "-o", "wanted", "few/c000.yaml")
    wanted, seen = lab.pdfs("wanted"), set()
    for mib in range(1, 90, 4):
        shutil.rmtree(lab.path("limited"), ignore_errors=True)
        status, _, err = lab.run("build", "-j1", "--worker-memory", str(mib), "-o", "limited",
                                 "few/c000.yaml")
        seen.add(status)
        got = lab.pdfs("limited")
        lab.check(f"{mib} MiB", got == (wanted if status == 0 else {}) and
                  (status == 0 or "error[E920]" in err and status == 3), f"{status} {err}")
    lab.equal("too little and enough", seen, {0, 3})


def small_files(lab):
    """A file that cannot grow to its size is what a full disk looks like."""
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
    status, _, err = lab.run("build", "--force", "-o", "full", "few", preexec_fn=limit)
    lab.check("no room", status == 3 and err.count("error[E901]") == 5, err)
    lab.equal("no room: nothing is there", (lab.pdfs("full"), lab.leftovers("full")), ({}, []))
    lab.status("room again", 0, "build", "-o", "full", "few")
    lab.equal("room again: all are there", len(lab.pdfs("full")), 5)


# ---- shards -------------------------------------------------------------------------------------

def everything(lab, folder):
    """All files of a folder but the lock, which holds the number of a process."""
    return {name: lab.read(folder, name) for name in os.listdir(lab.path(folder)) if name != ".councilbrief.lock"}


def shard(part, of=4, folder="parts", specs=("england in part", "few"), *more):
    return ["build", "-j1", "--shard", f"{part}/{of}", "-o", f"{folder}/{part}", *more, *specs]


def start_parts(lab, parts, of=4):
    """As a shell would, or a machine each: xargs runs them side by side. Returns its status."""
    names = " ".join(f"'{name}'" for name in ("england in part", "few"))
    command = f"{lab.program} build -j1 --shard {{}}/{of} -o parts/{{}} {names} >>parts/{{}}.out 2>>parts/{{}}.err"
    return subprocess.run(["xargs", "-P4", "-I{}", "sh", "-c", command], cwd=lab.folder, text=True,
                          input="".join(f"{part}\n" for part in parts)).returncode


def shards(lab):
    """All parts together are one run, to the last byte, whatever became of one of them on the way."""
    os.makedirs(lab.path("england in part"))
    for name in ("norfolk", "suffolk", "bexley", "york", "kent", "leeds", "surrey"):
        shutil.copy(f"inputs/england/{name}.yaml", lab.path("england in part"))
    if not os.path.exists(lab.path("inputs")):
        shutil.copytree("inputs", lab.path("inputs"))
    os.symlink("inputs/data", lab.path("data"))
    specs = ["england in part", "few"]
    out, _ = lab.status("one run", 0, "build", "-o", "whole", *specs)
    whole = everything(lab, "whole")

    os.makedirs(lab.path("parts"))
    killed = lab.start(*shard(2))
    killed.stdout.readline()
    killed.kill()
    killed.communicate()
    lab.equal("three parts of four", start_parts(lab, (1, 3, 4)), 0)
    merge = ["merge", "-o", "joined", "parts/1", "parts/2", "parts/3", "parts/4"]
    got, said, err = lab.run(*merge)
    lab.check("a part that was killed", got == 1 and not said and "parts/2: error[E961]" in err, err)
    lab.equal("nothing is joined", everything(lab, "joined"), {})
    lab.equal("the part again", start_parts(lab, (2,)), 0)
    joined, _ = lab.status("all parts", 0, *merge)
    lab.check("the parts are one run", everything(lab, "joined") == whole)
    lab.equal("and name the same files", sorted(joined.replace("joined/", "whole/").splitlines()), sorted(out.splitlines()))
    names = [name for part in range(1, 5) for name in lab.pdfs(f"parts/{part}")]
    lab.check("each briefing is in one part", sorted(names) == sorted(lab.pdfs("whole")) and
              all(lab.pdfs(f"parts/{part}") for part in range(1, 5)), names)
    _, err = lab.status("a run in the joined folder", 0, "build", "-o", "joined", *specs)
    lab.equal("finds nothing to do", summary(err), f"{len(names)} unchanged")
    lab.equal("parts again", start_parts(lab, range(1, 5)), 0)
    lab.check("parts have nothing to do either", all(lab.read("parts", f"{part}.err", mode="r").rstrip().endswith("unchanged")
                                                    for part in range(1, 5)))
    lab.status("joined again", 0, *merge)
    lab.check("joined again: the same", everything(lab, "joined") == whole)
    _, err = lab.status("another order", 0, *shard(1, 4, "parts", ("few", "england in part")))
    lab.check("the order in which they are named does not matter", summary(err).endswith(" unchanged"), err)

    listed = [f"few/{name}" for name in sorted(os.listdir(lab.path("few")))]
    for of in (1, 2, 3, 5, 8):
        told = [line.split(":")[0] for part in range(1, of + 1)
                for line in lab.status("check", 0, "check", "--shard", f"{part}/{of}", "few")[0].splitlines()]
        lab.equal(f"{of} parts: each once", sorted(told), listed)

    stopped = lab.start(*shard(2), "--force")
    stopped.stdout.readline()
    stopped.send_signal(signal.SIGTERM)
    stopped.communicate()
    got, _, err = lab.run(*merge)
    lab.check("a part that was stopped", got == 1 and "did not end" in err and err.count("error[") == 1, err)
    stopped = lab.start(*shard(3), "--force")
    stopped.stdout.readline()
    stopped.kill()
    stopped.communicate()
    got, _, err = lab.run(*merge)
    lab.check("one that was killed, and had been whole before", got == 1 and "parts/3: error[E961]: the run" in err, err)


def wrong_parts(lab):
    """What does not belong together is not joined, and nothing is written then."""
    specs = ("few", "england in part")
    for folder in ("two", "three", "dated", "look parts", "changed", "programs2", "mixed parts", "faulty parts", "nine"):
        os.makedirs(lab.path(folder))
    for part in (1, 2):
        lab.status("of two", 0, *shard(part, 2, "two", specs))

    def refused(name, code, said, *folders, status=1):
        shutil.rmtree(lab.path("never"), ignore_errors=True)
        got, out, err = lab.run("merge", "-o", "never", *folders)
        lab.check(name, got == status and not out and f"error[{code}]" in err and said in err, f"{got} {err}")
        lab.check(f"{name}: nothing is written", set(everything(lab, "never")) == set(), err)

    def copy(folder):
        shutil.rmtree(lab.path("spoilt"), ignore_errors=True)
        shutil.copytree(lab.path(folder), lab.path("spoilt"))

    refused("a part is missing", "E962", "part 2 of 2 is not among", "two/1")
    copy("two/1")
    refused("a part twice", "E962", "so is `two/1`", "two/1", "two/2", "spoilt")
    refused("no folder", "E961", "no folder of this name", "two/1", "two/3")
    refused("all of a run", "E961", "no part of a run", "two/1", "whole")
    lab.status("of three", 0, *shard(3, 3, "three", specs))
    refused("another number", "E962", "one of 3 parts", "two/1", "three/3")
    lab.status("other options", 0, *shard(2, 2, "dated", specs, "--as-at", "2026-09-01"))
    refused("other options", "E962", "other options", "two/1", "dated/2")
    lab.status("another look", 0, *shard(1, 2, "look parts", specs, "--large-print"))
    lab.status("another look in one folder", 0, *shard(1, 2, "look parts", specs))
    refused("another look in one folder", "E962", "-large-print.pdf", "look parts/1", "two/2")
    other_build(lab.program, lab.path("other"))
    lab.status("another program", 0, *shard(2, 2, "programs2", specs), program=lab.path("other"))
    refused("another program", "E962", "another program", "two/1", "programs2/2")
    for name in ("frameworks.yaml", "briefing/theme.yaml"):
        for part in (1, 2):
            lab.status(name, 0, *shard(part, 2, "changed", specs, "--templates", "own"))
            with open(lab.path("own", name), "a") as file:
                file.write("\n")
        refused(f"another {name}", "E962", "frameworks" if name == "frameworks.yaml" else f"`own/{name}` was another",
                "changed/1", "changed/2")
    copy("two/2")
    pdf = next(iter(lab.pdfs("spoilt")))
    with open(lab.path("spoilt", pdf), "ab") as file:
        file.write(b"x")
    refused("a file that was changed", "E963", "not the one that was built", "two/1", "spoilt")
    os.unlink(lab.path("spoilt", pdf))
    refused("a file that is lost", "E963", "is not there", "two/1", "spoilt")
    os.symlink(lab.path("two/2", pdf), lab.path("spoilt", pdf))
    refused("a file that is a link", "E932", "spoilt", "two/1", "spoilt")
    copy("two/2")
    lab.write("spoilt/manifest.json", lab.read("spoilt/manifest.json", mode="r").replace('"pages":', '"pages":1', 1))
    refused("a list that was edited", "E961", "not as `build` wrote it", "two/1", "spoilt")
    for name in ("../stray.pdf", ".stray.pdf", "manifest.json"):
        copy("two/2")
        forge(lab, "spoilt/manifest.json", pdf, name)
        refused(f"a list that was made up: {name}", "E963", "is not there", "two/1", "spoilt")
    copy("two/2")
    os.unlink(lab.path("spoilt", "manifest.json"))
    refused("no list", "E961", "has no list", "two/1", "spoilt")
    for content in (b"", b"{}", bytes(range(256))):
        with open(lab.path("spoilt", "manifest.json"), "wb") as file:
            file.write(content)
        refused("no list of ours", "E961", "not as `build` wrote it", "two/1", "spoilt")
    refused("itself", "E961", "the folder that all", "two/1", "never")

    # What runs with other lists of specifications left in both folders, in two states, and none of them is asked for now.
    shutil.copytree(lab.path("few"), lab.path("others"))
    lab.status("left in one", 0, *shard(1, 2, "mixed parts", ("others/c000.yaml",)))
    text = lab.read("others/c000.yaml", mode="r")
    lab.write("others/c000.yaml", text.replace("  title: ", "  title: Another ", 1))
    lab.status("left in the other", 0, *shard(2, 2, "mixed parts", ("england in part/bexley.yaml", "others/c000.yaml")))
    for part in (1, 2):
        lab.status("others", 0, *shard(part, 2, "mixed parts", ("others/c001.yaml", "others/c002.yaml")))
    refused("two different files", "E964", "`c000.pdf` is another", "mixed parts/1", "mixed parts/2")

    # What was refused is not there, as after one run; the rest is, and the status says so.
    lab.copies("faulty", 3)
    shutil.copy(FAULTS, lab.path("faulty/f.yaml"))
    lab.status("one run with a fault", 1, "build", "-o", "faulty whole", "faulty")
    for part in (1, 2):
        lab.run(*shard(part, 2, "faulty parts", ("faulty",)))
    status, out, err = lab.run("merge", "-o", "faulty joined", "faulty parts/1", "faulty parts/2")
    lab.check("a briefing is lacking", status == 1 and "error[E965]: 1 briefing of part" in err and len(out.splitlines()) == 3, err)
    lab.check("all the others are joined", everything(lab, "faulty joined") == everything(lab, "faulty whole"))
    lab.status("more parts than briefings", 0, *shard(9, 9, "nine", ("faulty/c000.yaml",)))
    lab.check("an empty part is a part", json.loads(lab.read("nine/9/manifest.json"))["briefings"] == [])
    lab.equal("a check of a part", lab.status("check", 0, "check", "--shard", "2/3", "trio")[0], "trio/c001.yaml: ok\n")


def merge_of_three(lab, name, folder, code=None, *said):
    """Merges parts 1 to 3, which are refused for a reason, or are what one run makes of the same."""
    shutil.rmtree(lab.path("never"), ignore_errors=True)
    status, out, err = lab.run("merge", "-o", "never", *(f"{folder}/{part}" for part in (1, 2, 3)))
    if code:
        lab.check(name, status == 1 and not out and f"error[{code}]" in err and all(text in err for text in said), f"{status} {err}")
        lab.equal(f"{name}: nothing is written", everything(lab, "never"), {})
    else:
        lab.equal(name, (status, err), (0, ""))


def lists_of_parts(lab):
    """Parts of two lists of specifications would lose what went by turns to another part."""
    folder, of = "four", 3
    os.makedirs(lab.path("lists"))
    os.makedirs(lab.path(folder))
    for name in ("calderdale", "cumberland", "herefordshire", "norfolk"):
        shutil.copy(f"inputs/england/{name}.yaml", lab.path(folder))

    def build(*parts):
        for part in parts:
            lab.status(f"part {part}", 0, *shard(part, of, "lists", (folder,)))

    def is_one_run(name):
        shutil.rmtree(lab.path("one of all"), ignore_errors=True)
        lab.status(name, 0, "build", "-o", "one of all", folder)
        merge_of_three(lab, name, "lists")
        lab.check(f"{name}: as one run", everything(lab, "never") == everything(lab, "one of all"))

    build(1, 2, 3)
    is_one_run("a list")
    shutil.copy("inputs/england/barnet.yaml", lab.path(folder))
    build(2)
    merge_of_three(lab, "one more in one part", "lists", "E962", "lists/2: ", "a part of 5 specifications, and `lists/1` of 4")
    build(1)
    merge_of_three(lab, "one more in two parts", "lists", "E962", "lists/3: ", "a part of 4 specifications, and `lists/1` of 5")
    build(3)
    is_one_run("one more in all")
    os.rename(lab.path(folder, "barnet.yaml"), lab.path(folder, "york.yaml"))
    shutil.rmtree(lab.path("lists/1"))
    build(1)
    merge_of_three(lab, "another of as many", "lists", "E962", "lists/2: ", "other specifications than `lists/1`")
    for part in (2, 3):
        shutil.rmtree(lab.path(f"lists/{part}"))
    build(2, 3)
    is_one_run("another in all")
    shutil.move(lab.path(folder, "calderdale.yaml"), lab.path("kept.yaml"))
    build(1, 2, 3)
    with open(lab.path("inputs/data/ofsted_inspections.csv.yaml"), "a") as file:
        file.write("\n")
    build(1, 2, 3)
    merge_of_three(lab, "one that an earlier run left", "lists", "E962", "lists/1: ", "was one when `calderdale.pdf` was built",
                   "left by an earlier run")
    shutil.rmtree(lab.path("lists/1"))
    build(1)
    is_one_run("without it")


def states_of_parts(lab):
    """Parts between which a file changed that several read are not those of one run, whichever rows they took."""
    specs, table = ("england in part",), "inputs/data/ofsted_inspections.csv"
    os.makedirs(lab.path("states"))

    def build(*parts):
        return [summary(lab.status(f"part {part}", 0, *shard(part, 3, "states", specs))[1]) for part in parts]

    build(1, 2, 3)
    merge_of_three(lab, "one state", "states")
    rows = lab.read(table, mode="r").rstrip("\n").split("\n")
    lab.write(table, "\n".join(rows[:1] + rows[:0:-1]) + "\n")
    build(3)
    merge_of_three(lab, "rows were turned", "states", "E962", f"states/3: error[E962]: `{table}` was another")
    build(1, 2)
    merge_of_three(lab, "rows are turned for all", "states")
    _, err = lab.status("a run there", 0, "build", "-o", "never", *specs)
    lab.equal("finds nothing to do", summary(err), "7 unchanged")
    lab.write(table, "\n".join(rows[:1] + rows[:0:-1]) + "\n\n")
    lab.check("a line that is no row", all(said.endswith(" unchanged") for said in build(1)))
    merge_of_three(lab, "a line that is no row, in one", "states", "E962", f"`{table}` was another")
    build(2, 3)
    merge_of_three(lab, "in all", "states")
    with open(lab.path(f"{table}.yaml"), "a") as file:
        file.write("\n")
    build(2)
    merge_of_three(lab, "what stands beside a table", "states", "E962", f"`{table}.yaml` was another")
    build(1, 3)
    merge_of_three(lab, "in all parts", "states")


def forge(lab, name, old, new):
    """A list with another name and a seal that is right: whoever can do that may not name files elsewhere."""
    text = lab.read(name, mode="r").replace(f'"output":"{old}"', f'"output":"{new}"')
    start = text.rindex('],\n"seal"')
    lab.write("seal.c", SEALING)
    subprocess.run(["cc", "-o", lab.path("seal"), lab.path("seal.c"), "-lxxhash"], check=True)
    seal = subprocess.run([lab.path("seal")], input=text[:start], capture_output=True, text=True, check=True).stdout
    lab.write(name, text[:start] + f'],\n"seal": "{seal}"\n}}\n')


SEALING = r"""
#include <stdio.h>
#include <xxhash.h>

int main(void)
{
    static char text[1 << 20];
    XXH128_hash_t hash = XXH3_128bits(text, fread(text, 1, sizeof text, stdin));
    return printf("%016llx%016llx", (unsigned long long)hash.high64, (unsigned long long)hash.low64) < 0;
}
"""


# ---- make ---------------------------------------------------------------------------------------

def places(lab):
    """A page or rules never take the place of what the run reads or makes, and nothing is done then."""
    lab.copies("placed", 3)
    shutil.copy(lab.path("placed/c000.yaml"), lab.path("placed/plain.txt"))
    lab.write("placed/table.csv", "a,b\n")
    lab.status("the issue before", 0, "build", "--to", "facts", "-o", "placed.before", "placed")
    shutil.copy(lab.path("placed.before/c000.facts.json"), lab.path("facts.txt"))

    def refuses(name, place, *arguments, files=None):
        def state():
            return [{path: lab.read(folder, path) for path in os.listdir(lab.path(folder))}
                    for folder in ("placed", "placed.before")] + [lab.read("facts.txt")]
        kept = state()
        for option in ("--summary", "--deps"):
            _, err = lab.status(f"{option} {name}", 1, "build", "-o", "placed.out", option, place, *arguments)
            lab.check(f"{option} {name}: why", f"{place}: error[E968]" in err, err)
            lab.check(f"{option} {name}: all is as it was", state() == kept and
                      (files if files is not None else not os.path.exists(lab.path("placed.out"))), err)

    refuses("and its name forgotten", "placed/c000.yaml", "placed/c001.yaml", "placed/c002.yaml")
    refuses("over one in a folder", "placed/../placed/c001.yaml", "placed")
    refuses("over one of another ending", "./placed/plain.txt", "placed/plain.txt")
    refuses("over a table", "placed/table.csv", "placed")
    refuses("over facts of the folder before", "placed.before/c000.facts.json", "--since", "placed.before", "placed")
    refuses("over the facts before", "facts.txt", "--since", "facts.txt", "placed/c000.yaml")
    refuses("over it, and no such template", "placed/c000.yaml", "-t", "no_such", "placed")
    for name in ("c000.pdf", "c001.facts.json", "manifest.json"):
        shutil.rmtree(lab.path("placed.out"), ignore_errors=True)
        refuses(f"over {name} to come", f"placed.out/../placed.out/{name}", "placed", files=True)
        lab.equal(f"over {name} to come: nothing is made", [file for file in os.listdir(lab.path("placed.out"))
                                                            if not file.startswith(".")], [])
    lab.status("made", 0, "build", "-o", "placed.out", "placed")
    made = lab.files("placed.out", (".pdf", ".json"))
    for name in made:
        refuses(f"over {name}", f"placed.out/{name}", "placed", files=True)
    lab.equal("what was made is as it was", lab.files("placed.out", (".pdf", ".json")), made)
    _, err = lab.status("both in one", 1, "build", "-o", "other.out", "--summary", "s.md", "--deps", "./s.md", "placed")
    lab.check("both in one: why", "s.md: error[E968]" in err and not os.path.exists(lab.path("s.md")) and
              not os.path.exists(lab.path("other.out")), err)
    _, err = lab.status("of a check, over a paper", 1, "check", "--summary", "placed.out/c000.pdf", "placed/c001.yaml")
    lab.check("of a check, over a paper: why", "placed.out/c000.pdf: error[E968]" in err and
              lab.read("placed.out/c000.pdf") == made["c000.pdf"], err)
    _, err = lab.status("of a check", 1, "check", "--summary", "placed/c000.yaml", "placed/c001.yaml")
    lab.check("of a check: why", "placed/c000.yaml: error[E968]" in err, err)
    lab.status("in the output folder", 0, "build", "-o", "placed.out", "--summary", "placed.out/page.md", "--deps",
               "placed.out/rules.mk", "placed")
    lab.status("over themselves", 0, "build", "-o", "placed.out", "--summary", "placed.out/page.md", "--deps",
               "placed.out/rules.mk", "placed")


def make_rules(lab):
    shutil.copytree(lab.path("own"), lab.path("templates of ours"))
    shutil.copy("inputs/calderdale.yaml", lab.path("a b#c$d.yaml"))
    lab.status("rules", 0, "build", "--templates", "templates of ours", "-o", "made", "--deps",
               "rules.mk", "a b#c$d.yaml", "few")
    lab.write("Makefile", "%.pdf:\n\t@echo 'build $@'\nall: made/c000.pdf made/w.pdf "
              "made/a\\ b\\#c$$d.pdf\ninclude rules.mk\n.DEFAULT_GOAL := all\n")

    def make():
        return subprocess.run(["make", "-s"], cwd=lab.folder, capture_output=True, text=True)
    done = make()
    lab.equal("make: nothing to do", (done.returncode, done.stdout), (0, ""))
    os.utime(lab.path("few", "c000.yaml"), (2e9, 2e9))
    lab.equal("make: one is older", make().stdout, "build made/c000.pdf\n")
    os.utime(lab.path("a b#c$d.yaml"), (2e9, 2e9))
    lab.equal("make: names with signs", make().stdout.count("build"), 2)
    os.utime(lab.path("templates of ours", "frameworks.yaml"), (2e9, 2e9))
    lab.equal("make: a framework", make().stdout.count("build"), 3)
    lab.equal("a folder for rules that is not there", lab.run("build", "-o", "made", "--deps",
                                                              "no/rules.mk", "few")[0], 3)


def main():
    lab = Lab(sys.argv[1])
    steps = [same_bytes, incremental, why, issue_before, movers, old_specifications, choice_of_products, names, shared_files,
             refused_products, programs, tables, figures, broken_lists, locks, page_of_a_run, stopped, fail_fast, killed_workers,
             deaths, small_files, shards, wrong_parts, lists_of_parts, states_of_parts, places, make_rules]
    if not is_sanitized(lab.program):
        steps.append(limits)
    for step in steps:
        step(lab)
    sys.exit(lab.close("batch"))


main()
