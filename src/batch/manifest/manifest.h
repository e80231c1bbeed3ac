/* out/manifest.json: what each PDF in the folder was made from. It is read by the next run, which
   trusts nothing in it that it cannot check. */
#ifndef COUNCILBRIEF_BATCH_MANIFEST_MANIFEST_H
#define COUNCILBRIEF_BATCH_MANIFEST_MANIFEST_H

#include "batch/account.h"
#include "batch/manifest/entry.h"

struct manifest;

/* The manifest of an output folder. Never NULL: empty when there is no file, and also, after W927,
   when the file is not as it was written. */
struct manifest *manifest_read(struct arena *arena, struct diags *diags, const char *folder);

/* Could the file be read, and was it as it was written? */
bool manifest_is_sound(const struct manifest *manifest);
/* Which part of a run the folder holds, by the file as it was read; NULL: all of one. */
const struct part *manifest_part(const struct manifest *manifest);
/* As it is to be written; without this call it is all of one. */
void manifest_set_part(struct manifest *manifest, const struct part *part);
/* The tables of which any briefing used rows or figures, by path, with the hash that each whole
   file has now: for a part's line. */
struct input_list manifest_tables(struct manifest *manifest);
/* Forgets what the other parts make. */
void manifest_drop_others(struct manifest *manifest, const struct jobs *jobs);

/* Lines of the file as it was read, by output and by id; absent when there is none. */
struct str manifest_briefing(const struct manifest *manifest, struct str output);
struct str manifest_group(const struct manifest *manifest, struct str id);

/* The briefings of the file as it was read, in the order of their outputs; absent after the last.
 */
struct str manifest_line_at(const struct manifest *manifest, size_t i);
/* An output of that name, in the folder. */
const char *manifest_file(struct arena *arena, const struct manifest *manifest, struct str name);

/* Adds a briefing that was built, in place of one with the same output. */
void manifest_put(struct manifest *manifest, struct str entry, struct str group);

/* Adds a group that entries refer to as `common`. */
void manifest_put_common(struct manifest *manifest, const struct group *common);

/* Reports outputs that are there although their specification is not (W928), and forgets those
   that are gone too. `asked` are the jobs of this run. */
void manifest_report_gone(struct manifest *manifest, struct diags *diags, const struct jobs *asked);

/* ---- what lies there under this name or another, in names.c ---- */

/* Options as they were given: without the time of SOURCE_DATE_EPOCH where there was none. */
struct str options_shown(struct str options);

/* Do the options of two runs choose the same look and length of papers? */
bool names_are_alike(struct str options, struct str others);

/* Would a job that was done take the place of another paper? Then E130. Only what a command line
   chose makes it another: a specification may ask for another length than before. */
bool names_refuse(struct arena *arena, struct diags *diags, const struct work *work,
                  const struct job *job, const struct job_made *made);

/* W102 for what the same choices made of the same specifications under another name. */
void names_report_left_over(struct arena *arena, struct diags *diags, const struct work *work);

/* ---- at the end ---- */

/* Writes the file if anything changed; E901 and false when that fails. */
bool manifest_write(struct manifest *manifest, struct diags *diags);

/* The lines about one output, after manifest_write: its own, and those of what it shares. False
   when it was never built. */
struct manifest_lines {
    struct str briefing, group, common;
};
bool manifest_lines(const struct manifest *manifest, struct str output,
                    struct manifest_lines *lines);

/* ---- as rules for make, in deps.c ---- */

/* Writes a file that a makefile can include: a rule for each job that was built now or earlier.
   E901 and false when that fails; W929 for a path that no makefile can hold. */
bool deps_write(struct arena *arena, struct diags *diags, const char *path, const struct jobs *jobs,
                const struct manifest *manifest);

/* A path as make reads it; absent when it holds a character that make has no way to write. */
struct str deps_escape(struct arena *arena, struct str path);

/* ---- which briefings need not be built, in up_to_date.c ---- */

struct up_to_date;

/* Notes among the inputs of a job whether the day of its specification was long before that of the
   run, and warns of it (W960). */
void age_note(struct diags *diags, const struct work *work, const struct job *job,
              const struct job_made *made);

/* `watch` may stop the reading of a long file, which then counts as changed. */
struct up_to_date *up_to_date_new(struct arena *arena, const struct work *work,
                                  const struct manifest *manifest, const struct file_watch *watch);

/* Are the job's files what building them would give? Then `reply`, in `arena`, is what a worker
   would have replied, warnings included; else `reasons` gets all that they are not. */
bool up_to_date_check(struct up_to_date *earlier, struct arena *arena, size_t job,
                      struct reply *reply, struct reasons *reasons);

#endif
