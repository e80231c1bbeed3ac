/* Output files that are whole or not there: written beside their place, flushed, then renamed. */
#ifndef COUNCILBRIEF_FILES_OUTPUT_H
#define COUNCILBRIEF_FILES_OUTPUT_H

#include "diag/diag.h"

/* Writes bytes to a file, as the caller's umask has it; E901 and false when any step fails, with
   the old file left as it was, and E931 when something else than a plain file stands there. */
bool output_write(struct arena *arena, struct diags *diags, const char *path, struct str bytes);

/* Asked before anything is done, of a file that the command line names to be written. False after
   E968 when one stands there that is read and never written over: a specification, a table, a
   picture, or the facts of an issue. */
bool output_is_allowed(struct diags *diags, const char *path);
/* Reports E968: `what`, "a specification of this run", would be written over. Returns false. */
bool output_refuse(struct diags *diags, const char *path, const char *what);

/* ---- a file that another process may fill ---- */

/* Stands under a name of its own beside its place until it is whole. */
struct output {
    const char *path;     /* of its place; NULL: there is no such file */
    unsigned long number; /* names it until then; 0: it is not there */
    int descriptor;       /* to fill it through; -1: it could not be opened, or was closed */
    int error;            /* errno of the first step that failed; 0: none did */
};

/* A failure is kept, and told when its place is to be taken. */
void output_open(struct arena *arena, struct output *output, const char *path);
/* In this process: whoever else has the descriptor keeps it. */
void output_close(struct output *output);
/* Writes, flushes to the disk and closes; 0, or the errno of the first step that failed. */
int output_fill(int descriptor, struct str bytes);

/* Files that belong together, of a folder of many, take their places, or none does: where one
   cannot, those before it give theirs back to what stood there. E901 and false then, and E931. If
   the machine loses power the places may still be the old files' until another is written there by
   output_write. */
bool outputs_place(struct arena *arena, struct diags *diags, struct output *outputs, size_t count);
/* Removes them, filled or not. */
void outputs_drop(struct arena *arena, struct output *outputs, size_t count);

/* ---- others ---- */

/* Writes over a file of somebody's own: it keeps its permissions, and one that may not be written
   stays as it is. */
bool output_write_over(struct arena *arena, struct diags *diags, const char *path,
                       struct str bytes);

/* The same for a file that must not be there yet; one that is stays as it is. */
bool output_write_new(struct arena *arena, struct diags *diags, const char *path, struct str bytes);

/* Deletes what runs that were killed left half written in a folder. Only for who knows that no
   other run is writing there. E101 and false when the folder cannot be read to its end. */
bool output_sweep(struct arena *arena, struct diags *diags, const char *folder);

#endif
