/* The ratings timeline: what it draws and says, and that no label ever meets another. */
#include "support/cmocka.h"

#include "components/fixture.h"

#include <stdio.h>
#include <string.h>

static const char *timeline(void **state, const char *options, const char *records)
{
    return draw(*state, "ratings-timeline", options, records);
}

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("`%s` is not in:\n%s", part, text);
}

static void assert_lacks(const char *text, const char *part)
{
    if (strstr(text, part))
        fail_msg("`%s` is in:\n%s", part, text);
}

/* ---- no text meets another ---- */

struct box {
    double x, y, width, height;
};

enum { MOST_BOXES = 400 };

/* The boxes of the texts of the drawing that begins at `*at`, which moves behind it. */
static size_t read_boxes(const char **at, struct box *boxes)
{
    size_t count = 0;
    const char *line = strchr(*at, '\n') + 1;
    for (; strncmp(line, "  ", 2) == 0; line = strchr(line, '\n') + 1) {
        struct box *box = &boxes[count];
        if (sscanf(line, "  text %lf %lf %lf %lf", &box->x, &box->y, &box->width, &box->height) ==
                4 ||
            sscanf(line, "  strong %lf %lf %lf %lf", &box->x, &box->y, &box->width, &box->height) ==
                4)
            count += box->width > 0;
        assert_true(count < MOST_BOXES);
    }
    *at = line;
    return count;
}

static bool apart(const struct box *a, const struct box *b)
{
    return a->x + a->width <= b->x || b->x + b->width <= a->x || a->y + a->height <= b->y ||
           b->y + b->height <= a->y;
}

/* How many texts there are; fails when two meet, or one leaves the column. */
static size_t check_boxes(const char *drawn)
{
    struct box boxes[MOST_BOXES];
    size_t total = 0;
    assert_lacks(drawn, "too wide");
    assert_lacks(drawn, "too tall");
    for (const char *at = strstr(drawn, "drawing "); at; at = strstr(at, "drawing ")) {
        size_t count = read_boxes(&at, boxes);
        for (size_t i = 0; i < count; i++) {
            if (boxes[i].x < 0 || boxes[i].x + boxes[i].width > 400.05 || boxes[i].y < 0)
                fail_msg("text %zu leaves the column in:\n%s", i, drawn);
            for (size_t j = 0; j < i; j++)
                if (!apart(&boxes[i], &boxes[j]))
                    fail_msg("texts %zu and %zu meet in:\n%s", j, i, drawn);
        }
        total += count;
    }
    return total;
}

/* ---- a short story ---- */

static const char norfolk[] =
    "inspections:\n"
    "  - {id: A, framework: LAC_2013, published: 2013-08-16, overall: inadequate, source: S1}\n"
    "  - {id: B, framework: SIF, published: 2015-10-19, overall: inadequate, source: S1}\n"
    "  - {id: C, framework: SIF, kind: reinspection, published: 2018-01-19,"
    " overall: requires_improvement, source: S2}\n"
    "interventions:\n"
    "  - {id: L, kind: letter, issued: 2013-08, source: S1}\n"
    "  - {id: D1, kind: direction, issued: 2013-12, ended: 2016-01, ended_how: closed, source: "
    "S1}\n"
    "  - {id: D2, kind: direction, issued: 2016-01-08, known_open: 2024-01-02, source: S2,"
    " people: [{name: Dave Hill, source: S2}]}\n"
    "leadership:\n"
    "  - {person: Sheila Lock, role: interim director of children’s services, event: interim, "
    "date: ../2013-08-16,"
    " source: S1}\n"
    "  - {role: director, event: stood_down, date: 2013-07, source: S1}\n"
    "  - {person: Penny Carpenter, role: chairman, event: in_post, date: 2018-01-22, source: S2}\n";

static void a_story_is_drawn(void **state)
{
    const char *drawn = timeline(state, "{}", norfolk);
    assert_true(check_boxes(drawn) > 20);
    assert_has(drawn, "  square ");
    assert_has(drawn, " 11.0 11.0 worst mark\n");
    assert_has(drawn, "  triangle ");
    assert_has(drawn, " ink: Requires / improvement\n");
    assert_has(drawn, " muted: January~2018\n");
    assert_has(drawn, " muted: SIF re-inspection\n");
    assert_has(drawn, " accent: SIF\n");
    assert_has(drawn, " accent: ILACS\n");
    assert_has(drawn, " ink: Statutory direction\n");
    assert_has(drawn, " muted: January~2016, in force\n");
    assert_has(drawn, " muted: December~2013 to January~2016\n");
    assert_has(drawn, " ink: Sheila Lock\n");
    assert_has(drawn, "note: Not drawn, because no date is known: Dave Hill "
                      "(Commissioner).");
    assert_lacks(drawn, "Penny"); /* who was in post changed nothing */
}

