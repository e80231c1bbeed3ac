/* Spans of time as people say them: 12 days, 3 weeks, 7 months, 4 years 4 months. Whole units are
   counted, as ages are: what has not yet passed in full does not count. */
#include "date/date.h"

enum {
    DAYS_IN_A_WEEK = 7,
    MONTHS_IN_A_YEAR = 12,
    LEAST_IN_WEEKS = 21,    /* days; fewer are told in days */
    LEAST_IN_MONTHS = 3,    /* months; fewer are told in weeks */
    LEAST_IN_YEARS = 24,    /* months; fewer are told in months */
    WHOLE_YEARS_SPREAD = 12 /* months between two ends, from which years alone are told */
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

/* "4 years 1 to 3 months": the years are the same. */
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

/* In one unit where the shorter end fills it; else each end in its own. */
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

/* The shortest and the longest that lies between two dates; the first lies before the second. */
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
