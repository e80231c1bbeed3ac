/* Tables: caption, then cells, then rows. */
#include "layout/table/set_table.h"

static void set_caption(struct flow *flow, const struct inline_node *caption)
{
    if (inlines_are_blank(caption))
        return;
    element_id element = flow_open(flow, TAG_CAPTION, caption->origin);
    struct look look = look_of(flow, STYLE_CAPTION, element);
    struct run_list runs = {0};
    runs_add(flow, &runs, &look, caption);
    size_t first = setting_strips(flow, &runs, STYLE_CAPTION);
    for (size_t i = first + 1; i < flow->galley.strips.count; i++)
        flow->galley.strips.items[i].before = BREAK_FORBIDDEN;
    flow_keep(flow);
    flow_close(flow);
}

/* Opens the elements of a table and finds the widths of its columns. */
static struct set_table open_table(struct flow *flow, const struct table *table)
{
    struct set_table set = {.table = table, .width = flow_width(flow), .header = -1};
    size_t cells = table->row_count * table->column_count;
    set.cells = ARENA_ARRAY(flow->arena, struct set_cell, cells);
    set.widths = ARENA_ARRAY(flow->arena, milli, table->column_count);
    flow_open(flow, TAG_TABLE, table->origin);
    set_caption(flow, table->caption);
    table_cells_open(flow, &set);
    table_cells_measure(flow, &set);
    return set;
}

/* Tells each cell its headers, where scopes alone do not. */
static void name_headers(struct flow *flow, const struct set_table *set)
{
    const struct table *table = set->table;
    for (size_t i = 0; table->headers && i < table->row_count * table->column_count; i++) {
        const struct cell_headers *headers = &table->headers[i];
        element_id *elements = ARENA_ARRAY(flow->arena, element_id, headers->count);
        if (!set->cells[i].cell)
            continue;
        for (size_t k = 0; k < headers->count; k++) {
            elements[k] = set->cells[headers->cells[k]].element;
            flow_element(flow, elements[k])->named = true;
        }
        flow_element(flow, set->cells[i].element)->headers = elements;
        flow_element(flow, set->cells[i].element)->header_count = headers->count;
    }
}

void flow_table(struct flow *flow, const struct table *table)
{
    if (!table->row_count || !table->column_count)
        return;
    labels_flush(flow);
    struct arena_mark mark = arena_mark(flow->scratch);
    const struct flow before = *flow;
    struct set_table set = open_table(flow, table);
    const struct table *stacked = table_is_cramped(&set) ? table_stacked(flow, &set) : NULL;
    if (stacked && stacked->row_count) {
        *flow = before; /* its lists have only grown since */
        arena_release(flow->scratch, mark);
        set = open_table(flow, stacked);
    }
    name_headers(flow, &set);
    table_cells_break(flow, &set);
    arena_release(flow->scratch, mark);
    table_rows_set(flow, &set);
    flow_close(flow);
    flow->pending.after = flow->request->theme->styles[STYLE_TABLE].space_after;
}
