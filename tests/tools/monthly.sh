#!/bin/bash
# docs/ci/monthly.sh in repositories of its own, each run in a clean clone of one server: what a month knows of the
# one before, and what is kept when something goes wrong.
set -u
. tests/tools/check.sh
command -v git >/dev/null || {
    echo "monthly: skipped, git is not installed (make deps)"
    exit 0
}
project=$PWD
program=$(realpath "${BUILD:-build}/councilbrief")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null PROGRAM=$program
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE SPECS DAY OUT SUMMARY BODY BRANCH REMOTE PUSH_OPTIONS FORMAT
table=inputs/data/ofsted_inspections.csv

officer() { git -c user.name=Officer -c user.email=officer@example.org "$@"; }

# What the server has, and what it was told with the last push.
git init -q --bare -b main "$scratch/server.git"
git -C "$scratch/server.git" config receive.advertisePushOptions true
printf '#!/bin/sh\necho "$GIT_PUSH_OPTION_0 $GIT_PUSH_OPTION_1" >"%s/told"\n' "$scratch" >"$scratch/server.git/hooks/post-receive"
chmod +x "$scratch/server.git/hooks/post-receive"
git clone -q "$scratch/server.git" "$scratch/office" 2>/dev/null
cd "$scratch/office" || exit 3
git checkout -q -b main 2>/dev/null
mkdir -p inputs/england inputs/data docs/ci
cp -r "$project/templates" .
cp "$project"/inputs/england/{norfolk,leeds,york}.yaml inputs/england
cp "$project"/inputs/data/* inputs/data
cp "$project/docs/ci/monthly.sh" docs/ci
printf 'build\nout\n' >.gitignore
publish() { # message
    git add -A && officer commit -q -m "$1" && git push -q origin HEAD:main
}
publish "Three councils"

same() { # name, what is there, what should be
    if [ "$2" = "$3" ]; then pass; else fail "$1: \`$2\`, not \`$3\`"; fi
}

on_server() { git -C "$scratch/server.git" "$@"; }
issues() { on_server ls-tree -r --name-only issues issues/ 2>/dev/null | tr '\n' ' '; }

month() { # name, status, day, variables...
    local name=$1 wanted=$2 day=$3
    shift 3
    rm -rf "$scratch/runner"
    git clone -q "$scratch/server.git" "$scratch/runner"
    cd "$scratch/runner" || exit 3
    expect_status "$name" "$wanted" env DAY="$day" "$@" sh docs/ci/monthly.sh
    cd "$scratch/office" || exit 3
}

# ---- one month after another, each from a clean checkout -----------------------------------------

month "the first month" 0 2026-09-01
expect_text "the first month" "$scratch/err" "the issue of 2026-09 is in the branch issues, after none"
first="issues/2026-09/changes.md issues/2026-09/leeds.facts.json issues/2026-09/norfolk.facts.json issues/2026-09/york.facts.json "
same "the first month: what is kept" "$(issues)" "$first"
expect_text "the first month: no issue before" "$scratch/runner/build/changes.md" "The first issue"
expect_text "the first month: the page on the run" "$scratch/runner/build/summary.md" "# 3 briefings: 3 built"
same "the first month: the papers" "$(cd "$scratch/runner/out/england" && echo *.pdf)" "leeds.pdf norfolk.pdf york.pdf"
same "the first month: nothing is left lying about" "$(git -C "$scratch/runner" status --porcelain)" ""
same "the first month: one work tree" "$(git -C "$scratch/runner" worktree list | wc -l)" 1
same "the branch that officers work on is theirs" "$(on_server ls-tree --name-only main | tr '\n' ' ')" ".gitignore docs inputs templates "
kept=$(on_server rev-parse issues:issues/2026-09)

row=$(grep -n ',leeds,Leeds,' $table | tail -n 1 | cut -d: -f1)
sed -i "${row}s/,good,/,outstanding,/" $table
publish "Leeds was corrected"
month "the second month" 0 2026-10-01
expect_text "the second month" "$scratch/err" "the issue of 2026-10 is in the branch issues, after 2026-09"
expect_lines "it knows the first" "$scratch/runner/build/changes.md" 1 "^Since 1.September.2026, 1 of 3 councils changed"
expect_text "it tells who changed" "$scratch/runner/build/changes.md" "Leeds"
expect_lines "it tells of nobody else" "$scratch/runner/build/changes.md" 0 "^#.*(Norfolk|York)"
expect_text "the page says so too" "$scratch/runner/build/summary.md" "## Moved since the issue before"
expect_lines "and whose" "$scratch/runner/build/summary.md" 1 '^- \*\*Leeds'
same "the issue before is as it was" "$(on_server rev-parse issues:issues/2026-09)" "$kept"
same "both are kept" "$(issues)" "$first${first//2026-09/2026-10}"

# The pull request is merged as one commit, and then the branch goes on.
git fetch -q && officer merge -q --squash origin/issues >/dev/null && publish "Two issues"
month "after it was merged" 0 2026-11-01
expect_text "after it was merged" "$scratch/err" "after 2026-10"
expect_lines "after it was merged: nothing happened" "$scratch/runner/build/changes.md" 1 "^No change since 1.October.2026 in 3 councils"
expect_text "and the page says that" "$scratch/runner/build/summary.md" "No council moved since the issue before."
same "what is to be merged is the month alone" "$(on_server diff --name-only main...issues | cut -d/ -f2 | sort -u)" 2026-11

tip=$(on_server rev-parse issues)
month "the same month again" 0 2026-11-01
expect_text "the same month again" "$scratch/err" "is in the branch issues already"
same "the same month again: nothing is pushed" "$(on_server rev-parse issues)" "$tip"
month "the same month, another day" 0 2026-11-02
expect_text "the same month, another day" "$scratch/err" "after 2026-10"
same "it is the same issue" "$(on_server ls-tree --name-only issues issues/ | tr '\n' ' ')" "issues/2026-09 issues/2026-10 issues/2026-11 "

# ---- what a server is told -------------------------------------------------------------------------

month "options of the push" 0 2026-12-01 PUSH_OPTIONS="merge_request.create merge_request.target=main"
same "options of the push" "$(cat "$scratch/told")" "merge_request.create merge_request.target=main"

# ---- when something goes wrong ---------------------------------------------------------------------

tip=$(on_server rev-parse issues)
good=$(git rev-parse HEAD)
sed -i 's/^  as_at: .*/  as_at: 2026-13-45/' inputs/england/york.yaml
publish "A fault"
month "a fault" 1 2027-01-01
expect_text "a fault" "$scratch/err" "no issue of 2027-01"
expect_text "a fault: the page has it" "$scratch/runner/build/summary.md" "inputs/england/york.yaml"
same "a fault: nothing is kept" "$(on_server rev-parse issues)" "$tip"
officer revert --no-edit HEAD >/dev/null 2>&1 && git push -q origin HEAD:main
month "no server" 3 2027-01-01 REMOTE="$scratch/nowhere.git"
expect_text "no server" "$scratch/err" "cannot be read"
same "no server: nothing is built" "$(ls "$scratch/runner/out/england")" ""
rm inputs/england/york.yaml
publish "York went elsewhere"
month "a council less" 0 2027-01-01
same "a council less" "$(on_server ls-tree --name-only issues issues/2027-01/ | tr '\n' ' ')" \
    "issues/2027-01/changes.md issues/2027-01/leeds.facts.json issues/2027-01/norfolk.facts.json "
