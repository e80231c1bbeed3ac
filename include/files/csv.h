/* A table in CSV (RFC 4180), in which every cell keeps its place. */
#ifndef COUNCILBRIEF_FILES_CSV_H
#define COUNCILBRIEF_FILES_CSV_H

#include "diag/source.h"

/* The bytes of a cell in its source, quotation marks included. */
struct csv_cell {
    uint32_t start, end;
};

/* What whoever reads a table asks of it. Names of other columns may be empty or stand twice. */
struct csv_wanted {
    const struct str *names; /* columns: the row that holds most of them names all */
    size_t count;
    size_t line; /* of the row with the names, counted from 1; 0: it is found */
};

/* Every row has as many cells as the header has names. Rows without any text are left out. */
struct csv {
    const struct source *source;
    const struct str *names;      /* one a column, without white space around it; all differ */
    const struct csv_cell *cells; /* of the header, then of each row */
    size_t columns, rows;         /* rows without the header */
};

/* Reads a file of at most LIMIT_TABLE_BYTES. NULL after E101 to E106 or E121 to E127; all rows are
   looked at, so that many faults are reported at once. Byte order marks, all three kinds of line
   ends, and empty rows and columns at the end are accepted; so is `="001"`. Without `wanted` (NULL)
   the first row names the columns, each with a name of its own. */
const struct csv *csv_read(struct arena *arena, struct diags *diags, const char *path,
                           const struct csv_wanted *wanted);

/* The same for a text that was read as a table. */
const struct csv *csv_from_source(struct arena *arena, struct diags *diags,
                                  const struct source *source, const struct csv_wanted *wanted);

/* The place of a column, or `columns` when there is none of that name. One that is written with
   other capitals, spaces, hyphens or underscores serves where none has the name itself. */
size_t csv_column(const struct csv *csv, struct str name);

/* The cell of a row, counted from 0, and its text without quotation marks and white space around
   it; empty, never absent. Only a cell with doubled quotation marks takes memory. */
static inline struct span csv_span(const struct csv *csv, size_t row, size_t column)
{
    const struct csv_cell *cell = &csv->cells[(row + 1) * csv->columns + column];
    return (struct span){csv->source, cell->start, cell->end};
}

struct str csv_text(struct arena *arena, const struct csv *csv, size_t row, size_t column);

/* Adds all that a row holds, each cell behind its length: two rows add the same only when every
   cell is the same. */
void csv_add_row(struct buf *out, const struct csv *csv, size_t row);

/* Where the names of the columns stand. */
static inline struct span csv_name_span(const struct csv *csv, size_t column)
{
    return (struct span){csv->source, csv->cells[column].start, csv->cells[column].end};
}

static inline struct span csv_header(const struct csv *csv)
{
    return span_join(csv_name_span(csv, 0), csv_name_span(csv, csv->columns - 1));
}

#endif
