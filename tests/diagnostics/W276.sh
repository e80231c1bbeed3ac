. "$cases/tables.inc"
sed -i 's/^words/name: council\n&/' templates/tables/inspections.yaml
sed -i 's/^E10000021,Otherland/E10000019,Exampleshire/' table.csv
"$program" check --all spec.yaml
