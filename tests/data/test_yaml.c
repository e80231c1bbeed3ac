/* YAML: the tree and its places, what is refused, and what officers are told about mistakes. */
#include "data/data_codes.h"
#include "diag/diag_codes.h"
#include "files/files_codes.h"
#include "support/cmocka.h"

#include "base/limits.h"
#include "data/yaml/yaml.h"
#include "support/spec_fixture.h"

static const struct node *read(struct spec_fixture *fixture, const char *text)
{
    return yaml_read(fixture->arena, &fixture->diags, spec_source(fixture, text));
}

static const struct node *read_soundly(struct spec_fixture *fixture, const char *text)
{
    const struct node *root = read(fixture, text);
    spec_expect_errors(fixture, 0);
    assert_non_null(root);
    return root;
}

static void assert_str(struct str text, const char *expected)
{
    if (!str_is(text, expected))
        fail_msg("\"" STR_FMT "\" is not \"%s\"", STR_ARG(text), expected);
}

static void assert_value(const struct node *map, const char *key, const char *expected)
{
    const struct node *value = node_get(map, key);
    assert_non_null(value);
    assert_int_equal(value->kind, NODE_SCALAR);
    assert_str(value->text, expected);
}

/* Reads a text with one fault, which leaves no tree. */
static const struct diag *fault(struct spec_fixture *fixture, const struct code *code,
                                const char *text)
{
    assert_null(read(fixture, text));
    spec_expect_errors(fixture, 1);
    return spec_diag(fixture, code);
}

/* ---- the tree ---- */

static void scalars_keep_their_text_whatever_yaml_would_make_of_it(void **state)
{
    const struct node *root = read_soundly(*state, "a: NO\nb: on\nc: 09\nd: 2013-07\ne: 16.5\n"
                                                   "f: 0926\ng: 1_000\nh: 2013-12?\ni: 0x1F\n");
    assert_value(root, "a", "NO");
    assert_value(root, "b", "on");
    assert_value(root, "c", "09");
    assert_value(root, "d", "2013-07");
    assert_value(root, "e", "16.5");
    assert_value(root, "f", "0926");
    assert_value(root, "g", "1_000");
    assert_value(root, "h", "2013-12?");
    assert_value(root, "i", "0x1F");
}

static void lists_and_maps_keep_their_order(void **state)
{
    const struct node *root = read_soundly(*state, "z: 1\na:\n  - x\n  - k: v\n  - [p, q]\n");
    assert_int_equal(root->kind, NODE_MAP);
    assert_int_equal(root->count, 2);
    assert_str(root->pairs[0].key, "z");
    const struct node *list = root->pairs[1].value;
    assert_int_equal(list->kind, NODE_LIST);
    assert_int_equal(list->count, 3);
    assert_str(list->items[0]->text, "x");
    assert_value(list->items[1], "k", "v");
    assert_str(list->items[2]->items[1]->text, "q");
}

static void spans_cover_exactly_what_was_written(void **state)
{
    const struct node *root =
        read_soundly(*state, "caf\xC3\xA9: \xE2\x80\x98sch\xC3\xB6n\xE2\x80\x99 # note\n"
                             "b: \"\xF0\x9F\x98\x80 q\"\nc:\n  - {x: y}\nd: [1, 2]\ne: |\n  t\n\n");
    assert_str(span_text(root->pairs[0].key_span), "caf\xC3\xA9");
    assert_str(span_text(root->pairs[0].value->span), "\xE2\x80\x98sch\xC3\xB6n\xE2\x80\x99");
    assert_str(span_text(root->pairs[1].value->span), "\"\xF0\x9F\x98\x80 q\"");
    assert_str(span_text(root->pairs[2].value->span), "- {x: y}");
    assert_str(span_text(root->pairs[3].value->span), "[1, 2]");
    assert_str(span_text(root->pairs[4].value->span), "|\n  t");
    assert_int_equal(root->span.start, 0);
    assert_int_equal(root->span.end, root->pairs[4].value->span.end);
}

