/* Headings and paragraphs: their lines as strips. */
#include "layout/flow/flow.h"

/* Is it read line after line? Such text is hyphenated, and its lines are made even. */
static bool is_running_text(enum style_role role)
{
    return role == STYLE_BODY || role == STYLE_LEAD || role == STYLE_QUOTE || role == STYLE_SMALL;
}

/* At least two lines of a paragraph stand together at the foot and at the head of a page. */
static enum page_break break_before_line(size_t line, size_t count)
{
    return line == 1 || line + 1 == count ? BREAK_FORBIDDEN : BREAK_INSIDE;
}

size_t setting_strips(struct flow *flow, const struct run_list *runs, enum style_role role)
{
    const struct text_style *style = &flow->request->theme->styles[role];
    struct paragraph paragraph = setting_paragraph(runs, flow_width(flow), style->leading);
    paragraph.hyphenate = paragraph.even = is_running_text(role);
    struct lines lines = setting_break(flow, &paragraph, "the page");
    struct look look = look_of(flow, role, 0);
    milli baseline = setting_baseline(flow, &look, style->leading);
    size_t first = flow->galley.strips.count;
    for (size_t i = 0; i < lines.count; i++) {
        struct strip *strip = flow_strip(flow, style->leading, i ? 0 : style->space_before);
        if (i)
            strip->before = break_before_line(i, lines.count);
        else
            labels_set(flow, &strip->content, baseline);
        setting_line(flow, &strip->content, runs->items, &lines.items[i], flow->left, baseline);
    }
    if (lines.count)
        flow->pending.after = list_space_after(flow, style->space_after);
    if (lines.count == 1 && first && first == flow->below_heading)
        flow->pending.next = BREAK_POOR; /* a single line hardly holds a heading */
    return first;
}

/* ---- paragraphs ---- */

void flow_paragraph(struct flow *flow, enum style_role role, const struct inline_node *inlines)
{
    if (inlines_are_blank(inlines))
        return;
    element_id element = flow_open(flow, TAG_P, inlines->origin);
    struct look look = look_of(flow, role, element);
    struct run_list runs = {0};
    runs_add(flow, &runs, &look, inlines);
    setting_strips(flow, &runs, role);
    flow_close(flow);
}

/* ---- headings ---- */

static enum style_role heading_role(const struct block *heading)
{
    static const enum style_role roles[] = {STYLE_HEADING_1, STYLE_HEADING_2, STYLE_HEADING_3,
                                            STYLE_HEADING_4};
    if (heading->title)
        return STYLE_TITLE;
    return roles[heading->level <= 4 ? heading->level - 1 : 3];
}

static int32_t add_heading(struct flow *flow, element_id element, const struct block *heading)
{
    int32_t index = (int32_t)flow->headings.count;
    struct str title = inlines_text(flow->arena, heading->inlines);
    flow_element(flow, element)->title = title;
    *LIST_ADD(flow->arena, &flow->headings) =
        (struct heading_place){heading, element, heading->level, title, 0};
    return index;
}

void flow_heading(struct flow *flow, const struct block *heading)
{
    enum style_role role = heading_role(heading);
    element_id element = flow_open(flow, (enum tag)(TAG_H1 + heading->level - 1), heading->origin);
    int32_t index = add_heading(flow, element, heading);
    struct look look = look_of(flow, role, element);
    struct run_list runs = {0};
    runs_add(flow, &runs, &look, heading->inlines);
    size_t first = setting_strips(flow, &runs, role);
    for (size_t i = first; i < flow->galley.strips.count; i++)
        flow->galley.strips.items[i].before =
            i == first ? flow->galley.strips.items[i].before : BREAK_FORBIDDEN;
    if (first < flow->galley.strips.count)
        flow->galley.strips.items[first].heading = index;
    flow->below_heading = flow->galley.strips.count;
    flow_keep(flow);
    flow_close(flow);
}
