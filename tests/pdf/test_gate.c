/* The gate: what could not be an accessible PDF is refused, with its code and its place. */
#include "pdf/pdf_codes.h"
#include "support/cmocka.h"

#include "pdf/file/objects.h"
#include "pdf/pdf.h"
#include "support/pdf_sample.h"

#include <string.h>

enum { CREATED = 1768469400, TOO_LONG = 16001 };

struct fixture {
    struct arena *arena;
    struct diags diags;
    struct source source;
    struct sample *sample;
};

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    fixture->source = (struct source){.path = STR("sample.yaml"), .text = STR("0123456789")};
    fixture->sample = sample_full(arena);
    diags_init(&fixture->diags, arena);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    arena_free(((struct fixture *)*state)->arena);
    return 0;
}

static bool accepts_at(struct fixture *fixture, int64_t created)
{
    struct pdf_request request = {&fixture->sample->pages,
                                  (const struct fonts *const[]){&fixture->sample->fonts}, created,
                                  NULL};
    return pdf_bytes(fixture->arena, &fixture->diags, &request).at != NULL;
}

static void expect_refused(struct fixture *fixture, const struct code *code)
{
    assert_false(accepts_at(fixture, CREATED));
    assert_int_equal(fixture->diags.errors, 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, code);
    assert_true(fixture->diags.items.items[0].message.len > 0);
}

/* The first element of a tag, with a place of its own. */
static struct element *element_of(struct fixture *fixture, enum tag tag)
{
    for (size_t i = 0; i < fixture->sample->elements.count; i++) {
        struct element *element = &fixture->sample->elements.items[i];
        if (element->tag != tag)
            continue;
        element->origin = (struct span){&fixture->source, 3, 7};
        return element;
    }
    fail();
    return NULL;
}

static void expect_refused_there(struct fixture *fixture, const struct code *code)
{
    expect_refused(fixture, code);
    struct span span = fixture->diags.items.items[0].span;
    assert_ptr_equal(span.source, &fixture->source);
    assert_int_equal(span.start, 3);
    assert_int_equal(span.end, 7);
}

static struct str long_text(struct fixture *fixture)
{
    char *text = arena_alloc(fixture->arena, TOO_LONG);
    memset(text, 'x', TOO_LONG);
    return (struct str){text, TOO_LONG};
}

/* ---- the document ---- */

static void test_the_sample_is_accepted(void **state)
{
    struct fixture *fixture = *state;
    assert_true(accepts_at(fixture, CREATED));
    assert_int_equal(fixture->diags.errors, 0);
}

static void test_a_blank_title_is_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->sample->pages.title = STR(" \n");
    expect_refused(fixture, &E601);
}

static void test_a_missing_language_is_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->sample->pages.language = STR_NONE;
    expect_refused(fixture, &E602);
}

static void test_a_language_must_be_a_code(void **state)
{
    static const char *const wrong[] = {
        "English language", "Welsh", "e", "en-", "-en", "12-GB", "en_GB", "abcdefghi"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        diags_init(&fixture->diags, fixture->arena);
        fixture->sample->pages.language = str_from(wrong[i]);
        expect_refused(fixture, &E602);
    }
}

static void test_an_element_may_have_its_own_language_but_not_a_wrong_one(void **state)
{
    struct fixture *fixture = *state;
    element_of(fixture, TAG_P)->language = STR("cy");
    assert_true(accepts_at(fixture, CREATED));
    element_of(fixture, TAG_P)->language = STR("Welsh!");
    expect_refused_there(fixture, &E602);
}

static void test_dates_that_a_pdf_cannot_hold_are_refused(void **state)
{
    struct fixture *fixture = *state;
    assert_true(accepts_at(fixture, -1));
    assert_true(accepts_at(fixture, INT64_C(253402300799)));
    assert_false(accepts_at(fixture, INT64_C(253402300800)));
    assert_ptr_equal(fixture->diags.items.items[0].code, &E613);
    assert_false(accepts_at(fixture, INT64_MAX));
    assert_false(accepts_at(fixture, INT64_MIN));
}

/* ---- elements ---- */

static void test_a_figure_without_alternative_text_is_refused(void **state)
{
    struct fixture *fixture = *state;
    element_of(fixture, TAG_FIGURE)->alt = STR("  ");
    expect_refused_there(fixture, &E603);
}

static void test_a_table_without_headers_is_refused(void **state)
{
    struct fixture *fixture = *state;
    element_of(fixture, TAG_TABLE);
    for (size_t i = 0; i < fixture->sample->elements.count; i++) {
        struct element *element = &fixture->sample->elements.items[i];
        if (element->tag == TAG_TH && !element->named) /* of the first table */
            element->tag = TAG_TD;
    }
    expect_refused_there(fixture, &E604);
}

