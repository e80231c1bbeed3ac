. "$cases/tables.inc"
sed -n 2p table.csv >>table.csv
"$program" check --all spec.yaml
