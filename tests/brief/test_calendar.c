/* Tests of bank holidays and of counting working days with them. */
#include "brief/brief_codes.h"
#include "support/cmocka.h"

#include "brief/calendar.h"
#include "diag/diag.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct fixture {
    struct arena *arena;
    struct diags diags;
    const struct calendar *calendar;
};

static void open_fixture(struct fixture *fixture, const char *path)
{
    *fixture = (struct fixture){.arena = arena_new()};
    diags_init(&fixture->diags, fixture->arena);
    fixture->calendar = calendar_read(fixture->arena, &fixture->diags, path);
}

static void open_shipped(struct fixture *fixture)
{
    open_fixture(fixture, "templates/bank-holidays.yaml");
    assert_non_null(fixture->calendar);
    assert_int_equal(fixture->diags.errors, 0);
}

static void open_text(struct fixture *fixture, const char *text)
{
    char path[] = "/tmp/councilbrief-holidays-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    fputs(text, file);
    fclose(file);
    open_fixture(fixture, path);
    unlink(path);
}

static day after(const struct fixture *fixture, day from, int64_t count)
{
    struct working_day found = calendar_add(fixture->calendar, from, count);
    assert_true(found.known);
    return found.day;
}

static void stockton_had_until_16_august_2023(void **state)
{
    (void)state;
    struct fixture fixture;
    open_shipped(&fixture);
    assert_int_equal(after(&fixture, day_from_civil(2023, 5, 9), 70), day_from_civil(2023, 8, 16));
    arena_free(fixture.arena);
}

static void days_that_were_added_or_moved_are_kept(void **state)
{
    (void)state;
    struct fixture fixture;
    open_shipped(&fixture);
    assert_int_equal(after(&fixture, day_from_civil(2012, 6, 1), 1), day_from_civil(2012, 6, 6));
    assert_int_equal(after(&fixture, day_from_civil(2020, 5, 7), 1), day_from_civil(2020, 5, 11));
    assert_int_equal(after(&fixture, day_from_civil(2020, 5, 1), 1), day_from_civil(2020, 5, 4));
    assert_int_equal(after(&fixture, day_from_civil(2022, 6, 1), 1), day_from_civil(2022, 6, 6));
    assert_int_equal(after(&fixture, day_from_civil(2022, 9, 16), 1), day_from_civil(2022, 9, 20));
    assert_int_equal(after(&fixture, day_from_civil(2023, 5, 5), 1), day_from_civil(2023, 5, 9));
    arena_free(fixture.arena);
}

static void holidays_at_a_weekend_are_kept_on_weekdays(void **state)
{
    (void)state;
    struct fixture fixture;
    open_shipped(&fixture);
    assert_int_equal(after(&fixture, day_from_civil(2021, 12, 24), 1),
                     day_from_civil(2021, 12, 29));
    assert_int_equal(after(&fixture, day_from_civil(2021, 12, 31), 1), day_from_civil(2022, 1, 4));
    assert_int_equal(after(&fixture, day_from_civil(2016, 12, 23), 1),
                     day_from_civil(2016, 12, 28));
    arena_free(fixture.arena);
}

static void every_year_has_eight_days_or_more(void **state)
{
    (void)state;
    struct fixture fixture;
    open_shipped(&fixture);
    assert_int_equal(fixture.calendar->years.count, 16);
    for (size_t i = 0; i < fixture.calendar->years.count; i++) {
        const struct calendar_year *year = &fixture.calendar->years.items[i];
        assert_int_equal(year->year.value, 2012 + (int64_t)i);
        bool more = year->year.value == 2012 || year->year.value == 2023;
        assert_int_equal(year->holidays.count, year->year.value == 2022 ? 10 : more ? 9 : 8);
    }
    arena_free(fixture.arena);
}

static void missing_year_is_named_and_nothing_guessed(void **state)
{
    (void)state;
    struct fixture fixture;
    open_shipped(&fixture);
    struct working_day found = calendar_add(fixture.calendar, day_from_civil(2027, 12, 1), 70);
    assert_false(found.known);
    assert_int_equal(found.missing_year, 2028);
    found = calendar_add(fixture.calendar, day_from_civil(2011, 12, 30), 1);
    assert_int_equal(found.missing_year, 2011);
    arena_free(fixture.arena);
}

static void faults_of_the_file_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"years: [{year: 2023, holidays: [{date: 2022-12-27, name: A}]}]\n",
         "this day is not in the year under which it stands"},
        {"years: [{year: 2023, holidays: [{date: 2023-05, name: A}]}]\n",
         "a bank holiday is a day"},
        {"years: [{year: 2023, holidays: [{date: 2023-05-06, name: A}]}]\n",
         "this day is at a weekend; the holiday is kept on a weekday in its place"},
        {"years: [{year: 2023, holidays: [{date: 2023-05-08, name: A}, "
         "{date: 2023-05-08, name: B}]}]\n",
         "this day is listed twice"},
        {"years: [{year: 2023, holidays: [{date: 2023-05-08, name: A}]}, "
         "{year: 2023, holidays: [{date: 2023-05-08, name: A}]}]\n",
         "the year 2023 is listed twice"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        open_text(&fixture, cases[i].text);
        assert_null(fixture.calendar);
        assert_int_equal(fixture.diags.items.count, 1);
        const struct diag *diag = &fixture.diags.items.items[0];
        assert_ptr_equal(diag->code, &E236);
        assert_string_equal(str_z(fixture.arena, diag->message), cases[i].message);
        arena_free(fixture.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stockton_had_until_16_august_2023),
        cmocka_unit_test(days_that_were_added_or_moved_are_kept),
        cmocka_unit_test(holidays_at_a_weekend_are_kept_on_weekdays),
        cmocka_unit_test(every_year_has_eight_days_or_more),
        cmocka_unit_test(missing_year_is_named_and_nothing_guessed),
        cmocka_unit_test(faults_of_the_file_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
