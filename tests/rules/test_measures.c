/* Tests of the rules on what is measured: one value, values over time, targets, comparisons. */
#include "data/data_codes.h"
#include "rules/rules_codes.h"
#include "support/cmocka.h"

#include "support/briefing_fixture.h"

#define HEAD                                                                                       \
    "briefing: {title: T, as_at: 2025-11-30}\n"                                                    \
    "council: {name: Newshire Council, predecessors: [{name: Oldshire County Council, date: "      \
    "2021-04-01}]}\n"                                                                              \
    "sources:\n"                                                                                   \
    "  - {id: S1, title: One, published: 2025-11-01}\n"                                            \
    "  - {id: DFE, title: Two, published: 2025-11-01, kind: data}\n"

/* An indicator gives so many diagnostics of a code. */
static void assert_gives(const char *indicator, const struct code *code, size_t count)
{
    char text[4096];
    snprintf(text, sizeof text, HEAD "indicators: [{name: Referrals, %s}]\n", indicator);
    struct briefing_fixture fixture;
    fixture_check(&fixture, text);
    if (fixture_count(&fixture, code) != count)
        diags_print(&fixture.diags, stderr, false, DIAG_ALL);
    assert_int_equal(fixture_count(&fixture, code), count);
    fixture_close(&fixture);
}

/* So do values in a unit. */
static void assert_values(const char *unit, const char *values, const struct code *code,
                          size_t count)
{
    char text[2048];
    snprintf(text, sizeof text, "unit: %s, source: S1, values: [%s]", unit, values);
    assert_gives(text, code, count);
}

static void value_is_one_of_its_unit(void **state)
{
    (void)state;
    assert_values("percent", "{period: 2024-25, value: 100}", &E288, 0);
    assert_values("percent", "{period: 2024-25, value: 100.1}", &E288, 1);
    assert_values("percent", "{period: 2024-25, value: -1}", &E288, 1);
    assert_values("ratio", "{period: 2024-25, value: 104.5}", &E288, 0);
    assert_values("per_10000", "{period: 2024-25, value: 10001}", &E288, 1);
    assert_values("count", "{period: 2024-25, value: -3}", &E288, 1);
    assert_values("days", "{period: 2024-25, value: -3}", &E288, 1);
    assert_values("pounds", "{period: 2024-25, value: -3}", &E288, 0);
    assert_values("count", "{period: 2024-25, value: 999999999999}", &E288, 0);
    assert_values("count", "{period: 2024-25, value: 1000000000000}", &E288, 1);
    assert_gives("unit: percent, source: S1, target: {value: 101}, compare: [{with: england, "
                 "period: 2024-25, value: 102}]",
                 &E288, 2);
    assert_gives("unit: percent, source: S1, decimals: 7", &E288, 1);
    assert_gives("unit: percent, source: S1, tolerance: 0", &E288, 0);
    assert_gives("unit: pounds, source: S1, tolerance: -1", &E288, 1);
    assert_gives("unit: count, source: S1, tolerance: 1000000000000", &E288, 1);
    assert_gives("unit: count, source: S1, rolling: 1", &E288, 0);
    assert_gives("unit: count, source: S1, rolling: 0", &E288, 1);
}

static void value_is_the_one_that_its_counts_give(void **state)
{
    (void)state;
#define OF(value, top, bottom)                                                                     \
    "{period: 2024-25, value: " value ", numerator: " top ", denominator: " bottom "}"
    assert_values("percent", OF("61.4", "43", "70"), &E289, 0);
    assert_values("percent", OF("61", "43", "70"), &E289, 0);
    assert_values("percent", OF("62", "43", "70"), &E289, 0); /* rounded up */
    assert_values("percent", OF("64", "43", "70"), &E289, 1);
    assert_values("per_10000", OF("62", "1069", "171830"), &E289, 0);
    assert_values("per_10000", OF("26", "1069", "171830"), &E289, 1);
    assert_values("ratio", OF("14.8", "3787.2", "256"), &E289, 0);
    assert_values("percent", OF("0", "0", "0"), &E289, 1);
    assert_values("percent", "{period: 2024-25, reason: none, denominator: 0}", &E289, 1);
    assert_values("count", "{period: 2024-25, reason: none, denominator: 0}", &E289, 0);
    assert_values("count", OF("12", "12", "70"), &E289, 0);
#undef OF
}

