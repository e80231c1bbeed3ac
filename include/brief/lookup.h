/* Questions about bound records that both the rules and the derived facts ask. */
#ifndef COUNCILBRIEF_BRIEF_LOOKUP_H
#define COUNCILBRIEF_BRIEF_LOOKUP_H

#include "brief/derived.h"
#include "brief/spec.h"
#include "brief/work/standing_work.h"

enum { COUNT_MOST = 1000000 }; /* the highest number that a specification may count */

/* A number that counts something; 0 when it is not known or was refused, so that sums stay small.
 */
int64_t count_of(const struct whole *number);

bool grade_is_inadequate(struct str grade);

/* NULL when it is not given. */
const struct framework *inspection_framework(const struct briefing *briefing,
                                             const struct inspection *inspection);

/* The day that orders it: of publication, else of fieldwork; may be absent. */
const struct date *inspection_date(const struct inspection *inspection);

/* "ILACS", else "inspection". */
struct str inspection_label(const struct briefing *briefing, const struct inspection *inspection);

/* Sets what is computed of each as soon as it is bound: its name, and whether it sets the grade. */
void inspections_name(struct arena *arena, struct briefing *briefing);

/* Words of `kind` for full inspections, and for visits. */
bool kind_is_of_a_full_one(int kind);
bool kind_is_of_a_visit(int kind);

/* How many areas for priority action a source names or counts. */
int64_t priority_area_count(const struct inspection *inspection);

/* Do both belong to the visits of one kind that follow one full inspection? One without a date does
   wherever it may. */
bool visits_are_one_series(const struct briefing *briefing, const struct inspection *a,
                           const struct inspection *b);
/* How many visits of its series are recorded, itself among them. */
int64_t visits_recorded(const struct briefing *briefing, const struct inspection *visit);

/* "non-statutory improvement notice", "voluntary children’s services trust". */
struct str intervention_kind_name(struct arena *arena, const struct intervention *intervention);
/* Does a step bind in law? By its own word, else as its kind has it; absent: a step such as a
   notice says nothing of itself. */
enum answer intervention_binds(const struct intervention *intervention);
/* Is it a direction or a removal of functions, which bind whatever is said of them? */
bool intervention_is_an_order(const struct intervention *intervention);
/* Did another one that is recorded take its place when it ended? */
bool intervention_is_replaced_then(const struct briefing *briefing,
                                   const struct intervention *intervention);
/* May two dates, both of which are known, be the same day? */
bool dates_may_be_one(const struct date *a, const struct date *b);
/* Finds of each development whether there is more to tell than when it was. */
void developments_weigh(struct briefing *briefing);
/* When any record was, by the first of its dates that is known: when it was issued, decided or
   published, or its fieldwork; absent: not known. Never NULL. */
const struct date *ref_day(const struct record_table *table, const void *record);
/* Does a change in leadership (enum leadership_kind) say that somebody left a post? */
bool is_departure(int event);
/* Is it the statutory post, under any of its titles; not one that assists or deputises? */
bool role_is_director(struct str role);
/* Does a time of political control cover the day of the briefing, as far as is recorded? */
bool control_is_current(const struct briefing *briefing, const struct control *control);
/* Does another time of political control begin as this one ends, so that the end needs no words? */
bool control_is_taken_over(const struct council *council, const struct control *control);
/* Do the references name this record? */
bool refs_name(const struct refs *refs, const void *record);

/* The grade id of a judgement by its key; absent when it is not known. */
struct str inspection_grade(const struct inspection *inspection, struct str judgement);

/* When a period begins or ends; absent when that is open. */
struct date period_start(const struct date *period);
struct date period_end(const struct date *period);

/* Does the date surely lie before the end of the day of the briefing. */
bool is_past(const struct briefing *briefing, const struct date *date);

/* Does the date surely lie after the day of the briefing. */
bool is_future(const struct briefing *briefing, const struct date *date);

/* The latest day on which a source is known to have been true: when it was published, changed or
   read, or to which it is complete; absent: not known. */
struct date source_day(const struct briefing *briefing, const struct ref *ref);

/* Is a claim about the run of inadequate judgements one of a time before an inspection? */
bool claim_is_of_an_earlier_time(const struct briefing *briefing,
                                 const struct inspection *inspection, const struct claim *claim);

/* Does a source's claim differ from what was computed for its time? */
bool claim_disagrees(const struct claim *claim, const struct measure *measure);

#endif
