/* Tests of what is computed of indicators: latest value, change, target, comparison, words. */
#include "support/cmocka.h"

#include "support/briefing_fixture.h"

#define HEAD                                                                                       \
    "briefing: {title: T, as_at: 2025-11-30}\n"                                                    \
    "council: {name: C, region: East of England}\n"                                                \
    "sources: [{id: S1, title: One}]\n"

static const struct measured *measure(struct briefing_fixture *fixture, const char *indicator)
{
    char text[2048];
    snprintf(text, sizeof text, HEAD "indicators: [{name: N, source: S1, %s}]\n", indicator);
    const struct derived *derived = fixture_derive(fixture, text);
    assert_int_equal(fixture->diags.errors, 0);
    assert_int_equal(derived->indicators.count, 1);
    return &derived->indicators.items[0];
}

/* The whole in words. */
static void assert_says(const char *indicator, const char *expected)
{
    struct briefing_fixture fixture;
    const struct measured *measured = measure(&fixture, indicator);
    assert_string_equal(str_z(fixture.arena, measured->text), expected);
    fixture_close(&fixture);
}

static void assert_value(const char *unit, const char *value, const char *expected)
{
    char text[256], words[256];
    snprintf(text, sizeof text, "unit: %s, values: [{period: 2024-25, value: %s}]", unit, value);
    snprintf(words, sizeof words, "%s in 2024-25", expected);
    assert_says(text, words);
}

static void values_are_printed_with_their_unit(void **state)
{
    (void)state;
    assert_value("count", "1393", "1,393");
    assert_value("percent", "61.40", "61.40%");
    assert_value("percent, decimals: 1", "61", "61.0%");
    assert_value("percent, decimals: 0", "61.5", "62%");
    assert_value("ratio, decimals: 1", "-0.25", "\u22120.3");
    assert_value("ratio, decimals: 0", "-0.25", "0");
    assert_value("pounds", "-1200.5", "\u2212\u00A31,200.50");
    assert_value("days", "1", "1\u00A0day");
    assert_value("days", "42.5", "42.5\u00A0days");
    assert_value("per_10000", "62", "62 per 10,000");
    assert_value("count", "999999999999", "999,999,999,999");
    assert_value("ratio", "0.000001", "0.000001");
}

static void latest_is_the_last_that_was_measured(void **state)
{
    (void)state;
    assert_says("unit: count, values: [{period: 2025-03, value: 2}, {period: 2025-01, value: 3}, "
                "{period: 2025-12, value: 9}, {period: 2026-01, value: 1, status: forecast}, "
                "{period: 2025-04, reason: not sent}]",
                "2 in March\u00A02025; down 1 since January\u00A02025; April\u00A02025: not sent; "
                "1 forecast for January\u00A02026");
    assert_says("unit: count, values: []", "no value is known");
}

static void change_is_judged_by_what_is_better(void **state)
{
    (void)state;
#define TWO "unit: percent, values: [{period: 2023-24, value: 58}, {period: 2024-25, value: 59}]"
    assert_says(TWO, "59% in 2024-25; up 1 percentage point since 2023-24");
    assert_says(TWO ", better: neither", "59% in 2024-25; up 1 percentage point since 2023-24");
    assert_says(TWO ", better: higher",
                "59% in 2024-25; better: up 1 percentage point since 2023-24");
    assert_says(TWO ", better: lower",
                "59% in 2024-25; worse: up 1 percentage point since 2023-24");
    assert_says("unit: count, better: lower, values: [{period: 2023, value: 5}, "
                "{period: 2024, value: 5.0}]",
                "5.0 in 2024; no change since 2023");
#undef TWO
}

static void only_periods_as_long_are_compared(void **state)
{
    (void)state;
    assert_says("unit: count, values: [{period: 2023-24, value: 50}, {period: 2025-01, value: 5}]",
                "5 in January\u00A02025");
    assert_says("unit: count, values: [{period: 2024-03-31, value: 50}, "
                "{period: 2025-03-31, value: 45}]",
                "45 on 31\u00A0March\u00A02025; down 5 since 31\u00A0March\u00A02024");
    assert_says("unit: count, values: [{period: 2024-25-Q2, value: 50}, {period: 2025-26-Q1, "
                "value: 40}, {period: 2025-26-Q2, value: 45}]",
                "45 in Q2\u00A02025-26; up 5 since Q1\u00A02025-26; down 5 since Q2\u00A02024-25");
}

