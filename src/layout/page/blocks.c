/* Walks the document tree and sets each block into the flow. */
#include "layout/flow/flow.h"

enum {
    QUOTE_INDENT = 18000,
    QUOTATION_INDENT = 14 * MILLI_PER_POINT,
    QUOTATION_GAP = 7 * MILLI_PER_POINT,
    RULE_SPACE = 8000, /* above and below a rule across the page */
    RULE_HEIGHT = 750,
};

static void set_list_of(struct flow *flow, const struct block *first, enum style_role role);
static void set_children(struct flow *flow, const struct block *block, enum style_role role);

static void set_list(struct flow *flow, const struct block *list, enum style_role role)
{
    flow_list_open(flow, list);
    for (const struct block *item = list->children; item; item = item->next) {
        flow->lists.items[flow->lists.count - 1].next = item->start;
        flow_item_open(flow, item->number);
        set_children(flow, item, role);
        flow_item_close(flow);
        if (item->keeps_next)
            flow_keep(flow);
    }
    flow_list_close(flow);
}

static void set_quote(struct flow *flow, const struct block *quote)
{
    flow_open(flow, TAG_BLOCKQUOTE, quote->origin);
    milli indent = flow_to_column(flow) + theme_scaled(flow->request->theme, QUOTE_INDENT);
    flow_indent(flow, indent);
    set_children(flow, quote, STYLE_QUOTE);
    flow_indent(flow, -indent);
    flow_close(flow);
}

static void set_section(struct flow *flow, const struct block *section)
{
    flow_open(flow, TAG_SECT, section->origin);
    set_children(flow, section, STYLE_BODY);
    flow_close(flow);
}

/* Beside its text where the theme has a zone for that, else above it, as any heading. */
static void set_side(struct flow *flow, const struct block *side)
{
    if (!theme_axis(flow->request->theme) && !side->tinted) {
        set_section(flow, side);
        return;
    }
    flow_open(flow, TAG_SECT, side->origin);
    size_t first =
        side->tinted ? tinted_open(flow, side->children) : side_open(flow, side->children);
    set_list_of(flow, side->children->next, STYLE_BODY);
    if (side->tinted)
        tinted_close(flow, first);
    else
        side_close(flow, first);
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

/* Close to who said it, and apart from the next. */
static void set_quotation(struct flow *flow, const struct block *quotation)
{
    flow_open(flow, TAG_BLOCKQUOTE, quotation->origin);
    milli indent = flow_to_column(flow) + QUOTATION_INDENT;
    flow_indent(flow, indent);
    set_children(flow, quotation, quotation->large ? STYLE_LEAD : STYLE_QUOTE);
    flow_indent(flow, -indent);
    flow_close(flow);
    flow_space(flow, QUOTATION_GAP);
}

/* One whose sources have gone to the end of its section binds nothing. */
static void set_note(struct flow *flow, const struct block *note)
{
    if (inlines_are_blank(note->inlines))
        return;
    flow_keep(flow);
    flow_paragraph(flow, STYLE_SMALL, note->inlines);
}

static void set_source(struct flow *flow, const struct block *source)
{
    flow_source_target(flow, source, flow_open(flow, TAG_NOTE, source->origin));
    set_children(flow, source, STYLE_SMALL);
    flow_cited_on(flow, source);
    flow_close(flow);
}

static void set_paragraph(struct flow *flow, const struct block *paragraph, enum style_role role)
{
    if (paragraph->number.len)
        flow_numbered(flow, paragraph);
    else
        flow_paragraph(flow, paragraph->large ? STYLE_LEAD : role, paragraph->inlines);
}

static void set_block(struct flow *flow, const struct block *block, enum style_role role)
{
    switch (block->kind) {
    case BLOCK_HEADING: flow_heading(flow, block); break;
    case BLOCK_SECTION: set_section(flow, block); break;
    case BLOCK_SIDE: set_side(flow, block); break;
    case BLOCK_MARK: flow_paragraph(flow, STYLE_SUBTITLE, block->inlines); break;
    case BLOCK_PARAGRAPH: set_paragraph(flow, block, role); break;
    case BLOCK_LIST: set_list(flow, block, role); break;
    case BLOCK_QUOTE: set_quote(flow, block); break;
    case BLOCK_QUOTATION: set_quotation(flow, block); break;
    case BLOCK_NOTE: set_note(flow, block); break;
    case BLOCK_SOURCE: set_source(flow, block); break;
    case BLOCK_TABLE: flow_table(flow, block->table); break;
    case BLOCK_PANEL: flow_panel(flow, block->panel); break;
    case BLOCK_FIGURE: flow_picture(flow, block->illustration); break;
    case BLOCK_CHART: flow_chart(flow, block->chart); break;
    case BLOCK_CONTENTS: flow_contents(flow, block->contents); break;
    case BLOCK_RULE: set_rule(flow); break;
    case BLOCK_PLACE: flow_place(flow, block->source_id); break;
    case BLOCK_PAGE_ONE_ENDS: break; /* first_page_set sees to it */
    case BLOCK_ANNEXES: flow_page_end(flow); break;
    case BLOCK_COMPONENT:
    case BLOCK_DOCUMENT:
    case BLOCK_ITEM:
    case BLOCK_ROW:
    case BLOCK_CELL: set_children(flow, block, role); break;
    }
}

/* The words before a list stay with its first item. */
static bool leads_in(const struct block *block)
{
    return block->keeps_next ||
           (block->kind == BLOCK_PARAGRAPH && block->next && block->next->kind == BLOCK_LIST);
}

static void set_list_of(struct flow *flow, const struct block *first, enum style_role role)
{
    for (const struct block *block = first; block; block = block->next) {
        set_block(flow, block, role);
        if (leads_in(block))
            flow_keep(flow);
    }
}

const struct block *blocks_set_next(struct flow *flow, const struct block *block)
{
    set_block(flow, block, STYLE_BODY);
    if (leads_in(block))
        flow_keep(flow);
    return block->next;
}

static void set_children(struct flow *flow, const struct block *block, enum style_role role)
{
    set_list_of(flow, block->children, role);
}
