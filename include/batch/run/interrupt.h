/* Being told to stop: by Ctrl-C, by `kill`, by a terminal that is closed. */
#ifndef COUNCILBRIEF_BATCH_RUN_INTERRUPT_H
#define COUNCILBRIEF_BATCH_RUN_INTERRUPT_H

#include <signal.h>

enum { STOPS = 3 }; /* signals that mean it */

struct interrupts {
    sigset_t watched, before;
    struct sigaction file_size, child, stops[STOPS];
};

/* Watches the signals that are not already ignored. Until interrupts_end, a file that grows past a
   limit is an error for its writer and not a signal. */
void interrupts_begin(struct interrupts *interrupts);

/* From here on signals wait: there is something to lose. */
void interrupts_hold(const struct interrupts *interrupts);

/* For a call that may wait for ever, such as one that prints: a signal ends it (EINTR) and then
   waits as before. interrupts_hold ends that. */
void interrupts_listen(const struct interrupts *interrupts);

/* There is nothing to lose: a signal ends the program where it is, even one that is waiting
   already. */
void interrupts_let_through(const struct interrupts *interrupts);

/* The signal that is waiting; 0: none. */
int interrupts_pending(const struct interrupts *interrupts);

/* Before something is printed after a signal: ends the program when nobody reads it. */
void interrupts_last_words(const struct interrupts *interrupts, int stream);

/* A signal that is waiting ends the program here, with the status that a shell expects. */
void interrupts_end(const struct interrupts *interrupts);

#endif
