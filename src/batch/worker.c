/* A worker process: its limits, and one job after the other. */
#include "batch/worker.h"

#include "batch/entry.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

/* ---- one job ---- */

static struct str rendered(struct arena *arena, const struct work *work, const struct diags *diags)
{
    struct buf text = {.arena = arena};
    if (diags)
        work->format->write(&text, diags, work->style);
    return buf_str(&text);
}

/* Dumps are written by functions that know files only. */
static enum job_result run_dumping(const struct work *work, const struct job *job,
                                   struct diags *diags, struct job_made *made, struct str *dump)
{
    char *text = NULL;
    size_t len = 0;
    if (job->stage != STAGE_PDF && !(made->dump = open_memstream(&text, &len)))
        arena_exhausted();
    enum job_result result = job_run(work->env, job, diags, made);
    if (made->dump && fclose(made->dump) != 0)
        arena_exhausted();
    *dump = str_copy(diags->arena, (struct str){text, len});
    free(text);
    return result;
}

struct reply worker_do(struct arena *arena, const struct work *work, size_t index)
{
    const struct job *job = &work->jobs->items[index];
    struct reply reply = {.job = index};
    struct job_made made = {0};
    struct diags diags;
    diags_init(&diags, arena);
    diags.strict = work->strict;
    diags.inputs = inputs_new(arena);
    reply.result = run_dumping(work, job, &diags, &made, &reply.texts[REPLY_DUMP]);
    reply.warnings = diags.warnings;
    reply.texts[REPLY_SHARED] = rendered(arena, work, diags.shared);
    reply.texts[REPLY_OWN] = rendered(arena, work, &diags);
    if (reply.result == JOB_DONE && job->output && work->common.len) {
        struct group group = group_of(arena, diags.shared);
        reply.texts[REPLY_GROUP] = group.line;
        reply.texts[REPLY_ENTRY] = entry_line(arena, work, job, &made, &diags, group.id);
    }
    return reply;
}

/* ---- limits ---- */

static void limit(int resource, rlim_t most)
{
    struct rlimit limits;
    if (getrlimit(resource, &limits) != 0)
        return;
    /* Below the hard limit, at which the system kills without saying why. */
    rlim_t hard = limits.rlim_max != RLIM_INFINITY && limits.rlim_max ? limits.rlim_max - 1 : most;
    limits.rlim_cur = hard < most ? hard : most;
    setrlimit(resource, &limits);
}

/* The limit is of all that the process has used since it began, so each job moves it on. */
static void limit_time(unsigned seconds)
{
    struct rusage used;
    if (getrusage(RUSAGE_SELF, &used) == 0)
        limit(RLIMIT_CPU,
              (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + (rlim_t)seconds + 1);
}

/* The sanitizers' shadow of memory is larger than any limit. */
static void limit_memory(unsigned mib)
{
#ifndef ARENA_DEBUG
    limit(RLIMIT_AS, (rlim_t)mib << 20);
#else
    (void)mib;
#endif
}

/* Ctrl-C reaches every process of a terminal, and the first one decides what it means; a worker
   that is told alone to end does so, and ends with the first one even if that is killed. */
static void set_signals(void)
{
    sigset_t terminate;
    sigemptyset(&terminate);
    sigaddset(&terminate, SIGTERM);
    sigprocmask(SIG_UNBLOCK, &terminate, NULL);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

/* ---- all of them ---- */

/* False when no job will come any more. */
static bool next_job(int socket, size_t *job)
{
    ssize_t got;
    do
        got = recv(socket, job, sizeof *job, MSG_WAITALL);
    while (got < 0 && errno == EINTR);
    return got == sizeof *job;
}

_Noreturn void worker_live(const struct work *work, int socket)
{
    size_t job;
    struct arena *arena = arena_new();
    set_signals();
    limit(RLIMIT_CORE, 0);
    limit_memory(work->memory);
    while (next_job(socket, &job)) {
        limit_time(work->seconds);
        arena_reset(arena); /* only now: after the last job the process ends sooner without */
        struct reply reply = worker_do(arena, work, job);
        if (!reply_send(socket, &reply))
            break;
    }
    _exit(0); /* not exit: what the first process has not yet written is not ours to write */
}
