/* Which briefings need not be built: those of which nothing changed, by content, since a run that
   the manifest tells of. */
#ifndef COUNCILBRIEF_BATCH_MANIFEST_UP_TO_DATE_H
#define COUNCILBRIEF_BATCH_MANIFEST_UP_TO_DATE_H

#include "batch/manifest/manifest.h"

struct up_to_date;

/* `watch` may give up the reading of a long file, which then counts as changed. */
struct up_to_date *up_to_date_new(struct arena *arena, const struct work *work,
                                  const struct manifest *manifest, const struct file_watch *watch);

/* Is the job's PDF what building it would give? Then `reply` is what a worker would have said, its
   warnings too, in `arena`. */
bool up_to_date_check(struct up_to_date *earlier, struct arena *arena, size_t job,
                      struct reply *reply);

#endif
