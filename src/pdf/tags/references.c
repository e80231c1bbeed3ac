/* Which elements refer to one another (Ref): an entry of the contents to its heading, a citation to
   the note on its source, and the note to all that cite it. Readers of PDF 1.7 pass over it. */
#include "pdf/document.h"

#include <stdlib.h>

struct reference {
    element_id from, to;
};

struct references {
    LIST(struct reference) list;
};

static void add(struct pdf_document *document, struct references *all, element_id from,
                element_id to)
{
    *LIST_ADD(document->arena, &all->list) = (struct reference){from, to};
}

/* The element around a link that stands for it; -1: none is. */
static element_id around(const struct pages *pages, element_id link, enum tag tag)
{
    element_id id = pages->elements[link].parent;
    while (id >= 0 && pages->elements[id].tag != tag)
        id = pages->elements[id].parent;
    return id;
}

static void add_link(struct pdf_document *document, struct references *all, const struct link *link)
{
    const struct pages *pages = document->pages;
    if (link->destination < 0)
        return;
    element_id entry = around(pages, link->element, TAG_TOCI);
    element_id citation = around(pages, link->element, TAG_REFERENCE);
    if (entry >= 0)
        add(document, all, entry, link->destination);
    else if (citation >= 0 && pages->elements[link->destination].tag == TAG_NOTE) {
        add(document, all, citation, link->destination);
        add(document, all, link->destination, citation);
    }
}

static int compare(const void *a, const void *b)
{
    const struct reference *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->to > y->to) - (x->to < y->to);
}

/* The array of one element: each other once. Gives the index behind its last. */
static size_t put(struct pdf_document *document, const struct reference *items, size_t first,
                  size_t count)
{
    struct object *element = document->elements[items[first].from];
    size_t i = first, put = 0;
    object_open_array(element, "Ref");
    for (; i < count && items[i].from == items[first].from; i++) {
        bool again = i > first && items[i].to == items[i - 1].to;
        if (again || put == OBJECT_ARRAY_LIMIT)
            continue;
        object_add(element, document->elements[items[i].to]);
        put++;
    }
    object_close_array(element);
    return i;
}

void pdf_references_make(struct pdf_document *document)
{
    struct references all = {0};
    for (size_t page = 0; page < document->pages->count; page++)
        for (size_t i = 0; i < document->pages->items[page].link_count; i++)
            add_link(document, &all, &document->pages->items[page].links[i]);
    if (!all.list.count)
        return;
    qsort(all.list.items, all.list.count, sizeof *all.list.items, compare);
    for (size_t i = 0; i < all.list.count;)
        i = put(document, all.list.items, i, all.list.count);
}
