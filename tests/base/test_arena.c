/* Arenas: alignment, zeroing, growth, reset. */
#include "support/cmocka.h"

#include "base/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t size = 0; size < 300; size++) {
        unsigned char *memory = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xAA, size);
    }
    arena_free(arena);
}

static void large_pieces_get_blocks_of_their_own(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *small = arena_alloc(arena, 16);
    memset(small, 'a', 16);
    char *large = arena_alloc(arena, 10 << 20);
    memset(large, 'b', 10 << 20);
    assert_int_equal(small[15], 'a');
    arena_free(arena);
}

static void reset_gives_zeroed_memory_again(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (int round = 0; round < 3; round++) {
        unsigned char *memory = arena_alloc(arena, 1000);
        for (size_t i = 0; i < 1000; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xFF, 1000);
        arena_reset(arena);
    }
    arena_reset(arena);
    arena_free(arena);
    arena_free(NULL);
}

/* Neither the blocks before the largest nor a single large piece stay. */
static void reset_keeps_room_for_work_of_the_same_kind(void **state)
{
    (void)state;
#ifndef ARENA_DEBUG
    enum { PIECE = 1000, PIECES = 5000 };
    struct arena *arena = arena_new();
    for (int i = 0; i < PIECES; i++)
        arena_alloc(arena, PIECE);
    arena_alloc(arena, 10 << 20);
    arena_reset(arena);
    char *first = arena_alloc(arena, PIECE);
    for (int i = 1; i < PIECES / 2; i++) {
        char *next = arena_alloc(arena, PIECE);
        assert_in_range((uintptr_t)next - (uintptr_t)first, 0, (uintptr_t)PIECE * PIECES);
    }
    arena_free(arena);
#endif
}

