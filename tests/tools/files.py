#!/usr/bin/env python3
"""Files, folders, processes and outputs as hostile or unlucky as they come: what cannot be read to its
end is an error, nothing but plain files is read or replaced, no link leads out of the project, signals
are always heard, and what the caller allows is told as such. usage: files.py PROGRAM"""
import os, resource, shutil, signal, subprocess, sys, threading, time

sys.path.insert(0, os.path.dirname(__file__))
from lab import Lab, is_sanitized

SECRET = "a line that is not of this project"
PATIENCE = 20  # seconds, on a busy machine, for what ends at once


def ends(lab, name, wanted, *arguments, **options):
    """Ends soon, with one of the statuses; what it said."""
    process = lab.start(*arguments, **options)
    try:
        out, err = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        lab.check(name, False, "it hangs")
        return "", ""
    lab.check(name, process.returncode in wanted, f"{process.returncode}, not {wanted}\n{err}")
    return out, err


# ---- a system that fails ------------------------------------------------------------------------

# FAULT is `readdir PATH` (at the third name), `read PATH`, `shrink PATH`, `fork N` (after N), `poll 0`,
# `send N` and `answer N` (N times, the second only for workers), `hang PATH` (when it is read), `rename ENDING`, `spin N` (for ever, after reading N files of YAML) or `look PATH`, which puts a link
# to SECRET_FILE there once it was looked at.
FAULTY_SYSTEM = r"""
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static DIR *chosen;
static int names, forks, sends, looked, read_before;

static const char *fault(const char *kind)
{
    const char *value = getenv("FAULT");
    size_t len = strlen(kind);
    return value && strncmp(value, kind, len) == 0 && value[len] == ' ' ? value + len + 1 : NULL;
}

DIR *opendir(const char *path)
{
    DIR *(*next)(const char *) = (DIR *(*)(const char *))dlsym(RTLD_NEXT, "opendir");
    DIR *found = next(path);
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    const char *wanted = fault("readdir");
    if (wanted && strlen(wanted) <= len && strncmp(path + len - strlen(wanted), wanted, strlen(wanted)) == 0)
        chosen = found;
    return found;
}

struct dirent *readdir(DIR *folder)
{
    struct dirent *(*next)(DIR *) = (struct dirent * (*)(DIR *))dlsym(RTLD_NEXT, "readdir");
    if (folder != chosen || ++names < 3)
        return next(folder);
    errno = EIO;
    return NULL;
}

static int is_path(int file, const char *wanted)
{
    struct stat a, b;
    return wanted && fstat(file, &a) == 0 && stat(wanted, &b) == 0 && a.st_ino == b.st_ino &&
           a.st_dev == b.st_dev;
}

ssize_t read(int file, void *bytes, size_t len)
{
    ssize_t (*next)(int, void *, size_t) = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
    if (is_path(file, fault("read")))
        return errno = EIO, -1;
    while (is_path(file, fault("hang")))
        pause();
    const char *shrunk = fault("shrink");
    if (is_path(file, shrunk) && truncate(shrunk, 100) != 0)
        abort();
    return next(file, bytes, len);
}

char *realpath(const char *path, char *into)
{
    char *(*next)(const char *, char *) = (char *(*)(const char *, char *))dlsym(RTLD_NEXT, "realpath");
    char *real = next(path, into);
    const char *wanted = fault("look");
    if (real && wanted && strcmp(real, wanted) == 0 && ++looked == atoi(getenv("LOOKS"))) {
        unlink(wanted);
        if (symlink(getenv("SECRET_FILE"), wanted) != 0)
            abort();
    }
    return real;
}

int yaml_parser_initialize(void *parser)
{
    int (*next)(void *) = (int (*)(void *))dlsym(RTLD_NEXT, "yaml_parser_initialize");
    const char *after = fault("spin");
    while (after && read_before >= atoi(after))
        continue;
    read_before++;
    return next(parser);
}

pid_t fork(void)
{
    pid_t (*next)(void) = (pid_t(*)(void))dlsym(RTLD_NEXT, "fork");
    const char *after = fault("fork");
    if (after && forks++ >= atoi(after))
        return errno = EAGAIN, -1;
    return next();
}

int poll(struct pollfd *polled, nfds_t count, int patience)
{
    int (*next)(struct pollfd *, nfds_t, int) = (int (*)(struct pollfd *, nfds_t, int))dlsym(RTLD_NEXT, "poll");
    return fault("poll") ? (errno = ENOMEM, -1) : next(polled, count, patience);
}

ssize_t send(int socket, const void *bytes, size_t len, int flags)
{
    ssize_t (*next)(int, const void *, size_t, int) =
        (ssize_t(*)(int, const void *, size_t, int))dlsym(RTLD_NEXT, "send");
    const char *times = fault("send") ? fault("send") : fault("answer");
    return times && sends++ < atoi(times) ? (errno = ENOBUFS, -1) : next(socket, bytes, len, flags);
}

ssize_t sendmsg(int socket, const struct msghdr *message, int flags)
{
    ssize_t (*next)(int, const struct msghdr *, int) =
        (ssize_t(*)(int, const struct msghdr *, int))dlsym(RTLD_NEXT, "sendmsg");
    const char *times = fault("send");
    return times && sends++ < atoi(times) ? (errno = ENOBUFS, -1) : next(socket, message, flags);
}

int rename(const char *from, const char *to)
{
    int (*next)(const char *, const char *) = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
    const char *ending = fault("rename");
    size_t len = strlen(to);
    if (ending && len > strlen(ending) && strcmp(to + len - strlen(ending), ending) == 0)
        return errno = EPERM, -1;
    return next(from, to);
}

int link(const char *from, const char *to)
{
    int (*next)(const char *, const char *) = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "link");
    return getenv("NO_LINKS") ? (errno = EPERM, -1) : next(from, to);
}
"""


