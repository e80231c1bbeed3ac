/* Tests of what is computed about plans, pace, actions, directors and evidence. */
#include "rules/rules_codes.h"
#include "support/cmocka.h"

#include "support/briefing_fixture.h"

static void assert_text(struct briefing_fixture *fixture, struct str text, const char *expected)
{
    assert_string_equal(str_z(fixture->arena, text), expected);
}

#define AT(day)           "briefing: {title: T, as_at: " day "}\ncouncil: {name: C}\n"
#define INSPECTED(fields) "inspections: [{id: I, framework: ILACS_2023, overall: RI, " fields "}]\n"

/* ---- the plan of action ---- */

static void plan_is_due_after_70_working_days(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct action_plan *plan =
        fixture_derive(&fixture, AT("2023-08-01") INSPECTED("published: 2023-05-09"))->action_plan;
    assert_non_null(plan);
    assert_int_equal(plan->due.first, day_from_civil(2023, 8, 16));
    assert_int_equal(plan->due.last, plan->due.first);
    assert_text(&fixture, plan->text, "in 15 days");
    assert_text(
        &fixture, plan->base,
        "70 working days after the council received the report (SI 2007/462), counted from its "
        "publication");
    fixture_close(&fixture);
}

static void imprecise_publication_gives_a_range(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct action_plan *plan =
        fixture_derive(&fixture, AT("2023-08-01") INSPECTED("published: 2023-05?"))->action_plan;
    assert_int_equal(plan->due.precision, DATE_INTERVAL);
    assert_int_equal(plan->due.first, day_from_civil(2023, 8, 9));
    assert_int_equal(plan->due.last, day_from_civil(2023, 9, 7));
    assert_true(plan->due.inferred);
    fixture_close(&fixture);
}

static void missing_bank_holidays_are_told_and_not_guessed(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived =
        fixture_derive(&fixture, AT("2027-12-20") INSPECTED("published: 2027-12-06"));
    assert_int_equal(derived->action_plan->due.precision, DATE_UNKNOWN);
    assert_false(derived->action_plan->at_least.known);
    assert_text(&fixture, derived->action_plan->text,
                "not known: the bank holidays of 2028 are missing");
    const struct diag *diag = fixture_diag(&fixture, &W250);
    assert_non_null(diag);
    assert_text(&fixture, diag->hint, "add the year 2028 to templates/bank-holidays.yaml");
    fixture_close(&fixture);
}

static void plan_of_long_ago_needs_no_bank_holidays(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived =
        fixture_derive(&fixture, AT("2029-12-20") INSPECTED("published: 2027-12-06"));
    assert_null(derived->action_plan);
    assert_int_equal(fixture_count(&fixture, &W250), 0);
    fixture_close(&fixture);
}

static void framework_without_the_duty_gives_no_plan(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    assert_null(fixture_derive(&fixture,
                               AT("2013-09-01") "inspections: [{id: I, framework: LAC_2013, "
                                                "published: 2013-08-16}]\n")
                    ->action_plan);
    fixture_close(&fixture);
}

/* ---- pace ---- */

static void days_are_counted_from_the_start_of_fieldwork(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture,
        AT("2024-01-31") INSPECTED("fieldwork: 2023-11-13/2023-11-24, published: 2024-01-19"));
    assert_int_equal(derived->days_since_inspection->value.low, 79);
    assert_text(&fixture, derived->days_since_inspection->text, "11 weeks");
    assert_text(&fixture, derived->days_since_inspection->base,
                "from the start of fieldwork, 13\u00a0November\u00a02023");
    assert_text(&fixture, derived->days_to_report->text, "8 weeks");
    fixture_close(&fixture);
}

static void days_are_counted_from_the_report_without_fieldwork(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived =
        fixture_derive(&fixture, AT("2024-01-31") INSPECTED("published: 2024-01"));
    assert_text(&fixture, derived->days_since_inspection->text, "up to 4 weeks");
    assert_text(&fixture, derived->days_since_inspection->base,
                "from publication, January\u00a02024");
    assert_null(derived->days_to_report);
    fixture_close(&fixture);
}

/* ---- actions ---- */

