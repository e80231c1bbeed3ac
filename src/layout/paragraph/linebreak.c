/* Where lines may end: classes of characters, and the rules between them. */
#include "layout/paragraph/breaking.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* ---- classes by code point, from LineBreak.txt of Unicode 15.0 ---- */

/* Those that are told apart here. */
enum linebreak_class {
    LB_START, /* before the first character; no character has it */
    LB_AL,    /* letters and everything not named below */
    LB_B2,    /* em dash */
    LB_BA,    /* break after: hyphens, en dash, soft hyphen, typographic spaces */
    LB_BB,    /* break before: accents that stand alone */
    LB_BK,    /* line and paragraph separators */
    LB_CB,    /* objects */
    LB_CL,    /* closing punctuation */
    LB_CM,    /* combining marks and controls */
    LB_CP,    /* closing brackets */
    LB_CR,
    LB_EX, /* exclamation and question marks */
    LB_GL, /* glue: no-break space and hyphen */
    LB_HY, /* hyphen-minus */
    LB_IN, /* ellipsis */
    LB_IS, /* full stop, comma, colon, semicolon */
    LB_LF,
    LB_NL,
    LB_NS, /* may not start a line */
    LB_NU, /* figures */
    LB_OP, /* opening punctuation */
    LB_PO, /* behind numbers: per cent, degree */
    LB_PR, /* before numbers: pound, plus */
    LB_QU, /* quotation marks */
    LB_SP,
    LB_SY, /* slash */
    LB_WJ, /* word joiner */
    LB_ZW, /* zero width space */
    LB_ZWJ
};

struct class_range {
    uint32_t first, last;
    enum linebreak_class class;
};

