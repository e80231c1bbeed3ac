/* Numbers that a text names, in figures or in words: `1,200`, `twenty-one`, `two and a half`. */
#ifndef COUNCILBRIEF_BASE_NUMBER_WORDS_H
#define COUNCILBRIEF_BASE_NUMBER_WORDS_H

#include "base/str.h"

struct named_number {
    int64_t thousandths; /* 2,500 for "two and a half" */
    bool rough;          /* after "nearly", "more than" and the like */
    bool weak;           /* may be no number at all: a year, "no", "half" */
    bool fraction;       /* of a whole: 500 for "half" */
    size_t start, end;   /* in the text */
};

/* The next number at or after `*at`, which moves past it; false when there is none. */
bool number_words_next(struct str text, size_t *at, struct named_number *number);

#endif
