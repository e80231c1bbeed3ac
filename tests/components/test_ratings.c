/* judgements: which judgements stand side by side, and what is said where they cannot. */
#include "support/cmocka.h"

#include "components/fixture.h"
#include "components/inspections.h"

#include <string.h>

/* ---- columns and rows ---- */

static void unstated_judgements_are_said_to_be_so(void **state)
{
    assert_drawn("judgements", "caption: Norfolk in 2015", "inspections:\n" SIF_2015,
                 "table: Norfolk in 2015\n"
                 "  #!Judgement | #!October 2015~[2]\n"
                 "  #!Overall | !Inadequate {worst square}\n"
                 "  #Help and protection | ?Not stated\n"
                 "  #Children looked after | !Inadequate {worst square}\n"
                 "  #>Care leavers | !Inadequate {worst square}\n"
                 "  #Leadership | ?Not stated\n"
                 "note: Each column is headed by the month of its report. 2 further judgements in October~2015: requires "
                 "improvement (named by the source only as “two other areas”).~[2]\n");
}

static void comparable_judgements_share_a_row_and_the_newest_is_last(void **state)
{
    assert_drawn(
        "judgements", "{}", "inspections:\n" ILACS_2023 SIF_2015,
        "table: \n"
        "  #!Judgement | #October 2015~[2] | #!April 2023 (inferred)~[1, 3] | #Since~2015\n"
        "  #!Overall | Inadequate {quiet worst square} | !Good {good disc} | up~2~grades { up}\n"
        "  #Leaders | ?Not stated | !Good {good disc} | ?not known\n"
        "  #Help and protection | ?Not stated | !Outstanding~[2] {best star} | ?not known\n"
        "  #Children in care | Inadequate {quiet worst square} | !Good {good disc} | up~2~grades { "
        "up}\n"
        "  #Care leavers | Inadequate {quiet worst square} | !Good {good disc} | up~2~grades { "
        "up}\n"
        "  instead: Up since October~2015: overall (2 grades); children in care (2 grades); "
        "care leavers (2 grades).\n"
        "note: Each column is headed by the month of its report. October~2015: single inspection framework; April~2023 "
        "(inferred): inspection of local authority children’s services. 2 further judgements in "
        "October~2015: requires improvement (named by the source only as “two other "
        "areas”).~[2]\n");
}

#define SIF_OF_PARTS                                                                               \
    "  - id: A\n"                                                                                  \
    "    framework: SIF\n"                                                                         \
    "    fieldwork: 2015-07\n"                                                                     \
    "    judgements: {adoption: outstanding, cla_permanence: not_judged}\n"                        \
    "    bodies: [{name: the safeguarding board, judgement: lscb, grade: good, source: S3}]\n"     \
    "    source: S2\n"

/* An heir is no heir where there is none: one sentence, or a table of its own where all is shown.
 */
static void what_was_judged_once_is_told_in_a_sentence(void **state)
{
    const char *drawn = draw(*state, "judgements", "{}", "inspections:\n" ILACS_2023 SIF_OF_PARTS);
    assert_non_null(strstr(drawn, "#Fieldwork July 2015~[2]"));
    assert_non_null(strstr(drawn, "Children in care | ?Not judged {quiet open neutral } | !Good "
                                  "{good disc} | ?not compared\n"));
    assert_non_null(strstr(
        drawn,
        "#Safeguarding children board | Good~[3] {quiet good disc} | ?Not judged [2 columns]"));
    assert_non_null(strstr(drawn, "Judged only in July~2015: adoption, outstanding."));
    assert_null(strstr(drawn, "#Adoption"));
    drawn =
        draw(*state, "judgements", "inspections: all", "inspections:\n" ILACS_2023 SIF_OF_PARTS);
    assert_non_null(strstr(drawn, "table: Judgements that cannot be compared with these\n"));
    assert_non_null(strstr(
        drawn,
        "#SIF inspection / Fieldwork July~2015~[2] | #Adoption | Outstanding {quiet best star}\n"));
    assert_null(strstr(drawn, "Judged only"));
}

static void what_was_judged_twice_and_given_up_keeps_its_row(void **state)
{
    const char *drawn = draw(*state, "judgements", "{}",
                             "inspections:\n" ILACS_2023
                             "  - {id: A, framework: SIF, published: 2015, judgements: {adoption: "
                             "good}, source: S2}\n"
                             "  - {id: C, framework: SIF, published: 2017, judgements: {adoption: "
                             "outstanding}, source: S2}\n");
    assert_non_null(strstr(drawn, "#>Adoption | Good {quiet good disc} | Outstanding {quiet best "
                                  "star} | ?No longer judged | ?not compared\n"));
    assert_non_null(strstr(drawn, "instead: In 2015: adoption, good."));
}

