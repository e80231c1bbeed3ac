/* What a worker process prints on its own: libraries and sanitizers do before they end it. */
#ifndef COUNCILBRIEF_BATCH_WORKERS_SAID_H
#define COUNCILBRIEF_BATCH_WORKERS_SAID_H

#include "diag/diag.h"

enum { SAID_BYTES = 8192 }; /* the rest is lost */

struct said {
    char text[SAID_BYTES];
    size_t len;
};

/* The two ends of a channel that never makes anyone wait: what does not fit is lost. False, with
   errno, when there can be none. */
bool said_open(int ends[2]);

/* What has been printed since the last call. */
void said_read(int end, struct said *said);

/* Forgets what has been printed: it belongs to an earlier job. */
void said_forget(int end);

/* Adds the first lines as notes, with `?` for what is no plain text. */
void said_note(struct diags *diags, struct diag *diag, const struct said *said);

#endif
