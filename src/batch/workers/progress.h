/* A line on a terminal that says how far a run is. */
#ifndef COUNCILBRIEF_BATCH_WORKERS_PROGRESS_H
#define COUNCILBRIEF_BATCH_WORKERS_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct progress {
    FILE *terminal; /* NULL: there is none, and nothing is shown */
    size_t total;
    int64_t began, shown; /* by the clock; `shown` 0: nothing stands there */
};

void progress_begin(struct progress *progress, FILE *terminal, size_t total);

/* Shows the line anew, if it was not shown a moment ago. */
void progress_show(struct progress *progress, size_t done, size_t failed);

/* Takes the line away, before something else is printed and at the end. */
void progress_clear(struct progress *progress);

#endif
