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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratings_mean_what_they_say),
        cmocka_unit_test(percentages_fit_the_status),
        cmocka_unit_test(actions_answer_what_asks),
        cmocka_unit_test(numbers_stand_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
