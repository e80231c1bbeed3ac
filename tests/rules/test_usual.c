/* Tests of the rules that set facts beside one another and beside what is usual, and of their
 * table. */
#include "brief/brief_codes.h"
#include "rules/rules_codes.h"
#include "support/cmocka.h"

#include "rules/rule.h"
#include "support/briefing_fixture.h"

#define SOURCES                                                                                    \
    "sources:\n"                                                                                   \
    "  - {id: S1, title: One, published: 2013-08-16}\n"                                            \
    "  - {id: S2, title: Two, published: 2018-01-22}\n"
#define PAPER(fields)                                                                              \
    "briefing: {title: T, as_at: 2018-01-22" fields "}\ncouncil: {name: C}\n" SOURCES

/* A whole specification gives so many diagnostics of a code. */
static void assert_whole(const char *text, const struct code *code, size_t count)
{
    struct briefing_fixture fixture;
    fixture_check(&fixture, text);
    if (fixture_count(&fixture, code) != count)
        diags_print(&fixture.diags, stderr, false, DIAG_ALL);
    assert_int_equal(fixture_count(&fixture, code), count);
    fixture_close(&fixture);
}

/* Records behind FIXTURE_HEAD do. */
static void assert_gives(const char *records, const struct code *code, size_t count)
{
    char text[8192];
    snprintf(text, sizeof text, "%s%s", FIXTURE_HEAD, records);
    assert_whole(text, code, count);
}

/* ---- interventions of long ago ---- */

static void help_may_fade_out(void **state)
{
    (void)state;
#define OF_LONG_AGO(rest) "interventions: [{id: D1, issued: 2010-03, source: S1, " rest "}]"
    assert_gives(OF_LONG_AGO("kind: direction"), &W257, 1);
    assert_gives(OF_LONG_AGO("kind: partnership"), &W257, 0);
    assert_gives(OF_LONG_AGO("kind: support"), &W257, 0);
    assert_gives(OF_LONG_AGO("kind: partnership, statutory: yes"), &W257, 1);
#undef OF_LONG_AGO
}

/* ---- the paper and the council ---- */

static void committee_papers_state_their_implications(void **state)
{
    (void)state;
    assert_whole(PAPER(""), &W239, 0);
    assert_whole(PAPER(", body: Cabinet"), &W239, 1);
    assert_whole(PAPER(", implications: [{kind: legal, text: None identified.}]"), &W239, 1);
    assert_whole(PAPER(", body: Cabinet, implications: [{kind: legal, text: None.}, "
                       "{kind: financial, text: None.}, {kind: equality, text: None.}, "
                       "{kind: risk, text: None.}]"),
                 &W239, 0);
}

static void meeting_comes_after_the_paper(void **state)
{
    (void)state;
    assert_whole(PAPER(", meeting_date: 2018-01-21"), &W245, 1);
    assert_whole(PAPER(", meeting_date: 2018-01-22"), &W245, 0);
    assert_whole(PAPER(", meeting_date: 2018-01"), &W245, 0);
}

static void assert_council(const char *fields, const struct code *code, size_t count)
{
    char text[1024];
    snprintf(text, sizeof text,
             "briefing: {title: T, as_at: 2024-01-22}\ncouncil: {name: C, %s}\n"
             "sources: [{id: S1, title: One}]\ninspections: "
             "[{id: I, framework: ILACS_2018, fieldwork: 2022-03-07/2022-03-18, source: S1}]\n",
             fields);
    assert_whole(text, code, count);
}

static void codes_of_the_council_have_their_form(void **state)
{
    (void)state;
    assert_council("la_code: \"926\", ons_code: E10000020, ofsted_urn: \"80418\", type: county",
                   &W244, 0);
    assert_council("la_code: \"92\"", &W244, 1);
    assert_council("ons_code: E1000002", &W244, 1);
    assert_council("ofsted_urn: SC80418", &W244, 1);
    assert_council("ons_code: E10000020, type: unitary", &W244, 1);
    assert_council("ons_code: E06000063, type: trust_area", &W244, 0);
}

static void council_existed_when_it_was_inspected(void **state)
{
    (void)state;
    assert_council("abolished: 2023-04-01, successors: [{name: D, date: 2023-04-01}]", &E228, 0);
    assert_council("abolished: 2022-03-01, successors: [{name: D}]", &E228, 1);
    assert_council("abolished: 2023-04-01, successors: [{name: D, date: 2023-04-02}]", &E228, 1);
    assert_council("predecessors: [{name: B, date: 2022-04-01}]", &E228, 1);
    assert_council("predecessors: [{name: B, date: 2021-04-01}]", &E228, 0);
}

