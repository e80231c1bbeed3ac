/* Tests of the rules of the field: what is refused, what is doubted, and what passes. */
#include "data/data_codes.h"
#include "rules/rules_codes.h"
#include "support/cmocka.h"

#include "support/briefing_fixture.h"

/* The records behind FIXTURE_HEAD give `count` diagnostics of this code and no error of another. */
static void assert_gives(const char *records, const struct code *code, size_t count)
{
    struct briefing_fixture fixture;
    char text[8192];
    snprintf(text, sizeof text, "%s%s", FIXTURE_HEAD, records);
    fixture_check(&fixture, text);
    size_t other_errors = fixture.diags.errors;
    if (code->severity == SEVERITY_ERROR)
        other_errors -= count;
    if (fixture_count(&fixture, code) != count || other_errors != 0)
        diags_print(&fixture.diags, stderr, false, DIAG_ALL);
    assert_int_equal(fixture_count(&fixture, code), count);
    assert_int_equal(other_errors, 0);
    fixture_close(&fixture);
}

/* The message, hint and first note of the one diagnostic that a whole specification gives. */
static void assert_says(const char *text, const struct code *code, const char *message,
                        const char *hint)
{
    struct briefing_fixture fixture;
    fixture_check(&fixture, text);
    const struct diag *diag = fixture_diag(&fixture, code);
    assert_non_null(diag);
    assert_string_equal(str_z(fixture.arena, diag->message), message);
    if (hint)
        assert_string_equal(str_z(fixture.arena, diag->hint), hint);
    fixture_close(&fixture);
}

#define INSPECTION(rest) "inspections:\n  - {id: I1, source: S1, " rest "}\n"
#define SIF(rest)        INSPECTION("framework: SIF, fieldwork: 2015-07, published: 2015-10, " rest)
#define ILACS(rest)                                                                                \
    INSPECTION("framework: ILACS_2018, fieldwork: 2018-01-08, published: 2018-01-20, " rest)

/* ---- the paper ---- */

static void briefing_needs_a_day(void **state)
{
    (void)state;
    assert_says("briefing: {title: T}\ncouncil: {name: C}\n", &E227,
                "the briefing has no day for which it is made",
                "add `as_at` below `briefing`, such as `as_at: 2018-01-22`");
    assert_says("briefing: {title: T, as_at: 2018-01}\ncouncil: {name: C}\n", &E227,
                "`as_at` must be a day", "write year, month and day, such as 2018-01-22");
}

static void day_that_is_no_date_is_reported_once(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_check(&fixture, "briefing: {title: T, as_at: 22/01/2018}\ncouncil: {name: C}\n");
    assert_int_equal(fixture.diags.errors, 1);
    assert_int_equal(fixture_count(&fixture, &E227), 0);
    fixture_close(&fixture);
}

static void day_of_the_command_line_comes_first(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_open(&fixture, "briefing: {title: T, as_at: 2018-01-22}\ncouncil: {name: C}\n");
    struct date asked = date_of_day(day_from_civil(2026, 8, 31));
    const struct source *source = source_from_text(
        fixture.arena, &fixture.diags, "b.yaml", STR("briefing: {title: T}\ncouncil: {name: C}\n"));
    const struct node *root = yaml_read(fixture.arena, &fixture.diags, source);
    const struct briefing *briefing =
        spec_bind(fixture.arena, &fixture.diags, root, fixture.frameworks, &asked);
    assert_int_equal(briefing->briefing->as_at.first, asked.first);
    assert_true(str_is(briefing->briefing->title, "T"));
    fixture_close(&fixture);
}

static void check_paper(const char *fields, const struct code *code, size_t count)
{
    struct briefing_fixture fixture;
    char text[512];
    snprintf(text, sizeof text, "briefing: {title: T, as_at: 2018-01-22, %s}\ncouncil: {name: C}\n",
             fields);
    fixture_check(&fixture, text);
    assert_int_equal(fixture_count(&fixture, code), count);
    fixture_close(&fixture);
}

