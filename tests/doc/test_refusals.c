/* What Markdown may not hold: each fault with its code and its place. */
#include "support/cmocka.h"

#include "base/limits.h"
#include "doc/fixture.h"

static int start(void **state)
{
    struct fixture *fixture = malloc(sizeof *fixture);
    fixture_start(fixture);
    *state = fixture;
    return 0;
}

static int end(void **state)
{
    fixture_end(*state);
    free(*state);
    return 0;
}

/* Reads text that must be refused with these codes; the first fault is at `marked`. */
static void expect_refusal(struct fixture *fixture, const char *markdown, const char *codes,
                           const char *marked)
{
    assert_null(read_markdown(fixture, markdown));
    assert_string_equal(fixture_codes(fixture), codes);
    assert_string_equal(str_z(fixture->arena, fixture_marked(fixture)), marked);
}

/* ---- text ---- */

static void html_is_refused_where_it_stands(void **state)
{
    expect_refusal(*state, "# T\n\nSome <b>bold</b> text\n", "E401 E401", "<b>");
}

static void html_blocks_and_comments_are_refused(void **state)
{
    expect_refusal(*state, "# T\n\n<div\n class=\"x\">\n\n<!-- note -->\n", "E401 E401",
                   "<div\n class=\"x\">");
}

static void pictures_are_refused(void **state)
{
    expect_refusal(*state, "# T\n\n![alt](chart.png)\n", "E402", "chart.png");
}

static void links_need_a_full_address(void **state)
{
    expect_refusal(*state, "# T\n\n[a](page.html) [b](javascript:x) [c](ftp://x)\n",
                   "E403 E403 E403", "page.html");
}

static void a_bad_address_in_a_value_is_marked_in_the_specification(void **state)
{
    struct fixture *fixture = *state;
    fixture_value(fixture, 0, "www.norfolk.gov.uk");
    expect_refusal(fixture, "# T\n\n[a](@0)\n", "E403", "Norfolk");
    assert_ptr_equal(fixture->diags.items.items[0].span.source, fixture->spec);
    assert_int_equal(fixture->diags.items.items[0].notes.count, 1);
}

static void a_language_is_a_code(void **state)
{
    expect_refusal(*state, "# T\n\n[Cyngor Sir](lang:Welsh!)\n", "E420", "lang:Welsh!");
}

static void a_link_needs_words(void **state)
{
    expect_refusal(*state, "# T\n\nsee [](https://x.org)\n", "E418", "https://x.org");
}

static void a_citation_cannot_stand_inside_a_link(void **state)
{
    struct fixture *fixture = *state;
    fixture_cite(fixture, 0, "[1]");
    expect_refusal(fixture, "# T\n\n[a @0](https://x.org)\n", "E417", "@0");
}

static void unknown_entities_are_refused(void **state)
{
    expect_refusal(*state, "# T\n\n&nbps; &#0; &#xF0000;\n", "E404 E404 E404", "&nbps;");
}

static void lists_may_not_nest_without_end(void **state)
{
    struct fixture *fixture = *state;
    struct buf text = {.arena = fixture->arena};
    buf_addz(&text, "# T\n\n");
    for (int i = 0; i < LIMIT_DOC_DEPTH + 1; i++)
        buf_addz(&text, "> ");
    buf_addz(&text, "deep\n");
    assert_null(read_markdown(fixture, str_z(fixture->arena, buf_str(&text))));
    assert_string_equal(fixture_codes(fixture), "E405");
}

static void emphasis_may_not_nest_without_end(void **state)
{
    struct fixture *fixture = *state;
    struct buf text = {.arena = fixture->arena};
    buf_addz(&text, "# T\n\n");
    for (int i = 0; i < LIMIT_DOC_DEPTH + 1; i++)
        buf_addz(&text, "*a ");
    buf_addz(&text, "b");
    for (int i = 0; i < LIMIT_DOC_DEPTH + 1; i++)
        buf_addz(&text, "*");
    assert_null(read_markdown(fixture, str_z(fixture->arena, buf_str(&text))));
    assert_string_equal(fixture_codes(fixture), "E405");
}

/* ---- tables ---- */

static void a_column_needs_a_heading(void **state)
{
    expect_refusal(*state, "# T\n\n| a |  |\n|---|---|\n| b | c |\n", "E414", "a");
}

static void a_table_in_a_paragraph_is_pointed_out(void **state)
{
    expect_refusal(*state, "# T\n\nText\n| a | b |\n|---|---|\n| c | d |\n", "E415", "| a | b |");
}

/* ---- headings ---- */

static void a_briefing_needs_a_heading(void **state)
{
    expect_refusal(*state, "Just text\n", "E410", "Just text");
}

static void an_empty_briefing_is_refused(void **state)
{
    struct fixture *fixture = *state;
    assert_null(read_markdown(fixture, "\n"));
    assert_string_equal(fixture_codes(fixture), "E410");
}

