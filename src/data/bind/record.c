/* Records through their tables: fields by name, members by field, and where each was written. */
#include "data/bind/record.h"

const struct field *record_field(const struct record_table *table, struct str name)
{
    for (const struct field *field = table->fields; field->name; field++)
        if (str_is(name, field->name))
            return field;
    return NULL;
}

const struct old_key *record_old_key(const struct record_table *table, struct str name)
{
    for (const struct old_key *old = table->old; old && old->was; old++)
        if (str_is(name, old->was))
            return old;
    return NULL;
}

const struct field *record_field_renewed(const struct record_table *table, struct str name)
{
    const struct field *field = record_field(table, name);
    const struct old_key *old = field ? NULL : record_old_key(table, name);
    return old && old->form == OLD_RENAMED ? record_field(table, str_from(old->now)) : field;
}

bool field_is_derived(const struct field *field)
{
    return field->presence == DERIVED || field->presence == DERIVED_ALWAYS;
}

enum how_changed changes_within(enum how_changed whole, enum how_changed part)
{
    return whole > part ? whole : part;
}

bool field_is_for_readers(const struct field *field)
{
    return !field_is_derived(field) && !field->unprinted && field->kind != FIELD_ID &&
           field->kind != FIELD_REF && field->kind != FIELD_REFS;
}

static bool is_list(const struct field *field)
{
    return field->kind == FIELD_REFS || field->kind == FIELD_GRADES || field->kind == FIELD_TEXTS ||
           field->kind == FIELD_WHOLES || field->kind == FIELD_RECORDS;
}

bool field_may_be_absent(const struct field *field)
{
    bool always = field->presence == REQUIRED || field->presence == DERIVED_ALWAYS;
    return !always && !field->settled && !is_list(field);
}

const void *record_member(const void *record, const struct field *field)
{
    return (const char *)record + field->offset;
}

bool field_is_filled(const struct field *field, const void *member)
{
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
    case FIELD_ID:
    case FIELD_GRADE:
    case FIELD_FRAMEWORK: return ((const struct str *)member)->at != NULL;
    case FIELD_WHOLE: return ((const struct whole *)member)->known;
    case FIELD_DECIMAL: return ((const struct decimal *)member)->text.at != NULL;
    case FIELD_ANSWER: return *(const enum answer *)member != ANSWER_ABSENT;
    case FIELD_DATE:
    case FIELD_PERIOD: return ((const struct date *)member)->precision != DATE_UNKNOWN;
    case FIELD_WORD: return *(const int *)member != 0;
    case FIELD_REF: return ((const struct ref *)member)->id.at != NULL;
    case FIELD_REFS: return ((const struct refs *)member)->count > 0;
    case FIELD_GRADES: return ((const struct grades *)member)->count > 0;
    case FIELD_TEXTS: return ((const struct texts *)member)->count > 0;
    case FIELD_WHOLES: return ((const struct wholes *)member)->count > 0;
    case FIELD_RECORD: return *(const void *const *)member != NULL;
    case FIELD_RECORDS: return ((const struct records *)member)->count > 0;
    }
    return false;
}

const void *records_at(const struct records *records, const struct record_table *table, size_t i)
{
    return i < records->count ? (const char *)records->items + i * table->size : NULL;
}

struct span record_span_of(const void *record, const char *name)
{
    const struct record_head *head = record;
    if (!head || !head->node)
        return (struct span){0};
    const struct pair *pair = node_pair(head->node, str_from(name));
    return pair ? pair->value->span : head->node->span;
}

bool record_states(const void *record, const char *name)
{
    const struct record_head *head = record;
    const struct node *written = head && head->node ? node_get(head->node, name) : NULL;
    return written && !node_is_absent(written);
}

struct span record_span(const void *record, const struct field *field)
{
    return record_span_of(record, field->name);
}

const char *word_label(const struct word *words, int word)
{
    for (int i = 1; words[i - 1].id; i++)
        if (i == word)
            return words[i - 1].label;
    return "";
}
