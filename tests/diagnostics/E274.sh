. "$cases/tables.inc"
sed -i 1d table.csv
"$program" check --all spec.yaml
