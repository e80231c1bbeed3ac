/* Real fonts: properties of shaping with Lato, and what is refused. Skipped where Lato is absent.
 */
#include "layout/layout_codes.h"
#include "support/cmocka.h"

#include "base/limits.h"
#include "diag/diag.h"
#include "layout/paragraph/paragraph.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LATO "/usr/share/fonts/truetype/lato/Lato-"

enum { SIZE = 12000 };

struct fixture {
    struct arena *arena;
    struct diags diags;
    struct theme theme;
    const struct fonts *fonts;
    struct metrics *metrics;
};

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    diags_init(&fixture->diags, fixture->arena);
    static const char *const paths[FACE_COUNT] = {LATO "Regular.ttf", LATO "Italic.ttf",
                                                  LATO "Bold.ttf", LATO "BoldItalic.ttf",
                                                  LATO "Bold.ttf"};
    for (int face = 0; face < FACE_COUNT; face++)
        fixture->theme.fonts[face] = str_from(paths[face]);
    if (access(paths[0], R_OK) == 0) {
        fixture->fonts = fonts_read(fixture->arena, &fixture->diags, &fixture->theme);
        assert_non_null(fixture->fonts);
        fixture->metrics = metrics_new(fixture->arena, &fixture->diags, fixture->fonts);
        assert_non_null(fixture->metrics);
    }
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    metrics_free(fixture->metrics);
    arena_free(fixture->arena);
    return 0;
}

static struct glyphs shaped(struct fixture *fixture, enum face face, const char *text,
                            unsigned features)
{
    return fixture->metrics->shape(fixture->metrics->self, fixture->arena, face, SIZE,
                                   str_from(text), features);
}

static milli width_of(struct fixture *fixture, const char *text)
{
    return shaped(fixture, FACE_REGULAR, text, 0).width;
}

/* ---- shaping ---- */

static void width_is_the_sum_of_advances(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct glyphs glyphs = shaped(fixture, FACE_REGULAR, "Children\u2019s services, 2018", 0);
    milli sum = 0;
    for (size_t i = 0; i < glyphs.count; i++)
        sum += glyphs.items[i].advance;
    assert_int_equal(glyphs.width, sum);
    assert_true(sum > 0);
}

static void no_text_gives_no_glyphs(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct glyphs glyphs = shaped(fixture, FACE_REGULAR, "", 0);
    assert_int_equal(glyphs.count, 0);
    assert_int_equal(glyphs.width, 0);
}

static void pairs_are_kerned(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    assert_true(width_of(fixture, "AV") < width_of(fixture, "A") + width_of(fixture, "V"));
}

static void clusters_lead_back_to_the_text(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct glyphs glyphs = shaped(fixture, FACE_REGULAR, "\u00E9 office", 0);
    assert_int_equal(glyphs.items[0].cluster, 0);
    assert_int_equal(glyphs.items[1].cluster, 2);
    for (size_t i = 1; i < glyphs.count; i++)
        assert_true(glyphs.items[i].cluster >= glyphs.items[i - 1].cluster);
    assert_true(glyphs.items[glyphs.count - 1].cluster <= strlen("\u00E9 office") - 1);
}

static void tabular_figures_are_of_one_width(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    milli zero = shaped(fixture, FACE_BOLD, "0", SHAPE_TABULAR).width;
    for (char figure[] = "1"; figure[0] <= '9'; figure[0]++)
        assert_int_equal(shaped(fixture, FACE_BOLD, figure, SHAPE_TABULAR).width, zero);
}

static void a_character_the_face_lacks_is_glyph_0(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct glyphs glyphs = shaped(fixture, FACE_REGULAR, "a\u4E2Db", 0);
    assert_int_equal(glyphs.count, 3);
    assert_int_equal(glyphs.items[1].id, 0);
    assert_int_equal(glyphs.items[1].cluster, 1);
    assert_int_not_equal(glyphs.items[0].id, 0);
}

static void a_no_break_space_is_as_wide_as_a_space(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct glyphs glyphs = shaped(fixture, FACE_REGULAR, "\u00A0", 0);
    assert_int_not_equal(glyphs.items[0].id, 0);
    assert_int_equal(glyphs.width, width_of(fixture, " "));
}

static void widths_grow_with_the_size(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct glyphs large = fixture->metrics->shape(fixture->metrics->self, fixture->arena,
                                                  FACE_REGULAR, 2 * SIZE, STR("Norfolk"), 0);
    milli twice = 2 * width_of(fixture, "Norfolk");
    assert_in_range(large.width, twice - (milli)large.count, twice + (milli)large.count);
}

