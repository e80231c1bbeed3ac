/* Large print and greyscale: what becomes of a theme's sizes, colours and pictures. */
#include "support/cmocka.h"

#include "layout/picture/picture.h"
#include "layout/theme/theme.h"

static struct colour grey(uint8_t level)
{
    return (struct colour){level, level, level};
}

static bool is_grey(struct colour colour)
{
    return colour.red == colour.green && colour.green == colour.blue;
}

/* A theme with one style for all roles but the running text, the title and the small print. */
static struct theme sample_theme(void)
{
    struct theme theme = {.scale = 1000,
                          .page_width = 595276,
                          .page_height = 841890,
                          .margin_top = 72000,
                          .margin_left = 68031,
                          .margin_right = 40000,
                          .zone = 113385,
                          .gutter = 11338,
                          .ink = {0x1b, 0x24, 0x30},
                          .paper = {255, 255, 255},
                          .accent = {0x16, 0x38, 0x5f},
                          .accent_ink = {0xfe, 0xf0, 0xd0},
                          .band = {0xe9, 0xee, 0xf4},
                          .lane = {0x87, 0x92, 0x9e}};
    for (int role = 0; role < STYLE_ROLE_COUNT; role++)
        theme.styles[role] = (struct text_style){
            .size = 12000, .leading = 17000, .space_after = 8000, .colour = theme.ink};
    theme.styles[STYLE_SMALL].size = 10500;
    theme.styles[STYLE_RUNNING].size = 10500;
    theme.styles[STYLE_CHART].size = 10500;
    theme.styles[STYLE_LEAD] = (struct text_style){.size = 14000, .leading = 20000};
    theme.styles[STYLE_HEADING_2] = (struct text_style){.size = 17000, .leading = 22000};
    theme.styles[STYLE_TITLE] = (struct text_style){.size = 26000, .leading = 31000};
    for (int tone = TONE_BEST; tone <= TONE_NEUTRAL; tone++)
        theme.tones[tone] = (struct tone){
            {0x9e, 0x1b, 0x1e}, {0xff, 0xff, 0xf0}, {0x9e, 0x1b, 0x1e}, {0xff, 0xf0, 0xf0}};
    return theme;
}

static void large_print_is_eighteen_points(void **state)
{
    (void)state;
    struct theme theme = sample_theme();
    theme_enlarge(&theme);
    for (int role = 0; role < STYLE_ROLE_COUNT; role++) {
        bool aside = role == STYLE_RUNNING || role == STYLE_CHART;
        assert_in_range(theme.styles[role].size, aside ? 16000 : 18000, INT32_MAX);
    }
    assert_int_equal(theme.styles[STYLE_BODY].size, 18000);
    assert_int_equal(theme.styles[STYLE_SMALL].size, 18000);
    assert_int_equal(theme.styles[STYLE_RUNNING].size, 16000);
    assert_int_equal(theme.scale, 1500);
}

static void headings_stay_larger_and_grow_less(void **state)
{
    (void)state;
    struct theme theme = sample_theme();
    theme_enlarge(&theme);
    assert_int_equal(theme.styles[STYLE_TITLE].size, 32000);
    assert_int_equal(theme.styles[STYLE_HEADING_2].size, 23000);
    assert_int_equal(theme.styles[STYLE_LEAD].size, 18000); /* it is read, line after line */
}

static void lines_of_large_print_stand_apart(void **state)
{
    (void)state;
    struct theme theme = sample_theme();
    theme.styles[STYLE_TABLE].leading = 12500; /* dense */
    theme.styles[STYLE_QUOTE].leading = 14500; /* neither dense nor loose */
    theme_enlarge(&theme);
    assert_int_equal(theme.styles[STYLE_BODY].leading, 25020);
    assert_int_equal(theme.styles[STYLE_QUOTE].leading, 21750); /* in proportion */
    assert_int_equal(theme.styles[STYLE_TABLE].leading, 21240);
    assert_int_equal(theme.styles[STYLE_HEADING_2].leading, 28060);
    assert_int_equal(theme.styles[STYLE_BODY].space_after, 9600);
}

static void margins_of_large_print_never_grow(void **state)
{
    (void)state;
    struct theme theme = sample_theme();
    theme_enlarge(&theme);
    assert_int_equal(theme.margin_left, 54424);
    assert_int_equal(theme.margin_right, 40000); /* narrower than what a margin is narrowed to */
    assert_int_equal(theme_axis(&theme), 0);     /* and there is no zone */
}

