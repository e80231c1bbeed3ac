/* When two values differ, and what they are in JSON; and the entry of `corrections` or `withdrawn`
   that gives a difference its reason. */
#include "changes/finder.h"

#include "base/alike.h"
#include "base/ascii.h"
#include "base/json.h"
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

/* ---- the entry that gives a reason, to be pasted ---- */

static bool leads_alike(const struct key_named *a, const struct key_named *b)
{
    return a->field && a->field == b->field && a->record == b->record &&
           str_equal(a->judgement, b->judgement);
}

/* A key by which a record is known without an id, as one would write it. */
static struct str name_to_write(const struct finder *finder, const void *record,
                                const struct field *field)
{
    const void *member = field ? record_member(record, field) : NULL;
    if (!field || !field_is_filled(field, member))
        return STR_NONE;
    return field->kind == FIELD_DATE || field->kind == FIELD_PERIOD
               ? date_text(finder->arena, member, DATE_PLAIN)
               : value_words(finder, &finder->now, field, record);
}

/* Does no other record of the list say it under that key? */
static bool is_alone(const struct finder *finder, const struct place *whole,
                     const struct field *field, struct str name)
{
    const struct records *list = record_member(finder->now.briefing, whole->list);
    for (size_t i = 0; i < list->count; i++) {
        const void *record = records_at(list, whole->table, i);
        if (record != whole->now && str_equal(name, name_to_write(finder, record, field)))
            return false;
    }
    return true;
}

/* The first of these that tells it from the others; absent: none. */
static struct str name_alone(const struct finder *finder, const struct place *whole)
{
    const char *const *known_by =
        whole->list->kind == FIELD_RECORDS ? whole->table->known_by : NULL;
    for (; known_by && *known_by; known_by++) {
        const struct field *field = record_field(whole->table, str_from(*known_by));
        struct str name = name_to_write(finder, whole->now, field);
        if (name.len && is_alone(finder, whole, field, name))
            return name;
    }
    return STR_NONE;
}

/* Its number in its list, from 1. */
static struct str number_to_write(const struct finder *finder, const struct place *place)
{
    const struct records *list = record_member(place->above->now, place->list);
    size_t at = 0;
    while (place->list->kind == FIELD_RECORDS && at < list->count &&
           records_at(list, place->table, at) != place->now)
        at++;
    return whole_text(finder->arena, (int64_t)at + 1);
}

/* A key of a part, from the record that the part stands in: by the list alone where that will do,
   by the name of the part, or by its number. */
static struct str path_from_above(const struct finder *finder, const struct place *place,
                                  struct str path)
{
    const struct briefing *now = finder->now.briefing;
    const struct key_named key = key_named(finder->arena, now, place->table, place->now, path);
    const struct str steps[] = {STR_NONE,
                                name_to_write(finder, place->now, first_known_by(place->table)),
                                number_to_write(finder, place)};
    struct str longer = path;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (i && !steps[i].len)
            continue;
        longer = str_format(finder->arena, "%s%s" STR_FMT "." STR_FMT, place->list->name,
                            i ? "." : "", STR_ARG(steps[i]), STR_ARG(path));
        const struct key_named same =
            key_named(finder->arena, now, place->above->table, place->above->now, longer);
        if (leads_alike(&key, &same))
            break;
    }
    return longer;
}

/* The key that differs, as `field` of a correction names it; of a part that is gone, its list. */
static struct str field_to_write(const struct finder *finder, const struct place *place,
                                 const struct difference *found)
{
    struct str path = found->changed ? found->field : str_from(place->list->name);
    for (const struct place *at = place; found->changed && at->above; at = at->above)
        path = str_part(path, strlen(at->list->name) + 1, path.len);
    for (const struct place *at = found->changed ? place : place->above; at->above; at = at->above)
        path = path_from_above(finder, at, path);
    return path;
}

static void add_written(struct buf *out, const char *key, struct str value)
{
    bool is_plain = value.len > 0 && ascii_is_letter(value.at[0]) && strcmp(key, "was") != 0 &&
                    strcmp(key, "what") != 0;
    for (size_t i = 0; i < value.len; i++)
        is_plain = is_plain && (ascii_is_letter(value.at[i]) || ascii_is_digit(value.at[i]) ||
                                strchr("._-", value.at[i]));
    buf_addf(out, "%s%s: ", out->len ? ", " : "", key);
    struct json json = {.out = out, .place = JSON_BEHIND_KEY};
    if (is_plain)
        buf_add(out, value);
    else
        json_text(&json, value);
}

/* How a correction names the record: by its id, by its list, by what it is known by; false: it has
   nothing that tells it from others. */
static bool add_record_named(struct finder *finder, struct buf *out, const struct place *whole,
                             const struct difference *found)
{
    struct str name = name_alone(finder, whole);
    const struct str ways[][2] = {{found->id, STR_NONE},
                                  {found->id, found->kind},
                                  {STR_NONE, found->kind},
                                  {name, found->kind}};
    for (size_t i = found->id.len ? 0 : 2; i < sizeof ways / sizeof *ways; i++) {
        const struct named_record named =
            record_named(finder->arena, finder->now.briefing, ways[i][0], ways[i][1]);
        if (named.record != whole->now)
            continue;
        if (ways[i][1].len)
            add_written(out, "kind", ways[i][1]);
        if (ways[i][0].len)
            add_written(out, "of", ways[i][0]);
        return true;
    }
    add_written(out, "of", STR("ID"));
    return false;
}

void hint_at_entry(struct finder *finder, struct diag *diag, const struct place *place,
                   const struct difference *found)
{
    struct buf out = {.arena = finder->arena};
    const struct place *whole = place;
    while (whole->above)
        whole = whole->above;
    bool is_named = true;
    if (whole->now) {
        is_named = add_record_named(finder, &out, whole, found);
        add_written(&out, "field", field_to_write(finder, place, found));
        add_written(&out, "was", found->was);
    } else {
        add_written(&out, found->id.len ? "of" : "kind", found->id.len ? found->id : found->kind);
        add_written(&out, "what", found->what);
    }
    diag_hint(finder->diags, diag, "%sadd to `%s`: `{" STR_FMT ", why: ..., found: ...}`",
              is_named ? "" : "give the record an `id`, and with that id ",
              whole->now ? "corrections" : "withdrawn", STR_ARG(buf_str(&out)));
}
