/* Reads dates in the forms that a specification may use, and says what is wrong with other
   forms. */
#include "base/ascii.h"
#include "date/date.h"
#include "date/date_text.h"

/* ---- those forms as a regular expression ---- */

static void add_seasons(struct buf *out)
{
    for (int season = 0; season < SEASONS; season++)
        buf_addf(out, "|%s", date_seasons[season]);
}

/* A year and what may follow it. It cannot express that 29 February needs a leap year, nor that a
   financial year ends in the year after the one in which it begins. */
static struct str point_pattern(struct arena *arena)
{
    struct buf out = {.arena = arena};
    buf_addz(&out, "(?!0000)[0-9]{4}(-("
                   "(0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?"
                   "|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?"
                   "|02(-(0[1-9]|[12][0-9]))?");
    add_seasons(&out);
    buf_addz(&out, "|1[3-9]|[2-9][0-9]|[0-9]{2}-Q[1-4]))?");
    return buf_str(&out);
}

struct str date_pattern(struct arena *arena)
{
    const char *point = point_pattern(arena).at;
    return str_format(arena, "^\\s*(%s(/(%s|\\.\\.))?|\\.\\./%s)([?]~?|~[?]?)?\\s*$", point, point,
                      point);
}

/* ---- reading ---- */

/* The text as a number if it is exactly `digits` digits; -1 if not. */
static int number_of(struct str text, size_t digits)
{
    if (text.len != digits)
        return -1;
    int number = 0;
    for (size_t i = 0; i < digits; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return -1;
        number = number * 10 + (text.at[i] - '0');
    }
    return number;
}

static bool read_season(int year, struct str word, struct date_end *end)
{
    int season = season_of_word(word);
    if (season < 0 || !str_is(word, date_seasons[season]))
        return false;
    int first = month_of_season(season), last = (first + 1) % MONTHS + 1;
    int last_year = last < first ? year + 1 : year;
    *end = (struct date_end){
        .precision = DATE_SEASON,
        .first = day_from_civil(year, first, 1),
        .last = day_from_civil(last_year, last, days_in_month(last_year, last)),
    };
    return true;
}

/* The year from April to March that begins in `year`, or a quarter of it: `25`, `25-Q2`. What could
   be a month is one. */
static bool read_financial_year(int year, struct str text, struct date_end *end)
{
    enum { APRIL = 4, QUARTER = 3 };
    int next = number_of(str_part(text, 0, 2), 2);
    int quarter = text.len == 5 && str_starts(str_part(text, 2, 4), "-Q")
                      ? number_of(str_part(text, 4, 5), 1)
                      : 0;
    bool whole = text.len == 2 && next > MONTHS;
    if (next != (year + 1) % 100 || (!whole && (quarter < 1 || quarter > 4)))
        return false;
    int first = whole ? APRIL : APRIL + QUARTER * (quarter - 1);
    int last = first - 1 + (whole ? MONTHS : QUARTER), first_year = year + (first > MONTHS);
    int last_year = year + (last > MONTHS);
    first -= first > MONTHS ? MONTHS : 0;
    last -= last > MONTHS ? MONTHS : 0;
    *end = (struct date_end){
        .precision = whole ? DATE_FINANCIAL_YEAR : DATE_QUARTER,
        .first = day_from_civil(first_year, first, 1),
        .last = day_from_civil(last_year, last, days_in_month(last_year, last)),
    };
    return true;
}

static bool read_day(struct arena *arena, int year, int month, struct str text,
                     struct date_end *end, struct str *why)
{
    int number = number_of(text, 2);
    if (number < 0)
        return false;
    int days = days_in_month(year, month);
    if (number < 1 || number > days) {
        *why = str_format(arena, "%s %d has %d days", date_months[month - 1].name, year, days);
        return false;
    }
    day only = day_from_civil(year, month, number);
    *end = (struct date_end){.precision = DATE_DAY, .first = only, .last = only};
    return true;
}

/* What follows the year and its hyphen: a month, a month and a day, a season, or the year after it.
 */
