/* The flow: headings, paragraphs, lists, drawings, running texts, and what is refused. */
#include "layout/layout_codes.h"
#include "support/cmocka.h"

#include "layout/fixture.h"

static const struct pages *lay(struct fixture *fixture)
{
    return fixture_lay(fixture);
}

static void a_line_stands_on_its_baseline(void **state)
{
    add_paragraph(*state, "Hello there");
    const struct pages *pages = lay(*state);
    assert_string_equal(
        fixture_dump(*state, pages, pages_dump),
        "pages 1 400.000 300.000 text 50.000 50.000 300.000 200.000\n"
        "1 text P:1 50.000 62.500 52.500 regular 10.000 #000000 \"Hello there\"\n"
        "1 text footer 302.500 280.000 47.500 regular 10.000 #000000 \"Page 1 of 1\"\n");
}

static void an_empty_document_is_one_page(void **state)
{
    const struct pages *pages = lay(*state);
    assert_non_null(pages);
    assert_int_equal(pages->count, 1);
    assert_non_null(find_text(pages, 0, "Page 1 of 1"));
    assert_string_equal(fixture_dump(*state, pages, structure_dump), "Document\n");
}

static void a_blank_paragraph_leaves_no_trace(void **state)
{
    add_paragraph(*state, "  ");
    assert_int_equal(lay(*state)->element_count, 1);
}

static void a_heading_is_never_last_on_a_page(void **state)
{
    add_lines(*state, 9);
    add_heading(*state, 1, "Heading");
    add_lines(*state, 5);
    const struct pages *pages = lay(*state);
    assert_int_equal(pages->count, 2);
    assert_null(find_text(pages, 0, "Heading"));
    assert_non_null(find_text(pages, 1, "Heading"));
}

static void headings_that_follow_one_another_stay_together(void **state)
{
    add_lines(*state, 7);
    add_heading(*state, 1, "First");
    add_heading(*state, 2, "Second");
    add_lines(*state, 3);
    const struct pages *pages = lay(*state);
    assert_non_null(find_text(pages, 1, "First"));
    assert_non_null(find_text(pages, 1, "Second"));
}

static void two_lines_stand_at_the_foot_of_a_page(void **state)
{
    add_lines(*state, 9);
    add_lines(*state, 5);
    const struct pages *pages = lay(*state);
    assert_int_equal(lines_on(pages, 0), 9);
}

static void two_lines_stand_at_the_head_of_a_page(void **state)
{
    add_lines(*state, 11);
    add_lines(*state, 3);
    const struct pages *pages = lay(*state);
    assert_int_equal(pages->count, 2);
    assert_int_equal(lines_on(pages, 0), 9);
    assert_int_equal(lines_on(pages, 1), 5);
}

static void a_bookmark_leads_to_the_place_of_its_heading(void **state)
{
    add_lines(*state, 10);
    add_heading(*state, 1, "Heading");
    add_lines(*state, 2);
    const struct pages *pages = lay(*state);
    assert_int_equal(pages->bookmark_count, 1);
    assert_int_equal(pages->bookmarks[0].page, 1);
    assert_int_equal(pages->bookmarks[0].y, 50000);
    assert_true(str_is(pages->bookmarks[0].title, "Heading"));
}

/* ---- lists and quotations ---- */

static void a_lead_in_stays_with_its_list(void **state)
{
    add_lines(*state, 9);
    add_paragraph(*state, "Members are asked to:");
    struct block *list =
        fixture_block(*state, ((struct fixture *)*state)->document, BLOCK_LIST, NULL);
    for (int i = 0; i < 4; i++)
        fixture_block(*state, fixture_block(*state, list, BLOCK_ITEM, NULL), BLOCK_PARAGRAPH,
                      "note");
    const struct pages *pages = lay(*state);
    assert_int_equal(pages->count, 2);
    assert_non_null(find_text(pages, 1, "Members are asked to:"));
}

static struct block *add_item(struct fixture *fixture, struct block *list, const char *text)
{
    int64_t number = list->start;
    for (const struct block *before = list->children; before; before = before->next)
        number++;
    struct block *item = fixture_block(fixture, list, BLOCK_ITEM, NULL);
    item->start = number;
    if (text)
        fixture_block(fixture, item, BLOCK_PARAGRAPH, text);
    return item;
}

