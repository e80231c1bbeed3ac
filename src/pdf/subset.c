/* Cuts a font file down to the glyphs that are wanted. */
#include "pdf/typeface.h"

#include <hb-ot.h>
#include <hb-subset.h>

enum { AXIS_LIMIT = 32 };

/* All that a viewer reads of a font whose codes are glyph numbers. Tables of variations must be
   kept in sight too: the subsetter needs them to fix the axes, and then drops them. */
static const hb_tag_t kept_tables[] = {
    HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
    HB_TAG('c', 'v', 't', ' '), HB_TAG('f', 'p', 'g', 'm'), HB_TAG('p', 'r', 'e', 'p'),
    HB_TAG('C', 'F', 'F', ' '), HB_TAG('f', 'v', 'a', 'r'), HB_TAG('g', 'v', 'a', 'r'),
    HB_TAG('a', 'v', 'a', 'r'), HB_TAG('H', 'V', 'A', 'R'), HB_TAG('c', 'v', 'a', 'r'),
};

static void drop_other_tables(hb_subset_input_t *input)
{
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    hb_set_clear(dropped);
    for (size_t i = 0; i < sizeof kept_tables / sizeof *kept_tables; i++)
        hb_set_add(dropped, kept_tables[i]);
    hb_set_invert(dropped);
}

static void pin_axes(hb_subset_input_t *input, hb_face_t *face)
{
    hb_ot_var_axis_info_t axes[AXIS_LIMIT];
    unsigned count = AXIS_LIMIT;
    hb_ot_var_get_axis_infos(face, 0, &count, axes);
    for (unsigned i = 0; i < count; i++)
        hb_subset_input_pin_axis_to_default(input, face, axes[i].tag);
}

/* TrueType hints are programs that viewers leave aside; those of CFF are small and are used. */
static hb_subset_input_t *request(const struct pdf_typeface *typeface, const bool *wanted)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    unsigned hinting = typeface->is_cff ? HB_SUBSET_FLAGS_DEFAULT : HB_SUBSET_FLAGS_NO_HINTING;
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
                                         hinting);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (unsigned glyph = 0; glyph < typeface->glyph_count; glyph++)
        if (wanted[glyph])
            hb_set_add(glyphs, glyph);
    drop_other_tables(input);
    pin_axes(input, typeface->face);
    return input;
}

static struct str subset_bytes(struct arena *arena, hb_face_t *subset, bool is_cff)
{
    hb_blob_t *blob = is_cff ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '))
                             : hb_face_reference_blob(subset);
    unsigned length = 0;
    const char *data = hb_blob_get_data(blob, &length);
    struct str bytes = length ? str_copy(arena, (struct str){data, length}) : STR_NONE;
    hb_blob_destroy(blob);
    return bytes;
}

struct str pdf_subset(struct arena *arena, const struct pdf_typeface *typeface, const bool *glyphs)
{
    hb_subset_input_t *input = request(typeface, glyphs);
    hb_face_t *subset = input ? hb_subset_or_fail(typeface->face, input) : NULL;
    struct str bytes = subset ? subset_bytes(arena, subset, typeface->is_cff) : STR_NONE;
    hb_face_destroy(subset);
    hb_subset_input_destroy(input);
    return bytes;
}
