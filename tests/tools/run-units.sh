#!/bin/sh
# Runs each cmocka program it is given, prints what failed, and closes with one line of counts.
passed=0
failed=0
for program in "$@"; do
    if output=$("$program" 2>&1); then
        n=$(printf '%s\n' "$output" | sed -n 's/.*\[  PASSED  \] \([0-9]*\) test.*/\1/p' | tail -n 1)
        passed=$((passed + ${n:-0}))
        [ -n "$n" ] || { echo "$program ran no test" && failed=$((failed + 1)); }
    else
        printf '%s\n' "--- $program" "$output"
        failed=$((failed + 1))
    fi
done
echo "unit: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
