/* if, for and set, and the names they bind; what is expected was printed by Jinja 3.1. */
#include "template/fixture.h"
#include "template/template_codes.h"

static void if_takes_the_first_branch_that_is_true(void **state)
{
    expect_text(state, "{% if 0 %}a{% elif 1 %}b{% else %}c{% endif %}", "b");
    expect_text(state, "{% if 0 %}a{% elif '' %}b{% else %}c{% endif %}", "c");
    expect_text(state, "{% if none %}a{% endif %}", "");
}

static void truth_is_pythons(void **state)
{
    expect_text(state, "{% if [] or '' or 0 or none or false %}y{% else %}n{% endif %}", "n");
    expect_text(state, "{% if [0] and ' ' and 0.5 and council %}y{% else %}n{% endif %}", "y");
    expect_text(state, "{{ '' or 0 }}{{ 2 and 'x' }}", "0x");
}

static void for_repeats_and_knows_its_place(void **state)
{
    expect_text(state,
                "{% for i in [4,5] %}{{ i }}:{{ loop.index }}/{{ loop.length }} {% endfor %}",
                "4:1/2 5:2/2 ");
    expect_text(state,
                "{% for i in [4,5] %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}"
                "{{ 'F' if loop.first }}{{ 'L' if loop.last }} {% endfor %}",
                "021F 110L ");
    expect_text(state,
                "{% for i in [1,2] %}{{ loop.previtem | default('-') }}"
                "{{ loop.nextitem | default('-') }}{% endfor %}",
                "-21-");
}

static void for_counts_only_what_its_condition_keeps(void **state)
{
    expect_text(state, "{% for i in [3,4,5] if i is odd %}{{ i }}{{ loop.length }}{% endfor %}",
                "3252");
    expect_refused(state, "{% for i in [3] if loop.first %}{% endfor %}", &E310, 1, 20, NULL);
}

static void for_without_items_takes_else(void **state)
{
    expect_text(state, "{% for i in [] %}a{% else %}b{% endfor %}", "b");
    expect_text(state, "{% for i in [1] if i > 1 %}a{% else %}b{% endfor %}", "b");
    expect_text(state,
                "{% for i in [1] %}{% for j in [] %}{% else %}{{ loop.index }}{% endfor %}"
                "{% endfor %}",
                "1");
}

static void what_is_set_in_a_loop_stays_there(void **state)
{
    expect_text(state,
                "{% set x = 1 %}{% for i in [1,2] %}{{ x }}{% set x = i + 10 %}{{ x }}"
                "{% endfor %}{{ x }}",
                "1111121");
    expect_text(state, "{% set x = [3] %}{% for x in x %}{{ x }}{% endfor %}{{ x | length }}",
                "31");
}

static void what_is_set_in_an_if_remains(void **state)
{
    expect_text(state, "{% set a = 1 %}{% if true %}{% set a = 2 %}{% endif %}{{ a }}", "2");
}

static void the_loop_is_that_of_the_innermost_for(void **state)
{
    expect_text(state,
                "{% for i in [1,2] %}{% for j in [3,4] %}{{ i }}{{ j }}{{ loop.index }} "
                "{% endfor %}{{ loop.index }};{% endfor %}",
                "131 142 1;231 242 2;");
    expect_refused(state, "{{ loop.index }}", &E310, 1, 4, "`loop` is not known here");
    expect_refused(state, "{% for i in [1] %}{{ loop.inde }}{% endfor %}", &E310, 1, 27,
                   "there is no `inde` in `loop`");
}

static void only_lists_can_be_repeated_over(void **state)
{
    expect_refused(state, "{% for c in 'abc' %}{% endfor %}", &E314, 1, 13,
                   "a text cannot be repeated over");
    expect_refused(state, "{% for c in council %}{% endfor %}", &E314, 1, 13,
                   "a council cannot be repeated over");
}

static void operators_bind_as_in_jinja(void **state)
{
    expect_text(state, "{{ 2 * 3 + 4 // 3 - 7 % 4 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 7 // -2 }}",
                "4 -4 2 -4");
    expect_text(state, "{{ -3 | abs }} {{ 1 - -3 | abs }} {{ 'x' | upper ~ 1 ~ 2 * 3 }}",
                "3 -2 X16");
    expect_text(state, "{{ 'y' if not 1 in [2] and 1 not in [2] and 1 < 2 < 3 > 2 else 'n' }}",
                "y");
    expect_text(state, "{{ 'a' if true else 'b' if false else 'c' }}{{ 'x' if false }}", "a");
    expect_text(state, "{{ 'y' if not true == false }}{{ 'b' 'c' }}", "ybc");
}

