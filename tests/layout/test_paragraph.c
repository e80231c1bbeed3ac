/* Paragraphs with made-up metrics: at size 10 a character is 5 pt wide and a space 2.5 pt. */
#include "support/cmocka.h"

#include "base/utf8.h"
#include "layout/paragraph/hyphen.h"
#include "layout/paragraph/paragraph.h"
#include "support/fake_metrics.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SIZE = 10000, CHARACTER = 5000, SPACE = 2500 };

struct fixture {
    struct arena *arena;
    struct diags diags;
    struct metrics metrics;
    struct hyphens *hyphens;
};

/* Patterns that divide safe-guard-ing and long-est-word and nothing else. */
static struct hyphens *made_up_hyphens(struct fixture *fixture)
{
    static const char patterns[] =
        "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 2\nsafe1guard\nguard1ing\nlong1est\nest1word\n";
    char path[] = "/tmp/councilbrief-hyphens-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, patterns, sizeof patterns - 1), sizeof patterns - 1);
    close(file);
    struct hyphens *hyphens = hyphens_new(fixture->arena, &fixture->diags, path);
    unlink(path);
    assert_non_null(hyphens);
    return hyphens;
}

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    fixture->metrics = fake_metrics();
    diags_init(&fixture->diags, arena);
    fixture->hyphens = made_up_hyphens(fixture);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    return 0;
}

/* ---- helpers ---- */

static struct run plain_run(const char *text)
{
    return (struct run){.text = str_from(text), .face = FACE_REGULAR, .size = SIZE, .link = -1};
}

/* What holds for every line: places follow each other, clusters lead to their characters. */
static struct paragraph_widths measured(struct fixture *fixture, struct paragraph *paragraph)
{
    struct arena *scratch = arena_new();
    struct paragraph_widths widths =
        paragraph_widths_of(paragraph_begin(fixture->arena, scratch, &fixture->metrics, paragraph));
    arena_free(scratch);
    return widths;
}

static void check_line(const struct fixture *fixture, const struct line *line)
{
    milli x = line->x;
    for (size_t i = 0; i < line->count; i++) {
        const struct piece *piece = &line->pieces[i];
        assert_int_equal(piece->x, x);
        milli width = 0;
        for (size_t j = 0; j < piece->glyphs.count; j++) {
            const struct glyph *glyph = &piece->glyphs.items[j];
            size_t at = glyph->cluster;
            assert_true(at < piece->text.len);
            if (!piece->soft_hyphen && fixture->metrics.shape == fake_metrics().shape)
                assert_int_equal(glyph->id, utf8_next(piece->text, &at));
            width += glyph->advance;
        }
        assert_int_equal(width, piece->glyphs.width);
        assert_in_range(piece->width, i + 1 == line->count ? 0 : width, width);
        x += piece->width;
    }
    assert_int_equal(x - line->x, line->width);
}

static struct lines broken(struct fixture *fixture, const struct paragraph *paragraph)
{
    struct lines lines =
        paragraph_break(fixture->arena, &fixture->metrics, fixture->hyphens, paragraph);
    milli widest = 0;
    for (size_t i = 0; i < lines.count; i++) {
        check_line(fixture, &lines.items[i]);
        widest = lines.items[i].width > widest ? lines.items[i].width : widest;
    }
    assert_int_equal(lines.widest, widest);
    return lines;
}

/* The texts of the lines, each behind the other with `|` between; `=` is an added hyphen. */
static const char *as_text(struct fixture *fixture, struct lines lines)
{
    struct buf out = {.arena = fixture->arena};
    for (size_t i = 0; i < lines.count; i++) {
        if (i > 0)
            buf_byte(&out, '|');
        for (size_t j = 0; j < lines.items[i].count; j++) {
            const struct piece *piece = &lines.items[i].pieces[j];
            buf_add(&out, piece->soft_hyphen ? STR("=") : piece->text);
        }
    }
    return str_z(fixture->arena, buf_str(&out));
}

static const char *runs_at(struct fixture *fixture, milli width, const struct run *runs,
                           size_t count)
{
    struct paragraph paragraph = {.runs = runs, .count = count, .width = width, .hyphenate = true};
    return as_text(fixture, broken(fixture, &paragraph));
}

