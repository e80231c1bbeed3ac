/* The list of jobs that a command line asks for. */
#ifndef COUNCILBRIEF_BATCH_JOBS_H
#define COUNCILBRIEF_BATCH_JOBS_H

#include "job.h"

/* One of so many parts of a list of jobs, for machines that share the work. */
struct shard {
    int part, of; /* part 1 is the first; `of` 0: there is but one part, all of it */
};

struct jobs {
    struct job *items;
    size_t count;
    const struct job *others; /* those of the other parts */
    size_t other_count;
};

/* What is made, where it goes and what it is called: FOLDER/NAMESUFFIX.pdf, and without the suffix
   where the look makes no difference. */
struct job_outputs {
    const char *folder; /* NULL: nothing is written */
    const char *suffix; /* by job_suffix */
    product_set makes;
    enum dump dump;    /* instead of all that */
    bool every_length; /* for a check */
    struct shard shard;
};

/* What the command line chose, where it is not the usual: "-committee-full-large-print". A length
   is usual where the template that was chosen makes it without being asked. */
const char *job_suffix(const struct env *env);

/* The file that the job is known by: the first of those that it writes; NULL: it writes none. */
const char *job_output(const struct job *job);

/* One job for each specification: a file as it is named, a folder as its *.yaml and *.yml files in
   order of name. Which part one is of does not depend on the order in which they were named. E902
   when two jobs would write the same file, E903 for a folder without specifications, E934 for a
   name that cannot be printed. Callers check diags->errors. */
struct jobs jobs_list(struct arena *arena, struct diags *diags, char *const *specs, int count,
                      const struct job_outputs *outputs);

/* A hash of what all specifications are called, and of what becomes of each: the same for all parts
   of one list, in whichever order it was named. */
struct str jobs_names(struct arena *arena, const struct jobs *jobs);

#endif
