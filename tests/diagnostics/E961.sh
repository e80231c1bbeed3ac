mkdir parts
"$program" build --shard 1/2 -o parts/1 any.yaml
"$program" build -o parts/all any.yaml
"$program" merge -o joined parts/1 parts/2 parts/all