/* A text of one run, broken at a width counted in characters. */
static const char *text_at(struct fixture *fixture, int characters, const char *text)
{
    struct run run = plain_run(text);
    return runs_at(fixture, characters * CHARACTER, &run, 1);
}

/* ---- where lines end ---- */

static void text_that_fits_is_one_line(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 20, "one two three"), "one two three");
}

static void no_text_gives_no_line(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 20, ""), "");
    assert_string_equal(text_at(fixture, 20, " \n\t "), "");
    assert_string_equal(runs_at(fixture, 1000, NULL, 0), "");
    struct run run = plain_run("  ");
    struct paragraph paragraph = {.runs = &run, .count = 1, .width = 1000};
    assert_int_equal(broken(fixture, &paragraph).count, 0);
}

static void lines_are_even_rather_than_greedy(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 6, "aaa bb cc ddddd"), "aaa |bb cc |ddddd");
}

static void a_last_line_of_one_short_word_is_avoided(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 29, "aaaaaaaa bbbbbbbb cccccccc ddd ee"),
                        "aaaaaaaa bbbbbbbb cccccccc |ddd ee");
    assert_string_equal(text_at(fixture, 29, "aaaaaaaa bbbbbbbb cccccccc ddd eeee"),
                        "aaaaaaaa bbbbbbbb cccccccc ddd |eeee");
}

static void a_line_exactly_as_wide_as_the_paragraph_fits(void **state)
{
    struct fixture *fixture = *state;
    struct run run = plain_run("aaa bbb ccc");
    assert_string_equal(runs_at(fixture, 6 * CHARACTER + SPACE, &run, 1), "aaa bbb |ccc");
    assert_string_equal(runs_at(fixture, 6 * CHARACTER + SPACE - 1, &run, 1), "aaa |bbb |ccc");
}

static void a_no_break_space_holds(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 7, "on 12\u00A0May ever"), "on |12\u00A0May |ever");
}

static void no_line_begins_with_a_dash(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 10, "aaaa bbb \u2013 cccc ddd"),
                        "aaaa bbb \u2013 |cccc ddd");
    assert_string_equal(text_at(fixture, 8, "aaaa bbb \u2013 cccc ddd"),
                        "aaaa |bbb \u2013 |cccc ddd");
}

static void hyphens_and_slashes_of_the_text_break_without_another(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 9, "decision-making"), "decision-|making");
    assert_string_equal(text_at(fixture, 19, "https://www.gov.uk/aaaa-bb"),
                        "https://www.gov.uk/|aaaa-bb");
    assert_string_equal(text_at(fixture, 23, "https://www.gov.uk/aaaa-bb"),
                        "https://www.gov.uk/aaaa|-bb");
}

static void what_english_binds_stays_together_while_it_fits(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 12, "aaa bbbb 12 May cc"), "aaa bbbb |12 May cc");
    assert_string_equal(text_at(fixture, 4, "12 May cc"), "12 |May |cc");
}

/* ---- white space ---- */

static void white_space_is_one_space_also_across_runs(void **state)
{
    struct fixture *fixture = *state;
    struct run runs[] = {plain_run("  one \n"), plain_run("  "), plain_run("\ttwo"),
                         plain_run(" \u2028three ")};
    assert_string_equal(runs_at(fixture, 100000, runs, 4), "one two three");
}

static void the_space_at_a_line_end_is_kept_but_not_counted(void **state)
{
    struct fixture *fixture = *state;
    struct run run = plain_run("aaaa bbbb");
    struct paragraph paragraph = {.runs = &run, .count = 1, .width = 5 * CHARACTER};
    struct lines lines = broken(fixture, &paragraph);
    assert_int_equal(lines.count, 2);
    const struct line *line = &lines.items[0];
    assert_int_equal(line->width, 4 * CHARACTER);
    assert_int_equal(line->pieces[0].width, 4 * CHARACTER);
    assert_int_equal(line->pieces[0].glyphs.width, 4 * CHARACTER + SPACE);
    assert_int_equal(line->pieces[0].glyphs.count, 5);
}

