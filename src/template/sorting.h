/* Sorting, for the filters that put items in order or into groups. */
#ifndef COUNCILBRIEF_TEMPLATE_SORTING_H
#define COUNCILBRIEF_TEMPLATE_SORTING_H

#include "template/filter.h"

struct sorted {
    struct value key, item;
};

/* What an item is ordered by: the path in argument `attribute`, texts in small letters unless
   argument `exact` is true. */
struct value sort_key(struct invocation *invocation, const struct value *item, size_t exact,
                      size_t attribute);

/* Stable; the result takes the place of `items`. Fails for keys without an order. */
struct sorted *sort_by_keys(struct invocation *invocation, struct sorted *items, size_t count,
                            bool reverse);

#endif
