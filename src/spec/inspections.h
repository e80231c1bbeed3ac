/* The list of inspections before it is bound. Private to spec/. */
#ifndef COUNCILBRIEF_SPEC_INSPECTIONS_H
#define COUNCILBRIEF_SPEC_INSPECTIONS_H

#include "spec/framework.h"
#include "spec/node.h"

/* A specification with its inspections in order of time, those without a date last. */
const struct node *inspections_in_order(struct arena *arena, const struct node *root);

#endif