static void lists_keep_what_was_added(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    LIST(int) numbers = {0};
    for (int i = 0; i < 1000; i++)
        *LIST_ADD(arena, &numbers) = i;
    assert_int_equal(numbers.count, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(numbers.items[i], i);
    arena_free(arena);
}

/* Where it can, a piece grows where it stands; what it held is kept either way. */
static void growth_keeps_what_was_there(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (int between = 0; between <= 1; between++) {
        char *text = NULL;
        for (size_t size = 8; size <= (size_t)1 << 20; size *= 2) {
            size_t old = text ? size / 2 : 0;
            text = arena_grow(arena, text, old, size, 1);
            memset(text + old, 'a' + between, size - old);
            if (between)
                memset(arena_alloc(arena, 24), 'x', 24);
            for (size_t i = 0; i < size; i++)
                assert_int_equal(text[i], 'a' + between);
        }
    }
    arena_free(arena);
}

/* What came before a mark stays, and is followed by zeroed memory, however much came between. */
static void release_forgets_what_came_since(void **state)
{
    (void)state;
    const size_t sizes[] = {1, 100, 70000, 5 << 20};
    struct arena *arena = arena_new();
    struct arena_mark empty = arena_mark(arena);
    for (size_t i = 0; i < 4; i++) {
        char *kept = memset(arena_alloc(arena, 100), 'k', 100);
        struct arena_mark mark = arena_mark(arena);
        for (int round = 0; round < 3; round++) {
            unsigned char *memory = arena_alloc(arena, sizes[i]);
            for (size_t at = 0; at < sizes[i]; at++)
                assert_int_equal(memory[at], 0);
            memset(memory, 0xFF, sizes[i]);
            memset(arena_grow(arena, memory, sizes[i], 2 * sizes[i], 1), 0xFF, 2 * sizes[i]);
            arena_release(arena, mark);
        }
        for (size_t at = 0; at < 100; at++)
            assert_int_equal(kept[at], 'k');
        arena_release(arena, empty);
    }
    arena_free(arena);
}

/* A piece that grows after a release may not run into what came before the mark. */
static void marks_nest(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *outer = memset(arena_alloc(arena, 32), 'o', 32);
    struct arena_mark first = arena_mark(arena);
    char *inner = memset(arena_alloc(arena, 32), 'i', 32);
    struct arena_mark second = arena_mark(arena);
    memset(arena_alloc(arena, 32), 's', 32);
    arena_release(arena, second);
    inner = arena_grow(arena, inner, 32, 64, 1);
    memset(arena_alloc(arena, 32), 's', 32);
    for (size_t i = 0; i < 32; i++)
        assert_int_equal(inner[i], 'i');
    arena_release(arena, first);
    memset(arena_alloc(arena, 32), 's', 32);
    for (size_t i = 0; i < 32; i++)
        assert_int_equal(outer[i], 'o');
    arena_free(arena);
}

/* An empty piece that grows is not taken for the one that came next. */
static void empty_pieces_are_pieces(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *empty = arena_alloc(arena, 0), *other = arena_alloc(arena, 16);
    assert_ptr_not_equal(empty, other);
    memset(other, 'o', 16);
    empty = arena_grow(arena, empty, 0, 64, 1);
    memset(empty, 'e', 64);
    for (size_t i = 0; i < 16; i++)
        assert_int_equal(other[i], 'o');
    arena_free(arena);
}

#ifndef ARENA_DEBUG
/* ---- no memory ---- */

enum { TOO_LARGE = 1 << 30 };

/* So that no compiler leaves out what is only asked for. */
static void use(volatile char *memory)
{
    if (memory)
        *memory = 1;
}

static void want_malloc(void)
{
    use(malloc(TOO_LARGE));
}

static void want_calloc(void)
{
    use(calloc(TOO_LARGE / 16, 16));
}

static void want_realloc(void)
{
    use(realloc(malloc(16), TOO_LARGE));
}

static void want_aligned(void)
{
    use(aligned_alloc(64, TOO_LARGE));
}

static void want_memalign(void)
{
    void *memory = NULL;
    use(posix_memalign(&memory, 64, TOO_LARGE) == 0 ? memory : NULL);
}

/* Memory that a library asks for on its own. */
static void want_stream(void)
{
    char *text = NULL;
    size_t len = 0;
    FILE *stream = open_memstream(&text, &len);
    for (int i = 0; i < TOO_LARGE / 16; i++)
        if (fputs("sixteen letters.", stream) < 0)
            _exit(1);
    _exit(fclose(stream) == 0 ? 0 : 1);
}

/* Its end, with little memory; what it says goes nowhere. */
static int status_of(void (*want)(void))
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        const struct rlimit limit = {TOO_LARGE / 2, TOO_LARGE / 2};
        close(STDERR_FILENO);
        setrlimit(RLIMIT_AS, &limit);
        want();
        _exit(0);
    }
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Whoever asks, the program or a library: without memory nothing goes on. */
static void what_lacks_memory_ends_the_program(void **state)
{
    (void)state;
    static void (*const wants[])(void) = {want_malloc,  want_calloc,   want_realloc,
                                          want_aligned, want_memalign, want_stream};
    for (size_t i = 0; i < sizeof wants / sizeof *wants; i++)
        assert_int_equal(status_of(wants[i]), EXIT_NO_MEMORY);
    free(malloc(0));
    free(realloc(malloc(8), 16));
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(large_pieces_get_blocks_of_their_own),
        cmocka_unit_test(reset_gives_zeroed_memory_again),
        cmocka_unit_test(reset_keeps_room_for_work_of_the_same_kind),
        cmocka_unit_test(lists_keep_what_was_added),
        cmocka_unit_test(growth_keeps_what_was_there),
        cmocka_unit_test(release_forgets_what_came_since),
        cmocka_unit_test(marks_nest),
        cmocka_unit_test(empty_pieces_are_pieces),
#ifndef ARENA_DEBUG
        cmocka_unit_test(what_lacks_memory_ends_the_program),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
