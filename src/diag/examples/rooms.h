/* The examples of each room's codes, one file a room; `wrong` of the last is NULL. */
#ifndef COUNCILBRIEF_DIAG_EXAMPLES_ROOMS_H
#define COUNCILBRIEF_DIAG_EXAMPLES_ROOMS_H

#include "diag/examples.h"

extern const struct example reading_examples[], spec_examples[], template_examples[],
    doc_examples[], layout_examples[], environment_examples[];

#endif
