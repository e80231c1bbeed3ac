/* What of a specification came into the paper: where that which was printed had been written. */
#ifndef COUNCILBRIEF_BRIEF_PRINTED_H
#define COUNCILBRIEF_BRIEF_PRINTED_H

#include "brief/briefing.h"
#include "diag/diag.h"

struct printed {
    struct arena *arena;
    LIST(struct span) places; /* what a template only read counts as printed too */
    LIST(struct span) shown;  /* of these, what stands in the document */
    bool is_whole; /* the paper is to print all that was written: there is no longer one */
};

struct printed *printed_new(struct arena *arena);

/* What was written there is printed. Nothing happens where nobody asks: without `printed` in the
   briefing, and for what nobody wrote. */
void printed_add(const struct briefing *briefing, struct span written);
/* The same for a key of a record: for what is printed by a mark, by a place or by its effect. */
void printed_key(const struct briefing *briefing, const void *record, const char *key);
/* A template read a field, and is taken to print it, with the keys that a computed text puts into
   words. */
void printed_read(const struct briefing *briefing, const void *record, const struct field *field);

/* ---- what a paper leaves out ---- */

/* Records of a kind of which nothing stands in the document. */
struct unprinted {
    const struct record_table *table;
    size_t count;
};

struct unprinted_kinds {
    LIST(struct unprinted) list; /* in the order of the specification */
    bool how_known;              /* nor what says how something is known */
};

/* Records inside one that is left out are not counted beside it. */
struct unprinted_kinds printed_kinds_left_out(struct arena *arena, const struct briefing *briefing);

/* W264 for each key that is filled and that a paper, which is to print all, does not; for a list of
   which nothing is printed, once. */
void printed_report(struct diags *diags, const struct briefing *briefing);

#endif
