/* The examples of each room's codes, one file a room; `wrong` of the last is NULL. */
#ifndef COUNCILBRIEF_SRC_BASE_EXAMPLES_H
#define COUNCILBRIEF_SRC_BASE_EXAMPLES_H

#include "base/examples.h"

extern const struct example reading_examples[], spec_examples[], template_examples[],
    doc_examples[], layout_examples[], environment_examples[];

#endif