/* ---- dates, people, numbers ---- */

static void what_happened_is_not_in_the_future(void **state)
{
    (void)state;
    assert_gives("events: [{text: E, date: 2018-01-23, source: S2}]\n", &W228, 1);
    assert_gives("events: [{text: E, date: 2018-01, source: S2}]\n", &W228, 0);
    assert_gives("deadlines: [{what: W, due: 2019, source: S2}]\n", &W228, 0);
    assert_gives("funding: [{amount: 1, period: 2019/2022, source: S2}]\n", &W228, 0);
}

static void source_cannot_know_what_came_later(void **state)
{
    (void)state;
    assert_gives("events: [{text: E, date: 2013-08-17, source: S1}]\n", &W236, 1);
    assert_gives("events: [{text: E, date: 2013-08, source: S1}]\n", &W236, 0);
    assert_gives("events: [{text: E, date: 2013-08-17, source: [S1, S2]}]\n", &W236, 1);
    assert_gives("events: [{text: E, date: ../2014, source: [S1, S2]}]\n", &W236, 0);
    assert_gives("events: [{text: E, date: ../2014, source: S1}]\n", &W236, 1);
    assert_gives("interventions: [{id: D, kind: direction, issued: 2013, ended: 2015, source: S1, "
                 "ended_source: S2}]\n",
                 &W236, 0);
    assert_gives("interventions: [{id: D, kind: direction, issued: 2013, ended: 2015, "
                 "source: S1}]\n",
                 &W236, 1);
}

static void officers_bring_up_to_date_what_a_source_said(void **state)
{
    (void)state;
    assert_gives("actions: [{text: A, date: 2015, source: S1}]\n", &W236, 1);
    assert_gives("actions: [{text: A, updated: 2015, source: S1}]\n", &W236, 0);
    assert_gives("corrections: [{of: I, field: f, was: a, why: b, found: 2015, source: S1}]\n", &W236,
                 0);
    assert_gives("withdrawn: [{of: I, what: a, why: b, found: 2015, since: 2014, source: S1}]\n",
                 &W236, 0);
}

static void source_cannot_speak_of_a_later_record(void **state)
{
    (void)state;
    const char *form = "inspections: [{id: I, framework: SIF, fieldwork: 2015-07, source: S2, "
                       "judgements: {adoption: {grade: good, source: %s}}}]\n"
                       "quotes: [{text: Q, about: I, source: %s}]\n";
    char text[512];
    snprintf(text, sizeof text, form, "S2", "S1");
    assert_gives(text, &W236, 1);
    snprintf(text, sizeof text, form, "S1", "S2");
    assert_gives(text, &W236, 1);
    snprintf(text, sizeof text, form, "S2", "S2");
    assert_gives(text, &W236, 0);
}

static void quotation_is_of_the_time_of_its_source(void **state)
{
    (void)state;
    assert_gives("quotes: [{text: Q, date: 2017-06, source: S2}]\n", &W252, 1);
    assert_gives("quotes: [{text: Q, date: 2017, source: S2}]\n", &W252, 0);
    assert_gives("quotes: [{text: Q, date: 2013-08, source: [S2, S1]}]\n", &W252, 0);
}

#define TWO(a, b)                                                                                  \
    "leadership:\n  - {event: in_post, source: S2, " a "}\n  - {event: in_post, source: S2, " b    \
    "}\n"

static void people_of_one_surname_are_told_apart(void **state)
{
    (void)state;
    assert_gives(
        TWO("person: Anne Burns, role: Cabinet member", "person: Lyn Burns, role: Officer"), &W238,
        0);
    assert_gives(TWO("person: Anne Burns, role: Director", "person: Lyn Burns, role: Director"),
                 &W238, 1);
    assert_gives(TWO("person: Ms Burns, role: Cabinet member", "person: Lyn Burns, role: Officer"),
                 &W238, 1);
    assert_gives(TWO("person: A. Burns, role: Cabinet member", "person: Lyn Burns, role: Officer"),
                 &W238, 1);
    assert_gives(TWO("person: Cllr Anne Burns, role: Leader", "person: Anne Burns, role: Chair"),
                 &W238, 0);
    assert_gives(TWO("person: Anne Burns, role: Leader", "person: Lyn Hill, role: Leader"), &W238,
                 0);
}

