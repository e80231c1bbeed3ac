#!/bin/sh
# A month's issue: builds the papers of a folder of specifications, tells what changed since the issue before, and
# keeps the facts of both in git. For cron as it stands; github.yml and gitlab.yml run it too.
#
#     cd /srv/briefings && git pull -q && sh docs/ci/monthly.sh
#
# The facts of each issue lie in issues/YYYY-MM of the branch `issues`, which is made when it is first needed, is only
# ever added to, and holds what the default branch holds besides: so it can be merged at any time, and whether it was
# makes no difference to the next month. A second run in a month makes that month's issue anew.
#
# It is told by variables; each has what is usual:
#     SPECS=inputs/england   folders or files, with spaces between
#     DAY=2026-12-01         the day of the issue: today, in UTC
#     OUT=out/england        where the papers go
#     SUMMARY=build/summary.md   the page on the run, in Markdown
#     BODY=build/changes.md      what changed since the issue before, in Markdown
#     BRANCH=issues  REMOTE=origin  PUSH_OPTIONS=""   where the facts are kept; REMOTE="" pushes nowhere
#     FORMAT=github          of diagnostics: text for people
#     PROGRAM=councilbrief   the one that is installed, else build/councilbrief
#
# Ends with the status of `councilbrief build`, and keeps nothing of an issue of which anything was refused.
set -eu

: "${SPECS:=inputs/england}" "${DAY:=$(date -u +%F)}" "${OUT:=out/england}" "${BRANCH:=issues}"
: "${SUMMARY:=build/summary.md}" "${BODY:=build/changes.md}" "${REMOTE=origin}" "${PUSH_OPTIONS:=}"
: "${PROGRAM:=$(command -v councilbrief || echo build/councilbrief)}"
month=${DAY%-*}
state=build/issues # a work tree of the branch, inside the project, so that build may read it

say() { echo "monthly: $*" >&2; }

fail() {
    say "$*"
    exit 3
}

identity() { # whoever runs it, or the program
    git config user.email >/dev/null || set -- -c user.name=councilbrief -c user.email=councilbrief@localhost "$@"
    git "$@"
}

# The branch as the server has it, or as it is here where there is no server, or a new one; with the latest of the
# branch that is checked out.
open_state() {
    git worktree remove --force "$state" 2>/dev/null || rm -rf "$state"
    git worktree prune
    newest=$(newest_state) || fail "the branch $BRANCH cannot be read from $REMOTE"
    git worktree add -q --detach "$state" "$newest"
    main=$(git rev-parse HEAD)
    (cd "$state" && identity merge -q -m "Specifications of $DAY" "$main") ||
        fail "the branch $BRANCH cannot be joined with what is checked out: merge the two by hand"
    mkdir -p "$state/issues"
}

# A server that does not answer is no server without the branch: that would make a first issue of any.
newest_state() {
    if [ -z "$REMOTE" ]; then
        git rev-parse -q --verify "refs/heads/$BRANCH" || git rev-parse HEAD
        return
    fi
    found=0
    git ls-remote --exit-code "$REMOTE" "refs/heads/$BRANCH" >/dev/null || found=$?
    case $found in
    0) git fetch -q "$REMOTE" "+refs/heads/$BRANCH:refs/remotes/$REMOTE/$BRANCH" &&
        git rev-parse --verify "refs/remotes/$REMOTE/$BRANCH" ;;
    2) git rev-parse HEAD ;;
    *) return 1 ;;
    esac
}

# The newest issue of an earlier month; none: this is the first.
issue_before() {
    for folder in "$state"/issues/[0-9][0-9][0-9][0-9]-[0-9][0-9]; do
        [ ! -d "$folder" ] || basename "$folder"
    done | sort | awk -v month="$month" '$0 < month' | tail -n 1
}

# The facts beside each paper of this run, and of no other that may lie in the folder.
keep_facts() { # list of papers
    rm -rf "$state/issues/$month"
    mkdir "$state/issues/$month"
    while IFS= read -r paper; do
        cp "${paper%.pdf}.facts.json" "$state/issues/$month/"
    done <"$1"
}

tell_changes() {
    if [ -n "$before" ]; then
        "$PROGRAM" changes --to markdown -o "$BODY" "$state/issues/$before" "$state/issues/$month"
    else
        echo "The first issue: there is none before it to compare it with." >"$BODY"
    fi
    cp "$BODY" "$state/issues/$month/changes.md"
}

# False when the month's issue is there already, as it would be now.
commit_facts() {
    git -C "$state" add -A issues
    ! git -C "$state" diff --cached --quiet || return 1
    (cd "$state" && identity commit -q -m "Issue of $DAY")
}

push_state() {
    if [ -z "$REMOTE" ]; then
        git branch -qf "$BRANCH" "$(git -C "$state" rev-parse HEAD)"
    else
        options=
        for option in $PUSH_OPTIONS; do options="$options -o $option"; done
        # shellcheck disable=SC2086
        git -C "$state" push -q $options "$REMOTE" "HEAD:refs/heads/$BRANCH"
    fi
}

mkdir -p "$OUT" build "$(dirname "$SUMMARY")" "$(dirname "$BODY")"
open_state
before=$(issue_before)
papers=$(mktemp)
trap 'rm -f "$papers"; git worktree remove --force "$state" 2>/dev/null' EXIT
status=0
# shellcheck disable=SC2086
"$PROGRAM" build --as-at "$DAY" ${before:+--since "$state/issues/$before"} --summary "$SUMMARY" -o "$OUT" \
    ${FORMAT:+--format "$FORMAT"} $SPECS >"$papers" || status=$?
if [ "$status" -ne 0 ]; then
    say "no issue of $month: the papers were not all built"
    exit "$status"
fi
keep_facts "$papers"
tell_changes
if commit_facts; then
    push_state
    say "the issue of $month is in the branch $BRANCH, after ${before:-none}"
else
    say "the issue of $month is in the branch $BRANCH already"
fi