static void test_headers_of_an_inner_table_are_not_those_of_the_outer(void **state)
{
    struct fixture *fixture = *state;
    struct sample *sample = fixture->sample;
    element_id outer = sample_element(sample, TAG_TABLE, 0);
    sample->elements.items[outer].origin = (struct span){&fixture->source, 3, 7};
    element_id cell = sample_element(sample, TAG_TD, sample_element(sample, TAG_TR, outer));
    element_id inner = sample_element(sample, TAG_TABLE, cell);
    element_id header = sample_element(sample, TAG_TH, sample_element(sample, TAG_TR, inner));
    sample->elements.items[header].scope = SCOPE_COLUMN;
    expect_refused_there(fixture, &E604);
}

static void test_a_header_cell_without_a_scope_is_refused(void **state)
{
    struct fixture *fixture = *state;
    element_of(fixture, TAG_TH)->scope = SCOPE_NONE;
    expect_refused_there(fixture, &E609);
}

static void test_the_first_heading_must_be_of_level_1(void **state)
{
    struct fixture *fixture = *state;
    element_of(fixture, TAG_H1)->tag = TAG_H2;
    expect_refused_there(fixture, &E605);
}

static void test_a_skipped_heading_level_is_refused(void **state)
{
    struct fixture *fixture = *state;
    element_of(fixture, TAG_H2)->tag = TAG_H3;
    expect_refused_there(fixture, &E605);
}

static void test_headings_count_in_reading_order(void **state)
{
    struct fixture *fixture = *state;
    element_of(fixture, TAG_H1)->order = UINT32_MAX; /* now read after the H2 */
    assert_false(accepts_at(fixture, CREATED));
    assert_ptr_equal(fixture->diags.items.items[0].code, &E605);
}

static void test_headings_may_go_up_by_any_number_of_levels(void **state)
{
    struct fixture *fixture = *state;
    for (int tag = TAG_H3; tag <= TAG_H6; tag++)
        sample_line(fixture->sample, sample_element(fixture->sample, (enum tag)tag, 0), "Deeper");
    sample_line(fixture->sample, sample_element(fixture->sample, TAG_H1, 0), "Up");
    assert_true(accepts_at(fixture, CREATED));
}

static void test_texts_longer_than_a_pdf_string_are_refused(void **state)
{
    struct fixture *fixture = *state;
    struct str text = long_text(fixture);
    element_of(fixture, TAG_FIGURE)->alt = str_part(text, 1, text.len);
    assert_true(accepts_at(fixture, CREATED));
    element_of(fixture, TAG_FIGURE)->alt = text;
    expect_refused_there(fixture, &E607);
}

/* ---- links ---- */

static void test_a_link_without_a_description_is_refused_once(void **state)
{
    struct fixture *fixture = *state;
    struct link *link = &fixture->sample->pages.items[1].links[0];
    link->description = STR_NONE;
    struct link *second = sample_link(fixture->sample, link->element, link->area);
    second->url = STR("https://example.org");
    element_of(fixture, TAG_LINK);
    expect_refused_there(fixture, &E606);
}

static void test_a_link_to_nothing_is_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->sample->pages.items[1].links[0].url = STR("");
    expect_refused(fixture, &E612);
}

static void test_an_address_fits_its_string_whatever_it_is_written_with(void **state)
{
    struct fixture *fixture = *state;
    struct buf address = {.arena = fixture->arena};
    buf_addz(&address, "https://example.org/");
    while (address.len < OBJECT_ADDRESS_LIMIT)
        buf_addz(&address, "\u00E9");
    struct link *link = &fixture->sample->pages.items[1].links[0];
    link->url = (struct str){address.at, OBJECT_ADDRESS_LIMIT};
    assert_true(accepts_at(fixture, CREATED));
    buf_addz(&address, "\u00E9");
    link->url = buf_str(&address);
    expect_refused(fixture, &E607);
}

static void test_a_link_to_an_element_without_content_is_refused(void **state)
{
    struct fixture *fixture = *state;
    element_id empty = sample_element(fixture->sample, TAG_P, 0);
    fixture->sample->pages.items[1].links[1].destination = empty;
    expect_refused(fixture, &E612);
}

/* ---- fonts ---- */

static void test_a_glyph_of_number_0_is_refused(void **state)
{
    struct fixture *fixture = *state;
    sample_line(fixture->sample,
                (element_id)(element_of(fixture, TAG_P) - fixture->sample->elements.items),
                "\xE6\xBC\xA2");
    expect_refused_there(fixture, &E611);
}

static void test_a_glyph_that_the_font_does_not_have_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct op *op = sample_line(fixture->sample, sample_element(fixture->sample, TAG_P, 0), "x");
    ((struct glyph *)(uintptr_t)op->text.glyphs.items)->id = 65000;
    expect_refused(fixture, &E690);
}

static void test_a_damaged_font_is_refused(void **state)
{
    static const size_t lengths[] = {0, 3, 100, 5000};
    struct fixture *fixture = *state;
    struct font_file *file = &fixture->sample->fonts.files[FACE_REGULAR];
    struct str whole = file->bytes;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        diags_init(&fixture->diags, fixture->arena);
        file->bytes = str_part(whole, 0, lengths[i]);
        assert_false(accepts_at(fixture, CREATED));
        assert_ptr_equal(fixture->diags.items.items[0].code, &E610);
        assert_true(str_equal(fixture->diags.items.items[0].path, file->path));
    }
}

