/* Frameworks whose variants are told apart by the time of the inspection. */
#ifndef COUNCILBRIEF_BRIEF_TABLES_VARIANTS_H
#define COUNCILBRIEF_BRIEF_TABLES_VARIANTS_H

#include "data/bind/framework.h"
#include "data/yaml/node.h"

/* An inspection whose `framework` names a family, such as ILACS, with the variant that was in force
   when fieldwork began; and with the one judgement that it has of those that a key names, as in
   `in_care or in_care_and_care_leavers`. What cannot be told is left as it is. */
const struct node *inspection_by_date(struct arena *arena, const struct frameworks *frameworks,
                                      const struct node *inspection);

/* The same of every inspection of a specification, and of what its comparators were given. */
const struct node *inspections_by_date(struct arena *arena, const struct frameworks *frameworks,
                                       const struct node *root);

#endif
