mkfifo rules.mk
mkdir -p folder/any.pdf
"$program" build --deps rules.mk any.yaml
"$program" build -o folder any.yaml
rm rules.mk && ln -s out/any.pdf rules.mk
"$program" build --deps rules.mk any.yaml
