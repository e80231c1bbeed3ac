/* The layout stage: flow, contents, cutting, composing. */
#include "layout/flow/setting.h"
#include "layout/layout_codes.h"

#include "base/limits.h"

static bool is_too_long(struct diags *diags, const struct cuts *cuts)
{
    if (cuts->count <= LIMIT_PAGES)
        return false;
    struct diag *diag = diag_report(diags, &E521, (struct span){0},
                                    "the briefing would have %zu pages", cuts->count);
    diag_hint(diags, diag, "%d is the most; look for a loop in the template", LIMIT_PAGES);
    return true;
}

static struct pages *make_pages(struct flow *flow)
{
    logo_set(flow);
    blocks_set(flow, flow->request->document->blocks);
    contents_set(flow);
    citations_resolve(flow);
    struct cuts cuts = cut_pages(flow->arena, &flow->galley, flow_page_height(flow));
    if (is_too_long(flow->diags, &cuts))
        return NULL;
    contents_number(flow, &cuts);
    return pages_compose(flow, &cuts);
}

struct pages *layout_body(struct arena *arena, struct diags *diags,
                          const struct layout_request *request)
{
    size_t errors = diags->errors;
    struct arena *scratch = arena_new();
    struct flow flow;
    flow_init(&flow, arena, scratch, diags, request);
    struct pages *pages = make_pages(&flow);
    arena_free(scratch);
    return diags->errors == errors ? pages : NULL;
}

bool layout_furniture(struct arena *arena, struct diags *diags,
                      const struct layout_request *request, struct pages *pages, size_t total)
{
    size_t errors = diags->errors;
    struct arena *scratch = arena_new();
    struct flow flow;
    flow_init(&flow, arena, scratch, diags, request);
    furniture_set(&flow, pages, total);
    arena_free(scratch);
    return diags->errors == errors;
}

const struct pages *layout_pages(struct arena *arena, struct diags *diags,
                                 const struct layout_request *request)
{
    struct pages *pages = layout_body(arena, diags, request);
    bool whole = pages && layout_furniture(arena, diags, request, pages,
                                           request->pages_before + pages->count);
    return whole ? pages : NULL;
}
