/* Words that were hyphenated before, kept across briefings: patterns are asked once a word. */
#ifndef COUNCILBRIEF_LAYOUT_PARAGRAPH_HYPHENATED_WORDS_H
#define COUNCILBRIEF_LAYOUT_PARAGRAPH_HYPHENATED_WORDS_H

#include "base/str.h"

struct hyphenated_words;

struct hyphenated_words *hyphenated_words_new(struct arena *arena);

/* Sets `points` (as of hyphens_find) and returns true if the word is known. */
bool hyphenated_words_find(const struct hyphenated_words *words, struct str word, uint64_t *points);

/* Keeps a word, in the place of another; words that are too long are not kept. */
void hyphenated_words_add(struct hyphenated_words *words, struct str word, uint64_t points);

#endif
