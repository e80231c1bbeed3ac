/* Tells a crash from a limit that was reached, and both from a process that somebody killed. */
#include "death.h"

#include "base/limits.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

static void report_crash(struct diags *diags, const char *input, const char *how)
{
    struct diag *diag =
        diag_report_file(diags, E923, input, "the program crashed at this briefing (%s)", how);
    diag_hint(diags, diag,
              "please report it; with -j 0 and this specification alone, it says more");
}

static void report_killed(struct diags *diags, const char *input, int signal)
{
    struct diag *diag = diag_report_file(diags, E922, input,
                                         "the process that worked at this briefing was killed "
                                         "from outside (signal %d)",
                                         signal);
    diag_hint(diags, diag, "build it again; systems do so when the whole machine lacks memory");
}

static void report_late(struct diags *diags, const struct work *work, const char *input)
{
    struct diag *diag =
        diag_report_file(diags, E924, input,
                         "the briefing was not ready after %u seconds, most of them spent waiting",
                         (work->seconds + 1) * LIMIT_WORKER_PATIENCE);
    diag_hint(diags, diag, "see whether its files are on a disk that does not answer");
}

static void report_signal(struct diags *diags, const struct work *work, const char *input,
                          int signal)
{
    if (signal == SIGXCPU) {
        struct diag *diag = diag_report_file(
            diags, E921, input, "the briefing needs more than %u second%s of processor time",
            work->seconds, work->seconds == 1 ? "" : "s");
        diag_hint(diags, diag, "divide it, or allow more with --worker-seconds");
    } else if (signal == SIGKILL || signal == SIGTERM || signal == SIGINT || signal == SIGHUP) {
        report_killed(diags, input, signal);
    } else {
        report_crash(diags, input, strsignal(signal));
    }
}

static void report_memory(struct diags *diags, const struct work *work, const char *input)
{
    struct diag *diag = diag_report_file(
        diags, E920, input, "the briefing needs more than %u MiB of memory", work->memory);
    diag_hint(diags, diag, "divide it, or allow more with --worker-memory");
}

void death_report(struct diags *diags, const struct work *work, const struct pool_event *event)
{
    const char *input = work->jobs->items[event->job].input;
    if (event->late)
        report_late(diags, work, input);
    else if (WIFSIGNALED(event->status))
        report_signal(diags, work, input, WTERMSIG(event->status));
    else if (WEXITSTATUS(event->status) == EXIT_NO_MEMORY)
        report_memory(diags, work, input);
    else
        report_crash(diags, input, "it ended without an answer");
}
