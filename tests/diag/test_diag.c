/* Diagnostics: places, excerpts, carets, order, limits, suggestions; and reading sources. */
#include "diag/diag_codes.h"
#include "files/files_codes.h"
#include "support/cmocka.h"

#include "base/limits.h"
#include "diag/diag.h"
#include "files/input.h"
#include "files/output.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
    struct arena *arena;
    struct diags diags;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    diags_init(&fixture->diags, fixture->arena);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

static const struct source *source_of(struct fixture *fixture, const char *text)
{
    return source_from_text(fixture->arena, &fixture->diags, "inputs/a.yaml", str_from(text));
}

static const char *printed(struct fixture *fixture, enum diag_order order)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    diags_print(&fixture->diags, out, false, order);
    fclose(out);
    const char *copy = str_z(fixture->arena, str_from(text));
    free(text);
    return copy;
}

static void caret_stands_under_the_word(void **state)
{
    struct fixture *fixture = *state;
    const struct source *source = source_of(fixture, "council:\n  n\xC3\xA4me: caf\xC3\xA9\n");
    struct span span = {source, 18, 23}; /* café */
    struct diag *diag = diag_report(&fixture->diags, &E105, span, "bad `%s`", "x");
    diag_hint(&fixture->diags, diag, "write `tea`");
    diag_note(&fixture->diags, diag, (struct span){source, 0, 7}, "the council is here");
    assert_string_equal(printed(fixture, DIAG_ALL), "inputs/a.yaml:2:9: error[E105]: bad `x`\n"
                                                    "     2 |   n\xC3\xA4me: caf\xC3\xA9\n"
                                                    "       |         ^^^^ write `tea`\n"
                                                    "inputs/a.yaml:1:1: note: the council is here\n"
                                                    "     1 | council:\n"
                                                    "       | -------\n");
}

static void a_note_on_a_line_just_shown_needs_no_excerpt(void **state)
{
    struct fixture *fixture = *state;
    const struct source *source = source_of(fixture, "a: b\nc: d\n");
    struct diag *diag = diag_report(&fixture->diags, &E105, (struct span){source, 3, 4}, "bad");
    diag_note(&fixture->diags, diag, (struct span){source, 0, 1}, "the key");
    diag_note(&fixture->diags, diag, (struct span){source, 5, 6}, "another");
    diag_note(&fixture->diags, diag, (struct span){source, 8, 9}, "its value");
    assert_string_equal(printed(fixture, DIAG_ALL), "inputs/a.yaml:1:4: error[E105]: bad\n"
                                                    "     1 | a: b\n"
                                                    "       |    ^\n"
                                                    "inputs/a.yaml:1:1: note: the key\n"
                                                    "inputs/a.yaml:2:1: note: another\n"
                                                    "     2 | c: d\n"
                                                    "       | -\n"
                                                    "inputs/a.yaml:2:4: note: its value\n");
}

static void columns_are_counted_on_long_lines_too(void **state)
{
    struct fixture *fixture = *state;
    struct buf line = {.arena = fixture->arena};
    buf_addz(&line, "x\n");
    for (int i = 0; i < 3000; i++)
        buf_addz(&line, "\xC3\xA9");
    const struct source *source = source_of(fixture, line.at);
    for (uint32_t i = 0; i <= 3000; i++)
        assert_int_equal(source_position(source, 2 + 2 * i).column, i + 1);
}

static void diagnostics_are_sorted_and_limited(void **state)
{
    struct fixture *fixture = *state;
    const struct source *source = source_of(fixture, "0123456789\n0123456789\n0123456789\n");
    for (uint32_t i = 30; i-- > 0;)
        diag_report(&fixture->diags, &E105, (struct span){source, i, i + 1}, "fault %u", i);
    const char *text = printed(fixture, DIAG_LIMITED);
    assert_non_null(strstr(text, "inputs/a.yaml:1:1: error[E105]: fault 0\n"));
    assert_true(strstr(text, "fault 3\n") < strstr(text, "fault 4\n"));
    assert_null(strstr(text, "fault 20\n"));
    assert_non_null(strstr(text, "and 10 more"));
    assert_non_null(strstr(printed(fixture, DIAG_ALL), "fault 29\n"));
}

