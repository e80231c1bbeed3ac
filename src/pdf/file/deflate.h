/* Compression of streams, as PDF's FlateDecode reads it. */
#ifndef COUNCILBRIEF_PDF_FILE_DEFLATE_H
#define COUNCILBRIEF_PDF_FILE_DEFLATE_H

#include "base/str.h"

struct pdf_deflater;

/* What is made for one document must be quick; what many share may take its time. */
enum pdf_effort { EFFORT_QUICK, EFFORT_THOROUGH };

struct pdf_deflater *pdf_deflater_new(enum pdf_effort effort);
void pdf_deflater_free(struct pdf_deflater *deflater);

/* Valid until the next call. The same bytes give the same result. */
struct str pdf_deflate(struct pdf_deflater *deflater, struct str bytes);

/* Between two documents: gives back the room that a large picture took. */
void pdf_deflater_rest(struct pdf_deflater *deflater);

#endif
