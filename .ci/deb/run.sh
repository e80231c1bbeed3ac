#!/bin/bash
# Builds the Debian package, installs it in a clean root of this distribution, and makes briefings there
# as a user would; then removes it, and nothing may be left. Needs root (or sudo) and the network.
set -eu -o pipefail
cd "$(dirname "$0")/../.."

sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
root=$PWD/build/deb/root

install_tools() {
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        debhelper dpkg-dev debootstrap lintian >/dev/null
}

# The mirror that this machine's packages come from.
mirror() {
    apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | head -n 1
}

make_root() {
    local codename
    codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
    $sudo rm -rf "$root"
    $sudo debootstrap --variant=minbase --include=ca-certificates "$codename" "$root" "$(mirror)" \
        >build/deb/debootstrap.log
    $sudo cp /etc/resolv.conf "$root/etc/resolv.conf"
    # The machine's own sources instead of debootstrap's: on Ubuntu these lack universe.
    $sudo rm -f "$root/etc/apt/sources.list"
    $sudo cp -r /etc/apt/. "$root/etc/apt/"
    $sudo chroot "$root" apt-get update -qq
}

in_root() {
    $sudo chroot "$root" env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

check_installed() {
    in_root councilbrief --version
    in_root sh -euc 'mkdir -p /tmp/work && cd /tmp/work
        councilbrief new --as-at 2026-01-31 -o exampleshire.yaml "Exampleshire County Council"
        councilbrief build exampleshire.yaml
        councilbrief build -t committee -o committee exampleshire.yaml'
    local pdf
    for pdf in out/exampleshire committee/exampleshire-committee; do
        qpdf --check "$root/tmp/work/$pdf.pdf" >/dev/null
        python3 tests/tools/pdfcheck.py "$root/tmp/work/$pdf.pdf"
    done
}

check_removed() {
    local left
    in_root apt-get purge -y -qq councilbrief >build/deb/purge.log 2>&1
    left=$(in_root find /usr /etc /var/lib -name '*councilbrief*' -not -path '/var/lib/dpkg/*')
    [ -z "$left" ] || { echo "deb: left behind: $left"; return 1; }
}

install_tools
make deb >build/deb.log 2>&1 || { tail -n 30 build/deb.log; exit 1; }
lintian --fail-on error,warning build/deb/*.changes
make_root
$sudo cp build/deb/councilbrief_*.deb "$root/tmp/"
in_root sh -c 'apt-get install -y -qq --no-install-recommends /tmp/councilbrief_*.deb' \
    >build/deb/install.log 2>&1 || { tail -n 30 build/deb/install.log; exit 1; }
check_installed
check_removed
$sudo rm -rf "$root"
echo "deb: 1 package built, installed, used and removed"
