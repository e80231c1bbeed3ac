/* A run: many jobs, done by worker processes and reported in order. */
#ifndef COUNCILBRIEF_BATCH_RUN_RUN_H
#define COUNCILBRIEF_BATCH_RUN_RUN_H

#include "batch/account.h"
#include "batch/run/interrupt.h"
#include "diag/diag_output.h"

enum { WORKERS_BY_MACHINE = -1 };

struct batch_request {
    bool is_check;                   /* nothing is written */
    const char *out_folder;          /* NULL: nothing is written, as for a check or a dump */
    const struct strictness *strict; /* NULL: warnings are no errors */
    bool force, fail_fast;
    int workers;              /* or the above; 0 is 1 */
    unsigned seconds;         /* of processor time for a job */
    unsigned memory;          /* MiB for a worker */
    struct shard shard;       /* the part that the jobs are */
    const char *deps;         /* file of make rules; NULL: none */
    const struct date *today; /* the day of the run; NULL: nobody said */
    struct str options;       /* what was asked for, as far as it changes a PDF */
    FILE *terminal;           /* for progress; NULL: none */
};

/* How many jobs ended in which way. */
struct batch_counts {
    size_t jobs, built, unchanged, refused, failed, bugs, untried;
    bool failed_around; /* the manifest or the make rules could not be written */
};

/* Does the jobs, unless it is interrupted. Paths and dumps go to stdout, diagnostics to `output`,
   both in the order of the jobs. `env` must be open; `account` is new, and is filled. */
struct batch_counts batch_run(struct env *env, const struct batch_request *request,
                              struct account *account, struct diag_output *output,
                              const struct interrupts *interrupts);

#endif
