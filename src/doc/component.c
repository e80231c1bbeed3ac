/* Finding a component by the name that its fenced block gives. */
#include "doc/component.h"

const struct component *component_find(const struct component *const *list, struct str name)
{
    for (; *list; list++)
        if (str_is(name, (*list)->name))
            return *list;
    return NULL;
}

const char *component_nearest(struct arena *arena, const struct component *const *list,
                              struct str name)
{
    LIST(const char *) names = {0};
    for (; *list; list++)
        *LIST_ADD(arena, &names) = (*list)->name;
    return diag_nearest(name, names.items, names.count, sizeof *names.items);
}
