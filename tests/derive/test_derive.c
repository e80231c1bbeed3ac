/* Tests of what is computed: position, runs, time under intervention, deadlines, shares. */
#include "rules/rules_codes.h"
#include "support/cmocka.h"

#include "support/briefing_fixture.h"

static void assert_text(struct briefing_fixture *fixture, struct str text, const char *expected)
{
    assert_string_equal(str_z(fixture->arena, text), expected);
}

static void assert_measure(const struct measure *measure, int64_t low, int64_t high)
{
    assert_true(measure->value.known && measure->at_least.known && measure->at_most.known);
    assert_int_equal(measure->value.low, low);
    assert_int_equal(measure->value.high, high);
    assert_int_equal(measure->at_least.value, low);
    assert_int_equal(measure->at_most.value, high);
}

/* ---- standing ---- */

static void without_inspections_there_is_no_position(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(&fixture, FIXTURE_HEAD);
    assert_non_null(derived->standing);
    assert_null(derived->standing->inspection);
    assert_int_equal(derived->standing->changes.count, 0);
    assert_false(derived->consecutive_inadequate->value.known);
    assert_text(&fixture, derived->consecutive_inadequate->base, "not known");
    fixture_close(&fixture);
}

static void position_is_that_of_the_latest_full_inspection(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture, FIXTURE_HEAD
        "inspections:\n"
        "  - {id: NEW, framework: SIF, published: 2018-01, overall: good, source: S1}\n"
        "  - {id: VISIT, framework: MONITORING, published: 2018-01-20, source: S1}\n"
        "  - {id: LATER, framework: ILACS_2018, published: 2018-01-23, source: S1}\n"
        "  - {id: UNDATED, framework: SIF, overall: inadequate, source: S1}\n"
        "  - {id: FOCUSED, framework: SIF, kind: focused_visit, published: 2018, source: S1}\n"
        "  - {id: OLD, framework: SIF, fieldwork: 2015-07, overall: inadequate, source: S1}\n");
    const struct standing *standing = derived->standing;
    assert_text(&fixture, standing->inspection->id, "NEW");
    assert_text(&fixture, standing->previous->id, "OLD");
    assert_text(&fixture, standing->framework, "SIF");
    assert_text(&fixture, standing->overall, "good");
    assert_null(standing->overall_reason.at);
    assert_null(standing->head.node);
    fixture_close(&fixture);
}

static void missing_overall_judgement_is_explained(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived =
        fixture_derive(&fixture, FIXTURE_HEAD
                       "inspections: [{id: I, framework: SIF, published: 2015, source: S1}]\n");
    assert_text(&fixture, derived->standing->overall_reason, "the source does not state it");
    fixture_close(&fixture);
    derived = fixture_derive(
        &fixture, "briefing: {title: T, as_at: 2026-08-31}\ncouncil: {name: C}\n"
                  "inspections: [{id: I, framework: ILACS_2026, fieldwork: 2026-05-11}]\n");
    assert_null(derived->standing->overall.at);
    assert_text(&fixture, derived->standing->overall_reason,
                "the framework has had no overall judgement since April 2026");
    fixture_close(&fixture);
}

static const struct change *change_of(struct briefing_fixture *fixture, const char *judgement)
{
    const struct change_list *changes = &fixture->briefing->derived->standing->changes;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (str_is(change->judgement, judgement))
            return change;
    }
    return NULL;
}

static void assert_change(struct briefing_fixture *fixture, const char *judgement, int direction,
                          const char *before, const char *after)
{
    const struct change *change = change_of(fixture, judgement);
    assert_non_null(change);
    assert_int_equal(change->direction, direction);
    assert_text(fixture, change->before, before);
    assert_text(fixture, change->after, after);
}

static void changes_follow_judgements_from_the_sif_to_ilacs(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_derive(
        &fixture,
        "briefing: {title: T, as_at: 2023-01-31}\ncouncil: {name: C}\ninspections:\n"
        "  - {id: A, framework: SIF, published: 2018-01-19, overall: RI, judgements: "
        "{help_protection: good, cla_permanence: RI, care_leavers: RI, adoption: "
        "outstanding, leadership: RI}}\n"
        "  - {id: B, framework: ILACS_2018, published: 2023-01-13, overall: good, "
        "judgements: {leaders: good, help_protection: RI, in_care_and_care_leavers: RI}}\n");
    assert_int_equal(fixture.briefing->derived->standing->changes.count, 4);
    assert_change(&fixture, "overall effectiveness", CHANGE_UP, "requires_improvement", "good");
    assert_change(&fixture, "impact of leaders", CHANGE_UP, "requires_improvement", "good");
    assert_change(&fixture, "help and protection", CHANGE_DOWN, "good", "requires_improvement");
    assert_change(&fixture, "children in care and care leavers", CHANGE_SAME,
                  "requires_improvement", "requires_improvement");
    fixture_close(&fixture);
}

