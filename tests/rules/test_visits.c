/* Tests of the rules on visits, areas for priority action and short inspections. */
#include "rules/rules_codes.h"
#include "support/cmocka.h"

#include "support/briefing_fixture.h"

#define FULL                                                                                       \
    "inspections:\n  - {id: I1, source: S1, framework: SIF, fieldwork: 2015-07, published: "       \
    "2015-10-01, overall: inadequate}\n"
#define VISIT(id, rest) "  - {id: " id ", source: S1, framework: MONITORING, " rest "}\n"

static void assert_gives(const char *records, const struct code *code, size_t count)
{
    struct briefing_fixture fixture;
    char text[4096];
    snprintf(text, sizeof text, "%s%s", FIXTURE_HEAD, records);
    fixture_check(&fixture, text);
    if (fixture_count(&fixture, code) != count)
        diags_print(&fixture.diags, stderr, false, DIAG_ALL);
    assert_int_equal(fixture_count(&fixture, code), count);
    fixture_close(&fixture);
}

static void visit_is_no_later_than_the_last(void **state)
{
    (void)state;
    assert_gives(FULL VISIT("V", "published: 2017-01-01, visit_number: 7, visits_in_all: 7"), &E280,
                 0);
    assert_gives(FULL VISIT("V", "published: 2017-01-01, visit_number: 8, visits_in_all: 7"), &E280,
                 1);
    assert_gives(FULL VISIT("V", "published: 2017-01-01, visit_number: 0"), &E280, 1);
    assert_gives(FULL VISIT("V", "published: 2017-01-01, visit_number: 12"), &E280, 0);
}

static void visits_have_numbers_of_their_own(void **state)
{
    (void)state;
    assert_gives(FULL VISIT("V", "published: 2016-11-01, visit_number: 1")
                     VISIT("W", "published: 2017-02-01, visit_number: 1"),
                 &E281, 1);
    assert_gives(FULL VISIT("V", "published: 2016-11-01, visit_number: 1")
                     VISIT("W", "visit_number: 1"),
                 &E281, 1);
    /* Another series begins with another full inspection, with another kind, or with another body.
     */
    assert_gives(FULL VISIT("V", "published: 2015-04-01, visit_number: 1")
                     VISIT("W", "published: 2017-02-01, visit_number: 1"),
                 &E281, 0);
    assert_gives(FULL VISIT("V", "published: 2016-11-01, visit_number: 1")
                     VISIT("W", "published: 2017-02-01, visit_number: 1, of: The trust"),
                 &E281, 0);
}

static void visits_are_numbered_in_order(void **state)
{
    (void)state;
    assert_gives(FULL VISIT("V", "published: 2016-11-01, visit_number: 2")
                     VISIT("W", "published: 2017-02-01, visit_number: 1"),
                 &W365, 1);
    assert_gives(FULL VISIT("V", "published: 2016-11-01, visit_number: 1")
                     VISIT("W", "published: 2017-02-01, visit_number: 3"),
                 &W365, 0);
}

static void series_have_one_count(void **state)
{
    (void)state;
    assert_gives(FULL VISIT("V", "published: 2016-11-01, visits_in_all: 3")
                     VISIT("W", "published: 2017-02-01, visits_in_all: 4"),
                 &E282, 1);
    assert_gives(FULL VISIT("V", "published: 2016-11-01") VISIT("W", "published: 2017-02-01, "
                                                                     "visits_in_all: 1"),
                 &E282, 1);
    assert_gives(FULL VISIT("V", "published: 2016-11-01") VISIT("W", "published: 2017-02-01, "
                                                                     "visits_in_all: 2"),
                 &E282, 0);
}

#define FULL_WITH(rest)                                                                            \
    "inspections:\n  - {id: I1, source: S1, framework: SIF, fieldwork: 2015-07, published: "       \
    "2015-10-01, " rest "}\n"

static void full_inspections_have_no_theme(void **state)
{
    (void)state;
    assert_gives(FULL_WITH("theme: care leavers"), &W366, 1);
    assert_gives(FULL_WITH("visit_number: 1, visits_in_all: 2"), &W366, 1);
    assert_gives(FULL_WITH("visits_in_all: 2"), &W366, 1);
    assert_gives(FULL VISIT("V", "published: 2016-11-01, theme: care leavers"), &W366, 0);
}

static void priority_areas_are_those_of_visits(void **state)
{
    (void)state;
    assert_gives(FULL_WITH("priority_areas: [{text: The front door}]"), &W367, 1);
    assert_gives(FULL_WITH("priority_areas_in_all: 1"), &W367, 1);
    assert_gives(FULL VISIT("V", "published: 2016-11-01, priority_areas: [{text: A}]"), &W367, 0);
    assert_gives(FULL VISIT("V", "published: 2016-11-01, priority_areas: [{text: A}, {text: B}], "
                                 "priority_areas_in_all: 1"),
                 &E283, 1);
    assert_gives(FULL VISIT("V", "published: 2016-11-01, priority_areas: [{text: A}], "
                                 "priority_areas_in_all: 2"),
                 &E283, 0);
    assert_gives(FULL_WITH("areas: [{text: One}, {text: Two}], areas_in_all: 1"), &E283, 1);
    assert_gives(FULL_WITH("areas: [{text: One}, {text: Two}], areas_in_all: 2"), &E283, 0);
}

#define ILACS(id, rest) "  - {id: " id ", source: S1, framework: ILACS_2018, " rest "}\n"

static void short_inspections_follow_good_ones(void **state)
{
    (void)state;
    assert_gives(FULL ILACS("J", "kind: short, published: 2018-04-01"), &W368, 1);
    assert_gives(FULL ILACS("J", "kind: standard, published: 2018-04-01"), &W368, 0);
    assert_gives(FULL_WITH("overall: good") ILACS("J", "kind: short, published: 2018-04-01"), &W368,
                 0);
    assert_gives("inspections:\n" ILACS("J", "kind: short, published: 2018-04-01"), &W368, 0);
}

static void kinds_are_those_of_the_framework(void **state)
{
    (void)state;
    assert_gives(FULL_WITH("kind: short"), &W242, 1);
    assert_gives(FULL_WITH("kind: reinspection"), &W242, 0);
    assert_gives(FULL ILACS("J", "kind: reinspection, published: 2018-04-01"), &W242, 1);
    assert_gives(FULL ILACS("J", "kind: standard, published: 2018-04-01"), &W242, 0);
    assert_gives("inspections:\n  - {id: V, source: S1, framework: AREA_SEND_2016, kind: revisit, "
                 "published: 2017-04-01}\n",
                 &W242, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(visit_is_no_later_than_the_last),
        cmocka_unit_test(visits_have_numbers_of_their_own),
        cmocka_unit_test(visits_are_numbered_in_order),
        cmocka_unit_test(series_have_one_count),
        cmocka_unit_test(full_inspections_have_no_theme),
        cmocka_unit_test(priority_areas_are_those_of_visits),
        cmocka_unit_test(short_inspections_follow_good_ones),
        cmocka_unit_test(kinds_are_those_of_the_framework),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