expect_text "a council less: it is told" "$scratch/runner/build/changes.md" "York"

# Somebody wrote another issue of a month, on the branch that officers work on.
mkdir -p issues/2027-01
echo "by hand" >issues/2027-01/changes.md
publish "An issue by hand"
tip=$(on_server rev-parse issues)
month "what cannot be joined" 3 2027-02-01
expect_text "what cannot be joined" "$scratch/err" "cannot be joined with what is checked out"
same "what cannot be joined: nothing is pushed" "$(on_server rev-parse issues)" "$tip"
officer revert --no-edit HEAD >/dev/null 2>&1 && git push -q origin HEAD:main
month "once it is taken back" 0 2027-02-01

# ---- a clone that stays, as cron has it --------------------------------------------------------------

git -C "$scratch/office" checkout -q "$good" 2>/dev/null
for day in 2027-03-01 2027-04-01; do
    expect_status "cron in $day" 0 env DAY=$day REMOTE="" sh docs/ci/monthly.sh
done
expect_text "cron knows its own issue" "$scratch/err" "after 2027-03"
same "cron keeps it at home" "$(on_server rev-parse issues | wc -l):$(git ls-tree -d --name-only issues issues/ | tr '\n' ' ')" \
    "1:issues/2026-09 issues/2026-10 issues/2027-03 issues/2027-04 "
touch out/england/stray.facts.json
expect_status "cron in May" 0 env DAY=2027-05-01 REMOTE="" sh docs/ci/monthly.sh
same "what else lies in the folder is not kept" "$(git ls-tree -r --name-only issues issues/2027-05 | grep -c stray)" 0

finish monthly
