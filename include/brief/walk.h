/* Visits every field that was written, in every record of a specification. Private to spec/. */
#ifndef COUNCILBRIEF_BRIEF_WALK_H
#define COUNCILBRIEF_BRIEF_WALK_H

#include "brief/briefing.h"

/* `field` is one of `table`, which describes `record`; `data` is the caller's own. Records are
 * visited before the records inside them. */
typedef void walk_visit(const void *record, const struct record_table *table,
                        const struct field *field, void *data);

void briefing_walk(const struct briefing *briefing, walk_visit *visit, void *data);

#endif
