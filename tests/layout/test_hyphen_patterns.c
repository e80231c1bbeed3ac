/* Liang's patterns against libhyphen, with the package hyphen-en-gb where it is installed. */
#include "support/cmocka.h"

#include "layout/paragraph/hyphen.h"

#include <hyphen.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char patterns_path[] = "/usr/share/hyphen/hyph_en_GB.dic";

enum { LONGEST = HYPHEN_LONGEST_WORD, EACH_SIDE = 3 };

static void assert_found(const char *dictionary, const char *text, const char *expected)
{
    struct arena *arena = arena_new();
    struct hyphen_patterns *patterns = hyphen_patterns_new(arena, str_from(dictionary));
    assert_non_null(patterns);
    struct str word = str_from(text);
    unsigned char values[LONGEST];
    hyphen_patterns_find(patterns, word, values);
    assert_int_equal(word.len, strlen(expected));
    for (size_t i = 0; i < word.len; i++)
        assert_int_equal(values[i], expected[i] - '0');
    arena_free(arena);
}

static void the_greatest_number_counts(void **state)
{
    (void)state;
    assert_found("UTF-8\nh1e\n1en2\nhe4n\n", "hhen", "0014");
    assert_found("UTF-8\nh1e\nh3e\nh2e\n", "he", "03");
}

static void a_full_stop_is_the_end_of_the_word(void **state)
{
    (void)state;
    assert_found("UTF-8\n.a1b\nb3a.\n", "ababa", "01003");
    assert_found("UTF-8\n.5a.\n", "a", "5");
    assert_found("UTF-8\n.5a.\n", "aa", "00");
}

static void options_and_comments_are_no_patterns(void **state)
{
    (void)state;
    assert_found("UTF-8\r\nLEFTHYPHENMIN 2\n% a1b\na1b/a=b,1,1\n\na3c\r\n", "abac", "0003");
    assert_found("UTF-8\n#a1b\na5b/=,1,1 \n  b3a \t\n\n\na2c", "abac", "0032");
}

static void letters_may_take_more_than_a_byte(void **state)
{
    (void)state;
    assert_found("UTF-8\n\u00E91a\na1\u00E9\n", "a\u00E9a", "0101");
}

static void other_files_hold_no_patterns(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_null(hyphen_patterns_new(arena, STR("ISO8859-1\na1b\n")));
    assert_null(hyphen_patterns_new(arena, STR("")));
    arena_free(arena);
}

/* ---- libhyphen ---- */

static uint64_t find_theirs(HyphenDict *dictionary, struct str word)
{
    char marks[LONGEST + 5];
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL;
    assert_int_equal(hnj_hyphen_hyphenate2(dictionary, word.at, (int)word.len, marks, NULL,
                                           &replacements, &positions, &cuts),
                     0);
    assert_null(replacements);
    uint64_t points = 0;
    for (size_t i = EACH_SIDE; i + EACH_SIDE <= word.len; i++)
        points |= (uint64_t)(marks[i - 1] & 1) << i;
    return points;
}

static unsigned next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*seed >> 33);
}

/* A word from the letters of some patterns in a row, so that many patterns hold for it. */
static struct str make_word(struct str file, uint64_t *seed, char *bytes)
{
    size_t len = 0, wanted = 6 + next_random(seed) % 14;
    for (size_t at = next_random(seed) % (file.len - 200); len < wanted; at++)
        if (file.at[at] >= 'a' && file.at[at] <= 'z')
            bytes[len++] = file.at[at];
        else if (file.at[at] == '\n' && next_random(seed) % 2)
            at = next_random(seed) % (file.len - 200);
    return (struct str){bytes, len};
}

static struct str read_all(struct arena *arena, const char *path)
{
    static const size_t room = 1 << 20;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = arena_alloc(arena, room);
    struct str text = {bytes, fread(bytes, 1, room, file)};
    fclose(file);
    return text;
}

static void words_divide_as_libhyphen_divides_them(void **state)
{
    (void)state;
    if (access(patterns_path, R_OK) != 0)
        skip();
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    struct hyphens *ours = hyphens_new(arena, &diags, patterns_path);
    HyphenDict *theirs = hnj_hyphen_load(patterns_path);
    struct str file = read_all(arena, patterns_path);
    uint64_t seed = 1;
    size_t found = 0;
    for (int i = 0; i < 50000; i++) {
        char bytes[LONGEST];
        struct str word = make_word(file, &seed, bytes);
        uint64_t points = hyphens_find(ours, word);
        assert_int_equal(points, find_theirs(theirs, word));
        found += points != 0;
    }
    assert_true(found > 30000);
    hnj_hyphen_free(theirs);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_greatest_number_counts),
        cmocka_unit_test(a_full_stop_is_the_end_of_the_word),
        cmocka_unit_test(options_and_comments_are_no_patterns),
        cmocka_unit_test(letters_may_take_more_than_a_byte),
        cmocka_unit_test(other_files_hold_no_patterns),
        cmocka_unit_test(words_divide_as_libhyphen_divides_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
