/* A worker process: its limits, and one job after the other. */
#include "batch/workers/worker.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

/* ---- limits ---- */

rlim_t worker_allowed(int resource)
{
    struct rlimit limits;
    if (getrlimit(resource, &limits) != 0)
        return RLIM_INFINITY;
    return limits.rlim_cur < limits.rlim_max ? limits.rlim_cur : limits.rlim_max;
}

/* At most what the caller allows. */
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

/* Seconds that the process has worked since it began. */
static rlim_t seconds_worked(void)
{
    struct rusage used;
    if (getrusage(RUSAGE_SELF, &used) != 0)
        return 0;
    return (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
}

/* The limit is of all that the process has used since it began, so each job moves it on. */
static void limit_time(unsigned seconds, rlim_t allowed)
{
    rlim_t most = seconds_worked() + (rlim_t)seconds + 1;
    limit(RLIMIT_CPU, allowed < most ? allowed : most);
}

/* What the caller allows is never moved on: a new process takes over before much of it is gone. */
static bool is_used_up(rlim_t allowed)
{
    enum { PARTS = 16 };
    struct rusage used;
    if (allowed == RLIM_INFINITY || getrusage(RUSAGE_SELF, &used) != 0)
        return false;
    int64_t milliseconds = ((int64_t)used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 +
                           ((int64_t)used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
    return (rlim_t)milliseconds * PARTS >= allowed * 1000;
}

/* The sanitizers' shadow of memory is larger than any limit. */
static void limit_memory(unsigned mib)
{
#ifndef ARENA_DEBUG
    rlim_t most = (rlim_t)mib << 20, allowed = worker_allowed(RLIMIT_AS);
    limit(RLIMIT_AS, allowed < most ? allowed : most);
#else
    (void)mib;
#endif
}

/* Ctrl-C reaches every process of a terminal, and the first one decides what it means; a worker
   that is told alone to end does so, and ends with the first one even if that is killed. */
static void set_signals(void)
{
    struct sigaction action;
    if (sigaction(SIGTERM, NULL, &action) == 0 && action.sa_handler != SIG_IGN)
        sigaction(SIGTERM, &(struct sigaction){.sa_handler = SIG_DFL}, NULL);
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
    const rlim_t allowed = worker_allowed(RLIMIT_CPU);
    set_signals();
    limit(RLIMIT_CORE, 0);
    limit_memory(work->memory);
    while (next_job(socket, &job)) {
        limit_time(work->seconds, allowed);
        arena_reset(arena); /* only now: after the last job the process ends sooner without */
        struct reply reply = work_do(arena, work, job);
        reply.is_last = is_used_up(allowed);
        if (!reply_send(socket, &reply) || reply.is_last)
            break;
    }
    _exit(0); /* not exit: what the first process has not yet written is not ours to write */
}
