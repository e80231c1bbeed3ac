/* The structure tree: sections, citations, places in the reading order, pages of elements. */
#include "support/cmocka.h"

#include "brief/briefing.h"
#include "layout/fixture.h"

static const struct pages *lay(struct fixture *fixture)
{
    return fixture_lay(fixture);
}

static const char *structure(struct fixture *fixture)
{
    return fixture_dump(fixture, lay(fixture), structure_dump);
}

static void sections_hold_what_follows_their_heading(void **state)
{
    add_heading(*state, 1, "Title");
    add_heading(*state, 2, "First");
    add_paragraph(*state, "one");
    add_heading(*state, 3, "Part");
    add_heading(*state, 2, "Second");
    assert_string_equal(structure(*state), "Document page 1\n"
                                           "  H1 page 1\n"
                                           "    \"Title\"\n"
                                           "  Sect page 1\n"
                                           "    H2 page 1\n"
                                           "      \"First\"\n"
                                           "    P page 1\n"
                                           "      \"one\"\n"
                                           "    H3 page 1\n"
                                           "      \"Part\"\n"
                                           "  Sect page 1\n"
                                           "    H2 page 1\n"
                                           "      \"Second\"\n");
}

static void an_element_is_on_the_page_of_its_first_content(void **state)
{
    add_heading(*state, 2, "Section");
    add_lines(*state, 12);
    add_paragraph(*state, "last");
    const struct pages *pages = lay(*state);
    assert_int_equal(pages->count, 2);
    const struct op *last = find_text(pages, 1, "last");
    assert_int_equal(pages->elements[last->element].page, 1);
    assert_int_equal(pages->elements[1].tag, TAG_SECT);
    assert_int_equal(pages->elements[1].page, 0);
}

static void a_text_tells_its_page_where_its_element_began_on_another(void **state)
{
    add_heading(*state, 2, "Section");
    add_lines(*state, 25);
    const char *dump = fixture_dump(*state, lay(*state), structure_dump);
    assert_non_null(strstr(dump, "  P page 1\n"));
    assert_non_null(strstr(dump, "\" page 2\n"));
    assert_null(strstr(dump, "\" page 1\n"));
}

static void every_operation_belongs_to_an_element_or_is_an_artifact(void **state)
{
    add_heading(*state, 1, "Title");
    add_lines(*state, 25);
    const struct pages *pages = lay(*state);
    for (size_t page = 0; page < pages->count; page++)
        for (size_t i = 0; i < pages->items[page].op_count; i++) {
            element_id element = pages->items[page].ops[i].element;
            assert_true(element >= ARTIFACT_LAYOUT && element < (element_id)pages->element_count);
            assert_true(element < 0 || pages->elements[element].page <= (int32_t)page);
        }
}

static void the_document_has_title_and_language(void **state)
{
    const struct pages *pages = lay(*state);
    assert_true(str_is(pages->title, "A title"));
    assert_true(str_is(pages->language, "en-GB"));
}

/* ---- citations ---- */

static void add_sources(struct fixture *fixture)
{
    struct evidence *sources = ARENA_ARRAY(fixture->arena, struct evidence, 2);
    sources[0].id = STR("first");
    sources[0].title = STR("First report");
    sources[1].id = STR("second");
    sources[1].title = STR("Second report");
    struct briefing *briefing = ARENA_NEW(fixture->arena, struct briefing);
    briefing->sources = (struct evidence_list){.items = sources, .count = 2};
    fixture->briefing = briefing;
}

/* A paragraph "Claim." with a citation of both sources behind it, which stays there. */
static void add_claim(struct fixture *fixture)
{
    const struct evidence *sources = fixture->briefing->sources.items;
    struct ref *refs = ARENA_ARRAY(fixture->arena, struct ref, 2);
    for (size_t i = 0; i < 2; i++)
        refs[i] =
            (struct ref){.id = sources[i].id, .record = &sources[i], .table = &evidence_table};
    struct block *block = add_paragraph(fixture, "Claim. ");
    struct inline_node *cite =
        inline_cite(fixture->arena, fixture->briefing, (struct refs){refs, 2});
    cite->pinned = true;
    inline_join(block->inlines, cite);
}

static void add_note(struct fixture *fixture, size_t which)
{
    const struct evidence *source = &fixture->briefing->sources.items[which];
    struct block *note = fixture_block(fixture, fixture->document, BLOCK_SOURCE, NULL);
    note->source_id = source->id;
    fixture_block(fixture, note, BLOCK_PARAGRAPH, source->title.at);
}

static void citations_lead_to_the_notes_of_their_sources(void **state)
{
    struct fixture *fixture = *state;
    add_sources(fixture);
    add_claim(fixture);
    add_note(fixture, 0);
    add_note(fixture, 1);
    const struct pages *pages = lay(fixture);
    const struct page *page = &pages->items[0];
    assert_int_equal(page->link_count, 4); /* two of them lead back */
    assert_true(str_is(page->links[1].description, "Source 2: Second report"));
    assert_int_equal(pages->elements[page->links[1].destination].tag, TAG_NOTE);
    assert_true(page->links[0].destination < page->links[1].destination);
    const char *structure = fixture_dump(fixture, pages, structure_dump);
    assert_non_null(strstr(structure, "  P page 1\n"
                                      "    \"Claim.\"\n"
                                      "    Reference page 1\n"
                                      "      \"\u00A0(\"\n"
                                      "      Link page 1 alt \"source 1\"\n"
                                      "        \"1\"\n"
                                      "      \", \"\n"
                                      "      Link page 1 alt \"source 2\"\n"
                                      "        \"2\"\n"
                                      "      \")\"\n"));
}

