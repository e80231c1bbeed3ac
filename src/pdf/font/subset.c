/* Cuts a font file down to the glyphs that are wanted, and checks that they came through. */

#include "base/ascii.h"
#include "pdf/font/typeface.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <xxhash.h>

/* ---- font programs: a subset with its name, compressed ---- */

enum { TAG_LETTERS = 6, NAME_LIMIT = 100 };

static bool is_name_byte(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || byte == '-' || byte == '_';
}

/* The tag in front tells subsets of one font apart, by what is in them. */
static const char *subset_name(struct arena *arena, hb_face_t *face, struct str subset)
{
    struct buf name = {.arena = arena};
    XXH64_hash_t hash = XXH3_64bits(subset.at, subset.len);
    for (int i = 0; i < TAG_LETTERS; i++, hash /= 26)
        buf_byte(&name, (char)('A' + hash % 26));
    buf_byte(&name, '+');
    char own[NAME_LIMIT] = "";
    unsigned size = sizeof own;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, own);
    for (const char *at = own; *at; at++)
        if (is_name_byte(*at))
            buf_byte(&name, *at);
    if (name.len == TAG_LETTERS + 1)
        buf_addz(&name, "Font");
    return buf_str(&name).at;
}

struct pdf_program pdf_program_make(struct arena *arena, struct pdf_deflater *deflater,
                                    const struct pdf_typeface *typeface, const bool *glyphs)
{
    struct str subset = pdf_subset(arena, typeface, glyphs);
    if (!subset.len)
        return (struct pdf_program){.stream = subset, .name = ""};
    return (struct pdf_program){
        .stream = str_copy(arena, pdf_deflate(deflater, subset)),
        .length = subset.len,
        .name = subset_name(arena, typeface->face, subset),
    };
}

/* ---- reads single values of OpenType tables ---- */

#define OS2 HB_TAG('O', 'S', '/', '2')

bool pdf_sfnt_has(hb_face_t *face, hb_tag_t table)
{
    hb_blob_t *blob = hb_face_reference_table(face, table);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

int16_t pdf_sfnt_value(hb_face_t *face, hb_tag_t table, unsigned offset)
{
    hb_blob_t *blob = hb_face_reference_table(face, table);
    unsigned length = 0;
    const char *data = hb_blob_get_data(blob, &length);
    uint16_t value = 0;
    if (data && length >= 2 && offset <= length - 2)
        value = (uint16_t)((uint8_t)data[offset] << 8 | (uint8_t)data[offset + 1]);
    hb_blob_destroy(blob);
    return (int16_t)value;
}

bool pdf_sfnt_is_restricted(hb_face_t *face)
{
    enum { USAGE = 0x000F, USAGE_RESTRICTED = 0x0002, NO_SUBSET = 0x0100, BITMAPS_ONLY = 0x0200 };
    unsigned type = (uint16_t)pdf_sfnt_value(face, OS2, 8);
    return (type & USAGE) == USAGE_RESTRICTED || (type & (NO_SUBSET | BITMAPS_ONLY));
}

/* ---- cuts a font file down to the glyphs that are wanted ---- */

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

/* ---- are the outlines still there? ----

   The subsetter has been seen to leave `glyf` empty and to call that a success. */

/* The outlines of a TrueType font. */
struct outlines {
    hb_blob_t *glyf_blob, *loca_blob;
    struct str glyf, loca;
    bool is_long; /* are places in `loca` of 4 bytes? */
};

static struct str blob_bytes(hb_blob_t *blob)
{
    unsigned length = 0;
    const char *data = hb_blob_get_data(blob, &length);
    return (struct str){data, length};
}

static struct outlines outlines_of(hb_face_t *face)
{
    enum { LOCA_FORMAT = 50 };
    struct outlines outlines = {
        hb_face_reference_table(face, HB_TAG('g', 'l', 'y', 'f')),
        hb_face_reference_table(face, HB_TAG('l', 'o', 'c', 'a')),
        .is_long = pdf_sfnt_value(face, HB_TAG('h', 'e', 'a', 'd'), LOCA_FORMAT) != 0};
    outlines.glyf = blob_bytes(outlines.glyf_blob);
    outlines.loca = blob_bytes(outlines.loca_blob);
    return outlines;
}

static void forget_outlines(const struct outlines *outlines)
{
    hb_blob_destroy(outlines->glyf_blob);
    hb_blob_destroy(outlines->loca_blob);
}

/* Two bytes as a number; 0 past the end. */
static unsigned number_at(struct str bytes, size_t at)
{
    struct str part = str_part(bytes, at, at + 2);
    return part.len < 2 ? 0 : (unsigned)(uint8_t)part.at[0] << 8 | (uint8_t)part.at[1];
}

static size_t place_of(const struct outlines *outlines, size_t glyph)
{
    if (!outlines->is_long)
        return (size_t)number_at(outlines->loca, glyph * 2) * 2;
    return (size_t)number_at(outlines->loca, glyph * 4) << 16 |
           number_at(outlines->loca, glyph * 4 + 2);
}

/* Empty for a glyph that draws nothing. */
static struct str outline_of(const struct outlines *outlines, size_t glyph)
{
    return str_part(outlines->glyf, place_of(outlines, glyph), place_of(outlines, glyph + 1));
}

enum { HEADER = 10, DEEPEST = 8 };

static bool same_outline(const struct outlines *original, const struct outlines *subset,
                         size_t glyph, int depth);

/* One part of a glyph that is made of others: flags, the other's number, where it stands. */
static size_t part_length(unsigned flags)
{
    enum { WORDS = 0x01, SCALE = 0x08, TWO_SCALES = 0x40, MATRIX = 0x80 };
    size_t length = flags & WORDS ? 8 : 6;
    return length + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0);
}

