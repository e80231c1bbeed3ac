mkdir parts another
cp any.yaml a.yaml && cp any.yaml b.yaml
sed 's/^  title: .*/  title: Another title/' any.yaml >another/any.yaml
"$program" build --shard 1/2 -o parts/1 any.yaml
"$program" build --shard 2/2 -o parts/2 a.yaml another/any.yaml
for part in 1 2; do "$program" build --shard $part/2 -o parts/$part a.yaml b.yaml; done
"$program" merge -o joined parts/1 parts/2
