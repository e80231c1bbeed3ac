#!/bin/bash
# Installs the YAML language server of package.json into a scratch folder and holds it against the
# schema, the demo inputs and the faulty specifications of tests/diagnostics.
set -eu
here=$(dirname "$(realpath "$0")")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp "$here/package.json" "$here/check.mjs" "$scratch"
(cd "$scratch" && npm install --silent --no-audit --no-fund)
node "$scratch/check.mjs" "$(realpath "$here/../..")"
