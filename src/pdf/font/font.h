/* The fonts of one document: which glyphs it uses, what they stand for, and their PDF objects.
   A glyph's code in the PDF is its number in the font file, so content can be written first. */
#ifndef COUNCILBRIEF_PDF_FONT_FONT_H
#define COUNCILBRIEF_PDF_FONT_FONT_H

#include "base/list.h"
#include "diag/diag.h"
#include "layout/display.h"
#include "pdf/file/objects.h"
#include "pdf/font/cache.h"

/* A glyph that the document shows. */
struct pdf_shown {
    uint32_t glyph;
    bool is_disputed; /* it stands for several texts, of which `text` is one */
    struct str text;  /* what it stands for in ToUnicode; absent: nothing certain */
};

struct pdf_font {
    const struct font_file *file;
    char name[12];                 /* of the resource: "F0" */
    struct pdf_typeface *typeface; /* in the cache */
    uint16_t *places;              /* by glyph: where it is in `shown`, from 1 on; 0: nowhere */
    LIST(struct pdf_shown) shown;  /* sorted by glyph */
    bool is_disputed;              /* is one of them? */
    bool is_refused;               /* after E614 */
};

struct pdf_fonts {
    const bool *const *plain; /* by page and operation: a text of which each cluster is plain */
    struct pdf_font *items;   /* documents that were joined share those of one file */
    size_t count;
    struct pdf_faces {
        struct pdf_font *fonts[FACE_LIMIT]; /* NULL: not used; faces of one file share a font */
    } * of_document;
};

/* Finds the fonts that the pages use and notes their glyphs. False after E610, E611, E614 or E690.
 */
bool pdf_fonts_open(struct pdf_fonts *fonts, struct arena *arena, struct diags *diags,
                    const struct pages *pages, const struct fonts *const *files,
                    struct pdf_cache *cache);

/* What is known of a glyph that the document shows. */
static inline struct pdf_shown *pdf_font_shown(const struct pdf_font *font, uint32_t glyph)
{
    return &font->shown.items[font->places[glyph] - 1];
}

/* Makes the font objects and puts them among the resources. False after E610 or E615. */
bool pdf_fonts_put(struct pdf_fonts *fonts, struct object *resources, struct objects *objects,
                   struct pdf_cache *cache, struct diags *diags);

/* ---- parts of the above, a file each ---- */

/* The CMap that leads from glyphs back to text. */
struct str pdf_font_to_unicode(struct arena *arena, const struct pdf_font *font);

/* The font descriptor; `file` is the stream of the subset. */
struct object *pdf_font_descriptor(struct objects *objects, const struct pdf_font *font,
                                   const char *name, const struct object *file);

#endif
