/* Tables by their meaning: rows of cells that say what each is, not where it stands. */
#ifndef COUNCILBRIEF_DOC_TABLE_H
#define COUNCILBRIEF_DOC_TABLE_H

#include "base/arena.h"
#include "data/bind/framework.h"
#include "diag/source.h"

struct inline_node;

enum cell_align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };

/* The shape of a mark, so that colour is never the only carrier. */
enum mark_shape {
    MARK_NONE,
    MARK_STAR,     /* best */
    MARK_DISC,     /* good */
    MARK_TRIANGLE, /* weak */
    MARK_SQUARE,   /* worst: a square on its point */
    MARK_RING,     /* neutral */
    MARK_UP,
    MARK_DOWN,
    MARK_LEVEL
};

enum mark_shape tone_shape(enum grade_tone tone);

struct cell {
    const struct inline_node *inlines;
    const struct inline_node *below; /* in small letters below it; NULL: nothing */
    enum grade_tone tone;            /* fills the cell; TONE_NONE: none */
    bool quiet;                      /* its tone colours the mark alone */
    enum mark_shape shape;           /* drawn before the text */
    bool open;                       /* as an outline: on another scale, or of a part alone */
    bool header;                     /* in a header row of its column, else of its row */
    bool strong, muted;
    bool joint;      /* a tall cell holds one judgement for its rows together, not one for each */
    int indent;      /* steps to the right: a part of what a row above names */
    bool large;      /* what is seen first */
    bool heads_rows; /* a header of the rows below, up to the next one like it */
    bool bar;        /* below its text, as wide as the cell; the text says it too */
    int share;       /* of the bar that is filled, in thousandths */
    int column_span, row_span; /* 0 and 1: one; a tall cell stays in the head or in the body */
};

struct column {
    enum cell_align align;
    int weight;   /* share of what is left over; 0: as narrow as its content allows */
    int narrow;   /* the same where spare columns are left out; 0: no other */
    bool tabular; /* figures of one width */
    bool spare;   /* left out where lines are short; `instead` of the table tells what it held */
};

/* Where a cell is seen: a wide or tall one covers places of its own. */
struct table_place {
    size_t owner;         /* index of the cell that is seen here */
    size_t columns, rows; /* of an owner: how many it takes */
};

/* The header cells that a cell belongs to, by index. */
struct cell_headers {
    const size_t *cells;
    size_t count;
};

struct table {
    const struct inline_node *caption; /* NULL: none */
    const struct column *columns;
    size_t column_count;
    /* Rows times columns; those that a wide or tall cell covers are not seen. */
    const struct cell *cells;
    size_t row_count;
    size_t header_rows; /* repeated on each page as an artifact */
    size_t total_rows;  /* the last rows, which sum up: a rule stands above them */
    bool plain;         /* no bands or rules: for pairs of term and value */
    bool pairs;         /* two terms in a row, each before its value; the weights are the widths of
                           columns. Where lines are short, each pair has a row. */
    bool grades;        /* grades by row and column: cells stand in the middle of their rows, heads
                           are bold only where strong, and no page ends within it */
    bool axis; /* the weights are the columns' widths, of 1,700 for all; the second one begins where
                  the text of the main column does, if the page has one */
    const struct inline_node *instead; /* told below it where spare columns are left out */
    bool panel; /* tinted cells apart from each other, without rules: to be seen first */
    struct span origin;
    /* Set by table_settle, for each cell. In a table with one header row and no wide or tall cells
       `headers` is NULL: what each header heads is plain. */
    const struct table_place *places;
    const struct cell_headers *headers;
};

/* What a cell is a header of. */
enum heading_of { HEADS_NOTHING, HEADS_COLUMN, HEADS_ROW };

enum heading_of table_heading_of(const struct table *table, size_t cell);
/* Finds out where cells are seen, and which headers each has. */
void table_settle(struct arena *arena, struct table *table);

/* A few answers that are taken in at one glance: what each is about, a value that is seen first,
   and what stands behind it. Whoever sets them puts them side by side, or one below the other. */
struct panel_item {
    const struct inline_node *term, *value, *details;
    enum grade_tone tone;
    enum mark_shape shape;
    int weight; /* share of the width, side by side */
};

struct panel {
    const struct inline_node *caption;
    const struct inline_node *terms_head, *answers_head; /* of the columns of a list of them */
    const struct panel_item *items;
    size_t count;
    struct span origin;
};

#endif
