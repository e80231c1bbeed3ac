/* One job: specifications in, bytes out. It opens what it reads through files/file.c and writes
   nothing, so that it runs in any process, or where there are none. */
#ifndef COUNCILBRIEF_JOB_H
#define COUNCILBRIEF_JOB_H

#include "product.h"

/* What to print in place of the products. */
enum dump { DUMP_NONE, DUMP_SPEC, DUMP_TEXT, DUMP_BLOCKS, DUMP_WORDS, DUMP_PAGES, DUMP_STRUCTURE };

struct job {
    const struct job_input *inputs; /* several make one document; messages name the first */
    size_t count;
    struct joined_names names; /* of that document */
    enum dump dump;
    bool every_length; /* that the template has, unless the command line chose one */
    product_set makes; /* nothing is made for a dump, and of several inputs only what joins */
    const char *outputs[PRODUCTS_MOST]; /* where each goes; NULL: nowhere. Not used by job_run */
};

/* What a job gives besides its diagnostics. */
struct job_made {
    struct str title;
    struct str template; /* and length: which paper it is; absent without one, or of several */
    enum paper_length length;
    size_t pages;      /* 0: none were laid out */
    struct date as_at; /* as the specification has it, whatever the command line says; or absent */
    struct span as_at_span;
    const struct since *since; /* NULL: nobody asked */
    struct str dump;
    struct made_file {
        struct str bytes; /* absent: it was not asked for */
        struct str hash;
    } files[PRODUCTS_MOST];
};

enum job_result { JOB_DONE, JOB_REFUSED, JOB_FAILED, JOB_BUG };

/* Runs the stages and makes all products, or none. Diagnostics go to `diags`, whose arena is the
   job's. JOB_FAILED means that the machine is at fault (SEVERITY_FAILURE), JOB_BUG that we are,
   JOB_REFUSED that the specification or the template is. */
enum job_result job_run(struct env *env, const struct job *job, struct diags *diags,
                        struct job_made *made);

/* What the diagnostics mean for a job that could not be finished. */
enum job_result job_refusal(const struct diags *diags);

#endif
