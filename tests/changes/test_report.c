/* The report on many councils: what is told of all together, in which order, and what is only
   counted. What `changes` itself finds has its own tests; here differences are made up. */
#include "changes/report.h"

#include "base/list.h"

#include "support/cmocka.h"
#include <string.h>

struct fixture {
    struct arena *arena;
    struct report report;
    struct briefing october, november;
    struct front_sheet sheets[2];
};

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    fixture->sheets[0].as_at = date_of_day(day_from_civil(2026, 10, 1));
    fixture->sheets[1].as_at = date_of_day(day_from_civil(2026, 11, 1));
    fixture->october.briefing = &fixture->sheets[0];
    fixture->november.briefing = &fixture->sheets[1];
    fixture->report = (struct report){.arena = arena,
                                      .before_first = fixture->sheets[0].as_at,
                                      .before_last = fixture->sheets[0].as_at,
                                      .as_at = fixture->sheets[1].as_at};
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    arena_free(((struct fixture *)*state)->arena);
    return 0;
}

static struct difference_list one_of(struct arena *arena, int class, const char *text)
{
    struct difference *difference = ARENA_NEW(arena, struct difference);
    *difference = (struct difference){.class = class,
                                      .council = STR("Ashshire"),
                                      .kind = STR("actions"),
                                      .what = STR("Action \342\200\234Hire\342\200\235"),
                                      .text = str_from(text)};
    struct difference_list list = {.untyped = {difference, 1}};
    return list;
}

/* A council that was compared; who fills its lists says whether it changed. */
static struct since *add_council(struct fixture *fixture, const char *name, bool changed)
{
    struct since *since = ARENA_NEW(fixture->arena, struct since);
    *since = (struct since){.council = str_from(name),
                            .first = ANSWER_NO,
                            .before = fixture->sheets[0].as_at,
                            .as_at = fixture->sheets[1].as_at,
                            .changed = changed ? ANSWER_YES : ANSWER_NO,
                            .corrected_any = ANSWER_NO,
                            .text = changed ? STR("Since 1 October 2026: one action")
                                            : STR("No change since 1 October 2026")};
    *LIST_ADD(fixture->arena, &fixture->report) = (struct issues){.name = str_from(name),
                                                                  .council = str_from(name),
                                                                  .fate = ISSUES_COMPARED,
                                                                  .since = since,
                                                                  .before = &fixture->october,
                                                                  .now = &fixture->november};
    return since;
}

static const char *text_of(const struct fixture *fixture, enum report_form form)
{
    return str_z(fixture->arena, report_text(&fixture->report, form, false));
}

static void expect_in(const char *text, const char *words)
{
    if (!strstr(text, words))
        fail_msg("`%s` is not in:\n%s", words, text);
}

static void expect_none(const char *text, const char *words)
{
    if (strstr(text, words))
        fail_msg("`%s` is in:\n%s", words, text);
}

static void each_class_stands_under_its_heading(void **state)
{
    struct fixture *fixture = *state;
    struct arena *arena = fixture->arena;
    struct since *since = add_council(fixture, "Ashshire", true);
    since->happened = one_of(arena, DIFFERENCE_HAPPENED, "one");
    since->moved = one_of(arena, DIFFERENCE_MOVED, "two");
    since->time_alone = one_of(arena, DIFFERENCE_TIME_ALONE, "three");
    since->recorded = one_of(arena, DIFFERENCE_RECORDED, "four");
    since->more_exact = one_of(arena, DIFFERENCE_MORE_EXACT, "five");
    since->corrected = one_of(arena, DIFFERENCE_CORRECTED, "six");
    since->withdrawn = one_of(arena, DIFFERENCE_WITHDRAWN, "seven");
    since->method = one_of(arena, DIFFERENCE_METHOD, "eight");
    since->comparison = one_of(arena, DIFFERENCE_COMPARISON, "nine");
    since->minor = one_of(arena, DIFFERENCE_MINOR, "ten");
    const char *text = text_of(fixture, REPORT_TEXT);
    expect_in(text, "\n\nWhat happened\n- one.\n\nWhat moved\n- two.\n\n"
                    "What we had wrong\n- six.\n\nWithdrawn\n- seven.\n\n"
                    "Newly recorded, not known to be new\n- four.\n\nMore exact\n- five.\n\n"
                    "What follows from the day\n- three.\n\n"
                    "How we compute it changed\n- eight.\n");
    expect_none(text, "nine");
    expect_none(text, "ten");
    expect_in(text_of(fixture, REPORT_MARKDOWN), "\n## Ashshire\n\nSince 1 October 2026"
                                                 ": one action.\n\n### What happened\n\n- one.\n");
}

static void what_is_no_change_of_a_council_is_told_of_all_together(void **state)
{
    struct fixture *fixture = *state;
    struct arena *arena = fixture->arena;
    add_council(fixture, "Ashshire", true)->comparison = one_of(arena, DIFFERENCE_COMPARISON, "a");
    add_council(fixture, "Birchshire", false)->comparison =
        one_of(arena, DIFFERENCE_COMPARISON, "b");
    add_council(fixture, "Cedarshire", false)->time_alone =
        one_of(arena, DIFFERENCE_TIME_ALONE, "c");
    add_council(fixture, "Dogwoodshire", false)->method = one_of(arena, DIFFERENCE_METHOD, "d");
    add_council(fixture, "Elmshire", false)->minor = one_of(arena, DIFFERENCE_MINOR, "e");
    const char *text = text_of(fixture, REPORT_TEXT);
    expect_in(text, "Since 1 October 2026, 1 of 5 councils changed: Ashshire; 4 did not.\n");
    expect_in(text, "\nComparisons with other councils moved in 2 papers, which is no change of "
                    "these councils.\n");
    expect_in(text, "\nThe day alone moved something in 1 paper that did not change otherwise.\n");
    expect_in(text, "\nHow we compute it changed in 1 paper that did not change otherwise.\n");
    expect_in(
        text,
        "\n1 paper has minor differences, such as wording or how long ago something was, which "
        "are not told here.\n");
    expect_none(text, "Birchshire");
    expect_none(text, "Cedarshire");
}

