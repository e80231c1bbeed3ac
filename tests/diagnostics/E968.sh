"$program" build --to facts -o issues any.yaml 2>/dev/null
for place in any.yaml ./any.yaml issues/any.facts.json out/any.pdf out/manifest.json; do
    "$program" build --summary $place any.yaml
    "$program" check --summary $place any.yaml >/dev/null
done
"$program" build --deps any.yaml any.yaml
"$program" build --summary s.md --deps ./s.md any.yaml
"$program" changes -o issues/any.facts.json issues issues
ls
"$program" build --summary s.md --deps ./s.md any.yaml 2>/dev/null
