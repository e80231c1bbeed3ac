/* The inside of grade-chart and grade-strip: grades and interventions as days, and how they are
   read aloud. */
#ifndef COUNCILBRIEF_COMPONENTS_CHART_GRADES_H
#define COUNCILBRIEF_COMPONENTS_CHART_GRADES_H

#include "components/ratings/ratings.h"
#include "layout/drawing/drawing.h"

enum { LANES = 4 }; /* outstanding, good, requires improvement, inadequate */

/* A grade at a report. */
struct grade_point {
    const struct inspection *inspection;
    struct str grade; /* its id */
    struct str month; /* "October 2015" */
    day at;
    size_t lane;   /* 0: outstanding */
    bool alone;    /* of a part of the service, on another scale or of another body: not joined */
    bool joint;    /* judged together with something else */
    size_t number; /* in the drawing, where its month has no room; 0: none */
};

struct grade_line {
    struct str name;                 /* "Overall", "Help and protection" */
    LIST(struct grade_point) points; /* in order of time */
};

enum band_end { BAND_ENDED, BAND_RUNS, BAND_END_UNKNOWN };

/* An intervention. */
struct grade_band {
    const struct intervention *intervention;
    day from, to;
    enum band_end end;
    bool letter; /* a tick, not a band */
    size_t row;
    struct str name; /* "First, December 2013" */
    struct str year;
    struct str told; /* "from December 2013 to January 2016" */
};

struct grade_rows { /* names of the rows of bands: one a kind, or more where they overlap */
    struct str *items;
    size_t count, capacity;
};

struct history {
    struct composer *composer; /* while it is composed */
    struct arena *arena;
    const struct briefing *briefing;
    struct str of;                 /* another body; absent: the council itself */
    LIST(struct grade_line) lines; /* one: the overall grade; or one a judgement */
    bool overall;                  /* it is the overall grade */
    LIST(struct grade_band) bands;
    struct grade_rows rows;
    day first, last; /* from the beginning of a year to the position day */
    struct span origin;
};

/* ---- history.c ---- */
struct history history_find(struct composer *composer, const struct briefing *briefing,
                            struct str of, const struct date *from);
/* Is there anything to draw? */
bool history_drawable(const struct history *history);

/* ---- grades_words.c ---- */
struct str history_month(struct arena *arena, const struct date *date);
struct str history_told(const struct history *history);
/* "Cumbria County Council, overall: requires improvement in May 2022.", of few grades. */
void history_set_line(const struct history *history);
/* The same as a list. */
void history_set_list(const struct history *history);
void history_cite(struct phrase *phrase, const struct history *history);
/* Below the drawing: what is only seen in it, and the sources. */
const struct inline_node *history_note(const struct history *history);
/* "First" */
const char *ordinal(size_t number);

/* ---- grade_panel.c ---- */
void history_draw(struct canvas *canvas, const void *history);

#endif
