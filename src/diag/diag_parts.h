/* What the forms of diagnostics share. */
#ifndef COUNCILBRIEF_DIAG_DIAG_PARTS_H
#define COUNCILBRIEF_DIAG_DIAG_PARTS_H

#include "diag/diag.h"

/* The end is the place after the last character. */
struct region {
    struct position start, end;
};

struct region region_of(struct span span); /* of a span with a source */

struct str diag_path(const struct diag *diag); /* absent: the diagnostic has no file */
bool diag_is_error(const struct diag *diag);

/* The diags->items.count that were kept, by file and place. */
const struct diag **diags_sorted(const struct diags *diags);

#endif
