/* Dates: the calendar, reading, refusing, writing out, and how far apart two of them are. */
#include "support/cmocka.h"

#include "date/date.h"

#define NBSP "\xC2\xA0"

static int make_arena(void **state)
{
    *state = arena_new();
    return 0;
}

static int free_arena(void **state)
{
    arena_free(*state);
    return 0;
}

static struct date date(struct arena *arena, const char *text)
{
    struct date read;
    struct str why, instead;
    if (!date_parse(arena, str_from(text), &read, &why, &instead))
        fail_msg("%s was refused: " STR_FMT, text, STR_ARG(why));
    return read;
}

static void assert_days(const struct date *date, day first, day last)
{
    assert_int_equal(date->first, first);
    assert_int_equal(date->last, last);
}

static void assert_refused(struct arena *arena, const char *text, const char *why_expected,
                           const char *instead_expected)
{
    struct date read;
    struct str why, instead;
    if (date_parse(arena, str_from(text), &read, &why, &instead))
        fail_msg("%s was accepted", text);
    assert_int_equal(read.precision, DATE_UNKNOWN);
    assert_non_null(why.at);
    if (why_expected)
        assert_string_equal(str_z(arena, why), why_expected);
    assert_string_equal(instead.at ? str_z(arena, instead) : "", instead_expected);
}

static void assert_text(struct arena *arena, const char *text, enum date_style style,
                        const char *expected)
{
    struct date read = date(arena, text);
    assert_string_equal(str_z(arena, date_text(arena, &read, style)), expected);
}

/* ---- the calendar ---- */

static void days_follow_one_another_for_ten_thousand_years(void **state)
{
    (void)state;
    day next = day_from_civil(1, 1, 1);
    for (int32_t year = 1; year <= 9999; year++)
        for (int month = 1; month <= 12; month++)
            for (int i = 1; i <= days_in_month(year, month); i++, next++) {
                struct civil civil = civil_from_day(next);
                if (day_from_civil(year, month, i) != next || civil.year != year ||
                    civil.month != month || civil.day != i)
                    fail_msg("%d-%d-%d", (int)year, month, i);
            }
    assert_int_equal(next, day_from_civil(10000, 1, 1));
}

static void the_count_begins_on_1_january_1970(void **state)
{
    (void)state;
    assert_int_equal(day_from_civil(1970, 1, 1), 0);
    assert_int_equal(day_from_civil(1969, 12, 31), -1);
    assert_int_equal(day_from_civil(2000, 3, 1), 11017);
}

static void the_ends_of_the_range_go_there_and_back(void **state)
{
    (void)state;
    static const day ends[] = {INT32_MIN, INT32_MIN + 1, -719468, -719469, INT32_MAX};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct civil civil = civil_from_day(ends[i]);
        assert_int_equal(day_from_civil(civil.year, civil.month, civil.day), ends[i]);
    }
}

static void february_has_29_days_in_leap_years_only(void **state)
{
    (void)state;
    assert_int_equal(days_in_month(2016, 2), 29);
    assert_int_equal(days_in_month(2018, 2), 28);
    assert_int_equal(days_in_month(1900, 2), 28);
    assert_int_equal(days_in_month(2000, 2), 29);
}

static void weeks_begin_on_monday(void **state)
{
    (void)state;
    assert_int_equal(weekday(day_from_civil(2018, 1, 22)), 0);
    assert_int_equal(weekday(day_from_civil(2018, 1, 21)), 6);
    assert_int_equal(weekday(day_from_civil(1969, 12, 31)), 2);
    assert_int_equal(weekday(day_from_civil(1, 1, 1)), 0);
}

/* ---- reading ---- */

static void a_day_is_one_day(void **state)
{
    struct date read = date(*state, "2018-01-19");
    assert_int_equal(read.precision, DATE_DAY);
    assert_days(&read, day_from_civil(2018, 1, 19), day_from_civil(2018, 1, 19));
    assert_false(read.inferred || read.approximate);
}

