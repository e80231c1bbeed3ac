/* A flow that writes what it is given as lines of text. It defines every function of layout/flow/flow.h,
   and fake_drawing.h, at its end, of layout/drawing/drawing.h, so a test program includes it once and no
   layout is linked. */
#ifndef TESTS_COMPONENTS_FAKE_FLOW_H
#define TESTS_COMPONENTS_FAKE_FLOW_H

#include "components/fake_theme.h"
#include "layout/flow/flow.h"

struct flow {
    struct arena *arena;
    struct diags *diags;
    struct theme theme;
    struct buf out;
    int depth;
    struct element element;
    element_id elements;
};

static const char *const fake_roles[STYLE_ROLE_COUNT] = {
    [STYLE_BODY] = "body",   [STYLE_LEAD] = "lead",       [STYLE_SMALL] = "small",
    [STYLE_QUOTE] = "quote", [STYLE_CAPTION] = "caption",
};

static inline void fake_line(struct flow *flow)
{
    for (int i = 0; i < flow->depth; i++)
        buf_addz(&flow->out, "  ");
}

/* No-break spaces are written as `~`, so that tests can see them. */
static inline void fake_text(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool no_break = i + 1 < text.len && (unsigned char)text.at[i] == 0xC2 &&
                        (unsigned char)text.at[i + 1] == 0xA0;
        buf_byte(out, no_break ? '~' : text.at[i]);
        i += no_break;
    }
}

static inline void fake_inlines(struct flow *flow, const struct inline_node *inlines)
{
    for (; inlines; inlines = inlines->next) {
        if (inlines->kind == INLINE_BREAK)
            buf_addz(&flow->out, " / ");
        if (inlines->kind == INLINE_STRONG)
            buf_addz(&flow->out, "*");
        if (inlines->kind == INLINE_LINK)
            buf_addz(&flow->out, "<");
        fake_text(&flow->out, inlines->text);
        fake_inlines(flow, inlines->children);
        if (inlines->kind == INLINE_STRONG)
            buf_addz(&flow->out, "*");
        if (inlines->kind == INLINE_LINK)
            buf_addf(&flow->out, "|" STR_FMT ">", STR_ARG(inlines->url));
    }
}

struct arena *flow_arena(struct flow *flow)
{
    return flow->arena;
}

struct diags *flow_diags(struct flow *flow)
{
    return flow->diags;
}

const struct theme *flow_theme(struct flow *flow)
{
    return &flow->theme;
}

milli flow_width(const struct flow *flow)
{
    (void)flow;
    return 400 * MILLI_PER_POINT;
}

element_id flow_open(struct flow *flow, enum tag tag, struct span origin)
{
    (void)origin;
    fake_line(flow);
    buf_addf(&flow->out, "%s\n", tag == TAG_NOTE ? "note" : "block quote");
    flow->depth++;
    return ++flow->elements;
}

struct element *flow_element(struct flow *flow, element_id element)
{
    (void)element;
    return &flow->element;
}

void flow_close(struct flow *flow)
{
    flow->depth--;
}

void flow_heading(struct flow *flow, int level, const struct inline_node *inlines,
                  struct span origin)
{
    (void)origin;
    fake_line(flow);
    buf_addf(&flow->out, "heading %d ", level);
    fake_inlines(flow, inlines);
    buf_byte(&flow->out, '\n');
}

void flow_paragraph(struct flow *flow, enum style_role role, const struct inline_node *inlines)
{
    fake_line(flow);
    buf_addf(&flow->out, "%s: ", fake_roles[role]);
    fake_inlines(flow, inlines);
    buf_byte(&flow->out, '\n');
}

void flow_space(struct flow *flow, milli height)
{
    (void)flow;
    (void)height;
}

void flow_keep(struct flow *flow)
{
    fake_line(flow);
    buf_addz(&flow->out, "keep\n");
}

void flow_indent(struct flow *flow, milli left)
{
    (void)flow;
    (void)left;
}

void flow_list_open(struct flow *flow, bool ordered, int64_t start, bool tight)
{
    (void)start;
    (void)tight;
    fake_line(flow);
    buf_addf(&flow->out, "%s\n", ordered ? "ordered list" : "list");
    flow->depth++;
}

void flow_item_open(struct flow *flow)
{
    fake_line(flow);
    buf_addz(&flow->out, "item\n");
    flow->depth++;
}

void flow_item_close(struct flow *flow)
{
    flow->depth--;
}

void flow_list_close(struct flow *flow)
{
    flow->depth--;
}

/* `#` a header cell, `!` strong, `+` large, `?` muted, the bar in brackets, tone and shape in
 * braces. */
static inline void fake_cell(struct flow *flow, const struct cell *cell)
{
    buf_addf(&flow->out, "%s%s%s%s", cell->header ? "#" : "", cell->strong ? "!" : "",
             cell->large ? "+" : "", cell->muted ? "?" : "");
    fake_inlines(flow, cell->inlines);
    if (cell->bar)
        buf_addf(&flow->out, " [%d]", cell->share);
    if (cell->tone != TONE_NONE || cell->shape != MARK_NONE)
        buf_addf(&flow->out, " {%s %s}", fake_tones[cell->tone], fake_shapes[cell->shape]);
}

void flow_table(struct flow *flow, const struct table *table)
{
    fake_line(flow);
    buf_addf(&flow->out, "%stable: ", table->plain ? "plain " : table->panel ? "panel " : "");
    fake_inlines(flow, table->caption);
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        bool first = i % table->column_count == 0;
        buf_addz(&flow->out, first ? "\n" : " | ");
        if (first)
            fake_line(flow);
        buf_addz(&flow->out, first ? "  " : "");
        fake_cell(flow, &table->cells[i]);
    }
    buf_byte(&flow->out, '\n');
}

void flow_picture(struct flow *flow, const struct illustration *illustration)
{
    buf_addf(&flow->out, "picture " STR_FMT ", %d%%: " STR_FMT "\n", STR_ARG(illustration->file),
             (int)illustration->percent, STR_ARG(illustration->alt));
    if (!illustration->caption)
        return;
    buf_addz(&flow->out, "  caption: ");
    fake_inlines(flow, illustration->caption);
    buf_byte(&flow->out, '\n');
}

void flow_contents(struct flow *flow, int depth)
{
    buf_addf(&flow->out, "contents to level %d\n", depth);
}

void flow_source_target(struct flow *flow, struct str source_id, element_id element)
{
    fake_line(flow);
    buf_addf(&flow->out, "target of " STR_FMT " is element %d\n", STR_ARG(source_id), (int)element);
}

#include "components/fake_drawing.h"

#endif
