/* The list of jobs that a command line asks for. */
#ifndef COUNCILBRIEF_BATCH_JOBS_H
#define COUNCILBRIEF_BATCH_JOBS_H

#include "job.h"

struct jobs {
    struct job *items;
    size_t count;
};

/* One job a specification: files as named, folders as their *.yaml and *.yml files in the order of
   their names. `out_folder` NULL: nothing is written. E902 when two would write one file, E903 for
   a folder without specifications. Look at diags->errors. */
struct jobs jobs_list(struct arena *arena, struct diags *diags, char *const *specs, int count,
                      const char *out_folder);

#endif
