/* The parts of a run, which several machines shared, made one folder. */
#ifndef COUNCILBRIEF_BATCH_MANIFEST_MERGE_H
#define COUNCILBRIEF_BATCH_MANIFEST_MERGE_H

#include "diag/diag.h"

/* Copies what the parts' lists name into a folder, makes its list that of one run which built all
   of them there, and prints the path of each briefing. Nothing is written after E961 to E964; E965
   follows where a part lacks what was refused or failed. False after either, or when something
   cannot be written. */
bool manifest_merge(struct arena *arena, struct diags *diags, const char *folder,
                    char *const *parts, size_t count);

#endif
