/* Tests of the rules on corrections, withdrawals, former ids and the issue before. */
#include "rules/rules_codes.h"
#include "support/cmocka.h"

#include "brief/corrected.h"
#include "support/briefing_fixture.h"

#define RECORDS                                                                                    \
    "inspections:\n"                                                                               \
    "  - id: I2015\n"                                                                              \
    "    framework: SIF\n"                                                                         \
    "    published: 2015-10-19\n"                                                                  \
    "    overall: inadequate\n"                                                                    \
    "    judgements: {adoption: good, leadership: inadequate}\n"                                   \
    "    areas: [{id: AREA-1, text: Plans}]\n"                                                     \
    "    source: S2\n"                                                                             \
    "interventions:\n"                                                                             \
    "  - id: D2015\n"                                                                              \
    "    kind: direction\n"                                                                        \
    "    issued: 2015-12\n"                                                                        \
    "    known_open: 2016-01\n"                                                                    \
    "    people:\n"                                                                                \
    "      - {name: Dr. A. Hill, from: 2015-12, to: 2016-06-30}\n"                                 \
    "      - {name: B. Stone, from: 2016-01}\n"                                                    \
    "    source: S2\n"                                                                             \
    "deadlines:\n"                                                                                 \
    "  - {what: The commissioner’s report, due: 2016-03-31, source: S2}\n"                       \
    "  - {what: The action plan, due: 2016-01-28, source: S2}\n"                                   \
    "risks:\n"                                                                                     \
    "  - {text: Assessments fall behind, source: S2}\n"                                            \
    "indicators:\n"                                                                                \
    "  - id: CLA\n"                                                                                \
    "    name: Children in care\n"                                                                 \
    "    unit: count\n"                                                                            \
    "    values: [{period: 2014-15, value: 500}, {period: 2013-14, value: 480}]\n"                 \
    "    target: {value: 450}\n"                                                                   \
    "    source: S2\n"

static size_t count_of_code(const char *tail, const struct code *code)
{
    struct briefing_fixture fixture;
    char text[8192];
    snprintf(text, sizeof text, "%s%s%s", FIXTURE_HEAD, RECORDS, tail);
    fixture_check(&fixture, text);
    size_t count = fixture_count(&fixture, code);
    fixture_close(&fixture);
    return count;
}

static void assert_gives(const char *tail, const struct code *code, size_t count)
{
    size_t found = count_of_code(tail, code);
    if (found != count)
        fail_msg("%zu times %s, not %zu: %s", found, code->name, count, tail);
}

/* A correction of that record and key gives this code; NULL: none of those on corrections. */
static void assert_correction(const char *of, const char *field, const char *was,
                              const struct code *code)
{
    static const struct code *const all[] = {&E391, &E392, &E393};
    char tail[500];
    snprintf(tail, sizeof tail,
             "corrections: [{%s, field: %s, was: %s, why: W, found: 2018-01-01, source: S1}]\n", of,
             field, was);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        assert_gives(tail, all[i], all[i] == code);
}

static void corrections_name_a_record(void **state)
{
    (void)state;
    assert_correction("of: I2015", "published", "20 October 2015", NULL);
    assert_correction("of: I2051", "published", "20 October 2015", &E391);
    assert_correction("of: AREA-1", "text", "Planning", NULL);
    assert_correction("of: I2015, kind: interventions", "published", "20 October 2015", &E391);
    assert_correction("of: I2015, kind: inspections", "published", "20 October 2015", NULL);
    assert_correction("of: I2015, kind: inspektions", "published", "20 October 2015", &E391);
    assert_correction("kind: derived", "standing", "good", &E391);
    assert_correction("kind: council", "name", "Norfolk Council", NULL);
    assert_correction("note: N", "name", "Norfolk Council", &E391);
}

static void records_without_an_id_are_named_by_what_they_say(void **state)
{
    (void)state;
    assert_correction("kind: deadlines", "due", "1 March 2016", &E391);
    assert_correction("kind: deadlines, of: The action plan", "due", "1 March 2016", NULL);
    assert_correction("kind: deadlines, of: the action plan", "due", "1 March 2016", NULL);
    assert_correction("kind: deadlines, of: A plan", "due", "1 March 2016", &E391);
    assert_correction("kind: risks", "text", "Visits fall behind", NULL);
    assert_correction("of: The action plan", "due", "1 March 2016", &E391);
}

static void corrections_name_a_key(void **state)
{
    (void)state;
    assert_correction("of: I2015", "publised", "20 October 2015", &E392);
    assert_correction("of: I2015", "name", "an inspection", &E392); /* it is computed */
    assert_correction("of: I2015", "judgements.adoption", "outstanding", NULL);
    assert_correction("of: I2015", "judgements.care_leavers", "outstanding", NULL);
    assert_correction("of: I2015", "judgements.adoptions", "outstanding", &E392);
    assert_correction("of: I2015", "published.day", "20", &E392);
    assert_correction("of: CLA", "target.value", "460", NULL);
    assert_correction("of: CLA", "target.worth", "460", &E392);
    assert_correction("of: CLA", "values.2014-15.value", "501", NULL);
    assert_correction("of: CLA", "values.2012-13.value", "501", &E392);
    assert_correction("of: CLA", "values.value", "501", &E392); /* of which of the two? */
    assert_correction("of: D2015", "people.Dr. A. Hill.to", "July 2016", NULL);
    assert_correction("of: D2015", "people.2.from", "December 2015", NULL);
    assert_correction("of: D2015", "people.3.from", "December 2015", &E392);
}

