. "$cases/tables.inc"
sed -i 's/<framework as frameworks>/<framework as framework>/; s/^key/colour: red\nkey/' templates/tables/inspections.yaml
sed -i 's/id: I<published>/id: I<published/; s/<from>/<from or>/; s/inspections:$/inspection:/' templates/tables/inspections.yaml
"$program" check --all spec.yaml
sed -i 's/inspection:$/inspections:/; s/^key: code/council: name_of_it/; s/overall:/overal:/' templates/tables/inspections.yaml
"$program" check --all spec.yaml
