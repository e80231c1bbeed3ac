"$program" build any.yaml
"$program" build --since out any.yaml
"$program" build --since out/any.facts.json any.yaml
sed -i 's#^  as_at: .*#&\n  previous: out#' any.yaml
"$program" build any.yaml
