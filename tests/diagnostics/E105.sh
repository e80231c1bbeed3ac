printf 'council:\n  name: Example\014shire\n' >control.yaml
"$program" check control.yaml
