/* ratings-table: which judgements stand side by side, and what is said where they cannot. */
#include "support/cmocka.h"

#include "components/fixture.h"
#include "components/inspections.h"

#include <string.h>

/* ---- ratings-table ---- */

static void unstated_judgements_are_said_to_be_so(void **state)
{
    assert_drawn("ratings-table", "caption: Norfolk in 2015", "inspections:\n" SIF_2015,
                 "table: Norfolk in 2015\n"
                 "  #Judgement | #SIF / October~2015~[2]\n"
                 "  #!Overall | !Inadequate {worst square}\n"
                 "  #Help and protection | ?not stated\n"
                 "  #Children looked after and permanence | Inadequate {worst square}\n"
                 "  #Care leavers | Inadequate {worst square}\n"
                 "  #Leadership | ?not stated\n"
                 "note: 2 further judgements in October~2015: requires improvement (named by the "
                 "source only as “two other areas”)~[2]\n");
}

static void comparable_judgements_share_a_row_and_the_newest_is_last(void **state)
{
    assert_drawn(
        "ratings-table", "{}", "inspections:\n" ILACS_2023 SIF_2015,
        "table: Ofsted’s judgements by inspection, oldest to newest\n"
        "  #Judgement | #SIF / October~2015~[2] | #ILACS / April~2023 (inferred) / [1, 3] | "
        "#Change\n"
        "  #!Overall | !Inadequate {worst square} | !Good {good disc} | Up { up}\n"
        "  #Impact of leaders | ?not stated | Good {good disc} | ?not known\n"
        "  #Help and protection | ?not stated | Outstanding~[2] {best star} | ?not known\n"
        "  #Children in care | Inadequate {worst square} | Good {good disc} | Up { up}\n"
        "  #Care leavers | Inadequate {worst square} | Good {good disc} | Up { up}\n"
        "note: 2 further judgements in October~2015: requires improvement (named by the source "
        "only as “two other areas”)~[2]\n");
}

static void what_was_judged_once_stands_in_a_table_of_its_own(void **state)
{
    const char *drawn = draw(*state, "ratings-table", "{}",
                             "inspections:\n" ILACS_2023 "  - id: A\n"
                             "    framework: SIF\n"
                             "    fieldwork: 2015-07\n"
                             "    judgements: {adoption: outstanding, cla_permanence: not_judged}\n"
                             "    bodies: [{name: the safeguarding board, judgement: lscb, grade: "
                             "good, source: S3}]\n"
                             "    source: S2\n");
    assert_non_null(strstr(drawn, "#SIF / fieldwork July~2015~[2]"));
    assert_non_null(strstr(drawn, "  #!Overall | ?not stated | !Good {good disc} | ?not known\n"));
    assert_non_null(
        strstr(drawn, "| Not judged {neutral ring} | Good {good disc} | ?not comparable\n"));
    assert_non_null(strstr(drawn, "table: Judgements that cannot be compared with these\n"
                                  "  #Inspection | #Judgement | #Grade\n"
                                  "  #SIF / fieldwork July~2015~[2] | #Adoption | Outstanding "
                                  "{best star}\n"
                                  "  # | #Safeguarding children board | Good~[3] {good disc}\n"));
}

static void what_was_judged_twice_and_given_up_keeps_its_row(void **state)
{
    const char *drawn = draw(*state, "ratings-table", "{}",
                             "inspections:\n" ILACS_2023
                             "  - {id: A, framework: SIF, published: 2015, judgements: {adoption: "
                             "good}, source: S2}\n"
                             "  - {id: C, framework: SIF, published: 2017, judgements: {adoption: "
                             "outstanding}, source: S2}\n");
    assert_non_null(strstr(drawn, "  #Adoption | Good {good disc} | Outstanding {best star} | ?no "
                                  "longer judged | ?not comparable\n"));
}

