/* What the writer, the reader and the schema of facts share. */
#ifndef COUNCILBRIEF_FACTS_FORMS_H
#define COUNCILBRIEF_FACTS_FORMS_H

#include "facts/facts.h"

/* The id of a record; absent when it has none. */
struct str facts_id(const struct record_table *table, const void *record);

/* May a field of this table name a record that was written elsewhere? */
bool facts_may_point(const struct field *field);

#endif
