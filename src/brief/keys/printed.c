/* Which filled keys a paper leaves out: what was printed is set against all that was written. */
#include "brief/printed.h"

#include "brief/brief_codes.h"

#include <stdlib.h>
#include <string.h>

struct printed *printed_new(struct arena *arena)
{
    struct printed *printed = ARENA_NEW(arena, struct printed);
    *printed = (struct printed){.arena = arena};
    return printed;
}

void printed_add(const struct briefing *briefing, struct span written)
{
    if (!briefing || !briefing->printed || !written.source)
        return;
    *LIST_ADD(briefing->printed->arena, &briefing->printed->places) = written;
    *LIST_ADD(briefing->printed->arena, &briefing->printed->shown) = written;
}

void printed_key(const struct briefing *briefing, const void *record, const char *key)
{
    if (record_states(record, key))
        printed_add(briefing, record_span_of(record, key));
}

static void read_key(const struct briefing *briefing, const void *record, const char *key)
{
    if (briefing && briefing->printed && record_states(record, key))
        *LIST_ADD(briefing->printed->arena, &briefing->printed->places) =
            record_span_of(record, key);
}

void printed_read(const struct briefing *briefing, const void *record, const struct field *field)
{
    read_key(briefing, record, field->name);
    for (size_t i = 0; field->tells && field->tells[i]; i++)
        read_key(briefing, record, field->tells[i]);
}

/* ---- finding a place ---- */

static int compare(const void *a, const void *b)
{
    const struct span *left = a, *right = b;
    if (left->source != right->source)
        return str_compare(left->source->path, right->source->path);
    return left->start == right->start ? 0 : left->start < right->start ? -1 : 1;
}

/* Was anything printed that was written inside of it? */
static bool is_place_printed(const struct printed *printed, struct span written)
{
    size_t low = 0, high = printed->places.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(&printed->places.items[middle], &written) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < printed->places.count; low++) {
        const struct span *place = &printed->places.items[low];
        if (place->source != written.source || place->start >= written.end)
            return false;
        if (place->end <= written.end)
            return true;
    }
    return false;
}

/* ---- what was left out ---- */

struct left_out {
    const struct record_table *table;
    const struct field *field;
    struct span first;
    size_t count;
};

struct search {
    struct diags *diags;
    const struct printed *printed;
    LIST(struct left_out) found;
};

static void leave_out(struct search *search, const struct record_table *table,
                      const struct field *field, struct span written)
{
    for (size_t i = 0; i < search->found.count; i++)
        if (search->found.items[i].field == field) {
            search->found.items[i].count++;
            return;
        }
    *LIST_ADD(search->diags->arena, &search->found) = (struct left_out){table, field, written, 1};
}

/* Is a filled key printed, or anything that it holds? */
static bool is_field_printed(const struct printed *printed, const void *record,
                             const struct field *field);

static bool is_record_printed(const struct printed *printed, const struct record_table *table,
                              const void *record)
{
    bool has_any = false;
    for (const struct field *field = table->fields; record && field->name; field++) {
        bool is_for_readers = field_is_for_readers(field);
        if ((!is_for_readers && !field->unprinted) || !record_states(record, field->name))
            continue;
        if (is_field_printed(printed, record, field))
            return true;
        has_any = has_any || is_for_readers;
    }
    return record && !has_any; /* what is only for the program is not left out */
}

/* Out of a table, the grades of one inspection stand in cells that are far apart. */
static bool is_grade_printed(const struct printed *printed, const struct grades *grades)
{
    for (size_t i = 0; i < grades->count; i++)
        if (is_place_printed(printed, grades->items[i].grade_span))
            return true;
    return grades->count == 0;
}

static bool is_field_printed(const struct printed *printed, const void *record,
                             const struct field *field)
{
    const void *member = record_member(record, field);
    if (field->kind == FIELD_RECORD)
        return is_record_printed(printed, field->of, *(const void *const *)member);
    if (field->kind == FIELD_GRADES && is_grade_printed(printed, member))
        return true;
    if (field->kind != FIELD_RECORDS)
        return is_place_printed(printed, record_span(record, field));
    const struct records *records = member;
    for (size_t i = 0; i < records->count; i++)
        if (is_record_printed(printed, field->of, records_at(records, field->of, i)))
            return true;
    return false;
}

static void search_record(struct search *search, const struct record_table *table,
                          const void *record);