def faulty(lab, fault, **more):
    return dict(os.environ, FAULT=fault, LD_PRELOAD=lab.path("system.so"), **more)


def lists_that_break_off(lab):
    lab.copies("list", 9)
    lab.status("a folder", 0, "check", "list")
    out, err = ends(lab, "a folder that breaks off", (3,), "check", "list", env=faulty(lab, "readdir list"))
    lab.check("a folder that breaks off", "error[E101]" in err and "Input/output error" in err and not out, err)
    for name, folder, arguments in (
            ("templates", "templates/briefing", ["check", "list"]),
            ("parts of templates", "templates/briefing/sections", ["check", "list"]),
            ("themes", "templates/themes", ["check", "--theme", "nosuch", "list"]),
            ("an output folder", "listed", ["build", "-o", "listed", "list/c000.yaml"])):
        _, err = ends(lab, f"{name}: a list that breaks off", (3,), *arguments,
                      env=faulty(lab, f"readdir {folder}"))
        lab.check(f"{name}: told", "error[E101]" in err and "Input/output error" in err, err)


def reads_that_fail(lab):
    """A part of a file is never taken for the whole, whatever the file is."""
    project(lab, "reads")
    shutil.copy("tests/printed/picture.png", lab.path("reads", "specs", "figure.png"))
    with open(lab.path("reads", "specs", "norfolk.yaml"), "a", encoding="utf-8") as file:
        file.write("figures:\n  - {section: background, file: figure.png, alt: Three districts}\n")
    fonts = "/usr/share/fonts/truetype/lato/Lato-Regular.ttf"
    for name, path, statuses in (
            ("specification", "reads/specs/norfolk.yaml", (3,)), ("table", "reads/data/ofsted_inspections.csv", (3,)),
            ("template", "reads/templates/briefing/briefing.md", (3,)),
            ("theme", "reads/templates/briefing/theme.yaml", (3,)),
            ("mapping", "reads/templates/tables/ofsted-inspections.yaml", (3,)),
            ("table's note", "reads/data/ofsted_inspections.csv.yaml", (3,)),
            ("picture", "reads/specs/figure.png", (3,)), ("font", fonts, (3,))):
        for fault in ("read", "shrink"):
            if path.startswith("/") and fault == "shrink":
                continue
            path_now = path if path.startswith("/") else lab.path(path)
            if not lab.check(f"{name} is there", os.path.exists(path_now)):
                continue
            kept = None if path.startswith("/") else lab.read(path)
            _, err = ends(lab, f"{fault} of a {name}", statuses, "build", "--templates", "reads/templates",
                          "--project", "reads", "-o", "read", "reads/specs/norfolk.yaml",
                          env=faulty(lab, f"{fault} {path_now}"))
            lab.check(f"{fault} of a {name}: told", "Input/output error" in err or "changed while it was" in err, err)
            lab.equal(f"{fault} of a {name}: nothing is written", lab.pdfs("read"), {})
            if kept is not None:
                with open(path_now, "wb") as file:
                    file.write(kept)


