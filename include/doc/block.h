/* The document tree: blocks that hold blocks or inlines, all with the place they came from. */
#ifndef COUNCILBRIEF_DOC_BLOCK_H
#define COUNCILBRIEF_DOC_BLOCK_H

#include "base/url.h"
#include "data/bind/record.h"
#include "doc/table.h"

#include <stdio.h>

struct briefing;

enum inline_kind {
    INLINE_TEXT,     /* text */
    INLINE_EMPHASIS, /* children */
    INLINE_STRONG,   /* children */
    INLINE_CODE,     /* text */
    INLINE_LINK,  /* children, url, title; "#wanted": to a place, and its page is printed behind */
    INLINE_BREAK, /* a forced line break */
    INLINE_CITE,  /* text "[2]", cite: the sources it leads to; composed: "(2)", citations */
    INLINE_LANGUAGE, /* children in another language than the document's */
    INLINE_SHORT     /* text, expansion: an abbreviation at its first use */
};

struct block;

/* One source of a citation. */
struct citation {
    size_t number;
    const struct block *source; /* the note it leads to; NULL: the document has none */
    struct str description;     /* "Source 2: Second report" */
};

struct inline_node {
    enum inline_kind kind;
    struct str text;
    struct str url, title;
    struct str language; /* "cy" */
    struct str expansion;
    struct refs cite;
    const struct citation *citations; /* one for each of `cite`; NULL: it leads nowhere */
    bool pinned; /* of a citation: which of several sources says this; it stays where it is */
    struct span origin; /* for a value: the YAML it came from */
    struct inline_node *children, *next;
};

enum block_kind {
    BLOCK_DOCUMENT,
    BLOCK_SECTION,   /* level; children: a heading of level 2 and all that follows it up to the next
                      */
    BLOCK_SIDE,      /* the same of a side head: a label that stands beside its blocks */
    BLOCK_HEADING,   /* level, inlines; title: the paper's own */
    BLOCK_MARK,      /* inlines: what kind of copy it is, such as a draft */
    BLOCK_PARAGRAPH, /* inlines */
    BLOCK_NOTE,      /* inlines, in small letters: on what stands above it, and kept with that */
    BLOCK_LIST,      /* children are items; ordered, start */
    BLOCK_ITEM,      /* children */
    BLOCK_QUOTE,     /* children */
    BLOCK_QUOTATION, /* children: somebody's exact words, and a note on who said them; large */
    BLOCK_TABLE,     /* from Markdown: children are rows, columns; composed: table */
    BLOCK_ROW,       /* children are cells; header */
    BLOCK_CELL,      /* inlines; header, align */
    BLOCK_PANEL,     /* panel */
    BLOCK_FIGURE,    /* illustration */
    BLOCK_CHART,     /* chart */
    BLOCK_CONTENTS,  /* level: down to which headings are listed; composed: contents */
    BLOCK_SOURCE,    /* children: the note on a source, to which citations of `source_id` lead */
    BLOCK_PLACE,     /* source_id: its name; prints nothing, and links may lead to it */
    BLOCK_RULE,
    BLOCK_PAGE_ONE_ENDS, /* the first page ends here */
    BLOCK_ANNEXES,       /* what follows is evidence, and begins a page */
    BLOCK_COMPONENT      /* component, options; composed: children */
};

/* A picture from a file, with its caption below. */
struct illustration {
    struct str file;
    struct span named;     /* where the file is named */
    bool of_specification; /* the file is in the folder of the specification, else the template's */
    struct str alt;        /* read aloud in its place */
    const struct inline_node *caption; /* NULL: none */
    int64_t percent; /* of the width of the text; 0: its own size, as far as that fits */
    struct span origin;
};

struct canvas; /* layout/drawing/drawing.h */

/* Something that is drawn rather than written: the only thing that asks how much room there is. */
struct chart {
    const struct inline_node *caption; /* above it */
    struct str alt;                    /* all of it in words */
    /* Below it, behind what the drawing itself remarks; NULL: none. */
    const struct inline_node *note;
    void (*draw)(struct canvas *canvas, const void *self);
    const void *self;
};

/* The headings that a list of contents names: those behind it, down to its level. */
struct listed_heading {
    const struct block *heading;
    struct str title;
    int depth; /* below the outermost one */
};

struct contents {
    struct listed_heading *entries;
    size_t count;
};

struct component;

struct block {
    enum block_kind kind;
    int level; /* of a heading: 1 to 6 */
    bool ordered, tight, header, title;
    bool large;      /* of a quotation: it stands out; of a paragraph: it is the lead */
    bool cited_only; /* of an item of a list of sources: it stands there only when it is cited */
    bool keeps_next; /* what comes next belongs to it: no page ends between the two */
    bool tinted; /* of a side head: it stands on a panel with its blocks, which are kept together */
    /* Of a heading and a paragraph: what their first inline says; of an item its label. Absent: the
       paper is not numbered. */
    struct str number;
    int64_t start; /* number of an ordered list's first item, and of each of its items */
    enum cell_align align;
    size_t columns;
    struct inline_node *inlines;
    struct block *children, *last_child, *next, *parent;
    const struct component *component;
    const void *options; /* bound by the component's table */
    /* Of a paragraph that tells of all the rest: called when that has its words. NULL, or without
       words: no such paragraph, or nothing to tell. */
    struct inline_node *(*tell)(struct arena *arena, const struct briefing *briefing,
                                const void *options);
    struct str source_id;          /* of a note on a source, or a place */
    size_t cited;                  /* of the same: how many citations lead to it, at most */
    union {                        /* as the kind says */
        const struct table *table; /* NULL as Markdown has it */
        const struct panel *panel;
        const struct illustration *illustration;
        const struct chart *chart;
        const struct contents *contents; /* NULL as it was read */
    };
    struct span origin;
};

/* Adds a new child at the end of `parent` (NULL: a root). */
struct block *block_add(struct arena *arena, struct block *parent, enum block_kind kind,
                        struct span origin);

/* All text below a list of inlines, citations left out and white space made single spaces: for
   bookmarks and alternative text. */
struct str inlines_text(struct arena *arena, const struct inline_node *inlines);
bool inlines_are_blank(const struct inline_node *inlines);

/* Opened by a heading: a section, or what a side head stands beside. */
bool block_is_section(const struct block *block);
/* Where the first page ends, or the evidence begins. */
bool block_parts_paper(const struct block *block);

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
