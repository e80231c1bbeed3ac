#!/bin/sh
# Installs the Debian or Ubuntu packages that building, testing and running need and that are missing.
set -eu

packages='gcc libc6-dev make pkg-config
libyaml-dev libhpdf-dev libharfbuzz-dev libmd4c-dev libhyphen-dev hyphen-en-gb
libutf8proc-dev liblcms2-dev libpng-dev libjpeg-dev libxxhash-dev libdeflate-dev libfontconfig-dev libcmocka-dev
fonts-lato fonts-dejavu-core fonts-urw-base35 unicode-data poppler-utils qpdf mandoc git python3 python3-jinja2 python3-jsonschema python3-yaml'

missing=
for package in $packages; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0

sudo=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "deps: run as root, or install sudo; missing:$missing" >&2
        exit 3
    }
    sudo=sudo
fi
echo "deps: installing$missing"
$sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
