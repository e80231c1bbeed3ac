/* Worker processes, each doing one job at a time. A worker that dies takes its job with it; a new
   one does the rest. */
#ifndef COUNCILBRIEF_BATCH_RUN_POOL_H
#define COUNCILBRIEF_BATCH_RUN_POOL_H

#include "batch/run/worker_death.h"

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
