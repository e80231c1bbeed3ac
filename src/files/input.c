/* Remembers what was read, by a hash of its contents. */
#include "files/input.h"

#include "base/limits.h"
#include "diag/diag.h"

#include <inttypes.h>
#include <xxhash.h>

/* ---- hashes ---- */

static struct str digits(struct arena *arena, XXH128_hash_t hash)
{
    return str_format(arena, "%016" PRIx64 "%016" PRIx64, (uint64_t)hash.high64,
                      (uint64_t)hash.low64);
}

struct str hash_text(struct arena *arena, struct str bytes)
{
    return digits(arena, XXH3_128bits(bytes.len ? bytes.at : "", bytes.len));
}

/* Block by block: a large file takes no more memory than a small one. */
static bool hash_open_file(XXH3_state_t *state, struct file *file, const struct file_watch *watch)
{
    char block[64 << 10];
    uint64_t len = 0;
    XXH3_128bits_reset(state);
    for (size_t got; (got = file_next(file, block, sizeof block)); len += got) {
        if (len > LIMIT_HASHED_BYTES || (watch && watch->gives_up(watch->self)))
            return false;
        XXH3_128bits_update(state, block, got);
    }
    return file->fault == FILE_SOUND && len == file->size;
}

struct str hash_file(struct arena *arena, const char *path, const struct file_watch *watch)
{
    struct file file = file_open(arena, path, NULL);
    if (file.fault == FILE_MISSING)
        return INPUT_MISSING;
    XXH3_state_t *state = XXH3_createState();
    struct str hash = STR_NONE;
    if (!state)
        arena_exhausted();
    if (file.fault == FILE_SOUND && file.size <= LIMIT_HASHED_BYTES &&
        hash_open_file(state, &file, watch))
        hash = digits(arena, XXH3_128bits_digest(state));
    XXH3_freeState(state);
    file_close(&file);
    return hash;
}

/* ---- what was read ---- */

struct inputs *inputs_new(struct arena *arena)
{
    struct inputs *inputs = ARENA_NEW(arena, struct inputs);
    inputs->arena = arena;
    return inputs;
}

const struct bounds *inputs_bounds(const struct inputs *inputs)
{
    return inputs ? &inputs->bounds : NULL;
}

void inputs_add_hashed(struct inputs *inputs, struct str path, struct str hash)
{
    if (!inputs)
        return;
    for (size_t i = 0; i < inputs->list.count; i++)
        if (str_equal(inputs->list.items[i].path, path))
            return;
    *LIST_ADD(inputs->arena, &inputs->list) =
        (struct input){.path = str_copy(inputs->arena, path), .hash = hash};
}

void inputs_add(struct inputs *inputs, struct str path, struct str bytes)
{
    if (inputs)
        inputs_add_hashed(inputs, path, hash_text(inputs->arena, bytes));
}

void inputs_add_missing(struct inputs *inputs, struct str path)
{
    inputs_add_hashed(inputs, path, INPUT_MISSING);
}

void inputs_repeat(struct inputs *inputs, const struct inputs *from)
{
    for (size_t i = 0; i < from->list.count; i++)
        inputs_add_hashed(inputs, from->list.items[i].path, from->list.items[i].hash);
}

void inputs_add_rows(struct inputs *inputs, const struct input *rows)
{
    if (!inputs)
        return;
    struct arena *arena = inputs->arena;
    for (size_t i = 0; i < inputs->list.count; i++) {
        const struct input *known = &inputs->list.items[i];
        if (str_equal(known->path, rows->path) && str_equal(known->column, rows->column) &&
            str_equal(known->value, rows->value) && str_equal(known->question, rows->question))
            return;
    }
    *LIST_ADD(arena, &inputs->list) =
        (struct input){str_copy(arena, rows->path),   str_copy(arena, rows->hash),
                       str_copy(arena, rows->column), str_copy(arena, rows->value),
                       str_copy(arena, rows->places), str_copy(arena, rows->question)};
}

const struct source *source_read_as(struct arena *arena, struct diags *diags, const char *path,
                                    enum source_kind kind)
{
    static const size_t limits[] = {[SOURCE_TEXT] = LIMIT_FILE_BYTES,
                                    [SOURCE_TABLE] = LIMIT_TABLE_BYTES,
                                    [SOURCE_FACTS] = LIMIT_FACTS_BYTES};
    const size_t limit = limits[kind];
    struct file file;
    struct str text;
    if (!file_read(arena, path, inputs_bounds(diags->inputs), limit, &text, &file)) {
        file_refuse(diags, path, &file, limit);
        return NULL;
    }
    inputs_add(diags->inputs, str_from(path), text);
    return source_from_text_as(arena, diags, path, text, kind);
}

const struct source *source_read(struct arena *arena, struct diags *diags, const char *path)
{
    return source_read_as(arena, diags, path, SOURCE_TEXT);
}
