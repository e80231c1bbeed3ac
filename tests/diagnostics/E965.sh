mkdir parts
sed 's/good/splendid/' any.yaml >other.yaml
"$program" build --format github --shard 1/2 -o parts/1 any.yaml other.yaml 2>/dev/null
"$program" build --format github --shard 2/2 -o parts/2 any.yaml other.yaml 2>/dev/null
"$program" merge -o joined parts/1 parts/2
