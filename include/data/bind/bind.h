/* Binds a tree of nodes to a record by its table; reports every fault it meets and goes on. */
#ifndef COUNCILBRIEF_DATA_BIND_BIND_H
#define COUNCILBRIEF_DATA_BIND_BIND_H

#include "data/bind/record.h"

struct frameworks;

/* What a record may refer to while it is bound. `frameworks` may be NULL for files without grades.
 */
struct bind_context {
    struct arena *arena;
    struct diags *diags;
    const struct frameworks *frameworks;
};

/* One judgement of an inspection, where it is written with keys of its own. */
extern const struct record_table graded_table;

/* Reads a date, or reports at `span` why the text is none and what to write instead (E205). */
bool read_date(struct arena *arena, struct diags *diags, struct str text, struct span span,
               struct date *date);

/* Reads figures with a point, such as 16.50, exactly; `decimal->text` is the text itself. False
   when it is anything else or has more digits than are kept. */
bool decimal_parse(struct str text, struct decimal *decimal);

/* The same tree with keys of the format before under those of today, each with a warning (W256)
   that carries the edit; E259 where both are written and cannot be joined. */
const struct node *keys_renewed(struct arena *arena, struct diags *diags,
                                const struct record_table *table, const struct node *node);

/* Fills `record` (table->size bytes, zeroed) from `node`. Reports unknown keys with a suggestion,
   missing required fields, wrong types, words outside an enumeration, bad dates, computed fields
   that were written, ids used twice and references that lead nowhere. True without errors. */
bool bind_record(const struct bind_context *context, const struct record_table *table,
                 const struct node *node, void *record);

/* The record that a file of its own holds, such as frameworks or a theme; NULL after diagnostics.
 */
void *bind_file(struct arena *arena, struct diags *diags, const struct record_table *table,
                const char *path);

#endif
