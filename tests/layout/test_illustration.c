/* Pictures on the page: size, caption, logo, and where a fault is reported. */
#include "layout/layout_codes.h"
#include "support/cmocka.h"

#include "layout/fixture.h"
#include "layout/picture/picture.h"

static void add_picture(struct fixture *fixture, const struct illustration *illustration)
{
    fixture->theme.folder = STR("tests/pictures");
    struct illustration *copy = ARENA_NEW(fixture->arena, struct illustration);
    *copy = *illustration;
    fixture_block(fixture, fixture->document, BLOCK_FIGURE, NULL)->illustration = copy;
}

static const struct pages *lay(struct fixture *fixture)
{
    return fixture_lay(fixture);
}

/* The n-th picture of a page, from 0; NULL when there are fewer. */
static const struct op *find_image(const struct pages *pages, size_t page, size_t n)
{
    for (size_t i = 0; i < pages->items[page].op_count; i++)
        if (pages->items[page].ops[i].kind == OP_IMAGE && n-- == 0)
            return &pages->items[page].ops[i];
    return NULL;
}

static void assert_size(const struct op *image, milli width, milli height)
{
    assert_non_null(image);
    assert_int_equal(image->image.width, width);
    assert_int_equal(image->image.height, height);
}

static void a_picture_is_a_figure_in_its_box(void **state)
{
    add_picture(*state, &(struct illustration){.file = STR("rgba.png"), .alt = STR("Squares")});
    const struct pages *pages = lay(*state);
    assert_non_null(pages);
    assert_string_equal(
        fixture_dump(*state, pages, pages_dump),
        "pages 1 400.000 300.000 text 50.000 50.000 300.000 200.000\n"
        "1 image Figure:1 50.000 50.000 12.000 9.000 pixels 16x12 rgb with alpha\n"
        "1 text footer 302.500 280.000 47.500 regular 10.000 #000000 \"Page 1 of 1\"\n");
    const struct element *figure = &pages->elements[1];
    assert_true(str_is(figure->alt, "Squares"));
    assert_int_equal(figure->box.x, 50000);
    assert_int_equal(figure->box.y, 50000);
    assert_int_equal(figure->box.width, 12000);
    assert_int_equal(figure->box.height, 9000);
}

static void a_width_is_a_share_of_the_text(void **state)
{
    add_picture(*state, &(struct illustration){.file = STR("rgb.png"), .percent = 50});
    assert_size(find_image(lay(*state), 0, 0), 150000, 112500);
}

static void a_picture_taller_than_the_page_is_made_smaller(void **state)
{
    add_picture(*state, &(struct illustration){.file = STR("rgb.png"), .percent = 100});
    const struct pages *pages = lay(*state);
    assert_int_equal(pages->count, 1);
    assert_size(find_image(pages, 0, 0), 266666, 200000);
}

static void a_caption_leaves_the_picture_less_room(void **state)
{
    struct fixture *fixture = *state;
    add_picture(fixture, &(struct illustration){.file = STR("rgb.png"),
                                                .percent = 100,
                                                .caption = fixture_inline(fixture, "Colours")});
    const struct pages *pages = lay(fixture);
    assert_int_equal(pages->count, 1);
    assert_size(find_image(pages, 0, 0), 213333, 160000);
    assert_non_null(find_text(pages, 0, "Colours"));
}

static void a_caption_is_inside_its_figure_and_told_with_it(void **state)
{
    struct fixture *fixture = *state;
    add_picture(fixture, &(struct illustration){.file = STR("grey.jpg"),
                                                .alt = STR("A photograph"),
                                                .caption = fixture_inline(fixture, "Grey")});
    assert_string_equal(fixture_dump(fixture, lay(fixture), structure_dump),
                        "Document page 1\n"
                        "  Figure page 1 alt \"Grey. A photograph\"\n"
                        "    Caption page 1\n"
                        "      \"Grey\"\n");
}

