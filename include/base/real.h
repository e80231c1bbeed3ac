/* Binary floating point numbers as text and back, exactly as Python does, in any locale. */
#ifndef COUNCILBRIEF_BASE_REAL_H
#define COUNCILBRIEF_BASE_REAL_H

#include "base/str.h"

enum {
    REAL_DIGITS_MAX = 17,  /* the most that the shortest text of a double needs */
    REAL_ROUND_MAX = 15,   /* decimals that real_round takes */
    REAL_PARSE_DIGITS = 40 /* significant digits that real_parse takes */
};

/* The digits of a number: 0.d1d2d3... times ten to the `point`. Zero is one digit 0, point 1. */
struct real_digits {
    bool negative;
    int count, point;
    char digits[REAL_DIGITS_MAX + 1];
};

/* Reads digits with an optional sign, point and exponent ("-1.5e3"): the nearest double, ties to
   even. False when the text has another form, has more than REAL_PARSE_DIGITS digits, or is too
   large or too small for a double. */
bool real_parse(struct str text, double *real);

/* The shortest digits that read back as the same finite number; the nearest, if several do. */
struct real_digits real_shortest(double real);

/* The same written out as Python prints a float: 0.5, 3.0, 1e-05, 1.5e+16. */
struct str real_text(struct arena *arena, double real);

/* Rounded to `decimals` places, 0 to REAL_ROUND_MAX; exact ties go to the even digit. */
double real_round(double real, int decimals);

/* a / b, correctly rounded; b is not 0. */
double real_quotient(int64_t a, int64_t b);

#endif
