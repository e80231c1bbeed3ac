/* The list of what was built: finding, replacing, forgetting. */
#include "batch/batch_codes.h"
#include "batch/manifest_parts.h"

#include "base/limits.h"
#include "files/file.h"
#include "files/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- reading the file ---- */

static void warn_unusable(const struct manifest *manifest, struct diags *diags,
                          const struct file *file)
{
    struct diag *diag = file->fault == FILE_FAILED
                            ? diag_report_file(diags, &W927, manifest->path,
                                               "this cannot be read: %s", strerror(file->error))
                            : diag_report_file(diags, &W927, manifest->path,
                                               "this is not as an earlier run wrote it");
    diag_hint(diags, diag, "nothing in it is believed, and every briefing is built again");
}

struct manifest *manifest_read(struct arena *arena, struct diags *diags, const char *folder)
{
    struct manifest *manifest = ARENA_NEW(arena, struct manifest);
    *manifest = (struct manifest){
        .arena = arena, .folder = folder, .path = str_format(arena, "%s/manifest.json", folder).at};
    struct file file;
    struct str bytes;
    if (file_read(arena, manifest->path, NULL, LIMIT_MANIFEST_BYTES, &bytes, &file) &&
        manifest_parse(manifest, bytes)) {
        manifest->bytes = bytes;
        return manifest;
    }
    manifest->briefings.count = manifest->groups.count = 0;
    if (file.fault != FILE_MISSING)
        warn_unusable(manifest, diags, &file);
    return manifest;
}

/* ---- finding ---- */

static int by_name(const void *left, const void *right)
{
    const struct manifest_line *a = left, *b = right;
    return str_compare(a->name, b->name);
}

static struct manifest_line *find(struct manifest_line *lines, size_t count, struct str name)
{
    const struct manifest_line wanted = {.name = name};
    return count ? bsearch(&wanted, lines, count, sizeof wanted, by_name) : NULL;
}

struct str manifest_briefing(const struct manifest *manifest, struct str output)
{
    const struct manifest_line *line =
        find(manifest->briefings.items, manifest->briefings.count, output);
    return line ? line->line : STR_NONE;
}

struct str manifest_group(const struct manifest *manifest, struct str id)
{
    const struct manifest_line *line = find(manifest->groups.items, manifest->groups.count, id);
    return line ? line->line : STR_NONE;
}

/* ---- what this run adds ---- */

/* Briefings of one run mostly share one group: only another one is kept. */
static void use_group(struct manifest *manifest, struct str id, struct str line)
{
    for (size_t i = 0; i < manifest->used.count; i++)
        if (str_equal(manifest->used.items[i].name, id))
            return;
    *LIST_ADD(manifest->arena, &manifest->used) = (struct manifest_line){
        .name = str_copy(manifest->arena, id), .line = str_copy(manifest->arena, line)};
}

void manifest_put(struct manifest *manifest, struct str line, struct str group)
{
    struct arena *scratch = arena_new(), *arena = manifest->arena;
    struct entry entry;
    if (entry_parse(scratch, line, &entry)) {
        *LIST_ADD(arena, &manifest->built) = (struct manifest_line){
            .name = str_copy(arena, entry.output),
            .specification = str_copy(arena, entry.specification),
            .from = str_copy(arena, entry.from),
            .group = str_copy(arena, entry.group),
            .common = str_copy(arena, entry.common),
            .line = str_copy(arena, line),
        };
        use_group(manifest, entry.group, group);
        struct manifest_line *old =
            find(manifest->briefings.items, manifest->briefings.count, entry.output);
        if (old)
            old->dropped = true;
    }
    arena_free(scratch);
}

void manifest_put_common(struct manifest *manifest, const struct group *common)
{
    use_group(manifest, common->id, common->line);
}

/* ---- what is gone ---- */

/* The first folder of the path must be there: else the program was started in another place, and
   knows nothing about the file. */
static bool is_gone(struct arena *arena, struct str path)
{
    struct str first = str_part(path, 0, str_find(path, '/', 1));
    return access(str_z(arena, path), F_OK) != 0 && errno == ENOENT &&
           (first.len == path.len || access(str_z(arena, first), F_OK) == 0);
}

/* It may have been named from another folder than this run was started in. */
static bool is_there(const struct manifest *manifest, const struct manifest_line *line)
{
    if (!line->from.len)
        return false;
    const char *path = str_format(manifest->arena, "%s/" STR_FMT "/" STR_FMT, manifest->folder,
                                  STR_ARG(line->from), STR_ARG(line->specification))
                           .at;
    return access(path, F_OK) == 0;
}

/* Were files written with it? */
static bool has_others(const struct manifest_line *line)
{
    struct arena *scratch = arena_new();
    struct entry entry;
    bool has = entry_parse(scratch, line->line, &entry) && entry.others.count;
    arena_free(scratch);
    return has;
}

static int by_text(const void *left, const void *right)
{
    return str_compare(*(const struct str *)left, *(const struct str *)right);
}

void manifest_report_gone(struct manifest *manifest, struct diags *diags, const struct jobs *asked)
{
    struct arena *arena = manifest->arena;
    struct str *outputs = ARENA_ARRAY(arena, struct str, asked->count);
    for (size_t i = 0; i < asked->count; i++)
        outputs[i] = entry_output(&asked->items[i]);
    if (asked->count)
        qsort(outputs, asked->count, sizeof *outputs, by_text);
    for (size_t i = 0; i < manifest->briefings.count; i++) {
        struct manifest_line *line = &manifest->briefings.items[i];
        bool is_asked =
            asked->count && bsearch(&line->name, outputs, asked->count, sizeof *outputs, by_text);
        if (is_asked || line->dropped || !is_gone(arena, line->specification) ||
            is_there(manifest, line))
            continue;
        const char *output =
            str_format(arena, "%s/" STR_FMT, manifest->folder, STR_ARG(line->name)).at;
        line->dropped = access(output, F_OK) != 0 && errno == ENOENT;
        if (line->dropped)
            continue;
        struct diag *diag =
            diag_report_file(diags, &W928, output, "its specification `" STR_FMT "` is gone",
                             STR_ARG(line->specification));
        diag_hint(diags, diag,
                  has_others(line) ? "delete the PDF and its facts if nobody needs them any more"
                                   : "delete the PDF if nobody needs it any more");
    }
}

/* ---- writing the file ---- */

bool manifest_write(struct manifest *manifest, struct diags *diags)
{
    if (manifest->built.count)
        qsort(manifest->built.items, manifest->built.count, sizeof *manifest->built.items, by_name);
    struct str text = manifest_text(manifest);
    if (str_equal(text, manifest->bytes))
        return true;
    if (!manifest->bytes.at && !manifest->built.count && access(manifest->path, F_OK) != 0)
        return true; /* nothing was ever built here */
    return output_write(manifest->arena, diags, manifest->path, text);
}

static struct str any_group(const struct manifest *manifest, struct str id)
{
    for (size_t i = 0; i < manifest->used.count; i++)
        if (str_equal(manifest->used.items[i].name, id))
            return manifest->used.items[i].line;
    return manifest_group(manifest, id);
}

bool manifest_lines(const struct manifest *manifest, struct str output,
                    struct manifest_lines *lines)
{
    const struct manifest_line *line = find(manifest->built.items, manifest->built.count, output);
    if (!line)
        line = find(manifest->briefings.items, manifest->briefings.count, output);
    if (!line)
        return false;
    *lines = (struct manifest_lines){line->line, any_group(manifest, line->group),
                                     any_group(manifest, line->common)};
    return true;
}
