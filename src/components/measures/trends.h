/* What is drawn of an indicator, and how it is read aloud. */
#ifndef COUNCILBRIEF_COMPONENTS_MEASURES_TRENDS_H
#define COUNCILBRIEF_COMPONENTS_MEASURES_TRENDS_H

#include "components/measures/measures.h"

struct point {
    day at;        /* the last of its period */
    int64_t value; /* in millionths */
    bool joined;   /* a line leads to it from the point before */
    bool hollow;   /* not measured here, or not exact: a forecast, a predecessor's, "at least" */
    bool forecast;
};

/* A line across: a target, or the end of one; and a value of others. */
struct level {
    int64_t value;
    struct str label; /* absent: it has that of the level before it */
};

enum { MOST_LEVELS = 2 };

struct trend {
    const struct measured *measured;
    struct point *points;
    size_t count, latest; /* latest: the place of the last that was measured */
    int64_t low, high;    /* of the scale */
    struct level targets[MOST_LEVELS];
    size_t target_count;
    struct level peer; /* the label absent: none */
    struct str first_value, first_period, last_value, last_period;
    struct str forecast; /* "7% forecast"; absent: none */
    struct str told;     /* all values with their periods, in whole sentences */
};

/* False where there are not two values to draw a line between. */
bool trend_new(struct arena *arena, const struct briefing *briefing,
               const struct measured *measured, struct trend *trend);

/* Several, side by side where there is room, each row of them a drawing with its own text. */
struct trends {
    struct arena *arena;
    const struct trend *items;
    size_t count;
    struct span origin;
};

void trends_draw(struct canvas *canvas, const void *trends);

#endif
