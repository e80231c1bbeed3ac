/* What the PDFs of one process share: opened typefaces with their most used glyphs ready for
   embedding, the colour profile, the compressor. A document is the same whether its things stood on
   the shelf or not: what stands there depends on the font files alone. */
#ifndef COUNCILBRIEF_PDF_FONT_SHELF_H
#define COUNCILBRIEF_PDF_FONT_SHELF_H

#include "layout/shape/metrics.h"
#include "pdf/font/typeface.h"

struct pdf_shelf;

/* The font files of its documents must stay as long as it does. */
struct pdf_shelf *pdf_shelf_new(void);
void pdf_shelf_free(struct pdf_shelf *shelf);

/* Between two documents: keeps what is kept for speed within bounds. */
void pdf_shelf_rest(struct pdf_shelf *shelf);

/* The typeface of a file, opened at its first use; look at its `refusal`. */
struct pdf_typeface *pdf_shelf_typeface(struct pdf_shelf *shelf, const struct font_file *file);

/* The typeface cut down to the smallest repertoire that has all glyphs which a document uses: most
   documents of a batch then share one program. When none has, to the used glyphs alone. In `arena`
   or on the shelf. */
struct pdf_program pdf_shelf_program(struct pdf_shelf *shelf, struct arena *arena,
                                     struct pdf_typeface *typeface, struct pdf_glyphs used);

/* The sRGB profile, compressed; absent when it could not be made. */
struct str pdf_shelf_profile(struct pdf_shelf *shelf);

/* For what is a document's own. */
struct pdf_deflater *pdf_shelf_deflater(struct pdf_shelf *shelf);

#endif
