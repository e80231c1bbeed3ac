#!/bin/bash
# The shells' completions: bash's as bash itself calls it, fish's by fish, the syntax of all three. Shells
# that are not there are named; with `all`, which .ci/run uses, they must be there.
set -u
. tests/tools/check.sh
program=$PWD/${BUILD:-build}/councilbrief
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

mkdir -p "$scratch/work/templates/themes" "$scratch/work/templates/own" "$scratch/work/in puts" "$scratch/bin"
ln -s "$program" "$scratch/bin/councilbrief"
: >"$scratch/work/templates/own/theme.yaml"
: >"$scratch/work/templates/themes/plain.yaml"
: >"$scratch/work/norfolk.yaml"
: >"$scratch/work/notes.txt"
PATH=$scratch/bin:$PATH

for shell in bash zsh fish; do
    expect_status "completion $shell" 0 "$program" completion $shell
    cp "$scratch/out" "$scratch/complete.$shell"
done
expect_status "completion of another shell" 2 "$program" completion tcsh
expect_text "completion of another shell" "$scratch/err" 'knows bash, zsh and fish, not `tcsh`'

# ---- bash -----------------------------------------------------------------------------------------

expect_status "syntax of bash" 0 bash -n "$scratch/complete.bash"

# What bash offers for these words, the last of which is being written, on one line.
offered() {
    bash --norc -c 'set -u; . "$1"; shift; cd "$1"; shift
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        function=$(complete -p councilbrief | sed "s/.*-F \([^ ]*\).*/\1/")
        "$function" councilbrief "${@: -1}" "${@: -2:1}"
        printf "%s\n" "${COMPREPLY[@]}"' bash "$scratch/complete.bash" "$scratch/work" councilbrief "$@" |
        sort | paste -sd '|'
}

offers() { # what, words
    local wanted=$1 got
    shift
    got=$(offered "$@")
    if [ "$got" = "$wanted" ]; then pass; else fail "councilbrief $*: offers \`$got\`, not \`$wanted\`"; fi
}

offers "build" bu
offers "--help|--version" --
offers "sarif" build --format sa
offers "json" build --format = j
offers "github|json|sarif|text" check --format =
offers "--greyscale" build --gr
offers "--fail-fast|--force|--format" build --fo x.yaml --f
offers "own" build -t ""
offers "own" check --template o
offers "plain" check --theme ""
offers "in puts|norfolk.yaml|templates" build ""
offers "norfolk.yaml" build --strict no
offers "in puts|templates" build -o ""
offers "in puts|norfolk.yaml|notes.txt|templates" build --deps ""
offers "E201" explain E201
offers "bash|fish|zsh" completion ""
offers "" build -j ""
offers "" schema x
offers "briefing|changes|facts|mapping" schema ""
offers "json|markdown|pdf|text" changes --to ""
offers "in puts|norfolk.yaml|notes.txt|templates" changes ""
offers "github|json|sarif|text" changes --format ""
offers "facts|pdf" build --to ""

# Every option that help names is offered.
for command in build check changes merge new schema reference explain render completion; do
    "$program" $command --help | grep -oE '^ +(-., )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort | paste -sd '|' \
        >"$scratch/options"
    offers "$(cat "$scratch/options")" $command -
done

# ---- zsh and fish ---------------------------------------------------------------------------------

there() { # a shell
    command -v "$1" >/dev/null && return
    if [ "${2-}" = all ]; then fail "$1 is not installed"; else echo "completion: no $1 here, its script is not tried"; fi
    return 1
}

if there zsh "${1-}"; then
    expect_status "syntax of zsh" 0 zsh -n "$scratch/complete.zsh"
    expect_status "zsh takes it" 0 zsh -fc 'autoload -Uz compinit; compinit -D; . "$1"
        [ "${_comps[councilbrief]}" = _councilbrief ]' zsh "$scratch/complete.zsh"
fi

if there fish "${1-}"; then
    expect_status "syntax of fish" 0 fish --no-execute "$scratch/complete.fish"
    fish_offers() { # what, line
        local got
        got=$(cd "$scratch/work" && HOME=$scratch fish -c 'source $argv[1]; complete -C $argv[2]' \
            "$scratch/complete.fish" "$2" 2>&1 | cut -f 1 | sort | paste -sd '|')
        if [ "$got" = "$1" ]; then pass; else fail "fish: $2: offers \`$got\`, not \`$1\`"; fi
    }
    fish_offers "sarif" "councilbrief build --format sa"
    fish_offers "own" "councilbrief build --template o"
    fish_offers "plain" "councilbrief check --theme pl"
    fish_offers "E201" "councilbrief explain E201"
    fish_offers "--greyscale" "councilbrief check --grey"
    fish_offers "norfolk.yaml" "councilbrief check norf"
fi

finish completion