def meet_lost_disk(lab):
    """Takes 20 seconds, in which the others go on."""
    lab.copies("lost", 9)
    return lab.start("build", "--force", "-j2", "--worker-seconds", "1", "-o", "waited", "lost",
                     env=faulty(lab, f"hang {lab.path('lost', 'c004.yaml')}"))


def lost_disk(lab, process):
    """A file that is never read to its end costs the briefing that needs it, and no other."""
    _, err = process.communicate(timeout=120)
    lab.equal("a disk that does not answer", process.returncode, 3)
    lab.check("a disk that does not answer: told", "lost/c004.yaml: error[E924]" in err and "8 built, 1 failed" in err, err)
    lab.equal("a disk that does not answer: the others", len(lab.pdfs("waited")), 8)
    lab.equal("a disk that does not answer: nothing is left over", lab.leftovers("waited"), [])


def processes_that_fail(lab):
    lab.copies("some", 12)
    for name, fault, workers in (("one process", "fork 1", "-j8"), ("three processes", "fork 3", "-j8"),
                                 ("a poll that fails", "poll 0", "-j4"), ("a full socket", "send 3", "-j2")):
        _, err = ends(lab, name, (0,), "build", "--force", workers, "-o", "forked", "some", env=faulty(lab, fault))
        lab.check(f"{name}: all are built", "12 built" in err, err)
    _, err = ends(lab, "no memory for messages", (3,), "build", "--force", "-j1", "-o", "unheard", "list/c000.yaml",
                  env=faulty(lab, "answer 1000"))
    lab.check("no memory for messages: told", "error[E350]" in err and "it printed" not in err, err)
    lab.equal("no memory for messages: nothing is there", list(lab.files("unheard")) + lab.leftovers("unheard"), [])
    _, err = ends(lab, "no process", (3,), "build", "--force", "-o", "forked", "some/c000.yaml",
                  env=faulty(lab, "fork 0"))
    lab.check("no process: told", "error[E925]" in err, err)
    ends(lab, "children that nobody waits for", (0,), "build", "--force", "-j2", "-o", "forked", "some",
         preexec_fn=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN))


def few_descriptors(lab):
    for most in (10, 13, 24, 64):
        _, err = ends(lab, f"{most} descriptors", (0,), "build", "--force", "-j64", "-o", "narrow", "some",
                      preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (most, most)))
        lab.check(f"{most} descriptors: all are built", "12 built" in err, err)


# ---- what stands where a file was ---------------------------------------------------------------

def project(lab, name):
    """A project of its own, with its tables."""
    shutil.copytree("templates", lab.path(name, "templates"))
    os.makedirs(lab.path(name, "specs"))
    shutil.copytree("inputs/data", lab.path(name, "data"))
    shutil.copy("inputs/england/norfolk.yaml", lab.path(name, "specs"))


def put_device(path):
    os.symlink("/dev/zero", path)


def put_sparse(path):
    with open(path, "wb") as file:
        file.truncate(1 << 40)


def put_socket(path):
    import socket
    here = os.getcwd()
    os.chdir(os.path.dirname(path))
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(os.path.basename(path))
    os.chdir(here)


STRANGERS = {"a device": put_device, "a pipe": os.mkfifo, "a sparse file": put_sparse, "a socket": put_socket,
             "a folder": os.mkdir}


