/* The options of build and check: a row for each, and reading them. */
#include "cmd/run_options.h"

#include "base/limits.h"
#include "base/shown.h"
#include "batch/catalogue.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- what is made ---- */

static const struct command_option output = {
    .letter = 'o',
    .spares_pdf = true,
    .name = "output",
    .argument = {.kind = ARGUMENT_FOLDER, .name = "FOLDER"},
    .does = "where the files go",
    .usual = "out",
    KEPT_TEXT(options, out_folder),
};

static const char *product_word(size_t index)
{
    return products[index] ? products[index]->name : NULL;
}

static bool is_usual_product(size_t index)
{
    return products[index]->usual;
}

static void take_products(void *request, const struct option_given *given)
{
    struct options *options = request;
    options->makes = (product_set)given->number;
}

static const struct command_option to = {
    .spares_pdf = true,
    .name = "to",
    .argument = {.kind = ARGUMENT_WORDS,
                 .name = "PRODUCTS",
                 .word = product_word,
                 .is_usual = is_usual_product},
    .does = "what to make, with commas between:",
    .take = take_products,
};

static const struct command_option template = {
    .letter = 't',
    .name = "template",
    .argument = {.kind = ARGUMENT_TEMPLATE, .name = "NAME"},
    .does = "the template, over the one a specification names",
    .usual = "briefing",
    KEPT_TEXT(options, template_name),
};

static void take_length(void *request, const struct option_given *given)
{
    struct options *options = request;
    options->length = LENGTH_ONE + (enum paper_length)given->number;
}

static const struct command_option length = {
    .name = "length",
    .argument = {.kind = ARGUMENT_WORD, .name = "LENGTH", .word = length_word},
    .does = "how long a paper:",
    .usual = "standard",
    .take = take_length,
};

static const struct command_option theme = {
    .name = "theme",
    .argument = {.kind = ARGUMENT_THEME, .name = "NAME"},
    .does = "a theme of templates/themes, over the one it names",
    .usual = "none",
    KEPT_TEXT(options, theme_name),
};

static const struct command_option large_print = {
    .name = "large-print",
    .does = "letters of 18 pt or more; build writes NAME-large-print.pdf",
    KEPT_FLAG(options, variant.large_print),
};

static const struct command_option greyscale = {
    .name = "greyscale",
    .does = "greys in place of colours; build writes NAME-greyscale.pdf",
    KEPT_FLAG(options, variant.greyscale),
};

static const struct command_option templates = TEMPLATES_ROW(options, templates);

static const struct command_option project = {
    .name = "project",
    .argument = {.kind = ARGUMENT_FOLDER, .name = "FOLDER"},
    .does = "the folder that holds all that is read, links or not",
    .usual = "the working folder",
    KEPT_TEXT(options, project),
};

static void take_day(void *request, const struct option_given *given)
{
    struct options *options = request;
    options->has_as_at = true;
    options->as_at = given->day;
}

static const struct command_option as_at = {
    .name = "as-at",
    .argument = {.kind = ARGUMENT_DAY, .name = "DATE"},
    .does = "the day of the briefing, over the specification's own",
    .take = take_day,
};

static void take_today(void *request, const struct option_given *given)
{
    struct options *options = request;
    options->has_today = true;
    options->today = given->day;
}

static const struct command_option today = {
    .spares_pdf = true,
    .name = "today",
    .argument = {.kind = ARGUMENT_DAY, .name = "DATE"},
    .does = "the day of the run: warn of specifications of long before it",
    .take = take_today,
};

static const struct command_option since = SINCE_ROW(options, since);

static const char *dump_word(size_t index)
{
    static const char *const words[] = {
        [DUMP_SPEC] = "spec",   [DUMP_TEXT] = "text",   [DUMP_BLOCKS] = "blocks",
        [DUMP_WORDS] = "words", [DUMP_PAGES] = "pages", [DUMP_STRUCTURE] = "structure",
    };
    index += DUMP_SPEC;
    return index < sizeof words / sizeof *words ? words[index] : NULL;
}