static void many_councils_are_not_named_in_one_sentence(void **state)
{
    static const char *const names[] = {"A", "B", "C", "D", "E", "F"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < 6; i++)
        add_council(fixture, names[i], true);
    const char *text = text_of(fixture, REPORT_TEXT);
    expect_in(text, "Since 1 October 2026, 6 of 6 councils changed.\n");
    fixture->report.count = 5;
    text = text_of(fixture, REPORT_TEXT);
    expect_in(text, "Since 1 October 2026, 5 of 5 councils changed: A, B, C, D and E.\n");
    fixture->report.count = 2;
    text = text_of(fixture, REPORT_TEXT);
    expect_in(text, "2 of 2 councils changed: A and B.\n");
}

static void issues_of_several_days_are_told_with_all_of_them(void **state)
{
    struct fixture *fixture = *state;
    add_council(fixture, "Ashshire", false);
    fixture->report.before_last = date_of_day(day_from_civil(2026, 10, 5));
    const char *text = text_of(fixture, REPORT_TEXT);
    expect_in(text, "What changed since the issues of 1 October 2026 to 5 October 2026\n");
    expect_in(text,
              "\nNo change since the issues of 1 October 2026 to 5 October 2026 in 1 council.\n");
}

static void what_changed_goes_by_more_than_lists(void **state)
{
    struct fixture *fixture = *state;
    assert_false(report_is_changed(&fixture->report));
    assert_false(report_tells(&fixture->report));
    add_council(fixture, "Ashshire", false);
    assert_false(report_is_changed(&fixture->report));
    assert_true(report_tells(&fixture->report));
    fixture->report.items[0].fate = ISSUES_REFUSED;
    assert_false(report_is_changed(&fixture->report));
    assert_false(report_tells(&fixture->report));
    fixture->report.items[0].fate = ISSUES_GONE;
    assert_true(report_is_changed(&fixture->report));
    fixture->report.items[0].fate = ISSUES_FIRST;
    assert_true(report_is_changed(&fixture->report));
}

/* What comes from a file stays what it is, wherever in a line it stands. */
static void no_value_becomes_markdown(void **state)
{
    static const char *const values[][2] = {
        {"1. first", "- 1\\. first."},
        {"12) first", "- 12\\) first."},
        {"- first", "- \\- first."},
        {"# first", "- \\# first."},
        {"a *b* _c_ `d` [e](f) <g> | ~h~ &amp; \\",
         "- a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\<g\\> \\| \\~h\\~ \\&amp; \\\\."},
        {"one\ntwo", "- one two."},
        {"2026: a year", "- 2026: a year."},
    };
    struct fixture *fixture = *state;
    struct since *since = add_council(fixture, "Ashshire", true);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        since->happened = one_of(fixture->arena, DIFFERENCE_HAPPENED, values[i][0]);
        expect_in(text_of(fixture, REPORT_MARKDOWN),
                  str_format(fixture->arena, "\n%s\n", values[i][1]).at);
    }
}

static void sources_are_named_or_numbered(void **state)
{
    static const struct evidence evidence[] = {
        {.title = {"One (of two)", 12},
         .publisher = {"Ofsted", 6},
         .url = {"https://www.gov.uk/one", 22}},
        {.title = {"Two", 3}, .url = {"https://www.gov.uk/two(2)", 25}},
    };
    struct fixture *fixture = *state;
    struct ref refs[] = {{.id = STR("S1"), .record = &evidence[0], .table = &evidence_table},
                         {.id = STR("S2"), .record = &evidence[1], .table = &evidence_table}};
    struct since *since = add_council(fixture, "Ashshire", true);
    since->happened = one_of(fixture->arena, DIFFERENCE_HAPPENED, "first");
    struct difference *first = (struct difference *)since->happened.items;
    first->source = (struct refs){refs, 1};
    expect_in(text_of(fixture, REPORT_TEXT), "\n- first (source: One (of two), Ofsted).\n");
    expect_in(text_of(fixture, REPORT_MARKDOWN),
              "\n- first (source: [One (of two)](https://www.gov.uk/one), Ofsted).\n");
    since->moved = one_of(fixture->arena, DIFFERENCE_MOVED, "second");
    ((struct difference *)since->moved.items)->source = (struct refs){refs, 2};
    const char *text = text_of(fixture, REPORT_MARKDOWN);
    expect_in(text, "\n- first (source 1).\n");
    expect_in(text, "\n- second (sources 1, 2).\n");
    expect_in(text, "\n### Sources\n\n1. [One (of two)](https://www.gov.uk/one), Ofsted\n2. Two\n");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_class_stands_under_its_heading),
        TEST(what_is_no_change_of_a_council_is_told_of_all_together),
        TEST(many_councils_are_not_named_in_one_sentence),
        TEST(issues_of_several_days_are_told_with_all_of_them),
        TEST(what_changed_goes_by_more_than_lists),
        TEST(no_value_becomes_markdown),
        TEST(sources_are_named_or_numbered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
