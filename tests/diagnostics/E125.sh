. "$cases/tables.inc"
yes x | head -1001 | paste -sd, | sed 's/^x/code/' >table.csv
"$program" check --all spec.yaml
