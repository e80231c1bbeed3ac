/* Hyphenation with the patterns of the package hyphen-en-gb, where it is installed. */
#include "layout/layout_codes.h"
#include "support/cmocka.h"

#include "layout/paragraph/hyphen.h"

#include <string.h>
#include <unistd.h>

static const char patterns_path[] = "/usr/share/hyphen/hyph_en_GB.dic";

struct fixture {
    struct arena *arena;
    struct diags diags;
    struct hyphens *hyphens;
};

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    diags_init(&fixture->diags, fixture->arena);
    fixture->hyphens = access(patterns_path, R_OK) == 0
                           ? hyphens_new(fixture->arena, &fixture->diags, patterns_path)
                           : NULL;
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    return 0;
}

/* The word with a hyphen at each point. */
static struct str hyphenated(struct fixture *fixture, const char *text)
{
    struct str word = str_from(text);
    uint64_t points = hyphens_find(fixture->hyphens, word);
    struct buf out = {.arena = fixture->arena};
    for (size_t i = 0; i < word.len; i++) {
        if (i < 64 && points >> i & 1)
            buf_byte(&out, '-');
        buf_byte(&out, word.at[i]);
    }
    assert_true(word.len >= 64 || points >> word.len == 0);
    return buf_str(&out);
}

static void assert_hyphenated(struct fixture *fixture, const char *word, const char *expected)
{
    assert_string_equal(str_z(fixture->arena, hyphenated(fixture, word)), expected);
}

static void words_divide_where_english_does(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->hyphens)
        skip();
    assert_hyphenated(fixture, "government", "gov-ern-ment");
    assert_hyphenated(fixture, "safeguarding", "safe-guard-ing");
    assert_hyphenated(fixture, "leadership", "lead-er-ship");
}

static void a_capital_at_the_start_changes_nothing(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->hyphens)
        skip();
    assert_hyphenated(fixture, "Government", "Gov-ern-ment");
}

static void three_letters_stay_on_each_side(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->hyphens)
        skip();
    static const char *const words[] = {"again",     "inadequate", "especially", "authority",
                                        "education", "oversight",  "ability"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str text = hyphenated(fixture, words[i]);
        assert_true(str_find(text, '-', 0) >= 3);
        assert_true(str_find(str_part(text, text.len - 3, text.len), '-', 0) == 3);
    }
}

static void what_is_not_a_word_stays_whole(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->hyphens)
        skip();
    static const char *const words[] = {"",           "a",
                                        "OFSTED",     "McDonaldson",
                                        "2018",       "ILACS2018",
                                        "gov.uk",     "decision-making",
                                        "children's", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_hyphenated(fixture, words[i], words[i]);
}

static void points_never_divide_a_character(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->hyphens)
        skip();
    struct str text = hyphenated(fixture, "\u00E9v\u00E9nementielles");
    for (size_t i = 0; i + 1 < text.len; i++)
        if (text.at[i] == '-')
            assert_true(((unsigned char)text.at[i + 1] & 0xC0) != 0x80);
}

static void a_word_of_any_length_is_safe(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->hyphens)
        skip();
    char word[129];
    for (size_t len = 1; len < sizeof word; len++) {
        memset(word, 0, sizeof word);
        for (size_t i = 0; i < len; i++)
            word[i] = "government"[i % 10];
        struct str text = hyphenated(fixture, word);
        if (len > 64)
            assert_int_equal(text.len, len);
    }
}

/* Three parts of words in a row, some of their letters another: hardly two numbers give the same.
 */
static struct str made_up_word(unsigned number, char bytes[16])
{
    static const char *const parts[] = {"gov", "ern", "ment", "safe", "guard", "ing", "lead", "er"};
    bytes[0] = '\0';
    for (size_t i = 0; i < 3; i++, number /= 8)
        strcat(bytes, parts[number % 8]);
    for (char *at = bytes; number; number /= 2, at++)
        if (number & 1)
            *at = 'o';
    return str_from(bytes);
}

/* More words than are remembered, each asked for when it is new, known, and forgotten again. */
static void a_word_is_hyphenated_alike_remembered_or_not(void **state)
{
    struct fixture *fixture = *state;
    if (!fixture->hyphens)
        skip();
    enum { WORDS = 512 * 32 };
    uint64_t *first = ARENA_ARRAY(fixture->arena, uint64_t, WORDS), different = 0;
    char bytes[16];
    for (unsigned i = 0; i < WORDS; i++) {
        first[i] = hyphens_find(fixture->hyphens, made_up_word(i, bytes));
        assert_int_equal(hyphens_find(fixture->hyphens, made_up_word(i, bytes)), first[i]);
        different |= first[i];
    }
    for (unsigned i = 0; i < WORDS; i++)
        assert_int_equal(hyphens_find(fixture->hyphens, made_up_word(i, bytes)), first[i]);
    assert_true(different);
    struct hyphens *fresh = hyphens_new(fixture->arena, &fixture->diags, patterns_path);
    for (unsigned i = WORDS; i-- > 0;)
        assert_int_equal(hyphens_find(fresh, made_up_word(i, bytes)), first[i]);
}

static void missing_patterns_are_a_warning(void **state)
{
    struct fixture *fixture = *state;
    assert_null(hyphens_new(fixture->arena, &fixture->diags, "/nonexistent/hyph.dic"));
    assert_null(hyphens_new(fixture->arena, &fixture->diags, "/dev/null/hyph.dic"));
    assert_int_equal(fixture->diags.errors, 0);
    assert_int_equal(fixture->diags.items.count, 2);
    assert_ptr_equal(fixture->diags.items.items[0].code, &W511);
}

static void assert_refused(struct fixture *fixture, const char *path)
{
    size_t failures = fixture->diags.failures;
    assert_null(hyphens_new(fixture->arena, &fixture->diags, path));
    assert_int_equal(fixture->diags.failures, failures + 1);
    assert_ptr_equal(fixture->diags.items.items[fixture->diags.items.count - 1].code, &E551);
}

/* A folder, a device, what holds other things, and what opens and cannot be read. */
static void patterns_that_cannot_be_read_are_a_failure(void **state)
{
    struct fixture *fixture = *state;
    assert_refused(fixture, "/");
    assert_refused(fixture, "/dev/null");
    assert_refused(fixture, "tests/layout/test_hyphen.c");
    assert_refused(fixture, "/proc/self/mem");
    assert_int_equal(fixture->diags.warnings, 0);
}

/* Also in a run in which warnings count as errors: then too it is the machine that failed. */
static void no_strictness_changes_that(void **state)
{
    struct fixture *fixture = *state;
    static const struct strictness strict = {.allowed = {false}};
    fixture->diags.strict = &strict;
    assert_refused(fixture, "/");
    assert_int_equal(fixture->diags.items.items[0].severity, SEVERITY_FAILURE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_divide_where_english_does, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_capital_at_the_start_changes_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(three_letters_stay_on_each_side, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_not_a_word_stays_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(points_never_divide_a_character, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_word_of_any_length_is_safe, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_word_is_hyphenated_alike_remembered_or_not, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(missing_patterns_are_a_warning, set_up, tear_down),
        cmocka_unit_test_setup_teardown(patterns_that_cannot_be_read_are_a_failure, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(no_strictness_changes_that, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
