#!/bin/bash
# The filters and tests in docs/templates.md come from their table: `write` puts them there, `check`
# says whether they are still those of the program.
set -u
mode=${1:?check or write}
program=${BUILD:-build}/councilbrief
page=docs/templates.md
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$program" render --filters >"$scratch/table" || exit 1
awk -v table="$scratch/table" '
    /^<!-- end of the table -->/ {inside = 0}
    !inside {print}
    /^<!-- from the table of filters/ {inside = 1; print ""; while ((getline line < table) > 0) print line; print ""}
' "$page" >"$scratch/page"

if [ "$mode" = write ]; then
    cp "$scratch/page" "$page"
elif diff -u "$page" "$scratch/page"; then
    echo "template-reference: $(grep -c '^| `' "$scratch/table") filters and tests, as in $page"
else
    echo "template-reference: $page is out of date: make template-reference"
    exit 1
fi
