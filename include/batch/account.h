/* What a run did: what became of each briefing, and what of its inputs had changed. */
#ifndef COUNCILBRIEF_BATCH_ACCOUNT_H
#define COUNCILBRIEF_BATCH_ACCOUNT_H

#include "base/list.h"
#include "batch/jobs.h"

#include <stdio.h>

/* Why a briefing is not as an earlier run left it. In this order one is told before another: what
   is its own before what it shares with many. */
enum reason_kind {
    REASON_NONE,
    REASON_NEW,            /* it was not built before */
    REASON_FORCED,         /* --force */
    REASON_ANOTHER_INPUT,  /* the file was made of another specification, `what` */
    REASON_OUTPUT_GONE,    /* of a file, `what`, that was made */
    REASON_OUTPUT_CHANGED, /* the same */
    REASON_SPECIFICATION,
    REASON_ISSUE_BEFORE,    /* the facts of it, `what` */
    REASON_FILE,            /* a file, `what`, that it names */
    REASON_ROWS,            /* of a table, `what` */
    REASON_FIGURES,         /* counted from a table, `what` */
    REASON_ROWS_MOVED,      /* to other lines, and its warnings point to them */
    REASON_STRICT,          /* it has warnings */
    REASON_SHARED,          /* a file, `what`, of the template, or that all briefings need */
    REASON_SHARED_WARNINGS, /* of the template, whose places have moved */
    REASON_OPTIONS,         /* `what`: those of before */
    REASON_AGE,             /* its own day is too long ago by now, or no longer */
    REASON_PROGRAM,         /* `what`: its version of before, where that was another */
    REASON_KINDS
};

/* What became of an input. */
enum reason_change { INPUT_CHANGED, INPUT_CAME, INPUT_WENT };

struct reason {
    enum reason_kind kind;
    enum reason_change change;
    struct str what;
};

struct reasons {
    struct reason *items;
    size_t count, capacity;
};

/* Adds one, unless it is there already; `what` is copied. */
void reasons_add(struct arena *arena, struct reasons *reasons, const struct reason *reason);

enum outcome {
    OUTCOME_UNTRIED,
    OUTCOME_BUILT,
    OUTCOME_UNCHANGED,
    OUTCOME_REFUSED,
    OUTCOME_FAILED,
    OUTCOME_CRASHED,
    OUTCOMES
};

/* Of one briefing. */
struct accounted {
    enum outcome outcome;
    size_t warnings;
    struct reasons reasons; /* of what was not unchanged */
    struct str since;       /* as moved_text gives it; absent: nobody asked */
    struct str error;       /* the first, as diags_first_error gives it; absent: there was none */
};

struct account {
    struct arena *arena;
    const struct jobs *jobs;
    struct accounted *items; /* one for each job */
};

struct account account_new(struct arena *arena, const struct jobs *jobs);

/* For people: a line for each reason for which briefings were built, with their number. */
void account_tell(const struct account *account, FILE *out);

/* The same and more, in Markdown: `head` is the line of counts, `failure` what kept the run from
   its jobs (absent: nothing did). */
struct str account_page(const struct account *account, struct str head, struct str failure);

#endif
