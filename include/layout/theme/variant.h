/* The same briefing for other readers: in large print, in greys, or both. */
#ifndef COUNCILBRIEF_LAYOUT_THEME_VARIANT_H
#define COUNCILBRIEF_LAYOUT_THEME_VARIANT_H

#include <stdbool.h>

struct variant {
    bool large_print, greyscale;
};

/* The suffix of its file's name, so that no variant overwrites another: "-large-print". */
const char *variant_suffix(struct variant variant);

struct theme;

/* Makes a sound theme one of large print: all text 18 pt or more, running texts and labels in
   drawings 16 pt, lines further apart; headings grow less than running text, and margins shrink a
   little, so that words keep their place. */
void theme_enlarge(struct theme *theme);

/* Replaces every colour by a grey of the same luminance, rounded so that no contrast between text
   or shapes and their background falls. */
void theme_grey(struct theme *theme);

#endif