def strangers(lab):
    """Each kind of file that was read by the last run is something else at the next."""
    project(lab, "odd")
    build = ["build", "--templates", "templates", "-o", "out", "specs/norfolk.yaml"]
    places = ("specs/norfolk.yaml", "data/ofsted_inspections.csv", "data/ofsted_inspections.csv.yaml", "templates/briefing/briefing.md",
              "templates/briefing/theme.yaml", "templates/frameworks.yaml", "out/norfolk.pdf", "out/manifest.json")
    for place in places:
        for name, put in STRANGERS.items():
            path = lab.path("odd", place)
            run_in(lab, "odd", "a build", (0,), *build)
            os.rename(path, path + ".kept")
            try:
                put(path)
            except OSError as error:
                print(f"files: NOT TESTED, {name} cannot be made here: {error}")
                os.rename(path + ".kept", path)
                continue
            sparse_output = place.startswith("out") and name == "a sparse file"  # plain: it is replaced
            _, err = run_in(lab, "odd", f"{place} is {name}", (0,) if sparse_output else (1, 3), *build)
            lab.check(f"{place} is {name}: told", "[E" in err or "[W" in err or sparse_output, err)
            if not sparse_output:
                lab.check(f"{place} is {name}: it is left", not os.path.isfile(path) or
                          os.path.islink(path) or name == "a sparse file")
                (shutil.rmtree if name == "a folder" else os.unlink)(path)
                os.rename(path + ".kept", path)
            else:
                os.unlink(path + ".kept")


def notes(lab):
    """What stands beside a table is missing only where nothing of its name is there, and is then awaited
    at the place where it was looked for."""
    project(lab, "noted")
    note, build = lab.path("noted", "data", "ofsted_inspections.csv.yaml"), ["build", "specs/norfolk.yaml"]
    for name, target in (("leads nowhere", "nosuch.yaml"), ("leads to itself", os.path.basename(note))):
        os.rename(note, note + ".kept")
        os.symlink(target, note)
        _, err = run_in(lab, "noted", f"a note that {name}", (3,), *build)
        lab.check(f"a note that {name}: told", "csv.yaml: error[E101]" in err, err)
        os.unlink(note)
        os.rename(note + ".kept", note)
    os.makedirs(lab.path("noted", "kept"))
    table = note[:-len(".yaml")]
    os.rename(table, lab.path("noted", "kept", "table.csv"))
    os.symlink("../kept/table.csv", table)
    os.rename(note, note + ".kept")
    run_in(lab, "noted", "a table that is a link, without a note", (0,), *build)
    before = lab.pdfs("noted/out")
    os.rename(note + ".kept", note)
    run_in(lab, "noted", "the same with a note", (0,), *build)
    lab.check("a note that came later is read", lab.pdfs("noted/out") != before)


def run_in(lab, folder, name, wanted, *arguments, **options):
    before, lab.folder = lab.folder, lab.path(folder)
    try:
        return ends(lab, name, wanted, *arguments, **options)
    finally:
        lab.folder = before


def outputs(lab):
    """Nothing but a plain file is replaced."""
    spec = "list/c000.yaml"
    lab.write("kept.txt", "kept\n")
    os.symlink("kept.txt", lab.path("link.mk"))
    os.mkfifo(lab.path("pipe.mk"))
    os.mkdir(lab.path("folder.mk"))
    os.symlink("/proc/self/fd/1", lab.path("stdout.mk"))  # as /dev/stdout is; that itself is too dear
    names = ["link.mk", "pipe.mk", "folder.mk", "stdout.mk"]
    try:
        os.mknod(lab.path("null.mk"), 0o666 | 0o020000, os.makedev(1, 3))
        names.append("null.mk")
    except OSError as error:
        print(f"files: NOT TESTED, no device can be made here: {error}")
    for name in names:
        kind = os.lstat(lab.path(name)).st_mode
        _, err = ends(lab, f"--deps {name}", (3,), "build", "-o", "deps", "--deps", name, spec)
        lab.check(f"--deps {name}: told", "error[E931]" in err, err)
        lab.equal(f"--deps {name}: it is left", os.lstat(lab.path(name)).st_mode, kind)
    lab.equal("nor what a link leads to", lab.read("kept.txt"), b"kept\n")
    ends(lab, "--deps to a plain file", (0,), "build", "-o", "deps", "--deps", "kept.txt", spec)
    lab.check("--deps to a plain file: written", b"c000.pdf:" in lab.read("kept.txt"))
    os.unlink(lab.path("deps", "c000.pdf"))
    os.symlink("../kept.txt", lab.path("deps", "c000.pdf"))
    _, err = ends(lab, "a PDF that is a link", (3,), "build", "-o", "deps", spec)
    lab.check("a PDF that is a link: it is left", "error[E931]" in err and
              os.path.islink(lab.path("deps", "c000.pdf")) and b"c000.pdf:" in lab.read("kept.txt"), err)


    ends(lab, "both", (0,), "build", "-o", "pair", spec)
    before = lab.pdfs("pair")
    os.unlink(lab.path("pair", "c000.facts.json"))
    os.mkdir(lab.path("pair", "c000.facts.json"))
    _, err = ends(lab, "a folder for facts", (3,), "build", "--force", "--as-at", "2026-01-01", "-o", "pair", spec)
    lab.check("a folder for facts: told", "c000.facts.json: error[E931]" in err, err)
    lab.check("a folder for facts: the PDF is as it was", lab.pdfs("pair") == before and not lab.leftovers("pair"))


