/* Cells as published tables hold them: words for what is not given, each with its reason;
   numbers such as `£214,873`, `19.400000000000002` and `909.0`; days such as `08/10/2025`. */
#include "brief/tables/cells/cells.h"

#include "base/ascii.h"
#include "base/unseen.h"
#include "date/date.h"

/* ---- what is not given ---- */

/* None of these is nought, and what each means is worth telling: figures that are held back are not
   figures that nobody has. The symbols of official statistics (Government Analysis Function, and
   before it the Department for Education), what programs write for nothing, and what people type.
 */
static const struct {
    const char *word, *reason;
} missing_words[] = {
    {"c", "not published: too few children"},
    {"x", "not available"},
    {"z", "not applicable"},
    {"u", "not published: not reliable enough"},
    {"low", "not published: rounds to nought, and is not nought"},
    {"k", "not published: rounds to nought, and is not nought"},
    {"m", "not returned"},
    {":", "not available"},
    {".", "not applicable"},
    {"..", "not available"},
    {"...", "not available"},
    {"-", "not given"},
    {"--", "not given"},
    {"\u2013", "not given"},
    {"\u2014", "not given"},
    {"*", "not published: too few children"},
    {"**", "not published: too few children"},
    {"nan", "not given"},
    {"na", "not given"},
    {"n/a", "not applicable"},
    {"null", "not given"},
    {"none", "not given"},
    {"supp", "not published: too few children"},
    {"suppressed", "not published: too few children"},
    {"confidential", "not published: too few children"},
    {"not available", "not available"},
    {"not applicable", "not applicable"},
    {"not known", "not known"},
    {"unknown", "not known"},
    {"not recorded", "not recorded"},
    {"not collected", "not collected"},
    {"not published", "not published"},
    {"not returned", "not returned"},
    {"tbc", "not known yet"},
    {"tba", "not known yet"},
    {"to be confirmed", "not known yet"},
    {"01/01/1900", "not given"},
    {"1900-01-01", "not given"},
    {"00/01/1900", "not given"},
};

static bool is_same(struct str text, struct str word)
{
    if (text.len != word.len)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (ascii_lower(text.at[i]) != ascii_lower(word.at[i]))
            return false;
    return true;
}

/* `[c]` and `(c)` are `c`. */
static struct str without_brackets(struct str text)
{
    bool bracketed = text.len > 2 && ((str_starts(text, "[") && str_ends(text, "]")) ||
                                      (str_starts(text, "(") && str_ends(text, ")")));
    return bracketed ? str_trim(str_part(text, 1, text.len - 1)) : text;
}

struct str cell_missing(const struct mapping *mapping, struct str text)
{
    text = unseen_trim(text);
    const struct node *own = mapping->missing;
    for (size_t i = 0; own && i < own->count; i++)
        if (is_same(text, str_trim(own->pairs[i].key)))
            return str_trim(own->pairs[i].value->text);
    text = without_brackets(text);
    for (size_t i = 0; i < sizeof missing_words / sizeof *missing_words; i++)
        if (is_same(text, str_from(missing_words[i].word)))
            return str_from(missing_words[i].reason);
    return STR_NONE;
}

/* What a spreadsheet writes where a formula of its own fails, or a column is too narrow. */
bool cell_failed(struct str text)
{
    static const char *const faults[] = {"#N/A",   "#REF!",   "#VALUE!", "#DIV/0!",
                                         "#NAME?", "#NULL!",  "#NUM!",   "#SPILL!",
                                         "#CALC!", "#FIELD!", "#BUSY!"};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (str_is(text, faults[i]))
            return true;
    size_t signs = 0;
    while (signs < text.len && text.at[signs] == '#')
        signs++;
    return signs == text.len && signs > 2;
}

/* ---- numbers ---- */

enum {
    EXACT = 10 /* decimals that arithmetic in a computer gets right, with digits to spare */
};

static size_t digits_end(struct str text, size_t at)
{
    while (at < text.len && ascii_is_digit(text.at[at]))
        at++;
    return at;
}

