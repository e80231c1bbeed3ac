/* Composing a document: sections, the answers of components, citations, abbreviations, headers of
   cells, lists of contents and the mark of a draft. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "brief/printed.h"
#include "doc/composed.h"
#include "doc/fixture.h"

/* What the box of a test answers with. */
static void answer_with_sources(struct composer *composer, const struct briefing *briefing,
                                const void *options)
{
    (void)options;
    compose_list_open(composer, true, true);
    for (size_t i = 0; i < briefing->sources.count; i++) {
        const struct evidence *source = &briefing->sources.items[i];
        compose_item_open(composer);
        compose_open(composer, BLOCK_SOURCE, (struct span){0})->source_id = source->id;
        compose_paragraph(composer, inline_text(composer->arena, source->title, (struct span){0}));
        compose_close(composer);
        compose_close(composer);
    }
    compose_close(composer);
}

static const struct component source_box = {
    .name = "box", .options = &box_table, .compose = answer_with_sources};
static const struct component annexes = {
    .name = "annexes", .options = &box_table, .parts = BLOCK_ANNEXES};
static const struct component first_page = {
    .name = "page-one-ends", .options = &box_table, .parts = BLOCK_PAGE_ONE_ENDS};
static const struct component *const source_boxes[] = {&source_box, &annexes, &first_page, NULL};

static const struct evidence sources[] = {{.id = {"A", 1}, .title = {"First report", 12}},
                                          {.id = {"B", 1}, .title = {"Second report", 13}}};
static const struct term terms[] = {
    {.term = {"DfE", 3}, .expansion = {"Department for Education", 24}},
    {.term = {"DfE board", 9}, .expansion = {"the board of it", 15}},
};
static const struct front_sheet draft = {.draft = ANSWER_YES}, no_draft;

static int start(void **state)
{
    struct fixture *fixture = malloc(sizeof *fixture);
    fixture_start(fixture);
    fixture->briefing.sources = (struct evidence_list){.items = sources, .count = 2};
    fixture->briefing.glossary = (struct term_list){.items = terms, .count = 2};
    fixture->briefing.briefing = &no_draft;
    *state = fixture;
    return 0;
}

static int end(void **state)
{
    fixture_end(*state);
    free(*state);
    return 0;
}

static const char *composed(struct fixture *fixture, const char *markdown)
{
    fixture_render(fixture, markdown);
    const struct block *read = markdown_read(fixture->arena, &fixture->diags, &fixture->rendered,
                                             &fixture->briefing, source_boxes);
    assert_non_null(read);
    fixture->document = document_compose(fixture->arena, read, &fixture->briefing, false)->blocks;
    return fixture_dump(fixture);
}

/* A value that cites both sources, the later one first. */
static void cite_both(struct fixture *fixture, int n)
{
    struct ref *refs = ARENA_ARRAY(fixture->arena, struct ref, 2);
    for (size_t i = 0; i < 2; i++)
        refs[i] =
            (struct ref){.id = sources[i].id, .record = &sources[i], .table = &evidence_table};
    fixture->inserts[n].text = STR("[1, 2]");
    fixture->inserts[n].cite = (struct refs){refs, 2};
}

/* ---- sections, the title, the mark of a draft ---- */

static void a_section_holds_what_follows_its_heading(void **state)
{
    assert_string_equal(composed(*state, "# T\n\nlead\n\n## One\n\na\n\n### Part\n\nb\n\n## Two\n"),
                        "document\n"
                        "  heading 1 \"T\"\n"
                        "  paragraph \"lead\"\n"
                        "  section\n"
                        "    heading 2 \"One\"\n"
                        "    paragraph \"a\"\n"
                        "    heading 3 \"Part\"\n"
                        "    paragraph \"b\"\n"
                        "  section\n"
                        "    heading 2 \"Two\"\n");
}

/* ---- where a paper is parted ---- */

/* Two parts, the second in the first. */
static void answer_with_parts(struct composer *composer, const struct briefing *briefing,
                              const void *options)
{
    (void)briefing, (void)options;
    compose_part_open(composer, inline_text(composer->arena, STR("Notice"), (struct span){0}));
    compose_part_open(composer, inline_text(composer->arena, STR("It says"), (struct span){0}));
    compose_paragraph(composer, inline_text(composer->arena, STR("a"), (struct span){0}));
    compose_part_close(composer);
    compose_part_close(composer);
}

static const struct component parts_box = {
    .name = "parts", .options = &box_table, .compose = answer_with_parts};
static const struct component ends_box = {
    .name = "ends", .options = &box_table, .parts = BLOCK_PAGE_ONE_ENDS};
