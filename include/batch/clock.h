/* Time that passes, for people who wait, and the day that a starter begins with: no briefing
   depends on either. */
#ifndef COUNCILBRIEF_BATCH_CLOCK_H
#define COUNCILBRIEF_BATCH_CLOCK_H

#include <stdint.h>

/* Milliseconds since some moment in the past. */
int64_t clock_now(void);

/* The day by Greenwich, counted from 1 January 1970. */
int64_t clock_today(void);

/* Does nothing for so long. */
void clock_sleep(int milliseconds);

#endif
