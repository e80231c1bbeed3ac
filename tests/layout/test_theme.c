/* The theme: what is read, what is refused, and the arithmetic of contrast. */
#include "data/data_codes.h"
#include "layout/layout_codes.h"
#include "support/cmocka.h"

#include "diag/diag.h"
#include "doc/table.h"
#include "layout/theme/theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STYLE_LINE(name, size)                                                                     \
    "  " name ": {face: regular, size: " size ", leading: 20, before: 1, after: 2.5, colour: "     \
    "ink}\n"

static const char good_theme[] =
    "fonts: {regular: a.ttf, italic: a.ttf, bold: a.ttf, bold_italic: a.ttf, heading: b.ttf}\n"
    "font_folders: [missing, fonts]\n"
    "page: {size: a4, margin_top: 25.4, margin_bottom: 25, margin_left: 20, margin_right: 20,\n"
    "  footer: 12, zone: 40, gutter: 4}\n"
    "colours:\n"
    "  {paper: \"#ffffff\", ink: \"#000000\", muted: \"#555555\", accent: \"#123456\",\n"
    "   accent_ink: \"#FFFFFF\", link: \"#0000aa\", rule: \"#cccccc\", band: \"#eeeeee\"}\n"
    "styles:\n" STYLE_LINE("body", "12") STYLE_LINE("lead", "12") STYLE_LINE(
        "title", "20") STYLE_LINE("subtitle", "12") STYLE_LINE("heading_1",
                                                               "18") STYLE_LINE("heading_2", "16")
        STYLE_LINE("heading_3", "14") STYLE_LINE("heading_4", "12") STYLE_LINE("table", "12")
            STYLE_LINE("table_header", "12") STYLE_LINE("caption", "12") STYLE_LINE(
                "small", "10.5") STYLE_LINE("quote", "12") STYLE_LINE("contents", "12")
                STYLE_LINE("running", "10.5") STYLE_LINE("figure", "20") STYLE_LINE(
                    "chart",
                    "10.5") "tones:\n"
                            "  best: {fill: \"#ffffff\", ink: \"#111111\", mark: \"#222222\"}\n"
                            "  good: {fill: \"#e8e8e8\", ink: \"#111111\", mark: \"#222222\"}\n"
                            "  weak: {fill: \"#d0d0d0\", ink: \"#111111\", mark: \"#222222\"}\n"
                            "  worst: {fill: \"#b8b8b8\", ink: \"#111111\", mark: \"#222222\"}\n"
                            "  neutral: {fill: \"#a0a0a0\", ink: \"#111111\", mark: \"#333333\"}\n"
                            "running: {first_left: \"{{ briefing.title }}\"}\n";

/* A folder with a theme and two font files of its own. */
struct room {
    struct arena *arena;
    struct diags diags;
    char folder[64];
};

