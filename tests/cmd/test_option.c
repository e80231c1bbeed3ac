/* The tables of options are sound, and what is given reaches a command as the table says. */
#include "base/limits.h"
#include "cmd/run_options.h"

#include "support/cmocka.h"
#include <stdio.h>
#include <string.h>

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

/* ---- the tables ---- */

static void assert_sound(const struct command_option *option)
{
    assert_non_null(option->name);
    assert_non_null(option->does);
    assert_int_equal(option->argument.kind == ARGUMENT_NONE, option->argument.name == NULL);
    assert_int_equal(option->argument.kind == ARGUMENT_WORD ||
                         option->argument.kind == ARGUMENT_WORDS,
                     option->argument.word != NULL);
    if (option->argument.kind == ARGUMENT_NUMBER)
        assert_true(option->argument.least < option->argument.most);
}

static void rows_are_sound(void **state)
{
    (void)state;
    const struct command_option *a, *b;
    for (size_t c = 0; commands[c]; c++)
        for (size_t i = 0; (a = command_option_at(commands[c], i)); i++) {
            assert_sound(a);
            for (size_t j = 0; j < i; j++) {
                b = command_option_at(commands[c], j);
                assert_string_not_equal(a->name, b->name);
                assert_true(!a->letter || a->letter != b->letter);
            }
        }
}

static void help_is_in_every_command(void **state)
{
    (void)state;
    for (size_t c = 0; commands[c]; c++) {
        size_t last = 0;
        while (command_option_at(commands[c], last + 1))
            last++;
        assert_ptr_equal(command_option_at(commands[c], last), &option_help);
    }
}

/* What check is given must mean to it what it means to build. */
static void check_has_no_row_that_build_lacks(void **state)
{
    (void)state;
    for (size_t i = 0; options_of_check[i]; i++) {
        size_t j = 0;
        while (options_of_build[j] && options_of_build[j] != options_of_check[i])
            j++;
        assert_non_null(options_of_build[j]);
    }
}

static void words_are_joined(void **state)
{
    struct buf words = {.arena = *state};
    for (size_t i = 0; options_of_build[i]; i++)
        if (strcmp(options_of_build[i]->name, "format") == 0)
            argument_words(&words, &options_of_build[i]->argument, " or ");
    assert_string_equal(str_z(*state, buf_str(&words)), "text, json, github or sarif");
}

/* ---- a command line ---- */

static enum status read_line(struct arena *arena, struct options *options, char **words)
{
    struct command_call call = {.argv = words, .colour = true};
    while (words[call.argc])
        call.argc++;
    return options_read(arena, &call, &command_build, options);
}

#define READ(arena, options, ...)                                                                  \
    read_line((arena), (options), (char *[]){"build", __VA_ARGS__, NULL})

static void options_reach_build(void **state)
{
    struct options options;
    assert_int_equal(READ(*state, &options, "a.yaml", "-j3", "--output", "public", "b.yaml",
                          "--dump=structure", "--format", "sarif", "--worker-memory", "64",
                          "--colour=never", "--as-at", "2018-01-22", "--fail-fast"),
                     STATUS_OK);
    assert_string_equal(options.out_folder, "public");
    assert_int_equal(options.dump, DUMP_STRUCTURE);
    assert_ptr_equal(options.format, &diag_sarif);
    assert_int_equal(options.workers, 3);
    assert_int_equal(options.worker_memory, 64);
    assert_int_equal(options.worker_seconds, LIMIT_WORKER_SECONDS);
    assert_false(options.style.colour);
    assert_true(options.fail_fast && options.has_as_at);
    assert_int_equal(options.as_at.precision, DATE_DAY);
    assert_int_equal(options.spec_count, 2);
    assert_string_equal(options.specs[0], "a.yaml");
    assert_string_equal(options.specs[1], "b.yaml");
}

static void the_last_word_counts(void **state)
{
    struct options options;
    assert_int_equal(READ(*state, &options, "--fail-fast", "--keep-going", "-j", "1", "-j", "0",
                          "--color", "never", "--color", "auto", "--", "-odd.yaml"),
                     STATUS_OK);
    assert_false(options.fail_fast);
    assert_int_equal(options.workers, 0);
    assert_string_equal(options.specs[0], "-odd.yaml");
}

/* The key of a manifest has what changes a PDF, under one spelling, and nothing else. */
static void the_key_has_what_changes_a_pdf(void **state)
{
    struct options options;
    assert_int_equal(READ(*state, &options, "-o", "public", "-tcommittee", "--force", "--large",
                          "-j2", "--strict", "--allow", "W221", "--as-at=2018-01-22", "--deps",
                          "rules", "--theme", "plain", "--templates", "mine", "--all",
                          "--greyscale", "a.yaml"),
                     STATUS_OK);
    assert_string_equal(str_z(*state, options.chosen),
                        "SOURCE_DATE_EPOCH= --template committee --large-print --as-at 2018-01-22 "
                        "--theme plain --templates mine --greyscale");
}

static void help_ends_the_reading(void **state)
{
    struct options options;
    FILE *kept = stdout;
    stdout = fopen("/dev/null", "w");
    enum status status = READ(*state, &options, "--help");
    fclose(stdout);
    stdout = kept;
    assert_int_equal(status, STATUS_OK);
    assert_true(options.help);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_sound),
        cmocka_unit_test(help_is_in_every_command),
        cmocka_unit_test(check_has_no_row_that_build_lacks),
        cmocka_unit_test_setup_teardown(words_are_joined, setup, teardown),
        cmocka_unit_test_setup_teardown(options_reach_build, setup, teardown),
        cmocka_unit_test_setup_teardown(the_last_word_counts, setup, teardown),
        cmocka_unit_test_setup_teardown(the_key_has_what_changes_a_pdf, setup, teardown),
        cmocka_unit_test_setup_teardown(help_ends_the_reading, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
