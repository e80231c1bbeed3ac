/* Dates written out: in British English, in short form, and as a specification writes them. */
#ifndef COUNCILBRIEF_DATE_DATE_TEXT_H
#define COUNCILBRIEF_DATE_DATE_TEXT_H

#include "date/date.h"

/* ---- The words that dates are made of, shared by reading and writing; private to base ---- */

struct month_name {
    const char *name, *abbreviation;
};

enum { MONTHS = 12, SEASONS = 4 };

extern const struct month_name date_months[MONTHS];

/* From spring, which begins in March, to winter, which begins in December. */
extern const char *const date_seasons[SEASONS];

/* The first month of a season, and the season that begins in a month. */
int month_of_season(int season);
int season_of_month(int month);

/* Places of a word, in any case: months from 1 (also "jan", "sept"), seasons from 0 (also "fall").
   -1 when it is none. */
int month_of_word(struct str word);
int season_of_word(struct str word);
bool is_weekday_word(struct str word); /* "friday", "fri", "tues" */

/* Do the letters of ASCII text agree, whatever their case? */
bool word_is(struct str text, const char *word);

/* Reads a date strictly as the specification writes it, with `why` absent when the form is wrong
   as such. date_parse adds what to write instead. */
bool date_parse_strict(struct arena *arena, struct str text, struct date *date, struct str *why);

/* What an officer probably meant by a text in another form, as the specification writes it;
   absent when there is no telling. It may still name a day that does not exist. */
struct str date_guess(struct arena *arena, struct str text);

#endif