static void a_source_leads_back_to_where_it_is_cited(void **state)
{
    struct fixture *fixture = *state;
    add_sources(fixture);
    add_claim(fixture);
    add_lines(fixture, 40);
    add_note(fixture, 1);
    add_claim(fixture);
    const struct pages *pages = lay(fixture);
    const struct page *last = &pages->items[pages->count - 1];
    const struct link *back = &last->links[0];
    assert_true(str_is(back->description, "Back to where it is cited on page 1"));
    assert_int_equal(back->destination, pages->items[0].links[0].element);
    const char *structure = fixture_dump(fixture, pages, structure_dump);
    assert_non_null(strstr(structure, "Link page 5 alt \"page 1\"\n"));
    assert_non_null(strstr(structure, "\u00A0Cited on pages \"\n"));
}

/* An address that fills its line would go on into "Cited" for who joins the two lines. */
static void a_space_stands_before_the_way_back_that_begins_a_line(void **state)
{
    struct fixture *fixture = *state;
    add_sources(fixture);
    add_claim(fixture);
    add_note(fixture, 1);
    struct block *note = fixture->document->last_child;
    note->children->inlines =
        fixture_inline(fixture, "A title that is as long as its own line, example.org");
    const char *dump = fixture_dump(fixture, lay(fixture), pages_dump);
    assert_non_null(strstr(dump, "1 text P:6 47.500 102.500 62.500 regular 10.000 #000000 "
                                 "\"\u00A0Cited on page \"\n"));
}

static void a_source_that_is_not_cited_leads_back_to_nowhere(void **state)
{
    struct fixture *fixture = *state;
    add_sources(fixture);
    add_note(fixture, 1);
    const struct pages *pages = lay(fixture);
    assert_int_equal(pages->items[0].link_count, 0);
    assert_null(strstr(fixture_dump(fixture, pages, structure_dump), "Cited on"));
}

static void one_space_stands_before_a_citation(void **state)
{
    struct fixture *fixture = *state;
    add_sources(fixture);
    add_note(fixture, 0);
    add_claim(fixture);
    struct inline_node *claim = fixture->document->last_child->inlines;
    struct inline_node *space = fixture_inline(fixture, " \u00A0");
    space->next = claim->next;
    claim->next = space;
    const char *structure = fixture_dump(fixture, lay(fixture), structure_dump);
    assert_non_null(strstr(structure, "\"Claim.\"\n"
                                      "    Reference page 1\n"));
    assert_null(strstr(structure, "  (\""));
}

static void a_citation_without_a_list_names_its_sources(void **state)
{
    struct fixture *fixture = *state;
    add_sources(fixture);
    add_claim(fixture);
    const struct pages *pages = lay(fixture);
    assert_int_equal(pages->items[0].link_count, 0);
    assert_non_null(strstr(fixture_dump(fixture, pages, structure_dump),
                           "(First report; Second report)"));
}

static void a_citation_without_a_place_is_plain_text(void **state)
{
    struct fixture *fixture = *state;
    add_sources(fixture);
    add_claim(fixture);
    add_note(fixture, 1);
    const struct pages *pages = lay(fixture);
    assert_true(str_is(pages->items[0].links[0].description, "Source 2: Second report"));
    assert_non_null(strstr(fixture_dump(fixture, pages, structure_dump),
                           "      \"1\"\n      \", \"\n      Link page 1"));
}

static void a_citation_never_begins_a_line(void **state)
{
    struct fixture *fixture = *state;
    add_sources(fixture);
    struct buf text = {.arena = fixture->arena};
    for (int i = 0; i < 59; i++)
        buf_byte(&text, i == 40 ? ' ' : 'm');
    buf_byte(&text, '.');
    add_note(fixture, 0);
    add_claim(fixture);
    struct block *block = fixture->document->last_child;
    block->inlines->text = buf_str(&text);
    const struct pages *pages = lay(fixture);
    assert_true(find_text(pages, 0, "1")->x > 50000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(sections_hold_what_follows_their_heading),
        FIXTURE_TEST(an_element_is_on_the_page_of_its_first_content),
        FIXTURE_TEST(a_text_tells_its_page_where_its_element_began_on_another),
        FIXTURE_TEST(every_operation_belongs_to_an_element_or_is_an_artifact),
        FIXTURE_TEST(the_document_has_title_and_language),
        FIXTURE_TEST(citations_lead_to_the_notes_of_their_sources),
        FIXTURE_TEST(a_source_leads_back_to_where_it_is_cited),
        FIXTURE_TEST(a_space_stands_before_the_way_back_that_begins_a_line),
        FIXTURE_TEST(a_source_that_is_not_cited_leads_back_to_nowhere),
        FIXTURE_TEST(one_space_stands_before_a_citation),
        FIXTURE_TEST(a_citation_without_a_list_names_its_sources),
        FIXTURE_TEST(a_citation_without_a_place_is_plain_text),
        FIXTURE_TEST(a_citation_never_begins_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
