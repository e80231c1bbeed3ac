/* Making values: from literals, from the fields of records, from the items of lists and maps. */
#include "template/value.h"

#include <inttypes.h>

/* An entry of FIELD_GRADES has no record head, but its fields are like those of any record. */
static const struct field grade_entry_fields[] = {
    FIELD(struct grade_entry, judgement, FIELD_TEXT, REQUIRED,
          .doc = "The judgement, by its key in the framework.", .example = "help_protection"),
    FIELD(struct grade_entry, grade, FIELD_GRADE, REQUIRED, .doc = "The grade.",
          .example = "requires_improvement"),
    FIELD(struct grade_entry, source, FIELD_REFS, OPTIONAL, .ids = IDS_SOURCES,
          .doc = "Where it was said: its own source, or that of the inspection.",
          .example = "S003"),
    {0},
};

const struct record_table grade_entry_table = {
    .name = "judgement",
    .a_name = "a judgement",
    .size = sizeof(struct grade_entry),
    .fields = grade_entry_fields,
    .doc = "One judgement of an inspection with its grade.",
};

struct value value_none(void)
{
    return (struct value){.kind = VALUE_NONE};
}

struct value value_bool(bool truth)
{
    return (struct value){.kind = VALUE_BOOL, .truth = truth};
}

struct value value_whole(int64_t whole)
{
    return (struct value){.kind = VALUE_WHOLE, .whole = whole};
}

struct value value_real(double real)
{
    return (struct value){.kind = VALUE_FLOAT, .real = real};
}

struct value value_text(struct str text)
{
    return (struct value){.kind = VALUE_TEXT, .text = text};
}

struct value value_list(const struct list_value *list)
{
    return (struct value){.kind = VALUE_LIST, .list = list};
}

struct value value_record(const void *record, const struct record_table *table)
{
    struct value value = {.kind = VALUE_RECORD, .record = record, .table = table};
    if (table == &grade_entry_table) {
        value.origin = ((const struct grade_entry *)record)->grade_span;
    } else {
        const struct record_head *head = record;
        value.origin = head->node ? head->node->span : (struct span){0};
    }
    return value;
}

/* ---- items of lists ---- */

static struct value ref_value(const struct ref *ref)
{
    if (ref->record)
        return value_record(ref->record, ref->table);
    return (struct value){.kind = VALUE_TEXT, .origin = ref->span, .text = ref->id};
}

struct value list_item(const struct list_value *list, size_t i)
{
    struct value value = {0};
    switch (list->backing) {
    case LIST_VALUES: return list->values[i];
    case LIST_RECORDS: return value_record(records_at(list->records, list->table, i), list->table);
    case LIST_GRADES: return value_record(&list->grades[i], &grade_entry_table);
    case LIST_REFS: return ref_value(&list->refs.items[i]);
    case LIST_TEXTS:
        value = value_text(list->texts.items[i]);
        if (list->texts.spans)
            value.origin = list->texts.spans[i];
        return value;
    case LIST_WHOLES:
        value = value_whole(list->wholes.items[i]);
        if (list->wholes.spans)
            value.origin = list->wholes.spans[i];
        return value;
    }
    return value;
}

/* ---- maps ---- */

struct value value_map(const struct map_value *map)
{
    return (struct value){.kind = VALUE_MAP, .map = map};
}

const struct value *map_find(const struct map_value *map, struct str key)
{
    for (size_t i = 0; i < map->count; i++)
        if (str_equal(map->entries[i].key, key))
            return &map->entries[i].value;
    return NULL;
}

const struct list_value *map_keys(struct arena *arena, const struct map_value *map)
{
    struct value *keys = ARENA_ARRAY(arena, struct value, map->count);
    struct list_value *list = ARENA_NEW(arena, struct list_value);
    for (size_t i = 0; i < map->count; i++)
        keys[i] = value_text(map->entries[i].key);
    *list = (struct list_value){
        .backing = LIST_VALUES, .depth = 1, .count = map->count, .values = keys};
    return list;
}

/* ---- fields ---- */

static struct value text_of(enum value_kind kind, const void *member)
{
    const struct str *text = member;
    return text->at ? (struct value){.kind = kind, .text = *text}
                    : (struct value){.kind = VALUE_UNDEFINED};
}

static struct value number_of(enum field_kind kind, const void *member)
{
    if (kind == FIELD_WHOLE) {
        const struct whole *whole = member;
        return whole->known ? value_whole(whole->value) : (struct value){.kind = VALUE_UNDEFINED};
    }
    const struct decimal *decimal = member;
    return decimal->text.at ? (struct value){.kind = VALUE_DECIMAL, .decimal = *decimal}
                            : (struct value){.kind = VALUE_UNDEFINED};
}

static struct value answer_of(const void *member)
{
    enum answer answer = *(const enum answer *)member;
    return answer == ANSWER_ABSENT ? (struct value){.kind = VALUE_UNDEFINED}
                                   : value_bool(answer == ANSWER_YES);
}

static struct value date_of(const void *member)
{
    const struct date *date = member;
    return date->precision == DATE_UNKNOWN ? (struct value){.kind = VALUE_UNDEFINED}
                                           : (struct value){.kind = VALUE_DATE, .date = date};
}

