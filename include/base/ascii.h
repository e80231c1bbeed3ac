/* Classes of ASCII bytes, independent of any locale, and where the lines of a text begin and
   end. */
#ifndef COUNCILBRIEF_BASE_ASCII_H
#define COUNCILBRIEF_BASE_ASCII_H

#include "base/str.h"

static inline bool ascii_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool ascii_is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* The value of a hexadecimal digit; -1 for any other byte. */
static inline int ascii_hex_value(char byte)
{
    if (ascii_is_digit(byte))
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

/* The small letter of a capital; any other byte as it is. */
static inline char ascii_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Without regard to case. */
static inline bool ascii_is_same(char a, char b)
{
    return ascii_lower(a) == ascii_lower(b);
}

static inline bool ascii_is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static inline bool ascii_ends_line(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Start of the line that holds the byte at `at`. */
static inline size_t ascii_line_start(struct str text, size_t at)
{
    while (at > 0 && !ascii_ends_line(text.at[at - 1]))
        at--;
    return at;
}

static inline size_t ascii_line_end(struct str text, size_t at)
{
    while (at < text.len && !ascii_ends_line(text.at[at]))
        at++;
    return at;
}

static inline size_t ascii_past_blanks(struct str text, size_t at)
{
    while (at < text.len && ascii_is_blank(text.at[at]))
        at++;
    return at;
}

#endif
