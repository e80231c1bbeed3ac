#!/bin/bash
# Golden tests: `check` compares what the program prints for tests/golden/*/in.yaml with the
# expected files beside it; `write` writes them anew. A case's options, if any, are in `options`.
#   expected.diag   diagnostics, and the exit status in the last line
#   expected.pages  the display list, set with made-up metrics (tests/pages)
#   before.yaml     the issue before, of whose facts the case is told what changed
#   expected.spec   --dump spec;  expected.text  --dump text;  expected.blocks  --dump blocks
set -u
mode=${1:?check or write}
build=${BUILD:-build}
program=$build/councilbrief
passed=0
failed=0

compare() { # name, expected file, actual file
    if [ "$mode" = write ]; then
        cp "$3" "$2"
    elif diff -u "$2" "$3" >"$scratch/diff"; then
        passed=$((passed + 1))
    else
        echo "--- $1: differs from $2"
        cat "$scratch/diff"
        failed=$((failed + 1))
    fi
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for folder in tests/golden/*/; do
    name=$(basename "$folder")
    options=()
    [ -e "${folder}options" ] && read -ra options <"${folder}options"
    since=()
    if [ -e "${folder}before.yaml" ]; then
        mkdir -p "$scratch/$name" && cp "${folder}before.yaml" "$scratch/$name/in.yaml"
        "$program" build --to facts -o "$scratch/$name" "$scratch/$name/in.yaml" >/dev/null 2>&1
        since=(--since "$scratch/$name")
        options+=("${since[@]}")
    fi
    "$program" check --all "${options[@]}" "${folder}in.yaml" 2>"$scratch/diag" >/dev/null
    echo "exit status $?" >>"$scratch/diag"
    compare "$name" "${folder}expected.diag" "$scratch/diag"
    if [ -e "${folder}expected.pages" ]; then
        "$build/tests/pages/pages" "${since[@]}" "${folder}in.yaml" 2>/dev/null >"$scratch/pages"
        compare "$name" "${folder}expected.pages" "$scratch/pages"
    fi
    for stage in spec text blocks; do
        if [ -e "${folder}expected.$stage" ]; then
            "$program" build --dump $stage "${options[@]}" "${folder}in.yaml" 2>/dev/null >"$scratch/dump"
            compare "$name" "${folder}expected.$stage" "$scratch/dump"
        fi
    done
done
[ "$mode" = write ] && exit 0
echo "golden: $passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
