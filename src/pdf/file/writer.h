/* The form of the file, as PDF has had it since 1.5: streams stand one after another, all other
   objects are packed into streams of their own, and a last one says where each object is. */
#ifndef COUNCILBRIEF_PDF_FILE_WRITER_H
#define COUNCILBRIEF_PDF_FILE_WRITER_H

#include "base/list.h"
#include "pdf/file/deflate.h"
#include "pdf/file/object.h"

/* Where an object is: at an offset of the file, or in a pack at an index; free when all is 0. */
struct pdf_place {
    enum { PLACE_FREE, PLACE_OFFSET, PLACE_PACKED } kind;
    uint32_t at; /* the offset; the pack's number; of a free number the next free one */
    uint32_t index;
};

struct pdf_writer {
    struct arena *arena;
    struct pdf_deflater *deflater;
    struct buf file;
    LIST(struct pdf_place) places; /* by number */
    struct buf heads, packed;      /* of the pack that is being filled: its table and its objects */
    uint32_t pack, in_pack;        /* its number, and how many objects it has */
};

/* Begins a file of objects numbered 1 to `count` - 1; `room` bytes are taken for it at once. */
void pdf_writer_open(struct pdf_writer *writer, struct arena *arena, struct pdf_deflater *deflater,
                     int32_t count, size_t room);

void pdf_writer_put(struct pdf_writer *writer, const struct object *object);

/* For an object that is written elsewhere, and is no stream: where its text is to go next. */
struct buf *pdf_writer_pack(struct pdf_writer *writer, int32_t number);

/* Ends the file with its cross-references, which take the entries of `trailer` and become that
   object; the identifier is drawn from the bytes. Absent when the file is too long. */
struct str pdf_writer_close(struct pdf_writer *writer, struct object *trailer);

#endif
