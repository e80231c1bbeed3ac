/* The whole room: a document made by hand becomes a PDF that other programs read as meant. */
#include "pdf/pdf_codes.h"
#include "support/cmocka.h"

#include "pdf/pdf.h"
#include "support/pdf_reader.h"
#include "support/pdf_sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CREATED = 1768469400 }; /* 15 January 2026, 09:30 */

struct fixture {
    struct arena *arena;
    struct diags diags;
    char path[64]; /* of the file last written */
};

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    diags_init(&fixture->diags, arena);
    snprintf(fixture->path, sizeof fixture->path, "/tmp/councilbrief-test-%ld.pdf", (long)getpid());
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    unlink(fixture->path);
    arena_free(fixture->arena);
    return 0;
}

static struct str make(struct fixture *fixture, const struct sample *sample)
{
    struct pdf_request request = {&sample->pages, (const struct fonts *const[]){&sample->fonts},
                                  CREATED, NULL};
    struct str bytes = pdf_bytes(fixture->arena, &fixture->diags, &request);
    if (!bytes.at)
        diags_print(&fixture->diags, stderr, false, DIAG_ALL);
    assert_non_null(bytes.at);
    return bytes;
}

static struct str trailer_id(struct str bytes)
{
    size_t at = bytes.len;
    while (at > 3 && memcmp(bytes.at + at - 3, "/ID", 3) != 0)
        at--;
    at = str_find(bytes, '<', at);
    return str_part(bytes, at + 1, at + 33);
}

static void write_bytes(const char *path, struct str bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.at, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

/* With COUNCILBRIEF_KEEP_PDF set to a folder, the files stay there for other validators. */
static void write_file(struct fixture *fixture, const struct sample *sample)
{
    struct str bytes = make(fixture, sample);
    write_bytes(fixture->path, bytes);
    const char *folder = getenv("COUNCILBRIEF_KEEP_PDF");
    if (folder) {
        struct str id = trailer_id(bytes);
        write_bytes(str_format(fixture->arena, "%s/" STR_FMT ".pdf", folder, STR_ARG(id)).at,
                    bytes);
    }
}

/* What a command prints about the file; `$1` in it stands for the file's name. */
static struct str output(struct fixture *fixture, const char *command, int *status)
{
    struct str line = str_format(fixture->arena, "set -- %s; { %s; } 2>&1", fixture->path, command);
    FILE *pipe = popen(line.at, "r");
    assert_non_null(pipe);
    struct buf out = {.arena = fixture->arena};
    char part[4096];
    for (size_t n; (n = fread(part, 1, sizeof part, pipe)) > 0;)
        buf_add(&out, (struct str){part, n});
    *status = pclose(pipe);
    return buf_str(&out);
}

static void expect_success(struct fixture *fixture, const char *command)
{
    int status = 0;
    struct str text = output(fixture, command, &status);
    if (status != 0)
        fprintf(stderr, "%s: " STR_FMT "\n", command, STR_ARG(text));
    assert_int_equal(status, 0);
}

static bool contains(struct str text, const char *part)
{
    size_t len = strlen(part);
    for (size_t at = 0; at + len <= text.len; at++)
        if (memcmp(text.at + at, part, len) == 0)
            return true;
    return false;
}

static void expect_output(struct fixture *fixture, const char *command, const char *part)
{
    int status = 0;
    struct str text = output(fixture, command, &status);
    if (!contains(text, part))
        fprintf(stderr, "%s: no \"%s\" in: " STR_FMT "\n", command, part, STR_ARG(text));
    assert_true(contains(text, part));
}

static void expect_sound_file(struct fixture *fixture)
{
    expect_success(fixture, "qpdf --check \"$1\"");
    expect_success(fixture, "python3 tests/tools/pdfcheck.py \"$1\"");
}

/* ---- what other programs read ---- */

static void test_the_full_sample_is_sound(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, sample_full(fixture->arena));
    expect_sound_file(fixture);
}

static void test_the_checker_notices_every_fault_it_is_there_for(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, sample_full(fixture->arena));
    expect_success(fixture, "python3 tests/tools/test_pdfcheck.py \"$1\"");
}

