/* Doubles as text and back; what is expected was printed by Python 3.11. */
#include "support/cmocka.h"

#include "base/real.h"

#include <math.h>
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

static void expect_real(void **state, const char *written, const char *expected)
{
    double real = 0;
    if (!real_parse(str_from(written), &real))
        fail_msg("%s cannot be read", written);
    assert_string_equal(str_z(*state, real_text(*state, real)), expected);
}

static void numbers_print_with_their_shortest_digits(void **state)
{
    static const char *const pairs[][2] = {
        {"0", "0.0"},
        {"-0.0", "-0.0"},
        {"100", "100.0"},
        {"0.1", "0.1"},
        {"0.30000000000000004", "0.30000000000000004"},
        {"3.14159265358979323846", "3.141592653589793"},
        {"0.0001", "0.0001"},
        {"0.00001", "1e-05"},
        {"1e15", "1000000000000000.0"},
        {"9999999999999998", "9999999999999998.0"},
        {"1e16", "1e+16"},
        {"123456789012345678", "1.2345678901234568e+17"},
        {"1e22", "1e+22"},
        {"1e23", "1e+23"},
        {"9007199254740993", "9007199254740992.0"},
        {"9007199254740995", "9007199254740996.0"},
        {"5e-324", "5e-324"},
        {"7.120236347223045e-307", "7.120236347223045e-307"}, /* powers of two: 2 to the -1017 */
        {"8.209073602596753e-289", "8.209073602596753e-289"},
        {"2.2250738585072014e-308", "2.2250738585072014e-308"},
        {"2.225073858507201e-308", "2.225073858507201e-308"},
        {"1.7976931348623157e308", "1.7976931348623157e+308"},
        {"4.35", "4.35"},
        {"2.5e-7", "2.5e-07"},
        {"8.41e21", "8.41e+21"},
        {"9.5367431640625e-7", "9.5367431640625e-07"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        expect_real(state, pairs[i][0], pairs[i][1]);
}

static void what_is_no_number_is_not_read(void **state)
{
    static const char *const wrong[] = {"",      "-",      "+",   ".",   "e5",  "1e",
                                        "1e+",   "1.2.3",  "1 ",  "0x1", "nan", "inf",
                                        "1e309", "1e-400", "1_0", "1,5"};
    double real;
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (real_parse(str_from(wrong[i]), &real))
            fail_msg("`%s` was read", wrong[i]);
}

static void digits_are_limited(void **state)
{
    double real;
    (void)state;
    assert_true(real_parse(STR("0000000000000000000000000000000000000000000000000001.5"), &real));
    assert_true(real == 1.5);
    assert_false(real_parse(STR("11111111111111111111111111111111111111111"), &real));
}

/* Every double of a walk over the exponents reads back as itself. */
static void texts_read_back_as_the_same_number(void **state)
{
    uint64_t bits = 1;
    for (int i = 0; i < 20000; i++) {
        double real, again = 0;
        bits = bits * 6364136223846793005U + 1442695040888963407U;
        memcpy(&real, &bits, sizeof real);
        if (!isfinite(real))
            continue;
        assert_true(real_parse(real_text(*state, real), &again));
        assert_memory_equal(&real, &again, sizeof real);
    }
}

static void ties_round_to_the_even_digit(void **state)
{
    (void)state;
    assert_true(real_round(0.5, 0) == 0.0);
    assert_true(real_round(1.5, 0) == 2.0);
    assert_true(real_round(2.5, 0) == 2.0);
    assert_true(real_round(-2.5, 0) == -2.0);
    assert_true(real_round(2.675, 2) == 2.67);
    assert_true(real_round(0.125, 2) == 0.12);
    assert_true(real_round(0.375, 2) == 0.38);
    assert_true(real_round(1e300, 3) == 1e300);
    assert_true(real_round(5e-324, 15) == 0.0);
    assert_true(signbit(real_round(-0.4, 0)));
    assert_true(real_round(123456789.123456789, 6) == 123456789.123457);
}

static void whole_numbers_divide_to_the_nearest(void **state)
{
    assert_string_equal(str_z(*state, real_text(*state, real_quotient(1, 3))),
                        "0.3333333333333333");
    assert_string_equal(str_z(*state, real_text(*state, real_quotient(INT64_MAX, 3))),
                        "3.0744573456182584e+18");
    assert_string_equal(str_z(*state, real_text(*state, real_quotient(INT64_MIN, 7))),
                        "-1.3176245766935393e+18");
    assert_string_equal(str_z(*state, real_text(*state, real_quotient(9007199254740993, 1))),
                        "9007199254740992.0");
    assert_string_equal(str_z(*state, real_text(*state, real_quotient(0, -7))), "-0.0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_print_with_their_shortest_digits),
        cmocka_unit_test(what_is_no_number_is_not_read),
        cmocka_unit_test(digits_are_limited),
        cmocka_unit_test(texts_read_back_as_the_same_number),
        cmocka_unit_test(ties_round_to_the_even_digit),
        cmocka_unit_test(whole_numbers_divide_to_the_nearest),
    };
    return cmocka_run_group_tests_name("base/real", tests, set_up, tear_down);
}
