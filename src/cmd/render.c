/* councilbrief render: the text of a template as Jinja would give it, to look at and to test
   with. */
#include "cmd/option.h"

#include "brief/spec.h"
#include "diag/diag_output.h"
#include "edition.h"
#include "files/input.h"
#include "files/json_read.h"
#include "template/template.h"

#include <stdio.h>
#include <string.h>

struct render_options {
    const char *template;     /* a file */
    const char *data;         /* JSON; NULL: a specification gives the names */
    const char *list;         /* a file of templates and data */
    const char *templates;    /* folder of frameworks.yaml; NULL: look for it */
    const char *since;        /* the issue before; NULL: the specification's, else none */
    enum paper_length length; /* LENGTH_ABSENT: the specification's, else standard */
    const char *spec;
    bool filters;
    bool help; /* was asked for and given */
};

/* ---- the command line ---- */

static const struct command_option template_option = {
    .name = "template",
    .argument = {.kind = ARGUMENT_FILE, .name = "FILE"},
    .does = "the template; it may include what lies beside it",
    KEPT_TEXT(render_options, template),
};

static const struct command_option data_option = {
    .name = "data",
    .argument = {.kind = ARGUMENT_FILE, .name = "FILE"},
    .does = "a map in JSON instead of a specification",
    KEPT_TEXT(render_options, data),
};

static const struct command_option list_option = {
    .name = "list",
    .argument = {.kind = ARGUMENT_FILE, .name = "FILE"},
    .does = "many at once: a template, a tab and its data on each line",
    KEPT_TEXT(render_options, list),
};

static const struct command_option filters_option = {
    .name = "filters",
    .does = "print the filters and tests of templates, as Markdown",
    KEPT_FLAG(render_options, filters),
};

static const struct command_option templates_option = TEMPLATES_ROW(render_options, templates);

static const struct command_option since_option = SINCE_ROW(render_options, since);

static void take_length(void *request, const struct option_given *given)
{
    struct render_options *options = request;
    options->length = LENGTH_ONE + (enum paper_length)given->number;
}

static const struct command_option length_option = {
    .name = "length",
    .argument = {.kind = ARGUMENT_WORD, .name = "LENGTH", .word = length_word},
    .does = "what the template is told of the length:",
    .usual = "standard",
    .take = take_length,
};

static const struct command_option *const options_of_render[] = {
    &template_option, &data_option,    &list_option,      &length_option,
    &since_option,    &filters_option, &templates_option, NULL};

/* One of: --filters, --list FILE, a template with data, a template with a specification. */
static bool makes_sense(const struct render_options *options, int rest)
{
    if (options->filters)
        return rest == 0;
    if (options->list)
        return rest == 0 && !options->template && !options->data;
    return options->template && rest == (options->data ? 0 : 1);
}

static enum status read_options(struct arena *arena, const struct command_call *call,
                                struct render_options *options)
{
    *options = (struct render_options){0};
    struct command_line line;
    enum status status = command_line_read(arena, call, &command_render, options, &line);
    options->help = line.help;
    if (status != STATUS_OK || line.help)
        return status;
    if (!makes_sense(options, line.count))
        return command_usage(&command_render);
    options->spec = line.count ? line.operands[0] : NULL;
    return STATUS_OK;
}

/* ---- one template ---- */

/* What is read next may be the file at `path` and the files that it names. */
static void read_within(struct diags *diags, const char *path)
{
    diags->inputs = inputs_new(diags->arena);
    diags->inputs->bounds = path_bounds(diags->arena, NULL, path);
}

/* A template may include what is in its folder. */
static const struct template_set *read_template(struct arena *arena, struct diags *diags,
                                                struct str path)
{
    read_within(diags, str_z(arena, path));
    size_t name = path.len;
    while (name > 0 && path.at[name - 1] != '/')
        name--;
    struct str folder = name > 1 ? str_part(path, 0, name - 1) : name ? STR("/") : STR(".");
    return template_read(arena, diags, str_z(arena, folder),
                         str_z(arena, str_part(path, name, path.len)));
}

