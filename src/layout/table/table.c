/* Tables: caption, then cells, then rows; and panels, which are arranged as tables. */
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
    set.extra = ARENA_ARRAY(flow->arena, milli, table->row_count);
    set.filled = ARENA_ARRAY(flow->arena, bool, table->column_count);
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

static void set_table(struct flow *flow, const struct table *table)
{
    labels_flush(flow);
    side_clear(flow);
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

void flow_table(struct flow *flow, const struct table *table)
{
    if (!table->row_count || !table->column_count)
        return;
    const struct table *narrowed = table_narrowed(flow, table);
    set_table(flow, narrowed);
    if (narrowed == table || !narrowed->instead)
        return;
    flow_paragraph(flow, STYLE_BODY, narrowed->instead);
}

/* ---- panels: a few answers as a table, so that they are read aloud as text ---- */

enum {
    LIST_COLUMNS = 2,
    LIST_ROWS = 2, /* of one answer: the value, and its details below */
};

static struct cell head_cell(const struct inline_node *inlines)
{
    return (struct cell){.inlines = inlines, .header = true};
}

static struct cell value_cell(const struct panel_item *item)
{
    return (struct cell){
        .inlines = item->value, .tone = item->tone, .shape = item->shape, .large = true};
}

static struct cell details_cell(const struct panel_item *item)
{
    return (struct cell){.inlines = item->details, .tone = item->tone};
}

static void arrange_side_by_side(struct flow *flow, const struct panel *panel, struct table *table)
{
    enum { ROWS = 3 };
    size_t count = panel->count;
    struct column *columns = ARENA_ARRAY(flow->arena, struct column, count);
    struct cell *cells = ARENA_ARRAY(flow->arena, struct cell, count * ROWS);
    for (size_t i = 0; i < count; i++) {
        const struct panel_item *item = &panel->items[i];
        columns[i].weight = item->weight;
        cells[i] = head_cell(item->term);
        cells[count + i] = value_cell(item);
        cells[2 * count + i] = details_cell(item);
    }
    table->columns = columns;
    table->column_count = count;
    table->cells = cells;
    table->row_count = ROWS;
}

static void arrange_as_list(struct flow *flow, const struct panel *panel, struct table *table)
{
    static const struct column columns[LIST_COLUMNS] = {{.weight = 2}, {.weight = 5}};
    size_t rows = 1 + panel->count * LIST_ROWS;
    struct cell *cells = ARENA_ARRAY(flow->arena, struct cell, rows * LIST_COLUMNS), *at = cells;
    *at++ = head_cell(panel->terms_head);
    *at++ = head_cell(panel->answers_head);
    for (size_t i = 0; i < panel->count; i++) {
        *at = head_cell(panel->items[i].term);
        at++->row_span = LIST_ROWS;
        *at++ = value_cell(&panel->items[i]);
        at++; /* under the term */
        *at++ = details_cell(&panel->items[i]);
    }
    table->columns = columns;
    table->column_count = LIST_COLUMNS;
    table->cells = cells;
    table->row_count = rows;
}

/* Has each answer room for its letters beside the others? */
static bool fits_side_by_side(const struct flow *flow, const struct panel *panel)
{
    enum { ANSWER_EMS = 11 };
    milli em = flow->request->theme->styles[STYLE_BODY].size;
    return table_lines_are_long(flow) && flow_width(flow) >= (milli)panel->count * ANSWER_EMS * em;
}

void flow_panel(struct flow *flow, const struct panel *panel)
{
    struct table table = {
        .caption = panel->caption, .header_rows = 1, .panel = true, .origin = panel->origin};
    if (fits_side_by_side(flow, panel))
        arrange_side_by_side(flow, panel, &table);
    else
        arrange_as_list(flow, panel, &table);
    table_settle(flow->arena, &table);
    flow_table(flow, &table);
}
