#!/usr/bin/env python3
"""Runs the commands of docs/ci/github.yml and docs/ci/gitlab.yml, job for job: the check of a change, and two issues a
month apart, each in a fresh clone of one server with nothing kept but what the job itself put there.

What only GitHub and GitLab can do (checkout, artifacts, schedules, opening a request) is stood in for: `gh` is a script
that notes what it is asked for, and the server is a bare repository that notes the options of a push. usage: run.py"""
import os, re, shutil, stat, subprocess, sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
SCRATCH = ROOT / "build/workflows"
TABLE = "inputs/data/ofsted_inspections.csv"
QUIET = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
OFFICER = {"GIT_AUTHOR_NAME": "Officer", "GIT_AUTHOR_EMAIL": "officer@example.org",
           "GIT_COMMITTER_NAME": "Officer", "GIT_COMMITTER_EMAIL": "officer@example.org"}


def fail(what):
    sys.exit(f"workflows: {what}")


def git(folder, *arguments, **variables):
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True,
                          env={**os.environ, **QUIET, **OFFICER, **variables}).stdout.strip()


# ---- what a file has in it ----------------------------------------------------------------------

def plain(variables):
    """Those that are no expressions of the service's own."""
    return {name: str(value) for name, value in (variables or {}).items() if "${{" not in str(value)}


def github_jobs(workflow):
    for name, job in workflow["jobs"].items():
        variables = {**plain(workflow.get("env")), **plain(job.get("env"))}
        steps = [(step["run"], {**variables, **plain(step.get("env"))}) for step in job["steps"] if "run" in step]
        yield name, steps


def gitlab_jobs(workflow):
    before = workflow.get("default", {}).get("before_script", [])
    for name, job in workflow.items():
        if isinstance(job, dict) and "script" in job:
            variables = {**plain(workflow.get("variables")), **plain(job.get("variables"))}
            yield name, [("\n".join(before + job["script"]), variables)]


def check_pins(text):
    """Every action by the commit of a release that its remark names."""
    for line in re.findall(r"uses: *(.*)", text):
        if not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line):
            fail(f"{line}: not pinned by a commit")


# ---- a server, a runner -------------------------------------------------------------------------

def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


class Service:
    """A bare repository with this project as its default branch, and what was asked of the service."""

    def __init__(self, name):
        self.name = name
        self.folder = SCRATCH / name
        self.server = self.folder / "project.git"
        self.asked = self.folder / "asked"
        self.folder.mkdir(parents=True)
        git(self.folder, "clone", "-q", "--bare", str(ROOT), str(self.server))
        for branch in git(self.server, "for-each-ref", "--format=%(refname)", "refs/heads").splitlines():
            git(self.server, "update-ref", "-d", branch)
        git(self.server, "update-ref", "refs/heads/main", git(ROOT, "rev-parse", "HEAD"))
        git(self.server, "symbolic-ref", "HEAD", "refs/heads/main")
        git(self.server, "config", "receive.advertisePushOptions", "true")
        script(self.server / "hooks/post-receive",
               f'#!/bin/sh\n[ "${{GIT_PUSH_OPTION_COUNT:-0}}" -eq 0 ] || echo "push $GIT_PUSH_OPTION_0 $GIT_PUSH_OPTION_1" >>"{self.asked}"\n')
        script(self.folder / "bin/gh", f"""#!/bin/sh
echo "gh $*" >>"{self.asked}"
for file; do :; done
if [ "$2" = list ]; then ! grep -q "pr create" "{self.asked}" || echo 7; else cp "$file" "{self.folder}/body.md"; fi
""")

    def variables(self, day):
        return {**os.environ, **QUIET, "PATH": f"{self.folder}/bin:{os.environ['PATH']}", "DAY": day, "BASE": "main",
                "MAKEFLAGS": f"-j{os.cpu_count()}", "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"), "GH_TOKEN": "none",
                "CI_PROJECT_URL": str(self.server)[:-len(".git")], "CI_DEFAULT_BRANCH": "main", "ISSUES_TOKEN": "none"}

    def run(self, job, steps, day):
        """In a fresh clone. What was compiled for the job before is put in the place of compiling it again."""
        runner = self.folder / "runner"
        built = self.folder / "built"
        if runner.exists():
            if not built.exists():
                shutil.copy2(runner / "build/councilbrief", built)
            shutil.rmtree(runner)
        for name in ("summary.md", "body.md"):
            (self.folder / name).unlink(missing_ok=True)
        git(self.folder, "clone", "-q", str(self.server), str(runner))
        if built.exists():
            (runner / "build").mkdir()
            shutil.copy2(built, runner / "build/councilbrief")
        for number, (step, variables) in enumerate(steps):
            if built.exists():
                step = re.sub(r"^(apt-get .*|make deps all)$", "", step, flags=re.M)
            if os.getuid():
                step = re.sub("^apt-get", "sudo apt-get", step, flags=re.M)
            if not step.strip():
                continue
            print(f"workflows: {self.name}, {job}, {day}: {' '.join(step.split())[:110]}", flush=True)
            done = subprocess.run(["bash", "-e", "-o", "pipefail", "-c", step], cwd=runner, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  env={**self.variables(day), **variables, "DAY": day})
            (self.folder / f"{job}-{day}-{number}.log").write_text(done.stdout)
            if done.returncode:
                fail(f"{self.name}, {job}: this step failed\n" + "\n".join(done.stdout.splitlines()[-30:]))
        return runner

    def page(self, runner):
        own = self.folder / "summary.md"
        return (own if own.exists() else runner / "build/summary.md").read_text()

    def issue(self, month):
        return git(self.server, "ls-tree", "--name-only", "issues", f"issues/{month}/").split()