static void a_month_and_a_year_are_all_their_days(void **state)
{
    struct date month = date(*state, "2016-02"), year = date(*state, "2018");
    assert_int_equal(month.precision, DATE_MONTH);
    assert_days(&month, day_from_civil(2016, 2, 1), day_from_civil(2016, 2, 29));
    assert_int_equal(year.precision, DATE_YEAR);
    assert_days(&year, day_from_civil(2018, 1, 1), day_from_civil(2018, 12, 31));
}

static void seasons_have_three_months_and_winter_runs_into_the_next_year(void **state)
{
    struct date spring = date(*state, "2013-spring"), autumn = date(*state, "2013-autumn"),
                winter = date(*state, "2015-winter");
    assert_int_equal(spring.precision, DATE_SEASON);
    assert_days(&spring, day_from_civil(2013, 3, 1), day_from_civil(2013, 5, 31));
    assert_days(&autumn, day_from_civil(2013, 9, 1), day_from_civil(2013, 11, 30));
    assert_days(&winter, day_from_civil(2015, 12, 1), day_from_civil(2016, 2, 29));
}

static void a_financial_year_runs_from_april_to_march(void **state)
{
    struct date year = date(*state, "2024-25");
    assert_int_equal(year.precision, DATE_FINANCIAL_YEAR);
    assert_days(&year, day_from_civil(2024, 4, 1), day_from_civil(2025, 3, 31));
    assert_text(*state, "2024-25", DATE_LONG, "2024-25");
    assert_text(*state, "2022-23/2024-25", DATE_LONG, "2022-23 to 2024-25");
    assert_refused(*state, "2024-26", "there is no month 26", "");
    struct date month = date(*state, "2011-12");
    assert_int_equal(month.precision, DATE_MONTH);
}

static void a_quarter_is_one_of_a_financial_year(void **state)
{
    static const int first_months[] = {4, 7, 10, 1}, last_days[] = {30, 30, 31, 31};
    for (int quarter = 1; quarter <= 4; quarter++) {
        char text[] = "2011-12-Q0";
        text[9] = (char)('0' + quarter);
        struct date read = date(*state, text);
        int year = quarter == 4 ? 2012 : 2011, month = first_months[quarter - 1];
        assert_int_equal(read.precision, DATE_QUARTER);
        assert_days(&read, day_from_civil(year, month, 1),
                    day_from_civil(year, month + 2, last_days[quarter - 1]));
        assert_text(*state, text, DATE_ISO, text);
    }
    assert_text(*state, "2024-25-Q4", DATE_LONG, "Q4\u00A02024-25");
    assert_refused(*state, "2024-25-Q5", NULL, "");
    assert_refused(*state, "Q2 2024/25", NULL, "2024-25-Q2");
    assert_refused(*state, "2024-25 Q2", NULL, "2024-25-Q2");
    assert_refused(*state, "2024-2025", NULL, "2024-25");
    assert_refused(*state, "2010/11", NULL, "2010-04/2011-03");
}

static void marks_say_inferred_and_about_in_either_order(void **state)
{
    struct date both = date(*state, "2016-01?~"), swapped = date(*state, "2016-01~?"),
                inferred = date(*state, "2013-12?"), about = date(*state, "2014~");
    assert_true(both.inferred && both.approximate);
    assert_true(swapped.inferred && swapped.approximate);
    assert_true(inferred.inferred && !inferred.approximate);
    assert_true(about.approximate && !about.inferred);
    assert_refused(*state, "2014??", NULL, "2014?");
}

static void an_interval_has_two_ends_of_any_precision(void **state)
{
    struct date read = date(*state, "2017-11-13/2018");
    assert_int_equal(read.precision, DATE_INTERVAL);
    assert_days(&read, day_from_civil(2017, 11, 13), day_from_civil(2018, 12, 31));
    assert_int_equal(read.start.precision, DATE_DAY);
    assert_int_equal(read.end.precision, DATE_YEAR);
    assert_int_equal(read.end.first, day_from_civil(2018, 1, 1));
}