static void what_is_missing_has_no_value_and_a_reason(void **state)
{
    (void)state;
    assert_values("count", "{period: 2024-25, value: 12, status: missing}", &E290, 1);
    assert_values("count", "{period: 2024-25, value: 12, reason: none}", &E290, 1);
    assert_values("count", "{period: 2024-25}", &E290, 1);
    assert_values("count", "{period: 2024-25, status: actual}", &E290, 1);
    assert_values("count", "{period: 2024-25, status: actual, reason: none}", &E290, 1);
    assert_values("count", "{period: 2024-25, reason: none}", &E290, 0);
    assert_values("count", "{period: 2024-25, status: missing, reason: none}", &E290, 0);
    assert_values("count", "{period: 2024-25, status: missing}", &W378, 1);
    assert_values("count", "{period: 2024-25, status: missing, reason: none}", &W378, 0);
}

static void value_is_of_its_time(void **state)
{
    (void)state;
    assert_values("count", "{period: 2025-10, value: 12}", &W290, 0);
    assert_values("count", "{period: 2025-11, value: 12}", &W290, 0);
    assert_values("count", "{period: 2025-26, value: 12}", &W290, 1);
    assert_values("count", "{period: 2025-26, value: 12, status: provisional}", &W290, 0);
    assert_values("count", "{period: 2026-27, value: 12, status: provisional}", &W290, 1);
    assert_values("count", "{period: 2026-27, value: 12, status: forecast}", &W290, 0);
    assert_values("count", "{period: 2026-27, status: missing, reason: none}", &W290, 0);
    assert_values("count", "{period: 2025-26, value: 12, status: forecast}", &W291, 0);
    assert_values("count", "{period: 2024-25, value: 12, status: forecast}", &W291, 1);
}

static void few_children_are_not_told(void **state)
{
    (void)state;
#define HOMES "unit: count, definition: Children in homes, "
    assert_gives(HOMES "source: S1, values: [{period: 2024-25, value: 9}]", &W292, 1);
    assert_gives(HOMES "source: S1, values: [{period: 2024-25, value: 10}]", &W292, 0);
    assert_gives(HOMES "source: S1, values: [{period: 2024-25, value: 0}]", &W292, 0);
    assert_gives(HOMES "source: DFE, values: [{period: 2024-25, value: 9}]", &W292, 0);
    assert_gives(HOMES "source: [DFE, S1], values: [{period: 2024-25, value: 9}]", &W292, 1);
    assert_gives("unit: percent, definition: YOUNG people, source: S1, values: "
                 "[{period: 2024-25, value: 50, numerator: 4, denominator: 8}]",
                 &W292, 1);
    assert_values("count", "{period: 2024-25, value: 9}", &W292, 0); /* of referrals */
#undef HOMES
}

static void period_has_one_value(void **state)
{
    (void)state;
    assert_values("count", "{period: 2024-25, value: 12}, {period: 2024-25, value: 13}", &E291, 1);
    assert_values("count", "{period: 2024-25, value: 12}, {period: 2024-04/2025-03, value: 13}",
                  &E291, 1);
    assert_values("count", "{period: 2024-25, value: 12}, {period: 2023-24, value: 13}", &E291, 0);
    assert_values("count",
                  "{period: 2020-21, value: 12}, {period: 2020-21, value: 9, of: Oldshire County "
                  "Council}",
                  &E291, 0);
    assert_values("count",
                  "{period: 2020-21, value: 12}, {period: 2020-21, value: 9, of: Oldshire County "
                  "Council}, {period: 2020-21, value: 13}",
                  &E291, 1);
}

static void periods_are_as_long(void **state)
{
    (void)state;
    assert_values("count", "{period: 2025-01, value: 12}, {period: 2025-02, value: 13}", &W377, 0);
    assert_values("count", "{period: 2024-25, value: 12}, {period: 2011-12, value: 13}", &W377, 1);
    assert_values("count", "{period: 2024-25, value: 12}, {period: 2024, value: 13}", &W377, 1);
    assert_values("count",
                  "{period: 2017, value: 12}, {period: 2018/2022, reason: none given}, {period: "
                  "2023, value: 13}",
                  &W377, 0);
    assert_values("count",
                  "{period: 2018/2022, reason: none given}, {period: 2023, value: 12}, {period: "
                  "2024-25, value: 13}",
                  &W377, 1);
}