static void parts_of_a_joint_grade_are_not_compared(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_derive(
        &fixture,
        "briefing: {title: T, as_at: 2025-01-31}\ncouncil: {name: C}\ninspections:\n"
        "  - {id: A, framework: ILACS_2018, published: 2022-04-08, judgements: "
        "{in_care_and_care_leavers: good, leaders: RI}}\n"
        "  - {id: B, framework: ILACS_2023, published: 2025-01-13, judgements: "
        "{in_care: good, care_leavers: RI, leaders: inadequate, help_protection: good}}\n");
    assert_change(&fixture, "children in care", CHANGE_NOT_COMPARABLE, "", "good");
    assert_change(&fixture, "care leavers", CHANGE_NOT_COMPARABLE, "", "requires_improvement");
    assert_change(&fixture, "impact of leaders", CHANGE_DOWN, "requires_improvement", "inadequate");
    assert_change(&fixture, "help and protection", CHANGE_NOT_COMPARABLE, "", "good");
    fixture_close(&fixture);
}

static void judgement_without_a_predecessor_is_new(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_derive(&fixture, FIXTURE_HEAD
                   "inspections:\n"
                   "  - {id: A, framework: LAC_2013, published: 2013-08-16, overall: inadequate, "
                   "judgements: {leadership: inadequate}, source: S1}\n"
                   "  - {id: B, framework: SIF, published: 2015-10-19, overall: inadequate, "
                   "judgements: {leadership: RI, adoption: good, cla_permanence: not_judged}, "
                   "source: S1}\n");
    assert_change(&fixture, "adoption", CHANGE_NEW, "", "good");
    assert_change(&fixture, "leadership", CHANGE_NOT_COMPARABLE, "", "requires_improvement");
    assert_change(&fixture, "overall effectiveness", CHANGE_NOT_COMPARABLE, "", "inadequate");
    assert_null(change_of(&fixture, "help and protection"));
    fixture_close(&fixture);
}

/* ---- consecutive ---- */

#define THREE(newest, middle, oldest)                                                              \
    FIXTURE_HEAD                                                                                   \
    "inspections:\n"                                                                               \
    "  - {id: B, framework: SIF, published: 2015-06-05, source: S1" middle "}\n"                   \
    "  - {id: C, framework: SIF, kind: reinspection, published: 2018-01-19, source: S1" newest     \
    "}\n"                                                                                          \
    "  - {id: A, framework: LAC_2013, published: 2013-08-02, source: S1" oldest "}\n"
#define BAD  ", overall: inadequate"
#define FINE ", overall: good"

static void run_is_counted_newest_first(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(&fixture, THREE(BAD, BAD, BAD));
    assert_measure(derived->consecutive_inadequate, 3, 3);
    assert_text(&fixture, derived->consecutive_inadequate->text, "3 inspections");
    fixture_close(&fixture);
    derived = fixture_derive(&fixture, THREE(BAD, FINE, BAD));
    assert_measure(derived->consecutive_inadequate, 1, 1);
    assert_text(&fixture, derived->consecutive_inadequate->text, "1 inspection");
    fixture_close(&fixture);
    derived = fixture_derive(&fixture, THREE(FINE, BAD, BAD));
    assert_measure(derived->consecutive_inadequate, 0, 0);
    assert_text(&fixture, derived->consecutive_inadequate->text, "none");
    fixture_close(&fixture);
}

static void run_names_its_inspections_and_that_frameworks_differ(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(&fixture, THREE(BAD, FINE, BAD));
    assert_text(&fixture, derived->consecutive_inadequate->base,
                "counting SIF, published 19\u00a0January\u00a02018");
    fixture_close(&fixture);
    derived = fixture_derive(&fixture, THREE(BAD, BAD, BAD));
    assert_text(
        &fixture, derived->consecutive_inadequate->base,
        "counting SIF, published 19\u00a0January\u00a02018; SIF, published "
        "5\u00a0June\u00a02015; and looked after children 2013, published "
        "2\u00a0August\u00a02013; the frameworks differ, so they do not judge quite the same "
        "services; this paper’s data has no full inspection before that of "
        "2\u00a0August\u00a02013");
    fixture_close(&fixture);
}

