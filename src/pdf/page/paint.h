/* Operations of the display list as the operators of a content stream. */
#ifndef COUNCILBRIEF_PDF_PAGE_PAINT_H
#define COUNCILBRIEF_PDF_PAGE_PAINT_H

#include "layout/display.h"
#include "layout/picture/picture.h"
#include "pdf/file/objects.h"
#include "pdf/font/font.h"

/* The state of one page's content; colours, font and line width are written when they change. */
struct paint {
    struct buf *out;
    const struct pdf_faces *faces; /* of the page's document */
    const struct pdf_pictures *pictures;
    milli page_height;
    bool has_fill, has_stroke;
    struct colour fill, stroke;
    milli line_width;            /* 0: not yet set */
    const struct pdf_font *font; /* NULL: not yet set */
    milli size;
};

void paint_op(struct paint *paint, const struct op *op);

/* The glyphs of a text operation from the pen's place on, as TJ arrays (src/pdf/page/paint.c). */
void paint_glyphs(struct buf *out, const struct pdf_font *font, const struct op *op);

/* ---- The pictures of one document as image objects, each picture once ---- */

struct pdf_pictures {
    LIST(const struct picture *) items; /* the n-th is the resource "In" */
    struct arena *arena;
};

/* Those that the pages show. Two of the same bytes are one. */
struct pdf_pictures pdf_pictures_of(struct arena *arena, const struct pages *pages);

/* The name of the resource of a picture that the pages show: "I0". */
const char *pdf_picture_name(const struct pdf_pictures *pictures, const struct picture *picture);

/* Makes the image objects and puts them among the resources, if there are any. */
void pdf_pictures_put(const struct pdf_pictures *pictures, struct object *resources,
                      struct objects *objects);

#endif
