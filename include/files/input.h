/* What was read, with hashes of the contents: how a later run knows that nothing has changed. */
#ifndef COUNCILBRIEF_FILES_INPUT_H
#define COUNCILBRIEF_FILES_INPUT_H

#include "base/list.h"
#include "base/str.h"
#include "diag/source.h"
#include "files/file.h"

/* 32 hexadecimal digits of XXH3: the same bytes, the same text. */
struct str hash_text(struct arena *arena, struct str bytes);

/* Of a plain file's bytes, of which there may be LIMIT_HASHED_BYTES; INPUT_MISSING when there is no
   file, absent when it cannot be read to its end, or `watch` (which may be NULL) gives it up. */
struct str hash_file(struct arena *arena, const char *path, const struct file_watch *watch);

struct input {
    struct str path; /* as it was opened */
    struct str hash; /* INPUT_MISSING: there was no such file, which mattered too */
    /* Of a table of which only the rows were used that hold a value in a column: the hash is of
       what those hold, and `places` of where they stand. Else all three are absent. */
    struct str column, value, places;
    /* Of a table of which only figures were used: what they were counted for; the hash is of them. */
    struct str question;
};

#define INPUT_MISSING STR("missing")

struct inputs {
    struct arena *arena;
    struct bounds bounds;    /* what may be read at all */
    LIST(struct input) list; /* in the order of reading, each path once */
};

struct inputs *inputs_new(struct arena *arena);

/* NULL when all files are trusted, as without inputs (NULL). */
const struct bounds *inputs_bounds(const struct inputs *inputs);

/* Every reader of files calls one of these; without inputs (NULL) nobody wants to know. */
void inputs_add(struct inputs *inputs, struct str path, struct str bytes);
void inputs_add_hashed(struct inputs *inputs, struct str path, struct str hash);
/* All of another list: what was read once for several jobs. */
void inputs_repeat(struct inputs *inputs, const struct inputs *from);
void inputs_add_missing(struct inputs *inputs, struct str path);
void inputs_add_rows(struct inputs *inputs, const struct input *rows);

/* Reads a file: NULL and a diagnostic (E101 to E109) when it is missing, a folder, too large, not
   UTF-8 or holds reserved characters. */
const struct source *source_read(struct arena *arena, struct diags *diags, const char *path);
const struct source *source_read_as(struct arena *arena, struct diags *diags, const char *path,
                                    enum source_kind kind);

#endif
