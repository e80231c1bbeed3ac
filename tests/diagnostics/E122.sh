. "$cases/tables.inc"
sed -i 's/County of"/County of/' table.csv
"$program" check --all spec.yaml
