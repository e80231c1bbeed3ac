/* Where a line may or must end: the part of Unicode's UAX #14 that English needs. */
#ifndef COUNCILBRIEF_LAYOUT_PARAGRAPH_LINEBREAK_H
#define COUNCILBRIEF_LAYOUT_PARAGRAPH_LINEBREAK_H

#include "base/str.h"

enum line_break {
    BREAK_NEVER,
    BREAK_ALLOWED,
    BREAK_IN_ADDRESS, /* allowed, between two parts of a web address */
    BREAK_MANDATORY
};

/* Sets breaks[i], for every i from 0 to text.len, to what may happen before byte i, an enum
   line_break; `breaks` has room for text.len + 1. BREAK_NEVER at 0 and inside a character,
   BREAK_MANDATORY at the end.

   Rules and classes are those of Unicode 15.0 with numbers kept whole (its section 8.2, example 7),
   for Latin script, punctuation, symbols and marks; other scripts are taken for letters. Beyond it:
   - a full stop, comma or colon is not parted from the figure behind it (".5");
   - figures joined by an en dash stay together ("2013–16");
   - only an opening quotation mark reaches across spaces to a bracket: `"quoted" (aside)` may part;
   - a web address, with its "https://" or without, breaks behind / ? & = - _ . before a letter or
     figure, and nowhere else, nor behind the slashes of "https://". */
void linebreak_find(struct str text, unsigned char *breaks);

#endif
