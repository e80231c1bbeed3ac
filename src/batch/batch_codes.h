/* Codes of batch/: runs, workers and the manifest. What each says is in src/batch/batch_codes.c. */
#ifndef COUNCILBRIEF_BATCH_BATCH_CODES_H
#define COUNCILBRIEF_BATCH_BATCH_CODES_H

#include "diag/code.h"

extern const struct code E130, W102;
extern const struct code E902, E903, E920, E921, E922, E923, E924, E925, E926, W927, W928, W929,
    E933, E934, E350, W960, E961, E962, E963, E964, E965;

extern const struct code *const batch_codes[]; /* all of them; ends with NULL */

#endif
