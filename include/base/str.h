/* Text as pointer and length, and a buffer to build it in. All text is valid UTF-8. */
#ifndef COUNCILBRIEF_BASE_STR_H
#define COUNCILBRIEF_BASE_STR_H

#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Not NUL-terminated unless a function says so. `at == NULL` means absent, not empty. */
struct str {
    const char *at;
    size_t len;
};

#define STR(literal)  ((struct str){(literal), sizeof(literal) - 1})
#define STR_NONE      ((struct str){NULL, 0})
#define STR_FMT       "%.*s"
#define STR_ARG(text) (int)(text).len, ((text).at ? (text).at : "")

struct str str_from(const char *text);       /* of a NUL-terminated text; NULL gives absent */
struct str str_trim(struct str text);        /* without white space at both ends */
int str_compare(struct str a, struct str b); /* by bytes, which is by code point */
bool str_starts(struct str text, const char *prefix);
bool str_ends(struct str text, const char *suffix);
/* Offset of the first `byte` at or after `from`; text.len when there is none. */
size_t str_find(struct str text, char byte, size_t from);

/* [start, end), clamped */
static inline struct str str_part(struct str text, size_t start, size_t end)
{
    if (end > text.len)
        end = text.len;
    if (start > end)
        start = end;
    return (struct str){text.at ? text.at + start : NULL, end - start};
}

/* Absent equals empty. */
static inline bool str_equal(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool str_is(struct str text, const char *literal)
{
    return str_equal(text, (struct str){literal, strlen(literal)});
}

/* Are they the same letters, ignoring case and taking `_`, `-` and space as one? */
bool str_alike(struct str a, struct str b);
/* An order in which those that are alike stand together: below 0, 0 where they are alike, above. */
int str_alike_compare(struct str a, struct str b);
/* Does the text hold the words somewhere, by the same letters? */
bool str_holds(struct str text, struct str words);

struct str str_copy(struct arena *arena, struct str text); /* NUL-terminated copy */
const char *str_z(struct arena *arena, struct str text);   /* the same, as a C string */
__attribute__((format(printf, 2, 3))) struct str str_format(struct arena *arena, const char *format,
                                                            ...);

/* How many edits (insertion, deletion, replacement, swap of neighbours) turn a into b; limit + 1
   when more than `limit`. */
size_t str_distance(struct str a, struct str b, size_t limit);

/* A whole number with commas between thousands. */
struct str whole_text(struct arena *arena, int64_t number);

/* A text that grows in an arena; NUL-terminated once something has been added. */
struct buf {
    struct arena *arena;
    char *at;
    size_t len, capacity;
};

/* Makes room for `more` bytes and the NUL after them (part of what follows). */
void buf_grow(struct buf *buf, size_t more);

/* Room after the text for at least `more` bytes; buf_end then says where what was put there ends.
 */
static inline char *buf_room(struct buf *buf, size_t more)
{
    if (more >= buf->capacity - buf->len)
        buf_grow(buf, more);
    return buf->at + buf->len;
}

static inline void buf_end(struct buf *buf, char *end)
{
    *end = '\0';
    buf->len = (size_t)(end - buf->at);
}

static inline void buf_add(struct buf *buf, struct str text)
{
    char *room = buf_room(buf, text.len);
    if (text.len)
        memcpy(room, text.at, text.len);
    buf_end(buf, room + text.len);
}

static inline void buf_addz(struct buf *buf, const char *text)
{
    buf_add(buf, (struct str){text, text ? strlen(text) : 0});
}

static inline void buf_byte(struct buf *buf, char byte)
{
    char *room = buf_room(buf, 1);
    *room = byte;
    buf_end(buf, room + 1);
}

__attribute__((format(printf, 2, 3))) void buf_addf(struct buf *buf, const char *format, ...);
__attribute__((format(printf, 2, 0))) void buf_addv(struct buf *buf, const char *format,
                                                    va_list args);
void buf_grouped(struct buf *buf, uint64_t number); /* 9,000: thousands with commas */
struct str buf_str(const struct buf *buf);          /* a view; valid until the next addition */

#endif
