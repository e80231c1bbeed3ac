/* Guesses what was meant by a date in a form that specifications do not use: "19 January 2018",
   "19/01/2018", "13-24 November 2017", "by March 2016". Only for hints: no value is ever read this
   way. */
#include "base/ascii.h"
#include "date/date.h"

#include "date/date_text.h"

enum { MAX_PARTS = 12 };

/* A number or a word, and what separates it from the one before. */
struct part {
    struct str text;
    bool is_number;
    bool dash, long_dash, space;
};

struct parts {
    struct part at[MAX_PARTS];
    size_t count;
};

/* One date as far as it was given; 0 is "not given". */
struct loose {
    int year, month, day;
    const char *season;
    bool unsure; /* it could be read otherwise: 03/04/2024, 11-03-24 */
};

/* What the words and marks around the dates mean. */
struct sense {
    bool inferred, approximate, by, from;
    bool unsure; /* a word of the text is not in the guess: "late", "by" */
};

static size_t run_end(struct str text, size_t start, bool (*belongs)(char))
{
    while (start < text.len && belongs(text.at[start]))
        start++;
    return start;
}

/* Notes a separator in `next` and returns its length in bytes. */
static size_t skip_separator(struct str text, size_t at, struct part *next, struct sense *sense)
{
    struct str rest = str_part(text, at, text.len);
    if (str_starts(rest, "\xE2\x80\x93") || str_starts(rest, "\xE2\x80\x94")) {
        next->long_dash = true;
        return 3;
    }
    next->dash |= rest.at[0] == '-';
    next->space |= rest.at[0] == ' ';
    sense->inferred |= rest.at[0] == '?';
    sense->approximate |= rest.at[0] == '~';
    return 1;
}

static bool is_any_of(struct str word, const char *const *words)
{
    for (; *words; words++)
        if (word_is(word, *words))
            return true;
    return false;
}

/* Is it a word that does not help to tell which date is meant? */
static bool is_filler(const struct part *part, bool after_number)
{
    static const char *const fillers[] = {"of", "the", "in", "on", "between", NULL};
    static const char *const endings[] = {"st", "nd", "rd", "th", NULL};
    if (after_number && !part->space && is_any_of(part->text, endings))
        return true;
    return is_any_of(part->text, fillers) || is_weekday_word(part->text);
}

static bool takes_sense(struct str word, struct sense *sense)
{
    static const char *const about[] = {"about",         "around", "circa", "c",
                                        "approximately", "approx", NULL};
    static const char *const part[] = {"early", "mid", "late", NULL};
    static const char *const from[] = {"from", "since", NULL};
    bool approximate = is_any_of(word, about), of_part = is_any_of(word, part);
    bool by = word_is(word, "by"), open_end = is_any_of(word, from);
    sense->approximate |= approximate || of_part;
    sense->by |= by;
    sense->from |= open_end;
    sense->unsure |= of_part || by || open_end;
    return approximate || of_part || by || open_end;
}

/* Cuts the text into its numbers and words; false when there are too many to be a date. */
static bool cut(struct str text, struct parts *parts, struct sense *sense)
{
    struct part next = {0};
    bool after_number = false;
    for (size_t at = 0; at < text.len;) {
        next.is_number = ascii_is_digit(text.at[at]);
        if (!next.is_number && !ascii_is_letter(text.at[at])) {
            at += skip_separator(text, at, &next, sense);
            continue;
        }
        size_t end = run_end(text, at, next.is_number ? ascii_is_digit : ascii_is_letter);
        next.text = str_part(text, at, end);
        at = end;
        if (!next.is_number && (is_filler(&next, after_number) || takes_sense(next.text, sense)))
            continue;
        if (parts->count == MAX_PARTS)
            return false;
        parts->at[parts->count++] = next;
        after_number = next.is_number;
        next = (struct part){0};
    }
    return parts->count > 0;
}

static int value(struct str digits)
{
    int number = 0;
    for (size_t i = 0; i < digits.len && i < 8; i++)
        number = number * 10 + (digits.at[i] - '0');
    return number;
}

/* The numbers of a date that are not clearly a year, in their order. */
struct numbers {
    int at[3];
    size_t count;
    bool year_last;
};

static bool take_number(struct str digits, struct loose *loose, struct numbers *numbers)
{
    int number = value(digits);
    if (digits.len == 8 && !loose->year) {
        loose->year = number / 10000;
        loose->month = number / 100 % 100;
        loose->day = number % 100;
        return true;
    }
    if (digits.len == 4 && !loose->year) {
        loose->year = number;
        numbers->year_last = numbers->count > 0;
        return true;
    }
    if (digits.len > 2 || numbers->count == 3)
        return false;
    numbers->at[numbers->count++] = number;
    return true;
}

