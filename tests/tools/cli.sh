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

# ---- a word that is too wide is told where it was written, which may be in the frameworks ----------

grade=$(printf 'grade%.0s' $(seq 40))
judgement=$(printf 'judgement%.0s' $(seq 20))
cp -r templates "$scratch/wide"
sed -i "s/short_label: impact of leaders/short_label: $judgement/; s/label: outstanding, rank/label: $grade, rank/" \
    "$scratch/wide/frameworks.yaml"
expect_status "wide labels" 1 "$program" check --all --templates "$scratch/wide" inputs/england/norfolk.yaml
expect_lines "a wide grade" "$scratch/err" 1 '^[^ ]*wide/frameworks\.yaml:31:30: error\[E520\]: the word `[Gg]radegrade'
expect_lines "what it stands for" "$scratch/err" 1 '^inputs/data/ofsted_inspections\.csv:[0-9:]+ note: it is printed for this'
cp templates/frameworks.yaml "$scratch/wide"
sed -i "s/short_label: impact of leaders/short_label: $judgement/; s/told: leaders/told: $judgement/" \
    "$scratch/wide/frameworks.yaml"
expect_status "a wide judgement" 1 "$program" check --all --templates "$scratch/wide" inputs/england/norfolk.yaml
expect_text "a wide judgement" "$scratch/err" "[E520]"
expect_lines "a wide judgement" "$scratch/err" 1 '^[^ ]*wide/frameworks\.yaml:[0-9]+:22: error\[E520\]: the word `[Jj]udgementjudgement'
expect_lines "wide labels: none without a place" "$scratch/err" 0 '^error\['

# ---- eight faults in one file, each with its place ----------------------------------------------

expect_status "eight faults" 1 "$program" check --all tests/golden/eight-faults/in.yaml
expect_lines "eight faults" "$scratch/err" 8 '^tests/golden/eight-faults/in\.yaml:[0-9]+:[0-9]+: error\['
expect_status "eight faults, built" 1 "$program" build -o "$out" tests/golden/eight-faults/in.yaml

# ---- tables: what is wrong with a row is told at its place in the table, and stays in the project ----

