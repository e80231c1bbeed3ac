/* How spaces are kerned, kept across briefings: few pairs of characters stand around most of them.
 */
#ifndef COUNCILBRIEF_LAYOUT_SHAPE_KERNED_SPACES_H
#define COUNCILBRIEF_LAYOUT_SHAPE_KERNED_SPACES_H

#include "layout/shape/metrics.h"

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
