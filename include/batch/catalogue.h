/* All codes of diagnostics. The list is here because this is the last room that has any. */
#ifndef COUNCILBRIEF_BATCH_CATALOGUE_H
#define COUNCILBRIEF_BATCH_CATALOGUE_H

#include "base/str.h"
#include "diag/code.h"

/* The codes of each room; it ends with NULL, and so does each of them. */
extern const struct code *const *const catalogue[];

/* By name, in any case; NULL when there is none. */
const struct code *code_find(struct str name);

struct codes {
    const struct code **items;
    size_t count;
};

/* By their numbers, errors before warnings. */
struct codes codes_in_order(struct arena *arena);

#endif
