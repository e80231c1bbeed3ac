/* Remembers what was read, by a hash of its contents. */
#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>
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

/* Block by block: a file of any size takes no more memory than a small one. */
static bool hash_open_file(XXH3_state_t *state, int file)
{
    char block[64 << 10];
    XXH3_128bits_reset(state);
    for (;;) {
        ssize_t got = read(file, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        XXH3_128bits_update(state, block, (size_t)got);
    }
}

struct str hash_file(struct arena *arena, const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return STR_NONE;
    XXH3_state_t *state = XXH3_createState();
    struct str hash = STR_NONE;
    if (state && hash_open_file(state, file))
        hash = digits(arena, XXH3_128bits_digest(state));
    XXH3_freeState(state);
    close(file);
    return hash;
}

/* ---- what was read ---- */

struct inputs *inputs_new(struct arena *arena)
{
    struct inputs *inputs = ARENA_NEW(arena, struct inputs);
    inputs->arena = arena;
    return inputs;
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
    *LIST_ADD(arena, &inputs->list) = (struct input){
        str_copy(arena, rows->path), str_copy(arena, rows->hash), str_copy(arena, rows->column),
        str_copy(arena, rows->value), str_copy(arena, rows->places)};
}
