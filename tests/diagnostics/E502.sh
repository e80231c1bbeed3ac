mkdir -p templates/briefing/fonts/lato
echo 'no font' >templates/briefing/fonts/lato/Lato-Regular.ttf
"$program" check any.yaml
