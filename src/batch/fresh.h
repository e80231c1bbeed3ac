/* Which briefings need not be built: those of which nothing changed, by content, since a run that
   the manifest tells of. */
#ifndef COUNCILBRIEF_BATCH_FRESH_H
#define COUNCILBRIEF_BATCH_FRESH_H

#include "batch/manifest.h"

struct fresh;

/* `watch` may give up the reading of a long file, which then counts as changed. */
struct fresh *fresh_new(struct arena *arena, const struct work *work,
                        const struct manifest *manifest, const struct file_watch *watch);

/* Is the job's PDF what building it would give? Then `reply` is what a worker would have said, its
   warnings too, in `arena`. */
bool fresh_check(struct fresh *fresh, struct arena *arena, size_t job, struct reply *reply);

#endif
