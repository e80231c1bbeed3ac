#!/bin/bash
# The stress set: builds tests/stress and what its make.py makes, and compares the PDFs word by word.
#   stress.sh        what is quick, and the demo briefings
#   stress.sh all    the largest too
# With COUNCILBRIEF_KEEP_PDF set to a folder, the PDFs stay there for other validators. With
# COUNCILBRIEF_PDFJS set to one where .ci/pdfjs is installed, pdf.js must read the same words too.
set -u
. tests/tools/check.sh
program=${BUILD:-build}/councilbrief
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
keep=${COUNCILBRIEF_KEEP_PDF:-}
pdfjs=${COUNCILBRIEF_PDFJS:-}
words=0
words_pdfjs=0
large='table paragraph'
[ "${1:-}" = all ] && large="$large columns pages"

# The stress template wears the look of the real one.
mkdir -p "$scratch/templates" "$scratch/specs" "$scratch/pdf"
cp -r templates/. tests/stress/templates/. "$scratch/templates"
cp templates/briefing/theme.yaml "$scratch/templates/stress/"
# shellcheck disable=SC2086
python3 tests/stress/make.py "$scratch/specs" $large || exit 1
cp tests/stress/*.yaml "$scratch/specs"
stress=(--templates "$scratch/templates" -t stress)

to_stderr() { # command: where expect_status shows it
    "$@" >&2
}

count_words() { # variable: adds what words.py has just printed
    local count
    count=$(sed -n 's/.*: \([0-9]*\) words in order.*/\1/p' "$scratch/err")
    printf -v "$1" '%d' $((${!1} + ${count:-0}))
}

check_pdfjs() { # PDF, options and specification
    local pdf=$1
    shift
    expect_status "$pdf: pdf.js" 0 node "$pdfjs/outline.mjs" "$pdf"
    mv "$scratch/out" "$scratch/outline"
    expect_status "$pdf: words by pdf.js" 0 \
        to_stderr python3 tests/tools/words.py --outline "$scratch/outline" "$pdf" "$program" "$@"
    count_words words_pdfjs
}

check_pdf() { # name, specification, options that end in the name of a template, or none
    local name=$1 spec=$2 pdf="$scratch/pdf/$1${3:+-${!#}}.pdf"
    shift 2
    expect_status "$name" 0 "$program" build -o "$scratch/pdf" "$@" "$spec"
    expect_status "$name: structure" 0 to_stderr python3 tests/tools/pdfcheck.py "$pdf"
    expect_status "$name: words" 0 to_stderr python3 tests/tools/words.py "$pdf" "$program" "$@" "$spec"
    count_words words
    "$program" build --dump structure "$@" "$spec" >"$scratch/$name.structure" 2>/dev/null
    [ -z "$keep" ] || cp "$pdf" "$keep"
    [ -z "$pdfjs" ] || check_pdfjs "$pdf" "$@" "$spec"
}

refused() { # name, beginning of the code
    expect_status "$1" 1 "$program" build -o "$scratch/pdf" "${stress[@]}" "$scratch/specs/$1.yaml"
    expect_text "$1" "$scratch/err" "error[$2"
    if [ -e "$scratch/pdf/$1-stress.pdf" ]; then fail "$1: a PDF was written"; else pass; fi
}

# pages NAME LEAST: so many pages at the least
pages() {
    local count
    count=$(pdfinfo "$scratch/pdf/$1-stress.pdf" | sed -n 's/^Pages: *//p')
    if [ "$count" -ge "$2" ]; then pass; else fail "$1: $count pages, not $2"; fi
}

# spans NAME ELEMENT: an element of that kind has text on two pages
spans() {
    if awk -v tag="$2" '$1 ~ /^[A-Z]/ {open = $1} /^ *".*" page [0-9]+$/ && open == tag {found = 1}
        END {exit !found}' "$scratch/$1.structure"; then
        pass
    else
        fail "$1: no $2 goes over a page"
    fi
}

for spec in inputs/*.yaml; do
    check_pdf "$(basename "$spec" .yaml)" "$spec"
    check_pdf "$(basename "$spec" .yaml)" "$spec" -t committee
done
for name in words names lists hostile $large; do
    check_pdf "$name" "$scratch/specs/$name.yaml" "${stress[@]}"
done
refused rtl E5
refused emoji E5

# That a word too many, a word changed and two words in the wrong order are noticed.
notices() { # name, sed command: the PDF of `words` is held against a specification changed by it
    sed "$2" "$scratch/specs/words.yaml" >"$scratch/changed.yaml"
    expect_status "words: $1" 1 python3 tests/tools/words.py "$scratch/pdf/words-stress.pdf" \
        "$program" "${stress[@]}" "$scratch/changed.yaml"
    expect_text "words: $1" "$scratch/out" ': structure: at word '
}
notices "a word missing" 's/baffling difficulty/difficulty/'
notices "a word changed" 's/baffling/bafling/'
notices "two words exchanged" 's/baffling difficulty/difficulty baffling/'

# That a word is noticed which stands in no block.
for kind in 'cell strong' note caption; do
    printf '#!/bin/sh\n"%s" "$@" | sed "/^ *%s/d"\n' "$(realpath "$program")" "$kind" >"$scratch/silent"
    chmod +x "$scratch/silent"
    expect_status "words: a $kind in no block" 1 \
        python3 tests/tools/words.py "$scratch/pdf/norfolk.pdf" "$scratch/silent" inputs/norfolk.yaml
    expect_text "words: a $kind in no block" "$scratch/out" 'is in no block'
done

# That the set is as hard as it says.
pages table 15
pages paragraph 6
spans table TH
spans paragraph P
spans paragraph Link
expect_lines "table: row headers" "$scratch/table.structure" 400 '^ +TH .*scope row'
expect_lines "table: one row of column headers" "$scratch/table.structure" 4 '^ +TH .*scope column'
if [ "${1:-}" = all ]; then
    pages pages 300
    elements=$(grep -vc '^ *"' "$scratch/pages.structure")
    if [ "$elements" -ge 6000 ]; then pass; else fail "pages: $elements elements, not 6000"; fi
fi

echo "stress: $words words stand in the structure in order, each found whole"
[ -z "$pdfjs" ] || echo "stress: $words_pdfjs words read in order by pdf.js"
finish stress
