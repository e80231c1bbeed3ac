/* Being told to stop: by Ctrl-C, by `kill`, by a terminal that is closed. */
#ifndef COUNCILBRIEF_BATCH_INTERRUPT_H
#define COUNCILBRIEF_BATCH_INTERRUPT_H

#include <signal.h>

struct interrupts {
    sigset_t watched, before;
    struct sigaction file_size;
};

/* From here on those signals wait until interrupts_end, but for any that were ignored already. A
   file that grows past a limit is an error of its writer and no signal either. */
void interrupts_begin(struct interrupts *interrupts);

/* The signal that waits; 0: none. */
int interrupts_pending(const struct interrupts *interrupts);

/* A signal that waits ends the program here, with the status that a shell expects. */
void interrupts_end(const struct interrupts *interrupts);

#endif
