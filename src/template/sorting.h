/* Sorting, for the filters that put items in order or into groups. */
#ifndef COUNCILBRIEF_TEMPLATE_SORTING_H
#define COUNCILBRIEF_TEMPLATE_SORTING_H

#include "template/filter.h"

struct sorted {
    struct value key, item;
};

/* Which arguments say what an item is ordered by. */
struct sort_by {
    size_t attribute;          /* the path of its field */
    bool exact;                /* capital letters make a difference */
    const struct value *other; /* stands for a field that is not there; NULL: nothing does */
};

struct value sort_key(struct invocation *invocation, const struct value *item,
                      const struct sort_by *by);

/* Stable; the result takes the place of `items`. Fails for keys without an order. */
struct sorted *sort_by_keys(struct invocation *invocation, struct sorted *items, size_t count,
                            bool reverse);

#endif
