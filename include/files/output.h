/* Output files that are whole or not there: written beside their place, flushed, then renamed. */
#ifndef COUNCILBRIEF_FILES_OUTPUT_H
#define COUNCILBRIEF_FILES_OUTPUT_H

#include "diag/diag.h"

/* Writes bytes to a file, as the caller's umask has it; E901 and false when any step fails, with
   the old file left as it was, and E931 when something else than a plain file stands there. */
bool output_write(struct arena *arena, struct diags *diags, const char *path, struct str bytes);

struct output_file {
    const char *path;
    struct str bytes;
};

/* The same for files that belong together, of a folder of many: all of them are on the disk before
   the first takes its name, and if one cannot be, none does. If the machine loses power their names
   may still be the old files' until another is written there by output_write. */
bool output_write_together(struct arena *arena, struct diags *diags,
                           const struct output_file *files, size_t count);

/* The same for a file that must not be there yet; one that is stays as it is. */
bool output_write_new(struct arena *arena, struct diags *diags, const char *path, struct str bytes);

/* Deletes what runs that were killed left half written in a folder. Only for who knows that no
   other run is writing there. E101 and false when the folder cannot be read to its end. */
bool output_sweep(struct arena *arena, struct diags *diags, const char *folder);

#endif
