/* How a worker process came to its end, in words. */
#ifndef COUNCILBRIEF_BATCH_WORKERS_DEATH_H
#define COUNCILBRIEF_BATCH_WORKERS_DEATH_H

#include "batch/workers/pool.h"

/* Reports it at the specification of its job: E920 to E924. */
void death_report(struct diags *diags, const struct work *work, const struct pool_event *event);

#endif