static void the_alternative_text_tells_it_in_order(void **state)
{
    const char *drawn = timeline(state, "{include: [inspections], table: no}", norfolk);
    assert_has(drawn,
               ": A time line from 2013 to January~2024. In August~2013 Ofsted’s overall judgement "
               "was inadequate (looked after children 2013 inspection). In October~2015 Ofsted’s "
               "overall judgement was inadequate (SIF inspection). In January~2018 Ofsted’s "
               "overall judgement was requires improvement (SIF re-inspection).\n");
    assert_lacks(drawn, "table");
    assert_lacks(drawn, "direction");
    drawn = timeline(state, "{include: [interventions]}", norfolk);
    assert_has(drawn, "In August~2013 a warning letter was sent. In December~2013 a statutory "
                      "direction was issued; it ended in January~2016. In January~2016 a "
                      "statutory direction was issued and is in force.\n");
    drawn = timeline(state, "{include: [leadership], from: 2013}", norfolk);
    assert_has(drawn, "In July~2013 the director stood down. By 16~August~2013 Sheila Lock, "
                      "interim director of children’s services, was in post as interim.\n");
}

/* ---- long alternative texts ---- */

static void a_long_story_has_a_table_behind_it(void **state)
{
    const char *drawn = timeline(state, "{}", norfolk);
    assert_has(
        drawn,
        "It shows 3 full inspections, 3 steps of intervention and 2 changes in leadership. In "
        "January~2018 Ofsted’s overall judgement was requires improvement (SIF re-inspection). One "
        "intervention is in force at the end. The table below lists every event.\n");
    assert_has(drawn, "\ntable: The events of the time line\n  #Date | #Event\n");
    assert_has(drawn, "  #19~January~2018 | Ofsted’s overall judgement was requires improvement "
                      "(SIF re-inspection)~[2]\n");
    assert_has(drawn, "  #8~January~2016 | A statutory direction was issued and is in force~[2]\n");
}

static void a_table_may_be_elsewhere(void **state)
{
    const char *drawn = timeline(state, "elsewhere: in the annex", norfolk);
    assert_has(drawn, "at the end. Every event is listed in the annex.\n");
    assert_lacks(drawn, "table");
    drawn = timeline(state, "{elsewhere: in the annex, include: [inspections]}", norfolk);
    assert_lacks(drawn, "annex"); /* a short story is told as it is */
}

static void a_table_can_be_asked_for_and_refused(void **state)
{
    const char *drawn = timeline(state, "{table: no}", norfolk);
    assert_lacks(drawn, "table");
    assert_has(drawn, "a statutory direction was issued and is in force. ");
    drawn = timeline(state, "{table: yes, include: [inspections]}", norfolk);
    assert_has(drawn, "\ntable: The events");
    assert_lacks(drawn, "below");
}

/* ---- extremes ---- */

static void without_data_nothing_is_drawn(void **state)
{
    assert_string_equal(timeline(state, "{}", ""), "");
    assert_string_equal(timeline(state, "{include: [visits]}", norfolk), "");
}

static void one_event_is_a_story(void **state)
{
    const char *drawn =
        timeline(state, "{}",
                 "inspections: [{id: A, framework: ILACS_2023, published: 2024-01-31,"
                 " overall: good, source: S1}]\n");
    assert_int_equal(check_boxes(drawn), 5);
    assert_has(drawn, "  disc ");
    assert_has(drawn, "A time line from 2024 to January~2024. In January~2024 Ofsted’s overall "
                      "judgement was good (ILACS inspection).\n");
}

static void what_has_no_date_is_told_in_words(void **state)
{
    const char *drawn =
        timeline(state, "{}",
                 "inspections: [{id: A, framework: SIF, overall: good, source: S1}]\n"
                 "interventions: [{id: B, kind: notice, source: S1}]\n");
    assert_string_equal(
        drawn, "note: Not drawn, because no date is known: Good (SIF); Improvement notice.\n");
}

static void the_future_is_not_drawn(void **state)
{
    assert_string_equal(timeline(state, "{}",
                                 "inspections: [{id: A, framework: ILACS_2023,"
                                 " published: 2024-02-01, overall: good, source: S1}]\n"),
                        "");
}