static bool read_within_year(struct arena *arena, int year, struct str text, struct date_end *end,
                             struct str *why)
{
    int month = number_of(str_part(text, 0, 2), 2);
    bool has_day = text.len == 5 && text.at[2] == '-';
    if (read_financial_year(year, text, end))
        return true;
    if (month < 0 || (text.len != 2 && !has_day))
        return read_season(year, text, end);
    if (has_day && month == (year + 1) % 100 && ascii_lower(text.at[3]) == 'q') {
        *why = STR("a financial year has four quarters, Q1 to Q4");
        return false;
    }
    if (month < 1 || month > MONTHS) {
        *why = str_format(arena, "there is no month %d", month);
        return false;
    }
    if (has_day)
        return read_day(arena, year, month, str_part(text, 3, 5), end, why);
    *end = (struct date_end){
        .precision = DATE_MONTH,
        .first = day_from_civil(year, month, 1),
        .last = day_from_civil(year, month, days_in_month(year, month)),
    };
    return true;
}

static bool read_point(struct arena *arena, struct str text, struct date_end *end, struct str *why)
{
    int year = number_of(str_part(text, 0, 4), 4);
    if (year < 0)
        return false;
    if (year == 0) {
        *why = STR("there is no year 0");
        return false;
    }
    if (text.len > 4)
        return text.at[4] == '-' &&
               read_within_year(arena, year, str_part(text, 5, text.len), end, why);
    *end = (struct date_end){
        .precision = DATE_YEAR,
        .first = day_from_civil(year, 1, 1),
        .last = day_from_civil(year, 12, 31),
    };
    return true;
}

/* Takes `?` and `~` off the end; each may stand once. */
static struct str take_marks(struct str text, struct date *date)
{
    for (; text.len > 0; text.len--) {
        char last = text.at[text.len - 1];
        if (last == '?' && !date->inferred)
            date->inferred = true;
        else if (last == '~' && !date->approximate)
            date->approximate = true;
        else
            break;
    }
    return text;
}

static bool read_interval(struct arena *arena, struct str from, struct str to, struct date *date,
                          struct str *why)
{
    bool open_start = str_is(from, ".."), open_end = str_is(to, "..");
    if (open_start && open_end) {
        *why = STR("a period needs a start or an end");
        return false;
    }
    if (!open_start && !read_point(arena, from, &date->start, why))
        return false;
    if (!open_end && !read_point(arena, to, &date->end, why))
        return false;
    if (open_start)
        date->start.first = date->start.last = DAY_OPEN_START;
    if (open_end)
        date->end.first = date->end.last = DAY_OPEN_END;
    if (date->end.last < date->start.first) {
        *why = STR("the end lies before the start");
        return false;
    }
    date->precision = DATE_INTERVAL;
    date->first = date->start.first;
    date->last = date->end.last;
    return true;
}

bool date_parse_strict(struct arena *arena, struct str text, struct date *date, struct str *why)
{
    *date = (struct date){0};
    *why = STR_NONE;
    struct date read = {0};
    text = take_marks(text, &read);
    size_t slash = str_find(text, '/', 0);
    if (slash < text.len) {
        struct str from = str_part(text, 0, slash), to = str_part(text, slash + 1, text.len);
        if (!read_interval(arena, from, to, &read, why))
            return false;
    } else {
        struct date_end point;
        if (!read_point(arena, text, &point, why))
            return false;
        read.precision = point.precision;
        read.first = point.first;
        read.last = point.last;
    }
    *date = read;
    return true;
}

bool date_parse(struct arena *arena, struct str text, struct date *date, struct str *why,
                struct str *instead)
{
    *instead = STR_NONE;
    text = str_trim(text);
    if (date_parse_strict(arena, text, date, why))
        return true;
    bool sure;
    struct str guess = date_guess(arena, text, &sure), why_not_guess;
    struct date meant;
    if (guess.at && date_parse_strict(arena, guess, &meant, &why_not_guess))
        *instead = guess;
    else if (guess.at && !why->at)
        *why = why_not_guess;
    if (!why->at)
        *why = STR("dates are written with the year first, such as 2018-01-19, 2018-01 or 2018");
    return false;
}
