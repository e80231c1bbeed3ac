/* Tables: widths, headers that repeat, rows over several pages, tones, marks, structure. */
#include "layout/layout_codes.h"
#include "support/cmocka.h"

#include "layout/fixture.h"
#include "layout/flow/flow.h"
#include "layout/table/set_table.h"

/* ---- widths ---- */

static void widths_sum_up_to_the_table(void **state)
{
    const struct column_need needs[] = {{20, 40, 1}, {10, 500, 2}, {30, 30, 0}};
    milli widths[3];
    table_widths(((struct fixture *)*state)->arena, needs, 3, 1000, widths);
    assert_int_equal(widths[0] + widths[1] + widths[2], 1000);
    assert_int_equal(widths[2], 30);
    assert_true(widths[1] >= 500);
}

static void widths_never_fall_below_the_least(void **state)
{
    const struct column_need needs[] = {{300, 400, 0}, {100, 5000, 1}, {90, 90, 0}};
    milli widths[3];
    table_widths(((struct fixture *)*state)->arena, needs, 3, 500, widths);
    assert_true(widths[0] >= 300 && widths[1] >= 100 && widths[2] >= 90);
    assert_int_equal(widths[0] + widths[1] + widths[2], 500);
}

static void what_is_left_goes_by_weight(void **state)
{
    const struct column_need needs[] = {{10, 10, 1}, {10, 10, 3}};
    milli widths[2];
    table_widths(((struct fixture *)*state)->arena, needs, 2, 420, widths);
    assert_int_equal(widths[0], 110);
    assert_int_equal(widths[1], 310);
}

/* The word at fault is the one that is reported, not its neighbours. */
static void in_too_narrow_a_table_only_the_widest_columns_are_cut(void **state)
{
    const struct column_need needs[] = {{300, 300, 1}, {40, 40, 1}, {0, 0, 0}, {250, 250, 1}};
    milli widths[4] = {0};
    table_widths(((struct fixture *)*state)->arena, needs, 4, 240, widths);
    assert_int_equal(widths[0], 100);
    assert_int_equal(widths[1], 40);
    assert_int_equal(widths[2], 0);
    assert_int_equal(widths[3], 100);
}

/* ---- a table in a document ---- */

static const struct column two_columns[2] = {{.weight = 1}, {.weight = 1}};

/* Two columns; each row reads "a0" and "b0", with the row's number. */
static struct table *new_table(struct fixture *fixture, size_t rows, size_t header_rows)
{
    struct table *table = ARENA_NEW(fixture->arena, struct table);
    struct cell *cells = ARENA_ARRAY(fixture->arena, struct cell, 2 * rows);
    for (size_t i = 0; i < 2 * rows; i++)
        cells[i].inlines = fixture_inline(
            fixture, str_format(fixture->arena, "%c%zu", i % 2 ? 'b' : 'a', i / 2).at);
    *table = (struct table){.columns = two_columns,
                            .column_count = 2,
                            .cells = cells,
                            .row_count = rows,
                            .header_rows = header_rows};
    return table;
}

static struct cell *cell_of(struct table *table, size_t row, size_t column)
{
    return (struct cell *)&table->cells[row * table->column_count + column];
}

static const struct pages *lay_table(struct fixture *fixture, const struct table *table)
{
    add_table(fixture, table);
    return fixture_lay(fixture);
}

static void the_header_repeats_as_an_artifact(void **state)
{
    const struct pages *pages = lay_table(*state, new_table(*state, 12, 1));
    assert_true(pages->count > 1);
    assert_true(find_text(pages, 0, "a0")->element >= 0);
    const struct op *again = find_text(pages, 1, "a0");
    assert_non_null(again);
    assert_int_equal(again->element, ARTIFACT_LAYOUT);
    assert_int_equal(again->y, find_text(pages, 0, "a0")->y);
}

static void every_row_is_there_once(void **state)
{
    struct fixture *fixture = *state;
    const struct pages *pages = lay_table(fixture, new_table(fixture, 40, 1));
    size_t texts = 0;
    for (size_t page = 0; page < pages->count; page++)
        texts += lines_on(pages, page);
    assert_int_equal(texts, 80);
}

static void the_header_does_not_repeat_above_another_table(void **state)
{
    struct fixture *fixture = *state;
    add_table(fixture, new_table(fixture, 6, 1));
    add_lines(fixture, 3);
    const struct pages *pages = fixture_lay(fixture);
    assert_int_equal(pages->count, 2);
    assert_null(find_text(pages, 1, "a0"));
}

static const char *long_text(struct fixture *fixture, int lines)
{
    struct buf text = {.arena = fixture->arena};
    for (int i = 0; i < lines; i++)
        buf_addf(&text, "line%02dmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm ", i);
    return str_z(fixture->arena, buf_str(&text));
}

static void a_row_taller_than_a_page_goes_on_over_pages(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 2, 1);
    cell_of(table, 1, 0)->inlines = fixture_inline(fixture, long_text(fixture, 25));
    const struct pages *pages = lay_table(fixture, table);
    assert_non_null(pages);
    assert_true(pages->count >= 3);
    size_t texts = 0;
    for (size_t page = 0; page < pages->count; page++) {
        texts += lines_on(pages, page);
        for (size_t i = 0; i < pages->items[page].op_count; i++)
            if (pages->items[page].ops[i].element >= 0)
                assert_in_range(pages->items[page].ops[i].y, 50000, 250000);
    }
    assert_int_equal(texts, 25 + 3);
}

