/* The galley: one long column of strips, before it is cut into pages. Private to the layout room.
 */
#ifndef COUNCILBRIEF_LAYOUT_FLOW_GALLEY_H
#define COUNCILBRIEF_LAYOUT_FLOW_GALLEY_H

#include "base/list.h"
#include "layout/display.h"

/* How welcome a page break is. Even a forbidden one is taken if there is no other way, so that no
   content is lost. */
enum page_break {
    BREAK_FREE,
    BREAK_INSIDE,   /* between lines of a paragraph or items of a list */
    BREAK_SPLIT,    /* between lines of a row of a table */
    BREAK_POOR,     /* would leave a single row or entry alone */
    BREAK_APART,    /* would part a long block of one side head */
    BREAK_FORBIDDEN /* would part what belongs together */
};

/* Where a stretch of text that leads somewhere stands. */
struct link_area {
    int32_t link; /* index of the flow's link targets */
    struct rect area;
};

struct op_list {
    struct op *items;
    size_t count, capacity;
};

struct area_list {
    struct link_area *items;
    size_t count, capacity;
};

/* Coordinates count from the left edge of the text and the top of the strip. The steps of a path
   count from the op's own x and y. */
struct content {
    struct op_list ops;
    struct area_list areas;
};

/* A line of text, a row of a table, a drawing: what a page break does not cut. */
struct strip {
    enum page_break before;
    bool begins;  /* a page, whatever room the one before has left */
    bool joined;  /* more of the row above it: the two are painted together */
    milli space;  /* above it; vanishes at the top of a page */
    milli height; /* more than 0 */
    struct content content;
    int32_t header;    /* of the galley's: repeated above it at the top of a page; -1: none */
    int32_t heading;   /* which heading begins here; -1: none */
    int32_t cited_on;  /* of which source it tells the pages, by place in the flow; -1: of none */
    int32_t entry;     /* which line of contents ends here and takes a page number; -1: none */
    element_id figure; /* whose box this strip is; -1: none */
};

/* Header rows of a table, as artifacts. */
struct repeated {
    struct op_list ops;
    milli height;
};

struct galley {
    struct strip_list {
        struct strip *items;
        size_t count, capacity;
    } strips;
    struct repeated_list {
        struct repeated *items;
        size_t count, capacity;
    } headers;
};

/* Which strip each page begins with. There is always one page. */
struct cuts {
    size_t *starts;
    size_t count;
    size_t trials; /* pages tried: how much work it was */
};

/* Cuts the galley into pages of a height, with the least cost of pages, bad breaks, holes at their
   feet and a last page that is hardly begun. A strip that begins a page ends a part of the paper,
   each of which is cut as a document is. A strip taller than a page gets one of its own. Time is
   linear in the strips. */
struct cuts cut_pages(struct arena *arena, const struct galley *galley, milli page_height);

/* The strip behind a page's last. */
static inline size_t cut_end(const struct cuts *cuts, size_t page, const struct galley *galley)
{
    return page + 1 < cuts->count ? cuts->starts[page + 1] : galley->strips.count;
}

#endif