static void a_space_in_a_run_of_its_own_has_no_width_at_a_line_end(void **state)
{
    struct fixture *fixture = *state;
    struct run runs[] = {plain_run("aaaa"), plain_run(" "), plain_run("bbbb")};
    struct paragraph paragraph = {.runs = runs, .count = 3, .width = 5 * CHARACTER};
    struct lines lines = broken(fixture, &paragraph);
    assert_int_equal(lines.count, 2);
    assert_int_equal(lines.items[0].count, 2);
    assert_int_equal(lines.items[0].pieces[1].width, 0);
    assert_int_equal(lines.items[0].pieces[1].glyphs.width, SPACE);
}

/* ---- forced breaks ---- */

static void a_forced_break_ends_the_line_behind_a_space(void **state)
{
    struct fixture *fixture = *state;
    struct run runs[] = {plain_run("one"), plain_run(" two")};
    runs[0].forced_break = true;
    assert_string_equal(runs_at(fixture, 100000, runs, 2), "one |two");
}

static void two_forced_breaks_leave_an_empty_line(void **state)
{
    struct fixture *fixture = *state;
    struct run runs[] = {plain_run("one "), plain_run(""), plain_run("two")};
    runs[0].forced_break = runs[1].forced_break = true;
    struct paragraph paragraph = {.runs = runs, .count = 3, .width = 100000};
    struct lines lines = broken(fixture, &paragraph);
    assert_string_equal(as_text(fixture, lines), "one | |two");
    assert_int_equal(lines.items[1].width, 0);
}

static void a_forced_break_at_the_end_adds_no_line(void **state)
{
    struct fixture *fixture = *state;
    struct run runs[] = {plain_run("one"), plain_run(" ")};
    runs[0].forced_break = true;
    assert_string_equal(runs_at(fixture, 100000, runs, 2), "one ");
}

/* ---- hyphens ---- */

static void a_soft_hyphen_is_seen_only_at_a_line_end(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 20, "co\u00ADoperate"), "cooperate");
    assert_string_equal(text_at(fixture, 8, "co\u00ADoperate"), "co=|operate");
}

static void an_added_hyphen_is_a_piece_of_its_own(void **state)
{
    struct fixture *fixture = *state;
    struct run run = plain_run("co\u00ADoperate");
    struct paragraph paragraph = {.runs = &run, .count = 1, .width = 8 * CHARACTER};
    struct lines lines = broken(fixture, &paragraph);
    const struct line *line = &lines.items[0];
    assert_int_equal(line->count, 2);
    assert_true(line->pieces[1].soft_hyphen);
    assert_false(line->pieces[0].soft_hyphen);
    assert_true(str_is(line->pieces[1].text, "\u00AD"));
    assert_int_equal(line->pieces[1].glyphs.items[0].id, 0x2010);
    assert_int_equal(line->width, 3 * CHARACTER);
}

static void a_zero_width_space_breaks_without_a_mark(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 5, "aaaa\u200Bbbbb"), "aaaa|bbbb");
    assert_string_equal(text_at(fixture, 8, "aaaa\u200Bbbbb"), "aaaabbbb");
}

static void words_are_hyphenated_where_lines_would_be_loose(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 14, "aaaa safeguarding bbb cccc"),
                        "aaaa safe=|guarding bbb |cccc");
    assert_string_equal(text_at(fixture, 35, "aaaaaaaaaaaaaaa bbbbbbbbbbbbb safeguarding"),
                        "aaaaaaaaaaaaaaa bbbbbbbbbbbbb safe=|guarding");
    assert_string_equal(text_at(fixture, 31, "aaaaaaaaaaaaaaa bbbbbbbbbbbbb safeguarding"),
                        "aaaaaaaaaaaaaaa bbbbbbbbbbbbb |safeguarding");
}

static void nothing_is_hyphenated_unless_asked(void **state)
{
    struct fixture *fixture = *state;
    struct run run = plain_run("aaaa safeguarding bbb cccc");
    struct paragraph paragraph = {.runs = &run, .count = 1, .width = 14 * CHARACTER};
    assert_string_equal(as_text(fixture, broken(fixture, &paragraph)),
                        "aaaa |safeguarding |bbb cccc");
}