static void exempt_reports_name_their_paragraphs(void **state)
{
    (void)state;
    check_paper("classification: exempt", &E231, 1);
    check_paper("classification: part_exempt, exempt_paragraphs: [1, 2]", &E231, 0);
    check_paper("classification: public, exempt_paragraphs: [1]", &E231, 1);
    check_paper("exempt_paragraphs: 3", &E231, 1);
    check_paper("classification: exempt, exempt_paragraphs: [0, 7, 8]", &E231, 2);
    check_paper("classification: confidential", &E231, 0);
}

static void language_is_a_code(void **state)
{
    (void)state;
    assert_gives("quotes:\n  - {text: Da iawn, language: Welsh!, source: S1}\n", &E249, 1);
    assert_gives("quotes:\n  - {text: Da iawn, language: cy, source: S1}\n", &E249, 0);
    assert_gives("quotes:\n  - {text: Da iawn, language: x, source: S1}\n", &E249, 1);
}

static void amounts_are_pounds_and_pence(void **state)
{
    (void)state;
    assert_gives("funding:\n  - {amount: 12.345, source: S1}\n", &E253, 1);
    assert_gives("funding:\n  - {amount: 12.340, source: S1}\n", &E253, 0);
    assert_gives("funding:\n  - {amount: 12.34567, unit: thousand, source: S1}\n", &E253, 0);
    assert_gives("funding:\n  - {amount: 12.345678, unit: thousand, source: S1}\n", &E253, 1);
    assert_gives("funding:\n  - {amount: 12.345678, unit: million, source: S1}\n", &E253, 0);
    assert_gives("funding:\n  - {amount: 1234567890123456, source: S1}\n", &E253, 1);
}

static void abolished_council_needs_successors(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const char *head = "briefing: {title: T, as_at: 2023-04-01}\n";
    const char *councils[] = {"council: {name: C, abolished: 2023-04-01}\n",
                              "council: {name: C, abolished: 2023-04-02}\n",
                              "council: {name: C, abolished: 2023-04}\n",
                              "council: {name: C, abolished: 2022, successors: [{name: D}]}\n"};
    const size_t warnings[] = {1, 0, 0, 0};
    for (size_t i = 0; i < 4; i++) {
        char text[512];
        snprintf(text, sizeof text, "%s%s", head, councils[i]);
        fixture_check(&fixture, text);
        assert_int_equal(fixture_count(&fixture, &W227), warnings[i]);
        fixture_close(&fixture);
    }
}

/* ---- inspections: dates and frameworks ---- */

static void inspection_without_any_date_is_doubted(void **state)
{
    (void)state;
    assert_gives(INSPECTION("framework: SIF"), &W223, 1);
    assert_gives(INSPECTION("framework: SIF, fieldwork: 2015"), &W223, 0);
}

static void report_before_fieldwork_is_refused(void **state)
{
    (void)state;
    assert_gives(INSPECTION("framework: SIF, fieldwork: 2015-07-06/2015-07-30, "
                            "published: 2015-07-01"),
                 &E228, 1);
}

static void imprecise_dates_give_no_false_error(void **state)
{
    (void)state;
    assert_gives(INSPECTION("framework: SIF, fieldwork: 2015-07, published: 2015-07-01"), &E228, 0);
    assert_gives(INSPECTION("framework: SIF, fieldwork: 2015, published: 2015-03"), &E228, 0);
}

static void report_of_the_future_is_doubted(void **state)
{
    (void)state;
    assert_gives(INSPECTION("framework: SIF, published: 2018-01-23"), &W228, 1);
    assert_gives(INSPECTION("framework: SIF, published: 2018-01-22"), &W228, 0);
    assert_gives(INSPECTION("framework: SIF, published: 2018-01"), &W228, 0);
}

