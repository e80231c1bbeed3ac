/* Bank holidays as data, and counting working days with them. */
#ifndef COUNCILBRIEF_BRIEF_CALENDAR_H
#define COUNCILBRIEF_BRIEF_CALENDAR_H

#include "data/bind/record.h"

struct holiday {
    struct record_head head;
    struct date date;
    struct str name;
};
RECORD_LIST(holiday);

struct calendar_year { /* a year of which all bank holidays are known */
    struct record_head head;
    struct whole year;
    struct holiday_list holidays;
};
RECORD_LIST(calendar_year);

struct calendar {
    struct record_head head;
    struct calendar_year_list years;
};

extern const struct record_table holiday_table, calendar_year_table, calendar_table;

/* Reads templates/bank-holidays.yaml. NULL after errors. */
const struct calendar *calendar_read(struct arena *arena, struct diags *diags, const char *path);

/* A day, or the year that stands in the way of knowing it. */
struct working_day {
    bool known;
    day day;
    int32_t missing_year; /* when it is not known: the calendar has no such year */
};

/* The day that is `count` working days after `from`, which is itself not counted. Stops at the
   first year that the calendar does not have: its bank holidays are never guessed. */
struct working_day calendar_add(const struct calendar *calendar, day from, int64_t count);

#endif
