#!/bin/bash
# Briefings with pictures: what the PDF holds, and that what is refused is refused where it is named.
# With COUNCILBRIEF_KEEP_PDF set to a folder, the PDF stays there for other validators.
set -u
. tests/tools/check.sh
program=${BUILD:-build}/councilbrief
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The default template with a logo, and a figure of its own in a section.
cp -r templates "$scratch/templates"
mkdir "$scratch/templates/briefing/pictures"
cp tests/pictures/palette.png "$scratch/templates/briefing/logo.png"
cp tests/pictures/rgb-interlaced.png "$scratch/templates/briefing/pictures/own.png"
printf '\nlogo: {file: logo.png, alt: Exampleshire, width: 30}\n' >>"$scratch/templates/briefing/theme.yaml"
cat >>"$scratch/templates/briefing/sections/about.md" <<'END'

```figure
file: pictures/own.png
alt: Squares of {{ council.name }}
caption: A figure of the template’s own, for {{ council.name }}
width: 100
source: REPORT
```
END

build() { # specification, options...
    "$program" build --templates "$scratch/templates" -o "$scratch/pdf" "$@"
}

# ---- what is in the PDF ---------------------------------------------------------------------------

pdf=$scratch/pdf/briefing.pdf
expect_status "build" 0 build tests/pictures/briefing.yaml
expect_lines "no warnings" "$scratch/err" 0 '(warning|error)\['
expect_status "qpdf" 0 qpdf --check "$pdf"
expect_status "structure" 0 python3 tests/tools/pdfcheck.py "$pdf"
sed 's/DeviceGray/DeviceCMYK/' "$pdf" >"$scratch/broken.pdf"
expect_status "colours that are not allowed" 1 python3 tests/tools/pdfcheck.py "$scratch/broken.pdf"
expect_text "colours that are not allowed" "$scratch/out" 'mask is in /DeviceCMYK'
if [ -n "${COUNCILBRIEF_KEEP_PDF:-}" ]; then cp "$pdf" "$COUNCILBRIEF_KEEP_PDF/pictures.pdf"; fi

# Distinct objects: columns 3 to 9 are kind, width, height, colours, components, bits, encoding.
pdfimages -list "$pdf" | tail -n +3 | awk '!seen[$3, $11]++ {print $3, $4, $5, $6, $7, $8, $9}' >"$scratch/images"
# baseline.jpg and turned.jpg differ only in what the camera noted: one object shows both.
expect_lines "pictures, each once" "$scratch/images" 8 '^image '
expect_lines "soft masks" "$scratch/images" 3 '^smask 16 12 gray 1 8 image$'
expect_lines "pixels" "$scratch/images" 4 '^image 16 12 rgb 3 8 image$'
expect_lines "grey pixels" "$scratch/images" 1 '^image 16 12 gray 1 8 image$'
expect_lines "photographs" "$scratch/images" 2 '^image 32 24 rgb 3 8 jpeg$'
expect_lines "grey photographs" "$scratch/images" 1 '^image 32 24 gray 1 8 jpeg$'
if grep -qaF 'private' "$pdf"; then fail "what a camera noted is in the PDF"; else pass; fi

build --dump structure tests/pictures/briefing.yaml | sed 's/^ *//; s/ page [0-9]*//' >"$scratch/structure"
expect_lines "logo first" <(sed -n 2p "$scratch/structure") 1 '^Figure alt "Exampleshire"$'
expect_lines "figures" "$scratch/structure" 10 '^Figure alt "'
expect_lines "captions" "$scratch/structure" 6 '^Caption$'
expect_lines "each inside its figure" <(grep -B 1 '^Caption$' "$scratch/structure") 6 '^Figure alt "'
expect_lines "each with its source below it" "$scratch/structure" 9 '^"Source(: Exampleshire County Council, report of |s: as above)'
expect_lines "values in options" "$scratch/structure" 1 '^Figure alt "A figure of the template’s own, for Exampleshire County Council\. Squares of Exampleshire County Council"$'
expect_lines "captions in full" "$scratch/structure" 1 "^\"A figure of the template’s own, for Exampleshire County Council"

# The photograph that was taken on its side stands upright: its red corner is at the top right.
pdftoppm -r 72 "$pdf" "$scratch/page"
build --dump pages tests/pictures/briefing.yaml >"$scratch/pages"
expect_status "turned" 0 python3 - "$scratch" <<'END'
import glob, sys

def is_red(page, x, y):
    """Whether a place of a page, in points from its top left corner, is red."""
    size, pixels = page.split(b"\n", 3)[1], page.split(b"\n", 3)[3]
    at = 3 * (int(y) * int(size.split()[0]) + int(x))
    return pixels[at] > 180 and pixels[at + 1] < 80

