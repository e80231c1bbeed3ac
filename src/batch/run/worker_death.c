/* Keeps what a worker prints until it is known whether it dies of it; tells a crash from a limit
   that was reached, and both from a process that somebody killed. */
#include "batch/run/worker.h"

#include "base/limits.h"
#include "batch/batch_codes.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- what it prints ---- */

enum { LINES = 24, COLUMNS = 160 };

static bool prepare(int end)
{
    return fcntl(end, F_SETFD, FD_CLOEXEC) == 0 && fcntl(end, F_SETFL, O_NONBLOCK) == 0;
}

bool worker_output_open(int ends[2])
{
    if (pipe(ends) != 0)
        return false;
    if (prepare(ends[0]) && prepare(ends[1]))
        return true;
    int error = errno;
    close(ends[0]);
    close(ends[1]);
    errno = error;
    return false;
}

/* Reads at most `room` bytes; 0 when there is nothing more. */
static size_t read_some(int end, char *into, size_t room)
{
    ssize_t got;
    do
        got = read(end, into, room);
    while (got < 0 && errno == EINTR);
    return got > 0 ? (size_t)got : 0;
}

void worker_output_forget(int end)
{
    char block[4096];
    while (read_some(end, block, sizeof block))
        continue;
}

void worker_output_read(int end, struct worker_output *output)
{
    size_t got;
    output->len = 0;
    while (output->len < sizeof output->text &&
           (got = read_some(end, output->text + output->len, sizeof output->text - output->len)))
        output->len += got;
    worker_output_forget(end);
}

/* Adds the first lines as notes, with `?` for what is no plain text. */
static void worker_output_note(struct diags *diags, struct diag *diag,
                               const struct worker_output *output)
{
    struct str text = {output->text, output->len};
    int lines = 0;
    for (size_t at = 0, end; at < text.len; at = end + 1) {
        end = str_find(text, '\n', at);
        struct str line = str_trim(str_part(text, at, end));
        if (!line.len)
            continue;
        if (lines++ == LINES) {
            diag_note(diags, diag, (struct span){0}, "it printed more");
            return;
        }
        diag_note(diags, diag, (struct span){0}, "it printed: " STR_FMT "%s",
                  STR_ARG(str_part(line, 0, COLUMNS)), line.len > COLUMNS ? "..." : "");
    }
}

/* ---- its end ---- */

static struct diag *report_crash(struct diags *diags, const char *input, struct str how)
{
    struct diag *diag = diag_report_file(
        diags, &E923, input, "the program crashed at this briefing (" STR_FMT ")", STR_ARG(how));
    diag_hint(diags, diag, "please report it, with this specification");
    return diag;
}

static struct diag *report_killed(struct diags *diags, const char *input, int signal)
{
    struct diag *diag = diag_report_file(diags, &E922, input,
                                         "the process that worked at this briefing was killed "
                                         "from outside (signal %d)",
                                         signal);
    diag_hint(diags, diag, "build it again; systems do so when the whole machine lacks memory");
    return diag;
}

static struct diag *report_late(struct diags *diags, const struct work *work, const char *input)
{
    struct diag *diag =
        diag_report_file(diags, &E924, input,
                         "the briefing was not ready after %u seconds, most of them spent waiting",
                         (work->seconds + 1) * LIMIT_WORKER_PATIENCE);
    diag_hint(diags, diag, "see whether its files are on a disk that does not answer");
    return diag;
}

static struct diag *report_time(struct diags *diags, const struct work *work, const char *input)
{
    struct diag *diag = diag_report_file(
        diags, &E921, input, "the briefing needs more than %u second%s of processor time",
        work->seconds, work->seconds == 1 ? "" : "s");
    diag_hint(diags, diag, "divide it, or allow more with --worker-seconds");
    return diag;
}

static struct diag *report_memory(struct diags *diags, const struct work *work, const char *input)
{
    struct diag *diag = diag_report_file(
        diags, &E920, input, "the briefing needs more than %u MiB of memory", work->memory);
    diag_hint(diags, diag, "divide it, or allow more with --worker-memory");
    return diag;
}

/* Anyone can send the signal of a time limit; only a worker that worked for so long has reached
   it. */
