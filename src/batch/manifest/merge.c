/* Makes one folder of those into which the parts of a run were built, each perhaps on a machine of
   its own: nothing is believed of a part that its list does not say, and its files do not bear out.
 */
#include "batch/manifest/merge.h"

#include "base/limits.h"
#include "base/shown.h"
#include "batch/batch_codes.h"
#include "batch/manifest/manifest.h"
#include "files/output.h"
#include "files/path.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A folder with a part in it. */
struct merged {
    const char *folder;
    const struct manifest *manifest;
    const struct part *part;
    struct bounds bounds; /* out of which no link of it may lead */
};

struct merge {
    struct arena *arena;
    struct diags *diags;
    const char *folder;
    struct str here; /* the working folder, as seen from that one */
    struct merged *parts;
    size_t count;
};

/* ---- the parts ---- */

static bool refuse_part(const struct merge *merge, const char *folder, const char *what,
                        const char *instead)
{
    struct diag *diag = diag_report_file(merge->diags, &E961, folder, "%s", what);
    diag_hint(merge->diags, diag, "%s", instead);
    return false;
}

static bool read_part(struct merge *merge, struct merged *merged)
{
    struct diags unheard;
    diags_init(&unheard, merge->arena);
    struct str real = path_real(merge->arena, merged->folder);
    if (!real.len || str_equal(real, path_real(merge->arena, merge->folder)))
        return refuse_part(merge, merged->folder,
                           real.len ? "this part is the folder that all are to become"
                                    : "there is no folder of this name",
                           "name the folders that `build --shard` was given with -o, and another "
                           "with -o of `merge`");
    merged->bounds.folders[0] = real;
    merged->manifest = manifest_read(merge->arena, &unheard, merged->folder);
    if (!manifest_is_sound(merged->manifest))
        return refuse_part(merge, merged->folder,
                           unheard.warnings ? "its list, manifest.json, is not as `build` wrote it"
                                            : "it has no list, manifest.json",
                           "build this part again, and let it end");
    merged->part = manifest_part(merged->manifest);
    if (!merged->part)
        return refuse_part(merge, merged->folder, "this is no part of a run",
                           "build it with `--shard I/N`");
    return merged->part->whole ||
           refuse_part(merge, merged->folder, "the run that built this part did not end",
                       "build this part again: what it has made already stays");
}

static bool read_parts(struct merge *merge, char *const *folders)
{
    bool sound = true;
    for (size_t i = 0; i < merge->count; i++) {
        merge->parts[i].folder = folders[i];
        sound = read_part(merge, &merge->parts[i]) && sound;
    }
    return sound;
}

/* ---- do they belong together? ---- */

static struct str program_of(const struct merge *merge, const struct merged *merged)
{
    struct entry entry;
    struct str line = manifest_group(merged->manifest, merged->part->common);
    return line.len && entry_parse(merge->arena, line, &entry) ? entry.program : STR_NONE;
}

static bool is_like_first(const struct merge *merge, const struct merged *merged)
{
    const struct merged *first = &merge->parts[0];
    const struct part *a = first->part, *b = merged->part;
    struct diag *diag = NULL;
    if (a->shard.of != b->shard.of)
        diag = diag_report_file(merge->diags, &E962, merged->folder,
                                "this is one of %d parts, and `%s` one of %d", b->shard.of,
                                first->folder, a->shard.of);
    else if (!str_equal(a->options, b->options))
        diag = diag_report_file(
            merge->diags, &E962, merged->folder,
            "this was built with other options than `%s`: `" STR_FMT "`, not `" STR_FMT "`",
            first->folder, STR_ARG(options_shown(b->options)), STR_ARG(options_shown(a->options)));
    else if (!str_equal(a->common, b->common))
        diag = diag_report_file(merge->diags, &E962, merged->folder,
                                str_equal(program_of(merge, first), program_of(merge, merged))
                                    ? "this was built with other frameworks or bank holidays than "
                                      "`%s`"
                                    : "this was built by another program or library than `%s`",
                                first->folder);
    else if (!str_equal(a->names, b->names))
        diag = a->listed == b->listed
                   ? diag_report_file(merge->diags, &E962, merged->folder,
                                      "this was built from other specifications than `%s`, or from "
                                      "ones that were named otherwise",
                                      first->folder)
                   : diag_report_file(merge->diags, &E962, merged->folder,
                                      "this is a part of %" PRId64 " specifications, and `%s` of "
                                      "%" PRId64,
                                      b->listed, first->folder, a->listed);
    if (diag)
        diag_hint(merge->diags, diag,
                  "build all parts of the same specifications, by one program, in one state of the "
                  "files");
    return !diag;
}

