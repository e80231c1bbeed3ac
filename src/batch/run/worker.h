/* Doing jobs, one after another, in a process of its own, and sending the replies. */
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

#endif
