/* The comparison with all councils of a table: what a job counted, and whether that still holds. */
#ifndef COUNCILBRIEF_DERIVE_ENGLAND_H
#define COUNCILBRIEF_DERIVE_ENGLAND_H

#include "brief/tables.h"
#include "diag/diag.h"

struct briefing;

/* Notes among the inputs of a job the figures that its briefing was given, also where they were too
   few to say anything. */
void england_note(struct diags *diags, const struct briefing *briefing);

/* Are the figures that a job once noted what they were? A row that moves none changes nothing. */
bool england_unchanged(struct table_store *store, struct arena *arena, const struct bounds *bounds,
                       const struct frameworks *frameworks, const struct input *figures);

#endif
