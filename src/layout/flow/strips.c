/* Headings and paragraphs: their lines as strips. */
#include "layout/flow/flow.h"

/* No line that is read has more characters: the eye finds the next one badly. */
enum { MOST_CHARACTERS = 72 };

/* Is it read line after line? The lines of such text are made even, and short enough. */
static bool is_running_text(enum style_role role)
{
    return role == STYLE_BODY || role == STYLE_LEAD || role == STYLE_QUOTE || role == STYLE_SMALL;
}

/* A note that is short enough is not parted from itself, as it is not from what it is a note on. */
static bool is_whole(const struct flow *flow, enum style_role role, size_t count)
{
    enum { WHOLE_LINES = 8 };
    return role == STYLE_SMALL && count <= WHOLE_LINES &&
           !flow->request->theme->variant.large_print;
}

/* At least two lines of a paragraph stand together at the foot and at the head of a page. */
static enum page_break break_before_line(size_t line, size_t count, bool whole)
{
    return whole || line == 1 || line + 1 == count ? BREAK_FORBIDDEN : BREAK_INSIDE;
}

size_t setting_strips(struct flow *flow, const struct run_list *runs, enum style_role role)
{
    const struct text_style *style = &flow->request->theme->styles[role];
    struct paragraph paragraph = setting_paragraph(runs, flow_width(flow), style->leading);
    paragraph.hyphenate = paragraph.even = is_running_text(role);
    paragraph.most = is_running_text(role) ? MOST_CHARACTERS : 0;
    struct lines lines = setting_break(flow, &paragraph, "the page");
    struct look look = look_of(flow, role, 0);
    milli baseline = setting_baseline(flow, &look, style->leading);
    size_t first = flow->galley.strips.count;
    for (size_t i = 0; i < lines.count; i++) {
        struct strip *strip = flow_strip(flow, style->leading, i ? 0 : style->space_before);
        if (i)
            strip->before = break_before_line(i, lines.count, is_whole(flow, role, lines.count));
        else
            labels_set(flow, strip, baseline, role);
        setting_line(flow, &strip->content, runs->items, &lines.items[i], flow->left, baseline);
    }
    if (lines.count)
        flow->pending.after = list_space_after(flow, style->space_after);
    if (lines.count == 1 && first && first == flow->below_heading)
        flow->pending.next = BREAK_POOR; /* a single line hardly holds a heading */
    return first;
}

/* ---- paragraphs ---- */

/* Opening statements and captions have the whole width. */
static bool stands_in_column(enum style_role role)
{
    return role == STYLE_BODY || role == STYLE_QUOTE || role == STYLE_SMALL;
}

void flow_paragraph(struct flow *flow, enum style_role role, const struct inline_node *inlines)
{
    if (inlines_are_blank(inlines))
        return;
    milli into_column = stands_in_column(role) ? flow_to_column(flow) : 0;
    flow_indent(flow, into_column);
    element_id element = flow_open(flow, TAG_P, inlines->origin);
    struct look look = look_of(flow, role, element);
    struct run_list runs = {0};
    runs_add(flow, &runs, &look, inlines);
    setting_strips(flow, &runs, role);
    flow_close(flow);
    flow_indent(flow, -into_column);
}

