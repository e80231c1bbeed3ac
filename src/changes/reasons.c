/* Why something was corrected or withdrawn: what the new issue says of it. */
#include "changes/changes_codes.h"
#include "changes/finder.h"

#include "base/alike.h"

/* ---- which correction or withdrawal is meant ---- */

/* Does it name a record, by an id that it has or had, or by its list where it has none? */
static bool names_record(const struct place *place, struct str of, struct str kind)
{
    bool has_id = false;
    for (const struct place *at = place; at; at = at->above) {
        struct str was = record_id(at->table, at->before), is = record_id(at->table, at->now);
        has_id = has_id || was.len || is.len;
        if (of.len && (str_equal(of, was) || str_equal(of, is)))
            return true;
        if (!of.len && str_is(kind, at->list->name) && !was.len && !is.len)
            return true;
    }
    return !of.len && !has_id && !place->above && str_is(kind, place->list->name);
}

/* The key itself, or with the lists that lead to it. */
static bool names_field(const struct difference *found, struct str field)
{
    return str_equal(field, found->field) ||
           (found->changed && found->changed->kind != FIELD_GRADES &&
            str_is(field, found->changed->name));
}

/* Do its words say what was published? Only then is a record without an id surely meant. */
static bool says_what_was(struct finder *finder, const struct difference *found, struct str was)
{
    struct str value = found->was_value;
    if (value.len > 1 && value.at[0] == '"')
        value = str_part(value, 1, value.len - 1);
    return names_agree(finder->arena, was, found->was) || names_agree(finder->arena, was, value);
}

/* The latest of those that fit. */
static const struct correction *correction_of(struct finder *finder, const struct place *place,
                                              const struct difference *found)
{
    const struct correction_list *all = &finder->now.briefing->corrections;
    const struct correction *best = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const struct correction *one = &all->items[i];
        bool fits = names_field(found, one->field) &&
                    (names_record(place, one->of, one->kind) || place->table == &council_table) &&
                    (one->of.len || says_what_was(finder, found, one->was));
        if (fits && (!best || date_surely_after(&one->found, &best->found)))
            best = one;
    }
    return best;
}

/* How many words of a text stand in another one, of how many. */
static size_t words_shared(struct arena *arena, struct str a, struct str b, size_t *all)
{
    struct str words = name_plain(arena, a), other = name_plain(arena, b);
    size_t shared = 0;
    *all = 0;
    for (size_t at = 0; at < words.len; ++*all) {
        size_t end = str_find(words, ' ', at);
        shared += end > at && str_holds(other, str_part(words, at, end));
        at = end + 1;
    }
    return shared;
}

/* Does it say what the name does not: which of two letters of one month it was? */
static bool says_more(struct arena *arena, struct str what, struct str name)
{
    size_t all, shared = words_shared(arena, what, name, &all);
    return 4 * shared < 3 * all;
}

/* Of a record without an id: the one whose words say most of what it said. */
static const struct withdrawal *withdrawal_of(struct finder *finder, const struct place *place,
                                              const struct difference *found)
{
    const struct withdrawal_list *all = &finder->now.briefing->withdrawn;
    const struct withdrawal *best = NULL;
    size_t most = 0, words;
    for (size_t i = 0; i < all->count; i++) {
        const struct withdrawal *one = &all->items[i];
        if (!names_record(place, one->of, one->kind))
            continue;
        if (one->of.len)
            return one;
        size_t shared = words_shared(finder->arena, one->what, found->was_value, &words);
        if (shared > most) {
            most = shared;
            best = one;
        }
    }
    return best;
}

/* ---- what is told ---- */

static struct span span_of(const struct finder *finder, const struct place *place,
                           const struct difference *found)
{
    if (place->now && found->changed)
        return record_span(place->now, found->changed);
    for (const struct place *at = place->above; at; at = at->above)
        if (at->now)
            return record_span_of(at->now, place->list->name);
    return record_span_of(finder->now.briefing, str_z(finder->arena, found->kind));
}

static void warn(struct finder *finder, const struct place *place, const struct difference *found)
{
    bool corrected = found->class == DIFFERENCE_CORRECTED;
    struct diag *diag = diag_report(
        finder->diags, corrected ? &W941 : &W942, span_of(finder, place, found),
        corrected ? "`" STR_FMT "` says something else than the issue before, and nothing says why"
                  : "the issue before had `" STR_FMT "`, and nothing says why it is gone",
        STR_ARG(found->field.len ? str_format(finder->arena, STR_FMT ": " STR_FMT,
                                              STR_ARG(found->what), STR_ARG(found->field))
                                 : found->what));
    const char *list = found->changed ? "corrections" : "withdrawn";
    if (found->id.len)
        diag_hint(finder->diags, diag, "say so under `%s`, of `" STR_FMT "`", list,
                  STR_ARG(found->id));
    else
        diag_hint(finder->diags, diag, "say so under `%s`, of kind `" STR_FMT "`", list,
                  STR_ARG(found->kind));
}

void reason_attach(struct finder *finder, const struct place *place, struct difference *found)
{
    const struct correction *correction =
        found->changed ? correction_of(finder, place, found) : NULL;
    const struct withdrawal *withdrawal =
        found->changed ? NULL : withdrawal_of(finder, place, found);
    if (!correction && !withdrawal)
        warn(finder, place, found);
    if (correction) {
        found->why = correction->why;
        found->on = correction->found;
    }
    if (withdrawal) {
        found->why = withdrawal->why;
        found->on = withdrawal->found;
        if (says_more(finder->arena, withdrawal->what, found->what))
            found->text = str_format(finder->arena,
                                     STR_FMT ", \342\200\234" STR_FMT "\342\200\235: withdrawn",
                                     STR_ARG(found->what), STR_ARG(withdrawal->what));
    }
}