static void a_row_is_not_split_for_a_small_hole(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 2, 1);
    cell_of(table, 1, 0)->inlines = fixture_inline(fixture, long_text(fixture, 6));
    add_lines(fixture, 7);
    const struct pages *pages = lay_table(fixture, table);
    assert_int_equal(pages->count, 2);
    assert_null(find_text(pages, 0, "a0"));
    assert_int_equal(lines_on(pages, 1), 2 + 6 + 1);
}

/* The same for a column of half the width. */
static const struct inline_node *half_lines(struct fixture *fixture, int lines)
{
    struct buf text = {.arena = fixture->arena};
    for (int i = 0; i < lines; i++)
        buf_addf(&text, "half%02dmmmmmmmmmm ", i);
    return fixture_inline(fixture, str_z(fixture->arena, buf_str(&text)));
}

/* Each side of the break has two lines at the least of each cell that goes on over it. */
static void a_long_row_is_split_with_lines_on_each_side(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 3, 1);
    cell_of(table, 1, 0)->inlines = half_lines(fixture, 14);
    cell_of(table, 1, 1)->inlines = half_lines(fixture, 6);
    const struct pages *pages = lay_table(fixture, table);
    assert_int_equal(pages->count, 2);
    const struct op *last = NULL;
    size_t cells[2] = {0};
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->kind == OP_TEXT && op->element >= 0 && str_starts(op->text.text, "half"))
            cells[op->x > 180000]++, last = op;
    }
    assert_non_null(last);
    assert_in_range(cells[0], 2, 10);
    assert_int_not_equal(cells[1], 1);
    assert_int_not_equal(cells[1], 5);
}

/* The text of a cell stands together, and its ground is in one piece. */
static void a_row_in_slices_is_painted_cell_by_cell(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 2, 1);
    cell_of(table, 1, 0)->inlines = half_lines(fixture, 5);
    cell_of(table, 1, 1)->inlines = half_lines(fixture, 5);
    cell_of(table, 1, 1)->tone = TONE_GOOD;
    const struct pages *pages = lay_table(fixture, table);
    assert_int_equal(pages->count, 1);
    size_t changes = 0, grounds = 0;
    element_id element = -1;
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->kind == OP_TEXT && op->element >= 0) {
            changes += op->element != element;
            element = op->element;
        }
        grounds += op->element == ARTIFACT_BACKGROUND;
    }
    assert_int_equal(changes, 4);
    assert_int_equal(grounds, 1);
}

static void a_table_that_goes_on_says_so(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 12, 1);
    table->caption = fixture_inline(fixture, "Caption");
    const struct pages *pages = lay_table(fixture, table);
    assert_null(find_text(pages, 0, "Caption (continued)"));
    const struct op *again = find_text(pages, 1, "Caption (continued)");
    assert_non_null(again);
    assert_int_equal(again->element, ARTIFACT_LAYOUT);
    assert_true(again->y < find_text(pages, 1, "a0")->y);
}

/* Eleven lines of the page are full when the last row comes. */
static void a_total_stays_with_the_row_above(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 15, 1);
    table->total_rows = 2;
    const struct pages *pages = lay_table(fixture, table);
    size_t page = pages->count - 1;
    assert_non_null(find_text(pages, page, "a14"));
    assert_non_null(find_text(pages, page, "a13"));
    assert_non_null(find_text(pages, page, "a12"));
}

/* One short row alone on a page would be a widow. */
static void neither_first_nor_last_row_stands_alone(void **state)
{
    for (int before = 0; before < 9; before++) {
        struct fixture *fixture;
        fixture_setup((void **)&fixture);
        add_lines(fixture, before);
        const struct pages *pages = lay_table(fixture, new_table(fixture, 5, 1));
        for (size_t page = 0; page < pages->count; page++) {
            assert_int_equal(!find_text(pages, page, "a1"), !find_text(pages, page, "a2"));
            assert_int_equal(!find_text(pages, page, "a3"), !find_text(pages, page, "a4"));
        }
        fixture_teardown((void **)&fixture);
    }
    (void)state;
}

static void the_caption_stays_with_the_table(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 3, 1);
    table->caption = fixture_inline(fixture, "Caption");
    add_lines(fixture, 8);
    const struct pages *pages = lay_table(fixture, table);
    assert_non_null(find_text(pages, 1, "Caption"));
}

static void structure_tells_headers_from_data(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 2, 1);
    table->caption = fixture_inline(fixture, "Caption");
    cell_of(table, 1, 0)->header = true;
    const struct pages *pages = lay_table(fixture, table);
    assert_string_equal(fixture_dump(fixture, pages, structure_dump),
                        "Document page 1\n"
                        "  Table page 1\n"
                        "    Caption page 1\n"
                        "      \"Caption\"\n"
                        "    THead page 1\n"
                        "      TR page 1\n"
                        "        TH page 1 scope column\n"
                        "          \"a0\"\n"
                        "        TH page 1 scope column\n"
                        "          \"b0\"\n"
                        "    TBody page 1\n"
                        "      TR page 1\n"
                        "        TH page 1 scope row\n"
                        "          \"a1\"\n"
                        "        TD page 1\n"
                        "          \"b1\"\n");
}

