cp any.yaml other.yaml
"$program" build any.yaml other.yaml 2>/dev/null
rm other.yaml
"$program" build any.yaml