static void speakers_and_post_holders_are_the_same_people(void **state)
{
    (void)state;
    assert_gives("leadership: [{person: Anne Burns, role: Leader, event: in_post, source: S2}]\n"
                 "quotes: [{text: Q, speaker: Burns, source: S2}, "
                 "{text: R, speaker: Burns, source: S2}]\n",
                 &W238, 1);
    assert_gives("quotes: [{text: Q, speaker: A spokesperson, source: S2}, "
                 "{text: R, speaker: The spokesperson, role: R, source: S2}]\n",
                 &W238, 0);
}

#define CLAIM(fields) "claims: [{source: S2, " fields "}]\n"

static void number_is_one_that_its_wording_names(void **state)
{
    (void)state;
    assert_gives(CLAIM("kind: count, wording: three separate reports over six months, value: 3"),
                 &W247, 0);
    assert_gives(CLAIM("kind: count, wording: three separate reports over six months, value: 4"),
                 &W247, 1);
    assert_gives(CLAIM("kind: months_in_intervention, wording: in five years, value: 60"), &W247,
                 0);
    assert_gives(CLAIM("kind: months_in_intervention, wording: in five years, value: 50"), &W247,
                 1);
    assert_gives(CLAIM("kind: count, wording: 1 or 12 times, value: 12"), &W247, 0);
    assert_gives(CLAIM("kind: count, wording: many reports, value: 12"), &W247, 0);
}

static void conflict_has_two_sides(void **state)
{
    (void)state;
    assert_gives("conflicts: [{about: A, says: [one], source: S1}]\n", &W241, 1);
    assert_gives("conflicts: [{about: A, says: [one, two], source: S1}]\n", &W241, 0);
}

/* ---- inspections ---- */

#define INSPECTION(fields) "inspections: [{id: I, framework: SIF, source: S2, " fields "}]\n"

static void report_comes_when_reports_come(void **state)
{
    (void)state;
    assert_gives(INSPECTION("fieldwork: 2015-07-06/2015-07-30, published: 2015-10-19"), &W230, 0);
    assert_gives(INSPECTION("fieldwork: 2015-07-06/2015-07-30, published: 2016-10-19"), &W230, 1);
    assert_gives(INSPECTION("fieldwork: 2015-07-06/2015-07-30, published: 2015-08-01"), &W230, 1);
    assert_gives(INSPECTION("fieldwork: 2015-07-06/2015-09-30, published: 2015-11-19"), &W230, 1);
    assert_gives(INSPECTION("fieldwork: 2015, published: 2016"), &W230, 0);
    assert_gives(INSPECTION("fieldwork: 2015-07-06/2015-07-30, published: 2015-07-20"), &E228, 1);
}

static void full_inspections_keep_their_distance(void **state)
{
    (void)state;
    const char *form = "inspections:\n  - {id: A, framework: SIF, published: 2015-02-01, "
                       "source: S2}\n  - {id: B, framework: %s, published: %s, source: S2}\n";
    const char *frameworks[] = {"SIF", "SIF", "LAC_2013", "MONITORING"};
    const char *dates[] = {"2015-06-01", "2016-06-01", "2015-06-01", "2015-06-01"};
    const size_t doubts[] = {1, 0, 0, 0};
    for (size_t i = 0; i < 4; i++) {
        char text[512];
        snprintf(text, sizeof text, form, frameworks[i], dates[i]);
        assert_gives(text, &W246, doubts[i]);
    }
}

/* In whatever order they stand; of three within a year each is near the next. */
static void neighbours_in_time_are_compared(void **state)
{
    (void)state;
    assert_gives("inspections:\n"
                 "  - {id: A, framework: SIF, published: 2016-05-01, source: S2}\n"
                 "  - {id: B, framework: LAC_2013, published: 2015-06-02, source: S2}\n"
                 "  - {id: C, framework: SIF, published: 2013-02-01, source: S2}\n"
                 "  - {id: D, framework: SIF, published: 2015-06-01, source: S2}\n",
                 &W246, 1);
    assert_gives("inspections:\n"
                 "  - {id: A, framework: SIF, published: 2015-11-01, source: S2}\n"
                 "  - {id: B, framework: SIF, published: 2015-02-01, source: S2}\n"
                 "  - {id: C, framework: SIF, published: 2015-06-01, source: S2}\n",
                 &W246, 2);
}