/* Without an overall grade, each key judgement has a mark. */
static void grades_are_spread_where_none_is_overall(void **state)
{
    const char *drawn =
        timeline(state, "{}",
                 "inspections: [{id: A, framework: SLAC, published: 2012-05-04, source: S1,"
                 " judgements: {overall_safeguarding: inadequate, overall_lac: adequate,"
                 " capacity_lac: adequate, being_healthy: good}}]\n");
    check_boxes(drawn);
    assert_has(drawn, " ink: No overall grade\n");
    assert_has(drawn, " 6.0 6.0 worst mark\n  triangle ");
    assert_lacks(drawn, "good mark");
    assert_has(drawn, "In May~2012 Ofsted inspected (SLAC inspection): no overall grade; "
                      "judgements: 1 inadequate and 2 adequate.\n");
}

static void a_grade_may_be_unknown(void **state)
{
    const char *drawn = timeline(
        state, "{}", "inspections: [{id: A, framework: SIF, published: 2016-05-04, source: S1}]\n");
    assert_has(drawn, "  ring ");
    assert_has(drawn, " ink: Grade not known\n");
}

/* ---- what is not known to the day ---- */

static void rough_dates_are_hatched(void **state)
{
    const char *drawn =
        timeline(state, "{}",
                 "inspections:\n"
                 "  - {id: A, framework: SIF, fieldwork: 2013-spring/2013-winter, overall: good,"
                 " source: S1}\n"
                 "  - {id: B, framework: ILACS_2018, published: 2018/2022,"
                 " overall: inadequate, source: S1}\n");
    check_boxes(drawn);
    assert_has(drawn, " good mark\n  outline ");
    assert_has(drawn, " worst mark\n  outline ");
    assert_has(drawn, " muted: spring to / winter~2013\n");
    assert_has(drawn, " muted: 2018 to 2022\n");
    assert_has(drawn, "Between spring~2013 and winter~2013 Ofsted’s overall judgement was");
    assert_has(drawn, "Between 2018 and 2022 Ofsted’s overall judgement was");
    drawn = timeline(state, "{include: [inspections]}", norfolk);
    assert_lacks(drawn, "hatch");
}

/* Frameworks without room for their names are told as one. */
static void what_was_earlier_has_one_band(void **state)
{
    const char *drawn = timeline(state, "{include: [inspections], to: 2015-12}", norfolk);
    check_boxes(drawn);
    assert_has(drawn, " accent: earlier\n");
    assert_has(drawn, " accent: SIF\n");
    assert_lacks(drawn, "accent: looked after");
    assert_lacks(drawn, "accent: ILACS");
}

static void a_bar_is_hatched_where_it_is_not_sure(void **state)
{
    const char *drawn = timeline(state, "{}",
                                 "interventions:\n"
                                 "  - {id: A, kind: notice, issued: 2014, ended: 2016-summer,"
                                 " ended_how: lifted, source: S1}\n"
                                 "  - {id: B, kind: trust, issued: 2019-04-01, ended_how: revoked,"
                                 " source: S1}\n");
    check_boxes(drawn);
    size_t hatched = 0;
    for (const char *at = drawn; (at = strstr(at, "  hatch ")); at++)
        hatched++;
    assert_int_equal(hatched, 3);
    assert_has(drawn, " muted: April~2019, end not known\n");
    assert_has(drawn, "it ended in summer~2016.");
    assert_has(drawn, "its end is not known.");
}

/* ---- crowds ---- */

/* So many inspections, visits, interventions and changes in turn, by a small random sequence. */
static const char *crowd(struct arena *arena, int count, const char *name, unsigned seed)
{
    static const char *const grades[] = {"outstanding", "good", "requires_improvement",
                                         "inadequate"};
    static const char *const events[] = {"appointed", "stood_down", "interim", "vacant"};
    struct buf lanes[3] = {{.arena = arena}, {.arena = arena}, {.arena = arena}};
    buf_addz(&lanes[0], "inspections:\n");
    buf_addz(&lanes[1], "interventions:\n");
    buf_addz(&lanes[2], "leadership:\n");
    for (int i = 0; i < count; i++) {
        seed = seed * 1103515245 + 12345;
        unsigned draw = seed >> 16;
        int year = 2014 + (int)(draw % 10), month = 1 + (int)(draw / 10 % 12);
        if (i % 4 < 2)
            buf_addf(&lanes[0],
                     "  - {id: I%d, framework: %s, published: %d-%02d%s%s, source: S1}\n", i,
                     i % 4 ? "MONITORING" : "SIF", year, month,
                     i % 4 ? "" : ", overall: ", i % 4 ? "" : grades[draw / 120 % 4]);
        else if (i % 4 == 2)
            buf_addf(&lanes[1], "  - {id: V%d, kind: direction, issued: %d-%02d, source: S1%s}\n",
                     i, year, month, draw % 3 ? "" : ", ended: 2023-12, ended_how: closed");
        else
            buf_addf(&lanes[2],
                     "  - {person: %s, role: director, event: %s, date: %d-%02d, source: S1}\n",
                     name, events[draw / 120 % 4], year, month);
    }
    for (int i = 1; i < 3; i++)
        buf_add(&lanes[0], buf_str(&lanes[i]));
    return str_z(arena, buf_str(&lanes[0]));
}