/* Each part once, and none is missing. */
static bool check_numbers(const struct merge *merge)
{
    int of = merge->parts[0].part->shard.of;
    const char **folders = ARENA_ARRAY(merge->arena, const char *, (size_t)of + 1);
    bool sound = true;
    for (size_t i = 0; i < merge->count; i++) {
        int part = merge->parts[i].part->shard.part;
        if (folders[part]) {
            diag_report_file(merge->diags, &E962, merge->parts[i].folder,
                             "this is part %d of %d, and so is `%s`", part, of, folders[part]);
            sound = false;
        }
        folders[part] = merge->parts[i].folder;
    }
    for (int part = 1; part <= of; part++)
        if (!folders[part]) {
            diag_report_file(merge->diags, &E962, merge->folder,
                             "part %d of %d is not among the folders", part, of);
            sound = false;
        }
    return sound;
}

static bool belong_together(const struct merge *merge)
{
    bool sound = true;
    for (size_t i = 1; i < merge->count; i++)
        sound = is_like_first(merge, &merge->parts[i]) && sound;
    return sound && check_numbers(merge);
}

/* ---- their files ---- */

/* The files of a briefing: the one that it is known by, then the others. */
static struct input file_at(const struct entry *entry, size_t i)
{
    return i == 0 ? (struct input){.path = entry->output, .hash = entry->hash}
                  : entry->others.items[i - 1];
}

static size_t files_of(const struct entry *entry)
{
    return entry->others.count + 1;
}

/* A list that somebody made up names no file elsewhere, and none that is not a briefing's. */
static bool is_plain_name(struct str name)
{
    bool is_product = false;
    for (size_t i = 0; products[i]; i++)
        is_product = is_product || str_ends(name, products[i]->suffix);
    return is_product && name.at[0] != '.' && str_find(name, '/', 0) == name.len;
}

/* False after E963 unless the file of a part is there, as its list has it. */
static bool read_file(const struct merge *merge, const struct merged *merged, struct arena *arena,
                      const struct input *wanted, struct str *bytes)
{
    struct file file = {.fault = FILE_MISSING};
    const char *path = str_format(arena, "%s/" STR_FMT, merged->folder, STR_ARG(wanted->path)).at;
    bool read = is_plain_name(wanted->path) &&
                file_read(arena, path, &merged->bounds, LIMIT_HASHED_BYTES, bytes, &file);
    if (read && str_equal(hash_text(arena, *bytes), wanted->hash))
        return true;
    if (!read && file.fault != FILE_MISSING) {
        file_refuse(merge->diags, str_copy(merge->arena, str_from(path)).at, &file,
                    LIMIT_HASHED_BYTES);
        return false;
    }
    struct diag *diag = diag_report_file(merge->diags, &E963, path, "%s",
                                         read ? "this file is not the one that was built"
                                              : "this file is not there");
    diag_hint(merge->diags, diag, "build `%s` again, or copy it whole", merged->folder);
    return false;
}

/* ---- briefings ---- */

/* A briefing of a part, as its list has it. */
struct share {
    const struct merged *from;
    struct str line;
    struct entry entry;
};

struct shares {
    struct share *items;
    size_t count, capacity;
};

static int by_output(const void *left, const void *right)
{
    const struct share *a = left, *b = right;
    return str_compare(a->entry.output, b->entry.output);
}

/* What was left in the folder by a run for another look or length belongs to no part that is known
   to be whole. */
static bool check_look(const struct merge *merge, const struct share *share)
{
    if (names_are_alike(share->entry.options, share->from->part->options))
        return true;
    struct diag *diag = diag_report_file(
        merge->diags, &E962, share->from->folder,
        "it holds `" STR_FMT "` too, which was built with `" STR_FMT "`",
        STR_ARG(share->entry.output), STR_ARG(options_shown(share->entry.options)));
    diag_hint(merge->diags, diag, "build each look and length into folders of its own");
    return false;
}

static bool list_shares(const struct merge *merge, struct shares *shares)
{
    bool sound = true;
    struct str line;
    for (size_t i = 0; i < merge->count; i++)
        for (size_t k = 0; (line = manifest_line_at(merge->parts[i].manifest, k)).len; k++) {
            struct share *share = LIST_ADD(merge->arena, shares);
            share->from = &merge->parts[i];
            share->line = line;
            sound =
                entry_parse(merge->arena, line, &share->entry) && check_look(merge, share) && sound;
        }
    if (shares->count)
        qsort(shares->items, shares->count, sizeof *shares->items, by_output);
    return sound;
}

