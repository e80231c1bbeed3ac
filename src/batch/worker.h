/* Doing jobs, one after the other, in a process of their own. */
#ifndef COUNCILBRIEF_BATCH_WORKER_H
#define COUNCILBRIEF_BATCH_WORKER_H

#include "batch/jobs.h"
#include "batch/reply.h"
#include "diag/diag_output.h"

#include <sys/resource.h>

/* What every worker of a run is told; read-only, but for what `env` reads when it is needed. */
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

/* What the caller allows this process of a resource, softly or not; RLIM_INFINITY: all. Not after
   worker_live has set limits of its own. */
rlim_t worker_allowed(int resource);

/* Does one job in this process. The reply is in `arena`. */
struct reply worker_do(struct arena *arena, const struct work *work, size_t job);

/* The life of a worker process: takes numbers of jobs from the socket, replies to each, and ends
   when the socket does. */
_Noreturn void worker_live(const struct work *work, int socket);

#endif
