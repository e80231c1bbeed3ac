/* Enumerations that several record tables share. Private to the record tables. */
#ifndef COUNCILBRIEF_BRIEF_RECORDS_WORDS_H
#define COUNCILBRIEF_BRIEF_RECORDS_WORDS_H

#include "data/bind/record.h"

extern const struct word due_words[];           /* enum due_state; in work/work.c */
extern const struct word verdict_words[];       /* enum verdict; in measures/indicators.c */
extern const struct word action_status_words[]; /* enum action_status; in work.c */
extern const struct word direction_words[];     /* enum direction; in computed/standing.c */

#endif
