"$program" build --to facts -o issues any.yaml 2>/dev/null
cp any.yaml renamed.yaml
"$program" check --since issues renamed.yaml
"$program" check --since issues/any.facts.json renamed.yaml
sed -i 's/Exampleshire County/Another/' issues/any.facts.json
"$program" check --since issues renamed.yaml
