/* What is computed from the records of one specification (src/derive/); read-only for everybody
 * else. Tables: src/brief/records/computed/. */
#ifndef COUNCILBRIEF_BRIEF_DERIVED_H
#define COUNCILBRIEF_BRIEF_DERIVED_H

#include "brief/briefing.h"

enum direction {
    CHANGE_ABSENT,
    CHANGE_UP,
    CHANGE_DOWN,
    CHANGE_SAME,
    CHANGE_NEW,
    CHANGE_NOT_COMPARABLE,
    CHANGE_MIXED /* of the whole: some judgements rose and some fell */
};

struct change { /* of one judgement between the previous full inspection and the current one */
    struct record_head head;
    struct str judgement;     /* short label */
    struct str before, after; /* grade ids; absent where there was none */
    int direction;            /* enum direction */
    struct str reason; /* why it is not compared: "new separate grade; until 2022 joint: good" */
    bool is_overall;
};
RECORD_LIST(change);

struct later_inspection { /* a visit, or what else is recorded after the latest full inspection */
    struct record_head head;
    const struct inspection *inspection; /* never NULL */
    struct date date;
};
RECORD_LIST(later_inspection);

struct standing { /* of the latest full inspection on or before as_at */
    struct record_head head;
    const struct inspection *inspection, *previous; /* NULL: none */
    struct str framework;                           /* short label */
    struct str judges;         /* what that framework judges; absent: all of children's services */
    struct str overall;        /* grade id; absent when the framework has none or it is unknown */
    struct str overall_reason; /* why there is none: "no overall judgement since April 2026" */
    struct change_list changes;
    int change;                   /* enum direction, of all judgements; absent: nothing before it */
    struct str change_text;       /* "up", "overall the same, 2 judgements down" */
    struct texts inadequate_both; /* short labels: judgements inadequate now and before */
    struct later_inspection_list since; /* in order of time */
};

struct judged { /* one judgement of the latest full inspection, for sentences */
    struct record_head head;
    struct str judgement; /* its id: "help_protection" */
    struct str name;      /* as it stands in a sentence: "leaders" */
    struct str grade;     /* id */
    struct str before;    /* grade id at the inspection before; absent: not comparable, or none */
    int direction;        /* enum direction; absent: there is no inspection before */
    struct whole steps;   /* grades between the two */
    struct whole times;  /* full inspections in a row that gave this grade, the latest among them */
    struct date since;   /* the first of these */
    struct str peak;     /* a better grade of an earlier inspection, the best there was; absent */
    struct date peak_at; /* the last time that it was given */
};
RECORD_LIST(judged);

struct judged_group { /* judgements of one grade */
    struct record_head head;
    struct str grade;
    struct texts judgements; /* names */
    struct whole count;
};
RECORD_LIST(judged_group);

struct judged_move { /* judgements that moved alike, or stayed at one grade */
    struct record_head head;
    struct str grade, before;
    int direction; /* enum direction: up, down or same */
    struct texts judgements;
    struct whole count;
};
RECORD_LIST(judged_move);

enum stepped_in_state {
    STEPPED_ABSENT,
    STEPPED_IN_FORCE,
    STEPPED_LAST_CHECKED, /* in force on the last day of which anything is known */
    STEPPED_ENDED
};

struct stepped_in { /* the chain of the government's steps that page one tells of */
    struct record_head head;
    const struct intervention *first, *latest; /* never NULL; the same where it has one step */
    int state;                                 /* enum stepped_in_state; never absent */
    struct date checked;                       /* of what was last checked */
    enum answer reported; /* of one that ended: its day is not stated for sure */
};

struct ahead { /* something that is due */
    struct record_head head;
    struct str what, who; /* who: absent where it is not said */
    struct date due;
    struct str text;           /* "in 12 weeks" */
    struct str base;           /* the rule by which the day was counted; absent: it was written */
    struct whole working_days; /* of that rule, after publication */
    struct refs source;
};
RECORD_LIST(ahead);

struct wanted { /* something that the latest full inspection wants put right */
    struct record_head head;
    struct str text;
    enum answer urgent; /* an area for priority action */
    struct str owner;   /* of a recommendation; absent: not said */
    struct date due;
    struct refs source;
};
RECORD_LIST(wanted);

