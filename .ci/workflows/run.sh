#!/bin/bash
# Runs the commands of docs/ci/github.yml and docs/ci/gitlab.yml, in their order, each workflow in a fresh
# clone of the last commit. What only GitHub and GitLab can do (checkout, caches, artifacts) is left out.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
scratch=$PWD/build/workflows

# The commands of a workflow file: one shell script a step, in numbered files.
write_steps() { # file, folder
    /usr/bin/python3 - "$1" "$2" <<'PYTHON'
import pathlib, sys, yaml

workflow = yaml.safe_load(pathlib.Path(sys.argv[1]).read_text())
steps = []
for job in workflow.get("jobs", {}).values():
    steps += [step["run"] for step in job["steps"] if "run" in step]
for job in workflow.values():
    if isinstance(job, dict) and "script" in job:
        steps += job.get("before_script", []) + job["script"]
assert len(steps) > 1, f"{sys.argv[1]} has no commands"
for number, step in enumerate(steps):
    pathlib.Path(sys.argv[2], f"{number:02}.sh").write_text(step + "\n")
PYTHON
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo --preserve-env "$@"; fi
}

run_steps() { # name
    local step
    for step in "$scratch/$1.steps"/*.sh; do
        echo "workflows: $1: $(cat "$step")"
        (cd "$scratch/$1" && as_root bash -e "$step") >"$step.log" 2>&1 || {
            tail -n 30 "$step.log"
            echo "workflows: $1: this step failed"
            return 1
        }
    done
}

# The briefings are there, and the step that makes them finds nothing to do when it is run again, as
# with the folder from a cache.
check_briefings() { # name
    local specs pdfs last
    specs=$(find "$scratch/$1/inputs/england" -maxdepth 1 -name '*.yaml' | wc -l)
    pdfs=$(find "$scratch/$1/out/england" -name '*.pdf' | wc -l)
    last=$(find "$scratch/$1.steps" -name '*.sh' | sort | tail -n 1)
    (cd "$scratch/$1" && as_root bash -e "$last") >"$last.again" 2>&1
    [ "$specs" -gt 0 ] && [ "$pdfs" -eq "$specs" ] && grep -q " $specs unchanged$" "$last.again" || {
        echo "workflows: $1: $pdfs PDFs of $specs specifications; built again:"
        tail -n 5 "$last.again"
        return 1
    }
    as_root rm -rf "$scratch/$1"
    echo "workflows: $1: $(find "$scratch/$1.steps" -name '*.sh' | wc -l) steps done, $pdfs briefings"
}

as_root rm -rf "$scratch"
for name in github gitlab; do
    mkdir -p "$scratch/$name.steps"
    git clone -q . "$scratch/$name"
    write_steps "docs/ci/$name.yml" "$scratch/$name.steps"
    run_steps "$name"
    check_briefings "$name"
done