#define AT_2023 "briefing: {title: T, as_at: 2023-12-31}\ncouncil: {name: C}\nsources: []\n"

static void framework_follows_the_start_of_fieldwork(void **state)
{
    (void)state;
    assert_says(AT_2023 INSPECTION("framework: ILACS_2018, fieldwork: 2023-01-16/2023-01-27"),
                &E226, "`ILACS_2018` was not in use when fieldwork began",
                "did you mean `ILACS_2023`?");
    struct briefing_fixture fixture;
    fixture_check(&fixture, AT_2023 INSPECTION("framework: ILACS_2018, "
                                               "fieldwork: 2022-12-05/2023-01-10, "
                                               "published: 2023-05-02"));
    assert_int_equal(fixture_count(&fixture, &E226), 0);
    assert_int_equal(fixture_count(&fixture, &W220), 0);
    fixture_close(&fixture);
}

static void framework_left_open_by_its_dates_is_doubted(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const char *fieldwork[] = {"fieldwork: 2022", "fieldwork: 2022/2023", "fieldwork: 2022-winter",
                               "fieldwork: 2023-01~", "published: 2023-05-02"};
    const size_t warnings[] = {0, 0, 1, 1, 1};
    for (size_t i = 0; i < 5; i++) {
        char text[512];
        snprintf(text, sizeof text,
                 "%sinspections: [{id: I1, framework: ILACS_2018, source: S1, %s}]\n",
                 "briefing: {title: T, as_at: 2023-12-31}\ncouncil: {name: C}\n"
                 "sources: [{id: S1, title: One}]\n",
                 fieldwork[i]);
        fixture_check(&fixture, text);
        assert_int_equal(fixture_count(&fixture, &W220), warnings[i]);
        assert_int_equal(fixture.diags.errors, 0);
        fixture_close(&fixture);
    }
}

static void report_before_the_first_fieldwork_is_refused(void **state)
{
    (void)state;
    assert_gives(INSPECTION("framework: SIF, published: 2013-08-16"), &E226, 1);
    assert_gives(INSPECTION("framework: SIF, published: 2013-08-16?"), &E226, 0);
}

/* ---- judgements and grades ---- */

static void judgement_of_another_framework_is_named(void **state)
{
    (void)state;
    assert_says(FIXTURE_HEAD SIF("judgements: {leaders: good}"), &E212,
                "`leaders` is not a judgement of SIF", "it is called `leadership` there");
    assert_says(FIXTURE_HEAD ILACS("judgements: {leadership: good}"), &E212,
                "`leadership` is not a judgement of ILACS_2018", "it is called `leaders` there");
}

static void misspelt_judgement_gets_a_suggestion(void **state)
{
    (void)state;
    assert_says(FIXTURE_HEAD SIF("judgements: {care_leaver: good}"), &E212,
                "`care_leaver` is not a judgement of SIF", "did you mean `care_leavers`?");
}

static void visit_without_grades_takes_none(void **state)
{
    (void)state;
    assert_says(FIXTURE_HEAD INSPECTION("framework: MONITORING, published: 2017-03-01, "
                                        "judgements: {safeguarding: good}"),
                &E212, "`safeguarding` is not a judgement of MONITORING",
                "it gives no grades: write what was found under `findings`");
}

static void overall_among_the_judgements_is_refused(void **state)
{
    (void)state;
    assert_gives(SIF("judgements: {overall: good}"), &E234, 1);
}

static void adequate_is_not_a_grade_of_the_sif(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_check(&fixture, FIXTURE_HEAD SIF("overall: adequate"));
    const struct diag *diag = fixture_diag(&fixture, &E220);
    assert_non_null(diag);
    assert_string_equal(str_z(fixture.arena, diag->message), "`adequate` is not a grade of SIF");
    assert_string_equal(str_z(fixture.arena, diag->hint),
                        "write `outstanding`, `good`, `requires_improvement` or `inadequate`");
    assert_true(str_is(span_text(diag->span), "adequate"));
    assert_int_equal(diag->notes.count, 1);
    assert_true(str_is(span_text(diag->notes.items[0].span), "SIF"));
    fixture_close(&fixture);
}

