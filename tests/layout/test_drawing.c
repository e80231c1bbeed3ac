/* Drawings: where shapes and text come to stand, what is read, and what is refused. */
#include "layout/layout_codes.h"
#include "support/cmocka.h"

#include "layout/drawing/drawing.h"
#include "layout/fixture.h"

/* What a test draws. */
struct draft {
    void (*draw)(struct drawing *drawing);
    milli height;
    bool left_open;
};

static const struct colour red = {255, 0, 0};
static const struct drawn_look plain = {.role = STYLE_CHART, .colour = {0, 0, 255}};
static const struct drawn_look strong = {.role = STYLE_CHART, .strong = true};

static void draw_draft(struct canvas *canvas, const void *self)
{
    const struct draft *draft = self;
    struct drawing *drawing = drawing_open(canvas, (struct span){0});
    draft->draw(drawing);
    if (!draft->left_open)
        drawing_close(drawing, draft->height, STR("What is drawn."));
}

static const struct pages *lay(struct fixture *fixture)
{
    return fixture_lay(fixture);
}

static struct chart *add_draft(struct fixture *fixture, struct block *parent,
                               const struct draft *draft)
{
    struct chart *chart = ARENA_NEW(fixture->arena, struct chart);
    *chart = (struct chart){.draw = draw_draft, .self = draft};
    fixture_block(fixture, parent, BLOCK_CHART, NULL)->chart = chart;
    return chart;
}

static const struct pages *lay_draft(struct fixture *fixture, const struct draft *draft)
{
    add_draft(fixture, fixture->document, draft);
    return lay(fixture);
}

#define FOOTER "1 text footer 302.500 280.000 47.500 regular 10.000 #000000 \"Page 1 of 1\"\n"

/* ---- shapes ---- */

static void draw_shapes(struct drawing *drawing)
{
    drawing_area(drawing, (struct rect){1000, 2000, 30000, 4000}, red);
    drawing_outline(drawing, (struct rect){0, 0, 10000, 10000}, 500, red);
    drawing_line(drawing, 0, 5000, 20000, 5000, 750, red);
    drawing_mark(drawing, MARK_SQUARE, 10000, 0, 8000, red);
    drawing_mark(drawing, MARK_DISC, 10000, 0, 8000, red);
}

static void shapes_stand_where_they_were_put(void **state)
{
    struct fixture *fixture = *state;
    add_lines(fixture, 1);
    const struct pages *pages = lay_draft(fixture, &(struct draft){draw_shapes, 30000, false});
    assert_string_equal(strstr(fixture_dump(fixture, pages, pages_dump), "1 rect"),
                        "1 rect Figure:2 51.000 72.000 30.000 4.000 #ff0000\n"
                        "1 path Figure:2 50.000 70.000 5 steps stroked #ff0000\n"
                        "1 path Figure:2 50.000 75.000 2 steps stroked #ff0000\n"
                        "1 path Figure:2 64.000 70.000 5 steps filled #ff0000\n"
                        "1 path Figure:2 64.000 70.000 6 steps filled #ff0000\n" FOOTER);
    const struct op *line = &pages->items[0].ops[3];
    assert_int_equal(line->path.stroke, 750);
    assert_int_equal(line->path.steps[1].x, 70000);
    assert_int_equal(line->path.steps[1].y, 75000);
}

static void the_figure_is_as_large_as_was_said(void **state)
{
    const struct draft draft = {draw_shapes, 30000, false};
    const struct element *figure = &lay_draft(*state, &draft)->elements[1];
    assert_int_equal(figure->tag, TAG_FIGURE);
    assert_true(str_is(figure->alt, "What is drawn."));
    assert_int_equal(figure->box.x, 50000);
    assert_int_equal(figure->box.y, 50000);
    assert_int_equal(figure->box.width, 300000);
    assert_int_equal(figure->box.height, 30000);
}

static void an_indented_drawing_moves_as_a_whole(void **state)
{
    struct fixture *fixture = *state;
    const struct draft draft = {draw_shapes, 30000, false};
    add_draft(fixture, fixture_block(fixture, fixture->document, BLOCK_QUOTE, NULL), &draft);
    const struct page *page = &lay(fixture)->items[0];
    assert_int_equal(page->ops[0].x, 69000);
    assert_int_equal(page->ops[1].path.steps[0].x, 68000);
}

