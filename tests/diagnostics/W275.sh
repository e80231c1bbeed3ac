. "$cases/tables.inc"
cat >templates/tables/neighbours.yaml <<'END'
key: code
second: {key: number}
records:
  comparators:
    name: <name for neighbour>
    why: Statistical neighbour
    source: OFSTED
END
echo 'code,neighbour
E10000020,301' >neighbours.csv
echo 'number,name
302,Barnet' >councils.csv
sed -i 's/^sources/  - file: neighbours.csv\n    mapping: neighbours\n    second: councils.csv\n&/' spec.yaml
"$program" check --all spec.yaml
