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

static void put_cell(struct objects *objects, HPDF_Dict object, const struct element *cell)
{
    static const char *const scopes[] = {
        [SCOPE_COLUMN] = "Column", [SCOPE_ROW] = "Row", [SCOPE_BOTH] = "Both"};
    bool is_header = cell->tag == TAG_TH;
    if (!is_header && cell->column_span <= 1 && cell->row_span <= 1)
        return;
    HPDF_Dict table = attributes(objects, object, "Table");
    if (is_header)
        object_put_name(objects, table, "Scope", scopes[cell->scope]);
    if (cell->column_span > 1)
        object_put_number(objects, table, "ColSpan", cell->column_span);
    if (cell->row_span > 1)
        object_put_number(objects, table, "RowSpan", cell->row_span);
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
    case TAG_TD: put_cell(&document->objects, object, element); break;
    case TAG_FIGURE: put_figure(document, object, element); break;
    default: break;
    }
}
