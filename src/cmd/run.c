/* Running the jobs of build and check one after the other, and saying how each ended. */
#include "cmd/run.h"

#include "batch/jobs.h"
#include "names.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* One run of the program: what was asked for, and how it goes. */
struct run {
    const struct options *options;
    enum run_mode mode;
    struct diag_output output;
    size_t ended[JOB_BUG + 1]; /* how many jobs, by enum job_result */
};

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void report(struct run *run, const struct diags *diags)
{
    fflush(stdout);
    diag_output_add(&run->output, diags);
}

static void start_diags(const struct run *run, struct diags *diags, struct arena *arena)
{
    diags_init(diags, arena);
    diags->strict = run->options->strict;
}

static void say_done(const struct job *job, enum run_mode mode, size_t warnings)
{
    if (job->stage != STAGE_PDF)
        return;
    if (mode == RUN_BUILD)
        printf("%s\n", job->output);
    else if (warnings)
        printf("%s: ok, with %zu warning%s\n", job->input, warnings, plural(warnings));
    else
        printf("%s: ok\n", job->input);
}

/* A job has memory of its own, freed whole when it ends. */
static enum job_result run_job(struct run *run, struct env *env, const struct job *job)
{
    struct arena *arena = arena_new();
    struct diags diags;
    start_diags(run, &diags, arena);
    enum job_result result = job_run(env, job, &diags);
    report(run, &diags);
    if (result == JOB_DONE)
        say_done(job, run->mode, diags.warnings);
    arena_free(arena);
    return result;
}

static enum status status_of(const struct run *run)
{
    if (run->ended[JOB_BUG])
        return STATUS_BUG;
    if (run->ended[JOB_FAILED])
        return STATUS_ENVIRONMENT;
    return run->ended[JOB_REFUSED] ? STATUS_REFUSED : STATUS_OK;
}

/* Machines that read the diagnostics want nothing else among them. */
static void say_counts(const struct run *run, size_t jobs)
{
    size_t done = run->ended[JOB_DONE], bad = jobs - done;
    if (run->output.format->for_people && (jobs > 1 || bad))
        fprintf(stderr, "councilbrief: %zu briefing%s %s, %zu refused\n", done, plural(done),
                run->mode == RUN_CHECK ? "ok" : "done", bad);
}

static enum status run_all(struct run *run, struct env *env, const struct jobs *jobs)
{
    for (size_t i = 0; i < jobs->count; i++) {
        struct job *job = &jobs->items[i];
        job->stage = run->options->stage;
        run->ended[run_job(run, env, job)]++;
    }
    say_counts(run, jobs->count);
    return status_of(run);
}

/* An output that was lost on its way, to a full disk or a closed pipe, must not look like success.
 */
static enum status check_stdout(struct run *run, struct arena *arena, enum status status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    struct diags diags;
    start_diags(run, &diags, arena);
    diag_report_file(&diags, E901, "standard output", "the output cannot be written: %s",
                     strerror(errno));
    report(run, &diags);
    return STATUS_ENVIRONMENT;
}

static void make_folder(struct diags *diags, const char *folder)
{
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        diag_report_file(diags, E901, folder, "the folder cannot be made: %s", strerror(errno));
}

static bool open_env(const struct run *run, struct env *env, struct diags *diags)
{
    const struct options *options = run->options;
    if (!env_open(env, diags))
        return false;
    const struct template_choice choice = {.name = str_from(options->template_name),
                                           .theme = str_from(options->theme_name)};
    if (options->template_name)
        return env_template(env, diags, &choice) != NULL;
    return !options->theme_name ||
           theme_path(env->arena, diags, env->templates, choice.theme, choice.theme_span) != NULL;
}

static enum status run_in(struct run *run, struct env *env)
{
    const struct options *options = run->options;
    struct diags diags;
    start_diags(run, &diags, env->arena);
    const char *folder =
        run->mode == RUN_BUILD && options->stage == STAGE_PDF ? options->out_folder : NULL;
    const struct job_outputs outputs = {folder, variant_suffix(options->variant)};
    struct jobs jobs = jobs_list(env->arena, &diags, options->specs, options->spec_count, &outputs);
    if (!diags.errors && open_env(run, env, &diags) && folder)
        make_folder(&diags, folder);
    report(run, &diags);
    if (diags.errors)
        return diags.failures ? STATUS_ENVIRONMENT : STATUS_REFUSED;
    return run_all(run, env, &jobs);
}

enum status run_jobs(struct arena *arena, const struct options *options, enum run_mode mode)
{
    struct run run = {
        .options = options,
        .mode = mode,
        .output = {options->format, options->style, stderr, false},
    };
    struct env env = {
        .arena = arena,
        .templates = options->templates,
        .template_name = options->template_name,
        .theme_name = options->theme_name,
        .variant = options->variant,
        .as_at = options->has_as_at ? &options->as_at : NULL,
        .source_date = options->source_date,
    };
    diag_output_begin(&run.output);
    enum status status = check_stdout(&run, arena, run_in(&run, &env));
    diag_output_end(&run.output);
    env_close(&env);
    return status;
}
