/* The files of tests/pictures, whole and with changes, for the tests of pictures. */
#ifndef COUNCILBRIEF_TESTS_LAYOUT_PICTURE_FILES_H
#define COUNCILBRIEF_TESTS_LAYOUT_PICTURE_FILES_H

#include "layout/picture/picture.h"

#include <stdio.h>
#include <string.h>

/* A folder of pictures and what was said about them. */
struct album {
    struct arena *arena;
    struct diags diags;
};

static inline void album_open(struct album *album)
{
    album->arena = arena_new();
    diags_init(&album->diags, album->arena);
}

static inline void album_close(struct album *album)
{
    arena_free(album->arena);
}

/* A copy of a file's bytes that may be changed. */
static inline struct str album_bytes(struct album *album, const char *name)
{
    struct picture_place place = {STR("tests/pictures"), str_from(name), {0}};
    struct str bytes = picture_file_read(album->arena, &album->diags, &place);
    assert_non_null(bytes.at);
    return bytes;
}

static inline unsigned char *writable(struct str bytes)
{
    return (unsigned char *)(uintptr_t)bytes.at;
}

static inline const struct picture *album_decode(struct album *album, struct str bytes)
{
    struct picture_place place = {STR("pictures"), STR("test"), {0}};
    return picture_decode(album->arena, &album->diags, &place, bytes);
}

static inline const struct picture *album_read(struct album *album, const char *name)
{
    return album_decode(album, album_bytes(album, name));
}

/* The code of the only diagnostic so far; "accepted" when there is none. Forgets it. */
static inline const char *album_verdict(struct album *album)
{
    size_t count = album->diags.items.count;
    assert_true(count <= 1);
    const char *name = count ? album->diags.items.items[0].code->name : "accepted";
    diags_init(&album->diags, album->arena);
    return name;
}

/* ---- PNG chunks ---- */

static inline uint32_t chunk_number(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static inline void chunk_put(unsigned char *at, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(number >> (24 - 8 * i));
}

static inline uint32_t chunk_sum(const unsigned char *bytes, size_t len)
{
    uint32_t sum = UINT32_MAX;
    for (size_t i = 0; i < len; i++) {
        sum ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320U : 0);
    }
    return ~sum;
}

/* Makes the sums of all chunks right again, so that what was changed in them is looked at. */
static inline void chunks_mend(struct str bytes)
{
    enum { SIGNATURE = 8, AROUND = 12 };
    for (size_t at = SIGNATURE; at + AROUND <= bytes.len;) {
        unsigned char *chunk = writable(bytes) + at;
        size_t len = chunk_number(chunk);
        if (len > bytes.len - at - AROUND)
            return;
        chunk_put(chunk + 8 + len, chunk_sum(chunk + 4, len + 4));
        at += len + AROUND;
    }
}

#endif
