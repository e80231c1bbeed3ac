/* The dictionaries of a composite font (Type0) whose codes are glyph numbers. */
#include "pdf/font.h"

#include <hb-ot.h>
#include <xxhash.h>

enum { TAG_LETTERS = 6, NAME_LIMIT = 100 };

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
}

/* "ABCDEF+Lato-Regular": the tag in front tells subsets of one font apart, by what is in them. */
static const char *subset_name(struct arena *arena, const struct pdf_font *font, struct str subset)
{
    struct buf name = {.arena = arena};
    XXH64_hash_t hash = XXH3_64bits(subset.at, subset.len);
    for (int i = 0; i < TAG_LETTERS; i++, hash /= 26)
        buf_byte(&name, (char)('A' + hash % 26));
    buf_byte(&name, '+');
    char own[NAME_LIMIT] = "";
    unsigned size = sizeof own;
    hb_ot_name_get_utf8(font->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, own);
    for (const char *at = own; *at; at++)
        if (is_name_byte(*at))
            buf_byte(&name, *at);
    if (name.len == TAG_LETTERS + 1)
        buf_addz(&name, "Font");
    return buf_str(&name).at;
}

/* Runs of neighbouring glyphs: first [width width ...]. */
static HPDF_Array widths(struct objects *objects, const struct pdf_font *font)
{
    HPDF_Array all = object_array(objects), run = NULL;
    for (unsigned glyph = 0; glyph < font->glyph_count; glyph++) {
        if (!font->used[glyph]) {
            run = NULL;
            continue;
        }
        if (!run) {
            run = object_array(objects);
            object_add_number(objects, all, (int32_t)glyph);
            object_add(objects, all, run);
        }
        object_add_part(objects, run, pdf_font_width(font, glyph));
    }
    return all;
}

static HPDF_Dict system_info(struct objects *objects)
{
    HPDF_Dict info = object_dict(objects);
    object_put_bytes(objects, info, "Registry", STR("Adobe"));
    object_put_bytes(objects, info, "Ordering", STR("Identity"));
    object_put_number(objects, info, "Supplement", 0);
    return info;
}

static HPDF_Dict descendant(struct objects *objects, const struct pdf_font *font, const char *name,
                            struct str subset)
{
    HPDF_Dict file = object_stream(objects, subset, true);
    if (font->is_cff)
        object_put_name(objects, file, "Subtype", "CIDFontType0C");
    else
        object_put_number(objects, file, "Length1", (int32_t)subset.len);
    HPDF_Dict cid = object_indirect_dict(objects);
    object_put_name(objects, cid, "Type", "Font");
    object_put_name(objects, cid, "Subtype", font->is_cff ? "CIDFontType0" : "CIDFontType2");
    object_put_name(objects, cid, "BaseFont", name);
    object_put(objects, cid, "CIDSystemInfo", system_info(objects));
    object_put(objects, cid, "FontDescriptor", pdf_font_descriptor(objects, font, name, file));
    object_put_number(objects, cid, "DW", 0);
    object_put(objects, cid, "W", widths(objects, font));
    if (!font->is_cff)
        object_put_name(objects, cid, "CIDToGIDMap", "Identity");
    return cid;
}

static HPDF_Dict font_write(struct objects *objects, const struct pdf_font *font, struct str subset)
{
    const char *name = subset_name(objects->arena, font, subset);
    HPDF_Array descendants = object_array(objects);
    object_add(objects, descendants, descendant(objects, font, name, subset));
    HPDF_Dict type0 = object_indirect_dict(objects);
    object_put_name(objects, type0, "Type", "Font");
    object_put_name(objects, type0, "Subtype", "Type0");
    object_put_name(objects, type0, "BaseFont", name);
    object_put_name(objects, type0, "Encoding", "Identity-H");
    object_put(objects, type0, "DescendantFonts", descendants);
    struct str to_unicode = pdf_font_to_unicode(objects->arena, font);
    object_put(objects, type0, "ToUnicode", object_stream(objects, to_unicode, true));
    return type0;
}

HPDF_Dict pdf_fonts_write(struct pdf_fonts *fonts, struct objects *objects, struct diags *diags)
{
    HPDF_Dict resources = object_indirect_dict(objects);
    for (size_t i = 0; i < fonts->count; i++) {
        const struct pdf_font *font = &fonts->items[i];
        struct str subset = pdf_font_subset(objects->arena, font);
        if (!subset.at) {
            diag_report_file(diags, E610, str_z(objects->arena, font->file->path),
                             "the font is damaged: it cannot be cut down to what is used");
            return NULL;
        }
        object_put(objects, resources, font->name, font_write(objects, font, subset));
    }
    return resources;
}
