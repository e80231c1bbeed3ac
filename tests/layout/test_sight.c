/* Which tones look alike, and to whom. */
#include "support/cmocka.h"

#include "layout/theme/theme.h"

#include <string.h>

static struct colour rgb(uint32_t value)
{
    return (struct colour){(uint8_t)(value >> 16), (uint8_t)(value >> 8), (uint8_t)value};
}

static const char *alike(uint32_t fill, uint32_t mark, uint32_t other_fill, uint32_t other_mark)
{
    const struct tone a = {.fill = rgb(fill), .mark = rgb(mark)};
    const struct tone b = {.fill = rgb(other_fill), .mark = rgb(other_mark)};
    const char *there = tones_alike(&a, &b), *back = tones_alike(&b, &a);
    assert_true(there == back);
    return there;
}

static void assert_alike_to(const char *who, const char *word)
{
    assert_non_null(who);
    assert_non_null(strstr(who, word));
}

static void the_same_tone_looks_alike_to_everybody(void **state)
{
    (void)state;
    assert_string_equal(alike(0xd3ead9, 0x1c6b3a, 0xd3ead9, 0x1c6b3a), "");
    assert_string_equal(alike(0xd3ead9, 0x1c6b3a, 0xd5ebda, 0x1d6b3b), "");
}

/* What people with each kind of colour blindness confuse: dark red and olive, blue-green and grey;
   blue-green and purple; green and blue. */
static void confusions_are_known(void **state)
{
    (void)state;
    assert_alike_to(alike(0xffffff, 0x900000, 0xffffff, 0x3a3000), "protanopia");
    assert_alike_to(alike(0xddf0ee, 0x1f7470, 0xeceef1, 0x626c79), "protanopia");
    assert_alike_to(alike(0xffffff, 0x07636e, 0xffffff, 0x9b0072), "deuteranopia");
    assert_alike_to(alike(0xd3ead9, 0x006b58, 0xd5eae4, 0x00698c), "tritanopia");
}

static void hue_alone_is_lost_in_print(void **state)
{
    (void)state;
    assert_alike_to(alike(0xd3ead9, 0x1c6b3a, 0xcfe6f8, 0x8a4b9a), "without colour");
}

static void lightness_is_enough(void **state)
{
    (void)state;
    assert_null(alike(0xeeeeee, 0x333333, 0xdddddd, 0x333333)); /* fills alone */
    assert_null(alike(0xeeeeee, 0x333333, 0xeeeeee, 0x666666)); /* marks alone */
    assert_string_equal(alike(0xeeeeee, 0x333333, 0xe8e8e8, 0x383838), "");
}

static void black_and_white_are_measured_too(void **state)
{
    (void)state;
    assert_null(alike(0xffffff, 0x000000, 0x000000, 0xffffff));
    assert_string_equal(alike(0x000000, 0x000000, 0x020202, 0x010101), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_tone_looks_alike_to_everybody),
        cmocka_unit_test(confusions_are_known),
        cmocka_unit_test(hue_alone_is_lost_in_print),
        cmocka_unit_test(lightness_is_enough),
        cmocka_unit_test(black_and_white_are_measured_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
