/* The first page's own: its first line, a title in lines of like length, side heads in the zone,
   and where a page ends because the paper says so. */
#include "doc/component.h"
#include "layout/fixture.h"
#include "layout/layout_codes.h"
#include "layout/picture/picture.h"
#include "support/cmocka.h"

enum { LEFT = 50000, TOP = 50000, WIDTH = 300000, ZONE = 80000, GUTTER = 10000 };
enum { AXIS = LEFT + ZONE + GUTTER };

static const struct pages *lay(struct fixture *fixture)
{
    fixture->document->children->title = true;
    fixture->request.document =
        document_compose(fixture->arena, fixture->document, fixture->briefing, false);
    return layout_pages(fixture->arena, &fixture->diags, &fixture->request);
}

static void with_zone(struct fixture *fixture)
{
    fixture->theme.zone = ZONE;
    fixture->theme.gutter = GUTTER;
    fixture->theme.styles[STYLE_SIDE].face = FACE_BOLD;
    fixture->theme.side_rule = (struct colour){7, 7, 7};
}

static const struct component ends = {.name = "page-one-ends", .parts = BLOCK_PAGE_ONE_ENDS};

static void add_page_end(struct fixture *fixture)
{
    fixture_block(fixture, fixture->document, BLOCK_COMPONENT, NULL)->component = &ends;
}

static size_t rules_on(const struct pages *pages, size_t page)
{
    size_t count = 0;
    for (size_t i = 0; i < pages->items[page].op_count; i++) {
        const struct op *op = &pages->items[page].ops[i];
        count += op->kind == OP_RECT && op->colour.red == 7;
    }
    return count;
}

/* ---- the first line ---- */

static void the_first_line_stands_on_the_first_page_alone(void **state)
{
    struct fixture *fixture = *state;
    fixture->request.first_left.text = STR("Council");
    fixture->request.first_right.text = STR("position");
    add_heading(fixture, 1, "Title");
    add_lines(fixture, 15);
    const struct pages *pages = lay(fixture);
    const struct op *left = find_text(pages, 0, "Council"),
                    *right = find_text(pages, 0, "position");
    assert_int_equal(left->x, LEFT);
    assert_int_equal(left->y, right->y);
    assert_int_equal(right->x + right->text.glyphs.width, LEFT + WIDTH);
    assert_true(left->y < find_text(pages, 0, "Title")->y);
    assert_true(left->element >= 0); /* it is read, once */
    assert_null(find_text(pages, 1, "Council"));
}

static void what_has_no_room_beside_the_council_stands_below_it(void **state)
{
    struct fixture *fixture = *state;
    fixture->request.first_left.text = STR("a council with a name that is long");
    fixture->request.first_right.text = STR("a committee with a long name too");
    add_heading(fixture, 1, "Title");
    const struct pages *pages = lay(fixture);
    const struct op *left = find_text(pages, 0, "a council with a name that is long");
    const struct op *right = find_text(pages, 0, "a committee with a long name too");
    assert_int_equal(right->x, left->x);
    assert_int_equal(right->y, left->y + 20000);
}

/* ---- the title ---- */

static void a_title_is_broken_into_lines_of_like_length(void **state)
{
    struct fixture *fixture = *state;
    add_heading(fixture, 1,
                "one two three four five six seven eight nine ten eleven twelve thirteen");
    const struct pages *pages = lay(fixture);
    milli widest = 0, narrowest = WIDTH;
    assert_int_equal(lines_on(pages, 0), 2);
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->kind != OP_TEXT || op->element < 0)
            continue;
        widest = op->text.glyphs.width > widest ? op->text.glyphs.width : widest;
        narrowest = op->text.glyphs.width < narrowest ? op->text.glyphs.width : narrowest;
    }
    assert_true(widest - narrowest < WIDTH / 5);
}

static void a_title_of_many_lines_is_set_smaller(void **state)
{
    struct fixture *fixture = *state;
    fixture->theme.styles[STYLE_TITLE].size = 20000;
    fixture->theme.styles[STYLE_TITLE_LONG].size = 12000;
    add_heading(fixture, 1, "Short");
    assert_int_equal(find_text(lay(fixture), 0, "Short")->text.size, 20000);
    fixture->document->children->inlines = fixture_inline(
        fixture, "many words that would take more than three lines in large letters because the "
                 "council has a name that goes on and on and on");
    const struct pages *pages = lay(fixture);
    assert_true(lines_on(pages, 0) <= 3);
    assert_int_equal(pages->items[0].ops[0].text.size, 12000);
}

