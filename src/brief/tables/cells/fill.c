/* From a row to records: the mapping's own shape, with values from the row's cells. */
#include "brief/tables/row.h"

#include "base/alike.h"
#include "brief/brief_codes.h"
#include "brief/tables/variants.h"

#include <stdlib.h>

/* ---- rows that hold the same in some columns: forty-nine homes are a line for each grade ---- */

struct grouped_row {
    struct str said; /* what it holds in the columns, in one form; empty: nothing */
    size_t place;    /* among the rows */
};

static int by_said(const void *left, const void *right)
{
    const struct grouped_row *a = left, *b = right;
    int order = str_compare(a->said, b->said);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

/* The columns that are named: one, or a list. */
static const size_t *find_columns(struct arena *arena, struct diags *diags, const struct csv *csv,
                                  const struct node *named, size_t *count)
{
    bool list = named->kind == NODE_LIST;
    size_t most = list ? named->count : 1;
    size_t *columns = ARENA_ARRAY(arena, size_t, most);
    *count = 0;
    for (size_t i = 0; i < most; i++) {
        const struct node *name = list ? named->items[i] : named;
        size_t column = find_column(arena, diags, csv, str_trim(name->text), name);
        if (column < csv->columns)
            columns[(*count)++] = column;
    }
    return columns;
}

static struct str said_in_row(struct arena *arena, const struct csv *csv, size_t row,
                              const size_t *columns, size_t count)
{
    struct buf out = {.arena = arena};
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        struct str said = name_plain(arena, csv_text(arena, csv, row, columns[i]));
        any = any || said.len;
        buf_add(&out, said);
        buf_byte(&out, '\n');
    }
    return any ? buf_str(&out) : STR("");
}

static int by_first_row(const void *left, const void *right)
{
    const struct row_list *a = left, *b = right;
    return (a->items[0] > b->items[0]) - (a->items[0] < b->items[0]);
}

const struct row_groups *rows_grouped(struct arena *arena, struct diags *diags,
                                      const struct csv *csv, const struct row_list *rows,
                                      const struct node *columns)
{
    struct row_groups *groups = ARENA_NEW(arena, struct row_groups);
    *groups = (struct row_groups){{0}};
    size_t count;
    const size_t *found = find_columns(arena, diags, csv, columns, &count);
    struct grouped_row *sorted = ARENA_ARRAY(arena, struct grouped_row, rows->count);
    for (size_t i = 0; i < rows->count; i++)
        sorted[i] = (struct grouped_row){said_in_row(arena, csv, rows->items[i], found, count), i};
    if (rows->count)
        qsort(sorted, rows->count, sizeof *sorted, by_said);
    size_t *items = ARENA_ARRAY(arena, size_t, rows->count);
    for (size_t i = 0, end; i < rows->count; i = end) {
        for (end = i; end < rows->count && str_equal(sorted[end].said, sorted[i].said); end++)
            items[end] = rows->items[sorted[end].place];
        if (sorted[i].said.len)
            *LIST_ADD(arena, &groups->groups) = (struct row_list){items + i, end - i};
    }
    if (groups->groups.count)
        qsort(groups->groups.items, groups->groups.count, sizeof *groups->groups.items,
              by_first_row);
    return groups;
}

/* ---- the cells of a row ---- */

static struct span key_cell(const struct filling *filling)
{
    return csv_span(filling->csv, filling->row, filling->key_column);
}

static const struct node *fill_map(struct filling *filling, const struct record_table *table,
                                   const struct node *pattern);

/* ---- lists ---- */

struct items {
    LIST(const struct node *) list;
};

static void add_item(struct filling *filling, struct items *items, const struct node *item)
{
    if (item && !node_is_absent(item))
        *LIST_ADD(filling->arena, &items->list) = item;
}

static const struct node *list_of(struct filling *filling, const struct items *items)
{
    if (!items->list.count)
        return NULL;
    struct node *list = ARENA_NEW(filling->arena, struct node);
    *list = (struct node){
        .kind = NODE_LIST,
        .span = items->list.items[0]->span,
        .items = items->list.items,
        .count = items->list.count,
        .from_table = true,
    };
    return list;
}

/* One part for each group of the rows at hand, filled from the first of each. */
static void add_groups(struct filling *filling, struct items *items,
                       const struct record_table *table, const struct node *pattern)
{
    struct row_list rows =
        filling->group.count ? filling->group : (struct row_list){&filling->row, 1};
    size_t row = filling->row;
    const struct row_groups *groups = rows_grouped(filling->arena, filling->diags, filling->csv,
                                                   &rows, node_get(pattern, FOR_EACH));
    struct row_list outer = filling->group;
    for (size_t i = 0; i < groups->groups.count; i++) {
        filling->group = groups->groups.items[i];
        filling->row = filling->group.items[0];
        add_item(filling, items, fill_map(filling, table, pattern));
    }
    filling->group = outer;
    filling->row = row;
}

/* A record or a list of them, each of which may stand for several. */
static const struct node *fill_parts(struct filling *filling, const struct field *field,
                                     const struct node *pattern)
{
    bool several = pattern->kind == NODE_LIST;
    if (!several && field->kind == FIELD_RECORD)
        return fill_map(filling, field->of, pattern);
    struct items items = {{0}};
    for (size_t i = 0; i < (several ? pattern->count : 1); i++) {
        const struct node *item = several ? pattern->items[i] : pattern;
        if (node_get(item, FOR_EACH))
            add_groups(filling, &items, field->of, item);
        else
            add_item(filling, &items, fill_map(filling, field->of, item));
    }
    return list_of(filling, &items);
}

