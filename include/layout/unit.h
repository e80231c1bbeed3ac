/* Units of a page. All lengths are whole thousandths of a point; y grows downwards. */
#ifndef COUNCILBRIEF_LAYOUT_UNIT_H
#define COUNCILBRIEF_LAYOUT_UNIT_H

#include "base/colour.h"

#include <stdint.h>

/* 1/1000 pt; a page is about 842,000 high, so 32 bits hold 2,500 of them on top of each other. */
typedef int32_t milli;

enum { MILLI_PER_POINT = 1000 };

struct rect {
    milli x, y, width, height; /* from its top left corner */
};

#endif
