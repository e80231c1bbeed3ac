/* The options of build and check: a row for each. */
#include "cmd/run_options.h"

#include "base/limits.h"

static const char *dump_word(size_t index)
{
    static const char *const words[] = {
        [DUMP_SPEC] = "spec",   [DUMP_TEXT] = "text",           [DUMP_BLOCKS] = "blocks",
        [DUMP_PAGES] = "pages", [DUMP_STRUCTURE] = "structure",
    };
    index += DUMP_SPEC;
    return index < sizeof words / sizeof *words ? words[index] : NULL;
}

static const char *product_word(size_t index)
{
    return products[index] ? products[index]->name : NULL;
}

static const char *format_word(size_t index)
{
    const struct diag_format *format = diag_format_at(index);
    return format ? format->name : NULL;
}

static const char *colour_word(size_t index)
{
    static const char *const words[] = {
        [COLOUR_AUTO] = "auto", [COLOUR_ALWAYS] = "always", [COLOUR_NEVER] = "never"};
    return index < sizeof words / sizeof *words ? words[index] : NULL;
}

/* ---- what is made ---- */

static const struct command_option output = {
    .key = OPTION_OUTPUT,
    .letter = 'o',
    .spares_pdf = true,
    .name = "output",
    .argument = {.kind = ARGUMENT_FOLDER, .name = "FOLDER"},
    .does = "where the files go",
    .usual = "out",
};

static const struct command_option to = {
    .key = OPTION_TO,
    .spares_pdf = true,
    .name = "to",
    .argument = {.kind = ARGUMENT_WORDS, .name = "PRODUCTS", .word = product_word},
    .does = "what to make, with commas between:",
    .usual = "both",
};

static const struct command_option template = {
    .key = OPTION_TEMPLATE,
    .letter = 't',
    .name = "template",
    .argument = {.kind = ARGUMENT_TEMPLATE, .name = "NAME"},
    .does = "the template, over the one a specification names",
    .usual = "briefing",
};

static const struct command_option theme = {
    .key = OPTION_THEME,
    .name = "theme",
    .argument = {.kind = ARGUMENT_THEME, .name = "NAME"},
    .does = "a theme of templates/themes, over the one it names",
    .usual = "none",
};

static const struct command_option large_print = {
    .key = OPTION_LARGE_PRINT,
    .name = "large-print",
    .does = "letters of 18 pt or more; build writes NAME-large-print.pdf",
};

static const struct command_option greyscale = {
    .key = OPTION_GREYSCALE,
    .name = "greyscale",
    .does = "greys in place of colours; build writes NAME-greyscale.pdf",
};

static const struct command_option project = {
    .key = OPTION_PROJECT,
    .name = "project",
    .argument = {.kind = ARGUMENT_FOLDER, .name = "FOLDER"},
    .does = "the folder that holds all that is read, links or not",
    .usual = "the working folder",
};

static const struct command_option as_at = {
    .key = OPTION_AS_AT,
    .name = "as-at",
    .argument = {.kind = ARGUMENT_DAY, .name = "DATE"},
    .does = "the day of the briefing, over the specification's own",
};

static const struct command_option dump = {
    .key = OPTION_DUMP,
    .spares_pdf = true,
    .name = "dump",
    .argument = {.kind = ARGUMENT_WORD, .name = "STAGE", .word = dump_word},
    .does = "print, in place of files,",
};

/* ---- what is said ---- */

static const struct command_option format = {
    .key = OPTION_FORMAT,
    .spares_pdf = true,
    .name = "format",
    .argument = {.kind = ARGUMENT_WORD, .name = "FORM", .word = format_word},
    .does = "diagnostics as",
    .usual = "text",
};

static const struct command_option colour = {
    .key = OPTION_COLOUR,
    .spares_pdf = true,
    .name = "color",
    .also = "colour",
    .argument = {.kind = ARGUMENT_WORD, .name = "WHEN", .word = colour_word},
    .does = "colour in text:",
    .usual = "auto",
};

static const struct command_option strict = {
    .key = OPTION_STRICT,
    .spares_pdf = true,
    .name = "strict",
    .does = "warnings count as errors",
};

static const struct command_option allow = {
    .key = OPTION_ALLOW,
    .spares_pdf = true,
    .name = "allow",
    .argument = {.kind = ARGUMENT_WARNINGS, .name = "CODES"},
    .does = "with --strict, warnings that do not count: W247,W238",
};

static const struct command_option all = {
    .key = OPTION_ALL,
    .spares_pdf = true,
    .name = "all",
    .does = "print every diagnostic, not only the first twenty a file",
};

/* ---- how the work is done ---- */

static const struct command_option jobs = {
    .key = OPTION_JOBS,
    .letter = 'j',
    .spares_pdf = true,
    .name = "jobs",
    .argument = {.kind = ARGUMENT_NUMBER, .name = "N", .least = 0, .most = LIMIT_WORKERS},
    .does = "processes at work",
    .usual = "one for each processor",
};

static const struct command_option force = {
    .key = OPTION_FORCE,
    .spares_pdf = true,
    .name = "force",
    .does = "build what did not change, too",
};

static const struct command_option fail_fast = {
    .key = OPTION_FAIL_FAST,
    .spares_pdf = true,
    .name = "fail-fast",
    .does = "stop at the first that is refused",
};

static const struct command_option keep_going = {
    .key = OPTION_KEEP_GOING,
    .spares_pdf = true,
    .name = "keep-going",
    .does = "go on to the others, as without either",
};

static const struct command_option deps = {
    .key = OPTION_DEPS,
    .spares_pdf = true,
    .name = "deps",
    .argument = {.kind = ARGUMENT_FILE, .name = "FILE"},
    .does = "write rules for make: what each PDF was made from",
};

static const struct command_option worker_seconds = {
    .key = OPTION_WORKER_SECONDS,
    .spares_pdf = true,
    .name = "worker-seconds",
    .argument = {.kind = ARGUMENT_NUMBER,
                 .name = "N",
                 .least = 1,
                 .most = 1 << 20,
                 .usual = LIMIT_WORKER_SECONDS},
    .does = "processor time for one briefing",
};

static const struct command_option worker_memory = {
    .key = OPTION_WORKER_MEMORY,
    .spares_pdf = true,
    .name = "worker-memory",
    .argument = {.kind = ARGUMENT_NUMBER,
                 .name = "N",
                 .least = 1,
                 .most = 1 << 20,
                 .usual = LIMIT_WORKER_MEMORY},
    .does = "memory for one briefing, in MiB",
};

/* ---- which command has which ---- */

const struct command_option *const options_of_build[] = {
    &output,  &to, &template,  &theme,      &large_print, &greyscale,      &option_templates,
    &project, &as_at,     &dump,       &format,      &colour,         &jobs,
    &force,   &fail_fast, &keep_going, &deps,        &worker_seconds, &worker_memory,
    &strict,  &allow,     &all,        NULL};

const struct command_option *const options_of_check[] = {&template,
                                                         &theme,
                                                         &large_print,
                                                         &greyscale,
                                                         &option_templates,
                                                         &project,
                                                         &as_at,
                                                         &format,
                                                         &colour,
                                                         &jobs,
                                                         &fail_fast,
                                                         &keep_going,
                                                         &worker_seconds,
                                                         &worker_memory,
                                                         &strict,
                                                         &allow,
                                                         &all,
                                                         NULL};
