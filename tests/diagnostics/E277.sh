. "$cases/tables.inc"
sed -i 's/id: I<published>/id: <framework as frameworks>/' templates/tables/inspections.yaml
sed -i 's/ILACS 2023/ILACS 2024/' table.csv
"$program" check --all spec.yaml
