/* Gives jobs out, takes the replies in any order, and prints them in the order of the jobs. */
#include "batch/run/run.h"

#include "base/limits.h"
#include "base/shown.h"
#include "batch/batch_codes.h"
#include "batch/clock.h"
#include "batch/manifest/manifest.h"
#include "batch/run/worker.h"
#include "files/output.h"
#include "files/path.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

/* ---- progress: done, failed, rate, time left ---- */

struct progress {
    FILE *terminal; /* NULL: there is none, and nothing is shown */
    size_t total;
    int64_t began, shown; /* by the clock; `shown` 0: there is no line */
};

/* Milliseconds: how long a line stays at least, and how long until it says anything of time. */
enum { PAUSE = 100, TOO_EARLY = 1000 };

static void progress_begin(struct progress *progress, FILE *terminal, size_t total)
{
    *progress = (struct progress){.terminal = terminal, .total = total, .began = clock_now()};
}

static void print_time_left(FILE *out, int64_t seconds)
{
    if (seconds >= 120)
        fprintf(out, ", about %" PRId64 " minutes left", (seconds + 30) / 60);
    else
        fprintf(out, ", about %" PRId64 " s left", seconds);
}

static void print_rate(const struct progress *progress, size_t ended, int64_t elapsed)
{
    int64_t a_minute = (int64_t)ended * 60000 / elapsed;
    if (a_minute >= 120)
        fprintf(progress->terminal, ", %" PRId64 " a second", a_minute / 60);
    else
        fprintf(progress->terminal, ", %" PRId64 " a minute", a_minute);
    int64_t left = (int64_t)(progress->total - ended);
    print_time_left(progress->terminal, (left * elapsed / (int64_t)ended + 999) / 1000);
}

/* Clears the line, before something else is printed and at the end. */
static void progress_clear(struct progress *progress)
{
    if (progress->terminal && progress->shown)
        fputs("\r\033[K", progress->terminal);
    progress->shown = 0;
}

/* Shows the line again, unless it was shown a moment ago. */
static void progress_show(struct progress *progress, size_t done, size_t failed)
{
    int64_t now = progress->terminal ? clock_now() : 0;
    if (!progress->terminal || (progress->shown && now - progress->shown < PAUSE))
        return;
    progress_clear(progress);
    size_t ended = done + failed;
    fprintf(progress->terminal, "%zu of %zu: %zu done, %zu failed", ended, progress->total, done,
            failed);
    if (ended && now - progress->began >= TOO_EARLY)
        print_rate(progress, ended, now - progress->began);
    fflush(progress->terminal);
    progress->shown = now ? now : 1;
}

/* ---- the run ---- */

/* What is known of a job before its turn to be reported. */
struct slot {
    struct output outputs[PRODUCTS_MOST]; /* while a worker does it */
    bool known;
    struct arena *arena;
    struct reply reply;
};

struct batch {
    const struct batch_request *request;
    struct work work;
    struct diag_output *output;
    const struct interrupts *interrupts;
    struct manifest *manifest;  /* NULL: nothing is written */
    struct up_to_date *earlier; /* NULL: everything is built */
    struct pool *pool;          /* NULL: there are no jobs */
    struct progress progress;
    struct batch_counts counts;
    struct account *account;
    size_t given, told; /* jobs, from the first on */
    bool stopped;       /* nothing more is given out */
    bool warmed;
    struct slot slots[LIMIT_JOBS_AHEAD]; /* by job, modulo their number */
    LIST(struct str) shared_told;        /* hashes of what was printed about what jobs share */
};

/* ---- reporting ---- */

static void start_diags(const struct batch *batch, struct diags *diags, struct arena *arena)
{
    diags_init(diags, arena);
    diags->strict = batch->request->strict;
}

static struct str render(const struct batch *batch, const struct diags *diags)
{
    struct buf text = {.arena = diags->arena};
    batch->work.format->write(&text, diags, batch->work.style);
    return buf_str(&text);
}

static bool was_told(struct batch *batch, struct str shared)
{
    struct arena *arena = batch->work.env->arena;
    struct str hash = shared.len ? hash_text(arena, shared) : STR_NONE;
    for (size_t i = 0; i < batch->shared_told.count; i++)
        if (str_equal(batch->shared_told.items[i], hash))
            return true;
    if (shared.len)
        *LIST_ADD(arena, &batch->shared_told) = hash;
    return !shared.len;
}

static void tell_diagnostics(struct batch *batch, const struct reply *reply)
{
    struct str shared = reply->texts[REPLY_SHARED], own = reply->texts[REPLY_OWN];
    struct str placed = reply->texts[REPLY_PLACED];
    bool again = was_told(batch, shared);
    if (again && !own.len && !placed.len)
        return;
    fflush(stdout);
    if (!again)
        diag_output_add_written(batch->output, shared);
    diag_output_add_written(batch->output, own);
    diag_output_add_written(batch->output, placed);
}