static void extents_are_those_of_an_upright_face(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct extent extent = fixture->metrics->extent(fixture->metrics->self, FACE_REGULAR, SIZE);
    assert_true(extent.ascent > extent.cap_height);
    assert_true(extent.cap_height > extent.x_height);
    assert_true(extent.x_height > SIZE / 3);
    assert_in_range(extent.descent, SIZE / 10, SIZE / 2);
}

/* ---- what is refused ---- */

static void assert_refused(struct fixture *fixture, struct str bytes, const struct code *code)
{
    struct fonts fonts = *fixture->fonts;
    fonts.files[FACE_ITALIC].bytes = bytes;
    diags_init(&fixture->diags, fixture->arena);
    assert_null(metrics_new(fixture->arena, &fixture->diags, &fonts));
    assert_int_equal(fixture->diags.items.count, 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, code);
}

/* Offset of the table with a tag, from the directory of a TrueType file. */
static size_t table_offset(struct str font, const char *tag)
{
    const unsigned char *bytes = (const unsigned char *)font.at;
    size_t count = (size_t)bytes[4] << 8 | bytes[5];
    for (const unsigned char *row = bytes + 12; count-- > 0; row += 16)
        if (memcmp(row, tag, 4) == 0)
            return (size_t)row[8] << 24 | (size_t)row[9] << 16 | (size_t)row[10] << 8 | row[11];
    fail_msg("no table %s", tag);
    return 0;
}

static void a_font_that_forbids_embedding_is_refused(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    static const unsigned char forbidden[][2] = {{0, 2}, {1, 0}, {2, 0}};
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
        struct str copy = str_copy(fixture->arena, fixture->fonts->files[FACE_ITALIC].bytes);
        memcpy((char *)copy.at + table_offset(copy, "OS/2") + 8, forbidden[i], 2);
        assert_refused(fixture, copy, &E504);
    }
}

static void a_variable_font_is_refused(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct str copy = str_copy(fixture->arena, fixture->fonts->files[FACE_ITALIC].bytes);
    char *row = (char *)copy.at + 12;
    while (memcmp(row, "fpgm", 4) != 0)
        row += 16;
    memcpy(row, "fvar", 4); /* rows stay in order */
    assert_refused(fixture, copy, &E502);
}

static void a_refusal_shows_where_the_theme_asks_for_the_font(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    const struct source theme = {.path = STR("theme.yaml"), .text = STR("italic: x.ttf\n")};
    struct fonts fonts = *fixture->fonts;
    fonts.files[FACE_ITALIC] = (struct font_file){STR("x.ttf"), STR("no font"), {&theme, 8, 13}};
    assert_null(metrics_new(fixture->arena, &fixture->diags, &fonts));
    const struct diag *diag = &fixture->diags.items.items[0];
    assert_ptr_equal(diag->code, &E502);
    assert_true(str_is(span_text(diag->span), "x.ttf"));
}

static void what_is_not_a_font_is_refused(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct str whole = fixture->fonts->files[FACE_ITALIC].bytes;
    assert_refused(fixture, STR("wOF2 is a font for the web"), &E502);
    assert_refused(fixture, STR("x"), &E502);
    assert_refused(fixture, str_part(whole, 0, 4), &E502);
    assert_refused(fixture, str_part(whole, 0, 100), &E502);
}

static void all_faulty_files_are_named_once(void **state)
{
    struct fixture *fixture = *state;
    for (int face = 0; face < FACE_COUNT; face++)
        fixture->theme.fonts[face] = STR("/nonexistent/regular.ttf");
    fixture->theme.fonts[FACE_BOLD] = STR("/nonexistent/bold.ttf");
    assert_null(fonts_read(fixture->arena, &fixture->diags, &fixture->theme));
    assert_int_equal(fixture->diags.items.count, 2);
    assert_ptr_equal(fixture->diags.items.items[0].code, &E501);
    assert_string_equal(str_z(fixture->arena, fixture->diags.items.items[1].path),
                        "/nonexistent/bold.ttf");
}

/* A font file for all faces that holds `size` zero bytes without taking their room on the disk. */
static void read_sparse_file(struct fixture *fixture, off_t size)
{
    char path[] = "/tmp/councilbrief-font-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(ftruncate(file, size), 0);
    close(file);
    for (int face = 0; face < FACE_COUNT; face++)
        fixture->theme.fonts[face] = str_from(path);
    assert_null(fonts_read(fixture->arena, &fixture->diags, &fixture->theme));
    unlink(path);
}

static void files_too_large_or_empty_are_refused(void **state)
{
    struct fixture *fixture = *state;
    read_sparse_file(fixture, (off_t)LIMIT_FONT_BYTES + 1);
    read_sparse_file(fixture, 0);
    assert_int_equal(fixture->diags.items.count, 2);
    assert_ptr_equal(fixture->diags.items.items[0].code, &E503);
    assert_ptr_equal(fixture->diags.items.items[1].code, &E501);
}

