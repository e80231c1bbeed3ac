/* Memory that is freed all at once: one arena per job, one for the environment. */
#ifndef COUNCILBRIEF_BASE_ARENA_H
#define COUNCILBRIEF_BASE_ARENA_H

#include <stddef.h>

struct arena;

/* A new, empty arena. Never NULL: when memory runs out the program says so and ends with status
   70. */
struct arena *arena_new(void);

/* Says that memory has run out and ends the program with status 70: for code that must get memory
   from elsewhere. */
_Noreturn void arena_exhausted(void);

/* Frees the arena and everything that came from it. NULL is allowed. */
void arena_free(struct arena *arena);

/* Forgets everything that came from the arena, but keeps its largest block, of at most 4 MiB, for
   work of the same kind. */
void arena_reset(struct arena *arena);

/* A point to go back to: releasing it forgets only what came from the arena since, for scratch work
   inside other scratch work. Release marks in reverse order, and let nothing from before a mark
   grow until it is released. */
struct arena_mark {
    const void *block;
    size_t used;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_release(struct arena *arena, struct arena_mark mark);

/* `size` zeroed bytes, aligned for any type. Never NULL. A size of 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);

/* `count` zeroed elements of `size` bytes; a product that overflows counts as out of memory. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* `old` (of `old_count` elements) with room for `new_count`: where it stood, when it was the last
   that came from the arena and there is room after it, else copied. What is new is not zeroed. */
void *arena_grow(struct arena *arena, void *old, size_t old_count, size_t new_count, size_t size);

/* The program's status when memory runs out. */
enum { EXIT_NO_MEMORY = 70 };

/* The message of arena_exhausted. */
extern const char arena_last_words[];

#define ARENA_NEW(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_array((arena), (count), sizeof(type)))

#endif
