/* The first page of a paper that says where that ends: set ever more tightly until it fits, given
   up so that it can be filled in with less, and at last told of with what is long. */
#include "layout/flow/flow.h"
#include "layout/layout_codes.h"

/* One of its blocks, and the strips it takes up to the next one's. */
struct part {
    const struct block *block;
    milli height;
};

struct parts {
    struct part *items;
    size_t count, capacity;
};

static const struct block *find_end(const struct block *document)
{
    const struct block *block = document->children;
    while (block && block->kind != BLOCK_PAGE_ONE_ENDS)
        block = block->next;
    return block;
}

static void set_up_to(struct flow *flow, const struct block *document, const struct block *end,
                      struct parts *parts)
{
    for (const struct block *block = document->children; block != end;) {
        milli above = flow_height(flow);
        struct part *part = LIST_ADD(flow->arena, parts);
        part->block = block;
        block = blocks_set_next(flow, block);
        part->height = flow_height(flow) - above;
    }
}

/* ---- what is long ---- */

static void find_longest_text(const struct inline_node *inlines, const struct inline_node **longest)
{
    for (; inlines; inlines = inlines->next) {
        if (inlines->origin.source && (!*longest || inlines->text.len > (*longest)->text.len))
            *longest = inlines;
        find_longest_text(inlines->children, longest);
    }
}

static void find_longest_in(const struct block *block, const struct inline_node **longest)
{
    find_longest_text(block->inlines, longest);
    for (const struct block *child = block->children; child; child = child->next)
        find_longest_in(child, longest);
}

static struct span place_of(const struct block *block)
{
    const struct inline_node *longest = NULL;
    find_longest_in(block, &longest);
    return longest ? longest->origin : block->origin;
}

static struct str name_of(struct arena *arena, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING: return STR("the title");
    case BLOCK_PARAGRAPH: return block->large ? STR("the lead") : STR("the text below it");
    case BLOCK_SIDE:
        return str_format(arena, "`" STR_FMT "`",
                          STR_ARG(inlines_text(arena, block->children->inlines)));
    default: return STR_NONE;
    }
}

/* In lines of running text, of which one that is begun counts. */
static size_t lines_of(const struct flow *flow, milli height)
{
    milli leading = flow->request->theme->styles[STYLE_BODY].leading;
    return (size_t)((height + leading - 1) / leading);
}

/* The tallest behind `before` of those that are written and not made; of two alike the first. */
static const struct part *tallest(struct arena *arena, const struct parts *parts,
                                  const struct part *before)
{
    const struct part *best = NULL;
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *part = &parts->items[i];
        bool later = !before || part->height < before->height ||
                     (part->height == before->height && part > before);
        bool written = name_of(arena, part->block).len;
        if (later && written && part->height > 0 && (!best || part->height > best->height))
            best = part;
    }
    return best;
}

static void add_lines(struct buf *out, size_t lines)
{
    buf_addf(out, "%zu line%s", lines, lines == 1 ? "" : "s");
}

static struct str longest_parts(struct flow *flow, const struct parts *parts)
{
    enum { NAMED = 3 };
    struct buf named = {.arena = flow->arena};
    const struct part *part = tallest(flow->arena, parts, NULL);
    for (size_t i = 0; i < NAMED && part; i++, part = tallest(flow->arena, parts, part)) {
        buf_addf(&named, "%s" STR_FMT " (", i ? ", " : "",
                 STR_ARG(name_of(flow->arena, part->block)));
        add_lines(&named, lines_of(flow, part->height));
        buf_byte(&named, ')');
    }
    return buf_str(&named);
}

static void warn(struct flow *flow, const struct parts *parts, milli excess)
{
    const struct part *first = tallest(flow->arena, parts, NULL);
    struct buf lines = {.arena = flow->arena};
    add_lines(&lines, lines_of(flow, excess));
    struct diag *diag =
        diag_report(flow->diags, &W541, first ? place_of(first->block) : (struct span){0},
                    "page one is " STR_FMT " longer than a page", STR_ARG(buf_str(&lines)));
    diag_hint(flow->diags, diag, "write less: the longest are " STR_FMT,
              STR_ARG(longest_parts(flow, parts)));
}

/* ---- the page ---- */

/* In large print it is several pages, which go on into the next. */
const struct block *first_page_set(struct flow *flow, const struct block *document)
{
    const struct block *end = find_end(document);
    if (!end || flow->request->theme->variant.large_print)
        return document->children;
    const struct flow before = *flow;
    struct parts parts = {0};
    milli excess = 0;
    for (int tight = 0; tight <= TIGHTEST && (!tight || excess > 0); tight++) {
        *flow = before; /* its lists have only grown since */
        flow->tight = tight;
        parts.count = 0;
        set_up_to(flow, document, end, &parts);
        excess = flow_height(flow) - flow_page_height(flow);
    }
    flow->gave_up = excess > 0 && flow->request->refits;
    if (excess > 0 && !flow->gave_up)
        warn(flow, &parts, excess);
    flow->tight = 0;
    if (excess <= 0)
        flow_page_end(flow);
    return end->next;
}