static void no_period_is_left_out(void **state)
{
    (void)state;
    assert_values("count", "{period: 2022-23, value: 12}, {period: 2023-24, value: 12}", &W379, 0);
    assert_values("count", "{period: 2024-25, value: 12}, {period: 2022-23, value: 13}", &W379, 1);
    assert_values("count", "{period: 2022, value: 12}, {period: 2024, value: 13}", &W379, 1);
    assert_values("count",
                  "{period: 2022, value: 12}, {period: 2023, reason: not sent}, {period: "
                  "2024, value: 13}",
                  &W379, 0);
    assert_values("count", "{period: 2024-25-Q4, value: 12}, {period: 2025-26-Q1, value: 13}",
                  &W379, 0);
    assert_values("count", "{period: 2024-25-Q4, value: 12}, {period: 2025-26-Q2, value: 13}",
                  &W379, 1);
    assert_values("count", "{period: 2025-01, value: 12}, {period: 2025-06, value: 13}", &W379, 0);
}

static void jump_looks_like_a_slip(void **state)
{
    (void)state;
#define AND(a, b, c)                                                                               \
    "{period: 2022, value: " a "}, {period: 2023, value: " b "}, {period: 2024, value: " c "}"
    assert_values("count", AND("610", "6100", "620"), &W375, 1);
    assert_values("count", AND("610", "61", "620"), &W375, 1);
    assert_values("count", AND("600", "610", "61000"), &W375, 1);
    assert_values("count", AND("426", "858", "1393"), &W375, 0);
    assert_values("count", AND("300", "600", "0"), &W375, 0);
    assert_values("count", AND("1", "10", "12"), &W375, 0); /* few of anything */
    assert_values("count", AND("590", "600", "6000"), &W375, 1);
    assert_values("count", AND("600", "6000", "6100"), &W375, 1); /* the first may be the slip */
    assert_values("count", AND("600", "60, new_series: Only open cases are counted", "61"), &W375,
                  0);
    assert_values("count", AND("600, of: Oldshire County Council", "60", "61"), &W375, 0);
    assert_values("count", AND("600, of: Oldshire County Council", "60", "601"), &W375, 1);
#undef AND
}

static void value_is_the_councils_own(void **state)
{
    (void)state;
    assert_values("count", "{period: 2020-21, value: 12}", &W376, 1);
    assert_values("count", "{period: 2020-21, value: 12, of: Oldshire County Council}", &W376, 0);
    assert_values("count", "{period: 2021-22, value: 12}", &W376, 0);
    assert_values("count", "{period: 2020-21, value: 12, of: Newshire Council}", &E237, 1);
    assert_values("count", "{period: 2020-21, value: 12, of: Oldshire Conty Council}", &W253, 1);
}

static void target_says_what_is_on_target(void **state)
{
    (void)state;
#define TARGET(better, target)                                                                     \
    "unit: count, source: S1, values: [{period: 2024-25, value: 12}], " better "target: {" target  \
    "}"
    assert_gives(TARGET("", "low: 1, high: 2"), &E292, 0);
    assert_gives(TARGET("", "low: 1"), &E292, 0);
    assert_gives(TARGET("", "low: 2, high: 1"), &E292, 1);
    assert_gives(TARGET("", "value: 2, high: 1"), &E292, 1);
    assert_gives(TARGET("", "set_by: Cabinet"), &E292, 1);
    assert_gives(TARGET("better: higher, ", "value: 2"), &W289, 0);
    assert_gives(TARGET("", "value: 2"), &W289, 1);
    assert_gives(TARGET("better: neither, ", "value: 2"), &W289, 1);
    assert_gives(TARGET("better: neither, ", "low: 2"), &W289, 0);
#undef TARGET
}

static void comparison_is_of_the_same_time(void **state)
{
    (void)state;
#define WITH(others)                                                                               \
    "unit: count, source: S1, values: [{period: 2024-25, value: 12}, {period: 2025-26, value: 9, " \
    "status: forecast}], compare: [" others "]"
    assert_gives(WITH("{with: england, value: 1, period: 2024-25}"), &W288, 0);
    assert_gives(WITH("{with: england, value: 1, period: 2023-24}"), &W288, 1);
    assert_gives(WITH("{with: england, value: 1, period: 2025-26}"), &W288, 1);
    assert_gives(WITH("{with: england, value: 1, period: 2024-25}, {with: England, value: 2, "
                      "period: 2023-24}"),
                 &W288, 0);
    assert_gives(WITH("{with: england, value: 1, period: 2022-23}, {with: england, value: 2, "
                      "period: 2023-24}"),
                 &W288, 1);
    assert_gives("unit: count, source: S1, compare: [{with: england, value: 1, period: 2023-24}]",
                 &W288, 0);
#undef WITH
}

