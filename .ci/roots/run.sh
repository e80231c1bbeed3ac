#!/bin/bash
# The two commands of the README in a fresh Debian that has git and make and nothing else, one root for each
# release named: the briefings, how much work they are and, in all but this machine's own release, every test.
# Needs root or sudo.
set -eu -o pipefail
cd "$(dirname "$0")/../.."

sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
# Debian's keyring and its mirror: debootstrap makes roots of Debian on Ubuntu too.
$sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    debootstrap debian-archive-keyring >/dev/null
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep '/debian$' | head -n 1)
mirror=${mirror:-http://deb.debian.org/debian}
own=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")

unmount() {
    local place
    for place in "$root/proc" "$root/dev"; do
        if mountpoint -q "$place"; then $sudo umount "$place"; fi
    done
}

make_root() { # release
    unmount
    $sudo rm -rf "$root"
    mkdir -p build/roots
    $sudo debootstrap --variant=minbase --include=ca-certificates,git,make "$1" "$root" "$mirror" \
        >"build/roots/$1.log"
    $sudo cp /etc/resolv.conf "$root/etc/resolv.conf"
    $sudo cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
    $sudo mount -t proc proc "$root/proc"
    $sudo mount --bind /dev "$root/dev"
    $sudo git clone -q . "$root/root/councilbrief"
}

in_root() {
    $sudo chroot "$root" env HOME=/root LC_ALL=C.UTF-8 sh -c "cd /root/councilbrief && $1"
}

for release in "$@"; do
    root=$PWD/build/roots/$release
    trap unmount EXIT
    make_root "$release"
    in_root 'make deps briefings' >"build/roots/$release.briefings" 2>&1 ||
        { tail -n 40 "build/roots/$release.briefings"; exit 1; }
    echo "roots: $release: $(find "$root/root/councilbrief/out" -name '*.pdf' | wc -l) briefings"
    in_root 'apt-get install -y -qq --no-install-recommends valgrind >/dev/null && make instructions-test' \
        >"build/roots/$release.instructions" 2>&1 ||
        { tail -n 40 "build/roots/$release.instructions"; exit 1; }
    grep '^instructions: ' "build/roots/$release.instructions"
    if [ "$release" != "$own" ]; then
        in_root 'rm -rf build && make deps test' >"build/roots/$release.tests" 2>&1 ||
            { grep -vE '^ +(CC|LINK)' "build/roots/$release.tests" | tail -n 60; exit 1; }
        echo "roots: $release: every test passed, $(grep -oE '^unit: [0-9]+' "build/roots/$release.tests" | grep -oE '[0-9]+') unit tests among them"
    fi
    unmount
    $sudo rm -rf "$root"
done
