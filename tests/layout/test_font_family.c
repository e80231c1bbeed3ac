/* Families of fonts: which font sets a face, by made-up families, and what fontconfig says of a
   folder with Lato and DejaVu, which `make deps` installs. Skipped where they are absent. */
#include "data/data_codes.h"
#include "layout/layout_codes.h"
#include "support/cmocka.h"

#include "diag/diag.h"
#include "layout/theme/font_family.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRUETYPE "/usr/share/fonts/truetype/"

static const char *const installed[] = {
    TRUETYPE "lato/Lato-Regular.ttf",    TRUETYPE "lato/Lato-Italic.ttf",
    TRUETYPE "lato/Lato-Bold.ttf",       TRUETYPE "lato/Lato-BoldItalic.ttf",
    TRUETYPE "lato/Lato-Semibold.ttf",   TRUETYPE "lato/Lato-Black.ttf",
    TRUETYPE "dejavu/DejaVuSans.ttf",    TRUETYPE "dejavu/DejaVuSans-Bold.ttf",
    TRUETYPE "dejavu/DejaVuSansMono.ttf"};

enum { INSTALLED = sizeof installed / sizeof *installed };

/* A folder with links to those fonts and a configuration of fontconfig that knows no others. */
struct room {
    struct arena *arena;
    struct diags diags;
    char folder[64];
    bool has_fonts;
};

static const char *path_in(struct room *room, const char *name)
{
    return str_format(room->arena, "%s/%s", room->folder, name).at;
}

