/* Codes of pdf/: the PDF. What each says stands in src/pdf/pdf_codes.c. */
#ifndef COUNCILBRIEF_PDF_PDF_CODES_H
#define COUNCILBRIEF_PDF_PDF_CODES_H

#include "diag/code.h"

extern const struct code E601, E602, E603, E604, E605, E606, E607, E608, E609, E610, E611, E612,
    E613, E614, E615, E690, E691;

extern const struct code *const pdf_codes[]; /* all of them; ends with NULL */

#endif
