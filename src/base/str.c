/* Text as pointer and length: comparing, cutting, copying, building. */
#include "base/str.h"

#include "base/utf8.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct str str_from(const char *text)
{
    return text ? (struct str){text, strlen(text)} : STR_NONE;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

struct str str_trim(struct str text)
{
    size_t start = 0, end = text.len;
    while (start < end && is_space(text.at[start]))
        start++;
    while (end > start && is_space(text.at[end - 1]))
        end--;
    return str_part(text, start, end);
}

int str_compare(struct str a, struct str b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.at, b.at, shared) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str text, const char *prefix)
{
    size_t len = strlen(prefix);
    return text.len >= len && memcmp(text.at, prefix, len) == 0;
}

bool str_ends(struct str text, const char *suffix)
{
    size_t len = strlen(suffix);
    return text.len >= len && memcmp(text.at + text.len - len, suffix, len) == 0;
}

size_t str_find(struct str text, char byte, size_t from)
{
    if (from >= text.len)
        return text.len;
    const char *found = memchr(text.at + from, byte, text.len - from);
    return found ? (size_t)(found - text.at) : text.len;
}

/* One letter of a spelling: capitals and the marks between words make no difference. */
static char plain_letter(char letter)
{
    if (letter >= 'A' && letter <= 'Z')
        return (char)(letter - 'A' + 'a');
    return letter == '_' || letter == '-' ? ' ' : letter;
}

int str_alike_compare(struct str a, struct str b)
{
    if (a.len != b.len)
        return a.len < b.len ? -1 : 1;
    for (size_t i = 0; i < a.len; i++) {
        char one = plain_letter(a.at[i]), other = plain_letter(b.at[i]);
        if (one != other)
            return one < other ? -1 : 1;
    }
    return 0;
}

bool str_alike(struct str a, struct str b)
{
    return str_alike_compare(a, b) == 0;
}

bool str_holds(struct str text, struct str words)
{
    for (size_t i = 0; i + words.len <= text.len; i++)
        if (str_alike(str_part(text, i, i + words.len), words))
            return true;
    return false;
}

struct str str_copy(struct arena *arena, struct str text)
{
    char *copy = arena_alloc(arena, text.len + 1);
    if (text.len)
        memcpy(copy, text.at, text.len);
    return (struct str){copy, text.len};
}

const char *str_z(struct arena *arena, struct str text)
{
    return str_copy(arena, text).at;
}

struct str str_format(struct arena *arena, const char *format, ...)
{
    struct buf buf = {.arena = arena};
    va_list args;
    va_start(args, format);
    buf_addv(&buf, format, args);
    va_end(args);
    return buf_str(&buf);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Restricted Damerau-Levenshtein over three rows, for texts of at most DISTANCE_MAX bytes. */
enum { DISTANCE_MAX = 64 };

size_t str_distance(struct str a, struct str b, size_t limit)
{
    if (a.len > DISTANCE_MAX || b.len > DISTANCE_MAX)
        return str_equal(a, b) ? 0 : limit + 1;
    if (a.len > b.len + limit || b.len > a.len + limit)
        return limit + 1;
    size_t rows[3][DISTANCE_MAX + 1] = {{0}};
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    size_t best_above = 0;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
        size_t best = row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t replaced = above[j - 1] + (a.at[i - 1] != b.at[j - 1]);
            row[j] = least(replaced, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1])
                row[j] = least(row[j], two_above[j - 2] + 1);
            best = least(best, row[j]);
        }
        if (best > limit && best_above >= limit)
            return limit + 1; /* every later distance is built on these two rows */
        best_above = best;
    }
    return least(rows[a.len % 3][b.len], limit + 1);
}

/* ---- building ---- */

void buf_grow(struct buf *buf, size_t more)
{
    size_t needed = buf->len + more + 1, capacity = buf->capacity ? buf->capacity : 64;
    while (capacity < needed)
        capacity *= 2;
    buf->at = arena_grow(buf->arena, buf->at, buf->len, capacity, 1);
    buf->capacity = capacity;
}

/* Prints into the room that is left, and once more into a larger one when that was not enough. */
void buf_addv(struct buf *buf, const char *format, va_list args)
{
    enum { USUAL = 64 };
    va_list again;
    va_copy(again, args);
    buf_room(buf, USUAL);
    int len = vsnprintf(buf->at + buf->len, buf->capacity - buf->len, format, args);
    if (len > 0 && (size_t)len >= buf->capacity - buf->len) {
        buf_room(buf, (size_t)len);
        vsnprintf(buf->at + buf->len, (size_t)len + 1, format, again);
    }
    if (len > 0)
        buf->len += (size_t)len;
    buf->at[buf->len] = '\0';
    va_end(again);
}

void buf_addf(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_addv(buf, format, args);
    va_end(args);
}

void buf_grouped(struct buf *buf, uint64_t number)
{
    if (number < 1000) {
        buf_addf(buf, "%" PRIu64, number);
        return;
    }
    buf_grouped(buf, number / 1000); /* calls itself six times at most */
    buf_addf(buf, ",%03" PRIu64, number % 1000);
}

struct str whole_text(struct arena *arena, int64_t number)
{
    struct buf out = {.arena = arena};
    if (number < 0)
        buf_byte(&out, '-');
    buf_grouped(&out, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
    return buf_str(&out);
}

struct str buf_str(const struct buf *buf)
{
    return (struct str){buf->at ? buf->at : "", buf->len};
}
