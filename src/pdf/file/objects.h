/* The objects of one file, over libharu: it keeps the catalogue, the tree of pages and the number
   of every object, and this room writes what they hold. Once something has failed, `fault` keeps
   the first error number of libharu: what is made then has no number, and nothing is saved. */
#ifndef COUNCILBRIEF_PDF_FILE_OBJECTS_H
#define COUNCILBRIEF_PDF_FILE_OBJECTS_H

#include "base/list.h"
#include "pdf/file/deflate.h"
#include "pdf/file/object.h"

#include <hpdf.h>

struct objects {
    struct arena *arena;
    struct pdf_deflater *deflater;
    HPDF_Doc haru;
    HPDF_STATUS fault;
    struct object catalog, info, trailer; /* what every document has from the start */
    LIST(struct object *) by_number;      /* NULL: libharu's alone */
    struct buf *out;                      /* where libharu is to write */
};

/* What we and PDF/A-2 hold at most. */
enum {
    OBJECT_ARRAY_LIMIT = 32767,  /* items of an array */
    OBJECT_TEXT_LIMIT = 16000,   /* UTF-16 units of a string: PDF/A-2 allows 32,767 bytes */
    OBJECT_ADDRESS_LIMIT = 10900 /* bytes of an address, of which each may become three there */
};

/* Starts a document; `fault` is set when there is no memory. Free with objects_close; what was made
   is in the arena. */
void objects_open(struct objects *objects, struct arena *arena, struct pdf_deflater *deflater);
void objects_close(struct objects *objects);

/* ---- makers: objects of the file, never NULL ---- */
struct object *objects_dict(struct objects *objects);
struct object *objects_array(struct objects *objects);

/* A stream. Its bytes must stay as long as the document, save those that are compressed here. */
struct object *objects_stream(struct objects *objects, struct str bytes);
struct object *objects_compressed(struct objects *objects, struct str bytes);
struct object *objects_deflated(struct objects *objects, struct str bytes); /* by pdf_deflate */
struct object *objects_jpeg(struct objects *objects, struct str bytes);     /* as they are */

/* A page at the end of the document, whose content stream holds `content`. */
struct object *objects_page(struct objects *objects, struct str content);

/* ---- trees of keys and values, in leaves so that no array grows too long ---- */

struct pdf_named {
    struct str name;
    const struct object *value;
};

/* The values by the keys 0, 1, 2... */
struct object *pdf_number_tree(struct objects *objects, struct object *const *values, size_t count);

/* The values by name; the names must be sorted. */
struct object *pdf_name_tree(struct objects *objects, const struct pdf_named *items, size_t count);

/* ---- The finished document as bytes ---- */

/* In the arena; absent when anything failed since objects_open, and `fault` then says what. */
struct str pdf_save(struct objects *objects);

#endif
