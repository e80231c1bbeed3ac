/* Paragraphs: styled text to lines of positioned glyphs. */
#ifndef COUNCILBRIEF_LAYOUT_PARAGRAPH_PARAGRAPH_H
#define COUNCILBRIEF_LAYOUT_PARAGRAPH_PARAGRAPH_H

#include "layout/display.h"

struct hyphens; /* layout/paragraph/hyphen.h; NULL: no hyphenation */

/* A stretch of text of one look, element and link. */
struct run {
    struct str text; /* spaces as in Markdown: runs of white space count as one */
    enum face face;
    milli size;
    milli rise; /* upwards, for raised marks */
    struct colour colour;
    element_id element;
    int32_t link;       /* index chosen by the caller; -1: none */
    unsigned features;  /* SHAPE_... */
    bool forced_break;  /* break the line after this run */
    struct span origin; /* for messages about its characters */
};

struct paragraph {
    const struct run *runs;
    size_t count;
    milli width;        /* of every line */
    milli first_indent; /* of the first line, may be negative */
    milli leading;
    size_t most; /* characters a line, as far as words allow; 0: as many as it holds */
    enum cell_side { SIDE_LEFT, SIDE_CENTRE, SIDE_RIGHT } side;
    bool hyphenate;
    bool even; /* let the spaces of a line out a little, to bring its end nearer to the edge */
};

/* A part of a line with one look: becomes one OP_TEXT. */
struct piece {
    milli x; /* from the left edge of the paragraph, like line.x */
    size_t run;
    struct glyphs glyphs;
    struct str text;
    milli width;      /* of what is seen: glyphs.width less the space at the line's end */
    bool soft_hyphen; /* a hyphen that was added; its text is U+00AD */
};

struct line {
    const struct piece *pieces;
    size_t count;
    milli x, width; /* of what is seen: trailing space left out */
    bool overfull;  /* wider than the paragraph: a word that could not be broken */
};

struct lines {
    const struct line *items;
    size_t count;
    milli widest;
};

/* Total-fit breaking for text that is not justified. A word wider than the line breaks between any
   two characters if it must; a single character that is wider stands out and its line is marked
   overfull. Text without a character gives no lines; two forced breaks in a row an empty one.
   U+00AD is where a hyphen may be added, U+200B where a line may end; neither has a glyph. */
struct lines paragraph_break(struct arena *arena, const struct metrics *metrics,
                             const struct hyphens *hyphens, const struct paragraph *paragraph);

/* Width of the paragraph on one line, and of its widest part that does not break without adding a
   hyphen of ours: for table columns. Neither counts first_indent. */
struct paragraph_widths {
    milli natural, least;
};

/* The same in two steps, for text that is measured and then broken: it is joined and shaped once.
   What is begun lives in `scratch`, and its lines in `arena`. */
struct breaking;
struct breaking *paragraph_begin(struct arena *arena, struct arena *scratch,
                                 const struct metrics *metrics, const struct paragraph *paragraph);
struct paragraph_widths paragraph_widths_of(const struct breaking *begun);
/* Once; `paragraph` has the same runs, and a width of its own. */
struct lines paragraph_finish(struct breaking *begun, const struct hyphens *hyphens,
                              const struct paragraph *paragraph);

#endif
