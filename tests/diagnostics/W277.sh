. "$cases/tables.inc"
cat >templates/tables/outturn.yaml <<'END'
key: code
records:
  funding:
    amount: <outturn>
    status: spent
    source: OFSTED
END
echo 'code,outturn
E10000020,[x]' >outturn.csv
sed -i 's/^sources/  - file: outturn.csv\n    mapping: outturn\n&/' spec.yaml
"$program" check --all spec.yaml
