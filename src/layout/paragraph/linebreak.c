/* Break opportunities: one pass over the text, rule by rule of UAX #14 (numbers in comments). */
#include "layout/paragraph/linebreak.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "layout/paragraph/linebreak_class.h"

#include <string.h>

/* How far into a number the text is: (PR|PO)? (OP|HY)? NU (NU|SY|IS)* (CL|CP)? (PR|PO)? */
enum number { NUMBER_NONE, NUMBER_OPEN, NUMBER_CLOSED };

/* What stands before the place that is asked about. */
struct scan {
    struct str text;
    enum linebreak_class previous; /* marks count as what they stand on */
    enum linebreak_class anchor;   /* the same, but spaces skipped */
    bool joined;                   /* the last character was a zero width joiner */
    bool opening_quote;            /* the anchor is a quotation mark that opens */
    bool figure_dash;              /* the last two characters: figure, en dash */
    enum number number;
};

/* What stands behind it. */
struct next {
    enum linebreak_class class;
    uint32_t code_point;
    size_t after; /* offset of the character after it */
};

#define CLASS(name) (UINT32_C(1) << LB_##name)

static bool is_any(enum linebreak_class class, uint32_t set)
{
    return (UINT32_C(1) << class & set) != 0;
}

static const uint32_t line_ends = CLASS(BK) | CLASS(CR) | CLASS(LF) | CLASS(NL);
static const uint32_t marks = CLASS(CM) | CLASS(ZWJ);
static const uint32_t affixes = CLASS(PR) | CLASS(PO);
static const uint32_t closers = CLASS(CL) | CLASS(CP);

/* Does a figure stand at `at`, marks left out? */
static bool figure_at(struct str text, size_t at)
{
    while (at < text.len) {
        enum linebreak_class class = linebreak_class(utf8_next(text, &at));
        if (!is_any(class, marks))
            return class == LB_NU;
    }
    return false;
}

/* LB 23 to 25, 28 to 30: inside words and numbers. */
static bool holds_word(const struct scan *scan, struct next next)
{
    enum linebreak_class a = scan->previous, b = next.class;
    if (b == LB_NU)
        return is_any(a, affixes | CLASS(OP) | CLASS(HY) | CLASS(NU) | CLASS(AL) | CLASS(IS)) ||
               scan->number == NUMBER_OPEN || a == LB_CP || scan->figure_dash;
    if (is_any(b, affixes))
        return scan->number != NUMBER_NONE || a == LB_AL;
    if (b == LB_OP)
        return is_any(a, CLASS(AL) | CLASS(NU)) ||
               (is_any(a, affixes) && figure_at(scan->text, next.after));
    if (b == LB_AL)
        return is_any(a, affixes | CLASS(NU) | CLASS(AL) | CLASS(IS) | CLASS(CP));
    return false;
}

/* LB 19 to 22: quotation marks, hyphens, dashes and ellipses. */
static bool holds_punctuation(enum linebreak_class a, enum linebreak_class b)
{
    if (a == LB_QU || b == LB_QU)
        return true;
    if (a == LB_CB || b == LB_CB)
        return false;
    return a == LB_BB || is_any(b, CLASS(BA) | CLASS(HY) | CLASS(NS) | CLASS(IN));
}

/* LB 11 to 17: what holds together even where spaces stand between. */
static bool holds_over_spaces(const struct scan *scan, enum linebreak_class b)
{
    enum linebreak_class a = scan->anchor;
    if (is_any(b, CLASS(WJ) | CLASS(CL) | CLASS(CP) | CLASS(EX) | CLASS(IS) | CLASS(SY)))
        return true;
    if (a == LB_OP)
        return true;
    if (b == LB_OP)
        return scan->opening_quote;
    return (is_any(a, closers) && b == LB_NS) || (a == LB_B2 && b == LB_B2);
}

/* LB 4 to 31 for two characters that are not marks. */
static enum line_break between(const struct scan *scan, struct next next)
{
    enum linebreak_class a = scan->previous, b = next.class;
    if (is_any(a, line_ends))
        return a == LB_CR && b == LB_LF ? BREAK_NEVER : BREAK_MANDATORY;
    if (is_any(b, line_ends | CLASS(SP) | CLASS(ZW)))
        return BREAK_NEVER;
    if (scan->anchor == LB_ZW)
        return BREAK_ALLOWED;
    if (scan->joined || a == LB_WJ || a == LB_GL || holds_over_spaces(scan, b))
        return BREAK_NEVER;
    if (b == LB_GL && !is_any(a, CLASS(SP) | CLASS(BA) | CLASS(HY)))
        return BREAK_NEVER;
    if (a == LB_SP)
        return BREAK_ALLOWED;
    if (holds_punctuation(a, b))
        return BREAK_NEVER;
    if (a == LB_CB || b == LB_CB)
        return BREAK_ALLOWED;
    return holds_word(scan, next) ? BREAK_NEVER : BREAK_ALLOWED;
}

static enum number number_after(const struct scan *scan, enum linebreak_class class)
{
    if (class == LB_NU)
        return NUMBER_OPEN;
    if (scan->number == NUMBER_OPEN && is_any(class, CLASS(SY) | CLASS(IS)))
        return NUMBER_OPEN;
    if (scan->number == NUMBER_OPEN && is_any(class, closers))
        return NUMBER_CLOSED;
    return NUMBER_NONE;
}