static void lists_nest_with_labels_of_their_own(void **state)
{
    struct fixture *fixture = *state;
    struct block *outer = fixture_block(fixture, fixture->document, BLOCK_LIST, NULL);
    outer->ordered = true;
    outer->start = 9;
    struct block *item = add_item(fixture, outer, "outer");
    add_item(fixture, fixture_block(fixture, item, BLOCK_LIST, NULL), "inner");
    add_item(fixture, outer, "next");
    const struct pages *pages = lay(fixture);
    assert_string_equal(fixture_dump(fixture, pages, structure_dump), "Document page 1\n"
                                                                      "  L page 1 decimal\n"
                                                                      "    LI page 1\n"
                                                                      "      Lbl page 1\n"
                                                                      "        \"9\"\n"
                                                                      "      LBody page 1\n"
                                                                      "        P page 1\n"
                                                                      "          \"outer\"\n"
                                                                      "        L page 1 disc\n"
                                                                      "          LI page 1\n"
                                                                      "            Lbl page 1\n"
                                                                      "              \"\u2022\"\n"
                                                                      "            LBody page 1\n"
                                                                      "              P page 1\n"
                                                                      "                \"inner\"\n"
                                                                      "    LI page 1\n"
                                                                      "      Lbl page 1\n"
                                                                      "        \"10\"\n"
                                                                      "      LBody page 1\n"
                                                                      "        P page 1\n"
                                                                      "          \"next\"\n");
    assert_true(find_text(pages, 0, "inner")->x > find_text(pages, 0, "outer")->x);
    assert_int_equal(find_text(pages, 0, "outer")->x, find_text(pages, 0, "next")->x);
}

static void labels_begin_on_one_edge(void **state)
{
    struct fixture *fixture = *state;
    struct block *list = fixture_block(fixture, fixture->document, BLOCK_LIST, NULL);
    list->ordered = true;
    list->start = 9;
    add_item(fixture, list, "one");
    add_item(fixture, list, "two");
    const struct pages *pages = lay(fixture);
    const struct op *short_label = find_text(pages, 0, "9");
    assert_int_equal(short_label->x, find_text(pages, 0, "10")->x);
    assert_int_equal(short_label->x, 50000); /* the edge of the text around it */
    assert_int_equal(short_label->y, find_text(pages, 0, "one")->y);
}

static void an_empty_item_keeps_its_label(void **state)
{
    struct fixture *fixture = *state;
    struct block *list = fixture_block(fixture, fixture->document, BLOCK_LIST, NULL);
    add_item(fixture, list, NULL);
    add_item(fixture, list, "text");
    const struct pages *pages = lay(fixture);
    assert_int_equal(lines_on(pages, 0), 3);
    assert_true(find_text(pages, 0, "\u2022")->y < find_text(pages, 0, "text")->y);
}

static void a_quotation_is_set_in(void **state)
{
    struct fixture *fixture = *state;
    struct block *quote = fixture_block(fixture, fixture->document, BLOCK_QUOTE, NULL);
    fixture_block(fixture, quote, BLOCK_PARAGRAPH, "said");
    add_paragraph(fixture, "after");
    const struct pages *pages = lay(fixture);
    assert_true(find_text(pages, 0, "said")->x > find_text(pages, 0, "after")->x);
    assert_int_equal(pages->elements[1].tag, TAG_BLOCKQUOTE);
    assert_int_equal(find_text(pages, 0, "after")->x, 50000);
}

/* ---- spaces ---- */

static void of_two_spaces_the_larger_counts(void **state)
{
    struct fixture *fixture = *state;
    fixture->theme.styles[STYLE_BODY].space_after = 7000;
    fixture->theme.styles[STYLE_BODY].space_before = 3000;
    add_paragraph(fixture, "first");
    add_paragraph(fixture, "second");
    const struct pages *pages = lay(fixture);
    assert_int_equal(find_text(pages, 0, "second")->y - find_text(pages, 0, "first")->y, 27000);
}

static void what_belongs_together_stays_together(void **state)
{
    add_lines(*state, 9);
    add_paragraph(*state, "term")->keeps_next = true;
    add_paragraph(*state, "meaning");
    const struct pages *pages = lay(*state);
    assert_non_null(find_text(pages, 1, "term"));
}

/* ---- links and drawings ---- */

static struct inline_node *link_to(struct fixture *fixture, const char *text, const char *url)
{
    struct inline_node *link = ARENA_NEW(fixture->arena, struct inline_node);
    link->kind = INLINE_LINK;
    link->children = fixture_inline(fixture, text);
    link->url = str_from(url);
    return link;
}

static void a_link_over_two_lines_has_two_areas(void **state)
{
    struct fixture *fixture = *state;
    struct block *block = add_paragraph(fixture, "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm ");
    block->inlines->next =
        link_to(fixture, "the Ofsted report of the year 2018", "https://example.org/report");
    const struct pages *pages = lay(fixture);
    const struct page *page = &pages->items[0];
    assert_int_equal(page->link_count, 2);
    assert_true(page->links[0].area.y < page->links[1].area.y);
    assert_int_equal(page->links[0].element, page->links[1].element);
    assert_int_equal(pages->elements[page->links[0].element].tag, TAG_LINK);
    assert_int_equal(page->links[0].destination, -1);
    assert_true(str_is(page->links[0].description,
                       "the Ofsted report of the year 2018 (https://example.org/report)"));
}

static void a_link_reads_in_its_place(void **state)
{
    struct fixture *fixture = *state;
    struct block *block = add_paragraph(fixture, "See ");
    block->inlines->next = link_to(fixture, "this", "https://example.org");
    block->inlines->next->next = fixture_inline(fixture, " for more");
    assert_string_equal(fixture_dump(fixture, lay(fixture), structure_dump), "Document page 1\n"
                                                                             "  P page 1\n"
                                                                             "    \"See \"\n"
                                                                             "    Link page 1\n"
                                                                             "      \"this\"\n"
                                                                             "    \" for more\"\n");
}

