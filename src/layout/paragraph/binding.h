/* Spaces at which English does not like a line to end, though Unicode's rules allow it. */
#ifndef COUNCILBRIEF_LAYOUT_PARAGRAPH_BINDING_H
#define COUNCILBRIEF_LAYOUT_PARAGRAPH_BINDING_H

#include "base/str.h"

/* Sets bound[i], for every i from 0 to text.len, to whether what stands before byte i holds to what
   follows it. The text has single spaces, each of which binds with the byte behind it:
   - dates and times: `19 January 2018`, `2 pm`
   - numbers and what they count: `£12 million`, `70 working days`, `12 per cent`, `25 000`
   - labels and their numbers: `Part 1`, `section 497A`, `page 4`, `Appendix B`
   - names: `J. K. Rowling`, `Mr Smith`, `Nicky Morgan MP`, `Smith (Lab)`, `(Lib Dem)`
   - `e.g.` and the like with what follows
   A dash or an ellipsis holds to what stands before it, and a sign to its figure: `–14`. */
void binding_find(struct str text, bool *bound);

#endif