lines = open(sys.argv[1] + "/pages", encoding="utf-8").read().splitlines()
images = [line.split() for line in lines if " image " in line and " jpeg " in line]
(number, x, y, width, height) = next(
    (int(words[0]), *map(float, words[3:7])) for words in images if float(words[6]) > float(words[5])
)
page = open(sorted(glob.glob(sys.argv[1] + "/page-*.ppm"))[number - 1], "rb").read()
corners = [is_red(page, x + right * width, y + down * height) for right, down in
           ((0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9))]
sys.exit(corners != [False, True, False, False])
END

# ---- what is refused, and where -------------------------------------------------------------------

specification() { # lines of the figure
    sed '/^figures:/,$d' tests/pictures/briefing.yaml
    printf 'figures:\n  - section: background\n    source: REPORT\n'
    printf '    %s\n' "$@"
}

refused() { # name, code, line of the figure that is at fault (from 1), lines...
    local name=$1 code=$2 line=$3
    shift 3
    specification "$@" >"$scratch/in.yaml"
    expect_status "$name" 1 build "$scratch/in.yaml"
    line=$((line + $(grep -n 'source: REPORT' "$scratch/in.yaml" | tail -n 1 | cut -d: -f1)))
    expect_lines "$name" "$scratch/err" 1 "in\.yaml:$line:[0-9]+: error\[$code\]"
}

cp tests/pictures/rgba.png "$scratch/good.png"
head -c 300 tests/pictures/rgba.png >"$scratch/short.png"
head -c 600 tests/pictures/baseline.jpg >"$scratch/short.jpg"
cp tests/pictures/cmyk.jpg "$scratch/cmyk.jpg"
printf 'This is text\n' >"$scratch/text.png"

refused "missing file" E530 1 'file: missing.png' 'alt: A map'
refused "absolute path" E531 1 "file: $scratch/good.png" 'alt: A map'
refused "path upwards" E531 2 'alt: A map' 'file: ../good.png'
refused "text" E533 1 'file: text.png' 'alt: A map'
refused "short PNG" E534 1 'file: short.png' 'alt: A map'
refused "short JPEG" E534 1 'file: short.jpg' 'alt: A map'
refused "CMYK" E535 1 'file: cmyk.jpg' 'alt: A map'
refused "blank alternative text" E214 2 'file: good.png' 'alt: "  "'
refused "width below zero" E235 3 'file: good.png' 'alt: A map' 'width: -1'
refused "width" E235 3 'file: good.png' 'alt: A map' 'width: 101'

# A file that the template takes from the specification is in the specification's folder, and a
# fault is reported there.
cp -r "$scratch/templates" "$scratch/loop"
sed -i '/^```figures/,/^```$/d' "$scratch"/loop/briefing/sections/*.md
cat >>"$scratch/loop/briefing/sections/about.md" <<'END'
{% for figure in figures %}

```figure
file: {{ figure.file }}
alt: {{ figure.alt }}
```
{% endfor %}
END
specification 'file: good.png' 'alt: A map' >"$scratch/in.yaml"
expect_status "values as options" 0 "$program" check --templates "$scratch/loop" "$scratch/in.yaml"
specification 'file: missing.png' 'alt: A map' >"$scratch/in.yaml"
expect_status "values as options" 1 "$program" check --templates "$scratch/loop" "$scratch/in.yaml"
expect_lines "values as options" "$scratch/err" 1 'in\.yaml:20:[0-9]+: error\[E530\]'

specification 'file: good.png' >"$scratch/in.yaml"
expect_status "no alternative text" 1 build "$scratch/in.yaml"
expect_text "no alternative text" "$scratch/err" '`alt` is missing'

logo() { # name, code, options of the logo
    sed -i '$d' "$scratch/templates/briefing/theme.yaml"
    printf 'logo: {%s}\n' "$3" >>"$scratch/templates/briefing/theme.yaml"
    expect_status "logo: $1" 1 build tests/pictures/briefing.yaml
    expect_lines "logo: $1" "$scratch/err" 1 "theme\.yaml:[0-9]+:[0-9]+: error\[$2\]"
}

logo "no alternative text" E202 'file: logo.png, width: 30'
logo "blank alternative text" E214 'file: logo.png, alt: " ", width: 30'
logo "too wide" E526 'file: logo.png, alt: Us, width: 300'
logo "not there" E530 'file: missing.png, alt: Us, width: 30'
logo "elsewhere" E531 'file: ../logo.png, alt: Us, width: 30'

finish pictures
