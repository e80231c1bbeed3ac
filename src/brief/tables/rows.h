/* The rows of a table: found by what a column holds, about a council, chosen by the mapping. */
#ifndef COUNCILBRIEF_BRIEF_TABLES_ROWS_H
#define COUNCILBRIEF_BRIEF_TABLES_ROWS_H

#include "brief/tables/row.h"

/* ---- index.c: each column is looked through once for all jobs ---- */

/* How what a column holds is compared. */
enum index_kind {
    INDEX_CODES, /* letter by letter, but for what cannot be seen, and `.0` after a number */
    INDEX_NAMES, /* of councils, however they are typed and whatever kind of council they name */
    INDEX_WORDS  /* however they are typed */
};

struct table_indexes {
    struct arena *arena;
    struct key_index *first;
    struct latest *latest;
    struct councils_read *councils; /* see councils.c */
};

/* Which rows are looked for. */
struct lookup {
    const struct csv *csv;
    size_t column;
    enum index_kind kind;
    struct str joint; /* what divides a cell that holds several; absent: it holds one */
};

/* The rows whose column holds a text, in their order. */
struct row_list rows_that_hold(struct table_indexes *indexes, struct arena *arena,
                               const struct lookup *lookup, struct str text);
/* The same of a code. */
struct row_list rows_with(struct table_indexes *indexes, struct arena *arena, const struct csv *csv,
                          size_t column, struct str code);
/* What a column holds that is spelt nearly like a text; absent: nothing is. */
struct str nearest_held(struct table_indexes *indexes, struct arena *arena,
                        const struct lookup *lookup, struct str text);

/* The row of a second table that a code names, the newest of several; false when there is none. */
bool newest_row(const struct second_table *second, struct arena *arena, struct str code,
                size_t *row);

/* The texts of a column that are among the newest `count`, cut off after the last of them: does a
   cell hold one? `where` are the conditions that rows meet. */
typedef bool row_test(const void *data, size_t row);
struct latest_of {
    const struct csv *csv;
    size_t column, count;
    const void *where; /* stands for the conditions */
    enum date_form form;
    row_test *meets;
    const void *data;
};
bool is_latest(struct table_indexes *indexes, struct arena *arena, const struct latest_of *of,
               size_t row);

/* What stands between several councils divides a cell into parts: the next one; absent at the end.
 */
struct str next_joint(struct str text, struct str joint, size_t *at);

/* The name of a council in one form for comparing, without the words for its kind. */
struct str council_said(struct arena *arena, struct str name);

/* ---- which rows a specification takes ---- */

/* What the rows about the council hold in one of the key columns. */
struct wanted_text {
    struct lookup in;
    struct str text;
    const struct node *at; /* where it was written */
    struct str column;
};

/* Rows that a specification takes, and where it says so. */
struct taken {
    struct table_indexes *indexes;
    const struct csv *csv;
    const struct mapping *mapping;
    struct span span;       /* of the file's name */
    const struct node *key; /* which rows; NULL: all of them */
    const struct node *council;
    bool by_value;      /* it names the rows itself, and not by the code of the council */
    size_t key_column;  /* the first of them; 0 without any */
    size_t name_column; /* csv->columns: the mapping names none */
    LIST(struct wanted_text) texts;
};

/* ---- match.c: which rows are about the council ---- */

/* Fills in what the rows hold; false after E201, E263 or E266. `value` NULL: the council's own. */
bool taken_find(struct taken *taken, struct arena *arena, struct diags *diags,
                const struct node *value);
/* The rows, each once and in their order; warns where only some of those that name it are. */
struct row_list rows_about(struct arena *arena, struct diags *diags, const struct taken *taken);

/* ---- choose.c: which of them are read ---- */

/* Those that meet `where`, without rows that say the same as an earlier one (W274). */
struct row_list rows_chosen(struct arena *arena, struct diags *diags, const struct taken *taken,
                            const struct row_list *rows);
/* Rows about other places that add to what row `own` became. */
struct row_list rows_of_others(struct arena *arena, struct diags *diags, const struct taken *taken,
                               const struct other_rows *others, size_t own);
/* Does a row meet conditions; NULL: there are none? */
bool row_meets(struct arena *arena, const struct taken *taken, const struct node *where,
               size_t row);

/* ---- whose.c: are the rows that a specification takes about its own council? ---- */

/* Is this the name of the council, of one that it replaced, or of one that replaced it, as far as
   names can tell? Words for the kind of council do not count. */
bool council_is_named(struct arena *arena, const struct node *council, struct str name);

/* The name, under `predecessors`, of the council before this one that a row is about; absent when
   the row names none. */
struct str row_predecessor(struct arena *arena, const struct taken *taken, size_t row);

/* The councils that a row names, as in "A and B"; absent when it names one. */
struct str row_joint(struct arena *arena, const struct taken *taken, size_t row);

/* Reports the first row that names another council (E269, W263). */
void check_names(struct arena *arena, struct diags *diags, const struct taken *taken,
                 const struct row_list *rows);

/* Reports rows below those of this council that have neither a code nor a name, as cells that are
   merged in a spreadsheet leave them (E270). */
void check_merged_rows(struct arena *arena, struct diags *diags, const struct taken *taken,
                       const struct row_list *rows);

/* Reports a table of several councils that is read as if it were about one (E276). */
void check_one_council(struct arena *arena, struct diags *diags, const struct taken *taken);

#endif
