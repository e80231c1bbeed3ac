/* The same briefing for other readers: in large print, in greys, or both. */
#ifndef COUNCILBRIEF_LAYOUT_THEME_VARIANT_H
#define COUNCILBRIEF_LAYOUT_THEME_VARIANT_H

#include <stdbool.h>

struct variant {
    bool large_print, greyscale;
};

/* What stands behind the name of its file, so that no variant replaces another: "-large-print". */
const char *variant_suffix(struct variant variant);

struct theme;

/* Makes a sound theme one of large print: all text 18 pt or more, running texts and labels in
   drawings 16 pt, lines further apart; headings grow less than running text, and margins shrink a
   little, so that words keep their place. */
void theme_enlarge(struct theme *theme);

/* Puts a grey of the same luminance in the place of every colour, rounded so that no contrast
   between text or shapes and what is behind them falls. */
void theme_grey(struct theme *theme);

#endif