static void a_title_leaves_room_for_the_logo(void **state)
{
    static const struct picture square = {
        .kind = PICTURE_PIXELS, .width = 10, .height = 10, .channels = 1};
    struct fixture *fixture = *state;
    fixture->theme.logo = (struct logo){.picture = &square, .alt = STR("Ours"), .width = 60000};
    add_heading(fixture, 1, "one two three four five six seven eight nine ten eleven twelve");
    add_paragraph(fixture, "below");
    const struct pages *pages = lay(fixture);
    const struct op *logo = NULL;
    for (size_t i = 0; i < pages->items[0].op_count; i++)
        if (pages->items[0].ops[i].kind == OP_IMAGE)
            logo = &pages->items[0].ops[i];
    assert_non_null(logo);
    assert_int_equal(logo->x + 60000, LEFT + WIDTH);
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->kind == OP_TEXT && op->element >= 0 && op->y < logo->y + 60000)
            assert_true(op->x + op->text.glyphs.width <= logo->x);
    }
    assert_true(find_text(pages, 0, "below")->y > logo->y + 60000);
}

/* ---- side heads ---- */

static void a_side_head_stands_beside_its_text(void **state)
{
    struct fixture *fixture = *state;
    with_zone(fixture);
    add_heading(fixture, 1, "Title");
    add_paragraph(fixture, "lead");
    add_heading(fixture, 2, "Label");
    add_paragraph(fixture, "words");
    add_page_end(fixture);
    add_heading(fixture, 2, "Heading");
    add_heading(fixture, 3, "Other");
    add_paragraph(fixture, "more");
    const struct pages *pages = lay(fixture);
    const struct op *label = find_text(pages, 0, "Label"), *words = find_text(pages, 0, "words");
    assert_int_equal(label->x, LEFT);
    assert_int_equal(words->x, AXIS);
    assert_int_equal(label->y, words->y);
    assert_int_equal(find_text(pages, 0, "lead")->x, LEFT);
    assert_int_equal(rules_on(pages, 0), 1);
    assert_int_equal(pages->count, 2);
    assert_int_equal(find_text(pages, 1, "Heading")->x, LEFT);
    assert_int_equal(find_text(pages, 1, "Other")->y, find_text(pages, 1, "more")->y);
    assert_int_equal(rules_on(pages, 1), 0); /* directly under a heading */
    assert_int_equal(pages->bookmark_count, 4);
    assert_non_null(strstr(fixture_dump(fixture, pages, structure_dump), "  Sect page 1\n"
                                                                         "    H2 page 1\n"
                                                                         "      \"Label\"\n"
                                                                         "    P page 1\n"
                                                                         "      \"words\"\n"));
}

static void a_label_of_many_lines_has_room(void **state)
{
    struct fixture *fixture = *state;
    with_zone(fixture);
    add_heading(fixture, 1, "Title");
    add_heading(fixture, 2, "a label that takes four lines of the zone in all");
    add_paragraph(fixture, "words");
    add_heading(fixture, 2, "Next");
    add_paragraph(fixture, "more");
    add_page_end(fixture);
    const struct pages *pages = lay(fixture);
    milli lowest = 0;
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        bool label = op->kind == OP_TEXT && op->x == LEFT && op->element >= 0;
        if (label && !str_is(op->text.text, "Next"))
            lowest = op->y;
    }
    assert_true(lowest > find_text(pages, 0, "words")->y + 20000);
    assert_true(find_text(pages, 0, "Next")->y >= lowest + 20000);
}

static void a_list_has_its_side_head_and_its_own_labels(void **state)
{
    struct fixture *fixture = *state;
    with_zone(fixture);
    add_heading(fixture, 1, "Title");
    add_heading(fixture, 2, "Label");
    struct block *list = fixture_block(fixture, fixture->document, BLOCK_LIST, NULL);
    struct block *item = fixture_block(fixture, list, BLOCK_ITEM, NULL);
    fixture_block(fixture, item, BLOCK_PARAGRAPH, "item");
    add_page_end(fixture);
    const struct pages *pages = lay(fixture);
    assert_int_equal(find_text(pages, 0, "Label")->y, find_text(pages, 0, "item")->y);
    assert_int_equal(find_text(pages, 0, "\u2022")->x, AXIS);
    assert_true(find_text(pages, 0, "item")->x > AXIS);
}

