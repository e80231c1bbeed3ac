/* Prints the pages of a specification as text, set with made-up metrics instead of a machine's
   fonts: what tests/golden/NAME/expected.pages and tests/extremes are made from. */
#include "components/components.h"
#include "diag/diag.h"
#include "job.h"
#include "support/fake_metrics.h"

#include <stdio.h>
#include <string.h>

static const char usage[] =
    "usage: pages [--templates FOLDER] [--template NAME] [--large-print] [--structure]"
    " [--since ISSUE] SPEC\n"
    "       pages --components\n";

struct wish {
    const char *input;
    const char *templates, *template_name; /* NULL: the program's own */
    const char *since;                     /* the issue before; NULL: none is named */
    bool large_print;
    bool structure;  /* the structure tree before the pages */
    bool components; /* the names of all components, and nothing else */
};

static bool read_wish(struct wish *wish, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--components") == 0)
            wish->components = true;
        else if (strcmp(argv[i], "--large-print") == 0)
            wish->large_print = true;
        else if (strcmp(argv[i], "--structure") == 0)
            wish->structure = true;
        else if (strcmp(argv[i], "--templates") == 0 && i + 1 < argc)
            wish->templates = argv[++i];
        else if (strcmp(argv[i], "--template") == 0 && i + 1 < argc)
            wish->template_name = argv[++i];
        else if (strcmp(argv[i], "--since") == 0 && i + 1 < argc)
            wish->since = argv[++i];
        else if (argv[i][0] != '-' && !wish->input)
            wish->input = argv[i];
        else
            return false;
    }
    return wish->components != (wish->input != NULL);
}

static int print_components(void)
{
    for (size_t i = 0; components[i]; i++)
        if (!components[i]->became)
            puts(components[i]->name);
    return 0;
}

/* Puts the made-up metrics in the place of the template's own. */
static bool use_fake_metrics(struct env *env, struct diags *diags)
{
    struct str name = env->template_name ? str_from(env->template_name) : STR("briefing");
    if (!env_template(env, diags, &(struct template_choice){.name = name}))
        return false;
    metrics_free(env->folders->metrics);
    env->folders->metrics = ARENA_NEW(env->arena, struct metrics);
    *env->folders->metrics = fake_metrics();
    return true;
}

static bool print_stages(struct env *env, const struct wish *wish, struct diags *diags)
{
    const struct job_input input = {.path = wish->input};
    struct job job = {.inputs = &input, .count = 1, .dump = DUMP_STRUCTURE};
    struct job_made made = {0};
    if (wish->structure) {
        if (job_run(env, &job, diags, &made) != JOB_DONE)
            return false;
        fwrite(made.dump.at, 1, made.dump.len, stdout);
    }
    job.dump = DUMP_PAGES;
    if (job_run(env, &job, diags, &made) != JOB_DONE)
        return false;
    fwrite(made.dump.at, 1, made.dump.len, stdout);
    return true;
}

static int print_pages(const struct wish *wish)
{
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    struct env env = {.arena = arena,
                      .source_date = -1,
                      .templates = wish->templates,
                      .template_name = wish->template_name,
                      .since = wish->since,
                      .variant.large_print = wish->large_print};
    bool ok = env_open(&env, &diags) && use_fake_metrics(&env, &diags) &&
              print_stages(&env, wish, &diags);
    diags_print(&diags, stderr, false, DIAG_ALL);
    if (env.folders)
        env.folders->metrics = NULL; /* nothing of HarfBuzz's to free */
    env_close(&env);
    arena_free(arena);
    return ok ? 0 : 1;
}

int main(int argc, char **argv)
{
    struct wish wish = {0};
    if (!read_wish(&wish, argc, argv)) {
        fputs(usage, stderr);
        return 2;
    }
    return wish.components ? print_components() : print_pages(&wish);
}
