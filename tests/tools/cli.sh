#!/bin/bash
# The program from outside: exit statuses, hostile files, and that a refusal writes nothing.
set -u
. tests/tools/check.sh
program=${BUILD:-build}/councilbrief
scratch=$(mktemp -d)
trap 'chmod -R u+rwx "$scratch"; rm -rf "$scratch"' EXIT
out=$scratch/pdf

# ---- files that are not specifications: one clear diagnostic each, nothing written -------------

: >"$scratch/empty.yaml"
printf '# only a comment\n' >"$scratch/comment.yaml"
head -c 2097152 /dev/zero | tr '\0' 'a' >"$scratch/huge.yaml"
printf 'a: %s\n' "$(head -c 5000 /dev/zero | tr '\0' '[')" >"$scratch/deep.yaml"
printf 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n' >"$scratch/bomb.yaml"
printf 'council:\n  name: caf\351\n' >"$scratch/latin1.yaml"
printf 'a: 1\n---\nb: 2\n' >"$scratch/two.yaml"
printf '%s\n' '- a list' '- not a map' >"$scratch/list.yaml"
printf 'council: "no end\n' >"$scratch/quote.yaml"
mkdir "$scratch/folder.yaml" "$scratch/nothing"
mkfifo "$scratch/pipe.yaml"

refused() { # file, status, code
    expect_status "$1" "$2" "$program" build -o "$out" "$scratch/$1"
    expect_lines "$1" "$scratch/err" 1 "error\[$3\]"
    if [ -e "$out" ] && [ -n "$(ls "$out")" ]; then fail "$1: wrote $(ls "$out")"; else pass; fi
}

refused empty.yaml 1 E106
refused comment.yaml 1 E106
refused huge.yaml 1 E103
refused deep.yaml 1 E111
refused bomb.yaml 1 E112
refused latin1.yaml 1 E104
refused two.yaml 1 E114
refused list.yaml 1 E203
refused quote.yaml 1 E110
refused folder.yaml 1 E903
refused nothing 1 E903
refused pipe.yaml 3 E102
refused missing.yaml 3 E101

# ---- templates that cannot be used --------------------------------------------------------------

broken_template() { # name, status, code
    expect_status "template $1" "$2" "$program" build -o "$out" --templates "$scratch/$1" inputs/calderdale.yaml
    expect_text "template $1" "$scratch/err" "[$3]"
}

cp -r templates "$scratch/no-text" && rm "$scratch/no-text/briefing/briefing.md"
broken_template no-text 3 E101
cp -r templates "$scratch/text-folder" && rm "$scratch/text-folder/briefing/briefing.md" &&
    mkdir "$scratch/text-folder/briefing/briefing.md"
broken_template text-folder 3 E102
cp -r templates "$scratch/no-theme" && rm "$scratch/no-theme/briefing/theme.yaml"
broken_template no-theme 3 E101
cp -r templates "$scratch/no-font" && sed -i 's/Lato-Regular/No-Such-Font/' "$scratch/no-font/briefing/theme.yaml"
expect_status "template no-font" 3 "$program" build -o "$out" --templates "$scratch/no-font" inputs/calderdale.yaml
expect_status "no templates" 3 "$program" build -o "$out" --templates "$scratch/nothing" inputs/calderdale.yaml
sed 's/^  as_at: .*/&\n  template: ..\/elsewhere/' inputs/calderdale.yaml >"$scratch/outside.yaml"
refused outside.yaml 1 E905
if [ "$(id -u)" -ne 0 ]; then
    cp -r templates "$scratch/locked" && chmod 000 "$scratch/locked/briefing/briefing.md"
    broken_template locked 3 E101
fi

# ---- eight faults in one file, each with its place ----------------------------------------------

expect_status "eight faults" 1 "$program" check --all tests/golden/eight-faults/in.yaml
expect_lines "eight faults" "$scratch/err" 8 '^tests/golden/eight-faults/in\.yaml:[0-9]+:[0-9]+: error\['
expect_status "eight faults, built" 1 "$program" build -o "$out" tests/golden/eight-faults/in.yaml

# ---- the machine --------------------------------------------------------------------------------

expect_status "output under a file" 3 "$program" build -o "$scratch/empty.yaml" inputs/calderdale.yaml
if [ -w /dev/full ]; then
    expect_status "stdout is full" 3 sh -c "'$program' check inputs/calderdale.yaml >/dev/full"
fi
mkdir -p "$scratch/a" "$scratch/b" && cp inputs/calderdale.yaml "$scratch/a" && cp inputs/calderdale.yaml "$scratch/b"
expect_status "two outputs of one name" 1 "$program" build -o "$out" "$scratch/a" "$scratch/b"
expect_text "two outputs of one name" "$scratch/err" "[E902]"
expect_status "one good, one bad" 1 "$program" build -o "$out" inputs/calderdale.yaml "$scratch/empty.yaml"
[ -s "$out/calderdale.pdf" ] && pass || fail "the good one of two was not built"

# ---- usage --------------------------------------------------------------------------------------

expect_status "no command" 2 "$program"
expect_status "unknown command" 2 "$program" publish
expect_status "no specification" 2 "$program" build
expect_status "unknown option" 2 "$program" build --fast inputs
expect_status "unknown stage" 2 "$program" build --dump soul inputs
expect_status "bad day" 2 "$program" build --as-at 2018-13-01 inputs
expect_status "bad epoch" 2 env SOURCE_DATE_EPOCH=soon "$program" check inputs
expect_status "help" 0 "$program" --help
expect_status "help of build" 0 "$program" build --help
expect_status "explain" 0 "$program" explain e201
expect_text "explain" "$scratch/out" "E201 (error):"
expect_status "explain all" 0 "$program" explain
expect_status "explain nothing" 2 "$program" explain E000

finish cli
