/* Records of the rows of a table: what each becomes in each list of a specification, with the
   source of all, and what rows about other places add to them. */
#include "brief/tables/adding.h"

#include "brief/brief_codes.h"
#include "brief/briefing.h"
#include "brief/tables/store.h"

static struct filling new_filling(struct adding *adding, const struct table_used *used, size_t row)
{
    return (struct filling){
        .arena = adding->arena,
        .diags = adding->diags,
        .mapping = used->taken.mapping,
        .csv = used->taken.csv,
        .second = &used->second,
        .frameworks = adding->frameworks,
        .row = row,
        .key_column = used->taken.key_column,
        .joint = row_joint(adding->arena, &used->taken, row),
        .told_words = used->told_words,
    };
}

static const struct node *with_pair(struct arena *arena, const struct node *record, const char *key,
                                    struct str text, struct span span)
{
    struct node *changed = ARENA_NEW(arena, struct node);
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, record->count + 1);
    *changed = *record;
    for (size_t i = 0; i < record->count; i++)
        pairs[i] = record->pairs[i];
    pairs[changed->count++] = (struct pair){str_from(key), span, new_scalar(arena, text, span)};
    changed->pairs = pairs;
    return changed;
}

/* What holds for all that comes from a table: its source, and whose history it is. */
static const struct node *with_origin(struct adding *adding, const struct table_used *used,
                                      const struct record_table *table, size_t row,
                                      const struct node *record)
{
    const struct field *source = record_field(table, STR("source"));
    if (used->source.at && source && source->ids == IDS_SOURCES &&
        node_is_absent(node_get(record, "source")))
        record = with_pair(adding->arena, record, "source", used->source, used->source_at);
    struct str before = record_field(table, STR("of"))
                            ? row_predecessor(adding->arena, &used->taken, row)
                            : STR_NONE;
    if (before.at && node_is_absent(node_get(record, "of")))
        record = with_pair(adding->arena, record, "of", before,
                           csv_span(used->taken.csv, row, used->taken.name_column));
    return record;
}

/* The parts of a record, each with the table as its source. */
static const struct node *parts_with_source(struct adding *adding, const struct table_used *used,
                                            const struct record_table *table,
                                            const struct node *list)
{
    const struct field *source = record_field(table, STR("source"));
    if (!used->source.at || !source || source->ids != IDS_SOURCES)
        return list;
    const struct node **items = ARENA_ARRAY(adding->arena, const struct node *, list->count);
    struct node *changed = ARENA_NEW(adding->arena, struct node);
    for (size_t i = 0; i < list->count; i++)
        items[i] =
            list->items[i]->kind == NODE_MAP && !node_get(list->items[i], "source")
                ? with_pair(adding->arena, list->items[i], "source", used->source, used->source_at)
                : list->items[i];
    *changed = *list;
    changed->items = items;
    return changed;
}

/* A record as it would complete one of another table: what it adds has a source of its own. */
static const struct node *with_sources(struct adding *adding, const struct table_used *used,
                                       const struct record_table *table, const struct node *record)
{
    struct node *changed = ARENA_NEW(adding->arena, struct node);
    struct pair *pairs = ARENA_ARRAY(adding->arena, struct pair, record->count);
    *changed = *record;
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = record_field(table, record->pairs[i].key);
        pairs[i] = record->pairs[i];
        if (field && field->of && pairs[i].value->kind == NODE_LIST)
            pairs[i].value = parts_with_source(adding, used, field->of, pairs[i].value);
    }
    changed->pairs = pairs;
    return changed;
}

/* Has a record nothing but an id, a source and lists, so that it only adds to another? */
static bool only_adds(const struct node *record)
{
    bool only = !node_is_absent(node_get(record, "id"));
    for (size_t i = 0; i < record->count; i++) {
        const struct pair *pair = &record->pairs[i];
        only = only && (str_is(pair->key, "id") || str_is(pair->key, "source") ||
                        pair->value->kind == NODE_LIST || node_is_absent(pair->value));
    }
    return only;
}

