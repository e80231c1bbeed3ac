/* The flow: where blocks and components set their content, top to bottom, before pages are cut.
   These and the drawings of layout/drawing/canvas.h are the layout primitives; components use
   nothing else. */
#ifndef COUNCILBRIEF_LAYOUT_FLOW_FLOW_H
#define COUNCILBRIEF_LAYOUT_FLOW_FLOW_H

#include "doc/block.h"
#include "layout/display.h"

struct briefing;
struct flow;

struct arena *flow_arena(struct flow *flow);
struct diags *flow_diags(struct flow *flow);
const struct theme *flow_theme(struct flow *flow);
milli flow_width(const struct flow *flow); /* of the current column */

/* ---- structure: opened elements hold what is set until they are closed ---- */
element_id flow_open(struct flow *flow, enum tag tag, struct span origin);
struct element *flow_element(struct flow *flow, element_id element); /* until the next flow_open */
void flow_close(struct flow *flow);

/* ---- text ---- */
void flow_heading(struct flow *flow, int level, const struct inline_node *inlines,
                  struct span origin);
void flow_paragraph(struct flow *flow, enum style_role role, const struct inline_node *inlines);
void flow_space(struct flow *flow, milli height); /* vanishes at the top of a page */
void flow_keep(struct flow *flow); /* no page break between what was set and what comes next */
void flow_indent(struct flow *flow, milli left); /* adds to the left edge; negative takes back */

/* ---- lists ---- */
void flow_list_open(struct flow *flow, bool ordered, int64_t start, bool tight);
void flow_item_open(struct flow *flow);
void flow_item_close(struct flow *flow);
void flow_list_close(struct flow *flow);

/* ---- tables ---- */
struct cell {
    const struct inline_node *inlines;
    enum grade_tone tone;  /* fills the cell; TONE_NONE: none */
    enum mark_shape shape; /* drawn before the text */
    bool header;           /* TH; in a header row its scope is the column, else the row */
    bool strong, muted;
    bool large;                /* in the style `lead`, strong: what is seen first */
    bool heads_rows;           /* a header of the rows below, up to the next such: set by layout */
    bool bar;                  /* below its text, as wide as the cell; the text says it too */
    int share;                 /* of the bar that is filled, in thousandths */
    int column_span, row_span; /* 0 and 1: one; a tall cell stays in the head or in the body */
};

struct column {
    enum cell_align align;
    int weight;   /* share of what is left over; 0: as narrow as its content allows */
    bool tabular; /* figures of one width */
};

struct table {
    const struct inline_node *caption; /* NULL: none */
    const struct column *columns;
    size_t column_count;
    const struct cell
        *cells; /* rows times columns; those that a wide or tall cell covers are not seen */
    size_t row_count;
    size_t header_rows; /* repeated on each page as an artifact */
    size_t total_rows;  /* the last rows, which sum up: a rule stands above them */
    bool plain;         /* no bands or rules: for pairs of term and value */
    bool panel;         /* tinted cells apart from each other, without rules: to be seen first */
    struct span origin;
};

/* A table with header rows whose columns have not room enough is stacked: each row becomes a block
   of lines, "header | value". */
void flow_table(struct flow *flow, const struct table *table);

/* ---- pictures ---- */
struct illustration {
    struct str file;   /* in the folder of the specification or template, whichever names it */
    struct span named; /* where that is */
    struct str alt;    /* read aloud in its place */
    const struct inline_node *caption; /* below it; NULL: none */
    int64_t percent; /* of the width of the text; 0: its own size, as far as that fits */
    struct span origin;
};

/* A picture, made smaller where it would be taller than a page. Nothing after a diagnostic. */
void flow_picture(struct flow *flow, const struct illustration *illustration);

/* ---- places in the document ---- */
/* The list of contents down to a heading level, with page numbers and links. */
void flow_contents(struct flow *flow, int depth);
/* Names the place of a source note: citations of that source lead here. */
void flow_source_target(struct flow *flow, struct str source_id, element_id element);

#endif
