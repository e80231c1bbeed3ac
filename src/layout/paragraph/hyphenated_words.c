/* A table of fixed size, in which a new word takes the place of an old one. A word and its points
   lie in one place of half a cache line, where the patterns are spread over a hundred times that.
 */
#include "layout/paragraph/hyphenated_words.h"

#include <xxhash.h>

enum { PLACES = 4096, LONGEST_WORD = 27 };

struct place {
    uint32_t points;
    unsigned char len; /* 0: free */
    char text[LONGEST_WORD];
};

struct hyphenated_words {
    struct place places[PLACES];
};

struct hyphenated_words *hyphenated_words_new(struct arena *arena)
{
    return ARENA_NEW(arena, struct hyphenated_words);
}

static size_t place_of(struct str word)
{
    return (size_t)(XXH3_64bits(word.at, word.len) % PLACES);
}

bool hyphenated_words_find(const struct hyphenated_words *words, struct str word, uint64_t *points)
{
    if (word.len == 0 || word.len > LONGEST_WORD)
        return false;
    const struct place *place = &words->places[place_of(word)];
    *points = place->points;
    return place->len == word.len && memcmp(place->text, word.at, word.len) == 0;
}

void hyphenated_words_add(struct hyphenated_words *words, struct str word, uint64_t points)
{
    if (word.len == 0 || word.len > LONGEST_WORD)
        return;
    struct place *place = &words->places[place_of(word)];
    place->points = (uint32_t)points;
    place->len = (unsigned char)word.len;
    memcpy(place->text, word.at, word.len);
}
