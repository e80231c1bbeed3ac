/* Templates that would take too long, grow too large or nest too deeply. */
#include "template/fixture.h"
#include "template/template_codes.h"

#include "base/limits.h"

static const char *repeat(struct fixture *fixture, const char *before, const char *part, int times,
                          const char *after)
{
    struct buf text = {.arena = fixture->arena};
    buf_addz(&text, before);
    for (int i = 0; i < times; i++)
        buf_addz(&text, part);
    buf_addz(&text, after);
    return text.at;
}

static void expect_limit(void **state, const char *text, const struct code *code)
{
    struct fixture *fixture = *state;
    assert_null(render_one(fixture, text).at);
    assert_int_equal(fixture->diags.errors, 1);
    assert_string_equal(fixture->diags.items.items[0].code->name, code->name);
}

static void brackets_and_operators_nest_to_a_limit(void **state)
{
    struct fixture *fixture = *state;
    static const char *const parts[] = {"(", "[", "not ", "-", "1 if 1 else ", "1 + ", "1 or "};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        expect_limit(state, repeat(fixture, "{{ ", parts[i], 20000, "1 }}"), &E307);
    expect_limit(state, repeat(fixture, "{{ 1", " | abs", 20000, " }}"), &E307);
    expect_limit(state, repeat(fixture, "{{ council", ".name", 20000, " }}"), &E307);
}

static void blocks_nest_to_a_limit(void **state)
{
    struct fixture *fixture = *state;
    const char *inner = repeat(fixture, "x", "{% endif %}", LIMIT_TEMPLATE_DEPTH - 1, "");
    expect_text(state, repeat(fixture, "", "{% if 1 %}", LIMIT_TEMPLATE_DEPTH - 1, inner), "x");
    expect_limit(state, repeat(fixture, "", "{% if 1 %}", 20000, ""), &E307);
    expect_limit(state, repeat(fixture, "", "{% for i in [1] %}", 20000, ""), &E307);
}

static void loops_inside_loops_end(void **state)
{
    struct fixture *fixture = *state;
    const char *body = repeat(fixture, "", "{% endfor %}", 9, "");
    expect_limit(state,
                 repeat(fixture, "{% set l = [1,2,3,4,5,6,7,8,9] %}", "{% for i in l %}", 9, body),
                 &E317);
}

static void texts_that_double_end(void **state)
{
    struct fixture *fixture = *state;
    expect_limit(state, repeat(fixture, "{% set x = 'abcdefgh' %}", "{% set x = x ~ x %}", 60, ""),
                 &E318);
    expect_limit(state,
                 repeat(fixture, "{% set x = 'aaaaaaaa' %}",
                        "{% set x = x | replace('a', 'aaaaaaaa') %}", 20, ""),
                 &E317);
    expect_limit(state,
                 repeat(fixture, "{% set x = ['abcdefgh', 'x'] %}",
                        "{% set x = [x | join, x | join] %}", 60, ""),
                 &E317);
}

static void output_ends(void **state)
{
    struct fixture *fixture = *state;
    const char *text = repeat(fixture,
                              "{% set l = [1,2,3,4,5,6,7,8,9,10] %}{% for a in l %}"
                              "{% for b in l %}{% for c in l %}",
                              "0123456789", 1000, "{% endfor %}{% endfor %}{% endfor %}");
    expect_limit(state, text, &E318);
}

static void lists_in_lists_end(void **state)
{
    struct fixture *fixture = *state;
    expect_limit(state, repeat(fixture, "{% set x = [1] %}", "{% set x = [x] %}", 64, ""), &E307);
    expect_limit(
        state,
        repeat(fixture, "{% set x = [1] %}", "{% set x = [x, x] %}", 40, "{{ 'y' if x == x }}"),
        &E317);
}

static void rows_and_groups_end(void **state)
{
    struct fixture *fixture = *state;
    expect_limit(state, "{{ [1] | batch(2000000000, 0) | first | length }}", &E317);
    const char *list = repeat(fixture, "{% set l = [[0]", ",[0]", 2000, "] %}");
    expect_limit(state, repeat(fixture, list, "{{ l | groupby('0') | length }}", 600, ""), &E317);
    expect_limit(state,
                 repeat(fixture, list, "{{ l | map('first') | unique | list | length }}", 600, ""),
                 &E317);
}

static void constants_computed_before_rendering_end(void **state)
{
    struct fixture *fixture = *state;
    const char *text = repeat(fixture, "{% if false %}{{ ['a'] | first | replace('a', 'aaaaaaaa')",
                              " | replace('a', 'aaaaaaaa')", 12, " }}{% endif %}");
    expect_limit(state, text, &E317);
}

static void many_names_end(void **state)
{
    struct fixture *fixture = *state;
    struct buf text = {.arena = fixture->arena};
    for (int i = 0; i < 5000; i++)
        buf_addf(&text, "{%% set v%d = 1 %%}", i);
    expect_limit(state, text.at, &E317);
}

static void faults_stop_after_some(void **state)
{
    struct fixture *fixture = *state;
    assert_null(render_one(fixture, repeat(fixture, "", "{{ nope }}", 1000, "")).at);
    assert_true(fixture->diags.items.count <= LIMIT_DIAGNOSTICS_SHOWN + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(brackets_and_operators_nest_to_a_limit),
        cmocka_unit_test(blocks_nest_to_a_limit),
        cmocka_unit_test(loops_inside_loops_end),
        cmocka_unit_test(texts_that_double_end),
        cmocka_unit_test(output_ends),
        cmocka_unit_test(lists_in_lists_end),
        cmocka_unit_test(rows_and_groups_end),
        cmocka_unit_test(constants_computed_before_rendering_end),
        cmocka_unit_test(many_names_end),
        cmocka_unit_test(faults_stop_after_some),
    };
    return cmocka_run_group_tests_name("template/limits", tests, set_up, tear_down);
}