static bool is_written(const struct adding *adding, struct str list, const struct node *record)
{
    const struct pair *own = node_pair(adding->root, list);
    for (size_t i = 0; own && own->value->kind == NODE_LIST && i < own->value->count; i++) {
        const struct node *id = node_get(own->value->items[i], "id");
        if (id && node_equal(id, node_get(record, "id")))
            return true;
    }
    return false;
}

/* What only adds to a record says nothing without it, as when one of two tables is older. */
static bool report_alone(struct adding *adding, const struct pair *list,
                         const struct record_table *table, const struct node *record)
{
    if (!only_adds(record) || is_written(adding, list->key, record))
        return false;
    struct str id = str_trim(node_get(record, "id")->text);
    struct diag *diag =
        diag_report(adding->diags, &W279, node_get(record, "id")->span,
                    "there is no %s `" STR_FMT "` for this to be added to, and it is left out",
                    table->name, STR_ARG(text_shown(adding->arena, id)));
    diag_hint(adding->diags, diag,
              "bring the table that has it up to date, or name that table before this one");
    return true;
}

static void add_record(struct adding *adding, const struct table_used *used,
                       const struct pair *list, const struct node *pattern, struct filling *filling)
{
    const struct field *field = record_field(&briefing_table, list->key);
    const struct node *record = row_record(filling, field->of, pattern);
    struct added *added = additions_list(&adding->additions, list->key, list->key_span);
    size_t from = used->from[field - briefing_table.fields];
    if (record && from &&
        additions_complete(adding->arena, added, from,
                           with_sources(adding, used, field->of, record)))
        return;
    if (record && !report_alone(adding, list, field->of, record))
        additions_add(adding->arena, added, from,
                      with_origin(adding, used, field->of, filling->row, record));
}

typedef void add_pattern(struct adding *adding, const struct table_used *used,
                         const struct pair *list, const struct node *pattern, const void *data);

/* Each record that the mapping has in each list. */
static void each_pattern(struct adding *adding, const struct table_used *used,
                         const struct node *records, add_pattern *add, const void *data)
{
    for (size_t i = 0; i < records->count; i++) {
        const struct pair *list = &records->pairs[i];
        bool several = list->value->kind == NODE_LIST;
        for (size_t k = 0; k < (several ? list->value->count : 1); k++)
            add(adding, used, list, several ? list->value->items[k] : list->value, data);
    }
}

static void add_of_row(struct adding *adding, const struct table_used *used,
                       const struct pair *list, const struct node *pattern, const void *data)
{
    if (node_get(pattern, FOR_EACH))
        return;
    struct filling filling = *(const struct filling *)data;
    add_record(adding, used, list, pattern, &filling);
}

/* Faults of cells need not keep the rest of the specification from being looked at. */
static void read_dates(struct adding *adding, struct filling *filling)
{
    size_t errors = adding->diags->errors;
    row_read_cells(filling);
    adding->cell_faults += adding->diags->errors - errors;
}

static void add_row(struct adding *adding, const struct table_used *used, size_t row)
{
    struct filling filling = new_filling(adding, used, row);
    read_dates(adding, &filling);
    each_pattern(adding, used, used->taken.mapping->records, add_of_row, &filling);
}

/* A record for each group of the rows. */
static void add_of_groups(struct adding *adding, const struct table_used *used,
                          const struct pair *list, const struct node *pattern, const void *data)
{
    const struct node *columns = node_get(pattern, FOR_EACH);
    if (!columns)
        return;
    const struct row_groups *groups =
        rows_grouped(adding->arena, adding->diags, used->taken.csv, data, columns);
    for (size_t i = 0; i < groups->groups.count; i++) {
        struct row_list group = groups->groups.items[i];
        struct filling filling = new_filling(adding, used, group.items[0]);
        row_read_cells(&filling);
        filling.group = group;
        add_record(adding, used, list, pattern, &filling);
    }
}

/* ---- rows about other places ---- */