static void draw_nothing(struct drawing *drawing)
{
    drawing_area(drawing, (struct rect){0, 0, 0, 10000}, red);
    drawing_hatch(drawing, (struct rect){0, 0, 10000, 0}, red);
    drawing_outline(drawing, (struct rect){0, 0, -1, 10000}, 500, red);
    drawing_line(drawing, 5000, 5000, 5000, 5000, 500, red);
    drawing_line(drawing, 0, 0, 5000, 5000, 0, red);
    drawing_mark(drawing, MARK_NONE, 0, 0, 8000, red);
    drawing_mark(drawing, MARK_DISC, 0, 0, 0, red);
    drawing_place(drawing,
                  drawing_text(drawing, &plain, STR(""), 100, ALIGN_START, (struct span){0}), 0, 0);
}

static const char *captioned(struct fixture *fixture, const struct draft *draft)
{
    struct chart *chart = add_draft(fixture, fixture->document, draft);
    chart->caption = fixture_inline(fixture, "Shapes");
    return fixture_dump(fixture, lay(fixture), structure_dump);
}

static void a_caption_is_inside_the_figure_and_told_with_it(void **state)
{
    assert_string_equal(captioned(*state, &(struct draft){draw_shapes, 30000, false}),
                        "Document page 1\n"
                        "  Figure page 1 alt \"Shapes. What is drawn.\"\n"
                        "    Caption page 1\n"
                        "      \"Shapes\"\n");
}

static void the_caption_of_what_is_not_drawn_is_a_paragraph(void **state)
{
    assert_string_equal(captioned(*state, &(struct draft){draw_shapes, 30000, true}),
                        "Document page 1\n"
                        "  Div page 1\n"
                        "    P page 1\n"
                        "      \"Shapes\"\n");
}

static void what_has_no_extent_is_not_drawn(void **state)
{
    struct fixture *fixture = *state;
    const struct pages *pages = lay_draft(fixture, &(struct draft){draw_nothing, 30000, false});
    assert_string_equal(fixture_dump(fixture, pages, pages_dump),
                        "pages 1 400.000 300.000 text 50.000 50.000 300.000 200.000\n" FOOTER);
    assert_int_equal(pages->element_count, 1);
}

static void what_is_not_closed_leaves_no_trace(void **state)
{
    struct fixture *fixture = *state;
    const struct pages *pages = lay_draft(fixture, &(struct draft){draw_shapes, 30000, true});
    assert_string_equal(fixture_dump(fixture, pages, pages_dump),
                        "pages 1 400.000 300.000 text 50.000 50.000 300.000 200.000\n" FOOTER);
    assert_int_equal(pages->element_count, 1);
}

/* ---- hatching ---- */

static void draw_hatch(struct drawing *drawing)
{
    drawing_hatch(drawing, (struct rect){10000, 20000, 60000, 9000}, red);
    drawing_hatch(drawing, (struct rect){100000, 20000, 2000, 40000}, red);
    drawing_hatch(drawing, (struct rect){148500, 20000, 1000, 1000}, red);
}

static void assert_hatched(const struct op *op, struct rect area, size_t lines)
{
    assert_int_equal(op->path.count, 2 * lines);
    assert_false(op->path.filled);
    for (size_t i = 0; i < op->path.count; i++) {
        const struct path_step *step = &op->path.steps[i];
        assert_int_equal(step->verb, i % 2 ? PATH_LINE : PATH_MOVE);
        assert_in_range(step->x, area.x, area.x + area.width);
        assert_in_range(step->y, area.y, area.y + area.height);
        if (i % 2) {
            assert_true(step->x > step[-1].x);
            assert_int_equal(step->x - step[-1].x, step[-1].y - step->y);
        }
    }
}

/* Lines are 3.5 pt apart, and one passes through the drawing's corner: x and y of the third area
   add up to less than the next. */
static void hatching_stays_inside_its_area(void **state)
{
    const struct draft draft = {draw_hatch, 100000, false};
    const struct page *page = &lay_draft(*state, &draft)->items[0];
    assert_int_equal(page->op_count, 3);
    assert_hatched(&page->ops[0], (struct rect){60000, 70000, 60000, 9000}, 20);
    assert_hatched(&page->ops[1], (struct rect){150000, 70000, 2000, 40000}, 12);
}