/* ---- numbered sections ---- */

static const struct component numbered = {.name = "numbered", .marks = MARKS_NUMBERED};
static const struct component tinted = {.name = "tinted", .marks = MARKS_TINTED};

static void add_marker(struct fixture *fixture, const struct component *marker)
{
    fixture_block(fixture, fixture->document, BLOCK_COMPONENT, NULL)->component = marker;
}

static void numbers_stand_before_what_they_number(void **state)
{
    struct fixture *fixture = *state;
    with_zone(fixture);
    add_heading(fixture, 1, "Title");
    add_marker(fixture, &numbered);
    add_heading(fixture, 2, "Why");
    add_paragraph(fixture, "words");
    const struct pages *pages = lay(fixture);
    const struct op *number = find_text(pages, 0, "1.1\u00a0"),
                    *words = find_text(pages, 0, "words");
    assert_int_equal(words->x, AXIS);
    assert_true(number->x < AXIS && number->x > LEFT);
    assert_int_equal(number->y, words->y);
    const struct element *strong = &pages->elements[number->element];
    assert_int_equal(strong->tag, TAG_STRONG);
    assert_int_equal(strong->parent, words->element); /* heard as one */
    assert_true(number->order < words->order);
    assert_int_equal(find_text(pages, 0, "1\u00a0")->x, LEFT);
    assert_string_equal(pages->bookmarks[1].title.at, "1 Why");
}

static void what_has_no_room_between_the_numbers_stands_above(void **state)
{
    struct fixture *fixture = *state;
    with_zone(fixture);
    add_heading(fixture, 1, "Title");
    add_marker(fixture, &numbered);
    add_heading(fixture, 2, "Recommendations");
    add_paragraph(fixture, "words");
    const struct pages *pages = lay(fixture);
    assert_true(find_text(pages, 0, "Recommendations")->y < find_text(pages, 0, "words")->y);
}

static void a_panel_lies_below_its_words_and_is_not_parted(void **state)
{
    struct fixture *fixture = *state;
    with_zone(fixture);
    fixture->theme.panel = (struct colour){9, 9, 9};
    add_heading(fixture, 1, "Title");
    add_lines(fixture, 5);
    add_marker(fixture, &numbered);
    add_marker(fixture, &tinted);
    add_heading(fixture, 2, "Asks");
    add_paragraph(fixture, "first");
    add_paragraph(fixture, "second");
    add_paragraph(fixture, "third");
    add_paragraph(fixture, "fourth");
    const struct pages *pages = lay(fixture);
    assert_non_null(find_text(pages, 1, "Asks"));
    assert_non_null(find_text(pages, 1, "fourth"));
    size_t grounds = 0, last = 0, text = 0;
    for (size_t i = 0; i < pages->items[1].op_count; i++) {
        const struct op *op = &pages->items[1].ops[i];
        bool ground = op->kind == OP_RECT && op->colour.red == 9;
        grounds += ground;
        last = ground ? i : last;
        text = op->kind == OP_TEXT && str_is(op->text.text, "fourth") ? i : text;
    }
    assert_int_equal(grounds, 5);
    assert_true(last < text);
}

static void a_side_head_with_nothing_beside_it_is_printed(void **state)
{
    struct fixture *fixture = *state;
    with_zone(fixture);
    add_heading(fixture, 1, "Title");
    add_heading(fixture, 2, "Label");
    add_page_end(fixture);
    assert_non_null(find_text(lay(fixture), 0, "Label"));
}

static void the_block_of_a_side_head_is_not_parted(void **state)
{
    struct fixture *fixture = *state;
    with_zone(fixture);
    add_heading(fixture, 1, "Title");
    add_paragraph(fixture, "lead");
    add_paragraph(fixture, "a");
    add_paragraph(fixture, "b");
    add_paragraph(fixture, "c");
    add_paragraph(fixture, "d");
    add_paragraph(fixture, "e");
    add_heading(fixture, 2, "Label");
    add_paragraph(fixture, "first");
    add_paragraph(fixture, "second");
    add_paragraph(fixture, "third");
    add_page_end(fixture);
    const struct pages *pages = lay(fixture);
    assert_int_equal(pages->count, 2);
    assert_non_null(find_text(pages, 1, "Label"));
    assert_non_null(find_text(pages, 1, "first"));
}

