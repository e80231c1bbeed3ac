/* Writes facts: each record by its table, each value in the form that its kind has. */
#include "facts/forms.h"

#include "base/json.h"
#include "base/list.h"

#include <stdlib.h>

/* ---- the order of records ---- */

struct ordered {
    struct str id; /* absent: it stands behind those that have one */
    size_t place;
    const void *record;
};

static int by_id(const void *left, const void *right)
{
    const struct ordered *a = left, *b = right;
    if (!a->id.len != !b->id.len)
        return a->id.len ? -1 : 1;
    int order = a->id.len ? str_compare(a->id, b->id) : 0;
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

struct str facts_id(const struct record_table *table, const void *record)
{
    for (const struct field *field = table->fields; field->name; field++)
        if (field->kind == FIELD_ID)
            return *(const struct str *)record_member(record, field);
    return STR_NONE;
}

const void *const *facts_order(struct arena *arena, const struct record_table *table,
                               const struct records *records)
{
    const void **order = ARENA_ARRAY(arena, const void *, records->count);
    struct ordered *sorted = ARENA_ARRAY(arena, struct ordered, records->count);
    for (size_t i = 0; i < records->count; i++) {
        const void *record = records_at(records, table, i);
        sorted[i] = (struct ordered){facts_id(table, record), i, record};
    }
    if (records->count)
        qsort(sorted, records->count, sizeof *sorted, by_id);
    for (size_t i = 0; i < records->count; i++)
        order[i] = sorted[i].record;
    return order;
}

/* ---- records that others name ---- */

bool facts_may_point(const struct field *field)
{
    for (const struct field *kind = briefing_table.fields; kind->name; kind++)
        if (field->kind == FIELD_RECORD && kind->kind == FIELD_RECORDS && kind->of == field->of)
            return true;
    return false;
}

/* Where each record of a list of the briefing stands in the file. */
struct numbers {
    const struct field *kind;
    const struct records *records;
    const size_t *of_record; /* counted from 1; by its place in the list */
};

struct writer {
    struct arena *arena;
    struct json json;
    const struct briefing *briefing;
    LIST(struct numbers) kinds; /* those that were asked for so far */
};

static size_t place_in(const struct numbers *kind, const void *record)
{
    return (size_t)((const char *)record - (const char *)kind->records->items) /
           kind->kind->of->size;
}

static const struct numbers *numbers_of(struct writer *writer, const struct field *field)
{
    for (size_t i = 0; i < writer->kinds.count; i++)
        if (writer->kinds.items[i].kind == field)
            return &writer->kinds.items[i];
    struct numbers *kind = LIST_ADD(writer->arena, &writer->kinds);
    const struct records *records = record_member(writer->briefing, field);
    size_t *numbers = ARENA_ARRAY(writer->arena, size_t, records->count);
    const void *const *order = facts_order(writer->arena, field->of, records);
    *kind = (struct numbers){field, records, numbers};
    for (size_t i = 0; i < records->count; i++)
        numbers[place_in(kind, order[i])] = i + 1;
    return kind;
}

static bool is_in(const struct records *records, const struct record_table *table,
                  const void *record)
{
    const char *first = records->items, *end = first + records->count * table->size;
    return records->count && (const char *)record >= first && (const char *)record < end;
}

/* The list of the briefing that a record stands in; NULL: it stands in none. */
static const struct numbers *kind_of(struct writer *writer, const struct record_table *table,
                                     const void *record)
{
    for (const struct field *field = briefing_table.fields; field->name; field++)
        if (field->kind == FIELD_RECORDS && field->of == table &&
            is_in(record_member(writer->briefing, field), table, record))
            return numbers_of(writer, field);
    return NULL;
}

/* ---- values ---- */

static void write_record(struct writer *writer, const struct record_table *table,
                         const void *record);

static void write_day(struct writer *writer, const char *key, day number)
{
    const struct date date = date_of_day(number);
    json_pair_text(&writer->json, key, date_text(writer->arena, &date, DATE_ISO));
}

static const char *precision_word(enum date_precision precision)
{
    switch (precision) {
    case DATE_DAY: return "day";
    case DATE_MONTH: return "month";
    case DATE_SEASON: return "season";
    case DATE_QUARTER: return "quarter";
    case DATE_FINANCIAL_YEAR: return "financial year";
    case DATE_YEAR: return "year";
    case DATE_INTERVAL: return "interval";
    case DATE_UNKNOWN: break;
    }
    return "unknown";
}

/* `text` says it all; the rest is for those who do not read such dates. An open end has no day. */
static void write_date(struct writer *writer, const struct date *date)
{
    struct json *json = &writer->json;
    json_begin_object(json);
    json_pair_text(json, "text", date_text(writer->arena, date, DATE_ISO));
    json_pair_text(json, "precision", str_from(precision_word(date->precision)));
    if (date->first != DAY_OPEN_START)
        write_day(writer, "first", date->first);
    if (date->last != DAY_OPEN_END)
        write_day(writer, "last", date->last);
    json_key(json, "inferred");
    json_boolean(json, date->inferred);
    json_key(json, "approximate");
    json_boolean(json, date->approximate);
    json_end_object(json);
}

static void write_refs(struct writer *writer, const struct refs *refs)
{
    json_begin_array(&writer->json);
    for (size_t i = 0; i < refs->count; i++)
        json_text(&writer->json, refs->items[i].id);
    json_end_array(&writer->json);
}

static void write_grades(struct writer *writer, const struct grades *grades)
{
    struct json *json = &writer->json;
    json_begin_array(json);
    for (size_t i = 0; i < grades->count; i++) {
        const struct grade_entry *entry = &grades->items[i];
        json_begin_object(json);
        json_pair_text(json, "judgement", entry->judgement);
        json_pair_text(json, "grade", entry->grade);
        json_key(json, "source");
        write_refs(writer, &entry->source);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_texts(struct writer *writer, const struct texts *texts)
{
    json_begin_array(&writer->json);
    for (size_t i = 0; i < texts->count; i++)
        json_text(&writer->json, texts->items[i]);
    json_end_array(&writer->json);
}

static void write_wholes(struct writer *writer, const struct wholes *wholes)
{
    json_begin_array(&writer->json);
    for (size_t i = 0; i < wholes->count; i++)
        json_integer(&writer->json, wholes->items[i]);
    json_end_array(&writer->json);
}

static void write_records(struct writer *writer, const struct record_table *table,
                          const struct records *records)
{
    const void *const *order = facts_order(writer->arena, table, records);
    json_begin_array(&writer->json);
    for (size_t i = 0; i < records->count; i++)
        write_record(writer, table, order[i]);
    json_end_array(&writer->json);
}

/* A record that was written is named where a computed one speaks of it. */
static void write_one(struct writer *writer, const struct record_table *table, const void *record)
{
    const struct numbers *kind = kind_of(writer, table, record);
    struct json *json = &writer->json;
    if (!kind) {
        write_record(writer, table, record);
        return;
    }
    struct str id = facts_id(table, record);
    json_begin_object(json);
    json_pair_text(json, "kind", str_from(kind->kind->name));
    if (id.len)
        json_pair_text(json, "id", id);
    else
        json_pair_integer(json, "number", (int64_t)kind->of_record[place_in(kind, record)]);
    json_end_object(json);
}

static void write_value(struct writer *writer, const struct field *field, const void *member)
{
    struct json *json = &writer->json;
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
    case FIELD_ID:
    case FIELD_GRADE:
    case FIELD_FRAMEWORK: json_text(json, *(const struct str *)member); break;
    case FIELD_WHOLE: json_integer(json, ((const struct whole *)member)->value); break;
    case FIELD_DECIMAL: json_text(json, ((const struct decimal *)member)->text); break;
    case FIELD_ANSWER: json_boolean(json, *(const enum answer *)member == ANSWER_YES); break;
    case FIELD_DATE:
    case FIELD_PERIOD: write_date(writer, member); break;
    case FIELD_WORD: json_text(json, str_from(field->words[*(const int *)member - 1].id)); break;
    case FIELD_REF: json_text(json, ((const struct ref *)member)->id); break;
    case FIELD_REFS: write_refs(writer, member); break;
    case FIELD_GRADES: write_grades(writer, member); break;
    case FIELD_TEXTS: write_texts(writer, member); break;
    case FIELD_WHOLES: write_wholes(writer, member); break;
    case FIELD_RECORD: write_one(writer, field->of, *(const void *const *)member); break;
    case FIELD_RECORDS: write_records(writer, field->of, member); break;
    }
}

/* What is absent has no key. */
static void write_record(struct writer *writer, const struct record_table *table,
                         const void *record)
{
    json_begin_object(&writer->json);
    for (const struct field *field = table->fields; field->name; field++) {
        const void *member = record_member(record, field);
        if (!field_is_filled(field, member))
            continue;
        json_key(&writer->json, field->name);
        write_value(writer, field, member);
    }
    json_end_object(&writer->json);
}

struct str facts_value(struct arena *arena, const struct briefing *briefing,
                       const struct field *field, const void *member)
{
    struct buf out = {.arena = arena};
    struct writer writer = {.arena = arena, .json = {.out = &out}, .briefing = briefing};
    write_value(&writer, field, member);
    return buf_str(&out);
}

struct str facts_record(struct arena *arena, const struct briefing *briefing,
                        const struct record_table *table, const void *record)
{
    struct buf out = {.arena = arena};
    struct writer writer = {.arena = arena, .json = {.out = &out}, .briefing = briefing};
    write_record(&writer, table, record);
    return buf_str(&out);
}

/* ---- the file ---- */

/* Each computed fact with the rule that it was computed by. */
static void write_derived(struct writer *writer, const struct derived *derived)
{
    struct json *json = &writer->json;
    json_begin_object(json);
    for (const struct field *field = derived_table.fields; field->name; field++) {
        const void *member = record_member(derived, field);
        if (!field_is_filled(field, member))
            continue;
        json_key(json, field->name);
        json_begin_object(json);
        json_pair_text(json, "rule", str_from(field->rule));
        json_key(json, "value");
        write_value(writer, field, member);
        json_end_object(json);
    }
    json_end_object(json);
}

static void write_kinds(struct writer *writer)
{
    json_begin_object(&writer->json);
    for (const struct field *field = briefing_table.fields; field->name; field++) {
        const void *member = record_member(writer->briefing, field);
        if (field_is_derived(field) || !field_is_filled(field, member))
            continue;
        json_key(&writer->json, field->name);
        write_value(writer, field, member);
    }
    json_end_object(&writer->json);
}

struct str facts_text(struct arena *arena, const struct briefing *briefing)
{
    struct buf out = {.arena = arena};
    struct writer writer = {
        .arena = arena, .json = {.out = &out, .indent = 1}, .briefing = briefing};
    struct json *json = &writer.json;
    json_begin_object(json);
    json_pair_integer(json, "format", FACTS_FORMAT);
    json_pair_text(json, "council", briefing->council->name);
    json_pair_text(json, "as_at", date_text(arena, &briefing->briefing->as_at, DATE_ISO));
    json_key(json, "records");
    write_kinds(&writer);
    json_key(json, "derived");
    write_derived(&writer, briefing->derived);
    json_end_object(json);
    buf_byte(&out, '\n');
    return buf_str(&out);
}