static void decimals_print_as_in_python(void **state)
{
    expect_text(state, "{{ 1.50 }} {{ 100.0 }} {{ -2.5 }} {{ 7 / 8 }} {{ -7 / 2 }} {{ 4 / 2 }}",
                "1.5 100.0 -2.5 0.875 -3.5 2.0");
    expect_text(state, "{{ 'y' if 0.5 < 1 and 1 == 1.0 and 1.5 in [1.50] }}", "y");
}

static void floats_compute_as_in_python(void **state)
{
    expect_text(state, "{{ 1 / 3 }} {{ 0.1 + 0.2 }} {{ 0.00001 }}",
                "0.3333333333333333 0.30000000000000004 1e-05");
    expect_text(state,
                "{{ 7.5 // 2 }} {{ -7.5 // 2 }} {{ -7.5 % 2 }} {{ 7.5 % -2 }} {{ 0.0 * -1 }}",
                "3.0 -4.0 0.5 -0.5 -0.0");
    expect_text(state, "{{ 1 // 0.1 }} {{ 1 % 0.1 }} {{ 2 * 1.5 }} {{ -0.0 }} {{ 6.0 // -2 }}",
                "9.0 0.09999999999999995 3.0 -0.0 -3.0");
    expect_text(state, "{{ 'y' if 9007199254740993 > 9007199254740992.0 and 1.0 == 1 }}", "y");
}

static void several_names_take_the_items_of_a_list(void **state)
{
    expect_text(state, "{% for a, b in [[1, 2], [3, 4]] %}{{ a }}-{{ b }} {% endfor %}",
                "1-2 3-4 ");
    expect_text(state, "{% set a, b = [1, [2]] %}{{ a }}{{ b | first }}", "12");
    expect_text(state, "{% for a, b in [[1, 2], [3, 4]] if b > 2 %}{{ a }}{% endfor %}", "3");
    expect_refused(state, "{% for a, b in [[1]] %}{% endfor %}", &E314, 1, 16,
                   "there are 2 names for a list of 1");
    expect_refused(state, "{% set a, b = 'ab' %}", &E314, 1, 15,
                   "2 names need a list of as many items, not a text");
}

static void cycle_takes_turns(void **state)
{
    expect_text(state,
                "{% for i in [1,2,3] %}{{ loop.cycle('a', 'b') }}{{ loop.depth }}{% endfor %}",
                "a1b1a1");
    expect_refused(state, "{{ loop.cycle(1) }}", &E310, 1, 4, "`loop` is not known here");
    expect_refused(state, "{% for i in [1] %}{{ loop.cycle() }}{% endfor %}", &E301, 1, 33, NULL);
}

static void arithmetic_is_as_in_python_or_refused(void **state)
{
    expect_refused(state, "{{ 1.5 / 0 }}", &E316, 1, 8, "nothing can be divided by 0");
    expect_refused(state, "{{ 1.5 % 0.0 }}", &E316, 1, 8, NULL);
    expect_refused(state, "{{ 1 // 0 }}", &E316, 1, 6, "nothing can be divided by 0");
    expect_refused(state, "{{ 9223372036854775807 + 1 }}", &E316, 1, 24,
                   "the result has too many digits");
    expect_refused(state, "{{ 4611686018427387904 * 2 }}", &E316, 1, 24, NULL);
    expect_refused(state, "{{ 'a' * 3 }}", &E314, 1, 8, NULL);
    expect_refused(state, "{{ 'a' + 1 }}", &E314, 1, 8,
                   "`+` cannot be used on a text and a whole number");
    expect_refused(state, "{{ 1 < 'a' }}", &E314, 1, 6,
                   "a whole number cannot be compared with a text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(if_takes_the_first_branch_that_is_true),
        cmocka_unit_test(truth_is_pythons),
        cmocka_unit_test(for_repeats_and_knows_its_place),
        cmocka_unit_test(for_counts_only_what_its_condition_keeps),
        cmocka_unit_test(for_without_items_takes_else),
        cmocka_unit_test(what_is_set_in_a_loop_stays_there),
        cmocka_unit_test(what_is_set_in_an_if_remains),
        cmocka_unit_test(the_loop_is_that_of_the_innermost_for),
        cmocka_unit_test(only_lists_can_be_repeated_over),
        cmocka_unit_test(operators_bind_as_in_jinja),
        cmocka_unit_test(decimals_print_as_in_python),
        cmocka_unit_test(floats_compute_as_in_python),
        cmocka_unit_test(several_names_take_the_items_of_a_list),
        cmocka_unit_test(cycle_takes_turns),
        cmocka_unit_test(arithmetic_is_as_in_python_or_refused),
    };
    return cmocka_run_group_tests_name("template/statements", tests, set_up, tear_down);
}
