echo "lengths: [standard, full]" >templates/briefing/template.yaml
"$program" build --length standard any.yaml
sed 's/^  as_at: .*/&\n  length: full/' any.yaml >full.yaml && mv full.yaml any.yaml
"$program" build any.yaml
