/* Tests of the rules on work and money: actions, recommendations, risks, milestones, amounts. */
#include "rules/rules_codes.h"
#include "support/cmocka.h"

#include "support/briefing_fixture.h"

/* The records behind FIXTURE_HEAD give `count` diagnostics of this code. */
static void assert_gives(const char *records, const struct code *code, size_t count)
{
    struct briefing_fixture fixture;
    char text[8192];
    snprintf(text, sizeof text, "%s%s", FIXTURE_HEAD, records);
    fixture_check(&fixture, text);
    if (fixture_count(&fixture, code) != count)
        diags_print(&fixture.diags, stderr, false, DIAG_ALL);
    assert_int_equal(fixture_count(&fixture, code), count);
    fixture_close(&fixture);
}

/* The same of what is computed. */
static void assert_computes(const char *records, const struct code *code, size_t count)
{
    struct briefing_fixture fixture;
    char text[8192];
    snprintf(text, sizeof text, "%s%s", FIXTURE_HEAD, records);
    fixture_derive(&fixture, text);
    assert_int_equal(fixture_count(&fixture, code), count);
    fixture_close(&fixture);
}

#define ACTION(rest) "actions: [{text: A, source: S1, " rest "}]\n"

static void ratings_mean_what_they_say(void **state)
{
    (void)state;
    assert_gives(ACTION("status: in_progress, rag: blue"), &W265, 1);
    assert_gives(ACTION("status: complete, rag: blue"), &W265, 0);
    assert_gives(ACTION("status: superseded, rag: blue"), &W265, 0);
    assert_gives(ACTION("status: in_progress, rag: green, due: 2017"), &W265, 1);
    assert_gives(ACTION("status: in_progress, rag: green, due: 2017, revised_due: 2019"), &W265, 0);
    assert_gives(ACTION("status: withdrawn, rag: green, due: 2017"), &W265, 0);
    assert_gives(ACTION("status: on_hold, rag: green"), &W265, 1);
    assert_gives(ACTION("status: complete, rag: red"), &W265, 1);
    assert_gives(ACTION("status: complete, rag: amber"), &W265, 1);
    assert_gives(ACTION("status: complete, rag: green"), &W265, 0);
    assert_gives(ACTION("status: overdue, rag: red"), &W265, 0);
    assert_gives(ACTION("rag: blue"), &W265, 0);
    assert_gives(ACTION("status: complete, impact_rag: red"), &W265, 0);
}

static void percentages_fit_the_status(void **state)
{
    (void)state;
    assert_gives(ACTION("status: in_progress, percent: 100"), &W293, 1);
    assert_gives(ACTION("status: complete, percent: 100%"), &W293, 0);
    assert_gives(ACTION("status: complete, percent: 60 %"), &W293, 1);
    assert_gives(ACTION("status: in_progress, percent: 60"), &W293, 0);
    assert_gives(ACTION("percent: 100"), &W293, 0);
    assert_gives(ACTION("status: withdrawn, percent: 60"), &W293, 0);
    assert_gives(ACTION("percent: 101"), &E235, 1);
    assert_gives(ACTION("percent: 100"), &E235, 0);
}

static void actions_answer_what_asks(void **state)
{
    (void)state;
    assert_gives("recommendations: [{id: R1, text: R, source: S1}]\n" ACTION("answers: R1"), &W294,
                 0);
    assert_gives("recommendations: [{id: R1, text: R, source: S1}]\n" ACTION("answers: [R1, S1]"),
                 &W294, 1);
}

static void numbers_stand_once(void **state)
{
    (void)state;
    assert_gives("actions:\n  - {number: 1.1, text: A, source: S1}\n"
                 "  - {number: 1.2, text: B, source: S1}\n  - {text: C, source: S1}\n"
                 "  - {text: D, source: S1}\n",
                 &W295, 0);
    assert_gives("actions:\n  - {number: A 1, text: A, source: S1}\n"
                 "  - {number: a-1, text: B, source: S1}\n",
                 &W295, 1);
}

#define RECOMMENDATION(rest) "recommendations: [{id: R1, text: R, source: S1, " rest "}]\n"

static void what_is_rejected_is_not_done(void **state)
{
    (void)state;
    assert_gives(RECOMMENDATION("response: rejected, status: complete"), &W296, 1);
    assert_gives(RECOMMENDATION("response: rejected, status: withdrawn"), &W296, 0);
    assert_gives(RECOMMENDATION("response: rejected"), &W296, 0);
    assert_gives(RECOMMENDATION("response: partly, status: complete"), &W296, 0);
    assert_gives(RECOMMENDATION("comes_from: S1"), &W294, 1);
    assert_gives(RECOMMENDATION("comes_from: R1"), &W294, 1);
    assert_gives(
        "inspections: [{id: I1, framework: SIF, published: 2015-10, source: S1}]\n" RECOMMENDATION(
            "comes_from: I1"),
        &W294, 0);
}

#define RISK(rest) "risks: [{text: R, source: S1, " rest "}]\n"

static void risks_score_what_they_can(void **state)
{
    (void)state;
    assert_gives(RISK("likelihood: 1, impact: 5"), &E293, 0);
    assert_gives(RISK("likelihood: 0, impact: 6"), &E293, 2);
    assert_gives(RISK("likelihood_after: 9"), &E293, 1);
    assert_gives(RISK("likelihood: -1"), &E293, 0);
    assert_gives(RISK("likelihood: -1"), &E235, 1);
    assert_gives(RISK("likelihood: 3, impact: 4, score: 12"), &W297, 0);
    assert_gives(RISK("likelihood: 3, impact: 4, score: 11"), &W297, 1);
    assert_gives(RISK("likelihood: 3, score: 11"), &W297, 0);
    assert_gives(RISK("likelihood_after: 3, impact_after: 4, score_after: 11"), &W297, 1);
    assert_gives(RISK("likelihood: 3, impact: 4, score_after: 13"), &W298, 1);
    assert_gives(RISK("likelihood: 3, impact: 4, score_after: 12"), &W298, 0);
    assert_gives(RISK("score_after: 12"), &W298, 0);
}

