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
    OBJECT_FREE,  /* a number that nothing has */
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

/* ---- numbers as a content stream spells them, from integers, so that no locale matters ---- */

/* `thousandths` / 1000 in as few digits as it takes: 12500 is "12.5", -40 is "-0.04". */
void pdf_number(struct buf *out, int64_t thousandths);

/* A whole number in decimal. */
void pdf_integer(struct buf *out, int64_t number);

/* The same at `at`, where there are PDF_NUMBER_ROOM bytes; gives where it ends. */
char *pdf_number_put(char *at, int64_t thousandths);
enum { PDF_NUMBER_ROOM = 24 };

/* The nearest whole number; halves go away from zero. The divisor is positive. */
int64_t pdf_round_div(int64_t dividend, int64_t divisor);

/* ---- Text as PDF wants it: UTF-16, and hexadecimal in content streams ---- */

/* UTF-16BE after its byte order mark. */
struct str pdf_text_utf16(struct arena *arena, struct str text);

/* UTF-16 units that a text takes, without the mark. */
size_t pdf_text_units(struct str text);

/* UTF-16BE in hexadecimal, without mark and brackets. */
void pdf_text_hex(struct buf *out, struct str text);

/* One such unit, or a glyph's number: four digits. */
void pdf_text_hex_unit(struct buf *out, uint16_t unit);

/* "<FEFF...>", for a property list in a content stream. */
void pdf_text_string(struct buf *out, struct str text);

/* In the private use area of plane 0: a PDF/A must say in words what such a character means. */
bool pdf_text_is_private(struct str text);

#endif