/* ---- what is refused ---- */

static void a_lacking_character_is_named_once(void **state)
{
    struct fixture *fixture = *state;
    add_paragraph(fixture, "a \uE001 b \uE001");
    add_paragraph(fixture, "c \uE001 d \uE002");
    assert_null(lay(fixture));
    assert_int_equal(fixture->diags.errors, 2);
    const struct diag *diag = &fixture->diags.items.items[0];
    assert_ptr_equal(diag->code, &E510);
    assert_true(str_is(diag->message, "the fonts have no character for `\uE001` (U+E001)"));
}

static void a_word_wider_than_the_page_is_broken(void **state)
{
    struct fixture *fixture = *state;
    char word[80];
    memset(word, 'm', sizeof word);
    word[sizeof word - 1] = 0;
    add_paragraph(fixture, word);
    const struct pages *pages = lay(fixture);
    assert_int_equal(lines_on(pages, 0), 2);
    assert_int_equal(fixture->diags.errors, 0);
}

static void a_briefing_of_too_many_pages_is_refused(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < 2001; i++)
        add_lines(fixture, 10);
    assert_null(lay(fixture));
    assert_ptr_equal(fixture->diags.items.items[0].code, &E521);
}

/* ---- running texts ---- */

static void running_texts_are_artifacts_on_every_page(void **state)
{
    struct fixture *fixture = *state;
    fixture->request.footer_left.text = STR("Foot");
    add_lines(fixture, 15);
    const struct pages *pages = lay(fixture);
    assert_int_equal(pages->count, 2);
    for (size_t page = 0; page < 2; page++) {
        assert_int_equal(find_text(pages, page, "Foot")->element, ARTIFACT_FOOTER);
        assert_int_equal(find_text(pages, page, "Foot")->y, 280000);
    }
    assert_non_null(find_text(pages, 1, "Page 2 of 2"));
}

static void long_running_texts_do_not_run_into_each_other(void **state)
{
    struct fixture *fixture = *state;
    fixture->request.footer_left.text =
        STR("a very long title that would go on and on past the middle");
    const struct pages *pages = lay(fixture);
    assert_non_null(pages);
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->kind == OP_TEXT && op->element == ARTIFACT_FOOTER && op->x < 200000)
            assert_true(op->x + op->text.glyphs.width <= 350000 - 11 * 5000);
    }
}

static void a_running_text_without_room_is_shortened(void **state)
{
    struct fixture *fixture = *state;
    struct buf words = {.arena = fixture->arena};
    for (int i = 0; i < 120; i++)
        buf_addf(&words, "word%d ", i);
    fixture->request.footer_left.text = buf_str(&words);
    add_lines(fixture, 2);
    const struct pages *pages = lay(fixture);
    assert_non_null(pages);
    bool shortened = false;
    for (size_t i = 0; i < pages->items[0].op_count; i++) {
        const struct op *op = &pages->items[0].ops[i];
        if (op->kind != OP_TEXT || op->element != ARTIFACT_FOOTER)
            continue;
        assert_int_equal(op->y, 280000); /* on one line */
        shortened |= str_ends(op->text.text, "…");
    }
    assert_true(shortened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(a_line_stands_on_its_baseline),
        FIXTURE_TEST(an_empty_document_is_one_page),
        FIXTURE_TEST(a_blank_paragraph_leaves_no_trace),
        FIXTURE_TEST(a_heading_is_never_last_on_a_page),
        FIXTURE_TEST(headings_that_follow_one_another_stay_together),
        FIXTURE_TEST(a_lead_in_stays_with_its_list),
        FIXTURE_TEST(two_lines_stand_at_the_foot_of_a_page),
        FIXTURE_TEST(two_lines_stand_at_the_head_of_a_page),
        FIXTURE_TEST(a_bookmark_leads_to_the_place_of_its_heading),
        FIXTURE_TEST(lists_nest_with_labels_of_their_own),
        FIXTURE_TEST(labels_begin_on_one_edge),
        FIXTURE_TEST(an_empty_item_keeps_its_label),
        FIXTURE_TEST(a_quotation_is_set_in),
        FIXTURE_TEST(of_two_spaces_the_larger_counts),
        FIXTURE_TEST(what_belongs_together_stays_together),
        FIXTURE_TEST(a_link_over_two_lines_has_two_areas),
        FIXTURE_TEST(a_link_reads_in_its_place),
        FIXTURE_TEST(a_lacking_character_is_named_once),
        FIXTURE_TEST(a_word_wider_than_the_page_is_broken),
        FIXTURE_TEST(a_briefing_of_too_many_pages_is_refused),
        FIXTURE_TEST(running_texts_are_artifacts_on_every_page),
        FIXTURE_TEST(long_running_texts_do_not_run_into_each_other),
        FIXTURE_TEST(a_running_text_without_room_is_shortened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
