/* What a fault looks like, and how it is mended: the examples that `explain` prints and tests run.
 */
#ifndef COUNCILBRIEF_DIAG_EXAMPLES_H
#define COUNCILBRIEF_DIAG_EXAMPLES_H

#include "diag/codes.h"

/* Whole lines, each with its line ending, as they stand in tests/diagnostics/CODE.*: there the test
   finds `wrong`, puts `right` in its place, and sees the fault gone. */
struct example {
    enum code code;
    const char *wrong, *right;
};

/* NULL where a few lines cannot show the fault: a missing file, a full disk. */
const struct example *code_example(enum code code);

#endif