/* A re-inspection comes to see what has changed, and so it comes soon. */
static void reinspections_come_soon(void **state)
{
    (void)state;
    const char *form = "inspections:\n"
                       "  - {id: A, framework: SIF, kind: %s, published: 2015-01-21, source: S2}\n"
                       "  - {id: B, framework: SIF, kind: %s, published: %s, source: S2}\n";
    const char *kinds[][2] = {{"full", "reinspection"},
                              {"full", "reinspection"},
                              {"full", "full"},
                              {"reinspection", "full"}};
    const char *dates[] = {"2015-07-26", "2015-03-01", "2015-07-26", "2015-07-26"};
    const size_t doubts[] = {0, 1, 1, 1};
    for (size_t i = 0; i < 4; i++) {
        char text[512];
        snprintf(text, sizeof text, form, kinds[i][0], kinds[i][1], dates[i]);
        assert_gives(text, &W246, doubts[i]);
    }
}

/* A month is as long as a month; years on end are near nothing. */
static void rough_dates_are_near_when_they_must_be(void **state)
{
    (void)state;
    const char *form = "inspections:\n  - {id: A, framework: SIF, published: %s, source: S2}\n"
                       "  - {id: B, framework: SIF, published: 2015-06, source: S2}\n";
    const char *dates[] = {"2015-06-10", "2014-06", "2014-08", "2015", "2013/2016", "2015/.."};
    const size_t doubts[] = {1, 0, 1, 1, 0, 0};
    for (size_t i = 0; i < 6; i++) {
        char text[512];
        snprintf(text, sizeof text, form, dates[i]);
        assert_gives(text, &W246, doubts[i]);
    }
}

static void report_and_inspection_share_a_date(void **state)
{
    (void)state;
    const char *form = "briefing: {title: T, as_at: 2018-01-22}\ncouncil: {name: C}\n"
                       "sources: [{id: R, title: R, kind: ofsted_report, published: 2015-10-19}]\n"
                       "inspections: [{id: I, framework: SIF, published: %s, source: R}]\n";
    const char *dates[] = {"2015-10-20", "2015", "2015-09-01"};
    const size_t doubts[] = {0, 0, 1};
    for (size_t i = 0; i < 3; i++) {
        char text[512];
        snprintf(text, sizeof text, form, dates[i]);
        assert_whole(text, &W237, doubts[i]);
    }
}

static void kind_is_one_of_the_framework(void **state)
{
    (void)state;
    assert_gives(INSPECTION("kind: monitoring_visit"), &W242, 1);
    assert_gives(INSPECTION("kind: review"), &W242, 0);
    assert_gives("inspections: [{id: I, framework: MONITORING, kind: full, source: S2}]\n", &W242,
                 1);
}

#define ALL_RI                                                                                     \
    "judgements: {help_protection: RI, cla_permanence: RI, adoption: RI, care_leavers: RI, "       \
    "leadership: RI}, overall: RI, "

static void counts_add_nothing_to_what_is_named(void **state)
{
    (void)state;
    assert_gives(INSPECTION(ALL_RI "unnamed: [{count: 2, grade: RI, source: S2}]"), &W243, 0);
    assert_gives(INSPECTION(ALL_RI "unnamed: [{count: 1, grade: good, source: S1}]"), &W243, 1);
    assert_gives(INSPECTION(ALL_RI "unnamed: [{wording: most, grade: good, source: S1}]"), &W243,
                 1);
    assert_gives(INSPECTION("unnamed: [{count: 1, grade: good, source: S1}]"), &W243, 0);
}

static void overall_grade_is_near_the_others(void **state)
{
    (void)state;
    assert_gives(INSPECTION("overall: RI, judgements: {help_protection: good, leadership: good, "
                            "cla_permanence: good, adoption: good, care_leavers: good}"),
                 &E225, 1);
    assert_gives(INSPECTION("overall: RI, judgements: {leadership: outstanding}"), &W251, 1);
    assert_gives(INSPECTION("overall: RI, judgements: {adoption: outstanding}"), &W251, 0);
    assert_gives(INSPECTION("overall: inadequate, judgements: {leadership: good}"), &W251, 1);
    assert_gives(INSPECTION("overall: inadequate, unnamed: [{count: 2, grade: good}, "
                            "{count: 3, grade: RI}]"),
                 &E225, 1);
    assert_gives(INSPECTION("overall: inadequate, unnamed: [{count: 2, grade: inadequate}, "
                            "{count: 3, grade: RI}]"),
                 &E225, 0);
    assert_gives(INSPECTION("overall: inadequate, unnamed: [{count: 2, grade: good}]"), &E225, 0);
    assert_gives(INSPECTION("overall: good, judgements: {help_protection: RI, leadership: RI, "
                            "cla_permanence: RI, adoption: outstanding, care_leavers: RI}"),
                 &W248, 1);
}

