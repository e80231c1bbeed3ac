/* What the parts of comparing a council with all others share. */
#ifndef COUNCILBRIEF_DERIVE_ENGLAND_COUNTING_H
#define COUNCILBRIEF_DERIVE_ENGLAND_COUNTING_H

#include "brief/all_councils.h"
#include "brief/derived.h"

/* What a briefing asks of a table. Figures follow from this and the table alone, so that they can
   be counted again without the specification. */
struct asked_figures {
    struct date day;
    struct str region;                   /* as the specification has it; absent: it does not say */
    struct council_report own;           /* its latest full inspection; `framework` NULL: none */
    const struct listed_council *listed; /* NULL: it is not in the table */
    LIST(struct str) neighbours;         /* their names */
};

/* ---- count.c ---- */

/* A judgement and what other frameworks call the same ground. */
struct ground {
    const struct framework *framework;
    const struct judgement *judgement;
    const struct judgement **same;  /* one a framework; NULL: it does not judge that alone */
    const struct judgement **joint; /* that which judges it together with something else */
};

struct counting {
    struct arena *arena;
    const struct all_councils *all;
    const struct asked_figures *question;
    const struct council_report *own;     /* what its grades are; NULL: not known, or in doubt */
    const struct council_report **latest; /* one a council; NULL: none by the day */
    size_t counted;                       /* councils with one */
    bool is_counted;                      /* the council itself is among them */
    LIST(struct ground) grounds;
};

/* The grade that a report gave for a judgement alone; NULL: none. */
const struct grade *grade_on(const struct counting *counting, const struct ground *ground,
                             const struct council_report *report);
/* What it gave for it together with something else; NULL: nothing. */
const struct judgement *judged_jointly(const struct counting *counting, const struct ground *ground,
                                       const struct council_report *report);
bool is_good_or_better(const struct grade *grade);
/* A count for each grade of the scale, of none so far; `own` (NULL: none) is marked. */
struct grade_count *new_grade_counts(const struct counting *counting, const struct ground *ground,
                                     const struct grade *own, size_t *count);
void count_grade(struct grade_count *counts, size_t count, const struct grade *grade);
struct whole whole_of(size_t number);

bool came_by(const struct asked_figures *question, const struct council_report *report);

/* False when no judgement is known of enough councils. */
bool count_grades(struct counting *counting, struct england *england);

/* ---- sequel.c ---- */

/* Figures without words; NULL when nothing can be said. */
struct england *england_count(struct arena *arena, const struct all_councils *all,
                              const struct asked_figures *question);
/* All its sentences. */
void england_words(struct arena *arena, const struct briefing *briefing, struct england *england);

/* ---- words.c: what the figures say ---- */

struct wording {
    struct arena *arena;
    const struct briefing *briefing;
    struct england *england;
    struct str council;    /* "Trafford" */
    struct str day;        /* "31 August 2026" */
    struct str neighbours; /* "the ten councils most like Trafford" */
};

long long number_of(const struct whole *whole);
struct str label_of_grade(const struct wording *wording, struct str id);
/* "", ", " or " and " before the i-th of so many. */
const char *joint_of(size_t i, size_t count);
/* A grade that is a verb: so many "require improvement". */
#define GRADE_VERB "requires "

/* Of judgements, position, neighbours and totals. */
void word_grades(struct wording *wording);

#endif
