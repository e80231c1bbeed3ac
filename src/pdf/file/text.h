/* Text as PDF wants it: UTF-16, and hexadecimal in content streams. */
#ifndef COUNCILBRIEF_PDF_FILE_TEXT_H
#define COUNCILBRIEF_PDF_FILE_TEXT_H

#include "base/str.h"

/* UTF-16BE behind its byte order mark. */
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
