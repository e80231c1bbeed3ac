. "$cases/tables.inc"
sed -i '/E10000021/d; s/"Exampleshire, County of"/Exampleshire/' table.csv
echo ',,ILACS 2023,2021-03-01,2021-03-12,2021-05-10,good,good,good' >>table.csv
echo ',,SIF,2016-03-01,2016-03-12,2016-05-10,good,good,good' >>table.csv
echo ',England,SIF,2016-03-01,2016-03-12,2016-05-10,good,good,good' >>table.csv
"$program" check --all spec.yaml