static void names_and_compounds_are_not_hyphenated(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 14, "aaaa Safeguarding bbb cccc"),
                        "aaaa |Safeguarding |bbb cccc");
    assert_string_equal(text_at(fixture, 16, "aaaa x-safeguarding bbb cccc"),
                        "aaaa x-|safeguarding bbb |cccc");
    assert_string_equal(text_at(fixture, 15, "aaaa safeguarding2 bbb cccc"),
                        "aaaa |safeguarding2 |bbb cccc");
}

static void punctuation_around_a_word_does_not_stop_hyphens(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 15, "aaaa (safeguarding\u2019s) bbb"),
                        "aaaa (safe=|guarding\u2019s) bbb");
}

static void a_name_that_fits_no_line_is_hyphenated(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 10, "Safeguarding"), "Safeguard=|ing");
}

static void the_last_part_of_an_address_is_not_hyphenated(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 10, "www.aaaaa.uk/safeguarding"),
                        "www.aaaaa.|uk/safegua|rding");
}

/* A fake face that notes each text it is asked for, but for spaces. */
static struct glyphs shape_noted(const void *self, struct arena *arena, enum face face, milli size,
                                 struct str text, unsigned features)
{
    struct buf *noted = *(struct buf *const *)self;
    if (!str_is(text, " "))
        buf_addf(noted, STR_FMT ";", STR_ARG(text));
    return fake_metrics().shape(self, arena, face, size, text, features);
}

static void an_address_is_shaped_by_its_parts_and_a_word_as_one(void **state)
{
    struct fixture *fixture = *state;
    struct buf noted = {.arena = fixture->arena}, *self = &noted;
    fixture->metrics.shape = shape_noted;
    fixture->metrics.self = &self;
    struct run run = plain_run("https://www.gov.uk/a-1 well-known");
    struct paragraph paragraph = {.runs = &run, .count = 1, .width = 100 * CHARACTER};
    struct paragraph_widths widths = measured(fixture, &paragraph);
    assert_int_equal(widths.natural, 32 * CHARACTER + SPACE);
    assert_true(str_starts(buf_str(&noted), "https://www.gov.uk/;a;-1;1 w;well-known;"));
}

/* A fake face without U+2010. */
static struct glyphs shape_without_hyphen(const void *self, struct arena *arena, enum face face,
                                          milli size, struct str text, unsigned features)
{
    struct metrics fake = fake_metrics();
    bool hyphen = str_is(text, "\u2010");
    return fake.shape(self, arena, face, size, hyphen ? STR("\uE000") : text, features);
}

static void a_face_without_a_hyphen_gives_its_hyphen_minus(void **state)
{
    struct fixture *fixture = *state;
    fixture->metrics.shape = shape_without_hyphen;
    struct run run = plain_run("co\u00ADoperate");
    struct paragraph paragraph = {.runs = &run, .count = 1, .width = 8 * CHARACTER};
    struct lines lines = broken(fixture, &paragraph);
    assert_int_equal(lines.items[0].pieces[1].glyphs.items[0].id, '-');
}

/* The most lines one below the other that end in a hyphen. */
static int hyphens_in_a_row(struct lines lines)
{
    int row = 0, most = 0;
    for (size_t i = 0; i < lines.count; i++) {
        const struct line *line = &lines.items[i];
        row = line->pieces[line->count - 1].soft_hyphen ? row + 1 : 0;
        most = row > most ? row : most;
    }
    return most;
}

static void two_hyphens_stand_below_each_other_at_most(void **state)
{
    struct fixture *fixture = *state;
    struct run run = plain_run("aaaa safeguarding safeguarding safeguarding safeguarding "
                               "safeguarding safeguarding safeguarding longestword safeguarding");
    int most = 0;
    for (int width = 13; width < 40; width++) {
        struct paragraph paragraph = {
            .runs = &run, .count = 1, .width = width * CHARACTER, .hyphenate = true};
        int row = hyphens_in_a_row(broken(fixture, &paragraph));
        most = row > most ? row : most;
    }
    assert_int_equal(most, 2);
}

