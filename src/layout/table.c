/* Tables: caption, then cells, then rows. */
#include "layout/table.h"

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

void flow_table(struct flow *flow, const struct table *table)
{
    if (!table->row_count || !table->column_count)
        return;
    labels_flush(flow);
    struct set_table set = {.table = table, .width = flow_width(flow), .header = -1};
    size_t cells = table->row_count * table->column_count;
    set.cells = ARENA_ARRAY(flow->arena, struct set_cell, cells);
    set.widths = ARENA_ARRAY(flow->arena, milli, table->column_count);
    flow_open(flow, TAG_TABLE, table->origin);
    set_caption(flow, table->caption);
    table_cells_open(flow, &set);
    table_headers_name(flow, &set);
    table_cells_break(flow, &set);
    table_rows_set(flow, &set);
    flow_close(flow);
    flow->pending.after = flow->request->theme->styles[STYLE_TABLE].space_after;
}