static void grade_is_checked_wherever_it_stands(void **state)
{
    (void)state;
    assert_gives(SIF("judgements: {adoption: adequate}"), &E220, 1);
    assert_gives(SIF("unnamed: [{count: 2, grade: adequate}]"), &E220, 1);
    assert_gives(SIF("bodies: [{name: B, judgement: lscb, grade: adequate}]"), &E220, 1);
    assert_gives(SIF("judgements: {adoption: not_judged}"), &E220, 0);
    assert_gives(SIF("judgements: {leadership: not_judged}"), &E220, 1);
}

static void any_wording_of_a_grade_is_accepted(void **state)
{
    (void)state;
    assert_gives(SIF("overall: Requires improvement to be good"), &E220, 0);
}

static void framework_without_overall_takes_none(void **state)
{
    (void)state;
    assert_says("briefing: {title: T, as_at: 2026-08-31}\ncouncil: {name: C}\n" INSPECTION(
                    "framework: ILACS_2026, fieldwork: 2026-05-11, overall: good"),
                &E222, "ILACS_2026 has no overall judgement", "leave `overall` out");
}

static void counts_beyond_the_framework_are_refused(void **state)
{
    (void)state;
    assert_gives(SIF("judgements: {care_leavers: inadequate, cla_permanence: inadequate}, "
                     "unnamed: [{count: 3, grade: requires_improvement}]"),
                 &E223, 0);
    assert_gives(SIF("judgements: {care_leavers: inadequate, cla_permanence: inadequate}, "
                     "unnamed: [{count: 4, grade: requires_improvement}]"),
                 &E223, 1);
    assert_gives(SIF("unnamed: [{count: 3, grade: good}, {count: 3, grade: inadequate}]"), &E223,
                 1);
}

static void counts_of_one_source_are_not_added_to_names_of_another(void **state)
{
    (void)state;
    assert_gives(SIF("judgements: {care_leavers: good, cla_permanence: good, adoption: good, "
                     "leadership: good, help_protection: good}, "
                     "unnamed: [{count: 2, grade: good, source: S2}]"),
                 &E223, 0);
}

static void enormous_counts_are_refused_without_overflow(void **state)
{
    (void)state;
    const char *big = "{count: 999999999999999999, grade: good}";
    char text[1024];
    snprintf(text, sizeof text, SIF("unnamed: [%s, %s, %s, %s, %s, %s, %s, %s, %s, %s]"), big, big,
             big, big, big, big, big, big, big, big);
    assert_gives(text, &E235, 10);
    assert_gives("provision: [{kind: homes, total: -1, source: S1}]\n", &E235, 1);
}

/* ---- overall and the rest ---- */

static void sif_is_inadequate_when_a_key_judgement_is(void **state)
{
    (void)state;
    assert_gives(SIF("overall: good, judgements: {leadership: inadequate}"), &E224, 1);
    assert_gives(SIF("overall: inadequate, judgements: {leadership: inadequate}"), &E224, 0);
    assert_gives(SIF("overall: requires_improvement, judgements: {adoption: inadequate}"), &E224,
                 0);
}

static void sif_is_inadequate_only_when_a_key_judgement_is(void **state)
{
    (void)state;
    assert_gives(SIF("overall: inadequate, judgements: {leadership: good, help_protection: good, "
                     "cla_permanence: good}"),
                 &E224, 1);
    assert_gives(SIF("overall: inadequate, judgements: {leadership: good}"), &E224, 0);
}

