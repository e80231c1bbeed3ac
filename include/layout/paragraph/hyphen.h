/* Hyphenation of English words by Liang's patterns. */
#ifndef COUNCILBRIEF_LAYOUT_PARAGRAPH_HYPHEN_H
#define COUNCILBRIEF_LAYOUT_PARAGRAPH_HYPHEN_H

#include "diag/diag.h"

struct hyphens;

/* Loads the patterns; NULL when the file is not there: then nothing is hyphenated (W511), or when
   it cannot be read (E551). */
struct hyphens *hyphens_new(struct arena *arena, struct diags *diags, const char *path);

/* Bit i is set where a hyphen may stand before byte i of `word` (all letters, lower or
   capitalised); at least three letters on each side. Words of more than 64 bytes are not
   hyphenated. */
uint64_t hyphens_find(const struct hyphens *hyphens, struct str word);

#endif
