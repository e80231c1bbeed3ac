/* Starting worker processes, giving them jobs, and hearing from them. */
#include "batch/run/worker.h"

#include "base/limits.h"
#include "batch/clock.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct worker {
    pid_t pid; /* 0: there is none */
    int socket;
    int output; /* the end from which what it prints is read */
    bool busy, late;
    size_t job;
    int64_t deadline;    /* by the clock; of one that is late: when it is given up */
    struct arena *arena; /* of the reply that is being received */
    struct buf received;
};

struct pool {
    const struct work *work;
    struct worker *workers;
    struct pollfd *polled; /* of the workers that are busy, without gaps */
    struct worker **heard; /* the worker of each of these */
    size_t count;          /* of workers, some of which may not be started */
    size_t most;  /* that may live at once: fewer than `count` after one could not be started */
    bool refused; /* not even one could be started */
};

struct pool *pool_new(struct arena *arena, const struct work *work, size_t count)
{
    struct pool *pool = ARENA_NEW(arena, struct pool);
    *pool = (struct pool){
        .work = work,
        .workers = ARENA_ARRAY(arena, struct worker, count),
        .polled = ARENA_ARRAY(arena, struct pollfd, count),
        .heard = ARENA_ARRAY(arena, struct worker *, count),
        .count = count,
        .most = count,
    };
    return pool;
}

/* ---- ending ---- */

/* How many milliseconds a process may take to end when asked to, and when killed. */
enum { LAST_PATIENCE = 5000, KILL_PATIENCE = 1000 };

/* False when it has not ended by then: not even the system can end one that waits for a lost
   disk. */
static bool reap(const struct worker *worker, int64_t until, int *status)
{
    for (;;) {
        pid_t pid = waitpid(worker->pid, status, WNOHANG);
        if (pid == worker->pid)
            return true;
        if ((pid < 0 && errno != EINTR) || clock_now() >= until)
            return false;
        clock_sleep(1);
    }
}

/* Ends a worker that nothing is expected from; one that was stopped (SIGSTOP) must be killed. */
static void forget(struct worker *worker, int64_t until)
{
    int status;
    if (worker->socket >= 0)
        close(worker->socket);
    if (!reap(worker, until, &status)) {
        kill(worker->pid, SIGKILL);
        reap(worker, clock_now() + KILL_PATIENCE, &status);
    }
    close(worker->output);
    arena_free(worker->arena);
    *worker = (struct worker){0};
}

/* ---- giving jobs ---- */

static size_t alive(const struct pool *pool)
{
    size_t count = 0;
    for (size_t i = 0; i < pool->count; i++)
        count += pool->workers[i].pid != 0;
    return count;
}

/* One at rest, or else one that is still to be started; NULL: all are busy. */
static struct worker *free_worker(const struct pool *pool)
{
    struct worker *unstarted = NULL;
    for (size_t i = 0; i < pool->count; i++) {
        if (pool->workers[i].pid && !pool->workers[i].busy)
            return &pool->workers[i];
        if (!pool->workers[i].pid && !unstarted)
            unstarted = &pool->workers[i];
    }
    return alive(pool) < pool->most ? unstarted : NULL;
}

bool pool_has_room(const struct pool *pool)
{
    return free_worker(pool) != NULL;
}

bool pool_busy(const struct pool *pool)
{
    for (size_t i = 0; i < pool->count; i++)
        if (pool->workers[i].busy)
            return true;
    return false;
}

/* A worker keeps no socket but its own: while it held another's, that would never seem closed. */
static _Noreturn void be_worker(const struct pool *pool, int ours, int theirs, int output,
                                const int *descriptors)
{
    for (size_t i = 0; i < PRODUCTS_MOST; i++)
        if (descriptors[i] >= 0)
            close(descriptors[i]); /* they come again, with the job */
    for (size_t i = 0; i < pool->count; i++)
        if (pool->workers[i].pid) {
            close(pool->workers[i].socket);
            close(pool->workers[i].output);
        }
    close(ours);
    dup2(output, STDERR_FILENO);
    close(output);
    worker_live(pool->work, theirs);
}