/* ---- interventions ---- */

#define STEPS(a, b)                                                                                \
    "inspections:\n  - {id: I, framework: SIF, fieldwork: 2015-07, overall: inadequate, "          \
    "source: S2}\n  - {id: G, framework: SIF, fieldwork: 2017-07, overall: good, source: S2}\n"    \
    "interventions:\n  - {id: A, source: S2, " a "}\n  - {id: B, source: S2, " b "}\n"

static void replacement_takes_over_where_the_other_ends(void **state)
{
    (void)state;
    assert_gives(STEPS("kind: notice, ended: 2016-01", "kind: notice, issued: 2016-01-07, "
                                                       "replaces: A"),
                 &W231, 0);
    assert_gives(STEPS("kind: notice, ended: 2015-12", "kind: notice, issued: 2016-01-07, "
                                                       "replaces: A"),
                 &W231, 1);
    assert_gives(STEPS("kind: notice, ended_how: replaced", "kind: notice"), &W231, 1);
}

static void notice_comes_before_direction(void **state)
{
    (void)state;
    assert_gives(STEPS("kind: notice, issued: 2014", "kind: direction, issued: 2015"), &W234, 1);
    assert_gives(STEPS("kind: notice, issued: 2014", "kind: direction, issued: 2015, replaces: A"),
                 &W234, 0);
    assert_gives(STEPS("kind: direction, issued: 2014", "kind: notice, issued: 2015, replaces: A"),
                 &W234, 1);
    assert_gives(STEPS("kind: direction, issued: 2014, ended_how: stepped_down",
                       "kind: notice, issued: 2015, replaces: A"),
                 &W234, 0);
    assert_gives(STEPS("kind: letter", "kind: notice, replaces: A"), &W234, 1);
    /* What `statutory` says against the kind is reported as such (W284), and not once more here. */
    assert_gives(STEPS("kind: notice, issued: 2014", "kind: letter, issued: 2015, statutory: yes"),
                 &W234, 0);
    assert_gives(STEPS("kind: notice, issued: 2014",
                       "kind: direction, issued: 2015, statutory: no, replaces: A"),
                 &W234, 0);
    assert_gives(
        STEPS("kind: notice, issued: 2014", "kind: direction, issued: 2015, statutory: no"), &W234,
        1);
}

static void powers_are_those_of_a_direction(void **state)
{
    (void)state;
    assert_gives(STEPS("kind: notice, legal_basis: section 497A", "kind: letter"), &W232, 1);
    assert_gives(STEPS("kind: direction, legal_basis: section 497A", "kind: letter"), &W232, 0);
    assert_gives(STEPS("kind: direction, statutory: no, legal_basis: section 497A, people: "
                       "[{name: Jo, kind: commissioner}]",
                       "kind: letter"),
                 &W232, 0);
    assert_gives(
        STEPS("kind: board, people: [{name: Dave Hill, kind: commissioner}]", "kind: letter"),
        &W232, 1);
    assert_gives(
        STEPS("kind: board, people: [{name: Dave Hill, role: DfE Commissioner}]", "kind: letter"),
        &W232, 1);
    assert_gives(STEPS("kind: board, people: [{name: Dave Hill}, {name: Lee, kind: chair}]",
                       "kind: notice, people: [{name: Jo, role: adviser}]"),
                 &W232, 0);
    assert_gives(STEPS("kind: notice, statutory: yes, legal_basis: section 497A", "kind: letter"),
                 &W232, 0);
    assert_gives(STEPS("kind: notice, issued: 2007", "kind: direction, issued: 2003"), &W232, 2);
}

static void intervention_follows_what_led_to_it(void **state)
{
    (void)state;
    assert_gives(STEPS("kind: notice, issued: 2015-01, triggered_by: I", "kind: letter"), &E228, 1);
    assert_gives(STEPS("kind: notice, issued: 2015-10, triggered_by: I", "kind: letter"), &E228, 0);
    assert_gives(STEPS("kind: notice, issued: 2017-10, triggered_by: G", "kind: letter"), &W233, 1);
    assert_gives(STEPS("kind: notice, issued: 2017-10, triggered_by: I", "kind: letter"), &W233, 0);
}