/* Sorted; what stands in no range is LB_AL. */
static const struct class_range ranges[] = {
    {0x0000, 0x0008, LB_CM}, {0x0009, 0x0009, LB_BA}, {0x000A, 0x000A, LB_LF},
    {0x000B, 0x000C, LB_BK}, {0x000D, 0x000D, LB_CR}, {0x000E, 0x001F, LB_CM},
    {0x0020, 0x0020, LB_SP}, {0x0021, 0x0021, LB_EX}, {0x0022, 0x0022, LB_QU},
    {0x0024, 0x0024, LB_PR}, {0x0025, 0x0025, LB_PO}, {0x0027, 0x0027, LB_QU},
    {0x0028, 0x0028, LB_OP}, {0x0029, 0x0029, LB_CP}, {0x002B, 0x002B, LB_PR},
    {0x002C, 0x002C, LB_IS}, {0x002D, 0x002D, LB_HY}, {0x002E, 0x002E, LB_IS},
    {0x002F, 0x002F, LB_SY}, {0x0030, 0x0039, LB_NU}, {0x003A, 0x003B, LB_IS},
    {0x003F, 0x003F, LB_EX}, {0x005B, 0x005B, LB_OP}, {0x005C, 0x005C, LB_PR},
    {0x005D, 0x005D, LB_CP}, {0x007B, 0x007B, LB_OP}, {0x007C, 0x007C, LB_BA},
    {0x007D, 0x007D, LB_CL}, {0x007F, 0x0084, LB_CM}, {0x0085, 0x0085, LB_NL},
    {0x0086, 0x009F, LB_CM}, {0x00A0, 0x00A0, LB_GL}, {0x00A1, 0x00A1, LB_OP},
    {0x00A2, 0x00A2, LB_PO}, {0x00A3, 0x00A5, LB_PR}, {0x00AB, 0x00AB, LB_QU},
    {0x00AD, 0x00AD, LB_BA}, {0x00B0, 0x00B0, LB_PO}, {0x00B1, 0x00B1, LB_PR},
    {0x00B4, 0x00B4, LB_BB}, {0x00BB, 0x00BB, LB_QU}, {0x00BF, 0x00BF, LB_OP},
    {0x02C8, 0x02C8, LB_BB}, {0x02CC, 0x02CC, LB_BB}, {0x02DF, 0x02DF, LB_BB},
    {0x0300, 0x034E, LB_CM}, {0x034F, 0x034F, LB_GL}, {0x0350, 0x035B, LB_CM},
    {0x035C, 0x0362, LB_GL}, {0x0363, 0x036F, LB_CM}, {0x1680, 0x1680, LB_BA},
    {0x1AB0, 0x1ACE, LB_CM}, {0x1DC0, 0x1DCC, LB_CM}, {0x1DCD, 0x1DCD, LB_GL},
    {0x1DCE, 0x1DFB, LB_CM}, {0x1DFC, 0x1DFC, LB_GL}, {0x1DFD, 0x1DFF, LB_CM},
    {0x2000, 0x2006, LB_BA}, {0x2007, 0x2007, LB_GL}, {0x2008, 0x200A, LB_BA},
    {0x200B, 0x200B, LB_ZW}, {0x200C, 0x200C, LB_CM}, {0x200D, 0x200D, LB_ZWJ},
    {0x200E, 0x200F, LB_CM}, {0x2010, 0x2010, LB_BA}, {0x2011, 0x2011, LB_GL},
    {0x2012, 0x2013, LB_BA}, {0x2014, 0x2014, LB_B2}, {0x2018, 0x2019, LB_QU},
    {0x201A, 0x201A, LB_OP}, {0x201B, 0x201D, LB_QU}, {0x201E, 0x201E, LB_OP},
    {0x201F, 0x201F, LB_QU}, {0x2024, 0x2026, LB_IN}, {0x2027, 0x2027, LB_BA},
    {0x2028, 0x2029, LB_BK}, {0x202A, 0x202E, LB_CM}, {0x202F, 0x202F, LB_GL},
    {0x2030, 0x2037, LB_PO}, {0x2039, 0x203A, LB_QU}, {0x203C, 0x203D, LB_NS},
    {0x2044, 0x2044, LB_IS}, {0x2045, 0x2045, LB_OP}, {0x2046, 0x2046, LB_CL},
    {0x2047, 0x2049, LB_NS}, {0x2056, 0x2056, LB_BA}, {0x2057, 0x2057, LB_PO},
    {0x2058, 0x205B, LB_BA}, {0x205D, 0x205F, LB_BA}, {0x2060, 0x2060, LB_WJ},
    {0x2066, 0x206F, LB_CM}, {0x207D, 0x207D, LB_OP}, {0x207E, 0x207E, LB_CL},
    {0x208D, 0x208D, LB_OP}, {0x208E, 0x208E, LB_CL}, {0x20A0, 0x20A6, LB_PR},
    {0x20A7, 0x20A7, LB_PO}, {0x20A8, 0x20B5, LB_PR}, {0x20B6, 0x20B6, LB_PO},
    {0x20B7, 0x20BA, LB_PR}, {0x20BB, 0x20BB, LB_PO}, {0x20BC, 0x20BD, LB_PR},
    {0x20BE, 0x20BE, LB_PO}, {0x20BF, 0x20BF, LB_PR}, {0x20C0, 0x20C0, LB_PO},
    {0x20C1, 0x20CF, LB_PR}, {0x20D0, 0x20F0, LB_CM}, {0x2103, 0x2103, LB_PO},
    {0x2109, 0x2109, LB_PO}, {0x2116, 0x2116, LB_PR}, {0x2212, 0x2213, LB_PR},
    {0x22EF, 0x22EF, LB_IN}, {0x2308, 0x2308, LB_OP}, {0x2309, 0x2309, LB_CL},
    {0x230A, 0x230A, LB_OP}, {0x230B, 0x230B, LB_CL}, {0x27E6, 0x27E6, LB_OP},
    {0x27E7, 0x27E7, LB_CL}, {0x27E8, 0x27E8, LB_OP}, {0x27E9, 0x27E9, LB_CL},
    {0x27EA, 0x27EA, LB_OP}, {0x27EB, 0x27EB, LB_CL}, {0x27EC, 0x27EC, LB_OP},
    {0x27ED, 0x27ED, LB_CL}, {0x27EE, 0x27EE, LB_OP}, {0x27EF, 0x27EF, LB_CL},
    {0x2E3A, 0x2E3B, LB_B2}, {0xFE00, 0xFE0F, LB_CM}, {0xFE20, 0xFE2F, LB_CM},
    {0xFEFF, 0xFEFF, LB_WJ}, {0xFFF9, 0xFFFB, LB_CM}, {0xFFFC, 0xFFFC, LB_CB},
};

static enum linebreak_class linebreak_class(uint32_t code_point)
{
    uint32_t small = code_point | ('a' ^ 'A');
    if (small >= 'a' && small <= 'z') /* as most are */
        return LB_AL;
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code_point > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < sizeof ranges / sizeof *ranges && code_point >= ranges[low].first;
    return found ? ranges[low].class : LB_AL;
}

/* ---- the state of the scan ---- */

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

/* What follows it. */
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

/* An opening quotation mark: one of that shape, or a straight one with nothing but opening marks
   before it. */
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
    return ascii_is_letter(byte) || ascii_is_digit(byte);
}

/* Addresses are written in visible ASCII characters. */
static bool is_visible(char byte)
{
    return byte > ' ' && byte < 0x7F;
}

/* Between bytes i - 1 and i of an address: behind a slash, but not the two of "https://", or before
   a hyphen, so that nobody takes it for one that was added. Nowhere else: a full stop at the end of
   a line would end a sentence. */
static bool is_web_joint(struct str word, size_t i)
{
    bool behind_slash = word.at[i - 1] == '/' && is_letter_or_figure(word.at[i]) &&
                        !str_ends(str_part(word, 0, i), "//");
    return behind_slash || (word.at[i] == '-' && is_letter_or_figure(word.at[i - 1]));
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
