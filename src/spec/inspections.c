/* The list of inspections before it is bound: in order of time, wherever its records come from. */
#include "inspections.h"

#include <stdlib.h>

struct listed {
    const struct node *node;
    size_t place; /* in the list */
    bool dated;
    day first, last; /* of publication, else of fieldwork */
};

static bool read_date(struct arena *arena, const struct node *record, const char *key,
                      struct date *date)
{
    const struct node *node = node_get(record, key);
    struct str why, instead;
    return node && node->kind == NODE_SCALAR && !node_is_absent(node) &&
           date_parse(arena, str_trim(node->text), date, &why, &instead);
}

static struct listed list_one(struct arena *arena, const struct node *node, size_t place)
{
    struct listed listed = {.node = node, .place = place};
    struct date date;
    listed.dated =
        read_date(arena, node, "published", &date) || read_date(arena, node, "fieldwork", &date);
    if (!listed.dated)
        return listed;
    listed.first = date.first == DAY_OPEN_START ? date.last : date.first;
    listed.last = date.last == DAY_OPEN_END ? date.first : date.last;
    return listed;
}

/* Those without a date come last. */
static int by_time(const void *left, const void *right)
{
    const struct listed *a = left, *b = right;
    if (a->dated != b->dated)
        return a->dated ? -1 : 1;
    if (a->dated && a->last != b->last)
        return a->last < b->last ? -1 : 1;
    if (a->dated && a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

static const struct node *in_order(struct arena *arena, const struct node *list)
{
    struct listed *listed = ARENA_ARRAY(arena, struct listed, list->count);
    for (size_t i = 0; i < list->count; i++)
        listed[i] = list_one(arena, list->items[i], i);
    qsort(listed, list->count, sizeof *listed, by_time);
    const struct node **items = ARENA_ARRAY(arena, const struct node *, list->count);
    for (size_t i = 0; i < list->count; i++)
        items[i] = listed[i].node;
    struct node *ordered = ARENA_NEW(arena, struct node);
    *ordered = *list;
    ordered->items = items;
    return ordered;
}

const struct node *inspections_in_order(struct arena *arena, const struct node *root)
{
    const struct node *list = node_get(root, "inspections");
    if (!list || list->kind != NODE_LIST || list->count < 2)
        return root;
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, root->count);
    for (size_t i = 0; i < root->count; i++) {
        pairs[i] = root->pairs[i];
        if (pairs[i].value == list)
            pairs[i].value = in_order(arena, list);
    }
    struct node *ordered = ARENA_NEW(arena, struct node);
    *ordered = *root;
    ordered->pairs = pairs;
    return ordered;
}
