/* Walks the document tree and sets each block into the flow. */
#include "layout/flow/setting.h"

#include "doc/component.h"

enum {
    QUOTE_INDENT = 18000,
    RULE_SPACE = 8000, /* above and below a rule across the page */
    RULE_HEIGHT = 750,
};

static void set_children(struct flow *flow, const struct block *block, enum style_role role);

static void set_list(struct flow *flow, const struct block *list, enum style_role role)
{
    flow_list_open(flow, list->ordered, list->start, list->tight);
    for (const struct block *item = list->children; item; item = item->next) {
        flow->lists.items[flow->lists.count - 1].next = item->start;
        flow_item_open(flow);
        set_children(flow, item, role);
        flow_item_close(flow);
    }
    flow_list_close(flow);
}

static void set_quote(struct flow *flow, const struct block *quote)
{
    flow_open(flow, TAG_BLOCKQUOTE, quote->origin);
    milli indent = theme_scaled(flow->request->theme, QUOTE_INDENT);
    flow_indent(flow, indent);
    set_children(flow, quote, STYLE_QUOTE);
    flow_indent(flow, -indent);
    flow_close(flow);
}

static void set_rule(struct flow *flow)
{
    const struct theme *theme = flow->request->theme;
    milli space = theme_scaled(theme, RULE_SPACE), height = theme_scaled(theme, RULE_HEIGHT);
    struct strip *strip = flow_strip(flow, height, space);
    struct rect rect = {flow->left, 0, flow_width(flow), height};
    setting_rect(flow, &strip->content, rect, theme->rule);
    flow->pending.after = space;
}

static void copy_row(const struct block *row, struct cell *cells, struct column *columns,
                     size_t column_count)
{
    const struct block *cell = row->children;
    for (size_t i = 0; i < column_count && cell; i++, cell = cell->next) {
        cells[i].inlines = cell->inlines;
        cells[i].header = cell->header;
        columns[i].align = cell->align;
        columns[i].tabular = cell->align == ALIGN_END;
        columns[i].weight = cell->align == ALIGN_END ? 0 : 1;
    }
}

static void set_table(struct flow *flow, const struct block *block)
{
    size_t rows = 0, header_rows = 0;
    for (const struct block *row = block->children; row; row = row->next) {
        header_rows += row->header && rows == header_rows;
        rows++;
    }
    struct cell *cells = ARENA_ARRAY(flow->arena, struct cell, rows * block->columns);
    struct column *columns = ARENA_ARRAY(flow->arena, struct column, block->columns);
    size_t at = 0;
    for (const struct block *row = block->children; row; row = row->next, at += block->columns)
        copy_row(row, cells + at, columns, block->columns);
    flow_table(flow, &(struct table){
                         .columns = columns,
                         .column_count = block->columns,
                         .cells = cells,
                         .row_count = rows,
                         .header_rows = header_rows,
                         .origin = block->origin,
                     });
}

static void set_block(struct flow *flow, const struct block *block, enum style_role role)
{
    switch (block->kind) {
    case BLOCK_HEADING: flow_heading(flow, block->level, block->inlines, block->origin); break;
    case BLOCK_PARAGRAPH: flow_paragraph(flow, role, block->inlines); break;
    case BLOCK_LIST: set_list(flow, block, role); break;
    case BLOCK_QUOTE: set_quote(flow, block); break;
    case BLOCK_TABLE: set_table(flow, block); break;
    case BLOCK_RULE: set_rule(flow); break;
    case BLOCK_COMPONENT:
        block->component->layout(flow, flow->request->briefing, block->options);
        break;
    case BLOCK_DOCUMENT:
    case BLOCK_ITEM:
    case BLOCK_ROW:
    case BLOCK_CELL: set_children(flow, block, role); break;
    }
}

/* The words before a list stay with its first item. */
static bool leads_in(const struct block *block)
{
    return block->kind == BLOCK_PARAGRAPH && block->next && block->next->kind == BLOCK_LIST;
}

static void set_children(struct flow *flow, const struct block *block, enum style_role role)
{
    for (const struct block *child = block->children; child; child = child->next) {
        set_block(flow, child, role);
        if (leads_in(child))
            flow_keep(flow);
    }
}

void blocks_set(struct flow *flow, const struct block *document)
{
    if (document)
        set_children(flow, document, STYLE_BODY);
    flow_sections_close(flow, 1);
}
