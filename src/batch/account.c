/* What a run did, as lines for people and as a page in Markdown: which briefings were built and
   what of their inputs had changed, which were refused and why. The unchanged are only counted. */
#include "batch/account.h"

#include "base/ascii.h"
#include "base/shown.h"
#include "diag/diag.h"

#include <string.h>

struct account account_new(struct arena *arena, const struct jobs *jobs)
{
    return (struct account){arena, jobs, ARENA_ARRAY(arena, struct accounted, jobs->count)};
}

/* ---- reasons ---- */

/* How a reason is told of one briefing and of many. With `names` the sentence is about what the
   reason names: `before` stands in front of that, `after` behind it, else what became of it. */
struct reason_words {
    bool names;
    const char *before, *after;
    const char *one, *many; /* NULL: as with `names` */
};

static const struct reason_words words_of[REASON_KINDS] = {
    [REASON_NEW] = {.one = "it was not built before", .many = "they were not built before"},
    [REASON_FORCED] = {.one = "--force was given", .many = "--force was given"},
    [REASON_ANOTHER_INPUT] = {.names = true,
                              .before = "it was made of ",
                              .after = " before",
                              .many = "they were made of other specifications before"},
    [REASON_OUTPUT_GONE] = {.names = true,
                            .after = " was deleted",
                            .many = "files that were made of them were deleted"},
    [REASON_OUTPUT_CHANGED] = {.names = true,
                               .after = " was changed by somebody",
                               .many = "files that were made of them were changed by somebody"},
    [REASON_SPECIFICATION] = {.names = true, .many = "their specifications changed"},
    [REASON_ISSUE_BEFORE] = {.names = true, .many = "the issue before is another"},
    [REASON_FILE] = {.names = true},
    [REASON_ROWS] = {.names = true, .before = "rows of ", .after = " changed"},
    [REASON_AGE] = {.one = "its own day came to be too long ago, or no longer is",
                    .many = "their own days came to be too long ago, or no longer are"},
    [REASON_FIGURES] = {.names = true, .before = "figures counted from ", .after = " moved"},
    [REASON_ROWS_MOVED] = {.one = "rows that its warnings point to have moved",
                           .many = "rows that their warnings point to have moved"},
    [REASON_STRICT] = {.one = "it has warnings", .many = "they have warnings"},
    [REASON_SHARED] = {.names = true},
    [REASON_SHARED_WARNINGS] = {.one = "what the template’s warnings point to has moved",
                                .many = "what the template’s warnings point to has moved"},
    [REASON_OPTIONS] = {.names = true,
                        .before = "other options were given (before: ",
                        .after = ")"},
    [REASON_PROGRAM] = {.names = true,
                        .before = "another program or library is at work (before: ",
                        .after = ")"},
};

void reasons_add(struct arena *arena, struct reasons *reasons, const struct reason *reason)
{
    size_t at = reasons->count;
    for (size_t i = 0; i < reasons->count; i++)
        if (reasons->items[i].kind == reason->kind &&
            str_equal(reasons->items[i].what, reason->what))
            return;
    LIST_ADD(arena, reasons);
    for (; at > 0 && reasons->items[at - 1].kind > reason->kind; at--)
        reasons->items[at] = reasons->items[at - 1];
    reasons->items[at] = *reason;
    reasons->items[at].what = str_copy(arena, reason->what);
}

/* Is it the same thing to say of two briefings? What is each one's own need not have one name. */
static bool is_alike(const struct reason *a, const struct reason *b)
{
    return a->kind == b->kind &&
           (words_of[a->kind].many || (a->change == b->change && str_equal(a->what, b->what)));
}

static const char *const changes[] = {
    [INPUT_CHANGED] = " changed", [INPUT_CAME] = " is there now", [INPUT_WENT] = " is gone"};

/* ---- Markdown ---- */