static void a_plain_table_heads_each_row_with_its_term(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 2, 0);
    table->plain = true;
    const struct pages *pages = lay_table(fixture, table);
    const struct op *term = find_text(pages, 0, "a0");
    assert_int_equal(pages->elements[term->element].tag, TAG_TH);
    assert_int_equal(pages->elements[term->element].scope, SCOPE_ROW);
    assert_int_equal(term->x, 50000);
    for (size_t i = 0; i < pages->items[0].op_count; i++)
        assert_int_equal(pages->items[0].ops[i].kind, OP_TEXT);
}

static void a_wide_cell_covers_its_neighbour(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 2, 1);
    cell_of(table, 1, 0)->column_span = 2;
    cell_of(table, 1, 0)->inlines =
        fixture_inline(fixture, "a text that is much too long for a single column");
    const struct pages *pages = lay_table(fixture, table);
    assert_null(find_text(pages, 0, "b1"));
    const struct op *wide = find_text(pages, 0, "a text that is much too long for a single column");
    assert_non_null(wide);
    assert_int_equal(pages->elements[wide->element].column_span, 2);
}

static void figures_align_at_the_end(void **state)
{
    struct fixture *fixture = *state;
    static const struct column columns[2] = {{.weight = 1}, {.align = ALIGN_END, .tabular = true}};
    struct table *table = new_table(fixture, 3, 1);
    table->columns = columns;
    cell_of(table, 1, 1)->inlines = fixture_inline(fixture, "1,000");
    const struct pages *pages = lay_table(fixture, table);
    const struct op *large = find_text(pages, 0, "1,000"), *small = find_text(pages, 0, "b2");
    assert_int_equal(large->x + large->text.glyphs.width, small->x + small->text.glyphs.width);
}

/* Where a text of figures has its point, or ends. */
static milli point_of(const struct pages *pages, const char *text, size_t digits)
{
    const struct op *op = find_text(pages, 0, text);
    assert_non_null(op);
    milli x = op->x;
    for (size_t i = 0; i < digits; i++)
        x += op->text.glyphs.items[i].advance;
    return x;
}

static void decimal_points_stand_below_one_another(void **state)
{
    struct fixture *fixture = *state;
    static const struct column columns[2] = {{.weight = 1}, {.align = ALIGN_END, .tabular = true}};
    struct table *table = new_table(fixture, 5, 1);
    table->columns = columns;
    cell_of(table, 1, 1)->inlines = fixture_inline(fixture, "1,250");
    cell_of(table, 2, 1)->inlines = fixture_inline(fixture, "16.25%");
    cell_of(table, 3, 1)->inlines = fixture_inline(fixture, "3.5");
    cell_of(table, 4, 1)->inlines = fixture_inline(fixture, "not stated");
    const struct pages *pages = lay_table(fixture, table);
    milli point = point_of(pages, "1,250", 5);
    assert_int_equal(point_of(pages, "16.25%", 2), point);
    assert_int_equal(point_of(pages, "3.5", 1), point);
    assert_int_equal(point_of(pages, "not stated", 10), point_of(pages, "16.25%", 6));
}

/* A long number and a long unit, in different rows: together they are wider than either. */
static void aligned_figures_have_room(void **state)
{
    struct fixture *fixture = *state;
    static const struct column columns[2] = {{.weight = 1}, {.align = ALIGN_END, .tabular = true}};
    struct table *table = new_table(fixture, 3, 1);
    table->columns = columns;
    cell_of(table, 1, 1)->inlines = fixture_inline(fixture, "1,234,567,890");
    cell_of(table, 2, 1)->inlines = fixture_inline(fixture, "5 per cent");
    const struct pages *pages = lay_table(fixture, table);
    milli point = point_of(pages, "1,234,567,890", 13);
    assert_int_equal(point_of(pages, "5 per cent", 1), point);
    assert_true(find_text(pages, 0, "1,234,567,890")->x > find_text(pages, 0, "a1")->x + 20000);
}

static void a_tone_is_word_and_shape_and_colour(void **state)
{
    struct fixture *fixture = *state;
    fixture->theme.tones[TONE_WORST] =
        (struct tone){.fill = {1, 1, 1}, .mark = {3, 3, 3}, .mark_on_fill = {2, 2, 2}};
    struct table *table = new_table(fixture, 2, 1);
    cell_of(table, 1, 1)->tone = TONE_WORST;
    cell_of(table, 1, 1)->shape = tone_shape(TONE_WORST);
    const struct pages *pages = lay_table(fixture, table);
    const struct op *word = find_text(pages, 0, "b1");
    size_t fills = 0, marks = 0;
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        fills += op->kind == OP_RECT && op->colour.red == 1;
        if (op->kind != OP_PATH)
            continue;
        marks++;
        assert_int_equal(op->element, ARTIFACT_LAYOUT);
        assert_int_equal(op->colour.red, 2);
        assert_true(op->path.steps[0].x < word->x);
    }
    assert_int_equal(fills, 1);
    assert_int_equal(marks, 1);
}