static const struct component annexes_box = {
    .name = "annexes", .options = &box_table, .parts = BLOCK_ANNEXES};
static const struct component numbered_box = {
    .name = "numbered", .options = &box_table, .marks = MARKS_NUMBERED};
static const struct component tinted_box = {
    .name = "tinted", .options = &box_table, .marks = MARKS_TINTED};
static const struct component *const part_boxes[] = {&ends_box,   &annexes_box, &numbered_box,
                                                     &tinted_box, &parts_box,   NULL};

static const char *parted(struct fixture *fixture, const char *markdown)
{
    fixture_render(fixture, markdown);
    const struct block *read = markdown_read(fixture->arena, &fixture->diags, &fixture->rendered,
                                             &fixture->briefing, part_boxes);
    if (!read)
        return fixture_codes(fixture);
    fixture->document = document_compose(fixture->arena, read, &fixture->briefing, false)->blocks;
    return fixture_dump(fixture);
}

static void side_heads_are_of_level_2_before_the_first_page_ends_and_of_level_3_behind(void **state)
{
    assert_string_equal(parted(*state, "# T\n\n## One\n\na\n\n### Part\n\n```ends\n```\n\n"
                                       "### Loose\n\nb\n\n## Two\n\n### Three\n\n#### Four\n\nc\n\n"
                                       "### Five\n\n```annexes\n```\n\nd\n"),
                        "document\n"
                        "  heading 1 \"T\"\n"
                        "  side\n"
                        "    heading 2 \"One\"\n"
                        "    paragraph \"a\"\n"
                        "    heading 3 \"Part\"\n"
                        "  page one ends\n"
                        "  side\n"
                        "    heading 3 \"Loose\"\n"
                        "    paragraph \"b\"\n"
                        "  section\n"
                        "    heading 2 \"Two\"\n"
                        "    side\n"
                        "      heading 3 \"Three\"\n"
                        "      heading 4 \"Four\"\n"
                        "      paragraph \"c\"\n"
                        "    side\n"
                        "      heading 3 \"Five\"\n"
                        "  annexes\n"
                        "  paragraph \"d\"\n");
}

static void what_a_component_heads_stands_one_level_below_its_own_heading(void **state)
{
    assert_string_equal(
        parted(*state,
               "```parts\n```\n\n# T\n\n## One\n\n```ends\n```\n\n## Two\n\n```parts\n```\n\n"
               "### Three\n\n```parts\n```\n"),
        "document\n"
        "  component parts\n"
        "    section\n"
        "      paragraph keeps next strong( \"Notice\" )\n"
        "      section\n"
        "        paragraph keeps next strong( \"It says\" )\n"
        "        paragraph \"a\"\n"
        "  heading 1 \"T\"\n"
        "  side\n"
        "    heading 2 \"One\"\n"
        "  page one ends\n"
        "  section\n"
        "    heading 2 \"Two\"\n"
        "    component parts\n"
        "      side\n"
        "        heading 3 \"Notice\"\n"
        "        section\n"
        "          heading 4 \"It says\"\n"
        "          paragraph \"a\"\n"
        "    side\n"
        "      heading 3 \"Three\"\n"
        "      component parts\n"
        "        section\n"
        "          heading 4 \"Notice\"\n"
        "          section\n"
        "            heading 5 \"It says\"\n"
        "            paragraph \"a\"\n");
}

static void a_paper_that_has_no_first_page_has_no_side_heads(void **state)
{
    assert_null(strstr(parted(*state, "# T\n\n## One\n\n### Part\n\n```annexes\n```\n"), "side"));
}

static void a_paper_is_parted_once_and_in_order(void **state)
{
    static const struct {
        const char *markdown, *codes;
    } cases[] = {
        {"```ends\n```\n\n# T\n", "E552"},
        {"# T\n\n```ends\n```\n\n```ends\n```\n", "E552"},
        {"# T\n\n```annexes\n```\n\n```annexes\n```\n", "E552"},
        {"# T\n\n```annexes\n```\n\n```ends\n```\n", "E552"},
        {"# T\n\n```ends\n```\n\n```annexes\n```\n", ""},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        diags_init(&fixture->diags, fixture->arena);
        parted(fixture, cases[i].markdown);
        assert_string_equal(fixture_codes(fixture), cases[i].codes);
    }
}

/* ---- sections and paragraphs with numbers ---- */