static void a_folder_is_no_font(void **state)
{
    struct fixture *fixture = *state;
    for (int face = 0; face < FACE_COUNT; face++)
        fixture->theme.fonts[face] = STR("/");
    assert_null(fonts_read(fixture->arena, &fixture->diags, &fixture->theme));
    assert_int_equal(fixture->diags.items.count, 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, &E501);
}

/* ---- damaged fonts ---- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

/* Writes nonsense over a few bytes, half of the time within the head of the file. */
static void damage(char *bytes, size_t len, uint32_t *seed)
{
    for (uint32_t edits = 1 + next_random(seed) % 16; edits > 0; edits--) {
        size_t range = next_random(seed) % 2 ? len : 512;
        bytes[next_random(seed) % range] = (char)next_random(seed);
    }
}

static void use_font(struct fixture *fixture, struct str bytes)
{
    struct fonts fonts = {0};
    for (int face = 0; face < FACE_COUNT; face++)
        fonts.files[face] = (struct font_file){.path = STR("damaged.ttf"), .bytes = bytes};
    diags_init(&fixture->diags, fixture->arena);
    struct metrics *metrics = metrics_new(fixture->arena, &fixture->diags, &fonts);
    if (!metrics) {
        assert_true(fixture->diags.items.count > 0);
        return;
    }
    assert_int_equal(fixture->diags.items.count, 0);
    metrics->extent(metrics->self, FACE_REGULAR, SIZE);
    metrics->shape(metrics->self, fixture->arena, FACE_REGULAR, SIZE,
                   STR("AV office \u00E9 fi 0123 \u2014 \u00A35m"), SHAPE_TABULAR);
    metrics_free(metrics);
}

static void damaged_fonts_do_no_harm(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct str whole = fixture->fonts->files[FACE_REGULAR].bytes;
    struct arena *scratch = arena_new();
    uint32_t seed = 20180119;
    for (int i = 0; i < 200; i++) {
        arena_reset(scratch);
        struct str copy = str_copy(scratch, whole);
        damage((char *)copy.at, copy.len, &seed);
        size_t end = i % 4 ? copy.len : next_random(&seed) % copy.len;
        use_font(fixture, str_copy(scratch, str_part(copy, 0, end)));
    }
    arena_free(scratch);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

/* ---- remembered words ---- */

static void assert_same_glyphs(struct glyphs a, struct glyphs b)
{
    assert_int_equal(a.count, b.count);
    assert_int_equal(a.width, b.width);
    for (size_t i = 0; i < a.count; i++)
        assert_memory_equal(&a.items[i], &b.items[i], sizeof a.items[i]);
}

static void a_word_has_the_same_glyphs_remembered_or_not(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct metrics *fresh = metrics_new(fixture->arena, &fixture->diags, fixture->fonts);
    const char *const word = "AVAILable_offices,2018";
    struct glyphs first = shaped(fixture, FACE_BOLD, word, SHAPE_TABULAR);
    shaped(fixture, FACE_BOLD, word, 0);
    shaped(fixture, FACE_REGULAR, word, SHAPE_TABULAR);
    struct glyphs again = shaped(fixture, FACE_BOLD, word, SHAPE_TABULAR);
    assert_same_glyphs(first, again);
    assert_same_glyphs(first, fresh->shape(fresh->self, fixture->arena, FACE_BOLD, SIZE,
                                           str_from(word), SHAPE_TABULAR));
    metrics_free(fresh);
}

static void a_word_of_another_size_is_scaled_from_the_same_shape(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    static const milli sizes[] = {12000, 10500, 9999, 18000, 1, 28000};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct metrics *fresh = metrics_new(fixture->arena, &fixture->diags, fixture->fonts);
        assert_same_glyphs(fixture->metrics->shape(fixture->metrics->self, fixture->arena,
                                                   FACE_REGULAR, sizes[i], STR("AVAToffice"), 0),
                           fresh->shape(fresh->self, fixture->arena, FACE_REGULAR, sizes[i],
                                        STR("AVAToffice"), 0));
        metrics_free(fresh);
    }
}

