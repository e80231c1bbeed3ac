/* Arenas: alignment, zeroing, growth, reset. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/list.h"

#include <string.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(large_pieces_get_blocks_of_their_own),
        cmocka_unit_test(reset_gives_zeroed_memory_again),
        cmocka_unit_test(reset_keeps_room_for_work_of_the_same_kind),
        cmocka_unit_test(lists_keep_what_was_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