mkdir -p "$scratch/project/specs" "$scratch/project/data"
ln -s "$PWD/templates" "$scratch/project/templates"
cp inputs/england/norfolk.yaml "$scratch/project/specs"
cp inputs/data/*.csv inputs/data/*.csv.yaml "$scratch/project/data"
in_project() { (cd "$scratch/project" && "$OLDPWD/$program" "$@"); }
sed '/,Norfolk,.*2018-01-19/s/,outstanding,/,splendid,/' inputs/data/ofsted_inspections.csv \
    >"$scratch/project/data/ofsted_inspections.csv"
expect_status "a wrong cell" 1 in_project check specs/norfolk.yaml
expect_text "a wrong cell" "$scratch/err" 'data/ofsted_inspections.csv:'
expect_text "a wrong cell" "$scratch/err" '`splendid` is not a grade of any framework'
expect_status "a wrong cell as JSON" 1 in_project check --format json specs/norfolk.yaml
expect_lines "a wrong cell as JSON" "$scratch/err" 1 '^\{"file":"data/ofsted_inspections\.csv","line":[0-9]+,"column":[0-9]+,.*"code":"E210"'
# What is made of a cell is silent where the cell itself is at fault.
table_line=$(grep -n ',Norfolk,.*2018-01-19' inputs/data/ofsted_inspections.csv | cut -d: -f1)
cell_fault() { # name, sed command on the row, code, what is said
    sed "${table_line}$2" inputs/data/ofsted_inspections.csv >"$scratch/project/data/ofsted_inspections.csv"
    expect_status "$1" 1 in_project check --all specs/norfolk.yaml
    expect_lines "$1" "$scratch/err" 1 '(error|warning)\['
    expect_text "$1" "$scratch/err" "data/ofsted_inspections.csv:$table_line:"
    expect_text "$1" "$scratch/err" "[$3]"
    expect_text "$1" "$scratch/err" "$4"
}
cell_fault "a bad date in ids" 's#2018-01-19,2018#19/01/2018,2018#' E205 'write 2018-01-19'
cell_fault "a bad date where it is one" 's#2018-01-19,2018-01-19#19/01/2018,#' E205 'write 2018-01-19'
cell_fault "a bad start of fieldwork" 's#2017-11-13#2017-13-11#' E205 'there is no month 13'
cell_fault "a cell that ids need" 's#2018-01-19,2018#,2018#' E202 '`id` comes from the column `published_listed`, which is empty here'
cell_fault "no variant" 's#,SIF,,Y#,ILACS,,#' E211 'say which one in the column `variant`: `2018-2022`'
cell_fault "an unknown kind" 's#,SIF,,Y#,SIF,,yes#' E204 'the mapping knows `Y`, `SIF`, `ILACS`'
sed 's/$/\r/' inputs/data/ofsted_inspections.csv | sed '1s/^/\xEF\xBB\xBF/' \
    >"$scratch/project/data/ofsted_inspections.csv"
expect_status "a table from a spreadsheet" 0 in_project build --dump spec specs/norfolk.yaml
cp "$scratch/out" "$scratch/spreadsheet.spec"
"$program" build --dump spec inputs/england/norfolk.yaml >"$scratch/norfolk.spec"
expect_status "and its records" 0 cmp "$scratch/norfolk.spec" "$scratch/spreadsheet.spec"
mv "$scratch/project/data" "$scratch/data" && ln -s ../data "$scratch/project/data"
expect_status "a table behind a link" 1 in_project build -o "$out" specs/norfolk.yaml
expect_text "a table behind a link" "$scratch/err" '[E261]'
rm "$scratch/project/data"
expect_status "a table that is not there" 1 in_project build -o "$out" specs/norfolk.yaml
expect_text "a table that is not there" "$scratch/err" '[E262]'

# ---- diagnostics in other forms, and strictness --------------------------------------------------

faulty=tests/golden/eight-faults/in.yaml
expect_status "json" 1 "$program" check --format json "$faulty" "$faulty"
expect_lines "json" "$scratch/err" 16 '^\{"file":"tests/golden/eight-faults/in\.yaml","line":[0-9]+,'
expect_status "json is JSON" 0 python3 -c 'import json, sys
for line in open(sys.argv[1]): json.loads(line)' "$scratch/err"
expect_status "github" 1 "$program" check --format github "$faulty"
expect_lines "github" "$scratch/err" 8 '^::error file=tests/golden/eight-faults/in\.yaml,line='
expect_status "sarif" 1 "$program" check --format sarif "$faulty" inputs "$faulty"
cp "$scratch/err" "$scratch/log.sarif"
expect_status "sarif is one log" 0 python3 -c 'import json, sys
run, = json.load(open(sys.argv[1]))["runs"]
rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
assert sum(result["level"] == "error" for result in run["results"]) == 16
assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
assert any("fixes" in result for result in run["results"])' "$scratch/log.sarif"
expect_status "sarif without faults" 0 "$program" check --format sarif inputs
cp "$scratch/err" "$scratch/log.sarif"
expect_status "sarif without faults is JSON" 0 python3 -m json.tool "$scratch/log.sarif"
expect_status "colour" 1 "$program" check --color=always "$faulty"
expect_text "colour" "$scratch/err" "$(printf '\033[1;31merror[')"
expect_status "no colour" 1 "$program" check "$faulty"
expect_lines "no colour" "$scratch/err" 0 "$(printf '\033')"

expect_status "a warning" 0 "$program" check tests/diagnostics/W226.yaml
expect_text "a warning" "$scratch/err" "warning[W226]"
expect_status "strict" 1 "$program" build -o "$scratch/strict" --strict tests/diagnostics/W226.yaml inputs/calderdale.yaml
expect_text "strict" "$scratch/err" "error[W226]"
if [ -e "$scratch/strict/W226.pdf" ]; then fail "strict: wrote a briefing with warnings"; else pass; fi
expect_status "strict, but for one" 0 "$program" build -o "$scratch/strict" --strict --allow W201,w226 tests/diagnostics/W226.yaml
expect_text "strict, but for one" "$scratch/err" "warning[W226]"
expect_status "and unchanged" 0 "$program" build -o "$scratch/strict" --strict --allow W226 tests/diagnostics/W226.yaml
expect_status "strict again" 1 "$program" build -o "$scratch/strict" --strict --allow W201 tests/diagnostics/W226.yaml
expect_status "no such warning" 2 "$program" check --allow W226,W2477 inputs
expect_text "no such warning" "$scratch/err" 'did you mean `W247`?'
expect_status "an error cannot be allowed" 2 "$program" check --allow E201 inputs
expect_text "an error cannot be allowed" "$scratch/err" 'one of an error'
expect_status "a command misspelt" 2 "$program" chek inputs
expect_text "a command misspelt" "$scratch/err" 'did you mean `check`?'

# ---- names of files ------------------------------------------------------------------------------

mkdir -p "$scratch/two/one" "$scratch/two/two"
sed '/^tables:/,/^$/d' inputs/norfolk.yaml >"$scratch/two/one/Norfolk.YAML"
cp inputs/calderdale.yaml "$scratch/two/two/calder.yml"
here=$PWD
in_folder() { (cd "$1" && shift && "$here/$program" "$@" --templates "$here/templates"); }
expect_status "an ending in capitals" 0 in_folder "$scratch/two/one" build -o ../out .
if [ -e "$scratch/two/out/Norfolk.pdf" ]; then pass; else fail "Norfolk.YAML is not Norfolk.pdf"; fi
expect_status "from another folder" 0 in_folder "$scratch/two/two" build -o ../out calder.yml
expect_lines "its specification is there" "$scratch/err" 0 'W928'
rm "$scratch/two/one/Norfolk.YAML"
expect_status "and gone" 0 in_folder "$scratch/two/two" build -o ../out calder.yml
expect_text "and gone" "$scratch/err" 'its specification `./Norfolk.YAML` is gone'
expect_text "and gone" "$scratch/err" 'delete the PDF and its facts if nobody needs them any more'
expect_status "by another template" 0 in_folder "$scratch/two/two" build -t committee -o ../out calder.yml
if [ -e "$scratch/two/out/calder-committee.pdf" ]; then pass; else fail "no calder-committee.pdf"; fi
expect_status "a file misspelt" 3 in_folder "$scratch/two/two" check calde.yml
expect_text "a file misspelt" "$scratch/err" 'did you mean `calder.yml`?'

# What stands beside a table is no specification; what only looks so is one.
mkdir "$scratch/notes" && cp inputs/calderdale.yaml "$scratch/notes/calder.yaml"
cp inputs/data/ofsted_inspections.csv inputs/data/ofsted_inspections.csv.yaml "$scratch/notes"
expect_status "a table and its note in the folder" 0 "$program" check "$scratch/notes"
expect_lines "a table and its note in the folder" "$scratch/out" 1 ': ok'
rm "$scratch/notes/ofsted_inspections.csv"
expect_status "a note without its table" 1 "$program" check "$scratch/notes"

# ---- templates are checked before any data ------------------------------------------------------

mkdir -p "$scratch/templates/wrong/sections" && cp templates/*.yaml "$scratch/templates"
cp templates/briefing/theme.yaml "$scratch/templates/wrong"
printf '%s\n' '# {{ briefing.titel }}' '{% if false %}{{ council.region }}{% endif %}' \
    '```ratings-tabel' '```' '```contents' 'deepth: 2' '```' >"$scratch/templates/wrong/briefing.md"
echo 'Never read' >"$scratch/templates/wrong/sections/spare.md"
for command in check build; do
    expect_status "$command, wrong template" 1 "$program" $command --templates "$scratch/templates" -t wrong inputs/calderdale.yaml
    expect_lines "$command, wrong template" "$scratch/err" 1 'wrong/briefing\.md:1:15: error\[E310\]: there is no `titel`'
    expect_lines "$command, wrong template" "$scratch/err" 1 'wrong/briefing\.md:2:26: error\[E340\]: `region` may be missing'
    expect_lines "$command, wrong template" "$scratch/err" 1 'wrong/briefing\.md:3:4: error\[E407\]'
    expect_lines "$command, wrong template" "$scratch/err" 1 'wrong/briefing\.md:6:1: error\[E201\]'
    expect_lines "$command, wrong template" "$scratch/err" 1 'sections/spare\.md: warning\[W341\]'
done
printf '# {{ briefing.title }}\n' >"$scratch/templates/wrong/briefing.md"
sed -i 's/^  first_left: .*/  first_left: "{{ council.region }}"/' "$scratch/templates/wrong/theme.yaml"
expect_status "wrong first line" 1 "$program" check --templates "$scratch/templates" -t wrong inputs/calderdale.yaml
expect_lines "wrong first line" "$scratch/err" 1 'wrong/theme\.yaml:[0-9]+:[0-9]+: error\[E340\]'
expect_status "the other template" 0 "$program" check -t committee inputs

