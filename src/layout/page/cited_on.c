/* The way back: below the note on a source stand the pages on which it is cited, each a link to the
   place. Its line is kept free, and filled once the galley is cut. */
#include "layout/flow/flow.h"

enum { MOST_PAGES = 12 }; /* more are not told one by one */

/* ---- a line for them ---- */

static milli ink_end(const struct content *content)
{
    milli end = 0;
    for (size_t i = 0; i < content->ops.count; i++) {
        const struct op *op = &content->ops.items[i];
        if (op->kind == OP_TEXT && op->x + op->text.glyphs.width > end)
            end = op->x + op->text.glyphs.width;
    }
    return end;
}

static milli width_of(struct flow *flow, const struct look *look, struct str text)
{
    struct run_list runs = {0};
    runs_add_text(flow, &runs, look, text, (struct span){0});
    struct paragraph paragraph = setting_paragraph(&runs, flow->width, 0);
    return setting_measure(flow, &paragraph).natural;
}

/* How wide the words are at most, with a space before them. */
static milli most_width(struct flow *flow, const struct look *look, size_t cited)
{
    struct buf text = {.arena = flow->arena};
    buf_addz(&text, "\u00A0Cited on pages");
    for (size_t i = 0; i < cited && i < MOST_PAGES; i++)
        buf_addz(&text, " 000,");
    buf_addz(&text, cited > MOST_PAGES ? " and others." : "");
    return width_of(flow, look, buf_str(&text));
}

/* Where nothing stands before it, its space stands before the line: whoever joins the two lines, as
   some readers do, finds no address that goes on into "Cited". */
void flow_cited_on(struct flow *flow, const struct block *source)
{
    if (!source->cited || !flow->galley.strips.count)
        return;
    const struct text_style *style = &flow->request->theme->styles[STYLE_SMALL];
    element_id element = flow_open(flow, TAG_P, (struct span){0});
    flow_close(flow);
    struct look look = look_of(flow, STYLE_SMALL, element);
    struct strip *strip = &flow->galley.strips.items[flow->galley.strips.count - 1];
    milli end = ink_end(&strip->content);
    bool fits = end + most_width(flow, &look, source->cited) <= flow->left + flow_width(flow);
    if (!fits) {
        struct pending pending = flow->pending;
        flow->pending = (struct pending){.next = BREAK_FORBIDDEN};
        strip = flow_strip(flow, style->leading, 0);
        flow->pending = pending;
    }
    strip->cited_on = (int32_t)flow->cited_on.count;
    *LIST_ADD(flow->arena, &flow->cited_on) = (struct cited_on_place){
        source, element, fits ? end : flow->left - width_of(flow, &look, STR("\u00A0")),
        setting_baseline(flow, &look, style->leading)};
}

/* ---- the pages ---- */

/* On which page each element has its first text; -1: on none. */
static int32_t *element_pages(struct flow *flow, const struct cuts *cuts)
{
    int32_t *pages = ARENA_ARRAY(flow->arena, int32_t, flow->elements.count);
    for (size_t i = 0; i < flow->elements.count; i++)
        pages[i] = -1;
    for (size_t page = 0; page < cuts->count; page++)
        for (size_t i = cuts->starts[page]; i < cut_end(cuts, page, &flow->galley); i++) {
            const struct op_list *ops = &flow->galley.strips.items[i].content.ops;
            for (size_t op = 0; op < ops->count; op++)
                if (ops->items[op].element >= 0 && pages[ops->items[op].element] < 0)
                    pages[ops->items[op].element] = (int32_t)page;
        }
    return pages;
}

struct citing {
    int32_t page;
    element_id element;
};

struct citings {
    struct citing *items;
    size_t count, capacity;
};

/* The first citation of a source on each page. */
static struct citings citings_of(struct flow *flow, const struct block *source,
                                 const int32_t *pages)
{
    struct citings citings = {0};
    for (size_t i = 0; i < flow->links.count; i++) {
        const struct link_target *target = &flow->links.items[i];
        int32_t page = target->source == source ? pages[target->element] : -1;
        if (page >= 0 && (!citings.count || citings.items[citings.count - 1].page < page))
            *LIST_ADD(flow->arena, &citings) = (struct citing){page, target->element};
    }
    return citings;
}

/* ---- the words ---- */

static void add_page(struct flow *flow, struct run_list *runs, const struct look *look,
                     const struct citing *citing)
{
    int page = (int)flow->request->pages_before + citing->page + 1;
    struct look inner = *look;
    element_id reference = flow_inline_element(flow, TAG_REFERENCE, look->element);
    inner.element = flow_inline_element(flow, TAG_LINK, reference);
    inner.colour = look->link_colour;
    inner.link = (int32_t)flow->links.count;
    flow_element(flow, inner.element)->alt = str_format(flow->arena, "page %d", page);
    *LIST_ADD(flow->arena, &flow->links) = (struct link_target){
        .element = inner.element,
        .destination = citing->element,
        .description = str_format(flow->arena, "Back to where it is cited on page %d", page),
    };
    runs_add_text(flow, runs, &inner, str_format(flow->arena, "%d", page), (struct span){0});
}

static struct run_list words(struct flow *flow, const struct cited_on_place *place,
                             const struct citings *citings)
{
    struct look look = look_of(flow, STYLE_SMALL, place->element);
    struct run_list runs = {0};
    size_t told = citings->count <= MOST_PAGES ? citings->count : MOST_PAGES;
    struct str lead_in =
        str_format(flow->arena, "\u00A0Cited on page%s ", citings->count > 1 ? "s" : "");
    runs_add_text(flow, &runs, &look, lead_in, (struct span){0});
    for (size_t i = 0; i < told; i++) {
        bool last = i + 1 == citings->count;
        runs_add_text(flow, &runs, &look,
                      !i     ? STR_NONE
                      : last ? STR(" and ")
                             : STR(", "),
                      (struct span){0});
        add_page(flow, &runs, &look, &citings->items[i]);
    }
    runs_add_text(flow, &runs, &look, told < citings->count ? STR(" and others.") : STR("."),
                  (struct span){0});
    return runs;
}

static void set_words(struct flow *flow, struct strip *strip, const int32_t *pages)
{
    const struct cited_on_place *place = &flow->cited_on.items[strip->cited_on];
    struct citings citings = citings_of(flow, place->source, pages);
    if (!citings.count)
        return;
    struct run_list runs = words(flow, place, &citings);
    struct paragraph paragraph = setting_paragraph(&runs, flow->width, 0);
    struct lines lines = setting_break(flow, &paragraph, "the list of sources");
    if (lines.count)
        setting_line(flow, &strip->content, runs.items, lines.items, place->x, place->baseline);
}

void cited_on_number(struct flow *flow, const struct cuts *cuts)
{
    const int32_t *pages = flow->cited_on.count ? element_pages(flow, cuts) : NULL;
    for (size_t i = 0; pages && i < flow->galley.strips.count; i++)
        if (flow->galley.strips.items[i].cited_on >= 0)
            set_words(flow, &flow->galley.strips.items[i], pages);
}
