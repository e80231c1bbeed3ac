/* Foreign text on its way to a terminal: one line of valid UTF-8 that is a command to nobody. */
#include "support/cmocka.h"

#include "base/shown.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define LOST "\xEF\xBF\xBD"

static void assert_shown(const char *text, const char *wanted)
{
    struct arena *arena = arena_new();
    assert_string_equal(str_z(arena, shown_text(arena, str_from(text))), wanted);
    arena_free(arena);
}

static void plain_text_is_left_as_it_is(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const char *plain = "`name` is 50% \"caf\xC3\xA9\" [1] # 2 \xE2\x80\x94 \xF0\x9F\x8E\x89";
    assert_shown(plain, plain);
    assert_shown("", "");
    struct str ascii = STR("nothing to change");
    assert_ptr_equal(shown_text(arena, ascii).at, ascii.at);
    arena_free(arena);
}

static void ends_of_lines_are_blanks(void **state)
{
    (void)state;
    assert_shown("a\nb\rc\td", "a b c d");
    assert_shown("a\r\n::error::b", "a  ::error::b");
    assert_shown("a\xC2\x85"
                 "b\xE2\x80\xA8"
                 "c\xE2\x80\xA9"
                 "d",
                 "a b c d");
}

static void what_a_terminal_obeys_is_replaced(void **state)
{
    (void)state;
    assert_shown("a\x1B[2J", "a" LOST "[2J");
    assert_shown("\x07\x08\x7F", LOST LOST LOST);
    assert_shown("\xC2\x9B"
                 "2J",
                 LOST "2J");
    assert_shown("a\xE2\x80\xAE"
                 "b\xE2\x81\xA6"
                 "c\xE2\x80\x8F",
                 "a" LOST "b" LOST "c" LOST);
}

static void bytes_that_are_no_text_are_replaced_one_by_one(void **state)
{
    (void)state;
    assert_shown("a\xFF\xFE"
                 "b",
                 "a" LOST LOST "b");
    assert_shown("\xC3", LOST);
    assert_shown("\xED\xA0\x80", LOST LOST LOST);
    assert_shown("\xC0\x80\xC3\xA9", LOST LOST "\xC3\xA9");
}

static void commands_to_build_servers_are_parted(void **state)
{
    (void)state;
    assert_shown("##vso[task.complete]", "##vso [task.complete]");
    assert_shown("a ##[group]##teamcity[x]", "a ## [group]##teamcity [x]");
    assert_shown("# [x] #[y] ##a1[z]", "# [x] #[y] ##a1[z]");
}

static void a_path_begins_no_command(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const char *const paths[][2] = {
        {"inputs/a.yaml", "inputs/a.yaml"}, {"::error::a.yaml", "./::error::a.yaml"},
        {" ::error::a", "./ ::error::a"},   {"##[x]a", "./## [x]a"},
        {"\n::error::a", "./ ::error::a"},  {"", ""}};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        assert_string_equal(str_z(arena, shown_path(arena, str_from(paths[i][0]))), paths[i][1]);
    arena_free(arena);
}

/* Whatever the bytes: valid, on one line, and shown again it is the same. */
static void random_bytes_are_shown_as_text(void **state)
{
    (void)state;
    uint64_t random = 7;
    char bytes[24];
    for (int round = 0; round < 20000; round++) {
        struct arena *arena = arena_new();
        for (size_t i = 0; i < sizeof bytes; i++) {
            random = random * UINT64_C(6364136223846793005) + 1;
            bytes[i] = (char)(random >> 56 & (round % 2 ? 0xFF : 0xE3));
        }
        struct str shown = shown_text(arena, (struct str){bytes, sizeof bytes});
        assert_int_equal(utf8_check(shown), shown.len);
        for (size_t at = 0; at < shown.len;)
            assert_false(shown_is_hidden(utf8_next(shown, &at)));
        assert_true(str_equal(shown_text(arena, shown), shown));
        arena_free(arena);
    }
}

static void a_line_is_printed_as_one(void **state)
{
    (void)state;
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    shown_line(out, "no `%s`, but %d", "a\nb\x1B", 2);
    fclose(out);
    assert_string_equal(text, "no `a b" LOST "`, but 2\n");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_is_left_as_it_is),
        cmocka_unit_test(ends_of_lines_are_blanks),
        cmocka_unit_test(what_a_terminal_obeys_is_replaced),
        cmocka_unit_test(bytes_that_are_no_text_are_replaced_one_by_one),
        cmocka_unit_test(commands_to_build_servers_are_parted),
        cmocka_unit_test(a_path_begins_no_command),
        cmocka_unit_test(random_bytes_are_shown_as_text),
        cmocka_unit_test(a_line_is_printed_as_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
