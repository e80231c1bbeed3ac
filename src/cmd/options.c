/* Reading the command line of build and check. */
#include "cmd/options.h"

#include "base/limits.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    OPTION_AS_AT = 256,
    OPTION_TEMPLATES,
    OPTION_THEME,
    OPTION_LARGE_PRINT,
    OPTION_GREYSCALE,
    OPTION_DUMP,
    OPTION_FORMAT,
    OPTION_COLOUR,
    OPTION_STRICT,
    OPTION_ALL,
    OPTION_FORCE,
    OPTION_FAIL_FAST,
    OPTION_KEEP_GOING,
    OPTION_WORKER_SECONDS,
    OPTION_WORKER_MEMORY,
    OPTION_DEPS,
    OPTION_HELP
};

static const struct option long_options[] = {
    {"output", required_argument, NULL, 'o'},
    {"template", required_argument, NULL, 't'},
    {"as-at", required_argument, NULL, OPTION_AS_AT},
    {"templates", required_argument, NULL, OPTION_TEMPLATES},
    {"theme", required_argument, NULL, OPTION_THEME},
    {"large-print", no_argument, NULL, OPTION_LARGE_PRINT},
    {"greyscale", no_argument, NULL, OPTION_GREYSCALE},
    {"dump", required_argument, NULL, OPTION_DUMP},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"color", required_argument, NULL, OPTION_COLOUR},
    {"colour", required_argument, NULL, OPTION_COLOUR},
    {"strict", no_argument, NULL, OPTION_STRICT},
    {"all", no_argument, NULL, OPTION_ALL},
    {"jobs", required_argument, NULL, 'j'},
    {"force", no_argument, NULL, OPTION_FORCE},
    {"fail-fast", no_argument, NULL, OPTION_FAIL_FAST},
    {"keep-going", no_argument, NULL, OPTION_KEEP_GOING},
    {"worker-seconds", required_argument, NULL, OPTION_WORKER_SECONDS},
    {"worker-memory", required_argument, NULL, OPTION_WORKER_MEMORY},
    {"deps", required_argument, NULL, OPTION_DEPS},
    {"help", no_argument, NULL, OPTION_HELP},
    {NULL, 0, NULL, 0},
};

static const struct {
    const char *name;
    enum job_stage stage;
} stages[] = {
    {"spec", STAGE_SPEC},   {"text", STAGE_TEXT},           {"blocks", STAGE_BLOCKS},
    {"pages", STAGE_PAGES}, {"structure", STAGE_STRUCTURE},
};

static enum status read_stage(const char *name, enum job_stage *stage)
{
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        if (strcmp(stages[i].name, name) == 0) {
            *stage = stages[i].stage;
            return STATUS_OK;
        }
    fprintf(stderr,
            "councilbrief: --dump knows spec, text, blocks, pages and structure, not `%s`\n", name);
    return STATUS_USAGE;
}

static enum status read_format(const char *name, struct options *options)
{
    const struct diag_format *format = diag_format_find(name);
    if (format)
        options->format = format;
    else
        fprintf(stderr, "councilbrief: --format knows text, json, github and sarif, not `%s`\n",
                name);
    return format ? STATUS_OK : STATUS_USAGE;
}

/* `auto` is what was found out before: whether a terminal is there and wants it. */
static enum status read_colour(const char *when, struct options *options)
{
    bool always = strcmp(when, "always") == 0;
    if (always || strcmp(when, "never") == 0)
        options->style.colour = always;
    else if (strcmp(when, "auto") != 0) {
        fprintf(stderr, "councilbrief: --color knows auto, always and never, not `%s`\n", when);
        return STATUS_USAGE;
    }
    return STATUS_OK;
}

static enum status read_as_at(struct arena *arena, const char *text, struct options *options)
{
    struct str why, instead;
    options->has_as_at = date_parse(arena, str_from(text), &options->as_at, &why, &instead) &&
                         options->as_at.precision == DATE_DAY;
    if (options->has_as_at)
        return STATUS_OK;
    fprintf(stderr, "councilbrief: --as-at needs a day such as 2018-01-22, not `%s`\n", text);
    return STATUS_USAGE;
}

static enum status read_source_date(const char *text, struct options *options)
{
    options->source_date = -1;
    if (!text)
        return STATUS_OK;
    char *end = NULL;
    errno = 0;
    long long seconds = strtoll(text, &end, 10);
    if (errno || end == text || *end || seconds < 0 || seconds > 253402300799LL) {
        fprintf(stderr, "councilbrief: SOURCE_DATE_EPOCH is not a number of seconds: `%s`\n", text);
        return STATUS_USAGE;
    }
    options->source_date = seconds;
    return STATUS_OK;
}

/* A whole number from `least` to `most`; -1 after a message. */
static int read_number(const char *option, const char *text, int least, int most)
{
    char *end = NULL;
    errno = 0;
    long number = strtol(text, &end, 10);
    bool digits = text[0] >= '0' && text[0] <= '9';
    if (digits && !errno && !*end && number >= least && number <= most)
        return (int)number;
    fprintf(stderr, "councilbrief: %s needs a number from %d to %d, not `%s`\n", option, least,
            most, text);
    return -1;
}

