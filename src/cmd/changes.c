/* councilbrief changes: what changed from one issue to the next, of one council or of many. */
#include "cmd/option.h"

#include "batch/catalogue.h"
#include "changes/report.h"
#include "cmd/run_options.h"
#include "files/output.h"
#include "files/path.h"
#include "job.h"

#include <unistd.h>

enum to { TO_TEXT, TO_JSON, TO_MARKDOWN, TO_PDF };

struct changes_options {
    enum to to;
    const char *output; /* NULL: standard output */
    bool corrections;
    bool exit_code;
    bool is_strict;
    const struct diag_format *format; /* of diagnostics */
    const char *templates, *project, *theme;
    struct variant variant;
};

/* ---- the command line ---- */

static const char *to_word(size_t index)
{
    static const char *const words[] = {
        [TO_TEXT] = "text", [TO_JSON] = "json", [TO_MARKDOWN] = "markdown", [TO_PDF] = "pdf"};
    return index < sizeof words / sizeof *words ? words[index] : NULL;
}

static void take_to(void *request, const struct option_given *given)
{
    ((struct changes_options *)request)->to = (enum to)given->number;
}

static const struct command_option to = {
    .name = "to",
    .argument = {.kind = ARGUMENT_WORD, .name = "FORM", .word = to_word},
    .does = "the report as",
    .usual = "text",
    .take = take_to,
};

static const struct command_option output = {
    .letter = 'o',
    .name = "output",
    .argument = {.kind = ARGUMENT_FILE, .name = "FILE"},
    .does = "where the report goes",
    .usual = "standard output",
    KEPT_TEXT(changes_options, output),
};

static const struct command_option corrections = {
    .name = "corrections",
    .does = "only what was published and was wrong: a correction notice",
    KEPT_FLAG(changes_options, corrections),
};

static const struct command_option exit_code = {
    .name = "exit-code",
    .does = "end with status 4 when a council changed",
    KEPT_FLAG(changes_options, exit_code),
};

static const struct command_option strict = {
    .name = "strict",
    .does = "warnings count as errors",
    KEPT_FLAG(changes_options, is_strict),
};

static const char *format_word(size_t index)
{
    const struct diag_format *format = diag_format_at(index);
    return format ? format->name : NULL;
}

static void take_format(void *request, const struct option_given *given)
{
    ((struct changes_options *)request)->format = diag_format_at((size_t)given->number);
}

static const struct command_option format = {
    .name = "format",
    .argument = {.kind = ARGUMENT_WORD, .name = "FORM", .word = format_word},
    .does = "diagnostics as",
    .usual = "text",
    .take = take_format,
};

static const struct command_option large_print = {
    .name = "large-print",
    .does = "letters of 18 pt or more, in a PDF",
    KEPT_FLAG(changes_options, variant.large_print),
};

static const struct command_option greyscale = {
    .name = "greyscale",
    .does = "greys in place of colours, in a PDF",
    KEPT_FLAG(changes_options, variant.greyscale),
};

static const struct command_option theme = {
    .name = "theme",
    .argument = {.kind = ARGUMENT_THEME, .name = "NAME"},
    .does = "a theme of templates/themes, for a PDF",
    .usual = "none",
    KEPT_TEXT(changes_options, theme),
};

static const struct command_option templates = TEMPLATES_ROW(changes_options, templates);

static const struct command_option project = {
    .name = "project",
    .argument = {.kind = ARGUMENT_FOLDER, .name = "FOLDER"},
    .does = "the folder that holds all that is read, links or not",
    .usual = "the working folder",
    KEPT_TEXT(changes_options, project),
};

static const struct command_option *const options_of_changes[] = {
    &to,        &output,    &corrections, &exit_code, &theme,  &large_print,
    &greyscale, &templates, &project,     &format,    &strict, NULL};

/* ---- the report ---- */

struct run {
    const struct changes_options *options;
    struct env *env;
    struct diag_output diags;
};

static void tell(void *self, const struct diags *diags)
{
    diag_output_add(&((struct run *)self)->diags, diags);
}

static struct str as_pdf(struct run *run, struct diags *diags, const struct report *report)
{
    const bool of_one = report->is_of_one && report->items[0].council.len;
    const struct leaflet leaflet = {
        .name = "the report",
        .markdown = report_text(report, REPORT_PAPER, run->options->corrections),
        .title = report_title(report, run->options->corrections),
        .author = of_one ? report->items[0].council : STR_NONE,
        .subject = STR("What changed in briefings on children\342\200\231s services"),
        .left = of_one ? report->items[0].council : STR("Children\342\200\231s services"),
        .right = str_format(diags->arena, "position on " STR_FMT,
                            STR_ARG(date_text(diags->arena, &report->as_at, DATE_LONG))),
        .as_at = report->as_at.precision ? report->as_at.first : 0,
    };
    return leaflet_pdf(run->env, diags, &leaflet);
}

