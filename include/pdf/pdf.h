/* The PDF stage: a display list to the bytes of an accessible, archival PDF. */
#ifndef COUNCILBRIEF_PDF_PDF_H
#define COUNCILBRIEF_PDF_PDF_H

#include "diag/diag.h"
#include "layout/display.h"
#include "pdf/font/cache.h"

struct pdf_request {
    const struct pages *pages;
    const struct fonts *const *fonts; /* of each document that was joined, by page.document */
    int64_t created; /* seconds since 1970, UTC: from SOURCE_DATE_EPOCH or as_at, never the clock */
    struct pdf_cache *cache; /* what documents share; NULL: this one shares nothing */
};

/* The file as bytes; absent after diagnostics E6xx. Declares PDF/UA-1 and PDF/A-2a, and refuses
   what cannot be either: no title, no language, a figure without alternative text, a table without
   headers, a heading that skips a level. Before that nothing was written anywhere. */
struct str pdf_bytes(struct arena *arena, struct diags *diags, const struct pdf_request *request);

/* ---- The metadata streams: XMP and the colour profile ---- */

/* A moment in UTC. */
struct pdf_moment {
    int year, month, day, hour, minute, second;
};

struct pdf_moment pdf_moment_of(int64_t seconds);

#define PDF_PRODUCER "councilbrief"

/* The XMP packet: it must say the same as the Info dictionary, and declares PDF/A-2a and
   PDF/UA-1. */
struct str pdf_xmp(struct arena *arena, const struct pages *pages,
                   const struct pdf_moment *created);

/* An sRGB profile, the same bytes at any time; absent when it could not be made. */
struct str pdf_srgb_profile(struct arena *arena);

#endif
