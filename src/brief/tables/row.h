/* What the parts of reading tables share. */
#ifndef COUNCILBRIEF_BRIEF_TABLES_ROW_H
#define COUNCILBRIEF_BRIEF_TABLES_ROW_H

#include "brief/tables.h"
#include "files/csv.h"

/* ---- mapping.c: what the columns of a kind of table mean ---- */

struct column_names {
    LIST(struct str) names;
};

struct mapping {
    struct str key;             /* the column that says which council a row is about */
    struct str council;         /* the key of `council` that holds the same */
    const struct node *key_at;  /* where the column is named */
    const struct node *name_at; /* the column with the council's name; NULL: none */
    const struct node *words;   /* a map from names to maps of words; NULL: none */
    struct column_names dates;  /* columns that stand in a date somewhere: each holds dates only */
    const struct node *records; /* a map from lists to the records that a row becomes */
};

/* NULL after diagnostics, E264 among them. */
const struct mapping *mapping_read(struct arena *arena, struct diags *diags, const char *path);

/* ---- row.c: texts with columns in them, and the records that a row becomes ---- */

/* A row while it becomes records. */
struct filling {
    struct arena *arena;
    struct diags *diags;
    const struct mapping *mapping;
    const struct csv *csv;
    size_t row, key_column;
    size_t asked, found; /* columns looked into so far, and those that held something */
    LIST(size_t) told;   /* columns whose cells are wrong, which has been said */
};

/* Reports what is wrong with the columns in a text (E264); true when nothing is. */
bool value_check(struct arena *arena, struct diags *diags, const struct node *words,
                 const struct node *text);

/* Is a text only columns, or two of them with `/` between them, as a date or a period is? */
bool value_is_period(const struct node *text);
/* Adds the names of the columns in a text whose words are not looked up; each once. */
void value_columns(struct arena *arena, const struct node *text, struct column_names *names);

/* The text with its columns filled in, standing where the first of them stands. Absent when it is
   left out because a column is empty, standing where that cell does, or after E263. */
const struct node *value_fill(struct filling *filling, const struct node *text);

/* The column of a name, or E263 at `node` and `columns`. */
size_t find_column(struct arena *arena, struct diags *diags, const struct csv *csv, struct str name,
                   const struct node *node);

/* ---- the records of a row ---- */

/* Reports the cells of columns with dates that hold none (E205), before anything is made of them.
 */
void row_check_dates(struct filling *filling);
/* Has a fault been reported at the row's cell in this column? */
bool row_told_of(const struct filling *filling, size_t column);

/* A record as the mapping has it, filled from a row; NULL when nothing in it holds anything. */
const struct node *row_record(struct filling *filling, const struct node *pattern);

/* Rows of a table, counted from 0. */
struct row_list {
    const size_t *items;
    size_t count;
};

/* ---- whose.c: are the rows that a specification takes about its own council? ---- */

/* Is this the name of the council, of one that it replaced, or of one that replaced it, as far as
   names can tell? Words for the kind of council do not count. */
bool council_is_named(struct arena *arena, const struct node *council, struct str name);

/* Rows that a specification takes, and where it says so. */
struct taken {
    const struct csv *csv;
    const struct mapping *mapping;
    struct span span;       /* of the file's name */
    const struct node *key; /* which rows */
    const struct node *council;
    bool by_value; /* it names the rows itself, and not by the code of the council */
};

/* Reports the first row that names another council (E268, W263). */
void check_names(struct arena *arena, struct diags *diags, const struct taken *taken,
                 const struct row_list *rows);

/* Reports rows below those of this council that have neither a code nor a name, as cells that are
   merged in a spreadsheet leave them (E270). */
void check_merged_rows(struct arena *arena, struct diags *diags, const struct taken *taken,
                       size_t column, const struct row_list *rows);
/* ---- mapping.c: what stands beside a table ---- */

/* The id of the source that a table becomes; `again` counts others of the same name. */
struct str note_id(struct arena *arena, const char *table, size_t again);
/* The record of that source, and one of `covers` for an item of the note's. */
const struct node *note_source(struct arena *arena, const struct node *note, struct str id);
const struct node *note_cover(struct arena *arena, const struct node *note,
                              const struct node *cover, struct str id);

/* ---- merge.c ---- */

/* Records for one list of the specification. */
struct added {
    struct str list;
    struct span span; /* where the mapping names the list */
    LIST(const struct node *) items;
};

struct additions {
    LIST(struct added) lists;
};

const struct node *merge_additions(struct arena *arena, struct diags *diags,
                                   const struct node *root, const struct additions *additions);

/* ---- store.c ---- */

/* The project that was named, or NULL. */
const char *store_project(const struct table_store *store);

/* What is wrong with a file is reported with the place, if any, that asks for it. */
const struct csv *store_csv(struct table_store *store, struct diags *diags, const char *path,
                            struct span at);
/* What stands in the file of that path, once it is found sound; NULL after diagnostics. */
const struct node *store_note(struct table_store *store, struct diags *diags, const char *path,
                              struct span at);
const struct mapping *store_mapping(struct table_store *store, struct diags *diags, struct str name,
                                    struct span at);

/* The rows of a table whose column holds a text, in their order. The column is indexed once. */
struct row_list store_rows(struct table_store *store, const struct csv *csv, size_t column,
                           struct str text);

/* Notes among the inputs that the job has used those rows. */
void store_note_rows(struct table_store *store, struct diags *diags, const struct csv *csv,
                     size_t column, struct str value);

#endif