struct message { /* what page one tells */
    struct record_head head;
    const struct judged *overall;  /* NULL: none was given, or it is not known */
    struct judged_list judgements; /* the others that were graded, worst first */
    struct judged_list stuck; /* of those what is below good, and was at the inspection before */
    struct judged_group_list grades; /* the same by grade, worst first */
    struct judged_move_list moves;   /* the comparable ones: what fell, rose, stayed */
    struct whole rose, fell, stayed, compared;
    const struct stepped_in *stepped_in; /* NULL: no intervention that counts is recorded */
    struct ahead_list ahead;             /* soonest first */
    struct wanted_list wanted; /* areas for priority action first; empty: none is recorded */
};

struct measure { /* a computed number or range, with its base */
    struct record_head head;
    struct range value;
    struct whole at_least, at_most; /* the same, for templates */
    struct str text;                /* "48 to 49 months" */
    struct str
        base; /* "from the first statutory direction, December 2013, to its end, January 2018" */
    struct str claimed; /* what a source claims, when that differs; with its wording */
    struct refs claim_source;
};

enum due_state {
    DUE_ABSENT,
    DUE_TO_COME,
    DUE_PERHAPS_PASSED, /* its date may lie on either side of the day */
    DUE_UNDATED,
    DUE_DONE,
    DUE_OVERDUE,      /* a record says that it was not done when its date had passed */
    DUE_NOT_RECORDED, /* passed, and nobody says whether it was done */
    DUE_HISTORY,      /* the same, a year ago or before another full inspection */
    DUE_DROPPED       /* superseded, lapsed or withdrawn */
};

struct due { /* a deadline as at the day of the briefing */
    struct record_head head;
    const struct deadline *deadline; /* never NULL */
    struct str what;
    struct date due;
    struct range days;              /* to come; negative: past */
    struct whole at_least, at_most; /* the same, for templates */
    int state;                      /* enum due_state; never absent */
    enum answer overdue;            /* known not to be done in time; absent: not known */
    struct str text;                /* "in 12 days", "date not stated", "done" */
    struct refs source;
};
RECORD_LIST(due);

struct share { /* of provision */
    struct record_head head;
    struct str kind;
    struct whole good_or_better, total, percent;
    struct str text; /* "8 of 9 (89%)" */
    struct str base;
    struct refs source;
};
RECORD_LIST(share);

struct tested_claim { /* what a source claims, beside what the records gave at its time */
    struct record_head head;
    const struct claim *claim;      /* never NULL */
    const struct measure *computed; /* never NULL */
    enum answer agrees;             /* absent: nothing could be computed */
};
RECORD_LIST(tested_claim);

struct action_plan { /* what a council owes after an inspection, such as a plan of action */
    struct record_head head;
    const struct inspection *inspection; /* never NULL */
    struct str what;                     /* "Plan of action to Ofsted and ..." */
    struct date due;                     /* about then; absent: not known */
    int state;                           /* enum due_state; never absent */
    struct range days;                   /* to come; negative: past */
    struct whole at_least, at_most;      /* the same, for templates */
    struct str text;                     /* "in 12 weeks", "was due about ...; not recorded ..." */
    struct str base;                     /* the rule by which it was counted */
    struct whole working_days;           /* after publication */
    int32_t missing_year;                /* of bank holidays, because of which it is not known */
};
RECORD_LIST(action_plan);

struct council_wait { /* typical for councils of this council's grade; no forecast */
    struct record_head head;
    struct str after; /* grade id */
    struct whole months;
    struct str text, base;
    struct refs source;
};

struct published_tests { /* the department's, for appointing a commissioner; no forecast */
    struct record_head head;
    enum answer persistent; /* inadequate more than once in five years; absent: no, or not known */
    enum answer systemic;   /* inadequate on all key judgements; absent: not known */
    struct str text, base;
    struct refs source;
};

struct late_action { /* an action that is overdue on the day of the briefing */
    struct record_head head;
    const struct action *action; /* never NULL */
    struct str what, owner;
    struct date due;
    int state;       /* enum due_state */
    struct str text; /* "3 weeks ago", "date not stated" */
    struct refs source;
};
RECORD_LIST(late_action);

