/* Side heads: labels in the zone, each beside the first line of its block, under a rule. */
#include "layout/flow/flow.h"

enum {
    SPACE_ABOVE = 15000, /* above the rule */
    RULE_HEIGHT = 750,
    SPACE_BELOW = 2500, /* from the rule to the first line */
    LABEL_GAP = 5700,   /* 2 mm, to the numbers of paragraphs */
    WHOLE_SHARE = 40,   /* a block of up to so many hundredths of a page is never parted */
};

/* ---- the rule ---- */

static bool is_below_heading(const struct flow *flow)
{
    size_t count = flow->galley.strips.count;
    return count && count == flow->below_heading;
}

static void set_rule(struct flow *flow)
{
    const struct theme *theme = flow->request->theme;
    static const int shares[] = {100, 73, 50};
    milli above = flow_tightened(flow, SPACE_ABOVE, shares);
    struct strip *strip = flow_strip(flow, theme_scaled(theme, RULE_HEIGHT), above);
    setting_rect(flow, &strip->content, (struct rect){0, 0, flow->width, strip->height},
                 theme->side_rule);
    flow->pending.after = flow_tightened(flow, SPACE_BELOW, shares);
    flow_keep(flow);
}

/* ---- the label ---- */

/* Without a zone it is a heading. */
static enum style_role label_role(const struct flow *flow)
{
    return theme_axis(flow->request->theme) ? STYLE_SIDE : STYLE_HEADING_2;
}

static struct run_list label_runs(struct flow *flow, element_id element,
                                  const struct inline_node *inlines)
{
    struct look look = look_of(flow, label_role(flow), element);
    struct run_list runs = {0};
    runs_add(flow, &runs, &look, inlines);
    return runs;
}

/* Over the whole width: it has no room beside its text, or is to stand above it. */
static void set_above(struct flow *flow, element_id element, int32_t index,
                      const struct block *heading)
{
    bool hangs = heading->number.len && label_role(flow) == STYLE_SIDE;
    milli indent = hangs ? SECTION_INDENT : 0;
    struct run_list runs =
        label_runs(flow, element, hangs ? heading->inlines->next : heading->inlines);
    if (hangs)
        *LIST_ADD(flow->arena, &flow->labels) =
            (struct label){element, label_number(flow, heading->number), true, 0};
    flow_indent(flow, indent);
    size_t first = setting_strips(flow, &runs, label_role(flow));
    flow_indent(flow, -indent);
    for (size_t i = first + 1; i < flow->galley.strips.count; i++)
        flow->galley.strips.items[i].before = BREAK_FORBIDDEN;
    flow->galley.strips.items[first].heading = index;
    flow->pending.after = SPACE_BELOW;
    flow_keep(flow);
}

static bool has_room(struct flow *flow, const struct run_list *runs, milli room)
{
    const struct paragraph paragraph = setting_paragraph(runs, room, 0);
    return setting_measure(flow, &paragraph).least <= room;
}

static struct lines break_label(struct flow *flow, const struct run_list *runs, milli room)
{
    milli leading = flow->request->theme->styles[STYLE_SIDE].leading;
    struct paragraph paragraph = setting_paragraph(runs, balanced_width(flow, runs, room), leading);
    return setting_break(flow, &paragraph, "the zone");
}

/* The number hangs before the words, and the numbers of paragraphs stand between the two and the
   text. */
static void wait_numbered(struct flow *flow, element_id element, const struct block *heading)
{
    const struct inline_node *words = heading->inlines;
    const struct theme *theme = flow->request->theme;
    milli room =
        theme_axis(theme) - theme_scaled(theme, PARAGRAPH_INDENT + LABEL_GAP) - SECTION_INDENT;
    struct inline_node *number =
        inline_text(flow->arena, label_number(flow, heading->number), words->origin);
    struct run_list runs = label_runs(flow, element, words->next);
    if (!has_room(flow, &runs, room)) {
        set_above(flow, element, flow->side.heading, heading);
        return;
    }
    flow->side.waits = true;
    flow->side.number = label_runs(flow, element, number);
    flow->side.number_line = break_label(flow, &flow->side.number, room);
    flow->side.runs = runs;
    flow->side.lines = break_label(flow, &runs, room);
}

static void wait_plain(struct flow *flow, element_id element, const struct inline_node *words)
{
    flow->side.waits = true;
    flow->side.runs = label_runs(flow, element, words);
    flow->side.lines = break_label(flow, &flow->side.runs, flow->request->theme->zone);
}

/* Does it take the whole width, so that nothing stands beside the label? */
static bool begins_wide(const struct block *block)
{
    if (block && (block->kind == BLOCK_COMPONENT || block_is_section(block)))
        return begins_wide(block->children);
    return block && (block->kind == BLOCK_TABLE || block->kind == BLOCK_PANEL ||
                     block->kind == BLOCK_CHART || block->kind == BLOCK_FIGURE ||
                     block->kind == BLOCK_HEADING);
}

