/* Hyphenation of English words by Liang's patterns. */
#ifndef COUNCILBRIEF_LAYOUT_PARAGRAPH_HYPHEN_H
#define COUNCILBRIEF_LAYOUT_PARAGRAPH_HYPHEN_H

#include "base/str.h"
#include "diag/diag.h"

struct hyphens;

/* Loads the patterns; NULL when the file is not there: then nothing is hyphenated (W511), or when
   it cannot be read (E551). */
struct hyphens *hyphens_new(struct arena *arena, struct diags *diags, const char *path);

/* Bit i is set where a hyphen may stand before byte i of `word` (all letters, lower or
   capitalised); at least three letters on each side. Words of more than 64 bytes are not
   hyphenated. */
uint64_t hyphens_find(const struct hyphens *hyphens, struct str word);

/* ---- Liang's hyphenation patterns, as TeX and the dictionaries of libhyphen have them ---- */

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
