/* Elapsed time, for people who wait, and today's date, for a starter specification: no briefing
   depends on either. */
#ifndef COUNCILBRIEF_BATCH_CLOCK_H
#define COUNCILBRIEF_BATCH_CLOCK_H

#include <stdint.h>

/* Milliseconds since some moment in the past. */
int64_t clock_now(void);

/* Today in UTC, as days since 1 January 1970. */
int64_t clock_today(void);

/* Sleeps for that long. */
void clock_sleep(int milliseconds);

#endif
