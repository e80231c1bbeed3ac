"$program" build --to facts -o old any.yaml 2>/dev/null
"$program" build --to facts -o new any.yaml 2>/dev/null
cp new/any.facts.json new/any-draft.facts.json
"$program" changes old new
mv old/any.facts.json old/other.facts.json
"$program" changes old new >/dev/null
"$program" changes new old >/dev/null
