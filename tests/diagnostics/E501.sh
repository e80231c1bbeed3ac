mkdir -p templates/briefing/fonts/lato
: >templates/briefing/fonts/lato/Lato-Regular.ttf
"$program" check any.yaml