static void test_poppler_sees_title_tags_and_version(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, sample_full(fixture->arena));
    expect_output(fixture, "pdfinfo \"$1\"", "Tagged:          yes");
    expect_output(fixture, "pdfinfo \"$1\"", "Title:           Children\xE2\x80\x99s services\n");
    expect_output(fixture, "pdfinfo \"$1\"", "Author:          Corporate director\n");
    expect_output(fixture, "pdfinfo \"$1\"", "PDF version:     1.7");
    expect_output(fixture, "TZ=UTC pdfinfo -isodates \"$1\"", "2026-01-15T09:30:00Z");
}

static void test_text_is_read_in_order_and_soft_hyphens_are_told_apart(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, sample_full(fixture->arena));
    expect_output(fixture, "pdftotext -raw \"$1\" -",
                  "A paragraph that be\xC2\xAD\n\fRunning header");
    expect_output(fixture, "pdftotext -raw \"$1\" - | head -4",
                  "Running header\nPage 1 of 2\nPosition\nInspections\n");
}

static void test_the_structure_has_every_element_in_reading_order(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, sample_full(fixture->arena));
    const char *text = "pdfinfo -struct-text \"$1\"";
    expect_output(fixture, text,
                  "Document\n"
                  "  H1 (block)\n"
                  "    \"Position\"\n"
                  "  H2 (block)\n"
                  "    \"Inspections\"\n"
                  "  L (block):\n"
                  "     /ListNumbering /Disc\n"
                  "    LI (block)\n"
                  "      Lbl (block)\n");
    expect_output(fixture, text,
                  "  P (block)\n"
                  "    \"See \"\n"
                  "    Link (inline)\n"
                  "      \"the report\"\n"
                  "      Object ");
    expect_output(fixture, text,
                  "    \" and \"\n"
                  "    Link (inline)\n"
                  "      \"the top\"\n");
}

static void test_a_paragraph_over_two_pages_is_one_element(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, sample_full(fixture->arena));
    expect_output(fixture, "pdfinfo -struct-text \"$1\" | tr -d '\\302\\255'",
                  "  P (block)\n"
                  "    \"A paragraph that be\"\n"
                  "    \"gins on the page before.\"\n");
}

static void test_links_and_destinations_are_there(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, sample_full(fixture->arena));
    expect_output(fixture, "pdfinfo -url \"$1\"", "https://example.org/a%20b/%C3%A9?x=1&y=2");
    expect_output(fixture, "qpdf --qdf --object-streams=disable \"$1\" - | strings",
                  "/PageMode /UseOutlines");
}

/* ---- the same bytes ---- */

static void test_the_same_pages_give_the_same_bytes(void **state)
{
    struct fixture *fixture = *state;
    struct str a = make(fixture, sample_full(fixture->arena));
    struct str b = make(fixture, sample_full(fixture->arena));
    assert_true(str_equal(a, b));
}

static void test_the_identifier_follows_the_content(void **state)
{
    struct fixture *fixture = *state;
    struct str a = trailer_id(make(fixture, sample_full(fixture->arena)));
    struct sample *other = sample_full(fixture->arena);
    other->pages.items[0].ops[0].x += 1000;
    struct str b = trailer_id(make(fixture, other));
    assert_int_equal(a.len, 32);
    assert_int_equal(b.len, 32);
    assert_false(str_equal(a, b));
    assert_false(contains(a, "0000000000"));
}

/* ---- text that is hard ---- */

static void test_titles_may_hold_markup_and_characters_beyond_plane_0(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_full(fixture->arena);
    sample->pages.title = STR("Fish & <chips> \xF0\x9F\x8F\x9B (\xC5\x81\xC3\xB3"
                              "d\xC5\xBA)");
    sample->bookmarks.items[0].title = STR("\xF0\x9F\x8F\x9B");
    write_file(fixture, sample);
    expect_sound_file(fixture);
    expect_output(fixture, "pdfinfo \"$1\"",
                  "Title:           Fish & <chips> \xF0\x9F\x8F\x9B (\xC5\x81\xC3\xB3"
                  "d\xC5\xBA)\n");
    expect_output(fixture, "pdfinfo -meta \"$1\"", "Fish &amp; &lt;chips&gt; \xF0\x9F\x8F\x9B");
}

