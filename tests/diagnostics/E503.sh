mkdir -p templates/briefing/fonts/lato
truncate -s 33M templates/briefing/fonts/lato/Lato-Regular.ttf
"$program" check any.yaml
