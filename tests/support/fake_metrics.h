/* Made-up metrics, so that layout tests depend on no font. */
#ifndef COUNCILBRIEF_TESTS_SUPPORT_FAKE_METRICS_H
#define COUNCILBRIEF_TESTS_SUPPORT_FAKE_METRICS_H

#include "layout/shape/metrics.h"

/* One glyph a code point, its id the code point itself. In thousandths of the size: a character is
   500 wide and 550 in the bold faces and the heading face; figures are 500 and the space and the
   no-break space 250 in every face. Ascent 750, descent 250, capitals 700, x-height 500.
   The characters U+E000 to U+F8FF are those that the fonts lack: glyph 0. */
struct metrics fake_metrics(void);

#endif
