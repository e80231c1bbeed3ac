/* Cross-reference streams and object streams, read; see tests/support/pdf_reader.h. */
#include "support/pdf_reader.h"

#include "support/cmocka.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum { ROW = 7, MOST = 1 << 24 };

static size_t found(struct str text, const char *part, size_t from)
{
    size_t len = strlen(part);
    for (size_t at = from; at + len <= text.len; at++)
        if (memcmp(text.at + at, part, len) == 0)
            return at;
    fail_msg("%s is nowhere", part);
    return 0;
}

static long number_after(struct str text, const char *key)
{
    return strtol(text.at + found(text, key, 0) + strlen(key), NULL, 10);
}

/* From the heading of an object on, which must be there. */
static struct str object_at(struct arena *arena, struct str file, size_t offset, int32_t number)
{
    struct str heading = str_format(arena, "%d 0 obj\n", (int)number);
    struct str rest = str_part(file, offset, file.len);
    assert_memory_equal(rest.at, heading.at, heading.len);
    return str_part(rest, heading.len, rest.len);
}

static struct str inflated(struct arena *arena, struct str object)
{
    size_t start = found(object, "\nstream\r\n", 0) + strlen("\nstream\r\n"), len = 0;
    long length = number_after(object, "/Length ");
    char *out = arena_alloc(arena, MOST);
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    assert_int_equal(
        libdeflate_zlib_decompress(inflater, object.at + start, (size_t)length, out, MOST, &len),
        0);
    libdeflate_free_decompressor(inflater);
    assert_memory_equal(object.at + start + length, "\nendstream\nendobj\n", 18);
    return (struct str){out, len};
}

static struct str last_object(struct str file)
{
    static const char word[] = "startxref\n";
    size_t at = file.len - strlen(word);
    while (memcmp(file.at + at, word, strlen(word)) != 0)
        at--;
    size_t start = strtoul(file.at + at + strlen(word), NULL, 10);
    return str_part(file, found(file, " 0 obj\n", start) + strlen(" 0 obj\n"), file.len);
}

struct str pdf_read_trailer(struct arena *arena, struct str file)
{
    struct str object = last_object(file);
    return str_copy(arena, str_part(object, 0, found(object, ">>\nstream", 0)));
}

/* The rows of the cross-references: each was written as its difference from the one above it. */
static struct str rows(struct arena *arena, struct str file)
{
    struct str packed = inflated(arena, last_object(file));
    assert_int_equal(packed.len % (ROW + 1), 0);
    struct buf out = {.arena = arena};
    for (size_t at = 0; at < packed.len; at++) {
        if (at % (ROW + 1) == 0) {
            assert_int_equal(packed.at[at], 2);
            continue;
        }
        char above = out.len < ROW ? 0 : out.at[out.len - ROW];
        buf_byte(&out, (char)(above + packed.at[at]));
    }
    return buf_str(&out);
}

static uint32_t field(const char *row, int from, int to)
{
    uint32_t number = 0;
    for (int i = from; i < to; i++)
        number = number << 8 | (unsigned char)row[i];
    return number;
}

static const char *row_of(struct arena *arena, struct str file, uint32_t number)
{
    struct str all = rows(arena, file);
    assert_true((number + 1) * (size_t)ROW <= all.len);
    assert_int_equal(all.len / ROW, number_after(pdf_read_trailer(arena, file), "/Size "));
    return all.at + number * (size_t)ROW;
}

bool pdf_read_is_free(struct arena *arena, struct str file, int32_t number)
{
    return field(row_of(arena, file, (uint32_t)number), 0, 1) == 0;
}

/* A stream: its bytes stand in the file. */
static struct str stream_of(struct arena *arena, struct str file, uint32_t number)
{
    const char *row = row_of(arena, file, number);
    assert_int_equal(field(row, 0, 1), 1);
    return object_at(arena, file, field(row, 1, 5), (int32_t)number);
}

/* The object at an index of a pack, whose table has its number and its place. */
static struct str in_pack(struct arena *arena, struct str pack, uint32_t index, int32_t number)
{
    long first = number_after(pack, "/First "), count = number_after(pack, "/N ");
    struct str bytes = inflated(arena, pack);
    assert_true(index < count);
    char *at = (char *)(uintptr_t)bytes.at;
    for (uint32_t i = 0; i < 2 * index; i++)
        strtol(at, &at, 10);
    assert_int_equal(strtol(at, &at, 10), number);
    size_t start = (size_t)(first + strtol(at, &at, 10)), end = bytes.len;
    if (index + 1 < count) {
        strtol(at, &at, 10);
        end = (size_t)(first + strtol(at, &at, 10)) - 1; /* less the line end */
    }
    return str_copy(arena, str_part(bytes, start, end));
}

struct str pdf_read_object(struct arena *arena, struct str file, int32_t number)
{
    const char *row = row_of(arena, file, (uint32_t)number);
    if (field(row, 0, 1) != 2)
        return stream_of(arena, file, (uint32_t)number);
    struct str pack = stream_of(arena, file, field(row, 1, 5));
    return in_pack(arena, pack, field(row, 5, ROW), number);
}

struct str pdf_read_packed(struct arena *arena, struct str file)
{
    struct buf out = {.arena = arena};
    struct str all = rows(arena, file);
    for (uint32_t number = 0; number < all.len / ROW; number++)
        if (field(all.at + number * (size_t)ROW, 0, 1) == 2) {
            buf_add(&out, pdf_read_object(arena, file, (int32_t)number));
            buf_byte(&out, '\n');
        }
    return buf_str(&out);
}
