"$program" build --to facts -o issues any.yaml
"$program" build --as-at 2024-06-29 --since issues any.yaml