#define LED_TO(development, intervention)                                                          \
    "developments: [{id: J, text: T, source: S2, " development "}]\n"                              \
    "interventions: [{id: N, kind: notice, source: S2, " intervention "}]\n"

#define UNDER(people)                                                                              \
    STEPS("kind: direction, issued: 2016-01, ended: 2018-02, people: [" people "]", "kind: "       \
                                                                                    "letter")

static void people_of_an_intervention_have_terms(void **state)
{
    (void)state;
    assert_gives(UNDER("{name: Ann Lee, from: 2016-03, to: 2016-02}"), &E228, 1);
    assert_gives(UNDER("{name: Ann Lee, from: 2018-03}"), &E228, 1);
    assert_gives(UNDER("{name: Ann Lee, from: 2016-02, to: 2016-03}, {name: Jo Hill, from: "
                       "2016-03, to: 2018-02}"),
                 &E228, 0);
    assert_gives(UNDER("{name: Ann Lee}, {name: Jo Hill}, {name: Ann Lee}"), &W371, 1);
    assert_gives(UNDER("{name: Ann Lee, from: 2016-01}, {name: Ann Lee, from: 2017}"), &W371, 1);
    assert_gives(
        UNDER(
            "{name: Ann Lee, kind: adviser}, {name: Ann Lee, kind: commissioner}, {name: Jo Hill}"),
        &W371, 0);
    assert_gives(UNDER("{name: Ann Lee, to: 2016-06}, {name: Ann Lee, from: 2017-01}"), &W371, 0);
}

static void what_binds_agrees_with_the_rest(void **state)
{
    (void)state;
    assert_gives(
        STEPS("kind: notice, statutory: yes, voluntary: yes", "kind: letter, statutory: yes"),
        &W284, 2);
    assert_gives(STEPS("kind: direction, statutory: no",
                       "kind: notice, statutory: no, legal_basis: section 497A"),
                 &W284, 2);
    assert_gives(STEPS("kind: direction, statutory: yes", "kind: notice, statutory: no"), &W284, 0);
    assert_gives(
        STEPS("kind: direction, contract: 2016/2026", "kind: notice, owned_by: the council"), &W372,
        2);
    assert_gives(
        STEPS(
            "kind: trust, contract: 2016/2026, owned_by: the council, reserved_matters: the budget",
            "kind: notice"),
        &W372, 0);
    assert_gives(STEPS("kind: partnership", "kind: improvement_partner"), &W373, 2);
    assert_gives(STEPS("kind: partnership, people: [{name: Otherhampton, kind: partner_council}]",
                       "kind: improvement_partner, councils: [Otherhampton]"),
                 &W373, 0);
}

static void anything_may_have_led_to_an_intervention(void **state)
{
    (void)state;
    assert_gives(LED_TO("kind: judgment, date: 2016-02", "issued: 2016-01, triggered_by: J"), &E228,
                 1);
    assert_gives(LED_TO("kind: judgment, date: 2016-02", "issued: 2016-03, triggered_by: J"), &E228,
                 0);
    assert_gives(LED_TO("kind: judgment, date: 2016-02, led_to: N", "issued: 2016-01"), &E228, 1);
    assert_gives(LED_TO("kind: judgment, date: 2016, led_to: N", "issued: 2016-01"), &E228, 0);
    assert_gives(LED_TO("kind: judgment, led_to: J", "triggered_by: N"), &E284, 2);
    assert_gives(LED_TO("kind: judgment, led_to: [N]", "triggered_by: [J]"), &E284, 0);
}

static void developments_have_the_keys_of_their_kind(void **state)
{
    (void)state;
    assert_gives("developments: [{kind: judgment, text: T, signatures: 5, options: [{text: O}], "
                 "source: S2}]\n",
                 &W370, 2);
    assert_gives("developments: [{kind: petition, text: T, signatures: 5, source: S2}, "
                 "{kind: decision, text: T, options: [{text: O}], source: S2}, "
                 "{kind: other, text: T, signatures: 5, source: S2}]\n",
                 &W370, 0);
    assert_gives("developments: [{kind: judgment, text: T, date: 2016-03-26, published: "
                 "2016-03-25, source: S2}]\n",
                 &E228, 1);
    assert_gives("developments: [{kind: judgment, text: T, date: 2016-03, published: "
                 "2016-03-25, source: S2}]\n",
                 &E228, 0);
}

