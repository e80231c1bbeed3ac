"$program" build --to facts -o issues any.yaml
sed -i 's/leaders: good/leaders: outstanding/' any.yaml
"$program" build --since issues any.yaml
