/* The one place that looks at a clock. */
#include "batch/clock.h"

#include <stddef.h>
#include <time.h>

int64_t clock_now(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clock_today(void)
{
    enum { SECONDS_A_DAY = 86400 };
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec / SECONDS_A_DAY;
}

void clock_sleep(int milliseconds)
{
    const struct timespec pause = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    nanosleep(&pause, NULL);
}
