/* Lists: items with a label that stands beside the first line of their text. */
#include "layout/flow/flow.h"

enum {
    LIST_INDENT = 20000,   /* from the left edge of the list to the text of its items */
    NUMBER_INDENT = 24000, /* the same where items are numbered, up to two figures */
    LABEL_GAP = 6500,      /* between a label and that text */
    TIGHT_SPACE = 350,     /* after an item of a tight list, in thousandths of the usual */
};

static milli list_indent(const struct flow *flow, bool ordered)
{
    return theme_scaled(flow->request->theme, ordered ? NUMBER_INDENT : LIST_INDENT);
}

void flow_list_open(struct flow *flow, bool ordered, int64_t start, bool tight)
{
    element_id list = flow_open(flow, TAG_L, (struct span){0});
    flow_element(flow, list)->numbering = ordered ? NUMBERING_DECIMAL : NUMBERING_DISC;
    *LIST_ADD(flow->arena, &flow->lists) =
        (struct list_level){.ordered = ordered, .tight = tight, .next = start};
    flow_indent(flow, list_indent(flow, ordered));
}

void flow_list_close(struct flow *flow)
{
    bool ordered = flow->lists.items[flow->lists.count - 1].ordered;
    flow_indent(flow, -list_indent(flow, ordered));
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
    return tight ? (milli)((int64_t)space * TIGHT_SPACE / 1000) : space;
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
        return str_format(flow->arena, "%lld.", (long long)list->next++);
    return unordered_depth(flow) % 2 ? STR("\u2022") : STR("\u2013");
}

void flow_item_open(struct flow *flow)
{
    struct list_level *list = &flow->lists.items[flow->lists.count - 1];
    if (list->begun && flow->pending.next == BREAK_FREE)
        flow->pending.next = BREAK_INSIDE;
    list->begun = true;
    flow_open(flow, TAG_LI, (struct span){0});
    element_id label = flow_open(flow, TAG_LBL, (struct span){0});
    flow_close(flow);
    flow_open(flow, TAG_LBODY, (struct span){0});
    *LIST_ADD(flow->arena, &flow->labels) = (struct label){
        label, label_text(flow, list), flow->left - theme_scaled(flow->request->theme, LABEL_GAP)};
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

static void set_label(struct flow *flow, struct content *content, const struct label *label,
                      milli baseline)
{
    struct look look = look_of(flow, STYLE_BODY, label->element);
    struct run_list runs = {0};
    runs_add_text(flow, &runs, &look, label->text, (struct span){0});
    struct paragraph paragraph = setting_paragraph(&runs, flow->width, 0);
    struct lines lines = setting_break(flow, &paragraph, "the page");
    if (lines.count)
        setting_line(flow, content, runs.items, lines.items, label->right - lines.items[0].width,
                     baseline);
}

void labels_set(struct flow *flow, struct content *content, milli baseline)
{
    for (size_t i = 0; i < flow->labels.count; i++)
        set_label(flow, content, &flow->labels.items[i], baseline);
    flow->labels.count = 0;
}

void labels_flush(struct flow *flow)
{
    if (!flow->labels.count)
        return;
    const struct text_style *style = &flow->request->theme->styles[STYLE_BODY];
    struct look look = look_of(flow, STYLE_BODY, 0);
    struct strip *strip = flow_strip(flow, style->leading, style->space_before);
    labels_set(flow, &strip->content, setting_baseline(flow, &look, style->leading));
    flow->pending.after = list_space_after(flow, style->space_after);
    flow_keep(flow);
}
