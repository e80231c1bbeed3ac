/* Doing one job, whoever does it: a worker process, or one that has none. */
#ifndef COUNCILBRIEF_BATCH_WORK_H
#define COUNCILBRIEF_BATCH_WORK_H

#include "batch/jobs.h"
#include "batch/reply.h"
#include "diag/diag_output.h"

/* What is told to all who do jobs of a run; read-only, but for what `env` reads when it is needed.
 */
struct work {
    struct env *env;
    const struct jobs *jobs;
    const struct diag_format *format; /* of diagnostics */
    struct diag_style style;
    const struct strictness *strict; /* NULL: warnings are no errors */
    struct str options; /* for the manifest: all that was asked for and changes a PDF */
    struct str here;    /* the working folder, as seen from that of the output */
    struct str common;  /* the manifest's name for what all jobs read; absent: there is none */
    unsigned seconds;   /* of processor time that a job may take */
    unsigned memory;    /* MiB that a worker may have */
};

/* Reads, makes and writes what the job asks for: all of its files or none. Knows of no process,
   signal or limit. The reply is in `arena`. */
struct reply work_do(struct arena *arena, const struct work *work, size_t job);

#endif