static void a_word_beside_another_look_is_hyphenated_only_when_whole(void **state)
{
    struct fixture *fixture = *state;
    struct run note[] = {plain_run("aaaa safeguarding"), plain_run("[3]."), plain_run(" bbb cccc")};
    assert_string_equal(runs_at(fixture, 14 * CHARACTER, note, 3),
                        "aaaa safe=|guarding[3]. |bbb cccc");
    struct run half[] = {plain_run("aaaa safeguarding"), plain_run("ness"), plain_run(" bbb cccc")};
    assert_string_equal(runs_at(fixture, 16 * CHARACTER, half, 3),
                        "aaaa |safeguardingness |bbb cccc");
}

/* ---- words that fit no line ---- */

static void a_word_that_fits_no_line_breaks_between_characters(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 5, "aa bbbbbbbb"), "aa |bbbbb|bbb");
    assert_string_equal(text_at(fixture, 4, "\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9"),
                        "\u00E9\u00E9\u00E9\u00E9|\u00E9\u00E9");
}

static void words_held_by_a_no_break_space_part_there_first(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 5, "aaaa\u00A0bbbb"), "aaaa\u00A0|bbbb");
}

static void a_word_of_two_runs_that_fits_no_line_breaks_too(void **state)
{
    struct fixture *fixture = *state;
    struct run runs[] = {plain_run("aaaa"), plain_run("bbbb")};
    assert_string_equal(runs_at(fixture, 5 * CHARACTER, runs, 2), "aaaab|bbb");
}

static void a_character_wider_than_the_line_is_overfull(void **state)
{
    struct fixture *fixture = *state;
    struct run run = plain_run("ab");
    struct paragraph paragraph = {.runs = &run, .count = 1, .width = CHARACTER - 1};
    struct lines lines = broken(fixture, &paragraph);
    assert_int_equal(lines.count, 2);
    assert_true(lines.items[0].overfull);
    assert_true(lines.items[1].overfull);
}

static void a_width_of_nothing_is_survived(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(text_at(fixture, 0, "ab c"), "a|b |c");
    assert_string_equal(text_at(fixture, -3, "ab c"), "a|b |c");
}

/* ---- runs ---- */

static void each_run_is_a_piece(void **state)
{
    struct fixture *fixture = *state;
    struct run runs[] = {plain_run("one "), plain_run("two"), plain_run(", three")};
    runs[1].face = FACE_BOLD;
    struct paragraph paragraph = {.runs = runs, .count = 3, .width = 100000};
    struct lines lines = broken(fixture, &paragraph);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.items[0].count, 3);
    assert_true(str_is(lines.items[0].pieces[1].text, "two"));
    assert_int_equal(lines.items[0].pieces[1].run, 1);
    assert_int_equal(lines.items[0].pieces[1].width, 3 * 5500);
    assert_true(str_is(lines.items[0].pieces[2].text, ", three"));
}

static void a_word_of_two_runs_stays_whole(void **state)
{
    struct fixture *fixture = *state;
    struct run runs[] = {plain_run("aaa bb"), plain_run("cc ddd")};
    assert_string_equal(runs_at(fixture, 7 * CHARACTER, runs, 2), "aaa |bbcc |ddd");
    struct run note[] = {plain_run("aaaa bb"), plain_run("[2]")};
    assert_string_equal(runs_at(fixture, 8 * CHARACTER, note, 2), "aaaa |bb[2]");
}

/* ---- ligatures ---- */

/* A fake face that sets "fi" as one glyph. */
static struct glyphs shape_with_ligature(const void *self, struct arena *arena, enum face face,
                                         milli size, struct str text, unsigned features)
{
    enum { LIGATURE = 0xFB01 };
    struct glyphs plain = fake_metrics().shape(self, arena, face, size, text, features);
    struct glyph *items = ARENA_ARRAY(arena, struct glyph, plain.count);
    struct glyphs glyphs = {.items = items};
    for (size_t i = 0; i < plain.count; i++) {
        items[glyphs.count] = plain.items[i];
        if (plain.items[i].id == 'f' && i + 1 < plain.count && plain.items[i + 1].id == 'i') {
            items[glyphs.count].id = LIGATURE;
            i++;
        }
        glyphs.width += items[glyphs.count++].advance;
    }
    return glyphs;
}

