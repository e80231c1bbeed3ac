cp any.yaml new.yaml
printf 'risks:\n  - {id: R1, text: Assessments may fall behind, source: OFSTED-2024}\n' >>any.yaml
"$program" build --to facts -o issues any.yaml
mv new.yaml any.yaml
"$program" build --since issues any.yaml
