#!/bin/bash
# Ratios of one run, never absolute claims: instructions counted by callgrind where it is installed,
# else user time over many runs.
set -u
program=${BUILD:-build}/councilbrief
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cost() { # arguments of the program
    if command -v valgrind >/dev/null; then
        valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$@" 2>&1 >/dev/null |
            sed -n 's/.*Collected : *\([0-9]*\).*/\1/p'
    else
        local start
        start=$(date +%s%N)
        for _ in 1 2 3 4 5; do "$program" "$@" >/dev/null 2>&1; done
        echo $((($(date +%s%N) - start) / 5000))
    fi
}

ratio() { # name, a, b
    awk -v name="$1" -v a="$2" -v b="$3" 'BEGIN {printf "%-46s %6.2f\n", name, a / b}'
}

spec=inputs/norfolk.yaml
whole=$(cost build -o "$scratch" $spec)
for stage in spec text blocks pages; do
    ratio "share of a whole build up to $stage" "$(cost build --dump $stage $spec)" "$whole"
done
ratio "a whole build, twice over in one run" "$(cost build -o "$scratch" $spec inputs/cumbria.yaml inputs/calderdale.yaml)" "$whole"
