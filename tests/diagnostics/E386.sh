. "$cases/tables.inc"
sed -i 's/^    mapping: inspections/&\n    take: comparison/' spec.yaml
"$program" check --all spec.yaml