static void a_word_too_wide_for_its_column_is_named(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 2, 1);
    const char *word = "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm";
    cell_of(table, 1, 0)->inlines = fixture_inline(fixture, word);
    cell_of(table, 1, 0)->shape = MARK_DISC; /* the word alone would be as wide as the page */
    cell_of(table, 1, 1)->inlines = fixture_inline(fixture, "mmmmmmmmmmmm");
    assert_null(lay_table(fixture, table));
    const struct diag *diag = &fixture->diags.items.items[0];
    assert_ptr_equal(diag->code, &E520);
    assert_non_null(strstr(str_z(fixture->arena, diag->message), word));
}

static void a_header_of_half_a_page_is_not_repeated(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 12, 1);
    cell_of(table, 0, 0)->inlines = fixture_inline(fixture, long_text(fixture, 7));
    const struct pages *pages = lay_table(fixture, table);
    assert_non_null(pages);
    for (size_t i = 0; i < pages->items[1].op_count; i++)
        if (pages->items[1].ops[i].kind == OP_TEXT)
            assert_int_not_equal(pages->items[1].ops[i].element, ARTIFACT_LAYOUT);
}

/* ---- columns by their content ---- */

/* The lowest baseline of the text on a page: how high its table is. */
static milli lowest(const struct pages *pages, size_t page)
{
    milli y = 0;
    for (size_t i = 0; i < pages->items[page].op_count; i++) {
        const struct op *op = &pages->items[page].ops[i];
        y = op->kind == OP_TEXT && op->element >= 0 && op->y > y ? op->y : y;
    }
    return y;
}

/* The weights ask for the opposite of what the content needs: a page of ten lines would not do. */
static void a_long_column_is_given_room(void **state)
{
    struct fixture *fixture = *state;
    static const struct column columns[2] = {{.weight = 9}, {.weight = 1}};
    struct table *table = new_table(fixture, 2, 1);
    table->columns = columns;
    cell_of(table, 1, 0)->inlines = fixture_inline(fixture, "15 May 2015");
    cell_of(table, 1, 1)->inlines = half_lines(fixture, 12);
    const struct pages *pages = lay_table(fixture, table);
    assert_int_equal(pages->count, 1);
    assert_non_null(find_text(pages, 0, "15 May 2015"));
    assert_true(lowest(pages, 0) < 50000 + 9 * 20000);
}

/* Two columns of grades beside a long text: they are equally wide, whatever they say. */
static void columns_of_grades_are_equally_wide(void **state)
{
    struct fixture *fixture = *state;
    static const struct column columns[3] = {{.weight = 4}, {.weight = 3}, {.weight = 3}};
    struct table *table = new_table(fixture, 3, 0);
    struct cell *cells = ARENA_ARRAY(fixture->arena, struct cell, 6);
    static const char *const words[6] = {
        "Area", "2015", "2017", "Adoption of children too", "Outstanding", "Requires improvement"};
    for (size_t i = 0; i < 6; i++)
        cells[i] = (struct cell){.inlines = fixture_inline(fixture, words[i]),
                                 .tone = i > 3 ? TONE_GOOD : TONE_NONE};
    *table = (struct table){
        .columns = columns, .column_count = 3, .cells = cells, .row_count = 2, .header_rows = 1};
    const struct pages *pages = lay_table(fixture, table);
    milli widths[2] = {0};
    size_t count = 0;
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->element == ARTIFACT_BACKGROUND && op->y > 60000 && count < 2)
            widths[count++] = op->rect.width;
    }
    assert_int_equal(count, 2);
    assert_in_range(widths[1] - widths[0] - 1500 + 1, 0, 2); /* white parts the two */
}

/* Terms and values line up from table to table. */
static void terms_stand_in_one_proportion(void **state)
{
    struct fixture *fixture = *state;
    static const struct column columns[2] = {{.weight = 1}, {.weight = 2}};
    for (int i = 0; i < 2; i++) {
        struct table *table = new_table(fixture, 2, 0);
        table->plain = true;
        table->columns = columns;
        if (i)
            cell_of(table, 0, 1)->inlines = half_lines(fixture, 5);
        add_table(fixture, table);
    }
    const struct pages *pages = fixture_lay(fixture);
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->kind == OP_TEXT && op->element >= 0 && op->x > 50000)
            assert_int_equal(op->x, 50000 + 100000 + CELL_PAD_X);
    }
}

/* ---- wide and tall cells ---- */

/* Three columns under a head of two levels: "Grade" over "2015" and "2017", beside a tall "Area".
 */
static struct table *new_levels(struct fixture *fixture, const char *const (*words)[3], size_t rows)
{
    static const struct column columns[3] = {{.weight = 1}, {.weight = 1}, {.weight = 1}};
    struct table *table = ARENA_NEW(fixture->arena, struct table);
    struct cell *cells = ARENA_ARRAY(fixture->arena, struct cell, 3 * rows);
    for (size_t i = 0; i < 3 * rows; i++) {
        const char *word = words[i / 3][i % 3];
        cells[i].inlines = word ? fixture_inline(fixture, word) : NULL;
    }
    *table = (struct table){
        .columns = columns, .column_count = 3, .cells = cells, .row_count = rows, .header_rows = 2};
    cell_of(table, 0, 0)->row_span = 2;
    cell_of(table, 0, 1)->column_span = 2;
    for (size_t row = 2; row < rows; row++)
        cell_of(table, row, 0)->header = true;
    return table;
}