#define MILESTONE(rest) "milestones: [{text: M, source: S1, " rest "}]\n"

static void milestones_agree_with_their_dates(void **state)
{
    (void)state;
    assert_gives(MILESTONE("planned: 2017-06, actual: 2017-05, rag: red"), &W265, 1);
    assert_gives(MILESTONE("planned: 2017-06, actual: 2017-05, rag: amber"), &W265, 1);
    assert_gives(MILESTONE("planned: 2017-06, actual: 2017-05, rag: blue"), &W265, 0);
    assert_gives(MILESTONE("planned: 2017-06, rag: green"), &W265, 1);
    assert_gives(MILESTONE("planned: 2017-06, revised: 2019, rag: green"), &W265, 0);
    assert_gives(MILESTONE("planned: 2017-06, rag: red, impact_rag: green"), &W265, 0);
    assert_gives(MILESTONE("planned: 2019-06, revised: 2019-03"), &W268, 1);
    assert_gives(MILESTONE("planned: 2019-06, revised: 2019-09"), &W268, 0);
}

static void deadlines_end_or_are_met(void **state)
{
    (void)state;
    assert_gives("deadlines: [{what: W, done: 2017, ended: lapsed, source: S1}]\n", &W299, 1);
    assert_gives("deadlines: [{what: W, ended: superseded, source: S1}]\n", &W299, 0);
}

#define PARTS(first, second)                                                                       \
    "funding:\n  - {id: F1, amount: 11.49, unit: million, status: approved, source: S1}\n"         \
    "  - {amount: 5000, unit: thousand, part_of: F1, source: S1, " first "}\n"                     \
    "  - {amount: 6490000, part_of: F1, source: S1, " second "}\n"

static void parts_add_up_to_their_whole(void **state)
{
    (void)state;
    assert_computes(PARTS("status: approved", "status: approved"), &W380, 0);
    assert_computes(PARTS("status: approved", "status: spent"), &W380, 0);
    assert_computes("funding:\n  - {id: F1, amount: 11, source: S1}\n"
                    "  - {amount: 5, part_of: F1, source: S1}\n",
                    &W380, 0);
    assert_computes("funding:\n  - {id: F1, amount: 11, source: S1}\n"
                    "  - {amount: 12, part_of: F1, source: S1}\n",
                    &W380, 1);
    assert_computes("funding:\n  - {id: F1, amount: 11, source: S1}\n"
                    "  - {amount: 5, part_of: F1, source: S1}\n"
                    "  - {amount: 5, part_of: F1, source: S1}\n",
                    &W380, 1);
    assert_computes("funding:\n  - {id: F1, amount: 11, amount_is: over, source: S1}\n"
                    "  - {amount: 12, part_of: F1, source: S1}\n",
                    &W380, 0);
    assert_gives("funding:\n  - {id: F1, amount: 1, source: S1, part_of: F2}\n"
                 "  - {id: F2, amount: 2, part_of: F1, source: S1}\n",
                 &E294, 2);
    assert_gives("funding:\n  - {id: F1, amount: 1, source: S1}\n"
                 "  - {amount: 2, per: week, part_of: F1, source: S1}\n",
                 &W382, 1);
}

#define PAYERS(payers) "funding: [{amount: 10, unit: million, source: S1, payers: [" payers "]}]\n"

static void payers_pay_all_and_no_more(void **state)
{
    (void)state;
    assert_gives(PAYERS("{name: A, percent: 60}, {name: B, percent: 40%}"), &W381, 0);
    assert_gives(PAYERS("{name: A, percent: 60}, {name: B}"), &W381, 0);
    assert_gives(PAYERS("{name: A, percent: 60}, {name: B, percent: 50}"), &W381, 1);
    assert_gives(PAYERS("{name: A, percent: 60}, {name: B, percent: 30}"), &W381, 1);
    assert_gives(PAYERS("{name: A, amount: 6}, {name: B, amount: 4}"), &W381, 0);
    assert_gives(PAYERS("{name: A, amount: 6}, {name: B, amount: 5}"), &W381, 1);
    assert_gives(PAYERS("{name: A, amount: 6}, {name: B}"), &W381, 0);
    assert_gives(PAYERS("{name: A}"), &W381, 0);
}

static void money_is_spent_by_its_time(void **state)
{
    (void)state;
    assert_gives("funding: [{amount: 1, status: spent, period: 2019, source: S1}]\n", &W383, 1);
    assert_gives("funding: [{amount: 1, status: outturn, period: 2017/2019, source: S1}]\n", &W383,
                 0);
    assert_gives("funding: [{amount: 1, status: budget, period: 2019, source: S1}]\n", &W383, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratings_mean_what_they_say),
        cmocka_unit_test(percentages_fit_the_status),
        cmocka_unit_test(actions_answer_what_asks),
        cmocka_unit_test(numbers_stand_once),
        cmocka_unit_test(what_is_rejected_is_not_done),
        cmocka_unit_test(risks_score_what_they_can),
        cmocka_unit_test(milestones_agree_with_their_dates),
        cmocka_unit_test(deadlines_end_or_are_met),
        cmocka_unit_test(parts_add_up_to_their_whole),
        cmocka_unit_test(payers_pay_all_and_no_more),
        cmocka_unit_test(money_is_spent_by_its_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
