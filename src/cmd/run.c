/* Running the jobs of build and check one after the other, and saying how each ended. */
#include "cmd/run.h"

#include "batch/jobs.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

struct tally {
    size_t of[JOB_BUG + 1]; /* by enum job_result */
};

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void report(const struct options *options, const struct diags *diags, bool colour)
{
    fflush(stdout);
    diags_print(diags, stderr, colour, options->all ? DIAG_ALL : DIAG_LIMITED);
}

/* A job has memory of its own, freed whole when it ends. */
static enum job_result run_job(struct env *env, const struct job *job,
                               const struct options *options, bool colour)
{
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    enum job_result result = job_run(env, job, &diags);
    report(options, &diags, colour);
    arena_free(arena);
    return result;
}

static void say_done(const struct job *job, enum run_mode mode)
{
    if (job->stage != STAGE_PDF)
        return;
    if (mode == RUN_CHECK)
        printf("%s: ok\n", job->input);
    else
        printf("%s\n", job->output);
}

static enum status status_of(const struct tally *tally)
{
    if (tally->of[JOB_BUG])
        return STATUS_BUG;
    if (tally->of[JOB_FAILED])
        return STATUS_ENVIRONMENT;
    return tally->of[JOB_REFUSED] ? STATUS_REFUSED : STATUS_OK;
}

static enum status run_all(struct env *env, const struct jobs *jobs, const struct options *options,
                           enum run_mode mode, bool colour)
{
    struct tally tally = {0};
    for (size_t i = 0; i < jobs->count; i++) {
        struct job *job = &jobs->items[i];
        job->stage = options->stage;
        enum job_result result = run_job(env, job, options, colour);
        if (result == JOB_DONE)
            say_done(job, mode);
        tally.of[result]++;
    }
    size_t done = tally.of[JOB_DONE], bad = jobs->count - done;
    if (jobs->count > 1 || bad)
        fprintf(stderr, "councilbrief: %zu briefing%s %s, %zu refused\n", done, plural(done),
                mode == RUN_CHECK ? "ok" : "done", bad);
    return status_of(&tally);
}

/* An output that was lost on its way, to a full disk or a closed pipe, must not look like success.
 */
static enum status check_stdout(enum status status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "councilbrief: standard output cannot be written: %s\n", strerror(errno));
    return STATUS_ENVIRONMENT;
}

enum status run_jobs(struct arena *arena, const struct options *options, enum run_mode mode,
                     bool colour)
{
    struct diags diags;
    diags_init(&diags, arena);
    bool writes = mode == RUN_BUILD && options->stage == STAGE_PDF;
    struct jobs jobs = jobs_list(arena, &diags, options->specs, options->spec_count,
                                 writes ? options->out_folder : NULL);
    struct env env = {
        .arena = arena,
        .templates = options->templates,
        .template_name = options->template_name,
        .as_at = options->has_as_at ? &options->as_at : NULL,
        .source_date = options->source_date,
    };
    bool ready = !diags.errors && env_open(&env, &diags);
    if (ready && options->template_name)
        ready =
            env_template(&env, &diags, str_from(options->template_name), (struct span){0}) != NULL;
    report(options, &diags, colour);
    if (writes && ready && mkdir(options->out_folder, 0777) != 0 && errno != EEXIST) {
        fprintf(stderr, "councilbrief: the folder `%s` cannot be made: %s\n", options->out_folder,
                strerror(errno));
        ready = false;
        diags.failures++;
    }
    enum status status = ready            ? run_all(&env, &jobs, options, mode, colour)
                         : diags.failures ? STATUS_ENVIRONMENT
                                          : STATUS_REFUSED;
    env_close(&env);
    return check_stdout(status);
}
