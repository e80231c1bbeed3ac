/* Records out of tables: the rows that concern a council become what an officer might have written,
   so that binding, rules and diagnostics treat them alike and point at the table's own cells. */
#ifndef COUNCILBRIEF_BRIEF_TABLES_H
#define COUNCILBRIEF_BRIEF_TABLES_H

#include "brief/all_councils.h"
#include "data/yaml/node.h"
#include "files/input.h"

/* What may follow a key of a mapping. */
enum mapping_shape {
    MAPPING_TEXT,
    MAPPING_TEXTS,   /* one, or a list of them */
    MAPPING_LINE,    /* the number of a line */
    MAPPING_FORM,    /* one of mapping_forms */
    MAPPING_WHERE,   /* columns, and the text or the texts that each holds */
    MAPPING_WORDS,   /* a map of texts */
    MAPPING_LISTS,   /* names, and a map of texts for each */
    MAPPING_SOURCE,  /* the keys of a source */
    MAPPING_SECOND,  /* `key` and `latest` */
    MAPPING_COMPARE, /* `region` */
    MAPPING_RECORDS,
    MAPPING_OTHERS /* names, and `where`, `same` and `records` for each */
};

/* The keys of a mapping; ends with {0}. */
struct mapping_key {
    const char *name;
    enum mapping_shape shape;
    const char *doc;
};

extern const struct mapping_key mapping_keys[];
extern const char *const mapping_forms[]; /* of days; ends with NULL */

/* The key of a part of a record by which rows are put into groups. */
#define FOR_EACH "for each"

/* The tables and mappings that jobs have asked for, each read once. */
struct table_store;
struct frameworks;

/* `templates` is the folder whose folder `tables` holds the mappings, which `bounds` are for;
   `project` the one that was named, or NULL. */
struct table_store *table_store_new(struct arena *arena, const char *templates,
                                    const struct bounds *bounds, const char *project);

/* The specification read from `path` with the records of its `tables` put into its lists; the same
   root when it has none. Where an officer wrote a record of the same id, the two become one, and
   what the officer wrote counts. `frameworks` (NULL: not known) choose the variant of a family by
   the date of fieldwork. NULL after diagnostics (E261 to E278, those of the files themselves):
   without its tables a specification would be warned of what it does not lack. `comparison` (may be
   NULL) is told which table has all councils, and where this one stands in it. */
const struct node *tables_add(struct table_store *store, struct arena *arena, struct diags *diags,
                              const char *path, const struct node *root,
                              const struct frameworks *frameworks, struct all_compared *comparison);

/* Is the root of a file that of a mapping, and not of a specification? If so, reports what is wrong
   with it. */
bool mapping_check(struct arena *arena, struct diags *diags, const struct node *root);

/* Do the rows that a job once used still hold what they held? `bounds` are those of the job. */
bool tables_unchanged(struct table_store *store, struct arena *arena, const struct bounds *bounds,
                      const struct input *rows);
/* And do they stand where they stood, so that what was said about them has the same place? */
bool tables_unmoved(struct table_store *store, struct arena *arena, const struct bounds *bounds,
                    const struct input *rows);

#endif