static void what_is_not_exact_has_no_exact_difference(void **state)
{
    (void)state;
#define LATER(then, now)                                                                           \
    "unit: count, better: lower, values: [{period: 2023, value: 300" then                          \
    "}, {period: 2024, value: " now "}]"
    assert_says(LATER(", precision: at_least", "100"),
                "100 in 2024; better: down since 2023 (at least\u00A0300)");
    assert_says(LATER(", precision: at_least", "400"), "400 in 2024; at least\u00A0300 in 2023");
    assert_says(LATER(", precision: about", "320"), "320 in 2024; about\u00A0300 in 2023");
    assert_says(LATER(", precision: about", "340"),
                "340 in 2024; worse: up since 2023 (about\u00A0300)");
    assert_says(LATER(", precision: at_most", "340"),
                "340 in 2024; worse: up since 2023 (at most\u00A0300)");
#undef LATER
}

static void targets_are_held_against_their_time(void **state)
{
    (void)state;
#define HELD(better, value, target)                                                                \
    "unit: count, better: " better ", values: [{period: 2024-25, value: " value                    \
    "}], target: {" target "}, tolerance: 2"
    assert_says(HELD("higher", "66", "value: 66"),
                "66 in 2024-25; on target: at least 66, exactly that");
    assert_says(HELD("higher", "64", "value: 66"),
                "64 in 2024-25; within tolerance of the target: at least 66, 2 under");
    assert_says(HELD("higher", "63.9", "value: 66"),
                "63.9 in 2024-25; off target: at least 66, 2.1 under");
    assert_says(HELD("lower", "69", "value: 66, period: 2024-25"),
                "69 in 2024-25; off target: at most 66, 3 over");
    assert_says(HELD("lower", "69", "value: 66, period: 2025-26"),
                "69 in 2024-25; target not yet due: at most 66, 3 over");
    assert_says(HELD("lower", "60", "value: 66, period: 2025-26"),
                "60 in 2024-25; on target: at most 66, 6 under");
    assert_says(HELD("lower", "69", "value: 66, period: 2020-21"),
                "69 in 2024-25; target: at most 66, 3 over");
    assert_says(HELD("neither", "69", "value: 66"), "69 in 2024-25; target: 66, 3 over");
    assert_says(HELD("neither", "69", "low: 60, high: 66"),
                "69 in 2024-25; off target: 60 to 66, 3 over");
    assert_says(HELD("neither", "65", "low: 60, high: 66"),
                "65 in 2024-25; on target: 60 to 66, within that range");
    assert_says(HELD("neither", "65", "high: 66"), "65 in 2024-25; on target: at most 66, 1 under");
#undef HELD
}

static void what_is_apart_is_not_rounded_to_nothing(void **state)
{
    (void)state;
#define STOOD(decimals, before, after)                                                             \
    "unit: percent, better: higher, decimals: " decimals                                           \
    ", values: [{period: 2023, value: " before "}, {period: 2024, value: " after "}]"
    assert_says(STOOD("1", "61.41", "61.44"),
                "61.4% in 2024; better: up less than\u00A00.1 percentage points since 2023");
    assert_says(STOOD("0", "61.6", "61.2"),
                "61% in 2024; worse: down less than\u00A01 percentage point since 2023");
    assert_says(STOOD("0", "61.0", "61.5"),
                "62% in 2024; better: up 1 percentage point since 2023");
    assert_says(STOOD("1", "61.4", "61.40"), "61.4% in 2024; no change since 2023");
    assert_says("unit: count, better: lower, decimals: 0, values: [{period: 2024, value: 12}], "
                "target: {value: 12.4}",
                "12 in 2024; on target: at most 12, less than\u00A01 under");
#undef STOOD
}