static struct value word_of(const void *member, const struct field *field)
{
    int word = *(const int *)member;
    if (word <= 0)
        return (struct value){.kind = VALUE_UNDEFINED};
    return (struct value){.kind = VALUE_WORD, .words = field->words, .word = word};
}

static struct value record_of(const void *member, const struct field *field)
{
    if (field->kind == FIELD_REF) {
        const struct ref *ref = member;
        return ref->id.at ? ref_value(ref) : (struct value){.kind = VALUE_UNDEFINED};
    }
    const void *record = *(const void *const *)member;
    return record ? value_record(record, field->of) : (struct value){.kind = VALUE_UNDEFINED};
}

static struct value list_from(struct arena *arena, const void *member, const struct field *field)
{
    struct list_value list = {.depth = 1};
    switch (field->kind) {
    case FIELD_TEXTS:
        list.backing = LIST_TEXTS;
        list.texts = *(const struct texts *)member;
        list.count = list.texts.count;
        break;
    case FIELD_WHOLES:
        list.backing = LIST_WHOLES;
        list.wholes = *(const struct wholes *)member;
        list.count = list.wholes.count;
        break;
    case FIELD_GRADES:
        list.backing = LIST_GRADES;
        list.grades = ((const struct grades *)member)->items;
        list.count = ((const struct grades *)member)->count;
        break;
    case FIELD_REFS:
        list.backing = LIST_REFS;
        list.refs = *(const struct refs *)member;
        list.count = list.refs.count;
        break;
    default:
        list.backing = LIST_RECORDS;
        list.records = member;
        list.table = field->of;
        list.count = list.records->count;
        break;
    }
    struct list_value *kept = ARENA_NEW(arena, struct list_value);
    *kept = list;
    return value_list(kept);
}

static struct value read_field(struct arena *arena, const void *member, const struct field *field)
{
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_ID:
    case FIELD_FRAMEWORK: return text_of(VALUE_TEXT, member);
    case FIELD_MARKDOWN: return text_of(VALUE_MARKDOWN, member);
    case FIELD_GRADE: return text_of(VALUE_GRADE, member);
    case FIELD_WHOLE:
    case FIELD_DECIMAL: return number_of(field->kind, member);
    case FIELD_ANSWER: return answer_of(member);
    case FIELD_DATE:
    case FIELD_PERIOD: return date_of(member);
    case FIELD_WORD: return word_of(member, field);
    case FIELD_REF:
    case FIELD_RECORD: return record_of(member, field);
    default: return list_from(arena, member, field);
    }
}

static struct span field_origin(const void *record, const struct record_table *table,
                                const struct field *field)
{
    if (table != &grade_entry_table)
        return record_span(record, field);
    const struct grade_entry *entry = record;
    return str_is(str_from(field->name), "judgement") ? entry->judgement_span : entry->grade_span;
}

struct value value_of_field(struct arena *arena, const void *record,
                            const struct record_table *table, const struct field *field,
                            struct span at)
{
    struct value value = read_field(arena, record_member(record, field), field);
    if (value.kind != VALUE_UNDEFINED) {
        if (value.kind != VALUE_RECORD)
            value.origin = field_origin(record, table, field);
        return value;
    }
    struct missing *missing = ARENA_NEW(arena, struct missing);
    *missing =
        (struct missing){.name = str_from(field->name), .at = at, .record = record, .table = table};
    value.missing = missing;
    return value;
}

/* ---- describing ---- */

bool value_is_text(const struct value *value)
{
    return value->kind == VALUE_TEXT || value->kind == VALUE_MARKDOWN ||
           value->kind == VALUE_WORD || value->kind == VALUE_GRADE;
}

bool value_is_number(const struct value *value)
{
    return value->kind == VALUE_WHOLE || value->kind == VALUE_DECIMAL || value->kind == VALUE_FLOAT;
}

struct str value_describe(struct arena *arena, const struct value *value)
{
    static const char *const kinds[] = {[VALUE_UNDEFINED] = "nothing",
                                        [VALUE_FAULT] = "nothing",
                                        [VALUE_NONE] = "nothing",
                                        [VALUE_BOOL] = "a yes or no",
                                        [VALUE_WHOLE] = "a whole number",
                                        [VALUE_DECIMAL] = "a decimal number",
                                        [VALUE_FLOAT] = "a decimal number",
                                        [VALUE_TEXT] = "a text",
                                        [VALUE_MARKDOWN] = "a text",
                                        [VALUE_LIST] = "a list",
                                        [VALUE_MAP] = "a map",
                                        [VALUE_DATE] = "a date",
                                        [VALUE_INSERTED_MARKDOWN] = "Markdown",
                                        [VALUE_RECORD] = "a record",
                                        [VALUE_WORD] = "a word",
                                        [VALUE_GRADE] = "a grade",
                                        [VALUE_CITE] = "a citation",
                                        [VALUE_LOOP] = "the loop itself"};
    if (value->kind == VALUE_RECORD)
        return str_format(arena, "%s", value->table->a_name);
    return str_from(kinds[value->kind]);
}
