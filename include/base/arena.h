/* Memory that is freed all at once: one arena a job, one for the environment. */
#ifndef COUNCILBRIEF_BASE_ARENA_H
#define COUNCILBRIEF_BASE_ARENA_H

#include <stddef.h>

struct arena;

/* A new, empty arena. Never NULL: without memory the program says so and ends with status 70. */
struct arena *arena_new(void);

/* Says that there is no memory and ends the program with status 70: for who must get memory from
   elsewhere. */
_Noreturn void arena_exhausted(void);

/* Frees the arena and everything that came from it. NULL is allowed. */
void arena_free(struct arena *arena);

/* Forgets everything that came from the arena and keeps its largest block, of at most 4 MiB, for
   work of the same kind. */
void arena_reset(struct arena *arena);

/* `size` zeroed bytes, aligned for any type. Never NULL. A size of 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);

/* `count` zeroed elements of `size` bytes; a product that overflows counts as out of memory. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* `old` (of `old_count` elements) copied into room for `new_count`; what is new is zeroed. */
void *arena_grow(struct arena *arena, const void *old, size_t old_count, size_t new_count,
                 size_t size);

/* Ends the program as a failed allocation does: for libraries that only say that they had none. */
_Noreturn void arena_exhausted(void);

/* The status that it ends with. */
enum { EXIT_NO_MEMORY = 70 };

/* What arena_exhausted prints on its way out. */
extern const char arena_last_words[];

#define ARENA_NEW(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_array((arena), (count), sizeof(type)))

#endif
