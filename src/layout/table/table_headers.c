/* Which header cells each cell of a table belongs to. In a table with one header row and no wide or
   tall cells the scopes of the headers tell; in others every cell names its headers. */
#include "layout/table/table.h"

struct header_list {
    element_id *items;
    size_t count, capacity;
};

static bool needs_headers(const struct set_table *set)
{
    const struct table *table = set->table;
    bool needed = table->header_rows > 1;
    for (size_t i = 0; i < table->row_count * table->column_count && !needed; i++)
        needed = set->cells[i].cell && (set->cells[i].columns > 1 || set->cells[i].rows > 1);
    return needed;
}

/* Each header once, however many places it takes. */
static void add_header(struct flow *flow, struct header_list *headers, const struct set_cell *owner,
                       const struct set_cell *place, enum scope scope)
{
    if (!owner || owner == place || flow_element(flow, owner->element)->scope != scope)
        return;
    for (size_t i = 0; i < headers->count; i++)
        if (headers->items[i] == owner->element)
            return;
    *LIST_ADD(flow->arena, headers) = owner->element;
    flow_element(flow, owner->element)->named = true;
}

/* Those of its columns, from the top; in the head only those above it. */
static void add_column_headers(struct flow *flow, const struct set_table *set,
                               const struct set_cell *place, struct header_list *headers)
{
    size_t head = set->table->header_rows;
    for (size_t row = 0; row < head && row < place->row; row++)
        for (size_t i = 0; i < place->columns; i++)
            add_header(flow, headers, set_cell_at(set, row, place->column + i)->owner, place,
                       SCOPE_COLUMN);
}

/* Those of its rows that stand left of it. */
static void add_row_headers(struct flow *flow, const struct set_table *set,
                            const struct set_cell *place, struct header_list *headers)
{
    for (size_t i = 0; i < place->rows; i++)
        for (size_t column = 0; column < place->column; column++)
            add_header(flow, headers, set_cell_at(set, place->row + i, column)->owner, place,
                       SCOPE_ROW);
}

/* That of the block of rows it stands in, in a stacked table. */
static void add_block_header(struct flow *flow, const struct set_table *set,
                             const struct set_cell *place, struct header_list *headers)
{
    size_t row = place->row;
    while (row > 0 && !set_row_heads(set, row))
        row--;
    if (row < place->row && set_row_heads(set, row))
        add_header(flow, headers, set_cell_at(set, row, 0), place, SCOPE_COLUMN);
}

void table_headers_name(struct flow *flow, const struct set_table *set)
{
    if (!needs_headers(set))
        return;
    for (size_t i = 0; i < set->table->row_count * set->table->column_count; i++) {
        const struct set_cell *place = &set->cells[i];
        struct header_list headers = {0};
        if (!place->cell)
            continue;
        add_column_headers(flow, set, place, &headers);
        add_block_header(flow, set, place, &headers);
        add_row_headers(flow, set, place, &headers);
        flow_element(flow, place->element)->headers = headers.items;
        flow_element(flow, place->element)->header_count = headers.count;
    }
}
