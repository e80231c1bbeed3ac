#!/bin/bash
# A case for every diagnostic, tests/diagnostics/CODE.*, and what the program says about it in
# CODE.expected. `check` compares; `write` writes the expected files anew.
#   CODE.yaml        a specification
#   CODE.md          a template (briefing.md), filled from any.yaml; it may include "part.md"
#   CODE.theme       lines of theme.yaml, in place of those with the same keys
#   CODE.overlay     a theme of templates/themes, laid over the template's own
#   CODE.frameworks  a file of frameworks
#   CODE.holidays    a file of bank holidays
#   CODE.sh          commands that bring about what no text can: a missing file, too many of them
# Where `explain CODE` prints an example, the case must hold its wrong lines, and must be accepted
# with the right ones in their place.
set -u
. tests/tools/check.sh
mode=${1:?check or write}
program=$(realpath "${BUILD:-build}/councilbrief")
cases=$PWD/tests/diagnostics
tools=$PWD/tests/tools
templates=$PWD/templates
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Families of fonts are looked for among these, whatever else the machine has.
use_fonts "$scratch/machine" /usr/share/fonts/truetype/lato/Lato-{Regular,Italic,Bold,BoldItalic,Semibold}.ttf \
    /usr/share/fonts/truetype/dejavu/DejaVuSans{,-Bold}.ttf

# Diagnostics that nothing outside the program can bring about, each with where it is tested.
unprovoked='E311 the template is checked for it before any data (E340): tests/template
E316 the template is checked for it before any data (E341): tests/template
E350 needs a system without memory for messages: tests/tools/files.py
E419 the Markdown parser runs out of memory
W511 needs a machine without the package that deps installs
E527 components draw no more than fits on a page: tests/layout/test_drawing.c
E550 needs a font that is broken in one place: tests/tools/fonts.py
E551 needs patterns that are installed and cannot be read: tests/layout/test_hyphen.c
E601 a title is required before (E202): tests/pdf/test_gate.c
E602 the language is checked before: tests/pdf/test_gate.c
E603 components write their own alternative texts: tests/pdf/test_gate.c
E604 empty column headings are refused before (E414): tests/pdf/test_gate.c
E605 headings are checked before (E412): tests/pdf/test_gate.c
E606 links without words are refused before (E418): tests/pdf/test_gate.c
E608 LIMIT_PAGES is reached before: tests/pdf/test_pdf.c
E609 tables and components set the scope of every header cell: tests/pdf/test_gate.c
E610 fonts are checked when they are read (E502, E504): tests/pdf/test_gate.c
E611 characters without a glyph are refused before (E510): tests/pdf/test_gate.c
E612 link addresses are checked before (E403): tests/pdf/test_gate.c
E613 dates are checked before (E205): tests/pdf/test_gate.c
E614 needs a font that is broken in one place: tests/tools/fonts.py
E615 a fault of the library that cuts fonts down: tests/pdf/test_cache.c
E690 a fault of the program: tests/pdf/test_gate.c
E691 a fault of the library that makes the PDF
E920 sanitizers do not live with a limit of memory: tests/tools/batch.py
E921 needs a moment that no expected file can foresee: tests/tools/batch.py
E922 needs a moment that no expected file can foresee: tests/tools/batch.py
E923 needs a moment that no expected file can foresee: tests/tools/batch.py
E924 takes too long: tests/tools/kill.py
E925 needs a system without any process to spare
E933 sanitizers do not live with a limit of memory: tests/tools/files.py
E935 needs a disk that fails: tests/tools/files.py'

