#!/bin/bash
# The demo briefings as PDF: sound, tagged, embedded, the same on every build, and with every fact.
set -u
. tests/tools/check.sh
program=${BUILD:-build}/councilbrief
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

expect_status "build" 0 "$program" build -o "$scratch/a" inputs
expect_status "build elsewhere" 0 env TZ=Pacific/Kiritimati LC_ALL=de_DE.UTF-8 LANG=tr_TR.UTF-8 \
    "$program" build -o "$scratch/b" inputs
expect_status "build with a date" 0 env SOURCE_DATE_EPOCH=1700000000 "$program" build -o "$scratch/c" inputs
# Every fact stands in the full papers; what each length leaves out, lengths-test looks after.
for length in one short full; do
    for run in "a" "b" "c SOURCE_DATE_EPOCH=1700000000"; do
        expect_status "build $length" 0 env ${run#?} "$program" build --length "$length" -o "$scratch/${run%% *}" inputs
    done
done

# A text as one line with single spaces; hyphens at line ends put their words together again.
normalise() {
    python3 -c 'import re, sys
text = sys.stdin.read().replace("\u00ad\n", "").replace("\u00a0", " ").replace("\u202f", " ")
sys.stdout.write(re.sub(r"\s+", " ", text))'
}

check_facts() { # name
    local id text
    [ -e "tests/pdf/$1.txt" ] || return 0
    while IFS=$'\t' read -r id text; do
        [ -n "$text" ] || continue
        case $id in \#*) continue ;; esac
        if grep -qF -- "$text" "$scratch/$1-full.text"; then pass; else fail "$1: $id: \`$text\` is not in the PDF"; fi
    done < <(sed 's/\xc2\xa0/ /g' "tests/pdf/$1.txt")
}

# Names of elements and texts in the order of the structure, a line each, without attributes.
spoken() { # pdf
    pdfinfo -struct-text "$1" | sed -E 's/^ +//; s/ ?(".*")? \((block|inline)\):?$//; s/:$//' | grep -av '^/'
}

# What members are asked to do is a list whose numbers are labels: in a briefing 1, in a report 1.1.
expect_list() { # name heading number pdf
    spoken "$4" | tr '\n' '|' >"$scratch/spoken"
    expect_lines "$1: recommendations are a list" "$scratch/spoken" 1 \
        "\\|H2\\|\"$2\"\\|L\\|LI\\|Lbl\\|\"$3\"\\|LBody\\|P\\|"
}

expect_status "build for a committee" 0 "$program" build -t committee -o "$scratch/report" inputs/norfolk.yaml
expect_list norfolk "Members are asked to" 1 "$scratch/a/norfolk.pdf"
expect_list committee "1 Recommendations: the committee is asked to" 1.1 "$scratch/report/norfolk-committee.pdf"
# The chart's title is the caption in its figure.
spoken "$scratch/a/norfolk.pdf" | tr '\n' '|' >"$scratch/spoken"
expect_lines "norfolk: captions of charts" "$scratch/spoken" 1 \
    '\|Figure\|Caption\|"What Ofsted judged, and what the government did"\|'

# What changed since the issue before is heard where it is read: its classes in their order, and "new"
# or "corrected" behind the value itself, but in no bookmark.
mkdir "$scratch/before" && cp tests/golden/since/before.yaml "$scratch/before/in.yaml"
expect_status "the issue before" 0 "$program" build --to facts -o "$scratch/issue" "$scratch/before/in.yaml"
for length in one short standard full; do
    expect_status "since, $length" 0 "$program" build --to pdf --length $length --since "$scratch/issue" -o "$scratch/since" \
        tests/golden/since/in.yaml
done
expect_status "since, for a committee" 0 "$program" build --to pdf -t committee --since "$scratch/issue" -o "$scratch/since" \
    tests/golden/since/in.yaml
for pdf in "$scratch"/since/*.pdf; do
    name=since/$(basename "$pdf" .pdf)
    expect_status "$name: structure" 0 python3 tests/tools/pdfcheck.py "$pdf"
    spoken "$pdf" | tr '\n' '|' >"$scratch/spoken"
    expect_lines "$name: a new value in a head" "$scratch/spoken" 1 '\|TH[^|]*\|"April 2024.\(new\)"\|'
    expect_lines "$name: what is new in a sentence" "$scratch/spoken" 1 '\|P\|(Span\|"2\.1 "\|)?"Since 1 March 2024: one inspection, '
    qpdf --json --json-key=outlines "$pdf" >"$scratch/outlines" 2>/dev/null
    expect_lines "$name: no mark in a bookmark" "$scratch/outlines" 0 '\((new|corrected)\)'
done
spoken "$scratch/since/in.pdf" | tr '\n' '|' >"$scratch/spoken"
expect_lines "since: the classes, in order" "$scratch/spoken" 1 \
    '"Since the last issue, 1 March 2024"\|Sect\|H3\|"What happened"\|L\|.*\|H3\|"What moved"\|L\|.*\|H3\|"Corrected"\|L\|.*\|H3\|"Withdrawn"\|L\|.*\|H3\|"Newly recorded, not known to be new"\|L\|'
expect_lines "since: corrected, behind the value" "$scratch/spoken" 1 \
    '\|TR\|TH\|"April 2020.\(corrected\)"\|TD\|"The government issues an improvement notice\."\|'

for pdf in "$scratch"/a/*.pdf; do
    name=$(basename "$pdf" .pdf)
    cmp -s "$pdf" "$scratch/b/$name.pdf" && pass || fail "$name: differs under another time zone and locale"
    cmp -s "$pdf" "$scratch/c/$name.pdf" && fail "$name: SOURCE_DATE_EPOCH changes nothing" || pass
    expect_status "$name: qpdf" 0 qpdf --check "$pdf"
    expect_status "$name: structure" 0 python3 tests/tools/pdfcheck.py "$pdf"
    pdfinfo "$pdf" >"$scratch/info" 2>&1
    expect_lines "$name: tagged" "$scratch/info" 1 '^Tagged: +yes'
    expect_lines "$name: title" "$scratch/info" 1 '^Title: +[^ ]'
    expect_lines "$name: pdf version" "$scratch/info" 1 '^PDF version: +1\.7'
    pdffonts "$pdf" | tail -n +3 >"$scratch/fonts"
    expect_lines "$name: fonts embedded, subset, with Unicode" "$scratch/fonts" \
        "$(wc -l <"$scratch/fonts")" '^[A-Z]{6}\+.* yes yes yes '
    expect_status "$name: pages" 0 pdftotext -layout "$pdf" "$scratch/layout"
    # Without running headers and footers, which would stand in the middle of a sentence.
    pdftotext -raw -x 0 -y 40 -W 600 -H 755 "$pdf" - | normalise >"$scratch/$name.text"
    expect_lines "$name: page numbers" "$scratch/layout" \
        "$(sed -n 's/^Pages: *//p' "$scratch/info")" 'Page [0-9]+ of [0-9]+'
    case $name in *-full) check_facts "${name%-full}" ;; esac
done

finish pdf
