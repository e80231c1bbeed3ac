/* Which font of a family sets a face of the theme. Nothing is slanted or thickened that was not
   drawn so. */
#include "layout/theme/font_family.h"

#include <stdlib.h>

struct wish {
    bool slanted;
    int lightest, weight, heaviest; /* the nearest to `weight` between the two others */
};

/* Some families call what they mean for running text book or medium; headings are semi-bold. */
static const struct wish wishes[FACE_COUNT] = {
    [FACE_REGULAR] = {false, 350, 400, 500}, [FACE_ITALIC] = {true, 350, 400, 500},
    [FACE_BOLD] = {false, 650, 700, 750},    [FACE_BOLD_ITALIC] = {true, 650, 700, 750},
    [FACE_HEADING] = {false, 550, 600, 750},
};

static bool is_single(const struct family_font *font)
{
    return font->form == FONT_SINGLE;
}

/* The family's own width: that which is nearest to the normal one, so that condensed and wide fonts
   that go by the same name stay out. Files that a PDF does not take have no say where there are
   others: old copies of a narrow family often call themselves normal. */
static int width_of(const struct font_family *family)
{
    enum { NORMAL = 100 };
    const struct family_font *nearest = &family->fonts[0];
    for (size_t i = 1; i < family->count; i++) {
        const struct family_font *font = &family->fonts[i];
        bool nearer = abs(font->width - NORMAL) < abs(nearest->width - NORMAL);
        if (is_single(font) == is_single(nearest) ? nearer : is_single(font))
            nearest = font;
    }
    return nearest->width;
}

static bool suits(const struct family_font *font, const struct wish *wish)
{
    return (font->slant != SLANT_NONE) == wish->slanted && font->weight >= wish->lightest &&
           font->weight <= wish->heaviest;
}

/* Of two that suit. The last word has the path, so that the order they come in never counts. */
static bool is_better(const struct family_font *font, const struct family_font *than,
                      const struct wish *wish)
{
    int distance = abs(font->weight - wish->weight), other = abs(than->weight - wish->weight);
    if (is_single(font) != is_single(than))
        return is_single(font);
    if (font->slant != than->slant)
        return font->slant == SLANT_ITALIC;
    if (distance != other)
        return distance < other;
    if (font->version != than->version)
        return font->version > than->version;
    return str_compare(font->path, than->path) < 0;
}

const struct family_font *font_family_face(const struct font_family *family, enum face face)
{
    const struct wish *wish = &wishes[face];
    const struct family_font *best = NULL;
    int width = family->count ? width_of(family) : 0;
    for (size_t i = 0; i < family->count; i++) {
        const struct family_font *font = &family->fonts[i];
        if (font->width == width && suits(font, wish) && (!best || is_better(font, best, wish)))
            best = font;
    }
    return best;
}