static void others_are_compared_at_one_time(void **state)
{
    (void)state;
#define WITH(better, others)                                                                       \
    "unit: percent, better: " better ", values: [{period: 2024-25, value: 61}], compare: [" others \
    "]"
    assert_says(WITH("higher", "{with: england, value: 64, period: 2024-25, basis: median}"),
                "61% in 2024-25; worse than England (median 64%)");
    assert_says(WITH("neither", "{with: region, value: 64, period: 2024-25}"),
                "61% in 2024-25; lower than East of England (64%)");
    assert_says(WITH("higher", "{with: neighbours, value: 61.0, period: 2024-25}"),
                "61% in 2024-25; the same as statistical neighbours (61.0%)");
    assert_says(WITH("higher", "{with: england, value: 64, period: 2023-24}, {with: england, "
                               "value: 50, period: 2024-25}, {with: england, value: 70, "
                               "period: 2025}"),
                "61% in 2024-25; better than England (50%)");
    assert_says(WITH("higher", "{with: A, value: 64, period: 2024-25}, {with: B, value: 60, "
                               "period: 2024-25}, {with: C, value: 1, period: 2023-24}"),
                "61% in 2024-25; worse than A (64%); better than B (60%); C (1%) in 2023-24; "
                "better than 1 of the 2 councils named");
    assert_says(WITH("higher",
                     "{with: Newshire, value: 2, period: 2023}, {with: england, value: 6, "
                     "period: 2023}, {with: newshire, value: 4, period: 2023}, {with: "
                     "England, value: 5, period: 2022}, {with: Newshire, value: 3, "
                     "period: 2021}"),
                "61% in 2024-25; newshire (4%) in 2023; England (6%) in 2023");
#undef WITH
}

static void groups_are_named_once(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture,
        HEAD "indicators: [{name: A, unit: count, group: Staff}, {name: B, unit: count}, "
             "{name: C, unit: count, group: staff}, {name: D, unit: count, group: Care}]\n");
    assert_int_equal(derived->indicator_groups.count, 3);
    assert_string_equal(str_z(fixture.arena, derived->indicator_groups.items[0]), "Staff");
    assert_string_equal(str_z(fixture.arena, derived->indicator_groups.items[1]), "Care");
    assert_string_equal(str_z(fixture.arena, derived->indicator_groups.items[2]), "Other");
    fixture_close(&fixture);
}

static void what_stands_out_is_named_or_counted(void **state)
{
    (void)state;
    struct briefing_fixture fixture;
    const struct derived *derived = fixture_derive(
        &fixture, HEAD "indicators: [{name: A, unit: count, better: higher, target: {value: 3}, "
                       "values: [{period: 2023, value: 1}, {period: 2024, value: 2}]}]\n");
    assert_int_equal(derived->indicators_summary.count, 2);
    assert_string_equal(str_z(fixture.arena, derived->indicators_summary.items[0]),
                        "The one target is not met. Off target: A.");
    assert_string_equal(str_z(fixture.arena, derived->indicators_summary.items[1]),
                        "Better than the time before: A.");
    fixture_close(&fixture);
#define WORSE                                                                                      \
    "{name: A, unit: count, better: lower, values: [{period: 2023, value: 1}, {period: 2024, "     \
    "value: 2}]}, "
    derived =
        fixture_derive(&fixture, HEAD "indicators: [" WORSE WORSE WORSE WORSE WORSE WORSE "]\n");
    assert_int_equal(derived->indicators_summary.count, 1);
    assert_string_equal(str_z(fixture.arena, derived->indicators_summary.items[0]),
                        "Worse than the time before: 6 indicators.");
    fixture_close(&fixture);
#undef WORSE
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_printed_with_their_unit),
        cmocka_unit_test(latest_is_the_last_that_was_measured),
        cmocka_unit_test(change_is_judged_by_what_is_better),
        cmocka_unit_test(only_periods_as_long_are_compared),
        cmocka_unit_test(what_is_not_exact_has_no_exact_difference),
        cmocka_unit_test(targets_are_held_against_their_time),
        cmocka_unit_test(what_is_apart_is_not_rounded_to_nothing),
        cmocka_unit_test(others_are_compared_at_one_time),
        cmocka_unit_test(groups_are_named_once),
        cmocka_unit_test(what_stands_out_is_named_or_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
