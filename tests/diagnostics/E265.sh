. "$cases/tables.inc"
sed -i 's/mapping: .*/mapping: inspection/' spec.yaml
"$program" check --all spec.yaml
sed -i 's#mapping: .*#mapping: ../inspections#' spec.yaml
"$program" check --all spec.yaml
