#!/bin/sh
# Puts PDFs before veraPDF in the profiles PDF/UA-1 and PDF/A-2a: run.sh [--broken] FILE...
# Needs Java 17 and mvn, which fetches veraPDF from Maven Central once. Exits with 1 if a rule fails;
# with --broken, if a file passes.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out=$here/../../build/verapdf

if [ ! -e "$out/classes/Verify.class" ] || [ "$here/Verify.java" -nt "$out/classes/Verify.class" ] ||
    [ "$here/pom.xml" -nt "$out/classes/Verify.class" ]; then
    mvn -B -q -ntp -Dstyle.color=never -f "$here/pom.xml" process-classes >&2
fi
exec java -cp "$out/classes:$out/lib/*" Verify "$@"
