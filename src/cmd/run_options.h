/* The options that build and check share. */
#ifndef COUNCILBRIEF_CMD_RUN_OPTIONS_H
#define COUNCILBRIEF_CMD_RUN_OPTIONS_H

#include "batch/run/run.h"
#include "cmd/option.h"
#include "date/date.h"
#include "diag/diag_output.h"
#include "job.h"

/* When text has colours. */
enum colour_when { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct options {
    struct arena *arena;
    const char *out_folder;
    const char *templates;     /* NULL: look for it */
    const char *project;       /* NULL: the working folder, see files/path.h */
    const char *template_name; /* NULL: the specification's, else "briefing" */
    const char *theme_name;    /* NULL: the specification's, else none */
    const char *since;         /* the issue before; NULL: the specification's, else none */
    enum paper_length length;  /* LENGTH_ABSENT: the specification's, else the template's */
    struct variant variant;
    bool has_as_at;
    struct date as_at;
    bool has_today; /* the day of the run was given, */
    struct date today;
    int64_t source_date; /* -1: not set */
    enum dump dump;
    product_set makes;
    const struct diag_format *format; /* of diagnostics */
    struct diag_style style;
    bool is_strict;               /* warnings refuse a specification too, */
    struct strictness strictness; /* except for some */
    bool force;                   /* what did not change is built too */
    bool fail_fast;               /* the first that is refused ends the run */
    struct shard shard;           /* of how many parts which one is built; none: all */
    int workers; /* processes; WORKERS_BY_MACHINE: as many as there are processors */
    int worker_seconds, worker_memory; /* what a briefing may take: processor time, MiB */
    const char *deps;                  /* file of make rules; NULL: none */
    const char *summary;               /* file for a page on the run; NULL: none */
    struct str chosen; /* the options that change what is in a PDF, as they were given */
    FILE *terminal;    /* for progress; NULL: none */
    bool help;         /* was asked for and given; the rest is not set */
    char **specs;      /* spec_count of them, at least one */
    int spec_count;
};

/* What each of them may be given, and merge of the same; each ends in NULL. */
extern const struct command_option *const options_of_build[];
extern const struct command_option *const options_of_check[];
extern const struct command_option *const options_of_merge[];

/* The seconds of SOURCE_DATE_EPOCH, -1 when it is not set (NULL); STATUS_USAGE after a message on
   stderr. */
enum status source_date_read(const char *text, int64_t *source_date);

/* Reads the command line; STATUS_USAGE after a message on stderr. */
enum status options_read(struct arena *arena, const struct command_call *call,
                         const struct command *command, struct options *options);

#endif
