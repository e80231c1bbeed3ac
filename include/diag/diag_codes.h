/* Codes of diag/: of texts as such. What each says stands in src/diag/diag_codes.c. */
#ifndef COUNCILBRIEF_DIAG_DIAG_CODES_H
#define COUNCILBRIEF_DIAG_DIAG_CODES_H

#include "diag/code.h"

extern const struct code W101, E104, E105, W401, E425;

extern const struct code *const diag_codes[]; /* all of them; ends with NULL */

#endif
