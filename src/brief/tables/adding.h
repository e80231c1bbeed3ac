/* What naming the tables of a specification and making records of their rows share. */
#ifndef COUNCILBRIEF_BRIEF_TABLES_ADDING_H
#define COUNCILBRIEF_BRIEF_TABLES_ADDING_H

#include "brief/tables/rows.h"

/* ---- merge.c: records, and how they join what officers wrote ---- */

/* Records for one list of the specification. */
struct added {
    struct str list;
    struct span span; /* where the mapping names the list */
    LIST(const struct node *) items;
};

struct additions {
    struct arena *arena;
    const struct frameworks *frameworks; /* NULL: not known */
    LIST(struct added) lists;
};

/* The list of a name, which is added where it is new. */
struct added *additions_list(struct additions *additions, struct str name, struct span span);
/* Adds a record. One of the same id from the same table is one with it, where both say the same but
   for their lists, which are joined: rows of several years become one record. `from` is how many
   records of the list other tables gave. */
void additions_add(struct arena *arena, struct added *added, size_t from,
                   const struct node *record);
/* Adds the lists of a record to that of the same id from a table before, which says the rest of it
   too: what must improve, to the inspection that found it. False when there is none. */
bool additions_complete(struct arena *arena, struct added *added, size_t from,
                        const struct node *record);
/* Adds the lists of a record to those of the one with its id; nothing when there is none. */
void additions_join(struct arena *arena, struct added *added, size_t from,
                    const struct node *record);

/* The specification with them in its lists. */
const struct node *merge_additions(struct arena *arena, struct diags *diags,
                                   const struct node *root, const struct additions *additions);

/* ---- councils.c ---- */

/* All councils of a table whose mapping says how they are compared, read once for all jobs. */
const struct all_councils *councils_of(struct table_store *store,
                                       const struct frameworks *frameworks, const struct csv *csv,
                                       const struct mapping *mapping);

/* ---- records.c ---- */

/* A specification while its tables are added. */
struct adding {
    struct table_store *store;
    struct arena *arena;
    struct diags *diags;
    const char *path; /* of the specification */
    const struct node *root;
    const struct frameworks *frameworks;
    struct additions additions;
    struct all_compared *comparison; /* NULL: nobody asks */
    bool is_asked_for;               /* the table of the comparison says `take: comparison` */
    LIST(struct taken) taken;
    LIST(const char *) noted; /* tables of which the note has been added */
    size_t cell_faults;       /* that need not keep the rest from being looked at */
};

/* A table while its rows become records. */
struct table_used {
    struct taken taken;
    struct second_table second;
    struct told_words *told_words;
    const struct node *note; /* what stands beside it; NULL: nothing does */
    bool is_noted;           /* another item of `tables` has made a source of it */
    struct str source;       /* the id of the source of all; absent: there is none */
    struct span source_at;
    const size_t *from; /* how many records each list of a specification had before, by its place */
};

/* Reports rows that an earlier item of `tables` takes (E268); else remembers them. */
bool is_taken_already(struct adding *adding, const struct taken *taken);

/* Makes records of the rows that are read, and adds what rows about other places say. */
void add_rows(struct adding *adding, struct table_used *used);

#endif
