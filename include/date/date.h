/* Dates as sources give them: a day, a month, a season, a year or a span, stated or inferred. */
#ifndef COUNCILBRIEF_DATE_DATE_H
#define COUNCILBRIEF_DATE_DATE_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* Days since 1 January 1970 in the Gregorian calendar. */
typedef int32_t day;

enum { DAY_OPEN_START = INT32_MIN, DAY_OPEN_END = INT32_MAX };

enum date_precision {
    DATE_UNKNOWN, /* absent: nothing is known */
    DATE_DAY,     /* 2018-01-19 */
    DATE_MONTH,   /* 2018-01 */
    DATE_SEASON,  /* 2013-spring: March to May; winter is December to February of the next year */
    DATE_YEAR,    /* 2018 */
    DATE_QUARTER, /* 2024-25-Q2: of a financial year, July to September 2024 */
    DATE_FINANCIAL_YEAR, /* 2024-25: April 2024 to March 2025; 2011-12 is December 2011 */
    DATE_INTERVAL        /* 2017-11-13/2017-11-24, ../2018-01-22 (by), 2014-01-07/.. (from) */
};

/* Every day that the date may mean lies in [first, last]. An interval has two dates, start and end;
   there, first is the earliest start and last the latest end. */
struct date {
    enum date_precision precision;
    bool inferred;    /* "?": part of it was worked out, not stated */
    bool approximate; /* "~": about */
    day first, last;
    struct date_end {
        enum date_precision precision; /* DATE_UNKNOWN: open */
        day first, last;
    } start, end; /* of an interval */
};

struct civil {
    int32_t year;
    int month, day; /* 1 to 12, 1 to 31 */
};

struct civil civil_from_day(day number);
day day_from_civil(int32_t year, int month, int day);
int days_in_month(int32_t year, int month);
int weekday(day number); /* 0 is Monday */

/* Reads any of the forms above with `?` or `~` after it. On failure `*why` is a clause that says
   what is wrong ("February 2018 has 28 days"), and `*instead` is a text to write ("2018-01-19") or
   absent. */
bool date_parse(struct arena *arena, struct str text, struct date *date, struct str *why,
                struct str *instead);

/* Of a text for which date_parse gave another: does that one say all that the text does, and could
   the text mean nothing else? 3 April 2024 could not, 03/04/2024 and "late 2018" could. */
bool date_reads_one_way(struct arena *arena, struct str text);

/* A regular expression (of the kind that JSON Schema uses) for the forms that date_parse reads. */
struct str date_pattern(struct arena *arena);

/* How a date is written out in British English. */
enum date_style {
    DATE_LONG,     /* 19 January 2018, January 2018, spring 2013, 13 to 24 November 2017,
                      by 22 January 2018, from 7 January 2014 */
    DATE_PLAIN,    /* the same without a remark on how it is known, where that stands elsewhere */
    DATE_BY_MONTH, /* January 2018, of a day too */
    DATE_SHORT,    /* 19 Jan 2018, for tight tables */
    DATE_ISO       /* as the specification writes it */
};

/* Inferred dates end in " (inferred)", save where the style leaves that out; approximate ones begin
   with "about ". An interval is written as a period ("13 to 24 November 2017"). Absent gives "date
   not known". The parts of one date are joined by no-break spaces. */
struct str date_text(struct arena *arena, const struct date *date, enum date_style style);

/* A day number as a date of precision DATE_DAY. */
struct date date_of_day(day number);

/* Is it bounded on both sides: known not to be before one day, nor after another? */
bool date_is_bounded(const struct date *date);

/* Can a lie wholly or partly before b: is a.first before b.last? True for absent dates. */
bool date_may_precede(const struct date *a, const struct date *b);
/* Does every reading of a lie after every reading of b? False for absent dates. */
bool date_surely_after(const struct date *a, const struct date *b);

/* Whole months or days between two dates, at least and at most; low <= high, both >= 0. */
struct range {
    bool known;
    int64_t low, high;
};

struct range months_between(const struct date *from, const struct date *to);
struct range days_between(const struct date *from, const struct date *to); /* may be negative */

/* "48 to 49 months", "1 month", "not known". */
struct str range_text(struct arena *arena, struct range range, const char *one, const char *many);

/* The time from one date to a later one, as people say it: "12 days", "3 weeks", "7 months", "4
   years 4 months", "2 to 7 weeks"; "not known" where an end is open. */
struct str time_between_text(struct arena *arena, const struct date *from, const struct date *to);
/* Where a date lies as seen from a day: "in 12 days", "3 weeks ago", "today", "between 3 days ago
   and 2 weeks from now". */
struct str time_from_text(struct arena *arena, day today, const struct date *when);

#endif
