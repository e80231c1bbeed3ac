. "$cases/tables.inc"
mkdir ../outside inside && cp table.csv ../outside && ln -s ../outside/table.csv link.csv
for file in "$PWD/table.csv" ../outside/table.csv link.csv inside/../../outside/table.csv; do
    sed "s#file: table.csv#file: $file#; s#$PWD#/srv#" spec.yaml >inside.yaml
    "$program" check inside.yaml
done
"$program" check --all spec.yaml
