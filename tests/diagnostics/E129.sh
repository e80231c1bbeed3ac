printf 'lengths: [short, full]\ndefault: standard\n' >templates/briefing/template.yaml
"$program" check any.yaml
