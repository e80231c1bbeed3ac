. "$cases/tables.inc"
sed 's/id: I</id: J</' templates/tables/inspections.yaml >templates/tables/others.yaml
sed 's/2024-05-13,good,good/2024-05-13,good,inadequate/' table.csv >other.csv
sed -i 's/^sources:/  - file: other.csv\n    mapping: others\nsources:/' spec.yaml
"$program" check --all spec.yaml
