/* The manifest in memory: its lines, of which only what finds them is taken apart. */
#ifndef COUNCILBRIEF_BATCH_MANIFEST_PARTS_H
#define COUNCILBRIEF_BATCH_MANIFEST_PARTS_H

#include "batch/manifest.h"

struct manifest_line {
    struct str name;                               /* output of a briefing, id of a group */
    struct str specification, from, group, common; /* of a briefing */
    struct str line;
    bool dropped; /* another took its place, or nobody needs it any more */
};

struct manifest {
    struct arena *arena;
    const char *folder, *path;
    struct str bytes; /* of the file; absent: there was none, or it was not sound */
    LIST(struct manifest_line) briefings, groups; /* as read: sorted by name */
    LIST(struct manifest_line) built, used; /* in this run: any order, groups more than once */
};

/* Takes a whole file apart; false when it is not as manifest_text makes it. */
bool manifest_parse(struct manifest *manifest, struct str bytes);

/* The file as it is to be. */
struct str manifest_text(struct manifest *manifest);

#endif
