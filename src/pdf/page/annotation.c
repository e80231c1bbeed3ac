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

static void put_address(struct pdf_document *document, struct object *annotation,
                        const struct link *link)
{
    object_open_dict(annotation, "A");
    object_put_name(annotation, "Type", "Action");
    object_put_name(annotation, "S", "URI");
    object_put_bytes(annotation, "URI", uri(document->arena, link->url));
    object_close_dict(annotation);
}

/* A link that is read as other words than its own is described by these alone: PDF/UA-2 wants one
   description, and readers pass on the element's. */
static struct str described(const struct pdf_document *document, const struct link *link)
{
    struct str alt = document->pages->elements[link->element].alt;
    return alt.len ? alt : link->description;
}

static struct object *annotation_make(struct pdf_document *document, const struct link *link,
                                      int32_t key)
{
    const struct rect *area = &link->area;
    milli height = document->pages->height;
    struct object *annotation = objects_dict(&document->objects);
    object_put_name(annotation, "Type", "Annot");
    object_put_name(annotation, "Subtype", "Link");
    object_put_rect(annotation, "Rect", area->x, height - area->y - area->height,
                    area->x + area->width, height - area->y);
    object_open_array(annotation, "Border");
    for (int i = 0; i < 3; i++)
        object_add_number(annotation, 0);
    object_close_array(annotation);
    object_put_number(annotation, "F", ANNOTATION_PRINT);
    object_put_text(annotation, "Contents", described(document, link));
    object_put_number(annotation, "StructParent", key);
    if (link->destination < 0)
        put_address(document, annotation, link);
    return annotation;
}

int32_t pdf_link_key(const struct pdf_document *document, size_t link)
{
    return (int32_t)(document->pages->count + link);
}

static void page_links(struct pdf_document *document, size_t page)
{
    const struct page *source = &document->pages->items[page];
    if (source->link_count == 0)
        return;
    struct object *object = document->page_objects[page];
    object_open_array(object, "Annots");
    for (size_t i = 0; i < source->link_count; i++) {
        size_t number = document->link_count++;
        struct object *annotation =
            annotation_make(document, &source->links[i], pdf_link_key(document, number));
        object_add(object, annotation);
        document->annotations[number] = annotation;
        document->link_elements[number] = source->links[i].element;
        document->link_pages[number] = (int32_t)page;
    }
    object_close_array(object);
}

void pdf_annotations_make(struct pdf_document *document)
{
    size_t count = 0;
    for (size_t i = 0; i < document->pages->count; i++)
        count += document->pages->items[i].link_count;
    document->annotations = ARENA_ARRAY(document->arena, struct object *, count);
    document->link_elements = ARENA_ARRAY(document->arena, element_id, count);
    document->link_pages = ARENA_ARRAY(document->arena, int32_t, count);
    for (size_t i = 0; i < document->pages->count; i++)
        page_links(document, i);
}

/* Once there are elements to lead to. */
void pdf_links_lead(struct pdf_document *document)
{
    size_t number = 0;
    for (size_t page = 0; page < document->pages->count; page++) {
        const struct page *source = &document->pages->items[page];
        for (size_t i = 0; i < source->link_count; i++, number++) {
            element_id destination = source->links[i].destination;
            if (destination >= 0)
                pdf_jump_put(document, document->annotations[number], destination,
                             document->places[destination]);
        }
    }
}
