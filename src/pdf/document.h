/* What the steps of making one PDF share: what came in, and what earlier steps made. */
#ifndef COUNCILBRIEF_PDF_DOCUMENT_H
#define COUNCILBRIEF_PDF_DOCUMENT_H

#include "pdf/file/objects.h"
#include "pdf/font/font.h"
#include "pdf/page/content.h"
#include "pdf/page/paint.h"
#include "pdf/pdf.h"

/* A stretch of marked content: what ties a piece of a page to its element. */
struct pdf_mark {
    element_id element;
    int32_t page, mcid;
    uint32_t order;
};

/* Where an element begins to be seen. */
struct pdf_place {
    int32_t page; /* -1: nowhere */
    milli top;
};

struct pdf_document {
    struct arena *arena;
    struct diags *diags;
    const struct pages *pages;
    int64_t created;
    struct pdf_cache *cache;
    struct pdf_tree tree;
    struct objects objects;
    struct pdf_fonts fonts;
    struct pdf_pictures pictures;
    struct object **page_objects; /* by page */
    struct object *resources;     /* of all pages */
    struct object **elements;     /* by element: its StructElem */
    struct pdf_place *places;     /* by element */
    struct object **annotations;  /* by link, pages in sequence */
    element_id *link_elements;    /* the same */
    int32_t *link_pages;          /* the same */
    size_t link_count;
    LIST(struct pdf_mark) marks; /* by page, then by mcid */
};

/* The steps, in the order in which they must be called. */

/* Pages with their content: fills page_objects, resources and marks. */
void pdf_pages_make(struct pdf_document *document);

/* Where each element begins: fills places. */
void pdf_places_find(struct pdf_document *document);

/* Link annotations, on their pages: fills annotations, link_elements and link_pages. */
void pdf_annotations_make(struct pdf_document *document);

/* Texts and attributes of one element (part of the next step). */
void pdf_attributes_put(struct pdf_document *document, struct object *object,
                        const struct element *element);

/* The name by which others find an element: a note's, or that of a header that cells name; absent
   for all others. All of one kind sort as their elements do. */
struct str pdf_element_name(struct arena *arena, const struct pages *pages, element_id id);

/* The structure tree with its parent tree: fills elements. False after E608. */
bool pdf_structure_make(struct pdf_document *document);

/* What links inside the document lead to. */
void pdf_links_lead(struct pdf_document *document);

/* The Ref of elements that refer to others. */
void pdf_references_make(struct pdf_document *document);

/* Bookmarks, if there are any. */
void pdf_outline_make(struct pdf_document *document);

/* Title, dates, language, XMP, colour profile: what is said of the document as a whole. */
void pdf_metadata_make(struct pdf_document *document);

/* Fonts and pictures, as resources of all pages. */
void pdf_resources_make(struct pdf_document *document);

/* The action of an object that jumps to an element, which begins at a place on a page. */
void pdf_jump_put(const struct pdf_document *document, struct object *object, element_id element,
                  struct pdf_place place);

/* The StructParent key of a link's annotation: keys of pages come first. */
int32_t pdf_link_key(const struct pdf_document *document, size_t link);

#endif
