/* Growing arrays in an arena: `LIST(struct row) rows = {0}; *LIST_ADD(arena, &rows) = row;` */
#ifndef COUNCILBRIEF_BASE_LIST_H
#define COUNCILBRIEF_BASE_LIST_H

#include "base/arena.h"

#include <stddef.h>
#include <string.h>

/* An anonymous struct: declare one with a tag where a function takes or returns it. */
#define LIST(type)                                                                                 \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count, capacity;                                                                    \
    }

/* Room for one more element; doubles when full. Elements may move: keep indices, not pointers. */
static inline void *list_room(struct arena *arena, void *items, size_t count, size_t *capacity,
                              size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? *capacity * 2 : 8;
    return arena_grow(arena, items, count, *capacity, size);
}

/* A pointer to a new, zeroed element at the end of the list. */
#define LIST_ADD(arena, list)                                                                      \
    ((list)->items = list_room((arena), (list)->items, (list)->count, &(list)->capacity,           \
                               sizeof *(list)->items),                                             \
     memset(&(list)->items[(list)->count], 0, sizeof *(list)->items),                              \
     &(list)->items[(list)->count++])

#endif