static void unknown_overall_judgement_makes_the_run_a_range(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(&fixture, THREE(BAD, "", BAD));
    assert_measure(derived->consecutive_inadequate, 1, 3);
    assert_text(&fixture, derived->consecutive_inadequate->text, "1 to 3 inspections");
    fixture_close(&fixture);
    derived = fixture_derive(&fixture, THREE("", BAD, BAD));
    assert_false(derived->consecutive_inadequate->value.known);
    assert_text(&fixture, derived->consecutive_inadequate->text, "not known");
    fixture_close(&fixture);
}

#define CLAIM(rest) "claims: [{kind: consecutive_inadequate, source: S2, " rest "}]\n"

static void claim_is_kept_beside_what_is_computed(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct measure *run =
        fixture_derive(&fixture, THREE(BAD, FINE, BAD) CLAIM("wording: third in a row, value: 3"))
            ->consecutive_inadequate;
    assert_measure(run, 1, 1);
    assert_text(&fixture, run->claimed, "third in a row");
    assert_int_equal(run->claim_source.count, 1);
    fixture_close(&fixture);
    run = fixture_derive(&fixture, THREE(BAD, BAD, BAD) CLAIM("wording: third in a row, value: 3"))
              ->consecutive_inadequate;
    assert_null(run->claimed.at);
    fixture_close(&fixture);
}

static void claim_about_an_earlier_inspection_is_not_set_against_todays_run(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct measure *run =
        fixture_derive(&fixture, THREE(FINE, BAD, BAD) CLAIM("wording: w, value: 2, about: B"))
            ->consecutive_inadequate;
    assert_null(run->claimed.at);
    fixture_close(&fixture);
    run = fixture_derive(&fixture, THREE(FINE, BAD, BAD) CLAIM("wording: w, value: 2, date: 2016"))
              ->consecutive_inadequate;
    assert_null(run->claimed.at);
    assert_int_equal(fixture_count(&fixture, &W225), 0);
    fixture_close(&fixture);
}

/* What the records gave when the only claim was made. */
static const struct tested_claim *the_claim(const struct derived *derived)
{
    assert_int_equal(derived->claims.count, 1);
    return &derived->claims.items[0];
}

static void a_claim_is_tested_against_the_run_of_its_own_time(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct tested_claim *tested = the_claim(
        fixture_derive(&fixture, THREE(FINE, BAD, BAD) CLAIM("wording: w, value: 2, about: B")));
    assert_measure(tested->computed, 2, 2);
    assert_int_equal(tested->agrees, ANSWER_YES);
    fixture_close(&fixture);
    tested = the_claim(
        fixture_derive(&fixture, THREE(FINE, BAD, FINE) CLAIM("wording: w, value: 2, about: B")));
    assert_measure(tested->computed, 1, 1);
    assert_int_equal(tested->agrees, ANSWER_NO);
    fixture_close(&fixture);
}

/* ---- intervention ---- */

#define INTERVENTIONS(records) FIXTURE_HEAD "interventions:\n" records
#define STEP(id, fields)       "  - {id: " id ", source: S1, " fields "}\n"

static void norfolk_was_48_to_49_months_under_intervention(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived =
        fixture_derive(&fixture, INTERVENTIONS(STEP("D1", "kind: direction, issued: 2013-12") STEP(
                                     "D2", "kind: direction, issued: 2016-01~, replaces: D1, "
                                           "ended: 2018-01~, ended_how: lifted")));
    assert_measure(derived->months_in_intervention, 48, 49);
    assert_text(&fixture, derived->months_in_intervention->text, "48 to 49 months");
    assert_text(&fixture, derived->months_in_intervention->base,
                "from the statutory direction, December\u00a02013, to the end of the statutory "
                "direction that replaced it, about January\u00a02018");
    assert_int_equal(derived->in_intervention, ANSWER_NO);
    assert_null(derived->current_intervention);
    fixture_close(&fixture);
}

