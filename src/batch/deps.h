/* Rules for make: which files each PDF was made from. */
#ifndef COUNCILBRIEF_BATCH_DEPS_H
#define COUNCILBRIEF_BATCH_DEPS_H

#include "batch/manifest.h"

/* Writes a file that a makefile can include: a rule for each job that was built now or before. E901
   and false when that fails; W929 for a path that no makefile can hold. */
bool deps_write(struct arena *arena, struct diags *diags, const char *path, const struct jobs *jobs,
                const struct manifest *manifest);

/* A path as make reads it; absent when it holds what make has no way to write. */
struct str deps_escape(struct arena *arena, struct str path);

#endif