static void the_first_heading_is_of_level_1(void **state)
{
    expect_refusal(*state, "## Part\n\n# Title\n", "E410", "Part");
}

static void there_is_one_title(void **state)
{
    struct fixture *fixture = *state;
    expect_refusal(fixture, "# One\n\n# Two\n", "E411", "Two");
    struct span first = fixture->diags.items.items[0].notes.items[0].span;
    assert_string_equal(str_z(fixture->arena, span_text(first)), "One");
}

static void levels_are_not_skipped(void **state)
{
    struct fixture *fixture = *state;
    expect_refusal(fixture, "# One\n\n## Two\n\n#### Four\n\n## Back\n", "E412", "Four");
    struct span before = fixture->diags.items.items[0].notes.items[0].span;
    assert_string_equal(str_z(fixture->arena, span_text(before)), "Two");
    assert_string_equal(str_z(fixture->arena, fixture->diags.items.items[0].hint),
                        "use level 3 (###) or less");
}

static void headings_have_words(void **state)
{
    expect_refusal(*state, "# T\n\ntext\n\n##\n\nmore\n", "E413", "##");
}

static void a_heading_of_an_empty_value_has_no_words(void **state)
{
    struct fixture *fixture = *state;
    fixture_value(fixture, 0, " ");
    expect_refusal(fixture, "# T\n\n## @0\n", "E413", "@0");
}

static void headings_stay_out_of_lists(void **state)
{
    expect_refusal(*state, "# T\n\n- ## Part\n", "E408", "- ## Part");
}

/* ---- fenced blocks ---- */

static void code_blocks_are_refused(void **state)
{
    expect_refusal(*state, "# T\n\n```\nint x;\n```\n", "E406", "int x;");
}

static void unknown_components_are_refused_with_a_suggestion(void **state)
{
    struct fixture *fixture = *state;
    expect_refusal(fixture, "# T\n\n```bx\n```\n", "E407", "bx");
    assert_string_equal(str_z(fixture->arena, fixture->diags.items.items[0].hint),
                        "did you mean `box`?");
}

static void words_behind_a_name_are_refused(void **state)
{
    expect_refusal(*state, "# T\n\n```box all\n```\n", "E409", "box all");
}

static void components_stay_out_of_quotations(void **state)
{
    expect_refusal(*state, "# T\n\n> ```box\n> ```\n", "E408", "box");
}

static void unknown_options_are_refused(void **state)
{
    struct fixture *fixture = *state;
    assert_null(read_markdown(fixture, "# T\n\n```box\ncapton: x\n```\n"));
    assert_int_equal(fixture->diags.errors, 1);
    assert_string_equal(str_z(fixture->arena, fixture_marked(fixture)), "capton");
}

static void a_components_own_check_is_made(void **state)
{
    expect_refusal(*state, "# T\n\n```box\nmost: 9\n```\n", "E416", "9");
}

static void options_behind_blank_lines_keep_their_place(void **state)
{
    expect_refusal(*state, "# T\n\n```box\n\n# much\nmost: 9\n\n```\n", "E416", "9");
}

static void all_faults_are_reported_at_once(void **state)
{
    expect_refusal(*state, "## <i>\n\n```nothing-like-it\n```\n\n![](x)\n", "E401 E407 E402 E410",
                   "<i>");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(html_is_refused_where_it_stands),
        TEST(html_blocks_and_comments_are_refused),
        TEST(pictures_are_refused),
        TEST(links_need_a_full_address),
        TEST(a_bad_address_in_a_value_is_marked_in_the_specification),
        TEST(a_language_is_a_code),
        TEST(a_link_needs_words),
        TEST(a_citation_cannot_stand_inside_a_link),
        TEST(unknown_entities_are_refused),
        TEST(lists_may_not_nest_without_end),
        TEST(emphasis_may_not_nest_without_end),
        TEST(a_column_needs_a_heading),
        TEST(a_table_in_a_paragraph_is_pointed_out),
        TEST(a_briefing_needs_a_heading),
        TEST(an_empty_briefing_is_refused),
        TEST(the_first_heading_is_of_level_1),
        TEST(there_is_one_title),
        TEST(levels_are_not_skipped),
        TEST(headings_have_words),
        TEST(a_heading_of_an_empty_value_has_no_words),
        TEST(headings_stay_out_of_lists),
        TEST(code_blocks_are_refused),
        TEST(unknown_components_are_refused_with_a_suggestion),
        TEST(words_behind_a_name_are_refused),
        TEST(components_stay_out_of_quotations),
        TEST(unknown_options_are_refused),
        TEST(a_components_own_check_is_made),
        TEST(options_behind_blank_lines_keep_their_place),
        TEST(all_faults_are_reported_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
