mkdir parts
"$program" build --shard 1/1 -o parts/1 any.yaml
echo "a line more" >>parts/1/any.pdf
rm parts/1/any.facts.json
"$program" merge -o joined parts/1
