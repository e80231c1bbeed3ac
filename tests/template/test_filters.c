/* Each filter and test; what is expected of Jinja's own was printed by Jinja 3.1. */
#include "template/fixture.h"
#include "template/template_codes.h"

struct expectation {
    const char *text, *expected;
};

static void expect_all(void **state, const struct expectation *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_text(state, cases[i].text, cases[i].expected);
}

#define EXPECT_ALL(state, cases) expect_all(state, cases, sizeof cases / sizeof *cases)

static void text_filters_give_what_python_gives(void **state)
{
    static const struct expectation cases[] = {
        {"{{ '\u00E9t\u00E9 \u0177' | upper }}", "\u00C9T\u00C9 \u0176"},
        {"{{ '\u00C9COLE \u0174' | lower }}", "\u00E9cole \u0175"},
        {"{{ '\u00E9COLE d\u2019\u00E9t\u00E9' | capitalize }}", "\u00C9cole d\u2019\u00E9t\u00E9"},
        {"{{ \"hello o'neil-x (abc)\" | title }}", "Hello O'neil-X (Abc)"},
        {"[{{ ' \u00A0a b\u2003\n' | trim }}]", "[a b]"},
        {"{{ 'aXbX' | replace('X', '-') }} {{ 'aXbX' | replace('X', '-', 1) }}", "a-b- a-bX"},
        {"{{ 5 | string ~ 1 }}", "51"},
        {"{{ 'abc' | length }}{{ '\u00E9' | count }}", "31"},
    };
    EXPECT_ALL(state, cases);
    expect_refused(state, "{{ '\u00DF' | upper }}", &E314, 1, 10, NULL);
    expect_refused(state, "{{ '\u03A3' | lower }}", &E314, 1, 10, NULL);
    expect_refused(state, "{{ 'a' | replace('', 'b') }}", &E313, 1, 10, NULL);
}

static void number_filters_give_what_python_gives(void **state)
{
    static const struct expectation cases[] = {
        {"{{ ' 12 ' | int + 1 }} {{ '-3.9' | int }} {{ 3.9 | int }}", "13 -3 3"},
        {"{{ -5 | abs }} {{ -5.50 | abs }} {{ 5 | abs }}", "5 5.5 5"},
        {"{{ [1, 2] | sum }} {{ [1, 2] | sum(start=10) }} {{ [] | sum }}", "3 13 0"},
        {"{{ [2, 3, 1] | min }}{{ [2, 3, 1] | max }}", "13"},
        {"{{ 2.5 | round }} {{ 2.675 | round(2) }} {{ 2.31 | round(1, 'ceil') }} {{ 3 | round }}",
         "2.0 2.67 2.4 3"},
        {"{{ '1.5e3' | float }} {{ 2 | float }} {{ 'x' | float(0.5) }} {{ '1e2' | int }}",
         "1500.0 2.0 0.5 100"},
        {"{{ [0.5, 0.25, 1] | sum }} {{ -0.5 | abs }} {{ none | int(7) }}", "1.75 0.5 7"},
    };
    EXPECT_ALL(state, cases);
    expect_refused(state, "{{ 'abc' | int }}", &E314, 1, 12,
                   "this is not a number that `int` reads");
    expect_refused(state, "{{ '1_0' | int(5) }}", &E314, 1, 12, NULL);
    expect_refused(state, "{{ [0.1, 0.2, 0.3] | sum }}", &E316, 1, 22,
                   "these decimals do not add up exactly");
    expect_refused(state, "{{ 1.5 | round(16) }}", &E313, 1, 10, NULL);
}

static void default_replaces_what_is_not_given(void **state)
{
    static const struct expectation cases[] = {
        {"{{ 0 | default('x') }}{{ 0 | default('x', true) }}{{ 0 | d('y', boolean=true) }}", "0xy"},
        {"[{{ council.region | default }}]", "[]"},
        {"{{ council.region | default(council.name) | upper }}", "NORFOLK COUNTY COUNCIL"},
    };
    EXPECT_ALL(state, cases);
}

static void list_filters_give_what_python_gives(void **state)
{
    static const struct expectation cases[] = {
        {"{{ ['a', 1] | join(', ') }} {{ ['a', 'b'] | join }}", "a, 1 ab"},
        {"{{ [1, 2] | first }}{{ [1, 2] | last }}{{ [1, 2] | reverse | join }}", "1221"},
        {"{{ ['b', 'A', 'B', 'a'] | sort | join }}", "AabB"},
        {"{{ ['b', 'A', 'B', 'a'] | sort(reverse=true) | join }}", "bBAa"},
        {"{{ ['b', 'A', 'B', 'a'] | sort(case_sensitive=true) | join }}", "ABab"},
        {"{{ ['b', 'A', 'B', 'b'] | unique | join }}", "bA"},
        {"{{ ['b', 'A'] | min }}{{ ['b', 'A'] | max(case_sensitive=true) }}", "Ab"},
        {"{{ [[1, 2], [3]] | map('length') | join }}", "21"},
        {"{{ ['axa', 'x'] | map('replace', 'x', '-') | join(' ') }}", "a-a -"},
        {"{{ [1, 2, 3] | select('odd') | join }}{{ [1, 2, 3] | reject('odd') | join }}", "132"},
        {"{{ [0, 1, 2] | select('gt', 1) | list | length }}{{ [0, 1] | select | join }}", "11"},
    };
    EXPECT_ALL(state, cases);
}

