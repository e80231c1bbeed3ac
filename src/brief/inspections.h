/* The list of inspections before it is bound. */
#ifndef COUNCILBRIEF_BRIEF_INSPECTIONS_H
#define COUNCILBRIEF_BRIEF_INSPECTIONS_H

#include "data/bind/framework.h"
#include "data/yaml/node.h"

/* A specification with its inspections in order of time, those without a date last. One that stands
   in two tables, or in a table and in the file, becomes one record with the sources of both; E238
   where they differ. */
const struct node *inspections_in_order(struct diags *diags, const struct node *root,
                                        const struct frameworks *frameworks);

#endif
