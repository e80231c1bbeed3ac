/* The small parts: numbers, UTF-16, clusters, reading order, XMP, the colour profile. */
#include "support/cmocka.h"

#include "pdf/file/object.h"
#include "pdf/font/typeface.h"
#include "pdf/page/content.h"
#include "pdf/pdf.h"

#include <string.h>

static int set_up(void **state)
{
    *state = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

/* ---- numbers ---- */

static void expect_number(struct arena *arena, int64_t thousandths, const char *expected)
{
    struct buf out = {.arena = arena};
    pdf_number(&out, thousandths);
    assert_string_equal(buf_str(&out).at, expected);
}

static void test_numbers_take_as_few_digits_as_they_need(void **state)
{
    expect_number(*state, 0, "0");
    expect_number(*state, 12000, "12");
    expect_number(*state, 12500, "12.5");
    expect_number(*state, 5, "0.005");
    expect_number(*state, 50, "0.05");
    expect_number(*state, -40, "-0.04");
    expect_number(*state, -1000001, "-1000.001");
    expect_number(*state, INT64_MIN, "-9223372036854775.808");
}

static void expect_integer(struct arena *arena, int64_t number, const char *expected)
{
    struct buf out = {.arena = arena};
    pdf_integer(&out, number);
    assert_string_equal(buf_str(&out).at, expected);
}

static void test_whole_numbers_are_written_in_full(void **state)
{
    expect_integer(*state, 0, "0");
    expect_integer(*state, -7, "-7");
    expect_integer(*state, 16777215, "16777215");
    expect_integer(*state, INT64_MIN, "-9223372036854775808");
}

static void test_division_rounds_to_the_nearest_and_halves_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(pdf_round_div(7, 2), 4);
    assert_int_equal(pdf_round_div(-7, 2), -4);
    assert_int_equal(pdf_round_div(6, 4), 2);
    assert_int_equal(pdf_round_div(5, 4), 1);
    assert_int_equal(pdf_round_div(0, 9), 0);
}

/* ---- text ---- */

static void test_text_becomes_utf_16_with_a_byte_order_mark(void **state)
{
    struct str text = pdf_text_utf16(*state, STR("A\xE2\x82\xAC\xF0\x9F\x8F\x9B"));
    assert_int_equal(text.len, 10);
    assert_memory_equal(text.at, "\xFE\xFF\x00\x41\x20\xAC\xD8\x3C\xDF\xDB", 10);
    assert_int_equal(pdf_text_utf16(*state, STR_NONE).len, 2);
}

static void test_units_count_surrogates_as_two(void **state)
{
    (void)state;
    assert_int_equal(pdf_text_units(STR("A\xE2\x82\xAC\xF0\x9F\x8F\x9B")), 4);
    assert_int_equal(pdf_text_units(STR_NONE), 0);
}

static void test_private_use_characters_are_told_apart(void **state)
{
    (void)state;
    assert_true(pdf_text_is_private(STR("a\xEE\x80\x80"))); /* U+E000 */
    assert_true(pdf_text_is_private(STR("\xEF\xA3\xBF")));  /* U+F8FF */
    assert_false(pdf_text_is_private(STR("\xEF\xA4\x80"
                                         "a"))); /* U+F900 */
}

/* ---- clusters ---- */

static struct op text_op(const struct glyph *glyphs, size_t count, struct str text)
{
    struct op op = {.kind = OP_TEXT};
    op.text.glyphs = (struct glyphs){.items = glyphs, .count = count};
    op.text.text = text;
    return op;
}

static void expect_cluster(struct pdf_clusters *clusters, size_t first, size_t count,
                           const char *text)
{
    struct pdf_cluster cluster;
    assert_true(pdf_clusters_next(clusters, &cluster));
    assert_int_equal(cluster.first, first);
    assert_int_equal(cluster.count, count);
    assert_true(str_is(cluster.text, text));
}

static void expect_end(struct pdf_clusters *clusters)
{
    struct pdf_cluster cluster;
    assert_false(pdf_clusters_next(clusters, &cluster));
}

static void test_clusters_join_letters_to_ligatures_and_marks_to_letters(void **state)
{
    (void)state;
    const struct glyph glyphs[] = {{.cluster = 0}, {.cluster = 2}, {.cluster = 2}, {.cluster = 4}};
    struct op op = text_op(glyphs, 4, STR("fi\xC3\xA9x"));
    struct pdf_clusters clusters = pdf_clusters_of(&op);
    expect_cluster(&clusters, 0, 1, "fi");
    expect_cluster(&clusters, 1, 2, "\xC3\xA9");
    expect_cluster(&clusters, 3, 1, "x");
    expect_end(&clusters);
}

