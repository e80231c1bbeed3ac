/* No value changes the tree around it, whatever characters it has and wherever it stands. */
#include "support/cmocka.h"

#include "base/unseen.h"

#include "doc/fixture.h"

static const char benign[] = "Norfolk";

static const char *const hostile[] = {
    /* Markdown */
    "# heading", "## a\n\n### b", "- item", "1. item", "> quote", "***", "---",
    "===", "a\n===", "**", "**bold**", "_", "*a", "`", "``` box", "```\ncode\n```", "~~~",
    "[a](https://x.org)", "](", ")", "[", "![p](q.png)", "| a | b |", "|", "| --- |", "a  \nb",
    "\\", "a\\", "&amp;", "&nope;", "<https://x.org>", "https://x.org", "a\tb", "    indented",
    "[1]: https://x.org",
    /* Jinja */
    "{{ council.name }}", "{% if %}", "{#", "}}", "%}", "{% raw %}",
    /* HTML */
    "<b>", "</td>", "<!-- x -->", "<script>alert(1)</script>", "<br>",
    /* YAML, as far as options of components are concerned */
    ": ", "a: b", "- a", "\"", "'", "#", "a #b", "&a", "*a", "{a: b}", "[a, b]", "|", ">", "%", "@",
    "null", "~", "caption: x", "x\ncaption: y", "a\n```\n# out",
    /* white space and nothing */
    "", " ", "  a", "a  ", "\n", "\n\n", "a\nb", "a\n\nb", "\r\n", "\xC2\xA0",
    /* letters beyond ASCII, marks that join the character before */
    "\xC3\xA9", "\xCC\x81", "\xF0\x9F\x98\x80"};

/* Each place that a value may have. Headings, links and cells have words of their own besides: an
   empty one is refused with a message. */
static const char *const places[] = {
    "# T\n\n@0\n",
    "# T\n\na @0 b\n",
    "# T\n\na@0b\n",
    "# T\n\n@0 b\n\n@0\n",
    "# T @0\n",
    "# T\n\n## @0 x\n\na\n",
    "# T\n\n*@0*\n",
    "# T\n\n**@0**s\n",
    "# T\n\n**a @0** b\n",
    "# T\n\n***@0***\n",
    "# T\n\n`@0`\n",
    "# T\n\n`` a @0 ``\n",
    "# T\n\n- @0\n- b\n",
    "# T\n\n- a\n\n    - @0\n",
    "# T\n\n1. @0\n2. b\n",
    "# T\n\n> @0\n",
    "# T\n\n| a @0 | b |\n| :--- | ---: |\n| @0 | c |\n| **@0** | `@0` |\n",
    "# T\n\n[see @0](https://x.org)\n",
    "# T\n\n[see *@0*](https://x.org \"@0\")\n",
    "# T\n\na\\\n@0\n",
    "# T\n\n@0@0@0\n",
    "# T\n\n```box\ncaption: @0\n```\n",
    "# T\n\n```box\ncaption: About @0, and more\nmost: 3\n```\n",
    "# T\n\n```box\ncaption: \"@0\"\n```\n\nafter @0\n"};

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- the shape of a tree: kinds and nesting, without texts ---- */

static void add_inlines(struct buf *out, const struct inline_node *node)
{
    for (; node; node = node->next) {
        buf_addf(out, "%d", (int)node->kind);
        if (!node->children)
            continue;
        buf_byte(out, '(');
        add_inlines(out, node->children);
        buf_byte(out, ')');
    }
}

static void add_blocks(struct buf *out, const struct block *block)
{
    buf_addf(out, "<%d.%d.%d.%d.%d.%zu", (int)block->kind, block->level, block->ordered,
             block->tight, block->header, block->columns);
    buf_byte(out, ':');
    add_inlines(out, block->inlines);
    for (const struct block *child = block->children; child; child = child->next)
        add_blocks(out, child);
    buf_byte(out, '>');
}

/* The shape, or the codes of what was refused. */
static struct str shape_with(struct arena *arena, const char *place, const char *value)
{
    struct fixture fixture;
    struct buf out = {.arena = arena};
    fixture_start(&fixture);
    fixture_value(&fixture, 0, value);
    const struct block *document = read_markdown(&fixture, place);
    if (document)
        add_blocks(&out, document);
    else
        buf_addz(&out, fixture_codes(&fixture));
    fixture_end(&fixture);
    return buf_str(&out);
}

