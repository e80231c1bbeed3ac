/* Words that were shaped before, kept across briefings: most words of one stand in the next too. */
#ifndef COUNCILBRIEF_SRC_LAYOUT_SHAPED_WORDS_H
#define COUNCILBRIEF_SRC_LAYOUT_SHAPED_WORDS_H

#include "layout/metrics.h"

/* All that shaping depends on. */
struct shaped_key {
    struct str text;
    enum face face;
    milli size;
    unsigned features;
};

struct shaped_words;

/* In `arena`, but for the words themselves, which shaped_words_free frees. */
struct shaped_words *shaped_words_new(struct arena *arena);
void shaped_words_free(struct shaped_words *words);

/* Forgets all words if no more can be kept; what shaped_words_find gave must be out of use. */
void shaped_words_rest(struct shaped_words *words);

/* NULL: not shaped yet. The glyphs stay valid until shaped_words_rest. */
const struct glyphs *shaped_words_find(const struct shaped_words *words,
                                       const struct shaped_key *key);

/* Is there room to keep a word? Long texts hardly ever come again. */
bool shaped_words_keeps(const struct shaped_words *words, const struct shaped_key *key);

/* Where the glyphs of a word that is to be kept must be. */
struct arena *shaped_words_arena(struct shaped_words *words);

/* Keeps a word that is not kept yet; the glyphs are in that arena. */
void shaped_words_add(struct shaped_words *words, const struct shaped_key *key,
                      struct glyphs glyphs);

#endif
