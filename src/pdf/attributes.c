/* What an element says of itself beyond its type: texts, scope, spans, numbering, box. */
#include "pdf/document.h"

static HPDF_Dict attributes(struct objects *objects, HPDF_Dict element, const char *owner)
{
    HPDF_Dict attributes = object_dict(objects);
    object_put_name(objects, attributes, "O", owner);
    object_put(objects, element, "A", attributes);
    return attributes;
}

static void put_list(struct objects *objects, HPDF_Dict object, const struct element *list)
{
    if (list->numbering == NUMBERING_NONE)
        return;
    object_put_name(objects, attributes(objects, object, "List"), "ListNumbering",
                    list->numbering == NUMBERING_DISC ? "Disc" : "Decimal");
}

struct str pdf_element_name(struct arena *arena, const struct pages *pages, element_id id)
{
    enum { DIGITS = 10 }; /* so that names sort as elements do */
    bool note = pages->elements[id].tag == TAG_NOTE;
    if (!note && !pages->elements[id].named)
        return STR_NONE;
    return str_format(arena, "%s-%0*d", note ? "note" : "cell", DIGITS, (int)id);
}

static HPDF_Array headers(struct pdf_document *document, const struct element *cell)
{
    HPDF_Array names = object_array(&document->objects);
    for (size_t i = 0; i < cell->header_count; i++)
        object_add_bytes(&document->objects, names,
                         pdf_element_name(document->arena, document->pages, cell->headers[i]));
    return names;
}

static void put_cell(struct pdf_document *document, HPDF_Dict object, const struct element *cell)
{
    struct objects *objects = &document->objects;
    static const char *const scopes[] = {
        [SCOPE_COLUMN] = "Column", [SCOPE_ROW] = "Row", [SCOPE_BOTH] = "Both"};
    bool is_header = cell->tag == TAG_TH;
    if (!is_header && cell->column_span <= 1 && cell->row_span <= 1 && !cell->header_count)
        return;
    HPDF_Dict table = attributes(objects, object, "Table");
    if (is_header)
        object_put_name(objects, table, "Scope", scopes[cell->scope]);
    if (cell->column_span > 1)
        object_put_number(objects, table, "ColSpan", cell->column_span);
    if (cell->row_span > 1)
        object_put_number(objects, table, "RowSpan", cell->row_span);
    if (cell->header_count)
        object_put(objects, table, "Headers", headers(document, cell));
}

static void put_figure(struct pdf_document *document, HPDF_Dict object,
                       const struct element *figure)
{
    struct objects *objects = &document->objects;
    const struct rect *box = &figure->box;
    milli height = document->pages->height;
    HPDF_Dict layout = attributes(objects, object, "Layout");
    object_put_name(objects, layout, "Placement", "Block");
    if (box->width > 0 && box->height > 0)
        object_put(objects, layout, "BBox",
                   object_rect(objects, box->x, height - box->y - box->height, box->x + box->width,
                               height - box->y));
}

static void put_texts(struct objects *objects, HPDF_Dict object, const struct element *element)
{
    if (element->language.len)
        object_put_bytes(objects, object, "Lang", element->language);
    if (element->alt.at)
        object_put_text(objects, object, "Alt", element->alt);
    if (element->actual.at)
        object_put_text(objects, object, "ActualText", element->actual);
    if (element->expansion.at)
        object_put_text(objects, object, "E", element->expansion);
    if (element->tag <= TAG_H6 && element->tag >= TAG_H1 && element->title.len)
        object_put_text(objects, object, "T", element->title);
}

void pdf_attributes_put(struct pdf_document *document, HPDF_Dict object,
                        const struct element *element)
{
    put_texts(&document->objects, object, element);
    switch (element->tag) {
    case TAG_L: put_list(&document->objects, object, element); break;
    case TAG_TH:
    case TAG_TD: put_cell(document, object, element); break;
    case TAG_FIGURE: put_figure(document, object, element); break;
    default: break;
    }
}
