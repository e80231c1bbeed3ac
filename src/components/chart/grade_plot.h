/* Where days stand in a drawing of grades, and the axis below it. */
#ifndef COUNCILBRIEF_COMPONENTS_CHART_GRADE_PLOT_H
#define COUNCILBRIEF_COMPONENTS_CHART_GRADE_PLOT_H

#include "components/chart/grades.h"

enum { MOST_LABELS = 64 };

struct placed { /* a label, and where it stands */
    milli left, right, top;
    const struct drawn_text *text;
};

struct plot {
    struct drawing *drawing;
    const struct theme *theme;
    const struct history *history;
    const struct grade_line *line;
    milli left, width; /* of the plot; what is left of it names its rows */
    milli lanes;       /* of the first lane */
    milli step, stroke;
    bool small; /* one of several */
    struct placed labels[MOST_LABELS];
    size_t label_count, numbers;
    struct str said;     /* the last name: the same again would tell nothing */
    struct buf numbered; /* "1: October 2015. " */
};

struct plot plot_new(struct drawing *drawing, const struct history *history,
                     const struct grade_line *line);
milli plot_scaled(const struct plot *plot, milli measure);
milli plot_x(const struct plot *plot, day at);
/* A text on one line, with its top left corner at (x, y). */
milli plot_width(const struct plot *plot, struct str text, bool strong);
void plot_text(const struct plot *plot, struct str text, bool strong, struct colour colour, milli x,
               milli y);
/* Whole years, each at its first day; of a small plot the first and the last alone. Returns how
   tall it is. */
milli plot_axis(const struct plot *plot, milli y);

#endif
