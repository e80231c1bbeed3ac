"$program" build --to facts -o old any.yaml 2>/dev/null
mv any.yaml other.yaml
"$program" build --to facts -o new other.yaml 2>/dev/null
"$program" changes old new
