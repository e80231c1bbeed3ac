echo "lengths: [standard, full]
default: full" >templates/briefing/template.yaml
"$program" build --length standard any.yaml
echo "lengths: [standard, full]" >templates/briefing/template.yaml
"$program" build --length standard any.yaml
