/* What changed from one issue to the next: all differences in their order, and one sentence. */
#include "changes/changes.h"

#include "base/alike.h"
#include "changes/changes_codes.h"
#include "changes/finder.h"

#include <stdlib.h>

const char *difference_class_label(int class)
{
    return word_label(record_field(&difference_table, STR("class"))->words, class);
}

/* ---- are they of one council? ---- */

static bool codes_agree(struct str a, struct str b)
{
    return a.len && str_equal(a, b);
}

static bool had_name(struct arena *arena, const struct council *council, struct str name)
{
    for (size_t i = 0; i < council->former_names.count; i++)
        if (names_agree(arena, council->former_names.items[i].name, name))
            return true;
    return false;
}

static bool are_one_council(struct arena *arena, const struct council *a, const struct council *b)
{
    return codes_agree(a->la_code, b->la_code) || codes_agree(a->ons_code, b->ons_code) ||
           names_agree(arena, a->name, b->name) || had_name(arena, a, b->name) ||
           had_name(arena, b, a->name);
}

/* ---- order ---- */

static size_t kind_rank(struct str kind)
{
    size_t rank = 0;
    while (briefing_table.fields[rank].name && !str_is(kind, briefing_table.fields[rank].name))
        rank++;
    return rank;
}

/* Newest first; what has no day last. */
static int by_day(const struct date *a, const struct date *b)
{
    if (!a->precision || !b->precision)
        return !a->precision - !b->precision;
    return a->last != b->last ? (a->last < b->last) - (a->last > b->last)
                              : (a->first < b->first) - (a->first > b->first);
}

static int by_place(const struct difference *a, const struct difference *b)
{
    size_t x = kind_rank(a->kind), y = kind_rank(b->kind);
    int order = (x > y) - (x < y);
    order = order ? order : str_compare(a->id, b->id);
    order = order ? order : str_compare(a->what, b->what);
    return order ? order : str_compare(a->field, b->field);
}

/* What comes first: judgements, the government's steps and who leads; at last what was said. */
static int weight_of(const struct difference *difference)
{
    static const struct {
        const char *kind;
        int weight;
    } weights[] = {
        {"council", 0},      {"inspections", 0},     {"interventions", 0}, {"leadership", 0},
        {"developments", 0}, {"recommendations", 2}, {"events", 2},        {"quotes", 3},
        {"claims", 3},       {"conflicts", 3},
    };
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        if (str_is(difference->kind, weights[i].kind))
            return weights[i].weight;
    return 1;
}

static int in_order(const void *left, const void *right)
{
    const struct difference *a = left, *b = right;
    int order = (a->class > b->class) - (a->class < b->class);
    order = order ? order : weight_of(a) - weight_of(b);
    order = order ? order : by_day(&a->date, &b->date);
    order = order ? order : by_place(a, b);
    order = order ? order : str_compare(a->text, b->text);
    order = order ? order : str_compare(a->was_value, b->was_value);
    return order ? order : str_compare(a->is_value, b->is_value);
}

static struct difference_list *list_of(struct since *since, int class)
{
    struct difference_list *const lists[] = {
        [DIFFERENCE_HAPPENED] = &since->happened,     [DIFFERENCE_MOVED] = &since->moved,
        [DIFFERENCE_TIME_ALONE] = &since->time_alone, [DIFFERENCE_RECORDED] = &since->recorded,
        [DIFFERENCE_MORE_EXACT] = &since->more_exact, [DIFFERENCE_CORRECTED] = &since->corrected,
        [DIFFERENCE_WITHDRAWN] = &since->withdrawn,   [DIFFERENCE_COMPARISON] = &since->comparison,
        [DIFFERENCE_METHOD] = &since->method,         [DIFFERENCE_MINOR] = &since->minor,
    };
    return lists[class];
}

/* Each list is a stretch of all that was found. */
static void fill_lists(struct finder *finder, struct since *since)
{
    struct difference *found = finder->found.items;
    if (finder->found.count)
        qsort(found, finder->found.count, sizeof *found, in_order);
    for (size_t i = 0; i < finder->found.count; i++) {
        struct difference_list *list = list_of(since, found[i].class);
        if (!list->count)
            list->items = &found[i];
        list->count++;
    }
    since->count = (struct whole){true, (int64_t)(finder->found.count - since->minor.count)};
    bool wrong = since->corrected.count || since->withdrawn.count;
    bool changed = wrong || since->happened.count || since->moved.count || since->recorded.count ||
                   since->more_exact.count;
    since->corrected_any = wrong ? ANSWER_YES : ANSWER_NO;
    since->changed = changed ? ANSWER_YES : ANSWER_NO;
}

