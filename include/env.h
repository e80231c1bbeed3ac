/* What jobs share and none of them changes: frameworks, templates with their looks, hyphenation. */
#ifndef COUNCILBRIEF_ENV_H
#define COUNCILBRIEF_ENV_H

#include "brief/calendar.h"
#include "brief/tables.h"
#include "data/bind/framework.h"
#include "doc/component.h"
#include "files/path.h"
#include "layout/paragraph/hyphen.h"
#include "layout/shape/metrics.h"
#include "layout/theme/variant.h"
#include "lengths.h"
#include "pdf/font/cache.h"
#include "template/template.h"

/* Which template is wanted, and which theme of templates/themes over its own look. */
struct template_choice {
    struct str name, theme;            /* theme absent: none */
    struct span name_span, theme_span; /* where they were written; nowhere for the command line */
};

/* One folder of templates/ with a theme: the text and the look of a kind of briefing. */
struct template_folder {
    struct str name, theme_name; /* theme_name absent: the template's own look */
    const struct template_set *text;
    const struct template_lengths *lengths;
    const struct theme *theme;
    const struct fonts *fonts;
    struct metrics *metrics;
    struct diags *diags; /* what was reported and read while it was read: printed once a run */
    bool sound;          /* false: all of the above may be NULL, and `diags` says why */
    struct template_folder *next;
};

struct env {
    struct arena *arena;
    const char
        *templates; /* folder that holds frameworks.yaml, bank-holidays.yaml and the templates */
    const char *project;  /* folder that holds all that specifications name; NULL: see path.h */
    struct bounds bounds; /* of templates; none: the installed ones are used */
    const struct frameworks *frameworks;
    const struct calendar *calendar; /* bank holidays */
    struct table_store *tables;      /* those that specifications take records from */
    struct hyphens *hyphens;
    struct pdf_cache *cache; /* what PDFs share */
    const struct component *const *components;
    struct template_folder *folders; /* those that were needed so far */
    struct inputs *inputs;           /* what was read for all jobs, whatever their template */
    const char *template_name;       /* from the command line; NULL: each specification says */
    const char *theme_name;          /* the same */
    const char *since;               /* the same: the issue before, a folder or a facts file */
    enum paper_length length;        /* the same; LENGTH_ABSENT: each specification says */
    struct variant variant;
    const struct date *as_at; /* from the command line, over the specification's; NULL: none */
    int64_t source_date;      /* SOURCE_DATE_EPOCH; -1: not set */
};

/* Reads frameworks, bank holidays and hyphenation. False after diagnostics. Free with env_close in
 * either case. */
bool env_open(struct env *env, struct diags *diags);
void env_close(struct env *env);

/* Between two briefings: brings what is kept for speed back within its limits. */
void env_rest(const struct env *env);

/* A template with its look, read when it is first asked for. What is reported about it goes to
   diags->shared, for every job that asks; NULL when there are errors there, or after E905 or
   E912. */
const struct template_folder *env_template(struct env *env, struct diags *diags,
                                           const struct template_choice *choice);

/* ---- templates and themes go by names, not by paths ---- */

/* The file of a theme in the templates' folder; NULL after E912, with the name that was probably
   meant. `at` is where the name was written: nowhere, if on the command line. */
const char *theme_path(struct arena *arena, struct diags *diags, const char *templates,
                       struct str name, struct span at);

/* Is there such a template? If not, E905 with the one that was probably meant. */
bool template_is_there(struct arena *arena, struct diags *diags, const char *templates,
                       struct str name, struct span at);

#endif
