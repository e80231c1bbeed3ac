/* The first half of a job: from the path of a specification to a checked document. */
#ifndef COUNCILBRIEF_EDITION_H
#define COUNCILBRIEF_EDITION_H

#include "env.h"
#include "layout/layout.h"

/* A specification to read: the file at `path`, or the `bytes` that another reader took from it. */
struct job_input {
    const char *path;  /* names it in messages, and says where the files beside it are */
    struct str bytes;  /* absent: the file is opened */
    const char *facts; /* where its facts will be; NULL: they are not made */
};

/* One specification and what has been made of it so far. Each stage adds a member, and none
   changes what an earlier one made. */
struct edition {
    const struct briefing *briefing;      /* as it is for this paper, once a template is chosen */
    const struct template_folder *folder; /* its template and look */
    enum paper_length length;             /* that is made; another may be set before it is filled */
    int fit, squeeze; /* how tight page one must be, and how much it goes without: struct paper */
    const struct rendered *rendered;      /* the template filled in */
    const struct document *document;
    const struct layout_request *request; /* how its pages are laid out */
    struct pages *pages; /* its own pages, not those of a document that it is part of */
};

/* The stages, in their order: each needs what the one before it made. False after diagnostics. */
bool edition_read(const struct env *env, struct diags *diags, const struct job_input *input,
                  struct edition *edition);
bool edition_choose(struct env *env, struct diags *diags, struct edition *edition);
bool edition_fill(struct diags *diags, struct edition *edition);
bool edition_compose(const struct env *env, struct diags *diags, struct edition *edition);

/* Fills in and composes an edition again, after page one did not fit, or the paper had too many
   pages: `fit` and `squeeze` say how tight they must be, and the template what they go without.
   What was printed is counted anew. */
bool edition_refit(const struct env *env, struct diags *diags, struct edition *edition, int fit,
                   int squeeze);

/* The last stage, for all at once: the pages of several as one document, numbered throughout;
   those of one as they are. `names` is what a document of several is called. NULL after
   diagnostics. */
const struct pages *editions_lay_out(const struct env *env, struct diags *diags,
                                     struct edition *editions, size_t count,
                                     const struct joined_names *names);

/* ---- previous.c: the issue before, found and compared ---- */

/* The issue of one specification, and where that before it may be. */
struct previous_request {
    const char *named;   /* on the command line: a folder or a facts file; NULL: none is */
    const char *project; /* the folder that was named as such, or NULL: see files/path.h */
    const char *path;    /* of the specification */
    const char *facts;   /* where the facts of this issue will be; NULL: they are not made */
    const struct briefing *briefing; /* bound and derived */
    const struct frameworks *frameworks;
    const struct calendar *calendar;
};

/* What changed since the issue that the command line names, else the one that the specification
   does. NULL when neither names any, and after diagnostics. The facts file becomes an input, and so
   does its absence from a folder that the command line names: that is a first issue. */
const struct since *previous_compare(struct arena *arena, struct diags *diags,
                                     const struct previous_request *request);

/* May what a command line names stand before all the specifications of a run, whose facts go to
   `facts_folder` (NULL: none are made)? If not, false after E955, E951 for a folder without
   facts, E957, or E101. */
bool previous_is_there(struct arena *arena, struct diags *diags, const char *named,
                       const char *facts_folder);

#endif
