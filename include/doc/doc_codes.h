/* Codes of doc/: Markdown and components. What each says stands in src/doc/doc_codes.c. */
#ifndef COUNCILBRIEF_DOC_DOC_CODES_H
#define COUNCILBRIEF_DOC_DOC_CODES_H

#include "diag/code.h"

extern const struct code E401, E402, W402, E403, W403, E404, W404, E405, E406, E407, E408, W408,
    E409, E410, W410, E411, E412, E413, E414, E415, E416, E417, E418, E419, E420, W420, E421, E422,
    E424, E552;

extern const struct code *const doc_codes[]; /* all of them; ends with NULL */

#endif