static void greys_keep_their_luminance(void **state)
{
    (void)state;
    assert_true(colour_luminance(colour_grey(grey(77), GREY_DARKER)) == colour_luminance(grey(77)));
    assert_true(colour_luminance(colour_grey(grey(77), GREY_LIGHTER)) ==
                colour_luminance(grey(77)));
    assert_int_equal(colour_grey((struct colour){0, 0, 0}, GREY_DARKER).red, 0);
    assert_int_equal(colour_grey((struct colour){255, 255, 255}, GREY_LIGHTER).red, 255);
    for (int i = 0; i < 256; i += 5) {
        struct colour colour = {(uint8_t)i, (uint8_t)(255 - i), (uint8_t)(i * 7)};
        struct colour darker = colour_grey(colour, GREY_DARKER);
        struct colour lighter = colour_grey(colour, GREY_LIGHTER);
        assert_true(is_grey(darker) && is_grey(lighter));
        assert_true(colour_luminance(darker) <= colour_luminance(colour));
        assert_true(colour_luminance(lighter) >= colour_luminance(colour));
        assert_in_range(lighter.red - darker.red, 0, 1);
    }
}

static void no_contrast_falls_in_greys(void **state)
{
    (void)state;
    const struct theme before = sample_theme();
    struct theme after = before;
    theme_grey(&after);
    const struct tone *was = &before.tones[TONE_WEAK], *is = &after.tones[TONE_WEAK];
    assert_true(is_grey(after.ink) && is_grey(after.accent) && is_grey(after.band));
    assert_true(is_grey(is->fill) && is_grey(is->ink) && is_grey(is->mark));
    assert_true(is_grey(after.styles[STYLE_BODY].colour));
    assert_true(colour_contrast(after.ink, after.band) >= colour_contrast(before.ink, before.band));
    assert_true(colour_contrast(after.accent_ink, after.accent) >=
                colour_contrast(before.accent_ink, before.accent));
    assert_true(colour_contrast(is->ink, is->fill) >= colour_contrast(was->ink, was->fill));
    assert_true(colour_contrast(is->mark_on_fill, is->fill) >=
                colour_contrast(was->mark_on_fill, was->fill));
    assert_true(colour_contrast(is->mark, after.paper) >= colour_contrast(was->mark, before.paper));
    assert_true(is_grey(after.lane) && is_grey(is->mark_on_fill));
    assert_true(colour_contrast(after.lane, after.paper) >=
                colour_contrast(before.lane, before.paper));
}

static void no_contrast_falls_in_a_dark_theme(void **state)
{
    (void)state;
    struct theme before = sample_theme();
    before.paper = (struct colour){0x10, 0x20, 0x30};
    before.ink = (struct colour){0xf0, 0xe0, 0xb0};
    struct theme after = before;
    theme_grey(&after);
    assert_true(colour_contrast(after.ink, after.paper) >=
                colour_contrast(before.ink, before.paper));
}

static void pixels_become_grey(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct picture picture = {.kind = PICTURE_PIXELS,
                                    .width = 2,
                                    .height = 1,
                                    .channels = 3,
                                    .data = {"\xff\xff\xff\x80\x80\x80", 6},
                                    .alpha = {"\x01\x02", 2}};
    const struct picture *made = picture_grey(arena, &picture);
    assert_int_equal(made->channels, 1);
    assert_int_equal(made->data.len, 2);
    assert_memory_equal(made->data.at, "\xff\x80", 2);
    assert_memory_equal(made->alpha.at, "\x01\x02", 2);
    const struct picture photograph = {.kind = PICTURE_JPEG, .channels = 3};
    assert_ptr_equal(picture_grey(arena, &photograph), &photograph);
    arena_free(arena);
}

static void every_variant_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(variant_suffix((struct variant){false, false}), "");
    assert_string_equal(variant_suffix((struct variant){true, false}), "-large-print");
    assert_string_equal(variant_suffix((struct variant){false, true}), "-greyscale");
    assert_string_equal(variant_suffix((struct variant){true, true}), "-large-print-greyscale");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(large_print_is_eighteen_points),
        cmocka_unit_test(headings_stay_larger_and_grow_less),
        cmocka_unit_test(lines_of_large_print_stand_apart),
        cmocka_unit_test(margins_of_large_print_never_grow),
        cmocka_unit_test(greys_keep_their_luminance),
        cmocka_unit_test(no_contrast_falls_in_greys),
        cmocka_unit_test(no_contrast_falls_in_a_dark_theme),
        cmocka_unit_test(pixels_become_grey),
        cmocka_unit_test(every_variant_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
