/* Running the jobs of build and check one after the other, and saying how each ended. */
#ifndef COUNCILBRIEF_CMD_RUN_H
#define COUNCILBRIEF_CMD_RUN_H

#include "cmd/run_options.h"

enum run_mode { RUN_BUILD, RUN_CHECK };

enum status run_jobs(struct arena *arena, const struct options *options, enum run_mode mode);

#endif