# Makes the folder $scratch/run, so that the paths in messages are short and always the same.
make_folder() {
    rm -rf "$scratch/run" && mkdir -p "$scratch/run/templates/briefing"
    cp "$templates"/*.yaml "$scratch/run/templates"
    cp "$templates/briefing/theme.yaml" "$scratch/run/templates/briefing"
    cp -r "$templates/themes" "$scratch/run/templates"
    echo '# {{ briefing.title }}' >"$scratch/run/templates/briefing/briefing.md"
    cp "$cases/any.yaml" "$scratch/run"
}

# The template of most cases prints a title and nothing else, of which W264 would tell every time.
without_unprinted() {
    awk '/^[^ ]/ {inside = /\[W264\]/} !inside' "$scratch/diag" >"$scratch/diag.kept"
    mv "$scratch/diag.kept" "$scratch/diag"
}

# The issue before that a specification names: the same, so that nothing has changed since.
make_issue() { # file, its name
    mkdir -p issues/2024-05 before && sed '/^  previous: /d' "$1" >"before/$2"
    "$program" build --to facts -o issues/2024-05 "before/$2" >/dev/null 2>&1
}

run_case() { # file
    local spec=any.yaml theme=()
    make_folder
    cd "$scratch/run" || exit 3
    grep -q '"part\.md"' "$1" && echo 'A part of the text.' >templates/briefing/part.md
    case $1 in
    *.yaml)
        spec=$(basename "$1") && cp "$1" "$spec"
        grep -q '^  previous: ' "$spec" && make_issue "$1" "$spec"
        ;;
    *.md) cp "$1" templates/briefing/briefing.md ;;
    *.theme) python3 "$tools/theme_with.py" "$templates/briefing/theme.yaml" "$1" >templates/briefing/theme.yaml ;;
    *.overlay) cp "$1" templates/themes/overlay.yaml && theme=(--theme overlay) ;;
    *.frameworks) cp "$1" templates/frameworks.yaml ;;
    *.holidays) cp "$1" templates/bank-holidays.yaml ;;
    esac
    case $1 in
    *.sh) (. "$1") >/dev/null 2>"$scratch/diag" </dev/null ;;
    *) "$program" check --all "${theme[@]}" "$spec" >/dev/null 2>"$scratch/diag" ;;
    esac
    local status=$?
    [[ $1 == *W264* ]] || without_unprinted
    echo "exit status $status" >>"$scratch/diag"
    cd "$OLDPWD" || exit 3
}

compare() { # code, expected file
    if [ "$mode" = write ]; then
        cp "$scratch/diag" "$2"
    elif diff -u "$2" "$scratch/diag" >"$scratch/diff"; then
        pass
    else
        fail "$1: differs from $2"
        cat "$scratch/diff"
    fi
}

# The lines below "Wrong:" or "Right:" of what `explain` printed.
example_lines() { # heading
    awk -v heading="$1:" '/^[^ ]/ {inside = $0 == heading; next}
                          inside && /^    / {print substr($0, 5)}' "$scratch/explained"
}

# What `explain` calls wrong is in the case; with what it calls right, nothing is said.
check_example() { # code, file
    local text wrong right mended=$scratch/$1.${2##*.}
    "$program" explain "$1" >"$scratch/explained"
    text=$'\n'$(<"$2")$'\n'
    wrong=$'\n'$(example_lines Wrong)$'\n'
    right=$'\n'$(example_lines Right)$'\n'
    if [ -z "${wrong//$'\n'/}" ]; then
        fail "$1: no example beside its code"
    elif [[ $text != *"$wrong"* ]]; then
        fail "$1: the wrong lines of its example are not in $2"
    else
        text=${text/"$wrong"/"$right"}
        printf '%s' "${text#$'\n'}" >"$mended"
        run_case "$mended"
        if [ "$(<"$scratch/diag")" = "exit status 0" ]; then pass; else
            fail "$1: the right lines of its example are not accepted"
            cat "$scratch/diag"
        fi
    fi
}

check_code() { # code
    local file found=
    for file in "$cases/$1".{yaml,md,theme,overlay,frameworks,holidays,sh}; do
        [ -e "$file" ] || continue
        found=yes
        run_case "$file"
        grep -q "\[$1\]" "$scratch/diag" || fail "$1: $file does not bring it about"
        compare "$1" "$cases/$1.expected"
        [ "${file##*.}" = sh ] || check_example "$1" "$file"
    done
    if [ -z "$found" ] && ! grep -q "^$1 " <<<"$unprovoked"; then
        fail "$1: no case in tests/diagnostics"
    elif [ -n "$found" ] && grep -q "^$1 " <<<"$unprovoked"; then
        fail "$1: has a case, and is listed as one that cannot have"
    fi
}

# Some of the codes, so that every processor has its share: those at `first`, first + step, ...
check_share() { # first, step
    scratch=$scratch/$1
    mkdir "$scratch"
    while read -r code _; do check_code "$code"; done < <("$program" explain | awk -v first="$1" \
        -v step="$2" 'NR % step == first')
    echo "$passed $failed" >"$scratch.counts"
}

shares=$(nproc)
for ((share = 0; share < shares; share++)); do (check_share "$share" "$shares") & done
wait
while read -r share_passed share_failed; do
    passed=$((passed + share_passed))
    failed=$((failed + share_failed))
done < <(cat "$scratch"/*.counts)

# A case of a code that is no more, or an example of one, would prove nothing.
for file in "$cases"/[EW]*.*; do
    code=$(basename "${file%.*}")
    "$program" explain "$code" >/dev/null 2>&1 || fail "$file: there is no $code"
done
[ "$mode" = write ] && [ $failed -eq 0 ] && exit 0
finish diagnostics
