/* The list of what was built: finding, replacing, forgetting; and its file, JSON with a line for
   each entry and a seal over all of it. */
#include "batch/manifest/manifest.h"

#include "base/limits.h"
#include "batch/batch_codes.h"
#include "files/file.h"
#include "files/input.h"
#include "files/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct manifest_line {
    struct str name;                               /* output of a briefing, id of a group */
    struct str specification, from, group, common; /* of a briefing */
    struct str line;
    bool dropped; /* another took its place, or it is no longer needed */
};

struct manifest {
    struct arena *arena;
    const char *folder, *path;
    struct str bytes;          /* of the file; absent: there was none, or it was unsound */
    struct part read, written; /* which part: by the file as it was read, and is to be written */
    LIST(struct manifest_line) briefings, groups; /* as read: sorted by name */
    LIST(struct manifest_line) built, used; /* in this run: any order, groups more than once */
};

static int by_name(const void *left, const void *right)
{
    const struct manifest_line *a = left, *b = right;
    return str_compare(a->name, b->name);
}

/* The number changes when an entry means something other than before. */
static const char head[] = "{\n\"format\": 1,\n";
static const char part_key[] = "\"part\": ";
static const char groups_key[] = "\"groups\": [\n";
static const char between[] = "],\n\"briefings\": [\n";
static const char seal_key[] = "],\n\"seal\": \"";
static const char tail[] = "\"\n}\n";

enum { SEAL_DIGITS = 32 };

/* ---- a file taken apart ---- */

static bool skip(struct str *rest, const char *expected)
{
    if (!str_starts(*rest, expected))
        return false;
    *rest = str_part(*rest, str_from(expected).len, rest->len);
    return true;
}

/* Takes one line, up to its end; each but the last of a list ends in a comma. */
static bool parse_line(struct arena *arena, struct arena *scratch, struct str *rest,
                       struct manifest_line *line)
{
    size_t end = str_find(*rest, '\n', 0);
    struct str text = str_part(*rest, 0, end);
    if (str_ends(text, ","))
        text.len--;
    *rest = str_part(*rest, end + 1, rest->len);
    struct entry entry;
    if (!entry_parse(scratch, text, &entry))
        return false;
    *line = (struct manifest_line){
        .name = str_copy(arena, entry.id.len ? entry.id : entry.output),
        .specification = str_copy(arena, entry.specification),
        .from = str_copy(arena, entry.from),
        .group = str_copy(arena, entry.group),
        .common = str_copy(arena, entry.common),
        .line = text,
    };
    arena_reset(scratch);
    return true;
}

/* A folder that holds all of a run has no such line. */
static bool parse_part(struct manifest *manifest, struct str *rest)
{
    if (!skip(rest, part_key))
        return true;
    size_t end = str_find(*rest, '\n', 0);
    struct str line = str_part(*rest, 0, end);
    *rest = str_part(*rest, end + 1, rest->len);
    if (str_ends(line, ","))
        line.len--;
    return part_parse(manifest->arena, line, &manifest->read);
}

static bool parse_lines(struct manifest *manifest, struct arena *scratch, struct str rest)
{
    bool sound = skip(&rest, head) && parse_part(manifest, &rest) && skip(&rest, groups_key);
    while (sound && str_starts(rest, "{"))
        sound = parse_line(manifest->arena, scratch, &rest,
                           LIST_ADD(manifest->arena, &manifest->groups));
    sound = sound && skip(&rest, between);
    while (sound && str_starts(rest, "{"))
        sound = parse_line(manifest->arena, scratch, &rest,
                           LIST_ADD(manifest->arena, &manifest->briefings));
    return sound && !rest.len;
}

/* The seal is the hash of everything above it: editing the file by hand breaks it. */
static bool is_sealed(struct arena *arena, struct str bytes, struct str *sealed)
{
    size_t end = sizeof seal_key - 1 + SEAL_DIGITS + sizeof tail - 1;
    if (bytes.len < end)
        return false;
    *sealed = str_part(bytes, 0, bytes.len - end);
    struct str seal =
        str_format(arena, "%s" STR_FMT "%s", seal_key, STR_ARG(hash_text(arena, *sealed)), tail);
    return str_equal(str_part(bytes, sealed->len, bytes.len), seal);
}

