/* Break opportunities: cases from the field, and Unicode's own test file where it is installed. */
#include "support/cmocka.h"

#include "base/utf8.h"
#include "layout/paragraph/breaking.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* `|` where a line may end, `||` where it must, `~` where it may between two parts of a web
   address; the text itself has none. */
static const char *const cases[] = {
    /* spaces */
    "one |two", "one  |two", "one ", " |one", "one\t|two",
    /* no-break characters */
    "12\u00A0March |2018", "12 |\u00A0March", "Mrs\u202FSmith", "non\u2011stop", "a\u2060b",
    "a \u2060b", "one\uFEFFtwo",
    /* zero width space, soft hyphen */
    "one\u200B|two", "one\u200B |two", "safe\u00AD|guarding",
    /* lines that must end */
    "one\n||two", "one\r\n||two", "one\r||two", "one\u2028||two", "one \n||two", "one\n||\n||two",
    "one\xC2\x85||two",
    /* hyphens and dashes */
    "decision-|making", "follow-|up |visit", "COVID-19", "0-25", "-5 |to |+3", "post\u2010|16",
    "2018\u2013|March", "2013\u201316", "2013\u20132016", "\u2013|14 |points", "was |\u2013 |said",
    "was |\u2014 |said", "then|\u2014\u2014", "one|\u2014|two", "\u22125%",
    /* slashes */
    "and/|or", "24/7", "2018/19", "n/|a", "1/2 |of",
    /* brackets */
    "(see |below)", "f(x)", "see |(page |4)", "report(s)", "( one )", "[2]", "word[2]", "(a)|(b)",
    "one |(2018)", "(2018)b", "a] |b", "{a}", "(\u201Cquoted\u201D)",
    /* quotation marks */
    "the |\u2018inadequate\u2019 |grade", "\u201CWell |done,\u201D |she |said", "children\u2019s",
    "\"quoted\" |(aside)", "\u201Cquoted\u201D |(aside)", "\u201C (aside)", "\"a |b\"", "it's",
    /* punctuation */
    "one, |two", "wait!", "what ?", "one; |two: |three.", "a.b", "e.g. |this", "wait...", "Yes !",
    "on\u2026 |and", "one |\u2026", "5\u2026",
    /* numbers and what belongs to them */
    "\u00A31,234.56", "\u00A35m", "50%", "50 |%", "\u20AC(500)", "$-5", "(12.5)%", "No.5", ".5",
    "4.5:1", "20\u00B0C", "5\u2030", "3,000 |children", "A4", "4A", "Q1", "100%|(a)", "1,5|\u2014",
    /* marks stand with their letter */
    "cafe\u0301 |bar", "e\u0301e\u0301", "a\u0301-|b", "\u0301a", " |\u0301a", "1\u03012",
    "a\u200Db", "a\u200D\u2014",
    /* web addresses */
    "https://www.gov.uk/~a_b?c=1&d/~e", "www.ofsted.gov.uk.", "(http://a/~b).",
    "see |www.b.c, |d", "http://a/~2018~-19", "https://a/%20b", "\u201Chttps://a/~b\u201D",
    "a.b/|c", "xhttp://|a.b", "https://a.b\n||c", "https://a~-b|\u2014|c",
    "files.ofsted.gov.uk/~v1/~50004248", "x~-y.org/~a~-1", "12.5/13.2", "e.g./|i.e.",
    /* nothing at all */
    "", "a", " "};

static struct str without_bars(const char *marked, char *out)
{
    size_t len = 0;
    for (; *marked; marked++)
        if (!strchr("|~", *marked))
            out[len++] = *marked;
    return (struct str){out, len};
}

/* The text with its breaks marked as above, but for the one at the end. */
static void mark_breaks(struct str text, char *out)
{
    static const char *const marks[] = {[BREAK_NEVER] = "",
                                        [BREAK_ALLOWED] = "|",
                                        [BREAK_IN_ADDRESS] = "~",
                                        [BREAK_MANDATORY] = "||"};
    unsigned char *breaks = calloc(text.len + 1, sizeof *breaks);
    assert_non_null(breaks);
    linebreak_find(text, breaks);
    for (size_t i = 0; i < text.len; i++) {
        for (const char *mark = marks[breaks[i]]; *mark; mark++)
            *out++ = *mark;
        *out++ = text.at[i];
    }
    *out = '\0';
    assert_int_equal(breaks[text.len], text.len ? BREAK_MANDATORY : BREAK_NEVER);
    free(breaks);
}

static void breaks_are_where_english_wants_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char plain[128], found[256];
        mark_breaks(without_bars(cases[i], plain), found);
        assert_string_equal(found, cases[i]);
    }
}

