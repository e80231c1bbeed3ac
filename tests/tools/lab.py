"""What the tests of whole runs share: a scratch folder with specifications, runs of the program in it,
its worker processes, and a look at every PDF that a run left."""
import os, shutil, signal, subprocess, tempfile, time


class Lab:
    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.root = os.getcwd()
        self.folder = tempfile.mkdtemp()
        self.passed = self.failed = 0
        # What a shell runs in its background has interruptions ignored, and what nohup runs, the end of
        # a session; and so would what we start.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        os.symlink(os.path.join(self.root, "templates"), self.path("templates"))

    def close(self, suite):
        shutil.rmtree(self.folder, ignore_errors=True)
        print(f"{suite}: {self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def check(self, name, good, what=""):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(f"--- {name}: {what}"[:3000])
        return good

    def equal(self, name, got, wanted):
        return self.check(name, got == wanted, f"{got!r}, not {wanted!r}")

    # ---- files ----

    def read(self, *names, mode="rb"):
        with open(self.path(*names), mode) as file:
            return file.read()

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def copies(self, folder, count, source="inputs/calderdale.yaml", width=3):
        """So many specifications of one council, in a folder."""
        os.makedirs(self.path(folder), exist_ok=True)
        for i in range(count):
            shutil.copy(os.path.join(self.root, source), self.path(folder, f"c{i:0{width}}.yaml"))

    def files(self, folder="out", kinds=(".pdf", ".facts.json")):
        """Name and bytes of each file that was made of a specification."""
        return {name: self.read(folder, name) for name in os.listdir(self.path(folder)) if name.endswith(kinds)}

    def pdfs(self, folder="out"):
        return self.files(folder, (".pdf",))

    def leftovers(self, folder="out"):
        return [name for name in os.listdir(self.path(folder)) if name.startswith(".councilbrief-")]

    # ---- runs ----

    def start(self, *arguments, program=None, **options):
        return subprocess.Popen([program or self.program, *arguments], cwd=self.folder, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, **options)

    def run(self, *arguments, **options):
        """Exit status (negative: a signal), stdout, stderr."""
        process = self.start(*arguments, **options)
        out, err = process.communicate(timeout=300)
        return process.returncode, out, err

    def status(self, name, wanted, *arguments, **options):
        status, out, err = self.run(*arguments, **options)
        self.check(name, status == wanted, f"exit status {status}, not {wanted}\n{err}")
        return out, err


def workers_of(process):
    """Process numbers of its children, as Linux shows them."""
    try:
        with open(f"/proc/{process.pid}/task/{process.pid}/children") as file:
            return [int(number) for number in file.read().split()]
    except OSError:
        return []


def wait_for_worker(process):
    """The first worker, as soon as there is one; None when the run ended before."""
    while process.poll() is None:
        workers = workers_of(process)
        if workers:
            return workers[0]
        time.sleep(0.001)
    return None


def is_heard(process, worker):
    """Does what it prints reach the first process, and no longer whoever started that? Gone counts."""
    try:
        return os.readlink(f"/proc/{worker}/fd/2") != os.readlink(f"/proc/{process.pid}/fd/2")
    except OSError:
        return True


def signal_worker(process, number):
    """To a worker that has begun: one that is still being forked speaks with its parent's voice."""
    worker = wait_for_worker(process)
    if worker is None:
        return False
    while not is_heard(process, worker):
        time.sleep(0.001)
    try:
        os.kill(worker, number)
    except ProcessLookupError:
        return False
    return True


def is_sanitized(program):
    """Built with SAN=1? Then nothing can be said about memory."""
    with open(program, "rb") as file:
        return b"__asan_init" in file.read()