static void groups_and_rows_give_what_python_gives(void **state)
{
    static const struct expectation cases[] = {
        {"{% for name, all in [['b', 1], ['A', 2], ['B', 3]] | groupby('0') %}{{ name }}"
         "{{ all | map('last') | join }} {% endfor %}",
         "A2 b13 "},
        {"{% for g in sources | groupby('kind') %}{% endfor %}"
         "{% for g in inspections | groupby('framework') %}{{ g.grouper }}{{ g.list | length }}"
         "{{ g[0] }}{% endfor %}",
         "SIF2SIF"},
        {"{% for row in [1, 2, 3] | batch(2, 0) %}{{ row | join }};{% endfor %}", "12;30;"},
        {"{% for row in [1, 2, 3] | batch(2) %}{{ row | length }}{% endfor %}", "21"},
    };
    EXPECT_ALL(state, cases);
    expect_refused(state, "{{ [1] | batch(0) | list | length }}", &E313, 1, 10, NULL);
    expect_refused(state, "{{ council | items | list | length }}", &E314, 1, 14,
                   "`items` needs a map, not a council");
    expect_refused(state, "{{ [1] | sort(attribute='a,b') | join }}", &E313, 1, 10, NULL);
}

static void records_are_picked_and_sorted_by_their_fields(void **state)
{
    static const struct expectation cases[] = {
        {"{{ sources | map(attribute='title') | join(', ') }}", "One, Two"},
        {"{{ sources | sort(attribute='published', reverse=true) | map(attribute='id') | join }}",
         "S2S1"},
        {"{{ inspections | selectattr('published', 'defined') | map(attribute='id') | join }}",
         "I2015"},
        {"{{ inspections | rejectattr('overall', 'eq', 'inadequate') | map(attribute='id') | join "
         "}}",
         "I2018"},
        {"{{ interventions | selectattr('replaces', 'defined')"
         " | map(attribute='replaces.id') | join }}",
         "D1"},
        {"{{ inspections | map(attribute='published', default='-') | list | length }}", "2"},
        {"{{ sources | join(' and ', attribute='title') }}", "One and Two"},
        {"{{ funding | max(attribute='amount') | money }}", "\u00A31,250"},
    };
    EXPECT_ALL(state, cases);
    expect_refused(state, "{{ inspections | sort(attribute='published') | list | length }}", &E311,
                   1, 33, "`published` is not given for this inspection");
    expect_refused(state, "{{ sources | map(attribute='titel') | join }}", &E310, 1, 28, NULL);
}

static void a_generator_of_jinja_is_refused_where_it_would_be_a_trap(void **state)
{
    expect_refused(state, "{{ [1] | select | length }}", &E314, 1, 19, NULL);
    expect_hint(state, "write | list | length");
    expect_refused(state, "{% if [1] | map('string') %}{% endif %}", &E314, 1, 7, NULL);
    expect_refused(state, "{% set a = [1] | reverse %}", &E314, 1, 12, NULL);
    expect_refused(state, "{% for a in [1] %}{{ (sources | unique)[0] }}{% endfor %}", &E314, 1, 33,
                   "`unique` needs plain values");
}

static void tests_answer_as_in_jinja(void **state)
{
    static const struct expectation cases[] = {
        {"{{ 'y' if 1 is number and 1 is integer and 'a' is string and none is none }}", "y"},
        {"{{ 'y' if 2 is even and 3 is odd and 9 is divisibleby 3 and 9 is not divisibleby(2) }}",
         "y"},
        {"{{ 'y' if true is true and false is false and true is boolean and 1 is not boolean }}",
         "y"},
        {"{{ 'y' if [] is iterable and 'a' is iterable and 1 is not iterable }}", "y"},
        {"{{ 'y' if 'a' is in ['a'] and 1 is eq 1 and 1 is equalto(1) and 1 is ne 2 }}", "y"},
        {"{{ 'y' if 1 is lt 2 and 1 is le 1 and 2 is gt 1 and 2 is ge 2 }}", "y"},
        {"{{ 'y' if council is mapping and council.name is not mapping }}", "y"},
    };
    EXPECT_ALL(state, cases);
}