static void a_long_text_of_brackets_is_read_once(void **state)
{
    (void)state;
    enum { LENGTH = 400000 };
    char *bytes = malloc(LENGTH);
    unsigned char *breaks = malloc((LENGTH + 1) * sizeof *breaks);
    assert_non_null(bytes);
    assert_non_null(breaks);
    for (size_t i = 0; i < LENGTH; i++)
        bytes[i] = i % 2 ? ' ' : '(';
    linebreak_find((struct str){bytes, LENGTH}, breaks);
    for (size_t i = 0; i < LENGTH; i++)
        assert_int_equal(breaks[i], BREAK_NEVER);
    free(breaks);
    free(bytes);
}

/* ---- Unicode's LineBreakTest.txt ---- */

enum { LONGEST_CASE = 64 };

struct unicode_case {
    uint32_t code_points[LONGEST_CASE];
    bool may_break[LONGEST_CASE]; /* before that code point */
    size_t count;
};

static bool is_claimed(uint32_t c)
{
    return c < 0x250 || (c >= 0x300 && c <= 0x36F) || (c >= 0x2000 && c <= 0x20FF) || c == 0xFEFF ||
           c == 0xFFFC;
}

/* "× 0023 ÷ 2014 ÷ # ..."; false when the line is a comment or has what we do not claim. */
static bool read_case(const char *line, struct unicode_case *read)
{
    static const char divide[] = "\u00F7";
    read->count = 0;
    for (;;) {
        bool may_break = strncmp(line, divide, 2) == 0;
        if (line[0] == '#' || line[0] == '\0')
            return false;
        line += 2;
        char *end;
        unsigned long code_point = strtoul(line, &end, 16);
        if (end == line)
            return read->count > 0;
        if (!is_claimed((uint32_t)code_point) || read->count == LONGEST_CASE)
            return false;
        read->may_break[read->count] = may_break;
        read->code_points[read->count++] = (uint32_t)code_point;
        line = end + (*end == ' ');
    }
}

static bool is_quote(uint32_t c)
{
    return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) ||
           c == 0x2039 || c == 0x203A || c == 0x275B;
}

static bool is_figure(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_separator(uint32_t c)
{
    return c == '.' || c == ',' || c == ':' || c == ';' || c == 0x2044;
}

static bool is_opening(uint32_t c)
{
    return c == '(' || c == '[' || c == '{' || c == 0xA1 || c == 0xBF || c == 0x201A ||
           c == 0x201E || c == 0x2045 || c == 0x207D || c == 0x208D;
}

/* Where linebreak.h says that we go beyond the rules. */
static bool is_tailored(const struct unicode_case *read)
{
    uint32_t last = 0; /* marks left out */
    bool after_quote = false;
    for (size_t i = 0; i < read->count; i++) {
        uint32_t c = read->code_points[i];
        if (c >= 0x300 && c <= 0x36F)
            continue;
        if ((is_figure(c) && (is_separator(last) || last == 0x2013)) || (c == '/' && last == '/') ||
            (after_quote && is_opening(c)))
            return true;
        after_quote = is_quote(c) || (after_quote && c == ' ');
        last = c;
    }
    return false;
}

static void compare_case(const struct unicode_case *read)
{
    char bytes[LONGEST_CASE * 4];
    size_t starts[LONGEST_CASE], len = 0;
    for (size_t i = 0; i < read->count; i++) {
        starts[i] = len;
        len += utf8_put(read->code_points[i], bytes + len);
    }
    unsigned char breaks[LONGEST_CASE * 4 + 1];
    linebreak_find((struct str){bytes, len}, breaks);
    for (size_t i = 0; i < read->count; i++)
        if ((breaks[starts[i]] != BREAK_NEVER) != read->may_break[i])
            fail_msg("before character %zu of %zu (U+%04X, then U+%04X)", i, read->count,
                     i ? (unsigned)read->code_points[i - 1] : 0, (unsigned)read->code_points[i]);
}

/* Other versions of Unicode have other rules. */
static FILE *open_unicode_test(void)
{
    FILE *file = fopen("/usr/share/unicode/auxiliary/LineBreakTest.txt", "r");
    char line[64] = "";
    if (file && fgets(line, sizeof line, file) && strstr(line, "LineBreakTest-15.0.0.txt"))
        return file;
    if (file)
        fclose(file);
    return NULL;
}

static void breaks_are_those_of_unicode(void **state)
{
    (void)state;
    FILE *file = open_unicode_test();
    if (!file)
        skip();
    size_t compared = 0;
    char line[4096];
    struct unicode_case read;
    while (fgets(line, sizeof line, file))
        if (read_case(line, &read) && !is_tailored(&read)) {
            compare_case(&read);
            compared++;
        }
    fclose(file);
    print_message("%zu cases of LineBreakTest.txt\n", compared);
    assert_true(compared > 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_are_where_english_wants_them),
        cmocka_unit_test(a_long_text_of_brackets_is_read_once),
        cmocka_unit_test(breaks_are_those_of_unicode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
