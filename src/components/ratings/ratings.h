/* The inside of ratings-table: inspections that may be compared as columns, comparable judgements
   as rows, and what can be compared with nothing. */
#ifndef COUNCILBRIEF_COMPONENTS_RATINGS_RATINGS_H
#define COUNCILBRIEF_COMPONENTS_RATINGS_RATINGS_H

#include "components/kit/kit.h"

struct inspected {
    const struct inspection *inspection;
    const struct framework *framework;
};

struct comparable { /* a row: judgements that may be compared */
    struct str label;
    const struct judgement **judgements; /* one a column; NULL where the framework has none */
};

struct alone { /* a judgement that has no other to stand beside */
    struct inspected column;
    const struct judgement *judgement; /* NULL: the inspection's overall one */
};

struct ratings {
    struct composer *composer;
    const struct briefing *briefing;
    struct str of; /* the body whose inspections they are; absent: the council itself */
    struct inspected *inspections; /* all that are shown, oldest first */
    size_t shown;
    LIST(struct inspected) columns; /* oldest first; the newest and all it can be compared with */
    LIST(struct comparable) rows;
    LIST(struct alone) alone;  /* graded at one inspection only, by inspection */
    struct inspected *earlier; /* full inspections before the columns, oldest first */
    size_t earlier_count;
    LIST(struct str) ungraded;     /* rows left out because none of their grades is given */
    bool has_uncomparable;         /* a cell says so */
    const struct judgement *joint; /* a cell shows its grade beside rows of its parts */
};

struct graded {
    struct str grade; /* absent: not stated */
    struct refs source;
    struct span span;
};

/* ---- ratings_rows.c ---- */

/* The newest full inspections of the body by the day of the briefing, at most `most`. */
void ratings_collect(struct ratings *ratings, size_t most);
/* Takes the inspections before the columns, whose grades stand alone. */
void ratings_set_earlier_apart(struct ratings *ratings);
/* What can be compared becomes rows; the rest stands alone. */
void ratings_sort(struct ratings *ratings);
/* In a column that has no judgement for the row alone: the judgement that covered it together with
   others; NULL: there is none. */
const struct judgement *joint_judgement(const struct ratings *ratings, const struct comparable *row,
                                        size_t column);
/* Collects the inspections of any body that are not full ones: they are shown apart, and set no
   grade. */
void ratings_collect_others(struct ratings *ratings);
struct graded grade_given(const struct inspection *inspection, struct str judgement);
struct graded overall_given(const struct inspection *inspection);

/* ---- ratings_notes.c ---- */

/* "October 2015", "fieldwork July 2015", "date not known" */
struct str inspection_month(struct arena *arena, const struct inspection *inspection);
/* What stands below the tables: judgements without a name, bodies of other kinds, gaps. */
void ratings_set_notes(const struct ratings *ratings);

#endif
