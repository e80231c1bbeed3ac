/* Time that passes, for people who wait: no result depends on it. */
#ifndef COUNCILBRIEF_BATCH_CLOCK_H
#define COUNCILBRIEF_BATCH_CLOCK_H

#include <stdint.h>

/* Milliseconds since some moment in the past. */
int64_t clock_now(void);

/* Does nothing for so long. */
void clock_sleep(int milliseconds);

#endif
