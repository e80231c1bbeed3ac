/* Where elements begin on the pages, for links and bookmarks to jump to. */
#include "pdf/document.h"

/* The upper edge of what an operation paints; of text about that of its tallest letters. */
static milli top_of(const struct op *op)
{
    if (op->kind == OP_TEXT)
        return op->y - op->text.size;
    if (op->kind == OP_RECT || op->kind == OP_IMAGE)
        return op->y;
    milli top = INT32_MAX;
    for (size_t i = 0; i < op->path.count; i++)
        if (op->path.steps[i].verb != PATH_CLOSE && op->y + op->path.steps[i].y < top)
            top = op->y + op->path.steps[i].y;
    return top == INT32_MAX ? op->y : top;
}

void pdf_places_find(struct pdf_document *document)
{
    const struct pages *pages = document->pages;
    document->places = ARENA_ARRAY(document->arena, struct pdf_place, pages->element_count);
    for (size_t i = 0; i < pages->element_count; i++)
        document->places[i].page = -1;
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->items[p].op_count; i++) {
            const struct op *op = &pages->items[p].ops[i];
            for (element_id id = op->element; id >= 0 && document->places[id].page < 0;
                 id = pages->elements[id].parent)
                document->places[id] = (struct pdf_place){(int32_t)p, top_of(op)};
        }
}

void pdf_destination_put(const struct pdf_document *document, struct object *object, int32_t page,
                         milli top)
{
    object_open_array(object, "Dest");
    object_add(object, document->page_objects[page]);
    object_add_name(object, "XYZ");
    object_add_number(object, 0);
    object_add_milli(object, document->pages->height - top);
    object_add_number(object, 0); /* the zoom stays as it is */
    object_close_array(object);
}
