/* Tests of amounts of money as officers type them. */
#include "support/cmocka.h"

#include "brief/work/standing_work.h"

static void assert_reads(const char *text, const char *pounds)
{
    struct arena *arena = arena_new();
    struct decimal read;
    bool known = money_read(arena, str_from(text), &read);
    if (known != (pounds != NULL) || (known && !str_is(read.text, pounds)))
        fail_msg("`%s` should be %s pounds", text, pounds ? pounds : "no amount of");
    arena_free(arena);
}

static void amounts_are_read_as_they_are_typed(void **state)
{
    (void)state;
    assert_reads("£12,500", "12500");
    assert_reads("£ 12,500", "12500");
    assert_reads(" 12500 ", "12500");
    assert_reads("£1.2m", "1200000");
    assert_reads("£1.2 million", "1200000");
    assert_reads("12.5k", "12500");
    assert_reads("£1,234,567.89", "1234567.89");
    assert_reads("£0.50", "0.50");
}

/* A slip of the pen is no amount, least of all one a hundred times as large. */
static void slips_are_no_amounts(void **state)
{
    (void)state;
    assert_reads("£1,23m", NULL);
    assert_reads("£1,2345", NULL);
    assert_reads("£1234,567", NULL);
    assert_reads("£12,500,00", NULL);
    assert_reads("£12,500,", NULL);
    assert_reads("£,500", NULL);
    assert_reads("£12.", NULL);
}

static void words_are_no_amounts(void **state)
{
    (void)state;
    assert_reads("", NULL);
    assert_reads("£", NULL);
    assert_reads("TBC", NULL);
    assert_reads("about £5k", NULL);
    assert_reads("£500 per week", NULL);
    assert_reads("£5k to £6k", NULL);
    assert_reads("-5", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_are_read_as_they_are_typed),
        cmocka_unit_test(slips_are_no_amounts),
        cmocka_unit_test(words_are_no_amounts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
