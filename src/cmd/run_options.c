/* Reading the command line of build and check. */
#include "cmd/run_options.h"

#include "base/limits.h"
#include "base/shown.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* What fills `options`, and the list of those that change a PDF. */
struct reading {
    struct options *options;
    struct buf chosen;
};

enum status source_date_read(const char *text, int64_t *source_date)
{
    *source_date = -1;
    if (!text)
        return STATUS_OK;
    char *end = NULL;
    errno = 0;
    long long seconds = strtoll(text, &end, 10);
    if (errno || end == text || *end || seconds < 0 || seconds > 253402300799LL) {
        shown_line(stderr, "councilbrief: SOURCE_DATE_EPOCH is not a number of seconds: `%s`",
                   text);
        return STATUS_USAGE;
    }
    *source_date = seconds;
    return STATUS_OK;
}

/* `auto` is what was found out before: whether a terminal is there and wants it. */
static void take_colour(struct options *options, enum colour_when when)
{
    if (when != COLOUR_AUTO)
        options->style.colour = when == COLOUR_ALWAYS;
}

/* How a run goes about its work. */
static void take_run_option(struct options *options, const struct option_given *given)
{
    switch (given->option->key) {
    case OPTION_JOBS: options->workers = given->number; break;
    case OPTION_FORCE: options->force = true; break;
    case OPTION_FAIL_FAST: options->fail_fast = true; break;
    case OPTION_KEEP_GOING: options->fail_fast = false; break;
    case OPTION_WORKER_SECONDS: options->worker_seconds = (unsigned)given->number; break;
    case OPTION_WORKER_MEMORY: options->worker_memory = (unsigned)given->number; break;
    case OPTION_DEPS: options->deps = given->text; break;
    default: break;
    }
}

/* The codes of a list, which was checked before. */
static void allow(struct strictness *strictness, const char *text)
{
    struct str codes = str_from(text), code;
    for (size_t at = 0; (code = argument_part(codes, &at)).at;)
        strictness->allowed[code_find(code) - code_info((enum code)0)] = true;
}

/* What becomes of its diagnostics. */
static void take_diag_option(struct options *options, const struct option_given *given)
{
    switch (given->option->key) {
    case OPTION_ALL: options->style.order = DIAG_ALL; break;
    case OPTION_STRICT: options->is_strict = true; break;
    case OPTION_ALLOW: allow(&options->strictness, given->text); break;
    case OPTION_FORMAT: options->format = diag_format_at((size_t)given->number); break;
    case OPTION_COLOUR: take_colour(options, (enum colour_when)given->number); break;
    default: take_run_option(options, given); break;
    }
}

static void take_option(struct options *options, const struct option_given *given)
{
    switch (given->option->key) {
    case OPTION_OUTPUT: options->out_folder = given->text; break;
    case OPTION_TO: options->makes = (product_set)given->number; break;
    case OPTION_TEMPLATE: options->template_name = given->text; break;
    case OPTION_TEMPLATES: options->templates = given->text; break;
    case OPTION_PROJECT: options->project = given->text; break;
    case OPTION_THEME: options->theme_name = given->text; break;
    case OPTION_LARGE_PRINT: options->variant.large_print = true; break;
    case OPTION_GREYSCALE: options->variant.greyscale = true; break;
    case OPTION_DUMP: options->dump = DUMP_SPEC + (enum dump)given->number; break;
    case OPTION_AS_AT:
        options->has_as_at = true;
        options->as_at = given->day;
        break;
    default: take_diag_option(options, given); break;
    }
}

static void take(struct arena *arena, void *request, const struct option_given *given)
{
    (void)arena;
    struct reading *reading = request;
    take_option(reading->options, given);
    if (given->option->spares_pdf)
        return;
    buf_addf(&reading->chosen, "--%s ", given->option->name);
    if (given->text)
        buf_addf(&reading->chosen, "%s ", given->text);
}

enum status options_read(struct arena *arena, const struct invocation *invocation,
                         const struct command *command, struct options *options)
{
    *options = (struct options){
        .out_folder = "out",
        .makes = products_usual(),
        .format = &diag_text,
        .style = {invocation->colour, DIAG_LIMITED},
        .workers = WORKERS_BY_MACHINE,
        .worker_seconds = LIMIT_WORKER_SECONDS,
        .worker_memory = LIMIT_WORKER_MEMORY,
        .terminal = invocation->terminal ? stderr : NULL,
    };
    struct reading reading = {options, {.arena = arena}};
    buf_addf(&reading.chosen, "SOURCE_DATE_EPOCH=%s ",
             invocation->source_date ? invocation->source_date : "");
    struct operands specs;
    enum status status = command_line_read(arena, invocation, command, take, &reading, &specs);
    options->help = specs.help;
    if (status != STATUS_OK || specs.help)
        return status;
    options->chosen = str_trim(buf_str(&reading.chosen));
    options->specs = specs.at;
    options->spec_count = specs.count;
    return source_date_read(invocation->source_date, &options->source_date);
}
