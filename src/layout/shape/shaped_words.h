/* Words that were shaped before, kept across briefings: most words of one stand in the next too. */
#ifndef COUNCILBRIEF_LAYOUT_SHAPE_SHAPED_WORDS_H
#define COUNCILBRIEF_LAYOUT_SHAPE_SHAPED_WORDS_H

#include "layout/shape/metrics.h"

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

/* Forgets words that have long been of no use, if there are many; what shaped_words_find gave must
   be out of use. */
void shaped_words_rest(struct shaped_words *words);

/* False: not shaped yet. The glyphs stay valid until shaped_words_rest. */
bool shaped_words_find(struct shaped_words *words, const struct shaped_key *key,
                       struct glyphs *glyphs);

/* Keeps a copy of a word that is not kept yet, if it is short and there is room: long texts hardly
   ever come again. */
void shaped_words_add(struct shaped_words *words, const struct shaped_key *key,
                      struct glyphs glyphs);

/* ---- How spaces are kerned, kept across briefings: few pairs of characters stand arou ---- */

struct kerned_spaces;

struct kerned_spaces *kerned_spaces_new(struct arena *arena);

#define NO_GLYPH UINT32_MAX

/* What a face makes of a space between two characters. */
struct kerned_space {
    uint32_t before; /* the glyph before the space; NO_GLYPH: the three are not three glyphs */
    milli advance;   /* of that glyph and the space together */
};

/* What glyphs a text gets depends on this and on nothing else. */
struct voice {
    enum face face;
    milli size;
    unsigned features; /* SHAPE_... */
};

/* `around` is the space with the character before it and the one behind it; they are of one voice.
 */
struct kerned_space kerned_space(const struct metrics *metrics, struct arena *scratch,
                                 const struct voice *voice, struct str around);

#endif
