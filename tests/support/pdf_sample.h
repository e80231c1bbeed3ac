/* A small document made by hand, with real glyphs of Lato, for the tests of the PDF room. */
#ifndef COUNCILBRIEF_TESTS_SUPPORT_PDF_SAMPLE_H
#define COUNCILBRIEF_TESTS_SUPPORT_PDF_SAMPLE_H

#include "layout/display.h"

enum { SAMPLE_PAGE_WIDTH = 595276, SAMPLE_PAGE_HEIGHT = 841890 };

/* Pages that grow; `pages` views what was added so far. */
struct sample {
    struct arena *arena;
    struct pages pages;
    struct fonts fonts;
    LIST(struct page) page_list;
    LIST(struct element) elements;
    LIST(struct bookmark) bookmarks;
    size_t *op_room, *link_room; /* by page */
    uint32_t order;
    milli y; /* of the next line */
};

/* An empty document with a title, a language and the element Document. Ends the test when the font
   is not installed. */
struct sample *sample_new(struct arena *arena);

void sample_page(struct sample *sample);
element_id sample_element(struct sample *sample, enum tag tag, element_id parent);

/* A line of text below the last one, and one somewhere else; without kerning. */
struct op *sample_line(struct sample *sample, element_id element, const char *text);
struct op *sample_text(struct sample *sample, element_id element, milli x, milli y,
                       const char *text);
struct op *sample_op(struct sample *sample, struct op op);
struct link *sample_link(struct sample *sample, element_id element, struct rect area);

/* Title, header, footer, paragraph over two pages, list, table, links, figure, note,
   bookmarks, a citation, a list of contents. */
struct sample *sample_full(struct arena *arena);

#endif