static void test_a_font_that_may_not_be_embedded_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct font_file *file = &fixture->sample->fonts.files[FACE_REGULAR];
    struct str copy = str_copy(fixture->arena, file->bytes);
    unsigned char *bytes = (unsigned char *)(uintptr_t)copy.at;
    unsigned tables = (unsigned)bytes[4] << 8 | bytes[5];
    for (unsigned i = 0; i < tables; i++) {
        unsigned char *entry = bytes + 12 + i * 16;
        if (memcmp(entry, "OS/2", 4) != 0)
            continue;
        size_t at =
            (size_t)entry[8] << 24 | (size_t)entry[9] << 16 | (size_t)entry[10] << 8 | entry[11];
        bytes[at + 9] = 2; /* fsType: restricted */
    }
    file->bytes = copy;
    expect_refused(fixture, &E610);
}

/* ---- display lists that contradict themselves ---- */

static void test_contradictions_in_the_display_list_are_refused(void **state)
{
    struct fixture *fixture = *state;
    struct pages *pages = &fixture->sample->pages;
    struct pages sound = *pages;
    struct element *paragraph = element_of(fixture, TAG_P);
    element_id parent = paragraph->parent;
    paragraph->parent = 9999;
    expect_refused(fixture, &E690);
    paragraph->parent = parent;

    diags_init(&fixture->diags, fixture->arena);
    pages->count = 0;
    expect_refused(fixture, &E690);
    *pages = sound;

    diags_init(&fixture->diags, fixture->arena);
    pages->width = 20000000;
    expect_refused(fixture, &E690);
    *pages = sound;

    diags_init(&fixture->diags, fixture->arena);
    pages->items[0].ops[0].element = ARTIFACT_LAST - 1;
    expect_refused(fixture, &E690);
    pages->items[0].ops[0].element = ARTIFACT_HEADER;

    diags_init(&fixture->diags, fixture->arena);
    pages->bookmarks[0].page = 2;
    expect_refused(fixture, &E690);
}

static void test_a_link_must_belong_to_a_link_element(void **state)
{
    struct fixture *fixture = *state;
    fixture->sample->pages.items[1].links[0].element = 0;
    expect_refused(fixture, &E690);
}

static void test_a_cluster_behind_the_text_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct op *op = sample_line(fixture->sample, sample_element(fixture->sample, TAG_P, 0), "x");
    ((struct glyph *)(uintptr_t)op->text.glyphs.items)->cluster = 2;
    expect_refused(fixture, &E690);
}

static void test_all_faults_of_a_document_are_reported_together(void **state)
{
    struct fixture *fixture = *state;
    fixture->sample->pages.title = STR("");
    element_of(fixture, TAG_FIGURE)->alt = STR_NONE;
    element_of(fixture, TAG_TH)->scope = SCOPE_NONE;
    assert_false(accepts_at(fixture, CREATED));
    assert_int_equal(fixture->diags.errors, 3);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_the_sample_is_accepted),
        TEST(test_a_blank_title_is_refused),
        TEST(test_a_missing_language_is_refused),
        TEST(test_a_language_must_be_a_code),
        TEST(test_an_element_may_have_its_own_language_but_not_a_wrong_one),
        TEST(test_dates_that_a_pdf_cannot_hold_are_refused),
        TEST(test_a_figure_without_alternative_text_is_refused),
        TEST(test_a_table_without_headers_is_refused),
        TEST(test_headers_of_an_inner_table_are_not_those_of_the_outer),
        TEST(test_a_header_cell_without_a_scope_is_refused),
        TEST(test_the_first_heading_must_be_of_level_1),
        TEST(test_a_skipped_heading_level_is_refused),
        TEST(test_headings_count_in_reading_order),
        TEST(test_headings_may_go_up_by_any_number_of_levels),
        TEST(test_texts_longer_than_a_pdf_string_are_refused),
        TEST(test_a_link_without_a_description_is_refused_once),
        TEST(test_a_link_to_nothing_is_refused),
        TEST(test_an_address_fits_its_string_whatever_it_is_written_with),
        TEST(test_a_link_to_an_element_without_content_is_refused),
        TEST(test_a_glyph_of_number_0_is_refused),
        TEST(test_a_glyph_that_the_font_does_not_have_is_refused),
        TEST(test_a_damaged_font_is_refused),
        TEST(test_a_font_that_may_not_be_embedded_is_refused),
        TEST(test_contradictions_in_the_display_list_are_refused),
        TEST(test_a_link_must_belong_to_a_link_element),
        TEST(test_a_cluster_behind_the_text_is_refused),
        TEST(test_all_faults_of_a_document_are_reported_together),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
