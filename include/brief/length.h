/* How much of a paper is made, from page one alone to all that there is. */
#ifndef COUNCILBRIEF_BRIEF_LENGTH_H
#define COUNCILBRIEF_BRIEF_LENGTH_H

#include "data/bind/record.h"

enum paper_length { LENGTH_ABSENT, LENGTH_ONE, LENGTH_SHORT, LENGTH_STANDARD, LENGTH_FULL };

enum { PAPER_LENGTHS = LENGTH_FULL + 1 };

extern const struct word length_words[]; /* ends with {0} */

#endif
