/* The inside of a table that is being set. Private to table.c and its parts. */
#ifndef COUNCILBRIEF_LAYOUT_TABLE_H
#define COUNCILBRIEF_LAYOUT_TABLE_H

#include "layout/setting.h"

/* A cell with its element and its text; `cell` is NULL behind a wide one. */
struct set_cell {
    const struct cell *cell;
    element_id element;
    struct look look;
    milli own_leading;
    struct run_list runs;
    struct lines lines;
    milli mark;        /* size of its mark; 0: none */
    milli least;       /* width of its widest word with the padding */
    milli left, width; /* of the cell with its padding, from the table's left edge */
    enum cell_side side;
    size_t span;
};

struct set_table {
    const struct table *table;
    struct set_cell *cells; /* rows times columns, as in the table */
    milli *widths;          /* of the columns */
    milli width;
    int32_t header; /* of the galley's; -1: none is repeated */
};

static inline struct set_cell *set_cell_at(const struct set_table *set, size_t row, size_t column)
{
    return &set->cells[row * set->table->column_count + column];
}

enum {
    CELL_PAD_X = 6000,
    CELL_PAD_Y = 4000,
    MARK_GAP = 4500, /* between a mark and its word */
};

/* Space left of a cell's text, its mark not counted: the first column of a plain table stands flush
   with the text above. */
milli cell_pad_left(const struct set_table *set, size_t column);

/* ---- table_cells.c: elements and runs of all cells, then widths, then lines ---- */
void table_cells_open(struct flow *flow, struct set_table *set);
void table_cells_break(struct flow *flow, struct set_table *set);

/* ---- table_rows.c: cells to strips ---- */
void table_rows_set(struct flow *flow, struct set_table *set);

#endif
