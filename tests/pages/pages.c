/* Prints the pages of a specification as text, set with made-up metrics instead of a machine's
   fonts: what tests/golden/NAME/expected.pages holds. */
#include "base/diag.h"
#include "job.h"
#include "support/fake_metrics.h"

#include <stdio.h>

/* Puts the made-up metrics in the place of the template's own. */
static bool use_fake_metrics(struct env *env, struct diags *diags)
{
    if (!env_template(env, diags, &(struct template_choice){.name = STR("briefing")}))
        return false;
    metrics_free(env->folders->metrics);
    env->folders->metrics = ARENA_NEW(env->arena, struct metrics);
    *env->folders->metrics = fake_metrics();
    return true;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: pages SPEC\n", stderr);
        return 2;
    }
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    struct env env = {.arena = arena, .source_date = -1};
    const struct job job = {.input = argv[1], .stage = STAGE_PAGES};
    struct job_made made = {.dump = stdout};
    bool ok = env_open(&env, &diags) && use_fake_metrics(&env, &diags) &&
              job_run(&env, &job, &diags, &made) == JOB_DONE;
    diags_print(&diags, stderr, false, DIAG_ALL);
    if (env.folders)
        env.folders->metrics = NULL; /* nothing of HarfBuzz's to free */
    env_close(&env);
    arena_free(arena);
    return ok ? 0 : 1;
}
