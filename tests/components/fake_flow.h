/* A flow that writes what it is given as lines of text. It defines every function of layout/flow.h,
   so a test program includes it once and no layout is linked. */
#ifndef TESTS_COMPONENTS_FAKE_FLOW_H
#define TESTS_COMPONENTS_FAKE_FLOW_H

#include "layout/flow.h"

struct flow {
    struct arena *arena;
    struct diags *diags;
    struct buf out;
    int depth;
    struct element element;
    element_id elements;
};

static const char *const fake_roles[STYLE_ROLE_COUNT] = {
    [STYLE_BODY] = "body", [STYLE_SMALL] = "small", [STYLE_QUOTE] = "quote"};

static inline void fake_line(struct flow *flow)
{
    for (int i = 0; i < flow->depth; i++)
        buf_addz(&flow->out, "  ");
}

/* No-break spaces are written as `~`, so that tests can see them. */
static inline void fake_text(struct flow *flow, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool no_break = i + 1 < text.len && (unsigned char)text.at[i] == 0xC2 &&
                        (unsigned char)text.at[i + 1] == 0xA0;
        buf_byte(&flow->out, no_break ? '~' : text.at[i]);
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
        fake_text(flow, inlines->text);
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
    (void)flow;
    return NULL;
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

/* `#` a header cell, `!` strong, `?` muted, and the tone and shape in braces. */
static inline void fake_cell(struct flow *flow, const struct cell *cell)
{
    static const char *const tones[] = {"", "best", "good", "weak", "worst", "neutral"};
    static const char *const shapes[] = {"",     "star", "disc", "triangle", "square",
                                         "ring", "up",   "down", "level"};
    buf_addf(&flow->out, "%s%s%s", cell->header ? "#" : "", cell->strong ? "!" : "",
             cell->muted ? "?" : "");
    fake_inlines(flow, cell->inlines);
    if (cell->tone != TONE_NONE || cell->shape != MARK_NONE)
        buf_addf(&flow->out, " {%s %s}", tones[cell->tone], shapes[cell->shape]);
}

void flow_table(struct flow *flow, const struct table *table)
{
    fake_line(flow);
    buf_addf(&flow->out, "%stable: ", table->plain ? "plain " : "");
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

void flow_figure(struct flow *flow, milli height, struct str alt, const struct op *ops,
                 size_t count, struct span origin)
{
    (void)height;
    (void)ops;
    (void)count;
    (void)origin;
    buf_addf(&flow->out, "figure: " STR_FMT "\n", STR_ARG(alt));
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

const struct path_step *mark_steps(struct arena *arena, enum mark_shape shape, milli x, milli y,
                                   milli size, size_t *count)
{
    (void)shape;
    (void)x;
    (void)y;
    (void)size;
    *count = 0;
    return ARENA_NEW(arena, struct path_step);
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

enum mark_shape tone_shape(enum grade_tone tone)
{
    static const enum mark_shape shapes[] = {
        [TONE_NONE] = MARK_NONE,     [TONE_BEST] = MARK_STAR,    [TONE_GOOD] = MARK_DISC,
        [TONE_WEAK] = MARK_TRIANGLE, [TONE_WORST] = MARK_SQUARE, [TONE_NEUTRAL] = MARK_RING,
    };
    return shapes[tone];
}

#endif