/* The same line twice is the same briefing: it was left in one of the folders by an earlier run. */
static bool check_names(const struct merge *merge, const struct shares *shares)
{
    bool sound = true;
    for (size_t i = 1; i < shares->count; i++) {
        const struct share *a = &shares->items[i - 1], *b = &shares->items[i];
        if (!str_equal(a->entry.output, b->entry.output) || str_equal(a->line, b->line))
            continue;
        struct diag *diag = diag_report_file(merge->diags, &E964, b->from->folder,
                                             "its `" STR_FMT "` is another than that of `%s`",
                                             STR_ARG(b->entry.output), a->from->folder);
        diag_hint(merge->diags, diag,
                  "delete the folders and build all parts again, of the same specifications");
        sound = false;
    }
    return sound;
}

/* ---- what they were built from ---- */

/* A whole file that a part read, by its list. */
struct file_read_by {
    struct input input;
    const struct merged *by;
    struct str output; /* what it was read for; absent: a table, for all of the part */
};

struct files_read {
    LIST(struct str) groups; /* that were listed */
    struct file_read_by *items;
    size_t count, capacity;
};

/* Of rows and figures the table is compared, which the part's own line names. */
static void list_read(const struct merge *merge, struct files_read *read, const struct merged *by,
                      struct str output, struct input_list inputs)
{
    for (size_t i = 0; i < inputs.count; i++)
        if (!inputs.items[i].column.len && !inputs.items[i].question.len)
            *LIST_ADD(merge->arena, read) = (struct file_read_by){inputs.items[i], by, output};
}

static bool is_listed(const struct files_read *read, struct str group)
{
    for (size_t i = 0; i < read->groups.count; i++)
        if (str_equal(read->groups.items[i], group))
            return true;
    return false;
}

/* A template's files, of which most briefings have the same. */
static void list_read_of_group(const struct merge *merge, struct files_read *read,
                               const struct share *share)
{
    struct entry group;
    struct str line = manifest_group(share->from->manifest, share->entry.group);
    if (is_listed(read, share->entry.group) || !line.len ||
        !entry_parse(merge->arena, line, &group))
        return;
    *LIST_ADD(merge->arena, &read->groups) = share->entry.group;
    list_read(merge, read, share->from, share->entry.output, group.inputs);
}

/* By path, and then in the order in which the parts were named, and of names. */
static int by_path(const void *left, const void *right)
{
    const struct file_read_by *a = left, *b = right;
    int order = str_compare(a->input.path, b->input.path);
    order = order ? order : (a->by > b->by) - (a->by < b->by);
    return order ? order : str_compare(a->output, b->output);
}

/* Within one folder it is something that an earlier run left, which the last was not asked for. */
static void refuse_read(const struct merge *merge, const struct file_read_by *file,
                        const struct file_read_by *first)
{
    const char *folder = file->by->folder;
    struct diag *diag;
    if (file->by == first->by) {
        diag = diag_report_file(merge->diags, &E962, folder,
                                "in it `" STR_FMT "` was one when `" STR_FMT
                                "` was built, and another when `" STR_FMT "` was",
                                STR_ARG(file->input.path), STR_ARG(first->output),
                                STR_ARG(file->output));
        diag_hint(merge->diags, diag,
                  "one of them was left by an earlier run: delete the folder, and build this part "
                  "again");
        return;
    }
    diag = diag_report_file(merge->diags, &E962, folder,
                            "`" STR_FMT "` was another when this was built than for `%s`",
                            STR_ARG(file->input.path), first->by->folder);
    diag_hint(merge->diags, diag,
              "build all parts in one state of the files: what is up to date is not built again");
}

/* Where something was refused, what an earlier run made of it may still be there, by what it read
   then. A table has the state in which the part's run left it. */
static void list_all_read(const struct merge *merge, const struct shares *shares,
                          struct files_read *read)
{
    for (size_t i = 0; i < merge->count; i++)
        list_read(merge, read, &merge->parts[i], STR_NONE, merge->parts[i].part->tables);
    for (size_t i = 0; i < shares->count; i++) {
        const struct share *share = &shares->items[i];
        if (share->from->part->lacking)
            continue;
        list_read(merge, read, share->from, share->entry.output, share->entry.inputs);
        list_read_of_group(merge, read, share);
    }
    if (read->count)
        qsort(read->items, read->count, sizeof *read->items, by_path);
}

/* A file is told of once for each part that differs from the first that read it. */
static bool check_read(const struct merge *merge, const struct shares *shares)
{
    struct files_read read = {0};
    list_all_read(merge, shares, &read);
    const struct file_read_by *first = read.items;
    const struct merged *told = NULL;
    bool sound = true;
    for (size_t i = 1; i < read.count; i++) {
        const struct file_read_by *file = &read.items[i];
        bool is_same = str_equal(file->input.path, first->input.path);
        first = is_same ? first : file;
        told = is_same ? told : NULL;
        if (str_equal(file->input.hash, first->input.hash) || file->by == told)
            continue;
        refuse_read(merge, file, first);
        told = file->by;
        sound = false;
    }
    return sound;
}

