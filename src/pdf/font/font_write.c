/* The dictionaries of a composite font (Type0) whose codes are glyph numbers. */
#include "pdf/font/font.h"
#include "pdf/pdf_codes.h"

/* Runs of neighbouring glyphs: first [width width ...]. */
static void put_widths(struct object *cid, const struct pdf_font *font)
{
    object_open_array(cid, "W");
    for (size_t i = 0; i < font->shown.count; i++) {
        uint32_t glyph = font->shown.items[i].glyph;
        bool in_run = i && glyph == font->shown.items[i - 1].glyph + 1;
        if (i && !in_run)
            object_close_array(cid);
        if (!in_run) {
            object_add_number(cid, glyph);
            object_open_array(cid, NULL);
        }
        object_add_part(cid, pdf_typeface_width(font->typeface, glyph));
    }
    if (font->shown.count)
        object_close_array(cid);
    object_close_array(cid);
}

static void put_system_info(struct object *cid)
{
    object_open_dict(cid, "CIDSystemInfo");
    object_put_bytes(cid, "Registry", STR("Adobe"));
    object_put_bytes(cid, "Ordering", STR("Identity"));
    object_put_number(cid, "Supplement", 0);
    object_close_dict(cid);
}

static struct object *descendant(struct objects *objects, const struct pdf_font *font,
                                 const struct pdf_program *program)
{
    bool is_cff = font->typeface->is_cff;
    struct object *file = objects_deflated(objects, program->stream);
    if (is_cff)
        object_put_name(file, "Subtype", "CIDFontType0C");
    else
        object_put_number(file, "Length1", (int64_t)program->length);
    struct object *cid = objects_dict(objects);
    object_put_name(cid, "Type", "Font");
    object_put_name(cid, "Subtype", is_cff ? "CIDFontType0" : "CIDFontType2");
    object_put_name(cid, "BaseFont", program->name);
    put_system_info(cid);
    object_put(cid, "FontDescriptor", pdf_font_descriptor(objects, font, program->name, file));
    object_put_number(cid, "DW", 0);
    put_widths(cid, font);
    if (!is_cff)
        object_put_name(cid, "CIDToGIDMap", "Identity");
    return cid;
}

static struct object *font_write(struct objects *objects, const struct pdf_font *font,
                                 const struct pdf_program *program)
{
    struct object *type0 = objects_dict(objects);
    object_put_name(type0, "Type", "Font");
    object_put_name(type0, "Subtype", "Type0");
    object_put_name(type0, "BaseFont", program->name);
    object_put_name(type0, "Encoding", "Identity-H");
    object_open_array(type0, "DescendantFonts");
    object_add(type0, descendant(objects, font, program));
    object_close_array(type0);
    struct str to_unicode = pdf_font_to_unicode(objects->arena, font);
    object_put(type0, "ToUnicode", objects_compressed(objects, to_unicode));
    return type0;
}

static struct pdf_glyphs glyphs_of(struct arena *arena, const struct pdf_font *font)
{
    uint32_t *glyphs = ARENA_ARRAY(arena, uint32_t, font->shown.count);
    for (size_t i = 0; i < font->shown.count; i++)
        glyphs[i] = font->shown.items[i].glyph;
    return (struct pdf_glyphs){glyphs, font->shown.count};
}

static void refuse_program(struct diags *diags, const char *path, bool was_cut)
{
    if (!was_cut) {
        diag_report_file(diags, &E610, path,
                         "the font is damaged: it cannot be cut down to what is used");
        return;
    }
    struct diag *diag =
        diag_report_file(diags, &E615, path, "outlines were lost when the font was cut down");
    diag_hint(diags, diag, "build the briefing again, or choose another font in the theme");
}

bool pdf_fonts_put(struct pdf_fonts *fonts, struct object *resources, struct objects *objects,
                   struct pdf_shelf *shelf, struct diags *diags)
{
    object_open_dict(resources, "Font");
    for (size_t i = 0; i < fonts->count; i++) {
        const struct pdf_font *font = &fonts->items[i];
        struct pdf_program program = pdf_shelf_program(shelf, objects->arena, font->typeface,
                                                       glyphs_of(objects->arena, font));
        if (!program.stream.len) {
            refuse_program(diags, str_z(objects->arena, font->file->path), program.stream.at);
            return false;
        }
        object_put(resources, font->name, font_write(objects, font, &program));
    }
    object_close_dict(resources);
    return true;
}