static const char *const levels[][3] = {
    {"Area", "Grade", "hidden"},
    {"hidden", "2015", "2017"},
    {"Leaders", "weak", "good"},
};

static void cells_under_two_levels_name_their_headers(void **state)
{
    struct fixture *fixture = *state;
    const struct pages *pages = lay_table(fixture, new_levels(fixture, levels, 3));
    assert_string_equal(fixture_dump(fixture, pages, structure_dump),
                        "Document page 1\n"
                        "  Table page 1\n"
                        "    THead page 1\n"
                        "      TR page 1\n"
                        "        TH page 1 scope column rows 2 id 4\n"
                        "          \"Area\"\n"
                        "        TH page 1 scope column columns 2 id 5\n"
                        "          \"Grade\"\n"
                        "      TR page 1\n"
                        "        TH page 1 scope column id 7 headers 5\n"
                        "          \"2015\"\n"
                        "        TH page 1 scope column id 8 headers 5\n"
                        "          \"2017\"\n"
                        "    TBody page 1\n"
                        "      TR page 1\n"
                        "        TH page 1 scope row id 11 headers 4\n"
                        "          \"Leaders\"\n"
                        "        TD page 1 headers 5 7 11\n"
                        "          \"weak\"\n"
                        "        TD page 1 headers 5 8 11\n"
                        "          \"good\"\n");
}

static void a_table_of_one_level_needs_no_names(void **state)
{
    const struct pages *pages = lay_table(*state, new_table(*state, 3, 1));
    for (size_t i = 0; i < pages->element_count; i++) {
        assert_false(pages->elements[i].named);
        assert_int_equal(pages->elements[i].header_count, 0);
    }
}

/* The bottom edge of the lowest rule of a colour that begins at x. */
static milli rule_below(const struct pages *pages, milli x)
{
    milli bottom = 0;
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->kind == OP_RECT && op->element == ARTIFACT_LAYOUT && op->x == x && op->y > bottom)
            bottom = op->y + op->rect.height;
    }
    return bottom;
}

static void no_rule_cuts_a_tall_cell(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_levels(fixture, levels, 2);
    const struct pages *pages = lay_table(fixture, table);
    size_t rules = 0;
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->kind != OP_RECT || op->element != ARTIFACT_LAYOUT)
            continue;
        rules++;
        assert_true(op->y > find_text(pages, 0, "2015")->y ||
                    op->y < find_text(pages, 0, "Grade")->y - 10000 ||
                    op->x == find_text(pages, 0, "Grade")->x);
    }
    assert_int_equal(rules, 3); /* above, below the head of two columns, at the foot */
    assert_true(rule_below(pages, 50000) > find_text(pages, 0, "2015")->y);
}

static void a_tall_cell_makes_its_last_row_higher(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_levels(fixture, levels, 3);
    table->header_rows = 0;
    cell_of(table, 0, 0)->inlines = fixture_inline(fixture, long_text(fixture, 3));
    cell_of(table, 0, 1)->column_span = 0;
    const struct pages *pages = lay_table(fixture, table);
    assert_non_null(pages);
    milli first = find_text(pages, 0, "Grade")->y;
    const struct element *tall = &pages->elements[find_text(pages, 0, "Grade")->element - 1];
    assert_int_equal(tall->row_span, 2);
    milli last = 0;
    size_t lines = 0;
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->kind != OP_TEXT || op->element < 0 || &pages->elements[op->element] != tall)
            continue;
        lines++;
        last = op->y > last ? op->y : last;
    }
    assert_true(lines >= 3);
    assert_int_equal(last, first + (milli)(lines - 1) * 20000);
    assert_true(find_text(pages, 0, "Leaders")->y > last);
}

static void rows_of_a_tall_cell_stay_together(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 4, 1);
    cell_of(table, 2, 0)->row_span = 2;
    add_lines(fixture, 5);
    const struct pages *pages = lay_table(fixture, table);
    assert_int_equal(pages->count, 2);
    assert_null(find_text(pages, 0, "b2"));
    assert_non_null(find_text(pages, 1, "a2"));
    assert_non_null(find_text(pages, 1, "b2"));
    assert_non_null(find_text(pages, 1, "b3"));
}

/* Text of a tall cell runs on over pages when the rows beside it do; nothing is lost. */
static void a_tall_cell_higher_than_a_page_loses_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 13, 1);
    cell_of(table, 1, 0)->row_span = 12;
    cell_of(table, 1, 0)->inlines = fixture_inline(fixture, long_text(fixture, 20));
    const struct pages *pages = lay_table(fixture, table);
    assert_non_null(pages);
    assert_true(pages->count > 1);
    size_t texts = 0;
    for (size_t page = 0; page < pages->count; page++)
        texts += lines_on(pages, page);
    assert_int_equal(texts, 2 + 12 + 20);
}