static bool take_word(struct str word, struct loose *loose)
{
    int month = month_of_word(word), season = season_of_word(word);
    if (loose->month || loose->season)
        return false;
    if (month > 0)
        loose->month = month;
    else if (season >= 0)
        loose->season = date_seasons[season];
    return month > 0 || season >= 0;
}

static int full_year(int two_digits)
{
    enum { LAST_OF_THIS_CENTURY = 69 };
    return two_digits + (two_digits <= LAST_OF_THIS_CENTURY ? 2000 : 1900);
}

/* Day before month, as in Britain, unless only the other order makes a date. */
static void set_day_and_month(struct loose *loose, int first, int second)
{
    bool american = second > MONTHS && first <= MONTHS;
    loose->day = american ? second : first;
    loose->month = american ? first : second;
}

/* Takes the numbers as day, month and year by their order; false when they do not fit. */
static bool settle(struct loose *loose, struct numbers numbers)
{
    size_t count = numbers.count;
    if (count == 0)
        return true;
    if (!loose->year && count > 1) {
        loose->year = full_year(numbers.at[--count]);
        loose->unsure = true;
    }
    if (loose->season || count > 2 || numbers.at[0] == 0 || (count == 2 && numbers.at[1] == 0))
        return false;
    if (loose->month || !loose->year) {
        loose->day = numbers.at[0];
        return count == 1;
    }
    if (count == 1)
        loose->month = numbers.at[0];
    else if (numbers.year_last || numbers.count == 3) {
        set_day_and_month(loose, numbers.at[0], numbers.at[1]);
        loose->unsure |= numbers.at[0] != numbers.at[1] && loose->day <= MONTHS;
    } else
        set_day_and_month(loose, numbers.at[1], numbers.at[0]);
    return true;
}

static bool read_loosely(const struct part *parts, size_t count, struct loose *loose)
{
    struct numbers numbers = {.count = 0};
    *loose = (struct loose){0};
    for (size_t i = 0; i < count; i++) {
        bool taken = parts[i].is_number ? take_number(parts[i].text, loose, &numbers)
                                        : take_word(parts[i].text, loose);
        if (!taken)
            return false;
    }
    return count > 0 && settle(loose, numbers);
}

static bool joins(const struct part *part)
{
    static const char *const joining[] = {"to", "until", "till", "and", NULL};
    return !part->is_number && is_any_of(part->text, joining);
}

/* Does a dash before parts[i] stand between two dates, and not inside one? */
static bool dash_divides(const struct parts *parts, size_t i)
{
    const struct part *before = &parts->at[i - 1], *part = &parts->at[i];
    if (part->long_dash || (part->dash && part->space))
        return true;
    if (!part->dash || before->is_number != part->is_number)
        return false;
    if (!part->is_number || (before->text.len == 4 && part->text.len == 4))
        return true;
    for (size_t k = 0; k < parts->count; k++)
        if (!parts->at[k].is_number)
            return true;
    return false;
}

/* Where the second date begins, and in `*first_end` where the first ends; 0 when there is only
   one. */
static size_t find_second(const struct parts *parts, size_t *first_end)
{
    for (size_t i = 1; i < parts->count; i++) {
        *first_end = i;
        if (joins(&parts->at[i]))
            return i + 1;
        if (dash_divides(parts, i))
            return i;
    }
    *first_end = parts->count;
    return 0;
}

static void add_loose(struct buf *out, const struct loose *loose)
{
    buf_addf(out, "%04d", loose->year);
    if (loose->season)
        buf_addf(out, "-%s", loose->season);
    if (loose->month)
        buf_addf(out, "-%02d", loose->month);
    if (loose->day)
        buf_addf(out, "-%02d", loose->day);
}

/* "2018/19" is the financial year from April to March, and so is "2018-2019". */
static bool is_financial_year(const struct part *first, const struct part *second, int *year)
{
    *year = value(first->text);
    size_t digits = second->text.len;
    bool numbers = first->is_number && second->is_number && first->text.len == 4;
    return numbers && ((digits == 2 && value(second->text) == (*year + 1) % 100) ||
                       (digits == 4 && second->dash && value(second->text) == *year + 1));
}

/* Which quarter a word names: "Q2", "q2"; 0: none. */
static int quarter_of_parts(const struct part *letter, const struct part *number)
{
    int quarter = number->is_number && number->text.len == 1 ? value(number->text) : 0;
    return word_is(letter->text, "q") && !number->space && quarter <= 4 ? quarter : 0;
}

