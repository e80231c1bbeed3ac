/* References to pages: a link to a place is printed with the number of its page, for which room is
   kept while the page is not known. */
#include "layout/flow/flow.h"
#include "layout/layout_codes.h"

void flow_place(struct flow *flow, struct str name)
{
    *LIST_ADD(flow->arena, &flow->places) =
        (struct named_place){name, (element_id)flow->elements.count};
}

/* -1: there is none, or nothing stands behind it. */
static element_id find_place(const struct flow *flow, struct str name)
{
    for (size_t i = 0; i < flow->places.count; i++)
        if (str_equal(flow->places.items[i].name, name) &&
            flow->places.items[i].element < (element_id)flow->elements.count)
            return flow->places.items[i].element;
    return -1;
}

static void refuse(struct flow *flow, const struct page_ref *ref)
{
    struct diag *diag =
        diag_report(flow->diags, &E554, ref->origin,
                    "there is no place `" STR_FMT "` in this paper", STR_ARG(ref->place));
    diag_hint(flow->diags, diag, "name one with a block `place`, or ask whether it is printed");
}

void page_refs_resolve(struct flow *flow)
{
    for (size_t i = 0; i < flow->page_refs.count; i++) {
        const struct page_ref *ref = &flow->page_refs.items[i];
        element_id place = find_place(flow, ref->place);
        if (place < 0)
            refuse(flow, ref);
        flow->links.items[ref->words].destination = place;
        flow->links.items[ref->number].destination = place;
    }
}

/* ---- numbers ---- */

static struct str number_of(struct flow *flow, const struct page_ref *ref)
{
    const element_id place = flow->links.items[ref->number].destination;
    int32_t page = flow->elements.items[place].page;
    return str_format(flow->arena, "\u00A0%zu",
                      flow->request->pages_before + (size_t)(page < 0 ? 0 : page) + 1);
}

static bool is_room(const struct op *op, element_id link)
{
    return op->kind == OP_TEXT && op->element == link && str_starts(op->text.text, "\u00A00");
}

static void fill_in(struct flow *flow, struct op *op, struct str number)
{
    const struct metrics *metrics = flow->request->metrics;
    op->text.text = number;
    op->text.glyphs = metrics->shape(metrics->self, flow->arena, op->text.face, op->text.size,
                                     number, SHAPE_TABULAR);
}

static void put_in(struct flow *flow, struct pages *pages, const struct page_ref *ref,
                   struct str number)
{
    const element_id link = flow->links.items[ref->number].element;
    for (size_t page = 0; page < pages->count; page++) {
        for (size_t i = 0; i < pages->items[page].op_count; i++)
            if (is_room(&pages->items[page].ops[i], link))
                fill_in(flow, &pages->items[page].ops[i], number);
        for (size_t i = 0; i < pages->items[page].link_count; i++)
            if (pages->items[page].links[i].element == link)
                pages->items[page].links[i].description = str_format(
                    flow->arena, "Page " STR_FMT, STR_ARG(str_part(number, 2, number.len)));
    }
}

bool page_refs_number(struct flow *flow, struct pages *pages, struct figures *figures)
{
    bool fit = true;
    *figures = (struct figures){0};
    for (size_t i = 0; i < flow->page_refs.count; i++) {
        const struct page_ref *ref = &flow->page_refs.items[i];
        if (flow->links.items[ref->number].destination < 0)
            continue; /* which was refused */
        struct str number = number_of(flow, ref);
        *LIST_ADD(flow->arena, figures) = number.len - 2; /* without the space */
        fit &= number.len - 2 <= ref->figures;
        put_in(flow, pages, ref, number);
    }
    return fit;
}
