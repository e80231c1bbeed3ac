/* Pictures in the PDF: each once, with its mask, and turned the right way up. */
#include "support/cmocka.h"

#include "pdf/page/paint.h"

#include <stdlib.h>

static int start(void **state)
{
    *state = arena_new();
    return 0;
}

static int end(void **state)
{
    arena_free(*state);
    return 0;
}

static const struct picture grey = {
    .width = 2, .height = 1, .channels = 1, .turn = TURN_NONE, .data = {"ab", 2}};

static struct op image_op(const struct picture *picture)
{
    return (struct op){.kind = OP_IMAGE, .x = 10000, .y = 20000, .image = {picture, 30000, 40000}};
}

static void pictures_of_the_same_bytes_are_one(void **state)
{
    struct picture same = grey, taller = grey, masked = grey, turned = grey;
    taller.width = 1;
    taller.height = 2;
    masked.alpha = STR("xy");
    turned.turn = TURN_HALF;
    struct op ops[] = {image_op(&grey),   image_op(&same),   image_op(&taller),
                       image_op(&masked), image_op(&turned), {.kind = OP_RECT}};
    struct page page = {.ops = ops, .op_count = sizeof ops / sizeof *ops};
    struct pages pages = {.items = &page, .count = 1};
    struct pdf_pictures pictures = pdf_pictures_of(*state, &pages);
    assert_int_equal(pictures.items.count, 3);
    assert_string_equal(pdf_picture_name(&pictures, &same), "I0");
    assert_string_equal(pdf_picture_name(&pictures, &taller), "I1");
    assert_string_equal(pdf_picture_name(&pictures, &masked), "I2");
    assert_string_equal(pdf_picture_name(&pictures, &turned), "I0");
}

/* The box is 30 wide and 40 high, its lower left corner at 10, 40 of a page that is 100 high. */
static void every_turn_has_its_matrix(void **state)
{
    static const char *const matrices[] = {
        [TURN_NONE] = "30 0 0 40 10 40",         [TURN_MIRRORED] = "-30 0 0 40 40 40",
        [TURN_HALF] = "-30 0 0 -40 40 80",       [TURN_HALF_MIRRORED] = "30 0 0 -40 10 80",
        [TURN_TRANSPOSED] = "0 -40 -30 0 40 80", [TURN_RIGHT] = "0 -40 30 0 10 80",
        [TURN_TRANSVERSED] = "0 40 30 0 10 40",  [TURN_LEFT] = "0 40 -30 0 40 40",
    };
    for (enum picture_turn turn = TURN_NONE; turn <= TURN_LEFT; turn++) {
        struct picture picture = grey;
        picture.turn = turn;
        struct op op = image_op(&picture);
        struct page page = {.ops = &op, .op_count = 1};
        struct pages pages = {.items = &page, .count = 1};
        struct pdf_pictures pictures = pdf_pictures_of(*state, &pages);
        struct buf out = {.arena = *state};
        struct paint paint = {.out = &out, .pictures = &pictures, .page_height = 100000};
        paint_op(&paint, &op);
        struct str expected = str_format(*state, "q\n%s cm\n/I0 Do\nQ\n", matrices[turn]);
        assert_string_equal(out.at, expected.at);
    }
}

static void a_quarter_turn_swaps_the_sides(void **state)
{
    (void)state;
    assert_int_equal(picture_shown_width(&grey), 2);
    struct picture turned = grey;
    turned.turn = TURN_LEFT;
    assert_int_equal(picture_shown_width(&turned), 1);
    assert_int_equal(picture_shown_height(&turned), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(pictures_of_the_same_bytes_are_one, start, end),
        cmocka_unit_test_setup_teardown(every_turn_has_its_matrix, start, end),
        cmocka_unit_test_setup_teardown(a_quarter_turn_swaps_the_sides, start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