static const char *path_in(struct room *room, const char *name)
{
    return str_format(room->arena, "%s/%s", room->folder, name).at;
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int setup(void **state)
{
    struct room *room = calloc(1, sizeof *room);
    room->arena = arena_new();
    diags_init(&room->diags, room->arena);
    strcpy(room->folder, "/tmp/theme-XXXXXX");
    assert_non_null(mkdtemp(room->folder));
    mkdir(path_in(room, "fonts"), 0700);
    mkdir(path_in(room, "over"), 0700);
    write_file(path_in(room, "over/c.ttf"), "c");
    write_file(path_in(room, "fonts/a.ttf"), "a");
    write_file(path_in(room, "fonts/b.ttf"), "b");
    *state = room;
    return 0;
}

static int teardown(void **state)
{
    struct room *room = *state;
    remove(path_in(room, "fonts/a.ttf"));
    remove(path_in(room, "fonts/b.ttf"));
    rmdir(path_in(room, "fonts"));
    remove(path_in(room, "over/c.ttf"));
    remove(path_in(room, "over/own.yaml"));
    rmdir(path_in(room, "over"));
    remove(path_in(room, "theme.yaml"));
    rmdir(room->folder);
    arena_free(room->arena);
    free(room);
    return 0;
}

/* Reads the good theme with one text in place of another. */
static const struct theme *read_with(struct room *room, const char *old, const char *new)
{
    const char *at = strstr(good_theme, old);
    assert_non_null(at);
    struct str text = str_format(room->arena, "%.*s%s%s", (int)(at - good_theme), good_theme, new,
                                 at + strlen(old));
    const char *path = path_in(room, "theme.yaml");
    write_file(path, text.at);
    return theme_read(room->arena, &room->diags, &(struct theme_request){.base = path});
}

/* Reads the good theme with another file laid over it, which stands in a folder of its own. */
static const struct theme *read_under(struct room *room, const char *over)
{
    const struct theme_request files = {.base = path_in(room, "theme.yaml"),
                                        .over = path_in(room, "over/own.yaml")};
    write_file(files.base, good_theme);
    write_file(files.over, over);
    return theme_read(room->arena, &room->diags, &files);
}

static void assert_refused(struct room *room, const char *old, const char *new,
                           const struct code *code)
{
    assert_null(read_with(room, old, new));
    assert_true(room->diags.items.count > 0);
    assert_ptr_equal(room->diags.items.items[0].code, code);
    assert_non_null(room->diags.items.items[0].span.source);
}

static void a_good_theme_is_measured(void **state)
{
    struct room *room = *state;
    const struct theme *theme = read_with(room, "a4", "a4");
    assert_non_null(theme);
    assert_int_equal(theme->margin_top, 72000);
    assert_int_equal(theme->page_width, 595276);
    assert_int_equal(theme->styles[STYLE_TABLE].size, 12000);
    assert_int_equal(theme->styles[STYLE_TABLE].space_after, 2500);
    assert_int_equal(theme->accent.red, 0x12);
    assert_int_equal(theme->accent.blue, 0x56);
    assert_int_equal(theme->tones[TONE_NEUTRAL].mark.green, 0x33);
    assert_true(str_is(theme->first_left, "{{ briefing.title }}"));
    assert_non_null(theme->first_left_span.source);
    assert_int_equal(theme->zone, 113385);
    assert_int_equal(theme_axis(theme), 113385 + 11338);
    assert_false(theme->hyphenate);
    assert_int_equal(theme->styles[STYLE_SIDE].face, FACE_BOLD); /* which the file leaves out */
    assert_int_equal(theme->styles[STYLE_TITLE_LONG].size, 17000);
    assert_int_equal(theme->lane.red, theme->muted.red);
    assert_int_equal(theme->tones[TONE_GOOD].mark_on_fill.red, 0x22);
}

static void fonts_are_found_beside_the_theme(void **state)
{
    struct room *room = *state;
    const struct theme *theme = read_with(room, "a4", "a4");
    assert_true(str_is(theme->fonts[FACE_REGULAR], path_in(room, "fonts/a.ttf")));
    assert_true(str_is(theme->fonts[FACE_HEADING], path_in(room, "fonts/b.ttf")));
}

static void a_font_in_no_folder_is_refused(void **state)
{
    assert_refused(*state, "bold: a.ttf", "bold: c.ttf", &E524);
}

static void a_folder_is_no_font(void **state)
{
    assert_refused(*state, "[missing, fonts]", "[\".\"]", &E524);
}

static void fallback_fonts_are_found_and_counted(void **state)
{
    struct room *room = *state;
    const struct theme *theme =
        read_with(room, "heading: b.ttf", "heading: b.ttf, fallback: a.ttf");
    assert_non_null(theme);
    assert_int_equal(theme->fallback_count, 1);
    assert_true(str_is(theme->fonts[FACE_FALLBACK], path_in(room, "fonts/a.ttf")));
}

static void a_fallback_font_in_no_folder_is_refused(void **state)
{
    assert_refused(*state, "heading: b.ttf", "heading: b.ttf, fallback: [a.ttf, c.ttf]", &E524);
}

static void fallback_fonts_have_a_limit(void **state)
{
    struct room *room = *state;
    assert_refused(room, "heading: b.ttf",
                   "heading: b.ttf, fallback: [a.ttf, b.ttf, a.ttf, b.ttf, a.ttf, b.ttf, a.ttf, "
                   "b.ttf, a.ttf]",
                   &E514);
    assert_int_equal(room->diags.errors, 1);
}

static void text_too_pale_on_the_band_is_refused(void **state)
{
    assert_refused(*state, "muted: \"#555555\"", "muted: \"#757575\"", &E522); /* 4.6 on paper */
}

static void links_too_pale_on_the_band_are_refused(void **state)
{
    assert_refused(*state, "link: \"#0000aa\"", "link: \"#6666ff\"", &E522);
}

static void pale_text_on_a_tone_is_refused(void **state)
{
    assert_refused(*state, "ink: \"#111111\"", "ink: \"#888888\"", &E522);
}

static void pale_text_on_the_accent_is_refused(void **state)
{
    assert_refused(*state, "accent_ink: \"#FFFFFF\"", "accent_ink: \"#888888\"", &E522);
}

static void pale_text_is_refused(void **state)
{
    assert_refused(*state, "muted: \"#555555\"", "muted: \"#888888\"", &E522);
}

static void a_mark_too_pale_for_a_drawing_is_refused(void **state)
{
    /* 3.03 on its own fill of black, which no drawing has */
    assert_refused(*state, "{fill: \"#a0a0a0\", ink: \"#111111\", mark: \"#333333\"}",
                   "{fill: \"#000000\", ink: \"#ffffff\", mark: \"#eeeeee\"}", &E522);
}

static void tones_that_look_alike_are_refused(void **state)
{
    struct room *room = *state;
    assert_refused(room, "weak: {fill: \"#d0d0d0\"", "weak: {fill: \"#e8e8e8\"", &E541);
    assert_true(
        str_is(room->diags.items.items[0].message, "the tones `good` and `weak` look alike"));
    assert_int_equal(room->diags.errors, 1);
}

static void a_pale_shape_is_refused(void **state)
{
    assert_refused(*state, "#333333", "#aaaaaa", &E522);
}

static void small_body_text_is_refused(void **state)
{
    assert_refused(*state, "body: {face: regular, size: 12", "body: {face: regular, size: 11.9",
                   &E523);
}

static void text_under_nine_points_is_refused(void **state)
{
    assert_refused(*state, "small: {face: regular, size: 10.5", "small: {face: regular, size: 8.5",
                   &E523);
}

/* ---- themes of earlier versions ---- */

static void small_text_of_an_earlier_theme_is_set_larger(void **state)
{
    struct room *room = *state;
    const struct theme *theme = read_with(room, "small: {face: regular, size: 10.5, leading: 20",
                                          "small: {face: regular, size: 9, leading: 12");
    assert_non_null(theme);
    assert_int_equal(theme->styles[STYLE_SMALL].size, 10500);
    assert_int_equal(theme->styles[STYLE_SMALL].leading, 14000);
    assert_int_equal(room->diags.items.count, 1);
    assert_ptr_equal(room->diags.items.items[0].code, &W543);
    theme = read_with(room, "table: {face: regular, size: 12", "table: {face: regular, size: 10.5");
    assert_int_equal(theme->styles[STYLE_TABLE].size, 12000);
}

static void keys_of_an_earlier_theme_are_told_of(void **state)
{
    struct room *room = *state;
    assert_non_null(read_with(room, "footer: 12", "footer: 12, header: 14"));
    assert_non_null(read_with(room, "running: {first_left",
                              "running: {header_left: a, header_right: b, first_left"));
    assert_int_equal(room->diags.items.count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_ptr_equal(room->diags.items.items[i].code, &W542);
}

static void fills_that_do_not_get_darker_are_refused(void **state)
{
    struct room *room = *state;
    assert_refused(room, "weak: {fill: \"#d0d0d0\"", "weak: {fill: \"#d9d9d9\"", &E553);
    assert_refused(room, "worst: {fill: \"#b8b8b8\"", "worst: {fill: \"#f4f4f4\"", &E553);
}

static void a_zone_that_leaves_too_little_for_text_is_refused(void **state)
{
    assert_refused(*state, "zone: 40", "zone: 120", &E526);
}

static void lines_that_touch_are_refused(void **state)
{
    assert_refused(*state, "size: 12, leading: 20", "size: 12, leading: 11", &E523);
}

static void a_word_is_no_colour(void **state)
{
    assert_refused(*state, "\"#0000aa\"", "blue", &E525);
}

static void a_short_colour_is_refused(void **state)
{
    assert_refused(*state, "\"#0000aa\"", "\"#00a\"", &E525);
}

static void a_negative_margin_is_refused(void **state)
{
    assert_refused(*state, "25.4", "-1", &E526);
}

static void a_huge_margin_is_refused(void **state)
{
    assert_refused(*state, "25.4", "9000", &E526);
}

static void margins_that_leave_no_page_are_refused(void **state)
{
    assert_refused(*state, "margin_left: 20", "margin_left: 150", &E526);
}

static void running_texts_without_room_are_refused(void **state)
{
    assert_refused(*state, "footer: 12", "footer: 24.9", &E526);
}

static void a_footer_at_the_edge_is_refused(void **state)
{
    assert_refused(*state, "footer: 12", "footer: 1", &E526);
}

static void an_unknown_key_is_refused(void **state)
{
    assert_null(read_with(*state, "footer: 12", "footer: 12, fooder: 12"));
}

static void a_missing_file_is_refused(void **state)
{
    struct room *room = *state;
    assert_null(theme_read(room->arena, &room->diags,
                           &(struct theme_request){.base = path_in(room, "none.yaml")}));
    assert_int_equal(room->diags.errors, 1);
}

/* ---- a theme laid over another ---- */

static void what_is_laid_over_replaces_value_by_value(void **state)
{
    const struct theme *theme = read_under(
        *state, "colours: {ink: \"#000011\"}\nstyles: {title: {size: 24, leading: 30}}\n");
    assert_non_null(theme);
    assert_int_equal(theme->ink.blue, 0x11);
    assert_int_equal(theme->accent.red, 0x12);
    assert_int_equal(theme->styles[STYLE_TITLE].size, 24000);
    assert_int_equal(theme->styles[STYLE_TITLE].leading, 30000);
    assert_int_equal(theme->styles[STYLE_TITLE].space_after, 2500);
}

static void fonts_are_found_beside_the_file_that_names_the_folder(void **state)
{
    struct room *room = *state;
    const struct theme *theme =
        read_under(room, "fonts: {bold: c.ttf}\nfont_folders: [., ../fonts]\n");
    assert_non_null(theme);
    assert_true(str_is(theme->fonts[FACE_BOLD], path_in(room, "over/./c.ttf")));
    assert_true(str_is(theme->fonts[FACE_REGULAR], path_in(room, "over/../fonts/a.ttf")));
}

static void a_fault_is_told_where_the_value_was_written(void **state)
{
    struct room *room = *state;
    assert_null(read_under(room, "colours: {muted: \"#aaaaaa\"}\n"));
    struct span span = room->diags.items.items[0].span;
    assert_ptr_equal(room->diags.items.items[0].code, &E522);
    assert_true(str_ends(span.source->path, "over/own.yaml"));
    assert_true(str_is(span_text(span), "\"#aaaaaa\""));
}

/* Whichever of two colours it is that the theme above says. */
static void a_contrast_is_told_where_it_can_be_mended(void **state)
{
    static const char *const themes[] = {
        "colours: {muted: \"#aaaaaa\"}\n",      "colours: {paper: \"#222222\"}\n",
        "colours: {band: \"#444444\"}\n",       "colours: {accent: \"#ffee00\"}\n",
        "colours: {accent_ink: \"#123456\"}\n", "styles: {small: {colour: rule}}\n",
        "tones: {best: {fill: \"#333333\"}}\n",
    };
    struct room *room = *state;
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++) {
        size_t told = room->diags.items.count;
        assert_null(read_under(room, themes[i]));
        assert_true(room->diags.items.count > told);
        for (size_t j = told; j < room->diags.items.count; j++) {
            const struct diag *diag = &room->diags.items.items[j];
            if (!str_ends(diag->span.source->path, "over/own.yaml"))
                fail_msg("%s: fault %zu is told of the template's theme", themes[i], j - told);
        }
    }
}

static void tones_are_told_alike_where_it_can_be_mended(void **state)
{
    struct room *room = *state;
    assert_null(read_under(room, "tones: {good: {fill: \"#dddddd\"}}\n"));
    for (size_t i = 0; i < room->diags.items.count; i++)
        assert_true(str_ends(room->diags.items.items[i].span.source->path, "over/own.yaml"));
}

static void a_colour_is_told_once_however_many_styles_use_it(void **state)
{
    struct room *room = *state;
    assert_null(read_under(room, "colours: {muted: \"#aaaaaa\"}\n"));
    assert_int_equal(room->diags.items.count, 1); /* on paper, with a note on the band */
    assert_int_equal(room->diags.items.items[0].notes.count, 2);
}

static void the_width_of_a_logo_is_told_once(void **state)
{
    static const struct {
        const char *width, *message;
    } cases[] = {
        {"-5", "`-5` is no measure for `width`"},
        {"5000", "`5000` is no measure for `width`"},
        {"300", "the logo cannot be 300 mm wide"},
        {"0", "the logo cannot be 0 mm wide"},
    };
    struct room *room = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t told = room->diags.items.count;
        assert_null(
            read_under(room, str_format(room->arena, "logo: {file: n.png, alt: A, width: %s}\n",
                                        cases[i].width)
                                 .at));
        assert_int_equal(room->diags.items.count, told + 2); /* there is no such picture, too */
        assert_true(str_is(room->diags.items.items[told].message, cases[i].message));
    }
}