static void ilacs_overall_lies_within_its_judgements(void **state)
{
    (void)state;
    const char *all = "judgements: {leaders: good, help_protection: good, "
                      "in_care_and_care_leavers: %s}, overall: %s";
    const char *others[] = {"good", "outstanding", "requires_improvement"};
    const char *overalls[] = {"outstanding", "outstanding", "good"};
    const size_t errors[] = {1, 0, 0};
    for (size_t i = 0; i < 3; i++) {
        char fields[256], text[512];
        snprintf(fields, sizeof fields, all, others[i], overalls[i]);
        snprintf(text, sizeof text, ILACS("%s"), fields);
        assert_gives(text, &E225, errors[i]);
    }
}

static void ilacs_range_is_not_judged_from_a_part(void **state)
{
    (void)state;
    assert_gives(ILACS("overall: outstanding, judgements: {leaders: good}"), &E225, 0);
}

static void leaders_alone_inadequate_is_doubted(void **state)
{
    (void)state;
    const char *fields = "judgements: {leaders: inadequate, help_protection: requires_improvement, "
                         "in_care_and_care_leavers: requires_improvement}, overall: %s";
    char text[512], ri[256], inadequate[256];
    snprintf(ri, sizeof ri, fields, "requires_improvement");
    snprintf(inadequate, sizeof inadequate, fields, "inadequate");
    snprintf(text, sizeof text, ILACS("%s"), ri);
    assert_gives(text, &W221, 1);
    snprintf(text, sizeof text, ILACS("%s, how_known: So says the report"), ri);
    assert_gives(text, &W221, 0);
    snprintf(text, sizeof text, ILACS("%s"), inadequate);
    assert_gives(text, &W221, 0);
}

static void faults_that_were_told_are_not_told_again(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_check(&fixture, FIXTURE_HEAD INSPECTION("framework: SIF, published: 13 May 2015"));
    assert_int_equal(fixture_count(&fixture, &E205), 1);
    assert_int_equal(fixture_count(&fixture, &W223), 0);
    fixture_close(&fixture);

    fixture_check(&fixture, "briefing: {title: T, as_at: 2024-01-01, body: Cabinet, implications: "
                            "[{kind: finacial, text: None}]}\ncouncil: {name: C}\n");
    assert_true(fixture.diags.errors > 0);
    assert_int_equal(fixture_count(&fixture, &W239), 0);
    fixture_close(&fixture);
}

/* ---- interventions ---- */

static void intervention_cannot_end_before_it_begins(void **state)
{
    (void)state;
    assert_gives("interventions: [{id: D1, kind: direction, issued: 2016, ended: 2015, "
                 "source: S1}]\n",
                 &E228, 1);
    assert_gives("interventions: [{id: D1, kind: direction, issued: 2016, ended: 2016-01, "
                 "source: S1}]\n",
                 &E228, 0);
}

static void ofsted_neither_issues_nor_ends_interventions(void **state)
{
    (void)state;
    assert_gives("interventions: [{id: D1, kind: direction, by: Ofsted, ended_by: Ofsted, "
                 "source: S1}]\n",
                 &W222, 2);
    assert_gives("interventions: [{id: D1, kind: direction, by: Department for Education, "
                 "how_known: The article says that Ofsted removed it, source: S1}]\n",
                 &W222, 0);
}

static void interventions_cannot_replace_one_another_in_a_circle(void **state)
{
    (void)state;
    assert_gives("interventions: [{id: D1, kind: direction, replaces: D1, source: S1}]\n", &E229,
                 1);
    assert_gives("interventions:\n"
                 "  - {id: D1, kind: direction, replaces: D3, source: S1}\n"
                 "  - {id: D2, kind: direction, replaces: D1, source: S1}\n"
                 "  - {id: D3, kind: direction, replaces: D2, source: S1}\n"
                 "  - {id: D4, kind: direction, replaces: D3, source: S1}\n",
                 &E229, 3);
}

