/* What English keeps together, and what only looks like it. */
#include "support/cmocka.h"

#include "layout/paragraph/breaking.h"

#include <stdlib.h>
#include <string.h>

/* `~` is a space that binds; `^` stands before a byte that holds to the one before it. */
static const char *const cases[] = {
    /* dates and times */
    "on 19~January~2018, the", "9th~March", "(13~May)", "in October~2013.", "in 2013 May",
    "31~days", "31 doors", "March 5", "January, 2018", "199 May", "at 2~pm", "1~Sept~2014; then",
    /* numbers and what they count */
    "\u00A312~million over", "\u20AC1.5~bn", "70~working days", "12~per~cent", "four per~cent",
    "25~000 and", "3 reports", "2018. Weeks", "16.5~km", "in 2018 the",
    /* labels */
    "Part~1 of", "section~497A", "(see page~4)", "Appendix~B.", "pp.~12", "Part~IV", "No.~10",
    "Part of", "a page turned", "section The", "Year~6",
    /* names */
    "J.~K.~Rowling", "J~K~Rowling", "Mr~Smith", "Dr.~Jones", "Cllr~\u00C9va", "Mr and Mrs~Smith",
    "A council", "I Know", "St~Albans", "Nicky Morgan~MP.", "Smith~(Lab),", "Smith~(Lib~Dem)",
    "he (Lab)", "Smith (left)", "plan (Con)",
    /* abbreviations */
    "for e.g.~this", "(i.e.~that)", "c.~1990", "etc. The",
    /* dashes, signs and ellipses */
    "was~\u2013 said", "was~\u2014 said", "one^\u2014two", "one~- two", "from \u2013^14 points",
    "from \u2212"
    "14",
    "wait~\u2026 and", "wait~... and",
    "2013^\u2013"
    "16",
    "\u2013 one", "-5 to", "safe-guard",
    /* nothing */
    "", "a", " a", "a "};

/* The text without marks, and which bytes hold to the one before them. */
static struct str read_case(const char *marked, char *text, bool *bound)
{
    size_t len = 0;
    bool holds = false;
    for (; *marked; marked++) {
        if (*marked == '^') {
            holds = true;
            continue;
        }
        bound[len] = holds;
        holds = *marked == '~';
        text[len++] = holds ? ' ' : *marked;
    }
    bound[len] = false;
    return (struct str){text, len};
}

static void english_binds_what_belongs_together(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char bytes[64];
        bool expected[64], found[64];
        struct str text = read_case(cases[i], bytes, expected);
        memset(found, true, sizeof found);
        binding_find(text, found);
        for (size_t at = 0; at <= text.len; at++)
            if (found[at] != expected[at])
                fail_msg("`%s`: byte %zu is %s", cases[i], at, found[at] ? "bound" : "free");
    }
}

static void a_long_text_of_brackets_is_survived(void **state)
{
    (void)state;
    enum { LENGTH = 100000 };
    char *bytes = malloc(LENGTH);
    bool *bound = malloc((LENGTH + 1) * sizeof *bound);
    assert_non_null(bytes);
    assert_non_null(bound);
    memset(bytes, '(', LENGTH);
    binding_find((struct str){bytes, LENGTH}, bound);
    memset(bytes, '.', LENGTH);
    bytes[LENGTH / 2] = ' ';
    binding_find((struct str){bytes, LENGTH}, bound);
    assert_true(bound[LENGTH / 2 + 1]);
    free(bound);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_binds_what_belongs_together),
        cmocka_unit_test(a_long_text_of_brackets_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
