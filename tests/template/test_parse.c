/* Templates that are refused before anything is rendered: what is said, and where. */
#include "template/fixture.h"
#include "template/template_codes.h"

static void a_wrong_word_is_pointed_at(void **state)
{
    expect_refused(state, "one\n{{ 1 2 }}", &E301, 2, 6, "`}}` is expected here, not `2`");
    expect_refused(state, "{{ }}", &E301, 1, 4, "a value is expected here, not `}}`");
    expect_refused(state, "{% if %}{% endif %}", &E301, 1, 7, "a value is expected here, not `%}`");
    expect_refused(state, "{% for x of y %}{% endfor %}", &E301, 1, 10,
                   "`in` is expected here, not `of`");
    expect_refused(state, "{% set = 1 %}", &E301, 1, 8, "a name is expected here, not `=`");
    expect_refused(state, "{{ a ? b }}", &E301, 1, 6, "`?` cannot stand in a tag");
    expect_refused(state, "\xC3\xA9\xC3\xA9 {{ (1 }}", &E301, 1, 10,
                   "`)` to close the bracket is expected here, not `}}`");
}

static void what_is_not_closed_is_named_where_it_opens(void **state)
{
    expect_refused(state, "a {{ council.name", &E302, 1, 3, "this `{{` has no `}}`");
    expect_refused(state, "a {% if true", &E302, 1, 3, "this `{%` has no `%}`");
    expect_refused(state, "a\n{# b", &E302, 2, 1, "this comment has no `#}`");
    expect_refused(state, "{% raw %} x", &E302, 1, 1, "`{% raw %}` has no `{% endraw %}`");
    expect_refused(state, "{{ 'abc }}", &E306, 1, 4, "this quotation mark has no partner");
}

static void a_block_without_end_is_named(void **state)
{
    expect_refused(state, "x {% if true %} y", &E303, 1, 3, "this `if` has no `endif`");
    expect_refused(state, "{% for a in [] %}\n{% if true %}\n{% endfor %}", &E303, 2, 1,
                   "this `if` has no `endif`");
    struct fixture *fixture = *state;
    assert_int_equal(fixture->diags.errors, 1);
    assert_int_equal(fixture->diags.items.items[0].notes.count, 1);
}

static void an_end_without_block_is_named(void **state)
{
    expect_refused(state, "x {% endif %}", &E303, 1, 6, "this `endif` has no `if` before it");
    expect_refused(state, "{% if 1 %}{% endfor %}{% endif %}", &E303, 1, 14,
                   "this `endfor` has no `for` before it");
    expect_refused(state, "{% if 1 %}{% else %}{% elif 1 %}{% endif %}", &E303, 1, 24,
                   "this `elif` has no `if` before it");
}

static void an_unknown_tag_gets_a_suggestion(void **state)
{
    expect_refused(state, "{% fro x in y %}", &E304, 1, 4, "there is no tag `fro`");
    expect_hint(state, "did you mean `for`?");
}

