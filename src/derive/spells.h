/* Spells under intervention: chains of interventions that replace one another, and their union. */
#ifndef COUNCILBRIEF_DERIVE_SPELLS_H
#define COUNCILBRIEF_DERIVE_SPELLS_H

#include "derive/derive.h"

/* From the first of a chain to the last: what replaces ends what was, so the dates between them do
   not matter. The days are the earliest and the latest that each end can be. */
struct spell {
    const struct intervention *head, *leaf;
    day from_first, from_last; /* DAY_OPEN_START: not known */
    day to_first, to_last;
    bool running; /* on the day of the briefing */
    bool unsure;  /* it had no end when it was last looked at; it may have gone on */
};

struct spells {
    struct spell *items;
    size_t count;
};

/* The chains that had begun by the day of the briefing. */
struct spells spells_find(const struct derive *derive);

/* A stretch of days under at least one intervention. */
struct stretch {
    day from, to;
    const struct spell *first, *last; /* that begin and end it */
    size_t spells;
    bool running, unsure;
};

struct stretches {
    struct stretch *items;
    size_t count;
};

enum reading { READ_SHORTEST, READ_LONGEST };

/* The union of the spells, each read as short or as long as its dates allow, oldest first. */
struct stretches spells_union(struct arena *arena, const struct spells *spells,
                              enum reading reading);

#endif
