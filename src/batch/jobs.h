/* The list of jobs that a command line asks for. */
#ifndef COUNCILBRIEF_BATCH_JOBS_H
#define COUNCILBRIEF_BATCH_JOBS_H

#include "job.h"

struct jobs {
    struct job *items;
    size_t count;
};

/* Where the outputs go and how they are called: FOLDER/NAMESUFFIX.pdf. */
struct job_outputs {
    const char *folder; /* NULL: nothing is written */
    const char *suffix;
};

/* One job a specification: files as named, folders as their *.yaml and *.yml files in the order of
   their names. E902 when two would write one file, E903 for
   a folder without specifications, E934 for a name that cannot be printed. Look at diags->errors.
 */
struct jobs jobs_list(struct arena *arena, struct diags *diags, char *const *specs, int count,
                      const struct job_outputs *outputs);

#endif
