/* Codes of data/: YAML, and records made of it. What each says stands in src/data/data_codes.c. */
#ifndef COUNCILBRIEF_DATA_DATA_CODES_H
#define COUNCILBRIEF_DATA_DATA_CODES_H

#include "diag/code.h"

extern const struct code E110, E111, E112, E113, E114, E115, E116, E117, E201, W201, E202, E203,
    E204, E205, E206, E207, E208, E209, E210, E211, E213, E214, W256, E259, W267, E271, W271, W405,
    W406;

extern const struct code *const data_codes[]; /* all of them; ends with NULL */

#endif
