. "$cases/tables.inc"
sed -i '1a name: council' templates/tables/inspections.yaml
sed -i '/mapping: inspections/a\    value: E10000021' spec.yaml
"$program" check --all spec.yaml
status=$?
# A council that this one replaced lends its rows.
sed -i '/ons_code/a\  predecessors: [{name: Otherland Borough Council}]' spec.yaml
"$program" check --all spec.yaml
exit $status