/* ---- one sentence ---- */

struct sentence {
    struct arena *arena;
    LIST(struct str) parts;
    bool is_short; /* where there is more to tell than a reader takes in */
};

static void add_part(struct sentence *sentence, struct str part)
{
    *LIST_ADD(sentence->arena, &sentence->parts) = part;
}

enum { KINDS_MOST = 4, KINDS_IN_SHORT = 3, PARTS_MOST = 6 };

/* What is there of a kind: whole records, or days that a key of it has come to have. */
static size_t count_of_kind(const struct difference_list *list, const char *kind, const char *field)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct str own = list->items[i].field;
        count += str_is(list->items[i].kind, kind) && (field ? str_is(own, field) : !own.len);
    }
    return count;
}

/* Days that tell what ended or was done. */
static const struct {
    const char *kind, *field, *verb;
} ends[] = {
    {"interventions", "ended", "ended"},
    {"deadlines", "done", "met"},
    {"milestones", "actual", "reached"},
    {"council", "abolished", "abolished"},
};

enum { ENDS = sizeof ends / sizeof *ends };

/* What ended, and how much that is. */
static size_t add_ends(struct sentence *sentence, const struct difference_list *happened)
{
    size_t all = 0;
    for (size_t i = 0; i < ENDS; i++) {
        size_t count = count_of_kind(happened, ends[i].kind, ends[i].field);
        if (count && sentence)
            add_part(sentence,
                     str_format(sentence->arena, STR_FMT " %s",
                                STR_ARG(kind_count(sentence->arena, str_from(ends[i].kind), count)),
                                ends[i].verb));
        all += count;
    }
    return all;
}

/* New records of the kinds that come first, then what ended or was done, then the rest; where that
   is of one kind, by its name too. */
static void add_happened(struct sentence *sentence, const struct difference_list *happened)
{
    size_t rest = happened->count - add_ends(NULL, happened);
    size_t most = sentence->is_short ? KINDS_IN_SHORT : KINDS_MOST;
    for (const struct field *kind = briefing_table.fields; kind->name; kind++) {
        size_t count = count_of_kind(happened, kind->name, NULL);
        if (!count || (sentence->parts.count == most && count < rest))
            continue;
        add_part(sentence, kind_count(sentence->arena, str_from(kind->name), count));
        rest -= count;
    }
    add_ends(sentence, happened);
    bool alone = !sentence->parts.count;
    if (rest)
        add_part(sentence,
                 count_words(sentence->arena, rest, alone ? "new record" : "other new record",
                             alone ? "new records" : "other new records"));
}

static void add_count(struct sentence *sentence, size_t count, const char *one, const char *many)
{
    if (count)
        add_part(sentence, count_words(sentence->arena, count, one, many));
}

/* "two actions moved": each record once, however much of it did. */
static void add_moved(struct sentence *sentence, const struct difference_list *moved)
{
    size_t all = 0;
    for (const struct field *kind = briefing_table.fields; kind->name; kind++) {
        size_t count = 0;
        const struct difference *last = NULL;
        for (size_t i = 0; i < moved->count; i++) {
            const struct difference *one = &moved->items[i];
            if (!str_is(one->kind, kind->name))
                continue;
            count += !last || !str_equal(last->id, one->id) ||
                     (!one->id.len && !str_equal(last->what, one->what));
            last = one;
        }
        all += count;
        if (count && !sentence->is_short)
            add_part(sentence,
                     str_format(sentence->arena, STR_FMT " moved",
                                STR_ARG(kind_count(sentence->arena, str_from(kind->name), count))));
    }
    if (sentence->is_short)
        add_count(sentence, all, "matter moved", "matters moved");
}

