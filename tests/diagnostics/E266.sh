. "$cases/tables.inc"
sed -i '/ons_code/d' spec.yaml
"$program" check --all spec.yaml
