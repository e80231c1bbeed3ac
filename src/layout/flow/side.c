/* Side heads: labels in the zone, each beside the first line of its block, under a rule. */
#include "layout/flow/flow.h"

enum {
    SPACE_ABOVE = 15000, /* above the rule */
    RULE_HEIGHT = 750,
    SPACE_BELOW = 2500, /* from the rule to the first line */
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

size_t side_open(struct flow *flow, const struct block *heading)
{
    labels_flush(flow);
    size_t first = flow->galley.strips.count;
    if (!is_below_heading(flow))
        set_rule(flow);
    element_id element = flow_open(flow, (enum tag)(TAG_H1 + heading->level - 1), heading->origin);
    struct look look = look_of(flow, STYLE_SIDE, element);
    flow->side = (struct waiting_side){.waits = true};
    flow->side.heading = flow_heading_add(flow, element, heading);
    runs_add(flow, &flow->side.runs, &look, heading->inlines);
    const struct theme *theme = flow->request->theme;
    struct paragraph paragraph =
        setting_paragraph(&flow->side.runs, balanced_width(flow, &flow->side.runs, theme->zone),
                          theme->styles[STYLE_SIDE].leading);
    flow->side.lines = setting_break(flow, &paragraph, "the zone");
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

/* Room for a label that has more lines than what stands beside it. */
static void make_room(struct flow *flow, size_t first)
{
    milli label = (milli)flow->side.lines.count * flow->request->theme->styles[STYLE_SIDE].leading;
    milli beside = height_of(flow, strip_of_label(flow, first));
    if (label <= beside)
        return;
    struct pending after = flow->pending;
    flow->pending = (struct pending){.next = BREAK_FORBIDDEN};
    flow_strip(flow, label - beside, 0);
    flow->pending = after;
}

/* A block that is long leaves too large a hole where it is kept whole at any price. The label keeps
   its lines together and the first line beside it. */
static void bind(struct flow *flow, size_t first)
{
    struct strip *strips = flow->galley.strips.items;
    int64_t height = height_of(flow, first), page = flow_page_height(flow);
    if (height > page)
        return;
    enum page_break bond = height * 100 <= page * WHOLE_SHARE ? BREAK_FORBIDDEN : BREAK_APART;
    for (size_t i = first + 1; i < flow->galley.strips.count; i++)
        strips[i].before = strips[i].before > bond ? strips[i].before : bond;
}

void side_close(struct flow *flow, size_t first)
{
    labels_flush(flow);
    make_room(flow, first);
    bind(flow, first);
}