/* Between as many backticks as it takes. */
static void add_code(struct buf *out, struct str text)
{
    size_t run = 0, longest = 0;
    text = shown_text(out->arena, text);
    for (size_t i = 0; i < text.len; i++) {
        run = text.at[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    bool touches = text.len && (text.at[0] == '`' || text.at[text.len - 1] == '`');
    for (size_t i = 0; i <= longest; i++)
        buf_addz(out, "`");
    buf_addf(out, "%s" STR_FMT "%s", touches ? " " : "", STR_ARG(text), touches ? " " : "");
    for (size_t i = 0; i <= longest; i++)
        buf_addz(out, "`");
}

/* What Markdown would read otherwise, a link that is none among it, has a backslash in front. */
static void add_escaped(struct buf *out, struct str text)
{
    static const char harmless[] = " ,;'\"()/?%=";
    text = shown_text(out->arena, text);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool plain = (unsigned char)c >= 0x80 || ascii_is_letter(c) || ascii_is_digit(c) ||
                     strchr(harmless, c);
        buf_addf(out, "%s%c", plain ? "" : "\\", c);
    }
}

/* ---- a reason in words ---- */

static void add_name(struct buf *out, struct str name, bool is_markdown)
{
    if (is_markdown)
        add_code(out, name);
    else
        buf_add(out, shown_text(out->arena, name));
}

static void add_reason(struct buf *out, const struct reason *reason, size_t count, bool is_markdown)
{
    const struct reason_words *words = &words_of[reason->kind];
    const char *plain = count == 1 ? words->one : words->many;
    if (plain) {
        buf_addz(out, plain);
        return;
    }
    buf_addz(out, words->before ? words->before : "");
    add_name(out, reason->what, is_markdown);
    buf_addz(out, words->after ? words->after : changes[reason->change]);
}

/* ---- briefings that have a reason, or all their reasons, in common ---- */

struct reason_group {
    const struct reasons *reasons; /* of the first of them */
    size_t count;
};

struct reason_groups {
    struct reason_group *items;
    size_t count, capacity;
};

/* `whole`: all reasons count, else the first. */
static bool is_same(const struct reasons *a, const struct reasons *b, bool whole)
{
    bool same = !whole || a->count == b->count;
    for (size_t i = 0; same && i < (whole ? a->count : 1); i++)
        same = is_alike(&a->items[i], &b->items[i]);
    return same;
}

static bool was_built(const struct accounted *briefing)
{
    return briefing->outcome == OUTCOME_BUILT && briefing->reasons.count;
}

static struct reason_groups groups_of(const struct account *account, bool whole)
{
    struct reason_groups groups = {0};
    for (size_t i = 0; i < account->jobs->count; i++) {
        const struct accounted *briefing = &account->items[i];
        size_t at = 0;
        if (!was_built(briefing))
            continue;
        while (at < groups.count && !is_same(groups.items[at].reasons, &briefing->reasons, whole))
            at++;
        if (at == groups.count)
            LIST_ADD(account->arena, &groups)->reasons = &briefing->reasons;
        groups.items[at].count++;
    }
    return groups;
}

/* ---- for people ---- */

/* More are one line: each picture of each council may be a reason of its own. */
enum { REASONS_TOLD = 12 };

static void tell_group(const struct account *account, const struct reason_group *group, FILE *out)
{
    struct buf line = {.arena = account->arena};
    add_reason(&line, &group->reasons->items[0], group->count, false);
    shown_line(out, "councilbrief: %zu built because " STR_FMT, group->count,
               STR_ARG(buf_str(&line)));
}

void account_tell(const struct account *account, FILE *out)
{
    struct reason_groups groups = groups_of(account, false);
    size_t rest = 0;
    for (enum reason_kind kind = REASON_NEW; kind < REASON_KINDS; kind++)
        for (size_t i = 0, told = 0; i < groups.count; i++)
            if (groups.items[i].reasons->items[0].kind == kind) {
                if (told++ < REASONS_TOLD)
                    tell_group(account, &groups.items[i], out);
                else
                    rest += groups.items[i].count;
            }
    if (rest)
        shown_line(out, "councilbrief: %zu built for other reasons of these kinds", rest);
}

/* ---- the page ---- */

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* `error` is a place and a message, as diags_first_error gives them. */
static void add_error(struct buf *out, struct str error)
{
    size_t end = str_find(error, '\n', 0);
    struct str place = str_part(error, 0, end), message = str_part(error, end + 1, error.len);
    if (place.len) {
        add_code(out, place);
        buf_addz(out, ": ");
    }
    add_escaped(out, message);
}

static const char *const outcome_words[OUTCOMES] = {
    [OUTCOME_REFUSED] = "refused", [OUTCOME_FAILED] = "failed", [OUTCOME_CRASHED] = "crashed"};

static void add_lost(struct buf *out, const struct account *account)
{
    bool any = false;
    for (size_t i = 0; i < account->jobs->count; i++) {
        const struct accounted *briefing = &account->items[i];
        const char *word = outcome_words[briefing->outcome];
        if (!word)
            continue;
        buf_addz(out, any ? "- " : "\n## Not there\n\n- ");
        add_code(out, str_from(account->jobs->items[i].inputs->path));
        buf_addf(out, " %s: ", word);
        add_error(out, briefing->error);
        buf_addz(out, "\n");
        any = true;
    }
}

/* What stands behind "moved": a name and a sentence, each in a line of its own. */
static void add_mover(struct buf *out, struct str since)
{
    size_t first = str_find(since, '\n', 0), second = str_find(since, '\n', first + 1);
    buf_addz(out, "- **");
    add_escaped(out, str_part(since, first + 1, second));
    buf_addz(out, "**: ");
    add_escaped(out, str_part(since, second + 1, since.len));
    buf_addz(out, "\n");
}

/* Which councils moved since the issue before; those that did not are counted. */
static void add_movers(struct buf *out, const struct account *account)
{
    size_t moved = 0, as_before = 0, first = 0;
    for (size_t i = 0; i < account->jobs->count; i++) {
        struct str since = account->items[i].since;
        as_before += str_is(since, "as before");
        first += str_is(since, "first issue");
        if (!str_starts(since, "moved"))
            continue;
        buf_addz(out, moved++ ? "" : "\n## Moved since the issue before\n\n");
        add_mover(out, since);
    }
    if (!moved && as_before)
        buf_addz(out, "\nNo council moved since the issue before.\n");
    else if (as_before)
        buf_addf(out, "\n%zu did not move.\n", as_before);
    if (first)
        buf_addf(out, "\n%zu %s: there is no issue before.\n", first,
                 first == 1 ? "is a first issue" : "are first issues");
}

static void add_warnings(struct buf *out, const struct account *account)
{
    size_t warnings = 0, briefings = 0;
    for (size_t i = 0; i < account->jobs->count; i++) {
        warnings += account->items[i].warnings;
        briefings += account->items[i].warnings > 0;
    }
    if (warnings)
        buf_addf(out, "\n%zu warning%s in %zu briefing%s.\n", warnings, plural(warnings), briefings,
                 plural(briefings));
}

static void add_files_of(struct buf *out, const struct account *account,
                         const struct reasons *reasons)
{
    bool any = false;
    for (size_t i = 0; i < account->jobs->count; i++) {
        const struct accounted *briefing = &account->items[i];
        if (!was_built(briefing) || !is_same(&briefing->reasons, reasons, true))
            continue;
        const char *path = job_output(&account->jobs->items[i]);
        const char *slash = strrchr(path, '/');
        buf_addz(out, any ? ", " : ": ");
        add_code(out, str_from(slash ? slash + 1 : path));
        any = true;
    }
}

/* With all reasons of each; those that have the same stand in one line. */
static void add_built(struct buf *out, const struct account *account)
{
    struct reason_groups groups = groups_of(account, true);
    if (groups.count)
        buf_addz(out, "\n## Built\n\n");
    for (size_t i = 0; i < groups.count; i++) {
        const struct reason_group *group = &groups.items[i];
        buf_addf(out, "- **%zu** because ", group->count);
        for (size_t k = 0; k < group->reasons->count; k++) {
            buf_addz(out, k ? "; " : "");
            add_reason(out, &group->reasons->items[k], group->count, true);
        }
        add_files_of(out, account, group->reasons);
        buf_addz(out, "\n");
    }
}

struct str account_page(const struct account *account, struct str head, struct str failure)
{
    struct buf out = {.arena = account->arena};
    buf_addf(&out, "# " STR_FMT "\n", STR_ARG(head));
    if (failure.len) {
        buf_addz(&out, "\nNothing was built. ");
        add_error(&out, failure);
        buf_addz(&out, "\n");
    }
    add_warnings(&out, account);
    add_lost(&out, account);
    add_movers(&out, account);
    add_built(&out, account);
    return buf_str(&out);
}