static void tell_result(const struct batch *batch, const struct reply *reply)
{
    const struct job *job = &batch->work.jobs->items[reply->job];
    struct str dump = reply->texts[REPLY_DUMP];
    fwrite(dump.at ? dump.at : "", 1, dump.len, stdout);
    if (reply->result != JOB_DONE || job->dump != DUMP_NONE)
        return;
    const char *file = batch->request->is_check ? job->inputs->path : job_output(job);
    struct str path = shown_path(batch->work.env->arena, str_from(file));
    if (!batch->request->is_check)
        shown_line(stdout, STR_FMT, STR_ARG(path));
    else if (reply->warnings)
        shown_line(stdout, STR_FMT ": ok, with %zu warning%s", STR_ARG(path), reply->warnings,
                   reply->warnings == 1 ? "" : "s");
    else
        shown_line(stdout, STR_FMT ": ok", STR_ARG(path));
}

static enum outcome count(struct batch_counts *counts, const struct reply *reply)
{
    switch (reply->result) {
    case JOB_DONE: break;
    case JOB_REFUSED: counts->refused++; return OUTCOME_REFUSED;
    case JOB_FAILED: counts->failed++; return OUTCOME_FAILED;
    case JOB_BUG: counts->bugs++; return OUTCOME_CRASHED;
    }
    reply->unchanged ? counts->unchanged++ : counts->built++;
    return reply->unchanged ? OUTCOME_UNCHANGED : OUTCOME_BUILT;
}

/* Only what was told counts, as in the last line. */
static void note(struct account *account, const struct reply *reply, enum outcome outcome)
{
    struct accounted *briefing = &account->items[reply->job];
    briefing->outcome = outcome;
    briefing->warnings = reply->warnings;
    if (reply->texts[REPLY_SINCE].len)
        briefing->since = str_copy(account->arena, reply->texts[REPLY_SINCE]);
    if (reply->texts[REPLY_ERROR].len)
        briefing->error = str_copy(account->arena, reply->texts[REPLY_ERROR]);
}

static bool turned_out_bad(const struct batch_counts *counts)
{
    return counts->refused || counts->failed || counts->bugs;
}

/* Reports the jobs whose turn it is, as far as they are known; with --fail-fast, none after the
   first bad one, though some may have been built. */
static void tell(struct batch *batch)
{
    while (!interrupts_pending(batch->interrupts)) {
        struct slot *slot = &batch->slots[batch->told % LIMIT_JOBS_AHEAD];
        if (!slot->known || (batch->request->fail_fast && turned_out_bad(&batch->counts)))
            return;
        interrupts_listen(batch->interrupts);
        progress_clear(&batch->progress);
        tell_diagnostics(batch, &slot->reply);
        tell_result(batch, &slot->reply);
        fflush(stdout);
        interrupts_hold(batch->interrupts);
        note(batch->account, &slot->reply, count(&batch->counts, &slot->reply));
        arena_free(slot->arena);
        *slot = (struct slot){0};
        batch->told++;
    }
}

/* ---- taking what comes back ---- */

static struct slot *slot_of(struct batch *batch, size_t job)
{
    return &batch->slots[job % LIMIT_JOBS_AHEAD];
}

static void take(struct batch *batch, struct arena *arena, const struct reply *reply)
{
    struct str entry = reply->texts[REPLY_ENTRY];
    if (batch->manifest && entry.len)
        manifest_put(batch->manifest, entry, reply->texts[REPLY_GROUP]);
    if (reply->result != JOB_DONE && batch->request->fail_fast)
        batch->stopped = true;
    *slot_of(batch, reply->job) = (struct slot){.known = true, .arena = arena, .reply = *reply};
}

/* A job that ended without a reply: `diags` says why. */
static void take_loss(struct batch *batch, struct arena *arena, struct diags *diags, size_t job)
{
    struct reply reply = {.job = job, .result = job_refusal(diags)};
    reply.texts[REPLY_OWN] = render(batch, diags);
    reply.texts[REPLY_ERROR] = diags_first_error(arena, diags);
    take(batch, arena, &reply);
}

static void take_event(struct batch *batch, const struct pool_event *event)
{
    if (event->arena) {
        struct reply reply = event->result.reply;
        work_place(event->arena, &batch->work, slot_of(batch, reply.job)->outputs,
                   event->result.errors, &reply);
        take(batch, event->arena, &reply);
        return;
    }
    struct arena *arena = arena_new();
    outputs_drop(arena, slot_of(batch, event->death.job)->outputs, PRODUCTS_MOST);
    struct diags diags;
    start_diags(batch, &diags, arena);
    worker_death_report(&diags, &batch->work, &event->death);
    take_loss(batch, arena, &diags, event->death.job);
}

