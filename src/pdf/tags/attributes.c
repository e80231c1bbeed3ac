/* What an element says of itself beyond its type: texts, scope, spans, numbering, box. */
#include "pdf/document.h"

static void open_attributes(struct object *object, const char *owner)
{
    object_open_dict(object, "A");
    object_put_name(object, "O", owner);
}

static void put_list(struct object *object, const struct element *list)
{
    if (list->numbering == NUMBERING_NONE)
        return;
    open_attributes(object, "List");
    object_put_name(object, "ListNumbering",
                    list->numbering == NUMBERING_DISC ? "Disc" : "Decimal");
    object_close_dict(object);
}

struct str pdf_element_name(struct arena *arena, const struct pages *pages, element_id id)
{
    enum { DIGITS = 10 }; /* so that names sort as elements do */
    bool note = pages->elements[id].tag == TAG_NOTE;
    if (!note && !pages->elements[id].named)
        return STR_NONE;
    return str_format(arena, "%s-%0*d", note ? "note" : "cell", DIGITS, (int)id);
}

static void put_headers(struct pdf_document *document, struct object *object,
                        const struct element *cell)
{
    object_open_array(object, "Headers");
    for (size_t i = 0; i < cell->header_count; i++)
        object_add_bytes(object,
                         pdf_element_name(document->arena, document->pages, cell->headers[i]));
    object_close_array(object);
}

static void put_cell(struct pdf_document *document, struct object *object,
                     const struct element *cell)
{
    static const char *const scopes[] = {
        [SCOPE_COLUMN] = "Column", [SCOPE_ROW] = "Row", [SCOPE_BOTH] = "Both"};
    bool is_header = cell->tag == TAG_TH;
    if (!is_header && cell->column_span <= 1 && cell->row_span <= 1 && !cell->header_count)
        return;
    open_attributes(object, "Table");
    if (is_header)
        object_put_name(object, "Scope", scopes[cell->scope]);
    if (cell->column_span > 1)
        object_put_number(object, "ColSpan", cell->column_span);
    if (cell->row_span > 1)
        object_put_number(object, "RowSpan", cell->row_span);
    if (cell->header_count)
        put_headers(document, object, cell);
    object_close_dict(object);
}

static void put_figure(struct pdf_document *document, struct object *object,
                       const struct element *figure)
{
    const struct rect *box = &figure->box;
    milli height = document->pages->height;
    open_attributes(object, "Layout");
    object_put_name(object, "Placement", "Block");
    if (box->width > 0 && box->height > 0)
        object_put_rect(object, "BBox", box->x, height - box->y - box->height, box->x + box->width,
                        height - box->y);
    object_close_dict(object);
}

static void put_texts(struct object *object, const struct element *element)
{
    if (element->language.len)
        object_put_bytes(object, "Lang", element->language);
    if (element->alt.at)
        object_put_text(object, "Alt", element->alt);
    if (element->actual.at)
        object_put_text(object, "ActualText", element->actual);
    if (element->expansion.at)
        object_put_text(object, "E", element->expansion);
    if (element->tag <= TAG_H6 && element->tag >= TAG_H1 && element->title.len)
        object_put_text(object, "T", element->title);
}

void pdf_attributes_put(struct pdf_document *document, struct object *object,
                        const struct element *element)
{
    put_texts(object, element);
    switch (element->tag) {
    case TAG_L: put_list(object, element); break;
    case TAG_TH:
    case TAG_TD: put_cell(document, object, element); break;
    case TAG_FIGURE: put_figure(document, object, element); break;
    default: break;
    }
}