static void without_a_zone_side_heads_are_headings(void **state)
{
    struct fixture *fixture = *state;
    add_heading(fixture, 1, "Title");
    add_heading(fixture, 2, "Label");
    add_paragraph(fixture, "words");
    add_page_end(fixture);
    const struct pages *pages = lay(fixture);
    assert_int_equal(find_text(pages, 0, "words")->x, LEFT);
    assert_true(find_text(pages, 0, "words")->y > find_text(pages, 0, "Label")->y);
}

/* ---- the first page fits ---- */

static void add_side(struct fixture *fixture, const char *label, int items)
{
    add_heading(fixture, 2, label);
    struct block *list = fixture_block(fixture, fixture->document, BLOCK_LIST, NULL);
    list->tight = true;
    for (int i = 0; i < items; i++)
        fixture_block(fixture, fixture_block(fixture, list, BLOCK_ITEM, NULL), BLOCK_PARAGRAPH,
                      "item");
}

/* Of a title and two side heads, the first with three items. */
static void fill_first_page(struct fixture *fixture, int items)
{
    with_zone(fixture);
    fixture->theme.page_height = 352000;
    add_heading(fixture, 1, "Title");
    add_side(fixture, "First", 3);
    add_side(fixture, "Second", items);
    add_page_end(fixture);
    add_paragraph(fixture, "behind");
}

static void a_first_page_that_has_room_keeps_its_spaces(void **state)
{
    struct fixture *fixture = *state;
    fill_first_page(fixture, 2);
    const struct pages *pages = lay(fixture);
    assert_int_equal(pages->count, 2);
    milli above = find_text(pages, 0, "Second")->y;
    fixture->document->children = fixture->document->last_child = NULL;
    fill_first_page(fixture, 8);
    pages = lay(fixture);
    assert_int_equal(pages->count, 2);
    assert_true(find_text(pages, 0, "Second")->y < above);
    assert_int_equal(fixture->diags.items.count, 0);
    assert_non_null(find_text(pages, 1, "behind"));
}

static void a_first_page_that_fits_in_no_way_is_told_of_and_runs_on(void **state)
{
    struct fixture *fixture = *state;
    fill_first_page(fixture, 12);
    const struct pages *pages = lay(fixture);
    assert_int_equal(fixture->diags.items.count, 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, &W541);
    assert_non_null(strstr(str_z(fixture->arena, fixture->diags.items.items[0].hint),
                           "`Second` (13 lines), `First` (3 lines), the title (1 line)"));
    assert_int_equal(pages->count, 2);
    assert_non_null(find_text(pages, 1, "behind"));
}

static void a_first_page_that_can_be_filled_in_again_is_given_up(void **state)
{
    struct fixture *fixture = *state;
    fixture->request.refits = true;
    fill_first_page(fixture, 12);
    assert_null(lay(fixture));
    assert_int_equal(fixture->diags.items.count, 0);
}

static void in_large_print_the_first_page_runs_on(void **state)
{
    struct fixture *fixture = *state;
    fixture->request.refits = true;
    fixture->theme.variant.large_print = true;
    fill_first_page(fixture, 12);
    fixture->theme.zone = 0;
    const struct pages *pages = lay(fixture);
    assert_int_equal(fixture->diags.items.count, 0);
    assert_int_equal(pages->count, 2);
}

/* ---- references to pages ---- */

/* A paragraph that ends in a link to the place. */
static void add_reference(struct fixture *fixture, const char *place)
{
    struct block *block = fixture_block(fixture, fixture->document, BLOCK_PARAGRAPH, "more on ");
    struct inline_node *link =
        inline_link(fixture->arena, STR("page"), str_from(place), (struct span){0});
    inline_join(block->inlines, inline_join(link, fixture_inline(fixture, " too")));
}

static void add_place(struct fixture *fixture, const char *name)
{
    fixture_block(fixture, fixture->document, BLOCK_PLACE, NULL)->source_id = str_from(name);
}