size_t side_open(struct flow *flow, const struct block *heading)
{
    labels_flush(flow);
    size_t first = flow->galley.strips.count;
    if (!is_below_heading(flow))
        set_rule(flow);
    element_id element = flow_open(flow, (enum tag)(TAG_H1 + heading->level - 1), heading->origin);
    flow->side = (struct waiting_side){
        .open = true, .first = first, .heading = flow_heading_add(flow, element, heading)};
    if (begins_wide(heading->next))
        set_above(flow, element, flow->side.heading, heading);
    else if (heading->number.len)
        wait_numbered(flow, element, heading);
    else
        wait_plain(flow, element, heading->inlines);
    flow_close(flow);
    return first;
}

/* ---- what stands beside it ---- */

static milli height_of(const struct flow *flow, size_t from)
{
    const struct strip *strips = flow->galley.strips.items;
    milli height = 0;
    for (size_t i = from; i < flow->galley.strips.count; i++)
        height += strips[i].height + (i > from ? strips[i].space : 0);
    return height;
}

/* The strip that the label stands in, of those from `first` on. */
static size_t strip_of_label(const struct flow *flow, size_t first)
{
    while (first < flow->galley.strips.count &&
           flow->galley.strips.items[first].heading != flow->side.heading)
        first++;
    return first;
}

static milli label_height(const struct flow *flow)
{
    return (milli)flow->side.lines.count * flow->request->theme->styles[STYLE_SIDE].leading;
}

/* Room for a label that has more lines than what stands beside it. */
static void make_room(struct flow *flow, size_t first)
{
    milli missing = label_height(flow) - height_of(flow, strip_of_label(flow, first));
    if (missing <= 0)
        return;
    struct pending after = flow->pending;
    flow->pending = (struct pending){.next = BREAK_FORBIDDEN};
    flow_strip(flow, missing, 0);
    flow->pending = after;
}

void side_clear(struct flow *flow)
{
    if (flow->side.open)
        make_room(flow, flow->side.first);
}

/* What stands beside the lines of the label is kept with it. */
static void keep_label(struct flow *flow, size_t first)
{
    struct strip *strips = flow->galley.strips.items;
    milli height = 0;
    for (size_t i = strip_of_label(flow, first); i < flow->galley.strips.count; i++) {
        if (height && height >= label_height(flow))
            return;
        strips[i].before = height ? BREAK_FORBIDDEN : strips[i].before;
        height += strips[i].space * !!height + strips[i].height;
    }
}

/* A block that is long leaves too large a hole where it is kept whole at any price. One of numbered
   paragraphs is no block: they are found by their numbers, and a page may end between any two. */
static void bind(struct flow *flow, size_t first)
{
    struct strip *strips = flow->galley.strips.items;
    int64_t height = height_of(flow, first), page = flow_page_height(flow);
    if (height > page || flow->side.number_line.count)
        return;
    enum page_break bond = height * 100 <= page * WHOLE_SHARE ? BREAK_FORBIDDEN : BREAK_APART;
    for (size_t i = first + 1; i < flow->galley.strips.count; i++)
        strips[i].before = strips[i].before > bond ? strips[i].before : bond;
}

void side_close(struct flow *flow, size_t first)
{
    labels_flush(flow);
    make_room(flow, first);
    keep_label(flow, first);
    bind(flow, first);
    flow->side.open = false;
}

/* ---- on a tinted panel ---- */

enum {
    PAD_X = 7100, /* 2.5 mm: it hangs so far out of the text's edge */
    PAD_Y = 6000, /* above and below what stands on it */
    BAR_WIDTH = 3000,
};

size_t tinted_open(struct flow *flow, const struct block *heading)
{
    labels_flush(flow);
    flow_space(flow, PAD_Y);
    size_t first = flow->galley.strips.count;
    element_id element = flow_open(flow, (enum tag)(TAG_H1 + heading->level - 1), heading->origin);
    set_above(flow, element, flow_heading_add(flow, element, heading), heading);
    flow_close(flow);
    return first;
}

/* Behind a strip and the space above it. What is painted first lies below. */
static void paint_behind(struct flow *flow, struct strip *strip, milli above, milli below)
{
    const struct theme *theme = flow->request->theme;
    struct content ground = {0};
    milli height = above + strip->height + below;
    setting_background(flow, &ground,
                       (struct rect){-PAD_X, -above, PAD_X + flow->width + PAD_X, height},
                       theme->panel);
    setting_rect(flow, &ground, (struct rect){-PAD_X - BAR_WIDTH, -above, BAR_WIDTH, height},
                 theme->accent);
    for (size_t i = 0; i < strip->content.ops.count; i++)
        *LIST_ADD(flow->arena, &ground.ops) = strip->content.ops.items[i];
    strip->content.ops = ground.ops;
}

void tinted_close(struct flow *flow, size_t first)
{
    labels_flush(flow);
    struct strip *strips = flow->galley.strips.items;
    size_t last = flow->galley.strips.count - 1;
    bool whole = height_of(flow, first) <= flow_page_height(flow);
    for (size_t i = first; i <= last; i++) {
        paint_behind(flow, &strips[i], i == first ? PAD_Y : strips[i].space, i == last ? PAD_Y : 0);
        if (whole && i > first)
            strips[i].before = BREAK_FORBIDDEN;
    }
    flow_space(flow, PAD_Y);
}
