. "$cases/tables.inc"
sed -i 's/^records:/second: {key: code}\n&/' templates/tables/inspections.yaml
"$program" check --all spec.yaml
