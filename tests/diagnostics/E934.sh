mkdir odd
cp any.yaml "$(printf 'odd/a\nb.yaml')" && cp any.yaml "$(printf 'odd/caf\351.yaml')"
cp any.yaml "$(printf 'odd/\342\200\256lmay.yaml')"
"$program" check odd
"$program" build -o "$(printf 'out\033[1m')" any.yaml