static void intervention_cannot_replace_a_later_one(void **state)
{
    (void)state;
    assert_gives("interventions:\n"
                 "  - {id: D1, kind: notice, issued: 2016-02, source: S1}\n"
                 "  - {id: D2, kind: direction, issued: 2016-01, replaces: D1, source: S1}\n",
                 &E228, 1);
}

/* ---- sources, work, provision ---- */

static void unused_sources_are_named(void **state)
{
    (void)state;
    assert_gives("", &W226, 2);
    assert_gives("risks: [{text: R, source: S1}]\n", &W226, 1);
    assert_gives(INSPECTION("framework: SIF, published: 2015, judgements: "
                            "{adoption: {grade: good, source: S2}}"),
                 &W226, 0);
    assert_gives("interventions: [{id: D, kind: notice, source: S1, ended_source: S2}]\n", &W226,
                 0);
}

static void source_is_read_after_it_was_published(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_check(&fixture,
                  "briefing: {title: T, as_at: 2018-01-22}\ncouncil: {name: C}\nsources:\n"
                  "  - {id: A, title: A, published: 2018-01-02, accessed: 2018-01-01}\n"
                  "  - {id: B, title: B, published: 2018-01, updated: 2018-01-01}\n"
                  "  - {id: C, title: C, published: 2018-02}\n");
    assert_int_equal(fixture_count(&fixture, &E228), 1);
    assert_int_equal(fixture_count(&fixture, &W228), 1);
    fixture_close(&fixture);
}

static void status_that_its_date_contradicts_is_doubted(void **state)
{
    (void)state;
    assert_gives("actions: [{text: A, status: overdue, due: 2018-01-23, source: S1}]\n", &W229, 1);
    assert_gives("actions: [{text: A, status: overdue, due: 2018-01-01, source: S1}]\n", &W229, 0);
    assert_gives("actions: [{text: A, status: overdue, due: 2018-01-01, revised_due: 2018-02, "
                 "source: S1}]\n",
                 &W229, 1);
    assert_gives("reviews: [{reviewer: R, status: planned, date: 2017, source: S1}]\n", &W229, 1);
    assert_gives("deadlines: [{what: W, done: 2018-02, source: S1}]\n", &W229, 1);
}

static void provision_adds_up_to_its_total(void **state)
{
    (void)state;
    const char *form = "provision: [{kind: homes, total: %d, source: S1, ratings: "
                       "[{grades: [good, Outstanding], count: 8}, {grades: RI, count: 1}]}]\n";
    const int totals[] = {8, 9, 10};
    const size_t errors[] = {1, 0, 0}, warnings[] = {0, 0, 1};
    for (size_t i = 0; i < 3; i++) {
        char text[256];
        snprintf(text, sizeof text, form, totals[i]);
        if (errors[i] > 0)
            assert_gives(text, &E230, errors[i]);
        else
            assert_gives(text, &W224, warnings[i]);
    }
}

static void rating_that_is_no_grade_is_refused(void **state)
{
    (void)state;
    assert_gives("provision: [{kind: homes, source: S1, ratings: [{grades: fair, count: 1}]}]\n",
                 &E210, 1);
}

/* ---- claims ---- */

static size_t doubts_of_claim(const char *conflict)
{
    struct briefing_fixture fixture;
    char text[1024];
    snprintf(text, sizeof text,
             FIXTURE_HEAD
             "interventions: [{id: D, kind: direction, issued: 2013-12, ended: 2018-01, "
             "source: S1}]\n"
             "claims: [{kind: months_in_intervention, wording: five years, value: 60, source: S2}]"
             "\n%s",
             conflict);
    fixture_derive(&fixture, text);
    size_t count = fixture_count(&fixture, &W225);
    fixture_close(&fixture);
    return count;
}

static void claim_that_disagrees_needs_a_conflict(void **state)
{
    (void)state;
    assert_int_equal(doubts_of_claim(""), 1);
    assert_int_equal(
        doubts_of_claim("conflicts: [{about: time, says: [a, b], source: [S1, S2]}]\n"), 0);
    assert_int_equal(doubts_of_claim("conflicts: [{about: else, says: [a, b], source: S1}]\n"), 1);
}