def pairs(lab):
    """A PDF and its facts are of one run, be it that one of them cannot take its place."""
    spec = "list/c000.yaml"
    ends(lab, "a pair", (0,), "build", "-o", "paired", spec)
    before = lab.files("paired")
    for spares in ({}, {"NO_LINKS": "1"}):
        _, err = ends(lab, "facts that stay", (3,), "build", "--force", "--as-at", "2026-01-01", "-o", "paired", spec,
                      env=faulty(lab, "rename .facts.json", **spares))
        lab.check("facts that stay: told", "c000.facts.json: error[E901]" in err, err)
        lab.equal("facts that stay: a PDF that changed is told", "`paired/c000.pdf` is the new one already" in err,
                  bool(spares))
        lab.equal("facts that stay: nothing is left over", lab.leftovers("paired"), [])
        lab.equal("facts that stay: both are as they were", lab.files("paired") == before, not spares)
    ends(lab, "a pair again", (0,), "build", "-o", "paired", spec)
    lab.check("a pair again: as before", lab.files("paired") == before)
    ends(lab, "a first pair", (3,), "build", "-o", "unpaired", spec, env=faulty(lab, "rename .facts.json"))
    lab.equal("a first pair: neither is there", lab.files("unpaired"), {})


def permissions(lab):
    for mask, wanted in ((0o077, 0o600), (0o027, 0o640), (0o022, 0o644), (0o002, 0o664)):
        folder = f"mask{mask:03o}"
        ends(lab, folder, (0,), "build", "-o", folder, "--deps", f"{folder}.mk", "list/c000.yaml",
             preexec_fn=lambda: os.umask(mask))
        for name in (f"{folder}/c000.pdf", f"{folder}/c000.facts.json", f"{folder}/manifest.json", f"{folder}.mk"):
            lab.equal(f"umask {mask:03o}: {name}", f"{os.stat(lab.path(name)).st_mode & 0o777:o}", f"{wanted:o}")


# ---- links --------------------------------------------------------------------------------------