static void search_field(struct search *search, const struct record_table *table,
                         const void *record, const struct field *field)
{
    const void *member = record_member(record, field);
    if (!is_field_printed(search->printed, record, field)) {
        leave_out(search, table, field, record_span(record, field));
    } else if (field->kind == FIELD_RECORD) {
        search_record(search, field->of, *(const void *const *)member);
    } else if (field->kind == FIELD_RECORDS) {
        const struct records *records = member;
        for (size_t i = 0; i < records->count; i++)
            search_record(search, field->of, records_at(records, field->of, i));
    }
}

static void search_record(struct search *search, const struct record_table *table,
                          const void *record)
{
    for (const struct field *field = table->fields; record && field->name; field++)
        if (field_is_for_readers(field) && record_states(record, field->name))
            search_field(search, table, record, field);
}

/* ---- records of which nothing stands in the document ---- */

struct count {
    struct arena *arena;
    const struct printed *shown;
    struct unprinted_kinds kinds;
};

static void count_one(struct count *count, const struct record_table *table)
{
    for (size_t i = 0; i < count->kinds.list.count; i++)
        if (count->kinds.list.items[i].table == table) {
            count->kinds.list.items[i].count++;
            return;
        }
    *LIST_ADD(count->arena, &count->kinds.list) = (struct unprinted){table, 1};
}

static void count_inside(struct count *count, const struct record_table *table, const void *record);

/* The council and the paper itself are told of somewhere; what they hold may be left out. */
static bool is_of_all(const struct record_table *table)
{
    return table == &council_table || table == &front_sheet_table;
}

static void count_record(struct count *count, const struct record_table *table, const void *record)
{
    if (is_of_all(table) || is_record_printed(count->shown, table, record))
        count_inside(count, table, record);
    else
        count_one(count, table);
}

static void count_field(struct count *count, const struct field *field, const void *member)
{
    if (field->kind == FIELD_RECORD)
        count_record(count, field->of, *(const void *const *)member);
    const struct records *records = member;
    for (size_t i = 0; field->kind == FIELD_RECORDS && i < records->count; i++)
        count_record(count, field->of, records_at(records, field->of, i));
}

static void count_inside(struct count *count, const struct record_table *table, const void *record)
{
    for (const struct field *field = table->fields; field->name; field++) {
        if (!field_is_for_readers(field) || !record_states(record, field->name))
            continue;
        if (field->of)
            count_field(count, field, record_member(record, field));
        else if (strcmp(field->name, "how_known") == 0)
            count->kinds.how_known |= !is_place_printed(count->shown, record_span(record, field));
    }
}

struct unprinted_kinds printed_kinds_left_out(struct arena *arena, const struct briefing *briefing)
{
    struct printed shown = {.arena = arena};
    for (size_t i = 0; i < briefing->printed->shown.count; i++)
        *LIST_ADD(arena, &shown.places) = briefing->printed->shown.items[i];
    if (shown.places.count)
        qsort(shown.places.items, shown.places.count, sizeof *shown.places.items, compare);
    struct count count = {.arena = arena, .shown = &shown};
    count_inside(&count, &briefing_table, briefing);
    return count.kinds;
}

/* ---- telling ---- */

static void report(struct diags *diags, const struct left_out *left)
{
    const char *key = left->field->name;
    bool whole = left->field->kind == FIELD_RECORDS || left->field->kind == FIELD_RECORD;
    struct diag *diag =
        whole
            ? diag_report(diags, &W264, left->first, "this template prints nothing of `%s`", key)
            : diag_report(diags, &W264, left->first, "this template does not print the `%s` of %s",
                          key, left->table->a_name);
    if (left->count > 1)
        diag_hint(diags, diag, "nor %zu more; print it there, or choose another template",
                  left->count - 1);
    else
        diag_hint(diags, diag, "print it there, or choose another template");
}

void printed_report(struct diags *diags, const struct briefing *briefing)
{
    struct printed *printed = briefing->printed;
    if (!printed->is_whole)
        return;
    if (printed->places.count)
        qsort(printed->places.items, printed->places.count, sizeof *printed->places.items, compare);
    struct search search = {.diags = diags, .printed = printed};
    search_record(&search, &briefing_table, briefing);
    for (size_t i = 0; i < search.found.count; i++)
        report(diags, &search.found.items[i]);
}