static void test_a_ligature_is_read_as_its_letters(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_full(fixture->arena);
    struct op *op = sample_line(sample, sample_element(sample, TAG_P, 0), "\xEF\xAC\x81nd");
    op->text.text = STR("find"); /* the glyph of U+FB01 stands for two letters */
    struct glyph *glyphs = (struct glyph *)(uintptr_t)op->text.glyphs.items;
    for (size_t i = 0; i < op->text.glyphs.count; i++)
        glyphs[i].cluster = i == 0 ? 0 : (uint32_t)i + 1;
    write_file(fixture, sample);
    expect_sound_file(fixture);
    expect_output(fixture, "pdftotext -raw \"$1\" -", "\nfind\n");
}

static void test_one_glyph_may_stand_for_different_texts(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_full(fixture->arena);
    struct op *op = sample_line(sample, sample_element(sample, TAG_P, 0), "xAx");
    op->text.text = STR("x\xCE\x91x"); /* a Greek letter with the shape of A */
    ((struct glyph *)(uintptr_t)op->text.glyphs.items)[2].cluster = 3;
    sample_line(sample, sample_element(sample, TAG_P, 0), "yAy");
    write_file(fixture, sample);
    expect_sound_file(fixture);
    expect_output(fixture, "pdftotext -raw \"$1\" -", "\nx\xCE\x91x\nyAy\n");
}

static void test_glyphs_out_of_order_are_read_as_the_text(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_full(fixture->arena);
    struct op *op = sample_line(sample, sample_element(sample, TAG_P, 0), "fed");
    struct glyph *glyphs = (struct glyph *)(uintptr_t)op->text.glyphs.items;
    op->text.text = STR("def");
    for (uint32_t i = 0; i < 3; i++)
        glyphs[i].cluster = 2 - i;
    write_file(fixture, sample);
    expect_sound_file(fixture);
    expect_output(fixture, "pdftotext -raw \"$1\" -", "\ndef\n");
}

static void test_no_break_spaces_are_read_as_spaces(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_full(fixture->arena);
    sample_line(sample, sample_element(sample, TAG_P, 0), "19\xC2\xA0January");
    write_file(fixture, sample);
    expect_sound_file(fixture);
    expect_output(fixture, "pdftotext -raw \"$1\" -", "\n19 January\n");
}

static void test_alternative_and_replacement_texts_reach_the_file(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_full(fixture->arena);
    element_id id = sample_element(sample, TAG_SPAN, sample_element(sample, TAG_P, 0));
    sample->elements.items[id].expansion = STR("Department for Education");
    sample->elements.items[id].language = STR("cy");
    sample->elements.items[id].actual = STR("DfE!");
    sample->elements.items[1].title = STR("Fo\xC3\xB6");
    sample->elements.items[2].title = STR("a (b) \\ c)");
    sample_line(sample, id, "DfE");
    write_file(fixture, sample);
    expect_sound_file(fixture);
    struct str bytes = pdf_read_packed(fixture->arena, make(fixture, sample));
    assert_true(contains(bytes, "/ActualText(DfE!)"));
    assert_true(contains(bytes, "/E(Department for Education)"));
    assert_true(contains(bytes, "/Lang(cy)"));
    assert_true(contains(bytes, "/Alt(Bar chart: 120 homes in North)"));
    assert_true(contains(bytes, "/T<FEFF0046006F00F6>"));
    expect_output(fixture, "qpdf --json \"$1\"", "\"/T\": \"u:a (b) \\\\ c)\"");
}

/* ---- fonts ---- */

static void test_a_font_of_cff_outlines_is_embedded(void **state)
{
    struct fixture *fixture = *state;
    static const char path[] = "/usr/share/fonts/opentype/urw-base35/NimbusSans-Regular.otf";
    if (access(path, R_OK) != 0)
        skip();
    struct sample *sample = sample_new(fixture->arena);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    struct buf bytes = {.arena = fixture->arena};
    char part[65536];
    for (size_t n; (n = fread(part, 1, sizeof part, file)) > 0;)
        buf_add(&bytes, (struct str){part, n});
    fclose(file);
    sample->fonts.files[FACE_REGULAR] =
        (struct font_file){.path = str_from(path), .bytes = buf_str(&bytes)};
    sample_page(sample);
    sample_line(sample, sample_element(sample, TAG_P, 0), "Words in CFF");
    write_file(fixture, sample);
    expect_sound_file(fixture);
    expect_output(fixture, "pdftotext \"$1\" -", "Words in CFF");
    expect_output(fixture, "pdffonts \"$1\"", "CID Type 0C");
}