# ---- the machine --------------------------------------------------------------------------------

expect_status "output under a file" 3 "$program" build -o "$scratch/empty.yaml" inputs/calderdale.yaml
expect_status "stdout is closed" 3 sh -c "'$program' build -o '$out' inputs/calderdale.yaml >&-"
expect_status "what was to be printed is in no file" 1 grep -rq calderdale.pdf "$out/.councilbrief.lock"
if [ -w /dev/full ]; then
    expect_status "stdout is full" 3 sh -c "'$program' check inputs/calderdale.yaml >/dev/full"
fi
mkdir -p "$scratch/a" "$scratch/b" && cp inputs/calderdale.yaml "$scratch/a" && cp inputs/calderdale.yaml "$scratch/b"
expect_status "two outputs of one name" 1 "$program" build -o "$out" "$scratch/a" "$scratch/b"
expect_text "two outputs of one name" "$scratch/err" "[E902]"
expect_status "one good, one bad" 1 "$program" build -o "$out" inputs/calderdale.yaml "$scratch/empty.yaml"
[ -s "$out/calderdale.pdf" ] && pass || fail "the good one of two was not built"

# ---- themes -------------------------------------------------------------------------------------

for template in briefing committee; do
    for theme in templates/themes/*.yaml; do
        name=$(basename "$theme" .yaml)
        expect_status "$template, $name" 0 "$program" check -t "$template" --theme "$name" inputs/calderdale.yaml
        expect_text "$template, $name" "$scratch/out" "inputs/calderdale.yaml: ok"
    done
done
expect_status "unknown theme" 1 "$program" check --theme plane inputs
expect_lines "unknown theme" "$scratch/err" 1 'did you mean `plain`\?'
expect_status "theme by path" 1 "$program" check --theme ../briefing/theme inputs
expect_text "theme by path" "$scratch/err" "[E912]"
sed 's/^  as_at: .*/&\n  theme: plian/' inputs/calderdale.yaml >"$scratch/theme.yaml"
expect_status "unknown theme of a specification" 1 "$program" check "$scratch/theme.yaml"
expect_lines "unknown theme of a specification" "$scratch/err" 1 'theme\.yaml:[0-9]+:10: error\[E912\]'
expect_status "theme of the command line first" 0 "$program" check --theme plain "$scratch/theme.yaml"
cp -r templates "$scratch/own" && echo 'colours: {ink: "#fff"}' >"$scratch/own/themes/own.yaml"
expect_status "faulty theme" 1 "$program" check --templates "$scratch/own" --theme own inputs/calderdale.yaml
expect_lines "faulty theme" "$scratch/err" 1 'themes/own\.yaml:1:16: error\[E525\]'
: >"$scratch/own/themes/own.yaml"
expect_status "empty theme" 0 "$program" check --templates "$scratch/own" --theme own inputs/calderdale.yaml
expect_text "empty theme" "$scratch/err" "[W540]"

