/* Codes of template/: templates. What each says stands in src/template/template_codes.c. */
#ifndef COUNCILBRIEF_TEMPLATE_TEMPLATE_CODES_H
#define COUNCILBRIEF_TEMPLATE_TEMPLATE_CODES_H

#include "diag/code.h"

extern const struct code E301, E302, E303, E304, E305, E306, E307, E308, E309, E310, E311, E312,
    E313, E314, E315, E316, E317, E318, E319, E320, E321, E322, E340, W340, E341, W341, W360;

extern const struct code *const template_codes[]; /* all of them; ends with NULL */

#endif
