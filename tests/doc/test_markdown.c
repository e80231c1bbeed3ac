/* Markdown to blocks: the shapes, the values, the places. */
#include "support/cmocka.h"

#include "doc/fixture.h"

static int start(void **state)
{
    struct fixture *fixture = malloc(sizeof *fixture);
    fixture_start(fixture);
    *state = fixture;
    return 0;
}

static int end(void **state)
{
    fixture_end(*state);
    free(*state);
    return 0;
}

static void expect_tree(struct fixture *fixture, const char *markdown, const char *tree)
{
    read_markdown(fixture, markdown);
    assert_string_equal(fixture_codes(fixture), "");
    assert_string_equal(fixture_dump(fixture), tree);
}

/* ---- shapes ---- */

static void headings_and_paragraphs(void **state)
{
    expect_tree(*state, "# Title\n\nOne\ntwo  \nthree\n\n## Part\n",
                "document\n"
                "  heading 1 \"Title\"\n"
                "  paragraph \"One two\" break \"three\"\n"
                "  heading 2 \"Part\"\n");
}

static void words_may_be_in_another_language(void **state)
{
    expect_tree(*state, "# T\n\nThe [*Cyngor* Sir](lang:cy) met.\n",
                "document\n"
                "  heading 1 \"T\"\n"
                "  paragraph \"The \" language( lang=\"cy\" emphasis( \"Cyngor\" ) \" Sir\" ) "
                "\" met.\"\n");
}

static void emphasis_code_and_links(void **state)
{
    expect_tree(*state, "# T\n\n*a* **b *c*** `d` [e](https://x.org \"f\")\n",
                "document\n"
                "  heading 1 \"T\"\n"
                "  paragraph emphasis( \"a\" ) \" \" strong( \"b \" emphasis( \"c\" ) ) \" \" code "
                "\"d\" \" \" link( url=\"https://x.org\" title=\"f\" \"e\" )\n");
}

static void tight_list_items_hold_paragraphs(void **state)
{
    expect_tree(*state, "# T\n\n- a\n- b\n  - c\n\nend\n",
                "document\n"
                "  heading 1 \"T\"\n"
                "  list tight\n"
                "    item\n"
                "      paragraph \"a\"\n"
                "    item\n"
                "      paragraph \"b\"\n"
                "      list tight\n"
                "        item\n"
                "          paragraph \"c\"\n"
                "  paragraph \"end\"\n");
}

static void ordered_lists_keep_their_start(void **state)
{
    expect_tree(*state, "# T\n\n3. a\n\n4. b\n",
                "document\n"
                "  heading 1 \"T\"\n"
                "  list ordered from 3\n"
                "    item\n"
                "      paragraph \"a\"\n"
                "    item\n"
                "      paragraph \"b\"\n");
}

static void tables_have_heads_and_alignment(void **state)
{
    expect_tree(*state, "# T\n\n| a | b |\n|:-:|--:|\n| c |   |\n",
                "document\n"
                "  heading 1 \"T\"\n"
                "  table 2 columns\n"
                "    row header\n"
                "      cell centre header \"a\"\n"
                "      cell end header \"b\"\n"
                "    row\n"
                "      cell centre \"c\"\n"
                "      cell end\n");
}

static void quotations_and_rules(void **state)
{
    expect_tree(*state, "# T\n\n> said\n\n---\n",
                "document\n"
                "  heading 1 \"T\"\n"
                "  quote\n"
                "    paragraph \"said\"\n"
                "  rule\n");
}

static void deep_indentation_is_still_a_paragraph(void **state)
{
    expect_tree(*state, "# T\n\n        far in\n",
                "document\n  heading 1 \"T\"\n  paragraph \"far in\"\n");
}

static void entities_become_characters(void **state)
{
    expect_tree(*state, "# T\n\n&pound;5&nbsp;&ndash;&#163;&#xA3; &lt;b&gt; AT&amp;T\n",
                "document\n  heading 1 \"T\"\n"
                "  paragraph \"£5\xC2\xA0–££ <b> AT&T\"\n");
}