/* ---- nothing wrong ---- */

static void sound_specification_gives_no_diagnostic(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_check(&fixture, FIXTURE_HEAD
                  "inspections:\n"
                  "  - id: I1\n    framework: SIF\n    fieldwork: 2015-07-06/2015-07-30\n"
                  "    published: 2015-10-19\n    overall: inadequate\n    source: S2\n"
                  "    judgements: {help_protection: RI, cla_permanence: inadequate, adoption: RI,"
                  " care_leavers: inadequate, leadership: RI, lscb: RI}\n"
                  "risks: [{text: R, source: S1}]\n");
    assert_int_equal(fixture.diags.errors + fixture.diags.warnings, 0);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(briefing_needs_a_day),
        cmocka_unit_test(day_that_is_no_date_is_reported_once),
        cmocka_unit_test(day_of_the_command_line_comes_first),
        cmocka_unit_test(exempt_reports_name_their_paragraphs),
        cmocka_unit_test(language_is_a_code),
        cmocka_unit_test(amounts_are_pounds_and_pence),
        cmocka_unit_test(abolished_council_needs_successors),
        cmocka_unit_test(inspection_without_any_date_is_doubted),
        cmocka_unit_test(report_before_fieldwork_is_refused),
        cmocka_unit_test(imprecise_dates_give_no_false_error),
        cmocka_unit_test(report_of_the_future_is_doubted),
        cmocka_unit_test(framework_follows_the_start_of_fieldwork),
        cmocka_unit_test(framework_left_open_by_its_dates_is_doubted),
        cmocka_unit_test(report_before_the_first_fieldwork_is_refused),
        cmocka_unit_test(judgement_of_another_framework_is_named),
        cmocka_unit_test(misspelt_judgement_gets_a_suggestion),
        cmocka_unit_test(visit_without_grades_takes_none),
        cmocka_unit_test(overall_among_the_judgements_is_refused),
        cmocka_unit_test(adequate_is_not_a_grade_of_the_sif),
        cmocka_unit_test(grade_is_checked_wherever_it_stands),
        cmocka_unit_test(any_wording_of_a_grade_is_accepted),
        cmocka_unit_test(framework_without_overall_takes_none),
        cmocka_unit_test(counts_beyond_the_framework_are_refused),
        cmocka_unit_test(counts_of_one_source_are_not_added_to_names_of_another),
        cmocka_unit_test(enormous_counts_are_refused_without_overflow),
        cmocka_unit_test(sif_is_inadequate_when_a_key_judgement_is),
        cmocka_unit_test(sif_is_inadequate_only_when_a_key_judgement_is),
        cmocka_unit_test(ilacs_overall_lies_within_its_judgements),
        cmocka_unit_test(ilacs_range_is_not_judged_from_a_part),
        cmocka_unit_test(leaders_alone_inadequate_is_doubted),
        cmocka_unit_test(faults_that_were_told_are_not_told_again),
        cmocka_unit_test(intervention_cannot_end_before_it_begins),
        cmocka_unit_test(ofsted_neither_issues_nor_ends_interventions),
        cmocka_unit_test(interventions_cannot_replace_one_another_in_a_circle),
        cmocka_unit_test(intervention_cannot_replace_a_later_one),
        cmocka_unit_test(unused_sources_are_named),
        cmocka_unit_test(source_is_read_after_it_was_published),
        cmocka_unit_test(status_that_its_date_contradicts_is_doubted),
        cmocka_unit_test(provision_adds_up_to_its_total),
        cmocka_unit_test(rating_that_is_no_grade_is_refused),
        cmocka_unit_test(claim_that_disagrees_needs_a_conflict),
        cmocka_unit_test(sound_specification_gives_no_diagnostic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
