/* Codes of changes/: what stands in the way of telling what changed, and what is told without a
 * reason.*/
#ifndef COUNCILBRIEF_CHANGES_CHANGES_CODES_H
#define COUNCILBRIEF_CHANGES_CHANGES_CODES_H

#include "diag/code.h"

extern const struct code E940, W940, W941, W942, E955, E957, W955, W967;
extern const struct code *const changes_codes[];

#endif