static void an_empty_theme_changes_nothing(void **state)
{
    static const char *const themes[] = {"", "\n", "# nothing yet\n", "{}\n"};
    struct room *room = *state;
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++) {
        struct diags diags;
        diags_init(&diags, room->arena);
        room->diags = diags;
        assert_non_null(read_under(room, themes[i]));
        assert_int_equal(room->diags.items.count, 1);
        assert_ptr_equal(room->diags.items.items[0].code, &W540);
    }
}

static void a_missing_logo_is_looked_for_beside_the_file_that_names_it(void **state)
{
    struct room *room = *state;
    assert_null(read_under(room, "logo: {file: none.png, alt: Ours, width: 30}\n"));
    assert_ptr_equal(room->diags.items.items[0].code, &E530);
    assert_true(str_ends(room->diags.items.items[0].span.source->path, "over/own.yaml"));
}

static void an_empty_value_takes_away_what_was_there(void **state)
{
    struct room *room = *state;
    const struct theme *theme = read_under(room, "running: ~\n");
    assert_non_null(theme);
    assert_int_equal(theme->first_left.len, 0);
    assert_null(read_under(room, "colours:\n"));
    assert_ptr_equal(room->diags.items.items[0].code, &E202);
}

static void a_theme_that_changes_nothing_is_noticed(void **state)
{
    struct room *room = *state;
    assert_non_null(read_under(room, "colours: {ink: \"#000000\"}\n"));
    assert_ptr_equal(room->diags.items.items[0].code, &W540);
}