# ---- lengths ------------------------------------------------------------------------------------

echo '{{ paper.length }}{% if paper.short %} s{% endif %}{% if paper.standard %} t{% endif %}{% if paper.full %} f{% endif %}' \
    >"$scratch/length.md"
rendered_length() { # what, expected text, options and specification
    expect_status "$1" 0 "$program" render --template "$scratch/length.md" "${@:3}"
    expect_lines "$1" "$scratch/out" 1 "^$2\$"
}
sed 's/^  as_at: .*/&\n  length: short/' inputs/calderdale.yaml >"$scratch/short.yaml"
rendered_length "no length is chosen" "standard s t" inputs/calderdale.yaml
rendered_length "a length of the specification" "short s" "$scratch/short.yaml"
rendered_length "a length of the command line first" "full s t f" --length full "$scratch/short.yaml"
rendered_length "page one alone" "page one alone" --length one inputs/calderdale.yaml
expect_status "a length that the template lacks" 1 "$program" check -t committee --length short inputs
expect_lines "a length that the template lacks" "$scratch/err" 1 'E128.*no length `short`, only `standard` and `full`'
expect_status "a length that the template of a specification lacks" 1 "$program" check -t committee "$scratch/short.yaml"
expect_lines "a length that the template of a specification lacks" "$scratch/err" 1 'short\.yaml:[0-9]+:11: error\[E128\]'
expect_status "any of its lengths" 0 "$program" check -t committee --length full "$scratch/short.yaml"
expect_status "the default of a template" 0 sh -c "echo 'lengths: [full, short]' >'$scratch/own/committee/template.yaml' &&
    '$program' check --templates '$scratch/own' -t committee inputs/calderdale.yaml"
