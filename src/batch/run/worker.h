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

/* ---- through the socket ---- */

/* False when there is no reader any more. */
bool reply_send(int socket, const struct reply *reply);

/* Has all of a reply been received? Then its texts are parts of the bytes. */
bool reply_parse(struct str received, struct reply *reply);

/* All of `bytes` through a socket; false when the other end is gone. */
bool socket_send(int socket, const void *bytes, size_t len);

#endif
