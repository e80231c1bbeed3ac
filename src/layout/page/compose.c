/* From the galley to pages: where it is cut, and then everything moves to its place, elements and
   links learn theirs. */
#include "layout/flow/flow.h"
#include "layout/flow/galley.h"

#include <stdlib.h>

/* ---- cuts the galley into pages: of all ways to do it, the one with the least cost ---- */

/* Costs are in millionths of an empty page. */
static const int64_t page_cost_each = 1000000; /* so that none is added only to share out holes */

static const int64_t break_costs[] = {
    [BREAK_FREE] = 0,
    [BREAK_INSIDE] = 12000,           /* never only to make two holes even */
    [BREAK_SPLIT] = 20000,            /* more than a hole of a tenth of a page */
    [BREAK_POOR] = 100000,            /* of three tenths */
    [BREAK_APART] = 330000,           /* of more than half a page */
    [BREAK_FORBIDDEN] = 1000000000000 /* more than all empty space there can be */
};

static const int64_t overflow_cost = 100000000000000;

/* A last page that is hardly begun: less than a quarter of it is used. */
enum { LAST_SHARE = 4 };
static const int64_t short_last_cost = 100000, empty_last_cost = 400000;

/* The best way to fill pages up to a strip, that strip not included. */
struct state {
    int64_t cost;
    size_t from; /* where its last page begins */
};

struct cutter {
    const struct strip *strips;
    size_t count;
    const struct repeated *headers;
    int64_t *tops; /* where each strip's space begins in the galley; one more for the end */
    int64_t page_height;
    struct state *states;
    size_t trials;
};

static int64_t page_height_used(const struct cutter *cutter, size_t from, size_t to)
{
    const struct strip *first = &cutter->strips[from];
    int64_t header = first->header >= 0 ? cutter->headers[first->header].height : 0;
    return cutter->tops[to] - cutter->tops[from] - first->space + header;
}

/* Grows faster than the hole: two small ones are better than a large one. */
static int64_t hole_cost(const struct cutter *cutter, int64_t empty)
{
    enum { LEAST_PRICE = 50 };
    int64_t share = empty * 1000 / cutter->page_height;
    return share * (share + LEAST_PRICE);
}

static bool begins_part(const struct cutter *cutter, size_t strip)
{
    return !strip || cutter->strips[strip].begins;
}

static bool ends_part(const struct cutter *cutter, size_t strip)
{
    return strip == cutter->count || cutter->strips[strip].begins;
}

/* The only page of a document, or of a part of it, may be as short as it likes. */
static int64_t last_page_cost(const struct cutter *cutter, size_t from, int64_t empty)
{
    int64_t wanted = cutter->page_height / LAST_SHARE;
    int64_t missing = wanted - (cutter->page_height - empty);
    if (begins_part(cutter, from) || missing <= 0)
        return 0;
    return short_last_cost + empty_last_cost * missing / wanted;
}

static int64_t page_cost(const struct cutter *cutter, size_t from, size_t to)
{
    int64_t empty = cutter->page_height - page_height_used(cutter, from, to);
    if (empty < 0)
        return overflow_cost;
    if (ends_part(cutter, to))
        return page_cost_each + last_page_cost(cutter, from, empty);
    /* The space before what comes next would have been empty anyway: it costs nothing to break
       where it is largest, before a heading. */
    const struct strip *next = &cutter->strips[to];
    int64_t wasted = empty > next->space ? empty - next->space : 0;
    return page_cost_each + hole_cost(cutter, wasted) + break_costs[next->before];
}

/* Tries pages that end before `to`, from the shortest to the first that is too tall. */
static void find_best(struct cutter *cutter, size_t to)
{
    struct state *state = &cutter->states[to];
    state->cost = INT64_MAX;
    for (size_t from = to; from-- > 0;) {
        int64_t text = cutter->tops[to] - cutter->tops[from] - cutter->strips[from].space;
        if (text > cutter->page_height && from + 1 < to)
            break;
        cutter->trials++;
        int64_t cost = cutter->states[from].cost + page_cost(cutter, from, to);
        if (cost < state->cost)
            *state = (struct state){cost, from};
        if (cutter->strips[from].begins)
            break;
    }
}

