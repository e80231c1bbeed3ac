/* Spaces that English binds: between a day and its month, a number and its unit, a title and its
   name. Each rule looks at the word before a space and the word behind it. */
#include "layout/paragraph/breaking.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

enum { EN_DASH = 0x2013, EM_DASH = 0x2014, ELLIPSIS = 0x2026 };

/* ---- the words that bind ---- */

static const char *const months[] = {
    "January", "February", "March",    "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Jan",   "Feb", "Mar",  "Apr",  "Jun",    "Jul",
    "Aug",     "Sep",      "Sept",     "Oct",   "Nov", "Dec",  NULL};

/* What a figure counts or is measured in. */
static const char *const units[] = {
    "million",      "billion", "trillion", "thousand", "bn",     "m",     "k",       "per",
    "percent",      "%",       "pence",    "p",        "points", "point", "working", "minutes",
    "minute",       "hours",   "hour",     "days",     "day",    "weeks", "week",    "months",
    "month",        "years",   "year",     "am",       "pm",     "a.m",   "p.m",     "noon",
    "o\u2019clock", "mm",      "cm",       "km",       "kg",     "miles", "metres",  NULL};

/* What a number or a letter names one of; also with a capital. */
static const char *const labels[] = {
    "part",   "section",        "sections",   "schedule", "article",    "chapter",     "volume",
    "figure", "table",          "page",       "pages",    "p",          "pp",          "no",
    "nos",    "paragraph",      "paragraphs", "para",     "paras",      "annex",       "appendix",
    "item",   "step",           "stage",      "phase",    "tier",       "level",       "grade",
    "band",   "year",           "quarter",    "week",     "regulation", "regulations", "clause",
    "rule",   "recommendation", "question",   "version",  "source",     "note",        "room",
    "ward",   "line",           "s",          "ss",       NULL};

static const char *const titles[] = {
    "Mr",  "Mrs",  "Ms",   "Miss", "Mx",       "Dr",      "Prof",  "Professor",
    "Sir", "Dame", "Lord", "Lady", "Baroness", "Cllr",    "Cllrs", "Councillor",
    "Rev", "Revd", "Hon",  "St",   "Messrs",   "Justice", NULL};

/* What stands behind a name and belongs to it; of a party in brackets, its first word. */
static const char *const honours[] = {
    "MP",           "MPs",    "MEP",           "QC",      "KC",   "OBE",      "CBE",
    "MBE",          "DBE",    "KBE",           "Jr",      "Sr",   "(Lab",     "(Labour",
    "(Lab/Co-op",   "(Con",   "(Conservative", "(LD",     "(Lib", "(Liberal", "(Ind",
    "(Independent", "(Green", "(UKIP",         "(Reform", "(SNP", "(Plaid",   NULL};

static const char *const liberals[] = {"Lib", "Liberal", NULL};
static const char *const democrats[] = {"Dem", "Dems", "Democrat", "Democrats", NULL};
static const char *const ordinals[] = {"st", "nd", "rd", "th", NULL};
static const char *const latin[] = {"e.g.", "i.e.", "cf.", "c.", "ca.", "viz.", NULL};

static bool is_one_of(struct str word, const char *const *list)
{
    for (; word.len && *list; list++)
        if (**list == word.at[0] && str_is(word, *list))
            return true;
    return false;
}

/* ---- the shapes of words ---- */

static bool is_capital_at(struct str word, size_t at)
{
    return at < word.len &&
           utf8proc_category((utf8proc_int32_t)utf8_next(word, &at)) == UTF8PROC_CATEGORY_LU;
}

static bool starts_with_figure(struct str word)
{
    return word.len && ascii_is_digit(word.at[0]);
}

/* Length of the first of some marks that a text has at its start, or at its end; 0 for none. */
static size_t mark_length(struct str text, const char *marks, bool at_end)
{
    if (!text.len)
        return 0;
    unsigned char byte = (unsigned char)text.at[at_end ? text.len - 1 : 0];
    if (byte < 0x80)
        return byte && strchr(marks, byte) ? 1 : 0;
    struct str list = str_from(marks);
    for (size_t at = 0, end; at < list.len; at = end) {
        end = at;
        utf8_next(list, &end);
        size_t len = end - at, from = at_end && text.len > len ? text.len - len : 0;
        if (str_equal(str_part(text, from, from + len), str_part(list, at, end)))
            return len;
    }
    return 0;
}

static bool is_small(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

/* A letter or figure, as most words begin and end with; no mark is. */
static bool is_plain(char byte)
{
    return is_small(byte) || ascii_is_digit(byte) || (byte >= 'A' && byte <= 'Z');
}

/* Without the brackets and quotation marks before it. */
static struct str without_opening(struct str word)
{
    if (word.len && is_plain(word.at[0]))
        return word;
    for (size_t len; (len = mark_length(word, "([\"'\u2018\u201C", false)) > 0;)
        word = str_part(word, len, word.len);
    return word;
}

/* Without the punctuation behind it. */
static struct str without_closing(struct str word)
{
    if (word.len && is_plain(word.at[word.len - 1]))
        return word;
    for (size_t len; (len = mark_length(word, ".,;:?!)]\"'\u2019\u201D", true)) > 0;)
        word = str_part(word, 0, word.len - len);
    return word;
}

static struct str without_stop(struct str word)
{
    return word.len > 1 && str_ends(word, ".") ? str_part(word, 0, word.len - 1) : word;
}

/* `1`, `1,250`, `16.5`, `£12`, `2018/19`; not `2018.`, which ends a sentence. */
static bool is_number(struct str word)
{
    size_t sign = mark_length(word, "$\u00A3\u20AC", false);
    word = str_part(word, sign, word.len);
    if (!starts_with_figure(word) || !ascii_is_digit(word.at[word.len - 1]))
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_digit(word.at[i]) && !strchr(".,/-", word.at[i]))
            return false;
    return true;
}