static void a_flood_is_counted_but_not_kept(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < LIMIT_DIAGNOSTICS + 50; i++)
        diag_hint(&fixture->diags,
                  diag_report(&fixture->diags, &E105, (struct span){0}, "fault %d", i), "x");
    assert_int_equal(fixture->diags.errors, LIMIT_DIAGNOSTICS + 50);
    assert_int_equal(fixture->diags.items.count, LIMIT_DIAGNOSTICS + 1);
    assert_ptr_equal(fixture->diags.items.items[LIMIT_DIAGNOSTICS].code, &W101);
}

static void the_nearest_word_is_found_or_none(void **state)
{
    (void)state;
    const char *words[] = {"overall", "published", "judgements", "id"};
    assert_string_equal(diag_nearest(STR("overal"), words, 4, sizeof *words), "overall");
    assert_string_equal(diag_nearest(STR("judgments"), words, 4, sizeof *words), "judgements");
    static const char *const codes[] = {"ons_name", "ons_codes", "ons_code"};
    assert_string_equal(diag_nearest(STR("ONS_code"), codes, 3, sizeof *codes), "ons_code");
    assert_null(diag_nearest(STR("xyz"), words, 4, sizeof *words));
    assert_null(diag_nearest(STR(""), words, 4, sizeof *words));
}

static void decomposed_text_is_composed(void **state)
{
    struct fixture *fixture = *state;
    const struct source *source = source_of(fixture, "cafe\xCC\x81");
    assert_true(str_is(source->text, "caf\xC3\xA9"));
}

static void byte_order_mark_and_crlf_are_understood(void **state)
{
    struct fixture *fixture = *state;
    const struct source *source = source_of(fixture, "\xEF\xBB\xBF"
                                                     "a: 1\r\nb: 2\r\n");
    assert_true(str_is(source_line(source, 1), "a: 1"));
    assert_true(str_is(source_line(source, 2), "b: 2"));
    assert_int_equal(source_position(source, 6).line, 2);
    assert_int_equal(source_position(source, 6).column, 1);
}

static void wrong_bytes_are_refused_with_their_place(void **state)
{
    struct fixture *fixture = *state;
    assert_null(source_of(fixture, "name: ok\ntitle: caf\xE9\n"));
    const struct diag *diag = &fixture->diags.items.items[0];
    assert_ptr_equal(diag->code, &E104);
    assert_int_equal(source_position(diag->span.source, diag->span.start).line, 2);
    assert_int_equal(source_position(diag->span.source, diag->span.start).column, 11);
    assert_null(source_of(fixture, "a\xF3\xB0\x80\x80z")); /* U+F0000, kept for templates */
    assert_ptr_equal(fixture->diags.items.items[1].code, &E105);
    assert_null(source_of(fixture, "a\x01z"));
    assert_ptr_equal(fixture->diags.items.items[2].code, &E105);
}

static void files_that_cannot_be_read_are_told_apart(void **state)
{
    struct fixture *fixture = *state;
    assert_null(source_read(fixture->arena, &fixture->diags, "tests/no-such-file.yaml"));
    assert_null(source_read(fixture->arena, &fixture->diags, "tests"));
    assert_null(source_read(fixture->arena, &fixture->diags, "/dev/null"));
    assert_ptr_equal(fixture->diags.items.items[0].code, &E101);
    assert_ptr_equal(fixture->diags.items.items[1].code, &E102);
    assert_ptr_equal(fixture->diags.items.items[2].code, &E102);
}