static void figures_are_written_as_in_briefings(void **state)
{
    static const struct expectation cases[] = {
        {"{{ 1234567 | number }} {{ 999 | number }} {{ -1000 | number }} {{ 1234.50 | number }}",
         "1,234,567 999 -1,000 1,234.5"},
        {"{{ 89 | percent }} {{ 16.5 | percent }}", "89% 16.5%"},
        {"{% for n in [1, 2, 3, 4, 11, 12, 13, 21, 102, 111] %}{{ n | ordinal }} {% endfor %}",
         "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th "},
        {"{{ 1 | plural('home', 'homes') }} {{ 0 | plural('home', 'homes') }} "
         "{{ sources | plural('source', 'sources') }}",
         "home homes sources"},
        {"{% for f in funding %}{{ f | money }};{% endfor %}",
         "\u00A316.5\u00A0million;\u00A39,000;\u00A31,250;nearly \u00A3800 per week;"},
        {"{{ (funding | last).amount | money }}", "\u00A3800"},
        {"{{ 9000 | money }} {{ 12.5 | money }} {{ -3 | money }}",
         "\u00A39,000 \u00A312.50 -\u00A33"},
    };
    EXPECT_ALL(state, cases);
    expect_refused(state, "{{ 1.234 | money }}", &E314, 1, 12, NULL);
    expect_refused(state, "{{ council | money }}", &E314, 1, 14,
                   "`money` needs a number, not a council");
}

static void words_dates_and_labels_are_written_out(void **state)
{
    static const struct expectation cases[] = {
        {"{{ briefing.key_points | words }}; {{ ['a', 'b'] | words('or') }}; {{ ['a'] | words }};"
         "{{ [] | words }}",
         "First, Second and Third; a or b; a;"},
        {"{{ sources | words(attribute='title') }}", "One and Two"},
        {"{{ briefing.as_at | date('iso') }} {{ briefing.as_at | date('short') }}",
         "2018-01-22 22\u00A0Jan\u00A0"
         "2018"},
        {"{{ '2018-01' | date }}", "January\u00A0"
                                   "2018"},
        {"{{ 'inadequate' | grade | lower }}", "inadequate"},
        {"{{ 'SIF' | framework }}", "SIF"},
    };
    EXPECT_ALL(state, cases);
    expect_refused(state, "{{ briefing.as_at | date('medium') }}", &E313, 1, 21, NULL);
    expect_refused(state, "{{ 'excelent' | grade }}", &E314, 1, 17, NULL);
    expect_refused(state, "{{ council.name | date }}", &E314, 1, 19,
                   "`date` needs a date, not a text");
}

static void citations_number_the_sources(void **state)
{
    static const struct expectation cases[] = {
        {"{{ inspections[0] | cite }} {{ inspections[1] | cite }}", "[1, 2] [2]"},
        {"{{ inspections[0].source | cite }} {{ sources[1] | cite }}", "[1, 2] [2]"},
        {"{% for e in inspections[0].judgements %}{{ e | cite }}{% endfor %}", "[1, 2][1, 2]"},
    };
    EXPECT_ALL(state, cases);
    expect_refused(state, "{{ briefing | cite }}", &E314, 1, 15, NULL);
}

static void labelled_gives_the_filled_fields_that_have_a_label(void **state)
{
    static const struct expectation cases[] = {
        {"{% for i in inspections %}{{ i.id }}{% for label, text in i | labelled %}"
         " {{ label }}: {{ text }}.{% endfor %} {% endfor %}",
         "I2015 I2018 Inspectors\u2019 fieldwork: 13 to 24\u00A0November\u00A02017. "},
        {"{{ inspections[0] | labelled | length }}{{ inspections[1] | labelled | length }}", "01"},
    };
    EXPECT_ALL(state, cases);
    expect_refused(state, "{{ council | labelled | length }}", &E314, 1, 14,
                   "no field of a council has a label of its own");
    expect_refused(state, "{{ council.name | labelled | length }}", &E314, 1, 19, NULL);
}

static void records_are_asked_what_their_fields_are_shown_in(void **state)
{
    static const struct expectation cases[] = {
        {"{% for i in inspections %}{{ 'g' if i is graded }}{{ 'd' if i is detailed }} {% endfor "
         "%}",
         "g g "},
        {"{{ 'd' if council is detailed }}{{ interventions | select('graded') | list | length }}",
         "d0"},
    };
    EXPECT_ALL(state, cases);
    expect_refused(state, "{{ 'x' if council.name is detailed }}", &E314, 1, 27, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_filters_give_what_python_gives),
        cmocka_unit_test(number_filters_give_what_python_gives),
        cmocka_unit_test(default_replaces_what_is_not_given),
        cmocka_unit_test(list_filters_give_what_python_gives),
        cmocka_unit_test(groups_and_rows_give_what_python_gives),
        cmocka_unit_test(records_are_picked_and_sorted_by_their_fields),
        cmocka_unit_test(a_generator_of_jinja_is_refused_where_it_would_be_a_trap),
        cmocka_unit_test(tests_answer_as_in_jinja),
        cmocka_unit_test(figures_are_written_as_in_briefings),
        cmocka_unit_test(words_dates_and_labels_are_written_out),
        cmocka_unit_test(citations_number_the_sources),
        cmocka_unit_test(labelled_gives_the_filled_fields_that_have_a_label),
        cmocka_unit_test(records_are_asked_what_their_fields_are_shown_in),
    };
    return cmocka_run_group_tests_name("template/filters", tests, set_up, tear_down);
}