/* ---- giving out ---- */

/* What most jobs need is read before workers are started, so that all of them share it. What is
   wrong with it is reported by the jobs that use it. Nothing has been built yet that could be
   lost, so signals need not wait. */
static void warm(struct batch *batch)
{
    struct env *env = batch->work.env;
    const struct template_choice choice = {.name = env->template_name ? str_from(env->template_name)
                                                                      : STR("briefing"),
                                           .theme = str_from(env->theme_name)};
    struct diags unheard;
    start_diags(batch, &unheard, env->arena);
    if (batch->work.jobs->count > 1) {
        interrupts_let_through(batch->interrupts);
        env_template(env, &unheard, &choice);
        interrupts_hold(batch->interrupts);
    }
    batch->warmed = true;
}

/* The files that it will fill are opened here, so that a worker makes none of any name. */
static bool hand_to_worker(struct batch *batch, struct arena *arena, size_t job)
{
    struct output *outputs = slot_of(batch, job)->outputs;
    int descriptors[PRODUCTS_MOST];
    work_open(arena, &batch->work, job, outputs);
    for (size_t i = 0; i < PRODUCTS_MOST; i++)
        descriptors[i] = outputs[i].descriptor;
    bool given = pool_give(batch->pool, job, descriptors);
    int error = errno;
    for (size_t i = 0; i < PRODUCTS_MOST; i++)
        output_close(&outputs[i]);
    if (!given)
        outputs_drop(arena, outputs, PRODUCTS_MOST);
    errno = error;
    return given;
}

static void give_to_pool(struct batch *batch, struct arena *arena, size_t job)
{
    if (!batch->warmed)
        warm(batch);
    bool given = hand_to_worker(batch, arena, job);
    if (given || pool_busy(batch->pool)) { /* what cannot be given now waits for the busy workers */
        batch->given = given ? job + 1 : job;
        arena_free(arena);
        return;
    }
    struct diags diags;
    start_diags(batch, &diags, arena);
    diag_report_file(&diags, &E925, batch->work.jobs->items[job].inputs->path,
                     "no process can be started for this briefing: %s", strerror(errno));
    take_loss(batch, arena, &diags, job);
}

static void give(struct batch *batch)
{
    struct arena *arena = arena_new();
    struct reply reply = {0};
    size_t job = batch->given++;
    struct reasons *reasons = &batch->account->items[job].reasons;
    if (batch->earlier && up_to_date_check(batch->earlier, arena, job, &reply, reasons)) {
        take(batch, arena, &reply);
        return;
    }
    if (batch->manifest && !batch->earlier)
        reasons_add(batch->account->arena, reasons, &(struct reason){.kind = REASON_FORCED});
    give_to_pool(batch, arena, job);
}

/* Results wait for their turn, so no job may be given out too far ahead of the next to report. */
static bool may_give(const struct batch *batch)
{
    return !batch->stopped && batch->given < batch->work.jobs->count &&
           batch->given - batch->told < LIMIT_JOBS_AHEAD && pool_has_room(batch->pool);
}

static void show_progress(struct batch *batch)
{
    const struct batch_counts *counts = &batch->counts;
    interrupts_listen(batch->interrupts);
    progress_show(&batch->progress, counts->built + counts->unchanged,
                  counts->refused + counts->failed + counts->bugs);
    interrupts_hold(batch->interrupts);
}

/* A signal is noticed within this many milliseconds. */
enum { PATIENCE = 50 };

static void do_all(struct batch *batch)
{
    while (!interrupts_pending(batch->interrupts)) {
        if (may_give(batch))
            give(batch);
        bool at_work = batch->pool && pool_busy(batch->pool);
        struct pool_event event;
        while (at_work && pool_wait(batch->pool, may_give(batch) ? 0 : PATIENCE, &event)) {
            take_event(batch, &event);
            at_work = pool_busy(batch->pool);
        }
        tell(batch);
        show_progress(batch);
        if (!at_work && !may_give(batch))
            return;
    }
}

/* ---- before and after ---- */

static bool is_told_to_stop(const void *interrupts)
{
    return interrupts_pending(interrupts) != 0;
}

/* What the folder holds is no whole part until all of it was tried; a run that is killed in between
   leaves it so. */