static void output_replaces_a_file_whole_or_not_at_all(void **state)
{
    struct fixture *fixture = *state;
    char folder[] = "/tmp/councilbrief-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *path = str_format(fixture->arena, "%s/a.pdf", folder).at;
    assert_true(output_write(fixture->arena, &fixture->diags, path, STR("first")));
    assert_true(output_write(fixture->arena, &fixture->diags, path, STR("second")));
    const struct source *read = source_read(fixture->arena, &fixture->diags, path);
    assert_true(str_is(read->text, "second"));
    const char *lost = str_format(fixture->arena, "%s/none/a.pdf", folder).at;
    assert_false(output_write(fixture->arena, &fixture->diags, lost, STR("x")));
    assert_ptr_equal(fixture->diags.items.items[0].code, &E901);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0); /* nothing temporary was left behind */
}

/* Opens, fills and places files of one content. */
static bool place(struct fixture *fixture, const char *const *paths, size_t count,
                  struct str content)
{
    struct output outputs[3];
    for (size_t i = 0; i < count; i++) {
        output_open(fixture->arena, &outputs[i], paths[i]);
        if (!outputs[i].error)
            outputs[i].error = output_fill(outputs[i].descriptor, content);
        outputs[i].descriptor = -1;
    }
    return outputs_place(fixture->arena, &fixture->diags, outputs, count);
}

static void files_that_belong_together_are_replaced_together(void **state)
{
    struct fixture *fixture = *state;
    char folder[] = "/tmp/councilbrief-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *const paths[] = {str_format(fixture->arena, "%s/a.pdf", folder).at,
                                 str_format(fixture->arena, "%s/a.json", folder).at,
                                 str_format(fixture->arena, "%s/none/a", folder).at};
    assert_true(place(fixture, paths, 2, STR("old")));
    assert_false(place(fixture, paths, 3, STR("new")));
    assert_int_equal(fixture->diags.errors, 1);
    for (int i = 0; i < 2; i++) {
        const struct source *read = source_read(fixture->arena, &fixture->diags, paths[i]);
        assert_true(str_is(read->text, "old"));
        assert_int_equal(unlink(paths[i]), 0);
    }
    assert_int_equal(rmdir(folder), 0); /* nothing temporary was left behind */
}

static void what_several_sinks_were_told_is_told_once(void **state)
{
    struct fixture *fixture = *state;
    const struct source *source = source_of(fixture, "one: two\n");
    const struct span one = {source, 0, 3}, two = {source, 5, 8};
    struct diags_part parts[] = {
        {.name = "the first"}, {.name = "the second"}, {.name = "the third"}};
    for (size_t i = 0; i < 3; i++) {
        diags_init(&parts[i].diags, fixture->arena);
        diag_report(&parts[i].diags, &E104, one, "all");
    }
    diag_report(&parts[1].diags, &E104, two, "some");
    diag_report(&parts[2].diags, &E104, two, "some");
    struct diag *diag = diag_report(&parts[2].diags, &W101, one, "alone");
    diag_hint(&parts[2].diags, diag, "a hint");
    diags_join(&fixture->diags, parts, 3);
    const struct diags *diags = &fixture->diags;
    assert_int_equal(diags->items.count, 3);
    assert_int_equal(diags->errors, 2);
    assert_int_equal(diags->warnings, 1);
    assert_true(str_is(diags->items.items[0].message, "all"));
    assert_true(str_is(diags->items.items[1].message, "some"));
    assert_true(str_is(diags->items.items[2].message, "alone (only in the third)"));
    assert_true(str_is(diags->items.items[2].hint, "a hint"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(caret_stands_under_the_word, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_note_on_a_line_just_shown_needs_no_excerpt, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(columns_are_counted_on_long_lines_too, set_up, tear_down),
        cmocka_unit_test_setup_teardown(diagnostics_are_sorted_and_limited, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_flood_is_counted_but_not_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_several_sinks_were_told_is_told_once, set_up,
                                        tear_down),
        cmocka_unit_test(the_nearest_word_is_found_or_none),
        cmocka_unit_test_setup_teardown(decomposed_text_is_composed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(byte_order_mark_and_crlf_are_understood, set_up, tear_down),
        cmocka_unit_test_setup_teardown(wrong_bytes_are_refused_with_their_place, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(files_that_cannot_be_read_are_told_apart, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(output_replaces_a_file_whole_or_not_at_all, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(files_that_belong_together_are_replaced_together, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
