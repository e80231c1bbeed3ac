/* Panels: a few answers as a table, so that they are read aloud as text. */
#include "layout/flow/setting.h"

enum {
    LEAST_EMS = 32, /* of body text in the column, for answers side by side */
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

void flow_panel(struct flow *flow, const struct panel *panel)
{
    struct table table = {
        .caption = panel->caption, .header_rows = 1, .panel = true, .origin = panel->origin};
    if (flow_width(flow) >= LEAST_EMS * flow->request->theme->styles[STYLE_BODY].size)
        arrange_side_by_side(flow, panel, &table);
    else
        arrange_as_list(flow, panel, &table);
    table_settle(flow->arena, &table);
    flow_table(flow, &table);
}
