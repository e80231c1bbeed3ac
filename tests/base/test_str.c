/* Texts and buffers: comparing, cutting, distances, building. */
#include "support/cmocka.h"

#include "base/str.h"
#include "base/utf8.h"

#include <string.h>

static void absent_and_empty_compare_equal(void **state)
{
    (void)state;
    assert_true(str_equal(STR_NONE, STR("")));
    assert_false(str_equal(STR("a"), STR_NONE));
    assert_int_equal(str_compare(STR("a"), STR("ab")), -1);
    assert_true(str_compare(STR("b"), STR("ab")) > 0);
}

static void spellings_have_an_order_of_their_own(void **state)
{
    (void)state;
    assert_int_equal(str_alike_compare(STR("Stoke-on-Trent"), STR("stoke on_trent")), 0);
    assert_int_equal(str_alike_compare(STR_NONE, STR("")), 0);
    assert_true(str_alike_compare(STR("Leeds"), STR("leeks")) < 0);
    assert_true(str_alike_compare(STR("leeks"), STR("Leeds")) > 0);
    assert_true(str_alike_compare(STR("Zoo"), STR("Aaaa")) < 0); /* the shorter first */
    assert_true(str_alike_compare(STR("Aaaa"), STR("Zoo")) > 0);
    assert_false(str_alike(STR("Leeds"), STR("Leed")));
}

static void parts_are_clamped(void **state)
{
    (void)state;
    assert_true(str_is(str_part(STR("council"), 3, 99), "ncil"));
    assert_true(str_is(str_part(STR("council"), 9, 2), ""));
    assert_true(str_is(str_trim(STR(" \t a b\n")), "a b"));
    assert_true(str_starts(STR("norfolk.yaml"), "norfolk"));
    assert_true(str_ends(STR("norfolk.yaml"), ".yaml"));
    assert_false(str_ends(STR("yaml"), ".yaml"));
    assert_int_equal(str_find(STR("a:b"), ':', 0), 1);
    assert_int_equal(str_find(STR("a:b"), 'x', 0), 3);
}

static void words_are_held_whatever_their_letters(void **state)
{
    (void)state;
    assert_true(str_holds(STR("Assistant Director"), STR("director")));
    assert_true(str_holds(STR("director"), STR("director")));
    assert_true(str_holds(STR("best_value"), STR("Best Value")));
    assert_false(str_holds(STR("direct"), STR("director")));
    assert_false(str_holds(STR_NONE, STR("director")));
}

static void distance_counts_edits_up_to_a_limit(void **state)
{
    (void)state;
    assert_int_equal(str_distance(STR("nmae"), STR("name"), 3), 1); /* neighbours swapped */
    assert_int_equal(str_distance(STR("requires_improvment"), STR("requires_improvement"), 3), 1);
    assert_int_equal(str_distance(STR("source"), STR("sources"), 3), 1);
    assert_int_equal(str_distance(STR("kitten"), STR("sitting"), 9), 3);
    assert_int_equal(str_distance(STR("abc"), STR("xyz"), 1), 2);
    assert_int_equal(str_distance(STR(""), STR("abc"), 5), 3);
}

static void buffers_grow_and_end_in_nul(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buf buf = {.arena = arena};
    for (int i = 0; i < 500; i++)
        buf_addf(&buf, "%d,", i % 10);
    buf_code_point(&buf, 0x20AC);
    buf_byte(&buf, '!');
    assert_int_equal(buf.len, 1004);
    assert_int_equal(strlen(buf.at), buf.len);
    assert_true(str_ends(buf_str(&buf), "9,\xE2\x82\xAC!"));
    assert_true(str_is(str_format(arena, "%s-%d", "x", 7), "x-7"));
    arena_free(arena);
}

static void utf8_round_trips_and_faults_are_found(void **state)
{
    (void)state;
    const uint32_t points[] = {0x24, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x10FFFF};
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        char bytes[4];
        struct str text = {bytes, utf8_put(points[i], bytes)};
        size_t at = 0;
        assert_int_equal(utf8_check(text), text.len);
        assert_int_equal(utf8_next(text, &at), points[i]);
        assert_int_equal(at, text.len);
    }
    assert_int_equal(utf8_check(STR("ab\xC3")), 2);           /* cut short */
    assert_int_equal(utf8_check(STR("a\xC0\xAF")), 1);        /* overlong */
    assert_int_equal(utf8_check(STR("\xED\xA0\x80")), 0);     /* surrogate */
    assert_int_equal(utf8_check(STR("\xF4\x90\x80\x80")), 0); /* past the end of Unicode */
    assert_int_equal(utf8_count(STR("caf\xC3\xA9s"), 0, 6), 5);
}

static void thousands_are_set_apart(void **state)
{
    (void)state;
    static const struct {
        int64_t number;
        const char *text;
    } cases[] = {
        {0, "0"},
        {999, "999"},
        {1000, "1,000"},
        {20034, "20,034"},
        {1234567, "1,234,567"},
        {-4096, "-4,096"},
        {INT64_MIN, "-9,223,372,036,854,775,808"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(str_z(arena, whole_text(arena, cases[i].number)), cases[i].text);
    arena_free(arena);
}

/* At every place of texts of every length, so that no step over several bytes goes wrong. */
static void what_is_not_ascii_is_found_at_every_place(void **state)
{
    (void)state;
    enum { LONGEST = 40 };
    char bytes[LONGEST];
    for (size_t len = 0; len <= LONGEST; len++)
        for (size_t foreign = 0; foreign <= len; foreign++) {
            memset(bytes, 'a', sizeof bytes);
            if (foreign < len)
                bytes[foreign] = '\x80'; /* goes on with a character that never began */
            struct str text = {bytes, len};
            assert_int_equal(utf8_check(text), foreign);
            assert_int_equal(utf8_count(text, 0, LONGEST), len - (foreign < len));
            for (size_t at = 0; at <= len; at++)
                assert_int_equal(utf8_ascii_end(text, at), at <= foreign ? foreign : len);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(absent_and_empty_compare_equal),
        cmocka_unit_test(spellings_have_an_order_of_their_own),
        cmocka_unit_test(parts_are_clamped),
        cmocka_unit_test(words_are_held_whatever_their_letters),
        cmocka_unit_test(distance_counts_edits_up_to_a_limit),
        cmocka_unit_test(buffers_grow_and_end_in_nul),
        cmocka_unit_test(thousands_are_set_apart),
        cmocka_unit_test(utf8_round_trips_and_faults_are_found),
        cmocka_unit_test(what_is_not_ascii_is_found_at_every_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
