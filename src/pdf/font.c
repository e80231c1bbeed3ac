/* Opens the fonts of a document and finds out which glyphs it uses and what they stand for. */
#include "pdf/font.h"

#include "pdf/cluster.h"
#include "pdf/number.h"
#include "pdf/sfnt.h"

#include <stdio.h>

struct fonts_maker {
    struct pdf_fonts *fonts;
    struct arena *arena;
    struct diags *diags;
    const struct pages *pages;
    const struct fonts *files;
};

static bool refuse(const struct fonts_maker *maker, const struct font_file *file, const char *why)
{
    struct diag *diag =
        diag_report_file(maker->diags, E610, str_z(maker->arena, file->path), "the font %s", why);
    diag_hint(maker->diags, diag, "choose another font in the theme");
    return false;
}

static hb_face_t *face_of(const struct font_file *file)
{
    unsigned size = file->bytes.len <= UINT32_MAX ? (unsigned)file->bytes.len : 0;
    hb_blob_t *blob = hb_blob_create(file->bytes.at, size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    return face;
}

static bool open_font(const struct fonts_maker *maker, struct pdf_font *font)
{
    font->face = face_of(font->file);
    font->font = hb_font_create(font->face);
    font->units_per_em = hb_face_get_upem(font->face);
    font->glyph_count = hb_face_get_glyph_count(font->face);
    font->is_cff = pdf_sfnt_has(font->face, HB_TAG('C', 'F', 'F', ' '));
    font->used = ARENA_ARRAY(maker->arena, bool, font->glyph_count);
    font->texts = ARENA_ARRAY(maker->arena, struct str, font->glyph_count);
    if (font->glyph_count == 0)
        return refuse(maker, font->file, "is damaged or is not a font");
    if (!font->is_cff && !pdf_sfnt_has(font->face, HB_TAG('g', 'l', 'y', 'f')))
        return refuse(maker, font->file, "has no outlines that a PDF can hold");
    if (pdf_sfnt_is_restricted(font->face))
        return refuse(maker, font->file, "has a licence that forbids embedding");
    return true;
}

/* The font of a face, opened at its first use; NULL after a diagnostic. */
static struct pdf_font *font_of_face(const struct fonts_maker *maker, enum face face)
{
    struct pdf_fonts *fonts = maker->fonts;
    const struct font_file *file = &maker->files->files[face];
    for (size_t i = 0; i < fonts->count && !fonts->of_face[face]; i++)
        if (str_equal(fonts->items[i].file->bytes, file->bytes))
            fonts->of_face[face] = &fonts->items[i];
    if (fonts->of_face[face])
        return fonts->of_face[face];
    struct pdf_font *font = &fonts->items[fonts->count];
    *font = (struct pdf_font){.file = file};
    snprintf(font->name, sizeof font->name, "F%u", (unsigned)(fonts->count % FACE_LIMIT));
    fonts->count++;
    if (!open_font(maker, font))
        return NULL;
    fonts->of_face[face] = font;
    return font;
}

static struct span span_of(const struct fonts_maker *maker, const struct op *op)
{
    return op->element >= 0 ? maker->pages->elements[op->element].origin : (struct span){0};
}

static bool note_glyphs(const struct fonts_maker *maker, struct pdf_font *font, const struct op *op)
{
    for (size_t i = 0; i < op->text.glyphs.count; i++) {
        uint32_t glyph = op->text.glyphs.items[i].id;
        if (glyph >= font->glyph_count) {
            diag_report(maker->diags, E690, span_of(maker, op),
                        "the font has no glyph of number %u", (unsigned)glyph);
            return false;
        }
        if (glyph == 0) {
            diag_report(maker->diags, E611, span_of(maker, op),
                        "the font lacks a character of `" STR_FMT "`", STR_ARG(op->text.text));
            return false;
        }
        font->used[glyph] = true;
    }
    return true;
}

/* Of several texts for one glyph the shorter is the usual one ("-" before U+2010), then the one
   that sorts first: the choice must not depend on which came first in the document. */
static bool is_better(struct str text, struct str than)
{
    if (!than.at || text.len != than.len)
        return !than.at || text.len < than.len;
    return str_compare(text, than) < 0;
}

static void note_texts(struct pdf_font *font, const struct op *op)
{
    struct pdf_cluster cluster;
    for (struct pdf_clusters clusters = pdf_clusters_of(op);
         pdf_clusters_next(&clusters, &cluster);)
        if (pdf_cluster_is_plain(&cluster)) {
            struct str *text = &font->texts[op->text.glyphs.items[cluster.first].id];
            if (is_better(cluster.text, *text))
                *text = cluster.text;
        }
}

static bool note_page(const struct fonts_maker *maker, const struct page *page)
{
    for (size_t i = 0; i < page->op_count; i++) {
        const struct op *op = &page->ops[i];
        if (op->kind != OP_TEXT)
            continue;
        struct pdf_font *font = font_of_face(maker, op->text.face);
        if (!font || !note_glyphs(maker, font, op))
            return false;
        note_texts(font, op);
    }
    return true;
}

bool pdf_fonts_open(struct pdf_fonts *fonts, struct arena *arena, struct diags *diags,
                    const struct pages *pages, const struct fonts *files)
{
    *fonts = (struct pdf_fonts){0};
    struct fonts_maker maker = {fonts, arena, diags, pages, files};
    for (size_t i = 0; i < pages->count; i++)
        if (!note_page(&maker, &pages->items[i]))
            return false;
    return true;
}

void pdf_fonts_close(struct pdf_fonts *fonts)
{
    for (size_t i = 0; i < fonts->count; i++) {
        hb_font_destroy(fonts->items[i].font);
        hb_face_destroy(fonts->items[i].face);
    }
    *fonts = (struct pdf_fonts){0};
}

int64_t pdf_font_width(const struct pdf_font *font, uint32_t glyph)
{
    int64_t advance = hb_font_get_glyph_h_advance(font->font, glyph);
    return pdf_round_div(advance * 1000 * OBJECT_PARTS, font->units_per_em);
}
