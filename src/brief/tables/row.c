/* From a row to records: the mapping's own shape, with values from the row's cells. */
#include "brief/tables/row.h"

#include "data/bind/bind.h"

static const struct node *fill(struct filling *filling, const struct node *pattern);

static struct span key_cell(const struct filling *filling)
{
    return csv_span(filling->csv, filling->row, filling->key_column);
}

static const struct node *fill_list(struct filling *filling, const struct node *pattern)
{
    const struct node **items = ARENA_ARRAY(filling->arena, const struct node *, pattern->count);
    size_t count = 0;
    for (size_t i = 0; i < pattern->count; i++) {
        const struct node *item = fill(filling, pattern->items[i]);
        if (!node_is_absent(item))
            items[count++] = item;
    }
    if (!count)
        return NULL;
    struct node *list = ARENA_NEW(filling->arena, struct node);
    *list =
        (struct node){.kind = NODE_LIST, .span = items[0]->span, .items = items, .count = count};
    return list;
}

/* Left out when it asks for columns and all of them are empty: words around nothing say nothing. A
   key stands where its value does, so that what is said about a judgement points at its grade, and
   about a value that is lacking at the empty cell. */
static const struct node *fill_map(struct filling *filling, const struct node *pattern)
{
    size_t asked = filling->asked, found = filling->found, count = 0;
    bool says_something = false;
    struct pair *pairs = ARENA_ARRAY(filling->arena, struct pair, pattern->count);
    for (size_t i = 0; i < pattern->count; i++) {
        struct pair pair = pattern->pairs[i];
        pair.value = fill(filling, pair.value);
        if (!pair.value)
            continue;
        if (pair.value->from_table)
            pair.key_span = pair.value->span;
        says_something = says_something || !node_is_absent(pair.value);
        pairs[count++] = pair;
    }
    if (!says_something || (filling->asked > asked && filling->found == found))
        return NULL;
    struct node *map = ARENA_NEW(filling->arena, struct node);
    *map = (struct node){
        .kind = NODE_MAP,
        .span = key_cell(filling),
        .pairs = pairs,
        .count = count,
        .from_table = true,
    };
    return map;
}

/* Calls itself no deeper than the mapping is nested. */
static const struct node *fill(struct filling *filling, const struct node *pattern)
{
    switch (pattern->kind) {
    case NODE_LIST: return fill_list(filling, pattern);
    case NODE_MAP: return fill_map(filling, pattern);
    default: return value_fill(filling, pattern);
    }
}

/* ---- cells that hold no date ---- */

void row_check_dates(struct filling *filling)
{
    const struct column_names *dates = &filling->mapping->dates;
    const struct csv *csv = filling->csv;
    for (size_t i = 0; i < dates->names.count; i++) {
        size_t column = csv_column(csv, dates->names.items[i]);
        if (column == csv->columns)
            continue; /* which is reported when it is filled in */
        struct str text = csv_text(filling->arena, csv, filling->row, column);
        struct date date;
        if (text.len && !str_is(text, "..") &&
            !read_date(filling->arena, filling->diags, text, csv_span(csv, filling->row, column),
                       &date))
            *LIST_ADD(filling->arena, &filling->told) = column;
    }
}

bool row_told_of(const struct filling *filling, size_t column)
{
    for (size_t i = 0; i < filling->told.count; i++)
        if (filling->told.items[i] == column)
            return true;
    return false;
}

const struct node *row_record(struct filling *filling, const struct node *pattern)
{
    return fill_map(filling, pattern);
}
