/* What became of one job, as a worker process tells it. */
#ifndef COUNCILBRIEF_BATCH_REPLY_H
#define COUNCILBRIEF_BATCH_REPLY_H

#include "job.h"

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

/* False when nobody is there any more to read it. */
bool reply_send(int socket, const struct reply *reply);

/* Has all of a reply been received? Its texts then are parts of the bytes. */
bool reply_parse(struct str received, struct reply *reply);

/* All of `bytes` through a socket; false when the other end is gone. */
bool socket_send(int socket, const void *bytes, size_t len);

#endif