static void note_part(struct batch *batch, struct diags *diags, bool whole)
{
    const struct batch_counts *counts = &batch->counts;
    const struct jobs *jobs = batch->work.jobs;
    if (!batch->request->shard.of)
        return;
    const struct part *before = manifest_part(batch->manifest);
    struct part part = {
        .shard = batch->request->shard,
        .whole = whole,
        .lacking = (int64_t)(counts->refused + counts->failed + counts->bugs),
        .listed = (int64_t)(jobs->count + jobs->other_count),
        .names = jobs_names(batch->work.env->arena, jobs),
        .options = batch->request->options,
        .common = batch->work.common,
    };
    manifest_drop_others(batch->manifest, jobs);
    if (whole)
        part.tables = manifest_tables(batch->manifest);
    manifest_set_part(batch->manifest, &part);
    if (!whole && before && before->whole)
        manifest_write(batch->manifest, diags);
}

static void open_manifest(struct batch *batch, struct diags *diags)
{
    struct env *env = batch->work.env;
    if (!batch->request->out_folder)
        return;
    batch->work.program = program_identity(env->arena);
    struct group common = group_common(env->arena, batch->work.program, env->inputs);
    batch->work.common = common.id;
    batch->work.here = path_between(env->arena, batch->request->out_folder, ".");
    batch->manifest = manifest_read(env->arena, diags, batch->request->out_folder);
    batch->work.manifest = batch->manifest;
    manifest_put_common(batch->manifest, &common);
    note_part(batch, diags, false);
    if (!batch->request->force)
        batch->earlier = up_to_date_new(env->arena, &batch->work, batch->manifest,
                                        &(struct file_watch){is_told_to_stop, batch->interrupts});
}

static size_t processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : (size_t)count;
}

/* Even a single job is done by a worker: so limits hold, and signals are noticed. */
static void open_pool(struct batch *batch)
{
    size_t jobs = batch->work.jobs->count;
    size_t count = batch->request->workers == WORKERS_BY_MACHINE ? processors()
                                                                 : (size_t)batch->request->workers;
    count = count < 1 ? 1 : count;
    count = count > LIMIT_WORKERS ? LIMIT_WORKERS : count;
    count = count > jobs ? jobs : count;
    if (count)
        batch->pool = pool_new(batch->work.env->arena, &batch->work, count);
}

/* These are about the run, not its jobs: no strictness turns them into errors. */
static void tell_around(struct batch *batch, const struct diags *diags)
{
    interrupts_listen(batch->interrupts);
    interrupts_last_words(batch->interrupts, STDERR_FILENO);
    progress_clear(&batch->progress);
    fflush(stdout);
    diag_output_add(batch->output, diags);
    interrupts_hold(batch->interrupts);
    batch->counts.failed_around = batch->counts.failed_around || diags->failures;
}

static void finish(struct batch *batch)
{
    struct arena *arena = batch->work.env->arena;
    struct diags diags;
    diags_init(&diags, arena);
    if (batch->pool)
        pool_dismiss(batch->pool);
    for (size_t i = 0; i < LIMIT_JOBS_AHEAD; i++)
        arena_free(batch->slots[i].arena);
    batch->counts.untried = batch->work.jobs->count - batch->told;
    if (batch->manifest) {
        output_sweep(arena, &diags, batch->request->out_folder);
        manifest_report_gone(batch->manifest, &diags, batch->work.jobs);
        names_report_left_over(arena, &diags, &batch->work);
        note_part(batch, &diags, batch->counts.untried == 0);
        manifest_write(batch->manifest, &diags);
    }
    if (batch->manifest && batch->request->deps)
        deps_write(arena, &diags, batch->request->deps, batch->work.jobs, batch->manifest);
    tell_around(batch, &diags);
    if (batch->pool)
        pool_end(batch->pool); /* last: they end while the manifest is written */
}

struct batch_counts batch_run(struct env *env, const struct batch_request *request,
                              struct account *account, struct diag_output *output,
                              const struct interrupts *interrupts)
{
    const struct jobs *jobs = account->jobs;
    struct batch *batch = ARENA_NEW(env->arena, struct batch);
    batch->request = request;
    batch->output = output;
    batch->interrupts = interrupts;
    batch->counts.jobs = jobs->count;
    batch->account = account;
    batch->work = (struct work){
        .env = env,
        .jobs = jobs,
        .format = output->format,
        .style = output->style,
        .strict = request->strict,
        .today = request->today,
        .options = request->options,
        .seconds = request->seconds,
        .memory = request->memory,
    };
    struct diags diags;
    diags_init(&diags, env->arena);
    interrupts_hold(interrupts);
    open_manifest(batch, &diags);
    open_pool(batch);
    tell_around(batch, &diags);
    progress_begin(&batch->progress, request->terminal, jobs->count);
    do_all(batch);
    finish(batch);
    return batch->counts;
}
