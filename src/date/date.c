/* The calendar: days and civil dates, which date may come before which, and how far apart they are.
 */
#include "date/date.h"

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

/* Whole months; a month that has no such day ends on its last one: 31 January to 28 February is one
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
