sed "s/title: Children/title: $(printf 'Very %.0s' {1..4000})/" any.yaml >long.yaml
"$program" check long.yaml
