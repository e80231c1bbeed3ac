/* Codes of brief/: what a briefing is made of, and its tables. What each says stands in
 * src/brief/brief_codes.c. */
#ifndef COUNCILBRIEF_BRIEF_BRIEF_CODES_H
#define COUNCILBRIEF_BRIEF_BRIEF_CODES_H

#include "diag/code.h"

extern const struct code E233, E236, E238, E250, W255, E256, E261, W261, E262, W262, E263, W263,
    E264, W264, E265, E266, E268, E269, E270, W274, E275, W275, E276, W276, E277, W277, E278, W278,
    W279, E386, W386;

extern const struct code *const brief_codes[]; /* all of them; ends with NULL */

#endif
