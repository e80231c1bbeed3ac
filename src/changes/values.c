/* When two values differ, and what they are in JSON. */
#include "changes/finder.h"

#include "base/alike.h"
#include "brief/lookup.h"
#include "facts/facts.h"

#include <stdlib.h>

/* ---- dates ---- */

static int doubts(const struct date *date)
{
    return date->inferred + 2 * date->approximate;
}

static bool lies_inside(const struct date *inner, const struct date *outer)
{
    return inner->first >= outer->first && inner->last <= outer->last;
}

/* Of dates that span the same days: by what is doubted of them. */
static enum closeness compare_doubts(const struct date *before, const struct date *now)
{
    int old = doubts(before), new = doubts(now);
    if (old == new)
        return DATES_SAME;
    return (old & new) == new ? DATES_CLOSER : (old & new) == old ? DATES_WIDER : DATES_OTHER;
}

static enum closeness compare_spans(const struct date *before, const struct date *now)
{
    if (before->first == now->first && before->last == now->last)
        return before->precision == now->precision ? compare_doubts(before, now) : DATES_OTHER;
    return lies_inside(now, before)   ? DATES_CLOSER
           : lies_inside(before, now) ? DATES_WIDER
                                      : DATES_OTHER;
}

/* An end of a period that was open may come to be known. */
static enum closeness compare_ends(struct date before, struct date now)
{
    if (!before.precision || !now.precision)
        return before.precision ? DATES_WIDER : now.precision ? DATES_CLOSER : DATES_SAME;
    return compare_spans(&before, &now);
}

/* A period has two dates, each known more or less well; what merely bounds a date is one. */
enum closeness dates_compare(const struct field *field, const struct date *before,
                             const struct date *now)
{
    bool has_ends = field->kind == FIELD_PERIOD && before->precision == DATE_INTERVAL &&
                    now->precision == DATE_INTERVAL;
    if (!has_ends)
        return compare_spans(before, now);
    enum closeness start = compare_ends(period_start(before), period_start(now));
    enum closeness end = compare_ends(period_end(before), period_end(now));
    return start == end || end == DATES_SAME ? start : start == DATES_SAME ? end : DATES_OTHER;
}

/* ---- records that others name ---- */

void pairs_add(struct finder *finder, const struct matching *matching,
               const struct record_table *table, const struct records *now)
{
    for (size_t i = 0; i < now->count; i++)
        if (matching->partners[i])
            *LIST_ADD(finder->arena, &finder->pairs) =
                (struct pair_of_records){matching->partners[i], records_at(now, table, i)};
}

static int by_before(const void *left, const void *right)
{
    const struct pair_of_records *a = left, *b = right;
    uintptr_t x = (uintptr_t)a->before, y = (uintptr_t)b->before;
    return (x > y) - (x < y);
}

void pairs_sort(struct finder *finder)
{
    if (finder->pairs.count)
        qsort(finder->pairs.items, finder->pairs.count, sizeof *finder->pairs.items, by_before);
}

const void *record_now(const struct finder *finder, const void *before)
{
    const struct pair_of_records key = {before, NULL};
    const struct pair_of_records *found =
        before && finder->pairs.count
            ? bsearch(&key, finder->pairs.items, finder->pairs.count, sizeof key, by_before)
            : NULL;
    return found ? found->now : NULL;
}

struct str record_was(const struct record_table *table, const void *record)
{
    const struct field *field = id_field(table) ? record_field(table, STR("was")) : NULL;
    bool is_name = field && (field->kind == FIELD_TEXT || field->kind == FIELD_ID);
    return is_name ? *(const struct str *)record_member(record, field) : STR_NONE;
}

/* By the ids that they have, or had. */
static bool names_agree_by_id(const struct ref *before, const struct ref *now)
{
    return str_equal(before->id, now->id) ||
           (now->record && before->id.len &&
            str_equal(record_was(now->table, now->record), before->id)) ||
           (before->record && now->id.len &&
            str_equal(record_was(before->table, before->record), now->id));
}

bool refs_same(const struct finder *finder, const struct ref *before, const struct ref *now)
{
    const void *found = record_now(finder, before->record);
    return found && now->record ? found == now->record : names_agree_by_id(before, now);
}

/* ---- the same, or alike ---- */

size_t refs_kept(const struct finder *finder, const struct refs *before, const struct refs *now)
{
    size_t kept = 0;
    for (size_t i = 0; i < before->count; i++) {
        size_t k = 0;
        while (k < now->count && !refs_same(finder, &before->items[i], &now->items[k]))
            k++;
        kept += k < now->count;
    }
    return kept;
}

static bool refs_agree(const struct finder *finder, const struct refs *before,
                       const struct refs *now)
{
    return before->count == now->count && refs_kept(finder, before, now) == before->count;
}

static bool holds_all(const struct texts *texts, const struct texts *some)
{
    for (size_t i = 0; i < some->count; i++) {
        size_t k = 0;
        while (k < texts->count && !str_equal(texts->items[k], some->items[i]))
            k++;
        if (k == texts->count)
            return false;
    }
    return true;
}

bool values_same(const struct finder *finder, const struct field *field, const void *before,
                 const void *now)
{
    const void *old = record_member(before, field), *new = record_member(now, field);
    if (field->kind == FIELD_REF)
        return refs_same(finder, old, new);
    if (field->kind == FIELD_REFS)
        return refs_agree(finder, old, new);
    if (field->kind == FIELD_TEXTS)
        return holds_all(old, new) && holds_all(new, old);
    bool filled = field_is_filled(field, old);
    if (filled != field_is_filled(field, new))
        return false;
    return !filled || str_equal(facts_value(finder->arena, finder->before.briefing, field, old),
                                facts_value(finder->arena, finder->now.briefing, field, new));
}

/* The value of a decimal, without noughts at its end. */
static struct decimal plain_decimal(const struct decimal *decimal)
{
    struct decimal plain = *decimal;
    while (plain.scale > 0 && plain.mantissa % 10 == 0) {
        plain.mantissa /= 10;
        plain.scale--;
    }
    return plain;
}

/* Letters alone, without what is typed one way or another. */
static struct str plain_text(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    struct str name = name_plain(arena, text);
    for (size_t i = 0; i < name.len; i++)
        if (!strchr("\"'-", name.at[i]) &&
            !(name.at[i] == ' ' && out.len && out.at[out.len - 1] == ' '))
            buf_byte(&out, name.at[i]);
    return str_trim(buf_str(&out));
}

bool values_alike(const struct finder *finder, const struct field *field, const void *before,
                  const void *now)
{
    const void *old = record_member(before, field), *new = record_member(now, field);
    if (!field_is_filled(field, old) || !field_is_filled(field, new))
        return false;
    if (field->kind == FIELD_DECIMAL) {
        const struct decimal a = plain_decimal(old), b = plain_decimal(new);
        return a.mantissa == b.mantissa && a.scale == b.scale;
    }
    if (field->kind != FIELD_TEXT && field->kind != FIELD_MARKDOWN)
        return false;
    struct str a = plain_text(finder->arena, *(const struct str *)old);
    struct str b = plain_text(finder->arena, *(const struct str *)new);
    return a.len && str_equal(a, b);
}

struct str value_json(const struct finder *finder, const struct issue *issue,
                      const struct field *field, const void *record)
{
    const void *member = record_member(record, field);
    if (!field_is_filled(field, member))
        return STR_NONE;
    return facts_value(finder->arena, issue->briefing, field, member);
}