expect_status "a template without lengths" 1 sh -c "rm '$scratch/own/committee/template.yaml' &&
    '$program' check --templates '$scratch/own' -t committee --length full inputs/calderdale.yaml"
expect_lines "a template without lengths" "$scratch/err" 1 'E128.*no length `full`, only `standard`$'
expect_status "a full paper" 0 "$program" build -o "$scratch/lengths" --length full inputs/calderdale.yaml
expect_lines "a full paper" "$scratch/out" 1 "lengths/calderdale-full\.pdf"

# A check looks at every length; what is wrong with several of them is told once.
cp -r templates "$scratch/long" && rm -r "$scratch/long/briefing/sections" && echo 'lengths: [short, standard, full]' >"$scratch/long/briefing/template.yaml"
cat >"$scratch/long/briefing/briefing.md" <<'END'
# {{ briefing.title }}

[A link](nowhere).
{% if paper.standard %}[Another](nowhere-else).{% endif %}
{% if paper.full %}[](https://example.org).{% endif %}
END
expect_status "a check of every length" 1 "$program" check --templates "$scratch/long" inputs/calderdale.yaml
expect_lines "what all lengths have" "$scratch/err" 1 'E403.*`nowhere`[^()]*$'
expect_lines "what two lengths have" "$scratch/err" 1 'E403.*`nowhere-else`[^()]*$'
expect_lines "what one length has" "$scratch/err" 1 'E418.*\(only in the full paper\)$'
expect_status "a check of one length" 1 "$program" check --templates "$scratch/long" --length full inputs/calderdale.yaml
expect_lines "a check of one length" "$scratch/err" 0 'only in'

# ---- fonts by family ------------------------------------------------------------------------------

lato=/usr/share/fonts/truetype/lato
use_fonts "$scratch/machine" "$lato"/Lato-{Regular,Italic,Bold,BoldItalic,Semibold}.ttf
with_fonts() { # lines below `fonts`
    printf 'fonts:\n%s\n' "$1" >"$scratch/own/themes/own.yaml"
    "$program" build --templates "$scratch/own" --theme own -o "$scratch/family" inputs/calderdale.yaml
}
# The theme sets headings in the bold face of its text, and so does a family.
expect_status "a family" 0 with_fonts '  family: lato'
expect_status "the files of that family" 0 "$program" build -o "$scratch/files" inputs/calderdale.yaml
expect_status "the same bytes by family and by file" 0 cmp "$scratch/family/calderdale.pdf" "$scratch/files/calderdale.pdf"
expect_text "the manifest knows what the family was" "$scratch/family/manifest.json" "$scratch/machine/fonts/Lato-Regular.ttf"
rm "$scratch/machine/fonts/Lato-Regular.ttf" && ln -s "$lato/Lato-Medium.ttf" "$scratch/machine/fonts/Lato-Regular.ttf"
expect_status "another font under the same name" 0 with_fonts $'  family: Lato\n  heading: lato/Lato-Bold.ttf'
cmp -s "$scratch/family/calderdale.pdf" "$scratch/files/calderdale.pdf" && fail "a changed font was not noticed" || pass
rm -r "$scratch/machine/fonts" "$scratch/family"
expect_status "a family that is not installed" 3 with_fonts '  family: Lato'
expect_lines "a family that is not installed" "$scratch/err" 1 'themes/own\.yaml:2:11: error\[E545\]'
expect_status "files beside a family that nobody needs" 0 with_fonts "  family: Lato
  regular: lato/Lato-Regular.ttf
  italic: lato/Lato-Italic.ttf
  bold: lato/Lato-Bold.ttf
  bold_italic: lato/Lato-BoldItalic.ttf
  heading: lato/Lato-Bold.ttf"
FONTCONFIG_FILE=$scratch/none.conf expect_status "no family, no fontconfig" 0 "$program" check inputs/calderdale.yaml
[ -s "$scratch/err" ] && fail "fontconfig was asked: $(head -n 1 "$scratch/err")" || pass
unset FONTCONFIG_FILE

# ---- variants -----------------------------------------------------------------------------------

for options in "" --large-print --greyscale "--large-print --greyscale"; do
    expect_status "build $options" 0 "$program" build $options -o "$scratch/variants" inputs/calderdale.yaml
done
for name in calderdale calderdale-large-print calderdale-greyscale calderdale-large-print-greyscale; do
    [ -s "$scratch/variants/$name.pdf" ] && pass || fail "there is no $name.pdf"
done
"$program" build --large-print --dump pages inputs/calderdale.yaml >"$scratch/large"
expect_lines "no text under 16 pt in large print" "$scratch/large" 0 '^[0-9]+ text [^ ]+ [0-9. ]+ [a-z][a-z0-9-]* ([0-9]|1[0-5])\.'
"$program" build --dump pages inputs/calderdale.yaml >"$scratch/standard"
if grep -qE '^[0-9]+ text [^ ]+ [0-9. ]+ [a-z][a-z0-9-]* (9|12)\.' "$scratch/standard"; then pass; else
    fail "the standard print has no text of 9 pt to compare with"
fi
expect_text "the footer says it" "$scratch/large" "Large print ·"
"$program" build --greyscale --dump pages inputs/calderdale.yaml >"$scratch/grey"
grep -oE '#[0-9a-f]{6}' "$scratch/grey" | sort -u >"$scratch/colours"
expect_lines "greys alone" "$scratch/colours" "$(wc -l <"$scratch/colours")" '^#([0-9a-f]{2})\1\1$'

# ---- what was made before does not matter -------------------------------------------------------

in_order() { # folder, names
    local folder=$1
    shift
    "$program" build -j1 -o "$scratch/$folder" "${@/#/inputs/}" >/dev/null 2>&1
}

in_order up calderdale.yaml cumbria.yaml herefordshire.yaml norfolk.yaml
in_order down norfolk.yaml herefordshire.yaml cumbria.yaml calderdale.yaml
for name in calderdale cumbria herefordshire norfolk; do
    in_order "alone-$name" $name.yaml
    for order in up down; do
        if cmp -s "$scratch/$order/$name.pdf" "$scratch/alone-$name/$name.pdf"; then
            pass
        else
            fail "$name is not the same built alone and among others ($order)"
        fi
    done
done

# ---- render: a template's text, without late binding --------------------------------------------

printf '{{ council.name }}: {{ 7 / 2 }}\n' >"$scratch/t.md"
printf '{"council": {"name": "*Norfolk*"}}\n' >"$scratch/t.json"
expect_status "render data" 0 "$program" render --template "$scratch/t.md" --data "$scratch/t.json"
expect_text "render data" "$scratch/out" "*Norfolk*: 3.5"
expect_status "render a specification" 0 "$program" render --template "$scratch/t.md" inputs/norfolk.yaml
expect_text "render a specification" "$scratch/out" "Norfolk County Council: 3.5"
expect_status "render without template" 3 "$program" render --template "$scratch/no.md" --data "$scratch/t.json"
expect_status "render without data" 3 "$program" render --template "$scratch/t.md" --data "$scratch/no.json"
expect_status "render a refused specification" 1 "$program" render --template "$scratch/t.md" "$scratch/empty.yaml"
expect_status "render nothing" 2 "$program" render
expect_status "render data and specification" 2 "$program" render --template "$scratch/t.md" --data "$scratch/t.json" inputs/norfolk.yaml
printf '%s\t%s\n' "$scratch/t.md" "$scratch/t.json" "$scratch/t.md" "$scratch/quote.yaml" >"$scratch/list"
expect_status "render a list" 1 "$program" render --list "$scratch/list"
expect_lines "render a list" "$scratch/out" 1 '^done 15$'
expect_lines "render a list" "$scratch/out" 1 '^refused$'

# ---- usage --------------------------------------------------------------------------------------

expect_status "no command" 2 "$program"
expect_status "unknown command" 2 "$program" publish
expect_status "no specification" 2 "$program" build
refused_option() { # message, arguments
    local message=$1
    shift
    expect_status "$*" 2 "$program" "$@"
    expect_lines "$*" "$scratch/err" 1 "^councilbrief: $message\$"
}
refused_option 'build has no option `--fast`' build --fast inputs
refused_option 'build has no option `--gryscale`; did you mean `--greyscale`\?' build --gryscale inputs
refused_option 'build has several options that begin with `--worker`' build --worker=3 inputs
refused_option 'check has no option `-o`' check -o "$scratch" inputs
refused_option '--force takes nothing behind it' build --force=yes inputs
refused_option '--template needs NAME behind it' build inputs -t
refused_option '--theme needs NAME behind it, not nothing' build --theme= inputs
refused_option '--dump knows spec, text, blocks, words, pages and structure, not `soul`' build --dump soul inputs
refused_option '--format knows text, json, github and sarif, not `xml`' check --format xml inputs
refused_option '--color knows auto, always and never, not `sometimes`' check --colour=sometimes inputs
refused_option '--as-at needs a day such as 2018-01-22, not `2018-01`' new --as-at 2018-01 Mytown
refused_option '--as-at needs a day such as 2018-01-22, not `2018-13-01`' build --as-at 2018-13-01 inputs
refused_option '--jobs needs a number from 0 to 256, not `-1`' build -j-1 inputs
refused_option '--worker-seconds needs a number from 1 to 1048576, not `0`' check --worker-seconds 0 inputs
expect_status "too many operands" 2 "$program" explain E101 E102
expect_text "too many operands" "$scratch/err" 'usage: councilbrief explain [CODE]'
expect_status "bad epoch" 2 env SOURCE_DATE_EPOCH=soon "$program" check inputs
expect_status "help" 0 "$program" --help
for command in build check merge new schema reference explain render; do
    expect_status "help of $command" 0 "$program" $command --help
    expect_lines "help of $command" "$scratch/out" 1 "^usage: councilbrief $command"
done
expect_status "version" 0 "$program" --version
expect_text "version, that of the package" "$scratch/out" \
    "councilbrief $(sed -n '1s/.*(\(.*\)).*/\1/p' debian/changelog)"
expect_status "explain" 0 "$program" explain e201
expect_text "explain" "$scratch/out" "E201 (error):"
expect_status "explain a rule" 0 "$program" explain E226
expect_text "explain a rule" "$scratch/out" "    The framework was in use when fieldwork began. It is so in all 492 reports;"
expect_status "explain without a rule" 0 "$program" explain E101
if grep -q "What holds" "$scratch/out"; then fail "explain without a rule: one is told"; else pass; fi
expect_status "explain a component" 0 "$program" explain figure
expect_text "explain a component" "$scratch/out" "figure (component)"
expect_text "explain a component" "$scratch/out" "    alt (required)"
expect_text "explain a component" "$scratch/out" '    ```figure'
expect_status "explain all" 0 "$program" explain
expect_status "explain nothing" 2 "$program" explain E000
expect_text "explain nothing" "$scratch/err" 'no diagnostic and no component `E000`; `councilbrief explain` lists'
expect_status "explain almost a component" 2 "$program" explain judgments
expect_text "explain almost a component" "$scratch/err" 'did you mean `judgements`?'
for products in "" , pdf, ,facts; do
    expect_status "--to '$products'" 2 "$program" build --to "$products" inputs/norfolk.yaml
    expect_text "--to '$products'" "$scratch/err" '--to lacks a word; it knows pdf and facts'
done

finish cli
