/* From a row to records: the mapping's own shape, with values from the row's cells. */
#include "tables.h"

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
        if (item)
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
   key stands where its value does, so that what is said about a judgement points at its grade. */
static const struct node *fill_map(struct filling *filling, const struct node *pattern)
{
    size_t asked = filling->asked, found = filling->found, count = 0;
    struct pair *pairs = ARENA_ARRAY(filling->arena, struct pair, pattern->count);
    for (size_t i = 0; i < pattern->count; i++) {
        struct pair pair = pattern->pairs[i];
        pair.value = fill(filling, pair.value);
        if (!pair.value)
            continue;
        if (pair.value->from_table)
            pair.key_span = pair.value->span;
        pairs[count++] = pair;
    }
    if (!count || (filling->asked > asked && filling->found == found))
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

const struct node *row_record(struct filling *filling, const struct node *pattern)
{
    return fill_map(filling, pattern);
}