static void quotation_marks_stay_as_they_are(void **state)
{
    expect_tree(*state, "# T\n\nIt's 'so'... -- \\*not\\*\n",
                "document\n  heading 1 \"T\"\n  paragraph \"It's 'so'... -- *not*\"\n");
}

static void escaped_less_than_is_no_html(void **state)
{
    expect_tree(*state, "# T\n\n\\<b> and a < b and 3 <4\n",
                "document\n  heading 1 \"T\"\n  paragraph \"<b> and a < b and 3 <4\"\n");
}

/* ---- values ---- */

static void values_stand_in_every_kind_of_place(void **state)
{
    struct fixture *fixture = *state;
    fixture_value(fixture, 0, "Norfolk");
    expect_tree(fixture,
                "# For @0\n\n**@0**s [@0](https://x.org/@0) `@0`\n\n| @0 |\n|----|\n| @0 |\n",
                "document\n"
                "  heading 1 \"For Norfolk\"\n"
                "  paragraph strong( \"Norfolk\" ) \"s \" link( url=\"https://x.org/Norfolk\" "
                "\"Norfolk\" ) \" \" code \"Norfolk\"\n"
                "  table 1 columns\n"
                "    row header\n"
                "      cell header \"Norfolk\"\n"
                "    row\n"
                "      cell \"Norfolk\"\n");
}

static void values_are_never_markdown(void **state)
{
    (void)state;
    static const char *const hostile[] = {
        "**x**", "a | b", "<b>x</b>", "# x", "`x`", "[x](http://y)", "&amp;", "\\", "- x", "```",
    };
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        struct fixture fixture;
        fixture_start(&fixture);
        fixture_value(&fixture, 0, hostile[i]);
        read_markdown(&fixture, "# T\n\n@0\n\n| h |\n|---|\n| @0 |\n\n- *@0* `@0`\n");
        assert_string_equal(fixture_codes(&fixture), "");
        const struct block *text = fixture.document->children->next;
        assert_string_equal(str_z(fixture.arena, text->inlines->text), hostile[i]);
        const struct block *cell = text->next->last_child->children;
        assert_string_equal(str_z(fixture.arena, cell->inlines->text), hostile[i]);
        assert_null(cell->next);
        const struct inline_node *item = text->next->next->children->children->inlines;
        assert_int_equal(item->kind, INLINE_EMPHASIS);
        assert_string_equal(str_z(fixture.arena, item->children->text), hostile[i]);
        assert_string_equal(str_z(fixture.arena, item->next->next->text), hostile[i]);
        fixture_end(&fixture);
    }
}

static void line_breaks_in_values_become_spaces(void **state)
{
    struct fixture *fixture = *state;
    fixture_value(fixture, 0, "a\n\n# b\tc");
    expect_tree(fixture, "# T\n\n@0 `@0`\n",
                "document\n  heading 1 \"T\"\n"
                "  paragraph \"a  # b c \" code \"a  # b c\"\n");
}

static void an_empty_value_in_bold_keeps_the_structure(void **state)
{
    struct fixture *fixture = *state;
    fixture_value(fixture, 0, "");
    expect_tree(fixture, "# T\n\n**@0** x\n",
                "document\n  heading 1 \"T\"\n  paragraph strong( \"\" ) \" x\"\n");
}

static void citations_are_inlines_of_their_own(void **state)
{
    struct fixture *fixture = *state;
    fixture_cite(fixture, 0, "[1]");
    expect_tree(fixture, "# T\n\nSo it is. @0\n",
                "document\n  heading 1 \"T\"\n  paragraph \"So it is. \" cite \"[1]\"\n");
    const struct inline_node *cite = fixture->document->last_child->inlines->next;
    assert_int_equal(cite->cite.count, 1);
    assert_string_equal(str_z(fixture->arena, cite->cite.items[0].id), "S001");
}

/* ---- places ---- */

