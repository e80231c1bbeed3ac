"$program" build --since isues any.yaml
mkdir issues
"$program" build --since isues any.yaml
for place in "$PWD/issues" ../../outside isues issues; do
    sed "s#^  as_at: .*#&\n  previous: $place#" any.yaml >with.yaml
    "$program" check with.yaml
done 2>&1 | sed "s#$PWD#/work#g" >&2
"$program" check with.yaml 2>/dev/null
