/* UTF-8: decoding, checking, and how wide a character is in a terminal. */
#ifndef COUNCILBRIEF_BASE_UTF8_H
#define COUNCILBRIEF_BASE_UTF8_H

#include "base/str.h"

#include <stdint.h>

/* utf8_next for code points beyond ASCII. */
uint32_t utf8_next_long(struct str text, size_t *at);

/* Decodes the code point at `*at` of valid UTF-8 and moves `*at` past it. */
static inline uint32_t utf8_next(struct str text, size_t *at)
{
    unsigned char lead = (unsigned char)text.at[*at];
    if (lead >= 0x80)
        return utf8_next_long(text, at);
    *at += 1;
    return lead;
}

/* Writes 1 to 4 bytes and returns how many. */
size_t utf8_put(uint32_t code_point, char out[4]);

/* Offset of the first byte at or after `at` that is not ASCII; len if none. */
size_t utf8_ascii_end(struct str text, size_t at);

/* Offset of the first byte that is not valid UTF-8 (overlong, surrogate, cut short); len if none.
 */
size_t utf8_check(struct str text);

/* Number of code points in [start, end). */
size_t utf8_count(struct str text, size_t start, size_t end);

/* The text with a capital first letter; a first word with a capital inside (iPads) stays as it
   is. */
struct str utf8_capital(struct arena *arena, struct str text);

/* Columns a code point takes in a terminal: 0 (combining), 1 or 2. */
int utf8_columns(uint32_t code_point);

/* A mark that stands over, under or on the letter before it. */
bool utf8_is_mark(uint32_t code_point);

/* Is it private use in planes 15 and 16, reserved for values that templates insert? */
static inline int utf8_is_reserved(uint32_t code_point)
{
    return code_point >= 0xF0000;
}

void buf_code_point(struct buf *buf, uint32_t code_point); /* as UTF-8 */

#endif