/* ---- values ---- */

static const struct node *fill_texts(struct filling *filling, const struct node *pattern)
{
    struct items items = {{0}};
    for (size_t i = 0; i < pattern->count; i++)
        add_item(filling, &items, value_fill(filling, pattern->items[i]));
    return list_of(filling, &items);
}

static const struct node *fill_field(struct filling *filling, const struct field *field,
                                     const struct node *pattern)
{
    filling->field = field;
    if (field && field->of)
        return fill_parts(filling, field, pattern);
    if (pattern->kind == NODE_LIST)
        return fill_texts(filling, pattern);
    if (pattern->kind == NODE_MAP)
        return fill_map(filling, NULL, pattern);
    return value_fill(filling, pattern);
}

/* ---- values that are held back ---- */

/* A record may say that a value is missing, and why; what says nothing but that is said so. */
struct held_back {
    struct str reason; /* absent: nothing is */
    const struct field *field;
    struct span span;
    bool unfound; /* what the record needs is in no row of the second table, which has been said */
};

static bool has_word(const struct field *field, const char *word)
{
    for (const struct word *each = field ? field->words : NULL; each && each->id; each++)
        if (str_is(str_from(each->id), word))
            return true;
    return false;
}

static void put_text(struct filling *filling, struct node *map, struct pair *pairs, const char *key,
                     struct str text, struct span span)
{
    if (!node_get(map, key))
        pairs[map->count++] =
            (struct pair){str_from(key), span, new_scalar(filling->arena, text, span)};
}

/* May a record of the table say that a value is missing? */
static bool tells_missing(const struct record_table *table)
{
    return table && has_word(record_field(table, STR("status")), "missing");
}

/* False when the record, or the part of one, cannot be without the value. */
static bool tell_held_back(struct filling *filling, const struct record_table *table,
                           struct node *map, struct pair *pairs, const struct held_back *held)
{
    if (!held->reason.at || held->unfound)
        return !held->unfound;
    if (tells_missing(table)) {
        put_text(filling, map, pairs, "status", STR("missing"), held->span);
        put_text(filling, map, pairs, record_field(table, STR("reason")) ? "reason" : "note",
                 held->reason, held->span);
        return true;
    }
    bool needed = held->field->presence == REQUIRED;
    if (!needed)
        return true;
    struct diag *diag =
        diag_report(filling->diags, &W277, held->span,
                    "`%s` of %s is held back here, so that it is left out: " STR_FMT,
                    held->field->name, table->a_name, STR_ARG(held->reason));
    diag_hint(filling->diags, diag, "nothing need be done; the paper has no such record");
    return false;
}

/* ---- records ---- */

/* A key stands where its value does, so that what is said about a judgement points at its grade,
   and about a value that is lacking at the empty cell. */
static struct pair fill_pair(struct filling *filling, const struct record_table *table,
                             struct pair pair, struct held_back *held)
{
    const struct field *field = table ? record_field(table, pair.key) : NULL;
    pair.value = fill_field(filling, field, pair.value);
    if (pair.value && pair.value->from_table)
        pair.key_span = pair.value->span;
    held->unfound = held->unfound || (field && field->presence == REQUIRED && filling->unfound);
    bool number = field && (field->kind == FIELD_WHOLE || field->kind == FIELD_DECIMAL);
    if (number && pair.value && node_is_absent(pair.value) && filling->reason.at &&
        !held->reason.at)
        *held = (struct held_back){filling->reason, field, pair.value->span, held->unfound};
    return pair;
}

/* Left out when it asks for columns and all of them are empty: words around nothing say nothing.
   Calls itself through fill_pair no deeper than the mapping is nested. */
static const struct node *fill_map(struct filling *filling, const struct record_table *table,
                                   const struct node *pattern)
{
    size_t asked = filling->asked, found = filling->found;
    bool says_something = false;
    struct held_back held = {.reason = STR_NONE};
    struct pair *pairs = ARENA_ARRAY(filling->arena, struct pair, pattern->count + 2);
    struct node *map = ARENA_NEW(filling->arena, struct node);
    *map = (struct node){
        .kind = NODE_MAP, .span = key_cell(filling), .pairs = pairs, .from_table = true};
    for (size_t i = 0; i < pattern->count; i++) {
        if (str_is(pattern->pairs[i].key, FOR_EACH))
            continue;
        struct pair pair = fill_pair(filling, table, pattern->pairs[i], &held);
        if (!pair.value)
            continue;
        says_something = says_something || !node_is_absent(pair.value);
        pairs[map->count++] = pair;
    }
    bool in_vain = filling->asked > asked && filling->found == found &&
                   !(held.reason.at && tells_missing(table));
    bool kept = tell_held_back(filling, table, map, pairs, &held);
    return kept && says_something && !in_vain ? map : NULL;
}

const struct node *row_record(struct filling *filling, const struct record_table *table,
                              const struct node *pattern)
{
    const struct node *record = fill_map(filling, table, pattern);
    const struct field *framework = record_field(table, STR("framework"));
    bool judged = framework && framework->kind == FIELD_FRAMEWORK;
    if (record && judged && filling->frameworks)
        return inspection_by_date(filling->arena, filling->frameworks, record);
    return record;
}
