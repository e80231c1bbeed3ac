/* The parts of the ratings timeline with time from left to right: across.c finds their places,
   axis.c and lanes.c draw them. */
#ifndef COUNCILBRIEF_COMPONENTS_CHART_ACROSS_H
#define COUNCILBRIEF_COMPONENTS_CHART_ACROSS_H

#include "components/chart/chart.h"

/* ---- axis.c: frameworks as bands, years as ticks ---- */

struct axis {
    day first, last;
    milli left, length;
};

milli axis_at(const struct axis *axis, day at);
/* The height of the bands and of the tick labels below them. */
milli axis_height(struct drawing *drawing, const struct theme *theme);
/* The bands' upper edge is at `y`; faint lines run through the `depth` below `below`. */
void axis_draw(const struct axis *axis, const struct story *story, struct drawing *drawing, milli y,
               milli below, milli depth);

/* ---- lanes ---- */

enum {
    MARK = 11000,      /* of a full inspection */
    SMALL_MARK = 6000, /* of a change in leadership, and of a judgement among several */
    MARK_SPACE = 4000, /* between a mark and its label */
    BAR = 6000,        /* how thick */
};

/* A label with its mark, and the row it stands in. */
struct flag {
    const struct episode *episode;
    struct label label;
    milli before; /* from the place on the axis to the label */
    size_t row;   /* 0 is nearest to the axis */
};

struct flags {
    struct flag *items;
    size_t count, capacity;
    size_t rows;
};

/* Visits of one kind, on a row of their own. */
struct visits {
    struct episode label_of; /* title and detail of the row */
    struct label label;
    LIST(const struct episode *) items;
};

struct across {
    struct story *story;
    const struct theme *theme;
    struct drawing *drawing;
    struct axis axis;
    struct flags grades, bars, changes;
    struct flags unnamed; /* changes for whose labels there is no room */
    LIST(struct visits) visits;
};

milli across_scaled(const struct across *across, milli measure);
/* Where the mark of an episode stands; a bar begins on the first day on which it may have been in
   force. */
milli across_place(const struct across *across, const struct episode *episode);
milli across_mark_size(const struct across *across, const struct episode *episode);

/* ---- lanes.c: lanes from top to bottom; returns how tall they came out ---- */
milli across_draw(const struct across *across);

#endif
