. "$cases/tables.inc"
cat >>templates/tables/inspections.yaml <<'END'
    note: <council>
END
sed -i 's/"Exampleshire, County of"/#REF!/' table.csv
"$program" check --all spec.yaml
