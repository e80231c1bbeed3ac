# Sourced by the shell tests: counts what passed and what failed, and says which.
passed=0
failed=0

pass() {
    passed=$((passed + 1))
}

fail() {
    echo "--- $*"
    failed=$((failed + 1))
}

# expect_status NAME WANTED COMMAND...: runs it, keeps stdout and stderr in $scratch/out and $scratch/err.
expect_status() {
    local name=$1 wanted=$2 got
    shift 2
    "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    got=$?
    if [ "$got" -eq "$wanted" ]; then
        pass
    else
        fail "$name: exit status $got, not $wanted"
        head -n 20 "$scratch/err"
    fi
}

# expect_text NAME FILE TEXT: the file holds the text.
expect_text() {
    if grep -qF -- "$3" "$2"; then
        pass
    else
        fail "$1: \`$3\` is not in the output"
        head -n 20 "$2"
    fi
}

# expect_lines NAME FILE COUNT PATTERN: so many lines match.
expect_lines() {
    local count
    count=$(grep -cE -- "$4" "$2")
    if [ "$count" -eq "$3" ]; then
        pass
    else
        fail "$1: $count lines match \`$4\`, not $3"
        head -n 20 "$2"
    fi
}

# use_fonts FOLDER FILE...: fontconfig knows these fonts and no others from here on.
use_fonts() {
    local folder=$1
    shift
    mkdir -p "$folder/fonts"
    ln -s "$@" "$folder/fonts"
    printf '<fontconfig><dir>%s/fonts</dir><cachedir>%s/cache</cachedir></fontconfig>\n' \
        "$folder" "$folder" >"$folder/fonts.conf"
    export FONTCONFIG_FILE=$folder/fonts.conf
}

finish() { # suite
    echo "$1: $passed passed, $failed failed"
    [ $failed -eq 0 ] && [ $passed -gt 0 ]
}
