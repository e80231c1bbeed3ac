/* Tables and mappings that jobs share, and the rows of a table by what a column holds. */
#ifndef COUNCILBRIEF_BRIEF_TABLES_STORE_H
#define COUNCILBRIEF_BRIEF_TABLES_STORE_H

#include "brief/tables/row.h"
#include "brief/tables/rows.h"

/* The project that was named, or NULL. */
const char *store_project(const struct table_store *store);
struct table_indexes *store_indexes(struct table_store *store);

/* What is wrong with a file is reported with the place, if any, that asks for it. The mapping says
   where the columns of the table are named. */
const struct csv *store_csv(struct table_store *store, struct diags *diags, const char *path,
                            const struct mapping *mapping, struct span at);
/* The table in which a mapping looks up what cells hold. */
const struct csv *store_second_csv(struct table_store *store, struct diags *diags, const char *path,
                                   const struct mapping *mapping, struct span at);
/* What stands in the file of that path, once it is found sound; NULL after diagnostics. */
const struct node *store_note(struct table_store *store, struct diags *diags, const char *path,
                              struct span at);
const struct mapping *store_mapping(struct table_store *store, struct diags *diags, struct str name,
                                    struct span at);

/* Notes among the inputs that the job has used the rows that hold a code; or all of the table. */
void store_note_rows(struct table_store *store, struct diags *diags, const struct csv *csv,
                     size_t column, struct str value);
void store_note_table(struct table_store *store, struct diags *diags, const struct csv *csv);

#endif
