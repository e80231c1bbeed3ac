"$program" build --to facts --as-at 2018-03-01 -o march any.yaml 2>/dev/null
"$program" build --to facts --as-at 2018-02-01 -o february any.yaml 2>/dev/null
"$program" changes march/any.facts.json february/any.facts.json
