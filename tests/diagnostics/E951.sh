mkdir issues
"$program" changes issues issues
mkdir -p none
"$program" build --since none any.yaml
