. "$cases/tables.inc"
sed -i '1a name: council' templates/tables/inspections.yaml
"$program" check --all spec.yaml && sed -i 's/name: Exampleshire County/name: Elsewhere County/' spec.yaml
"$program" check --all spec.yaml