static void parts_of_jinja_that_are_left_out_name_the_way_instead(void **state)
{
    static const struct {
        const char *text;
        uint32_t column;
        const char *message;
    } cases[] = {
        {"{% macro x() %}{% endmacro %}", 4, "templates have no `macro`"},
        {"{% extends 'a' %}", 4, "templates have no `extends`"},
        {"{% block a %}{% endblock %}", 4, "templates have no `block`"},
        {"{% import 'a' as b %}", 4, "templates have no `import`"},
        {"{% do x %}", 4, "templates have no `do`"},
        {"{% filter upper %}{% endfilter %}", 4, "templates have no `filter`"},
        {"{% set a %}x{% endset %}", 10, "templates have no `set` that ends with `endset`"},
        {"{% set a.b = 1 %}", 9, "only a plain name can be set"},
        {"{% set a, = [1] %}", 9, "a comma needs a second name behind it"},
        {"{{ loop.changed(1) }}", 16, "templates cannot call functions"},
        {"{{ a.b() }}", 7, "templates cannot call functions"},
        {"{{ 2 ** 3 }}", 6, "templates have no power `**`"},
        {"{{ a[1:2] }}", 7, "templates cannot take a part of a list with `:`"},
        {"{{ (1, 2) }}", 6, "values with commas between them need square brackets"},
        {"{{ {'a': 1} }}", 4, "templates have no maps in braces"},
        {"{% set loop = 1 %}", 8, "`loop` has a meaning of its own and cannot be set"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        expect_refused(state, cases[i].text, &E305, 1, cases[i].column, cases[i].message);
        assert_int_equal(fixture->diags.errors, 1);
    }
}

static void numbers_and_texts_written_wrongly_are_refused(void **state)
{
    expect_refused(state, "{{ 007 }}", &E306, 1, 4, "`007` is not a number");
    expect_refused(state, "{{ 1e5 }}", &E306, 1, 4, "`1e5` is not a number");
    expect_refused(state, "{{ 1_000 }}", &E306, 1, 4, "`1_000` is not a number");
    expect_refused(state, "{{ 99999999999999999999 }}", &E306, 1, 4,
                   "`99999999999999999999` has too many digits");
    expect_refused(state, "{{ 0.12345678901234567890123456789012345678901 }}", &E306, 1, 4, NULL);
    expect_refused(state, "{{ 'a\\q' }}", &E306, 1, 6,
                   "this escape is not one that templates know");
    expect_refused(state, "{{ '\\ud800' }}", &E306, 1, 5, NULL);
}

static void unknown_filters_and_tests_get_a_suggestion(void **state)
{
    expect_refused(state, "{{ council.name | uper }}", &E312, 1, 19, "there is no filter `uper`");
    expect_hint(state, "did you mean `upper`?");
    expect_refused(state, "{{ 1 is od }}", &E312, 1, 9, "there is no test `od`");
    expect_hint(state, "did you mean `odd`?");
    expect_refused(state, "{{ inspections | selectattr('id', 'equaltoo', 1) }}", &E312, 1, 35,
                   "there is no test `equaltoo`");
}

static void arguments_are_checked_before_rendering(void **state)
{
    expect_refused(state, "{% if false %}{{ 'a' | replace('b') }}{% endif %}", &E313, 1, 24,
                   "the filter `replace` needs its argument `new`");
    expect_refused(state, "{{ 'a' | upper(1) }}", &E313, 1, 16,
                   "the filter `upper` takes no more than 0 arguments");
    expect_refused(state, "{{ [] | sort(attribut='x') }}", &E313, 1, 14,
                   "the filter `sort` has no argument `attribut`");
    expect_hint(state, "did you mean `attribute`?");
    expect_refused(state, "{{ [] | sort(true, reverse=false) }}", &E313, 1, 20,
                   "the argument `reverse` is given twice");
}

static void several_faults_of_one_file_are_reported(void **state)
{
    struct fixture *fixture = *state;
    expect_refused(state, "{{ 1 + }}\n{% fi x %}\n{{ 'a' | uper }}\n{% if ) %}{{ ] }}{% endif %}",
                   &E301, 1, 8, NULL);
    assert_int_equal(fixture->diags.errors, 5);
    expect_diag(fixture, 1, &E304, 2, 4, NULL);
    expect_diag(fixture, 2, &E312, 3, 10, NULL);
    expect_diag(fixture, 3, &E301, 4, 7, NULL);
    expect_diag(fixture, 4, &E301, 4, 14, NULL);
}

static void a_tag_inside_an_unclosed_tag_is_read_on_its_own(void **state)
{
    struct fixture *fixture = *state;
    expect_refused(state, "{{ council.name\n{{ 1 + }}", &E302, 1, 1, NULL);
    assert_int_equal(fixture->diags.errors, 2);
    expect_diag(fixture, 1, &E301, 2, 8, NULL);
}

static void positions_count_in_the_file_that_holds_the_text(void **state)
{
    struct fixture *fixture = *state;
    const struct source *source = source_from_text(fixture->arena, &fixture->diags, "a.yaml",
                                                   STR("first\nfooter: {{ nope }}\n"));
    struct span part = {source, 14, 24};
    diags_init(&fixture->diags, fixture->arena);
    struct rendered_line line = template_render_line(fixture->arena, &fixture->diags, part,
                                                     span_text(part), fixture->briefing);
    assert_null(line.text.at);
    expect_diag(fixture, 0, &E310, 2, 12, "there is no `nope`");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wrong_word_is_pointed_at),
        cmocka_unit_test(what_is_not_closed_is_named_where_it_opens),
        cmocka_unit_test(a_block_without_end_is_named),
        cmocka_unit_test(an_end_without_block_is_named),
        cmocka_unit_test(an_unknown_tag_gets_a_suggestion),
        cmocka_unit_test(parts_of_jinja_that_are_left_out_name_the_way_instead),
        cmocka_unit_test(numbers_and_texts_written_wrongly_are_refused),
        cmocka_unit_test(unknown_filters_and_tests_get_a_suggestion),
        cmocka_unit_test(arguments_are_checked_before_rendering),
        cmocka_unit_test(several_faults_of_one_file_are_reported),
        cmocka_unit_test(a_tag_inside_an_unclosed_tag_is_read_on_its_own),
        cmocka_unit_test(positions_count_in_the_file_that_holds_the_text),
    };
    return cmocka_run_group_tests_name("template/parse", tests, set_up, tear_down);
}