static void spans_never_leave_the_table(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_levels(fixture, levels, 3);
    cell_of(table, 0, 0)->row_span = 9;
    cell_of(table, 0, 1)->column_span = 9;
    cell_of(table, 2, 1)->row_span = 9;
    const struct pages *pages = lay_table(fixture, table);
    assert_non_null(pages);
    for (size_t i = 0; i < pages->element_count; i++) {
        assert_in_range(pages->elements[i].row_span, 0, 2);
        assert_in_range(pages->elements[i].column_span, 0, 2);
    }
}

static void a_fill_is_a_background(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 12, 1);
    cell_of(table, 0, 1)->tone = TONE_GOOD;
    const struct pages *pages = lay_table(fixture, table);
    for (size_t page = 0; page < pages->count; page++) {
        size_t fills = 0;
        for (size_t i = 0; i < pages->items[page].op_count; i++)
            fills += pages->items[page].ops[i].element == ARTIFACT_BACKGROUND;
        assert_int_equal(fills, 1);
    }
}

/* ---- tables of grades ---- */

/* Grades of two inspections, the first one joint for two rows, and a column that may go. */
static struct table *new_grades(struct fixture *fixture)
{
    static const struct column columns[4] = {
        {.weight = 3}, {.weight = 2}, {.weight = 2}, {.weight = 1, .spare = true}};
    static const char *const words[3][4] = {{"Area", "2015", "2017", "Change"},
                                            {"Care", "weak", "good", "up"},
                                            {"Leavers", "hidden", "worse", "down"}};
    struct table *table = ARENA_NEW(fixture->arena, struct table);
    struct cell *cells = ARENA_ARRAY(fixture->arena, struct cell, 12);
    for (size_t i = 0; i < 12; i++)
        cells[i].inlines = fixture_inline(fixture, words[i / 4][i % 4]);
    for (size_t i = 4; i < 12; i += 4) {
        cells[i].header = true;
        cells[i + 1].tone = cells[i + 2].tone = TONE_GOOD;
        cells[i + 1].quiet = true;
    }
    cells[5].row_span = 2;
    cells[5].joint = true;
    *table = (struct table){.columns = columns,
                            .column_count = 4,
                            .cells = cells,
                            .row_count = 3,
                            .header_rows = 1,
                            .grades = true,
                            .axis = true,
                            .instead = fixture_inline(fixture, "Told")};
    return table;
}

static size_t count_ops(const struct pages *pages, enum op_kind kind, element_id element,
                        milli width)
{
    size_t count = 0;
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        count += op->kind == kind && op->element == element &&
                 (!width || (kind == OP_RECT && op->rect.width == width));
    }
    return count;
}

/* The quiet cells have no ground; the joint one has its bar, and stands between its rows. */
static void a_joint_grade_stands_in_the_middle_of_its_rows(void **state)
{
    struct fixture *fixture = *state;
    fixture->theme.styles[STYLE_BODY].size = 5000;
    const struct pages *pages = lay_table(fixture, new_grades(fixture));
    milli care = find_text(pages, 0, "Care")->y, leavers = find_text(pages, 0, "Leavers")->y;
    assert_int_equal(count_ops(pages, OP_RECT, ARTIFACT_BACKGROUND, 0), 2);
    assert_int_equal(count_ops(pages, OP_RECT, ARTIFACT_LAYOUT, JOINT_BAR), 2);
    assert_int_equal(find_text(pages, 0, "weak")->y, (care + leavers) / 2);
    assert_non_null(find_text(pages, 0, "Change"));
    assert_null(find_text(pages, 0, "Told"));
}

/* Where lines are short, spare columns go, and what they held is told below. */
static void spare_columns_become_a_sentence(void **state)
{
    struct fixture *fixture = *state;
    const struct pages *pages = lay_table(fixture, new_grades(fixture));
    assert_null(find_text(pages, 0, "Change"));
    assert_null(find_text(pages, 0, "up"));
    assert_non_null(find_text(pages, 0, "worse"));
    assert_non_null(find_text(pages, 0, "Told"));
}

static void a_table_of_grades_is_not_parted(void **state)
{
    struct fixture *fixture = *state;
    add_lines(fixture, 8);
    const struct pages *pages = lay_table(fixture, new_grades(fixture));
    assert_int_equal(pages->count, 2);
    assert_null(find_text(pages, 0, "2015"));
    assert_non_null(find_text(pages, 1, "2015"));
}

/* ---- stacked tables ---- */

/* Five columns of a word each, which have no room side by side. */
static struct table *new_wide(struct fixture *fixture, size_t rows)
{
    static const struct column columns[5] = {
        {.weight = 1}, {.weight = 1}, {.weight = 1}, {.weight = 1}, {.weight = 1}};
    struct table *table = ARENA_NEW(fixture->arena, struct table);
    struct cell *cells = ARENA_ARRAY(fixture->arena, struct cell, 5 * rows);
    for (size_t i = 0; i < 5 * rows; i++) {
        cells[i].inlines = fixture_inline(fixture, str_format(fixture->arena,
                                                              "%c%zu"
                                                              "mmmmmmmmmm",
                                                              'a' + (int)(i % 5), i / 5)
                                                       .at);
        cells[i].header = i % 5 == 0;
    }
    *table = (struct table){.caption = fixture_inline(fixture, "Caption"),
                            .columns = columns,
                            .column_count = 5,
                            .cells = cells,
                            .row_count = rows,
                            .header_rows = 1};
    return table;
}

