/* The list of contents: right numbers, links, and room for itself. */
#include "support/cmocka.h"

#include "layout/fixture.h"

static void add_contents(struct fixture *fixture)
{
    fixture_block(fixture, fixture->document, BLOCK_CONTENTS, NULL)->level = 2;
}

static const struct pages *lay(struct fixture *fixture)
{
    return fixture_lay(fixture);
}

static void add_sections(struct fixture *fixture, int count, int lines)
{
    for (int i = 0; i < count; i++) {
        add_heading(fixture, 2, str_z(fixture->arena, str_format(fixture->arena, "Section %d", i)));
        add_lines(fixture, lines);
    }
}

/* The page number that the list gives for a bookmark is the one where the heading stands. */
static void assert_right(struct fixture *fixture, const struct pages *pages)
{
    for (size_t i = 0; i < pages->bookmark_count; i++) {
        const struct bookmark *bookmark = &pages->bookmarks[i];
        struct str wanted = str_format(fixture->arena, STR_FMT ", page %d",
                                       STR_ARG(bookmark->title), (int)bookmark->page + 1);
        bool found = bookmark->level != 2;
        for (size_t page = 0; page < pages->count; page++)
            for (size_t j = 0; j < pages->items[page].link_count; j++) {
                const struct link *link = &pages->items[page].links[j];
                found |=
                    link->destination == bookmark->element && str_equal(link->description, wanted);
            }
        assert_true(found);
    }
}

static void page_numbers_are_right(void **state)
{
    add_heading(*state, 1, "Title");
    add_contents(*state);
    add_sections(*state, 5, 7);
    const struct pages *pages = lay(*state);
    assert_non_null(pages);
    assert_int_equal(pages->bookmark_count, 6);
    assert_right(*state, pages);
}

static void contents_longer_than_a_page_push_what_follows(void **state)
{
    add_heading(*state, 1, "Title");
    add_contents(*state);
    add_sections(*state, 40, 3);
    const struct pages *pages = lay(*state);
    assert_true(pages->bookmarks[1].page >= 4);
    assert_right(*state, pages);
}

static void only_headings_behind_the_list_are_listed(void **state)
{
    add_heading(*state, 1, "Title");
    add_heading(*state, 2, "Contents");
    add_contents(*state);
    add_heading(*state, 2, "Behind");
    add_heading(*state, 3, "Too deep");
    add_lines(*state, 1);
    const struct pages *pages = lay(*state);
    assert_int_equal(pages->items[0].link_count, 1);
    assert_true(str_is(pages->items[0].links[0].description, "Behind, page 1"));
}

static void an_entry_is_a_reference_with_a_link(void **state)
{
    add_contents(*state);
    add_heading(*state, 1, "One");
    add_lines(*state, 1);
    assert_non_null(strstr(fixture_dump(*state, lay(*state), structure_dump),
                           "Document page 1\n"
                           "  TOC page 1\n"
                           "    TOCI page 1\n"
                           "      Reference page 1\n"
                           "        Link page 1\n"
                           "          \"One\"\n"
                           "          \"\u00A01\"\n"
                           "  H1 page 1\n"
                           "    \"One\"\n"));
}

static void numbers_end_at_the_right_edge(void **state)
{
    add_contents(*state);
    add_heading(*state, 1, "One");
    add_heading(*state, 2, "Two");
    add_lines(*state, 1);
    const struct pages *pages = lay(*state);
    const struct op *number = find_text(pages, 0, "\u00A01");
    assert_int_equal(number->x + number->text.glyphs.width, 350000);
    const struct op *outer = find_text(pages, 0, "One"), *inner = find_text(pages, 0, "Two");
    assert_true(inner->x > outer->x);
}

static void a_list_without_headings_is_empty(void **state)
{
    add_contents(*state);
    add_paragraph(*state, "text");
    const struct pages *pages = lay(*state);
    assert_int_equal(pages->items[0].link_count, 0);
    assert_int_equal(find_text(pages, 0, "text")->y, 62500);
}

static void three_hundred_pages_are_numbered_right(void **state)
{
    add_contents(*state);
    add_sections(*state, 300, 9);
    const struct pages *pages = lay(*state);
    assert_true(pages->count > 300);
    assert_right(*state, pages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(page_numbers_are_right),
        FIXTURE_TEST(contents_longer_than_a_page_push_what_follows),
        FIXTURE_TEST(only_headings_behind_the_list_are_listed),
        FIXTURE_TEST(an_entry_is_a_reference_with_a_link),
        FIXTURE_TEST(numbers_end_at_the_right_edge),
        FIXTURE_TEST(a_list_without_headings_is_empty),
        FIXTURE_TEST(three_hundred_pages_are_numbered_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
