/* Made-up metrics: widths that can be added up in the head. */
#include "support/fake_metrics.h"

#include "base/utf8.h"

static bool is_bold(enum face face)
{
    return face == FACE_BOLD || face == FACE_BOLD_ITALIC || face == FACE_HEADING;
}

static milli advance_of(enum face face, milli size, uint32_t code_point)
{
    if (code_point == ' ' || code_point == 0xA0)
        return size * 250 / 1000;
    if (code_point >= '0' && code_point <= '9')
        return size * 500 / 1000;
    return size * (is_bold(face) ? 550 : 500) / 1000;
}

static uint32_t glyph_of(uint32_t code_point)
{
    return code_point >= 0xE000 && code_point <= 0xF8FF ? 0 : code_point;
}

static bool covers(const void *self, enum face face, struct str text)
{
    (void)self;
    (void)face;
    for (size_t at = 0; at < text.len;)
        if (!glyph_of(utf8_next(text, &at)))
            return false;
    return true;
}

static struct glyphs shape(const void *self, struct arena *arena, enum face face, milli size,
                           struct str text, unsigned features)
{
    (void)self;
    (void)features;
    struct glyph *items = ARENA_ARRAY(arena, struct glyph, utf8_count(text, 0, text.len));
    struct glyphs glyphs = {.items = items};
    for (size_t at = 0; at < text.len;) {
        struct glyph *glyph = &items[glyphs.count++];
        glyph->cluster = (uint32_t)at;
        uint32_t code_point = utf8_next(text, &at);
        glyph->id = glyph_of(code_point);
        glyph->advance = advance_of(face, size, code_point);
        glyphs.width += glyph->advance;
    }
    return glyphs;
}

static struct extent extent(const void *self, enum face face, milli size)
{
    (void)self;
    (void)face;
    return (struct extent){.ascent = size * 750 / 1000,
                           .descent = size * 250 / 1000,
                           .cap_height = size * 700 / 1000,
                           .x_height = size * 500 / 1000};
}

struct metrics fake_metrics(void)
{
    return (struct metrics){.self = NULL, .shape = shape, .extent = extent, .covers = covers};
}