static void test_faces_of_one_file_share_a_font(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_full(fixture->arena);
    sample_line(sample, sample_element(sample, TAG_P, 0), "Shared")->text.face = FACE_BOLD_ITALIC;
    write_file(fixture, sample);
    expect_output(fixture, "pdffonts \"$1\" | tail -n +3 | wc -l", "2\n");
}

/* ---- size ---- */

static void test_four_hundred_pages_work(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_new(fixture->arena);
    for (int i = 0; i < 400; i++) {
        sample_page(sample);
        sample_line(sample, sample_element(sample, TAG_P, 0), "A page");
    }
    write_file(fixture, sample);
    expect_sound_file(fixture);
    expect_output(fixture, "pdfinfo \"$1\"", "Pages:           400");
}

static void test_three_thousand_elements_and_links_split_the_parent_tree(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_new(fixture->arena);
    sample_page(sample);
    element_id top = sample_element(sample, TAG_H1, 0);
    sample_line(sample, top, "Top");
    for (int i = 0; i < 1500; i++) {
        element_id link = sample_element(sample, TAG_LINK, sample_element(sample, TAG_P, 0));
        sample_text(sample, link, 60000, 100000 + i * 100, "Up");
        struct rect area = {60000, 90000 + i * 100, 12000, 12000};
        struct link *to = sample_link(sample, link, area);
        to->destination = top;
        to->description = STR("Up to the top");
    }
    write_file(fixture, sample);
    expect_sound_file(fixture);
    expect_output(fixture, "qpdf --qdf \"$1\" - | strings | grep -c /Limits", "2\n");
}

static void test_more_parts_than_an_array_holds_are_refused(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_new(fixture->arena);
    sample_page(sample);
    for (int i = 0; i < 32768; i++)
        sample_element(sample, TAG_P, 0);
    struct pdf_request request = {&sample->pages, (const struct fonts *const[]){&sample->fonts},
                                  CREATED, NULL};
    struct str bytes = pdf_bytes(fixture->arena, &fixture->diags, &request);
    assert_null(bytes.at);
    assert_int_equal(fixture->diags.errors, 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, &E608);
}

static void test_a_page_without_content_is_sound(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_full(fixture->arena);
    sample_page(sample);
    write_file(fixture, sample);
    expect_sound_file(fixture);
}

static void test_more_marks_than_a_page_can_hold_are_refused(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = sample_new(fixture->arena);
    sample_page(sample);
    element_id elements[] = {sample_element(sample, TAG_P, 0), sample_element(sample, TAG_P, 0)};
    for (int i = 0; i < 32768; i++)
        sample_op(sample, (struct op){.kind = OP_RECT, .element = elements[i % 2]});
    struct pdf_request request = {&sample->pages, (const struct fonts *const[]){&sample->fonts},
                                  CREATED, NULL};
    assert_null(pdf_bytes(fixture->arena, &fixture->diags, &request).at);
    assert_int_equal(fixture->diags.errors, 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, &E608);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_the_full_sample_is_sound),
        TEST(test_the_checker_notices_every_fault_it_is_there_for),
        TEST(test_poppler_sees_title_tags_and_version),
        TEST(test_text_is_read_in_order_and_soft_hyphens_are_told_apart),
        TEST(test_the_structure_has_every_element_in_reading_order),
        TEST(test_a_paragraph_over_two_pages_is_one_element),
        TEST(test_links_and_destinations_are_there),
        TEST(test_the_same_pages_give_the_same_bytes),
        TEST(test_the_identifier_follows_the_content),
        TEST(test_titles_may_hold_markup_and_characters_beyond_plane_0),
        TEST(test_a_ligature_is_read_as_its_letters),
        TEST(test_one_glyph_may_stand_for_different_texts),
        TEST(test_glyphs_out_of_order_are_read_as_the_text),
        TEST(test_no_break_spaces_are_read_as_spaces),
        TEST(test_alternative_and_replacement_texts_reach_the_file),
        TEST(test_a_font_of_cff_outlines_is_embedded),
        TEST(test_faces_of_one_file_share_a_font),
        TEST(test_four_hundred_pages_work),
        TEST(test_three_thousand_elements_and_links_split_the_parent_tree),
        TEST(test_a_page_without_content_is_sound),
        TEST(test_more_marks_than_a_page_can_hold_are_refused),
        TEST(test_more_parts_than_an_array_holds_are_refused),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