static struct str without_signs(struct str text)
{
    static const char *const before[] = {"\u00A3", "\u20AC"};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (str_starts(text, before[i]))
            text = str_trim(str_part(text, strlen(before[i]), text.len));
    if (str_ends(text, "%"))
        text = str_trim(str_part(text, 0, text.len - 1));
    return text;
}

/* The digits before the point, without commas or spaces between thousands; 0 when they are not
   grouped by three, so that `1,2` stays a fault. */
static size_t add_whole(struct buf *out, struct str text, size_t at)
{
    size_t end = digits_end(text, at), first = end - at;
    buf_add(out, str_part(text, at, end));
    bool grouped = first >= 1 && first <= 3;
    while (grouped && end < text.len && (text.at[end] == ',' || text.at[end] == ' ')) {
        size_t next = digits_end(text, end + 1);
        if (next != end + 4)
            return 0;
        buf_add(out, str_part(text, end + 1, next));
        end = next;
    }
    return first ? end : 0;
}

/* Adds one to the last digit of a number, and carries. */
static void add_one_to(struct buf *number, size_t start)
{
    for (size_t i = number->len; i > start; i--) {
        if (number->at[i - 1] == '.')
            continue;
        if (number->at[i - 1] != '9') {
            number->at[i - 1]++;
            return;
        }
        number->at[i - 1] = '0';
    }
    buf_byte(number, '0');
    memmove(number->at + start + 1, number->at + start, number->len - start - 1);
    number->at[start] = '1';
}

/* Decimals beyond those that are exact are rounded away, with the noughts that this leaves. */
static void add_decimals(struct buf *out, struct str decimals, size_t start, bool whole)
{
    bool noisy = decimals.len > EXACT;
    struct str kept = str_part(decimals, 0, EXACT);
    size_t before = out->len;
    buf_byte(out, '.');
    buf_add(out, kept);
    if (noisy && decimals.at[EXACT] >= '5')
        add_one_to(out, start);
    bool nought = true;
    for (size_t i = before; i < out->len; i++)
        nought = nought && (out->at[i] == '.' || out->at[i] == '0');
    while ((noisy || (whole && nought)) && out->at[out->len - 1] == '0' && out->len > before)
        out->len--;
    if (out->at[out->len - 1] == '.')
        out->len--;
}

struct str cell_number(struct arena *arena, struct str text, bool whole)
{
    struct str plain = without_signs(unseen_trim(unseen_plain(arena, text)));
    bool minus = str_starts(plain, "-") || str_starts(plain, "\u2212");
    struct buf out = {.arena = arena};
    if (minus)
        plain = str_part(plain, plain.at[0] == '-' ? 1 : strlen("\u2212"), plain.len);
    plain = without_signs(plain);
    buf_addz(&out, minus ? "-" : "");
    size_t start = out.len, end = add_whole(&out, plain, 0);
    if (!end)
        return text;
    if (end < plain.len && plain.at[end] == '.' && digits_end(plain, end + 1) > end + 1) {
        size_t decimals = digits_end(plain, end + 1);
        add_decimals(&out, str_part(plain, end + 1, decimals), start, whole);
        end = decimals;
    }
    return end == plain.len ? buf_str(&out) : text;
}

/* ---- days ---- */

/* Numbers with one sign between them. */
struct numbers {
    struct str at[3];
    size_t count;
};

static bool is_strict(struct arena *arena, struct str text, struct str *why)
{
    struct date date;
    struct str instead;
    return date_parse(arena, text, &date, why, &instead);
}

/* False when there is anything else in the text. */
static bool cut(struct str text, struct numbers *numbers)
{
    *numbers = (struct numbers){.count = 0};
    for (size_t at = 0;;) {
        size_t end = at;
        while (end < text.len && ascii_is_digit(text.at[end]))
            end++;
        if (end == at || end - at > 4 || numbers->count == 3)
            return false;
        numbers->at[numbers->count++] = str_part(text, at, end);
        if (end == text.len)
            return true;
        if (!strchr("/.-", text.at[end]))
            return false;
        at = end + 1;
    }
}

static int value(struct str digits)
{
    int number = 0;
    for (size_t i = 0; i < digits.len; i++)
        number = number * 10 + (digits.at[i] - '0');
    return number;
}

