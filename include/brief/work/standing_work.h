/* Questions about work that is to be done, and about amounts of money. */
#ifndef COUNCILBRIEF_BRIEF_WORK_STANDING_WORK_H
#define COUNCILBRIEF_BRIEF_WORK_STANDING_WORK_H

#include "brief/briefing.h"

/* Work that somebody says is still to be done: neither complete nor given up. */
bool status_is_open(int status); /* enum action_status */
/* Of which nobody asks any more whether it was done: superseded or withdrawn. */
bool status_is_dropped(int status);
/* When it is due, as last revised. */
const struct date *action_due(const struct action *action);
/* When the status of a piece of work was last known, where that is more than twelve months before
   the day of the briefing and nothing is due of it later; absent: it is work of the present. */
struct date old_action(const struct briefing *briefing, const struct action *action);
struct date old_priority(const struct briefing *briefing, const struct priority *priority);
struct date old_recommendation(const struct briefing *briefing,
                               const struct recommendation *recommendation);
/* Is any action or priority of that kind? */
bool has_past_work(const struct briefing *briefing);


/* An amount in pence; false: it is not known, is no whole number of pence, or beyond belief. */
bool money_pence(const struct decimal *amount, int unit, int64_t *pence);
/* Is it exact, and an amount in all rather than a rate? Only such amounts are ever added up. */
bool funding_is_exact(const struct funding *funding);

/* With the word by which the source rounds it, and of a rate for what: "nearly £22 million",
   "£12,000 per week". `figure` is the amount alone. */
struct str amount_as_rounded(struct arena *arena, const struct funding *funding, struct str figure);

/* An amount as officers type it, `£12,500` or `£1.2m`, in pounds; false: it is no one amount. */
bool money_read(struct arena *arena, struct str text, struct decimal *pounds);

#endif
