/* Numbers that texts name, in words and in figures. */
#include "support/cmocka.h"

#include "base/number_words.h"

static const struct {
    const char *text;
    int64_t first, second; /* thousandths; -1: there is none */
} named[] = {
    {"twenty-one children", 21000, -1},
    {"1,200 of 1,393", 1200000, 1393000},
    {"a dozen, two of them new", 12000, 2000},
    {"one hundred and four", 104000, -1},
    {"two and a half years", 2500, -1},
    {"three and three quarters", 3750, -1},
    {"half a dozen", 6000, -1},
    {"three million four hundred thousand and one", 3400001000, -1},
    {"1.2 million", 1200000000, -1},
    {"\xC2\xA3"
     "11.49m",
     11490000000, -1},
    {"two and three", 2000, 3000},
    {"the twenty-first visit", 21000, -1},
    {"a third consecutive rating", 3000, -1},
    {"a third of them", 333, -1},
    {"down by a third", 333, -1},
    {"zero", 0, -1},
    {"fifteen hundred", 1500000, -1},
    {"12,5", 12000, 5000},
    {"a council of its own", -1, -1},
    {"someone", -1, -1},
    {"", -1, -1},
};

static void numbers_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        struct str text = str_from(named[i].text);
        struct named_number number;
        size_t at = 0;
        bool any = number_words_next(text, &at, &number);
        assert_int_equal(any ? number.thousandths : -1, named[i].first);
        any = any && number_words_next(text, &at, &number);
        assert_int_equal(any ? number.thousandths : -1, named[i].second);
    }
}

static void what_is_rough_or_weak_says_so(void **state)
{
    (void)state;
    struct named_number number;
    size_t at = 0;
    assert_true(number_words_next(STR("nearly 1,400"), &at, &number));
    assert_true(number.rough && !number.weak);
    at = 0;
    assert_true(number_words_next(STR("in 2023"), &at, &number));
    assert_true(number.weak);
    at = 0;
    assert_true(number_words_next(STR("two thirds"), &at, &number));
    assert_true(number.fraction);
    assert_int_equal(number.thousandths, 666);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read),
        cmocka_unit_test(what_is_rough_or_weak_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