static void inlines_know_where_they_were_written(void **state)
{
    struct fixture *fixture = *state;
    fixture_value(fixture, 0, "Norfolk");
    read_markdown(fixture, "# Title\n\nAbout @0 here\nand *there*\n");
    const struct block *paragraph = fixture->document->last_child;
    const struct inline_node *about = paragraph->inlines, *value = about->next;
    const struct inline_node *here = value->next, *and = here->next->next;
    assert_string_equal(str_z(fixture->arena, span_text(about->origin)), "About ");
    assert_ptr_equal(value->origin.source, fixture->spec);
    assert_string_equal(str_z(fixture->arena, span_text(value->origin)), "Norfolk");
    assert_string_equal(str_z(fixture->arena, span_text(here->origin)), " here");
    assert_string_equal(str_z(fixture->arena, span_text(and->origin)), "and ");
    struct span there = and->next->children->origin;
    assert_int_equal(source_position(there.source, there.start).line, 4);
    assert_int_equal(source_position(there.source, there.start).column, 6);
}

static void blocks_know_where_they_begin(void **state)
{
    struct fixture *fixture = *state;
    read_markdown(fixture, "# T\n\n- item\n\n---\n\n| a |\n|---|\n| b |\n");
    const uint32_t lines[] = {1, 3, 5, 7};
    size_t i = 0;
    for (const struct block *b = fixture->document->children; b; b = b->next)
        assert_int_equal(source_position(b->origin.source, b->origin.start).line, lines[i++]);
    assert_int_equal(i, 4);
}

/* ---- components ---- */

static void fenced_blocks_become_components(void **state)
{
    struct fixture *fixture = *state;
    fixture_value(fixture, 0, "Norfolk");
    expect_tree(fixture, "# T\n\n```box\ncaption: About @0\nmost: 3\n```\n\n```box\n```\n",
                "document\n  heading 1 \"T\"\n"
                "  component box caption=\"About Norfolk\" most=3\n"
                "  component box\n");
}

static void values_in_options_are_never_yaml(void **state)
{
    struct fixture *fixture = *state;
    fixture_value(fixture, 0, "x\nmost: 9 # 'y");
    expect_tree(fixture, "# T\n\n```box\ncaption: @0\n```\n",
                "document\n  heading 1 \"T\"\n"
                "  component box caption=\"x\\nmost: 9 # 'y\"\n");
}

static void a_value_null_is_text(void **state)
{
    struct fixture *fixture = *state;
    fixture_value(fixture, 0, "null");
    expect_tree(fixture, "# T\n\n```box\ncaption: @0\n```\n",
                "document\n  heading 1 \"T\"\n  component box caption=\"null\"\n");
}

static void a_component_of_comments_alone_has_no_options(void **state)
{
    expect_tree(*state, "# T\n\n```box\n# nothing\n\n```\n",
                "document\n  heading 1 \"T\"\n  component box\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(headings_and_paragraphs),
        TEST(emphasis_code_and_links),
        TEST(words_may_be_in_another_language),
        TEST(tight_list_items_hold_paragraphs),
        TEST(ordered_lists_keep_their_start),
        TEST(tables_have_heads_and_alignment),
        TEST(quotations_and_rules),
        TEST(deep_indentation_is_still_a_paragraph),
        TEST(entities_become_characters),
        TEST(quotation_marks_stay_as_they_are),
        TEST(escaped_less_than_is_no_html),
        TEST(values_stand_in_every_kind_of_place),
        TEST(values_are_never_markdown),
        TEST(line_breaks_in_values_become_spaces),
        TEST(an_empty_value_in_bold_keeps_the_structure),
        TEST(citations_are_inlines_of_their_own),
        TEST(inlines_know_where_they_were_written),
        TEST(blocks_know_where_they_begin),
        TEST(fenced_blocks_become_components),
        TEST(values_in_options_are_never_yaml),
        TEST(a_value_null_is_text),
        TEST(a_component_of_comments_alone_has_no_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