static void actions_are_counted_by_status(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct action_tally *tally =
        fixture_derive(
            &fixture, FIXTURE_HEAD
            "actions:\n"
            "  - {text: A, status: complete, due: 2017, source: S1}\n"
            "  - {text: B, status: planned, due: 2018-01-20, date: 2018-01-22, source: S1}\n"
            "  - {text: C, status: planned, due: 2018-01-20, revised_due: 2018-02, "
            "source: S1}\n"
            "  - {text: D, status: overdue, source: S1}\n"
            "  - {text: E, due: 2018-01, source: S1}\n")
            ->actions;
    assert_text(&fixture, tally->text, "1 of 4 complete, 1 without a status");
    assert_text(&fixture, tally->base, "1 complete, 1 planned, 2 overdue, 1 without a status");
    assert_int_equal(tally->late.count, 2);
    const struct late_action *late = &tally->late.items[0];
    assert_text(&fixture, late->what, "B");
    assert_text(&fixture, late->text, "2 days ago");
    late = &tally->late.items[1];
    assert_text(&fixture, late->text, "date not stated");
    fixture_close(&fixture);
}

static void no_actions_have_no_percentage(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct action_tally *tally = fixture_derive(&fixture, FIXTURE_HEAD)->actions;
    assert_false(tally->percent.known);
    assert_text(&fixture, tally->text, "not known");
    fixture_close(&fixture);
}

/* ---- directors ---- */

#define EVENT(fields) "  - {source: S2, " fields "}\n"

static void directors_are_counted_and_timed(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture, FIXTURE_HEAD "leadership:\n" EVENT(
                      "person: Sheila Lock, role: Interim Director of Children's Services, event: "
                      "interim, date: 2013-07") EVENT("person: Sheila Lock, role: Interim Director "
                                                      "of Children's Services, event: stood_down, "
                                                      "date: 2014-09")
                      EVENT("role: Director of children's services, event: stood_down")
                          EVENT("person: Lyn Burns, role: Assistant director for children, event: "
                                "in_post"));
    assert_int_equal(derived->directors->value.low, 1);
    assert_int_equal(derived->directors->value.high, 2);
    assert_text(&fixture, derived->directors->text, "1 to 2 people");
    assert_text(&fixture, derived->directors->base,
                "Sheila Lock (interim); and 1 event that names nobody");
    assert_int_equal(derived->tenures.count, 1);
    const struct tenure *tenure = &derived->tenures.items[0];
    assert_text(&fixture, tenure->text, "13 to 14 months");
    assert_text(&fixture, tenure->base, "from July\u00a02013 to September\u00a02014");
    fixture_close(&fixture);
}

static void tenure_without_an_end_is_not_guessed(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture, FIXTURE_HEAD "leadership:\n" EVENT("person: Stuart Smith, role: Director of "
                                                     "children's services, event: in_post, "
                                                     "date: 2014-02-11"));
    const struct tenure *tenure = &derived->tenures.items[0];
    assert_text(&fixture, tenure->text, "not known");
    assert_text(&fixture, tenure->base,
                "in post by 11\u00a0February\u00a02014; its end is not known");
    assert_int_equal(tenure->interim, ANSWER_NO);
    fixture_close(&fixture);
}

static void without_directors_nothing_is_known(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct measure *directors = fixture_derive(&fixture, FIXTURE_HEAD)->directors;
    assert_false(directors->value.known);
    assert_text(&fixture, directors->base, "not known");
    fixture_close(&fixture);
}

/* ---- evidence ---- */

static void evidence_is_counted(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct assurance *evidence =
        fixture_derive(&fixture,
                       FIXTURE_HEAD "events:\n"
                                    "  - {text: A, date: 2017-05-01, source: [S1, S2]}\n"
                                    "  - {text: B, date: 2017?, source: S2}\n"
                                    "  - {text: C, date: 2017-06~}\n"
                                    "  - {text: D, source: S1}\n"
                                    "conflicts: [{about: X, says: [a, b], source: [S1, S2]}]\n")
            ->evidence;
    assert_int_equal(evidence->facts.value, 5);
    assert_int_equal(evidence->sourced.value, 4);
    assert_int_equal(evidence->unsourced.value, 1);
    assert_int_equal(evidence->single_source.value, 2);
    assert_int_equal(evidence->sourced_percent.value, 80);
    assert_int_equal(evidence->dates.value, 3);
    assert_int_equal(evidence->inferred.value, 1);
    assert_int_equal(evidence->approximate.value, 1);
    assert_int_equal(evidence->imprecise.value, 2);
    assert_int_equal(evidence->undated.value, 1);
    assert_int_equal(evidence->conflicts.value, 1);
    assert_text(&fixture, evidence->text,
                "4 of 5 facts name a source, and 2 of them rest on one alone");
    fixture_close(&fixture);
}

/* ---- the department's published tests ---- */

#define REPORT(id, framework, published, grades)                                                   \
    "  - {id: " id ", framework: " framework ", published: " published ", source: S1, " grades "}" \
    "\n"
#define REPORTS(day, reports)                                                                      \
    AT(day) "sources: [{id: S1, title: One, kind: data}]\ninspections:\n" reports
