/* The pictures of one document as image objects, each picture once. */
#ifndef COUNCILBRIEF_PDF_PAGE_IMAGE_H
#define COUNCILBRIEF_PDF_PAGE_IMAGE_H

#include "layout/display.h"
#include "layout/picture/picture.h"
#include "pdf/file/objects.h"

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
