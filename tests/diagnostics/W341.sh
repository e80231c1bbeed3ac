echo "A part." >templates/briefing/part.md
"$program" check any.yaml
