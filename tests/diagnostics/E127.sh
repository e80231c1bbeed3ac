echo "lengths: [one, shrot, full, full, whole]" >templates/briefing/template.yaml
"$program" check any.yaml