static void a_table_without_room_is_stacked(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_wide(fixture, 2);
    cell_of(table, 1, 3)->inlines = NULL;
    cell_of(table, 1, 4)->inlines = NULL;
    const struct pages *pages = lay_table(fixture, table);
    assert_non_null(pages);
    assert_string_equal(fixture_dump(fixture, pages, structure_dump),
                        "Document page 1\n"
                        "  Table page 1\n"
                        "    Caption page 1\n"
                        "      \"Caption\"\n"
                        "    TBody page 1\n"
                        "      TR page 1\n"
                        "        TH page 1 scope column columns 2 id 5\n"
                        "          \"a0mmmmmmmmmm\"\n"
                        "          \": \"\n"
                        "          \"a1mmmmmmmmmm\"\n"
                        "      TR page 1\n"
                        "        TH page 1 scope row id 7 headers 5\n"
                        "          \"b0mmmmmmmmmm\"\n"
                        "        TD page 1 headers 5 7\n"
                        "          \"b1mmmmmmmmmm\"\n"
                        "      TR page 1\n"
                        "        TH page 1 scope row id 10 headers 5\n"
                        "          \"c0mmmmmmmmmm\"\n"
                        "        TD page 1 headers 5 10\n"
                        "          \"c1mmmmmmmmmm\"\n");
}

static void a_block_that_goes_on_repeats_its_header(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_wide(fixture, 3);
    cell_of(table, 2, 2)->inlines = half_lines(fixture, 20);
    const struct pages *pages = lay_table(fixture, table);
    assert_non_null(pages);
    assert_true(pages->count > 1);
    const struct op *name = find_text(pages, pages->count - 1, "a2mmmmmmmmmm");
    assert_non_null(name);
    assert_int_equal(name->element, ARTIFACT_LAYOUT);
    assert_non_null(find_text(pages, pages->count - 1, "Caption (continued)"));
}

/* Short words may stand in a narrow column, long text may not. */
static void long_text_is_not_set_as_a_chimney(void **state)
{
    for (int is_long = 0; is_long <= 1; is_long++) {
        struct fixture *fixture;
        fixture_setup((void **)&fixture);
        struct table *table = new_wide(fixture, 2);
        for (size_t column = 0; column < 5; column++) {
            cell_of(table, 0, column)->inlines = fixture_inline(fixture, "head");
            cell_of(table, 1, column)->inlines = fixture_inline(
                fixture, is_long ? "one two three four five six seven eight nine ten" : "one two");
        }
        const struct pages *pages = lay_table(fixture, table);
        assert_int_equal(!strstr(fixture_dump(fixture, pages, structure_dump), "THead"), is_long);
        fixture_teardown((void **)&fixture);
    }
    (void)state;
}

/* A header of two levels is read from the top; a tall cell is told in each of its blocks. */
static void labels_of_a_stacked_table_are_its_headers(void **state)
{
    struct fixture *fixture = *state;
    static const char *const words[][3] = {
        {"Areammmmmmmmmmmmmmmm", "Grademmmmmmmmmmmm", "hidden"},
        {"hidden", "in2015mmmmmmmmmmmmmmm", "in2017mmmmmmmmmmmmmmm"},
        {"Leadersmmmmmmmmmmmm", "weakmmmmmmmmmmmmmmmm", "good"},
        {"Carers", "hidden", "best"},
    };
    struct table *table = new_levels(fixture, words, 4);
    cell_of(table, 2, 1)->row_span = 2;
    const struct pages *pages = lay_table(fixture, table);
    const char *dump = fixture_dump(fixture, pages, structure_dump);
    assert_null(strstr(dump, "THead"));
    assert_null(strstr(dump, "hidden"));
    assert_non_null(strstr(dump, "\"Grademmmmmmmmmmmm\"\n          \", \"\n"));
    const char *tall = strstr(dump, "\"weakmmmmmmmmmmmmmmmm\"");
    assert_non_null(tall);
    assert_non_null(strstr(tall + 1, "\"weakmmmmmmmmmmmmmmmm\""));
}

/* The second of two rows is the last as well. */
static void a_short_row_stays_with_a_long_one(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 3, 1);
    cell_of(table, 1, 0)->inlines = fixture_inline(fixture, long_text(fixture, 5));
    add_lines(fixture, 2);
    const struct pages *pages = lay_table(fixture, table);
    assert_int_equal(pages->count, 2);
    assert_true(lines_on(pages, 1) >= 3);
}

static void an_empty_cell_is_an_element_without_text(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = new_table(fixture, 2, 1);
    cell_of(table, 1, 1)->inlines = NULL;
    const struct pages *pages = lay_table(fixture, table);
    const char *dump = fixture_dump(fixture, pages, structure_dump);
    assert_non_null(strstr(dump, "          \"a1\"\n        TD\n"));
}

/* ---- panels ---- */

