#!/bin/bash
# docs/ci/pre-commit in a repository of its own: what is refused, what goes through, and what it looks at.
set -u
. tests/tools/check.sh
command -v git >/dev/null || {
    echo "hook: skipped, git is not installed (make deps)"
    exit 0
}
project=$PWD
program=$PWD/${BUILD:-build}/councilbrief
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=Officer GIT_COMMITTER_NAME=Officer
export GIT_AUTHOR_EMAIL=officer@example.org GIT_COMMITTER_EMAIL=officer@example.org
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE

mkdir -p "$scratch/repo/inputs/england" "$scratch/repo/inputs/data" "$scratch/repo/build"
cd "$scratch/repo"
git init -q .
cp "$project/docs/ci/pre-commit" .git/hooks/pre-commit
cp -r "$project/templates" .
cp "$project/inputs/calderdale.yaml" inputs
cp "$project"/inputs/england/{norfolk,leeds}.yaml inputs/england
cp "$project"/inputs/data/* inputs/data
echo build >.gitignore

try() { # name, status, what git commit is given
    local name=$1 wanted=$2
    shift 2
    expect_status "$name" "$wanted" env PATH="$PATH" git commit -q -m "$name" "$@"
}

git add .
try "without the program" 1
expect_text "without the program" "$scratch/err" "neither installed nor built"
ln -s "$program" build/councilbrief
try "all that is right" 0

sed -i 's/^  as_at: .*/  as_at: 2014-13-45/' inputs/calderdale.yaml
echo "Notes" >notes.txt
git add notes.txt
try "a fault that is not staged" 0
git add inputs
try "a fault" 1
expect_lines "a fault" "$scratch/err" 1 '^inputs/calderdale\.yaml:[0-9]+:[0-9]+: error\['
cp "$project/inputs/calderdale.yaml" inputs
try "mended, but not staged" 1
try "mended, and committed by name" 0 --allow-empty inputs/calderdale.yaml

name="inputs/St Mary’s Bòrough.yaml"
sed 's/^  as_at: .*/  as_at: never/' inputs/calderdale.yaml >"$name"
git add "$name"
try "a name with spaces, a fault" 1
expect_lines "a name with spaces, a fault" "$scratch/err" 1 '^inputs/St Mary’s Bòrough\.yaml:[0-9]+:[0-9]+: error\['
cp inputs/calderdale.yaml "$name"
git add "$name"
try "a name with spaces" 0
expect_lines "only what was staged is checked" "$scratch/err" 1 ': ok$'

cp inputs/data/ofsted_inspections.csv "$scratch/table.csv"
sed -i '/,Norfolk,.*2018-01-19/s/,outstanding,/,splendid,/' inputs/data/ofsted_inspections.csv
git add inputs
try "a table with a fault" 1
expect_lines "a table with a fault" "$scratch/err" 1 '^inputs/data/ofsted_inspections\.csv:[0-9]+:[0-9]+: error'
cp "$scratch/table.csv" inputs/data/ofsted_inspections.csv
echo "# next month" >>inputs/data/README
git add inputs
try "a table" 0
expect_lines "with a table all are checked" "$scratch/err" 4 ': ok$'

echo '{{ council.nam }}' >>templates/briefing/briefing.md
git add templates
try "a template with a fault" 1
expect_text "a template with a fault" "$scratch/err" "error[E310]"
git reset -q --hard
git rm -q "$name"
try "a specification taken away" 0
if [ -z "$(git status --porcelain)" ]; then pass; else fail "the hook left something behind"; fi

finish hook
