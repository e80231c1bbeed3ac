. "$cases/tables.inc"
sed -i 's/care leavers$/care leaver/' table.csv
"$program" check --all spec.yaml