static void deadlines_come_after_the_intervention(void **state)
{
    (void)state;
    const char *steps = STEPS("kind: direction, issued: 2016-01, people: [{name: Dave Hill, "
                              "report_due: %s}], requirements: [{text: R, due: %s}]",
                              "kind: letter") "deadlines: [{what: W, who: Dave Hill, due: %s, "
                                              "about: A, source: S2}]\n";
    static const struct {
        const char *report, *requirement, *deadline;
        size_t errors, doubts;
    } cases[] = {
        {"2016-03-31", "2016-02", "2016-03", 0, 0},
        {"2016-03-31", "2015-12", "2016-03-31", 1, 0},
        {"2015-03-31", "2016-02", "2015-03-31", 2, 0},
        {"2016-03-31", "2016-02", "2017-03-31", 0, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[2048];
        snprintf(text, sizeof text, steps, cases[i].report, cases[i].requirement,
                 cases[i].deadline);
        assert_gives(text, &E228, cases[i].errors);
        assert_gives(text, &W235, cases[i].doubts);
    }
}

/* ---- money and provision ---- */

static void years_of_funding_fit_its_period(void **state)
{
    (void)state;
    assert_gives("funding: [{amount: 12, period: 2018/2022, years: 4, source: S2}]\n", &W249, 0);
    assert_gives("funding: [{amount: 12, period: 2018/2022, years: 5, source: S2}]\n", &W249, 0);
    assert_gives("funding: [{amount: 12, period: 2018/2022, years: 8, source: S2}]\n", &W249, 1);
    assert_gives("funding: [{amount: 12, period: 2018-04-01/2022-03-31, years: 2, source: S2}]\n",
                 &W249, 1);
}

static void settings_are_counted_once(void **state)
{
    (void)state;
    assert_gives("provision: [{kind: homes, source: S2, ratings: [{grades: [good, outstanding], "
                 "count: 8}, {grades: good, count: 1}]}]\n",
                 &W240, 1);
}

/* ---- the table ---- */

static bool reports(const struct rule *rule, const struct code *code)
{
    for (size_t i = 0; rule->codes[i]; i++)
        if (rule->codes[i] == code)
            return true;
    return false;
}

static bool some_rule_reports(const struct code *code)
{
    for (const struct rule_group *group = rule_groups; group->title; group++)
        for (const struct rule *rule = group->rules; rule->codes; rule++)
            if (reports(rule, code))
                return true;
    return false;
}

static void every_code_of_the_rules_has_an_entry(void **state)
{
    (void)state;
    const struct code *const *const lists[] = {rules_codes, inspections_codes, interventions_codes,
                                               measures_codes, work_codes};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (const struct code *const *code = lists[i]; *code; code++)
            if (!some_rule_reports(*code))
                fail_msg("no rule reports %s", (*code)->name);
}

static void assert_says_why(const struct rule *rule)
{
    assert_non_null(rule->codes[0]);
    assert_true(str_ends(str_from(rule->evidence), "."));
    assert_false(str_ends(str_from(rule->holds), "."));
    int functions = (rule->briefing != NULL) + (rule->inspection != NULL) +
                    (rule->intervention != NULL) + (rule->derived != NULL);
    assert_int_equal(functions, 1);
}

static void every_rule_says_why(void **state)
{
    (void)state;
    size_t count = 0;
    for (const struct rule_group *group = rule_groups; group->title; group++)
        for (const struct rule *rule = group->rules; rule->codes; rule++, count++)
            assert_says_why(rule);
    assert_true(count > 40);
}

#define POST "leadership: [{person: A Holm, role: Director of children, event: appointed, "

/* Councils announce first: the source knows of the announcement. */
static void posts_are_announced_before_they_begin(void **state)
{
    (void)state;
    assert_gives(POST "date: 2014-12-01, source: S1}]\n", &W236, 1);
    assert_gives(POST "date: 2014-12-01, announced: 2013-08-15, source: S1}]\n", &W236, 0);
    assert_gives(POST "date: 2014-12-01, announced: 2013-08-17, source: S1}]\n", &W236, 1);
    assert_gives(POST "date: 2018-03-01, source: S2}]\n", &W228, 1);
    assert_gives(POST "date: 2018-03-01, announced: 2018-01-10, source: S2}]\n", &W228, 0);
    assert_gives(POST "date: 2018-03-01, announced: 2018-02-10, source: S2}]\n", &W228, 1);
}

static void fixed_terms_end_after_they_begin(void **state)
{
    (void)state;
    assert_gives(POST "date: 2013-02-01, until: 2013-01-31, source: S1}]\n", &E228, 1);
    assert_gives(POST "date: 2013-02-01, until: 2013-02, source: S1}]\n", &E228, 0);
    assert_gives(POST "date: 2013-02-01, until: 2020-02-01, source: S1}]\n", &W228, 0);
    assert_gives(POST "date: 2013-02-01, until: 2020-02-01, source: S1}]\n", &W236, 0);
}

/* Records of `council.control` in a paper of January 2018. */
static void assert_control(const char *control, const struct code *code, size_t count)
{
    char text[1024];
    snprintf(text, sizeof text,
             "briefing: {title: T, as_at: 2018-01-22}\ncouncil: {name: C, control: [%s]}\n"
             "sources: [{id: S1, title: One, published: 2018-01-22}]\n",
             control);
    assert_whole(text, code, count);
}

#define HELD(party, days) "{party: " party ", " days ", source: S1}"

static void control_is_by_one_at_a_time(void **state)
{
    (void)state;
    assert_control(HELD("A", "from: 2013-05-02, to: 2013-05-01"), &E228, 1);
    assert_control(HELD("A", "from: 2013-05-02, to: 2013-05"), &E228, 0);
    const char *const second[] = {
        "from: 2013-05-02, to: 2017-05-04", "from: 2013-05-01", "from: 2013-05",
        "from: 2009-06, to: 2013-05-02",    "to: 2016",         "from: 2009, to: 2010-03"};
    const size_t warnings[] = {0, 1, 0, 1, 0, 1};
    for (size_t i = 0; i < sizeof second / sizeof *second; i++) {
        char text[512];
        snprintf(text, sizeof text,
                 HELD("A", "from: 2009-05-04, to: 2013-05-02") ", {party: B, %s, source: S1}",
                 second[i]);
        assert_control(text, &W374, warnings[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(committee_papers_state_their_implications),
        cmocka_unit_test(meeting_comes_after_the_paper),
        cmocka_unit_test(codes_of_the_council_have_their_form),
        cmocka_unit_test(council_existed_when_it_was_inspected),
        cmocka_unit_test(what_happened_is_not_in_the_future),
        cmocka_unit_test(source_cannot_know_what_came_later),
        cmocka_unit_test(officers_bring_up_to_date_what_a_source_said),
        cmocka_unit_test(source_cannot_speak_of_a_later_record),
        cmocka_unit_test(quotation_is_of_the_time_of_its_source),
        cmocka_unit_test(people_of_one_surname_are_told_apart),
        cmocka_unit_test(speakers_and_post_holders_are_the_same_people),
        cmocka_unit_test(number_is_one_that_its_wording_names),
        cmocka_unit_test(conflict_has_two_sides),
        cmocka_unit_test(report_comes_when_reports_come),
        cmocka_unit_test(full_inspections_keep_their_distance),
        cmocka_unit_test(neighbours_in_time_are_compared),
        cmocka_unit_test(reinspections_come_soon),
        cmocka_unit_test(rough_dates_are_near_when_they_must_be),
        cmocka_unit_test(report_and_inspection_share_a_date),
        cmocka_unit_test(kind_is_one_of_the_framework),
        cmocka_unit_test(counts_add_nothing_to_what_is_named),
        cmocka_unit_test(overall_grade_is_near_the_others),
        cmocka_unit_test(replacement_takes_over_where_the_other_ends),
        cmocka_unit_test(notice_comes_before_direction),
        cmocka_unit_test(powers_are_those_of_a_direction),
        cmocka_unit_test(intervention_follows_what_led_to_it),
        cmocka_unit_test(people_of_an_intervention_have_terms),
        cmocka_unit_test(what_binds_agrees_with_the_rest),
        cmocka_unit_test(anything_may_have_led_to_an_intervention),
        cmocka_unit_test(developments_have_the_keys_of_their_kind),
        cmocka_unit_test(deadlines_come_after_the_intervention),
        cmocka_unit_test(years_of_funding_fit_its_period),
        cmocka_unit_test(settings_are_counted_once),
        cmocka_unit_test(posts_are_announced_before_they_begin),
        cmocka_unit_test(fixed_terms_end_after_they_begin),
        cmocka_unit_test(control_is_by_one_at_a_time),
        cmocka_unit_test(help_may_fade_out),
        cmocka_unit_test(every_code_of_the_rules_has_an_entry),
        cmocka_unit_test(every_rule_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
