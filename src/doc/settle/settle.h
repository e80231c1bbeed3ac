/* The words of a composed document. Private to the doc room. */
#ifndef COUNCILBRIEF_DOC_SETTLE_SETTLE_H
#define COUNCILBRIEF_DOC_SETTLE_SETTLE_H

#include "base/list.h"
#include "doc/block.h"

/* Works in place, because the blocks are the document's own. Inlines, tables and whatever else a
   block points at are copied. */
void document_settle(struct arena *arena, struct block *document, const struct briefing *briefing);

/* ---- marks.c: what is new or corrected since the issue before, told beside the values ---- */

struct difference;

/* Values that come from one place: a field, or any of a whole record. */
struct marked {
    const struct difference *difference; /* told once in a block, wherever its values come from */
    struct span at;
    const char *word; /* "new" */
    bool whole;       /* anything in it */
};

struct marks {
    LIST(struct marked) list;
    LIST(const struct difference *) told; /* in this block; those before `kept` in all of a table */
    size_t kept;
};

/* Of what a briefing says of the issue before; none where nobody asked. */
struct marks marks_of(struct arena *arena, const struct briefing *briefing);

/* A block begins, or a row of a table; it keeps what the rows of heads told, or not even that. */
void marks_begin_block(struct marks *marks);
void marks_begin_row(struct marks *marks);
/* The rows of heads are over: what they told holds for the whole table. */
void marks_keep_heads(struct marks *marks);

/* " (new)", behind no-break space, where that is to be said behind a text; absent: nothing is. */
struct str mark_behind(struct arena *arena, struct marks *marks, const struct inline_node *text);

#endif
