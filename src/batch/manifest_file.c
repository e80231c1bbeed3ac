/* The manifest as a file: JSON with a line for each entry, and a seal over all of it. */
#include "batch/manifest_parts.h"

#include "files/input.h"

#include <stdlib.h>

/* The numbers changes when an entry means something else than before. */
static const char head[] = "{\n\"format\": 1,\n\"groups\": [\n";
static const char between[] = "],\n\"briefings\": [\n";
static const char seal_key[] = "],\n\"seal\": \"";
static const char tail[] = "\"\n}\n";

enum { SEAL_DIGITS = 32 };

/* ---- reading ---- */

static bool skip(struct str *rest, const char *expected)
{
    if (!str_starts(*rest, expected))
        return false;
    *rest = str_part(*rest, str_from(expected).len, rest->len);
    return true;
}

/* Lines up to the one that begins with a bracket; each but the last ends in a comma. */
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

static bool parse_lines(struct manifest *manifest, struct arena *scratch, struct str rest)
{
    bool sound = skip(&rest, head);
    while (sound && str_starts(rest, "{"))
        sound = parse_line(manifest->arena, scratch, &rest,
                           LIST_ADD(manifest->arena, &manifest->groups));
    sound = sound && skip(&rest, between);
    while (sound && str_starts(rest, "{"))
        sound = parse_line(manifest->arena, scratch, &rest,
                           LIST_ADD(manifest->arena, &manifest->briefings));
    return sound && !rest.len;
}

/* The seal is the hash of all above it: whoever edits the file by hand breaks it. */
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

static int by_name(const void *left, const void *right)
{
    const struct manifest_line *a = left, *b = right;
    return str_compare(a->name, b->name);
}

bool manifest_parse(struct manifest *manifest, struct str bytes)
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

/* ---- writing ---- */

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

struct str manifest_text(struct manifest *manifest)
{
    struct buf text = {.arena = manifest->arena};
    struct lines briefings = briefings_of(manifest);
    struct lines groups = groups_of(manifest, &briefings);
    buf_addz(&text, head);
    add_lines(&text, &groups);
    buf_addz(&text, between);
    add_lines(&text, &briefings);
    struct str seal = hash_text(manifest->arena, buf_str(&text));
    buf_addf(&text, "%s" STR_FMT "%s", seal_key, STR_ARG(seal), tail);
    return buf_str(&text);
}
