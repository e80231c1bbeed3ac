/* The layout stage: blocks flow, contents, cutting, composing; and the pages of several documents
   as one. */
#include "base/limits.h"
#include "layout/flow/flow.h"
#include "layout/layout.h"
#include "layout/layout_codes.h"

/* ---- the layout stage ---- */

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
    const struct block *document = flow->request->document->blocks;
    opening_set(flow);
    const struct block *next = document ? first_page_set(flow, document) : NULL;
    if (flow->gave_up)
        return NULL;
    while (next)
        next = blocks_set_next(flow, next);
    contents_set(flow);
    citations_resolve(flow);
    page_refs_resolve(flow);
    struct cuts cuts = cut_pages(flow->arena, &flow->galley, flow_page_height(flow));
    if (is_too_long(flow->diags, &cuts))
        return NULL;
    contents_number(flow, &cuts);
    cited_on_number(flow, &cuts);
    return pages_compose(flow, &cuts);
}

/* Anew where a reference to a page has more figures than were kept free for it. */
enum { MOST_TRIALS = 3 };

struct pages *layout_body(struct arena *arena, struct diags *diags,
                          const struct layout_request *request)
{
    size_t errors = diags->errors;
    struct arena *scratch = arena_new();
    struct figures figures = {0};
    struct pages *pages = NULL;
    bool settled = false;
    for (int trial = 0; trial < MOST_TRIALS && !settled; trial++) {
        struct flow flow;
        flow_init(&flow, arena, scratch, diags, request);
        flow.figures = figures;
        pages = make_pages(&flow);
        settled = !pages || page_refs_number(&flow, pages, &figures);
    }
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

/* ---- several documents joined into one ---- */

/* Where each document's elements, pages and the like begin in the joined one. */
struct offsets {
    element_id elements;
    int32_t pages;
};

struct joiner {
    struct arena *arena;
    struct pages *whole;
};

static element_id moved(element_id id, const struct offsets *by)
{
    return id < 0 ? id : id + by->elements; /* artifacts, and what leads nowhere, stay so */
}

/* ---- one document ---- */

static const element_id *moved_headers(const struct joiner *joiner, const struct element *element,
                                       const struct offsets *by)
{
    element_id *headers = ARENA_ARRAY(joiner->arena, element_id, element->header_count);
    for (size_t i = 0; i < element->header_count; i++)
        headers[i] = moved(element->headers[i], by);
    return headers;
}

/* What was a document becomes the part of that number. */
static void add_elements(const struct joiner *joiner, const struct pages *from, uint32_t number,
                         const struct offsets *by)
{
    struct pages *whole = joiner->whole;
    for (size_t i = 0; i < from->element_count; i++) {
        struct element *element = &whole->elements[whole->element_count++];
        *element = from->elements[i];
        element->parent = element->parent < 0 ? 0 : moved(element->parent, by);
        element->headers = moved_headers(joiner, element, by);
        element->page = element->page < 0 ? element->page : element->page + by->pages;
    }
    struct element *part = &whole->elements[by->elements];
    part->tag = TAG_PART;
    part->order = number;
    part->title = from->title;
}

static struct page moved_page(const struct joiner *joiner, const struct page *from, uint32_t number,
                              const struct offsets *by)
{
    struct page page = *from;
    page.document += number;
    page.ops = ARENA_ARRAY(joiner->arena, struct op, page.op_count);
    page.links = ARENA_ARRAY(joiner->arena, struct link, page.link_count);
    for (size_t i = 0; i < page.op_count; i++) {
        page.ops[i] = from->ops[i];
        page.ops[i].element = moved(page.ops[i].element, by);
    }
    for (size_t i = 0; i < page.link_count; i++) {
        page.links[i] = from->links[i];
        page.links[i].element = moved(page.links[i].element, by);
        page.links[i].destination = moved(page.links[i].destination, by);
    }
    return page;
}

static void add_bookmarks(const struct joiner *joiner, const struct pages *from,
                          const struct offsets *by)
{
    struct pages *whole = joiner->whole;
    for (size_t i = 0; i < from->bookmark_count; i++) {
        struct bookmark *bookmark = &whole->bookmarks[whole->bookmark_count++];
        *bookmark = from->bookmarks[i];
        bookmark->element = moved(bookmark->element, by);
        bookmark->page += by->pages;
    }
}

static void add_document(const struct joiner *joiner, const struct pages *from)
{
    struct pages *whole = joiner->whole;
    const struct offsets by = {(element_id)whole->element_count, (int32_t)whole->count};
    const uint32_t number = (uint32_t)whole->documents;
    add_elements(joiner, from, number, &by);
    for (size_t i = 0; i < from->count; i++)
        whole->items[whole->count++] = moved_page(joiner, &from->items[i], number, &by);
    add_bookmarks(joiner, from, &by);
    whole->documents += from->documents;
}

/* ---- all of them ---- */

static struct pages *new_whole(struct arena *arena, const struct pages *const *documents,
                               size_t count, const struct joined_names *names)
{
    struct pages *whole = ARENA_NEW(arena, struct pages);
    *whole = *documents[0];
    whole->title = names->title;
    whole->author = names->author;
    whole->subject = names->subject;
    size_t pages = 0, elements = 1, bookmarks = 0;
    for (size_t i = 0; i < count; i++) {
        pages += documents[i]->count;
        elements += documents[i]->element_count;
        bookmarks += documents[i]->bookmark_count;
    }
    whole->items = ARENA_ARRAY(arena, struct page, pages);
    whole->elements = ARENA_ARRAY(arena, struct element, elements);
    whole->bookmarks = ARENA_ARRAY(arena, struct bookmark, bookmarks);
    whole->count = whole->bookmark_count = whole->documents = 0;
    whole->elements[0] = documents[0]->elements[0];
    whole->element_count = 1;
    return whole;
}

const struct pages *pages_join(struct arena *arena, const struct pages *const *documents,
                               size_t count, const struct joined_names *names)
{
    const struct joiner joiner = {arena, new_whole(arena, documents, count, names)};
    for (size_t i = 0; i < count; i++)
        add_document(&joiner, documents[i]);
    return joiner.whole;
}
