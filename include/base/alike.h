/* Whether two names are the same, however they are typed. */
#ifndef COUNCILBRIEF_BASE_ALIKE_H
#define COUNCILBRIEF_BASE_ALIKE_H

#include "base/str.h"

/* A name in one form for comparing: in small letters, one space between words, without apostrophes,
   full stops and commas; dashes between letters become spaces, `&` becomes "and", "Saint" becomes
   "st". Characters that cannot be seen are dropped. A hyphen before a figure stays: it may be a
   minus. */
struct str name_plain(struct arena *arena, struct str name);

/* True of `King’s Lynn` and `Kings Lynn`, of `St. Helens` and `St Helens`, and for `&` and
   `and`. */
bool names_agree(struct arena *arena, struct str a, struct str b);

#endif
