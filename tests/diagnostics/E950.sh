"$program" build --to facts any.yaml 2>/dev/null
"$program" changes out/any.facts.json out