static void without_records_nothing_is_said(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived =
        fixture_derive(&fixture, INTERVENTIONS(STEP("L", "kind: letter, issued: 2013-08")));
    assert_int_equal(derived->in_intervention, ANSWER_ABSENT);
    assert_false(derived->months_in_intervention->value.known);
    assert_text(&fixture, derived->months_in_intervention->text, "not known");
    fixture_close(&fixture);
}

static void what_the_council_chose_is_no_intervention(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture, INTERVENTIONS(STEP("T", "kind: trust, voluntary: yes, issued: 2017-01-22")));
    assert_int_equal(derived->in_intervention, ANSWER_ABSENT);
    fixture_close(&fixture);
    derived = fixture_derive(
        &fixture, INTERVENTIONS(STEP("T", "kind: trust, voluntary: no, issued: 2017-01-22, "
                                          "known_open: 2018-01-10")));
    assert_int_equal(derived->in_intervention, ANSWER_YES);
    fixture_close(&fixture);
}

static void intervention_without_an_end_runs(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture, INTERVENTIONS(STEP("N", "kind: notice, issued: 2010-01-22, ended: 2011-01-22")
                                    STEP("D", "kind: direction, issued: 2017-01-22, known_open: "
                                              "2017-10-22")));
    assert_int_equal(derived->in_intervention, ANSWER_YES);
    assert_measure(derived->months_in_intervention, 24, 24);
    assert_measure(derived->current_intervention, 12, 12);
    assert_text(&fixture, derived->current_intervention->base,
                "from the statutory direction, 22\u00a0January\u00a02017, to "
                "22\u00a0January\u00a02018, the day of this briefing");
    fixture_close(&fixture);
}

static void intervention_that_nobody_looked_at_is_not_known_to_run(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived =
        fixture_derive(&fixture, INTERVENTIONS(STEP("D", "kind: direction, issued: 2016-01-22, "
                                                         "known_open: 2017-10-21")));
    assert_int_equal(derived->in_intervention, ANSWER_ABSENT);
    assert_null(derived->current_intervention);
    assert_text(&fixture, derived->months_in_intervention->text, "at least 20 months");
    assert_text(&fixture, derived->months_in_intervention->base,
                "from the statutory direction, 22\u00a0January\u00a02016, to "
                "21\u00a0October\u00a02017, when it was last known to be in force");
    fixture_close(&fixture);
}

static void only_social_care_of_the_department_counts(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture,
        INTERVENTIONS(STEP("A", "kind: notice, service: send, issued: 2017-01-22, known_open: "
                                "2018-01-10")
                          STEP("B", "kind: commissioner, department: Ministry of Housing, issued: "
                                    "2017-01-22, known_open: 2018-01-10")
                              STEP("C", "kind: direction, service: whole_council, issued: "
                                        "2017-01-22, known_open: 2018-01-10")));
    assert_int_equal(derived->in_intervention, ANSWER_ABSENT);
    assert_false(derived->months_in_intervention->at_least.known);
    assert_int_equal(derived->departments.count, 2);
    fixture_close(&fixture);
}

/* A notice was replaced by a direction in one month, and neither says so by `replaces`. */
static void an_end_and_a_beginning_in_one_month_join(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture, INTERVENTIONS(STEP("N", "kind: notice, issued: 2015-06, ended: 2016-03, "
                                          "ended_how: replaced")
                                    STEP("D", "kind: direction, issued: 2016-03, known_open: "
                                              "2018-01-22")));
    assert_measure(derived->months_in_intervention, 30, 31);
    fixture_close(&fixture);
    derived = fixture_derive(
        &fixture, INTERVENTIONS(STEP("N", "kind: notice, issued: 2015-06, ended: 2016-03") STEP(
                      "D", "kind: direction, issued: 2016-05, known_open: 2018-01-22")));
    assert_measure(derived->months_in_intervention, 27, 30);
    fixture_close(&fixture);
}

static void time_under_two_at_once_counts_once(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture,
        INTERVENTIONS(STEP("B", "kind: board, issued: 2012-01-01, ended: 2014-01-01")
                          STEP("N", "kind: notice, issued: 2013-01-01, ended: 2015-01-01")
                              STEP("A", "kind: adviser, issued: 2013-03, ended: 2013-06")));
    assert_measure(derived->months_in_intervention, 36, 36);
    assert_text(
        &fixture, derived->months_in_intervention->base,
        "from the improvement board, 1\u00a0January\u00a02012, to the end of the improvement "
        "notice, 1\u00a0January\u00a02015; time under several interventions at once is "
        "counted once");
    fixture_close(&fixture);
}