/* A mark that opens: one drawn so, or a straight one with nothing but an opening before it. */
static bool opens_quote(const struct scan *scan, struct next next)
{
    if (next.class != LB_QU)
        return false;
    switch (next.code_point) {
    case 0x2018:
    case 0x201C:
    case 0xAB:
    case 0x2039: return true;
    case '"':
    case '\'':
        return is_any(scan->previous, line_ends | CLASS(START) | CLASS(SP) | CLASS(OP) | CLASS(GL));
    default: return false;
    }
}

static void pass(struct scan *scan, struct next next)
{
    enum { EN_DASH = 0x2013 };
    scan->joined = false;
    scan->figure_dash = scan->previous == LB_NU && next.code_point == EN_DASH;
    scan->number = number_after(scan, next.class);
    if (next.class != LB_SP) {
        scan->opening_quote = opens_quote(scan, next);
        scan->anchor = next.class;
    }
    scan->previous = next.class;
}

/* LB 9 and 10: a mark belongs to what it stands on; with nothing to stand on it is a letter. */
static bool is_attached(const struct scan *scan, enum linebreak_class class)
{
    return is_any(class, marks) &&
           !is_any(scan->previous, line_ends | CLASS(START) | CLASS(SP) | CLASS(ZW));
}

/* LB 18 and 28: there is a break between words of letters and none in them, and they leave the scan
   as it is behind the first letter. Returns the offset behind the words that begin at `at` or
   before it, with single spaces between. */
static size_t pass_words(const struct scan *scan, size_t at, unsigned char *breaks)
{
    struct str text = scan->text;
    if (scan->previous != LB_AL || scan->joined)
        return at;
    for (; at < text.len; at++) {
        if (ascii_is_letter(text.at[at]))
            continue;
        if (text.at[at] != ' ' || at + 1 == text.len || !ascii_is_letter(text.at[at + 1]))
            break;
        breaks[++at] = BREAK_ALLOWED;
    }
    return at;
}

static void find_breaks(struct str text, unsigned char *breaks)
{
    struct scan scan = {.text = text, .previous = LB_START, .anchor = LB_START};
    memset(breaks, BREAK_NEVER, text.len);
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        struct next next = {.code_point = utf8_next(text, &at)};
        next.after = at;
        next.class = linebreak_class(next.code_point);
        bool joiner = next.class == LB_ZWJ;
        if (!is_attached(&scan, next.class)) {
            if (is_any(next.class, marks))
                next.class = LB_AL;
            if (start > 0)
                breaks[start] = (unsigned char)between(&scan, next);
            pass(&scan, next);
        }
        scan.joined = joiner;
        at = pass_words(&scan, at, breaks);
    }
    breaks[text.len] = text.len > 0 ? BREAK_MANDATORY : BREAK_NEVER;
}

/* ---- web addresses ---- */

static bool is_letter_or_figure(char byte)
{
    return ascii_is_letter(byte) || (byte >= '0' && byte <= '9');
}

/* Addresses are written in visible ASCII characters. */
static bool is_visible(char byte)
{
    return byte > ' ' && byte < 0x7F;
}

/* Between bytes i - 1 and i of an address; not behind the two slashes of "https://". */
static bool is_web_joint(struct str word, size_t i)
{
    static const char joints[] = "/?&=-_.";
    return memchr(joints, word.at[i - 1], sizeof joints - 1) && is_letter_or_figure(word.at[i]) &&
           !str_ends(str_part(word, 0, i), "//");
}

/* "files.ofsted.gov.uk/v1": a name of parts, the last of two letters or more, and a path. A figure
   such as "12.5/13.2" or an abbreviation such as "e.g./i.e." is none. */
static bool is_bare_address(struct str rest)
{
    size_t parts = 0, part = 0, letters = 0, at = 0;
    for (; at < rest.len && rest.at[at] != '/'; at++) {
        char byte = rest.at[at];
        if (byte == '.' && part) {
            parts++;
            part = letters = 0;
        } else if (is_letter_or_figure(byte) || byte == '-') {
            part++;
            letters += is_letter_or_figure(byte) && (byte < '0' || byte > '9');
        } else {
            return false;
        }
    }
    return parts && at + 1 < rest.len && letters > 1 && letters == part;
}

/* Offset where the address begins in a word: brackets and quotation marks may stand before it. */
static size_t address_start(struct str word)
{
    for (size_t i = 0; i + 4 < word.len; i++) {
        struct str rest = str_part(word, i, word.len);
        if (str_starts(rest, "http://") || str_starts(rest, "https://") ||
            str_starts(rest, "www.") || is_bare_address(rest))
            return i;
        if (is_letter_or_figure(word.at[i]))
            break;
    }
    return word.len;
}

static void break_address(struct str word, unsigned char *breaks)
{
    for (size_t i = address_start(word) + 1; i < word.len; i++)
        breaks[i] = is_web_joint(word, i) ? BREAK_IN_ADDRESS : BREAK_NEVER;
}

/* A word without a full stop or slash inside it, as most are, is no address. */
static void break_addresses(struct str text, unsigned char *breaks)
{
    for (size_t at = 0; at < text.len; at++) {
        size_t start = at;
        bool parted = false;
        for (; at < text.len && is_visible(text.at[at]); at++)
            parted = parted || (at > start && (text.at[at - 1] == '.' || text.at[at - 1] == '/'));
        if (parted)
            break_address(str_part(text, start, at), breaks + start);
    }
}

void linebreak_find(struct str text, unsigned char *breaks)
{
    find_breaks(text, breaks);
    break_addresses(text, breaks);
}