#define BAD "overall: inadequate"
#define SIF_BAD(second)                                                                            \
    BAD ", judgements: {help_protection: inadequate, cla_permanence: " second                      \
        ", leadership: inadequate}"

static void tests_before_their_publication_are_not_named(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture, REPORTS("2016-04-30", REPORT("A", "SIF", "2015-10-19", SIF_BAD("inadequate"))));
    assert_null(derived->published_tests);
    fixture_close(&fixture);
    derived = fixture_derive(
        &fixture, REPORTS("2016-05-01", REPORT("A", "SIF", "2015-10-19", SIF_BAD("inadequate"))));
    assert_non_null(derived->published_tests);
    assert_int_equal(derived->published_tests->systemic, ANSWER_YES);
    assert_int_equal(derived->published_tests->persistent, ANSWER_ABSENT);
    fixture_close(&fixture);
}

static void all_reports_within_five_years_of_the_latest_are_named_once(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct published_tests *tests =
        fixture_derive(&fixture,
                       REPORTS("2018-01-22", REPORT("A", "CP_2012", "2012-09-03", BAD)
                                                 REPORT("C", "SIF", "2018-01", SIF_BAD("good"))
                                                     REPORT("B", "LAC_2013", "2013-08-02", BAD)
                                                         REPORT("D", "SIF", "2015-06-05", BAD)))
            ->published_tests;
    assert_non_null(tests);
    assert_int_equal(tests->persistent, ANSWER_YES);
    assert_int_equal(tests->systemic, ANSWER_NO);
    assert_text(&fixture, tests->text,
                "Meets the Department for Education’s published test of persistent failure: "
                "inadequate in reports of 2\u00a0August\u00a02013, 5\u00a0June\u00a02015 and "
                "January\u00a02018, within five years.");
    assert_int_equal(tests->source.count, 1);
    fixture_close(&fixture);
}

static void assert_no_test_is_met(const char *text)
{
    struct briefing_fixture fixture;
    assert_null(fixture_derive(&fixture, text)->published_tests);
    fixture_close(&fixture);
}

static void what_is_not_known_meets_no_test(void **state)
{
    (void)state;
    /* One service alone, though each of its judgements was inadequate. */
    assert_no_test_is_met(
        REPORTS("2017-01-22", REPORT("A", "CP_2012", "2013-03-01",
                                     BAD ", judgements: {help_protection: inadequate, "
                                         "quality_of_practice: inadequate, "
                                         "leadership_governance: inadequate}")));
    assert_no_test_is_met(
        REPORTS("2017-01-22", REPORT("A", "SIF", "2015-10-19", SIF_BAD("not_judged"))));
    /* A month that reaches to five years before, a day that is about, one and the same report. */
    assert_no_test_is_met(REPORTS("2020-01-22", REPORT("A", "SIF", "2014-03", BAD)
                                                    REPORT("B", "ILACS_2018", "2019-03-15", BAD)));
    assert_no_test_is_met(REPORTS("2020-01-22", REPORT("A", "SIF", "2015-03-02~", BAD)
                                                    REPORT("B", "ILACS_2018", "2019-03-15", BAD)));
    assert_no_test_is_met(REPORTS("2020-01-22", REPORT("A", "ILACS_2018", "2019-03-15", BAD)
                                                    REPORT("B", "ILACS_2018", "2019-03", BAD)));
    /* After the day of the paper. */
    assert_no_test_is_met(REPORTS("2019-01-22", REPORT("A", "SIF", "2015-03-02", BAD)
                                                    REPORT("B", "ILACS_2018", "2019-03-15", BAD)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plan_is_due_after_70_working_days),
        cmocka_unit_test(imprecise_publication_gives_a_range),
        cmocka_unit_test(missing_bank_holidays_are_told_and_not_guessed),
        cmocka_unit_test(plan_of_long_ago_needs_no_bank_holidays),
        cmocka_unit_test(framework_without_the_duty_gives_no_plan),
        cmocka_unit_test(days_are_counted_from_the_start_of_fieldwork),
        cmocka_unit_test(days_are_counted_from_the_report_without_fieldwork),
        cmocka_unit_test(actions_are_counted_by_status),
        cmocka_unit_test(no_actions_have_no_percentage),
        cmocka_unit_test(directors_are_counted_and_timed),
        cmocka_unit_test(tenure_without_an_end_is_not_guessed),
        cmocka_unit_test(without_directors_nothing_is_known),
        cmocka_unit_test(evidence_is_counted),
        cmocka_unit_test(tests_before_their_publication_are_not_named),
        cmocka_unit_test(all_reports_within_five_years_of_the_latest_are_named_once),
        cmocka_unit_test(what_is_not_known_meets_no_test),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
