/* What a worker process prints of its own accord, as libraries and sanitizers do before they end
   it, and how it came to its end, in words. */
#ifndef COUNCILBRIEF_BATCH_RUN_WORKER_DEATH_H
#define COUNCILBRIEF_BATCH_RUN_WORKER_DEATH_H

#include "batch/run/worker.h"

enum { OUTPUT_BYTES = 8192 }; /* the rest is lost */

struct worker_output {
    char text[OUTPUT_BYTES];
    size_t len;
};

/* The two ends of a channel that never makes anyone wait: what does not fit is lost. False, with
   errno, when there can be none. */
bool worker_output_open(int ends[2]);

/* What has been printed since the last call. */
void worker_output_read(int end, struct worker_output *output);

/* Forgets what has been printed: it belongs to an earlier job. */
void worker_output_forget(int end);

struct worker_death {
    size_t job;
    int status;     /* as waitpid gives it */
    bool late;      /* it was killed because it neither ended nor worked */
    int64_t worked; /* milliseconds of processor time in its whole life */
    struct worker_output printed;
};

/* Reports it at the specification of its job: E920 to E924, E933 or E350. */
void worker_death_report(struct diags *diags, const struct work *work,
                         const struct worker_death *death);

#endif
