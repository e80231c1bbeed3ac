/* What changed from one issue of a council's briefing to the next: docs/changes.md says what each
   class means, and when a line would be wrong. */
#ifndef COUNCILBRIEF_CHANGES_CHANGES_H
#define COUNCILBRIEF_CHANGES_CHANGES_H

#include "brief/calendar.h"
#include "brief/since.h"
#include "diag/diag.h"

struct changes_request {
    const struct briefing *before; /* as facts_read gives it; NULL: there is no issue before */
    const struct briefing *now;    /* the same, or that of a build; derived in either case */
    const struct frameworks *frameworks; /* of today, for both */
    const struct calendar *calendar;     /* the same */
};

/* The differences, each list in its order: newest first, then by kind and id. The order of records
   in either issue changes nothing. Warns of corrections and withdrawals without a reason, and of
   records that were matched by likeness alone. NULL after E940: the issues are not of one council.
 */
const struct since *changes_find(struct arena *arena, struct diags *diags,
                                 const struct changes_request *request);

/* "happened" as `newly recorded` and so on: what a class is called. */
const char *difference_class_label(int class);

/* Puts into words what each correction of a sound briefing speaks of, and what is right: whether or
   not the issue before is known. */
void corrections_tell(struct arena *arena, struct briefing *briefing);

#endif
