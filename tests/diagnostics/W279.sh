. "$cases/tables.inc"
cat >templates/tables/areas.yaml <<'END'
key: code
records: {inspections: {id: I<published>, areas: [{text: <text>, source: OFSTED}]}}
END
echo 'code,published,text
E10000020,2024-05-13,The stability of the workforce
E10000020,2026-05-18,The quality of plans' >areas.csv
sed -i 's/^sources/  - file: areas.csv\n    mapping: areas\n&/' spec.yaml
"$program" check --all spec.yaml
