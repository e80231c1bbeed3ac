/* A thin layer over that of libharu. Once something has failed its functions do nothing: makers
   return NULL, all take NULL, and `fault` keeps the first error number of libharu. */
#ifndef COUNCILBRIEF_PDF_OBJECT_H
#define COUNCILBRIEF_PDF_OBJECT_H

#include "base/str.h"
#include "layout/unit.h"
#include "pdf/deflate.h"

#include <hpdf.h>

struct objects {
    struct arena *arena; /* for scratch text */
    struct pdf_deflater *deflater;
    HPDF_Doc haru;
    HPDF_STATUS fault;
};

/* What libharu and PDF/A-2 hold at most. */
enum {
    OBJECT_ARRAY_LIMIT = 32767, /* items of an array */
    OBJECT_TEXT_LIMIT = 16000   /* UTF-16 units of a string: PDF/A-2 allows 32,767 bytes */
};

/* Starts a document; `fault` is set when there is no memory. Free with objects_close. */
void objects_open(struct objects *objects, struct arena *arena, struct pdf_deflater *deflater);
void objects_close(struct objects *objects);

/* ---- makers: a direct object belongs to what it is put into, an indirect one to the file ---- */
HPDF_Dict object_dict(struct objects *objects);
HPDF_Dict object_indirect_dict(struct objects *objects);
HPDF_Array object_array(struct objects *objects);
HPDF_Array object_indirect_array(struct objects *objects);
HPDF_Dict object_stream(struct objects *objects, struct str bytes, bool compressed);
HPDF_Dict object_deflated_stream(struct objects *objects, struct str bytes); /* by pdf_deflate */
HPDF_Dict object_jpeg_stream(struct objects *objects, struct str bytes);     /* as they are */
HPDF_Array object_rect(struct objects *objects, milli left, milli bottom, milli right, milli top);

/* A page of that size, at the end of the document, whose content stream holds `content`. */
HPDF_Page object_page(struct objects *objects, milli width, milli height);
void object_page_content(struct objects *objects, HPDF_Page page, struct str content);
HPDF_Dict object_page_resources(struct objects *objects, HPDF_Page page);

/* What every document has from the start. */
HPDF_Dict object_catalog(struct objects *objects);
HPDF_Dict object_info(struct objects *objects);
HPDF_Dict object_trailer(struct objects *objects);

/* The whole file, in the arena; NULL when anything failed. */
char *object_bytes(struct objects *objects, size_t *len);

/* ---- entries of a dictionary ---- */
void object_put(struct objects *objects, HPDF_Dict dict, const char *key, void *value);
void object_put_name(struct objects *objects, HPDF_Dict dict, const char *key, const char *name);
void object_put_number(struct objects *objects, HPDF_Dict dict, const char *key, int32_t number);
void object_put_true(struct objects *objects, HPDF_Dict dict, const char *key);
void object_put_bytes(struct objects *objects, HPDF_Dict dict, const char *key, struct str bytes);
/* For text that people read: as UTF-16, or as it is when it is all ASCII. */
void object_put_text(struct objects *objects, HPDF_Dict dict, const char *key, struct str text);

/* ---- items of an array ---- */
void object_add(struct objects *objects, HPDF_Array array, void *value);
void object_add_name(struct objects *objects, HPDF_Array array, const char *name);
void object_add_number(struct objects *objects, HPDF_Array array, int32_t number);
void object_add_bytes(struct objects *objects, HPDF_Array array, struct str bytes);
/* A number given in 1/32, the finest step that all versions of libharu print alike. */
void object_add_part(struct objects *objects, HPDF_Array array, int64_t parts);
void object_add_milli(struct objects *objects, HPDF_Array array, milli length);

enum { OBJECT_PARTS = 32 };

#endif