static void measure(struct arena *arena, struct cutter *cutter)
{
    cutter->tops = ARENA_ARRAY(arena, int64_t, cutter->count + 1);
    for (size_t i = 0; i < cutter->count; i++)
        cutter->tops[i + 1] =
            cutter->tops[i] + (int64_t)cutter->strips[i].space + cutter->strips[i].height;
}

static struct cuts collect(struct arena *arena, const struct cutter *cutter)
{
    struct cuts cuts = {.trials = cutter->trials};
    for (size_t end = cutter->count; end; end = cutter->states[end].from)
        cuts.count++;
    cuts.count = cuts.count ? cuts.count : 1;
    cuts.starts = ARENA_ARRAY(arena, size_t, cuts.count);
    size_t page = cuts.count;
    for (size_t end = cutter->count; end; end = cutter->states[end].from)
        cuts.starts[--page] = cutter->states[end].from;
    return cuts;
}

struct cuts cut_pages(struct arena *arena, const struct galley *galley, milli page_height)
{
    struct cutter cutter = {
        .strips = galley->strips.items,
        .count = galley->strips.count,
        .headers = galley->headers.items,
        .page_height = page_height,
    };
    measure(arena, &cutter);
    cutter.states = ARENA_ARRAY(arena, struct state, cutter.count + 1);
    for (size_t to = 1; to <= cutter.count; to++)
        find_best(&cutter, to);
    return collect(arena, &cutter);
}

/* ---- from the cut galley to pages ---- */

struct composer {
    struct flow *flow;
    struct pages *pages;
    int32_t page;
    milli left, top; /* where the strip's own coordinates begin on the page */
    LIST(struct op) ops;
    LIST(struct link) links;
    LIST(struct bookmark) bookmarks;
};

/* ---- operations ---- */

/* An element and those that hold it are on the page of their first content. */
static void note_page(struct composer *composer, element_id element)
{
    struct element *elements = composer->flow->elements.items;
    for (; element >= 0 && elements[element].page < 0; element = elements[element].parent)
        elements[element].page = composer->page;
}

static const struct path_step *move_steps(struct arena *arena, const struct op *op, milli dx,
                                          milli dy)
{
    struct path_step *steps = ARENA_ARRAY(arena, struct path_step, op->path.count);
    for (size_t i = 0; i < op->path.count; i++) {
        steps[i] = op->path.steps[i];
        steps[i].x1 += dx;
        steps[i].y1 += dy;
        steps[i].x2 += dx;
        steps[i].y2 += dy;
        steps[i].x += dx;
        steps[i].y += dy;
    }
    return steps;
}

static void place_op(struct composer *composer, const struct op *from)
{
    struct arena *arena = composer->flow->arena;
    struct op *op = LIST_ADD(arena, &composer->ops);
    *op = *from;
    op->x += composer->left;
    op->y += composer->top;
    if (op->kind == OP_PATH) {
        op->path.steps = move_steps(arena, op, op->x, op->y);
        op->x = op->y = 0;
    }
    note_page(composer, op->element);
}

static void place_ops(struct composer *composer, const struct op_list *ops)
{
    for (size_t i = 0; i < ops->count; i++)
        place_op(composer, &ops->items[i]);
}

static struct rect place_rect(const struct composer *composer, struct rect rect)
{
    rect.x += composer->left;
    rect.y += composer->top;
    return rect;
}

static void place_areas(struct composer *composer, const struct area_list *areas)
{
    for (size_t i = 0; i < areas->count; i++) {
        const struct link_target *target = &composer->flow->links.items[areas->items[i].link];
        if (!target->url.at && target->destination < 0)
            continue; /* a citation of a source that has no place */
        *LIST_ADD(composer->flow->arena, &composer->links) = (struct link){
            .element = target->element,
            .area = place_rect(composer, areas->items[i].area),
            .url = target->url,
            .destination = target->destination,
            .description = target->description,
        };
    }
}

/* ---- strips and pages ---- */

static void add_bookmark(struct composer *composer, int32_t heading)
{
    const struct heading_place *place = &composer->flow->headings.items[heading];
    *LIST_ADD(composer->flow->arena, &composer->bookmarks) = (struct bookmark){
        .level = place->level,
        .title = place->title,
        .element = place->element,
        .page = composer->page,
        .y = composer->top,
    };
}

