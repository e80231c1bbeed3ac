/* White space around tags: what Jinja's trim_blocks, lstrip_blocks and - and + leave. */
#include "template/fixture.h"

static void text_without_tags_stays_as_it_is(void **state)
{
    expect_text(state, "", "");
    expect_text(state, "one\n two \n\n", "one\n two \n\n");
    expect_text(state, "{ } }} %} #} {x", "{ } }} %} #} {x");
}

static void a_block_tag_takes_its_line_end_and_indentation(void **state)
{
    expect_text(state, "a\n  {% if true %}\n  x\n  {% endif %}\nb\n", "a\n  x\nb\n");
    expect_text(state, "\t{% if true %}\n\nx{% endif %}\n", "\nx");
}

static void only_the_line_of_a_tag_loses_its_indentation(void **state)
{
    expect_text(state, "a  {% if true %}b{% endif %}", "a  b");
    expect_text(state, "{{ 1 }}  {% if true %}b{% endif %}", "1  b");
}

static void a_printed_value_keeps_the_space_around_it(void **state)
{
    expect_text(state, "  {{ 1 }}\n\n  {{ 2 }}\n", "  1\n\n  2\n");
}

static void minus_strips_all_space_on_its_side(void **state)
{
    expect_text(state, "a \n {%- if true -%} \n b \n {%- endif -%} \n c", "abc");
    expect_text(state, "a \n {{- 1 -}} \n b", "a1b");
    expect_text(state,
                "a\xC2\xA0{%- if true %}b{% endif -%}\xE2\x80\x83"
                "c",
                "abc");
}

static void plus_keeps_what_would_be_stripped(void **state)
{
    expect_text(state, "  {%+ if true +%}\nx{% endif %}", "  \nx");
}

static void comments_leave_nothing(void **state)
{
    expect_text(state, "  {# {{ x }} {% y #}\nx", "x");
    expect_text(state, "a {#- c -#} b", "ab");
    expect_text(state, "{#-#}\nz{##}\ny{#+ +#}\nx", "zy\nx");
}

static void raw_keeps_tags_as_text(void **state)
{
    expect_text(state, "{% raw %}\n {{ x }} {% endif %} {% endraw %}\n y",
                "\n {{ x }} {% endif %}  y");
    expect_text(state, "  {% raw -%}  \n z {%- endraw -%}  q", "zq");
    expect_text(state, "{%raw%}{% endraw +%}\nz", "\nz");
}

static void every_line_end_becomes_a_line_feed(void **state)
{
    expect_text(state, "a\r\n  {% if true %}\r\nb\r\n  {% endif %}\r\nc\r\n", "a\nb\nc\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_without_tags_stays_as_it_is),
        cmocka_unit_test(a_block_tag_takes_its_line_end_and_indentation),
        cmocka_unit_test(only_the_line_of_a_tag_loses_its_indentation),
        cmocka_unit_test(a_printed_value_keeps_the_space_around_it),
        cmocka_unit_test(minus_strips_all_space_on_its_side),
        cmocka_unit_test(plus_keeps_what_would_be_stripped),
        cmocka_unit_test(comments_leave_nothing),
        cmocka_unit_test(raw_keeps_tags_as_text),
        cmocka_unit_test(every_line_end_becomes_a_line_feed),
    };
    return cmocka_run_group_tests_name("template/space", tests, set_up, tear_down);
}
