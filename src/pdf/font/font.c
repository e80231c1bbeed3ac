/* Finds the fonts of a document, the glyphs it uses and what these stand for. */
#include "pdf/font/font.h"

#include "base/unseen.h"
#include "base/utf8.h"
#include "pdf/font/typeface.h"
#include "pdf/pdf_codes.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- the dictionaries of a composite font (Type0) whose codes are glyph numbers ---- */

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
                   struct pdf_cache *cache, struct diags *diags)
{
    object_open_dict(resources, "Font");
    for (size_t i = 0; i < fonts->count; i++) {
        const struct pdf_font *font = &fonts->items[i];
        struct pdf_program program = pdf_cache_program(cache, objects->arena, font->typeface,
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

/* ---- the fonts of a document, the glyphs it uses and what these stand for ---- */

struct fonts_maker {
    struct pdf_fonts *fonts;
    struct arena *arena;
    struct diags *diags;
    const struct pages *pages;
    const struct fonts *const *files; /* by document */
    struct pdf_cache *cache;
};

static void refuse(const struct fonts_maker *maker, const struct font_file *file, const char *why)
{
    struct diag *diag =
        diag_report_file(maker->diags, &E610, str_z(maker->arena, file->path), "the font %s", why);
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
        .places = ARENA_ARRAY(maker->arena, uint16_t, typeface->glyph_count),
    };
    snprintf(font->name, sizeof font->name, "F%u", (unsigned)fonts->count);
    fonts->count++;
    return font;
}

/* The font of a document's face, found at its first use; NULL after a diagnostic. */
static struct pdf_font *font_of_face(const struct fonts_maker *maker, uint32_t document,
                                     enum face face)
{
    struct pdf_fonts *fonts = maker->fonts;
    struct pdf_font **of_face = &fonts->of_document[document].fonts[face];
    if (*of_face)
        return *of_face;
    const struct font_file *file = &maker->files[document]->files[face];
    struct pdf_typeface *typeface = pdf_cache_typeface(maker->cache, file);
    if (typeface->refusal) {
        refuse(maker, file, typeface->refusal);
        return NULL;
    }
    for (size_t i = 0; i < fonts->count; i++)
        if (fonts->items[i].typeface == typeface)
            *of_face = &fonts->items[i];
    if (!*of_face)
        *of_face = add_font(maker, file, typeface);
    return *of_face;
}

static struct span span_of(const struct fonts_maker *maker, const struct op *op)
{
    return op->element >= 0 ? maker->pages->elements[op->element].origin : (struct span){0};
}

static void add_shown(const struct fonts_maker *maker, struct pdf_font *font, uint32_t glyph)
{
    LIST_ADD(maker->arena, &font->shown)->glyph = glyph;
    font->places[glyph] = (uint16_t)font->shown.count;
}

static bool refuse_glyph(const struct fonts_maker *maker, const struct op *op, uint32_t glyph)
{
    if (glyph == 0)
        diag_report(maker->diags, &E611, span_of(maker, op),
                    "the font lacks a character of `" STR_FMT "`", STR_ARG(op->text.text));
    else
        diag_report(maker->diags, &E690, span_of(maker, op), "the font has no glyph of number %u",
                    (unsigned)glyph);
    return false;
}

static bool note_glyphs(const struct fonts_maker *maker, struct pdf_font *font, const struct op *op)
{
    for (size_t i = 0; i < op->text.glyphs.count; i++) {
        uint32_t glyph = op->text.glyphs.items[i].id;
        if (glyph >= font->typeface->glyph_count || glyph == 0)
            return refuse_glyph(maker, op, glyph);
        if (!font->places[glyph])
            add_shown(maker, font, glyph);
    }
    return true;
}

/* ---- what a reader would not see ---- */

/* What a text of one cluster should show: nothing, a mark that takes no room, or letters. */
enum seen { SEEN_NOT, SEEN_MARK, SEEN_LETTER };

static enum seen seen_of(struct str text)
{
    if (unseen_is_blank(text))
        return SEEN_NOT;
    for (size_t at = 0; at < text.len;)
        if (!utf8_is_mark(utf8_next(text, &at)))
            return SEEN_LETTER;
    return SEEN_MARK;
}

static const char *fault_of(const struct pdf_font *font, const struct glyph *glyphs, size_t count,
                            struct str text)
{
    enum { MOST = 4 * 1000 * OBJECT_PARTS }; /* the width of a character: four times its size */
    enum seen seen = seen_of(text);
    int64_t width = 0;
    bool blank = true;
    for (size_t i = 0; i < count; i++) {
        width += pdf_typeface_width(font->typeface, glyphs[i].id);
        blank = blank && pdf_typeface_is_blank(font->typeface, glyphs[i].id);
    }
    if (seen != SEEN_NOT && blank)
        return "shows nothing for";
    if (seen == SEEN_LETTER && width <= 0)
        return "gives no width to";
    return text.len && width > MOST * (int64_t)text.len ? "gives an impossible width to" : NULL;
}

/* Told once a font: where one letter is not seen, few are. */
static void check_seen(const struct fonts_maker *maker, struct pdf_font *font, const struct op *op,
                       const struct pdf_cluster *cluster)
{
    const char *fault = font->is_refused ? NULL
                                         : fault_of(font, op->text.glyphs.items + cluster->first,
                                                    cluster->count, cluster->text);
    if (!fault)
        return;
    font->is_refused = true;
    struct diag *diag = diag_report(maker->diags, &E614, span_of(maker, op),
                                    "the font `" STR_FMT "` %s `" STR_FMT "`",
                                    STR_ARG(font->file->path), fault, STR_ARG(cluster->text));
    diag_hint(maker->diags, diag, "choose another font in the theme");
}

/* ---- texts of glyphs ---- */

/* Of several texts for one glyph the shorter is the usual one ("-" before U+2010), then the one
   that sorts first: the choice must not depend on which came first in the document. */
static bool is_better(struct str text, struct str than)
{
    return text.len != than.len ? text.len < than.len : str_compare(text, than) < 0;
}

static void note_text(const struct fonts_maker *maker, struct pdf_font *font, const struct op *op,
                      size_t first, struct str text)
{
    struct pdf_shown *shown = pdf_font_shown(font, op->text.glyphs.items[first].id);
    if (!shown->text.at || !str_equal(shown->text, text))
        check_seen(maker, font, op, &(struct pdf_cluster){first, 1, text});
    if (!shown->text.at) {
        shown->text = text;
    } else if (!str_equal(shown->text, text)) {
        shown->is_disputed = font->is_disputed = true;
        shown->text = is_better(text, shown->text) ? text : shown->text;
    }
}

/* Each a glyph and a byte; nearly always one that is known by now. */
static void note_letters(const struct fonts_maker *maker, struct pdf_font *font,
                         const struct op *op, const struct pdf_letters *letters)
{
    const struct glyph *glyphs = op->text.glyphs.items + letters->first;
    for (size_t i = 0; i < letters->text.len; i++) {
        const struct pdf_shown *shown = pdf_font_shown(font, glyphs[i].id);
        const char *letter = letters->text.at + i;
        if (shown->text.len != 1 || *shown->text.at != *letter)
            note_text(maker, font, op, letters->first + i, (struct str){letter, 1});
    }
}

/* Is each cluster plain? */
static bool note_texts(const struct fonts_maker *maker, struct pdf_font *font, const struct op *op)
{
    struct pdf_clusters clusters = pdf_clusters_of(op);
    struct pdf_letters letters = pdf_clusters_letters(&clusters);
    struct pdf_cluster cluster;
    bool plain = true;
    note_letters(maker, font, op, &letters);
    while (pdf_clusters_next(&clusters, &cluster)) {
        if (pdf_cluster_is_plain(&cluster)) {
            note_text(maker, font, op, cluster.first, cluster.text);
        } else {
            check_seen(maker, font, op, &cluster);
            plain = false;
        }
        letters = pdf_clusters_letters(&clusters);
        note_letters(maker, font, op, &letters);
    }
    return plain;
}

/* By operation, as pdf_fonts has it; NULL after a diagnostic. */
static const bool *note_page(const struct fonts_maker *maker, const struct page *page)
{
    bool *plain = ARENA_ARRAY(maker->arena, bool, page->op_count);
    for (size_t i = 0; i < page->op_count; i++) {
        const struct op *op = &page->ops[i];
        if (op->kind != OP_TEXT)
            continue;
        struct pdf_font *font = font_of_face(maker, page->document, op->text.face);
        if (!font || !note_glyphs(maker, font, op))
            return NULL;
        plain[i] = note_texts(maker, font, op);
        if (font->is_refused)
            return NULL;
    }
    return plain;
}

static int compare_shown(const void *left, const void *right)
{
    const struct pdf_shown *a = left, *b = right;
    return (a->glyph > b->glyph) - (a->glyph < b->glyph);
}

static void sort_shown(struct pdf_font *font)
{
    if (font->shown.count)
        qsort(font->shown.items, font->shown.count, sizeof *font->shown.items, compare_shown);
    for (size_t i = 0; i < font->shown.count; i++)
        font->places[font->shown.items[i].glyph] = (uint16_t)(i + 1);
}

bool pdf_fonts_open(struct pdf_fonts *fonts, struct arena *arena, struct diags *diags,
                    const struct pages *pages, const struct fonts *const *files,
                    struct pdf_cache *cache)
{
    const bool **plain = ARENA_ARRAY(arena, const bool *, pages->count);
    *fonts = (struct pdf_fonts){
        .plain = plain,
        .items = ARENA_ARRAY(arena, struct pdf_font, pages->documents * FACE_LIMIT),
        .of_document = ARENA_ARRAY(arena, struct pdf_faces, pages->documents),
    };
    struct fonts_maker maker = {fonts, arena, diags, pages, files, cache};
    for (size_t i = 0; i < pages->count; i++)
        if (!(plain[i] = note_page(&maker, &pages->items[i])))
            return false;
    for (size_t i = 0; i < fonts->count; i++)
        sort_shown(&fonts->items[i]);
    return true;
}