static void an_interval_may_be_open_at_one_end(void **state)
{
    struct date by = date(*state, "../2018-01-22"), from = date(*state, "2014-01-07/..");
    assert_days(&by, DAY_OPEN_START, day_from_civil(2018, 1, 22));
    assert_int_equal(by.start.precision, DATE_UNKNOWN);
    assert_days(&from, day_from_civil(2014, 1, 7), DAY_OPEN_END);
    assert_int_equal(from.end.precision, DATE_UNKNOWN);
    assert_refused(*state, "../..", "a period needs a start or an end", "");
}

static void a_date_is_bounded_when_both_its_ends_are_known(void **state)
{
    struct date month = date(*state, "2018-01"), years = date(*state, "2014/2018");
    struct date by = date(*state, "../2018-01-22"), from = date(*state, "2014-01-07/..");
    struct date absent = {0};
    assert_true(date_is_bounded(&month) && date_is_bounded(&years));
    assert_false(date_is_bounded(&by) || date_is_bounded(&from) || date_is_bounded(&absent));
}

static void white_space_around_a_date_is_no_fault(void **state)
{
    struct date read = date(*state, " 2018-01 ");
    assert_int_equal(read.precision, DATE_MONTH);
}

/* ---- refusing ---- */

static void days_that_do_not_exist_are_refused_with_the_reason(void **state)
{
    assert_refused(*state, "2018-02-30", "February 2018 has 28 days", "");
    assert_refused(*state, "2018-06-00", "June 2018 has 30 days", "");
    assert_refused(*state, "2018-13", "there is no month 13", "");
    assert_refused(*state, "2018-00-10", "there is no month 0", "");
    assert_refused(*state, "2024-25-Q5", "a financial year has four quarters, Q1 to Q4", "");
    assert_refused(*state, "0000", "there is no year 0", "");
    assert_refused(*state, "31/02/2018", "February 2018 has 28 days", "");
    assert_refused(*state, "30 February 2016", "February 2016 has 29 days", "");
}

static void an_end_before_the_start_is_refused(void **state)
{
    assert_refused(*state, "2018-01-22/2018-01-19", "the end lies before the start", "");
    assert_refused(*state, "2018/2017", "the end lies before the start", "");
    assert_refused(*state, "24 to 13 November 2017", "the end lies before the start", "");
    date(*state, "2018-01-22/2018-01");
}

static void figures_in_another_order_say_what_to_write(void **state)
{
    assert_refused(*state, "19/01/2018", NULL, "2018-01-19");
    assert_refused(*state, "22.01.18", NULL, "2018-01-22");
    assert_refused(*state, "2018-1-9", NULL, "2018-01-09");
    assert_refused(*state, "2018/01/09", NULL, "2018-01-09");
    assert_refused(*state, "20180109", NULL, "2018-01-09");
    assert_refused(*state, "01/2018", NULL, "2018-01");
    assert_refused(*state, "2018-1", NULL, "2018-01");
    assert_refused(*state, "01/19/2018", NULL, "2018-01-19");
}

static void dates_in_words_say_what_to_write(void **state)
{
    assert_refused(*state, "19 January 2018", NULL, "2018-01-19");
    assert_refused(*state, "Friday 19th Jan. 2018", NULL, "2018-01-19");
    assert_refused(*state, "January 19, 2018", NULL, "2018-01-19");
    assert_refused(*state, "19-Sept-2018", NULL, "2018-09-19");
    assert_refused(*state, "January 2018", NULL, "2018-01");
    assert_refused(*state, "2018 January", NULL, "2018-01");
    assert_refused(*state, "spring 2013", NULL, "2013-spring");
    assert_refused(*state, "2013-Spring", NULL, "2013-spring");
    assert_refused(*state, "fall 2013", NULL, "2013-autumn");
    assert_refused(*state, "about January 2016", NULL, "2016-01~");
    assert_refused(*state, "by 22 January 2018", NULL, "../2018-01-22");
    assert_refused(*state, "since 7 January 2014", NULL, "2014-01-07/..");
}

