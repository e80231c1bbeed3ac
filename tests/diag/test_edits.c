/* The edits of diagnostics, made in a text: in order, without overlaps, with the file's line ends.
 */
#include "support/cmocka.h"

#include "data/data_codes.h"
#include "diag/edits.h"
#include "support/spec_fixture.h"

static void suggest(struct spec_fixture *fixture, const struct source *source, uint32_t start,
                    uint32_t end, const char *text, bool certain)
{
    struct span span = {source, start, end};
    struct diag *diag = diag_report(&fixture->diags, &W256, span, "edit");
    (certain ? diag_correct : diag_suggest)(&fixture->diags, diag, span, str_from(text));
}

static void expect_text(struct spec_fixture *fixture, const struct source *source,
                        const char *expected, size_t expected_count)
{
    size_t made;
    struct str text =
        edits_made(fixture->arena, &fixture->diags, str_z(fixture->arena, source->path), &made);
    assert_int_equal(made, expected_count);
    assert_string_equal(str_z(fixture->arena, text), expected);
}

static void edits_are_made_from_the_first_to_the_last(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct source *source = spec_source(fixture, "one two three\n");
    suggest(fixture, source, 8, 13, "3", true);
    suggest(fixture, source, 0, 3, "1", true);
    suggest(fixture, source, 3, 3, ",", true);
    expect_text(fixture, source, "1, two 3\n", 3);
}

static void of_edits_that_overlap_the_longer_is_made(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct source *source = spec_source(fixture, "one two three\n");
    suggest(fixture, source, 0, 3, "1", true);
    suggest(fixture, source, 0, 7, "1 2", true);
    suggest(fixture, source, 4, 13, "2 3", true);
    expect_text(fixture, source, "1 2 three\n", 1);
}

static void what_is_only_a_guess_is_left(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct source *source = spec_source(fixture, "one two\n");
    suggest(fixture, source, 0, 3, "1", false);
    size_t made;
    assert_null(
        edits_made(fixture->arena, &fixture->diags, str_z(fixture->arena, source->path), &made).at);
    assert_int_equal(made, 0);
    suggest(fixture, source, 4, 7, "2", true);
    expect_text(fixture, source, "one 2\n", 1);
}

static void new_lines_end_as_those_of_the_file(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct source *source = spec_source(fixture, "one\r\ntwo\r\n");
    suggest(fixture, source, 5, 8, "2\n3\r\n4", true);
    expect_text(fixture, source, "one\r\n2\r\n3\r\n4\r\n", 1);
}

static void another_file_is_left_alone(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct source *source = spec_source(fixture, "one\n");
    suggest(fixture, source, 0, 3, "1", true);
    size_t made;
    assert_null(edits_made(fixture->arena, &fixture->diags, "other.yaml", &made).at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(edits_are_made_from_the_first_to_the_last, spec_set_up,
                                        spec_tear_down),
        cmocka_unit_test_setup_teardown(of_edits_that_overlap_the_longer_is_made, spec_set_up,
                                        spec_tear_down),
        cmocka_unit_test_setup_teardown(what_is_only_a_guess_is_left, spec_set_up, spec_tear_down),
        cmocka_unit_test_setup_teardown(new_lines_end_as_those_of_the_file, spec_set_up,
                                        spec_tear_down),
        cmocka_unit_test_setup_teardown(another_file_is_left_alone, spec_set_up, spec_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
