/* Liang's hyphenation patterns, as TeX and the dictionaries of libhyphen have them. */
#ifndef COUNCILBRIEF_LAYOUT_PARAGRAPH_HYPHEN_PATTERNS_H
#define COUNCILBRIEF_LAYOUT_PARAGRAPH_HYPHEN_PATTERNS_H

#include "base/str.h"

struct hyphen_patterns;

/* `file` is the text of a dictionary in UTF-8 and stays in use. NULL when it is none. */
struct hyphen_patterns *hyphen_patterns_new(struct arena *arena, struct str file);

/* The longest word that is looked up, in bytes. */
enum { HYPHEN_LONGEST_WORD = 64 };

/* Sets values[i] to what the patterns say of the place before byte i of a word in small letters: a
   hyphen may stand where it is odd. No word is longer than HYPHEN_LONGEST_WORD. */
void hyphen_patterns_find(const struct hyphen_patterns *patterns, struct str word,
                          unsigned char values[HYPHEN_LONGEST_WORD]);

#endif