static void draw_twice_hatched(struct drawing *drawing)
{
    drawing_hatch(drawing, (struct rect){1000, 0, 50000, 7000}, red);
    drawing_hatch(drawing, (struct rect){20000, 0, 50000, 7000}, red);
}

static milli sum_of(const struct path_step *step)
{
    return step->x - 50000 + step->y - 50000;
}

static void hatching_that_overlaps_coincides(void **state)
{
    const struct draft draft = {draw_twice_hatched, 100000, false};
    const struct page *page = &lay_draft(*state, &draft)->items[0];
    assert_int_equal(sum_of(page->ops[0].path.steps), 3500);
    assert_int_equal(sum_of(page->ops[1].path.steps), 21000);
    assert_int_equal(sum_of(page->ops[1].path.steps + 1), 21000);
}

static void draw_scaled(struct drawing *drawing)
{
    assert_int_equal(drawing_scaled(drawing, 4000), 6000);
    draw_hatch(drawing);
}

static void a_larger_theme_hatches_wider(void **state)
{
    struct fixture *fixture = *state;
    fixture->theme.scale = 1500;
    const struct draft draft = {draw_scaled, 100000, false};
    const struct page *page = &lay_draft(fixture, &draft)->items[0];
    assert_hatched(&page->ops[0], (struct rect){60000, 70000, 60000, 9000}, 13);
    assert_int_equal(page->ops[0].path.stroke, 1200);
}

/* ---- text ---- */

static struct drawn_text *text_of(struct drawing *drawing, const struct drawn_look *look,
                                  const char *text, milli width, enum cell_align align)
{
    return drawing_text(drawing, look, str_from(text), width, align, (struct span){0});
}

static void draw_text(struct drawing *drawing)
{
    struct drawn_text *left = text_of(drawing, &plain, "one two", 20000, ALIGN_START);
    struct drawn_text *right = text_of(drawing, &plain, "one", 40000, ALIGN_END);
    struct drawn_text *middle = text_of(drawing, &strong, "one", 40000, ALIGN_CENTRE);
    assert_int_equal(drawn_width(left), 15000);
    assert_int_equal(drawn_height(left), 40000);
    assert_int_equal(drawn_baseline(left), 12500);
    assert_int_equal(drawing_text_width(drawing, &plain, STR("one two")), 32500);
    assert_int_equal(drawing_word_width(drawing, &plain, STR("one three")), 25000);
    assert_int_equal(drawing_text_width(drawing, &strong, STR("one")), 16500);
    assert_int_equal(drawing_text_width(drawing, &strong, STR("")), 0);
    drawing_place(drawing, left, 0, 1000);
    drawing_place(drawing, right, 100000, 0);
    drawing_place(drawing, middle, 100000, 20000);
}

static void text_stands_on_its_side_of_its_box(void **state)
{
    struct fixture *fixture = *state;
    const struct pages *pages = lay_draft(fixture, &(struct draft){draw_text, 50000, false});
    assert_string_equal(fixture_dump(fixture, pages, pages_dump),
                        "pages 1 400.000 300.000 text 50.000 50.000 300.000 200.000\n"
                        "1 text Figure:1 50.000 63.500 15.000 regular 10.000 #0000ff \"one \"\n"
                        "1 text Figure:1 50.000 83.500 15.000 regular 10.000 #0000ff \"two\"\n"
                        "1 text Figure:1 65.000 83.500 0.000 regular 10.000 #0000ff \" \"\n"
                        "1 text Figure:1 175.000 62.500 15.000 regular 10.000 #0000ff \"one\"\n"
                        "1 text Figure:1 190.000 62.500 0.000 regular 10.000 #0000ff \" \"\n"
                        "1 text Figure:1 161.750 82.500 16.500 bold 10.000 #000000 \"one\"\n"
                        "1 text Figure:1 178.250 82.500 0.000 bold 10.000 #000000 \" \"\n" FOOTER);
}