static void more_words_than_are_remembered_have_glyphs_too(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct glyphs first = shaped(fixture, FACE_REGULAR, "w0", 0);
    for (int i = 1; i < LIMIT_SHAPED_WORDS + 10; i++)
        assert_true(width_of(fixture, str_format(fixture->arena, "w%d", i).at) > first.width / 2);
    const char *const late = str_format(fixture->arena, "w%d", LIMIT_SHAPED_WORDS + 6).at;
    struct glyphs unkept = shaped(fixture, FACE_REGULAR, late, 0);
    assert_same_glyphs(first, shaped(fixture, FACE_REGULAR, "w0", 0));
    struct glyph copy = first.items[0];
    fixture->metrics->rest(fixture->metrics->self);
    assert_memory_equal(&copy, shaped(fixture, FACE_REGULAR, "w0", 0).items, sizeof copy);
    assert_same_glyphs(unkept, shaped(fixture, FACE_REGULAR, late, 0));
}

/* Many briefings with words of their own and one that all have, which becomes old and is taken
   over; what is in use in one stays as it is until the next. */
static void a_word_of_every_briefing_keeps_its_glyphs(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    enum { BRIEFINGS = 12, WORDS = 3000 };
    struct metrics *fresh = metrics_new(fixture->arena, &fixture->diags, fixture->fonts);
    const struct glyphs expected =
        fresh->shape(fresh->self, fixture->arena, FACE_REGULAR, SIZE, STR("AVAIL_offices"), 0);
    for (int briefing = 0; briefing < BRIEFINGS; briefing++) {
        struct glyphs early = shaped(fixture, FACE_REGULAR, "AVAIL_offices", 0);
        for (int i = 0; i < WORDS; i++)
            width_of(fixture, str_format(fixture->arena, "w%d", briefing * WORDS + i).at);
        assert_same_glyphs(expected, early);
        assert_same_glyphs(expected, shaped(fixture, FACE_REGULAR, "AVAIL_offices", 0));
        fixture->metrics->rest(fixture->metrics->self);
    }
    metrics_free(fresh);
}

static void assert_same_lines(struct lines a, struct lines b)
{
    assert_int_equal(a.count, b.count);
    for (size_t i = 0; i < a.count; i++) {
        assert_int_equal(a.items[i].count, 1);
        assert_int_equal(b.items[i].count, 1);
        assert_int_equal(a.items[i].width, b.items[i].width);
        assert_same_glyphs(a.items[i].pieces[0].glyphs, b.items[i].pieces[0].glyphs);
    }
}

/* Every pair of characters around a space, twice, in two looks: more than are remembered. */
static void a_space_is_kerned_alike_remembered_or_not(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->metrics)
        skip();
    struct metrics forgetful = *fixture->metrics;
    forgetful.spaces = NULL;
    struct buf text = {.arena = fixture->arena};
    for (int before = '!'; before <= '~'; before++)
        for (int after = '!'; after <= '~'; after++)
            buf_addf(&text, "%c %c", before, after);
    milli unkerned = shaped(fixture, FACE_REGULAR, " ", 0).width, other = 0;
    for (int pass = 0; pass < 4; pass++) {
        struct run run = {.text = buf_str(&text), .size = SIZE + 1000 * (pass % 2), .link = -1};
        struct paragraph paragraph = {.runs = &run, .count = 1, .width = 400000};
        struct lines lines = paragraph_break(fixture->arena, fixture->metrics, NULL, &paragraph);
        assert_same_lines(lines, paragraph_break(fixture->arena, &forgetful, NULL, &paragraph));
        const struct piece *piece = &lines.items[0].pieces[0];
        for (size_t i = 0; i < piece->glyphs.count; i++)
            if (piece->text.at[piece->glyphs.items[i].cluster] == ' ')
                other += piece->glyphs.items[i].advance != unkerned;
    }
    assert_true(other > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(width_is_the_sum_of_advances),
        CASE(a_word_has_the_same_glyphs_remembered_or_not),
        CASE(a_word_of_another_size_is_scaled_from_the_same_shape),
        CASE(more_words_than_are_remembered_have_glyphs_too),
        CASE(a_word_of_every_briefing_keeps_its_glyphs),
        CASE(a_space_is_kerned_alike_remembered_or_not),
        CASE(no_text_gives_no_glyphs),
        CASE(pairs_are_kerned),
        CASE(clusters_lead_back_to_the_text),
        CASE(tabular_figures_are_of_one_width),
        CASE(a_character_the_face_lacks_is_glyph_0),
        CASE(a_no_break_space_is_as_wide_as_a_space),
        CASE(widths_grow_with_the_size),
        CASE(extents_are_those_of_an_upright_face),
        CASE(a_font_that_forbids_embedding_is_refused),
        CASE(a_variable_font_is_refused),
        CASE(a_refusal_shows_where_the_theme_asks_for_the_font),
        CASE(what_is_not_a_font_is_refused),
        CASE(all_faulty_files_are_named_once),
        CASE(files_too_large_or_empty_are_refused),
        CASE(a_folder_is_no_font),
        CASE(damaged_fonts_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
