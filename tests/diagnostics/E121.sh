. "$cases/tables.inc"
sed -i 's/"Exampleshire, County of"/Exampleshire, County of/; s/^\(E10000021,.*\),good$/\1/' table.csv
"$program" check --all spec.yaml