static void periods_in_words_say_what_to_write(void **state)
{
    assert_refused(*state, "13-24 November 2017", NULL, "2017-11-13/2017-11-24");
    assert_refused(*state, "13 \xE2\x80\x93 24 November 2017", NULL, "2017-11-13/2017-11-24");
    assert_refused(*state, "13 to 24 November 2017", NULL, "2017-11-13/2017-11-24");
    assert_refused(*state, "29 October to 3 November 2017", NULL, "2017-10-29/2017-11-03");
    assert_refused(*state, "30 December 2017 to 4 January 2018", NULL, "2017-12-30/2018-01-04");
    assert_refused(*state, "between 7 January and 11 February 2014", NULL, "2014-01-07/2014-02-11");
    assert_refused(*state, "Jan-Mar 2018", NULL, "2018-01/2018-03");
    assert_refused(*state, "2018-2022", NULL, "2018/2022");
    assert_refused(*state, "2018/19", NULL, "2018-19");
    assert_refused(*state, "2018-00", "there is no month 0", "");
}

/* Only these are changed for an officer unasked. */
static void what_could_mean_something_else_is_told_apart(void **state)
{
    static const char *const plain[] = {
        "19/01/2018",
        "01/19/2018",
        "1/1/2018",
        "2018/01/09",
        "20180109",
        "2018-1-9",
        "19-Sept-2018",
        "about January 2016",
        "spring 2013",
        "01/2018",
        "13-24 November 2017",
        "2018/19",
        "Q2 2018-19",
        "13/01/2018 00:00:00",
    };
    static const char *const other[] = {
        "03/04/2018",
        "22.01.18",
        "11-03-24",
        "3 April 18",
        "late March 2018",
        "mid-2018",
        "by March 2016",
        "since 2014",
        "43119",
        "2011/12",
        "2018-2019",
        "13 and 24 November 2017",
        "03/04/2018 to 05/04/2018",
        "13/01/2018 to 05/04/2018",
    };
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (!date_reads_one_way(*state, str_from(plain[i])))
            fail_msg("%s has one reading", plain[i]);
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        if (date_reads_one_way(*state, str_from(other[i])))
            fail_msg("%s has others", other[i]);
}

