/* Pictures: every kind of PNG as the pixels it stands for, JPEG passed on, and what is refused. */
#include "support/cmocka.h"

#include "base/limits.h"
#include "layout/picture_files.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WIDTH = 16, HEIGHT = 12 };

static int start(void **state)
{
    struct album *album = malloc(sizeof *album);
    album_open(album);
    *state = album;
    return 0;
}

static int end(void **state)
{
    album_close(*state);
    free(*state);
    return 0;
}

/* ---- what the PNG files show: see tests/pictures/README.md ---- */

typedef int sample(int x, int y, int channel);

static int grey(int x, int y, int channel)
{
    (void)channel;
    return 10 * x + 5 * y;
}

static int colour(int x, int y, int channel)
{
    const int channels[] = {16 * x, 16 * y, 8 * (x + y)};
    return channels[channel];
}

static int black_and_white(int x, int y, int channel)
{
    (void)channel;
    return (x + y) % 2 * 255;
}

static int sixteen_greys(int x, int y, int channel)
{
    (void)channel;
    return (x + y) % 16 * 17;
}

static int sixteen_colours(int x, int y, int channel)
{
    int entry = (x + y) % 16;
    return colour(entry, entry % 12, channel);
}

static int four_colours(int x, int y, int channel)
{
    int entry = (x + y) % 4;
    return colour(entry, entry, channel);
}

static int fading(int x, int y, int channel)
{
    (void)y;
    (void)channel;
    return 255 - 10 * x;
}

static int fading_entries(int x, int y, int channel)
{
    (void)channel;
    return 255 - 10 * ((x + y) % 16);
}

static int keyed(int x, int y, int channel)
{
    (void)channel;
    return x == 3 && y == 4 ? 0 : 255;
}

static void assert_samples(struct str bytes, int channels, sample *expected)
{
    assert_int_equal(bytes.len, (size_t)(WIDTH * HEIGHT * channels));
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            for (int c = 0; c < channels; c++) {
                size_t at = (size_t)((y * WIDTH + x) * channels + c);
                assert_int_equal((unsigned char)bytes.at[at], expected(x, y, c));
            }
}

static void every_kind_of_png_becomes_8_bits(void **state)
{
    static const struct {
        const char *name;
        int channels;
        sample *colours, *alpha;
    } cases[] = {
        {"grey.png", 1, grey, NULL},
        {"grey-1-bit.png", 1, black_and_white, NULL},
        {"grey-4-bit.png", 1, sixteen_greys, NULL},
        {"grey-16-bit.png", 1, grey, NULL},
        {"grey-alpha.png", 1, grey, fading},
        {"rgb.png", 3, colour, NULL},
        {"rgb-16-bit.png", 3, colour, NULL},
        {"rgb-interlaced.png", 3, colour, NULL},
        {"rgb-key.png", 3, colour, keyed},
        {"rgba.png", 3, colour, fading},
        {"rgba-16-bit-interlaced.png", 3, colour, fading},
        {"rgba-opaque.png", 3, colour, NULL},
        {"palette.png", 3, sixteen_colours, NULL},
        {"palette-2-bit.png", 3, four_colours, NULL},
        {"palette-alpha.png", 3, sixteen_colours, fading_entries},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct picture *picture = album_read(*state, cases[i].name);
        assert_non_null(picture);
        assert_int_equal(picture->kind, PICTURE_PIXELS);
        assert_int_equal(picture->width, WIDTH);
        assert_int_equal(picture->height, HEIGHT);
        assert_int_equal(picture->channels, cases[i].channels);
        assert_samples(picture->data, cases[i].channels, cases[i].colours);
        assert_int_equal(picture->alpha.at != NULL, cases[i].alpha != NULL);
        if (cases[i].alpha)
            assert_samples(picture->alpha, 1, cases[i].alpha);
    }
}

/* ---- PNG files that are refused ---- */

enum { WIDTH_AT = 16, HEIGHT_AT = 20 };

