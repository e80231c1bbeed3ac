/* The dictionaries of a composite font (Type0) whose codes are glyph numbers. */
#include "pdf/font.h"

/* Runs of neighbouring glyphs: first [width width ...]. */
static HPDF_Array widths(struct objects *objects, const struct pdf_font *font)
{
    HPDF_Array all = object_array(objects), run = NULL;
    for (unsigned glyph = 0; glyph < font->typeface->glyph_count; glyph++) {
        if (!font->used[glyph]) {
            run = NULL;
            continue;
        }
        if (!run) {
            run = object_array(objects);
            object_add_number(objects, all, (int32_t)glyph);
            object_add(objects, all, run);
        }
        object_add_part(objects, run, pdf_typeface_width(font->typeface, glyph));
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

static HPDF_Dict descendant(struct objects *objects, const struct pdf_font *font,
                            const struct pdf_program *program)
{
    bool is_cff = font->typeface->is_cff;
    HPDF_Dict file = object_deflated_stream(objects, program->stream);
    if (is_cff)
        object_put_name(objects, file, "Subtype", "CIDFontType0C");
    else
        object_put_number(objects, file, "Length1", (int32_t)program->length);
    HPDF_Dict cid = object_indirect_dict(objects);
    object_put_name(objects, cid, "Type", "Font");
    object_put_name(objects, cid, "Subtype", is_cff ? "CIDFontType0" : "CIDFontType2");
    object_put_name(objects, cid, "BaseFont", program->name);
    object_put(objects, cid, "CIDSystemInfo", system_info(objects));
    object_put(objects, cid, "FontDescriptor",
               pdf_font_descriptor(objects, font, program->name, file));
    object_put_number(objects, cid, "DW", 0);
    object_put(objects, cid, "W", widths(objects, font));
    if (!is_cff)
        object_put_name(objects, cid, "CIDToGIDMap", "Identity");
    return cid;
}

static HPDF_Dict font_write(struct objects *objects, const struct pdf_font *font,
                            const struct pdf_program *program)
{
    HPDF_Array descendants = object_array(objects);
    object_add(objects, descendants, descendant(objects, font, program));
    HPDF_Dict type0 = object_indirect_dict(objects);
    object_put_name(objects, type0, "Type", "Font");
    object_put_name(objects, type0, "Subtype", "Type0");
    object_put_name(objects, type0, "BaseFont", program->name);
    object_put_name(objects, type0, "Encoding", "Identity-H");
    object_put(objects, type0, "DescendantFonts", descendants);
    struct str to_unicode = pdf_font_to_unicode(objects->arena, font);
    object_put(objects, type0, "ToUnicode", object_stream(objects, to_unicode, true));
    return type0;
}

HPDF_Dict pdf_fonts_write(struct pdf_fonts *fonts, struct objects *objects, struct pdf_shelf *shelf,
                          struct diags *diags)
{
    HPDF_Dict resources = object_indirect_dict(objects);
    for (size_t i = 0; i < fonts->count; i++) {
        const struct pdf_font *font = &fonts->items[i];
        struct pdf_program program =
            pdf_shelf_program(shelf, objects->arena, font->typeface, font->used);
        if (!program.stream.at) {
            diag_report_file(diags, E610, str_z(objects->arena, font->file->path),
                             "the font is damaged: it cannot be cut down to what is used");
            return NULL;
        }
        object_put(objects, resources, font->name, font_write(objects, font, &program));
    }
    return resources;
}
