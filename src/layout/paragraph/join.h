/* Joins the runs of a paragraph to one text: the first half of itemising. */
#ifndef COUNCILBRIEF_LAYOUT_PARAGRAPH_JOIN_H
#define COUNCILBRIEF_LAYOUT_PARAGRAPH_JOIN_H

#include "layout/paragraph/breaking.h"

struct joined {
    struct str text;
    unsigned char *joints; /* text.len + 1, each an enum joint */
    size_t *run_starts;    /* one a run, and text.len */
};

/* The text in `arena`, the rest in `scratch`. White space becomes one space, also where runs meet;
   none at the start and the end. A forced break stands behind a space, so that words on both sides
   stay apart for a reader of the text. Soft hyphens, zero width spaces and word joiners leave
   nothing but their joints. */
struct joined join_runs(struct arena *arena, struct arena *scratch, const struct run *runs,
                        size_t count);

#endif
