/* Doing jobs, one after the other, in a process of their own. */
#ifndef COUNCILBRIEF_BATCH_WORKERS_WORKER_H
#define COUNCILBRIEF_BATCH_WORKERS_WORKER_H

#include "batch/work.h"

#include <sys/resource.h>

/* What the caller allows this process of a resource, softly or not; RLIM_INFINITY: all. Not after
   worker_live has set limits of its own. */
rlim_t worker_allowed(int resource);

/* The life of a worker process: takes numbers of jobs from the socket, replies to each, and ends
   when the socket does. */
_Noreturn void worker_live(const struct work *work, int socket);

#endif