static void a_numbered_paper_counts_its_sections_and_paragraphs_down_to_the_annexes(void **state)
{
    assert_string_equal(
        parted(*state, "# T\n\nlead\n\n```numbered\n```\n\n```tinted\n```\n\n## Asks\n\n1. a\n"
                       "2. b\n\n## Why\n\nc\n\n- d\n\n### Part\n\ne\n\n> f\n\n"
                       "```annexes\n```\n\n## Annex\n\ng\n"),
        "document\n"
        "  heading 1 \"T\"\n"
        "  paragraph \"lead\"\n"
        "  side tinted\n"
        "    heading 2 number 1 \"1 Asks\"\n"
        "    list ordered from 1 tight\n"
        "      item number 1.1\n"
        "        paragraph \"a\"\n"
        "      item number 1.2\n"
        "        paragraph \"b\"\n"
        "  side\n"
        "    heading 2 number 2 \"2 Why\"\n"
        "    paragraph number 2.1 \"2.1 c\"\n"
        "    list tight\n"
        "      item\n"
        "        paragraph \"d\"\n"
        "    heading 3 \"Part\"\n"
        "    paragraph number 2.2 \"2.2 e\"\n"
        "    quote\n"
        "      paragraph \"f\"\n"
        "  annexes\n"
        "  section\n"
        "    heading 2 \"Annex\"\n"
        "    paragraph \"g\"\n");
}

static void only_the_next_section_is_tinted_and_only_one_with_a_side_head(void **state)
{
    struct fixture *fixture = *state;
    const char *dump =
        parted(fixture, "# T\n\n```numbered\n```\n\n```tinted\n```\n\n## One\n\na\n\n"
                        "## Two\n\nb\n");
    assert_non_null(strstr(dump, "side tinted\n    heading 2 number 1"));
    assert_non_null(strstr(dump, "side\n    heading 2 number 2"));
    assert_null(strstr(parted(fixture, "# T\n\n```tinted\n```\n\n## One\n\na\n"), "tinted"));
}

static void a_draft_is_marked_below_its_title(void **state)
{
    struct fixture *fixture = *state;
    fixture->briefing.briefing = &draft;
    assert_string_equal(composed(fixture, "# T\n\na\n"), "document\n"
                                                         "  heading 1 \"T\"\n"
                                                         "  mark keeps next strong( \"DRAFT\" )\n"
                                                         "  paragraph \"a\"\n");
    assert_true(fixture->document->children->title);
}

/* ---- components, and what was read ---- */

static void a_component_holds_its_answer(void **state)
{
    assert_string_equal(composed(*state, "# T\n\n```box\n```\n"),
                        "document\n"
                        "  heading 1 \"T\"\n"
                        "  component box\n"
                        "    list ordered from 1 tight\n"
                        "      item\n"
                        "        source A\n"
                        "          paragraph \"First report\"\n"
                        "      item\n"
                        "        source B\n"
                        "          paragraph \"Second report\"\n");
}

static void what_was_read_stays_as_it_is(void **state)
{
    struct fixture *fixture = *state;
    fixture_render(fixture,
                   "# T\n\nThe DfE\n\n## S\n\n| a | b |\n|---|---|\n| c | d |\n\n```box\n```\n");
    fixture->document = markdown_read(fixture->arena, &fixture->diags, &fixture->rendered,
                                      &fixture->briefing, source_boxes);
    const char *before = fixture_dump(fixture);
    document_compose(fixture->arena, fixture->document, &fixture->briefing, false);
    assert_string_equal(fixture_dump(fixture), before);
}

static void a_table_of_markdown_becomes_one(void **state)
{
    struct fixture *fixture = *state;
    composed(fixture, "# T\n\n| a | b |\n|---|--:|\n| c | 5 |\n");
    const struct table *table = fixture->document->last_child->table;
    assert_int_equal(table->row_count, 2);
    assert_int_equal(table->header_rows, 1);
    assert_true(table->columns[1].tabular);
    assert_null(table->headers);
}

/* ---- citations ---- */

static void a_section_ends_in_one_line_on_its_sources(void **state)
{
    struct fixture *fixture = *state;
    cite_both(fixture, 0);
    cite_both(fixture, 1);
    const char *dump = composed(fixture, "# T\n\nA claim @0, and\n\n- another @1.\n\n"
                                         "## List\n\n```box\n```\n");
    assert_non_null(strstr(dump, "paragraph \"A claim, and\"\n"));
    assert_non_null(strstr(dump, "paragraph \"another.\"\n"));
    assert_non_null(strstr(dump, "  note \"Sources: First report\" cite \"(1)\" to A "
                                 "\"; Second report\" cite \"(2)\" to B \".\"\n"
                                 "  section\n"));
    const struct block *note = fixture->document->children->next->next->next;
    const struct inline_node *cite = note->inlines->next->next->next;
    assert_int_equal(cite->citations[0].number, 2);
    assert_true(str_is(cite->citations[0].description, "Source 2: Second report"));
}

