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

/* ---- previous.c: the issue before of a specification ---- */

/* The issue of one specification, and where that before it may be. */
struct previous_request {
    const char *named;   /* on the command line: a folder or a facts file; NULL: none is */
    const char *project; /* the folder that was named as such, or NULL: see files/path.h */
    const char *path;    /* of the specification */
    const char *facts;   /* where the facts of this issue will be; NULL: they are not made */
    const struct briefing *briefing; /* bound and derived */
    const struct frameworks *frameworks;
    const struct calendar *calendar;
};

/* What changed since the issue that the command line names, else the one that the specification
   does. NULL when neither names any, and after diagnostics. The facts file becomes an input, and so
   does its absence from a folder that the command line names: that is a first issue. */
const struct since *previous_compare(struct arena *arena, struct diags *diags,
                                     const struct previous_request *request);

/* May what a command line names stand before all the specifications of a run, whose facts go to
   `facts_folder` (NULL: none are made)? If not, false after E955 or E957. */
bool previous_is_there(struct arena *arena, struct diags *diags, const char *named,
                       const char *facts_folder);

#endif
