. "$cases/tables.inc"
sed -i 's/^code,council,/code,,/; s/overall,leaders/leaders,leaders/' table.csv
"$program" check --all spec.yaml