static void a_table_has_a_line_of_its_own_at_the_end_of_its_note(void **state)
{
    struct fixture *fixture = *state;
    cite_both(fixture, 0);
    cite_both(fixture, 1);
    const char *dump =
        composed(fixture, "# T\n\n| a | b |\n|---|---|\n| c @0 | d |\n\nA claim @1.\n\n"
                          "```box\n```\n");
    assert_non_null(strstr(dump, "cell \"c\"\n"));
    const char *line = strstr(dump, "  note \"Sources: First report\"");
    assert_non_null(line);
    assert_null(strstr(line + strlen("  note"), "note \"Source")); /* the claim's are named there */
}

static void the_first_page_ends_in_one_line_for_all_its_sides(void **state)
{
    struct fixture *fixture = *state;
    cite_both(fixture, 0);
    cite_both(fixture, 1);
    const char *dump = composed(fixture, "# T\n\n## One\n\nA claim @0.\n\n## Two\n\nAnother @1.\n\n"
                                         "```page-one-ends\n```\n\n## Three\n\n```box\n```\n");
    const char *line = strstr(dump, "\n  note \"Sources: First report\"");
    assert_non_null(line);
    assert_true(strstr(dump, "paragraph \"Another.\"\n") < line);
    assert_true(line < strstr(dump, "page one ends"));
    assert_null(strstr(line + strlen("\n  note"), "note \"Source"));
}

static void behind_the_annexes_citations_stay_in_place(void **state)
{
    struct fixture *fixture = *state;
    cite_both(fixture, 0);
    const char *dump =
        composed(fixture, "# T\n\n```annexes\n```\n\n## Annex\n\nA claim @0.\n\n```box\n```\n");
    assert_non_null(strstr(dump, "paragraph \"A claim \" cite \"(1, 2)\" to A to B \".\"\n"));
    assert_null(strstr(dump, "note \"Source"));
}

static void without_a_list_sources_are_named_and_have_no_numbers(void **state)
{
    struct fixture *fixture = *state;
    cite_both(fixture, 0);
    const char *dump = composed(fixture, "# T\n\nA claim @0\n");
    assert_non_null(strstr(dump, "note \"Sources: First report; Second report.\"\n"));
}

/* ---- abbreviations ---- */

static void an_abbreviation_is_told_at_its_first_use(void **state)
{
    const char *dump = composed(*state, "# The DfE\n\n[DfE](https://a.org) wrote\n\n"
                                        "The DfE, and the DfE again\n\nThe DfE board, DfEs\n");
    assert_non_null(
        strstr(dump, "heading 1 \"The \" short-for=\"Department for Education\" \"DfE\"\n"));
    assert_non_null(strstr(dump, "link( url=\"https://a.org\" \"DfE\" ) \" wrote\"\n"));
    assert_non_null(
        strstr(dump, "paragraph \"The DfE (Department for Education), and the DfE again\"\n"));
    assert_non_null(strstr(dump, "paragraph \"The DfE board (the board of it), DfEs\"\n"));
}

static void an_abbreviation_in_brackets_or_beside_its_long_form_needs_none(void **state)
{
    const char *dump =
        composed(*state, "# T\n\nIts board (DfE board) met.\n\n"
                         "The Department for Education (DfE) and the DfE’s letter\n");
    assert_non_null(strstr(dump, "\"Its board (DfE board, the board of it) met.\"\n"));
    assert_non_null(strstr(dump, "\"The Department for Education (DfE) and the DfE’s letter\"\n"));
    dump = composed(*state, "# T\n\nThe DfE’s letter\n");
    assert_non_null(strstr(dump, "\"The DfE’s (Department for Education) letter\"\n"));
}

static void heads_of_a_table_are_no_running_text(void **state)
{
    const char *dump = composed(*state, "# T\n\n| DfE |\n|---|\n| DfE |\n");
    assert_non_null(strstr(dump, "cell header short-for=\"Department for Education\" \"DfE\"\n"));
    assert_non_null(strstr(dump, "cell \"DfE (Department for Education)\"\n"));
}

/* ---- headers of cells ---- */