/* ---- all of their files ---- */

static bool check_files(const struct merge *merge, const struct shares *shares)
{
    struct arena *scratch = arena_new();
    bool sound = true;
    for (size_t i = 0; i < shares->count; i++) {
        const struct share *share = &shares->items[i];
        for (size_t k = 0; k < files_of(&share->entry); k++) {
            struct input file = file_at(&share->entry, k);
            struct str bytes;
            sound = read_file(merge, share->from, scratch, &file, &bytes) && sound;
            arena_reset(scratch);
        }
    }
    arena_free(scratch);
    return sound;
}

/* ---- into one folder ---- */

/* All files of a briefing or none, as when it is built. */
static bool copy_files(const struct merge *merge, struct arena *arena, const struct share *share)
{
    size_t count = files_of(&share->entry);
    struct output *outputs = ARENA_ARRAY(arena, struct output, count);
    bool sound = true;
    for (size_t i = 0; i < count; i++)
        outputs[i].descriptor = -1;
    for (size_t i = 0; sound && i < count; i++) {
        struct input file = file_at(&share->entry, i);
        struct str bytes;
        const char *path = str_format(arena, "%s/" STR_FMT, merge->folder, STR_ARG(file.path)).at;
        if (str_equal(hash_file(arena, path, NULL), file.hash))
            continue;
        sound = read_file(merge, share->from, arena, &file, &bytes);
        if (!sound)
            break;
        output_open(arena, &outputs[i], str_copy(merge->arena, str_from(path)).at);
        if (!outputs[i].error)
            outputs[i].error = output_fill(outputs[i].descriptor, bytes);
        outputs[i].descriptor = -1;
    }
    if (sound)
        return outputs_place(arena, merge->diags, outputs, count);
    outputs_drop(arena, outputs, count);
    return false;
}

static void put_share(const struct merge *merge, struct manifest *manifest,
                      const struct share *share)
{
    const struct manifest *from = share->from->manifest;
    const struct group common = {share->entry.common, manifest_group(from, share->entry.common)};
    manifest_put_common(manifest, &common);
    manifest_put(manifest, entry_seen_from(merge->arena, share->line, &share->entry, merge->here),
                 manifest_group(from, share->entry.group));
}

static void tell_place(const struct merge *merge, const struct share *share)
{
    const char *path =
        str_format(merge->arena, "%s/" STR_FMT, merge->folder, STR_ARG(share->entry.output)).at;
    shown_line(stdout, STR_FMT, STR_ARG(shown_path(merge->arena, str_from(path))));
}

static bool join(const struct merge *merge, const struct shares *shares)
{
    struct arena *scratch = arena_new();
    struct manifest *manifest = manifest_read(merge->arena, merge->diags, merge->folder);
    bool sound = true;
    for (size_t i = 0; sound && i < shares->count; i++) {
        const struct share *share = &shares->items[i];
        if (i > 0 && by_output(share, share - 1) == 0)
            continue;
        sound = copy_files(merge, scratch, share);
        arena_reset(scratch);
        if (!sound)
            break;
        put_share(merge, manifest, share);
        tell_place(merge, share);
    }
    arena_free(scratch);
    return manifest_write(manifest, merge->diags) && sound;
}

/* What is there is joined all the same, as one run would have built it. */
static bool report_lacking(const struct merge *merge)
{
    bool lacks = false;
    for (size_t i = 0; i < merge->count; i++) {
        const struct part *part = merge->parts[i].part;
        if (!part->lacking)
            continue;
        diag_report_file(merge->diags, &E965, merge->parts[i].folder,
                         "%d briefing%s of part %d of %d %s refused or failed", (int)part->lacking,
                         part->lacking == 1 ? "" : "s", part->shard.part, part->shard.of,
                         part->lacking == 1 ? "was" : "were");
        lacks = true;
    }
    return lacks;
}

bool manifest_merge(struct arena *arena, struct diags *diags, const char *folder,
                    char *const *parts, size_t count)
{
    struct merge merge = {arena,
                          diags,
                          folder,
                          path_between(arena, folder, "."),
                          ARENA_ARRAY(arena, struct merged, count),
                          count};
    struct shares shares = {0};
    return read_parts(&merge, parts) && belong_together(&merge) && list_shares(&merge, &shares) &&
           check_names(&merge, &shares) && check_read(&merge, &shares) &&
           check_files(&merge, &shares) && join(&merge, &shares) && !report_lacking(&merge);
}
