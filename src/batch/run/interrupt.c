/* Signals are held back and looked for between two jobs: nothing ever runs at a bad moment. */
#define _GNU_SOURCE /* ucontext_t: which signals are held back where the program resumes */

#include "batch/run/interrupt.h"

#include <poll.h>
#include <stddef.h>
#include <ucontext.h>
#include <unistd.h>

static const int stops[] = {SIGINT, SIGTERM, SIGHUP};

/* nohup and shells make a program ignore signals; those must stay ignored. */
static int is_ignored(int signal)
{
    struct sigaction action;
    return sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void interrupts_begin(struct interrupts *interrupts)
{
    sigemptyset(&interrupts->watched);
    for (int i = 0; i < STOPS; i++)
        if (!is_ignored(stops[i]))
            sigaddset(&interrupts->watched, stops[i]);
    sigprocmask(SIG_BLOCK, NULL, &interrupts->before);
    for (int i = 0; i < STOPS; i++)
        sigaction(stops[i], NULL, &interrupts->stops[i]);
    const struct sigaction ignore = {.sa_handler = SIG_IGN}, usual = {.sa_handler = SIG_DFL};
    sigaction(SIGXFSZ, &ignore, &interrupts->file_size);
    sigaction(SIGCHLD, &usual, &interrupts->child); /* else no child can be waited for */
}

/* Ends a call that waits, and holds the signal back again, to be found where it is looked for. */
static void put_off(int signal, siginfo_t *info, void *context)
{
    (void)info;
    ucontext_t *interrupted = context;
    sigaddset(&interrupted->uc_sigmask, signal);
    kill(getpid(), signal);
}

void interrupts_hold(const struct interrupts *interrupts)
{
    sigprocmask(SIG_BLOCK, &interrupts->watched, NULL);
    struct sigaction action = {.sa_flags = SA_SIGINFO};
    action.sa_sigaction = put_off;
    for (int i = 0; i < STOPS; i++)
        if (sigismember(&interrupts->watched, stops[i]) == 1)
            sigaction(stops[i], &action, NULL);
}

void interrupts_listen(const struct interrupts *interrupts)
{
    if (!interrupts_pending(interrupts))
        sigprocmask(SIG_SETMASK, &interrupts->before, NULL);
}

void interrupts_let_through(const struct interrupts *interrupts)
{
    for (int i = 0; i < STOPS; i++)
        sigaction(stops[i], &interrupts->stops[i], NULL);
    sigprocmask(SIG_SETMASK, &interrupts->before, NULL);
}

int interrupts_pending(const struct interrupts *interrupts)
{
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    for (int i = 0; i < STOPS; i++)
        if (sigismember(&pending, stops[i]) && sigismember(&interrupts->watched, stops[i]))
            return stops[i];
    return 0;
}

void interrupts_last_words(const struct interrupts *interrupts, int stream)
{
    enum { PATIENCE = 1000 /* milliseconds */ };
    struct pollfd place = {stream, POLLOUT, 0};
    if (interrupts_pending(interrupts) && poll(&place, 1, PATIENCE) <= 0)
        interrupts_let_through(interrupts);
}

void interrupts_end(const struct interrupts *interrupts)
{
    sigaction(SIGXFSZ, &interrupts->file_size, NULL);
    sigaction(SIGCHLD, &interrupts->child, NULL);
    interrupts_let_through(interrupts);
}