static void spans_hold_with_windows_line_ends(void **state)
{
    const struct node *root = read_soundly(*state, "a: 1\r\nb:\r\n  c: \"x\"\r\nd: e\r\n");
    assert_str(span_text(node_get(node_get(root, "b"), "c")->span), "\"x\"");
    assert_str(span_text(node_get(root, "d")->span), "e");
    assert_value(root, "a", "1");
}

static void spans_hold_behind_every_kind_of_line_end(void **state)
{
    const struct node *root = read_soundly(*state, "a: \"x\r\ny\"\nb: \"x\\L\\Py\"\r\nc: d\n");
    assert_str(span_text(node_get(root, "c")->span), "d");
}

static void styles_are_kept(void **state)
{
    const struct node *root =
        read_soundly(*state, "a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\n  y\ne: >\n  x\n  y\n");
    assert_int_equal(node_get(root, "a")->style, SCALAR_PLAIN);
    assert_int_equal(node_get(root, "b")->style, SCALAR_QUOTED);
    assert_int_equal(node_get(root, "c")->style, SCALAR_QUOTED);
    assert_int_equal(node_get(root, "d")->style, SCALAR_BLOCK);
    assert_value(root, "d", "x\ny\n");
    assert_value(root, "e", "x y\n");
}

static void empty_and_null_are_absent_but_quoted_text_is_not(void **state)
{
    const struct node *root = read_soundly(*state, "a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: []\n");
    assert_true(node_is_absent(node_get(root, "a")));
    assert_true(node_is_absent(node_get(root, "b")));
    assert_true(node_is_absent(node_get(root, "c")));
    assert_false(node_is_absent(node_get(root, "d")));
    assert_false(node_is_absent(node_get(root, "e")));
    assert_false(node_is_absent(node_get(root, "f")));
    assert_true(node_is_absent(node_get(root, "g")));
}

static void nodes_describe_themselves(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct node *root =
        read_soundly(fixture, "a: [x]\nb: {x: y}\nc: |\n  two\n  lines\nd:\n"
                              "e: 0123456789012345678901234567890123456789\xC3\xA9\n");
    assert_str(node_describe(fixture->arena, node_get(root, "a")), "a list");
    assert_str(node_describe(fixture->arena, node_get(root, "b")), "a map");
    assert_str(node_describe(fixture->arena, node_get(root, "c")), "the text `two lines`");
    assert_str(node_describe(fixture->arena, node_get(root, "d")), "nothing");
    assert_str(node_describe(fixture->arena, node_get(root, "e")),
               "the text `0123456789012345678901234567890123456789\xE2\x80\xA6`");
}

/* ---- what is refused ---- */

