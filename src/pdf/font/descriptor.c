/* The font descriptor: the measures that a viewer needs of a font as a whole. */
#include "pdf/font/font.h"

#include "pdf/file/number.h"
#include "pdf/font/sfnt.h"

#include <hb-ot.h>

#define HEAD HB_TAG('h', 'e', 'a', 'd')
#define POST HB_TAG('p', 'o', 's', 't')
#define OS2  HB_TAG('O', 'S', '/', '2')

enum { FLAG_FIXED_PITCH = 1, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };

/* Font units to thousandths of the em. */
static int32_t em(const struct pdf_font *font, int64_t units)
{
    return (int32_t)pdf_round_div(units * 1000, font->typeface->units_per_em);
}

static int32_t cap_height(const struct pdf_font *font)
{
    hb_position_t height = 0;
    if (hb_ot_metrics_get_position(font->typeface->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &height) &&
        height > 0)
        return em(font, height);
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents = {0};
    if (hb_font_get_nominal_glyph(font->typeface->font, 'H', &glyph) &&
        hb_font_get_glyph_extents(font->typeface->font, glyph, &extents))
        return em(font, extents.y_bearing);
    hb_font_extents_t line = {0};
    hb_font_get_h_extents(font->typeface->font, &line);
    return em(font, line.ascender);
}

/* No font file says how thick its stems are; this follows its weight: 88 for regular, 165 for
   bold. */
static int32_t stem(const struct pdf_font *font)
{
    int32_t weight = (uint16_t)pdf_sfnt_value(font->typeface->face, OS2, 4);
    if (weight < 1 || weight > 1000)
        weight = 400;
    return 50 + weight * weight / (65 * 65);
}

/* The codes are glyph numbers and not those of a known alphabet: PDF calls that symbolic. */
static int32_t flags(const struct pdf_font *font)
{
    int32_t flags = FLAG_SYMBOLIC;
    if (pdf_sfnt_value(font->typeface->face, POST, 4) != 0)
        flags |= FLAG_ITALIC;
    if (pdf_sfnt_value(font->typeface->face, POST, 14) != 0)
        flags |= FLAG_FIXED_PITCH;
    return flags;
}

static void put_bounding_box(struct object *descriptor, const struct pdf_font *font)
{
    object_open_array(descriptor, "FontBBox");
    for (unsigned i = 0; i < 4; i++)
        object_add_number(descriptor,
                          em(font, pdf_sfnt_value(font->typeface->face, HEAD, 36 + 2 * i)));
    object_close_array(descriptor);
}

struct object *pdf_font_descriptor(struct objects *objects, const struct pdf_font *font,
                                   const char *name, const struct object *file)
{
    hb_font_extents_t line = {0};
    hb_font_get_h_extents(font->typeface->font, &line);
    struct object *descriptor = objects_dict(objects);
    object_put_name(descriptor, "Type", "FontDescriptor");
    object_put_name(descriptor, "FontName", name);
    object_put_number(descriptor, "Flags", flags(font));
    put_bounding_box(descriptor, font);
    object_put_number(descriptor, "ItalicAngle", pdf_sfnt_value(font->typeface->face, POST, 4));
    object_put_number(descriptor, "Ascent", em(font, line.ascender));
    object_put_number(descriptor, "Descent", em(font, line.descender));
    object_put_number(descriptor, "CapHeight", cap_height(font));
    object_put_number(descriptor, "StemV", stem(font));
    object_put(descriptor, font->typeface->is_cff ? "FontFile3" : "FontFile2", file);
    return descriptor;
}
