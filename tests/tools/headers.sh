#!/bin/bash
# Compiles every header of its own, so that each includes what it needs and nothing depends on order.
set -u
failed=0
count=0
while read -r header; do
    # shellcheck disable=SC2086
    printf '#include "%s"\nextern int unused;\n' "$header" |
        ${CC:-cc} $CFLAGS -x c -fsyntax-only - || { echo "headers: $header does not stand alone" >&2; failed=1; }
    count=$((count + 1))
done < <(for root in include src; do (cd $root && find . -name '*.h' | sed 's|^\./||'); done | sort)
echo "headers: $count compiled alone"
exit $failed