static void nothing_but_comments_is_an_empty_file(void **state)
{
    static const char *const texts[] = {"", "\n", "# nothing\n", "---\n", "~\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_null(read(*state, texts[i]));
    spec_expect_errors(*state, 5);
    spec_diag(*state, &E106);
}

static void keys_given_twice_are_reported_and_the_first_kept(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct node *root = read(fixture, "a: 1\nb:\n  x: 1\n  y: 2\n  x: 3\na: 2\na: 3\nc: 4\n");
    assert_non_null(root);
    spec_expect_errors(fixture, 3);
    const struct diag *inner = spec_diag(fixture, &E113);
    spec_expect(inner, 5, 3, "`x` is given twice", "keep one of the two");
    spec_expect_note(inner, 0, 3, 3);
    spec_expect(&fixture->diags.items.items[1], 6, 1, "`a` is given twice", NULL);
    spec_expect_note(&fixture->diags.items.items[2], 0, 1, 1);
    assert_int_equal(root->count, 3);
    assert_value(root, "a", "1");
    assert_value(root, "c", "4");
}

static void anchors_are_refused(void **state)
{
    spec_expect(fault(*state, &E112, "a: &x [*x]\n"), 1, 4,
                "`&x` is an anchor, and anchors are not accepted", NULL);
}

static void aliases_are_refused_as_value(void **state)
{
    spec_expect(fault(*state, &E112, "a: 1\nb: *x\n"), 2, 4,
                "`*x` is an alias, and aliases are not accepted", NULL);
}

static void aliases_are_refused_as_key(void **state)
{
    spec_expect(fault(*state, &E112, "*x : 1\n"), 1, 1, NULL, NULL);
}

static void every_tag_is_refused(void **state)
{
    assert_null(read(*state, "a: !!str x\nb: !c\nd: !\n"));
    spec_expect_errors(*state, 3);
    spec_expect(spec_diag(*state, &E115), 1, 4, NULL,
                "delete it, or put the text in quotation marks");
}

static void a_second_document_is_refused(void **state)
{
    spec_expect(fault(*state, &E114, "---\na: 1\n---\nb: 2\n"), 3, 1, NULL, NULL);
}

static void keys_must_be_text(void **state)
{
    spec_expect(fault(*state, &E117, "? [a, b]\n: c\n"), 1, 3, NULL, NULL);
}

static void empty_keys_are_refused(void **state)
{
    spec_expect(fault(*state, &E117, "a: {'': x}\n"), 1, 5, "there is no key before the colon",
                NULL);
}

static struct str repeated(struct spec_fixture *fixture, const char *part, size_t count)
{
    struct buf buf = {.arena = fixture->arena};
    for (size_t i = 0; i < count; i++)
        buf_addz(&buf, part);
    return buf_str(&buf);
}

static void nesting_stops_at_the_limit(void **state)
{
    struct spec_fixture *fixture = *state;
    struct buf sound = {.arena = fixture->arena};
    buf_add(&sound, repeated(fixture, "[", LIMIT_YAML_DEPTH));
    buf_add(&sound, repeated(fixture, "]", LIMIT_YAML_DEPTH));
    assert_non_null(read(fixture, sound.at));
    spec_expect_errors(fixture, 0);
    fault(fixture, &E111, repeated(fixture, "[", 100000).at);
}

static void values_stop_at_the_limit(void **state)
{
    struct spec_fixture *fixture = *state;
    struct buf text = {.arena = fixture->arena};
    buf_addz(&text, "- 1\n");
    buf_addz(&text, "- [");
    buf_add(&text, repeated(fixture, "1,", LIMIT_YAML_NODES));
    buf_addz(&text, "]\n");
    spec_expect(fault(fixture, &E116, text.at), 2, 4 + 2 * (LIMIT_YAML_NODES - 3), NULL, NULL);
}

static void very_many_keys_and_one_repeat_are_no_burden(void **state)
{
    struct spec_fixture *fixture = *state;
    struct buf text = {.arena = fixture->arena};
    for (int i = 0; i < 60000; i++)
        buf_addf(&text, "k%d: v\n", i);
    buf_addz(&text, "k0: w\n");
    const struct node *root = read(fixture, text.at);
    spec_expect_errors(fixture, 1);
    assert_int_equal(root->count, 60000);
}

static void escapes_cannot_bring_in_reserved_characters(void **state)
{
    spec_expect(fault(*state, &E105, "a: \"\\U000F0000\"\n"), 1, 4,
                "the character U+F0000 is not allowed", NULL);
}

static void escapes_cannot_bring_in_control_characters(void **state)
{
    spec_expect(fault(*state, &E105, "a: \"x\\0y\"\n"), 1, 4, "the character U+0000 is not allowed",
                NULL);
}

/* ---- what officers are told ---- */

struct mistake {
    const char *text;
    uint32_t line, column;
    const char *message, *hint;
};

static void expect_mistakes(const struct mistake *mistakes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        void *state;
        assert_int_equal(spec_set_up(&state), 0);
        const struct diag *diag = fault(state, &E110, mistakes[i].text);
        spec_expect(diag, mistakes[i].line, mistakes[i].column, mistakes[i].message,
                    mistakes[i].hint);
        spec_tear_down(&state);
    }
}

#define EXPECT(mistakes) expect_mistakes((mistakes), sizeof(mistakes) / sizeof *(mistakes))

static void tabs_are_named(void **state)
{
    (void)state;
    static const struct mistake mistakes[] = {
        {"a:\n\tb: c\n", 2, 1, "a tab is used to indent", "use spaces"},
        {"a: x\n\tb: 2\n", 2, 1, "a tab is used to indent", "use spaces"},
        {"a: |\n  x\n\ty\n", 3, 1, "a tab is used to indent", "use spaces"},
    };
    EXPECT(mistakes);
}

