/* Walks the record tables from a root, each once, in the order of their fields. */
#include "describe/describe.h"

#include "base/list.h"

struct found {
    struct arena *arena;
    bool derived;
    LIST(const struct record_table *) tables;
};

static bool is_known(const struct found *found, const struct record_table *table)
{
    for (size_t i = 0; i < found->tables.count; i++)
        if (found->tables.items[i] == table)
            return true;
    return false;
}

/* Calls itself no deeper than the tables are nested. */
static void add_table(struct found *found, const struct record_table *table)
{
    if (is_known(found, table))
        return;
    *LIST_ADD(found->arena, &found->tables) = table;
    for (const struct field *field = table->fields; field->name; field++)
        if (field->of && (found->derived || !field_is_derived(field)))
            add_table(found, field->of);
}

struct tables tables_from(struct arena *arena, const struct record_table *root, bool derived)
{
    struct found found = {.arena = arena, .derived = derived};
    add_table(&found, root);
    return (struct tables){found.tables.items, found.tables.count};
}
