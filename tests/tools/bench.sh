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

# Templates: their share of a build, and python3-jinja2 on the same template and data.
if command -v valgrind >/dev/null; then
    filled=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=template_read \
        --toggle-collect=template_render "$program" build -o "$scratch" $spec 2>&1 >/dev/null |
        sed -n 's/.*Collected : *\([0-9]*\).*/\1/p')
    awk -v a="$filled" -v b="$whole" \
        'BEGIN {printf "%-46s %6.4f\n", "share of reading and filling the template", a / b}'
fi
/usr/bin/python3 -B tests/tools/template_bench.py "$program"

# A specification of about 1 MiB, with a fault in each of 5,000 records or with one in all, so that
# both runs stop after the specification. What grows with their number shows as a ratio far from 1
# in the line about half of them.
large() { # kind, records
    awk -v kind="$1" -v count="$2" 'BEGIN {
        print "briefing: {title: Bench, as_at: 2024-06-30}\ncouncil: {name: Exampleshire}"
        print "sources:\n  - {id: REPORT, title: Report}\nrecommendations:"
        for (i = 0; i < count; i++)
            printf "  - id: RECOMMENDATION-%d\n    text: %060d\n    source: REPORT\n", i, i
        print "actions:"
        for (i = 0; i < count; i++) {
            printf "  - text: Action number %d\n    source: REPORT\n", i
            if (kind == "keys") print "    statsu: planned"
            else if (kind == "references") printf "    answers: REKOMMENDATION_%d\n", i
            else if (kind == "dates") print "    due: 3 May 2024"
            else print "    status: planned"
        }
        print "unknown: 1"
    }'
}

cost_a_line() { # file
    awk -v cost="$(cost check --all "$1")" -v lines="$(wc -l <"$1")" 'BEGIN {printf "%.0f", cost / lines}'
}

large clean 5000 >"$scratch/clean.yaml"
clean=$(cost_a_line "$scratch/clean.yaml")
echo "checking $(($(wc -c <"$scratch/clean.yaml") / 1024)) KiB, $(wc -l <"$scratch/clean.yaml") lines: $clean a line"
for kind in keys references dates; do
    large $kind 5000 >"$scratch/$kind.yaml"
    large $kind 2500 >"$scratch/half.yaml"
    faulty=$(cost_a_line "$scratch/$kind.yaml")
    ratio "  the same with 5,000 wrong $kind" "$faulty" "$clean"
    ratio "  a line of it, with half as many" "$(cost_a_line "$scratch/half.yaml")" "$faulty"
done
