/* The catalogue of diagnostics: every code explains itself, and is found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "batch/catalogue.h"

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

static void every_code_explains_itself(void **state)
{
    struct codes codes = codes_in_order(*state);
    for (size_t i = 0; i < codes.count; i++) {
        const struct code *code = codes.items[i];
        assert_true(strlen(code->title) > 3);
        assert_true(strlen(code->explanation) > 40);
        assert_int_equal(code->name[0], code->severity == SEVERITY_WARNING ? 'W' : 'E');
        assert_int_equal(code->wrong == NULL, code->right == NULL);
    }
}

static void no_two_codes_have_one_name(void **state)
{
    struct codes codes = codes_in_order(*state);
    assert_true(codes.count > 200);
    for (size_t i = 0; i < codes.count; i++)
        assert_ptr_equal(code_find(str_from(codes.items[i]->name)), codes.items[i]);
}

static void codes_are_found_in_any_case(void **state)
{
    (void)state;
    assert_string_equal(code_find(STR("e101"))->name, "E101");
    assert_null(code_find(STR("E1")));
    assert_null(code_find(STR("E1011")));
    assert_null(code_find(STR("")));
}

static void codes_stand_by_their_hundreds(void **state)
{
    struct codes codes = codes_in_order(*state);
    for (size_t i = 1; i < codes.count; i++)
        assert_true(codes.items[i - 1]->name[1] <= codes.items[i]->name[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_code_explains_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_two_codes_have_one_name, set_up, tear_down),
        cmocka_unit_test(codes_are_found_in_any_case),
        cmocka_unit_test_setup_teardown(codes_stand_by_their_hundreds, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