static void cells_under_two_levels_know_their_headers(void **state)
{
    struct fixture *fixture = *state;
    struct cell cells[12] = {{.row_span = 2}, {.column_span = 2}};
    static const struct column columns[3];
    cells[6].header = cells[9].header = true;
    struct table table = {
        .columns = columns, .column_count = 3, .cells = cells, .row_count = 4, .header_rows = 2};
    table_settle(fixture->arena, &table);
    assert_int_equal(table.places[2].owner, 1);
    assert_int_equal(table.places[3].owner, 0);
    assert_int_equal(table.places[1].columns, 2);
    assert_int_equal(table.headers[7].count, 3);
    const size_t wanted[] = {1, 4, 6};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(table.headers[7].cells[i], wanted[i]);
    assert_int_equal(table.headers[4].count, 1); /* in the head, only those above */
}

static void a_span_reaches_no_further_than_the_table(void **state)
{
    struct fixture *fixture = *state;
    struct cell cells[4] = {{.column_span = 9, .row_span = 9}};
    static const struct column columns[2];
    struct table table = {
        .columns = columns, .column_count = 2, .cells = cells, .row_count = 2, .header_rows = 1};
    table_settle(fixture->arena, &table);
    assert_int_equal(table.places[0].columns, 2);
    assert_int_equal(table.places[0].rows, 1); /* head and body are apart */
    assert_int_equal(table.places[2].owner, 2);
}

/* ---- contents ---- */

static void answer_with_contents(struct composer *composer, const struct briefing *briefing,
                                 const void *options)
{
    (void)briefing;
    const struct box_options *chosen = options;
    compose_add(composer, BLOCK_CONTENTS, (struct span){0})->level = (int)chosen->most.value;
}

static void contents_list_the_headings_behind_them(void **state)
{
    static const struct component contents_box = {
        .name = "box", .options = &box_table, .compose = answer_with_contents};
    static const struct component *const contents_boxes[] = {&contents_box, NULL};
    struct fixture *fixture = *state;
    fixture_render(fixture, "# T\n\n## Before\n\n```box\nmost: 3\n```\n\n## One\n\n### Part\n\n"
                            "#### Deep\n\n## Two\n");
    const struct block *read = markdown_read(fixture->arena, &fixture->diags, &fixture->rendered,
                                             &fixture->briefing, contents_boxes);
    fixture->document = document_compose(fixture->arena, read, &fixture->briefing, false)->blocks;
    assert_non_null(strstr(fixture_dump(fixture), "      contents down to 3\n"
                                                  "        entry \"One\"\n"
                                                  "          entry \"Part\"\n"
                                                  "        entry \"Two\"\n"
                                                  "  section\n"));
}

/* ---- what was printed ---- */

static void what_is_printed_is_noted_with_its_place(void **state)
{
    struct fixture *fixture = *state;
    fixture->briefing.printed = printed_new(fixture->arena);
    fixture_value(fixture, 0, "Norfolk");
    composed(fixture, "# T\n\nIn @0\n");
    bool found = false;
    for (size_t i = 0; i < fixture->briefing.printed->places.count; i++)
        found |= fixture->briefing.printed->places.items[i].source == fixture->spec;
    assert_true(found);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(a_section_holds_what_follows_its_heading),
        TEST(side_heads_are_of_level_2_before_the_first_page_ends_and_of_level_3_behind),
        TEST(what_a_component_heads_stands_one_level_below_its_own_heading),
        TEST(a_paper_that_has_no_first_page_has_no_side_heads),
        TEST(a_paper_is_parted_once_and_in_order),
        TEST(a_numbered_paper_counts_its_sections_and_paragraphs_down_to_the_annexes),
        TEST(only_the_next_section_is_tinted_and_only_one_with_a_side_head),
        TEST(a_draft_is_marked_below_its_title),
        TEST(a_component_holds_its_answer),
        TEST(what_was_read_stays_as_it_is),
        TEST(a_table_of_markdown_becomes_one),
        TEST(a_section_ends_in_one_line_on_its_sources),
        TEST(a_table_has_a_line_of_its_own_at_the_end_of_its_note),
        TEST(the_first_page_ends_in_one_line_for_all_its_sides),
        TEST(behind_the_annexes_citations_stay_in_place),
        TEST(without_a_list_sources_are_named_and_have_no_numbers),
        TEST(an_abbreviation_is_told_at_its_first_use),
        TEST(an_abbreviation_in_brackets_or_beside_its_long_form_needs_none),
        TEST(heads_of_a_table_are_no_running_text),
        TEST(cells_under_two_levels_know_their_headers),
        TEST(a_span_reaches_no_further_than_the_table),
        TEST(contents_list_the_headings_behind_them),
        TEST(what_is_printed_is_noted_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
