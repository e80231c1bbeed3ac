printf 'council: %s\n' "$(printf '[%.0s' {1..70})" >deep.yaml
"$program" check deep.yaml
