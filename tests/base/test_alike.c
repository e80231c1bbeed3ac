/* Names compared by what they say. */
#include "support/cmocka.h"

#include "base/alike.h"

static int make_arena(void **state)
{
    *state = arena_new();
    return 0;
}

static int free_arena(void **state)
{
    arena_free(*state);
    return 0;
}

static void names_that_say_the_same_agree(void **state)
{
    static const char *const pairs[][2] = {
        {"King's Lynn", "King\xE2\x80\x99s Lynn"},
        {"Kings  Lynn", "KING'S LYNN"},
        {"St. Helens", "Saint Helen\xCA\xBCs"},
        {"Stoke-on-Trent", "Stoke\xE2\x80\x91on Trent"},
        {"Bath & Wells", "Bath and Wells"},
        {"Hull\xC2\xA0", "hull"},
        {"\xC3\x89"
         "ire",
         "\xC3\xA9"
         "ire"},
        {"Hull, City of", "Hull City of."},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_true(names_agree(*state, str_from(pairs[i][0]), str_from(pairs[i][1])));
}

static void others_do_not(void **state)
{
    assert_false(names_agree(*state, STR("East Sussex"), STR("West Sussex")));
    assert_false(names_agree(*state, STR("12"), STR("-12")));
    assert_false(names_agree(*state, STR("1.5"), STR("15")));
    assert_false(names_agree(*state, STR("Hull"), STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_that_say_the_same_agree, make_arena, free_arena),
        cmocka_unit_test_setup_teardown(others_do_not, make_arena, free_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
