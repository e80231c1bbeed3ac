/* Children of elements in reading order. */
#include "pdf/page/tree.h"

#include <stdlib.h>

struct pdf_groups pdf_group(struct arena *arena, const element_id *owners, size_t count,
                            size_t element_count)
{
    struct pdf_groups groups = {.items = ARENA_ARRAY(arena, uint32_t, count),
                                .first = ARENA_ARRAY(arena, size_t, element_count + 1)};
    for (size_t i = 0; i < count; i++)
        groups.first[owners[i] + 1]++;
    for (size_t e = 0; e < element_count; e++)
        groups.first[e + 1] += groups.first[e];
    size_t *next = ARENA_ARRAY(arena, size_t, element_count);
    for (size_t i = 0; i < count; i++)
        groups.items[groups.first[owners[i]] + next[owners[i]]++] = (uint32_t)i;
    return groups;
}

struct child {
    uint32_t order, id;
};

static int compare_children(const void *a, const void *b)
{
    const struct child *x = a, *y = b;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

static void sort_children(const struct pages *pages, struct child *scratch, uint32_t *ids,
                          size_t count)
{
    for (size_t i = 0; i < count; i++)
        scratch[i] = (struct child){pages->elements[ids[i]].order, ids[i]};
    qsort(scratch, count, sizeof *scratch, compare_children);
    for (size_t i = 0; i < count; i++)
        ids[i] = scratch[i].id;
}

/* Walks with a stack of its own: a document may nest deeper than the C stack likes. */
static const element_id *preorder(struct arena *arena, const struct pdf_groups *children,
                                  size_t count)
{
    element_id *order = ARENA_ARRAY(arena, element_id, count);
    element_id *stack = ARENA_ARRAY(arena, element_id, count);
    size_t depth = 0, done = 0;
    stack[depth++] = 0;
    while (depth) {
        element_id id = stack[--depth];
        order[done++] = id;
        for (size_t i = children->first[id + 1]; i > children->first[id]; i--)
            stack[depth++] = (element_id)children->items[i - 1];
    }
    return order;
}

struct pdf_tree pdf_tree_make(struct arena *arena, const struct pages *pages)
{
    size_t count = pages->element_count;
    element_id *owners = ARENA_ARRAY(arena, element_id, count);
    for (size_t i = 1; i < count; i++)
        owners[i - 1] = pages->elements[i].parent;
    struct pdf_groups children = pdf_group(arena, owners, count - 1, count);
    struct child *scratch = ARENA_ARRAY(arena, struct child, count);
    for (size_t i = 0; i + 1 < count; i++)
        children.items[i]++; /* the document itself was left out above */
    for (size_t e = 0; e < count; e++)
        sort_children(pages, scratch, children.items + children.first[e],
                      children.first[e + 1] - children.first[e]);
    return (struct pdf_tree){children, preorder(arena, &children, count)};
}

bool pdf_tree_child_between(const struct pdf_tree *tree, const struct pages *pages,
                            element_id parent, uint32_t from, uint32_t to)
{
    size_t low = tree->children.first[parent], end = tree->children.first[parent + 1];
    for (size_t high = end; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (pages->elements[tree->children.items[middle]].order > from)
            high = middle;
        else
            low = middle + 1;
    }
    return low < end && pages->elements[tree->children.items[low]].order <= to;
}
