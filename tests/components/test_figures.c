/* The components that show pictures: what they hand to the flow, and what they refuse. */
#include "support/cmocka.h"

#include "components/fixture.h"

static const char figures[] =
    "figures:\n"
    "  - {section: background, file: a.png, alt: First, caption: Here, width: 40, source: S2}\n"
    "  - {section: next, file: b.png, alt: Second, source: [S1, S3]}\n"
    "  - {section: background, file: c.png, alt: Third, note: Drawn by hand}\n";

static void figures_of_a_section(void **state)
{
    assert_string_equal(draw(*state, "figures", "section: background", figures),
                        "figure a.png, 40%: First\n"
                        "  caption: Here~[2]\n"
                        "figure c.png, 0%: Third\n"
                        "  caption: Note: Drawn by hand\n");
    assert_string_equal(draw(*state, "figures", "section: summary", figures), "");
}

static void figures_of_all_sections(void **state)
{
    assert_string_equal(draw(*state, "figures", "{}", figures), "figure a.png, 40%: First\n"
                                                                "  caption: Here~[2]\n"
                                                                "figure b.png, 0%: Second\n"
                                                                "  caption: [1, 3]\n"
                                                                "figure c.png, 0%: Third\n"
                                                                "  caption: Note: Drawn by hand\n");
    assert_string_equal(draw(*state, "figures", "{}", ""), "");
}

static void a_section_that_is_none_is_refused(void **state)
{
    assert_string_equal(refusal(*state, "figures", "section: backgroud"), "E416");
    assert_string_equal(refusal(*state, "figures", "section: next"), "accepted");
}

static void a_figure_with_all_its_options(void **state)
{
    assert_string_equal(draw(*state, "figure",
                             "{file: a.png, alt: A, caption: Here, width: 100, source: [S3, S1]}",
                             ""),
                        "figure a.png, 100%: A\n"
                        "  caption: Here~[1, 3]\n");
    assert_string_equal(draw(*state, "figure", "{file: a.png, alt: A, source: S1}", ""),
                        "figure a.png, 0%: A\n"
                        "  caption: [1]\n");
    assert_string_equal(draw(*state, "figure", "{file: a.png, alt: A}", ""),
                        "figure a.png, 0%: A\n");
}

static void a_figure_without_what_it_needs_is_refused(void **state)
{
    assert_string_equal(refusal(*state, "figure", "{file: a.png}"), "E202");
    assert_string_equal(refusal(*state, "figure", "{alt: A}"), "E202");
    assert_string_equal(refusal(*state, "figure", "{file: a.png, alt: ' '}"), "E214");
    assert_string_equal(refusal(*state, "figure", "{file: a.png, alt: A, width: 4}"), "E416");
    assert_string_equal(refusal(*state, "figure", "{file: a.png, alt: A, width: 101}"), "E416");
    assert_string_equal(refusal(*state, "figure", "{file: a.png, alt: A, source: S9}"), "E416");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(figures_of_a_section),
        TEST(figures_of_all_sections),
        TEST(a_section_that_is_none_is_refused),
        TEST(a_figure_with_all_its_options),
        TEST(a_figure_without_what_it_needs_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