static void test_text_before_the_first_glyph_belongs_to_it(void **state)
{
    (void)state;
    const struct glyph glyphs[] = {{.cluster = 1}};
    struct op op = text_op(glyphs, 1, STR("ab"));
    struct pdf_clusters clusters = pdf_clusters_of(&op);
    expect_cluster(&clusters, 0, 1, "ab");
    expect_end(&clusters);
}

static void test_glyphs_out_of_order_make_one_cluster(void **state)
{
    (void)state;
    const struct glyph glyphs[] = {{.cluster = 1}, {.cluster = 0}};
    struct op op = text_op(glyphs, 2, STR("ab"));
    struct pdf_clusters clusters = pdf_clusters_of(&op);
    expect_cluster(&clusters, 0, 2, "ab");
    expect_end(&clusters);
}

static void test_a_soft_hyphen_behind_other_glyphs_is_a_cluster_of_its_own(void **state)
{
    (void)state;
    const struct glyph glyphs[] = {{.cluster = 0}, {.cluster = 1}, {.cluster = 2}};
    struct op op = text_op(glyphs, 3, STR("ab"));
    op.text.soft_hyphen = true;
    struct pdf_clusters clusters = pdf_clusters_of(&op);
    expect_cluster(&clusters, 0, 1, "a");
    expect_cluster(&clusters, 1, 1, "b");
    expect_cluster(&clusters, 2, 1, "\xC2\xAD");
    expect_end(&clusters);
}

static void test_an_operation_without_glyphs_has_no_clusters(void **state)
{
    (void)state;
    struct op op = text_op(NULL, 0, STR("ab"));
    op.text.soft_hyphen = true;
    struct pdf_clusters clusters = pdf_clusters_of(&op);
    expect_end(&clusters);
}

/* Glyphs of every kind of cluster, by a small generator of numbers. */
static size_t random_glyphs(struct glyph *glyphs, size_t count, uint32_t seed, size_t *len)
{
    uint32_t at = seed % 5 ? 0 : 1, number = seed;
    for (size_t i = 0; i < count; i++) {
        glyphs[i] = (struct glyph){.cluster = at};
        number = number * 1664525 + 1013904223;
        unsigned kind = number >> 28;
        at += kind < 10 ? 1 : kind < 12 ? 0 : 2;
        at -= kind == 15 && at > 2 ? 3 : 0; /* backwards */
    }
    *len = at + 1;
    return count;
}

static void expect_same_clusters(const struct op *op)
{
    struct pdf_clusters alone = pdf_clusters_of(op), led = alone;
    struct pdf_cluster cluster, expected;
    bool more = true;
    while (more) {
        struct pdf_letters letters = pdf_clusters_letters(&led);
        for (size_t i = 0; i < letters.text.len; i++) {
            assert_true(pdf_clusters_next(&alone, &expected));
            assert_int_equal(expected.first, letters.first + i);
            assert_int_equal(expected.count, 1);
            assert_int_equal(expected.text.len, 1);
            assert_ptr_equal(expected.text.at, letters.text.at + i);
        }
        more = pdf_clusters_next(&led, &cluster);
        assert_int_equal(pdf_clusters_next(&alone, &expected), more);
        if (more)
            assert_true(cluster.first == expected.first && cluster.count == expected.count &&
                        str_equal(cluster.text, expected.text));
    }
}

static void test_letters_are_the_clusters_that_would_come_next(void **state)
{
    (void)state;
    enum { GLYPHS = 12, SEEDS = 4000 };
    static const char text[2 * GLYPHS + 2] = "abcdefghijklmnopqrstuvwxy";
    size_t letters = 0;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        struct glyph glyphs[GLYPHS];
        size_t len, count = random_glyphs(glyphs, seed % (GLYPHS + 1), seed, &len);
        struct op op = text_op(glyphs, count, (struct str){text, len});
        op.text.soft_hyphen = seed % 7 == 0;
        expect_same_clusters(&op);
        struct pdf_clusters clusters = pdf_clusters_of(&op);
        letters += pdf_clusters_letters(&clusters).text.len;
    }
    assert_true(letters > SEEDS / 4);
}

/* ---- reading order ---- */

static void test_children_are_sorted_by_order_and_then_by_number(void **state)
{
    struct element elements[] = {
        {.tag = TAG_DOCUMENT, .parent = -1},     {.tag = TAG_P, .parent = 0, .order = 9},
        {.tag = TAG_P, .parent = 0, .order = 3}, {.tag = TAG_P, .parent = 2, .order = 1},
        {.tag = TAG_P, .parent = 0, .order = 3},
    };
    struct pages pages = {.elements = elements, .element_count = 5};
    struct pdf_tree tree = pdf_tree_make(*state, &pages);
    const element_id expected[] = {0, 2, 3, 4, 1};
    assert_memory_equal(tree.preorder, expected, sizeof expected);
}

