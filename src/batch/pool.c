/* Starting worker processes, giving them jobs, and hearing from them. */
#include "batch/pool.h"

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
    int said; /* the end from which what it prints is read */
    bool busy, late;
    size_t job;
    int64_t deadline;    /* by the clock */
    struct arena *arena; /* of the reply that is being received */
    struct buf received;
};

struct pool {
    const struct work *work;
    struct worker *workers;
    struct pollfd *polled; /* by worker */
    size_t count;
};

struct pool *pool_new(struct arena *arena, const struct work *work, size_t count)
{
    struct pool *pool = ARENA_NEW(arena, struct pool);
    *pool = (struct pool){work, ARENA_ARRAY(arena, struct worker, count),
                          ARENA_ARRAY(arena, struct pollfd, count), count};
    return pool;
}

/* ---- giving jobs ---- */

/* One at rest, rather than one that is still to be started; NULL: all are at work. */
static struct worker *free_worker(const struct pool *pool)
{
    struct worker *unstarted = NULL;
    for (size_t i = 0; i < pool->count; i++) {
        if (pool->workers[i].pid && !pool->workers[i].busy)
            return &pool->workers[i];
        if (!pool->workers[i].pid && !unstarted)
            unstarted = &pool->workers[i];
    }
    return unstarted;
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

/* A worker holds no socket but its own: a brother's would never seem to end. */
static _Noreturn void be_worker(const struct pool *pool, int ours, int theirs, int said)
{
    for (size_t i = 0; i < pool->count; i++)
        if (pool->workers[i].pid) {
            close(pool->workers[i].socket);
            close(pool->workers[i].said);
        }
    close(ours);
    dup2(said, STDERR_FILENO);
    worker_live(pool->work, theirs);
}

static void close_both(const int ends[2])
{
    int error = errno;
    close(ends[0]);
    close(ends[1]);
    errno = error;
}

static bool start(struct pool *pool, struct worker *worker)
{
    int ends[2], said[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return false;
    if (!said_open(said)) {
        close_both(ends);
        return false;
    }
    fflush(stdout); /* else what stands there would be written twice */
    pid_t pid = fork();
    if (pid == 0)
        be_worker(pool, ends[0], ends[1], said[1]);
    if (pid < 0) {
        close_both(ends);
        close_both(said);
        return false;
    }
    close(ends[1]);
    close(said[1]);
    *worker = (struct worker){.pid = pid, .socket = ends[0], .said = said[0]};
    return true;
}

bool pool_give(struct pool *pool, size_t job)
{
    struct worker *worker = free_worker(pool);
    if (!worker->pid && !start(pool, worker))
        return false;
    worker->busy = true;
    worker->job = job;
    worker->arena = arena_new();
    worker->received = (struct buf){.arena = worker->arena};
    worker->deadline =
        clock_now() + ((int64_t)pool->work->seconds + 1) * 1000 * LIMIT_WORKER_PATIENCE;
    said_forget(worker->said);
    /* One that died at rest is found out when its answer is waited for. */
    socket_send(worker->socket, &job, sizeof job);
    return true;
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

static int reap(const struct worker *worker)
{
    int status = 0;
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

static void take_death(struct worker *worker, struct pool_event *event)
{
    int64_t before = processor_milliseconds();
    close(worker->socket);
    *event = (struct pool_event){.job = worker->job, .status = reap(worker), .late = worker->late};
    event->worked = processor_milliseconds() - before;
    said_read(worker->said, &event->said);
    close(worker->said);
    arena_free(worker->arena);
    *worker = (struct worker){0};
}

static void take_reply(struct worker *worker, struct pool_event *event, const struct reply *reply)
{
    *event = (struct pool_event){.job = worker->job, .arena = worker->arena, .reply = *reply};
    worker->busy = false;
    worker->arena = NULL;
}

/* Reads what is there. True when that makes an event. */
static bool receive(struct worker *worker, struct pool_event *event)
{
    char block[16 << 10];
    ssize_t got = recv(worker->socket, block, sizeof block, MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK))
        return false;
    if (got <= 0) {
        take_death(worker, event);
        return true;
    }
    struct reply reply;
    buf_add(&worker->received, (struct str){block, (size_t)got});
    if (!reply_parse(buf_str(&worker->received), &reply))
        return false;
    take_reply(worker, event, &reply);
    return true;
}

/* A limit of processor time does not see a worker that waits for ever, for a file on a lost disk.
 */
static void kill_late(struct pool *pool)
{
    int64_t now = clock_now();
    for (size_t i = 0; i < pool->count; i++) {
        struct worker *worker = &pool->workers[i];
        if (!worker->busy || worker->late || now < worker->deadline)
            continue;
        worker->late = true;
        kill(worker->pid, SIGKILL);
    }
}

bool pool_wait(struct pool *pool, int milliseconds, struct pool_event *event)
{
    kill_late(pool);
    for (size_t i = 0; i < pool->count; i++) {
        const struct worker *worker = &pool->workers[i];
        pool->polled[i] = (struct pollfd){worker->busy ? worker->socket : -1, POLLIN, 0};
    }
    if (poll(pool->polled, (nfds_t)pool->count, milliseconds) <= 0)
        return false;
    for (size_t i = 0; i < pool->count; i++)
        if (pool->polled[i].revents && receive(&pool->workers[i], event))
            return true;
    return false;
}

/* ---- the end ---- */

static void forget(struct worker *worker)
{
    reap(worker);
    close(worker->said);
    arena_free(worker->arena);
    *worker = (struct worker){0};
}

void pool_dismiss(struct pool *pool)
{
    for (size_t i = 0; i < pool->count; i++) {
        struct worker *worker = &pool->workers[i];
        if (!worker->pid)
            continue;
        if (worker->busy)
            kill(worker->pid, SIGKILL);
        close(worker->socket);
        if (worker->busy)
            forget(worker);
    }
}

void pool_end(struct pool *pool)
{
    for (size_t i = 0; i < pool->count; i++)
        if (pool->workers[i].pid)
            forget(&pool->workers[i]);
}
