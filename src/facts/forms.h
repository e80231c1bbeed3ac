/* What the writer, the reader and the schema of facts share. */
#ifndef COUNCILBRIEF_SRC_FACTS_FORMS_H
#define COUNCILBRIEF_SRC_FACTS_FORMS_H

#include "facts/facts.h"

/* The words of `precision`, by enum date_precision; the last is followed by NULL. */
extern const char *const facts_precisions[];

/* Where a computed record names one that was written: in the list of a field of the briefing. */
struct facts_place {
    const struct field *kind; /* NULL: it stands in none, and is written out */
    const void *record;
    size_t number; /* in canonical order, counted from 1 */
};

struct facts_place facts_place_of(struct arena *arena, const struct briefing *briefing,
                                  const struct record_table *table, const void *record);

/* The id of a record; absent when it has none. */
struct str facts_id(const struct record_table *table, const void *record);

/* May a field of this table name a record that was written elsewhere? */
bool facts_may_point(const struct field *field);

#endif
