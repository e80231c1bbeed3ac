/* Points in time, as precisely as they are known, the span between two of them, and the
   calendar. */
#include "date/date.h"

/* ---- spans of time as people say them: 12 days, 3 weeks, 7 months, 4 years 4 months ---- */

enum {
    DAYS_IN_A_WEEK = 7,
    MONTHS_IN_A_YEAR = 12,
    LEAST_IN_WEEKS = 21,    /* days; fewer are given in days */
    LEAST_IN_MONTHS = 3,    /* months; fewer are given in weeks */
    LEAST_IN_YEARS = 24,    /* months; fewer are given in months */
    WHOLE_YEARS_SPREAD = 12 /* months between two ends, from which on only years are given */
};

enum unit { IN_DAYS, IN_WEEKS, IN_MONTHS, IN_YEARS };

struct length {
    int64_t days, months;
};

static struct length length_of(day from, day to)
{
    struct date a = date_of_day(from), b = date_of_day(to);
    return (struct length){.days = (int64_t)to - from, .months = months_between(&a, &b).low};
}

static enum unit unit_of(struct length length)
{
    if (length.months >= LEAST_IN_YEARS)
        return IN_YEARS;
    if (length.months >= LEAST_IN_MONTHS)
        return IN_MONTHS;
    return length.days >= LEAST_IN_WEEKS ? IN_WEEKS : IN_DAYS;
}

static int64_t count_in(struct length length, enum unit unit)
{
    const int64_t counts[] = {
        [IN_DAYS] = length.days,
        [IN_WEEKS] = length.days / DAYS_IN_A_WEEK,
        [IN_MONTHS] = length.months,
        [IN_YEARS] = length.months / MONTHS_IN_A_YEAR,
    };
    return counts[unit];
}

static struct str count_text(struct arena *arena, int64_t count, enum unit unit)
{
    static const char *const names[][2] = {
        {"day", "days"}, {"week", "weeks"}, {"month", "months"}, {"year", "years"}};
    return range_text(arena, (struct range){.known = true, .low = count, .high = count},
                      names[unit][0], names[unit][1]);
}

static struct str length_text(struct arena *arena, struct length length, enum unit unit)
{
    int64_t over = unit == IN_YEARS ? length.months % MONTHS_IN_A_YEAR : 0;
    struct str whole = count_text(arena, count_in(length, unit), unit);
    if (!over)
        return whole;
    return str_format(arena, STR_FMT " " STR_FMT, STR_ARG(whole),
                      STR_ARG(count_text(arena, over, IN_MONTHS)));
}

/* "4 years 1 to 3 months": for two ends with the same years. */
static struct str months_over(struct arena *arena, struct length low, struct length high)
{
    return str_format(arena, STR_FMT " %lld to " STR_FMT,
                      STR_ARG(count_text(arena, count_in(low, IN_YEARS), IN_YEARS)),
                      (long long)(low.months % MONTHS_IN_A_YEAR),
                      STR_ARG(count_text(arena, high.months % MONTHS_IN_A_YEAR, IN_MONTHS)));
}

static struct str years_text(struct arena *arena, struct length low, struct length high)
{
    int64_t from = count_in(low, IN_YEARS), to = count_in(high, IN_YEARS);
    if (high.months - low.months >= WHOLE_YEARS_SPREAD)
        return str_format(arena, "%lld to " STR_FMT, (long long)from,
                          STR_ARG(count_text(arena, to, IN_YEARS)));
    if (from == to && low.months % MONTHS_IN_A_YEAR)
        return months_over(arena, low, high);
    return str_format(arena, STR_FMT " to " STR_FMT, STR_ARG(length_text(arena, low, IN_YEARS)),
                      STR_ARG(length_text(arena, high, IN_YEARS)));
}

/* In the unit of the longer end where the shorter fills at least one of it; else each end in its
   own. */
