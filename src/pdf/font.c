/* Finds the fonts of a document, and out which glyphs it uses and what they stand for. */
#include "pdf/font.h"

#include "pdf/cluster.h"

#include <stdio.h>

struct fonts_maker {
    struct pdf_fonts *fonts;
    struct arena *arena;
    struct diags *diags;
    const struct pages *pages;
    const struct fonts *files;
    struct pdf_shelf *shelf;
};

static void refuse(const struct fonts_maker *maker, const struct font_file *file, const char *why)
{
    struct diag *diag =
        diag_report_file(maker->diags, E610, str_z(maker->arena, file->path), "the font %s", why);
    diag_hint(maker->diags, diag, "choose another font in the theme");
}

static struct pdf_font *add_font(const struct fonts_maker *maker, const struct font_file *file,
                                 struct pdf_typeface *typeface)
{
    struct pdf_fonts *fonts = maker->fonts;
    struct pdf_font *font = &fonts->items[fonts->count];
    *font = (struct pdf_font){
        .file = file,
        .typeface = typeface,
        .used = ARENA_ARRAY(maker->arena, bool, typeface->glyph_count),
        .texts = ARENA_ARRAY(maker->arena, struct str, typeface->glyph_count),
    };
    snprintf(font->name, sizeof font->name, "F%u", (unsigned)(fonts->count % FACE_LIMIT));
    fonts->count++;
    return font;
}

/* The font of a face, found at its first use; NULL after a diagnostic. */
static struct pdf_font *font_of_face(const struct fonts_maker *maker, enum face face)
{
    struct pdf_fonts *fonts = maker->fonts;
    if (fonts->of_face[face])
        return fonts->of_face[face];
    const struct font_file *file = &maker->files->files[face];
    struct pdf_typeface *typeface = pdf_shelf_typeface(maker->shelf, file);
    if (typeface->refusal) {
        refuse(maker, file, typeface->refusal);
        return NULL;
    }
    for (size_t i = 0; i < fonts->count; i++)
        if (fonts->items[i].typeface == typeface)
            fonts->of_face[face] = &fonts->items[i];
    if (!fonts->of_face[face])
        fonts->of_face[face] = add_font(maker, file, typeface);
    return fonts->of_face[face];
}

static struct span span_of(const struct fonts_maker *maker, const struct op *op)
{
    return op->element >= 0 ? maker->pages->elements[op->element].origin : (struct span){0};
}

static bool note_glyphs(const struct fonts_maker *maker, struct pdf_font *font, const struct op *op)
{
    for (size_t i = 0; i < op->text.glyphs.count; i++) {
        uint32_t glyph = op->text.glyphs.items[i].id;
        if (glyph >= font->typeface->glyph_count) {
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
                    const struct pages *pages, const struct fonts *files, struct pdf_shelf *shelf)
{
    *fonts = (struct pdf_fonts){0};
    struct fonts_maker maker = {fonts, arena, diags, pages, files, shelf};
    for (size_t i = 0; i < pages->count; i++)
        if (!note_page(&maker, &pages->items[i]))
            return false;
    return true;
}
