/* One run at a time for each output folder. */
#ifndef COUNCILBRIEF_BATCH_LOCK_H
#define COUNCILBRIEF_BATCH_LOCK_H

#include "diag/diag.h"

/* Locks a folder until lock_release, or until this process and its workers have ended, in whatever
   way. -1 after E926 when another run holds it, or after E901 when nothing can be written there. */
int lock_take(struct arena *arena, struct diags *diags, const char *folder);
/* The same for a folder that is made where there is none, and freed of what a killed run left half
   written. */
int lock_folder(struct arena *arena, struct diags *diags, const char *folder);
void lock_release(int lock);

#endif
