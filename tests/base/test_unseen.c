/* Characters that cannot be seen: found, named, left out. */
#include "support/cmocka.h"

#include "base/unseen.h"

static void assert_named(const char *text, const char *label, size_t at)
{
    struct arena *arena = arena_new();
    struct unseen found;
    assert_true(unseen_find(str_from(text), 0, UNSEEN_ANY, &found));
    assert_string_equal(str_z(arena, unseen_label(arena, &found)), label);
    assert_int_equal(found.at, at);
    arena_free(arena);
}

static void each_has_its_plain_name(void **state)
{
    (void)state;
    assert_named("ten\u00a0homes", "a no-break space (U+00A0)", 3);
    assert_named("every\u200bchild", "a zero-width space (U+200B)", 5);
    assert_named("case\u00adload", "a soft hyphen (U+00AD)", 4);
    assert_named("\ufeffOne", "a byte order mark (U+FEFF)", 0);
    assert_named("a\u2028b", "a line separator (U+2028)", 1);
    assert_named("a\u202eb", "a right-to-left override (U+202E)", 1);
    assert_named("\uf0b7 One", "a sign of Word's own, such as its bullet (U+F0B7)", 0);
    assert_named("\ufffds", "a mark where a character was lost (U+FFFD)", 0);
    assert_named("ok\U000e0041", "a hidden tag character (U+E0041)", 2);
    assert_named("n\ufe0f", "a variation selector (U+FE0F)", 1);
}

static void what_is_seen_is_not_among_them(void **state)
{
    (void)state;
    struct unseen found;
    const char *const seen[] = {"",
                                "caf\u00e9 \u2013 \u201cyes\u201d",
                                "\u0175yn",
                                "b\u0301",
                                "\u0646\u0645\u06cc\u200c\u062e",
                                "\u2010\u2011\u2022",
                                "\u2764\ufe0f"};
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
        assert_false(unseen_find(str_from(seen[i]), 0, UNSEEN_ANY, &found));
    assert_false(unseen_find(STR("ten\u00a0homes"), 0, UNSEEN_NOTHING | UNSEEN_LINE, &found));
    assert_true(unseen_find(STR("a\u200cb"), 0, UNSEEN_NOTHING, &found));
}

static void a_text_is_cleaned(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct str plain = STR("ten homes");
    assert_ptr_equal(unseen_clean(arena, plain).at, plain.at);
    assert_true(
        str_is(unseen_clean(arena, STR("\u200bte\u00adn\u200b\u200b homes\ufe0f")), "ten homes"));
    assert_true(str_is(unseen_clean(arena, STR("\u200b")), ""));
    assert_true(str_is(unseen_clean(arena, STR("a\u00a0b\ufffd")), "a\u00a0b\ufffd"));
    assert_true(str_is(unseen_clean(arena, STR("one\u2028two")), "one two"));
    arena_free(arena);
}

static void blanks_alone_are_blank(void **state)
{
    (void)state;
    assert_true(unseen_is_blank(STR("")));
    assert_true(unseen_is_blank(STR(" \u00a0\u200b\u3000\t\n")));
    assert_false(unseen_is_blank(STR("\u00a0x")));
    assert_false(unseen_is_blank(STR("\ufffd")));
}

static void texts_are_trimmed_and_made_plain(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_true(str_is(unseen_trim(STR("\u00a0 a\u00a0b\ufeff\n")), "a\u00a0b"));
    assert_int_equal(unseen_trim(STR("\u200b \u00a0")).len, 0);
    assert_true(str_is(unseen_plain(arena, STR("E1\u200b0\u00a0x\u2028y")), "E10 x y"));
    struct str plain = STR("plain text");
    assert_ptr_equal(unseen_plain(arena, plain).at, plain.at);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_has_its_plain_name),
        cmocka_unit_test(what_is_seen_is_not_among_them),
        cmocka_unit_test(a_text_is_cleaned),
        cmocka_unit_test(blanks_alone_are_blank),
        cmocka_unit_test(texts_are_trimmed_and_made_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
