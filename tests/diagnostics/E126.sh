. "$cases/tables.inc"
sed -i 's/"Exampleshire, County of"/Exampleshire/; s/,/;/g' table.csv
"$program" check --all spec.yaml
status=$?
# Tabs, and cells in quotation marks that hold the mark.
printf 'code\tcouncil\nE10000020\t"Exampleshire\tCounty of"\n' >table.csv
"$program" check --all spec.yaml
exit $status
