/* grade-chart and grade-strip: what they draw, and how it is read aloud. */
#include "support/cmocka.h"

#include "components/fixture.h"
#include "components/inspections.h"

#include <stdio.h>
#include <string.h>

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("`%s` is not in:\n%s", part, text);
}

static void assert_lacks(const char *text, const char *part)
{
    if (strstr(text, part))
        fail_msg("`%s` is in:\n%s", part, text);
}

#define REPORT(id, framework, day, overall)                                                        \
    "  - {id: " id ", framework: " framework ", published: " day ", overall: " overall             \
    ", source: S1}\n"
#define THREE                                                                                      \
    "inspections:\n" REPORT("A", "SIF", "2015-10-19", "inadequate")                                \
        REPORT("B", "ILACS_2018", "2018-11-05", "good")                                            \
            REPORT("C", "ILACS_2023", "2023-04-20", "inadequate")

/* ---- grades ---- */

static void the_same_grade_has_the_same_height(void **state)
{
    const char *drawn = draw(*state, "grade-chart", "caption: Grades", THREE);
    assert_has(drawn, "  square 122.5 121.5 13.0 13.0 worst mark\n");
    assert_has(drawn, "  disc 219.8 53.5 13.0 13.0 good mark\n");
    assert_has(drawn, "  square 362.0 121.5 13.0 13.0 worst mark\n");
    assert_has(drawn, "  strong 338.5 137.5 55.0 12.0 ink: April~2023\n");
    assert_has(drawn, "Outstanding\n");
    assert_has(drawn, "Requires / improvement\n");
}

static void every_grade_is_told_with_its_month(void **state)
{
    const char *drawn = draw(*state, "grade-chart", "caption: Grades", THREE);
    assert_has(drawn, "Overall: inadequate in October~2015, good in November~2018, inadequate in "
                      "April~2023.");
    assert_has(drawn, "The line is the overall grade, held from report to report.");
    assert_lacks(drawn, "Open marks");
}

static void an_inspection_of_a_part_is_open_and_not_joined(void **state)
{
    const char *drawn = draw(*state, "grade-chart", "caption: Grades",
                             "inspections:\n" REPORT("A", "SIF", "2015-10-19", "good")
                                 REPORT("P", "LAC_2013", "2013-08-16", "inadequate"));
    assert_has(drawn, "  open  square 113.4 121.5 13.0 13.0 worst mark\n");
    assert_has(drawn, "  line 176.7 60.0 216.8 0.0 ink\n"); /* from its own report on */
    assert_has(drawn, "Overall: inadequate in August~2013 (looked after children 2013 inspection), "
                      "good in October~2015.");
    assert_has(drawn, "Open marks: inspections of a part of the service, in August~2013 (looked "
                      "after children 2013 inspection).");
}

static void without_an_overall_grade_each_judgement_has_a_panel(void **state)
{
    const char *drawn = draw(
        *state, "grade-chart", "{}",
        "inspections:\n"
        "  - {id: A, framework: ILACS_2018, published: 2019-05-01, overall: good, judgements: "
        "{leaders: good, help_protection: good, in_care_and_care_leavers: outstanding}, "
        "source: S1}\n"
        "  - {id: B, framework: ILACS_2026, fieldwork: 2024-01-01, judgements: {leaders: "
        "inadequate, help_protection: good, in_care: good, care_leavers: good}, source: S1}\n");
    assert_has(drawn, "  open  star 258.2 45.0 8.0 8.0 best mark\n");
    assert_has(drawn, "  disc 309.6 71.9 11.0 11.0 good mark\n");
    assert_has(drawn, "  line 262.2 49.0 4.0 0.0 ink\n");
    assert_has(drawn, "Leaders: good in May~2019, inadequate in January~2024.");
    assert_has(drawn, "Care leavers: outstanding in May~2019 (judged together), good in "
                      "January~2024.");
    assert_has(drawn, "Open marks on a broken line: judged together with another service.");
    assert_lacks(drawn, "Overall:");
}

/* ---- interventions ---- */

static void an_intervention_is_a_band_with_its_span(void **state)
{
    const char *drawn =
        draw(*state, "grade-chart", "{}",
             THREE "interventions:\n"
                   "  - {id: N, kind: notice, issued: 2016-03-10, ended: 2018-12-01, source: "
                   "S1}\n"
                   "  - {id: D, kind: direction, issued: 2023-06-01, ended: 2023-11?, source: "
                   "S1}\n"
                   "  - {id: L, kind: letter, issued: 2015-12-01, source: S1}\n");
    assert_has(drawn, "Improvement notice: from March~2016 to December~2018.");
    assert_has(drawn, "Statutory direction: from June~2023 to November~2023, the day not known.");
    assert_has(drawn, "Broken end of a bar: the day on which it ended is not known.");
}

static void one_that_runs_has_no_end(void **state)
{
    const char *drawn = draw(*state, "grade-chart", "{}",
                             THREE "interventions:\n"
                                   "  - {id: D, kind: direction, issued: 2023-06-01, known_open: "
                                   "2024-01-15, source: S1}\n");
    assert_has(drawn, "Statutory direction: from June~2023, in force.");
    assert_has(drawn, "A bar without an end: in force when last checked.");
}

/* ---- nothing, and the first page ---- */

static void without_grades_there_is_no_chart(void **state)
{
    assert_drawn("grade-chart", "{}", "", "");
    assert_drawn("grade-strip", "{}", "", "");
}

static void the_strip_has_words_inside(void **state)
{
    const char *drawn = draw(*state, "grade-strip", "{}", THREE);
    assert_has(drawn, "Inadequate");
    assert_has(drawn, "Good");
    assert_has(drawn, "Overall: inadequate in October~2015, good in November~2018");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(the_same_grade_has_the_same_height),
        TEST(every_grade_is_told_with_its_month),
        TEST(an_inspection_of_a_part_is_open_and_not_joined),
        TEST(without_an_overall_grade_each_judgement_has_a_panel),
        TEST(an_intervention_is_a_band_with_its_span),
        TEST(one_that_runs_has_no_end),
        TEST(without_grades_there_is_no_chart),
        TEST(the_strip_has_words_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
