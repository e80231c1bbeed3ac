"$program" build --today 2024-08-29 any.yaml
"$program" build --today 2024-08-30 any.yaml
"$program" build --as-at 2024-08-30 any.yaml