static void parts_of_months_are_added_up(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture,
        INTERVENTIONS(STEP("A", "kind: notice, issued: 2012-01-01, ended: 2012-02-16")
                          STEP("B", "kind: notice, issued: 2013-01-01, ended: 2013-01-16")));
    assert_measure(derived->months_in_intervention, 2, 2);
    fixture_close(&fixture);
}

static void future_interventions_do_not_count(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture, INTERVENTIONS(STEP("N", "kind: notice, issued: 2017-01-22, ended: 2019-01-01")
                                    STEP("D", "kind: direction, issued: 2019-01-01, replaces: N")));
    assert_int_equal(derived->in_intervention, ANSWER_YES);
    assert_measure(derived->months_in_intervention, 12, 12);
    fixture_close(&fixture);
}

static void unknown_beginning_gives_a_least_value(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived =
        fixture_derive(&fixture, INTERVENTIONS(STEP("D", "kind: direction, issued: ../2017-01-22, "
                                                         "known_open: 2018-01-22")));
    const struct measure *months = derived->months_in_intervention;
    assert_false(months->value.known);
    assert_int_equal(months->at_least.value, 12);
    assert_false(months->at_most.known);
    assert_text(&fixture, months->text, "at least 12 months");
    fixture_close(&fixture);
    derived = fixture_derive(&fixture,
                             INTERVENTIONS(STEP("D", "kind: direction, known_open: 2018-01-22")));
    assert_int_equal(derived->in_intervention, ANSWER_YES);
    assert_text(&fixture, derived->months_in_intervention->text, "not known");
    fixture_close(&fixture);
}

static void replacement_without_a_date_does_not_break_the_chain(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture, INTERVENTIONS(STEP("D1", "kind: direction, issued: 2013-01-22") STEP(
                      "D2", "kind: direction, replaces: D1, ended: 2018-01-22")));
    assert_measure(derived->months_in_intervention, 60, 60);
    fixture_close(&fixture);
}

static void end_that_is_not_dated_lies_between(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture,
        INTERVENTIONS(STEP("D", "kind: direction, issued: 2017-01-22, ended_how: revoked")));
    assert_int_equal(derived->in_intervention, ANSWER_NO);
    assert_measure(derived->months_in_intervention, 0, 12);
    fixture_close(&fixture);
}

static void claimed_months_stand_beside_computed_ones(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct measure *months =
        fixture_derive(
            &fixture,
            INTERVENTIONS(STEP(
                "D", "kind: direction, issued: 2013-12, ended: 2018-01")) "claims: [{kind: "
                                                                          "months_in_intervention, "
                                                                          "value: 60, source: S2, "
                                                                          "wording: for the first "
                                                                          "time in five years}]\n")
            ->months_in_intervention;
    assert_measure(months, 48, 49);
    assert_text(&fixture, months->claimed, "for the first time in five years");
    assert_text(&fixture, months->claim_source.items[0].id, "S2");
    fixture_close(&fixture);
}

/* ---- deadlines, provision, actions ---- */

static const struct due *due_at(const struct derived *derived, size_t i)
{
    assert_true(i < derived->deadlines.count);
    return &derived->deadlines.items[i];
}

static void deadlines_are_soonest_first(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture, FIXTURE_HEAD "deadlines:\n"
                               "  - {what: undated, source: S1}\n"
                               "  - {what: tomorrow, due: 2018-01-23, source: S1}\n"
                               "  - {what: past, due: 2016-03-31?, source: S1}\n"
                               "  - {what: met, due: 2018-01-20, done: 2018-01-19, source: S1}\n"
                               "  - {what: today, due: 2018-01-22, source: S1}\n"
                               "  - {what: by, due: ../2018-02-03, source: S1}\n"
                               "  - {what: month, due: 2018-03, source: S1}\n");
    const char *what[] = {"past", "met", "today", "tomorrow", "by", "month", "undated"};
    const char *text[] = {
        "was due on 31\u00a0March\u00a02016 (inferred); not recorded whether done",
        "done",
        "today",
        "in 1 day",
        "in 12 days",
        "in 5 to 9 weeks",
        "date not stated"};
    const enum answer overdue[] = {ANSWER_ABSENT, ANSWER_NO, ANSWER_NO,    ANSWER_NO,
                                   ANSWER_NO,     ANSWER_NO, ANSWER_ABSENT};
    for (size_t i = 0; i < 7; i++) {
        assert_text(&fixture, due_at(derived, i)->what, what[i]);
        assert_text(&fixture, due_at(derived, i)->text, text[i]);
        assert_int_equal(due_at(derived, i)->overdue, overdue[i]);
        assert_non_null(due_at(derived, i)->deadline);
    }
    fixture_close(&fixture);
}

