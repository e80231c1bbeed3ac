/* Visits every field that was written, in every record of a specification. */
#include "brief/walk.h"

struct walk {
    walk_visit *visit;
    void *data;
};

static void walk_record(const struct walk *walk, const struct record_table *table,
                        const void *record);

static void walk_records(const struct walk *walk, const struct record_table *table,
                         const struct records *records)
{
    for (size_t i = 0; i < records->count; i++)
        walk_record(walk, table, records_at(records, table, i));
}

static void walk_field(const struct walk *walk, const void *record,
                       const struct record_table *table, const struct field *field)
{
    const void *member = record_member(record, field);
    walk->visit(record, table, field, walk->data);
    if (field->kind == FIELD_RECORDS)
        walk_records(walk, field->of, member);
    else if (field->kind == FIELD_RECORD)
        walk_record(walk, field->of, *(const void *const *)member);
}

static void walk_record(const struct walk *walk, const struct record_table *table,
                        const void *record)
{
    for (const struct field *field = table->fields; record && field->name; field++)
        if (!field_is_derived(field))
            walk_field(walk, record, table, field);
}

void briefing_walk(const struct briefing *briefing, walk_visit *visit, void *data)
{
    struct walk walk = {visit, data};
    walk_record(&walk, &briefing_table, briefing);
}