static void place_strip(struct composer *composer, const struct strip *strip)
{
    if (strip->heading >= 0)
        add_bookmark(composer, strip->heading);
    if (strip->figure >= 0) {
        struct element *figure = &composer->flow->elements.items[strip->figure];
        figure->box = place_rect(composer, figure->box);
    }
    place_ops(composer, &strip->content.ops);
    place_areas(composer, &strip->content.areas);
    composer->top += strip->height;
}

static void place_header(struct composer *composer, int32_t header)
{
    if (header < 0)
        return;
    const struct repeated *repeated = &composer->flow->galley.headers.items[header];
    place_ops(composer, &repeated->ops);
    composer->top += repeated->height;
}

/* ---- rows in several strips ---- */

static int compare_order(const void *left, const void *right)
{
    const struct op *a = left, *b = right;
    return (a->order > b->order) - (a->order < b->order);
}

static bool goes_on(const struct op *above, const struct op *below)
{
    return above->kind == OP_RECT && below->kind == OP_RECT &&
           above->element == ARTIFACT_BACKGROUND && below->element == ARTIFACT_BACKGROUND &&
           above->x == below->x && above->rect.width == below->rect.width &&
           above->y + above->rect.height == below->y;
}

/* The ops of a row from `first` on: cell by cell, and one background a cell, so that no seam is
   seen between the parts of its ground. */
static void join_row(struct composer *composer, size_t first)
{
    struct op *ops = composer->ops.items;
    size_t count = first;
    qsort(ops + first, composer->ops.count - first, sizeof *ops, compare_order);
    for (size_t i = first; i < composer->ops.count; i++) {
        size_t above = first;
        while (above < count && !goes_on(&ops[above], &ops[i]))
            above++;
        if (above < count)
            ops[above].rect.height += ops[i].rect.height;
        else
            ops[count++] = ops[i];
    }
    composer->ops.count = count;
}

/* Places a strip and those that are joined to it on this page; returns the one behind them. */
static size_t place_joined(struct composer *composer, const struct strip *strips, size_t at,
                           size_t end)
{
    size_t first = composer->ops.count, next = at;
    do
        place_strip(composer, &strips[next++]);
    while (next < end && strips[next].joined);
    if (next > at + 1)
        join_row(composer, first);
    return next;
}

static void compose_page(struct composer *composer, size_t first, size_t end)
{
    const struct strip *strips = composer->flow->galley.strips.items;
    composer->top = composer->flow->request->theme->margin_top;
    composer->ops.items = NULL;
    composer->ops.count = composer->ops.capacity = 0;
    composer->links.items = NULL;
    composer->links.count = composer->links.capacity = 0;
    for (size_t i = first; i < end;) {
        if (i == first)
            place_header(composer, strips[i].header);
        else
            composer->top += strips[i].space;
        i = place_joined(composer, strips, i, end);
    }
    composer->pages->items[composer->page] = (struct page){
        .ops = composer->ops.items,
        .op_count = composer->ops.count,
        .links = composer->links.items,
        .link_count = composer->links.count,
    };
}

static struct pages *new_pages(struct flow *flow, size_t count)
{
    const struct layout_request *request = flow->request;
    struct pages *pages = ARENA_NEW(flow->arena, struct pages);
    *pages = (struct pages){
        .width = request->theme->page_width,
        .height = request->theme->page_height,
        .area = {request->theme->margin_left, request->theme->margin_top, flow->width,
                 flow_page_height(flow)},
        .title = request->title,
        .author = request->author,
        .subject = request->subject,
        .language = STR("en-GB"),
        .documents = 1,
        .items = ARENA_ARRAY(flow->arena, struct page, count),
        .count = count,
    };
    return pages;
}

struct pages *pages_compose(struct flow *flow, const struct cuts *cuts)
{
    struct pages *pages = new_pages(flow, cuts->count);
    struct composer composer = {.flow = flow, .pages = pages};
    composer.left = flow->request->theme->margin_left;
    for (size_t page = 0; page < cuts->count; page++) {
        composer.page = (int32_t)page;
        compose_page(&composer, cuts->starts[page], cut_end(cuts, page, &flow->galley));
    }
    pages->elements = flow->elements.items;
    pages->element_count = flow->elements.count;
    pages->bookmarks = composer.bookmarks.items;
    pages->bookmark_count = composer.bookmarks.count;
    return pages;
}
