sed 's/Exampleshire/Otherton/' any.yaml >old.yaml && mv any.yaml new.yaml && mv old.yaml any.yaml
"$program" build --to facts -o issues any.yaml
mv new.yaml any.yaml
"$program" build --since issues any.yaml
