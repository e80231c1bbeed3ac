mkdir parts
"$program" build --shard 1/2 -o parts/1 any.yaml
"$program" build --shard 2/2 -o parts/2 --as-at 2024-07-31 any.yaml
"$program" merge -o joined parts/1 parts/2
"$program" merge -o joined parts/1
