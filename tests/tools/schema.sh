#!/bin/bash
# The descriptions of the format: that docs/ is not stale, that the schema accepts what the program
# accepts and refuses what a schema can refuse, and that a starter can be begun with.
set -u
. tests/tools/check.sh
program=${BUILD:-build}/councilbrief
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
schema=$scratch/specification.schema.json

# Codes whose faults lie in one record, so that a schema can express them. Those of all others are
# in what several records say together, or in the YAML itself.
expressible='E201 E202 E203 E204 E205 E206 E209 E210 E211 E212 E213 E214 E220 E222 E234 E235 W256'

# ---- what is printed, and what stands in docs/ ----------------------------------------------------

expect_status "schema" 0 "$program" schema
cp "$scratch/out" "$schema"
[ -s "$schema" ] || finish schema || exit 1
cmp -s "$schema" docs/specification.schema.json && pass ||
    fail "docs/specification.schema.json is stale: run \`make reference\`"
expect_status "schema briefing" 0 "$program" schema briefing
cmp -s "$schema" "$scratch/out" && pass || fail "schema and schema briefing differ"
facts=$scratch/facts.schema.json
expect_status "schema facts" 0 "$program" schema facts
cp "$scratch/out" "$facts"
cmp -s "$facts" docs/facts.schema.json && pass || fail "docs/facts.schema.json is stale: run \`make reference\`"
mappings=$scratch/mapping.schema.json
expect_status "schema mapping" 0 "$program" schema mapping
cp "$scratch/out" "$mappings"
cmp -s "$mappings" docs/mapping.schema.json && pass || fail "docs/mapping.schema.json is stale: run \`make reference\`"
expect_status "schema of what has none" 2 "$program" schema pack
expect_text "schema of what has none" "$scratch/err" 'schema knows briefing, facts, mapping and changes, not `pack`'
expect_status "reference" 0 "$program" reference
cp "$scratch/out" "$scratch/specification.md"
cmp -s "$scratch/specification.md" docs/specification.md && pass ||
    fail "docs/specification.md is stale: run \`make reference\`"
for page in theme:theme-keys components:components rules:rules changes:changes-keys; do
    expect_status "reference --${page%:*}" 0 "$program" reference "--${page%:*}"
    cmp -s "$scratch/out" "docs/${page#*:}.md" && pass || fail "docs/${page#*:}.md is stale: run \`make reference\`"
done
expect_status "reference, two pages" 2 "$program" reference --rules --components
expect_status "schema, wrong use" 2 "$program" schema inputs
expect_status "schema without templates" 3 "$program" schema --templates "$scratch/nothing"

# ---- the schema and files --------------------------------------------------------------------------

check() { # mode, argument...
    expect_status "schema: $1 ${*:2}" 0 python3 tests/tools/schemacheck.py "$1" "$schema" "${@:2}"
    cat "$scratch/out"
}

check examples
check agree "$program"
# Files with warnings alone are as good as the demo inputs, but for keys of the format before (W256):
# editors underline them.
mapfile -t warned < <(grep -lx 'exit status 0' tests/diagnostics/W*.expected | grep -v W256 | sed 's/expected$/yaml/' |
    while read -r file; do [ -e "$file" ] && echo "$file"; done)