def links(lab):
    project(lab, "ours")
    lab.write("secret.txt", SECRET + "\n")

    def refused(name, code, arguments, folder="ours", statuses=(1,)):
        out, err = run_in(lab, folder, name, statuses, *arguments)
        lab.check(f"{name}: told", f"error[{code}]" in err, err)
        lab.check(f"{name}: nothing of it is shown", SECRET not in out + err, err)

    check = ["build", "--dump", "text", "specs/norfolk.yaml"]
    for place in ("templates/briefing/briefing.md", "templates/briefing/theme.yaml", "templates/frameworks.yaml",
                  "templates/bank-holidays.yaml", "templates/tables/ofsted-inspections.yaml", "specs/norfolk.yaml"):
        path = lab.path("ours", place)
        os.rename(path, path + ".kept")
        os.symlink(lab.path("secret.txt"), path)
        refused(f"{place} is a link out", "E932", check)
        os.unlink(path)
        os.symlink(os.path.basename(path) + ".kept", path)
        run_in(lab, "ours", f"{place} is a link within", (0,), *check)
        os.unlink(path)
        os.rename(path + ".kept", path)
    os.symlink(lab.path("secret.txt"), lab.path("ours", "templates", "themes", "out.yaml"))
    refused("a theme is a link out", "E932", check + ["--theme", "out"])
    for place, code in (("data", "E261"), ("templates/briefing/sections", "E932")):
        os.rename(lab.path("ours", place), lab.path("elsewhere"))
        os.symlink(lab.path("elsewhere"), lab.path("ours", place))
        refused(f"the folder {place} is a link out", code, check)
        run_in(lab, "ours", f"the folder {place}, with --project", (0,), *check, "--project", "..")
        os.unlink(lab.path("ours", place))
        os.rename(lab.path("elsewhere"), lab.path("ours", place))
    os.symlink(lab.path("ours"), lab.path("share"))
    run_in(lab, "list", "a shared drive, named", (0,), "check", "--templates", "../share/templates", "--project",
           "../share", "../share/specs")
    refused("a shared drive, not named", "E261", ["check", "--templates", "../templates", "../share/specs"], "list")
    os.symlink(lab.path("ours", "specs"), lab.path("list", "linked"))
    refused("a folder behind a link", "E932", ["check", "--templates", "../templates", "linked"], "list")
    refused("the same from the root", "E932", ["check", "--templates", "../templates",
                                               os.path.realpath(lab.path("list")) + "/linked/norfolk.yaml"], "list")
    run_in(lab, "list", "a folder behind a link, named", (0,), "check", "--templates", "../templates", "--project",
           "../ours", "linked")
    os.unlink(lab.path("list", "linked"))
    for name, fault in (("no folder", "there is no folder"), ("secret.txt", "this is no folder")):
        _, err = run_in(lab, ".", f"--project {name}", (3,), "check", "--project", name, "list/c000.yaml")
        lab.check(f"--project {name}: told", f"{name}: error[E101]: {fault}" in err, err)
    refused("outside what was named", "E932", ["check", "--project", "ours", "list/c000.yaml"], ".")


def races(lab):
    """What was looked at is what is opened: a link that is put there in between is not followed."""
    for place, looks in (("specs/norfolk.yaml", 1), ("data/ofsted_inspections.csv", 1),
                         ("data/ofsted_inspections.csv", 2), ("templates/briefing/briefing.md", 1)):
        shutil.rmtree(lab.path("raced"), ignore_errors=True)
        project(lab, "raced")
        environment = faulty(lab, f"look {os.path.realpath(lab.path('raced', place))}", LOOKS=str(looks),
                             SECRET_FILE=lab.path("secret.txt"))
        out, err = run_in(lab, "raced", f"{place} in between", (1, 3), "build", "--dump", "text",
                          "specs/norfolk.yaml", env=environment)
        lab.check(f"{place} in between: it was put there", os.path.islink(lab.path("raced", place)))
        lab.check(f"{place} in between: not followed", SECRET not in out + err, err)


def swaps(lab):
    """The same without help, for a second."""
    shutil.rmtree(lab.path("raced"), ignore_errors=True)
    project(lab, "raced")
    table, ended = lab.path("raced", "data", "ofsted_inspections.csv"), threading.Event()
    shutil.copy(table, table + ".plain")

    def swap():
        while not ended.is_set():
            for put in (lambda to: os.symlink(lab.path("secret.txt"), to), lambda to: os.link(table + ".plain", to)):
                put(table + ".new")
                os.rename(table + ".new", table)
    thread = threading.Thread(target=swap)
    thread.start()
    said = ""
    for _ in range(30):
        _, out, err = lab.run("check", "--project", "raced", "raced/specs/norfolk.yaml")
        said += out + err
    ended.set()
    thread.join()
    lab.check("a table that is swapped all the time", SECRET not in said, said)


# ---- signals ------------------------------------------------------------------------------------

BEFORE_JOBS = 2  # files of YAML: frameworks and bank holidays