static void test_a_child_between_two_orders_is_found(void **state)
{
    struct element elements[] = {{.tag = TAG_DOCUMENT, .parent = -1},
                                 {.tag = TAG_P, .parent = 0, .order = 5},
                                 {.tag = TAG_P, .parent = 0, .order = 8}};
    struct pages pages = {.elements = elements, .element_count = 3};
    struct pdf_tree tree = pdf_tree_make(*state, &pages);
    assert_false(pdf_tree_child_between(&tree, &pages, 0, 0, 4));
    assert_true(pdf_tree_child_between(&tree, &pages, 0, 0, 5));
    assert_false(pdf_tree_child_between(&tree, &pages, 0, 5, 7));
    assert_true(pdf_tree_child_between(&tree, &pages, 0, 4, 20));
    assert_false(pdf_tree_child_between(&tree, &pages, 0, 8, 20));
    assert_false(pdf_tree_child_between(&tree, &pages, 1, 0, 20));
}

static void test_a_very_deep_tree_is_walked(void **state)
{
    enum { DEPTH = 100000 };
    struct element *elements = ARENA_ARRAY(*state, struct element, DEPTH);
    for (int i = 0; i < DEPTH; i++)
        elements[i].parent = i - 1;
    struct pages pages = {.elements = elements, .element_count = DEPTH};
    struct pdf_tree tree = pdf_tree_make(*state, &pages);
    assert_int_equal(tree.preorder[DEPTH - 1], DEPTH - 1);
}

/* ---- metadata ---- */

static void expect_moment(int64_t seconds, struct pdf_moment expected)
{
    struct pdf_moment moment = pdf_moment_of(seconds);
    assert_memory_equal(&moment, &expected, sizeof moment);
}

static void test_moments_are_counted_in_utc_before_and_after_1970(void **state)
{
    (void)state;
    expect_moment(0, (struct pdf_moment){1970, 1, 1, 0, 0, 0});
    expect_moment(-1, (struct pdf_moment){1969, 12, 31, 23, 59, 59});
    expect_moment(951827696, (struct pdf_moment){2000, 2, 29, 12, 34, 56});
    expect_moment(-62135596800, (struct pdf_moment){1, 1, 1, 0, 0, 0});
}

static void test_xmp_escapes_markup_and_leaves_out_what_xml_cannot_hold(void **state)
{
    struct pages pages = {.title = STR("A & <b>\x01\xEF\xBF\xBF"), .language = STR("en-GB")};
    struct pdf_moment moment = pdf_moment_of(0);
    struct str xmp = pdf_xmp(*state, &pages, &moment);
    const char *title = "x-default\">A &amp; &lt;b&gt;</rdf:li>";
    assert_non_null(strstr(xmp.at, title));
    assert_non_null(strstr(xmp.at, "<xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>"));
    assert_null(strstr(xmp.at, "dc:creator"));
    assert_null(strstr(xmp.at, "dc:description"));
}

static void test_the_colour_profile_holds_no_date_of_today(void **state)
{
    struct str profile = pdf_srgb_profile(*state);
    assert_non_null(profile.at);
    assert_memory_equal(profile.at + 36, "acsp", 4);
    assert_memory_equal(profile.at + 24, "\x07\xD0\0\1\0\1\0\0\0\0\0\0", 12);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_numbers_take_as_few_digits_as_they_need),
        TEST(test_whole_numbers_are_written_in_full),
        TEST(test_division_rounds_to_the_nearest_and_halves_away_from_zero),
        TEST(test_text_becomes_utf_16_with_a_byte_order_mark),
        TEST(test_units_count_surrogates_as_two),
        TEST(test_private_use_characters_are_told_apart),
        TEST(test_clusters_join_letters_to_ligatures_and_marks_to_letters),
        TEST(test_text_before_the_first_glyph_belongs_to_it),
        TEST(test_glyphs_out_of_order_make_one_cluster),
        TEST(test_a_soft_hyphen_behind_other_glyphs_is_a_cluster_of_its_own),
        TEST(test_an_operation_without_glyphs_has_no_clusters),
        TEST(test_letters_are_the_clusters_that_would_come_next),
        TEST(test_children_are_sorted_by_order_and_then_by_number),
        TEST(test_a_child_between_two_orders_is_found),
        TEST(test_a_very_deep_tree_is_walked),
        TEST(test_moments_are_counted_in_utc_before_and_after_1970),
        TEST(test_xmp_escapes_markup_and_leaves_out_what_xml_cannot_hold),
        TEST(test_the_colour_profile_holds_no_date_of_today),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
