/* at-a-glance and key-facts: where the council stands, and words for all that is not known. */
#include "support/cmocka.h"

#include "components/fixture.h"
#include "components/inspections.h"

#include <string.h>

/* ---- at-a-glance ---- */

static void the_panel_answers_four_questions(void **state)
{
    assert_drawn(
        "at-a-glance", "{}",
        "inspections:\n" ILACS_2023 SIF_2015 "interventions:\n"
        "  - {id: D, kind: direction, issued: 2022-11-30, known_open: 2024-01-02, source: S2}\n"
        "deadlines:\n"
        "  - {what: The plan, due: 2024-02-12, source: S1}\n"
        "  - {what: The report, due: 2024-01-01, not_done: 2024-01-15, source: S1}\n"
        "  - {what: The answer, due: 2024-01-20, about: B, source: S1}\n",
        "panel: Position on 31~January~2024\n"
        "  #Ofsted’s grade | #Change | #Intervention | #Next deadline\n"
        "  +Good {good disc} | +Up {good up} | +In force {weak } | +12~February~2024 "
        "{weak }\n"
        "  ILACS inspection, April~2023 (inferred).~[1, 3] {good } | From inadequate, SIF "
        "inspection, 19~October~2015. Judgements: 2 up. Impact of leaders and help and "
        "protection: not stated then.~[2] {good } | Statutory direction, issued "
        "30~November~2022. In intervention for 14 months. Its "
        "end is not known, though the grade has since been good.~[2] {weak } | The "
        "plan, in 12 days.~[1] *Overdue:* The report, 4 weeks ago; not done on "
        "15~January~2024.~[1] The answer was due on 20~January~2024; not recorded whether "
        "done.~[1] {weak }\n");
}

static void what_nobody_looked_for_has_no_words(void **state)
{
    assert_string_equal(draw(*state, "at-a-glance", "caption: Now", ""), "");
}

static void what_was_looked_for_is_absent_on_its_day(void **state)
{
    assert_drawn(
        "at-a-glance", "caption: Now",
        "covers:\n"
        "  - {kind: inspections, as_at: 2024-01-10, source: S1}\n"
        "  - {kind: interventions, as_at: 2024-02-10, source: S2}\n",
        "panel: Now\n"
        "  #Ofsted’s grade | #Intervention\n"
        "  +None {neutral } | +None {neutral }\n"
        "  No full inspection published by 10~January~2024.~[1] {neutral } | No intervention on "
        "31~January~2024.~[2] {neutral }\n");
}

static void the_last_of_a_line_of_interventions_is_named(void **state)
{
    const char *drawn = draw(*state, "at-a-glance", "{}",
                             "interventions:\n"
                             "  - {id: A, kind: notice, issued: 2013, ended: 2014, source: S1}\n"
                             "  - {id: B, kind: direction, issued: 2014, ended: 2018-01?, "
                             "ended_how: revoked, source: S2}\n"
                             "deadlines: [{what: The report, source: S3}]\n");
    assert_non_null(strstr(drawn, "+Ended {neutral }"));
    assert_non_null(strstr(drawn, "Statutory direction revoked, January~2018 (inferred).~[2]"));
    assert_non_null(strstr(drawn, "+Date not known {neutral }"));
    assert_non_null(strstr(drawn, "The report, date not stated.~[3]"));
}

static void a_warning_is_not_an_intervention(void **state)
{
    const char *drawn =
        draw(*state, "at-a-glance", "{}",
             "interventions: [{id: L, kind: letter, issued: 2023-12, source: S1}]\n");
    assert_non_null(strstr(drawn, "+Warning letter {neutral }"));
    assert_non_null(strstr(drawn, "Warning letter: December~2023.~[1]"));
}

static void without_an_overall_grade_the_judgements_are_counted(void **state)
{
    const char *drawn = draw(*state, "at-a-glance", "{}",
                             "inspections:\n" ILACS_2023 "  - id: D\n"
                             "    framework: ILACS_2026\n"
                             "    published: 2024-01-10\n"
                             "    judgements: {leaders: inadequate, help_protection: inadequate, "
                             "in_care: good, care_leavers: good}\n"
                             "    source: S1\n");
    assert_non_null(strstr(drawn, "+No overall grade {neutral } | +Down {worst down}"));
    assert_non_null(strstr(drawn, "2 inadequate: impact of leaders, help and protection. / 2 good: "
                                  "children in care, care leavers. / The framework has had no "
                                  "overall judgement since April 2026. / "));
    assert_non_null(strstr(drawn, "Judgements: 2 the same, 2 down.~[1, 3]"));
}

static void another_scale_is_not_compared(void **state)
{
    const char *drawn = draw(*state, "at-a-glance", "{}",
                             "inspections:\n" SIF_2015
                             "  - {id: L, framework: LAC_2013, published: 2013-08-16, overall: "
                             "inadequate, source: S1}\n");
    assert_non_null(strstr(drawn, "+Not comparable {neutral }"));
    assert_non_null(
        strstr(drawn, "The framework changed, from looked after children 2013 to SIF."));
}