/* The newest that has no grade alone is no worse than that of before: nothing is compared. */
static void a_joint_grade_is_shown_over_its_parts_and_not_compared(void **state)
{
    const char *drawn = draw(*state, "judgements", "{}",
                             "inspections:\n" ILACS_2023
                             "  - {id: A, framework: ILACS_2018, published: 2019, overall: good, "
                             "judgements: {leaders: outstanding, in_care_and_care_leavers: good}, "
                             "source: S2}\n");
    assert_non_null(strstr(drawn, "#Leaders | Outstanding {quiet best star} | !Good "
                                  "{good disc} | down~1~grade { down}"));
    assert_non_null(
        strstr(drawn, "#Children in care | Good // judged together [2 rows, joint] {quiet good "
                      "disc} | !Good {good disc} | ?not compared [2 rows]\n"));
    assert_null(strstr(drawn, "#Children in care and care leavers"));
}

static void an_inspection_on_another_scale_is_no_column(void **state)
{
    static const char *const two =
        "inspections:\n" SIF_2015
        "  - {id: L, framework: LAC_2013, published: 2013-08-16, overall: "
        "inadequate, judgements: {outcomes: adequate}, source: S1}\n";
    const char *drawn = draw(*state, "judgements", "{}", two);
    assert_non_null(strstr(drawn, "  #!Judgement | #!October 2015~[2]\n"));
    assert_non_null(strstr(drawn, "Full inspection before: August~2013."));
    assert_null(strstr(drawn, "dequate {quiet"));
    drawn = draw(*state, "judgements", "inspections: all", two);
    assert_non_null(strstr(
        drawn,
        "#Looked after children 2013 inspection / August~2013~[1] [2 rows] | #Overall | Inadequate "
        "{quiet worst square}\n  # | #Outcomes | Adequate {quiet open weak triangle}\n"));
}

static void a_framework_without_overall_judgement_says_so(void **state)
{
    static const char *const two =
        "inspections:\n" SIF_2015
        "  - {id: C, framework: ILACS_2026, fieldwork: 2024-01-01, judgements: "
        "{leaders: good}, source: S1}\n";
    const char *drawn = draw(*state, "judgements", "inspections: latest", two);
    assert_null(strstr(drawn, "Overall"));
    drawn = draw(*state, "judgements", "{}", two);
    assert_non_null(strstr(drawn, "#Overall | Inadequate {quiet worst square} | ?Ofsted gives none "
                                  "since April~2026 [2 columns]"));
}

static void inspections_without_a_column_are_told_by_their_month(void **state)
{
    const char *drawn = draw(*state, "judgements", "most: 1", "inspections:\n" ILACS_2023 SIF_2015);
    assert_non_null(strstr(drawn, "Full inspection before: October~2015."));
    assert_null(strstr(drawn, "Inadequate"));
    drawn = draw(*state, "judgements", "{most: 1, inspections: all}",
                 "inspections:\n" ILACS_2023 SIF_2015);
    assert_non_null(strstr(drawn, "table: Full inspections before these\n  #!Judgement | "
                                  "#!October 2015~[2]\n  #!Overall | Inadequate {quiet"));
}

static void visits_and_later_inspections_are_no_columns(void **state)
{
    assert_drawn("judgements", "{}",
                 "inspections:\n"
                 "  - {id: V, framework: ILACS_2023, kind: monitoring_visit, published: 2023-05, "
                 "source: S1}\n"
                 "  - {id: L, framework: ILACS_2023, published: 2025-05, overall: good, source: "
                 "S1}\n",
                 "");
}

static void most_lies_between_one_and_four(void **state)
{
    assert_string_equal(refusal(*state, "judgements", "most: 0"), "E416");
    assert_string_equal(refusal(*state, "judgements", "most: 5"), "E416");
    assert_string_equal(refusal(*state, "judgements", "most: 4"), "accepted");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(unstated_judgements_are_said_to_be_so),
        TEST(comparable_judgements_share_a_row_and_the_newest_is_last),
        TEST(what_was_judged_once_is_told_in_a_sentence),
        TEST(what_was_judged_twice_and_given_up_keeps_its_row),
        TEST(a_joint_grade_is_shown_over_its_parts_and_not_compared),
        TEST(an_inspection_on_another_scale_is_no_column),
        TEST(a_framework_without_overall_judgement_says_so),
        TEST(inspections_without_a_column_are_told_by_their_month),
        TEST(visits_and_later_inspections_are_no_columns),
        TEST(most_lies_between_one_and_four),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
