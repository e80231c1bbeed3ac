/* A worker process: its limits, and one job after another, with a reply for each through a socket
   to the process that started this one. Both are the same program, so numbers go as they are in
   memory. */
#include "batch/run/worker.h"

#include "batch/clock.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

/* ---- through the socket ---- */

/* What goes before the texts. */
struct reply_head {
    size_t job, warnings;
    enum job_result result;
    bool is_last;
    size_t lens[REPLY_TEXTS];
};

/* The system is short of memory for messages: worth waiting a little, as otherwise the job is
   lost. */
static bool may_pass(int error, int *tries)
{
    enum { TRIES = 40, PAUSE = 25 /* milliseconds */ };
    if (error == EINTR)
        return true;
    if ((error != ENOBUFS && error != ENOMEM && error != EAGAIN) || ++*tries > TRIES)
        return false;
    clock_sleep(PAUSE);
    return true;
}

bool socket_send(int socket, const void *bytes, size_t len)
{
    const char *at = bytes;
    int tries = 0;
    for (size_t done = 0; done < len;) {
        ssize_t sent = send(socket, at + done, len - done, MSG_NOSIGNAL);
        if (sent < 0 && may_pass(errno, &tries))
            continue;
        if (sent <= 0)
            return false;
        done += (size_t)sent;
    }
    return true;
}

bool reply_send(int socket, const struct reply *reply)
{
    struct reply_head head;
    memset(&head, 0, sizeof head);
    head.job = reply->job;
    head.warnings = reply->warnings;
    head.result = reply->result;
    head.is_last = reply->is_last;
    for (int i = 0; i < REPLY_TEXTS; i++)
        head.lens[i] = reply->texts[i].len;
    bool sent = socket_send(socket, &head, sizeof head);
    for (int i = 0; i < REPLY_TEXTS && sent; i++)
        sent = socket_send(socket, reply->texts[i].at, reply->texts[i].len);
    return sent;
}

bool reply_parse(struct str received, struct reply *reply)
{
    struct reply_head head;
    if (received.len < sizeof head)
        return false;
    memcpy(&head, received.at, sizeof head);
    size_t end = sizeof head;
    for (int i = 0; i < REPLY_TEXTS; i++)
        end += head.lens[i];
    if (received.len < end)
        return false;
    *reply = (struct reply){
        .job = head.job, .result = head.result, .is_last = head.is_last, .warnings = head.warnings};
    size_t at = sizeof head;
    for (int i = 0; i < REPLY_TEXTS; at += head.lens[i], i++)
        reply->texts[i] = str_part(received, at, at + head.lens[i]);
    return true;
}

/* ---- limits ---- */

rlim_t worker_allowed(int resource)
{
    struct rlimit limits;
    if (getrlimit(resource, &limits) != 0)
        return RLIM_INFINITY;
    return limits.rlim_cur < limits.rlim_max ? limits.rlim_cur : limits.rlim_max;
}

/* Sets a limit, to at most what the caller allows. */
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

/* The limit counts all the time since the process began, so each job moves it on. */
static void limit_time(unsigned seconds, rlim_t allowed)
{
    rlim_t most = seconds_worked() + (rlim_t)seconds + 1;
    limit(RLIMIT_CPU, allowed < most ? allowed : most);
}

/* What the caller allows cannot be moved on: a new process takes over before much of it is used. */
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

/* The sanitizers' shadow memory is larger than any limit. */
static void limit_memory(unsigned mib)
{
#ifndef ARENA_DEBUG
    rlim_t most = (rlim_t)mib << 20, allowed = worker_allowed(RLIMIT_AS);
    limit(RLIMIT_AS, allowed < most ? allowed : most);
#else
    (void)mib;
#endif
}

/* Ctrl-C reaches every process of a terminal, and the first process decides what it means; a
   worker that alone is sent SIGTERM ends, and it ends with the first process even if that is
   killed. */
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

/* ---- one job after another ---- */

/* False when no more jobs will come. */
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
        arena_reset(arena); /* only now: after the last job, the process ends sooner without it */
        struct reply reply = work_do(arena, work, job);
        reply.is_last = is_used_up(allowed);
        if (!reply_send(socket, &reply) || reply.is_last)
            break;
    }
    _exit(0); /* not exit: what the first process had not yet written is not ours to write */
}