def signals(lab):
    """While a briefing takes for ever, and while what comes before all of them does."""
    os.makedirs(lab.path("stopped"))
    for workers, before in (("-j0", BEFORE_JOBS), ("-j1", BEFORE_JOBS), ("-j0", 0), ("-j4", 1)):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            name = f"{workers}, after {before}, signal {number}"
            process = lab.start("build", "--force", workers, "-o", "stopped", "list/c000.yaml",
                                env=faulty(lab, f"spin {before}"))
            time.sleep(0.3)
            lab.check(f"{name}: it is at work", process.poll() is None)
            process.send_signal(number)
            try:
                process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
            lab.equal(f"{name}: it ends", process.returncode, -number)
            lab.equal(f"{name}: nothing is there", lab.leftovers("stopped") + list(lab.pdfs("stopped")), [])


def unread_output(lab):
    """Whoever was to read what is printed does not, and the run is stopped."""
    lab.copies("lots", 400)
    for number in (signal.SIGTERM, signal.SIGINT):
        reader, writer = os.pipe()
        process = subprocess.Popen([lab.program, "build", "--dump", "text", "lots"], cwd=lab.folder, stdout=writer,
                                   stderr=subprocess.DEVNULL)
        os.close(writer)
        time.sleep(1)
        still = process.poll() is None
        process.send_signal(number)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        os.close(reader)
        lab.check(f"output that nobody reads: signal {number}", still and process.returncode == -number,
                  process.returncode)


def same_limits(lab):
    """-j 0 keeps to them as -j 1 does."""
    for workers in ("-j0", "-j1"):
        _, err = ends(lab, f"{workers}: a second", (3,), "build", "--force", workers, "--worker-seconds", "1", "-o",
                      "limits", "list/c000.yaml", env=faulty(lab, f"spin {BEFORE_JOBS}"))
        lab.check(f"{workers}: a second: told", "error[E921]" in err, err)
        _, err = ends(lab, f"{workers}: little memory", (3,), "build", "--force", workers, "--worker-memory", "16",
                      "-o", "limits", "list/c000.yaml")
        lab.check(f"{workers}: little memory: told", "error[E920]" in err, err)
    lab.equal("limits: nothing is there", lab.pdfs("limits"), {})


# ---- limits of the caller -----------------------------------------------------------------------

def allowed(kind, soft, hard):
    return lambda: resource.setrlimit(kind, (soft, hard))


def limits_of_callers(lab):
    lab.copies("lots", 400)
    _, err = ends(lab, "two seconds in all", (0,), "check", "-j1", "lots",
                  preexec_fn=allowed(resource.RLIMIT_CPU, 2, 2))
    lab.check("two seconds in all: each has its own", "400 briefings ok" in err, err[-300:])
    for soft, hard in ((2, 2), (2, 60)):
        _, err = ends(lab, "two seconds for one", (3,), "check", "-j1", "list/c000.yaml",
                      preexec_fn=allowed(resource.RLIMIT_CPU, soft, hard), env=faulty(lab, f"spin {BEFORE_JOBS}"))
        lab.check("two seconds for one: told as the caller's", "error[E933]" in err and "60 seconds" not in err, err)
    for hard in (16 << 20, resource.RLIM_INFINITY):
        _, err = ends(lab, "little memory", (3,), "build", "--force", "-j1", "-o", "narrow", "inputs/norfolk.yaml",
                      preexec_fn=allowed(resource.RLIMIT_AS, 24 << 20, max(hard, 24 << 20) if hard > 0 else hard))
        lab.check("little memory: told as the caller's", "error[E933]" in err and "1024 MiB" not in err, err)
    _, err = ends(lab, "small files", (3,), "build", "--force", "-o", "narrow", "some/c000.yaml",
                  preexec_fn=allowed(resource.RLIMIT_FSIZE, 20000, 20000))
    lab.check("small files: told as the caller's", "error[E901]" in err and "ulimit -f" in err, err)


# ---- printing -----------------------------------------------------------------------------------

