/* What reading and writing dates share: names of months, seasons and weekdays, and strict
   reading. */
#ifndef COUNCILBRIEF_DATE_DATE_TEXT_H
#define COUNCILBRIEF_DATE_DATE_TEXT_H

#include "date/date.h"

/* ---- names ---- */

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

/* The number of a word, in any case: months from 1 (also "jan", "sept"), seasons from 0 (also
   "fall"). -1 when it is neither. */
int month_of_word(struct str word);
int season_of_word(struct str word);
bool is_weekday_word(struct str word); /* "friday", "fri", "tues" */

/* Are they the same ASCII letters, ignoring case? */
bool word_is(struct str text, const char *word);

/* Reads a date strictly as a specification must write it. On failure `why` is absent when the form
   itself is wrong. date_parse adds what to write instead. */
bool date_parse_strict(struct arena *arena, struct str text, struct date *date, struct str *why);

/* What an officer probably meant by a date in another form, as a specification must write it;
   absent when there is no telling. It may name a day that does not exist. `*sure`: nothing else can
   have been meant, and it says all of it. */
struct str date_guess(struct arena *arena, struct str text, bool *sure);

#endif
