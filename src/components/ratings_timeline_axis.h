/* The horizontal axis of the ratings timeline: frameworks as bands, years as ticks. Private to the
   ratings timeline. */
#ifndef COUNCILBRIEF_COMPONENTS_RATINGS_TIMELINE_AXIS_H
#define COUNCILBRIEF_COMPONENTS_RATINGS_TIMELINE_AXIS_H

#include "components/ratings_timeline.h"

struct axis {
    day first, last;
    milli left, length;
};

milli axis_at(const struct axis *axis, day at);
/* Of the bands and the labels of the ticks below them. */
milli axis_height(struct drawing *drawing, const struct theme *theme);
/* The bands' upper edge is at `y`; faint lines run through the `depth` below `below`. */
void axis_draw(const struct axis *axis, const struct story *story, struct drawing *drawing, milli y,
               milli below, milli depth);

#endif
