. "$cases/tables.inc"
sed -i 's/^records:/where: {framework: ILACS-2022}\n&/' templates/tables/inspections.yaml
"$program" check --all spec.yaml