static void a_misspelt_key_above_is_refused(void **state)
{
    struct room *room = *state;
    assert_null(read_under(room, "colors: {ink: \"#000000\"}\n"));
    assert_ptr_equal(room->diags.items.items[0].code, &E201);
    assert_true(str_is(room->diags.items.items[0].hint, "did you mean `colours`?"));
}

/* ---- contrast ---- */

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    const struct colour black = {0, 0, 0}, white = {255, 255, 255};
    const struct colour grey = {0x76, 0x76, 0x76}, paler = {0x77, 0x77, 0x77};
    assert_int_equal(colour_contrast(black, white), 21000);
    assert_int_equal(colour_contrast(white, black), 21000);
    assert_int_equal(colour_contrast(white, white), 1000);
    assert_int_equal(colour_contrast(grey, white), 4542); /* the palest grey that passes */
    assert_int_equal(colour_contrast(paler, white), 4478);
}

static void every_tone_has_a_shape_of_its_own(void **state)
{
    (void)state;
    assert_int_equal(tone_shape(TONE_NONE), MARK_NONE);
    for (int a = TONE_BEST; a <= TONE_NEUTRAL; a++)
        for (int b = TONE_BEST; b < a; b++)
            assert_int_not_equal(tone_shape((enum grade_tone)a), tone_shape((enum grade_tone)b));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_good_theme_is_measured),
        TEST(fonts_are_found_beside_the_theme),
        TEST(a_font_in_no_folder_is_refused),
        TEST(a_folder_is_no_font),
        TEST(fallback_fonts_are_found_and_counted),
        TEST(a_fallback_font_in_no_folder_is_refused),
        TEST(fallback_fonts_have_a_limit),
        TEST(text_too_pale_on_the_band_is_refused),
        TEST(links_too_pale_on_the_band_are_refused),
        TEST(pale_text_on_a_tone_is_refused),
        TEST(pale_text_on_the_accent_is_refused),
        TEST(pale_text_is_refused),
        TEST(a_mark_too_pale_for_a_drawing_is_refused),
        TEST(tones_that_look_alike_are_refused),
        TEST(a_pale_shape_is_refused),
        TEST(small_body_text_is_refused),
        TEST(text_under_nine_points_is_refused),
        TEST(small_text_of_an_earlier_theme_is_set_larger),
        TEST(keys_of_an_earlier_theme_are_told_of),
        TEST(fills_that_do_not_get_darker_are_refused),
        TEST(a_zone_that_leaves_too_little_for_text_is_refused),
        TEST(lines_that_touch_are_refused),
        TEST(a_word_is_no_colour),
        TEST(a_short_colour_is_refused),
        TEST(a_negative_margin_is_refused),
        TEST(a_huge_margin_is_refused),
        TEST(margins_that_leave_no_page_are_refused),
        TEST(running_texts_without_room_are_refused),
        TEST(a_footer_at_the_edge_is_refused),
        TEST(an_unknown_key_is_refused),
        TEST(a_missing_file_is_refused),
        TEST(what_is_laid_over_replaces_value_by_value),
        TEST(fonts_are_found_beside_the_file_that_names_the_folder),
        TEST(a_fault_is_told_where_the_value_was_written),
        TEST(a_contrast_is_told_where_it_can_be_mended),
        TEST(tones_are_told_alike_where_it_can_be_mended),
        TEST(a_colour_is_told_once_however_many_styles_use_it),
        TEST(the_width_of_a_logo_is_told_once),
        TEST(an_empty_theme_changes_nothing),
        TEST(a_missing_logo_is_looked_for_beside_the_file_that_names_it),
        TEST(an_empty_value_takes_away_what_was_there),
        TEST(a_theme_that_changes_nothing_is_noticed),
        TEST(a_misspelt_key_above_is_refused),
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(every_tone_has_a_shape_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