/* "2018/19", "Q2 2018-19", "2018-19 Q2". What could be a month is told as a span of them. */
static bool add_financial_year(struct buf *out, const struct parts *parts, struct sense *sense)
{
    const struct part *at = parts->at;
    int year, quarter = 0;
    if (parts->count == 4)
        quarter = quarter_of_parts(&at[2], &at[3]) ? quarter_of_parts(&at[2], &at[3])
                                                   : quarter_of_parts(&at[0], &at[1]);
    bool last = quarter && quarter_of_parts(&at[0], &at[1]);
    if ((parts->count != 2 && !quarter) ||
        !is_financial_year(&at[last ? 2 : 0], &at[last ? 3 : 1], &year))
        return false;
    int next = (year + 1) % 100;
    sense->unsure |= !quarter && (next <= MONTHS || at[1].text.len == 4);
    if (quarter)
        buf_addf(out, "%04d-%02d-Q%d", year, next, quarter);
    else if (next > MONTHS)
        buf_addf(out, "%04d-%02d", year, next);
    else
        buf_addf(out, "%04d-04/%04d-03", year, year + 1);
    return true;
}

static bool add_two(struct buf *out, const struct parts *parts, size_t first_end, size_t second,
                    struct sense *sense)
{
    struct loose from, to;
    if (!read_loosely(parts->at, first_end, &from) ||
        !read_loosely(parts->at + second, parts->count - second, &to) || !to.year)
        return false;
    if (!from.year)
        from.year = to.year;
    if (from.day && !from.month)
        from.month = to.month;
    bool two_days = word_is(parts->at[first_end].text, "and"); /* or a span, with "between" */
    sense->unsure |= from.unsure || to.unsure || two_days;
    add_loose(out, &from);
    buf_byte(out, '/');
    add_loose(out, &to);
    return true;
}

static bool add_one(struct buf *out, const struct parts *parts, struct sense *sense)
{
    struct loose loose;
    if (!read_loosely(parts->at, parts->count, &loose) || !loose.year)
        return false;
    sense->unsure |= loose.unsure;
    buf_addz(out, sense->by ? "../" : "");
    add_loose(out, &loose);
    buf_addz(out, sense->from ? "/.." : "");
    return true;
}

/* ---- what spreadsheets write ---- */

static size_t digits_at(struct str text, size_t at)
{
    return run_end(text, at, ascii_is_digit) - at;
}

/* Where a time of day begins at the end of a text: ` 00:00`, `T09:30:00Z`, ` 12:00:00 AM`. */
static size_t time_start(struct str text)
{
    size_t colon = str_find(text, ':', 0);
    if (colon == text.len || colon < 2 || digits_at(text, colon + 1) != 2)
        return text.len;
    size_t start = colon;
    while (start > 0 && ascii_is_digit(text.at[start - 1]) && colon - start < 2)
        start--;
    bool apart =
        start > 1 && start < colon &&
        (text.at[start - 1] == ' ' || text.at[start - 1] == 'T' || text.at[start - 1] == ',');
    for (size_t i = colon; i < text.len; i++)
        apart = apart && (ascii_is_digit(text.at[i]) || strchr(":. AMPampmZ+", text.at[i]));
    return apart ? start - 1 : text.len;
}

/* A serial number of a spreadsheet: days since 30 December 1899. Only for the years 1990 to
   2049. */
static bool add_serial(struct buf *out, struct str text)
{
    enum { FIRST = 32874, LAST = 54788, DIGITS = 5 };
    size_t digits = digits_at(text, 0);
    bool whole = digits == text.len ||
                 (text.at[digits] == '.' && digits + 1 + digits_at(text, digits + 1) == text.len);
    int serial = value(str_part(text, 0, digits));
    if (digits != DIGITS || !whole || serial < FIRST || serial > LAST)
        return false;
    struct civil date = civil_from_day(day_from_civil(1899, 12, 30) + serial);
    buf_addf(out, "%04d-%02d-%02d", (int)date.year, date.month, date.day);
    return true;
}

struct str date_guess(struct arena *arena, struct str text, bool *sure)
{
    struct parts parts = {.count = 0};
    struct sense sense = {0};
    struct buf out = {.arena = arena};
    *sure = false;
    if (add_serial(&out, text))
        return buf_str(&out);
    if (!cut(str_part(text, 0, time_start(text)), &parts, &sense))
        return STR_NONE;
    size_t first_end, second = find_second(&parts, &first_end);
    bool guessed =
        add_financial_year(&out, &parts, &sense) ||
        (second ? add_two(&out, &parts, first_end, second, &sense) : add_one(&out, &parts, &sense));
    if (!guessed)
        return STR_NONE;
    if (sense.inferred)
        buf_byte(&out, '?');
    if (sense.approximate)
        buf_byte(&out, '~');
    *sure = !sense.unsure;
    return buf_str(&out);
}

bool date_reads_one_way(struct arena *arena, struct str text)
{
    bool sure;
    return date_guess(arena, str_trim(text), &sure).at && sure;
}
