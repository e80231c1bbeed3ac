/* What a job is done with, whoever does it, the reply that it gives, and its files. */
#ifndef COUNCILBRIEF_BATCH_WORK_H
#define COUNCILBRIEF_BATCH_WORK_H

#include "batch/jobs.h"
#include "diag/diag_output.h"
#include "files/output.h"

struct manifest;

/* What all who do jobs of a run are given; read-only, but for what `env` reads when it is needed.
 */
struct work {
    struct env *env;
    const struct jobs *jobs;
    const struct diag_format *format; /* of diagnostics */
    struct diag_style style;
    const struct strictness *strict; /* NULL: warnings are no errors */
    const struct date *today;        /* the day of the run; NULL: not known */
    struct str options;              /* for the manifest: every choice that changes a PDF */
    struct str here;                 /* the working folder, as seen from that of the output */
    const struct manifest *manifest; /* of the folder as it was; NULL: nothing is written */
    struct str common;  /* the manifest's name for what all jobs read; absent: there is none */
    struct str program; /* which program this is, for the manifest */
    unsigned seconds;   /* of processor time that a job may take */
    unsigned memory;    /* MiB that a worker may have */
};

/* The texts of a reply; each may be empty. */
enum reply_text {
    REPLY_SHARED, /* diagnostics of what jobs share, rendered: the same for each of them */
    REPLY_OWN,    /* the job's own, rendered */
    REPLY_PLACED, /* the same of the places of its files */
    REPLY_DUMP,   /* what --dump asked for */
    REPLY_ENTRY,  /* its line of the manifest */
    REPLY_GROUP,  /* the manifest's line about its template */
    REPLY_SINCE,  /* what changed since the issue before, as moved_text gives it */
    REPLY_ERROR,  /* the first that was told, as diags_first_error gives it */
    REPLY_TEXTS
};

struct reply {
    size_t job;
    enum job_result result;
    bool is_last;   /* the worker ends after it */
    bool unchanged; /* nothing was to be done: an earlier run did it */
    size_t warnings;
    struct str texts[REPLY_TEXTS];
    struct str files[PRODUCTS_MOST]; /* what was made; absent: nothing */
};

/* A job is done in three steps, which may be in two processes: where its files will go is opened,
   the job gives their bytes, and once these are written the files take their places. None of them
   knows of processes, signals or limits. */

/* Opens an output for each file that the job is to make: as many as there may be products. */
void work_open(struct arena *arena, const struct work *work, size_t job, struct output *outputs);

/* Reads and makes what the job asks for, and writes nothing. The reply is in `arena`. */
struct reply work_do(struct arena *arena, const struct work *work, size_t job);

/* What became of each file of a reply: errno, 0 or NOT_MADE. */
enum { NOT_MADE = -1 };

/* Writes the files of a reply to the disk through descriptors, and closes these; -1: there is
   none. */
void work_fill(const struct reply *reply, const int *descriptors, int *errors);

/* Puts what was filled in its place, all of it or nothing, and says in the reply where that
   failed. */
void work_place(struct arena *arena, const struct work *work, struct output *outputs,
                const int *errors, struct reply *reply);

#endif
