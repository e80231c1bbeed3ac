/* One briefing: the pipeline from a specification's file to a PDF. */
#ifndef COUNCILBRIEF_JOB_H
#define COUNCILBRIEF_JOB_H

#include "env.h"

#include <stdio.h>

/* Where to stop and what to print instead of writing a PDF. */
enum job_stage { STAGE_PDF, STAGE_SPEC, STAGE_TEXT, STAGE_BLOCKS, STAGE_PAGES, STAGE_STRUCTURE };

struct job {
    const char *input;
    const char *output;   /* NULL: everything is done but writing */
    enum job_stage stage; /* STAGE_PDF unless a dump was asked for */
};

/* What a job gives besides its diagnostics. */
struct job_made {
    FILE *dump; /* where a dump goes; set by the caller */
    struct str title;
    size_t pages;
    struct str hash; /* of the PDF */
};

enum job_result { JOB_DONE, JOB_REFUSED, JOB_FAILED, JOB_BUG };

/* The first stage alone: a specification read, checked and derived from; NULL after diagnostics. */
const struct briefing *job_briefing(const struct env *env, const char *input, struct diags *diags);

/* Runs the stages. Diagnostics go to `diags`, whose arena is the job's. JOB_FAILED means that the
   machine is at fault (SEVERITY_FAILURE), JOB_BUG that we are, JOB_REFUSED that the specification
   or the template is. */
enum job_result job_run(struct env *env, const struct job *job, struct diags *diags,
                        struct job_made *made);

/* What the diagnostics mean for a job that did not come to its end. */
enum job_result job_refusal(const struct diags *diags);

#endif
