. "$cases/tables.inc"
sed -i 's/County of"/County of" (part)/; s/Otherland/Other "land"/' table.csv
"$program" check --all spec.yaml
