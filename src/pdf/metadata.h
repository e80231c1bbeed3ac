/* The metadata streams: XMP and the colour profile. */
#ifndef COUNCILBRIEF_PDF_METADATA_H
#define COUNCILBRIEF_PDF_METADATA_H

#include "diag/diag.h"
#include "layout/display.h"

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
