/* Which briefings need not be built: those whose inputs and outputs have the same content as when
   the manifest recorded them. */
#ifndef COUNCILBRIEF_BATCH_MANIFEST_UP_TO_DATE_H
#define COUNCILBRIEF_BATCH_MANIFEST_UP_TO_DATE_H

#include "batch/manifest/manifest.h"

struct up_to_date;

/* `watch` may stop the reading of a long file, which then counts as changed. */
struct up_to_date *up_to_date_new(struct arena *arena, const struct work *work,
                                  const struct manifest *manifest, const struct file_watch *watch);

/* Are the job's files what building them would give? Then `reply`, in `arena`, is what a worker
   would have replied, warnings included. */
bool up_to_date_check(struct up_to_date *earlier, struct arena *arena, size_t job,
                      struct reply *reply);

#endif