static void deadline_that_may_have_passed_says_so(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived =
        fixture_derive(&fixture, FIXTURE_HEAD "deadlines: [{what: w, due: 2018-01, source: S1}]\n");
    assert_text(&fixture, due_at(derived, 0)->text, "between 3 weeks ago and 9 days from now");
    assert_int_equal(due_at(derived, 0)->overdue, ANSWER_ABSENT);
    fixture_close(&fixture);
}

static void assert_due(const char *fields, enum due_state state, const char *text)
{
    struct briefing_fixture fixture;
    char spec[512];
    snprintf(spec, sizeof spec, FIXTURE_HEAD "deadlines: [{what: w, source: S1, %s}]\n", fields);
    const struct due *due = due_at(fixture_derive(&fixture, spec), 0);
    assert_int_equal(due->state, state);
    assert_text(&fixture, due->text, text);
    fixture_close(&fixture);
}

/* The day is 22 January 2018. */
static void overdue_is_what_a_record_says_is_not_done(void **state)
{
    (void)state;
    assert_due("due: 2018-01-15", DUE_NOT_RECORDED,
               "was due on 15\u00a0January\u00a02018; not recorded whether done");
    assert_due("due: 2018-01-15, not_done: 2018-01-22", DUE_OVERDUE,
               "7 days ago; not yet done on 22\u00a0January\u00a02018");
    assert_due("due: 2018-01-15, not_done: 2018-01-20", DUE_OVERDUE,
               "7 days ago; not done on 20\u00a0January\u00a02018");
    assert_due("due: 2017-11-15, not_done: 2017-12", DUE_OVERDUE,
               "9 weeks ago; not done in December\u00a02017");
    assert_due("due: 2018-01-15, not_done: 2018-01-15", DUE_NOT_RECORDED,
               "was due on 15\u00a0January\u00a02018; not recorded whether done; not yet done on "
               "15\u00a0January\u00a02018");
    assert_due(
        "due: 2018-01-15~, not_done: 2018-01-20", DUE_NOT_RECORDED,
        "was due about 15\u00a0January\u00a02018; not recorded whether done; not yet done on "
        "20\u00a0January\u00a02018");
    assert_due("due: 2017-12-15~, not_done: 2018-01-20", DUE_OVERDUE,
               "5 weeks ago; not done on 20\u00a0January\u00a02018");
    assert_due("due: 2017-01-22", DUE_NOT_RECORDED,
               "was due on 22\u00a0January\u00a02017; not recorded whether done");
    assert_due("due: 2017-01-21", DUE_HISTORY,
               "was due on 21\u00a0January\u00a02017; not recorded whether done");
    assert_due("due: 2018-01-01/..", DUE_PERHAPS_PASSED,
               "no earlier than 1\u00a0January\u00a02018");
    assert_due("due: 2016-01-01/..", DUE_HISTORY,
               "was due from 1\u00a0January\u00a02016; not recorded whether done");
}

static void assert_share(const char *provision, const char *text, const char *base)
{
    struct briefing_fixture fixture;
    char spec[1024];
    snprintf(spec, sizeof spec, "%sprovision: [{kind: homes, source: S1, %s}]\n", FIXTURE_HEAD,
             provision);
    const struct derived *derived = fixture_derive(&fixture, spec);
    const struct share *share = &derived->provision.items[0];
    assert_text(&fixture, share->text, text);
    if (base)
        assert_text(&fixture, share->base, base);
    fixture_close(&fixture);
}

static void share_of_provision_is_good_or_better(void **state)
{
    (void)state;
    assert_share("total: 9, ratings: [{grades: [good, outstanding], count: 8}, "
                 "{grades: RI, count: 1}]",
                 "8 of 9 (89%)", "of the 9 homes; the split between grades is not known");
    assert_share("ratings: [{grades: good, count: 1}, {grades: inadequate, count: 2}]",
                 "1 of 3", "of the 3 homes whose rating is given");
    assert_share("total: 8, ratings: [{grades: good, count: 1}]", "1 of 8 (13%)",
                 "of the 8 homes, 7 of them without a known rating");
}

