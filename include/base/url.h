/* Which addresses a link may lead to. */
#ifndef COUNCILBRIEF_BASE_URL_H
#define COUNCILBRIEF_BASE_URL_H

#include "base/str.h"

/* http, https and mailto, without spaces. */
bool url_is_allowed(struct str url);

#endif
