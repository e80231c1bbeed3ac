/* The flow: keeps the open elements, the left edge and the space that is due, and adds strips. */
#include "layout/flow/setting.h"

#include "brief/spec.h"
#include "brief/told.h"

#include <assert.h>

static element_id add_element(struct flow *flow, enum tag tag, element_id parent)
{
    element_id id = (element_id)flow->elements.count;
    struct element *element = LIST_ADD(flow->arena, &flow->elements);
    element->tag = tag;
    element->parent = parent;
    element->page = -1;
    return id;
}

void flow_init(struct flow *flow, struct arena *arena, struct arena *scratch, struct diags *diags,
               const struct layout_request *request)
{
    const struct theme *theme = request->theme;
    *flow = (struct flow){.arena = arena, .scratch = scratch, .diags = diags, .request = request};
    flow->width = theme->page_width - theme->margin_left - theme->margin_right;
    add_element(flow, TAG_DOCUMENT, -1);
    *LIST_ADD(arena, &flow->open) = 0;
    abbreviations_collect(flow);
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
    return flow->request->theme;
}

milli flow_width(const struct flow *flow)
{
    return flow->width - flow->left;
}

milli flow_page_height(const struct flow *flow)
{
    const struct theme *theme = flow->request->theme;
    return theme->page_height - theme->margin_top - theme->margin_bottom;
}

bool flow_is_draft(const struct flow *flow)
{
    const struct briefing *briefing = flow->request->briefing;
    if (!briefing || !briefing->briefing)
        return false;
    told_key(briefing, NAMED(briefing->briefing, draft));
    return briefing->briefing->draft == ANSWER_YES;
}

element_id flow_current(const struct flow *flow)
{
    return flow->open.items[flow->open.count - 1];
}

element_id flow_open(struct flow *flow, enum tag tag, struct span origin)
{
    element_id id = add_element(flow, tag, flow_current(flow));
    flow->elements.items[id].order = ++flow->order;
    flow->elements.items[id].origin = origin;
    *LIST_ADD(flow->arena, &flow->open) = id;
    return id;
}

element_id flow_inline_element(struct flow *flow, enum tag tag, element_id parent)
{
    return add_element(flow, tag, parent);
}

struct element *flow_element(struct flow *flow, element_id element)
{
    return &flow->elements.items[element];
}

void flow_close(struct flow *flow)
{
    assert(flow->open.count > 1);
    flow->open.count--;
}

struct strip *flow_strip(struct flow *flow, milli height, milli space_before)
{
    struct pending due = flow->pending;
    flow->pending = (struct pending){0};
    struct strip *strip = LIST_ADD(flow->arena, &flow->galley.strips);
    strip->before = due.next;
    strip->space = (due.after > space_before ? due.after : space_before) + due.extra;
    strip->height = height;
    strip->header = strip->heading = strip->entry = strip->figure = -1;
    return strip;
}

void flow_space(struct flow *flow, milli height)
{
    if (height > 0)
        flow->pending.extra += height;
}

void flow_keep(struct flow *flow)
{
    flow->pending.next = BREAK_FORBIDDEN;
}

void flow_indent(struct flow *flow, milli left)
{
    flow->left += left;
}

void flow_paragraph(struct flow *flow, enum style_role role, const struct inline_node *inlines)
{
    if (inlines_are_blank(inlines))
        return;
    element_id element = flow_open(flow, TAG_P, inlines->origin);
    struct look look = look_of(flow, role, element);
    look.expands = true;
    struct run_list runs = {0};
    runs_add(flow, &runs, &look, inlines);
    setting_strips(flow, &runs, role);
    flow_close(flow);
}

/* ---- headings and sections ---- */

/* A heading of level 2 opens a section, which the next heading of level 1 or 2 closes. */
enum { SECTION_LEVEL = 2 };

void flow_sections_close(struct flow *flow, int level)
{
    bool in_section = flow->elements.items[flow_current(flow)].tag == TAG_SECT;
    if (level <= SECTION_LEVEL && in_section)
        flow_close(flow);
}

static enum style_role heading_role(struct flow *flow, int level)
{
    if (level == 1 && !flow->has_title) {
        flow->has_title = true;
        return STYLE_TITLE;
    }
    static const enum style_role roles[] = {STYLE_HEADING_1, STYLE_HEADING_2, STYLE_HEADING_3,
                                            STYLE_HEADING_4};
    return roles[level <= 4 ? level - 1 : 3];
}

static int32_t add_heading(struct flow *flow, element_id element, int level, struct str title)
{
    int32_t index = (int32_t)flow->headings.count;
    flow_element(flow, element)->title = title;
    *LIST_ADD(flow->arena, &flow->headings) =
        (struct heading_place){.element = element, .level = level, .title = title};
    return index;
}

static const struct inline_node *draft_inlines(struct arena *arena)
{
    return inline_strong(arena, inline_text(arena, STR(DRAFT_WORD), (struct span){0}));
}

void flow_heading(struct flow *flow, int level, const struct inline_node *inlines,
                  struct span origin)
{
    flow_sections_close(flow, level);
    if (level == SECTION_LEVEL)
        flow_open(flow, TAG_SECT, origin);
    enum style_role role = heading_role(flow, level);
    element_id element = flow_open(flow, (enum tag)(TAG_H1 + level - 1), origin);
    int32_t heading = add_heading(flow, element, level, inlines_text(flow->arena, inlines));
    struct look look = look_of(flow, role, element);
    struct run_list runs = {0};
    runs_add(flow, &runs, &look, inlines);
    size_t first = setting_strips(flow, &runs, role);
    for (size_t i = first; i < flow->galley.strips.count; i++)
        flow->galley.strips.items[i].before =
            i == first ? flow->galley.strips.items[i].before : BREAK_FORBIDDEN;
    if (first < flow->galley.strips.count)
        flow->galley.strips.items[first].heading = heading;
    flow->below_heading = flow->galley.strips.count;
    flow_keep(flow);
    flow_close(flow);
    if (role == STYLE_TITLE && flow_is_draft(flow)) {
        flow_paragraph(flow, STYLE_SUBTITLE, draft_inlines(flow->arena));
        flow_keep(flow);
    }
}

void flow_source_target(struct flow *flow, struct str source_id, element_id element)
{
    *LIST_ADD(flow->arena, &flow->sources) = (struct source_place){source_id, element};
}
