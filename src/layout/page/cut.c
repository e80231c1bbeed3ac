/* Cuts the galley into pages: of all ways to do it, the one with the least cost. */
#include "layout/flow/galley.h"

/* Costs are in millionths of an empty page. */
static const int64_t page_cost_each = 1000000; /* so that none is added only to share out holes */

static const int64_t break_costs[] = {
    [BREAK_FREE] = 0,
    [BREAK_INSIDE] = 12000,           /* never only to make two holes even */
    [BREAK_SPLIT] = 20000,            /* more than a hole of a tenth of a page */
    [BREAK_POOR] = 100000,            /* of three tenths */
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

/* The only page of a document may be as short as it likes. */
static int64_t last_page_cost(const struct cutter *cutter, size_t from, int64_t empty)
{
    int64_t wanted = cutter->page_height / LAST_SHARE;
    int64_t missing = wanted - (cutter->page_height - empty);
    if (!from || missing <= 0)
        return 0;
    return short_last_cost + empty_last_cost * missing / wanted;
}

static int64_t page_cost(const struct cutter *cutter, size_t from, size_t to)
{
    int64_t empty = cutter->page_height - page_height_used(cutter, from, to);
    if (empty < 0)
        return overflow_cost;
    if (to == cutter->count)
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