static struct str lengths_text(struct arena *arena, struct length low, struct length high)
{
    enum unit unit = unit_of(high);
    struct str most = length_text(arena, high, unit);
    if (str_equal(length_text(arena, low, unit), most))
        return most;
    if (!low.days)
        return str_format(arena, "up to " STR_FMT, STR_ARG(most));
    if (unit_of(low) != unit && (unit == IN_YEARS || !count_in(low, unit)))
        return str_format(arena, STR_FMT " to " STR_FMT,
                          STR_ARG(length_text(arena, low, unit_of(low))), STR_ARG(most));
    if (unit == IN_YEARS)
        return years_text(arena, low, high);
    return str_format(arena, "%lld to " STR_FMT, (long long)count_in(low, unit), STR_ARG(most));
}

/* The shortest and the longest time between two dates; the first lies before the second. */
static bool ends_of(const struct date *from, const struct date *to, struct length *low,
                    struct length *high)
{
    if (!days_between(from, to).known)
        return false;
    *low = to->first > from->last ? length_of(from->last, to->first) : (struct length){0};
    *high = to->last > from->first ? length_of(from->first, to->last) : (struct length){0};
    return true;
}

struct str time_between_text(struct arena *arena, const struct date *from, const struct date *to)
{
    struct length low, high;
    if (!ends_of(from, to, &low, &high))
        return STR("not known");
    return lengths_text(arena, low, high);
}

/* "today", "3 weeks ago", "2 months from now" */
static struct str side_text(struct arena *arena, struct length length, const char *side)
{
    if (!length.days)
        return STR("today");
    return str_format(arena, STR_FMT " %s", STR_ARG(length_text(arena, length, unit_of(length))),
                      side);
}

static struct str either_side_text(struct arena *arena, day today, const struct date *when)
{
    bool begins = when->first<today, ends = when->last> today;
    struct length before = begins ? length_of(when->first, today) : (struct length){0};
    struct length after = ends ? length_of(today, when->last) : (struct length){0};
    return str_format(arena, "between " STR_FMT " and " STR_FMT,
                      STR_ARG(side_text(arena, before, "ago")),
                      STR_ARG(side_text(arena, after, "from now")));
}

struct str time_from_text(struct arena *arena, day today, const struct date *when)
{
    struct date now = date_of_day(today);
    if (!days_between(&now, when).known)
        return STR("not known");
    if (when->first == today && when->last == today)
        return STR("today");
    if (when->first > today)
        return str_format(arena, "in " STR_FMT, STR_ARG(time_between_text(arena, &now, when)));
    if (when->last < today)
        return str_format(arena, STR_FMT " ago", STR_ARG(time_between_text(arena, when, &now)));
    return either_side_text(arena, today, when);
}

/* ---- the calendar ---- */

enum {
    DAYS_IN_YEAR = 365,
    DAYS_IN_4_YEARS = 4 * DAYS_IN_YEAR + 1,
    DAYS_IN_CENTURY = 25 * DAYS_IN_4_YEARS - 1,
    DAYS_IN_400_YEARS = 4 * DAYS_IN_CENTURY + 1,
    EPOCH = 719468 /* 1 January 1970, counted from 1 March of the year 0 */
};

/* Years are counted from March here, so that the leap day is the last day of a year. */
static const int days_before_month[] = {0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337};

static int64_t divide_down(int64_t number, int64_t by)
{
    int64_t quotient = number / by;
    return number % by < 0 ? quotient - 1 : quotient;
}

/* Takes whole units off `*rest`, at most `most` of them. */
static int64_t take(int64_t *rest, int64_t unit, int64_t most)
{
    int64_t count = *rest / unit;
    if (count > most)
        count = most;
    *rest -= count * unit;
    return count;
}