static void share_is_not_guessed(void **state)
{
    (void)state;
    assert_share("total: 9", "not known", NULL);
    assert_share("ratings: [{grades: [good, inadequate], count: 2}]", "not known", NULL);
    assert_share("total: 0, ratings: [{grades: good, count: 0}]", "not known", NULL);
}

static void complete_actions_are_counted(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived =
        fixture_derive(&fixture, FIXTURE_HEAD "actions: [{text: A, status: complete, source: S1}, "
                                              "{text: B, source: S1}]\n");
    assert_int_equal(derived->actions_total.value, 2);
    assert_int_equal(derived->actions_complete.value, 1);
    fixture_close(&fixture);
}

/* ---- the whole ---- */

static void sources_are_numbered_in_their_order(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_open(&fixture, FIXTURE_HEAD);
    assert_int_equal(spec_source_number(fixture.briefing, STR("S1")), 1);
    assert_int_equal(spec_source_number(fixture.briefing, STR("S2")), 2);
    assert_int_equal(spec_source_number(fixture.briefing, STR("S3")), 0);
    assert_int_equal(spec_source_number(fixture.briefing, STR_NONE), 0);
    assert_text(&fixture, council_short_name(fixture.briefing->council), "Sampleshire");
    fixture_close(&fixture);
    fixture_open(&fixture, "briefing: {title: T, as_at: 2018-01-22}\ncouncil: {name: Full name}\n");
    assert_text(&fixture, council_short_name(fixture.briefing->council), "Full name");
    fixture_close(&fixture);
}

static void what_is_missing_is_replaced_by_something_empty(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_open(&fixture, "sources: []\n");
    assert_true(fixture.diags.errors >= 2);
    assert_non_null(fixture.briefing->briefing);
    assert_non_null(fixture.briefing->council);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_inspections_there_is_no_position),
        cmocka_unit_test(position_is_that_of_the_latest_full_inspection),
        cmocka_unit_test(missing_overall_judgement_is_explained),
        cmocka_unit_test(changes_follow_judgements_from_the_sif_to_ilacs),
        cmocka_unit_test(parts_of_a_joint_grade_are_not_compared),
        cmocka_unit_test(judgement_without_a_predecessor_is_new),
        cmocka_unit_test(run_is_counted_newest_first),
        cmocka_unit_test(run_names_its_inspections_and_that_frameworks_differ),
        cmocka_unit_test(unknown_overall_judgement_makes_the_run_a_range),
        cmocka_unit_test(claim_is_kept_beside_what_is_computed),
        cmocka_unit_test(claim_about_an_earlier_inspection_is_not_set_against_todays_run),
        cmocka_unit_test(a_claim_is_tested_against_the_run_of_its_own_time),
        cmocka_unit_test(norfolk_was_48_to_49_months_under_intervention),
        cmocka_unit_test(without_records_nothing_is_said),
        cmocka_unit_test(what_the_council_chose_is_no_intervention),
        cmocka_unit_test(intervention_without_an_end_runs),
        cmocka_unit_test(intervention_that_nobody_looked_at_is_not_known_to_run),
        cmocka_unit_test(only_social_care_of_the_department_counts),
        cmocka_unit_test(an_end_and_a_beginning_in_one_month_join),
        cmocka_unit_test(time_under_two_at_once_counts_once),
        cmocka_unit_test(parts_of_months_are_added_up),
        cmocka_unit_test(future_interventions_do_not_count),
        cmocka_unit_test(unknown_beginning_gives_a_least_value),
        cmocka_unit_test(replacement_without_a_date_does_not_break_the_chain),
        cmocka_unit_test(end_that_is_not_dated_lies_between),
        cmocka_unit_test(claimed_months_stand_beside_computed_ones),
        cmocka_unit_test(deadlines_are_soonest_first),
        cmocka_unit_test(deadline_that_may_have_passed_says_so),
        cmocka_unit_test(overdue_is_what_a_record_says_is_not_done),
        cmocka_unit_test(share_of_provision_is_good_or_better),
        cmocka_unit_test(share_is_not_guessed),
        cmocka_unit_test(complete_actions_are_counted),
        cmocka_unit_test(sources_are_numbered_in_their_order),
        cmocka_unit_test(what_is_missing_is_replaced_by_something_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
