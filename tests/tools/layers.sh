#!/bin/bash
# Proves the house's two rules from the object files: which room may call which library, and that
# calls run only from later rooms to earlier ones. With --prove it also shows that it would notice.
set -u
build=${BUILD:-build}
objects=$build/obj
failed=0

complain() {
    echo "layers: $*" >&2
    failed=1
}

# The order of the pipeline; a room may call itself and those before it.
rooms=(base spec template doc layout components pdf top batch cmd main)

room_of() { # of an object file
    local path=${1#"$objects"/}
    case $path in
    main.o) echo main ;;
    */*) echo "${path%%/*}" ;;
    *) echo top ;;
    esac
}

rank_of() {
    local i
    for i in "${!rooms[@]}"; do
        [ "${rooms[$i]}" = "$1" ] && echo "$i" && return
    done
    echo "layers: $1 is not a room" >&2
    exit 1
}

# Who may call what: a pattern of symbols, and the object files that may use it.
library_rules='^yaml_(parser|event|token|document|emitter)_  ^spec/yaml\.o$
^md_(parse|html)  ^doc/markdown\.o$
^(hb_shape|hb_buffer_)  ^layout/shape\.o$
^hb_subset_  ^pdf/
^HPDF_  ^pdf/objects\.o$
^png_  ^layout/picture_png\.o$
^cms  ^pdf/
^libdeflate_  ^pdf/deflate\.o$
^Fc[A-Z]  ^layout/font_family\.o$
^utf8proc_  ^(base|spec|template|layout)/
^XXH  ^(base/|pdf/|layout/(shaped|hyphenated)_words\.o$)'

check_libraries() {
    local object path symbol pattern allowed
    while read -r object; do
        path=${object#"$objects"/}
        while read -r symbol; do
            while read -r pattern allowed; do
                if [[ $symbol =~ $pattern ]] && ! [[ $path =~ $allowed ]]; then
                    complain "$path calls $symbol, which only $allowed may"
                fi
            done <<<"$library_rules"
        done < <(nm -u "$object" | awk '{print $2}' | grep -E '^(yaml_|md_|hb_|HPDF_|png_|Fc[A-Z]|cms|utf8proc_|XXH|libdeflate_)')
    done < <(find "$objects" -name '*.o' | sort)
}

check_directions() {
    local definitions calls
    definitions=$(mktemp)
    calls=$(mktemp)
    while read -r object; do
        room=$(room_of "$object")
        rank=$(rank_of "$room") || { failed=1; continue; }
        nm "$object" | awk -v room="$room" -v rank="$rank" 'NF == 3 && $2 ~ /^[TDRBC]$/ {print $3, rank, room}' >>"$definitions"
        nm -u "$object" | awk -v rank="$rank" -v path="${object#"$objects"/}" '{print $2, rank, path}' >>"$calls"
    done < <(find "$objects" -name '*.o' | sort)
    awk 'NR == FNR {rank[$1] = $2; room[$1] = $3; next}
         ($1 in rank) && rank[$1] > $2 {print $3 " calls " $1 " of the later room " room[$1]}' \
        "$definitions" "$calls" | sort -u >"$calls.bad"
    while read -r line; do complain "$line"; done <"$calls.bad"
    rm -f "$definitions" "$calls" "$calls.bad"
}

# Includes must run the same way as calls.
check_includes() {
    local file room included
    while read -r file; do
        room=${file#*/}
        [[ $room == */* ]] && room=${room%%/*} || room=top
        [ "$file" = src/main.c ] && room=main
        rank=$(rank_of "$room") || { failed=1; continue; }
        while read -r included; do
            [ -e "include/$included" ] || continue
            case $included in
            */*) target=${included%%/*} ;;
            *) target=top ;;
            esac
            [ "$(rank_of "$target")" -le "$rank" ] ||
                complain "$file includes $included of the later room $target"
        done < <(sed -n 's/^#include "\(.*\)"/\1/p' "$file")
    done < <(find src include -name '*.[ch]' | sort)
}

check_all() {
    check_libraries
    check_directions
    check_includes
}

# A house rule that cannot fail proves nothing: add a call where it is forbidden and look.
prove() {
    local scratch
    scratch=$(mktemp -d)
    mkdir -p "$scratch/obj/spec"
    printf 'int HPDF_Intruder(void); int intruder(void); int intruder(void) { return HPDF_Intruder(); }\n' |
        ${CC:-cc} -x c -c - -o "$scratch/obj/spec/intruder.o"
    if BUILD=$scratch bash "$0" --objects-only >/dev/null 2>&1; then
        complain "a call of HPDF_ outside src/pdf/objects.c was not noticed"
    fi
    rm -rf "$scratch"
}

if [ "${1:-}" = --objects-only ]; then
    check_libraries
    check_directions
    exit $failed
fi
check_all
prove
[ $failed -eq 0 ] && echo "layers: $(find "$objects" -name '*.o' | wc -l) objects keep to their rooms"
exit $failed