struct theme_tally { /* of the actions of one theme */
    struct record_head head;
    struct str theme; /* absent: of those without one */
    struct whole total, complete, overdue, unstated;
    struct str text; /* "2 of 4 complete (50%), 1 overdue, 1 without a status" */
};
RECORD_LIST(theme_tally);

struct action_tally {
    struct record_head head;
    struct whole total, planned, in_progress, complete, overdue, on_hold, superseded, withdrawn,
        unstated;
    struct whole percent;           /* complete, of all */
    struct str text;                /* "2 of 5 complete (40%)" */
    struct str base;                /* what the rest are: "2 planned, 1 overdue" */
    struct late_action_list late;   /* in the order of the file */
    struct late_action_list passed; /* the same, of which nobody says whether they were done */
    struct theme_tally_list themes; /* in the order of the file; empty where none is named */
};

struct amount_parts { /* of an amount that others are part of */
    struct record_head head;
    const struct funding *whole; /* never NULL */
    struct whole count;
    struct decimal pounds; /* absent: they cannot be added up */
    enum answer complete;  /* absent: not known */
    struct str text;       /* "2 parts of it are recorded, which add up to it" */
};
RECORD_LIST(amount_parts);

struct recommendation_tally {
    struct record_head head;
    struct whole total, open, complete, overdue; /* by status; overdue ones are open */
    struct whole dropped, unstated;
    struct whole accepted, partly, rejected, unanswered;
    struct str text; /* "2 of 4 complete, 2 overdue, 1 without a status; 4 accepted" */
};

struct milestone_tally {
    struct record_head head;
    struct whole total, reached, overdue, passed; /* passed: not recorded whether reached */
    struct str text;                              /* "2 of 5 reached (40%), 1 overdue" */
    struct theme_tally_list themes; /* in the order of the file; empty where none is named */
};

struct tenure { /* of one director of children's services, as far as it is recorded */
    struct record_head head;
    struct str person, role;
    enum answer interim;
    struct date from, to; /* absent: not known */
    struct date until;    /* of a fixed term; it is `to` as well where no other end is known */
    bool only_until;      /* and then no departure is recorded */
    struct range months;
    struct whole at_least, at_most; /* the same, for templates */
    struct str text;                /* "12 to 14 months", "not known" */
    struct str base;                /* "from July 2013; its end is not known" */
    struct refs source;
};
RECORD_LIST(tenure);

struct assurance { /* how well the facts are supported */
    struct record_head head;
    struct whole facts, sourced, unsourced, single_source; /* records that state a fact */
    struct whole sourced_percent;
    struct whole dates, inferred, approximate, imprecise; /* dates given with facts */
    struct whole undated;                                 /* records that could have a date */
    struct whole remarks;                                 /* records with `how_known` */
    struct whole sources, conflicts, disputed;            /* disputed: claims that differ */
    struct str text; /* one sentence: "all 60 facts name a source; 40 rest on one source only" */
};

struct covered { /* a kind of record that was looked for */
    struct record_head head;
    int kind;          /* enum cover_kind */
    struct date as_at; /* no later than the day of the briefing */
    enum answer found; /* whether there is any */
    struct str text; /* "No intervention on 1 November 2026", "Full inspections: complete to ..." */
    struct str note;
    struct refs source;
};
RECORD_LIST(covered);

struct coverage {
    struct record_head head;
    struct covered_list covered; /* one a kind */
    struct texts missing;        /* the kinds that are neither covered nor recorded, as words */
    struct str text; /* "This paper’s data does not cover ..."; absent: it covers all */
};

enum verdict {
    VERDICT_ABSENT,
    VERDICT_BETTER,
    VERDICT_WORSE,
    VERDICT_SAME,
    VERDICT_HIGHER, /* neither way is better, or nobody says which is */
    VERDICT_LOWER
};

enum target_state {
    TARGET_ABSENT,
    TARGET_MET,
    TARGET_NEAR, /* within the tolerance */
    TARGET_MISSED,
    TARGET_TO_COME /* its time has not come, and it is not met yet */
};

struct compared { /* the latest value of an indicator beside another's */
    struct record_head head;
    struct str with;  /* "England" */
    struct str value; /* "64%" */
    struct date period;
    int verdict;     /* enum verdict; absent: it is of another period, or cannot be told */
    struct str text; /* "worse than England (64%)" */
    struct refs source;
};
RECORD_LIST(compared);

