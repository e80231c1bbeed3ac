/* Whether two names say the same, however they are typed. */
#ifndef COUNCILBRIEF_BASE_ALIKE_H
#define COUNCILBRIEF_BASE_ALIKE_H

#include "base/str.h"

/* What a name says: in small letters, one space between words, without apostrophes, full stops and
   commas; dashes between letters are spaces, `&` is "and", "Saint" is "st". What cannot be seen
   does not count. A hyphen before a figure stays: it may be a minus. */
struct str name_said(struct arena *arena, struct str name);

/* `King’s Lynn` and `Kings Lynn`, `St. Helens` and `St Helens`, `Bath & North East` and `and`. */
bool names_agree(struct arena *arena, struct str a, struct str b);

#endif
