/* The layout stage: blocks to pages. */
#ifndef COUNCILBRIEF_LAYOUT_LAYOUT_H
#define COUNCILBRIEF_LAYOUT_LAYOUT_H

#include "doc/block.h"
#include "layout/display.h"
#include "template/template.h"

struct briefing;
struct hyphens;

struct layout_request {
    const struct theme *theme;
    const struct metrics *metrics;
    const struct hyphens *hyphens; /* NULL: no hyphenation */
    const struct briefing *briefing;
    const struct block *document;
    struct str title, author, subject;
    struct rendered_line header_left, header_right, footer_left; /* their texts may be absent */
};

/* The pages; NULL after diagnostics E5xx: a character that the fonts lack, more than LIMIT_PAGES.
 */
const struct pages *layout_pages(struct arena *arena, struct diags *diags,
                                 const struct layout_request *request);

#endif
