#!/bin/bash
# What the program says about templates with faults: `check` compares it with the files beside the
# templates in tests/jinja/errors, `write` writes them anew. Those in data are filled from JSON,
# NAME.json or data.json; those in spec from spec.yaml. Every code of templates needs one.
set -u
mode=${1:?check or write}
. tests/tools/check.sh
program=${BUILD:-build}/councilbrief
folder=tests/jinja/errors
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

render() { # template without .md
    local data=$1.json
    case $1 in
    */spec/*) "$program" render --template "$1.md" $folder/spec.yaml ;;
    *) "$program" render --template "$1.md" --data "$([ -e "$data" ] && echo "$data" || echo $folder/data.json)" ;;
    esac
}

for template in $folder/{data,spec}/E*.md; do
    case=${template%.md}
    name=$(basename "$case")
    code=${name%%-*}
    render "$case" >"$scratch/out" 2>"$scratch/diag"
    echo "exit status $?" >>"$scratch/diag"
    if [ "$mode" = write ]; then
        cp "$scratch/diag" "$case.diag"
        continue
    fi
    if diff -u "$case.diag" "$scratch/diag" >"$scratch/diff"; then pass; else
        fail "$name: differs from $case.diag"
        cat "$scratch/diff"
    fi
    expect_text "$name: its code" "$scratch/diag" "error[$code]"
    # At least one line of carets that does not underline the whole line above it.
    if grep -qE '^ +\| +\^+' "$scratch/diag"; then pass; else fail "$name: no caret"; fi
    [ -s "$scratch/out" ] && fail "$name: something was printed"
done
[ "$mode" = write ] && exit 0

# E34x are those of the static check, which has tests of its own.
while read -r code; do
    if compgen -G "$folder/*/$code-*.md" >/dev/null; then pass; else fail "$code: no template has this fault"; fi
done < <("$program" explain | grep -oE '^E3[0-3][0-9]')

finish template-errors
