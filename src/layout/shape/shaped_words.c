/* Shaped words in two generations, each a hash table with open addressing, at most half full. A
   word of the old one that is asked for is taken into the young one; when that has its half of the
   words that may be kept, it becomes the old one, and what nobody asked for since is forgotten. So
   names and numbers that come once make room for one another, and the words of every briefing stay.

   What costs time here is memory that is far away: all that finds a word lies in one line of the
   processor's cache. */
#include "layout/shape/shaped_words.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <xxhash.h>

/* ---- how a space is kerned between two characters of one look ---- */

enum { PLACE_BITS = 12, PLACES = 1 << PLACE_BITS };

struct pair_place {
    uint64_t pair; /* 0: free */
    struct kerned_space space;
};

struct kerned_spaces {
    struct pair_place places[PLACES];
};

struct kerned_spaces *kerned_spaces_new(struct arena *arena)
{
    return ARENA_NEW(arena, struct kerned_spaces);
}

/* Two characters, size, face and features as one number; 0 for those that are too rare to be kept.
 */
static uint64_t pair_of(const struct voice *voice, struct str around)
{
    enum { CHARACTERS = 1 << 16, SIZES = 1 << 24 };
    _Static_assert(FACE_LIMIT <= 1 << 5 && SHAPE_TABULAR < 1 << 3, "a look fits its bits");
    size_t at = 0;
    uint32_t before = utf8_next(around, &at);
    at++;
    uint32_t after = utf8_next(around, &at);
    if (before >= CHARACTERS || after >= CHARACTERS || voice->size <= 0 || voice->size >= SIZES)
        return 0;
    return (uint64_t)before << 48 | (uint64_t)after << 32 | (uint64_t)voice->size << 8 |
           (uint64_t)voice->face << 3 | (uint64_t)voice->features;
}

static size_t place_of(uint64_t pair)
{
    return (size_t)(pair * UINT64_C(0x9E3779B97F4A7C15) >> (64 - PLACE_BITS));
}

static struct kerned_space shape(const struct metrics *metrics, struct arena *scratch,
                                 const struct voice *voice, struct str around)
{
    struct glyphs glyphs =
        metrics->shape(metrics->self, scratch, voice->face, voice->size, around, voice->features);
    if (glyphs.count != 3)
        return (struct kerned_space){.before = NO_GLYPH};
    return (struct kerned_space){.before = glyphs.items[0].id,
                                 .advance = glyphs.items[0].advance + glyphs.items[1].advance};
}

struct kerned_space kerned_space(const struct metrics *metrics, struct arena *scratch,
                                 const struct voice *voice, struct str around)
{
    uint64_t pair = metrics->spaces ? pair_of(voice, around) : 0;
    if (!pair)
        return shape(metrics, scratch, voice, around);
    struct pair_place *place = &metrics->spaces->places[place_of(pair)];
    if (place->pair != pair)
        *place = (struct pair_place){pair, shape(metrics, scratch, voice, around)};
    return place->space;
}

/* ---- shaped words in two generations ---- */

enum {
    FIRST_PLACES = 1024,
    HALF_OF_WORDS = LIMIT_SHAPED_WORDS / 2,
    CACHE_LINE = 64,
    LONGEST_WORD = 37 /* bytes: what is left of a line */
};

struct place {
    const struct glyph *items;
    uint32_t count;
    milli width;
    uint32_t hash;
    milli size;
    unsigned char face, features;
    unsigned char len; /* 0: free */
    char text[LONGEST_WORD];
};

_Static_assert(sizeof(struct place) == CACHE_LINE || sizeof(void *) != 8, "a word takes one line");

struct generation {
    struct arena *arena; /* NULL: there is none yet */
    struct place *places;
    size_t place_count; /* a power of two */
    size_t count;
};

struct shaped_words {
    struct generation young, old;
};

/* Places that begin where lines do. */
static struct place *places_new(struct arena *arena, size_t count)
{
    char *bytes = arena_array(arena, count + 1, sizeof(struct place));
    size_t over = (uintptr_t)bytes % CACHE_LINE;
    return (struct place *)(void *)(bytes + (over ? CACHE_LINE - over : 0));
}

static struct generation generation_new(void)
{
    struct generation generation = {.arena = arena_new(), .place_count = FIRST_PLACES};
    generation.places = places_new(generation.arena, FIRST_PLACES);
    return generation;
}