static void take_dump(void *request, const struct option_given *given)
{
    struct options *options = request;
    options->dump = DUMP_SPEC + (enum dump)given->number;
}

static const struct command_option dump = {
    .spares_pdf = true,
    .name = "dump",
    .argument = {.kind = ARGUMENT_WORD, .name = "STAGE", .word = dump_word},
    .does = "print, in place of files,",
    .take = take_dump,
};

/* ---- what is said ---- */

static const char *format_word(size_t index)
{
    const struct diag_format *format = diag_format_at(index);
    return format ? format->name : NULL;
}

static void take_format(void *request, const struct option_given *given)
{
    struct options *options = request;
    options->format = diag_format_at((size_t)given->number);
}

static const struct command_option format = {
    .spares_pdf = true,
    .name = "format",
    .argument = {.kind = ARGUMENT_WORD, .name = "FORM", .word = format_word},
    .does = "diagnostics as",
    .usual = "text",
    .take = take_format,
};

static const char *colour_word(size_t index)
{
    static const char *const words[] = {
        [COLOUR_AUTO] = "auto", [COLOUR_ALWAYS] = "always", [COLOUR_NEVER] = "never"};
    return index < sizeof words / sizeof *words ? words[index] : NULL;
}

/* `auto` was settled before: whether there is a terminal that wants colours. */
static void take_colour(void *request, const struct option_given *given)
{
    struct options *options = request;
    if (given->number != COLOUR_AUTO)
        options->style.colour = given->number == COLOUR_ALWAYS;
}

static const struct command_option colour = {
    .spares_pdf = true,
    .name = "color",
    .also = "colour",
    .argument = {.kind = ARGUMENT_WORD, .name = "WHEN", .word = colour_word},
    .does = "colour in text:",
    .usual = "auto",
    .take = take_colour,
};

static const struct command_option strict = {
    .spares_pdf = true,
    .name = "strict",
    .does = "warnings count as errors",
    KEPT_FLAG(options, is_strict),
};

/* The codes of a list that was checked before. */
static void take_allowed(void *request, const struct option_given *given)
{
    struct options *options = request;
    struct str codes = str_from(given->text), code;
    for (size_t at = 0; (code = argument_part(codes, &at)).at;)
        *LIST_ADD(options->arena, &options->strictness.allowed) = code_find(code);
}

static const struct command_option allow = {
    .spares_pdf = true,
    .name = "allow",
    .argument = {.kind = ARGUMENT_WARNINGS, .name = "CODES"},
    .does = "with --strict, warnings that do not count: W247,W238",
    .take = take_allowed,
};

static void take_all(void *request, const struct option_given *given)
{
    (void)given;
    struct options *options = request;
    options->style.order = DIAG_ALL;
}

static const struct command_option all = {
    .spares_pdf = true,
    .name = "all",
    .does = "print every diagnostic, not only the first twenty a file",
    .take = take_all,
};

/* ---- how the work is done ---- */

static const struct command_option jobs = {
    .letter = 'j',
    .spares_pdf = true,
    .name = "jobs",
    .argument = {.kind = ARGUMENT_NUMBER, .name = "N", .least = 0, .most = LIMIT_WORKERS},
    .does = "processes at work",
    .usual = "one for each processor",
    KEPT_NUMBER(options, workers),
};

static void take_shard(void *request, const struct option_given *given)
{
    struct options *options = request;
    options->shard = (struct shard){given->number, given->of};
}

static const struct command_option shard = {
    .spares_pdf = true,
    .name = "shard",
    .argument = {.kind = ARGUMENT_PART, .name = "I/N"},
    .does = "only part I of N of the specifications, for councilbrief merge",
    .take = take_shard,
};

static const struct command_option force = {
    .spares_pdf = true,
    .name = "force",
    .does = "build what did not change, too",
    KEPT_FLAG(options, force),
};

