printf 'council:\n  name: Caf\351shire\n' >latin.yaml
"$program" check latin.yaml
