/* Tables: caption, then cells, then rows. */
#include "layout/table/table.h"

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

/* A flow as it was before a table was tried. Its lists have only grown since, save that an
   abbreviation may have been told in full. */
struct trial {
    struct flow flow;
    struct abbreviation *abbreviations;
};

static struct trial begin_trial(const struct flow *flow)
{
    size_t count = flow->abbreviations.count;
    struct trial trial = {*flow, ARENA_ARRAY(flow->arena, struct abbreviation, count)};
    for (size_t i = 0; i < count; i++)
        trial.abbreviations[i] = flow->abbreviations.items[i];
    return trial;
}

static void take_back(struct flow *flow, const struct trial *trial)
{
    *flow = trial->flow;
    for (size_t i = 0; i < flow->abbreviations.count; i++)
        flow->abbreviations.items[i] = trial->abbreviations[i];
}

void flow_table(struct flow *flow, const struct table *table)
{
    if (!table->row_count || !table->column_count)
        return;
    labels_flush(flow);
    struct arena_mark mark = arena_mark(flow->scratch);
    struct trial trial = begin_trial(flow);
    struct set_table set = open_table(flow, table);
    const struct table *stacked = table_is_cramped(&set) ? table_stacked(flow, &set) : NULL;
    if (stacked && stacked->row_count) {
        take_back(flow, &trial);
        arena_release(flow->scratch, mark);
        set = open_table(flow, stacked);
    }
    table_headers_name(flow, &set);
    table_cells_break(flow, &set);
    arena_release(flow->scratch, mark);
    table_rows_set(flow, &set);
    flow_close(flow);
    flow->pending.after = flow->request->theme->styles[STYLE_TABLE].space_after;
}
