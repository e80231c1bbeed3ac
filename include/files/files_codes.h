/* Codes of files/: reading and writing files. What each says stands in src/files/files_codes.c. */
#ifndef COUNCILBRIEF_FILES_FILES_CODES_H
#define COUNCILBRIEF_FILES_FILES_CODES_H

#include "diag/code.h"

extern const struct code E101, E102, E103, E106, E121, E122, E123, E124, E125, E126, E127, E128,
    E129, E343, W350, E274, E330, E901, E904, E905, E912, E931, E932, E950, E951, E953, E954, W950,
    W951, W966, E968;

extern const struct code *const files_codes[]; /* all of them; ends with NULL */

#endif