static void expect_same_shape(const char *place, const char *value)
{
    struct arena *arena = arena_new();
    struct str wanted = shape_with(arena, place, benign), got = shape_with(arena, place, value);
    if (!str_equal(wanted, got))
        fail_msg("`%s` with `%s`: %s instead of %s", place, value, str_z(arena, got),
                 str_z(arena, wanted));
    if (wanted.at[0] != '<')
        fail_msg("`%s` is refused: %s", place, wanted.at);
    arena_free(arena);
}

static void values_keep_the_tree_as_it_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(places); i++)
        for (size_t k = 0; k < COUNT(hostile); k++)
            expect_same_shape(places[i], hostile[k]);
}

static void long_values_keep_the_tree_as_it_is(void **state)
{
    (void)state;
    enum { LONG = 64 * 1024 };
    static const char pattern[] = "| **a** `b` [c](d)\n\n# e ";
    struct arena *arena = arena_new();
    struct buf value = {.arena = arena};
    while (value.len < LONG)
        buf_addz(&value, pattern);
    for (size_t i = 0; i < COUNT(places); i++)
        expect_same_shape(places[i], buf_str(&value).at);
    arena_free(arena);
}

/* Pairs of hostile values that could only do harm together. */
static void values_do_not_join_forces(void **state)
{
    (void)state;
    for (size_t k = 0; k < COUNT(hostile); k++) {
        struct fixture fixture;
        fixture_start(&fixture);
        fixture_value(&fixture, 0, hostile[k]);
        fixture_value(&fixture, 1, hostile[COUNT(hostile) - 1 - k]);
        assert_non_null(read_markdown(&fixture, "# T\n\n@0@1 and @1 @0\n\n- @1\n- @0\n"));
        const struct block *list = fixture.document->last_child;
        assert_int_equal(list->kind, BLOCK_LIST);
        assert_ptr_equal(list->children->next->next, NULL);
        fixture_end(&fixture);
    }
}

/* ---- addresses: kept as they are, or refused where the specification has them ---- */

static const struct inline_node *link_of(const struct fixture *fixture)
{
    return fixture->document->last_child->inlines;
}

static void expect_address(const char *place, const char *value)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_value(&fixture, 0, value);
    if (read_markdown(&fixture, place)) {
        const struct inline_node *link = link_of(&fixture);
        assert_int_equal(link->kind, INLINE_LINK);
        assert_null(link->next);
        /* Or a place in the paper itself, which is looked for when all are known. */
        assert_true(url_is_allowed(link->url) || str_starts(link->url, "#"));
    } else {
        assert_string_equal(fixture_codes(&fixture), "E403");
        assert_ptr_equal(fixture.diags.items.items[0].span.source, fixture.spec);
    }
    fixture_end(&fixture);
}

static void addresses_lead_where_they_say_or_are_refused(void **state)
{
    (void)state;
    for (size_t k = 0; k < COUNT(hostile); k++) {
        expect_address("# T\n\n[words](@0)\n", hostile[k]);
        expect_address("# T\n\n[words](https://x.org/@0)\n", hostile[k]);
        expect_address("# T\n\n[words](<https://x.org/?q=@0>)\n", hostile[k]);
    }
    expect_address("# T\n\n[words](@0)\n", "javascript:alert(1)");
    expect_address("# T\n\n[words](@0)\n", "https://www.gov.uk/");
}

/* ---- options of components hold the value itself, and none when it is empty ---- */

static void options_hold_values_untouched(void **state)
{
    (void)state;
    for (size_t k = 0; k < COUNT(hostile); k++) {
        struct fixture fixture;
        fixture_start(&fixture);
        fixture_value(&fixture, 0, hostile[k]);
        assert_non_null(read_markdown(&fixture, "# T\n\n```box\ncaption: @0\n```\n"));
        const struct box_options *options = fixture.document->last_child->options;
        struct str value = str_from(hostile[k]);
        struct str wanted = unseen_is_blank(value) ? STR_NONE : str_trim(value);
        if (!str_equal(options->caption, wanted))
            fail_msg("`%s` became `%s`", hostile[k], str_z(fixture.arena, options->caption));
        fixture_end(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_keep_the_tree_as_it_is),
        cmocka_unit_test(long_values_keep_the_tree_as_it_is),
        cmocka_unit_test(values_do_not_join_forces),
        cmocka_unit_test(addresses_lead_where_they_say_or_are_refused),
        cmocka_unit_test(options_hold_values_untouched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