/* Takes a whole file apart; false when it is not as manifest_text makes it. */
static bool manifest_parse(struct manifest *manifest, struct str bytes)
{
    struct str sealed;
    if (!is_sealed(manifest->arena, bytes, &sealed))
        return false;
    struct arena *scratch = arena_new();
    bool sound = parse_lines(manifest, scratch, sealed);
    arena_free(scratch);
    if (sound && manifest->briefings.count)
        qsort(manifest->briefings.items, manifest->briefings.count,
              sizeof *manifest->briefings.items, by_name);
    return sound;
}

/* ---- the text of a file ---- */

struct lines {
    struct manifest_line **items;
    size_t count;
};

static int by_name_of(const void *left, const void *right)
{
    const struct manifest_line *a = *(struct manifest_line *const *)left;
    const struct manifest_line *b = *(struct manifest_line *const *)right;
    return str_compare(a->name, b->name);
}

static void sort(struct lines *lines)
{
    if (lines->count)
        qsort(lines->items, lines->count, sizeof *lines->items, by_name_of);
}

/* What stays of the earlier file, and what this run built. */
static struct lines briefings_of(struct manifest *manifest)
{
    struct lines lines = {ARENA_ARRAY(manifest->arena, struct manifest_line *,
                                      manifest->briefings.count + manifest->built.count),
                          0};
    for (size_t i = 0; i < manifest->briefings.count; i++)
        if (!manifest->briefings.items[i].dropped)
            lines.items[lines.count++] = &manifest->briefings.items[i];
    for (size_t i = 0; i < manifest->built.count; i++)
        lines.items[lines.count++] = &manifest->built.items[i];
    sort(&lines);
    return lines;
}

static bool is_in(struct input_list list, struct str path)
{
    for (size_t i = 0; i < list.count; i++)
        if (str_equal(list.items[i].path, path))
            return true;
    return false;
}

/* Of a table a briefing lists rows or figures; the day of a specification is neither. */
static bool is_of_table(const struct entry *entry, const struct input *input)
{
    return (input->column.len || input->question.len) &&
           !str_equal(input->path, entry->specification);
}

static int by_path(const void *left, const void *right)
{
    const struct input *a = left, *b = right;
    return str_compare(a->path, b->path);
}

struct input_list manifest_tables(struct manifest *manifest)
{
    struct arena *arena = manifest->arena, *scratch = arena_new();
    struct lines lines = briefings_of(manifest);
    LIST(struct input) tables = {0};
    for (size_t i = 0; i < lines.count; i++) {
        struct entry entry;
        bool sound = entry_parse(scratch, lines.items[i]->line, &entry);
        for (size_t k = 0; sound && k < entry.inputs.count; k++) {
            const struct input *input = &entry.inputs.items[k];
            if (!is_of_table(&entry, input) ||
                is_in((struct input_list){tables.items, tables.count}, input->path))
                continue;
            struct str hash = hash_file(arena, str_z(scratch, input->path), NULL);
            *LIST_ADD(arena, &tables) = (struct input){.path = str_copy(arena, input->path),
                                                       .hash = hash.len ? hash : INPUT_MISSING};
        }
        arena_reset(scratch);
    }
    arena_free(scratch);
    if (tables.count)
        qsort(tables.items, tables.count, sizeof *tables.items, by_path);
    return (struct input_list){tables.items, tables.count};
}

