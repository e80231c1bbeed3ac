/* Repertoires: the glyphs that nearly every document is set with. */
#include "pdf/font/typeface.h"

#include <hb-ot.h>

enum { RANGES = 12 };

/* The characters of each, up to a range that ends in 0. */
static const struct range {
    hb_codepoint_t first, last;
} characters[REPERTOIRE_COUNT][RANGES] = {
    /* ASCII, no-break space, pound, euro, dashes, quotation marks, bullet, ellipsis */
    [REPERTOIRE_ENGLISH] = {{0x20, 0x7E},
                            {0xA0, 0xA0},
                            {0xA3, 0xA3},
                            {0x2010, 0x2014},
                            {0x2018, 0x2019},
                            {0x201C, 0x201D},
                            {0x2022, 0x2022},
                            {0x2026, 0x2026},
                            {0x20AC, 0x20AC}},
    /* and the letters of Latin-1 and Latin Extended-A, for names */
    [REPERTOIRE_EUROPEAN] = {{0x20, 0x7E},
                             {0xA0, 0xAC},
                             {0xAE, 0x17F},
                             {0x2010, 0x2015},
                             {0x2018, 0x201E},
                             {0x2020, 0x2022},
                             {0x2026, 0x2026},
                             {0x202F, 0x202F},
                             {0x20AC, 0x20AC}},
};

/* What shape.c asks for, and what HarfBuzz applies to every text of its own accord. */
static const hb_tag_t features[] = {
    HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g'), HB_TAG('t', 'n', 'u', 'm'),
    HB_TAG('l', 'n', 'u', 'm'), HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'),
    HB_TAG('c', 'a', 'l', 't'), HB_TAG('r', 'l', 'i', 'g'), HB_TAG_NONE,
};

static void add_range(hb_set_t *glyphs, hb_font_t *font, const struct range *range)
{
    for (hb_codepoint_t c = range->first; c <= range->last; c++) {
        hb_codepoint_t glyph;
        if (hb_font_get_nominal_glyph(font, c, &glyph))
            hb_set_add(glyphs, glyph);
    }
}

static void add_substitutes(hb_set_t *glyphs, hb_face_t *face)
{
    hb_set_t *lookups = hb_set_create();
    hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, NULL, NULL, features, lookups);
    hb_ot_layout_lookups_substitute_closure(face, lookups, glyphs);
    hb_set_destroy(lookups);
}

const bool *pdf_repertoire_glyphs(struct arena *arena, hb_font_t *font, int repertoire)
{
    hb_face_t *face = hb_font_get_face(font);
    hb_set_t *glyphs = hb_set_create();
    for (const struct range *range = characters[repertoire]; range->last; range++)
        add_range(glyphs, font, range);
    add_substitutes(glyphs, face);
    unsigned count = hb_face_get_glyph_count(face);
    bool *used = ARENA_ARRAY(arena, bool, count);
    for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs, &glyph);)
        if (glyph < count)
            used[glyph] = true;
    hb_set_destroy(glyphs);
    return used;
}
