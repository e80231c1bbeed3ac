/* 500 PNG and 500 JPEG files with random damage: each gets one diagnostic or is a whole picture. */
#include "support/cmocka.h"

#include "base/limits.h"
#include "layout/picture_files.h"

enum { MUTANTS = 500, MOST_CHANGES = 4, HEAD = 64 };

/* The same numbers on every machine (xorshift). */
static uint32_t next_number(uint32_t *state, uint32_t below)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state % below;
}

/* More often near the beginning, where the headers are. */
static void change_byte(uint32_t *state, struct str *bytes)
{
    static const unsigned char telling[] = {0, 1, 4, 0x7F, 0x80, 0xC2, 0xD9, 0xDA, 0xFF};
    uint32_t end = next_number(state, 2) && bytes->len > HEAD ? HEAD : (uint32_t)bytes->len;
    uint32_t at = next_number(state, end);
    bool random = next_number(state, 2);
    writable(*bytes)[at] = random ? (unsigned char)next_number(state, 256)
                                  : telling[next_number(state, sizeof telling)];
}

static void cut_end(uint32_t *state, struct str *bytes)
{
    bytes->len = 2 + next_number(state, (uint32_t)bytes->len - 1);
    bytes->len -= bytes->len > 2;
}

/* Writes a part of the file over another part. */
static void move_part(uint32_t *state, struct str *bytes)
{
    uint32_t len = 1 + next_number(state, (uint32_t)bytes->len / 2);
    uint32_t from = next_number(state, (uint32_t)bytes->len - len + 1);
    uint32_t to = next_number(state, (uint32_t)bytes->len - len + 1);
    memmove(writable(*bytes) + to, bytes->at + from, len);
}

static void take_out(uint32_t *state, struct str *bytes)
{
    uint32_t len = 1 + next_number(state, (uint32_t)bytes->len / 4);
    uint32_t at = next_number(state, (uint32_t)bytes->len - len);
    memmove(writable(*bytes) + at, bytes->at + at + len, bytes->len - at - len);
    bytes->len -= len;
}

static void mutate(uint32_t *state, struct str *bytes)
{
    static void (*const changes[])(uint32_t *, struct str *) = {
        change_byte, change_byte, change_byte, change_byte,
        change_byte, move_part,   take_out,    cut_end,
    };
    for (uint32_t count = 1 + next_number(state, MOST_CHANGES); count && bytes->len > 16; count--)
        changes[next_number(state, sizeof changes / sizeof *changes)](state, bytes);
}

static void assert_whole(struct album *album, const struct picture *picture)
{
    assert_true(picture->width > 0 && picture->width <= LIMIT_PICTURE_SIDE);
    assert_true(picture->height > 0 && picture->height <= LIMIT_PICTURE_SIDE);
    assert_true(picture->channels == 1 || picture->channels == 3);
    assert_true(picture->turn >= TURN_NONE && picture->turn <= TURN_LEFT);
    size_t count = (size_t)picture->width * (size_t)picture->height;
    if (picture->kind == PICTURE_PIXELS)
        assert_int_equal(picture->data.len, count * (size_t)picture->channels);
    else
        assert_true(str_ends(picture->data, "\xFF\xD9"));
    assert_true(!picture->alpha.at || picture->alpha.len == count);
    struct str copy = str_copy(album->arena, picture->data); /* every byte is there to be read */
    assert_true(str_equal(copy, picture->data));
    assert_true(str_equal(str_copy(album->arena, picture->alpha), picture->alpha));
}

/* Says whether the mutant is still a picture. */
static bool try_mutant(const char *name, uint32_t seed, bool mended)
{
    struct album album;
    album_open(&album);
    uint32_t state = seed;
    struct str bytes = album_bytes(&album, name);
    mutate(&state, &bytes);
    if (mended)
        chunks_mend(bytes);
    const struct picture *picture = album_decode(&album, bytes);
    assert_int_equal(album.diags.errors, picture ? 0 : 1);
    if (picture)
        assert_whole(&album, picture);
    album_close(&album);
    return picture != NULL;
}

static int try_mutants(const char *const *names, size_t count, bool mended)
{
    int accepted = 0;
    for (uint32_t i = 0; i < MUTANTS; i++)
        accepted += try_mutant(names[i % count], 0x9E3779B9U * (i + 1), mended && i % 4);
    return accepted;
}

/* Were nearly all refused, or none, the changes would prove little. */
static void mutated_png_files(void **state)
{
    static const char *const names[] = {
        "grey-1-bit.png",     "grey-16-bit.png",   "grey-alpha.png",
        "rgb-interlaced.png", "rgb-key.png",       "rgba.png",
        "palette-alpha.png",  "palette-2-bit.png", "rgba-16-bit-interlaced.png",
    };
    (void)state;
    int accepted = try_mutants(names, sizeof names / sizeof *names, true);
    assert_in_range(accepted, 5, MUTANTS - 100);
}

static void mutated_jpeg_files(void **state)
{
    static const char *const names[] = {"baseline.jpg", "progressive.jpg", "grey.jpg",
                                        "restart.jpg",  "turned.jpg",      "rgb.jpg"};
    (void)state;
    int accepted = try_mutants(names, sizeof names / sizeof *names, false);
    assert_in_range(accepted, 50, MUTANTS - 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mutated_png_files),
        cmocka_unit_test(mutated_jpeg_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
