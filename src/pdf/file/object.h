/* What an object of the file holds, written entry by entry as it will stand there. Objects that are
   made by the thousand, as those of a structure tree are, so cost little more than their bytes. */
#ifndef COUNCILBRIEF_PDF_FILE_OBJECT_H
#define COUNCILBRIEF_PDF_FILE_OBJECT_H

#include "base/str.h"
#include "layout/unit.h"

enum object_kind {
    OBJECT_DICT,
    OBJECT_ARRAY,
    OBJECT_STREAM,
    OBJECT_SHARED /* a dictionary that libharu writes, and after its own entries these */
};

/* Made by src/pdf/file/objects.h. */
struct object {
    enum object_kind kind;
    int32_t number;    /* by which others refer to it; 0: none can */
    struct buf text;   /* entries or items, without the brackets around them */
    struct str stream; /* its bytes as they stand in the file */
};

/* ---- entries of a dictionary; `key` needs no escape ---- */

void object_put(struct object *object, const char *key, const struct object *value); /* refers to */
void object_put_name(struct object *object, const char *key, const char *name);
void object_put_number(struct object *object, const char *key, int64_t number);
void object_put_true(struct object *object, const char *key);
void object_put_bytes(struct object *object, const char *key, struct str bytes);
/* For text that people read: as UTF-16, or as it is when it is all ASCII. */
void object_put_text(struct object *object, const char *key, struct str text);
void object_put_rect(struct object *object, const char *key, milli left, milli bottom, milli right,
                     milli top);

/* ---- items of an array ---- */

void object_add(struct object *object, const struct object *value);
void object_add_name(struct object *object, const char *name);
void object_add_number(struct object *object, int64_t number);
void object_add_milli(struct object *object, milli length); /* in points */
void object_add_bytes(struct object *object, struct str bytes);
/* A number given in 1/32. */
void object_add_part(struct object *object, int64_t parts);

enum { OBJECT_PARTS = 32 };

/* ---- arrays and dictionaries inside: what is put or added until the end is theirs ---- */

/* As an entry, or as an item when `key` is NULL. */
void object_open_dict(struct object *object, const char *key);
void object_close_dict(struct object *object);
void object_open_array(struct object *object, const char *key);
void object_close_array(struct object *object);

/* The object as it stands in the file; of a shared one its entries alone. */
void object_write(struct buf *out, const struct object *object);

#endif
