/* The edits that diagnostics carry, made in the text that they are about. */
#ifndef COUNCILBRIEF_DIAG_EDITS_H
#define COUNCILBRIEF_DIAG_EDITS_H

#include "diag/diag.h"

/* The text of the file at `path` with all edits made that nobody need look at, but those that
   overlap another; absent when there are none. Line ends stay what they are in the file. `made`
   says how many. */
struct str edits_made(struct arena *arena, const struct diags *diags, const char *path,
                      size_t *made);

#endif
