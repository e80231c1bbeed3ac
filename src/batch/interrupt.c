/* Signals are held back and looked for between two jobs: nothing ever runs at a bad moment. */
#include "batch/interrupt.h"

#include <stddef.h>

static const int stops[] = {SIGINT, SIGTERM, SIGHUP};

enum { STOPS = sizeof stops / sizeof *stops };

/* nohup and shells ignore signals for a program; what is ignored must stay so. */
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
    sigprocmask(SIG_BLOCK, &interrupts->watched, &interrupts->before);
    const struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGXFSZ, &ignore, &interrupts->file_size);
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

void interrupts_end(const struct interrupts *interrupts)
{
    sigaction(SIGXFSZ, &interrupts->file_size, NULL);
    sigprocmask(SIG_SETMASK, &interrupts->before, NULL);
}
