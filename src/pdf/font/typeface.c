/* Opens font files for PDFs and measures their glyphs. */
#include "pdf/font/typeface.h"

#include "pdf/file/number.h"
#include "pdf/file/object.h"
#include "pdf/font/sfnt.h"

static hb_face_t *face_of(struct str file)
{
    unsigned size = file.len <= UINT32_MAX ? (unsigned)file.len : 0;
    hb_blob_t *blob = hb_blob_create(file.at, size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    return face;
}

static const char *refusal_of(const struct pdf_typeface *typeface)
{
    if (typeface->glyph_count == 0)
        return "is damaged or is not a font";
    if (!typeface->is_cff && !pdf_sfnt_has(typeface->face, HB_TAG('g', 'l', 'y', 'f')))
        return "has no outlines that a PDF can hold";
    if (pdf_sfnt_is_restricted(typeface->face))
        return "has a licence that forbids embedding";
    return NULL;
}

void pdf_typeface_open(struct pdf_typeface *typeface, struct arena *arena, struct str bytes)
{
    hb_face_t *face = face_of(bytes);
    *typeface = (struct pdf_typeface){
        .bytes = bytes,
        .face = face,
        .font = hb_font_create(face),
        .units_per_em = hb_face_get_upem(face),
        .glyph_count = hb_face_get_glyph_count(face),
        .is_cff = pdf_sfnt_has(face, HB_TAG('C', 'F', 'F', ' ')),
    };
    typeface->refusal = refusal_of(typeface);
    if (typeface->refusal)
        return;
    typeface->widths = ARENA_ARRAY(arena, int32_t, typeface->glyph_count);
    for (unsigned glyph = 0; glyph < typeface->glyph_count; glyph++)
        typeface->widths[glyph] = -1;
}

void pdf_typeface_close(struct pdf_typeface *typeface)
{
    hb_font_destroy(typeface->font);
    hb_face_destroy(typeface->face);
}

int32_t pdf_typeface_measure(const struct pdf_typeface *typeface, uint32_t glyph)
{
    int64_t advance = hb_font_get_glyph_h_advance(typeface->font, glyph);
    int64_t width = pdf_round_div(advance * 1000 * OBJECT_PARTS, typeface->units_per_em);
    return typeface->widths[glyph] = (int32_t)width;
}

bool pdf_typeface_is_blank(const struct pdf_typeface *typeface, uint32_t glyph)
{
    hb_glyph_extents_t extents = {0};
    return !hb_font_get_glyph_extents(typeface->font, glyph, &extents) || !extents.width ||
           !extents.height;
}