static bool is_all_figures(struct str word, size_t least, size_t most)
{
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_digit(word.at[i]))
            return false;
    return word.len >= least && word.len <= most;
}

/* `9`, `19`, `19th` */
static bool is_day(struct str word)
{
    if (word.len > 2 && is_one_of(str_part(word, word.len - 2, word.len), ordinals))
        word = str_part(word, 0, word.len - 2);
    return is_all_figures(word, 1, 2);
}

/* `J.`, `J.K.`, or `J` alone, which is neither the article nor the pronoun. */
static bool is_initial(struct str word)
{
    if (!is_capital_at(word, 0))
        return false;
    if (word.len == 1)
        return word.at[0] != 'A' && word.at[0] != 'I';
    for (size_t i = 0; i < word.len; i += 2)
        if (!is_capital_at(word, i) || i + 1 == word.len || word.at[i + 1] != '.')
            return false;
    return true;
}

/* `4`, `497A`, `B`, `IV` */
static bool is_numbering(struct str word)
{
    if (starts_with_figure(word))
        return true;
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("IVX", word.at[i]))
            return word.len == 1 && is_capital_at(word, 0);
    return word.len > 0;
}

/* ---- rules: the word before a space, and the word behind it ---- */

static bool is_date(struct str a, struct str b)
{
    if (is_day(a))
        return is_one_of(b, months);
    return is_all_figures(b, 4, 4) && is_one_of(a, months);
}

static bool is_per_cent(struct str a, struct str b)
{
    return str_is(a, "per") && str_is(b, "cent");
}

static bool is_measure(struct str a, struct str b)
{
    if (is_number(a))
        return is_one_of(b, units) || (is_all_figures(b, 3, 3) && is_all_figures(a, 1, 3));
    return is_per_cent(a, b);
}

static bool is_label(struct str a, struct str b)
{
    char lower[16];
    struct str name = without_stop(a);
    if (!is_numbering(b) || name.len == 0 || name.len > sizeof lower)
        return false;
    memcpy(lower, name.at, name.len);
    if (is_capital_at(name, 0) && (unsigned char)lower[0] < 0x80)
        lower[0] = (char)(lower[0] - 'A' + 'a');
    return is_one_of((struct str){lower, name.len}, labels);
}

static bool is_name(struct str a, struct str b)
{
    if (!is_capital_at(b, 0))
        return false;
    return is_initial(a) || is_one_of(without_stop(a), titles) ||
           (is_one_of(a, liberals) && is_one_of(b, democrats));
}

/* `Nicky Morgan MP`, `Jane Smith (Lab)` */
static bool is_honoured(struct str a, struct str b)
{
    bool may = is_capital_at(a, 0) && (b.at[0] == '(' || is_capital_at(b, 0));
    return may && is_one_of(without_closing(b), honours);
}

static bool is_shortened(struct str word)
{
    return str_ends(word, ".") && is_one_of(word, latin);
}

static bool binds(struct str before, struct str behind)
{
    struct str a = without_opening(before);
    if (a.len && is_small(a.at[0]) && is_small(behind.at[0])) /* as most: no other rule can hold */
        return is_per_cent(a, without_closing(behind)) || is_shortened(a);
    struct str b = without_closing(without_opening(behind));
    return is_date(a, b) || is_measure(a, b) || is_label(a, b) || is_name(a, b) ||
           is_honoured(a, behind) || is_shortened(a);
}

/* ---- dashes ---- */

static bool is_dash(uint32_t code_point)
{
    return code_point == EN_DASH || code_point == EM_DASH;
}

/* `–14`, `-£5`: a sign, not a dash. */
static bool is_signed(struct str word, size_t after)
{
    struct str rest = str_part(word, after, word.len);
    return starts_with_figure(rest) || str_starts(rest, "\u00A3");
}

/* A dash, a hyphen that stands for one, or an ellipsis, with nothing of a word in it. */
static bool holds_to_word_before(struct str word)
{
    size_t at = 0;
    uint32_t first = utf8_next(word, &at);
    if (first < 0x80 && is_plain((char)first))
        return false;
    if (first == ELLIPSIS || str_starts(word, "..."))
        return true;
    if (is_dash(first))
        return !is_signed(word, at);
    return str_is(word, "-") || str_is(word, "--");
}

/* Dashes inside a word hold to what stands before them, and a sign to its figure. */
static void bind_dashes(struct str word, bool *bound)
{
    for (size_t at = 0; at < word.len;) {
        size_t start = at;
        if (!is_dash(utf8_next(word, &at)))
            continue;
        if (start > 0)
            bound[start] = true;
        else if (is_signed(word, at))
            bound[at] = true;
    }
}

/* Offset of the next space at or after `at`; sets whether what stands before it is all ASCII, and
   so has no dash. */
static size_t word_end(struct str text, size_t at, bool *ascii)
{
    unsigned char bytes = 0;
    for (; at < text.len && text.at[at] != ' '; at++)
        bytes |= (unsigned char)text.at[at];
    *ascii = bytes < 0x80;
    return at;
}

void binding_find(struct str text, bool *bound)
{
    memset(bound, 0, (text.len + 1) * sizeof *bound);
    struct str before = {0};
    for (size_t at = 0, end; at < text.len; at = end + 1) {
        bool ascii;
        end = word_end(text, at, &ascii);
        struct str word = str_part(text, at, end);
        if (!ascii)
            bind_dashes(word, bound + at);
        if (word.len && at > 0)
            bound[at] = holds_to_word_before(word) || (before.len && binds(before, word));
        before = word;
    }
}
