/* Arenas: blocks that grow, freed together. The one place that deals with running out of memory,
   for libraries too. Memory is zeroed when it is handed out, so that only the part of a block that
   is used is ever touched. What a list or a text grows by is not zeroed, because it is always
   written before it is read. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "base/arena.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ALIGNMENT = _Alignof(max_align_t), FIRST_BLOCK = 64 << 10, USUAL_BLOCK = 4 << 20 };

struct block_head {
    struct block_head *next; /* the block before this one */
    size_t size, used, last; /* of what follows the head; `last`: where its last piece begins */
};

struct arena {
    struct block_head *current;
};

/* The head is padded to a multiple of the alignment, so that what follows it is aligned. */
static const size_t head_size = (sizeof(struct block_head) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

const char arena_last_words[] = "councilbrief: out of memory\n";

/* Ends at once: anything done on the way out may need memory too. */
_Noreturn void arena_exhausted(void)
{
    ssize_t written = write(STDERR_FILENO, arena_last_words, sizeof arena_last_words - 1);
    (void)written; /* if that fails, the status alone must tell */
    _exit(EXIT_NO_MEMORY);
}

#ifndef ARENA_DEBUG
/* ---- the memory of libraries ----

   Several libraries go on without what they could not get: HarfBuzz leaves out outlines, ligatures
   and kerning, libyaml calls the text wrong, fontconfig knows fewer fonts. None of that may look
   like a result, so no allocation of this process ever fails: the program's own malloc stands
   before the system's for every library, and ends the program where that has nothing to give.
   Sanitizers bring their own, which does the same. */

/* The next allocator in link order; each function is looked up at its first call. */
static struct {
    void *(*malloc)(size_t);
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    int (*posix_memalign)(void **, size_t, size_t);
    void *(*aligned_alloc)(size_t, size_t);
} below;

/* `function` points at a pointer to a function. */
static void find_below(const char *name, void *function)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found)
        arena_exhausted();
    memcpy(function, &found, sizeof found);
}

/* A request for 0 bytes may well yield NULL. */
static void *given(void *memory, size_t size)
{
    if (!memory && size)
        arena_exhausted();
    return memory;
}

void *malloc(size_t size)
{
    if (!below.malloc)
        find_below("malloc", &below.malloc);
    return given(below.malloc(size), size);
}

void *calloc(size_t count, size_t size)
{
    if (!below.calloc)
        find_below("calloc", &below.calloc);
    return given(below.calloc(count, size), count && size);
}

void *realloc(void *memory, size_t size)
{
    if (!below.realloc)
        find_below("realloc", &below.realloc);
    return given(below.realloc(memory, size), size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    if (!below.posix_memalign)
        find_below("posix_memalign", &below.posix_memalign);
    int error = below.posix_memalign(memory, alignment, size);
    if (error == ENOMEM)
        arena_exhausted();
    return error;
}

void *aligned_alloc(size_t alignment, size_t size)
{
    if (!below.aligned_alloc)
        find_below("aligned_alloc", &below.aligned_alloc);
    return given(below.aligned_alloc(alignment, size), size);
}
#endif

/* ---- blocks ---- */

static void *checked_malloc(size_t size)
{
    void *memory = malloc(size);
    if (!memory)
        arena_exhausted();
    return memory;
}

static struct block_head *block_new(size_t size, struct block_head *next)
{
    if (size > SIZE_MAX - head_size)
        arena_exhausted();
    struct block_head *block = checked_malloc(head_size + size);
    *block = (struct block_head){.next = next, .size = size};
    return block;
}

struct arena *arena_new(void)
{
    struct arena *arena = checked_malloc(sizeof *arena);
    arena->current = NULL;
    return arena;
}

static void free_blocks(struct block_head *block)
{
    while (block) {
        struct block_head *next = block->next;
        free(block);
        block = next;
    }
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    free_blocks(arena->current);
    free(arena);
}

#ifdef ARENA_DEBUG
/* Every allocation is a block of its own, so that sanitizers see where each one ends; what is not
   zeroed is filled with bytes that nobody can take for a value. */
static void spoil(void *memory, size_t size)
{
    memset(memory, 0xA5, size);
}

static int grows_in_place(struct arena *arena, const void *old, size_t size)
{
    (void)arena;
    (void)old;
    (void)size;
    return 0;
}

static int needs_block(const struct block_head *current, size_t size)
{
    (void)current;
    (void)size;
    return 1;
}

static size_t block_size(const struct block_head *current, size_t size)
{
    (void)current;
    return size;
}

/* Nor is a block used again, so that anything still pointing into it is found. */
static struct block_head *block_to_keep(struct block_head *block)
{
    (void)block;
    return NULL;
}
#else
static void spoil(void *memory, size_t size)
{
    (void)memory;
    (void)size;
}

static size_t rounded(size_t size)
{
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* The piece handed out last can grow in place. */
static int grows_in_place(struct arena *arena, const void *old, size_t size)
{
    struct block_head *block = arena->current; /* its last piece has a rounded size too */
    if (!old || !block || old != (char *)block + head_size + block->last ||
        size > block->size - block->last)
        return 0;
    block->used = block->last + rounded(size);
    return 1;
}

static int needs_block(const struct block_head *current, size_t size)
{
    return !current || current->size - current->used < size;
}

static size_t block_size(const struct block_head *current, size_t size)
{
    size_t wanted = current ? current->size * 2 : (size_t)FIRST_BLOCK;
    if (wanted > USUAL_BLOCK)
        wanted = USUAL_BLOCK;
    return size > wanted ? size : wanted;
}

/* The largest block, save those that were made for one large piece. */
static struct block_head *block_to_keep(struct block_head *block)
{
    struct block_head *kept = NULL;
    for (; block; block = block->next)
        if (block->size <= USUAL_BLOCK && (!kept || block->size > kept->size))
            kept = block;
    return kept;
}
#endif

void arena_reset(struct arena *arena)
{
    struct block_head *kept = block_to_keep(arena->current);
    for (struct block_head *block = arena->current; block;) {
        struct block_head *next = block->next;
        if (block != kept)
            free(block);
        block = next;
    }
    arena->current = kept;
    if (kept)
        *kept = (struct block_head){.size = kept->size};
}

struct arena_mark arena_mark(const struct arena *arena)
{
    const struct block_head *block = arena->current;
    return (struct arena_mark){block, block ? block->used : 0};
}

void arena_release(struct arena *arena, struct arena_mark mark)
{
    if (!mark.block) {
        arena_reset(arena);
        return;
    }
    while (arena->current != mark.block) {
        struct block_head *next = arena->current->next;
        free(arena->current);
        arena->current = next;
    }
    arena->current->used = arena->current->last = mark.used;
}

/* Room whose bytes are not set. */
static void *take(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT)
        arena_exhausted();
#ifndef ARENA_DEBUG
    size = rounded(size ? size : 1); /* no two pieces begin at the same address */
#endif
    if (needs_block(arena->current, size))
        arena->current = block_new(block_size(arena->current, size), arena->current);
    struct block_head *block = arena->current;
    block->last = block->used;
    block->used += size;
    return (char *)block + head_size + block->last;
}

static size_t product(size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        arena_exhausted();
    return count * size;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    return arena_alloc(arena, product(count, size));
}

void *arena_grow(struct arena *arena, void *old, size_t old_count, size_t new_count, size_t size)
{
    size_t kept = old_count * size, whole = product(new_count, size);
    if (grows_in_place(arena, old, whole))
        return old;
    char *grown = take(arena, whole);
    if (kept)
        memcpy(grown, old, kept);
    spoil(grown + kept, whole - kept);
    return grown;
}