static void add_known(struct sentence *sentence, size_t recorded, size_t more_exact)
{
    if (sentence->is_short && recorded && more_exact) {
        add_count(sentence, recorded + more_exact, "", "facts newly recorded or more exact");
        return;
    }
    add_count(sentence, recorded, "fact newly recorded", "facts newly recorded");
    add_count(sentence, more_exact, "fact made more exact", "facts made more exact");
}

static struct str join_parts(const struct sentence *sentence)
{
    struct buf out = {.arena = sentence->arena};
    for (size_t i = 0; i < sentence->parts.count; i++)
        buf_addf(&out, "%s" STR_FMT,
                 !i                               ? ""
                 : i + 1 == sentence->parts.count ? " and "
                                                  : ", ",
                 STR_ARG(sentence->parts.items[i]));
    return buf_str(&out);
}

static struct str changed_text(struct arena *arena, const struct since *since, bool is_short)
{
    struct sentence sentence = {.arena = arena, .is_short = is_short};
    add_happened(&sentence, &since->happened);
    add_moved(&sentence, &since->moved);
    add_known(&sentence, since->recorded.count, since->more_exact.count);
    add_count(&sentence, since->corrected.count, "correction", "corrections");
    add_count(&sentence, since->withdrawn.count, "withdrawal", "withdrawals");
    bool is_long = sentence.parts.count > PARTS_MOST && !is_short;
    return is_long ? changed_text(arena, since, true) : join_parts(&sentence);
}

static struct str sentence_of(struct arena *arena, const struct since *since)
{
    struct buf out = {.arena = arena};
    struct str before = date_text(arena, &since->before, DATE_LONG);
    if (since->changed == ANSWER_YES)
        buf_addf(&out, "Since " STR_FMT ": " STR_FMT, STR_ARG(before),
                 STR_ARG(changed_text(arena, since, false)));
    else
        buf_addf(&out, "No change since " STR_FMT, STR_ARG(before));
    if (since->changed == ANSWER_NO && since->time_alone.count)
        buf_addf(&out, "; with time alone, " STR_FMT,
                 STR_ARG(count_words(arena, since->time_alone.count, "day came or passed",
                                     "days came or passed")));
    if (since->changed == ANSWER_NO && since->comparison.count)
        buf_addz(&out, "; comparisons with other councils moved");
    if (since->changed == ANSWER_NO && since->method.count)
        buf_addz(&out, "; some facts are computed otherwise");
    return buf_str(&out);
}

/* ---- the whole ---- */

static const struct since *first_issue(struct arena *arena, const struct briefing *now)
{
    struct since *since = ARENA_NEW(arena, struct since);
    since->council = now->council->name;
    since->first = ANSWER_YES;
    since->as_at = now->briefing->as_at;
    since->changed = since->corrected_any = ANSWER_NO;
    since->count = (struct whole){true, 0};
    since->text = STR("This is the first issue");
    return since;
}

static struct issue issue_with(struct arena *arena, const struct briefing *briefing,
                               const struct frameworks *frameworks)
{
    struct briefing *copy = ARENA_NEW(arena, struct briefing);
    *copy = *briefing;
    copy->frameworks = frameworks;
    return (struct issue){copy, briefing->briefing->as_at.last};
}

const struct since *changes_find(struct arena *arena, struct diags *diags,
                                 const struct changes_request *request)
{
    const struct briefing *before = request->before, *now = request->now;
    if (!before)
        return first_issue(arena, now);
    if (!are_one_council(arena, before->council, now->council)) {
        diag_report(diags, &E940, record_span_of(now->council, "name"),
                    "the issue before is that of `" STR_FMT "`, and this one of `" STR_FMT "`",
                    STR_ARG(before->council->name), STR_ARG(now->council->name));
        return NULL;
    }
    struct finder finder = {
        .arena = arena,
        .diags = diags,
        .before = issue_with(arena, before, request->frameworks),
        .now = issue_with(arena, now, request->frameworks),
        .calendar = request->calendar,
    };
    finder.corrected = corrections_named(arena, finder.now.briefing);
    compare_briefings(&finder);
    compare_computed(&finder);
    struct since *since = ARENA_NEW(arena, struct since);
    since->council = now->council->name;
    since->first = ANSWER_NO;
    since->before = before->briefing->as_at;
    since->as_at = now->briefing->as_at;
    fill_lists(&finder, since);
    since->text = sentence_of(arena, since);
    return since;
}
