/* Inlines made by the program: text, citations, joining, and plain text. */
#include "support/cmocka.h"

#include "brief/briefing.h"
#include "doc/block.h"

static const struct evidence sources[] = {
    {.id = {"S001", 4}}, {.id = {"S002", 4}}, {.id = {"S003", 4}}};
static const struct briefing briefing = {.sources = {.items = sources, .count = 3}};

static int start(void **state)
{
    *state = arena_new();
    return 0;
}

static int end(void **state)
{
    arena_free(*state);
    return 0;
}

static void citations_are_sorted_and_given_once(void **state)
{
    const struct ref items[] = {{.id = STR("S003")}, {.id = STR("S001")}, {.id = STR("S003")}};
    const struct inline_node *cite = inline_cite(*state, &briefing, (struct refs){items, 3});
    assert_string_equal(str_z(*state, cite->text), "[1, 3]");
    assert_int_equal(cite->cite.count, 2);
    assert_string_equal(str_z(*state, cite->cite.items[0].id), "S001");
    assert_string_equal(str_z(*state, cite->cite.items[1].id), "S003");
}

static void a_citation_of_nothing_is_nothing(void **state)
{
    assert_null(inline_cite(*state, &briefing, (struct refs){0}));
    const struct ref unknown = {.id = STR("S999")};
    assert_null(inline_cite(*state, &briefing, (struct refs){&unknown, 1}));
}

static void joining_keeps_the_order(void **state)
{
    struct inline_node *a = inline_text(*state, STR("a"), (struct span){0});
    struct inline_node *b = inline_text(*state, STR("b"), (struct span){0});
    struct inline_node *c = inline_text(*state, STR("c"), (struct span){0});
    struct inline_node *all = inline_join(inline_join(NULL, inline_join(a, b)), c);
    assert_ptr_equal(all, a);
    assert_ptr_equal(a->next, b);
    assert_ptr_equal(b->next, c);
    assert_ptr_equal(inline_join(all, NULL), a);
}

static void plain_text_leaves_citations_out(void **state)
{
    const struct ref ref = {.id = STR("S001")};
    struct inline_node *all = inline_text(*state, STR("  a\n b "), (struct span){0});
    inline_join(all, inline_strong(*state, inline_text(*state, STR(" c"), (struct span){0})));
    inline_join(all, inline_break(*state));
    inline_join(all, inline_link(*state, STR("d"), STR("https://x.org"), (struct span){0}));
    inline_join(all, inline_cite(*state, &briefing, (struct refs){&ref, 1}));
    assert_string_equal(str_z(*state, inlines_text(*state, all)), "a b c d");
}

static void plain_text_of_nothing_is_empty(void **state)
{
    assert_int_equal(inlines_text(*state, NULL).len, 0);
}

static void line_breaks_in_text_become_spaces(void **state)
{
    struct inline_node *text = inline_text(*state, STR("a\nb\tc\r"), (struct span){0});
    assert_string_equal(str_z(*state, text->text), "a b c ");
}

static void only_web_and_mail_addresses_are_allowed(void **state)
{
    (void)state;
    assert_true(url_is_allowed(STR("https://www.gov.uk/x?a=1&b=(2)")));
    assert_true(url_is_allowed(STR("HTTP://x.org")));
    assert_true(url_is_allowed(STR("mailto:a@b.gov.uk")));
    assert_false(url_is_allowed(STR("https://")));
    assert_false(url_is_allowed(STR("https://a b")));
    assert_false(url_is_allowed(STR("https://a\nb")));
    assert_false(url_is_allowed(STR("javascript:alert(1)")));
    assert_false(url_is_allowed(STR("file:///etc/passwd")));
    assert_false(url_is_allowed(STR("www.gov.uk")));
    assert_false(url_is_allowed(STR_NONE));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(citations_are_sorted_and_given_once),
        TEST(a_citation_of_nothing_is_nothing),
        TEST(joining_keeps_the_order),
        TEST(plain_text_leaves_citations_out),
        TEST(plain_text_of_nothing_is_empty),
        TEST(line_breaks_in_text_become_spaces),
        TEST(only_web_and_mail_addresses_are_allowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
