/* Tells a crash from a limit that was reached, and both from a process that somebody killed. */
#include "batch/workers/death.h"

#include "base/limits.h"
#include "batch/batch_codes.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

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

/* Anyone can send the signal of a limit of time; only who worked so long has reached it. */
static bool reached_time(const struct work *work, const struct pool_event *event)
{
    return WTERMSIG(event->status) == SIGXCPU && event->worked >= (int64_t)work->seconds * 1000;
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
static bool reached_allowed(const struct pool_event *event, rlim_t allowed)
{
    int signal = WTERMSIG(event->status);
    int64_t before_end = signal == SIGXCPU ? 1200 : signal == SIGKILL ? 200 : 0;
    before_end += before_end ? (int64_t)(allowed < 3600 ? allowed : 3600) * 250 : 0;
    return allowed != RLIM_INFINITY && before_end &&
           event->worked + before_end >= (int64_t)allowed * 1000;
}

static struct diag *report_signal(struct diags *diags, const struct work *work,
                                  const struct pool_event *event, const char *input)
{
    int signal = WTERMSIG(event->status);
    rlim_t allowed = worker_allowed(RLIMIT_CPU);
    if (reached_allowed(event, allowed))
        return report_allowed(diags, input,
                              str_format(diags->arena, "%llu second%s of processor time",
                                         (unsigned long long)allowed, allowed == 1 ? "" : "s")
                                  .at,
                              "-t");
    if (reached_time(work, event))
        return report_time(diags, work, input);
    if (was_killed(signal))
        return report_killed(diags, input, signal);
    return report_crash(diags, input, str_from(strsignal(signal)));
}

/* Any library may end a process with the same status; ours says why. */
static bool lacked_memory(const struct pool_event *event)
{
    struct str said = {event->said.text, event->said.len};
    return WEXITSTATUS(event->status) == EXIT_NO_MEMORY && str_ends(said, arena_last_words);
}

static struct diag *report(struct diags *diags, const struct work *work,
                           const struct pool_event *event)
{
    const char *input = work->jobs->items[event->job].inputs->path;
    if (event->late)
        return report_late(diags, work, input);
    if (WIFSIGNALED(event->status))
        return report_signal(diags, work, event, input);
    if (lacked_memory(event))
        return report_no_memory(diags, work, input);
    return report_crash(diags, input,
                        str_format(diags->arena, "it ended with status %d and no answer",
                                   WEXITSTATUS(event->status)));
}

void death_report(struct diags *diags, const struct work *work, const struct pool_event *event)
{
    struct diag *diag = report(diags, work, event);
    if (diag->code != &E920 && diag->code != &E933)
        said_note(diags, diag, &event->said);
}
