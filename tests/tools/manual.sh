#!/bin/bash
# docs/councilbrief.1 against the program: every command and option stands in it with its argument, it names
# none that the program lacks, its words and limits are the program's, and mandoc has nothing to say of it.
set -u
. tests/tools/check.sh
program=${BUILD:-build}/councilbrief
page=docs/councilbrief.1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

same() { # what, the program's, the page's
    if ! [ -s "$2" ]; then fail "$1: the program names none"; return; fi
    if diff "$2" "$3" >"$scratch/diff"; then pass; else
        fail "$1: < only in the program, > only in the page"
        cat "$scratch/diff"
    fi
}

mapfile -t commands < <("$program" --help | sed -nE 's/^  councilbrief ([a-z]+).*/\1/p')

# "  -o, --output FOLDER  ..." becomes ".It Fl o , -output Ar folder".
for command in "${commands[@]}"; do
    "$program" "$command" --help
done | sed -nE 's/^  (-(.), |    )--([a-z-]+)( ([A-Z/]+))?( .*|$)/.It Fl \2 , -\3 Ar \5/p' |
    sed -E 's/Fl  , /Fl /; s/ Ar $//; s/Ar ([A-Z/]+)$/Ar \L\1/' | sort -u >"$scratch/options"
grep '^\.It Fl' "$page" | sort -u >"$scratch/options.page"
same "options" "$scratch/options" "$scratch/options.page"

printf '.It Cm %s\n' "${commands[@]}" | sort >"$scratch/commands"
grep '^\.It Cm' "$page" | sort >"$scratch/commands.page"
same "commands" "$scratch/commands" "$scratch/commands.page"
printf '.Cm %s\n' "${commands[@]}" | sort >"$scratch/synopsis"
sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESC/p' "$page" | grep '^\.Cm' | sort >"$scratch/synopsis.page"
same "synopsis" "$scratch/synopsis" "$scratch/synopsis.page"

# The words that an argument may be, in every entry that takes some.
item() { # an option's name: its entry
    awk -v item="$1" '/^\.(It|El)/ { inside = $0 ~ item "( |$)" } inside' "$page"
}
"$program" completion bash | sed -nE "s/^ +'(build|check) --([a-z]+)'.* word \"\\\$word\" '(.*)' ;;/\2 \3/p" |
    sort -u >"$scratch/words"
[ -s "$scratch/words" ] && pass || fail "no option has words"
while read -r option words; do
    for word in $words; do
        if item "-$option" | grep -qE "^\.Cm (.* )?$word( |$)"; then pass; else fail "--$option: \`$word\` is not in the page"; fi
    done
done <"$scratch/words"

# The numbers that hold without an option.
"$program" build --help | sed -nE 's/^ +--([a-z-]+) N .*\(([0-9]+)\)$/\1 \2/p' >"$scratch/numbers"
[ -s "$scratch/numbers" ] && pass || fail "no option has a number"
while read -r option number; do
    if item "-$option" | grep -q "default is $number\."; then pass; else fail "--$option: $number is not in the page"; fi
done <"$scratch/numbers"

if command -v mandoc >/dev/null; then
    mandoc -T lint -W style "$page" >"$scratch/lint" 2>&1
    if [ -s "$scratch/lint" ]; then fail "mandoc: $(cat "$scratch/lint")"; else pass; fi
else
    fail "mandoc is not installed (make deps)"
fi

finish manual
