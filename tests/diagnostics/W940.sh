printf 'risks:\n  - {text: Assessments may fall behind in the north, source: OFSTED-2024}\n' >>any.yaml
"$program" build --to facts -o issues any.yaml
sed -i 's/fall behind in the north/fall behind in the far north/' any.yaml
"$program" build --since issues any.yaml
