/* What of a specification came into the paper: where that which was printed had been written. */
#ifndef COUNCILBRIEF_BRIEF_TOLD_H
#define COUNCILBRIEF_BRIEF_TOLD_H

#include "brief/briefing.h"
#include "diag/diag.h"

struct told {
    struct arena *arena;
    LIST(struct span) places;
};

struct told *told_new(struct arena *arena);

/* What was written there is printed. Nothing happens where nobody asks: without `told` in the
   briefing, and for what nobody wrote. */
void told_add(const struct briefing *briefing, struct span written);
/* The same for a key of a record: for what is printed by a mark, by a place or by its effect. */
void told_key(const struct briefing *briefing, const void *record, const char *key);

/* W264 for each key that is filled and never printed; for a list of which nothing is, once. */
void told_report(struct diags *diags, const struct briefing *briefing);

#endif