struct measured { /* an indicator as it stands on the day of the briefing */
    struct record_head head;
    const struct indicator *indicator;    /* never NULL */
    struct str name, group;               /* group: absent without one */
    const struct indicator_value *latest; /* NULL: no value is known */
    struct str value;                     /* "61%"; absent without a latest one */
    struct date period;
    int verdict, year_verdict;      /* enum verdict: since the value before, since a year before */
    struct str change, year_change; /* "up 3 percentage points since 2023-24" */
    struct str target, gap;         /* "at least 66%", "5 percentage points under" */
    int target_state;               /* enum target_state */
    struct compared_list compared;
    struct str rank;    /* "better than 3 of the 4 councils named" */
    struct str missing; /* what has no value since: "2024-25: not published" */
    struct str ahead;   /* what is forecast: "58% forecast for 2025-26" */
    struct str text;    /* the whole in a sentence or two */
};
RECORD_LIST(measured);

struct audited { /* the audits of one period */
    struct record_head head;
    const struct audit *audit; /* never NULL */
    struct whole good_or_better, total, percent;
    struct str text;   /* "23 of 48 (48%)"; "not known" */
    struct str base;   /* "of the 48 audits, 2 of them without a known grade" */
    struct str change; /* "up 12 percentage points since Q1 2024-25" */
    int verdict;       /* enum verdict */
};
RECORD_LIST(audited);

struct complained { /* the complaints of one period and stage */
    struct record_head head;
    const struct complaint *complaint; /* never NULL */
    struct str on_time, upheld;        /* "38 of 45 (84%)" */
};
RECORD_LIST(complained);

/* ---- the council beside all councils of a table, as at the day (docs/computed.md) ---- */

struct grade_count { /* how many councils have one grade */
    struct record_head head;
    struct str grade; /* its id; in the order of the scale, best first */
    struct whole councils;
    enum answer own; /* is it this council's own? */
};
RECORD_LIST(grade_count);

struct england_judgement { /* one judgement, at each council's latest full inspection */
    struct record_head head;
    struct str judgement; /* its id in the framework that the newest inspections use */
    struct str label;     /* short label: "help and protection" */
    bool is_overall;
    struct grade_count_list grades; /* all of the scale, also those of which there are none */
    struct whole judged;            /* councils with such a grade of its own */
    struct whole good_or_better;    /* of those */
    struct whole joint;          /* councils that it was judged at together with something else */
    struct texts joint_councils; /* their names, where they are few */
    struct str why_not; /* why the rest have none, as a clause; absent: for several reasons */
    struct whole region_judged, region_good_or_better;         /* absent: too few to say */
    struct whole neighbours_judged, neighbours_good_or_better; /* the same */
    struct whole neighbours_alike; /* of them, with the council's own grade; absent as well without
                                      one */
    struct str own;                /* the council's own grade id; absent: it has none */
    struct str own_reason;         /* why not: "judged together with care leavers", "not judged" */
    struct str place; /* "one of the 7 that are inadequate"; absent without an own grade */
    struct str text;  /* "118 of 153 councils are good or better" */
    struct str base;  /* "the latest full inspection of each of 153 councils" */
};
RECORD_LIST(england_judgement);

struct england_wait { /* since the latest full inspections began */
    struct record_head head;
    struct whole months;  /* of this council; absent: not known */
    struct date began;    /* since when; absent without them */
    struct whole typical; /* months that half of all councils have waited at least */
    struct whole longer;  /* councils that have waited longer than this one; absent without own */
    struct whole councils;
    struct str text; /* "2 months; half of all councils have waited 22 months or longer" */
    struct str base;
};

struct england_followed { /* what came after the same grade elsewhere; no forecast */
    struct record_head head;
    struct str judgement; /* id and label of the council's weakest judgement, ... */
    struct str label;
    struct str grade;               /* ... its grade, ... */
    struct grade_count_list grades; /* ... and what the next full inspections gave */
    struct whole inspections;       /* after which there was a next one */
    struct whole rose, same, fell;
    struct whole months; /* median from the start of one to the start of the next */
    struct str text, base;
};