static void a_joint_grade_is_shown_beside_its_parts_and_not_compared(void **state)
{
    const char *drawn = draw(*state, "ratings-table", "{}",
                             "inspections:\n" ILACS_2023
                             "  - {id: A, framework: ILACS_2018, published: 2019, overall: good, "
                             "judgements: {leaders: outstanding, in_care_and_care_leavers: good}, "
                             "source: S2}\n");
    assert_non_null(
        strstr(drawn, "#Impact of leaders | Outstanding {best star} | Good {good disc} | Down"));
    assert_non_null(strstr(drawn,
                           "#Care leavers | Joint: good {good } | Good {good disc} | ?new separate "
                           "grade\n"));
    assert_null(strstr(drawn, "#Children in care and care leavers"));
    assert_non_null(strstr(drawn, "note: “Joint” marks one grade for children in care and care "
                                  "leavers: it is shown, and compared with nothing."));
}

static void an_inspection_on_another_scale_is_no_column(void **state)
{
    const char *drawn = draw(*state, "ratings-table", "{}",
                             "inspections:\n" SIF_2015
                             "  - {id: L, framework: LAC_2013, published: 2013-08-16, overall: "
                             "inadequate, judgements: {outcomes: adequate}, source: S1}\n");
    assert_non_null(strstr(drawn, "  #Judgement | #SIF / October~2015~[2]\n"));
    assert_non_null(strstr(
        drawn, "  #Looked after children 2013 / August~2013~[1] | #!Overall | !Inadequate {worst "
               "square}\n"
               "  # | #Outcomes | Adequate {weak triangle}\n"));
}

static void a_framework_without_overall_judgement_says_so(void **state)
{
    const char *drawn =
        draw(*state, "ratings-table", "inspections: latest",
             "inspections:\n" SIF_2015
             "  - {id: C, framework: ILACS_2026, fieldwork: 2024-01-01, judgements: "
             "{leaders: good}, source: S1}\n");
    assert_null(strstr(drawn, "Overall"));
    assert_non_null(strstr(drawn, "#Impact of leaders | Good {good disc}\n"));
    drawn = draw(*state, "ratings-table", "{}",
                 "inspections:\n" SIF_2015
                 "  - {id: C, framework: ILACS_2026, fieldwork: 2024-01-01, judgements: {leaders: "
                 "good}, source: S1}\n");
    assert_non_null(strstr(drawn,
                           "#!Overall | !Inadequate {worst square} | ?no overall judgement | ?no "
                           "longer given\n"));
}

static void inspections_without_a_column_are_listed_below(void **state)
{
    const char *drawn =
        draw(*state, "ratings-table", "most: 1", "inspections:\n" ILACS_2023 SIF_2015);
    const char *earlier = strstr(drawn, "Full inspections before these");
    assert_non_null(earlier);
    assert_true(strstr(drawn, "SIF") > earlier);
    assert_non_null(strstr(earlier, "#!Overall | !Inadequate"));
}

static void visits_and_later_inspections_are_no_columns(void **state)
{
    assert_drawn("ratings-table", "{}",
                 "inspections:\n"
                 "  - {id: V, framework: ILACS_2023, kind: monitoring_visit, published: 2023-05, "
                 "source: S1}\n"
                 "  - {id: L, framework: ILACS_2023, published: 2025-05, overall: good, source: "
                 "S1}\n",
                 "");
}

static void most_lies_between_one_and_six(void **state)
{
    assert_string_equal(refusal(*state, "ratings-table", "most: 0"), "E416");
    assert_string_equal(refusal(*state, "ratings-table", "most: 7"), "E416");
    assert_string_equal(refusal(*state, "ratings-table", "most: 6"), "accepted");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(unstated_judgements_are_said_to_be_so),
        TEST(comparable_judgements_share_a_row_and_the_newest_is_last),
        TEST(what_was_judged_once_stands_in_a_table_of_its_own),
        TEST(what_was_judged_twice_and_given_up_keeps_its_row),
        TEST(a_joint_grade_is_shown_beside_its_parts_and_not_compared),
        TEST(an_inspection_on_another_scale_is_no_column),
        TEST(a_framework_without_overall_judgement_says_so),
        TEST(inspections_without_a_column_are_listed_below),
        TEST(visits_and_later_inspections_are_no_columns),
        TEST(most_lies_between_one_and_six),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