static void close_both(const int ends[2])
{
    int error = errno;
    close(ends[0]);
    close(ends[1]);
    errno = error;
}

/* Besides those for its workers, this process needs descriptors for files: to see what has
   changed, and to write the manifest. */
static bool has_spare(void)
{
    enum { SPARE = 10 };
    int spare[SPARE], count = 0;
    while (count < SPARE && (spare[count] = dup(STDERR_FILENO)) >= 0)
        count++;
    int error = errno;
    bool enough = count == SPARE;
    while (count > 0)
        close(spare[--count]);
    errno = error;
    return enough;
}

static bool start(struct pool *pool, struct worker *worker, const int *descriptors)
{
    int ends[2], output[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return false;
    if (!worker_output_open(output)) {
        close_both(ends);
        return false;
    }
    fflush(stdout); /* otherwise its buffer would be written twice */
    pid_t pid = fork();
    if (pid == 0)
        be_worker(pool, ends[0], ends[1], output[1], descriptors);
    if (pid < 0) {
        close_both(ends);
        close_both(output);
        return false;
    }
    close(ends[1]);
    close(output[1]);
    *worker = (struct worker){.pid = pid, .socket = ends[0], .output = output[0]};
    return true;
}

/* The first is worth waiting for, as nothing is built without it; the others are not. */
static bool start_patiently(struct pool *pool, struct worker *worker, const int *descriptors)
{
    enum { TRIES = 10, PAUSE = 50 /* milliseconds */ };
    size_t living = alive(pool);
    if (living) {
        if (has_spare() && start(pool, worker, descriptors))
            return true;
        pool->most = living;
        return false;
    }
    for (int i = 0; i < TRIES; i++) {
        if (start(pool, worker, descriptors))
            return true;
        if (pool->refused)
            break;
        int error = errno;
        clock_sleep(PAUSE);
        errno = error;
    }
    pool->refused = true;
    return false;
}

/* Does an error of a socket say that the process at its other end is no more? */
static bool is_gone(int error)
{
    return error == EPIPE || error == ECONNRESET;
}

/* False, with errno, for one that cannot be sent anything. A worker that died before its first job
   has that job all the same: what ended it is then found where replies are awaited, and reported as
   any other death is. One that died at rest has lost nothing, and another takes its place. */
static bool hand_over(const struct pool *pool, struct worker *worker, bool is_new, size_t job,
                      const int *descriptors)
{
    if (!is_new)
        worker_output_forget(worker->output);
    if (!job_send(worker->socket, job, descriptors) && !(is_new && is_gone(errno)))
        return false;
    worker->busy = true;
    worker->job = job;
    worker->arena = arena_new();
    worker->received = (struct buf){.arena = worker->arena};
    worker->deadline =
        clock_now() + ((int64_t)pool->work->seconds + 1) * 1000 * LIMIT_WORKER_PATIENCE;
    return true;
}

bool pool_give(struct pool *pool, size_t job, const int *descriptors)
{
    struct worker *worker;
    while ((worker = free_worker(pool))) {
        bool is_new = !worker->pid;
        if (is_new && !start_patiently(pool, worker, descriptors))
            return false;
        if (hand_over(pool, worker, is_new, job, descriptors))
            return true;
        int error = errno;
        kill(worker->pid, SIGKILL); /* it died at rest, or cannot be sent anything */
        forget(worker, clock_now() + LAST_PATIENCE);
        errno = error;
        if (is_new)
            return false;
    }
    return false;
}

/* ---- hearing from them ---- */

/* Of all children that have ended. */
static int64_t processor_milliseconds(void)
{
    struct rusage used;
    if (getrusage(RUSAGE_CHILDREN, &used) != 0)
        return 0;
    return ((int64_t)used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 +
           ((int64_t)used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
}

/* A worker that has still not ended is left to the system, and counts as late. */
static void take_death(struct worker *worker, struct pool_event *event, int64_t until)
{
    int64_t before = processor_milliseconds();
    int status = 0;
    close(worker->socket);
    bool ended = reap(worker, until, &status);
    if (!ended)
        kill(worker->pid, SIGKILL);
    *event = (struct pool_event){.arena = NULL};
    event->death.job = worker->job;
    event->death.status = status;
    event->death.late = worker->late || !ended;
    event->death.worked = processor_milliseconds() - before;
    worker_output_read(worker->output, &event->death.printed);
    close(worker->output);
    arena_free(worker->arena);
    *worker = (struct worker){0};
}

/* A worker whose reply is its last ends at once; a new one takes its place. */
static void take_result(struct worker *worker, struct pool_event *event,
                        const struct result *result)
{
    *event = (struct pool_event){.arena = worker->arena, .result = *result};
    worker->busy = false;
    worker->arena = NULL;
    if (result->reply.is_last)
        forget(worker, clock_now() + LAST_PATIENCE);
}

/* Reads what has arrived. True when that completes an event. */
static bool receive(struct worker *worker, struct pool_event *event)
{
    char block[16 << 10];
    ssize_t got = recv(worker->socket, block, sizeof block, MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK))
        return false;
    if (got <= 0) {
        take_death(worker, event, clock_now() + LAST_PATIENCE);
        return true;
    }
    struct result result;
    buf_add(&worker->received, (struct str){block, (size_t)got});
    if (!result_parse(buf_str(&worker->received), &result))
        return false;
    take_result(worker, event, &result);
    return true;
}

/* A limit of processor time does not stop a worker that waits for ever, for a file on a lost disk.
   True, with an event, for one that has not ended even after being killed. */
static bool kill_late(struct pool *pool, struct pool_event *event)
{
    int64_t now = clock_now();
    for (size_t i = 0; i < pool->count; i++) {
        struct worker *worker = &pool->workers[i];
        if (!worker->busy || now < worker->deadline)
            continue;
        if (worker->late) {
            take_death(worker, event, now);
            return true;
        }
        worker->late = true;
        worker->deadline = now + LAST_PATIENCE;
        kill(worker->pid, SIGKILL);
    }
    return false;
}

/* Finds the busy workers that may have sent something; returns how many to look at. Where the
   system cannot say, all are looked at, which never waits. */
static size_t listen_to(struct pool *pool, int milliseconds)
{
    size_t count = 0;
    for (size_t i = 0; i < pool->count; i++) {
        if (!pool->workers[i].busy)
            continue;
        pool->heard[count] = &pool->workers[i];
        pool->polled[count++] = (struct pollfd){pool->workers[i].socket, POLLIN, 0};
    }
    int ready = poll(pool->polled, (nfds_t)count, milliseconds);
    if (ready >= 0 || errno == EINTR)
        return ready > 0 ? count : 0;
    clock_sleep(milliseconds);
    for (size_t i = 0; i < count; i++)
        pool->polled[i].revents = POLLIN;
    return count;
}

bool pool_wait(struct pool *pool, int milliseconds, struct pool_event *event)
{
    if (kill_late(pool, event))
        return true;
    size_t count = listen_to(pool, milliseconds);
    for (size_t i = 0; i < count; i++)
        if (pool->polled[i].revents && receive(pool->heard[i], event))
            return true;
    return false;
}

/* ---- the end ---- */

void pool_dismiss(struct pool *pool)
{
    int64_t until = clock_now() + LAST_PATIENCE;
    for (size_t i = 0; i < pool->count; i++) {
        struct worker *worker = &pool->workers[i];
        if (!worker->pid)
            continue;
        if (worker->busy)
            kill(worker->pid, SIGKILL);
        close(worker->socket);
        worker->socket = -1;
    }
    for (size_t i = 0; i < pool->count; i++)
        if (pool->workers[i].busy)
            forget(&pool->workers[i], until);
}

void pool_end(struct pool *pool)
{
    int64_t until = clock_now() + LAST_PATIENCE;
    for (size_t i = 0; i < pool->count; i++)
        if (pool->workers[i].pid)
            forget(&pool->workers[i], until);
}
