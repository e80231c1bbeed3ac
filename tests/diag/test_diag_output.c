/* Diagnostics for machines: JSON, GitHub's commands and SARIF; faults told once; strictness. */
#include "diag/diag_codes.h"
#include "rules/rules_codes.h"
#include "support/cmocka.h"

#include "base/limits.h"
#include "diag/diag_output.h"

#include <stdlib.h>
#include <string.h>

struct fixture {
    struct arena *arena;
    struct diags diags;
    const struct source *source;
};

/* Line 2 holds `good` at characters 7 to 10, behind an é of two bytes. */
static const char text[] = "inspections:\n  \xC3\xA9: [good, \"50%\"]\n";

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    diags_init(&fixture->diags, fixture->arena);
    fixture->source =
        source_from_text(fixture->arena, &fixture->diags, "inputs/a, b.yaml", str_from(text));
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

static struct span span_of(const struct fixture *fixture, const char *word)
{
    const char *at = strstr(fixture->source->text.at, word);
    uint32_t start = (uint32_t)(at - fixture->source->text.at);
    return (struct span){fixture->source, start, start + (uint32_t)strlen(word)};
}

static struct diag *report_good(struct fixture *fixture)
{
    struct span span = span_of(fixture, "good");
    struct diag *diag = diag_report(&fixture->diags, &E105, span, "`good` is 50%% \"bad\"");
    diag_hint(&fixture->diags, diag, "did you mean `better`?");
    diag_suggest(&fixture->diags, diag, span, STR("better"));
    diag_note(&fixture->diags, diag, span_of(fixture, "inspections"), "they begin here");
    return diag;
}

static const struct code *const *const known[] = {diag_codes, NULL};

static const char *written(struct fixture *fixture, const struct diag_format *format)
{
    char *bytes = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&bytes, &len);
    struct diag_output output = {format, {false, DIAG_LIMITED, known}, out, false};
    diag_output_begin(&output);
    diag_output_add(&output, &fixture->diags);
    diag_output_end(&output);
    fclose(out);
    const char *copy = str_z(fixture->arena, str_from(bytes));
    free(bytes);
    return copy;
}

static void json_is_an_object_a_line(void **state)
{
    struct fixture *fixture = *state;
    report_good(fixture);
    diag_report_file(&fixture->diags, &W101, "z.yaml", "whole file");
    assert_string_equal(
        written(fixture, &diag_json),
        "{\"file\":\"inputs/a, b.yaml\",\"line\":2,\"column\":7,\"end_line\":2,\"end_column\":11,"
        "\"severity\":\"error\",\"code\":\"E105\",\"message\":\"`good` is 50% \\\"bad\\\"\","
        "\"hint\":\"did you mean `better`?\",\"related\":[{\"file\":\"inputs/a, b.yaml\","
        "\"line\":1,\"column\":1,\"end_line\":1,\"end_column\":12,"
        "\"message\":\"they begin here\"}],\"fix\":{\"line\":2,\"column\":7,\"end_line\":2,"
        "\"end_column\":11,\"text\":\"better\"}}\n"
        "{\"file\":\"z.yaml\",\"line\":null,\"column\":null,\"end_line\":null,"
        "\"end_column\":null,\"severity\":\"warning\",\"code\":\"W101\","
        "\"message\":\"whole file\",\"hint\":null,\"related\":[],\"fix\":null}\n");
}

static void github_commands_are_escaped(void **state)
{
    struct fixture *fixture = *state;
    report_good(fixture);
    assert_string_equal(written(fixture, &diag_github),
                        "::error file=inputs/a%2C b.yaml,line=2,col=7,endLine=2,endColumn=11,"
                        "title=E105::`good` is 50%25 \"bad\"%0Adid you mean `better`?"
                        "%0Ainputs/a, b.yaml:1: they begin here\n");
}

static void github_takes_columns_within_one_line_only(void **state)
{
    struct fixture *fixture = *state;
    struct span span = span_join(span_of(fixture, "inspections"), span_of(fixture, "good"));
    diag_report(&fixture->diags, &W101, span, "two lines");
    assert_string_equal(
        written(fixture, &diag_github),
        "::warning file=inputs/a%2C b.yaml,line=1,endLine=2,title=W101::two lines\n");
}