static void a_reference_is_printed_with_its_page(void **state)
{
    struct fixture *fixture = *state;
    add_heading(fixture, 1, "Title");
    add_reference(fixture, "#wanted");
    add_lines(fixture, 15);
    add_place(fixture, "wanted");
    add_paragraph(fixture, "here");
    const struct pages *pages = lay(fixture);
    assert_non_null(find_text(pages, 0, "\u00A02"));
    assert_int_equal(pages->items[0].link_count, 2); /* the words, and the number */
    for (size_t i = 0; i < 2; i++) {
        const struct link *link = &pages->items[0].links[i];
        assert_int_equal(pages->elements[link->destination].page, 1);
        assert_null(link->url.at);
        assert_true(str_is(link->description, "Page 2"));
    }
}

static void a_page_of_two_figures_has_room_for_them(void **state)
{
    struct fixture *fixture = *state;
    add_heading(fixture, 1, "Title");
    add_reference(fixture, "#wanted");
    add_reference(fixture, "#near");
    add_place(fixture, "near");
    add_lines(fixture, 105);
    add_place(fixture, "wanted");
    add_paragraph(fixture, "here");
    const struct pages *pages = lay(fixture);
    const struct op *far = find_text(pages, 0, "\u00A011"), *near = find_text(pages, 0, "\u00A01");
    assert_non_null(far);
    assert_non_null(near);
    const struct op *behind = find_text(pages, 0, " too");
    assert_int_equal(behind->x, far->x + far->text.glyphs.width);
}

static void a_place_that_is_not_there_is_told(void **state)
{
    struct fixture *fixture = *state;
    add_heading(fixture, 1, "Title");
    add_reference(fixture, "#wnated");
    add_place(fixture, "wanted");
    assert_null(lay(fixture));
    assert_ptr_equal(fixture->diags.items.items[0].code, &E554);
}

/* ---- lines ---- */

static void no_line_that_is_read_has_more_than_72_characters(void **state)
{
    struct fixture *fixture = *state;
    fixture->theme.page_width = 700000; /* 120 letters a line */
    struct buf text = {.arena = fixture->arena};
    for (int i = 0; i < 60; i++)
        buf_addf(&text, "caf\u00e9s%d ", i * i);
    add_heading(fixture, 1, "Title");
    add_paragraph(fixture, str_z(fixture->arena, buf_str(&text)));
    const struct pages *pages = lay(fixture);
    assert_true(lines_on(pages, 0) > 6);
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->kind == OP_TEXT && op->element >= 0)
            assert_true(op->text.glyphs.count <= 73); /* with the space at its end */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(the_first_line_stands_on_the_first_page_alone),
        FIXTURE_TEST(what_has_no_room_beside_the_council_stands_below_it),
        FIXTURE_TEST(a_title_is_broken_into_lines_of_like_length),
        FIXTURE_TEST(a_title_of_many_lines_is_set_smaller),
        FIXTURE_TEST(a_title_leaves_room_for_the_logo),
        FIXTURE_TEST(a_side_head_stands_beside_its_text),
        FIXTURE_TEST(a_label_of_many_lines_has_room),
        FIXTURE_TEST(a_list_has_its_side_head_and_its_own_labels),
        FIXTURE_TEST(numbers_stand_before_what_they_number),
        FIXTURE_TEST(what_has_no_room_between_the_numbers_stands_above),
        FIXTURE_TEST(a_panel_lies_below_its_words_and_is_not_parted),
        FIXTURE_TEST(a_side_head_with_nothing_beside_it_is_printed),
        FIXTURE_TEST(the_block_of_a_side_head_is_not_parted),
        FIXTURE_TEST(without_a_zone_side_heads_are_headings),
        FIXTURE_TEST(a_first_page_that_has_room_keeps_its_spaces),
        FIXTURE_TEST(a_first_page_that_fits_in_no_way_is_told_of_and_runs_on),
        FIXTURE_TEST(a_first_page_that_can_be_filled_in_again_is_given_up),
        FIXTURE_TEST(in_large_print_the_first_page_runs_on),
        FIXTURE_TEST(a_reference_is_printed_with_its_page),
        FIXTURE_TEST(a_page_of_two_figures_has_room_for_them),
        FIXTURE_TEST(a_place_that_is_not_there_is_told),
        FIXTURE_TEST(no_line_that_is_read_has_more_than_72_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
