/* The layout stage: blocks flow, contents, cutting, composing; and the pages of several documents
   as one. */
#include "base/limits.h"
#include "layout/flow/flow.h"
#include "layout/layout.h"
#include "layout/layout_codes.h"

/* ---- walks the document tree and sets each block into the flow ---- */

enum {
    QUOTE_INDENT = 18000,
    QUOTATION_INDENT = 14 * MILLI_PER_POINT,
    QUOTATION_GAP = 7 * MILLI_PER_POINT,
    RULE_SPACE = 8000, /* above and below a rule across the page */
    RULE_HEIGHT = 750,
};

static void set_list_of(struct flow *flow, const struct block *first, enum style_role role);
static void set_children(struct flow *flow, const struct block *block, enum style_role role);

static void set_list(struct flow *flow, const struct block *list, enum style_role role)
{
    int64_t last = list->last_child ? list->last_child->start : list->start;
    flow_list_open(flow, list->ordered, last, list->tight);
    for (const struct block *item = list->children; item; item = item->next) {
        flow->lists.items[flow->lists.count - 1].next = item->start;
        flow_item_open(flow);
        set_children(flow, item, role);
        flow_item_close(flow);
        if (item->keeps_next)
            flow_keep(flow);
    }
    flow_list_close(flow);
}

static void set_quote(struct flow *flow, const struct block *quote)
{
    flow_open(flow, TAG_BLOCKQUOTE, quote->origin);
    milli indent = flow_to_column(flow) + theme_scaled(flow->request->theme, QUOTE_INDENT);
    flow_indent(flow, indent);
    set_children(flow, quote, STYLE_QUOTE);
    flow_indent(flow, -indent);
    flow_close(flow);
}

static void set_section(struct flow *flow, const struct block *section)
{
    flow_open(flow, TAG_SECT, section->origin);
    set_children(flow, section, STYLE_BODY);
    flow_close(flow);
}

/* Beside its text where the theme has a zone for that, else above it, as any heading. */
static void set_side(struct flow *flow, const struct block *side)
{
    if (!theme_axis(flow->request->theme)) {
        set_section(flow, side);
        return;
    }
    flow_open(flow, TAG_SECT, side->origin);
    size_t first = side_open(flow, side->children);
    set_list_of(flow, side->children->next, STYLE_BODY);
    side_close(flow, first);
    flow_close(flow);
}

static void set_rule(struct flow *flow)
{
    const struct theme *theme = flow->request->theme;
    milli space = theme_scaled(theme, RULE_SPACE), height = theme_scaled(theme, RULE_HEIGHT);
    struct strip *strip = flow_strip(flow, height, space);
    struct rect rect = {flow->left, 0, flow_width(flow), height};
    setting_rect(flow, &strip->content, rect, theme->rule);
    flow->pending.after = space;
}

/* Close to who said it, and apart from the next. */
static void set_quotation(struct flow *flow, const struct block *quotation)
{
    flow_open(flow, TAG_BLOCKQUOTE, quotation->origin);
    milli indent = flow_to_column(flow) + QUOTATION_INDENT;
    flow_indent(flow, indent);
    set_children(flow, quotation, quotation->large ? STYLE_LEAD : STYLE_QUOTE);
    flow_indent(flow, -indent);
    flow_close(flow);
    flow_space(flow, QUOTATION_GAP);
}

static void set_note(struct flow *flow, const struct block *note)
{
    flow_keep(flow);
    flow_paragraph(flow, STYLE_SMALL, note->inlines);
}

static void set_source(struct flow *flow, const struct block *source)
{
    flow_source_target(flow, source, flow_open(flow, TAG_NOTE, source->origin));
    set_children(flow, source, STYLE_SMALL);
    flow_cited_on(flow, source);
    flow_close(flow);
}

static void set_block(struct flow *flow, const struct block *block, enum style_role role)
{
    switch (block->kind) {
    case BLOCK_HEADING: flow_heading(flow, block); break;
    case BLOCK_SECTION: set_section(flow, block); break;
    case BLOCK_SIDE: set_side(flow, block); break;
    case BLOCK_MARK: flow_paragraph(flow, STYLE_SUBTITLE, block->inlines); break;
    case BLOCK_PARAGRAPH:
        flow_paragraph(flow, block->large ? STYLE_LEAD : role, block->inlines);
        break;
    case BLOCK_LIST: set_list(flow, block, role); break;
    case BLOCK_QUOTE: set_quote(flow, block); break;
    case BLOCK_QUOTATION: set_quotation(flow, block); break;
    case BLOCK_NOTE: set_note(flow, block); break;
    case BLOCK_SOURCE: set_source(flow, block); break;
    case BLOCK_TABLE: flow_table(flow, block->table); break;
    case BLOCK_PANEL: flow_panel(flow, block->panel); break;
    case BLOCK_FIGURE: flow_picture(flow, block->illustration); break;
    case BLOCK_CHART: flow_chart(flow, block->chart); break;
    case BLOCK_CONTENTS: flow_contents(flow, block->contents); break;
    case BLOCK_RULE: set_rule(flow); break;
    case BLOCK_PAGE_ONE_ENDS:
    case BLOCK_ANNEXES: flow_page_end(flow); break;
    case BLOCK_COMPONENT:
    case BLOCK_DOCUMENT:
    case BLOCK_ITEM:
    case BLOCK_ROW:
    case BLOCK_CELL: set_children(flow, block, role); break;
    }
}

/* The words before a list stay with its first item. */
static bool leads_in(const struct block *block)
{
    return block->keeps_next ||
           (block->kind == BLOCK_PARAGRAPH && block->next && block->next->kind == BLOCK_LIST);
}

static void set_list_of(struct flow *flow, const struct block *first, enum style_role role)
{
    for (const struct block *block = first; block; block = block->next) {
        set_block(flow, block, role);
        if (leads_in(block))
            flow_keep(flow);
    }
}

static void set_children(struct flow *flow, const struct block *block, enum style_role role)
{
    set_list_of(flow, block->children, role);
}

void blocks_set(struct flow *flow, const struct block *document)
{
    if (document)
        set_children(flow, document, STYLE_BODY);
}

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
    opening_set(flow);
    blocks_set(flow, flow->request->document->blocks);
    contents_set(flow);
    citations_resolve(flow);
    struct cuts cuts = cut_pages(flow->arena, &flow->galley, flow_page_height(flow));
    if (is_too_long(flow->diags, &cuts))
        return NULL;
    contents_number(flow, &cuts);
    cited_on_number(flow, &cuts);
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
