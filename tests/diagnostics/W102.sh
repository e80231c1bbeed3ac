echo "lengths: [standard, full]
default: full" >templates/briefing/template.yaml
"$program" build --length standard any.yaml
echo "lengths: [standard, full]" >templates/briefing/template.yaml
"$program" build --length standard any.yaml
# A file that this run makes beside the paper is not left over from one that made it alone.
"$program" build --to facts --output facts any.yaml
"$program" build --output facts any.yaml
