/* What a mapping says: which rows of a kind of table are about a council, and what they become. */
#ifndef COUNCILBRIEF_BRIEF_TABLES_MAPPING_H
#define COUNCILBRIEF_BRIEF_TABLES_MAPPING_H

#include "brief/tables.h"
#include "files/csv.h"

struct column_names {
    LIST(struct str) names;
    LIST(const struct node *) at; /* where each is named first */
};

/* A column that says which council a row is about, and what of the council it holds: a key of
   `council`, or `predecessors`. */
struct key_column {
    struct str column;
    const struct node *at; /* where it is named */
    struct str council;
};

/* How a table writes its days; years come first in any. */
enum date_form { DATES_YEAR_FIRST, DATES_DAY_FIRST, DATES_MONTH_FIRST };

/* Rows about other places, which add to the records of the council's own. */
struct other_rows {
    const struct node *where; /* as in the mapping itself */
    const struct node
        *same; /* a map: a column of theirs that holds what one of the council's does */
    const struct node *records;
};

struct mapping {
    LIST(struct key_column) keys; /* none: every row is about the council */
    const struct node *name_at;   /* the column with the council's name; NULL: none */
    struct str joint; /* what stands between several councils of a row; absent: one is */
    size_t header;    /* the line that names the columns; 0: it is found */
    enum date_form form;
    const struct node *where;   /* a map from columns to what they hold; NULL: all rows */
    const struct node *missing; /* a map from words for no value to their reasons; NULL: none */
    const struct node *words;   /* a map from names to maps of words; NULL: none */
    const struct node *source;  /* the source of all; NULL: none is said */
    struct str second_key, second_latest; /* columns of a second table; absent: there is none */
    struct column_names columns;          /* all that are read */
    struct column_names optional;         /* those that the table may lack */
    struct column_names second_columns;
    struct column_names dates;  /* columns that stand in a date somewhere: each holds dates only */
    const struct node *compare; /* a map; NULL: its councils are not compared */
    struct str region;          /* the column that says where a council lies; absent: none does */
    const struct node *records; /* a map from lists to the records that a row becomes */
    LIST(struct other_rows) others;
};

bool column_names_have(const struct column_names *names, struct str name);

/* NULL after diagnostics, E264 among them. */
const struct mapping *mapping_read(struct arena *arena, struct diags *diags, const char *path);

/* ---- pick.c: texts with columns in them ---- */

struct choice {
    struct str name; /* of a column, or the text itself */
    bool literal;
    bool bare; /* not in backticks, so that it may name what is no column */
};

/* What stands between angle brackets: `a or b for c as words`. */
struct pick {
    LIST(struct choice) choices;
    struct str by;    /* the column by which a row of the second table is found; absent: none */
    struct str words; /* the list that what a column holds is looked up in; absent: none */
};

enum part { PART_END, PART_LITERAL, PART_COLUMNS, PART_UNCLOSED };

/* The next part of a text: literal up to an angle bracket (`<<` stands for one), or what is between
   two of them. */
enum part next_part(struct str text, size_t *at, struct str *part);

/* Reads what is between angle brackets; `second`: may it ask a second table? */
bool pick_read(struct arena *arena, struct str text, bool second, struct pick *pick);

/* What a choice may name that is no column. */
bool choice_is_count(const struct choice *choice); /* how many rows a part of the mapping is for */
bool choice_is_joint(
    const struct choice *choice); /* the councils that a row is about, if several */

/* ---- note.c: what stands beside a table ---- */

/* The id of the source that a table becomes; `again` counts others of the same name. */
struct str note_id(struct arena *arena, const char *table, size_t again);
/* The record of that source, from what stands beside the table and what the mapping says (NULL:
   nothing), and one of `covers` for an item of the note's. */
const struct node *note_source(struct arena *arena, const struct node *note,
                               const struct node *said, struct str id);
const struct node *note_cover(struct arena *arena, const struct node *note,
                              const struct node *cover, struct str id);

/* A text as if it stood in the table. */
const struct node *new_scalar(struct arena *arena, struct str text, struct span span);

#endif