struct civil civil_from_day(day number)
{
    int64_t rest = (int64_t)number + EPOCH;
    int64_t eras = divide_down(rest, DAYS_IN_400_YEARS);
    rest -= eras * DAYS_IN_400_YEARS;
    int64_t year = eras * 400;
    year += take(&rest, DAYS_IN_CENTURY, 3) * 100;
    year += take(&rest, DAYS_IN_4_YEARS, 24) * 4;
    year += take(&rest, DAYS_IN_YEAR, 3);
    int month = 11;
    while (days_before_month[month] > rest)
        month--;
    return (struct civil){
        .year = (int32_t)(month >= 10 ? year + 1 : year),
        .month = month >= 10 ? month - 9 : month + 3,
        .day = (int)rest - days_before_month[month] + 1,
    };
}

day day_from_civil(int32_t year, int month, int day_of_month)
{
    int64_t from_march = (int64_t)year - (month < 3);
    int64_t leap_days =
        divide_down(from_march, 4) - divide_down(from_march, 100) + divide_down(from_march, 400);
    return (day)(from_march * DAYS_IN_YEAR + leap_days + days_before_month[(month + 9) % 12] +
                 day_of_month - 1 - EPOCH);
}

int days_in_month(int32_t year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

int weekday(day number)
{
    enum { THURSDAY = 3 }; /* 1 January 1970 */
    return (number % 7 + 7 + THURSDAY) % 7;
}

struct date date_of_day(day number)
{
    return (struct date){.precision = DATE_DAY, .first = number, .last = number};
}

bool date_may_precede(const struct date *a, const struct date *b)
{
    if (a->precision == DATE_UNKNOWN || b->precision == DATE_UNKNOWN)
        return true;
    return a->first < b->last;
}

bool date_surely_after(const struct date *a, const struct date *b)
{
    if (a->precision == DATE_UNKNOWN || b->precision == DATE_UNKNOWN)
        return false;
    return a->first > b->last;
}

static bool is_open(day number)
{
    return number == DAY_OPEN_START || number == DAY_OPEN_END;
}

bool date_is_bounded(const struct date *date)
{
    return date->precision != DATE_UNKNOWN && !is_open(date->first) && !is_open(date->last);
}

/* Whole months; where a month has no such day its last day counts: 31 January to 28 February is one
   month. Never below 0. */
static int64_t whole_months(day from, day to)
{
    struct civil a = civil_from_day(from), b = civil_from_day(to);
    int64_t months = ((int64_t)b.year - a.year) * 12 + b.month - a.month;
    int last = days_in_month(b.year, b.month);
    if (b.day < (a.day < last ? a.day : last))
        months--;
    return months > 0 ? months : 0;
}

struct range months_between(const struct date *from, const struct date *to)
{
    if (from->precision == DATE_UNKNOWN || to->precision == DATE_UNKNOWN)
        return (struct range){.known = false};
    if (is_open(from->first) || is_open(to->last))
        return (struct range){.known = false};
    bool least_known = !is_open(from->last) && !is_open(to->first);
    return (struct range){
        .known = true,
        .low = least_known ? whole_months(from->last, to->first) : 0,
        .high = whole_months(from->first, to->last),
    };
}

struct range days_between(const struct date *from, const struct date *to)
{
    if (from->precision == DATE_UNKNOWN || to->precision == DATE_UNKNOWN)
        return (struct range){.known = false};
    if (is_open(from->first) || is_open(from->last) || is_open(to->first) || is_open(to->last))
        return (struct range){.known = false};
    return (struct range){
        .known = true,
        .low = (int64_t)to->first - from->last,
        .high = (int64_t)to->last - from->first,
    };
}

struct str range_text(struct arena *arena, struct range range, const char *one, const char *many)
{
    if (!range.known)
        return STR("not known");
    struct str low = whole_text(arena, range.low);
    if (range.low == range.high)
        return str_format(arena, STR_FMT " %s", STR_ARG(low), range.low == 1 ? one : many);
    struct str high = whole_text(arena, range.high);
    return str_format(arena, STR_FMT " to " STR_FMT " %s", STR_ARG(low), STR_ARG(high), many);
}
