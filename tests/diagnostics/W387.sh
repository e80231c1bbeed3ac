. "$cases/tables.inc"
sed -i 's/^words/name: council\ncompare: {}\n&/' templates/tables/inspections.yaml
sed -i 's/^    mapping: inspections/&\n    take: comparison/' spec.yaml
for i in 2 3 4; do
    echo "E1000002$i,Place $i,ILACS 2023,2024-03-11,2024-03-22,2024-05-20,good,good,good" >>table.csv
done
cat >>spec.yaml <<'END'
inspections:
  - id: I2024
    framework: ILACS_2023
    fieldwork: 2024-03-04/2024-03-15
    published: 2024-05-13
    overall: requires_improvement
    judgements: {leaders: requires_improvement, care_leavers: good}
    source: OFSTED
END
"$program" check --all spec.yaml