void flow_numbered(struct flow *flow, const struct block *paragraph)
{
    const struct inline_node *inlines = paragraph->inlines;
    milli indent = flow_to_column(flow) + label_number_indent(flow);
    flow_indent(flow, indent);
    element_id element = flow_open(flow, TAG_P, inlines->origin);
    struct str number = label_number(flow, paragraph->number);
    *LIST_ADD(flow->arena, &flow->labels) =
        (struct label){flow_inline_element(flow, TAG_STRONG, element), number, true,
                       label_number_left(flow)};
    struct look look = look_of(flow, STYLE_BODY, element);
    struct run_list runs = {0};
    runs_add(flow, &runs, &look, inlines->next);
    setting_strips(flow, &runs, STYLE_BODY);
    flow_close(flow);
    flow_indent(flow, -indent);
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

int32_t flow_heading_add(struct flow *flow, element_id element, const struct block *heading)
{
    int32_t index = (int32_t)flow->headings.count;
    struct str title = inlines_text(flow->arena, heading->inlines);
    flow_element(flow, element)->title = title;
    *LIST_ADD(flow->arena, &flow->headings) =
        (struct heading_place){heading, element, heading->level, title, 0};
    return index;
}

/* ---- the title ---- */

enum { MOST_TITLE_LINES = 3 };

/* How many lines the words take in a width. */
static size_t lines_within(struct flow *flow, const struct run_list *runs, milli width)
{
    const struct paragraph paragraph = setting_paragraph(runs, width, 0);
    struct arena_mark mark = arena_mark(flow->scratch);
    struct breaking *begun =
        paragraph_begin(flow->arena, flow->scratch, flow->request->metrics, &paragraph);
    size_t count = paragraph_finish(begun, NULL, &paragraph).count;
    arena_release(flow->scratch, mark);
    return count;
}

milli balanced_width(struct flow *flow, const struct run_list *runs, milli width)
{
    enum { NEAR = MILLI_PER_POINT };
    const struct paragraph paragraph = setting_paragraph(runs, width, 0);
    size_t lines = lines_within(flow, runs, paragraph.width);
    milli low = setting_measure(flow, &paragraph).least, high = paragraph.width;
    while (lines > 1 && high - low > NEAR) {
        milli middle = low + (high - low) / 2;
        if (lines_within(flow, runs, middle) > lines)
            low = middle;
        else
            high = middle;
    }
    return high;
}

static struct run_list heading_runs(struct flow *flow, enum style_role role, element_id element,
                                    const struct block *heading)
{
    struct look look = look_of(flow, role, element);
    struct run_list runs = {0};
    runs_add(flow, &runs, &look, heading->inlines);
    return runs;
}

/* What comes next has the whole width again, below the logo. */
static void clear_logo(struct flow *flow)
{
    milli height = flow_height(flow);
    if (flow->logo_foot > height)
        flow_space(flow, flow->logo_foot - height);
    flow->right = flow->logo_foot = 0;
}

/* Smaller where it would take too many lines. */
static size_t set_title(struct flow *flow, element_id element, const struct block *heading)
{
    enum style_role role = STYLE_TITLE;
    struct run_list runs = heading_runs(flow, role, element, heading);
    if (lines_within(flow, &runs, flow_width(flow)) > MOST_TITLE_LINES) {
        role = STYLE_TITLE_LONG;
        runs = heading_runs(flow, role, element, heading);
    }
    milli right = flow->right;
    flow->right += flow_width(flow) - balanced_width(flow, &runs, flow_width(flow));
    size_t first = setting_strips(flow, &runs, role);
    flow->right = right;
    clear_logo(flow);
    return first;
}

/* ---- all headings ---- */

/* Those of the higher levels hang out over the zone; others stand above their own text. */
static size_t set_heading(struct flow *flow, element_id element, const struct block *heading)
{
    enum { OVER_ALL = 2 };
    enum style_role role = heading_role(heading);
    struct run_list runs = heading_runs(flow, role, element, heading);
    milli into_column = heading->level > OVER_ALL ? flow_to_column(flow) : 0;
    flow_indent(flow, into_column);
    size_t first = setting_strips(flow, &runs, role);
    flow_indent(flow, -into_column);
    return first;
}

void flow_heading(struct flow *flow, const struct block *heading)
{
    labels_flush(flow);
    element_id element = flow_open(flow, (enum tag)(TAG_H1 + heading->level - 1), heading->origin);
    int32_t index = flow_heading_add(flow, element, heading);
    size_t first =
        heading->title ? set_title(flow, element, heading) : set_heading(flow, element, heading);
    for (size_t i = first; i < flow->galley.strips.count; i++)
        flow->galley.strips.items[i].before =
            i == first ? flow->galley.strips.items[i].before : BREAK_FORBIDDEN;
    if (first < flow->galley.strips.count)
        flow->galley.strips.items[first].heading = index;
    flow->below_heading = flow->galley.strips.count;
    flow_keep(flow);
    flow_close(flow);
}
