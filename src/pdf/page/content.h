/* Pages and their content streams: every operation inside marked content or an artifact. */
#ifndef COUNCILBRIEF_PDF_PAGE_CONTENT_H
#define COUNCILBRIEF_PDF_PAGE_CONTENT_H

#include "layout/display.h"

/* ---- the structure tree in reading order, worked out once from the flat list of elements ---- */

/* Indices sorted into the elements they belong to: those of element e are
   items[first[e]] to items[first[e + 1] - 1], in their old sequence. */
struct pdf_groups {
    uint32_t *items;
    size_t *first; /* one more than there are elements */
};

/* Groups `count` things by owners[i], each the id of one of `element_count` elements. */
struct pdf_groups pdf_group(struct arena *arena, const element_id *owners, size_t count,
                            size_t element_count);

struct pdf_tree {
    struct pdf_groups children; /* ids, in reading order */
    const element_id *preorder; /* every element, parents before children */
};

/* The parents of all elements must have smaller ids than they, as the gate makes sure. */
struct pdf_tree pdf_tree_make(struct arena *arena, const struct pages *pages);

/* Does a child of `parent` come after `from` and before or at `to` in reading order? */
bool pdf_tree_child_between(const struct pdf_tree *tree, const struct pages *pages,
                            element_id parent, uint32_t from, uint32_t to);

#endif
