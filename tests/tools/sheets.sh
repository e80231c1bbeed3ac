#!/bin/bash
# Contact sheets, for looking at every page: sheets.sh OUT PDF... makes OUT/NAME.png of each.
# For people, not for tests: needs ImageMagick beside the packages that `make deps` installs.
set -eu -o pipefail
out=$1
shift
command -v montage >/dev/null || {
    echo "sheets: install imagemagick, whose montage puts the pages together" >&2
    exit 3
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$out"
for pdf in "$@"; do
    name=$(basename "$pdf" .pdf)
    rm -f "$scratch"/page-*
    pdftoppm -r 60 -png "$pdf" "$scratch/page"
    montage "$scratch"/page-*.png -tile 5x -geometry +8+8 -background '#5a5a5a' "$out/$name.png"
    echo "$out/$name.png"
done