static void what_is_no_date_gets_no_suggestion(void **state)
{
    static const char *const texts[] = {
        "",  "yesterday",     "unknown",    "-",  "/",       "18",
        "~", "19 Janvier 18", "2018-01-1x", "..", "January", "1 2 3 4 5 6 2018",
        "?", "2018-01-19T10", "20181",      "13", "to",      "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_refused(*state, texts[i], NULL, "");
}

/* ---- writing ---- */

static void dates_are_written_out_in_british_english(void **state)
{
    assert_text(*state, "2018-01-09", DATE_LONG, "9" NBSP "January" NBSP "2018");
    assert_text(*state, "2018-01", DATE_LONG, "January" NBSP "2018");
    assert_text(*state, "2013-spring", DATE_LONG, "spring" NBSP "2013");
    assert_text(*state, "2013-winter", DATE_LONG, "winter" NBSP "2013");
    assert_text(*state, "2018", DATE_LONG, "2018");
    assert_text(*state, "2018-09-19", DATE_SHORT, "19" NBSP "Sep" NBSP "2018");
}

static void periods_say_month_and_year_once(void **state)
{
    assert_text(*state, "2017-11-13/2017-11-24", DATE_LONG, "13 to 24" NBSP "November" NBSP "2017");
    assert_text(*state, "2017-10-29/2017-11-03", DATE_LONG,
                "29" NBSP "October to 3" NBSP "November" NBSP "2017");
    assert_text(*state, "2017-12-30/2018-01-04", DATE_LONG,
                "30" NBSP "December" NBSP "2017 to 4" NBSP "January" NBSP "2018");
    assert_text(*state, "2018-01/2018-03", DATE_LONG, "January to March" NBSP "2018");
    assert_text(*state, "2018/2022", DATE_LONG, "2018 to 2022");
    assert_text(*state, "2017-11-13/2017-12", DATE_LONG,
                "13" NBSP "November" NBSP "2017 to December" NBSP "2017");
    assert_text(*state, "2017-11-13/2017-11-13", DATE_LONG, "13" NBSP "November" NBSP "2017");
}

static void open_periods_say_by_and_from(void **state)
{
    assert_text(*state, "../2018-01-22", DATE_LONG, "by 22" NBSP "January" NBSP "2018");
    assert_text(*state, "2014-01-07/..", DATE_LONG, "from 7" NBSP "January" NBSP "2014");
    assert_text(*state, "../2018~", DATE_LONG, "by about 2018");
}

static void marks_are_written_out(void **state)
{
    assert_text(*state, "2013-12?", DATE_LONG, "December" NBSP "2013 (inferred)");
    assert_text(*state, "2016-01~", DATE_LONG, "about January" NBSP "2016");
    assert_text(*state, "2016-01~?", DATE_LONG, "about January" NBSP "2016 (inferred)");
}

static void plain_dates_have_no_remark(void **state)
{
    assert_text(*state, "2013-12?", DATE_PLAIN, "December" NBSP "2013");
    assert_text(*state, "2016-01-05~?", DATE_PLAIN, "about 5" NBSP "January" NBSP "2016");
}

static void days_are_told_by_their_month(void **state)
{
    assert_text(*state, "2018-01-19", DATE_BY_MONTH, "January" NBSP "2018");
    assert_text(*state, "2018-01?", DATE_BY_MONTH, "January" NBSP "2018");
    assert_text(*state, "2018-05-01~", DATE_BY_MONTH, "about May" NBSP "2018");
    assert_text(*state, "2017-11-13/2017-11-24", DATE_BY_MONTH, "November" NBSP "2017");
    assert_text(*state, "2017-10-29/2017-11-03", DATE_BY_MONTH, "October to November" NBSP "2017");
    assert_text(*state, "../2018-01-22", DATE_BY_MONTH, "by January" NBSP "2018");
    assert_text(*state, "2018", DATE_BY_MONTH, "2018");
    assert_text(*state, "2013-spring", DATE_BY_MONTH, "spring" NBSP "2013");
}

static void iso_form_is_read_back_as_the_same_date(void **state)
{
    static const char *const texts[] = {
        "2018-01-19",    "2018-01",
        "2018",          "0926",
        "2013-spring",   "2013-winter",
        "2013-12?",      "2014~",
        "2016-01?~",     "2017-11-13/2017-11-24",
        "../2018-01-22", "2014-01-07/..",
        "2018/2022?",    "2013-winter/2014-summer",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_text(*state, texts[i], DATE_ISO, texts[i]);
}

static void an_absent_date_is_not_known(void **state)
{
    struct date absent = {0};
    assert_string_equal(str_z(*state, date_text(*state, &absent, DATE_LONG)), "date not known");
}

/* ---- comparing ---- */

static void order_is_sure_only_when_dates_do_not_overlap(void **state)
{
    struct date month = date(*state, "2018-01"), inside = date(*state, "2018-01-22"),
                later = date(*state, "2018-02-01"), absent = {0};
    assert_true(date_surely_after(&later, &month));
    assert_false(date_surely_after(&inside, &month));
    assert_false(date_surely_after(&later, &absent));
    assert_true(date_may_precede(&month, &inside));
    assert_true(date_may_precede(&inside, &month));
    assert_false(date_may_precede(&later, &month));
    assert_true(date_may_precede(&later, &absent));
    assert_false(date_may_precede(&inside, &inside));
}

static void assert_months(struct arena *arena, const char *from, const char *to, int64_t low,
                          int64_t high)
{
    struct date a = date(arena, from), b = date(arena, to);
    struct range range = months_between(&a, &b);
    assert_true(range.known);
    assert_int_equal(range.low, low);
    assert_int_equal(range.high, high);
}

static void months_between_imprecise_dates_are_a_range(void **state)
{
    assert_months(*state, "2013-12", "2018-01-01/2018-01-22", 48, 49);
    assert_months(*state, "2013-12-01", "2018-01-01", 49, 49);
    assert_months(*state, "2013", "2014", 0, 23);
    assert_months(*state, "2018-01-15", "2018-02-14", 0, 0);
    assert_months(*state, "2018-01-15", "2018-02-15", 1, 1);
    assert_months(*state, "2018-01-31", "2018-02-28", 1, 1);
    assert_months(*state, "2016-01-31", "2016-02-28", 0, 0);
}

static void months_are_never_negative(void **state)
{
    assert_months(*state, "2018-01-15", "2017-01-15", 0, 0);
    assert_months(*state, "2018-01", "2018-01", 0, 0);
    assert_months(*state, "2017-01-01", "../2018-01-22", 0, 12);
}

static void spans_without_an_end_are_not_known(void **state)
{
    struct date open = date(*state, "2014-01-07/.."), by = date(*state, "../2018-01-22"),
                fixed = date(*state, "2018-01-22"), absent = {0};
    assert_false(months_between(&fixed, &open).known);
    assert_false(months_between(&by, &fixed).known);
    assert_false(months_between(&absent, &fixed).known);
    assert_false(days_between(&fixed, &by).known);
    assert_false(days_between(&fixed, &absent).known);
}

static void days_between_may_be_negative(void **state)
{
    struct date from = date(*state, "2018-01-22"), to = date(*state, "2018-01");
    struct range range = days_between(&from, &to);
    assert_true(range.known);
    assert_int_equal(range.low, -21);
    assert_int_equal(range.high, 9);
}

static void ranges_are_worded_by_their_size(void **state)
{
    struct range one = {true, 1, 1}, none = {true, 0, 0}, some = {true, 48, 49}, unknown = {0};
    assert_string_equal(str_z(*state, range_text(*state, one, "month", "months")), "1 month");
    assert_string_equal(str_z(*state, range_text(*state, none, "month", "months")), "0 months");
    assert_string_equal(str_z(*state, range_text(*state, some, "month", "months")),
                        "48 to 49 months");
    assert_string_equal(str_z(*state, range_text(*state, unknown, "day", "days")), "not known");
    struct range long_ago = {.known = true, .low = 999, .high = 4461};
    assert_string_equal(str_z(*state, range_text(*state, long_ago, "day", "days")),
                        "999 to 4,461 days");
}

/* ---- spans of time in words ---- */

static void assert_between(struct arena *arena, const char *from, const char *to,
                           const char *expected)
{
    struct date a = date(arena, from), b = date(arena, to);
    assert_string_equal(str_z(arena, time_between_text(arena, &a, &b)), expected);
}

static void assert_from(struct arena *arena, const char *today, const char *when,
                        const char *expected)
{
    struct date now = date(arena, today), then = date(arena, when);
    assert_string_equal(str_z(arena, time_from_text(arena, now.first, &then)), expected);
}

static void spans_are_told_in_the_unit_of_their_size(void **state)
{
    assert_between(*state, "2026-11-01", "2026-11-02", "1 day");
    assert_between(*state, "2026-11-01", "2026-11-21", "20 days");
    assert_between(*state, "2026-11-01", "2026-11-22", "3 weeks");
    assert_between(*state, "2026-08-30", "2026-11-29", "13 weeks");
    assert_between(*state, "2026-08-29", "2026-11-29", "3 months");
    assert_between(*state, "2024-11-30", "2026-11-29", "23 months");
    assert_between(*state, "2024-11-29", "2026-11-29", "2 years");
    assert_between(*state, "2022-07-11", "2026-11-29", "4 years 4 months");
}

static void spans_between_imprecise_dates_have_two_ends(void **state)
{
    assert_between(*state, "2026-10", "2026-11-29", "4 to 8 weeks");
    assert_between(*state, "2026-11", "2026-11-29", "up to 4 weeks");
    assert_between(*state, "2026-09-01/2026-11-26", "2026-11-29", "3 days to 12 weeks");
    assert_between(*state, "2022-07", "2026-11-29", "4 years 3 to 4 months");
    assert_between(*state, "2024-10/2024-11", "2026-11-29", "23 months to 2 years 1 month");
    assert_between(*state, "2022-11", "2026-11-29", "3 years 11 months to 4 years");
    assert_between(*state, "2018", "2026-11-29", "7 to 8 years");
    assert_between(*state, "../2018-01-01", "2026-11-29", "not known");
}

static void a_date_is_told_from_a_day(void **state)
{
    assert_from(*state, "2026-11-29", "2026-11-29", "today");
    assert_from(*state, "2026-11-29", "2026-11-30", "in 1 day");
    assert_from(*state, "2026-11-29", "2027-02-20", "in 11 weeks");
    assert_from(*state, "2026-11-29", "2026-11-10", "19 days ago");
    assert_from(*state, "2018-01-22", "2013-12", "4 years to 4 years 1 month ago");
    assert_from(*state, "2026-11-29", "2026-11", "between 4 weeks ago and 1 day from now");
    assert_from(*state, "2026-11-01", "2026-11", "between today and 4 weeks from now");
    assert_from(*state, "2026-11-01", "2026-11-01/..", "not known");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_follow_one_another_for_ten_thousand_years),
        cmocka_unit_test(the_count_begins_on_1_january_1970),
        cmocka_unit_test(the_ends_of_the_range_go_there_and_back),
        cmocka_unit_test(february_has_29_days_in_leap_years_only),
        cmocka_unit_test(weeks_begin_on_monday),
        cmocka_unit_test(a_day_is_one_day),
        cmocka_unit_test(a_month_and_a_year_are_all_their_days),
        cmocka_unit_test(seasons_have_three_months_and_winter_runs_into_the_next_year),
        cmocka_unit_test(a_financial_year_runs_from_april_to_march),
        cmocka_unit_test(a_quarter_is_one_of_a_financial_year),
        cmocka_unit_test(marks_say_inferred_and_about_in_either_order),
        cmocka_unit_test(an_interval_has_two_ends_of_any_precision),
        cmocka_unit_test(an_interval_may_be_open_at_one_end),
        cmocka_unit_test(a_date_is_bounded_when_both_its_ends_are_known),
        cmocka_unit_test(white_space_around_a_date_is_no_fault),
        cmocka_unit_test(days_that_do_not_exist_are_refused_with_the_reason),
        cmocka_unit_test(an_end_before_the_start_is_refused),
        cmocka_unit_test(figures_in_another_order_say_what_to_write),
        cmocka_unit_test(dates_in_words_say_what_to_write),
        cmocka_unit_test(periods_in_words_say_what_to_write),
        cmocka_unit_test(what_could_mean_something_else_is_told_apart),
        cmocka_unit_test(what_is_no_date_gets_no_suggestion),
        cmocka_unit_test(dates_are_written_out_in_british_english),
        cmocka_unit_test(periods_say_month_and_year_once),
        cmocka_unit_test(open_periods_say_by_and_from),
        cmocka_unit_test(plain_dates_have_no_remark),
        cmocka_unit_test(days_are_told_by_their_month),
        cmocka_unit_test(marks_are_written_out),
        cmocka_unit_test(iso_form_is_read_back_as_the_same_date),
        cmocka_unit_test(an_absent_date_is_not_known),
        cmocka_unit_test(order_is_sure_only_when_dates_do_not_overlap),
        cmocka_unit_test(months_between_imprecise_dates_are_a_range),
        cmocka_unit_test(months_are_never_negative),
        cmocka_unit_test(spans_without_an_end_are_not_known),
        cmocka_unit_test(days_between_may_be_negative),
        cmocka_unit_test(ranges_are_worded_by_their_size),
        cmocka_unit_test(spans_are_told_in_the_unit_of_their_size),
        cmocka_unit_test(spans_between_imprecise_dates_have_two_ends),
        cmocka_unit_test(a_date_is_told_from_a_day),
    };
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
