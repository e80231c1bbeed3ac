/* Bank holidays: reading their file, and counting working days. */
#include "brief/calendar.h"
#include "brief/brief_codes.h"
#include "data/bind/bind.h"

enum { SATURDAY = 5 }; /* as weekday() counts */

static const struct calendar_year *find_year(const struct calendar *calendar, int64_t year)
{
    for (size_t i = 0; i < calendar->years.count; i++) {
        const struct calendar_year *one = &calendar->years.items[i];
        if (one->year.value == year)
            return one;
    }
    return NULL;
}

/* ---- checking ---- */

static bool stands_before(const struct calendar_year *year, const struct holiday *holiday)
{
    const struct holiday *first = year->holidays.items;
    for (const struct holiday *other = first; other < holiday; other++)
        if (other->date.first == holiday->date.first)
            return true;
    return false;
}

static void check_holiday(struct diags *diags, const struct calendar_year *year,
                          const struct holiday *holiday)
{
    const char *fault = NULL;
    if (holiday->date.precision != DATE_DAY)
        fault = "a bank holiday is a day";
    else if (civil_from_day(holiday->date.first).year != year->year.value)
        fault = "this day is not in the year under which it stands";
    else if (weekday(holiday->date.first) >= SATURDAY)
        fault = "this day is at a weekend; the holiday is kept on a weekday in its place";
    else if (stands_before(year, holiday))
        fault = "this day is listed twice";
    if (fault)
        diag_report(diags, &E236, SPAN_OF(holiday, date), "%s", fault);
}

static void check_calendar(struct diags *diags, const struct calendar *calendar)
{
    for (size_t i = 0; i < calendar->years.count; i++) {
        const struct calendar_year *year = &calendar->years.items[i];
        if (find_year(calendar, year->year.value) != year)
            diag_report(diags, &E236, SPAN_OF(year, year), "the year %lld is listed twice",
                        (long long)year->year.value);
        for (size_t k = 0; k < year->holidays.count; k++)
            check_holiday(diags, year, &year->holidays.items[k]);
    }
}

const struct calendar *calendar_read(struct arena *arena, struct diags *diags, const char *path)
{
    size_t errors = diags->errors;
    const struct calendar *calendar = bind_file(arena, diags, &calendar_table, path);
    if (calendar)
        check_calendar(diags, calendar);
    return diags->errors == errors ? calendar : NULL;
}

/* ---- counting ---- */

static bool is_holiday(const struct calendar_year *year, day number)
{
    for (size_t i = 0; i < year->holidays.count; i++) {
        const struct holiday *holiday = &year->holidays.items[i];
        if (holiday->date.first == number)
            return true;
    }
    return false;
}

struct working_day calendar_add(const struct calendar *calendar, day from, int64_t count)
{
    day at = from;
    while (count > 0) {
        at++;
        int32_t year = civil_from_day(at).year;
        const struct calendar_year *known = find_year(calendar, year);
        if (!known)
            return (struct working_day){.missing_year = year};
        count -= weekday(at) < SATURDAY && !is_holiday(known, at);
    }
    return (struct working_day){.known = true, .day = at};
}
