/* What differs between two issues: each list, each record that both have, each of its fields. */
#include "changes/finder.h"

/* ---- grades ---- */

static const struct grade_entry *entry_of(const struct grades *grades, struct str judgement)
{
    for (size_t i = 0; i < grades->count; i++)
        if (str_equal(grades->items[i].judgement, judgement))
            return &grades->items[i];
    return NULL;
}

static void compare_grades(struct finder *finder, const struct place *place,
                           const struct field *field)
{
    const struct grades *before = record_member(place->before, field);
    const struct grades *now = record_member(place->now, field);
    for (size_t i = 0; i < now->count; i++) {
        const struct grade_entry *old = entry_of(before, now->items[i].judgement);
        const struct refs *own = &now->items[i].source;
        if (!old || !str_equal(old->grade, now->items[i].grade) ||
            old->source.count != own->count || refs_kept(finder, &old->source, own) != own->count)
            tell_grade(finder, place, field, old, &now->items[i]);
    }
    for (size_t i = 0; i < before->count; i++)
        if (!entry_of(now, before->items[i].judgement))
            tell_grade(finder, place, field, &before->items[i], NULL);
}

/* ---- records and lists of them ---- */

static void compare_record(struct finder *finder, const struct place *place);

static void compare_matched(struct finder *finder, const struct place *above,
                            const struct field *list, const struct records *now,
                            const struct matching *matching)
{
    struct place place = {.above = above, .list = list, .table = list->of};
    place.how = above ? changes_within(above->how, list->changes) : list->changes;
    for (size_t i = 0; i < now->count; i++) {
        place.before = matching->partners[i];
        place.now = records_at(now, list->of, i);
        if (place.before)
            compare_record(finder, &place);
        else
            tell_new(finder, &place);
    }
    place.now = NULL;
    for (size_t i = 0; i < matching->gone_count; i++) {
        place.before = matching->gone[i];
        tell_gone(finder, &place);
    }
}

/* A record that stands alone. */
static void compare_alone(struct finder *finder, const struct place *above,
                          const struct field *field, const void *before, const void *now)
{
    struct place place = {above, field, field->of, before, now, CHANGES_FACT};
    place.how = above ? changes_within(above->how, field->changes) : field->changes;
    if (before && now)
        compare_record(finder, &place);
    else if (now)
        tell_new(finder, &place);
    else if (before)
        tell_gone(finder, &place);
}

/* The name that a council had is told by its former names. */
static bool is_renamed(const struct council *a, const struct council *b)
{
    for (size_t i = 0; i < b->former_names.count; i++)
        if (str_alike(b->former_names.items[i].name, a->name))
            return true;
    return false;
}

/* What every issue has another of: its day, where the one before is, what the officers say of it. */
static bool is_of_the_issue(const struct field *field)
{
    static const char *const names[] = {"as_at", "previous", "version_note"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(field->name, names[i]))
            return true;
    return false;
}

static bool is_left_out(const struct finder *finder, const struct place *place,
                        const struct field *field)
{
    if (field_is_derived(field) || field->kind == FIELD_ID || !strcmp(field->name, "was"))
        return true;
    if (place->table == &front_sheet_table)
        return is_of_the_issue(field);
    /* The day to which a table is complete is told by the two issues. */
    if (place->table == &evidence_table || place->table == &cover_table)
        return !strcmp(field->name, "as_at");
    if (place->table == &council_table && !strcmp(field->name, "name"))
        return is_renamed(place->before, place->now) || is_renamed(place->now, place->before);
    return end_tells_it(finder, place, field);
}

static void compare_field(struct finder *finder, const struct place *place,
                          const struct field *field)
{
    const void *before = record_member(place->before, field);
    const void *now = record_member(place->now, field);
    if (field->kind == FIELD_RECORDS) {
        const struct matching matching = match_records(finder, field->of, before, now);
        compare_matched(finder, place, field, now, &matching);
    } else if (field->kind == FIELD_RECORD) {
        compare_alone(finder, place, field, *(const void *const *)before,
                      *(const void *const *)now);
    } else if (field->kind == FIELD_GRADES) {
        compare_grades(finder, place, field);
    } else if (!values_same(finder, field, place->before, place->now)) {
        tell_field(finder, place, field);
    } else {
        tell_day_come(finder, place, field);
    }
}

/* Calls itself no deeper than the tables are nested. */
static void compare_record(struct finder *finder, const struct place *place)
{
    for (const struct field *field = place->table->fields; field->name; field++)
        if (!is_left_out(finder, place, field))
            compare_field(finder, place, field);
}

/* ---- the whole ---- */

/* Corrections and withdrawals tell why others differ. */
static bool is_compared(const struct field *field)
{
    bool is_reason = field->of == &correction_table || field->of == &withdrawal_table;
    return !field_is_derived(field) && !is_reason && field->of != &table_use_table;
}

void compare_briefings(struct finder *finder)
{
    size_t count = 0;
    while (briefing_table.fields[count].name)
        count++;
    struct matching *matchings = ARENA_ARRAY(finder->arena, struct matching, count);
    const struct briefing *before = finder->before.briefing, *now = finder->now.briefing;
    for (size_t i = 0; i < count; i++) {
        const struct field *field = &briefing_table.fields[i];
        if (!is_compared(field) || field->kind != FIELD_RECORDS)
            continue;
        matchings[i] = match_records(finder, field->of, record_member(before, field),
                                     record_member(now, field));
        pairs_add(finder, &matchings[i], field->of, record_member(now, field));
    }
    pairs_sort(finder);
    for (size_t i = 0; i < count; i++) {
        const struct field *field = &briefing_table.fields[i];
        if (is_compared(field) && field->kind == FIELD_RECORDS)
            compare_matched(finder, NULL, field, record_member(now, field), &matchings[i]);
        if (is_compared(field) && field->kind == FIELD_RECORD)
            compare_alone(finder, NULL, field, *(const void *const *)record_member(before, field),
                          *(const void *const *)record_member(now, field));
    }
}
