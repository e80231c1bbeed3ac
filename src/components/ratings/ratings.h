/* The inside of judgements: inspections that may be compared as columns, comparable judgements as
   rows, and what can be compared with nothing. */
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
    LIST(struct alone) alone;  /* of inspections that stand apart, then of one column each */
    size_t apart;              /* how many are of inspections that stand apart */
    struct inspected *earlier; /* full inspections before the columns, oldest first */
    size_t earlier_count;
    LIST(struct str) ungraded; /* rows left out because none of their grades is given */
};

struct graded {
    struct str grade; /* absent: not stated */
    struct refs source;
    struct span span;
};

/* ---- ratings_rows.c ---- */

/* The newest full inspections of the body by the day of the briefing, at most `most`, without the
   `newer` ones that another table has. */
void ratings_collect(struct ratings *ratings, size_t most, size_t newer);
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

/* ---- judgement_lines.c: what the table says, line by line ---- */

enum line_kind { LINE_OVERALL, LINE_JUDGEMENT, LINE_BODY };

struct line {
    enum line_kind kind;
    struct str label;
    const struct comparable *row; /* of a judgement */
    struct str body;              /* of another body: its key in the framework, or its name */
    bool part;                    /* of the judgement above it */
};

/* What an inspection found on a line. */
enum found { FOUND_GRADE, FOUND_JOINT, FOUND_NOTHING };

struct finding_on {
    enum found found;
    struct graded graded;          /* of a joint one: for all that it covered */
    const struct judgement *joint; /* by which judgement */
    struct str why;                /* there is nothing: "Not judged then" */
};

struct judgement_table {
    struct ratings *ratings;
    LIST(struct line) lines;
    const struct england *england; /* beside the grades; NULL: nothing is compared */
    bool change;                   /* the last column says what changed */
    bool region;                   /* England's region has figures */
    bool quiet;                    /* of another body: nothing is filled */
    bool alone;                    /* without rows of other bodies */
    size_t columns;                /* in all */
};

void lines_find(struct judgement_table *table);
struct finding_on line_finding(const struct judgement_table *table, const struct line *line,
                               size_t column);

/* How a line changed at the newest inspection. */
struct line_change {
    int direction; /* enum direction; CHANGE_ABSENT: a grade is not known */
    int64_t grades;
    bool was_joint; /* until then it was judged together with something else */
};
struct line_change line_change(const struct judgement_table *table, const struct line *line);
/* NULL: England's councils are not compared on this line. */
const struct england_judgement *line_compared(const struct judgement_table *table,
                                              const struct line *line);
/* Is the grade on the scale of the newest full inspections? */
bool grade_is_of_today(const struct briefing *briefing, struct str grade);

/* ---- judgement_grid.c: as rows of cells ---- */

enum { MOST_COLUMNS = 4 }; /* of inspections side by side */

/* What stands behind the grades: England's councils where that is wanted and known, else what
   changed where there is room. */
void judgements_choose_columns(struct judgement_table *table, bool compare);
void judgements_set_table(const struct judgement_table *table, struct str caption,
                          struct span origin);
void judgements_set_alone(struct ratings *ratings, const char *caption, struct span origin);

/* ---- judgement_words.c: what stands below the table, and what is told in place of columns ---- */

/* "October 2015", "fieldwork July 2015", "date not known" */
struct str inspection_month(struct arena *arena, const struct inspection *inspection);
/* A grade cites its own sources only where the head of its column does not. */
bool has_sources_of_its_own(struct refs source, struct refs column);
/* Does the head name the region, as "North West"? Else it says "Region", and the note names it. */
bool region_fits(struct str region);
/* The one note; `all`: everything is shown, in this table or in others. */
void set_judgements_note(const struct judgement_table *table, bool all);
/* What the columns held that a page with short lines has no room for. */
const struct inline_node *judgements_instead(const struct judgement_table *table, size_t spare);

#endif
