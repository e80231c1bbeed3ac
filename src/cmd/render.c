/* councilbrief render: the text of a template as Jinja would give it, for looking and for testing.
 */
#include "cmd/command.h"

#include "base/diag_output.h"
#include "job.h"
#include "template/data.h"
#include "template/reference.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

struct render_options {
    const char *template;  /* a file */
    const char *data;      /* JSON; NULL: a specification gives the names */
    const char *list;      /* a file of templates and data */
    const char *templates; /* folder of frameworks.yaml; NULL: look for it */
    const char *spec;
    bool filters, help;
};

enum {
    OPTION_TEMPLATE = 256,
    OPTION_DATA,
    OPTION_LIST,
    OPTION_TEMPLATES,
    OPTION_FILTERS,
    OPTION_HELP
};

static const struct option long_options[] = {
    {"template", required_argument, NULL, OPTION_TEMPLATE},
    {"data", required_argument, NULL, OPTION_DATA},
    {"list", required_argument, NULL, OPTION_LIST},
    {"templates", required_argument, NULL, OPTION_TEMPLATES},
    {"filters", no_argument, NULL, OPTION_FILTERS},
    {"help", no_argument, NULL, OPTION_HELP},
    {NULL, 0, NULL, 0},
};

static bool read_option(int option, struct render_options *options)
{
    switch (option) {
    case OPTION_TEMPLATE: options->template = optarg; return true;
    case OPTION_DATA: options->data = optarg; return true;
    case OPTION_LIST: options->list = optarg; return true;
    case OPTION_TEMPLATES: options->templates = optarg; return true;
    case OPTION_FILTERS: options->filters = true; return true;
    case OPTION_HELP: options->help = true; return true;
    default: return false; /* getopt_long has said what is wrong */
    }
}

/* One of: --help, --filters, --list FILE, a template with data, a template with a specification. */
static bool makes_sense(const struct render_options *options, int rest)
{
    if (options->help || options->filters)
        return rest == 0;
    if (options->list)
        return rest == 0 && !options->template && !options->data;
    return options->template && rest == (options->data ? 0 : 1);
}

static enum status read_options(const struct invocation *invocation, struct render_options *options)
{
    *options = (struct render_options){0};
    optind = 1;
    for (int option;
         (option = getopt_long(invocation->argc, invocation->argv, "", long_options, NULL)) != -1;)
        if (!read_option(option, options))
            return STATUS_USAGE;
    int rest = invocation->argc - optind;
    if (!makes_sense(options, rest))
        return command_usage(&command_render);
    options->spec = rest ? invocation->argv[optind] : NULL;
    return STATUS_OK;
}

/* ---- one template ---- */

/* A template may include what lies in its folder. */
static const struct template_set *read_template(struct arena *arena, struct diags *diags,
                                                struct str path)
{
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
    const struct source *source = set ? source_read(arena, diags, str_z(arena, path)) : NULL;
    const struct map_value *data = source ? data_read(arena, diags, source) : NULL;
    return data ? template_render_data(arena, diags, set, data) : STR_NONE;
}

static struct str render_spec(struct arena *arena, struct diags *diags,
                              const struct render_options *options)
{
    struct env env = {.arena = arena, .templates = options->templates, .source_date = -1};
    struct str text = STR_NONE;
    const struct template_set *set = read_template(arena, diags, str_from(options->template));
    if (set && env_open(&env, diags)) {
        const struct briefing *briefing = job_briefing(&env, options->spec, diags);
        if (briefing)
            text = template_render_plain(arena, diags, set, briefing);
    }
    env_close(&env);
    return text;
}

static enum status finish(const struct diags *diags, bool done, bool colour)
{
    struct diag_output output = {&diag_text, {colour, DIAG_ALL}, stderr, false};
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

static enum status run(const struct invocation *invocation)
{
    struct render_options options;
    enum status status = read_options(invocation, &options);
    if (status != STATUS_OK)
        return status;
    if (options.help)
        command_print_help(&command_render);
    else if (options.filters)
        template_reference(stdout);
    else
        status = options.list ? render_list(options.list, invocation->colour)
                              : render_one(&options, invocation->colour);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "councilbrief: standard output cannot be written: %s\n", strerror(errno));
    return STATUS_ENVIRONMENT;
}

const struct command command_render = {
    .name = "render",
    .usage = "render --template FILE SPEC | --template FILE --data JSON | --list FILE | --filters",
    .summary = "Prints the text of a template, filled as Jinja would fill it.",
    .help = "      --template FILE     the template; it may include what lies beside it\n"
            "      --data FILE         a map in JSON instead of a specification\n"
            "      --list FILE         many at once: a template, a tab and its data on each line\n"
            "      --templates FOLDER  where frameworks are (templates)\n"
            "      --filters           print the filters and tests of templates, as Markdown\n",
    .run = run,
};