struct england_position { /* councils that stand alike */
    struct record_head head;
    struct str grade;                /* the worst of the council's grades; the best where none is
                                        worse than good */
    struct texts judgements, labels; /* those in which it has that grade */
    struct whole alike;              /* councils that have it in each of these; itself among them */
    struct whole councils;           /* of so many that are judged in each */
    struct texts others;             /* their names, where they are few; without its own */
    struct str text, base;
};

struct england { /* NULL unless a table of all councils is named and has begun by the day */
    struct record_head head;
    struct date as_at;            /* the day up to which reports count */
    struct str region;            /* of the council; absent: not known */
    struct whole councils;        /* that have a full inspection by the day */
    struct whole region_councils; /* of those; absent: too few to say */
    struct whole neighbours;      /* statistical neighbours that are named and in the table */
    struct england_judgement_list judgements; /* the council's own first, in its order */
    const struct england_wait *wait;          /* NULL: not known */
    const struct england_followed *followed;  /* NULL: of too few, or no own grade */
    const struct england_position *position;  /* NULL: no own grade */
    struct str neighbours_text; /* "None of the ten councils most like Trafford is ..." */
    struct str totals;          /* why totals differ, one sentence; absent: they do not */
    struct str base;            /* what was counted, as a phrase */
    struct refs source;         /* the table */
    size_t listed;   /* not a field: the councils in the table, with a report by the day or not */
    day begins;      /* nor this: the first report in it */
    bool is_counted; /* nor this: the council itself is in the table */
    bool differs;    /* nor this: the table has another latest inspection of it */
    size_t neighbours_named; /* nor this: whether or not the table has them */
};

extern const struct record_table grade_count_table, england_judgement_table, england_wait_table,
    england_followed_table, england_position_table, england_table;

extern const struct record_table audited_table, complained_table;
extern const struct record_table compared_table, measured_table;

struct derived {
    struct record_head head;
    const struct standing *standing;              /* never NULL */
    const struct message *message;                /* never NULL */
    const struct measure *consecutive_inadequate; /* never NULL */
    enum answer
        abolished; /* the council, by the day of the briefing; absent: it never is, or unsure */
    struct str abolition;        /* "is to be abolished on 1 April 2027"; absent: never */
    enum answer past_work;       /* of actions and priorities; never absent */
    enum answer in_intervention; /* as at; absent: not known */
    const struct measure
        *months_in_intervention; /* in all; never NULL; unknown when there was none */
    const struct measure *current_intervention; /* the spell that runs; NULL when none does */
    /* by steps that bind in law; NULL: all do, or it is not known of one */
    const struct measure *months_by_law;
    struct due_list deadlines; /* soonest first */
    struct share_list provision;
    struct tested_claim_list claims; /* those of a kind that is computed */
    struct whole actions_total, actions_complete;
    const struct measure *days_since_inspection; /* NULL without a full inspection that is dated */
    const struct measure *days_to_report;        /* from the end of fieldwork; NULL: the same */
    const struct action_plan *action_plan;       /* NULL when none is owed */
    struct action_plan_list other_plans;         /* after other inspections and visits */
    const struct council_wait *typical_wait;     /* NULL: not known, or of too few inspections */
    const struct published_tests *published_tests; /* NULL: none is known to be met */
    const struct action_tally *actions;            /* never NULL */
    const struct measure *directors;               /* of children's services; never NULL */
    struct tenure_list tenures;                    /* one a term, oldest first */
    struct whole reports_published;                /* by Ofsted alone, among the inspections */
    const struct assurance *evidence;              /* never NULL */
    const struct coverage *coverage;               /* never NULL */
    struct measured_list indicators;               /* in the order of the file */
    struct audited_list audits;                    /* in order of time */
    struct complained_list complaints;             /* in order of time, then of the file */
    struct texts indicators_summary; /* sentences: targets met and missed, better, worse */
    struct texts indicator_groups;   /* each once; those without one come last */
    struct texts departments;        /* whose interventions there are, each once */
    const struct recommendation_tally *recommendations; /* never NULL */
    const struct milestone_tally *milestones;           /* never NULL */
    struct amount_parts_list funding_parts;             /* one an amount that has parts */
    const struct england *england;                      /* NULL: no table to compare with */
    struct str england_question, england_hash;          /* not fields: what it was counted from */
};

#endif
