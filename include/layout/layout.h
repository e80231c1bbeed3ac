/* The layout stage: blocks to pages. */
#ifndef COUNCILBRIEF_LAYOUT_LAYOUT_H
#define COUNCILBRIEF_LAYOUT_LAYOUT_H

#include "doc/composed.h"
#include "layout/display.h"

struct hyphens;

/* What a theme says on top of the first page, and every page repeats, with the place of any part
 * that the fonts may lack. */
struct running_text {
    struct str text;
    struct span origin;
};

struct layout_request {
    const struct theme *theme;
    const struct metrics *metrics;
    const struct hyphens *hyphens; /* NULL: no hyphenation */
    const struct document *document;
    bool refits; /* a first page that does not fit can be filled in again, with less */
    struct str title, author, subject;
    struct running_text first_left, first_right, footer_left; /* their texts may be absent */
    size_t
        pages_before; /* of other documents that this one is to follow; its numbers go on there */
};

/* The pages; NULL after diagnostics E5xx: a character that the fonts lack, more than LIMIT_PAGES.
 */
const struct pages *layout_pages(struct arena *arena, struct diags *diags,
                                 const struct layout_request *request);

/* ---- several documents in one ---- */

/* The same in its two halves: the pages, and what all of them repeat, which says of how many pages
   a page is one. False after diagnostics. NULL without one where `refits` and the first page of a
   paper that says where that ends does not fit on a page however tight its spaces are; else W541. */
struct pages *layout_body(struct arena *arena, struct diags *diags,
                          const struct layout_request *request);
bool layout_furniture(struct arena *arena, struct diags *diags,
                      const struct layout_request *request, struct pages *pages, size_t total);

/* What a whole is called that was joined from several. */
struct joined_names {
    struct str title, author, subject;
};

/* One document of several, each a Part of one structure tree, whose links, bookmarks and header
   cells lead where they did. Each page keeps its own document's fonts; all are of one size, as
   those of all themes are. The documents stay as they are. */
const struct pages *pages_join(struct arena *arena, const struct pages *const *documents,
                               size_t count, const struct joined_names *names);

#endif
