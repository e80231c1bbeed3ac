/* The steps of spec_derive, one file each. */
#ifndef COUNCILBRIEF_DERIVE_DERIVE_H
#define COUNCILBRIEF_DERIVE_DERIVE_H

#include "brief/briefing.h"
#include "brief/calendar.h"
#include "brief/derived.h"

/* What every step is given. */
struct derive {
    struct arena *arena;
    const struct briefing *briefing;
    const struct calendar *calendar;
    const struct inspection *const *full; /* full inspections, newest first */
    size_t full_count;
    bool binding; /* of interventions, only steps that bind in law count */
};

/* The full inspections on or before the day of the briefing. */
void find_full_inspections(struct derive *derive);

/* NULL: neither test is known to be met. */
const struct published_tests *derive_published_tests(const struct derive *derive);
const struct standing *derive_standing(const struct derive *derive);
/* How a judgement of the latest full inspection differs from the one before, of which there must be
   one. */
struct change derive_change(const struct derive *derive, const struct judgement *judgement);
/* What page one tells; after all that it tells of. */
const struct message *derive_message(const struct derive *derive, const struct derived *derived);
/* `standing` of the same inspections. */
const struct measure *derive_consecutive(const struct derive *derive,
                                         const struct standing *standing);
void derive_interventions(const struct derive *derive, struct derived *derived);
void derive_indicators(const struct derive *derive, struct derived *derived);
void derive_quality(const struct derive *derive, struct derived *derived);
struct due_list derive_deadlines(const struct derive *derive);
struct share_list derive_provision(const struct derive *derive);
struct tested_claim_list derive_claims(const struct derive *derive, const struct derived *derived);
/* Recommendations, milestones and the scores of risks; after derive_actions. */
void derive_work(const struct derive *derive, struct derived *derived);
void derive_actions(const struct derive *derive, struct derived *derived);
void derive_pace(const struct derive *derive, struct derived *derived);
const struct action_plan *derive_action_plan(const struct derive *derive); /* NULL: none is owed */
const struct council_wait *derive_typical_wait(const struct derive *derive); /* NULL: not known */
struct action_plan_list derive_other_plans(const struct derive *derive);
void derive_directors(const struct derive *derive, struct derived *derived);
/* After what stands and whether the council does. */
void derive_england(struct arena *arena, const struct briefing *briefing, struct derived *derived);
const struct coverage *derive_coverage(const struct derive *derive);
const struct assurance *derive_evidence(const struct derive *derive, const struct derived *derived);

/* Sets value, at_least and at_most. */
void measure_set(struct measure *measure, struct range value);

/* Sets what a source claims, when a claim of this kind differs from the measure. */
void measure_set_claim(const struct derive *derive, struct measure *measure, enum claim_kind kind);

/* Something that is due: a deadline, an action, the plan of action. */
struct duty {
    const struct date *due;
    bool done;            /* a record says so */
    struct date not_done; /* a day on which one says that it was not; absent: none does */
    const char *verb;     /* what is not recorded of it: "done", "sent" */
};

/* The day for which something is said: `said`, else the latest day of its sources, else that of the
   briefing. */
struct date day_said(const struct derive *derive, const struct date *said,
                     const struct refs *source);
/* "2 of 5 complete (40%)" */
struct str share_text(const struct derive *derive, int64_t part, int64_t whole, const char *what);

/* How a kind of work is counted in words: "complete", "without a status". */
struct progress_words {
    const char *complete, *unstated;
};
/* "2 of 4 complete (50%), 1 without a status": of what says nothing nobody knows whether it is. */
struct str progress_text(const struct derive *derive, const struct theme_tally *tally,
                         const struct progress_words *words);

/* What a theme counts: it may be that of an action or of a milestone. */
struct themed {
    struct str theme;
    bool complete, overdue, unstated;
};
/* In the order in which themes are first named, what has none last; empty where none is named. */
struct theme_tally_list tally_themes(const struct derive *derive, const struct themed *items,
                                     size_t count, const struct progress_words *words);

enum due_state due_state_of(const struct derive *derive, const struct duty *duty);
enum answer due_is_overdue(enum due_state state);
/* "in 12 days", "was due on 1 March 2018; not recorded whether done". */
struct str due_text(const struct derive *derive, const struct duty *duty, enum due_state state);

/* "in 12 days", "3 weeks ago", "today". */
struct str time_from_today(const struct derive *derive, const struct date *when);

/* What ratings of several settings or audits add up to. */
struct rating_tally {
    int64_t good_or_better, rated;
    bool mixed;   /* a count holds grades on both sides of the line */
    bool unsplit; /* a count holds several grades */
};

struct rating_tally rating_tally_of(const struct derive *derive,
                                    const struct provision_count_list *ratings);

/* Half a per cent and more is rounded up, but only all is 100 and only none is 0; `whole` is not 0.
 */
int64_t percentage(int64_t part, int64_t whole);
/* " (89%)" behind a number; "over 99%" and "under 1%" where rounding would say all or none, and
   nothing of fewer than five, of which a share says no more than the numbers do. */
struct str percentage_text(const struct derive *derive, int64_t part, int64_t whole);

struct str long_date(const struct derive *derive, const struct date *date);

/* ---- spells under intervention (spells.c) ---- */

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

/* Does a step count, and had it begun by the day of the briefing? */
bool intervention_begun(const struct derive *derive, const struct intervention *intervention);
/* The chains that had begun by the day of the briefing. */
struct spells spells_find(const struct derive *derive);
/* The union of the spells, each read as short or as long as its dates allow, oldest first. */
struct stretches spells_union(struct arena *arena, const struct spells *spells,
                              enum reading reading);

#endif
