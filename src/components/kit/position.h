/* Where the council stands on the day of the briefing: what several components ask. */
#ifndef COUNCILBRIEF_COMPONENTS_KIT_POSITION_H
#define COUNCILBRIEF_COMPONENTS_KIT_POSITION_H

#include "components/kit/phrase.h"

/* The intervention that began last among those that were in force when last looked at, more than
   three months ago; NULL: none. */
const struct intervention *unsure_intervention(const struct briefing *briefing);
/* The intervention that began last among those that have not ended; NULL: none. */
const struct intervention *running_intervention(const struct briefing *briefing);
/* The intervention that ended last; NULL: none has. */
const struct intervention *ended_intervention(const struct briefing *briefing);
/* A running intervention that no source says has ended, though the grade has since been good; NULL:
   none. */
const struct intervention *doubtful_intervention(const struct briefing *briefing);

/* "Position on 29 November 2026, by inspections complete to 22 August 2026": the second half where
   inspections are only known up to an earlier day. */
struct str caption_of_day(struct arena *arena, const struct briefing *briefing, const char *words);

/* The next deadline that is neither done nor certainly past; NULL: none. */
const struct due *next_due(const struct derived *derived);
/* Is the plan of action for Ofsted still to come, as far as is known? */
bool plan_is_ahead(const struct action_plan *plan);
/* Has its date passed, not long ago, and nobody says whether it was sent? */
bool plan_is_open(const struct action_plan *plan);

/* The change of the overall grade since the inspection before; NULL: there is none to tell. */
const struct change *overall_change(const struct briefing *briefing);

/* Why judgements cannot be compared: each reason once, with the judgements it applies to, between
   `before` and `behind`. */
void phrase_reasons(struct phrase *phrase, const struct change_list *changes, const char *before,
                    const char *behind);

/* The date of publication, else that of fieldwork, without a word before it. */
void phrase_order_date(struct phrase *phrase, const struct inspection *inspection);

/* "19 January 2018"; "fieldwork July 2015" where that is all that is known. */
void phrase_inspection_date(struct phrase *phrase, const struct inspection *inspection);

#endif