static void a_caption_is_on_the_page_of_its_picture(void **state)
{
    struct fixture *fixture = *state;
    add_lines(fixture, 9);
    add_picture(fixture, &(struct illustration){.file = STR("rgb.png"),
                                                .caption = fixture_inline(fixture, "Colours")});
    const struct pages *pages = lay(fixture);
    assert_int_equal(pages->count, 2);
    assert_null(find_image(pages, 0, 0));
    assert_non_null(find_image(pages, 1, 0));
    assert_non_null(find_text(pages, 1, "Colours"));
}

static void a_turned_photograph_stands_upright(void **state)
{
    add_picture(*state, &(struct illustration){.file = STR("turned.jpg"), .percent = 20});
    assert_size(find_image(lay(*state), 0, 0), 60000, 80000);
}

static void a_file_is_read_once(void **state)
{
    const struct illustration illustration = {.file = STR("rgb.png")};
    add_picture(*state, &illustration);
    add_picture(*state, &illustration);
    const struct pages *pages = lay(*state);
    assert_ptr_equal(find_image(pages, 0, 0)->image.picture,
                     find_image(pages, 0, 1)->image.picture);
}

static void a_fault_is_reported_where_the_file_is_named(void **state)
{
    struct fixture *fixture = *state;
    const struct source *source =
        source_from_text(fixture->arena, &fixture->diags, "briefing.md", STR("file: missing.png"));
    add_picture(fixture,
                &(struct illustration){.file = STR("missing.png"), .named = {source, 6, 17}});
    assert_null(lay(fixture));
    assert_int_equal(fixture->diags.items.count, 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, &E530);
    assert_int_equal(fixture->diags.items.items[0].span.start, 6);
}

/* What the specification names is in its folder, whatever the template's is. */
static void a_specification_has_a_folder_of_its_own(void **state)
{
    struct fixture *fixture = *state;
    const struct source *source = source_from_text(fixture->arena, &fixture->diags,
                                                   "tests/pictures/in.yaml", STR("file: rgb.png"));
    add_picture(fixture, &(struct illustration){.file = STR("rgb.png"),
                                                .named = {source, 6, 13},
                                                .of_specification = true});
    fixture->theme.folder = STR("templates");
    assert_non_null(find_image(lay(fixture), 0, 0));
}

static void a_logo_stands_above_the_title(void **state)
{
    struct fixture *fixture = *state;
    struct picture_place place = {STR("tests/pictures"), STR("palette.png"), {0}};
    fixture->theme.logo = (struct logo){
        .picture = picture_read(fixture->arena, &fixture->diags, &place),
        .alt = STR("Exampleshire"),
        .width = 80000,
    };
    add_heading(fixture, 1, "Title");
    const struct pages *pages = lay(fixture);
    assert_size(find_image(pages, 0, 0), 80000, 60000);
    assert_string_equal(fixture_dump(fixture, pages, structure_dump),
                        "Document page 1\n"
                        "  Figure page 1 alt \"Exampleshire\"\n"
                        "  H1 page 1\n"
                        "    \"Title\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(a_picture_is_a_figure_in_its_box),
        FIXTURE_TEST(a_width_is_a_share_of_the_text),
        FIXTURE_TEST(a_picture_taller_than_the_page_is_made_smaller),
        FIXTURE_TEST(a_caption_leaves_the_picture_less_room),
        FIXTURE_TEST(a_caption_is_inside_its_figure_and_told_with_it),
        FIXTURE_TEST(a_caption_is_on_the_page_of_its_picture),
        FIXTURE_TEST(a_turned_photograph_stands_upright),
        FIXTURE_TEST(a_file_is_read_once),
        FIXTURE_TEST(a_fault_is_reported_where_the_file_is_named),
        FIXTURE_TEST(a_specification_has_a_folder_of_its_own),
        FIXTURE_TEST(a_logo_stands_above_the_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
