/* A table of fixed size by the two characters and their look, in which a new pair takes the place
   of an old one. What stands in a place is only used for the very same pair, so nothing depends on
   what was asked for before. */
#include "layout/shape/kerned_spaces.h"

#include "base/utf8.h"

enum { PLACE_BITS = 12, PLACES = 1 << PLACE_BITS };

struct place {
    uint64_t pair; /* 0: free */
    struct kerned_space space;
};

struct kerned_spaces {
    struct place places[PLACES];
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
    struct place *place = &metrics->spaces->places[place_of(pair)];
    if (place->pair != pair)
        *place = (struct place){pair, shape(metrics, scratch, voice, around)};
    return place->space;
}