static void labels_never_meet(void **state)
{
    struct fixture *fixture = *state;
    static const char long_name[] = "Bartholomew Featherstonehaugh-Cholmondeley of Wymondham";
    for (unsigned seed = 1; seed <= 12; seed++)
        for (fixture->scale = 1000; fixture->scale <= 1500; fixture->scale += 250) {
            int count = 4 + (int)seed % 4 * 6;
            const char *name = seed % 2 ? "Jo Li" : long_name;
            check_boxes(timeline(state, "{}", crowd(fixture->arena, count, name, seed)));
        }
}

static void sixty_events_run_from_top_to_bottom(void **state)
{
    struct fixture *fixture = *state;
    const char *drawn = timeline(state, "{}", crowd(fixture->arena, 60, "Jo Li", 7));
    assert_true(check_boxes(drawn) > 120);
    assert_has(drawn, ": Part 2 of the time line, ");
    assert_has(drawn, "note: Events stand in order of time, not to scale. ");
    assert_has(drawn, "The table below lists every event.\n");
}

static void crowded_changes_lose_their_names_not_their_marks(void **state)
{
    struct buf records = {.arena = ((struct fixture *)*state)->arena};
    buf_addz(&records, "leadership:\n");
    for (int i = 0; i < 9; i++)
        buf_addf(&records,
                 "  - {person: Jo %c, role: director, event: appointed, date: 2020-0%d,"
                 " source: S1}\n",
                 'A' + i, i + 1);
    const char *drawn = timeline(state, "{}", str_z(records.arena, buf_str(&records)));
    size_t marks = 0;
    for (const char *at = drawn; (at = strstr(at, "  up ")); at++)
        marks++;
    assert_int_equal(marks, 9);
    check_boxes(drawn);
    assert_has(drawn, " earlier changes in leadership are marked without a name.");
    assert_has(drawn, " ink: Jo I\n");
    assert_lacks(drawn, " ink: Jo A\n");
}

static void equal_dates_stand_in_rows(void **state)
{
    const char *drawn =
        timeline(state, "{}",
                 "inspections:\n"
                 "  - {id: A, framework: SIF, published: 2016-05-04, overall: good, source: S1}\n"
                 "  - {id: B, framework: SIF, published: 2016-05-04, overall: good, source: S1}\n"
                 "  - {id: C, framework: SIF, published: 2016-05-04, overall: good, source: S1}\n");
    assert_true(check_boxes(drawn) >= 9);
}

/* ---- options ---- */

static void options_that_mean_nothing_are_refused(void **state)
{
    assert_string_equal(refusal(*state, "ratings-timeline", "include: [inspection]"), "E416");
    assert_string_equal(refusal(*state, "ratings-timeline", "{from: 2018, to: 2016}"), "E416");
    assert_string_equal(refusal(*state, "ratings-timeline", "include: [visits, leadership]"),
                        "accepted");
}

static void the_axis_begins_and_ends_as_it_is_told(void **state)
{
    const char *drawn = timeline(state, "{from: 2015, to: 2016-12}", norfolk);
    check_boxes(drawn);
    assert_has(drawn, "A time line from 2015 to December~2016.");
    assert_has(drawn, " muted: October~2015\n");
    assert_lacks(drawn, "2018");
    assert_has(drawn, "December~2013 to January~2016"); /* it was still in force */
    assert_lacks(drawn, "Sheila");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(a_story_is_drawn),
        TEST(the_alternative_text_tells_it_in_order),
        TEST(a_long_story_has_a_table_behind_it),
        TEST(a_table_may_be_elsewhere),
        TEST(a_table_can_be_asked_for_and_refused),
        TEST(without_data_nothing_is_drawn),
        TEST(one_event_is_a_story),
        TEST(what_has_no_date_is_told_in_words),
        TEST(the_future_is_not_drawn),
        TEST(grades_are_spread_where_none_is_overall),
        TEST(a_grade_may_be_unknown),
        TEST(rough_dates_are_hatched),
        TEST(what_was_earlier_has_one_band),
        TEST(a_bar_is_hatched_where_it_is_not_sure),
        TEST(labels_never_meet),
        TEST(sixty_events_run_from_top_to_bottom),
        TEST(crowded_changes_lose_their_names_not_their_marks),
        TEST(equal_dates_stand_in_rows),
        TEST(options_that_mean_nothing_are_refused),
        TEST(the_axis_begins_and_ends_as_it_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