static struct str written(struct run *run, struct diags *diags, const struct report *report)
{
    switch (run->options->to) {
    case TO_TEXT: return report_text(report, REPORT_TEXT, run->options->corrections);
    case TO_MARKDOWN: return report_text(report, REPORT_MARKDOWN, run->options->corrections);
    case TO_JSON: return report_json(report, run->options->corrections);
    case TO_PDF: break;
    }
    return as_pdf(run, diags, report);
}

/* Absent bytes were refused, and nothing is written. */
static void write_out(const struct run *run, struct diags *diags, struct str bytes)
{
    if (!bytes.at || diags->errors)
        return;
    if (run->options->output)
        output_write(diags->arena, diags, run->options->output, bytes);
    else
        command_print_text(bytes);
}

static enum status status_of(const struct run *run, const struct diags *diags,
                             const struct report *report)
{
    const enum job_result own = job_refusal(diags);
    if (own == JOB_BUG || (report && report->is_bug))
        return STATUS_BUG;
    if (own == JOB_FAILED || (report && report->failed))
        return STATUS_ENVIRONMENT;
    if (diags->errors || (diags->shared && diags->shared->errors) || !report || report->refused)
        return STATUS_REFUSED;
    return run->options->exit_code && report_is_changed(report) ? STATUS_CHANGED : STATUS_OK;
}

/* The report must not take the place of what it compares. */
static bool may_write(const struct run *run, struct diags *diags, char **sides)
{
    const char *place = run->options->output;
    for (int i = 0; place && i < 2; i++)
        if (path_is_same(diags->arena, place, sides[i]) && !path_is_folder(place))
            return output_refuse(diags, place, "one of the two that are compared");
    return !place || output_is_allowed(diags, place);
}

/* What is said of the files is told first, and then what is said of the report. */
static enum status compare(struct run *run, char **sides)
{
    struct env *env = run->env;
    const struct strictness strictness = {0};
    const struct report *report = NULL;
    struct diags diags;
    diags_init(&diags, env->arena);
    if (may_write(run, &diags, sides) && env_open(env, &diags) && !diags.errors) {
        diags.strict = run->options->is_strict ? &strictness : NULL;
        const struct report_request request = {
            .before = sides[0],
            .now = sides[1],
            .project = env->project,
            .strict = diags.strict,
            .frameworks = env->frameworks,
            .calendar = env->calendar,
            .tell = tell,
            .self = run,
        };
        report = report_make(env->arena, &diags, &request);
    }
    if (report && report_tells(report))
        write_out(run, &diags, written(run, &diags, report));
    if (diags.shared)
        tell(run, diags.shared);
    tell(run, &diags);
    return status_of(run, &diags, report);
}

/* ---- all of it ---- */

static bool would_flood(const struct changes_options *options)
{
    if (options->to != TO_PDF || options->output || !isatty(STDOUT_FILENO))
        return false;
    fputs("councilbrief: a PDF is not for a terminal: name a file with -o\n", stderr);
    return true;
}

static enum status run_on(struct arena *arena, const struct command_call *call,
                          const struct changes_options *options, char **sides)
{
    struct env env = {
        .arena = arena,
        .templates = options->templates,
        .project = options->project,
        .theme_name = options->theme,
        .variant = options->variant,
    };
    struct run run = {
        options, &env, {options->format, {call->colour, DIAG_LIMITED, catalogue}, stderr, false}};
    enum status status = source_date_read(call->source_date, &env.source_date);
    if (status != STATUS_OK)
        return status;
    diag_output_begin(&run.diags);
    status = compare(&run, sides);
    diag_output_end(&run.diags);
    env_close(&env);
    return status;
}

static enum status run(const struct command_call *call)
{
    struct arena *arena = arena_new();
    struct changes_options options = {.format = &diag_text};
    struct command_line line;
    enum status status = command_line_read(arena, call, &command_changes, &options, &line);
    if (status == STATUS_OK && !line.help)
        status =
            would_flood(&options) ? STATUS_USAGE : run_on(arena, call, &options, line.operands);
    arena_free(arena);
    return status;
}

const struct command command_changes = {
    .name = "changes",
    .summary = "Says what changed from one issue to the next: two facts files, or two folders.",
    .options = options_of_changes,
    .operand = {.kind = ARGUMENT_FILE, .name = "OLD NEW"},
    .operands_least = 2,
    .operands_most = 2,
    .run = run,
};
