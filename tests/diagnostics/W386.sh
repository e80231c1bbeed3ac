. "$cases/tables.inc"
sed -i 's/^words/name: council\ncompare: {}\n&/' templates/tables/inspections.yaml
sed -i 's/2024-03-22,2024-05-20/2024-03-22,20 May or so/' table.csv
"$program" check --all spec.yaml
