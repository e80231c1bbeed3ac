. "$cases/tables.inc"
cat >templates/tables/plan.yaml <<'END'
optional: [Owner, Due]
records: {actions: {text: <Action>, owner: <Owner>, due: <Due>, source: OFSTED}}
END
echo 'Action,Owner,Sponsor
Train the panel,HR,Chief executive' >plan.csv
sed -i 's/^sources/  - file: plan.csv\n    mapping: plan\n&/' spec.yaml
"$program" check --all spec.yaml