static void a_colon_in_a_text_needs_quotation_marks(void **state)
{
    (void)state;
    static const struct mistake mistakes[] = {
        {"title: Cumbria: a review\n", 1, 15, "there is a second `: ` in this line",
         "put the text in quotation marks"},
        {"a: [b:, c]\n", 1, 6, "a colon stands inside a text without quotation marks", NULL},
        {"- text: caf\xC3\xA9: x\n", 1, 13, "there is a second `: ` in this line", NULL},
        {"- text: ab\xE2\x82\xAC: x\n", 1, 12, "there is a second `: ` in this line", NULL},
        {"- text: a\xF0\x9F\x8C\x8D: x", 1, 11, "there is a second `: ` in this line", NULL},
    };
    EXPECT(mistakes);
}

static void lines_that_do_not_line_up_are_shown_whole(void **state)
{
    (void)state;
    static const struct mistake mistakes[] = {
        {"a: x\n  b: y\n", 2, 3, "this line is indented further than the one above allows",
         "line it up with the key above, or put the text above in quotation marks"},
        {"r:\n    a: 1\n  b: 2\n", 3, 3, "this line does not line up with the keys above", NULL},
        {"a:\n  - b\n  c: d\n", 3, 3, "this line does not line up with the list above", NULL},
        {"l:\n  - a\n - b\n", 3, 2, "this line does not line up with the keys above", NULL},
        {"l:\n- a\n  - b\n", 3, 3, "this line is read as more of the text above it",
         "line it up with the items above"},
        {"a: - b\n", 1, 4, "a list cannot begin here", NULL},
    };
    EXPECT(mistakes);
}

static void lines_without_a_key_are_shown_themselves(void **state)
{
    (void)state;
    static const struct mistake mistakes[] = {
        {"a: 1\nfoo\nb: 2\n", 2, 1, "this line is not of the form `key: value`", NULL},
        {"a:x\nb: y\n", 1, 1, "this line is not of the form `key: value`",
         "put a space behind the colon"},
        {"a: 1\nb:2\n", 2, 1, NULL, "put a space behind the colon"},
    };
    EXPECT(mistakes);
}

static void quotation_marks_that_go_wrong_are_shown_where_they_open(void **state)
{
    (void)state;
    static const struct mistake mistakes[] = {
        {"a: \"xyz\nb: c\n", 1, 4, "this quotation mark is never closed", NULL},
        {"a: 'x\n---\nb: c\n", 1, 4, "this quotation mark is never closed", NULL},
        {"a: 'It's fine'\n", 1, 8, "there is more text behind the closing quotation mark",
         "write an apostrophe inside as two: ''"},
        {"a: \"A\" and B\n", 1, 8, "there is more text behind the closing quotation mark", NULL},
        {"a: \"A\nb: \"c\"\n", 1, 4, "this quotation mark is not closed on its line", NULL},
    };
    EXPECT(mistakes);
}

static void texts_that_begin_with_a_sign_need_quotation_marks(void **state)
{
    (void)state;
    static const struct mistake mistakes[] = {
        {"a: @dfe\n", 1, 4, "a text cannot begin with `@`", "put the text in quotation marks"},
        {"a: `x`\n", 1, 4, "a text cannot begin with ```", NULL},
        {"a: %5\n", 1, 4, "a text cannot begin with `%`", NULL},
        {"a: & more\n", 1, 4, "a text cannot begin with `&`", NULL},
        {"a: *very* good\n", 1, 4, "a text cannot begin with `*`", NULL},
        {"a: !x!y z\n", 1, 4, "a text cannot begin with `!`", NULL},
        {"a: \"C:\\dir\"\n", 1, 7, NULL, "use single quotation marks, or write `\\\\`"},
        {"a: |x\n  y\n", 1, 5, "nothing may follow `|` or `>` on its line", NULL},
    };
    EXPECT(mistakes);
}

static void brackets_that_go_wrong_note_where_they_open(void **state)
{
    const struct diag *diag = fault(*state, &E110, "a: [1, 2\nb: c\n");
    spec_expect(diag, 2, 2, "a comma or the closing `]` is missing here", NULL);
    spec_expect_note(diag, 0, 1, 4);
}