static enum status read_workers(const char *text, struct options *options)
{
    options->workers = read_number("-j", text, 0, LIMIT_WORKERS);
    return options->workers < 0 ? STATUS_USAGE : STATUS_OK;
}

static enum status read_limit(const char *option, const char *text, unsigned *limit)
{
    int number = read_number(option, text, 1, 1 << 20);
    *limit = number < 0 ? 0 : (unsigned)number;
    return number < 0 ? STATUS_USAGE : STATUS_OK;
}

/* How a run goes about its work, and what becomes of its diagnostics. */
static enum status read_run_option(int option, struct options *options)
{
    switch (option) {
    case 'j': return read_workers(optarg, options);
    case OPTION_FORCE: options->force = true; return STATUS_OK;
    case OPTION_FAIL_FAST: options->fail_fast = true; return STATUS_OK;
    case OPTION_KEEP_GOING: options->fail_fast = false; return STATUS_OK;
    case OPTION_WORKER_SECONDS:
        return read_limit("--worker-seconds", optarg, &options->worker_seconds);
    case OPTION_WORKER_MEMORY:
        return read_limit("--worker-memory", optarg, &options->worker_memory);
    case OPTION_DEPS: options->deps = optarg; return STATUS_OK;
    default: return STATUS_USAGE; /* getopt_long has said what is wrong */
    }
}

static enum status read_option(struct arena *arena, int option, struct options *options)
{
    switch (option) {
    case 'o': options->out_folder = optarg; return STATUS_OK;
    case 't': options->template_name = optarg; return STATUS_OK;
    case OPTION_TEMPLATES: options->templates = optarg; return STATUS_OK;
    case OPTION_THEME: options->theme_name = optarg; return STATUS_OK;
    case OPTION_LARGE_PRINT: options->variant.large_print = true; return STATUS_OK;
    case OPTION_GREYSCALE: options->variant.greyscale = true; return STATUS_OK;
    case OPTION_ALL: options->style.order = DIAG_ALL; return STATUS_OK;
    case OPTION_STRICT: options->strict = true; return STATUS_OK;
    case OPTION_FORMAT: return read_format(optarg, options);
    case OPTION_COLOUR: return read_colour(optarg, options);
    case OPTION_HELP: options->help = true; return STATUS_OK;
    case OPTION_AS_AT: return read_as_at(arena, optarg, options);
    case OPTION_DUMP: return read_stage(optarg, &options->stage);
    default: return read_run_option(option, options);
    }
}

/* All but these change what is in a PDF, or may: an option that is new is safe to forget here. */
static bool changes_pdf(int option)
{
    static const int others[] = {'o',
                                 'j',
                                 OPTION_ALL,
                                 OPTION_STRICT,
                                 OPTION_FORMAT,
                                 OPTION_COLOUR,
                                 OPTION_HELP,
                                 OPTION_DUMP,
                                 OPTION_FORCE,
                                 OPTION_FAIL_FAST,
                                 OPTION_KEEP_GOING,
                                 OPTION_WORKER_SECONDS,
                                 OPTION_WORKER_MEMORY,
                                 OPTION_DEPS};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i] == option)
            return false;
    return true;
}

static void note_option(struct buf *chosen, int option)
{
    const struct option *known = long_options;
    while (known->name && known->val != option)
        known++;
    if (!known->name || !changes_pdf(option))
        return;
    buf_addf(chosen, "--%s ", known->name);
    if (known->has_arg == required_argument)
        buf_addf(chosen, "%s ", optarg);
}

enum status options_read(struct arena *arena, const struct invocation *invocation,
                         const struct command *command, struct options *options)
{
    *options = (struct options){
        .out_folder = "out",
        .format = &diag_text,
        .style = {invocation->colour, DIAG_LIMITED},
        .workers = WORKERS_BY_MACHINE,
        .worker_seconds = LIMIT_WORKER_SECONDS,
        .worker_memory = LIMIT_WORKER_MEMORY,
        .terminal = invocation->terminal ? stderr : NULL,
    };
    struct buf chosen = {.arena = arena};
    buf_addf(&chosen, "SOURCE_DATE_EPOCH=%s ",
             invocation->source_date ? invocation->source_date : "");
    optind = 1;
    for (int option; (option = getopt_long(invocation->argc, invocation->argv,
                                           "o:t:j:", long_options, NULL)) != -1;) {
        enum status status = read_option(arena, option, options);
        if (status != STATUS_OK)
            return status;
        note_option(&chosen, option);
    }
    options->chosen = str_trim(buf_str(&chosen));
    options->specs = invocation->argv + optind;
    options->spec_count = invocation->argc - optind;
    if (!options->help && options->spec_count == 0)
        return command_usage(command);
    return read_source_date(invocation->source_date, options);
}