/* Flags may differ: of instructions, which are dropped. */
static bool same_parts(const struct outlines *original, const struct outlines *subset,
                       struct str whole, struct str left, int depth)
{
    enum { MORE = 0x20 };
    unsigned flags = MORE;
    for (size_t at = HEADER, end; flags & MORE; at = end) {
        flags = number_at(whole, at);
        end = at + part_length(flags);
        if (end > whole.len)
            return true; /* damaged, and drawn as far as it goes */
        if (!str_equal(str_part(whole, at + 2, end), str_part(left, at + 2, end)) ||
            !same_outline(original, subset, number_at(whole, at + 2), depth + 1))
            return false;
    }
    return true;
}

static size_t shorter(struct str a, struct str b)
{
    return a.len < b.len ? a.len : b.len;
}

/* Points of contours without the instructions between: either may end in padding. */
static bool same_points(struct str whole, struct str left, size_t contours)
{
    size_t ends = HEADER + contours * 2;
    struct str points = str_part(whole, ends + 2 + number_at(whole, ends), whole.len);
    struct str kept = str_part(left, ends + 2 + number_at(left, ends), left.len);
    size_t common = shorter(points, kept);
    return str_equal(str_part(whole, 0, ends), str_part(left, 0, ends)) &&
           str_equal(str_part(kept, 0, common), str_part(points, 0, common)) &&
           (common || !points.len);
}

/* A glyph that is made of others calls this for each, at most DEEPEST deep. */
static bool same_outline(const struct outlines *original, const struct outlines *subset,
                         size_t glyph, int depth)
{
    struct str whole = outline_of(original, glyph), left = outline_of(subset, glyph);
    if (whole.len < HEADER || depth > DEEPEST)
        return true;
    if (!str_equal(str_part(whole, 0, HEADER), str_part(left, 0, HEADER)))
        return number_at(whole, 0) == 0;
    int contours = (int16_t)number_at(whole, 0);
    if (contours < 0)
        return same_parts(original, subset, whole, left, depth);
    return contours == 0 || same_points(whole, left, (size_t)contours);
}

static bool has_outlines(hb_face_t *subset, const struct pdf_typeface *typeface, const bool *wanted)
{
    struct outlines before = outlines_of(typeface->face), after = outlines_of(subset);
    bool has = true;
    for (size_t glyph = 0; glyph < typeface->glyph_count && has; glyph++)
        has = !wanted[glyph] || same_outline(&before, &after, glyph, 0);
    forget_outlines(&before);
    forget_outlines(&after);
    return has;
}

/* Outlines of a CFF font are programs, whose parts the subsetter may share anew: what they draw is
   compared by the room that it takes. So it is for a variable font, whose axes are fixed. */
static bool has_extents(hb_face_t *subset, const struct pdf_typeface *typeface, const bool *wanted)
{
    hb_font_t *font = hb_font_create(subset);
    bool has = true;
    for (hb_codepoint_t glyph = 0; glyph < typeface->glyph_count && has; glyph++) {
        hb_glyph_extents_t before = {0}, after = {0};
        if (!wanted[glyph])
            continue;
        hb_font_get_glyph_extents(typeface->font, glyph, &before);
        hb_font_get_glyph_extents(font, glyph, &after);
        has = !before.width == !after.width && !before.height == !after.height;
    }
    hb_font_destroy(font);
    return has;
}

bool pdf_subset_is_whole(hb_face_t *subset, const struct pdf_typeface *typeface, const bool *wanted)
{
    return typeface->is_cff || hb_ot_var_has_data(typeface->face)
               ? has_extents(subset, typeface, wanted)
               : has_outlines(subset, typeface, wanted);
}

/* ---- all of it ---- */

struct str pdf_subset(struct arena *arena, const struct pdf_typeface *typeface, const bool *glyphs)
{
    hb_subset_input_t *input = request(typeface, glyphs);
    hb_face_t *subset = input ? hb_subset_or_fail(typeface->face, input) : NULL;
    bool whole = subset && pdf_subset_is_whole(subset, typeface, glyphs);
    struct str bytes = whole    ? subset_bytes(arena, subset, typeface->is_cff)
                       : subset ? STR("")
                                : STR_NONE;
    hb_face_destroy(subset);
    hb_subset_input_destroy(input);
    return bytes;
}