def correct_leeds(service):
    """An officer corrects a grade, on the branch that officers work on."""
    office = service.folder / "office"
    git(service.folder, "clone", "-q", str(service.server), str(office))
    table = office / TABLE
    rows = table.read_text().split("\n")
    row = max(i for i, text in enumerate(rows) if ",leeds,Leeds," in text)
    rows[row] = rows[row].replace(",good,", ",outstanding,", 1)
    table.write_text("\n".join(rows))
    git(office, "commit", "-qam", "Leeds is corrected")
    git(office, "push", "-q", "origin", "HEAD:main")


def check_service(name, jobs, asked):
    service = Service(name)
    jobs = dict(jobs)
    specs = len(list((ROOT / "inputs/england").glob("*.yaml")))

    runner = service.run("check", jobs["check"], "2026-09-01")
    if f"# {specs} briefings ok, 0 refused" not in service.page(runner):
        fail(f"{name}: the page of the check says\n{service.page(runner)[:500]}")

    runner = service.run("issue", jobs["issue"], "2026-09-01")
    pdfs = len(list((runner / "out/england").glob("*.pdf")))
    kept = service.issue("2026-09")
    if not (0 < specs == pdfs == len(kept) - 1) or f"{specs} built" not in service.page(runner):
        fail(f"{name}: {pdfs} papers and {len(kept)} files kept of {specs} specifications\n{service.page(runner)[:500]}")
    if "The first issue" not in (runner / "build/changes.md").read_text():
        fail(f"{name}: the first issue does not say so")

    correct_leeds(service)
    first = git(service.server, "rev-parse", "issues:issues/2026-09")
    runner = service.run("issue", jobs["issue"], "2026-10-01")
    told = (runner / "build/changes.md").read_text()
    if not re.search(rf"^Since 1.September.2026, 1 of {specs} councils changed: Leeds", told, re.M):
        fail(f"{name}: the second issue does not know the first\n{told[:500]}")
    if not re.search(r"^- \*\*Leeds", service.page(runner), re.M):
        fail(f"{name}: the page does not say who moved\n{service.page(runner)[:500]}")
    if git(service.server, "rev-parse", "issues:issues/2026-09") != first or service.issue("2026-10") == []:
        fail(f"{name}: the issues are not kept")
    wanted = [line.format(first="2026-09-01", second="2026-10-01") for line in asked]
    if service.asked.read_text().splitlines() != wanted:
        fail(f"{name}: the service was asked\n{service.asked.read_text()}")
    print(f"workflows: {name}: a check and two issues, {pdfs} papers each, the second knows the first")
    return runner, told


def shards(runner):
    """The 153 of England in four parts under GNU parallel, one of them killed and run again: one folder, as of one run."""
    def program(*arguments):
        return subprocess.run(["build/councilbrief", *arguments], cwd=runner, capture_output=True, text=True)

    def parts(*numbers):
        return subprocess.run(["parallel", "--will-cite", "build/councilbrief", "build", "-j1", "--shard", "{}/4", "-o",
                               "parts/{}", "inputs/england", ":::", *numbers], cwd=runner, capture_output=True).returncode

    def content(folder):
        return {path.name: path.read_bytes() for path in (runner / folder).iterdir() if path.name != ".councilbrief.lock"}

    (runner / "parts").mkdir()
    killed = subprocess.Popen(["build/councilbrief", "build", "-j1", "--shard", "2/4", "-o", "parts/2", "inputs/england"],
                              cwd=runner, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    killed.stdout.readline()
    killed.kill()
    killed.wait()
    if parts("1", "3", "4") or program("merge", "-o", "joined", *(f"parts/{i}" for i in range(1, 5))).returncode != 1:
        fail("shards: a part that was killed was joined")
    if parts("2") or program("merge", "-o", "joined", *(f"parts/{i}" for i in range(1, 5))).returncode:
        fail("shards: the part was run again, and the parts were not joined")
    program("build", "-o", "whole", "inputs/england")
    if content("joined") != content("whole"):
        fail("shards: the parts are not one run")
    if not program("build", "-o", "joined", "inputs/england").stderr.rstrip().endswith("153 unchanged"):
        fail("shards: a run in the joined folder builds something")
    print(f"workflows: four parts under GNU parallel, one killed and run again: {len(content('joined'))} files as of one run")


def main():
    shutil.rmtree(SCRATCH, ignore_errors=True)
    texts = {name: (ROOT / f"docs/ci/{name}.yml").read_text() for name in ("github", "gitlab")}
    check_pins(texts["github"])
    runner, told = check_service("github", github_jobs(yaml.safe_load(texts["github"])), [
        "gh pr list --head issues --base main --state open --json number --jq .[].number",
        "gh pr create --head issues --base main --title Issue of {first} --body-file build/body.md",
        "gh pr list --head issues --base main --state open --json number --jq .[].number",
        "gh pr edit 7 --title Issue of {second} --body-file build/body.md"])
    if (SCRATCH / "github/body.md").read_text() != told:
        fail("github: the body of the pull request is not what changed")
    shards(runner)
    check_service("gitlab", gitlab_jobs(yaml.safe_load(texts["gitlab"])),
                  ["push merge_request.create merge_request.target=main"] * 2)
    shutil.rmtree(SCRATCH)


main()