/* Those that a briefing refers to, each once. */
static struct lines groups_of(struct manifest *manifest, const struct lines *briefings)
{
    size_t read = manifest->groups.count, count = read + manifest->used.count;
    struct lines lines = {ARENA_ARRAY(manifest->arena, struct manifest_line *, count), 0};
    struct lines needed = {ARENA_ARRAY(manifest->arena, struct manifest_line *, count), 0};
    for (size_t i = 0; i < count; i++) {
        lines.items[i] = i < read ? &manifest->groups.items[i] : &manifest->used.items[i - read];
        lines.items[i]->dropped = true;
    }
    lines.count = count;
    sort(&lines);
    for (size_t i = 0; i < briefings->count; i++)
        for (size_t j = 0; j < count; j++)
            if (str_equal(lines.items[j]->name, briefings->items[i]->group) ||
                str_equal(lines.items[j]->name, briefings->items[i]->common))
                lines.items[j]->dropped = false;
    for (size_t i = 0; i < count; i++)
        if (!lines.items[i]->dropped &&
            (i == 0 || !str_equal(lines.items[i]->name, lines.items[i - 1]->name)))
            needed.items[needed.count++] = lines.items[i];
    return needed;
}

static void add_lines(struct buf *text, const struct lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        buf_add(text, lines->items[i]->line);
        buf_addz(text, i + 1 < lines->count ? ",\n" : "\n");
    }
}

/* The file as it is to be written. */
static struct str manifest_text(struct manifest *manifest)
{
    struct buf text = {.arena = manifest->arena};
    struct lines briefings = briefings_of(manifest);
    struct lines groups = groups_of(manifest, &briefings);
    buf_addz(&text, head);
    if (manifest->written.shard.of)
        buf_addf(&text, "%s" STR_FMT ",\n", part_key,
                 STR_ARG(part_line(manifest->arena, &manifest->written)));
    buf_addz(&text, groups_key);
    add_lines(&text, &groups);
    buf_addz(&text, between);
    add_lines(&text, &briefings);
    struct str seal = hash_text(manifest->arena, buf_str(&text));
    buf_addf(&text, "%s" STR_FMT "%s", seal_key, STR_ARG(seal), tail);
    return buf_str(&text);
}

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
    manifest->read = (struct part){0};
    if (file.fault != FILE_MISSING)
        warn_unusable(manifest, diags, &file);
    return manifest;
}

bool manifest_is_sound(const struct manifest *manifest)
{
    return manifest->bytes.at != NULL;
}

const struct part *manifest_part(const struct manifest *manifest)
{
    return manifest->read.shard.of ? &manifest->read : NULL;
}

void manifest_set_part(struct manifest *manifest, const struct part *part)
{
    manifest->written = *part;
}

/* ---- finding ---- */

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

struct str manifest_line_at(const struct manifest *manifest, size_t i)
{
    return i < manifest->briefings.count ? manifest->briefings.items[i].line : STR_NONE;
}

const char *manifest_file(struct arena *arena, const struct manifest *manifest, struct str name)
{
    return str_format(arena, "%s/" STR_FMT, manifest->folder, STR_ARG(name)).at;
}

struct str manifest_group(const struct manifest *manifest, struct str id)
{
    const struct manifest_line *line = find(manifest->groups.items, manifest->groups.count, id);
    return line ? line->line : STR_NONE;
}

/* ---- what this run adds ---- */

/* The briefings of a run mostly share one group: each group is kept once. */
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

void manifest_drop_others(struct manifest *manifest, const struct jobs *jobs)
{
    for (size_t i = 0; i < jobs->other_count; i++) {
        struct manifest_line *line = find(manifest->briefings.items, manifest->briefings.count,
                                          entry_output(&jobs->others[i]));
        if (line)
            line->dropped = true;
    }
}

/* ---- what is gone ---- */

/* The first folder of the path must be there: otherwise the program was started somewhere else,
   and knows nothing about the file. */
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
        const char *output = manifest_file(arena, manifest, line->name);
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
    if (!manifest->bytes.at && !manifest->built.count && !manifest->written.shard.of &&
        access(manifest->path, F_OK) != 0)
        return true; /* nothing was ever built here */
    if (!output_write(manifest->arena, diags, manifest->path, text))
        return false;
    manifest->bytes = text;
    return true;
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
