/* What the components on the council's work share: marks of ratings, and when something is due. */
#ifndef COUNCILBRIEF_COMPONENTS_WORK_DUE_WORK_H
#define COUNCILBRIEF_COMPONENTS_WORK_DUE_WORK_H

#include "components/kit/kit.h"

/* Green for on track, blue for complete, in our own theme and in those that follow it; what is
   overdue is never calm. */
enum grade_tone rag_tone(int rag, bool overdue);
/* Gives a cell the colour and the shape of a tone. */
void cell_mark(struct cell *cell, enum grade_tone tone);

/* ", *8 weeks ago*" or "; not recorded whether done" behind the date of something that is due. */
void phrase_state(struct phrase *phrase, int state, struct str text, const char *verb);

#define PRESENT_OPTION(type)                                                                       \
    FIELD(type, present, FIELD_ANSWER, OPTIONAL,                                                   \
          .doc =                                                                                   \
              "`yes`: without those of which nothing is known of the last twelve months, which "   \
              "`last-known` tells; `no`: those alone; all of them when left out.",                 \
          .example = "yes")

/* Does the option ask for work that was last known then; absent: for work of the present? */
bool is_asked_for(enum answer present, const struct date *last_known);

/* "Leadership and governance: 2 of 5 complete (40%), 1 overdue" */
struct str caption_of_theme(struct arena *arena, const struct theme_tally *theme);

#endif
