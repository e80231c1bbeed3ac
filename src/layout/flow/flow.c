/* The flow: keeps the open elements, the left edge and the space that is due, and adds strips. */
#include "layout/flow/setting.h"

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

static element_id current(const struct flow *flow)
{
    return flow->open.items[flow->open.count - 1];
}

element_id flow_open(struct flow *flow, enum tag tag, struct span origin)
{
    element_id id = add_element(flow, tag, current(flow));
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

/* ---- citations lead to the notes of their sources ---- */

void flow_source_target(struct flow *flow, const struct block *source, element_id element)
{
    *LIST_ADD(flow->arena, &flow->sources) = (struct source_place){source, element};
}

static element_id find_source(const struct flow *flow, const struct block *source)
{
    for (size_t i = 0; i < flow->sources.count; i++)
        if (flow->sources.items[i].block == source)
            return flow->sources.items[i].element;
    return -1;
}

void citations_resolve(struct flow *flow)
{
    for (size_t i = 0; i < flow->links.count; i++)
        if (flow->links.items[i].source)
            flow->links.items[i].destination = find_source(flow, flow->links.items[i].source);
}