static void a_judgement_worse_than_the_grade_is_named(void **state)
{
    const char *drawn = draw(*state, "at-a-glance", "{}",
                             "inspections: [{id: D, framework: ILACS_2018, published: 2022-03, "
                             "overall: requires_improvement, judgements: {leaders: inadequate, "
                             "help_protection: requires_improvement}, source: S1}]\n");
    assert_non_null(strstr(drawn, "1 inadequate: impact of leaders. / ILACS inspection"));
}

/* ---- key-facts ---- */

static void key_facts_name_judgement_change_and_intervention(void **state)
{
    assert_drawn(
        "key-facts", "caption: Where Norfolk stands",
        "inspections:\n" ILACS_2023 SIF_2015 "interventions:\n"
        "  - {id: D, kind: direction, issued: 2022-11-30, known_open: 2024-01-02, source: S2}\n"
        "deadlines:\n"
        "  - {what: The plan, due: 2024-02-12, source: S1}\n"
        "  - {what: The report, due: 2024-01-01, source: S1}\n"
        "actions:\n"
        "  - {text: Recruit, status: complete, source: S1}\n"
        "  - {text: Train, source: S1}\n",
        "plain table: Where Norfolk stands\n"
        "  #Current judgement | !Good overall; ILACS inspection published April~2023 "
        "(inferred)~[1, 3] {good disc}\n"
        "  #Change since the inspection before | Up: overall effectiveness, children in "
        "care, care leavers. Impact of leaders and help and protection: not stated "
        "then~[1, 2, 3]\n"
        "  #Last full inspection | *Began 11 months ago*, 1~February~2023~[1, 3]\n"
        "  #In intervention | *Yes*: statutory direction, 30~November~2022~[2]\n"
        "  #Time in intervention in all | *14 months*. From the statutory direction, "
        "30~November~2022, to 31~January~2024, the day of this briefing\n"
        "  #Plan of action | Was due about 14~July to 9~August~2023 (inferred); not "
        "recorded whether sent: 70 working days after the council received the report (SI "
        "2007/462), counted from its publication; to Ofsted and the Secretary of "
        "State~[1, 3]\n"
        "  #Next deadline | The plan: 12~February~2024, in 12 days~[1]\n"
        "  #Deadline passed | The report was due on 1~January~2024; not recorded whether "
        "done~[1]\n"
        "  #Actions | 1 of 1 complete, 1 without a status\n");
}

static void key_facts_name_each_judgement_where_there_is_no_overall_one(void **state)
{
    const char *drawn = draw(*state, "key-facts", "caption: F",
                             "inspections:\n"
                             "  - id: D\n"
                             "    framework: ILACS_2026\n"
                             "    published: 2018-01-10\n"
                             "    judgements: {leaders: inadequate, in_care: good}\n"
                             "    source: S1\n");
    assert_non_null(strstr(drawn, "Its judgements | Impact of leaders: inadequate; children in "
                                  "care: good~[1]\n"));
}

static void key_facts_name_the_plan_until_it_is_due(void **state)
{
    assert_drawn(
        "key-facts", "caption: F",
        "inspections: [{id: A, framework: ILACS_2023, published: 2024-01-15, overall: good, "
        "source: S1}]\nactions: [{text: A, status: overdue, source: S1}]\n",
        "plain table: F\n"
        "  #Current judgement | !Good overall; ILACS inspection published "
        "15~January~2024~[1] {good disc}\n"
        "  #Last full inspection | *Published 16 days ago*, 15~January~2024~[1]\n"
        "  #Plan of action | About 24~April~2024, in 12 weeks: 70 working days after the council "
        "received the report (SI 2007/462), counted from its publication; to Ofsted and the "
        "Secretary of State~[1]\n"
        "  #Actions | 0 of 1 complete, 1 overdue\n");
}

static void brief_key_facts_leave_out_what_the_panel_says(void **state)
{
    assert_drawn("key-facts", "brief: yes",
                 "inspections: [{id: A, framework: ILACS_2023, published: 2024-01-15, overall: "
                 "good, source: S1}]\n"
                 "interventions: [{id: D, kind: direction, issued: 2022-11-30, known_open: "
                 "2024-01-02, source: S2}]\n"
                 "deadlines: [{what: The plan, due: 2024-02-12, source: S1}]\n",
                 "plain table: Key facts on 31~January~2024\n"
                 "  #Last full inspection | *Published 16 days ago*, 15~January~2024~[1]\n"
                 "  #Time in intervention in all | *14 months*. From the statutory direction, "
                 "30~November~2022, to 31~January~2024, the day of this briefing\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(the_panel_answers_four_questions),
        TEST(what_nobody_looked_for_has_no_words),
        TEST(what_was_looked_for_is_absent_on_its_day),
        TEST(the_last_of_a_line_of_interventions_is_named),
        TEST(a_warning_is_not_an_intervention),
        TEST(without_an_overall_grade_the_judgements_are_counted),
        TEST(another_scale_is_not_compared),
        TEST(a_judgement_worse_than_the_grade_is_named),
        TEST(key_facts_name_judgement_change_and_intervention),
        TEST(key_facts_name_each_judgement_where_there_is_no_overall_one),
        TEST(key_facts_name_the_plan_until_it_is_due),
        TEST(brief_key_facts_leave_out_what_the_panel_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
