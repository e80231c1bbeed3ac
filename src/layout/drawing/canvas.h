/* The inside of a drawing that is being made. Private to drawing.c and drawing_text.c. */
#ifndef COUNCILBRIEF_LAYOUT_DRAWING_CANVAS_H
#define COUNCILBRIEF_LAYOUT_DRAWING_CANVAS_H

#include "layout/drawing/drawing.h"
#include "layout/flow/setting.h"

struct canvas {
    struct flow *flow;
    struct buf remarks;
};

struct drawing {
    struct flow *flow;
    struct span origin;
    struct content content; /* of no element yet */
};

#endif