static void no_ligature_spans_a_line_end(void **state)
{
    struct fixture *fixture = *state;
    fixture->metrics.shape = shape_with_ligature;
    struct run run = plain_run("aaf\u00ADiaa");
    struct paragraph paragraph = {.runs = &run, .count = 1, .width = 5 * CHARACTER};
    struct lines lines = broken(fixture, &paragraph);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.items[0].pieces[0].glyphs.count, 5);
    paragraph.width--;
    lines = broken(fixture, &paragraph);
    assert_string_equal(as_text(fixture, lines), "aaf=|iaa");
    assert_int_equal(lines.items[0].pieces[0].glyphs.items[2].id, 'f');
    assert_int_equal(lines.items[1].pieces[0].glyphs.items[0].id, 'i');
}

static void a_word_broken_anywhere_keeps_its_ligatures(void **state)
{
    struct fixture *fixture = *state;
    fixture->metrics.shape = shape_with_ligature;
    assert_string_equal(text_at(fixture, 3, "fififififi"), "fififi|fifi");
}

/* ---- place on the line ---- */

static struct lines placed(struct fixture *fixture, const struct run *run, enum cell_side side,
                           milli indent)
{
    struct paragraph paragraph = {
        .runs = run, .count = 1, .width = 5 * CHARACTER, .side = side, .first_indent = indent};
    return broken(fixture, &paragraph);
}

/* A fake face that draws a space and its neighbours together by 1 pt on each side. */
static struct glyphs shape_with_kerns(const void *self, struct arena *arena, enum face face,
                                      milli size, struct str text, unsigned features)
{
    enum { KERN = 1000 };
    struct glyphs plain = fake_metrics().shape(self, arena, face, size, text, features);
    struct glyph *items = ARENA_ARRAY(arena, struct glyph, plain.count);
    struct glyphs glyphs = {.items = items, .count = plain.count, .width = plain.width};
    for (size_t i = 0; i < plain.count; i++) {
        items[i] = plain.items[i];
        if (i + 1 == plain.count || (items[i].id == ' ') == (plain.items[i + 1].id == ' '))
            continue;
        items[i].advance -= KERN;
        glyphs.width -= KERN;
    }
    return glyphs;
}

static void spaces_are_kerned_but_not_at_the_end_of_a_line(void **state)
{
    struct fixture *fixture = *state;
    fixture->metrics.shape = shape_with_kerns;
    struct run run = plain_run("aaa bb ccc");
    struct paragraph paragraph = {.runs = &run, .count = 1, .width = 6 * CHARACTER};
    struct lines lines = broken(fixture, &paragraph);
    assert_int_equal(lines.count, 2);
    assert_int_equal(lines.items[0].width, 5 * CHARACTER + SPACE - 2000);
    assert_int_equal(lines.items[1].width, 3 * CHARACTER);
}

static struct line first_line(struct fixture *fixture, const struct run *run, bool even)
{
    struct paragraph paragraph = {.runs = run, .count = 1, .width = 20 * CHARACTER, .even = even};
    struct lines lines = broken(fixture, &paragraph);
    assert_int_equal(lines.count, 2);
    assert_false(lines.items[0].overfull);
    return lines.items[0];
}

static void the_spaces_of_a_line_are_let_out_by_a_sixth_at_most(void **state)
{
    struct fixture *fixture = *state;
    struct run run = plain_run("aaaa bbbb cccc dddddd eeee");
    milli natural = 18 * CHARACTER + 3 * SPACE;
    assert_int_equal(first_line(fixture, &run, false).width, natural);
    struct line line = first_line(fixture, &run, true);
    assert_int_equal(line.width, natural + 3 * SPACE / 6);
    assert_in_range(line.pieces[0].glyphs.items[4].advance, SPACE + SPACE / 6,
                    SPACE + SPACE / 6 + 1);
}

static void no_line_is_let_out_beyond_the_edge(void **state)
{
    struct fixture *fixture = *state;
    struct run runs[] = {plain_run("aaaa bbbb"), plain_run(" cccc dddddd eeee")};
    milli width = 18 * CHARACTER + 3 * SPACE + 100;
    struct paragraph paragraph = {.runs = runs, .count = 2, .width = width, .even = true};
    struct lines lines = broken(fixture, &paragraph);
    assert_int_equal(lines.count, 2);
    assert_int_equal(lines.items[0].width, width);
}