static void the_figure_is_read_between_its_neighbours(void **state)
{
    struct fixture *fixture = *state;
    add_paragraph(fixture, "Before");
    add_draft(fixture, fixture->document, &(struct draft){draw_text, 50000, false});
    add_paragraph(fixture, "After");
    assert_string_equal(fixture_dump(fixture, lay(fixture), structure_dump),
                        "Document page 1\n"
                        "  P page 1\n"
                        "    \"Before\"\n"
                        "  Figure page 1 alt \"What is drawn.\"\n"
                        "    \"one \"\n"
                        "    \"two\"\n"
                        "    \" \"\n"
                        "    \"one\"\n"
                        "    \" \"\n"
                        "    \"one\"\n"
                        "    \" \"\n"
                        "  P page 1\n"
                        "    \"After\"\n");
}

static void draw_twice(struct drawing *drawing)
{
    struct drawn_text *text = text_of(drawing, &plain, "one", 40000, ALIGN_START);
    drawing_place(drawing, text, 0, 0);
    drawing_place(drawing, text, 100000, 0);
}

static void a_text_may_be_placed_twice(void **state)
{
    const struct draft draft = {draw_twice, 20000, false};
    const struct page *page = &lay_draft(*state, &draft)->items[0];
    assert_int_equal(page->ops[0].x, 50000);
    assert_int_equal(page->ops[2].x, 150000);
    assert_true(page->ops[2].order > page->ops[0].order);
}

/* ---- what is refused ---- */

static void a_drawing_taller_than_a_page_is_refused(void **state)
{
    struct fixture *fixture = *state;
    assert_null(lay_draft(fixture, &(struct draft){draw_text, 200001, false}));
    assert_ptr_equal(fixture->diags.items.items[0].code, &E527);
}

static void draw_to_the_foot(struct drawing *drawing)
{
    assert_int_equal(drawing_most_height(drawing), 200000);
    draw_text(drawing);
}

static void a_drawing_as_tall_as_a_page_is_fine(void **state)
{
    const struct draft draft = {draw_to_the_foot, 200000, false};
    assert_int_equal(lay_draft(*state, &draft)->count, 1);
}

static void draw_wide_word(struct drawing *drawing)
{
    drawing_place(drawing, text_of(drawing, &plain, "a wide word", 19999, ALIGN_START), 0, 0);
}

static void a_word_wider_than_its_place_is_reported(void **state)
{
    struct fixture *fixture = *state;
    assert_null(lay_draft(fixture, &(struct draft){draw_wide_word, 20000, false}));
    assert_int_equal(fixture->diags.items.count, 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, &E520);
    assert_non_null(strstr(str_z(fixture->arena, fixture->diags.items.items[0].message), "`wide`"));
}

static void draw_lacking(struct drawing *drawing)
{
    drawing_text_width(drawing, &plain, STR("\uE001"));
    drawing_place(drawing, text_of(drawing, &plain, "a \uE001", 90000, ALIGN_START), 0, 0);
}

static void a_lacking_character_is_reported(void **state)
{
    struct fixture *fixture = *state;
    assert_null(lay_draft(fixture, &(struct draft){draw_lacking, 20000, false}));
    assert_int_equal(fixture->diags.items.count, 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, &E510);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(shapes_stand_where_they_were_put),
        FIXTURE_TEST(the_figure_is_as_large_as_was_said),
        FIXTURE_TEST(an_indented_drawing_moves_as_a_whole),
        FIXTURE_TEST(a_caption_is_inside_the_figure_and_told_with_it),
        FIXTURE_TEST(the_caption_of_what_is_not_drawn_is_a_paragraph),
        FIXTURE_TEST(what_has_no_extent_is_not_drawn),
        FIXTURE_TEST(what_is_not_closed_leaves_no_trace),
        FIXTURE_TEST(hatching_stays_inside_its_area),
        FIXTURE_TEST(hatching_that_overlaps_coincides),
        FIXTURE_TEST(a_larger_theme_hatches_wider),
        FIXTURE_TEST(text_stands_on_its_side_of_its_box),
        FIXTURE_TEST(the_figure_is_read_between_its_neighbours),
        FIXTURE_TEST(a_text_may_be_placed_twice),
        FIXTURE_TEST(a_drawing_taller_than_a_page_is_refused),
        FIXTURE_TEST(a_drawing_as_tall_as_a_page_is_fine),
        FIXTURE_TEST(a_word_wider_than_its_place_is_reported),
        FIXTURE_TEST(a_lacking_character_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