/* Of two digits: from 1970 to 2069. */
static int full_year(struct str digits)
{
    int year = value(digits);
    return digits.len > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

/* Three numbers in the order of the form; the year may stand first in any, with four digits. */
static bool read_numbers(struct arena *arena, enum date_form form, struct numbers numbers,
                         struct str *iso, struct str *why)
{
    const struct str *at = numbers.at;
    if (at[0].len == 4) {
        *iso = str_format(arena, "%04d-%02d-%02d", value(at[0]), value(at[1]), value(at[2]));
        return is_strict(arena, *iso, why);
    }
    bool short_or_full = at[2].len == 2 || at[2].len == 4;
    if (form == DATES_YEAR_FIRST || at[0].len > 2 || at[1].len > 2 || !short_or_full)
        return false;
    int first = value(at[0]), second = value(at[1]);
    int month = form == DATES_DAY_FIRST ? second : first;
    int number = form == DATES_DAY_FIRST ? first : second;
    if (month < 1 || month > 12) {
        *why = str_format(arena, "there is no month %d, and the mapping says `%s`", month,
                          form == DATES_DAY_FIRST ? "day/month/year" : "month/day/year");
        return false;
    }
    *iso = str_format(arena, "%04d-%02d-%02d", full_year(at[2]), month, number);
    return is_strict(arena, *iso, why);
}

/* `07/2022` */
static bool read_month(struct arena *arena, struct numbers numbers, struct str *iso,
                       struct str *why)
{
    if (numbers.at[0].len > 2 || numbers.at[1].len != 4)
        return false;
    *iso = str_format(arena, "%04d-%02d", value(numbers.at[1]), value(numbers.at[0]));
    return is_strict(arena, *iso, why);
}

/* `Jul-22` with its century, which a spreadsheet leaves out; else the text itself. */
static struct str with_century(struct arena *arena, struct str text)
{
    size_t at = 0;
    while (at < text.len && ascii_is_letter(text.at[at]))
        at++;
    bool month = at >= 3 && at + 3 == text.len && strchr("-/ ", text.at[at]) &&
                 ascii_is_digit(text.at[at + 1]) && ascii_is_digit(text.at[at + 2]);
    if (!month)
        return text;
    return str_format(arena, STR_FMT " %d", STR_ARG(str_part(text, 0, at)),
                      full_year(str_part(text, at + 1, text.len)));
}

/* With the name of a month there is one way to read it. */
static bool read_named(struct arena *arena, struct str text, struct str *iso)
{
    bool named = false;
    for (size_t i = 0; i < text.len; i++)
        named = named || ascii_is_letter(text.at[i]);
    struct date date;
    struct str why, instead;
    if (!named || date_parse(arena, with_century(arena, text), &date, &why, &instead) ||
        !instead.at)
        return false;
    *iso = instead;
    return true;
}

/* A time of day that a spreadsheet writes with each day. */
static struct str without_midnight(struct str text)
{
    static const char *const ends[] = {" 00:00:00", " 00:00", " 0:00", "T00:00:00", "T00:00:00Z"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(text, ends[i]))
            return str_part(text, 0, text.len - strlen(ends[i]));
    return text;
}

bool cell_date(struct arena *arena, enum date_form form, struct str text, struct str *iso,
               struct str *why, struct str *instead)
{
    struct date date;
    text = without_midnight(unseen_trim(unseen_plain(arena, text)));
    *iso = text;
    if (date_parse(arena, text, &date, why, instead))
        return true;
    if (form == DATES_YEAR_FIRST)
        return false;
    struct numbers numbers;
    bool cut_well = cut(text, &numbers);
    if (cut_well && numbers.count == 3 && numbers.at[0].len < 4)
        *instead = STR_NONE; /* what it says is clear, and cannot be */
    if (cut_well && numbers.count == 3)
        return read_numbers(arena, form, numbers, iso, why);
    if (cut_well && numbers.count == 2)
        return read_month(arena, numbers, iso, why);
    if (read_named(arena, text, iso))
        return true;
    if (!cut_well && !(text.len > 4 && text.at[4] == '-'))
        *why = str_format(arena, "the mapping says that this table writes days as `%s`",
                          form == DATES_DAY_FIRST ? "day/month/year" : "month/day/year");
    return false;
}