static struct str render_data(struct arena *arena, struct diags *diags, struct str template,
                              struct str path)
{
    const struct template_set *set = read_template(arena, diags, template);
    read_within(diags, str_z(arena, path));
    const struct source *source = set ? source_read(arena, diags, str_z(arena, path)) : NULL;
    const struct json_map *data = source ? json_read(arena, diags, source) : NULL;
    return data ? template_render_data(arena, diags, set, data) : STR_NONE;
}

static const struct briefing *for_length(struct arena *arena, const struct edition *edition,
                                         const struct render_options *options)
{
    enum paper_length length = options->length;
    if (!length)
        length = (enum paper_length)edition->briefing->briefing->length;
    return spec_for_paper(arena, edition->briefing, length ? length : LENGTH_STANDARD, 0,
                          0);
}

static struct str render_spec(struct arena *arena, struct diags *diags,
                              const struct render_options *options)
{
    struct env env = {.arena = arena,
                      .templates = options->templates,
                      .since = options->since,
                      .source_date = -1};
    struct str text = STR_NONE;
    const struct template_set *set = read_template(arena, diags, str_from(options->template));
    if (set && env_open(&env, diags) &&
        (!env.since || previous_is_there(arena, diags, env.since, NULL))) {
        read_within(diags, options->spec);
        const struct job_input input = {.path = options->spec};
        struct edition edition = {.briefing = NULL};
        if (edition_read(&env, diags, &input, &edition))
            text = template_render_plain(arena, diags, set, for_length(arena, &edition, options));
    }
    env_close(&env);
    return text;
}

static enum status finish(const struct diags *diags, bool done, bool colour)
{
    struct diag_output output = {&diag_text, {.colour = colour, .order = DIAG_ALL}, stderr, false};
    fflush(stdout);
    diag_output_begin(&output);
    diag_output_add(&output, diags);
    diag_output_end(&output);
    if (diags->failures)
        return STATUS_ENVIRONMENT;
    return done ? STATUS_OK : STATUS_REFUSED;
}

static enum status render_one(const struct render_options *options, bool colour)
{
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    struct str text = options->data ? render_data(arena, &diags, str_from(options->template),
                                                  str_from(options->data))
                                    : render_spec(arena, &diags, options);
    fwrite(text.at ? text.at : "", 1, text.len, stdout);
    enum status status = finish(&diags, text.at != NULL, colour);
    arena_free(arena);
    return status;
}

/* ---- many ---- */

/* "template TAB data": prints "done" with the length of the text and the text, or "refused". */
static enum status render_line(struct arena *arena, struct str line, bool colour)
{
    struct diags diags;
    diags_init(&diags, arena);
    size_t tab = str_find(line, '\t', 0);
    struct str text =
        render_data(arena, &diags, str_part(line, 0, tab), str_part(line, tab + 1, line.len));
    if (text.at) {
        printf("done %zu\n", text.len);
        fwrite(text.at, 1, text.len, stdout);
        putchar('\n');
    } else {
        printf("refused\n");
    }
    return finish(&diags, text.at != NULL, colour);
}

static enum status render_list(const char *path, bool colour)
{
    struct arena *arena = arena_new(), *scratch = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    const struct source *list = source_read(arena, &diags, path);
    enum status status = finish(&diags, list != NULL, colour);
    for (uint32_t line = 1; list && line <= list->line_count; line++) {
        struct str text = source_line(list, line);
        enum status each = text.len ? render_line(scratch, text, colour) : STATUS_OK;
        status = each > status ? each : status;
        arena_reset(scratch);
    }
    arena_free(scratch);
    arena_free(arena);
    return status;
}

static enum status render(const struct render_options *options, bool colour)
{
    if (options->filters)
        return template_reference(stdout), STATUS_OK;
    return options->list ? render_list(options->list, colour) : render_one(options, colour);
}

static enum status run(const struct command_call *call)
{
    struct arena *arena = arena_new();
    struct render_options options;
    enum status status = read_options(arena, call, &options);
    if (status == STATUS_OK && !options.help)
        status = render(&options, call->colour);
    arena_free(arena);
    return status;
}

const struct command command_render = {
    .name = "render",
    .summary = "Prints the text of a template, filled from a specification as Jinja would fill it.",
    .options = options_of_render,
    .operand = {.kind = ARGUMENT_SPEC, .name = "[SPEC]"},
    .operands_most = 1,
    .run = run,
};
