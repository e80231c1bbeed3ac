/* The inside of a table that is being set. Private to table.c and its parts. */
#ifndef COUNCILBRIEF_LAYOUT_TABLE_SET_TABLE_H
#define COUNCILBRIEF_LAYOUT_TABLE_SET_TABLE_H

#include "layout/flow/flow.h"

/* A cell with its element and its text; `cell` is NULL where a wide or tall cell covers the place.
 */
struct set_cell {
    const struct cell *cell;
    struct set_cell *owner; /* the cell that is seen here: itself, or a wide or tall one */
    size_t row, column;     /* where it begins */
    size_t columns, rows;   /* how many it takes */
    enum heading_of heading_of;
    element_id element;
    struct look look;
    milli own_leading;
    struct run_list runs;
    bool parted;            /* its text has forced breaks */
    struct breaking *begun; /* measured, not yet broken */
    struct lines lines;
    struct run_list below_runs; /* what stands in small letters below them */
    struct lines below;
    milli mark;        /* size of its mark; 0: none */
    milli least;       /* width of its widest word with the padding */
    milli natural;     /* on one line, with the padding */
    milli text;        /* the same without */
    milli shift;       /* of its text, so that figures stand below one another */
    milli left, width; /* of the cell with its padding, from the table's left edge */
    enum cell_side side;
    milli drop;   /* of a tall cell: from its top edge to its text */
    size_t shown; /* and lines that were set */
    milli fallen; /* and the height of the strips that it went through */
};

struct set_table {
    const struct table *table;
    struct set_cell *cells; /* rows times columns, as in the table */
    milli *widths;          /* of the columns */
    milli *extra;           /* by row: what tall cells need beyond the rows' own lines */
    milli width;
    bool *filled;   /* by column: has it a cell with a ground of its own? */
    bool whole;     /* no page ends within it */
    int32_t header; /* of the galley's; -1: none is repeated */
};

static inline struct set_cell *set_cell_at(const struct set_table *set, size_t row, size_t column)
{
    return &set->cells[row * set->table->column_count + column];
}

/* Does the cell seen at a place end in that row? */
static inline bool set_cell_ends(const struct set_table *set, size_t row, size_t column)
{
    const struct set_cell *owner = set_cell_at(set, row, column)->owner;
    return !owner || owner->row + owner->rows == row + 1;
}

/* For 12 pt text: see theme_scaled. */
enum {
    CELL_PAD_X = 6000, /* of pairs, panels, and left of what stands on or beside a ground */
    CELL_PAD_Y = 4400,
    GRADES_PAD_Y = 5200,
    COLUMN_GAP = 10000, /* between the text of one column and the next */
    GRADES_GAP = 3500,  /* the same between grades, whose columns are narrow */
    INDENT = 12000,     /* of a part of what a row above names */
    JOINT_GAP = 1500,   /* right of a joint grade, whose column is no wider than the others */
    JOINT_BAR = 2000,   /* at the left of a tall cell that holds one judgement for its rows */
    TALL_BAR = 750,     /* of any other: of what is true of all its rows */
    TALL_GAP = 3000,    /* behind either */
    MARK_GAP = 4000,    /* between a mark and its word */
};

static inline milli cell_pad_x(const struct flow *flow)
{
    return theme_scaled(flow->request->theme, CELL_PAD_X);
}

/* Large print has space enough between its lines. */
static inline milli cell_pad_y(const struct flow *flow, const struct set_table *set)
{
    static const int shares[] = {100, 88, 70};
    const struct theme *theme = flow->request->theme;
    milli pad = set->table->grades ? GRADES_PAD_Y : CELL_PAD_Y;
    if (theme->variant.large_print)
        return pad * shares[TIGHTEST] / 100;
    return theme_scaled(theme, flow_tightened(flow, pad, shares));
}

/* Of a cell's text, with what stands below it. */
static inline size_t set_cell_lines(const struct set_cell *place)
{
    return place->lines.count + place->below.count;
}

/* Does it say once what is true of several rows? */
static inline bool set_cell_is_tall(const struct set_cell *place)
{
    return place->rows > 1 && place->heading_of == HEADS_NOTHING;
}

/* What a mark takes beside its word. */
static inline milli cell_mark_room(const struct flow *flow, const struct set_cell *place)
{
    return place->mark ? place->mark + theme_scaled(flow->request->theme, MARK_GAP) : 0;
}

/* Has the cell a ground of its own? */
bool set_cell_is_filled(const struct set_table *set, const struct set_cell *place);
/* Space left of a cell's text, its mark not counted, and right of it: text stands flush with the
   edges of the table, unless there is a ground. */
milli cell_pad_left(const struct flow *flow, const struct set_table *set,
                    const struct set_cell *place);
milli cell_pad_right(const struct flow *flow, const struct set_table *set,
                     const struct set_cell *place);

/* Does the row begin with the header of those below it? */
static inline bool set_row_heads(const struct set_table *set, size_t row)
{
    return set_cell_at(set, row, 0)->cell && set_cell_at(set, row, 0)->cell->heads_rows;
}

/* ---- table_cells.c: elements and runs of all cells, then widths, then lines ---- */
void table_cells_open(struct flow *flow, struct set_table *set);
void table_cells_measure(struct flow *flow, struct set_table *set);
void table_cells_break(struct flow *flow, struct set_table *set);

/* ---- table_fit.c ---- */

/* Finds the widths of the columns; raises needs to what is comfortable. */
void table_fit(struct flow *flow, struct set_table *set, struct column_need *needs);

/* ---- table_figures.c: columns that are tabular and end-aligned ---- */

/* Raises the needs to what their figures take, aligned. */
void table_figures_widen(struct flow *flow, const struct set_table *set, struct column_need *needs);
/* Shifts figures so that their decimal points stand below one another, if there is room. */
void table_figures_align(const struct set_table *set);

/* ---- table_stack.c ---- */

/* Whether there is room for more than three columns of words: not in large print. */
bool table_lines_are_long(const struct flow *flow);

/* Whether a word is wider than its column, or long text stands in one too narrow to read. */
bool table_is_cramped(const struct set_table *set);
/* The same table without its spare columns; itself where it has none, or lines are long enough. */
const struct table *table_narrowed(struct flow *flow, const struct table *table);
/* The same table with a block for each row, with a line for each further column. */
const struct table *table_stacked(struct flow *flow, const struct set_table *set);

/* ---- table_paint.c: grounds, rules, bars, marks and text of a row ---- */

/* Some lines of a row, which become one strip. */
struct slice {
    size_t row, first, end; /* lines [first, end) of `count` */
    size_t count;
    milli leading;
    milli extra; /* below its last line: a tall cell has it */
    bool bar;    /* has a cell with a bar below its last line */
};

milli slice_height(const struct flow *flow, const struct set_table *set, const struct slice *slice);
/* Fills the strips from `first_strip` on with the slices of a row, cell by cell, so that the text
   of a cell stands together in the reading order. */
void table_row_paint(struct flow *flow, const struct set_table *set, const struct slice *slices,
                     size_t count, size_t first_strip);

/* ---- table_rows.c: rows to strips ---- */
void table_rows_set(struct flow *flow, struct set_table *set);

#endif
