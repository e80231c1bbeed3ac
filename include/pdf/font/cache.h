/* What the PDFs of one process share: opened typefaces with their most used glyphs ready for
   embedding, the colour profile, the compressor. A document is the same whether its things stood on
   the cache or not: what is in it depends on the font files alone. */
#ifndef COUNCILBRIEF_PDF_FONT_CACHE_H
#define COUNCILBRIEF_PDF_FONT_CACHE_H

#include "layout/shape/metrics.h"
#include "pdf/font/typeface.h"

struct pdf_cache;

/* The font files of its documents must stay as long as it does. */
struct pdf_cache *pdf_cache_new(void);
void pdf_cache_free(struct pdf_cache *cache);

/* Between two documents: keeps what is kept for speed within bounds. */
void pdf_cache_rest(struct pdf_cache *cache);

/* The typeface of a file, opened at its first use; look at its `refusal`. */
struct pdf_typeface *pdf_cache_typeface(struct pdf_cache *cache, const struct font_file *file);

/* The typeface cut down to the smallest repertoire that has all glyphs which a document uses: most
   documents of a batch then share one program. When none has, to the used glyphs alone. In `arena`
   or in the cache. */
struct pdf_program pdf_cache_program(struct pdf_cache *cache, struct arena *arena,
                                     struct pdf_typeface *typeface, struct pdf_glyphs used);

/* The sRGB profile, compressed; absent when it could not be made. */
struct str pdf_cache_profile(struct pdf_cache *cache);

/* For what is a document's own. */
struct pdf_deflater *pdf_cache_deflater(struct pdf_cache *cache);

#endif