static void write_bytes(const char *path, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static void write_text(const char *path, const char *text)
{
    write_bytes(path, text, strlen(text));
}

static int setup(void **state)
{
    struct room *room = calloc(1, sizeof *room);
    room->arena = arena_new();
    diags_init(&room->diags, room->arena);
    strcpy(room->folder, "/tmp/family-XXXXXX");
    assert_non_null(mkdtemp(room->folder));
    mkdir(path_in(room, "fonts"), 0700);
    room->has_fonts = true;
    for (size_t i = 0; i < INSTALLED; i++) {
        room->has_fonts = room->has_fonts && access(installed[i], R_OK) == 0;
        const char *link = str_format(room->arena, "%s/fonts/%zu.ttf", room->folder, i).at;
        assert_int_equal(symlink(installed[i], link), 0);
    }
    write_text(path_in(room, "fonts.conf"),
               str_format(room->arena,
                          "<fontconfig><dir>%s/fonts</dir><cachedir>%s/cache</cachedir>"
                          "</fontconfig>\n",
                          room->folder, room->folder)
                   .at);
    setenv("FONTCONFIG_FILE", path_in(room, "fonts.conf"), 1);
    *state = room;
    return 0;
}

static int teardown(void **state)
{
    struct room *room = *state;
    unsetenv("FONTCONFIG_FILE");
    int status = system(str_format(room->arena, "rm -r '%s'", room->folder).at);
    arena_free(room->arena);
    free(room);
    return status;
}

/* ---- which font sets a face ---- */

#define FONT(name, its_slant, its_weight)                                                          \
    .path = STR(name), .slant = (its_slant), .weight = (its_weight), .width = 100

#define FAMILY(all) ((struct font_family){.fonts = (all), .count = sizeof(all) / sizeof *(all)})

static void assert_face(struct font_family family, int face, const char *path)
{
    const struct family_font *font = font_family_face(&family, (enum face)face);
    if (!path) {
        assert_null(font);
        return;
    }
    assert_non_null(font);
    assert_true(str_is(font->path, path));
}

static void each_face_has_the_font_of_its_weight_and_slant(void **state)
{
    (void)state;
    const struct family_font fonts[] = {{FONT("black", SLANT_NONE, 900)},
                                        {FONT("bold", SLANT_NONE, 700)},
                                        {FONT("bold italic", SLANT_ITALIC, 700)},
                                        {FONT("italic", SLANT_ITALIC, 400)},
                                        {FONT("light", SLANT_NONE, 300)},
                                        {FONT("medium", SLANT_NONE, 500)},
                                        {FONT("regular", SLANT_NONE, 400)},
                                        {FONT("semi-bold", SLANT_NONE, 600)},
                                        {FONT("semi-bold italic", SLANT_ITALIC, 600)}};
    assert_face(FAMILY(fonts), FACE_REGULAR, "regular");
    assert_face(FAMILY(fonts), FACE_ITALIC, "italic");
    assert_face(FAMILY(fonts), FACE_BOLD, "bold");
    assert_face(FAMILY(fonts), FACE_BOLD_ITALIC, "bold italic");
    assert_face(FAMILY(fonts), FACE_HEADING, "bold");
}

static void nothing_stands_in_for_what_was_not_drawn(void **state)
{
    (void)state;
    const struct family_font fonts[] = {{FONT("light", SLANT_NONE, 300)},
                                        {FONT("semi-bold", SLANT_NONE, 600)},
                                        {FONT("black italic", SLANT_ITALIC, 900)}};
    assert_face(FAMILY(fonts), FACE_REGULAR, NULL);
    assert_face(FAMILY(fonts), FACE_ITALIC, NULL);
    assert_face(FAMILY(fonts), FACE_BOLD, NULL);
    assert_face(FAMILY(fonts), FACE_BOLD_ITALIC, NULL);
    assert_face((struct font_family){0}, FACE_REGULAR, NULL);
}

static void headings_are_bold_or_semi_bold(void **state)
{
    (void)state;
    const struct family_font fonts[] = {{FONT("medium", SLANT_NONE, 500)},
                                        {FONT("bold", SLANT_NONE, 700)}};
    const struct family_font lighter[] = {{FONT("semi-bold", SLANT_NONE, 600)}};
    assert_face(FAMILY(fonts), FACE_HEADING, "bold");
    assert_face(FAMILY(fonts), FACE_REGULAR, "medium");
    assert_face(FAMILY(lighter), FACE_HEADING, "semi-bold");
}

static void italic_comes_before_oblique_and_oblique_before_nothing(void **state)
{
    (void)state;
    const struct family_font fonts[] = {{FONT("oblique", SLANT_OBLIQUE, 400)},
                                        {FONT("italic", SLANT_ITALIC, 400)},
                                        {FONT("bold oblique", SLANT_OBLIQUE, 700)}};
    assert_face(FAMILY(fonts), FACE_ITALIC, "italic");
    assert_face(FAMILY(fonts), FACE_BOLD_ITALIC, "bold oblique");
}

static void condensed_fonts_stay_out_unless_all_are(void **state)
{
    (void)state;
    const struct family_font fonts[] = {{.path = STR("condensed"), .weight = 400, .width = 75},
                                        {.path = STR("condensed bold"), .weight = 700, .width = 75},
                                        {.path = STR("regular"), .weight = 400, .width = 100}};
    assert_face(FAMILY(fonts), FACE_REGULAR, "regular");
    assert_face(FAMILY(fonts), FACE_BOLD, NULL);
    assert_face((struct font_family){.fonts = fonts, .count = 2}, FACE_BOLD, "condensed bold");
}

/* As Type 1 copies of a narrow family do, which call themselves normal. */
static void files_that_a_pdf_does_not_take_have_no_say_in_the_width(void **state)
{
    (void)state;
    const struct family_font fonts[] = {
        {.path = STR("old"), .form = FONT_FOREIGN, .weight = 400, .width = 100},
        {.path = STR("old bold"), .form = FONT_FOREIGN, .weight = 700, .width = 100},
        {.path = STR("narrow"), .weight = 400, .width = 75},
        {.path = STR("narrow bold"), .weight = 700, .width = 75}};
    assert_face(FAMILY(fonts), FACE_REGULAR, "narrow");
    assert_face(FAMILY(fonts), FACE_BOLD, "narrow bold");
    assert_face((struct font_family){.fonts = fonts, .count = 2}, FACE_BOLD, "old bold");
}

static void of_two_files_the_newer_counts_then_the_first_by_name(void **state)
{
    (void)state;
    const struct family_font fonts[] = {{FONT("c", SLANT_NONE, 400), .version = 2},
                                        {FONT("a", SLANT_NONE, 400), .version = 1},
                                        {FONT("b", SLANT_NONE, 400), .version = 2}};
    assert_face(FAMILY(fonts), FACE_REGULAR, "b");
}

static void a_single_font_comes_before_a_variable_one(void **state)
{
    (void)state;
    const struct family_font fonts[] = {
        {FONT("a", SLANT_NONE, 400), .version = 9, .form = FONT_VARIABLE},
        {FONT("b", SLANT_NONE, 400)},
        {FONT("c", SLANT_NONE, 700), .form = FONT_VARIABLE}};
    assert_face(FAMILY(fonts), FACE_REGULAR, "b");
    assert_face(FAMILY(fonts), FACE_BOLD, "c");
}

/* ---- what a file holds ---- */

static void assert_form(struct room *room, const char *bytes, size_t size, enum font_form form)
{
    const char *path = path_in(room, "file");
    write_bytes(path, bytes, size);
    assert_int_equal(font_form_of(path), form);
}

static void a_file_is_known_by_its_first_bytes(void **state)
{
#define FORM(bytes, form) assert_form(*state, bytes, sizeof bytes - 1, form)
#define ROW(tag)          tag "\0\0\0\0\0\0\0\0\0\0\0\0"
    FORM("\0\1\0\0\0\1\0\0\0\0\0\0" ROW("glyf"), FONT_SINGLE);
    FORM("OTTO\0\1\0\0\0\0\0\0" ROW("CFF "), FONT_SINGLE);
    FORM("true\0\1\0\0\0\0\0\0" ROW("glyf"), FONT_SINGLE);
    FORM("\0\1\0\0\0\2\0\0\0\0\0\0" ROW("cmap") ROW("fvar"), FONT_VARIABLE);
    FORM("\0\1\0\0\0\1\0\0\0\0\0\0" ROW("cmap") ROW("fvar"), FONT_SINGLE); /* a list of one */
    FORM("\0\1\0\0\377\377\0\0\0\0\0\0" ROW("cmap"), FONT_SINGLE);         /* cut short */
    FORM("ttcf\0\1\0\0\0\0\0\1", FONT_COLLECTION);
    FORM("wOFF\0\1\0\0\0\0\0\0", FONT_FOREIGN);
    FORM("%!PS-AdobeFont-1.0", FONT_FOREIGN);
    FORM("OTTO", FONT_FOREIGN);
    FORM("", FONT_FOREIGN);
    assert_int_equal(font_form_of("/nonexistent/font.ttf"), FONT_SINGLE);
}

/* ---- what is installed ---- */

static void a_family_is_found_whatever_its_capitals(void **state)
{
    struct room *room = *state;
    if (!room->has_fonts)
        skip();
    const struct font_family lato = font_family_read(room->arena, STR(" lATO "));
    assert_int_equal(lato.count, 6);
    assert_face(lato, FACE_REGULAR, path_in(room, "fonts/0.ttf"));
    assert_face(lato, FACE_ITALIC, path_in(room, "fonts/1.ttf"));
    assert_face(lato, FACE_BOLD, path_in(room, "fonts/2.ttf"));
    assert_face(lato, FACE_BOLD_ITALIC, path_in(room, "fonts/3.ttf"));
    assert_face(lato, FACE_HEADING, path_in(room, "fonts/2.ttf"));
}

static void a_family_without_italics_has_none(void **state)
{
    struct room *room = *state;
    if (!room->has_fonts)
        skip();
    const struct font_family dejavu = font_family_read(room->arena, STR("DejaVu Sans"));
    assert_int_equal(dejavu.count, 2);
    assert_face(dejavu, FACE_HEADING, path_in(room, "fonts/7.ttf"));
    assert_face(dejavu, FACE_ITALIC, NULL);
}

static void no_other_family_stands_in_for_one_that_is_missing(void **state)
{
    struct room *room = *state;
    if (!room->has_fonts)
        skip();
    static const char *const names[][2] = {{"Latto", "Lato"},
                                           {"LATO SEMI BOLD", "Lato Semibold"},
                                           {"dejavusans", "DejaVu Sans"},
                                           {"Helvetica Neue", NULL},
                                           {"sans-serif", NULL},
                                           {"", NULL}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct font_family family = font_family_read(room->arena, str_from(names[i][0]));
        assert_int_equal(family.count, 0);
        assert_int_equal(!family.nearest, !names[i][1]);
        if (names[i][1])
            assert_string_equal(family.nearest, names[i][1]);
    }
}

static void a_machine_without_fonts_has_no_family(void **state)
{
    struct room *room = *state;
    write_text(path_in(room, "fonts.conf"), "<fontconfig></fontconfig>\n");
    const struct font_family family = font_family_read(room->arena, STR("Lato"));
    assert_int_equal(family.count, 0);
    assert_null(family.nearest);
}

/* ---- families in a theme ---- */

/* Reads a template's theme, with the default one's files, under one that says `fonts`. */
static const struct theme *read_under(struct room *room, const char *fonts)
{
    const struct theme_request files = {.base = "templates/briefing/theme.yaml",
                                        .over = path_in(room, "own.yaml")};
    write_text(files.over, str_format(room->arena, "fonts: {%s}\n", fonts).at);
    diags_init(&room->diags, room->arena);
    return theme_read(room->arena, &room->diags, &files);
}

static void assert_font(const struct theme *theme, int face, const char *path)
{
    assert_non_null(theme);
    assert_true(str_is(theme->fonts[face], path));
}

static void a_family_takes_the_place_of_all_files_below(void **state)
{
    struct room *room = *state;
    if (!room->has_fonts)
        skip();
    const struct theme *theme = read_under(room, "family: Lato");
    for (int face = 0; face < FACE_HEADING; face++)
        assert_font(theme, face, str_format(room->arena, "%s/fonts/%d.ttf", room->folder, face).at);
    assert_font(theme, FACE_HEADING, path_in(room, "fonts/2.ttf")); /* the bold one */
    assert_font(theme, FACE_FALLBACK, installed[6]);
    assert_true(str_is(span_text(theme->font_spans[FACE_BOLD]), "Lato"));
}

static void a_file_named_beside_the_family_comes_first(void **state)
{
    struct room *room = *state;
    if (!room->has_fonts)
        skip();
    const struct theme *theme = read_under(room, "family: Lato, bold: lato/Lato-Black.ttf");
    assert_font(theme, FACE_BOLD, installed[5]);
    assert_font(theme, FACE_BOLD_ITALIC, path_in(room, "fonts/3.ttf"));
}

static void headings_may_have_a_family_of_their_own(void **state)
{
    struct room *room = *state;
    if (!room->has_fonts)
        skip();
    const struct theme *theme = read_under(room, "heading_family: DejaVu Sans");
    assert_font(theme, FACE_HEADING, path_in(room, "fonts/7.ttf"));
    assert_font(theme, FACE_BOLD, installed[2]);
}

static void assert_refusal(struct room *room, const char *fonts, const struct code *code,
                           const char *message)
{
    assert_null(read_under(room, fonts));
    assert_int_equal(room->diags.items.count, 1);
    assert_ptr_equal(room->diags.items.items[0].code, code);
    assert_string_equal(str_z(room->arena, room->diags.items.items[0].message), message);
}

static void what_a_family_lacks_is_named(void **state)
{
    struct room *room = *state;
    if (!room->has_fonts)
        skip();
    assert_refusal(room, "family: DejaVu Sans", &E546,
                   "the family `DejaVu Sans` has no italic and no bold italic font");
    assert_refusal(room, "family: DejaVu Sans Mono", &E546,
                   "the family `DejaVu Sans Mono` has no italic, no bold and no bold italic font");
    assert_refusal(room, "heading_family: DejaVu Sans Mono", &E546,
                   "the family `DejaVu Sans Mono` has no bold or semi-bold font");
    assert_refusal(room, "family: Lata", &E545, "no family of fonts called `Lata` is installed");
}

/* Puts a copy in the place of a link to a font, with a list of axes (which nobody reads). */
static void make_variable(struct room *room, const char *path)
{
    enum { ROOM = 1 << 21 };
    char *bytes = arena_alloc(room->arena, ROOM);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t size = fread(bytes, 1, ROOM, file);
    fclose(file);
    char *row = bytes + 12;
    while (memcmp(row, "fpgm", 4) != 0)
        row += 16;
    memcpy(row, "fvar", 4);
    unlink(path);
    write_bytes(path, bytes, size);
}

static void a_variable_font_is_no_family_for_a_pdf(void **state)
{
    struct room *room = *state;
    if (!room->has_fonts)
        skip();
    make_variable(room, path_in(room, "fonts/0.ttf"));
    assert_refusal(
        room, "family: Lato", &E547,
        "the family `Lato` cannot be put into a PDF: its file `0.ttf` is a variable font");
}

static void a_face_with_neither_file_nor_family_is_missed(void **state)
{
    struct room *room = *state;
    if (!room->has_fonts)
        skip();
    assert_refusal(room, "bold: ~", &E202, "`bold` is missing from this set of fonts");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(each_face_has_the_font_of_its_weight_and_slant),
        TEST(nothing_stands_in_for_what_was_not_drawn),
        TEST(headings_are_bold_or_semi_bold),
        TEST(italic_comes_before_oblique_and_oblique_before_nothing),
        TEST(condensed_fonts_stay_out_unless_all_are),
        TEST(files_that_a_pdf_does_not_take_have_no_say_in_the_width),
        TEST(of_two_files_the_newer_counts_then_the_first_by_name),
        TEST(a_single_font_comes_before_a_variable_one),
        TEST(a_file_is_known_by_its_first_bytes),
        TEST(a_family_is_found_whatever_its_capitals),
        TEST(a_family_without_italics_has_none),
        TEST(no_other_family_stands_in_for_one_that_is_missing),
        TEST(a_machine_without_fonts_has_no_family),
        TEST(a_family_takes_the_place_of_all_files_below),
        TEST(a_file_named_beside_the_family_comes_first),
        TEST(headings_may_have_a_family_of_their_own),
        TEST(what_a_family_lacks_is_named),
        TEST(a_variable_font_is_no_family_for_a_pdf),
        TEST(a_face_with_neither_file_nor_family_is_missed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
