/* The two ways of drawing the ratings timeline, and the labels that they share. */
#ifndef COUNCILBRIEF_COMPONENTS_CHART_CHART_H
#define COUNCILBRIEF_COMPONENTS_CHART_CHART_H

#include "components/chart/story.h"
#include "layout/drawing/drawing.h"

/* ---- across.c: time from left to right ---- */
/* False, and nothing is set, when the labels have no room beside one another. */
bool story_across(struct canvas *canvas, struct story *story, struct str alt);

/* ---- down.c: time from top to bottom, over as many drawings as it takes ---- */
void story_down(struct canvas *canvas, struct story *story, struct str alt, struct str behind);

/* ---- label.c: a title with its date and its details below it ---- */
enum { LABEL_TEXTS = 3 };
struct label {
    const struct drawn_text *lines[LABEL_TEXTS]; /* the first is the title */
    milli width, height;
};
/* In a width of `limit`, or of its widest word, but of `most` at the most. */
struct label label_new(struct drawing *drawing, const struct theme *theme,
                       const struct episode *episode, milli limit, milli most);
void label_place(struct drawing *drawing, const struct theme *theme, const struct label *label,
                 milli x, milli y);
struct drawn_look chart_look(bool strong, struct colour colour);
milli label_baseline(const struct label *label); /* of its first line */
/* How tall a drawing may be that shares its page with a caption. */
milli chart_room(const struct drawing *drawing, const struct theme *theme);
milli larger(milli a, milli b);

#endif