static const char *verdict_on_size(struct album *album, uint32_t width, uint32_t height)
{
    struct str bytes = album_bytes(album, "rgba.png");
    chunk_put(writable(bytes) + WIDTH_AT, width);
    chunk_put(writable(bytes) + HEIGHT_AT, height);
    chunks_mend(bytes);
    assert_null(album_decode(album, bytes));
    return album_verdict(album);
}

static void sizes_are_limited_before_memory_is_taken(void **state)
{
    assert_string_equal(verdict_on_size(*state, LIMIT_PICTURE_SIDE + 1, 1), "E532");
    assert_string_equal(verdict_on_size(*state, 1, LIMIT_PICTURE_SIDE + 1), "E532");
    assert_string_equal(verdict_on_size(*state, 6000, 4001), "E532");
    assert_string_equal(verdict_on_size(*state, INT32_MAX, INT32_MAX), "E532");
    assert_string_equal(verdict_on_size(*state, 6000, 2), "E534"); /* allowed, and not there */
    assert_string_equal(verdict_on_size(*state, 0, 1), "E534");
    assert_string_equal(verdict_on_size(*state, UINT32_MAX, 1), "E534");
}

static void a_png_cut_short_anywhere_is_damaged(void **state)
{
    struct str bytes = album_bytes(*state, "rgba.png");
    for (size_t len = 8; len < bytes.len; len++) {
        assert_null(album_decode(*state, str_part(bytes, 0, len)));
        assert_string_equal(album_verdict(*state), "E534");
    }
}

static void a_png_with_a_wrong_sum_is_damaged(void **state)
{
    struct str bytes = album_bytes(*state, "grey.png");
    writable(bytes)[60] ^= 1;
    assert_null(album_decode(*state, bytes));
    assert_string_equal(album_verdict(*state), "E534");
}

static void other_files_are_no_pictures(void **state)
{
    static const char *const texts[] = {"", "GIF89a", "\x89PNG\r\n", "\xFF", "<svg/>"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_null(album_decode(*state, str_from(texts[i])));
        assert_string_equal(album_verdict(*state), "E533");
    }
}

/* ---- JPEG ---- */

enum { SOF_BASELINE = 0xC0 };

/* Where the first segment with a marker begins. */
static size_t marker_at(struct str bytes, int marker)
{
    for (size_t at = 0; at + 1 < bytes.len; at++)
        if ((unsigned char)bytes.at[at] == 0xFF && (unsigned char)bytes.at[at + 1] == marker)
            return at;
    fail_msg("there is no such marker");
    return 0;
}