static const struct command_option fail_fast = {
    .spares_pdf = true,
    .name = "fail-fast",
    .does = "stop at the first that is refused",
    KEPT_FLAG(options, fail_fast),
};

static void take_keep_going(void *request, const struct option_given *given)
{
    (void)given;
    struct options *options = request;
    options->fail_fast = false;
}

static const struct command_option keep_going = {
    .spares_pdf = true,
    .name = "keep-going",
    .does = "go on to the others, as without either",
    .take = take_keep_going,
};

static const struct command_option deps = {
    .spares_pdf = true,
    .name = "deps",
    .argument = {.kind = ARGUMENT_FILE, .name = "FILE"},
    .does = "write rules for make: what each PDF was made from",
    KEPT_TEXT(options, deps),
};

static const struct command_option summary = {
    .spares_pdf = true,
    .name = "summary",
    .argument = {.kind = ARGUMENT_FILE, .name = "FILE"},
    .does = "write a page on the run, in Markdown: what was built, and why",
    KEPT_TEXT(options, summary),
};

static const struct command_option worker_seconds = {
    .spares_pdf = true,
    .name = "worker-seconds",
    .argument = {.kind = ARGUMENT_NUMBER,
                 .name = "N",
                 .least = 1,
                 .most = 1 << 20,
                 .usual = LIMIT_WORKER_SECONDS},
    .does = "processor time for one briefing",
    KEPT_NUMBER(options, worker_seconds),
};

static const struct command_option worker_memory = {
    .spares_pdf = true,
    .name = "worker-memory",
    .argument = {.kind = ARGUMENT_NUMBER,
                 .name = "N",
                 .least = 1,
                 .most = 1 << 20,
                 .usual = LIMIT_WORKER_MEMORY},
    .does = "memory for one briefing, in MiB",
    KEPT_NUMBER(options, worker_memory),
};

/* ---- which command has which ---- */

const struct command_option *const options_of_build[] = {
    &output,    &to,         &template, &length,  &theme,          &large_print,
    &greyscale, &templates,  &project,  &as_at,   &since,          &today,
    &dump,      &format,     &colour,   &jobs,    &shard,          &force,
    &fail_fast, &keep_going, &deps,     &summary, &worker_seconds, &worker_memory,
    &strict,    &allow,      &all,      NULL};

const struct command_option *const options_of_check[] = {
    &template,      &length, &theme,     &large_print, &greyscale, &templates,
    &project,       &as_at,  &since,     &today,       &format,    &colour,
    &jobs,          &shard,  &fail_fast, &keep_going,  &summary,   &worker_seconds,
    &worker_memory, &strict, &allow,     &all,         NULL};

const struct command_option *const options_of_merge[] = {&output, &format, &colour, NULL};

/* ---- reading them ---- */

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

enum status options_read(struct arena *arena, const struct command_call *call,
                         const struct command *command, struct options *options)
{
    *options = (struct options){
        .arena = arena,
        .out_folder = "out",
        .makes = products_usual(),
        .format = &diag_text,
        .style = {call->colour, DIAG_LIMITED, catalogue},
        .workers = WORKERS_BY_MACHINE,
        .worker_seconds = LIMIT_WORKER_SECONDS,
        .worker_memory = LIMIT_WORKER_MEMORY,
        .terminal = call->terminal ? stderr : NULL,
    };
    struct command_line line;
    enum status status = command_line_read(arena, call, command, options, &line);
    options->help = line.help;
    if (status != STATUS_OK || line.help)
        return status;
    const char *date = call->source_date;
    options->chosen = str_trim(
        str_format(arena, "SOURCE_DATE_EPOCH=%s " STR_FMT, date ? date : "", STR_ARG(line.chosen)));
    options->specs = line.operands;
    options->spec_count = line.count;
    return source_date_read(date, &options->source_date);
}