/* In whatever form the officer writes it. */
static void what_is_corrected_has_another_value(void **state)
{
    (void)state;
    assert_correction("of: I2015", "published", "19 October 2015", &E393);
    assert_correction("of: I2015", "published", "2015-10-19", &E393);
    assert_correction("of: I2015", "overall", "Inadequate", &E393);
    assert_correction("of: I2015", "overall", "good", NULL);
    assert_correction("of: I2015", "judgements.adoption", "good", &E393);
    assert_correction("of: I2015", "framework", "SIF", &E393);
    assert_correction("of: D2015", "kind", "statutory direction", &E393);
    assert_correction("of: D2015", "people.Dr. A. Hill.to", "30 June 2016", &E393);
    assert_correction("of: D2015", "people.1.to", "30 June 2016", &E393);
    assert_correction("of: CLA", "values.2013-14.value", "480", &E393);
    assert_correction("kind: deadlines, of: The action plan", "what", "the action plan", &E393);
}

#define FOUND(found, since)                                                                        \
    "corrections: [{of: I2015, field: published, was: A, why: W, found: " found since              \
    ", source: S1}]\n"

static void faults_are_found_in_time(void **state)
{
    (void)state;
    assert_gives(FOUND("2018-01-22", ""), &E394, 0);
    assert_gives(FOUND("2018-01-23", ""), &E394, 1);
    assert_gives(FOUND("2018-01", ""), &E394, 0); /* it may have been before */
    assert_gives(FOUND("2018-01-22", ", since: 2018-01-22"), &E394, 0);
    assert_gives(FOUND("2018-01-20", ", since: 2018-01-21"), &E394, 1);
    assert_gives(FOUND("2018-01-20", ", since: 2015"), &E394, 0);
    /* They are days of the file: no source need know of them. */
    assert_gives(FOUND("2018-01-20", ", since: 2018-01-19"), &W236, 0);
    assert_gives(FOUND("2018-01-23", ""), &W228, 0);
}

#define WITHDRAWN(which) "withdrawn: [{" which "what: W, why: W, found: 2018-01-01, source: S1}]\n"

static void what_is_withdrawn_is_gone(void **state)
{
    (void)state;
    assert_gives(WITHDRAWN("of: I2014, "), &E395, 0);
    assert_gives(WITHDRAWN("of: I2015, "), &E395, 1);
    assert_gives(WITHDRAWN("of: AREA-1, "), &E395, 1);
    assert_gives(WITHDRAWN("of: I2015, kind: interventions, "), &E395, 0);
    assert_gives(WITHDRAWN("of: I2014, kind: inspektions, "), &E391, 1);
    assert_gives(WITHDRAWN("kind: risks, "), &E395, 0);
    assert_gives(WITHDRAWN(""), &E391, 1);
    assert_gives("withdrawn: [{kind: risks, what: Assessments fall behind, why: W, "
                 "found: 2018-01-01, source: S1}]\n",
                 &E395, 1);
    assert_gives("reviews: [{id: R2, was: R1, reviewer: LGA, source: S1}]\n" WITHDRAWN("of: R1, "),
                 &E395, 1);
}

#define REVIEW(id, was) "  - {id: " id ", was: " was ", reviewer: LGA, source: S1}\n"

static void former_ids_are_free(void **state)
{
    (void)state;
    assert_gives("reviews:\n" REVIEW("R2", "R1"), &E396, 0);
    assert_gives("reviews:\n" REVIEW("R2", "R2"), &E396, 1);
    assert_gives("reviews:\n" REVIEW("R2", "R1") REVIEW("R3", "R1"), &E396, 1);
    assert_gives("reviews:\n" REVIEW("R2", "R1") REVIEW("R1", "R0"), &E396, 1);
    assert_gives("reviews:\n" REVIEW("R2", "I2015"), &E396, 0); /* another kind */
}

static void a_former_id_leads_to_the_present_one(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_check(&fixture, FIXTURE_HEAD
                  "reviews: [{id: R2, was: R1, reviewer: LGA, source: S1}]\n"
                  "corrections: [{of: R1, field: reviewer, was: L, why: W, found: 2018-01-01, "
                  "source: S1}]\n");
    const struct diag *diag = fixture_diag(&fixture, &E391);
    assert_non_null(diag);
    assert_string_equal(str_z(fixture.arena, diag->hint), "write `R2`, the id that it has now");
    fixture_close(&fixture);
}

#define PREVIOUS(where)                                                                            \
    "briefing: {title: T, as_at: 2018-01-22, previous: " where "}\n"                               \
    "council: {name: Norfolk County Council}\n"

static void assert_previous(const char *text, size_t count)
{
    struct briefing_fixture fixture;
    fixture_check(&fixture, text);
    assert_int_equal(fixture_count(&fixture, &E397), count);
    fixture_close(&fixture);
}

static void the_issue_before_has_facts(void **state)
{
    (void)state;
    assert_previous(PREVIOUS("../issues/2018-01"), 0);
    assert_previous(PREVIOUS("../issues/2018-01/norfolk.facts.json"), 0);
    assert_previous(PREVIOUS("../issues/2018-01/norfolk.pdf"), 1);
    assert_previous(PREVIOUS("norfolk.yaml"), 1);
    assert_previous(PREVIOUS("\"https://example.gov.uk/norfolk.facts.json\""), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(corrections_name_a_record),
        cmocka_unit_test(records_without_an_id_are_named_by_what_they_say),
        cmocka_unit_test(corrections_name_a_key),
        cmocka_unit_test(what_is_corrected_has_another_value),
        cmocka_unit_test(faults_are_found_in_time),
        cmocka_unit_test(what_is_withdrawn_is_gone),
        cmocka_unit_test(former_ids_are_free),
        cmocka_unit_test(a_former_id_leads_to_the_present_one),
        cmocka_unit_test(the_issue_before_has_facts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
