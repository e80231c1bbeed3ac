. "$cases/tables.inc"
sed -i 's/file: table.csv/file: tables.csv/' spec.yaml
"$program" check --all spec.yaml
sed -i 's/file: tables.csv/file: templates/' spec.yaml
"$program" check --all spec.yaml