static void sarif_holds_rules_results_and_fixes(void **state)
{
    struct fixture *fixture = *state;
    report_good(fixture);
    const char *log = written(fixture, &diag_sarif);
    assert_non_null(strstr(log, "\"version\":\"2.1.0\""));
    assert_non_null(strstr(log, "\"rules\":[{\"id\":\"W101\""));
    const char *result = strstr(log, "\"results\":[");
    assert_string_equal(
        result, "\"results\":[\n{\"ruleId\":\"E105\",\"ruleIndex\":2,\"level\":\"error\","
                "\"message\":{\"text\":\"`good` is 50% \\\"bad\\\" (did you mean `better`?)\"},"
                "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":"
                "{\"uri\":\"inputs/a%2C%20b.yaml\"},\"region\":{\"startLine\":2,"
                "\"startColumn\":7,\"endLine\":2,\"endColumn\":11}}}],"
                "\"relatedLocations\":[{\"id\":1,\"physicalLocation\":{\"artifactLocation\":"
                "{\"uri\":\"inputs/a%2C%20b.yaml\"},\"region\":{\"startLine\":1,"
                "\"startColumn\":1,\"endLine\":1,\"endColumn\":12}},"
                "\"message\":{\"text\":\"they begin here\"}}],"
                "\"fixes\":[{\"description\":{\"text\":\"did you mean `better`?\"},"
                "\"artifactChanges\":[{\"artifactLocation\":{\"uri\":\"inputs/a%2C%20b.yaml\"},"
                "\"replacements\":[{\"deletedRegion\":{\"startLine\":2,\"startColumn\":7,"
                "\"endLine\":2,\"endColumn\":11},\"insertedContent\":{\"text\":\"better\"}}]}]}]}"
                "\n]}]}\n");
}

static void sarif_is_one_log_for_several_jobs(void **state)
{
    struct fixture *fixture = *state;
    report_good(fixture);
    struct diags none;
    diags_init(&none, fixture->arena);
    char *bytes = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&bytes, &len);
    struct diag_output output = {&diag_sarif, {false, DIAG_ALL, known}, out, false};
    diag_output_add(&output, &none);
    diag_output_add(&output, &fixture->diags);
    diag_output_add(&output, &none);
    diag_output_add(&output, &fixture->diags);
    fclose(out);
    const char *second = strstr(bytes, "},\n{\"ruleId\"");
    assert_non_null(second);
    assert_null(strstr(second + 1, "},\n{\"ruleId\""));
    assert_int_equal(bytes[0], '{');
    assert_int_equal(bytes[len - 1], '}');
    free(bytes);
}

static void the_same_fault_is_told_once(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < 3; i++)
        report_good(fixture);
    diag_report(&fixture->diags, &E105, span_of(fixture, "good"), "another fault");
    assert_int_equal(fixture->diags.items.count, 2);
    assert_int_equal(fixture->diags.errors, 4);
    assert_int_equal(fixture->diags.repeated, 2);
    assert_null(strstr(written(fixture, &diag_text), "more"));
}

static void many_faults_stay_apart(void **state)
{
    struct fixture *fixture = *state;
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 1000; i++)
            diag_report(&fixture->diags, &E105, span_of(fixture, "good"), "fault %d", i);
    assert_int_equal(fixture->diags.items.count, 1000);
    assert_int_equal(fixture->diags.repeated, 1000);
}

static void strict_turns_warnings_into_errors(void **state)
{
    struct fixture *fixture = *state;
    const struct code *allowed[] = {&W246};
    const struct strictness strict = {.allowed = {.items = allowed, .count = 1}};
    fixture->diags.strict = &strict;
    diag_report_file(&fixture->diags, &W246, "z.yaml", "allowed");
    assert_int_equal(fixture->diags.errors, 0);
    assert_int_equal(fixture->diags.warnings, 1);
    diags_init(&fixture->diags, fixture->diags.arena);
    fixture->diags.strict = &strict;
    diag_report_file(&fixture->diags, &W101, "z.yaml", "many");
    assert_int_equal(fixture->diags.errors, 1);
    assert_int_equal(fixture->diags.warnings, 0);
    assert_string_equal(written(fixture, &diag_text), "z.yaml: error[W101]: many\n");
}

static void formats_are_found_by_name(void **state)
{
    (void)state;
    assert_ptr_equal(diag_format_at(0), &diag_text);
    assert_ptr_equal(diag_format_at(3), &diag_sarif);
    assert_null(diag_format_at(4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(json_is_an_object_a_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(github_commands_are_escaped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(github_takes_columns_within_one_line_only, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(sarif_holds_rules_results_and_fixes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sarif_is_one_log_for_several_jobs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_fault_is_told_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(many_faults_stay_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(strict_turns_warnings_into_errors, set_up, tear_down),
        cmocka_unit_test(formats_are_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