struct shaped_words *shaped_words_new(struct arena *arena)
{
    struct shaped_words *words = ARENA_NEW(arena, struct shaped_words);
    words->young = generation_new();
    return words;
}

void shaped_words_free(struct shaped_words *words)
{
    arena_free(words->young.arena);
    arena_free(words->old.arena);
    *words = (struct shaped_words){0};
}

void shaped_words_rest(struct shaped_words *words)
{
    if (words->young.count < HALF_OF_WORDS)
        return;
    arena_free(words->old.arena);
    words->old = words->young;
    words->young = generation_new();
}

/* How many are kept; never more than LIMIT_SHAPED_WORDS. */
static size_t count_of(const struct shaped_words *words)
{
    return words->young.count + words->old.count;
}

/* ---- looking up ---- */

static bool is_kept(const struct shaped_key *key)
{
    return key->text.len > 0 && key->text.len <= LONGEST_WORD;
}

static uint32_t hash_of(const struct shaped_key *key)
{
    uint64_t look =
        (uint64_t)(uint32_t)key->size << 32 | (uint64_t)key->face << 8 | (uint64_t)key->features;
    return (uint32_t)XXH3_64bits_withSeed(key->text.at, key->text.len, look);
}

static bool is_of(const struct place *place, const struct shaped_key *key)
{
    return place->len == key->text.len && place->size == key->size && place->face == key->face &&
           place->features == key->features && memcmp(place->text, key->text.at, place->len) == 0;
}

/* The place of a word, or the free one where it belongs. */
static struct place *find(const struct generation *generation, uint32_t hash,
                          const struct shaped_key *key)
{
    size_t last = generation->place_count - 1, at = hash & last;
    for (; generation->places[at].len; at = (at + 1) & last)
        if (generation->places[at].hash == hash && is_of(&generation->places[at], key))
            break;
    return &generation->places[at];
}

static struct glyphs glyphs_of(const struct place *place)
{
    return (struct glyphs){place->items, place->count, place->width};
}

/* ---- adding ---- */

static void grow(struct generation *generation)
{
    size_t count = 2 * generation->place_count;
    struct place *places = places_new(generation->arena, count);
    for (size_t i = 0; i < generation->place_count; i++) {
        const struct place *place = &generation->places[i];
        size_t at = place->hash & (count - 1);
        while (places[at].len)
            at = (at + 1) & (count - 1);
        if (place->len)
            places[at] = *place;
    }
    generation->places = places;
    generation->place_count = count;
}

/* Keeps a word that the young generation does not have. Returns the glyphs as they are kept, or as
   they were where there is no room. */
static struct glyphs add(struct shaped_words *words, uint32_t hash, const struct shaped_key *key,
                         struct glyphs glyphs)
{
    struct generation *young = &words->young;
    if (count_of(words) >= LIMIT_SHAPED_WORDS || glyphs.count > UINT32_MAX)
        return glyphs;
    if (2 * (young->count + 1) > young->place_count)
        grow(young);
    struct glyph *items = ARENA_ARRAY(young->arena, struct glyph, glyphs.count);
    if (glyphs.count)
        memcpy(items, glyphs.items, glyphs.count * sizeof *items);
    struct place *place = find(young, hash, key);
    *place = (struct place){.items = items,
                            .count = (uint32_t)glyphs.count,
                            .width = glyphs.width,
                            .hash = hash,
                            .size = key->size,
                            .face = (unsigned char)key->face,
                            .features = (unsigned char)key->features,
                            .len = (unsigned char)key->text.len};
    memcpy(place->text, key->text.at, key->text.len);
    young->count++;
    return glyphs_of(place);
}

bool shaped_words_find(struct shaped_words *words, const struct shaped_key *key,
                       struct glyphs *glyphs)
{
    if (!is_kept(key))
        return false;
    uint32_t hash = hash_of(key);
    const struct place *place = find(&words->young, hash, key);
    if (place->len) {
        *glyphs = glyphs_of(place);
        return true;
    }
    place = words->old.arena ? find(&words->old, hash, key) : place;
    if (place->len)
        *glyphs = add(words, hash, key, glyphs_of(place));
    return place->len > 0;
}

void shaped_words_add(struct shaped_words *words, const struct shaped_key *key,
                      struct glyphs glyphs)
{
    if (is_kept(key))
        add(words, hash_of(key), key, glyphs);
}
