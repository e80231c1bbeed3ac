. "$cases/tables.inc"
sed -i 's/E10000020$/E10000029/; s/    kind: o/    note: Not used yet.\n&/' spec.yaml
sed -i '/^sources/,$d' spec.yaml
"$program" check --all spec.yaml
