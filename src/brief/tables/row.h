/* What the parts of turning rows into records share. */
#ifndef COUNCILBRIEF_BRIEF_TABLES_ROW_H
#define COUNCILBRIEF_BRIEF_TABLES_ROW_H

#include "brief/tables/mapping.h"
#include "data/bind/record.h"

/* Rows of a table, counted from 0. */
struct row_list {
    const size_t *items;
    size_t count;
};

/* A second table, in which what a cell holds is looked up; `csv` NULL: none was named. */
struct second_table {
    const struct csv *csv;
    struct table_store *store;
    struct table_indexes *indexes;
    size_t key, latest;  /* columns; `latest` is csv->columns when there is none */
    enum date_form form; /* of the days in `latest` */
};

/* A day of the row as a specification writes it. */
struct read_day {
    size_t column;
    struct str text; /* empty: the cell says that there is none */
};

/* Words of a table that a list of the mapping lacks, which has been said. */
struct told_words {
    LIST(struct str) list;
};

/* A row while it becomes records. */
struct filling {
    struct arena *arena;
    struct diags *diags;
    const struct mapping *mapping;
    const struct csv *csv;
    const struct second_table *second;
    const struct frameworks *frameworks; /* NULL: none are chosen by date */
    size_t row, key_column;
    struct row_list group;     /* the rows that are one by `for each`; none: the row is alone */
    struct str joint;          /* the councils that the row is about, where it is about several */
    const struct field *field; /* that is being filled; NULL: a grade of a judgement */
    bool unfound;        /* the last value was looked up in a second table that has no such row */
    struct str reason;   /* why the last number or grade is not given, where the cell said so */
    size_t asked, found; /* columns looked into so far, and those that held something */
    LIST(struct read_day) days;
    struct told_words *told_words;
    LIST(size_t) told; /* columns whose cells are wrong, which has been said */
};

/* ---- value.c: a text with columns in it ---- */

/* The text with its columns filled in, standing where the first of them stands. Absent when it is
   left out because a column is empty, standing where that cell does, or after E263. */
const struct node *value_fill(struct filling *filling, const struct node *text);

/* The column of a name, or E263 at `node` and `columns`. */
size_t find_column(struct arena *arena, struct diags *diags, const struct csv *csv, struct str name,
                   const struct node *node);

/* Reads the cells of columns with dates, and reports those that hold none (E205), and cells in
   which a formula failed (E271), before anything is made of them. */
void row_read_cells(struct filling *filling);
/* Has a fault been reported at the row's cell in this column? */
bool row_told_of(const struct filling *filling, size_t column);

/* ---- fill.c: the records of a row ---- */

/* A record of `table` as the mapping has it, filled from a row; NULL when nothing in it holds
   anything, or a number that it needs is held back. */
const struct node *row_record(struct filling *filling, const struct record_table *table,
                              const struct node *pattern);

/* One group of rows for each thing that the columns of `for each` hold, in the order of the table;
   rows in which all of them are empty are in none. */
struct row_groups {
    LIST(struct row_list) groups;
};

const struct row_groups *rows_grouped(struct arena *arena, struct diags *diags,
                                      const struct csv *csv, const struct row_list *rows,
                                      const struct node *columns);

#endif
