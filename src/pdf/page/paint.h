/* Operations of the display list as the operators of a content stream. */
#ifndef COUNCILBRIEF_PDF_PAGE_PAINT_H
#define COUNCILBRIEF_PDF_PAGE_PAINT_H

#include "pdf/font/font.h"
#include "pdf/page/image.h"

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

/* The glyphs of a text operation from the pen's place on, as TJ arrays (src/pdf/page/show.c). */
void paint_glyphs(struct buf *out, const struct pdf_font *font, const struct op *op);

#endif