check valid inputs/*.yaml tests/diagnostics/any.yaml "${warned[@]}"
# shellcheck disable=SC2086
check wrong $(printf 'tests/diagnostics/%s.yaml ' $expressible)
for input in inputs/*.yaml; do
    head -n 1 "$input" | grep -qxF '# yaml-language-server: $schema=../docs/specification.schema.json' &&
        pass || fail "$input: its first line does not name the schema"
done

# ---- the schema of mappings ------------------------------------------------------------------------

expect_status "schema of mappings" 0 python3 tests/tools/schemacheck.py valid "$mappings" templates/tables/*.yaml
cat "$scratch/out"
mkdir "$scratch/mappings"
i=0
for wrong in 'key: code' 'records: {inspection: {id: a}}' 'records: {actions: {txt: a}}' 'colour: red
records: {actions: {text: a}}' 'where: {a: {b: c}}
records: {actions: {text: a}}' 'dates: day-month-year
records: {actions: {text: a}}' 'others: {england: {wher: {a: b}}}
records: {actions: {text: a}}'; do
    printf '%s\n' "$wrong" >"$scratch/mappings/$((i += 1)).yaml"
done
expect_status "schema of mappings, faults" 0 python3 tests/tools/schemacheck.py wrong "$mappings" "$scratch"/mappings/*.yaml
cat "$scratch/out"

# ---- the schema of facts, and facts ----------------------------------------------------------------

check_facts() { # folder
    expect_status "facts: $1" 0 python3 tests/tools/schemacheck.py facts "$facts" "$1"/*.facts.json
    cat "$scratch/out"
}

expect_status "facts of the demo inputs" 0 "$program" build --to facts -o "$scratch/demo" inputs tests/diagnostics/any.yaml
check_facts "$scratch/demo"
expect_status "facts of England" 0 "$program" build --to facts -o "$scratch/england" inputs/england
check_facts "$scratch/england"
sed 's/"precision": "day"/"precision": 7/' "$scratch/demo/norfolk.facts.json" >"$scratch/wrong.json"
expect_status "facts with a fault" 1 python3 tests/tools/schemacheck.py facts "$facts" "$scratch/wrong.json"
sed 's/"as_at": "/"asat": "/' "$scratch/demo/norfolk.facts.json" >"$scratch/wrong.json"
expect_status "facts with an unknown key" 1 python3 tests/tools/schemacheck.py facts "$facts" "$scratch/wrong.json"
expect_lines "facts with an unknown key" "$scratch/out" 2 asat\|as_at

# What docs/facts.md shows is in the form that it describes.
sed -n '/^```json$/,/^```$/{/^```/d;p}' docs/facts.md >"$scratch/excerpt.json"
expect_status "the example of docs/facts.md" 0 python3 tests/tools/schemacheck.py excerpt "$facts" "$scratch/excerpt.json"
cat "$scratch/out"
sed 's/"rule": "Where/"rule": "There/' "$scratch/excerpt.json" >"$scratch/wrong.json"
expect_status "an example with a fault" 1 python3 tests/tools/schemacheck.py excerpt "$facts" "$scratch/wrong.json"

# ---- the starter -----------------------------------------------------------------------------------

# The examples are about this day; a starter is about that of its writing.
export SOURCE_DATE_EPOCH=1516579200 # 2018-01-22

# A starter as it is, then with every example switched on. Its table names columns and has no rows.
mkdir "$scratch/data"
head -1 inputs/data/ofsted_inspections.csv >"$scratch/data/ofsted_inspections.csv"
start_with() { # name of a council
    expect_status "new $1" 0 "$program" new -o "$scratch/start.yaml" -- "$1"
    expect_status "starter for $1" 0 "$program" check "$scratch/start.yaml"
    expect_lines "starter for $1: warnings" "$scratch/err" 0 .
    cp "$scratch/start.yaml" "$scratch/off.yaml"
    expect_status "starter for $1, as bound" 0 "$program" build --dump spec "$scratch/start.yaml"
    expect_text "starter for $1" "$scratch/out" "  name: $1"
    "$program" new --with all -- "$1" >"$scratch/start.yaml" 2>"$scratch/err"
    # All but the issue before, of which there is none yet.
    sed -i '2,$s/^# //; /^  previous: /d' "$scratch/start.yaml"
    # To the facts only: the examples name a picture that is not there.
    expect_status "starter for $1, switched on" 0 "$program" build --dump spec "$scratch/start.yaml"
    check valid "$scratch/off.yaml" "$scratch/start.yaml"
    rm "$scratch/start.yaml"
}

start_with "Exampleshire County Council"
start_with "Bath & North: \"East\" #1 Council’s 'area' \\ back"
start_with "- no"

# The address of the schema leads to it, from whatever folder; where there is none, none is named.
mkdir "$scratch/My Documents" "$scratch/bare"
expect_status "new, elsewhere" 0 "$program" new -o "$scratch/My Documents/x.yaml" "Exampleshire County Council"
named=$(sed -n '1s/.*\$schema=//p' "$scratch/My Documents/x.yaml")
(cd "$scratch/My Documents" && cmp -s "$named" "$OLDPWD/docs/specification.schema.json") && pass ||
    fail "new, elsewhere: \`$named\` is not the schema"
(cd "$scratch/bare" && "$(realpath -s --relative-to=. "$OLDPWD/$program")" new -- "Exampleshire County Council") \
    >"$scratch/out" 2>&1
expect_lines "new, without a schema" "$scratch/out" 0 'schema=\.\.'

echo mine >"$scratch/mine.yaml"
expect_status "new over a file" 3 "$program" new -o "$scratch/mine.yaml" Exampleshire
expect_text "new over a file" "$scratch/mine.yaml" mine
expect_status "new in no folder" 3 "$program" new -o "$scratch/no/folder.yaml" Exampleshire
expect_status "new without a name" 2 "$program" new
expect_status "new with an empty name" 2 "$program" new " "
expect_status "new with a line end" 2 "$program" new "$(printf 'a\nb')"
expect_status "new with bytes that are no text" 2 "$program" new "$(printf 'caf\351')"
expect_status "new with a month" 2 "$program" new --as-at 2024-06 Exampleshire
expect_status "new with a day" 0 "$program" new --as-at 2024-06-30 Exampleshire
expect_text "new with a day" "$scratch/out" "as_at: 2024-06-30"
expect_status "new with a day of the environment" 0 "$program" new Exampleshire
expect_text "new with a day of the environment" "$scratch/out" "as_at: 2018-01-22"
SOURCE_DATE_EPOCH=soon expect_status "new with no such day" 2 "$program" new Exampleshire
unset SOURCE_DATE_EPOCH
before=$(date -u +%F)
expect_status "new today" 0 "$program" new Exampleshire
if grep -qE "as_at: ($before|$(date -u +%F))" "$scratch/out"; then pass; else fail "new today: another day"; fi
cp "$scratch/out" "$scratch/today.yaml"
expect_status "a starter of today" 0 "$program" check "$scratch/today.yaml"
expect_lines "a starter of today: warnings" "$scratch/err" 0 .

# ---- README.md -------------------------------------------------------------------------------------

# What a reader copies first must be right.
sed -n '/^```yaml$/,/^```$/{/^```$/q;/^```/d;p}' README.md >"$scratch/readme.yaml"
expect_status "README" 0 "$program" check "$scratch/readme.yaml"
check valid "$scratch/readme.yaml"

finish schema
