#!/bin/bash
# The checks with random cases, for hours: what .ci/run has no time for. Each round draws other cases, from the
# seeds that follow SEED, and a fault is told with the seed that gives it again.
# usage: soak.sh BUILD; SEED=N where to begin, ROUNDS=N how many, SCALE=N per cent of the counts below
set -u
build=$1 program=$1/councilbrief
seed=${SEED:-100} rounds=${ROUNDS:-4} scale=${SCALE:-100}
faults=0

many() { # count: as many as the scale asks for
    local count=$(($1 * scale / 100))
    echo $((count > 0 ? count : 1))
}

run() { # title, command...
    local title=$1 began=$SECONDS
    shift
    echo "== $title"
    "$@" || { echo "soak: FAILED: $*"; faults=$((faults + 1)); }
    echo "soak: $title: $((SECONDS - began)) s"
}

jinja() { /usr/bin/python3 -B tests/tools/oracle.py "$@"; }

for ((round = 0; round < rounds; round++, seed++)); do
    run "random templates against Jinja, seed $seed" jinja random "$program" "$(many 50000)" "$seed"
    run "runs with little memory, seed $seed" python3 -B tests/tools/low_memory.py "$program" "$(many 3000)" "$seed"
    run "killed runs, seed $seed" python3 tests/tools/kill.py "$program" "$(many 1000)" "$seed"
done

# These go by counts alone: a longer run has all the cases of a shorter one.
run "random arguments against Jinja" jinja arguments "$program" "$(many 20000)"
run "templates that pass the check" env TEMPLATES="$(many 500000)" "$build/tests/template/test_property"
run "silence where nobody looked" python3 -B tests/tools/silence.py "$program" "$(many 2000)"
run "hostile values in every place" python3 -B tests/tools/hostile.py "$program" $((scale < 100 ? 50 : 1))
for spec in inputs/*.yaml; do
    run "faults at their own lines in $spec" python3 tests/tools/places.py "$program" "$spec" $((scale < 100 ? 50 : 1))
done
run "briefings in one run" python3 tests/tools/many.py "$program" "$(many 100000)"
if [ "$scale" -ge 100 ]; then
    run "speed, as it grows" python3 -B bench/bench.py "$program" "$build/bench" --full
fi

echo "soak: $faults of these failed"
[ "$faults" -eq 0 ]