static void join_record(struct adding *adding, const struct table_used *used,
                        const struct pair *list, const struct node *pattern, const void *data)
{
    struct filling filling = *(const struct filling *)data;
    const struct field *field = record_field(&briefing_table, list->key);
    const struct node *record = row_record(&filling, field->of, pattern);
    if (record)
        additions_join(adding->arena, additions_list(&adding->additions, list->key, list->key_span),
                       used->from[field - briefing_table.fields], record);
}

static void add_others(struct adding *adding, const struct table_used *used, size_t own)
{
    const struct mapping *mapping = used->taken.mapping;
    for (size_t i = 0; i < mapping->others.count; i++) {
        struct row_list rows = rows_of_others(adding->arena, adding->diags, &used->taken,
                                              &mapping->others.items[i], own);
        for (size_t k = 0; k < rows.count; k++) {
            struct filling filling = new_filling(adding, used, rows.items[k]);
            read_dates(adding, &filling);
            each_pattern(adding, used, mapping->others.items[i].records, join_record, &filling);
        }
    }
}

/* ---- the rows ---- */

bool is_taken_already(struct adding *adding, const struct taken *taken)
{
    for (size_t i = 0; i < adding->taken.count; i++) {
        const struct taken *first = &adding->taken.items[i];
        bool same_key = first->key && taken->key
                            ? str_equal(str_trim(first->key->text), str_trim(taken->key->text))
                            : first->key == taken->key;
        if (first->csv != taken->csv || first->mapping != taken->mapping || !same_key)
            continue;
        struct diag *diag = diag_report(adding->diags, &E268, taken->span,
                                        "these rows are taken from `" STR_FMT "` already",
                                        STR_ARG(taken->csv->source->path));
        diag_hint(adding->diags, diag, "delete this item of `tables`");
        diag_note(adding->diags, diag, first->span, "they are taken here");
        return true;
    }
    *LIST_ADD(adding->arena, &adding->taken) = *taken;
    return false;
}

/* A change of other rows matters where they are read too, or decide which are. */
static void note_rows(struct adding *adding, const struct taken *taken)
{
    const struct mapping *mapping = taken->mapping;
    bool whole = !mapping->keys.count || mapping->where || mapping->others.count;
    for (size_t i = 0; i < taken->texts.count; i++)
        whole = whole || taken->texts.items[i].in.kind != INDEX_CODES || mapping->joint.at;
    if (whole)
        store_note_table(adding->store, adding->diags, taken->csv);
    for (size_t i = 0; !whole && i < taken->texts.count; i++)
        store_note_rows(adding->store, adding->diags, taken->csv, taken->texts.items[i].in.column,
                        taken->texts.items[i].text);
}

/* How many records each list has, so that those of this table are known from those before. */
static const size_t *counts_before(struct adding *adding)
{
    size_t fields = 0;
    while (briefing_table.fields[fields].name)
        fields++;
    size_t *counts = ARENA_ARRAY(adding->arena, size_t, fields);
    for (size_t i = 0; i < adding->additions.lists.count; i++) {
        const struct added *added = &adding->additions.lists.items[i];
        counts[record_field(&briefing_table, added->list) - briefing_table.fields] =
            added->items.count;
    }
    return counts;
}

void add_rows(struct adding *adding, struct table_used *used)
{
    const struct taken *taken = &used->taken;
    struct row_list about = rows_about(adding->arena, adding->diags, taken);
    note_rows(adding, taken);
    check_names(adding->arena, adding->diags, taken, &about);
    check_merged_rows(adding->arena, adding->diags, taken, &about);
    struct row_list rows = rows_chosen(adding->arena, adding->diags, taken, &about);
    used->from = counts_before(adding);
    for (size_t i = 0; i < rows.count; i++)
        add_row(adding, used, rows.items[i]);
    each_pattern(adding, used, taken->mapping->records, add_of_groups, &rows);
    if (rows.count)
        add_others(adding, used, rows.items[0]);
}
