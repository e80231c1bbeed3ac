/* Worker processes: the life of one, how it came to its end, and the pool that gives them jobs. */
#ifndef COUNCILBRIEF_BATCH_RUN_WORKER_H
#define COUNCILBRIEF_BATCH_RUN_WORKER_H

#include "batch/work.h"

#include <sys/resource.h>

/* How much of a resource the caller allows this process, by the lower of its limits;
   RLIM_INFINITY: no limit. Not to be called after worker_live has set limits of its own. */
rlim_t worker_allowed(int resource);

/* The life of a worker process: takes numbers of jobs from the socket, replies to each, and ends
   when the socket does. */
_Noreturn void worker_live(const struct work *work, int socket);

/* How it ends when it cannot send what it has: its status, and what it prints last. */
enum { EXIT_UNHEARD = 71 };
extern const char worker_last_words[];

/* ---- through the socket ---- */

/* A job, with the descriptors of its outputs (-1: none). False, with errno, when it cannot be sent
   and never will be. */
bool job_send(int socket, size_t job, const int *descriptors);

/* What came of a job, as it goes through the socket: without the bytes of its files. */
struct result {
    struct reply reply;
    int errors[PRODUCTS_MOST]; /* as work_fill gives them */
};

/* Has all of a result been received? Then its texts are parts of the bytes. */
bool result_parse(struct str received, struct result *result);

/* ---- how it came to its end: worker_death.c ---- */

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

/* ---- many of them: pool.c ---- */

struct pool;

/* What became of a job that was given to a worker: a reply, or the end of that worker. */
struct pool_event {
    struct arena *arena; /* of the result; the caller frees it. NULL: the worker died */
    struct result result;
    struct worker_death death;
};

/* Processes are started when they are needed, `count` at most. End with pool_dismiss, then
   pool_end. */
struct pool *pool_new(struct arena *arena, const struct work *work, size_t count);

bool pool_has_room(const struct pool *pool);

/* Is any worker busy? */
bool pool_busy(const struct pool *pool);

/* Call it only if there is room. False, with errno, when no process can be started. The descriptors
   (of outputs, -1: none) stay the caller's, to be closed. */
bool pool_give(struct pool *pool, size_t job, const int *descriptors);

/* Waits for the next event, for `milliseconds` at most; false when there was none. */
bool pool_wait(struct pool *pool, int milliseconds, struct pool_event *event);

/* No more jobs will come: workers at rest begin to end; busy ones are killed, and gone when this
   returns. */
void pool_dismiss(struct pool *pool);

/* Waits for those that were dismissed to end. */
void pool_end(struct pool *pool);

#endif