static struct panel *new_panel(struct fixture *fixture)
{
    struct panel_item *items = ARENA_ARRAY(fixture->arena, struct panel_item, 2);
    for (size_t i = 0; i < 2; i++)
        items[i] = (struct panel_item){.term = fixture_inline(fixture, i ? "Change" : "Grade"),
                                       .value = fixture_inline(fixture, i ? "Up" : "Good"),
                                       .details = fixture_inline(fixture, i ? "from weak" : "2023"),
                                       .weight = 1};
    struct panel *panel = ARENA_NEW(fixture->arena, struct panel);
    *panel = (struct panel){.terms_head = fixture_inline(fixture, "Question"),
                            .answers_head = fixture_inline(fixture, "Answer"),
                            .items = items,
                            .count = 2};
    fixture_block(fixture, fixture->document, BLOCK_PANEL, NULL)->panel = panel;
    return panel;
}

static void the_answers_of_a_panel_stand_side_by_side(void **state)
{
    struct fixture *fixture = *state;
    fixture->theme.styles[STYLE_BODY].size = 9000;
    new_panel(fixture);
    const struct pages *pages = fixture_lay(fixture);
    const struct op *good = find_text(pages, 0, "Good"), *up = find_text(pages, 0, "Up");
    assert_int_equal(good->y, up->y);
    assert_true(up->x > good->x);
    assert_null(find_text(pages, 0, "Question"));
}

static void in_large_letters_one_stands_below_the_other(void **state)
{
    struct fixture *fixture = *state;
    fixture->theme.styles[STYLE_BODY].size = 18000;
    new_panel(fixture);
    const struct pages *pages = fixture_lay(fixture);
    const struct op *good = find_text(pages, 0, "Good"), *up = find_text(pages, 0, "Up");
    assert_int_equal(good->x, up->x);
    assert_true(up->y > good->y);
    assert_true(find_text(pages, 0, "Question")->y < find_text(pages, 0, "Grade")->y);
    assert_int_equal(find_text(pages, 0, "Answer")->x, good->x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(widths_sum_up_to_the_table),
        FIXTURE_TEST(widths_never_fall_below_the_least),
        FIXTURE_TEST(what_is_left_goes_by_weight),
        FIXTURE_TEST(in_too_narrow_a_table_only_the_widest_columns_are_cut),
        FIXTURE_TEST(the_header_repeats_as_an_artifact),
        FIXTURE_TEST(every_row_is_there_once),
        FIXTURE_TEST(the_header_does_not_repeat_above_another_table),
        FIXTURE_TEST(a_row_taller_than_a_page_goes_on_over_pages),
        FIXTURE_TEST(a_row_is_not_split_for_a_small_hole),
        FIXTURE_TEST(a_long_row_is_split_with_lines_on_each_side),
        FIXTURE_TEST(a_row_in_slices_is_painted_cell_by_cell),
        FIXTURE_TEST(a_table_that_goes_on_says_so),
        FIXTURE_TEST(a_total_stays_with_the_row_above),
        cmocka_unit_test(neither_first_nor_last_row_stands_alone),
        FIXTURE_TEST(the_caption_stays_with_the_table),
        FIXTURE_TEST(structure_tells_headers_from_data),
        FIXTURE_TEST(a_plain_table_heads_each_row_with_its_term),
        FIXTURE_TEST(a_wide_cell_covers_its_neighbour),
        FIXTURE_TEST(figures_align_at_the_end),
        FIXTURE_TEST(decimal_points_stand_below_one_another),
        FIXTURE_TEST(aligned_figures_have_room),
        FIXTURE_TEST(a_tone_is_word_and_shape_and_colour),
        FIXTURE_TEST(a_word_too_wide_for_its_column_is_named),
        FIXTURE_TEST(a_header_of_half_a_page_is_not_repeated),
        FIXTURE_TEST(a_long_column_is_given_room),
        FIXTURE_TEST(columns_of_grades_are_equally_wide),
        FIXTURE_TEST(terms_stand_in_one_proportion),
        FIXTURE_TEST(cells_under_two_levels_name_their_headers),
        FIXTURE_TEST(a_table_of_one_level_needs_no_names),
        FIXTURE_TEST(no_rule_cuts_a_tall_cell),
        FIXTURE_TEST(a_tall_cell_makes_its_last_row_higher),
        FIXTURE_TEST(rows_of_a_tall_cell_stay_together),
        FIXTURE_TEST(a_tall_cell_higher_than_a_page_loses_nothing),
        FIXTURE_TEST(spans_never_leave_the_table),
        FIXTURE_TEST(a_joint_grade_stands_in_the_middle_of_its_rows),
        FIXTURE_TEST(spare_columns_become_a_sentence),
        FIXTURE_TEST(a_table_of_grades_is_not_parted),
        FIXTURE_TEST(a_fill_is_a_background),
        FIXTURE_TEST(a_table_without_room_is_stacked),
        FIXTURE_TEST(a_block_that_goes_on_repeats_its_header),
        cmocka_unit_test(long_text_is_not_set_as_a_chimney),
        FIXTURE_TEST(labels_of_a_stacked_table_are_its_headers),
        FIXTURE_TEST(a_short_row_stays_with_a_long_one),
        FIXTURE_TEST(an_empty_cell_is_an_element_without_text),
        FIXTURE_TEST(the_answers_of_a_panel_stand_side_by_side),
        FIXTURE_TEST(in_large_letters_one_stands_below_the_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