static void no_message_of_the_library_reaches_an_officer_for_common_faults(void **state)
{
    static const char *const texts[] = {"a: }\n", "a: [x, , y]\n", "%YAML 1.1\na: b\n",
                                        "a: b\n...\nc: d\n", "\"a\" b\n"};
    struct spec_fixture *fixture = *state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_null(read(fixture, texts[i]));
    for (size_t i = 0; i < fixture->diags.items.count; i++)
        assert_false(str_starts(fixture->diags.items.items[i].message, "this is not valid YAML"));
}

/* ---- parts of a source ---- */

static void a_part_has_its_places_in_the_whole_source(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct source *source = spec_source(fixture, "# H\xC3\xA9\n```x\na: b\nc: d: e\n```\n");
    struct span body = {source, 11, 16};
    const struct node *root =
        yaml_read_part(fixture->arena, &fixture->diags, body, span_text(body));
    assert_non_null(root);
    assert_str(span_text(node_get(root, "a")->span), "b");
    body.end = 24;
    assert_null(yaml_read_part(fixture->arena, &fixture->diags, body, span_text(body)));
    spec_expect(spec_diag(fixture, &E110), 4, 5, NULL, NULL);
}

static void a_part_that_was_filled_in_points_at_the_whole_of_it(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct source *source = spec_source(fixture, "x\na: {{ y }}\n");
    struct span body = {source, 2, 13};
    const struct node *root =
        yaml_read_part(fixture->arena, &fixture->diags, body, STR("a: a longer value than that\n"));
    assert_value(root, "a", "a longer value than that");
    assert_int_equal(node_get(root, "a")->span.start, 2);
    assert_int_equal(node_get(root, "a")->span.end, 13);
}

static void a_part_with_nothing_in_it_is_an_empty_map(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct source *source = spec_source(fixture, "```x\n```\n");
    struct span body = {source, 5, 5};
    const struct node *root = yaml_read_part(fixture->arena, &fixture->diags, body, STR(""));
    assert_non_null(root);
    assert_int_equal(root->kind, NODE_MAP);
    assert_int_equal(root->count, 0);
    spec_expect_errors(fixture, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, spec_set_up, spec_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(scalars_keep_their_text_whatever_yaml_would_make_of_it),
        TEST(lists_and_maps_keep_their_order),
        TEST(spans_cover_exactly_what_was_written),
        TEST(spans_hold_with_windows_line_ends),
        TEST(spans_hold_behind_every_kind_of_line_end),
        TEST(styles_are_kept),
        TEST(empty_and_null_are_absent_but_quoted_text_is_not),
        TEST(nodes_describe_themselves),
        TEST(nothing_but_comments_is_an_empty_file),
        TEST(keys_given_twice_are_reported_and_the_first_kept),
        TEST(anchors_are_refused),
        TEST(aliases_are_refused_as_value),
        TEST(aliases_are_refused_as_key),
        TEST(every_tag_is_refused),
        TEST(a_second_document_is_refused),
        TEST(keys_must_be_text),
        TEST(empty_keys_are_refused),
        TEST(nesting_stops_at_the_limit),
        TEST(values_stop_at_the_limit),
        TEST(very_many_keys_and_one_repeat_are_no_burden),
        TEST(escapes_cannot_bring_in_reserved_characters),
        TEST(escapes_cannot_bring_in_control_characters),
        TEST(tabs_are_named),
        TEST(a_colon_in_a_text_needs_quotation_marks),
        TEST(lines_that_do_not_line_up_are_shown_whole),
        TEST(lines_without_a_key_are_shown_themselves),
        TEST(quotation_marks_that_go_wrong_are_shown_where_they_open),
        TEST(texts_that_begin_with_a_sign_need_quotation_marks),
        TEST(brackets_that_go_wrong_note_where_they_open),
        TEST(no_message_of_the_library_reaches_an_officer_for_common_faults),
        TEST(a_part_has_its_places_in_the_whole_source),
        TEST(a_part_that_was_filled_in_points_at_the_whole_of_it),
        TEST(a_part_with_nothing_in_it_is_an_empty_map),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
