/* Lists, and labels: what stands beside the first line of a text, be it of an item or of the block
   of a side head. */
#include "layout/flow/flow.h"

enum {
    LIST_INDENT = 10000,  /* from the left edge of the list, where its labels are, to its text */
    NUMBER_INDENT = 8000, /* the same where items are numbered, and more for each figure: */
    FIGURE_WIDTH = 6500,
    TIGHT_SPACE = 430, /* after an item of a tight list, in thousandths of the usual */
};

struct str label_number(const struct flow *flow, struct str number)
{
    return str_format(flow->arena, STR_FMT "\u00a0", STR_ARG(number));
}

milli label_number_indent(const struct flow *flow)
{
    const struct theme *theme = flow->request->theme;
    return theme_axis(theme) ? 0 : theme_scaled(theme, PARAGRAPH_INDENT);
}

static milli list_indent(const struct flow *flow, const struct list_level *list)
{
    milli indent = LIST_INDENT;
    if (list->numbered)
        return label_number_indent(flow);
    if (list->ordered)
        indent = NUMBER_INDENT + FIGURE_WIDTH * (milli)list->figures;
    return theme_scaled(flow->request->theme, indent);
}

static size_t figures_of(int64_t number)
{
    size_t figures = 1;
    for (; number > 9; number /= 10)
        figures++;
    return figures;
}

void flow_list_open(struct flow *flow, const struct block *list)
{
    element_id element = flow_open(flow, TAG_L, (struct span){0});
    flow_element(flow, element)->numbering = list->ordered ? NUMBERING_DECIMAL : NUMBERING_DISC;
    struct list_level *level = LIST_ADD(flow->arena, &flow->lists);
    *level = (struct list_level){
        .ordered = list->ordered,
        .tight = list->tight,
        .numbered = list->children && list->children->number.len,
        .next = list->start,
        .figures = figures_of(list->last_child ? list->last_child->start : list->start)};
    level->into_column = flow_to_column(flow);
    flow_indent(flow, level->into_column + list_indent(flow, level));
}

void flow_list_close(struct flow *flow)
{
    const struct list_level *level = &flow->lists.items[flow->lists.count - 1];
    flow_indent(flow, -(level->into_column + list_indent(flow, level)));
    flow->lists.count--;
    flow_close(flow);
    if (flow->pending.after)
        flow->pending.after =
            list_space_after(flow, flow->request->theme->styles[STYLE_BODY].space_after);
}

milli list_space_after(const struct flow *flow, milli space)
{
    size_t depth = flow->lists.count;
    bool tight = depth && flow->lists.items[depth - 1].tight;
    static const int shares[] = {100, 60, 20};
    return tight ? flow_tightened(flow, space * TIGHT_SPACE / 1000, shares) : space;
}

static size_t unordered_depth(const struct flow *flow)
{
    size_t depth = 0;
    for (size_t i = 0; i < flow->lists.count; i++)
        depth += !flow->lists.items[i].ordered;
    return depth;
}

static struct str label_text(struct flow *flow, struct list_level *list)
{
    if (list->ordered)
        return str_format(flow->arena, "%lld", (long long)list->next++);
    return unordered_depth(flow) % 2 ? STR("\u2022") : STR("\u2013");
}

milli label_number_left(const struct flow *flow)
{
    return flow->left - theme_scaled(flow->request->theme, PARAGRAPH_INDENT);
}

void flow_item_open(struct flow *flow, struct str number)
{
    struct list_level *list = &flow->lists.items[flow->lists.count - 1];
    if (list->begun && flow->pending.next == BREAK_FREE)
        flow->pending.next = BREAK_INSIDE;
    list->begun = true;
    flow_open(flow, TAG_LI, (struct span){0});
    element_id label = flow_open(flow, TAG_LBL, (struct span){0});
    flow_close(flow);
    flow_open(flow, TAG_LBODY, (struct span){0});
    *LIST_ADD(flow->arena, &flow->labels) =
        (struct label){label, number.len ? number : label_text(flow, list), list->ordered,
                       number.len ? label_number_left(flow) : flow->left - list_indent(flow, list)};
}

void flow_item_close(struct flow *flow)
{
    if (flow->labels.count) { /* an empty item */
        labels_flush(flow);
        flow->pending.next = BREAK_FREE;
    }
    flow_close(flow);
    flow_close(flow);
}

/* As large as the text beside it where that is small print. */
static void set_label(struct flow *flow, struct content *content, const struct label *label,
                      milli baseline, enum style_role beside)
{
    enum style_role role = beside == STYLE_SMALL ? STYLE_SMALL : STYLE_BODY;
    struct look look = look_of(flow, role, label->element);
    look.colour = flow->request->theme->accent;
    if (label->strong)
        look.face = face_strong(look.face);
    struct run_list runs = {0};
    runs_add_text(flow, &runs, &look, label->text, (struct span){0});
    struct paragraph paragraph = setting_paragraph(&runs, flow->width, 0);
    struct lines lines = setting_break(flow, &paragraph, "the page");
    if (lines.count)
        setting_line(flow, content, runs.items, lines.items, label->left, baseline);
}

/* A side head is a label too, with a line or more of its own. */
static void set_side(struct flow *flow, struct strip *strip, milli baseline)
{
    const struct waiting_side side = flow->side;
    if (!side.waits)
        return;
    flow->side.waits = false;
    milli leading = flow->request->theme->styles[STYLE_SIDE].leading;
    milli left = side.number_line.count ? SECTION_INDENT : 0;
    if (left)
        setting_line(flow, &strip->content, side.number.items, side.number_line.items, 0, baseline);
    for (size_t i = 0; i < side.lines.count; i++)
        setting_line(flow, &strip->content, side.runs.items, &side.lines.items[i], left,
                     baseline + (milli)i * leading);
    strip->heading = side.heading;
}

void labels_set(struct flow *flow, struct strip *strip, milli baseline, enum style_role beside)
{
    set_side(flow, strip, baseline);
    for (size_t i = 0; i < flow->labels.count; i++)
        set_label(flow, &strip->content, &flow->labels.items[i], baseline, beside);
    flow->labels.count = 0;
}

void labels_flush(struct flow *flow)
{
    if (!flow->labels.count && !flow->side.waits)
        return;
    const struct text_style *style = &flow->request->theme->styles[STYLE_BODY];
    struct look look = look_of(flow, STYLE_BODY, 0);
    struct strip *strip = flow_strip(flow, style->leading, style->space_before);
    labels_set(flow, strip, setting_baseline(flow, &look, style->leading), STYLE_BODY);
    flow->pending.after = list_space_after(flow, style->space_after);
    flow_keep(flow);
}
