/* What a job is done with, whoever does it, and the reply that it gives. */
#ifndef COUNCILBRIEF_BATCH_WORK_H
#define COUNCILBRIEF_BATCH_WORK_H

#include "batch/jobs.h"
#include "diag/diag_output.h"

/* What all who do jobs of a run are given; read-only, but for what `env` reads when it is needed.
 */
struct work {
    struct env *env;
    const struct jobs *jobs;
    const struct diag_format *format; /* of diagnostics */
    struct diag_style style;
    const struct strictness *strict; /* NULL: warnings are no errors */
    struct str options;              /* for the manifest: every choice that changes a PDF */
    struct str here;                 /* the working folder, as seen from that of the output */
    struct str common; /* the manifest's name for what all jobs read; absent: there is none */
    unsigned seconds;  /* of processor time that a job may take */
    unsigned memory;   /* MiB that a worker may have */
};

/* The texts of a reply; each may be empty. */
enum reply_text {
    REPLY_SHARED, /* diagnostics of what jobs share, rendered: the same for each of them */
    REPLY_OWN,    /* the job's own, rendered */
    REPLY_DUMP,   /* what --dump asked for */
    REPLY_ENTRY,  /* its line of the manifest */
    REPLY_GROUP,  /* the manifest's line about its template */
    REPLY_TEXTS
};

struct reply {
    size_t job;
    enum job_result result;
    bool is_last;   /* the worker ends after it */
    bool unchanged; /* nothing was to be done: an earlier run did it */
    size_t warnings;
    struct str texts[REPLY_TEXTS];
};

/* Reads, makes and writes what the job asks for: all of its files or none. Knows nothing of
   processes, signals or limits. The reply is in `arena`. */
struct reply work_do(struct arena *arena, const struct work *work, size_t job);

#endif