static bool reached_time(const struct work *work, const struct worker_death *death)
{
    return WTERMSIG(death->status) == SIGXCPU && death->worked >= (int64_t)work->seconds * 1000;
}

static bool was_killed(int signal)
{
    return signal == SIGKILL || signal == SIGTERM || signal == SIGINT || signal == SIGHUP ||
           signal == SIGXCPU;
}

static struct diag *report_allowed(struct diags *diags, const char *input, const char *what,
                                   const char *option)
{
    struct diag *diag = diag_report_file(
        diags, &E933, input,
        "the briefing needs more than the %s that whoever started councilbrief allows it", what);
    diag_hint(diags, diag, "raise that limit (`ulimit %s` in a shell), or divide the briefing",
              option);
    return diag;
}

static struct diag *report_no_memory(struct diags *diags, const struct work *work,
                                     const char *input)
{
    rlim_t allowed = worker_allowed(RLIMIT_AS);
    if (allowed == RLIM_INFINITY || allowed >= (rlim_t)work->memory << 20)
        return report_memory(diags, work, input);
    const char *what =
        str_format(diags->arena, "%llu KiB of memory", (unsigned long long)allowed / 1024).at;
    return report_allowed(diags, input, what, "-v");
}

/* The system sends one signal a second before the end of what the caller allows, and the other at
   its end. Its clock for limits counts ticks, and on a busy machine runs ahead of `worked`. */
static bool reached_allowed(const struct worker_death *death, rlim_t allowed)
{
    int signal = WTERMSIG(death->status);
    int64_t before_end = signal == SIGXCPU ? 1200 : signal == SIGKILL ? 200 : 0;
    before_end += before_end ? (int64_t)(allowed < 3600 ? allowed : 3600) * 250 : 0;
    return allowed != RLIM_INFINITY && before_end &&
           death->worked + before_end >= (int64_t)allowed * 1000;
}

static struct diag *report_signal(struct diags *diags, const struct work *work,
                                  const struct worker_death *death, const char *input)
{
    int signal = WTERMSIG(death->status);
    rlim_t allowed = worker_allowed(RLIMIT_CPU);
    if (reached_allowed(death, allowed))
        return report_allowed(diags, input,
                              str_format(diags->arena, "%llu second%s of processor time",
                                         (unsigned long long)allowed, allowed == 1 ? "" : "s")
                                  .at,
                              "-t");
    if (reached_time(work, death))
        return report_time(diags, work, input);
    if (was_killed(signal))
        return report_killed(diags, input, signal);
    return report_crash(diags, input, str_from(strsignal(signal)));
}

static struct diag *report_unheard(struct diags *diags, const char *input)
{
    struct diag *diag = diag_report_file(
        diags, &E350, input, "the briefing was made, and the system had no memory to pass it on");
    diag_hint(diags, diag, "build it again, or with fewer at a time (-j 1)");
    return diag;
}

/* Any library may end a process with the same status; only our own exit says why. */
static bool ended_with(const struct worker_death *death, int status, const char *words)
{
    struct str printed = {death->printed.text, death->printed.len};
    return WEXITSTATUS(death->status) == status && str_ends(printed, words);
}

static struct diag *report(struct diags *diags, const struct work *work,
                           const struct worker_death *death)
{
    const char *input = work->jobs->items[death->job].inputs->path;
    if (death->late)
        return report_late(diags, work, input);
    if (WIFSIGNALED(death->status))
        return report_signal(diags, work, death, input);
    if (ended_with(death, EXIT_NO_MEMORY, arena_last_words))
        return report_no_memory(diags, work, input);
    if (ended_with(death, EXIT_UNHEARD, worker_last_words))
        return report_unheard(diags, input);
    return report_crash(diags, input,
                        str_format(diags->arena, "it ended with status %d and no answer",
                                   WEXITSTATUS(death->status)));
}

void worker_death_report(struct diags *diags, const struct work *work,
                         const struct worker_death *death)
{
    struct diag *diag = report(diags, work, death);
    if (diag->code != &E920 && diag->code != &E933 && diag->code != &E350)
        worker_output_note(diags, diag, &death->printed);
}
