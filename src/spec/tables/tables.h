/* What the parts of reading tables share; private to spec/tables/. */
#ifndef COUNCILBRIEF_SPEC_TABLES_TABLES_H
#define COUNCILBRIEF_SPEC_TABLES_TABLES_H

#include "base/csv.h"
#include "spec/tables.h"

/* ---- mapping.c: what the columns of a kind of table mean ---- */

struct mapping {
    struct str key;             /* the column that says which council a row is about */
    struct str council;         /* the key of `council` that holds the same */
    const struct node *key_at;  /* where the column is named */
    const struct node *words;   /* a map from names to maps of words; NULL: none */
    const struct node *records; /* a map from lists to the records that a row becomes */
};

/* NULL after diagnostics, E264 among them. */
const struct mapping *mapping_read(struct arena *arena, struct diags *diags, const char *path);

/* ---- value.c: texts with columns in them ---- */

/* A row on its way to becoming records. */
struct filling {
    struct arena *arena;
    struct diags *diags;
    const struct mapping *mapping;
    const struct csv *csv;
    size_t row, key_column;
    size_t asked, found; /* columns looked into so far, and those that held something */
};

/* Reports what is wrong with the columns in a text (E264); true when nothing is. */
bool value_check(struct arena *arena, struct diags *diags, const struct node *words,
                 const struct node *text);

/* The text with its columns filled in, standing where the first of them stands; NULL when it is
   left out, because one is empty or after E263. */
const struct node *value_fill(struct filling *filling, const struct node *text);

/* The column of a name, or E263 at `node` and `columns`. */
size_t find_column(struct arena *arena, struct diags *diags, const struct csv *csv, struct str name,
                   const struct node *node);

/* ---- row.c ---- */

/* A record as the mapping has it, filled from a row; NULL when nothing in it holds anything. */
const struct node *row_record(struct filling *filling, const struct node *pattern);

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

const struct csv *store_csv(struct table_store *store, struct diags *diags, const char *path);
const struct mapping *store_mapping(struct table_store *store, struct diags *diags, struct str name,
                                    struct span at);

struct row_list {
    const size_t *items;
    size_t count;
};

/* The rows of a table whose column holds a text, in their order. The column is indexed once. */
struct row_list store_rows(struct table_store *store, const struct csv *csv, size_t column,
                           struct str text);

/* Notes among the inputs that the job has used those rows. */
void store_note_rows(struct table_store *store, struct diags *diags, const struct csv *csv,
                     size_t column, struct str value);

#endif