static void the_last_line_keeps_its_spaces(void **state)
{
    struct fixture *fixture = *state;
    struct run run = plain_run("aaaa bbbb cccc dddddd ee ff");
    struct paragraph paragraph = {.runs = &run, .count = 1, .width = 20 * CHARACTER, .even = true};
    struct lines lines = broken(fixture, &paragraph);
    assert_int_equal(lines.items[1].width, 4 * CHARACTER + SPACE);
}

static void lines_stand_at_their_side(void **state)
{
    struct fixture *fixture = *state;
    struct run run = plain_run("aaa bbbb");
    struct lines lines = placed(fixture, &run, SIDE_RIGHT, 0);
    assert_int_equal(lines.items[0].x, 2 * CHARACTER);
    assert_int_equal(lines.items[1].x, CHARACTER);
    lines = placed(fixture, &run, SIDE_CENTRE, 0);
    assert_int_equal(lines.items[0].x, CHARACTER);
    assert_int_equal(lines.items[1].x, CHARACTER / 2);
    assert_int_equal(lines.items[1].pieces[0].x, CHARACTER / 2);
}

static void the_first_line_is_indented(void **state)
{
    struct fixture *fixture = *state;
    struct run run = plain_run("aa bb cc");
    struct lines lines = placed(fixture, &run, SIDE_LEFT, CHARACTER);
    assert_string_equal(as_text(fixture, lines), "aa |bb cc");
    assert_int_equal(lines.items[0].x, CHARACTER);
    assert_int_equal(lines.items[1].x, 0);
    lines = placed(fixture, &run, SIDE_LEFT, -3 * CHARACTER);
    assert_string_equal(as_text(fixture, lines), "aa bb cc");
    assert_int_equal(lines.items[0].x, -3 * CHARACTER);
}

/* ---- measuring ---- */

static void the_natural_width_is_that_of_the_widest_forced_line(void **state)
{
    struct fixture *fixture = *state;
    struct run runs[] = {plain_run("one two "), plain_run("three")};
    runs[0].forced_break = true;
    struct paragraph paragraph = {.runs = runs, .count = 2};
    struct paragraph_widths widths = measured(fixture, &paragraph);
    assert_int_equal(widths.natural, 6 * CHARACTER + SPACE);
    assert_int_equal(widths.least, 5 * CHARACTER);
}

static void nothing_measures_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph paragraph = {0};
    assert_int_equal(measured(fixture, &paragraph).natural, 0);
    assert_int_equal(measured(fixture, &paragraph).least, 0);
}

static void measured_widths_hold_when_broken(void **state)
{
    struct fixture *fixture = *state;
    static const char *const texts[] = {"a", "aaaa bbbbbb cc-ddd\u00ADeee",
                                        "https://www.gov.uk/aaaa/bb and more", "12\u00A0May 2018"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct run run = plain_run(texts[i]);
        struct paragraph paragraph = {.runs = &run, .count = 1};
        struct paragraph_widths widths = measured(fixture, &paragraph);
        paragraph.width = widths.natural;
        assert_int_equal(broken(fixture, &paragraph).count, 1);
        paragraph.width = widths.least;
        struct lines lines = broken(fixture, &paragraph);
        for (size_t j = 0; j < lines.count; j++)
            assert_false(lines.items[j].overfull);
        assert_int_equal(lines.widest, widths.least);
    }
}

/* ---- size ---- */

static struct run repeated(struct fixture *fixture, const char *text, size_t times)
{
    struct buf buf = {.arena = fixture->arena};
    for (size_t i = 0; i < times; i++)
        buf_addz(&buf, text);
    struct run run = plain_run("");
    run.text = buf_str(&buf);
    return run;
}

static void a_hundred_thousand_words_are_broken(void **state)
{
    struct fixture *fixture = *state;
    struct run run = repeated(fixture, "safeguarding of aa children ", 25000);
    struct paragraph paragraph = {
        .runs = &run, .count = 1, .width = 90 * CHARACTER, .hyphenate = true};
    struct lines lines = broken(fixture, &paragraph);
    assert_in_range(lines.count, 6600, 7700);
}

