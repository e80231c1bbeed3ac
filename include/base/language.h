/* Language codes: "en-GB", "cy". */
#ifndef COUNCILBRIEF_BASE_LANGUAGE_H
#define COUNCILBRIEF_BASE_LANGUAGE_H

#include "base/str.h"

/* Has the text the shape of BCP 47: parts of up to eight letters or digits with hyphens between
   them, the first of two or three letters? Whether there is such a language is not looked up. */
bool language_is_code(struct str text);

#endif