def lost_output(lab):
    if not os.path.exists("/dev/full"):
        print("files: NOT TESTED, there is no /dev/full")
        return
    commands = (["--help"], ["--version"], ["help"], ["explain"], ["explain", "E101"], ["build", "--help"],
                ["check", "--help"], ["render", "--help"], ["schema"], ["reference"], ["completion", "bash"],
                ["new", "A Council"], ["render", "--filters"], ["check", "list"],
                ["build", "--dump", "text", "list/c000.yaml"], ["build", "--force", "list/c000.yaml"])
    for command in commands:
        for name, stdout in (("full", "/dev/full"), ("closed", None)):
            with open(stdout or "/dev/null", "w") as target:
                done = subprocess.run([lab.program, *command], cwd=lab.folder, stdout=target, stderr=subprocess.PIPE,
                                      preexec_fn=None if stdout else lambda: os.close(1), timeout=60)
            lab.equal(f"{' '.join(command)}: {name}", (done.returncode, b"written" in done.stderr), (3, True))
            lab.check(f"{' '.join(command)}: {name}: no other reason", b"No such file" not in done.stderr, done.stderr)


def odd_names(lab):
    os.makedirs(lab.path("odd names"))
    text = lab.read("list", "c000.yaml")
    for name in (b"a\n::error ::b.yaml", b"c\x1b]0;d\x07.yaml", b"caf\xe9.yaml", b"\xc2\x9bm.yaml", b"\xe2\x80\xaelmay.yaml",
                 b"\xff.yml"):
        path = os.path.join(os.fsencode(lab.path("odd names")), name)
        with open(path, "wb") as file:
            file.write(text)
        for form in ("text", "json", "github", "sarif"):
            done = subprocess.run([lab.program, "build", "--format", form, "-o", "named", "odd names"], cwd=lab.folder,
                                  capture_output=True, timeout=60)
            said = done.stdout + done.stderr
            lab.check(f"{name!r}, {form}", done.returncode == 1 and b"E934" in said and name not in said, said)
        os.unlink(path)
    lab.write("odd names/Cymru \u0175.yaml", text.decode())
    _, err = ends(lab, "a name in Welsh", (0,), "build", "-o", "named", "odd names")
    lab.check("a name in Welsh is listed", "Cymru \u0175.pdf" in lab.read("named", "manifest.json").decode(), err)


def locks(lab):
    """What stands in the lock file is told only where it is a number."""
    import fcntl
    os.makedirs(lab.path("held"))
    for text, wanted in ((b"4711\n", True), (b"\x1b[2J::error ::", False), (b"12 34", False), (b"\xff", False), (b"", False)):
        with open(lab.path("held", ".councilbrief.lock"), "wb") as file:
            file.write(text)
            file.flush()
            fcntl.flock(file, fcntl.LOCK_EX)
            done = subprocess.run([lab.program, "build", "-o", "held", "list/c000.yaml"], cwd=lab.folder,
                                  capture_output=True, timeout=60)
        lab.check(f"a lock that holds {text!r}", done.returncode == 3 and b"E926" in done.stderr and
                  (b"process 4711" in done.stderr) == wanted and b"\x1b" not in done.stderr and
                  b"::" not in done.stderr and b"\xff" not in done.stderr, done.stderr)


def main():
    lab = Lab(sys.argv[1])
    shutil.copytree("inputs", lab.path("inputs"))
    lab.copies("list", 9)
    lab.copies("some", 12)
    steps = [strangers, notes, outputs, permissions, links, swaps, few_descriptors, unread_output, lost_output,
             odd_names, locks]
    if not is_sanitized(lab.program):
        lab.write("system.c", FAULTY_SYSTEM)
        subprocess.run(["cc", "-shared", "-fPIC", "-o", lab.path("system.so"), lab.path("system.c"), "-ldl"],
                       check=True)
        steps += [lists_that_break_off, reads_that_fail, pairs, processes_that_fail, races, signals, same_limits, limits_of_callers]
        waiting = meet_lost_disk(lab)
    for step in steps:
        begun = time.monotonic()
        step(lab)
        if os.environ.get("TIMES"):
            print(f"{step.__name__}: {time.monotonic() - begun:.1f} s")
    if not is_sanitized(lab.program):
        lost_disk(lab, waiting)
    sys.exit(lab.close("files"))


main()
