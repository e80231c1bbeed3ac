/* The lines of the manifest, each a JSON object: one for each briefing, and one for each group of
   files that briefings share, such as their template. */
#ifndef COUNCILBRIEF_BATCH_MANIFEST_ENTRY_H
#define COUNCILBRIEF_BATCH_MANIFEST_ENTRY_H

#include "base/json.h"
#include "batch/work.h"
#include "diag/diag.h"
#include "files/input.h"
#include "files/json_read.h"

struct since;

struct group {
    struct str id; /* a hash of all the rest */
    struct str line;
};

/* What was read and reported about what jobs share; NULL: nothing. */
struct group group_of(struct arena *arena, const struct diags *shared);

/* "councilbrief 0.9.0 HASH": the hash is of the program as it was linked and of the libraries that
   it was started with. Another build, or an upgrade of a library, gives another hash. */
struct str program_identity(struct arena *arena);

/* The program itself and what it reads for every job. */
struct group group_common(struct arena *arena, struct str program, const struct inputs *inputs);

/* Did a council move since the issue before? "moved", "as before" or "first issue"; and for one
   that moved, each in a line of its own, its name and the sentence about it. Absent: nobody asked.
 */
struct str moved_text(struct arena *arena, const struct since *since);

/* The line of a job that was done; `group` is the id of its template's group. */
struct str entry_line(struct arena *arena, const struct work *work, const struct job *job,
                      const struct job_made *made, const struct diags *diags, struct str group);

/* The name of an output in its folder. */
struct str entry_name(const char *path);

/* The name of the output by which the manifest knows a job. */
struct str entry_output(const struct job *job);

struct input_list {
    const struct input *items;
    size_t count;
};

/* ---- the line about which part of a run was built ---- */

/* Of the last run into the folder. */
struct part {
    struct shard shard; /* `of` 0: no part, but all */
    bool whole;         /* each briefing of it was tried */
    int64_t lacking;    /* of these, how many were refused or failed */
    int64_t listed;     /* how many specifications all parts have together */
    struct str names;   /* of all these, as jobs_names gives it */
    struct str options, common;
    /* The tables of which its briefings used rows or figures, each with the hash of the whole file
       when the run ended; none while it is not whole. */
    struct input_list tables;
};

struct str part_line(struct arena *arena, const struct part *part);
bool part_parse(struct arena *arena, struct str line, struct part *part);

/* ---- reading them back ---- */

/* A group leaves the fields of a briefing absent. */
struct entry {
    struct str id;                             /* of a group */
    struct str program;                        /* of the group that all have in common */
    struct str output, specification, options; /* of a briefing, as are those below */
    struct str
        from; /* the folder that the specification was named from, as seen from the output's */
    struct str template, length; /* which paper it is; absent: an earlier version wrote it */
    struct str hash, common, group;
    struct str since;         /* as moved_text gave it */
    struct input_list others; /* files that were written with the output, by their names */
    struct input_list inputs;
    const struct json_list *diagnostics; /* for stored_diags_read */
};

/* False when the line is not as it was written here. The entry points into the arena. */
bool entry_parse(struct arena *arena, struct str line, struct entry *entry);

/* The line of a briefing as a folder has it from which the working folder is seen as `here`. */
struct str entry_seen_from(struct arena *arena, struct str line, const struct entry *entry,
                           struct str here);

/* ---- diagnostics: a briefing that is not built again still has its warnings ---- */

/* A list, with places as offsets into files. */
void stored_diags_write(struct json *json, const struct diags *diags);

/* Reports them again; the files that they point into are read again, and must not have changed.
   False when that cannot be done. */
bool stored_diags_read(struct diags *diags, const struct json_list *list);

/* Do all places lie in files for which `is_known` is true? */
bool stored_diags_places(const struct json_list *list,
                         bool (*is_known)(void *context, struct str path), void *context);

#endif
