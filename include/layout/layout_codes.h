/* Codes of layout/: theme, fonts, pictures and layout. What each says stands in
 * src/layout/layout_codes.c. */
#ifndef COUNCILBRIEF_LAYOUT_LAYOUT_CODES_H
#define COUNCILBRIEF_LAYOUT_LAYOUT_CODES_H

#include "diag/code.h"

extern const struct code E501, E502, E503, E504, E510, W511, E512, E513, E514, E520, E521, E522,
    E523, E524, E525, E526, E527, E530, E531, E532, E533, E534, E535, W540, E541, E545, E546, E547,
    E550, E551, E553, E554, W541, W542, W543, E935;

extern const struct code *const layout_codes[]; /* all of them; ends with NULL */

#endif
