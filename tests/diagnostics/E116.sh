yes -- '- x' | head -n 200001 >many.yaml
"$program" check many.yaml