static void jpeg_files_pass_through(void **state)
{
    static const struct {
        const char *name;
        int channels;
        enum picture_turn turn;
    } cases[] = {
        {"baseline.jpg", 3, TURN_NONE}, {"progressive.jpg", 3, TURN_NONE},
        {"grey.jpg", 1, TURN_NONE},     {"restart.jpg", 3, TURN_NONE},
        {"rgb.jpg", 3, TURN_NONE},      {"turned.jpg", 3, TURN_RIGHT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct picture *picture = album_read(*state, cases[i].name);
        assert_non_null(picture);
        assert_int_equal(picture->kind, PICTURE_JPEG);
        assert_int_equal(picture->width, 32);
        assert_int_equal(picture->height, 24);
        assert_int_equal(picture->channels, cases[i].channels);
        assert_int_equal(picture->turn, cases[i].turn);
    }
}

static void a_jpeg_without_extras_keeps_every_byte(void **state)
{
    struct album *album = *state;
    struct str bytes = album_bytes(album, "progressive.jpg");
    struct buf longer = {.arena = album->arena};
    buf_add(&longer, bytes);
    buf_addz(&longer, "what somebody put behind its end");
    assert_true(str_equal(album_decode(album, bytes)->data, bytes));
    assert_true(str_equal(album_decode(album, buf_str(&longer))->data, bytes));
}

static bool holds(struct str bytes, const char *text)
{
    for (size_t at = 0; at < bytes.len; at++)
        if (str_starts(str_part(bytes, at, bytes.len), text))
            return true;
    return false;
}

static void comments_and_camera_data_are_left_out(void **state)
{
    struct str file = album_bytes(*state, "turned.jpg");
    const struct picture *picture = album_decode(*state, file);
    assert_true(holds(file, "a private remark") && holds(file, "Taken somewhere private"));
    assert_false(holds(picture->data, "a private remark"));
    assert_false(holds(picture->data, "Exif"));
    assert_int_equal(picture_shown_width(picture), 24);
    assert_int_equal(picture_shown_height(picture), 32);
}

/* The verdict on a JPEG with one byte changed, counted from a marker. */
static const char *verdict_on_change(struct album *album, int marker, size_t offset, int value)
{
    struct str bytes = album_bytes(album, "baseline.jpg");
    writable(bytes)[marker_at(bytes, marker) + offset] = (unsigned char)value;
    const struct picture *picture = album_decode(album, bytes);
    const char *verdict = album_verdict(album);
    assert_true((picture != NULL) == (strcmp(verdict, "accepted") == 0));
    return verdict;
}

static void kinds_that_a_pdf_cannot_hold_are_refused(void **state)
{
    assert_null(album_read(*state, "cmyk.jpg"));
    assert_string_equal(album_verdict(*state), "E535");
    assert_string_equal(verdict_on_change(*state, SOF_BASELINE, 1, 0xC3), "E535"); /* lossless */
    assert_string_equal(verdict_on_change(*state, SOF_BASELINE, 1, 0xC5), "E535"); /* layered */
    assert_string_equal(verdict_on_change(*state, SOF_BASELINE, 1, 0xC9), "E535"); /* arithmetic */
    assert_string_equal(verdict_on_change(*state, SOF_BASELINE, 1, 0xCC), "E535"); /* its tables */
    assert_string_equal(verdict_on_change(*state, SOF_BASELINE, 4, 12), "E535");   /* 12 bits */
    assert_string_equal(verdict_on_change(*state, SOF_BASELINE, 5, 0x80), "E532"); /* too high */
}

static void contradictions_in_a_jpeg_are_damage(void **state)
{
    enum { SCAN = 0xDA, QUANT = 0xDB, HUFFMAN = 0xC4, JFIF = 0xE0 };
    assert_string_equal(verdict_on_change(*state, SOF_BASELINE, 6, 0), "E534");     /* no height */
    assert_string_equal(verdict_on_change(*state, SOF_BASELINE, 3, 8), "E534");     /* too short */
    assert_string_equal(verdict_on_change(*state, SOF_BASELINE, 9, 2), "E534");     /* 2 colours */
    assert_string_equal(verdict_on_change(*state, SOF_BASELINE, 11, 0x51), "E534"); /* sampling */
    assert_string_equal(verdict_on_change(*state, SOF_BASELINE, 12, 3), "E534"); /* no such table */
    assert_string_equal(verdict_on_change(*state, SCAN, 4, 0), "E534");          /* of no colour */
    assert_string_equal(verdict_on_change(*state, SCAN, 5, 9), "E534");    /* of another colour */
    assert_string_equal(verdict_on_change(*state, SCAN, 6, 0x33), "E534"); /* no such table */
    assert_string_equal(verdict_on_change(*state, SCAN, 12, 62), "E534");  /* not all of it */
    assert_string_equal(verdict_on_change(*state, QUANT, 4, 0x50), "E534");
    assert_string_equal(verdict_on_change(*state, HUFFMAN, 4, 0x20), "E534");
    assert_string_equal(verdict_on_change(*state, JFIF, 1, 0xD8), "E534"); /* begins twice */
    assert_string_equal(verdict_on_change(*state, JFIF, 0, 0x00), "E534"); /* no marker */
    assert_string_equal(verdict_on_change(*state, JFIF, 4, 'j'), "accepted");
}

static void a_jpeg_cut_short_anywhere_is_damaged(void **state)
{
    struct str bytes = album_bytes(*state, "restart.jpg");
    for (size_t len = 2; len < bytes.len; len++) {
        assert_null(album_decode(*state, str_part(bytes, 0, len)));
        assert_string_equal(album_verdict(*state), "E534");
    }
}

/* `bytes` without [from, to) of it. */
static const struct picture *decode_without(struct album *album, struct str bytes, size_t from,
                                            size_t to)
{
    struct buf cut = {.arena = album->arena};
    buf_add(&cut, str_part(bytes, 0, from));
    buf_add(&cut, str_part(bytes, to, bytes.len));
    return album_decode(album, buf_str(&cut));
}

static const char *const photographs[] = {"baseline.jpg", "progressive.jpg", "grey.jpg",
                                          "restart.jpg", "rgb.jpg"};

/* The end is there, but of what stands before it, something is not: grey bars, to a reader. */
static void a_jpeg_with_a_hole_is_damaged(void **state)
{
    enum { SCAN = 0xDA, SCAN_HEADER = 14, END = 2, LAST_BYTES = 4 };
    for (size_t i = 0; i < sizeof photographs / sizeof *photographs; i++) {
        struct str bytes = album_bytes(*state, photographs[i]);
        size_t end = bytes.len - END, first = marker_at(bytes, SCAN) + SCAN_HEADER;
        for (size_t from = first; from + LAST_BYTES < end; from++) {
            if (decode_without(*state, bytes, from, end))
                fail_msg("%s is taken without %zu to %zu", photographs[i], from, end);
            assert_string_equal(album_verdict(*state), "E534");
        }
        size_t third = (end - first) / 3;
        assert_null(decode_without(*state, bytes, first + third, first + 2 * third));
        assert_string_equal(album_verdict(*state), "E534");
    }
}

static size_t last_marker_at(struct str bytes, int marker)
{
    size_t at = bytes.len - 2;
    while (at > 0 &&
           ((unsigned char)bytes.at[at] != 0xFF || (unsigned char)bytes.at[at + 1] != marker))
        at--;
    return at;
}

/* A viewer shows a coarse picture, and nobody is told that it should be a fine one. */
static void a_progressive_jpeg_without_its_last_scan_is_damaged(void **state)
{
    enum { SCAN = 0xDA, END = 2 };
    struct str bytes = album_bytes(*state, "progressive.jpg");
    assert_null(decode_without(*state, bytes, last_marker_at(bytes, SCAN), bytes.len - END));
    assert_string_equal(album_verdict(*state), "E534");
}

/* ---- Exif ---- */

#define EXIF_LITTLE "Exif\0\0II*\0\10\0\0\0\1\0\x12\1\3\0\1\0\0\0"
#define EXIF_BIG    "Exif\0\0MM\0*\0\0\0\10\0\1\1\x12\0\3\0\0\0\1"

static void exif_says_which_way_up(void **state)
{
    (void)state;
    assert_int_equal(picture_exif_turn(STR(EXIF_LITTLE "\6\0\0\0")), TURN_RIGHT);
    assert_int_equal(picture_exif_turn(STR(EXIF_BIG "\0\3\0\0")), TURN_HALF);
    assert_int_equal(picture_exif_turn(STR(EXIF_BIG "\0\11\0\0")), TURN_NONE);
    assert_int_equal(picture_exif_turn(STR(EXIF_BIG)), TURN_NONE);
    assert_int_equal(picture_exif_turn(STR("Exif\0\0MM\0*\xFF\xFF\xFF\xFF")), TURN_NONE);
    assert_int_equal(picture_exif_turn(STR("Exif")), TURN_NONE);
    assert_int_equal(picture_exif_turn(STR("http://ns.adobe.com/xap/1.0/")), TURN_NONE);
}

/* ---- files and folders ---- */

static const char *verdict_on_path(struct album *album, const char *folder, const char *file)
{
    struct picture_place place = {str_from(folder), str_from(file), {0}};
    const struct picture *picture = picture_read(album->arena, &album->diags, &place);
    const char *verdict = album_verdict(album);
    assert_true((picture != NULL) == (strcmp(verdict, "accepted") == 0));
    return verdict;
}

static void paths_stay_in_their_folder(void **state)
{
    assert_string_equal(verdict_on_path(*state, "tests/pictures", "rgb.png"), "accepted");
    assert_string_equal(verdict_on_path(*state, "tests", "pictures/rgb.png"), "accepted");
    static const char *const paths[] = {
        "/etc/passwd",     "../rgb.png", "a/../rgb.png", "./rgb.png",   "a//rgb.png", "",
        "pictures\\a.png", "rgb.png/",   "..",           "pictures/..", "rgb.png\n"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        assert_string_equal(verdict_on_path(*state, "tests/pictures", paths[i]), "E531");
    assert_string_equal(verdict_on_path(*state, "tests", "pictures/missing.png"), "E530");
    assert_string_equal(verdict_on_path(*state, "tests", "missing/rgb.png"), "E530");
    assert_string_equal(verdict_on_path(*state, "tests", "pictures/rgb.png/rgb.png"), "E530");
    assert_string_equal(verdict_on_path(*state, "tests", "pictures"), "E530");
    assert_string_equal(verdict_on_path(*state, "nowhere", "rgb.png"), "E530");
}

static void what_is_no_plain_file_is_refused(void **state)
{
    struct album *album = *state;
    char folder[] = "/tmp/pictures-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *link = str_format(album->arena, "%s/link.png", folder).at;
    const char *pipe = str_format(album->arena, "%s/pipe.png", folder).at;
    const char *large = str_format(album->arena, "%s/large.png", folder).at;
    assert_int_equal(symlink("/etc/hostname", link), 0);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    FILE *file = fopen(large, "wb");
    assert_non_null(file);
    assert_int_equal(ftruncate(fileno(file), LIMIT_PICTURE_BYTES + 1), 0);
    fclose(file);
    assert_string_equal(verdict_on_path(album, folder, "link.png"), "E531");
    assert_string_equal(verdict_on_path(album, folder, "pipe.png"), "E530");
    assert_string_equal(verdict_on_path(album, folder, "large.png"), "E532");
    remove(link);
    remove(pipe);
    remove(large);
    rmdir(folder);
}

static void the_folder_of_a_path(void **state)
{
    (void)state;
    assert_true(str_is(picture_folder(STR("inputs/norfolk.yaml")), "inputs"));
    assert_true(str_is(picture_folder(STR("a/b/c.yaml")), "a/b"));
    assert_true(str_is(picture_folder(STR("norfolk.yaml")), "."));
    assert_true(str_is(picture_folder(STR("/norfolk.yaml")), "/"));
}

#define PICTURE_TEST(name) cmocka_unit_test_setup_teardown(name, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PICTURE_TEST(every_kind_of_png_becomes_8_bits),
        PICTURE_TEST(sizes_are_limited_before_memory_is_taken),
        PICTURE_TEST(a_png_cut_short_anywhere_is_damaged),
        PICTURE_TEST(a_png_with_a_wrong_sum_is_damaged),
        PICTURE_TEST(other_files_are_no_pictures),
        PICTURE_TEST(jpeg_files_pass_through),
        PICTURE_TEST(a_jpeg_without_extras_keeps_every_byte),
        PICTURE_TEST(comments_and_camera_data_are_left_out),
        PICTURE_TEST(kinds_that_a_pdf_cannot_hold_are_refused),
        PICTURE_TEST(contradictions_in_a_jpeg_are_damage),
        PICTURE_TEST(a_jpeg_cut_short_anywhere_is_damaged),
        PICTURE_TEST(a_jpeg_with_a_hole_is_damaged),
        PICTURE_TEST(a_progressive_jpeg_without_its_last_scan_is_damaged),
        PICTURE_TEST(exif_says_which_way_up),
        PICTURE_TEST(paths_stay_in_their_folder),
        PICTURE_TEST(what_is_no_plain_file_is_refused),
        PICTURE_TEST(the_folder_of_a_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
