/* Which addresses a link may lead to. */
#ifndef COUNCILBRIEF_BASE_URL_H
#define COUNCILBRIEF_BASE_URL_H

#include "base/str.h"

/* http, https and mailto, without spaces. */
bool url_is_allowed(struct str url);

/* ---- Language codes: "en-GB", "cy" ---- */

/* Has the text the shape of BCP 47: parts of up to eight letters or digits with hyphens between
   them, the first of two or three letters? Whether there is such a language is not looked up. */
bool language_is_code(struct str text);

#endif
