/* The document tree: blocks that hold blocks or inlines, all with the place they came from. */
#ifndef COUNCILBRIEF_DOC_BLOCK_H
#define COUNCILBRIEF_DOC_BLOCK_H

#include "base/url.h"
#include "data/bind/record.h"

#include <stdio.h>

struct briefing;

enum inline_kind {
    INLINE_TEXT,     /* text */
    INLINE_EMPHASIS, /* children */
    INLINE_STRONG,   /* children */
    INLINE_CODE,     /* text */
    INLINE_LINK,     /* children, url, title */
    INLINE_BREAK,    /* a forced line break */
    INLINE_CITE,     /* text "[2]", cite: the sources it leads to */
    INLINE_LANGUAGE  /* children in another language than the document's */
};

struct inline_node {
    enum inline_kind kind;
    struct str text;
    struct str url, title;
    struct str language; /* "cy" */
    struct refs cite;
    struct span origin; /* for a value: the YAML it came from */
    struct inline_node *children, *next;
};

enum block_kind {
    BLOCK_DOCUMENT,
    BLOCK_HEADING,   /* level, inlines */
    BLOCK_PARAGRAPH, /* inlines */
    BLOCK_LIST,      /* children are items; ordered, start */
    BLOCK_ITEM,      /* children */
    BLOCK_QUOTE,     /* children */
    BLOCK_TABLE,     /* children are rows; columns; `caption` absent: Markdown tables have none */
    BLOCK_ROW,       /* children are cells; header */
    BLOCK_CELL,      /* inlines; header, align */
    BLOCK_RULE,
    BLOCK_COMPONENT /* component, options */
};

enum cell_align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };

struct component;

struct block {
    enum block_kind kind;
    int level; /* of a heading: 1 to 6 */
    bool ordered, tight, header;
    int64_t start; /* number of an ordered list's first item, and of each of its items */
    enum cell_align align;
    size_t columns;
    struct inline_node *inlines;
    struct block *children, *last_child, *next, *parent;
    const struct component *component;
    const void *options; /* bound by the component's table */
    struct span origin;
};

/* Adds a new child at the end of `parent` (NULL: a root). */
struct block *block_add(struct arena *arena, struct block *parent, enum block_kind kind,
                        struct span origin);

/* All text below a list of inlines, citations left out and white space made single spaces: for
   bookmarks and alternative text. */
struct str inlines_text(struct arena *arena, const struct inline_node *inlines);

/* ---- inlines for components ---- */

/* Text of a value: its line breaks and tabs become spaces. */
struct inline_node *inline_text(struct arena *arena, struct str text, struct span origin);
struct inline_node *inline_strong(struct arena *arena, struct inline_node *children);
/* `text` as a link to an address that url_is_allowed accepts. */
struct inline_node *inline_link(struct arena *arena, struct str text, struct str url,
                                struct span origin);
struct inline_node *inline_break(struct arena *arena);
/* `children` in the language of a code; themselves when the code is absent. `origin`: the code's.
 */
struct inline_node *inline_language(struct arena *arena, struct inline_node *children,
                                    struct str code, struct span origin);
/* "[2]" or "[1, 3]": `cite` holds the sources in the order of the numbers, each once. NULL when
   there are none. */
struct inline_node *inline_cite(struct arena *arena, const struct briefing *briefing,
                                struct refs refs);
/* `tail` behind the last of `head`; either may be NULL. Returns the first. */
struct inline_node *inline_join(struct inline_node *head, struct inline_node *tail);

/* One line a block, indented, with kind, attributes and text: for --dump blocks and tests. */
void block_dump(const struct block *block, FILE *out);

#endif