/* Whatever order the values of others have in the file. */
static void newest_of_others_is_named(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    fixture_check(&fixture,
                  HEAD "indicators: [{name: N, unit: count, source: S1, values: [{period: 2024, "
                       "value: 12}], compare: [{with: england, value: 1, period: 2023}, {with: "
                       "England, value: 2, period: 2022}]}]\n");
    assert_int_equal(fixture_count(&fixture, &W288), 1);
    assert_string_equal(str_z(fixture.arena, fixture_diag(&fixture, &W288)->message),
                        "the value of England is for 2023, the latest for 2024");
    fixture_close(&fixture);
}

/* A record of quality gives so many diagnostics of a code. */
static void assert_quality(const char *records, const struct code *code, size_t count)
{
    char text[2048];
    snprintf(text, sizeof text, HEAD "%s\n", records);
    struct briefing_fixture fixture;
    fixture_check(&fixture, text);
    assert_int_equal(fixture_count(&fixture, code), count);
    fixture_close(&fixture);
}

static void parts_are_no_more_than_the_whole(void **state)
{
    (void)state;
#define AUDIT(fields) "audits: [{period: 2024-25, source: S1, " fields "}]"
    assert_quality(AUDIT("count: 5, ratings: [{grades: good, count: 5}]"), &E375, 0);
    assert_quality(AUDIT("count: 5, ratings: [{grades: good, count: 6}]"), &E375, 1);
    assert_quality(AUDIT("ratings: [{grades: good, count: 6}]"), &E375, 0);
    assert_quality(AUDIT("count: 5, moderated: 6"), &E375, 1);
    assert_quality(AUDIT("moderated: 6, changed: 7"), &E375, 1);
    assert_quality(AUDIT("moderated: 6, changed: 6"), &E375, 0);
    assert_quality(AUDIT("ratings: [{grades: godo, count: 6}]"), &E210, 1);
#define COMPLAINT(fields) "complaints: [{period: 2024-25, source: S1, " fields "}]"
    assert_quality(COMPLAINT("received: 5, on_time: 5, upheld: 3, partly_upheld: 2"), &E375, 0);
    assert_quality(COMPLAINT("received: 5, on_time: 6"), &E375, 1);
    assert_quality(COMPLAINT("received: 5, upheld: 3, partly_upheld: 3"), &E375, 1);
    assert_quality(COMPLAINT("on_time: 6"), &E375, 0);
    assert_quality(COMPLAINT("received: 50, investigated: 6, upheld: 6"), &E375, 0);
    assert_quality(COMPLAINT("received: 50, investigated: 6, upheld: 7"), &E375, 1);
    assert_quality(COMPLAINT("received: 5, investigated: 6"), &E375, 1);
    assert_quality("voices: [{who: A, asked: 5, count: 6, source: S1}]", &E375, 1);
    assert_quality("voices: [{who: A, asked: 5, count: 5, source: S1}]", &E375, 0);
#undef AUDIT
#undef COMPLAINT
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(value_is_one_of_its_unit),
        cmocka_unit_test(value_is_the_one_that_its_counts_give),
        cmocka_unit_test(what_is_missing_has_no_value_and_a_reason),
        cmocka_unit_test(value_is_of_its_time),
        cmocka_unit_test(few_children_are_not_told),
        cmocka_unit_test(period_has_one_value),
        cmocka_unit_test(periods_are_as_long),
        cmocka_unit_test(no_period_is_left_out),
        cmocka_unit_test(jump_looks_like_a_slip),
        cmocka_unit_test(value_is_the_councils_own),
        cmocka_unit_test(target_says_what_is_on_target),
        cmocka_unit_test(comparison_is_of_the_same_time),
        cmocka_unit_test(newest_of_others_is_named),
        cmocka_unit_test(parts_are_no_more_than_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