static void long_texts_without_spaces_are_broken(void **state)
{
    struct fixture *fixture = *state;
    static const char *const units[] = {"a", "a/", "a\u00AD", "a\u00A0", "-", "\u200B"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct run run = repeated(fixture, units[i], 100000);
        struct paragraph paragraph = {
            .runs = &run, .count = 1, .width = 90 * CHARACTER, .hyphenate = true};
        struct lines lines = broken(fixture, &paragraph);
        for (size_t j = 0; j < lines.count; j++)
            assert_false(lines.items[j].overfull);
    }
}

static void a_text_in_very_many_runs_is_broken(void **state)
{
    struct fixture *fixture = *state;
    enum { RUNS = 20000 };
    struct run *runs = ARENA_ARRAY(fixture->arena, struct run, RUNS);
    for (size_t i = 0; i < RUNS; i++)
        runs[i] = plain_run(i % 3 ? "a" : " ");
    struct paragraph paragraph = {.runs = runs, .count = RUNS, .width = 50 * CHARACTER};
    assert_true(broken(fixture, &paragraph).count > 200);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(text_that_fits_is_one_line),
        CASE(no_text_gives_no_line),
        CASE(lines_are_even_rather_than_greedy),
        CASE(a_last_line_of_one_short_word_is_avoided),
        CASE(a_line_exactly_as_wide_as_the_paragraph_fits),
        CASE(a_no_break_space_holds),
        CASE(no_line_begins_with_a_dash),
        CASE(what_english_binds_stays_together_while_it_fits),
        CASE(hyphens_and_slashes_of_the_text_break_without_another),
        CASE(white_space_is_one_space_also_across_runs),
        CASE(the_space_at_a_line_end_is_kept_but_not_counted),
        CASE(a_space_in_a_run_of_its_own_has_no_width_at_a_line_end),
        CASE(a_forced_break_ends_the_line_behind_a_space),
        CASE(two_forced_breaks_leave_an_empty_line),
        CASE(a_forced_break_at_the_end_adds_no_line),
        CASE(a_soft_hyphen_is_seen_only_at_a_line_end),
        CASE(an_added_hyphen_is_a_piece_of_its_own),
        CASE(a_zero_width_space_breaks_without_a_mark),
        CASE(words_are_hyphenated_where_lines_would_be_loose),
        CASE(nothing_is_hyphenated_unless_asked),
        CASE(names_and_compounds_are_not_hyphenated),
        CASE(punctuation_around_a_word_does_not_stop_hyphens),
        CASE(a_name_that_fits_no_line_is_hyphenated),
        CASE(the_last_part_of_an_address_is_not_hyphenated),
        CASE(an_address_is_shaped_by_its_parts_and_a_word_as_one),
        CASE(a_face_without_a_hyphen_gives_its_hyphen_minus),
        CASE(two_hyphens_stand_below_each_other_at_most),
        CASE(a_word_beside_another_look_is_hyphenated_only_when_whole),
        CASE(a_word_that_fits_no_line_breaks_between_characters),
        CASE(words_held_by_a_no_break_space_part_there_first),
        CASE(a_word_of_two_runs_that_fits_no_line_breaks_too),
        CASE(a_character_wider_than_the_line_is_overfull),
        CASE(a_width_of_nothing_is_survived),
        CASE(each_run_is_a_piece),
        CASE(a_word_of_two_runs_stays_whole),
        CASE(no_ligature_spans_a_line_end),
        CASE(a_word_broken_anywhere_keeps_its_ligatures),
        CASE(spaces_are_kerned_but_not_at_the_end_of_a_line),
        CASE(the_spaces_of_a_line_are_let_out_by_a_sixth_at_most),
        CASE(no_line_is_let_out_beyond_the_edge),
        CASE(the_last_line_keeps_its_spaces),
        CASE(lines_stand_at_their_side),
        CASE(the_first_line_is_indented),
        CASE(the_natural_width_is_that_of_the_widest_forced_line),
        CASE(nothing_measures_nothing),
        CASE(measured_widths_hold_when_broken),
        CASE(a_hundred_thousand_words_are_broken),
        CASE(long_texts_without_spaces_are_broken),
        CASE(a_text_in_very_many_runs_is_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
