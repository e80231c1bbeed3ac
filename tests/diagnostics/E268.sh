. "$cases/tables.inc"
mkdir folder
# The same table by another way to it, and its own code as a value.
sed -i '/mapping: inspections/a\  - file: folder/../table.csv\n    mapping: inspections\n    value: E10000020' spec.yaml
"$program" check --all spec.yaml
