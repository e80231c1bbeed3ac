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

/* What a worker is sent: the job, and for which products a descriptor comes with it. */
struct order {
    size_t job;
    unsigned outputs;
};

/* What goes before the texts. */
struct result_head {
    size_t job, warnings;
    enum job_result result;
    bool is_last;
    int errors[PRODUCTS_MOST];
    size_t lens[REPLY_TEXTS];
};

/* The system is short of memory for messages: worth waiting a little, as otherwise the job is
   lost. */
static bool may_pass(int error, int *tries)
{
    enum { TRIES = 40, PAUSE = 25 /* milliseconds */ };
    if (error == EINTR)
        return true;
    bool is_short = error == ENOBUFS || error == ENOMEM || error == EAGAIN || error == ETOOMANYREFS;
    if (!is_short || ++*tries > TRIES)
        return false;
    clock_sleep(PAUSE);
    return true;
}

static bool socket_send(int socket, const void *bytes, size_t len)
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

/* Room for as many descriptors as may go with an order. */
union passing {
    struct cmsghdr head; /* aligns it */
    char bytes[CMSG_SPACE(PRODUCTS_MOST * sizeof(int))];
};

static void add_descriptors(struct msghdr *message, union passing *passing, const int *passed,
                            size_t count)
{
    memset(passing, 0, sizeof *passing);
    message->msg_control = passing->bytes;
    message->msg_controllen = CMSG_SPACE(count * sizeof *passed);
    struct cmsghdr *head = CMSG_FIRSTHDR(message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(count * sizeof *passed);
    memcpy(CMSG_DATA(head), passed, count * sizeof *passed);
}

/* In one piece: nothing of an order has been read before it is written. */
static bool send_with(int socket, const struct order *order, const int *passed, size_t count)
{
    struct order copy = *order;
    struct iovec part = {&copy, sizeof copy};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    union passing passing;
    int tries = 0;
    ssize_t sent;
    if (count)
        add_descriptors(&message, &passing, passed, count);
    do
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && may_pass(errno, &tries));
    return sent == (ssize_t)sizeof copy;
}

bool job_send(int socket, size_t job, const int *descriptors)
{
    struct order order = {.job = job};
    int passed[PRODUCTS_MOST];
    size_t count = 0;
    for (size_t i = 0; i < PRODUCTS_MOST; i++)
        if (descriptors[i] >= 0) {
            order.outputs |= 1u << i;
            passed[count++] = descriptors[i];
        }
    return send_with(socket, &order, passed, count);
}

static bool result_send(int socket, const struct result *result)
{
    struct result_head head;
    const struct reply *reply = &result->reply;
    memset(&head, 0, sizeof head);
    head.job = reply->job;
    head.warnings = reply->warnings;
    head.result = reply->result;
    head.is_last = reply->is_last;
    memcpy(head.errors, result->errors, sizeof head.errors);
    for (int i = 0; i < REPLY_TEXTS; i++)
        head.lens[i] = reply->texts[i].len;
    bool sent = socket_send(socket, &head, sizeof head);
    for (int i = 0; i < REPLY_TEXTS && sent; i++)
        sent = socket_send(socket, reply->texts[i].at, reply->texts[i].len);
    return sent;
}

bool result_parse(struct str received, struct result *result)
{
    struct result_head head;
    if (received.len < sizeof head)
        return false;
    memcpy(&head, received.at, sizeof head);
    size_t end = sizeof head;
    for (int i = 0; i < REPLY_TEXTS; i++)
        end += head.lens[i];
    if (received.len < end)
        return false;
    result->reply = (struct reply){
        .job = head.job, .result = head.result, .is_last = head.is_last, .warnings = head.warnings};
    memcpy(result->errors, head.errors, sizeof head.errors);
    size_t at = sizeof head;
    for (int i = 0; i < REPLY_TEXTS; at += head.lens[i], i++)
        result->reply.texts[i] = str_part(received, at, at + head.lens[i]);
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

/* The descriptors that came with an order, each at its product. */
static void take_descriptors(const struct order *order, struct msghdr *message, int *descriptors)
{
    struct cmsghdr *head = CMSG_FIRSTHDR(message);
    size_t count = 0, next = 0;
    int passed[PRODUCTS_MOST];
    if (head && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS)
        count = (head->cmsg_len - CMSG_LEN(0)) / sizeof *passed;
    if (count)
        memcpy(passed, CMSG_DATA(head), count * sizeof *passed);
    for (size_t i = 0; i < PRODUCTS_MOST; i++)
        descriptors[i] = order->outputs >> i & 1 && next < count ? passed[next++] : -1;
}

/* False when no more jobs will come. */
static bool next_job(int socket, size_t *job, int *descriptors)
{
    struct order order;
    struct iovec part = {&order, sizeof order};
    union passing passing;
    struct msghdr message = {.msg_iov = &part,
                             .msg_iovlen = 1,
                             .msg_control = passing.bytes,
                             .msg_controllen = sizeof passing.bytes};
    ssize_t got;
    do
        got = recvmsg(socket, &message, MSG_WAITALL);
    while (got < 0 && errno == EINTR);
    if (got != (ssize_t)sizeof order)
        return false;
    *job = order.job;
    take_descriptors(&order, &message, descriptors);
    return true;
}

const char worker_last_words[] = "councilbrief: what was made cannot be passed on\n";

/* Without memory for messages it can still print. With the first process gone, nobody listens. */
static _Noreturn void end_unheard(int error)
{
    if (error == EPIPE || error == ECONNRESET)
        _exit(0);
    ssize_t written = write(STDERR_FILENO, worker_last_words, strlen(worker_last_words));
    (void)written;
    _exit(EXIT_UNHEARD);
}

_Noreturn void worker_live(const struct work *work, int socket)
{
    size_t job;
    int descriptors[PRODUCTS_MOST];
    struct arena *arena = arena_new();
    const rlim_t allowed = worker_allowed(RLIMIT_CPU);
    set_signals();
    limit(RLIMIT_CORE, 0);
    limit_memory(work->memory);
    while (next_job(socket, &job, descriptors)) {
        limit_time(work->seconds, allowed);
        arena_reset(arena); /* only now: after the last job, the process ends sooner without it */
        struct result result = {.reply = work_do(arena, work, job)};
        work_fill(&result.reply, descriptors, result.errors);
        result.reply.is_last = is_used_up(allowed);
        if (!result_send(socket, &result))
            end_unheard(errno);
        if (result.reply.is_last)
            break;
    }
    _exit(0); /* not exit: what the first process had not yet written is not ours to write */
}
