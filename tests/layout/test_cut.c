/* Cutting the galley: full pages, bonds that hold, nothing lost, work that grows with the length.
 */
#include "support/cmocka.h"

#include "layout/flow/galley.h"

enum { PAGE = 100000 };

struct fixture {
    struct arena *arena;
    struct galley galley;
};

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    arena_free(((struct fixture *)*state)->arena);
    return 0;
}

static struct strip *add(struct fixture *fixture, milli height, enum page_break before)
{
    struct strip *strip = LIST_ADD(fixture->arena, &fixture->galley.strips);
    strip->height = height;
    strip->before = before;
    strip->header = strip->heading = strip->entry = strip->figure = -1;
    return strip;
}

static void add_many(struct fixture *fixture, int count, milli height)
{
    for (int i = 0; i < count; i++)
        add(fixture, height, BREAK_FREE);
}

static struct cuts cut(struct fixture *fixture)
{
    return cut_pages(fixture->arena, &fixture->galley, PAGE);
}

static void nothing_gives_one_page(void **state)
{
    struct cuts cuts = cut(*state);
    assert_int_equal(cuts.count, 1);
    assert_int_equal(cuts.starts[0], 0);
}

static void pages_are_filled(void **state)
{
    add_many(*state, 25, 10000);
    struct cuts cuts = cut(*state);
    assert_int_equal(cuts.count, 3);
    assert_int_equal(cuts.starts[1], 10);
    assert_int_equal(cuts.starts[2], 20);
}

static void space_at_the_top_of_a_page_vanishes(void **state)
{
    add_many(*state, 24, 10000);
    ((struct fixture *)*state)->galley.strips.items[0].space = 50000;
    ((struct fixture *)*state)->galley.strips.items[10].space = 50000;
    struct cuts cuts = cut(*state);
    assert_int_equal(cuts.count, 3);
    assert_int_equal(cuts.starts[1], 10);
    assert_int_equal(cuts.starts[2], 20);
}

static void space_inside_a_page_counts(void **state)
{
    add_many(*state, 10, 10000);
    ((struct fixture *)*state)->galley.strips.items[5].space = 1;
    assert_int_equal(cut(*state).count, 2);
}

static void bonds_hold(void **state)
{
    add_many(*state, 9, 10000);
    add(*state, 10000, BREAK_FREE); /* a heading at the foot of the page */
    add(*state, 10000, BREAK_FORBIDDEN);
    add_many(*state, 3, 10000);
    struct cuts cuts = cut(*state);
    assert_int_equal(cuts.count, 2);
    assert_int_equal(cuts.starts[1], 9);
}

static void a_better_break_is_worth_some_empty_space(void **state)
{
    add_many(*state, 9, 10000);
    add(*state, 10000, BREAK_FREE);
    add(*state, 10000, BREAK_POOR);
    add_many(*state, 3, 10000);
    assert_int_equal(cut(*state).starts[1], 9);
}

static void bonds_longer_than_a_page_give_way_once(void **state)
{
    add(*state, 10000, BREAK_FREE);
    for (int i = 0; i < 14; i++)
        add(*state, 10000, BREAK_FORBIDDEN);
    struct cuts cuts = cut(*state);
    assert_int_equal(cuts.count, 2);
}

/* Whatever is bound to what, and however little stands before it. */
static void a_strip_that_begins_a_page_does(void **state)
{
    add_many(*state, 3, 10000);
    add(*state, 10000, BREAK_FORBIDDEN)->begins = true;
    add_many(*state, 2, 10000);
    struct cuts cuts = cut(*state);
    assert_int_equal(cuts.count, 2);
    assert_int_equal(cuts.starts[1], 3);
}

/* 21 strips before it are cut as a document of their own. */
static void what_a_page_begins_with_ends_a_part(void **state)
{
    add_many(*state, 21, 10000);
    add(*state, 10000, BREAK_FREE)->begins = true;
    add_many(*state, 12, 10000);
    struct cuts cuts = cut(*state);
    assert_int_equal(cuts.count, 5);
    assert_int_equal(cuts.starts[1], 9);
    assert_int_equal(cuts.starts[2], 18);
    assert_int_equal(cuts.starts[3], 21);
}

/* 21 strips of a tenth of a page: three on the last, and the others share what that costs. */
static void a_last_page_is_not_hardly_begun(void **state)
{
    add_many(*state, 21, 10000);
    struct cuts cuts = cut(*state);
    assert_int_equal(cuts.count, 3);
    assert_int_equal(cuts.starts[1], 9);
    assert_int_equal(cuts.starts[2], 18);
}

static void no_page_is_added_to_share_out_a_hole(void **state)
{
    add_many(*state, 5, 10000);
    for (int i = 0; i < 5; i++)
        add(*state, 10000, BREAK_INSIDE);
    add(*state, 60000, BREAK_FREE);
    add_many(*state, 4, 10000);
    assert_int_equal(cut(*state).count, 2);
}

/* The small strip could stand on the first page, which would leave half of the second empty. */
static void two_small_holes_are_better_than_a_large_one(void **state)
{
    add(*state, 80000, BREAK_FREE);
    add(*state, 10000, BREAK_FREE);
    add(*state, 50000, BREAK_FREE);
    add(*state, 60000, BREAK_FREE);
    struct cuts cuts = cut(*state);
    assert_int_equal(cuts.count, 3);
    assert_int_equal(cuts.starts[1], 1);
    assert_int_equal(cuts.starts[2], 3);
}

static void a_strip_taller_than_a_page_has_its_own(void **state)
{
    add(*state, 10000, BREAK_FREE);
    add(*state, 2 * PAGE, BREAK_FREE);
    add(*state, 10000, BREAK_FREE);
    struct cuts cuts = cut(*state);
    assert_int_equal(cuts.count, 3);
    assert_int_equal(cuts.starts[1], 1);
    assert_int_equal(cuts.starts[2], 2);
}

static void a_repeated_header_takes_its_room(void **state)
{
    struct fixture *fixture = *state;
    *LIST_ADD(fixture->arena, &fixture->galley.headers) = (struct repeated){.height = 20000};
    for (int i = 0; i < 22; i++)
        add(fixture, 10000, BREAK_FREE)->header = i ? 0 : -1;
    struct cuts cuts = cut(fixture);
    assert_int_equal(cuts.count, 3);
    assert_int_equal(cuts.starts[1], 10);
    assert_int_equal(cuts.starts[2], 18);
}

static size_t trials_for(void **state, int strips)
{
    ((struct fixture *)*state)->galley.strips.count = 0;
    add_many(*state, strips, 10000);
    return cut(*state).trials;
}

static void work_grows_in_step_with_the_length(void **state)
{
    size_t once = trials_for(state, 3000);
    size_t twice = trials_for(state, 6000);
    assert_true(twice <= 2 * once + 100);
    assert_true(once <= 3000 * 11);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(nothing_gives_one_page),
        TEST(pages_are_filled),
        TEST(space_at_the_top_of_a_page_vanishes),
        TEST(space_inside_a_page_counts),
        TEST(bonds_hold),
        TEST(a_better_break_is_worth_some_empty_space),
        TEST(bonds_longer_than_a_page_give_way_once),
        TEST(a_strip_that_begins_a_page_does),
        TEST(what_a_page_begins_with_ends_a_part),
        TEST(a_last_page_is_not_hardly_begun),
        TEST(no_page_is_added_to_share_out_a_hole),
        TEST(two_small_holes_are_better_than_a_large_one),
        TEST(a_strip_taller_than_a_page_has_its_own),
        TEST(a_repeated_header_takes_its_room),
        TEST(work_grows_in_step_with_the_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
