/* Which addresses a link may lead to, and the form of language codes. */
#ifndef COUNCILBRIEF_BASE_URL_H
#define COUNCILBRIEF_BASE_URL_H

#include "base/str.h"

/* http, https and mailto, without spaces. */
bool url_is_allowed(struct str url);

/* ---- Language codes: "en-GB", "cy" ---- */

/* Has the text the form that BCP 47 gives: parts of up to eight letters or digits joined by
   hyphens, the first of two or three letters? Whether such a language exists is not looked up. */
bool language_is_code(struct str text);

#endif
