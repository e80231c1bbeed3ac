/* Links: annotations over the text of their Link elements. */
#include "pdf/document.h"

enum { ANNOTATION_PRINT = 4 }; /* flag F: shown and printed, as PDF/A asks */

/* Addresses in PDF are ASCII: everything else is percent-encoded, byte by byte. */
static struct str uri(struct arena *arena, struct str url)
{
    struct str trimmed = str_trim(url);
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < trimmed.len; i++) {
        unsigned byte = (unsigned char)trimmed.at[i];
        if (byte > ' ' && byte < 0x7F)
            buf_byte(&out, trimmed.at[i]);
        else
            buf_addf(&out, "%%%02X", byte);
    }
    return buf_str(&out);
}

static void put_target(struct pdf_document *document, HPDF_Dict annotation, const struct link *link)
{
    struct objects *objects = &document->objects;
    if (link->destination >= 0) {
        const struct pdf_place *place = &document->places[link->destination];
        object_put(objects, annotation, "Dest", pdf_destination(document, place->page, place->top));
        return;
    }
    HPDF_Dict action = object_dict(objects);
    object_put_name(objects, action, "Type", "Action");
    object_put_name(objects, action, "S", "URI");
    object_put_bytes(objects, action, "URI", uri(document->arena, link->url));
    object_put(objects, annotation, "A", action);
}

static HPDF_Array no_border(struct objects *objects)
{
    HPDF_Array border = object_array(objects);
    for (int i = 0; i < 3; i++)
        object_add_number(objects, border, 0);
    return border;
}

static HPDF_Dict annotation_make(struct pdf_document *document, const struct link *link,
                                 int32_t key)
{
    struct objects *objects = &document->objects;
    const struct rect *area = &link->area;
    milli height = document->pages->height;
    HPDF_Dict annotation = object_indirect_dict(objects);
    object_put_name(objects, annotation, "Type", "Annot");
    object_put_name(objects, annotation, "Subtype", "Link");
    object_put(objects, annotation, "Rect",
               object_rect(objects, area->x, height - area->y - area->height, area->x + area->width,
                           height - area->y));
    object_put(objects, annotation, "Border", no_border(objects));
    object_put_number(objects, annotation, "F", ANNOTATION_PRINT);
    object_put_text(objects, annotation, "Contents", link->description);
    object_put_number(objects, annotation, "StructParent", key);
    put_target(document, annotation, link);
    return annotation;
}

int32_t pdf_link_key(const struct pdf_document *document, size_t link)
{
    return (int32_t)(document->pages->count + link);
}

static void page_links(struct pdf_document *document, size_t page)
{
    struct objects *objects = &document->objects;
    const struct page *source = &document->pages->items[page];
    if (source->link_count == 0)
        return;
    HPDF_Array annotations = object_array(objects);
    object_put(objects, document->page_objects[page], "Annots", annotations);
    for (size_t i = 0; i < source->link_count; i++) {
        size_t number = document->link_count++;
        HPDF_Dict annotation =
            annotation_make(document, &source->links[i], pdf_link_key(document, number));
        object_add(objects, annotations, annotation);
        document->annotations[number] = annotation;
        document->link_elements[number] = source->links[i].element;
        document->link_pages[number] = (int32_t)page;
    }
}

void pdf_annotations_make(struct pdf_document *document)
{
    size_t count = 0;
    for (size_t i = 0; i < document->pages->count; i++)
        count += document->pages->items[i].link_count;
    document->annotations = ARENA_ARRAY(document->arena, HPDF_Dict, count);
    document->link_elements = ARENA_ARRAY(document->arena, element_id, count);
    document->link_pages = ARENA_ARRAY(document->arena, int32_t, count);
    for (size_t i = 0; i < document->pages->count; i++)
        page_links(document, i);
}
