/* Citations lead to the notes of their sources, once it is known where these stand. */
#include "layout/flow/setting.h"

static element_id find_source(const struct flow *flow, struct str id)
{
    for (size_t i = 0; i < flow->sources.count; i++)
        if (str_equal(flow->sources.items[i].id, id))
            return flow->sources.items[i].element;
    return -1;
}

/* A span says nothing of its own: what is in it is plain text. */
static void make_plain(struct flow *flow, element_id link)
{
    flow->elements.items[link].tag = TAG_SPAN;
}

/* A reference without any link in it is none. */
static void settle_references(struct flow *flow)
{
    struct element *elements = flow->elements.items;
    bool *leads = ARENA_ARRAY(flow->arena, bool, flow->elements.count);
    for (size_t i = 1; i < flow->elements.count; i++)
        if (elements[i].tag == TAG_LINK)
            leads[elements[i].parent] = true;
    for (size_t i = 1; i < flow->elements.count; i++)
        if (elements[i].tag == TAG_REFERENCE && !leads[i])
            make_plain(flow, (element_id)i);
}

void citations_resolve(struct flow *flow)
{
    for (size_t i = 0; i < flow->links.count; i++) {
        struct link_target *target = &flow->links.items[i];
        if (!target->source.at)
            continue;
        target->destination = find_source(flow, target->source);
        if (target->destination < 0)
            make_plain(flow, target->element);
    }
    settle_references(flow);
}
