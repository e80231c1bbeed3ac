/* Dates as they are printed, and the names of months, seasons and weekdays. */
#include "date/date_text.h"

#include "base/ascii.h"
#include "date/date.h"

/* ---- the names of months, seasons and days of the week ---- */

const struct month_name date_months[MONTHS] = {
    {"January", "Jan"},   {"February", "Feb"}, {"March", "Mar"},    {"April", "Apr"},
    {"May", "May"},       {"June", "Jun"},     {"July", "Jul"},     {"August", "Aug"},
    {"September", "Sep"}, {"October", "Oct"},  {"November", "Nov"}, {"December", "Dec"},
};

const char *const date_seasons[SEASONS] = {"spring", "summer", "autumn", "winter"};

static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};

enum { SHORTEST_ABBREVIATION = 3 };

int month_of_season(int season)
{
    return 3 + 3 * season;
}

int season_of_month(int month)
{
    return month / 3 - 1;
}

static bool begins_word(struct str text, const char *word)
{
    for (size_t i = 0; i < text.len; i++)
        if (word[i] == '\0' || ascii_lower(text.at[i]) != ascii_lower(word[i]))
            return false;
    return true;
}

bool word_is(struct str text, const char *word)
{
    return begins_word(text, word) && word[text.len] == '\0';
}

static bool abbreviates(struct str text, const char *word)
{
    return text.len >= SHORTEST_ABBREVIATION && begins_word(text, word);
}

int month_of_word(struct str word)
{
    for (int month = 1; month <= MONTHS; month++)
        if (abbreviates(word, date_months[month - 1].name))
            return month;
    return -1;
}

int season_of_word(struct str word)
{
    for (int season = 0; season < SEASONS; season++)
        if (word_is(word, date_seasons[season]))
            return season;
    return word_is(word, "fall") ? 2 : -1;
}

bool is_weekday_word(struct str word)
{
    for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++)
        if (abbreviates(word, weekdays[i]))
            return true;
    return false;
}

/* ---- dates written out ---- */

#define NO_BREAK_SPACE "\xC2\xA0"

/* How much of a date to write, for periods within one month or year. */
enum extent { WHOLE, WITHOUT_YEAR, DAY_ALONE };

static const char *month_word(int month, enum date_style style)
{
    const struct month_name *name = &date_months[month - 1];
    return style == DATE_SHORT ? name->abbreviation : name->name;
}

/* 1 is April to June. */
static int quarter_of_month(int month)
{
    return month < 4 ? 4 : (month - 1) / 3;
}

/* "2024-25": the financial year in which a day lies. */
static void add_financial_year(struct buf *out, struct civil civil)
{
    int year = (int)civil.year - (civil.month < 4);
    buf_addf(out, "%04d-%02d", year, (year + 1) % 100);
}

static void add_iso(struct buf *out, struct date_end end)
{
    struct civil civil = civil_from_day(end.first);
    switch (end.precision) {
    case DATE_DAY: buf_addf(out, "%04d-%02d-%02d", (int)civil.year, civil.month, civil.day); return;
    case DATE_MONTH: buf_addf(out, "%04d-%02d", (int)civil.year, civil.month); return;
    case DATE_SEASON:
        buf_addf(out, "%04d-%s", (int)civil.year, date_seasons[season_of_month(civil.month)]);
        return;
    case DATE_YEAR: buf_addf(out, "%04d", (int)civil.year); return;
    case DATE_QUARTER:
    case DATE_FINANCIAL_YEAR:
        add_financial_year(out, civil);
        if (end.precision == DATE_QUARTER)
            buf_addf(out, "-Q%d", quarter_of_month(civil.month));
        return;
    case DATE_UNKNOWN:
    case DATE_INTERVAL: buf_addz(out, ".."); return;
    }
}

static void add_words(struct buf *out, struct date_end end, enum date_style style,
                      enum extent extent)
{
    struct civil civil = civil_from_day(end.first);
    if (end.precision == DATE_QUARTER)
        buf_addf(out, "Q%d" NO_BREAK_SPACE, quarter_of_month(civil.month));
    if (end.precision == DATE_QUARTER || end.precision == DATE_FINANCIAL_YEAR) {
        add_financial_year(out, civil);
        return;
    }
    if (end.precision == DATE_DAY)
        buf_addf(out, "%d", civil.day);
    if (extent == DAY_ALONE)
        return;
    if (end.precision == DATE_DAY)
        buf_addz(out, NO_BREAK_SPACE);
    if (end.precision == DATE_DAY || end.precision == DATE_MONTH)
        buf_addz(out, month_word(civil.month, style));
    if (end.precision == DATE_SEASON)
        buf_addz(out, date_seasons[season_of_month(civil.month)]);
    if (extent == WITHOUT_YEAR)
        return;
    if (end.precision != DATE_YEAR)
        buf_addz(out, NO_BREAK_SPACE);
    buf_addf(out, "%d", (int)civil.year);
}

/* How much the start of a period must say: not what its end says anyway. */
static enum extent start_extent(struct date_end start, struct date_end end)
{
    struct civil a = civil_from_day(start.first), b = civil_from_day(end.first);
    if (start.precision != end.precision || start.precision >= DATE_YEAR || a.year != b.year)
        return WHOLE;
    return start.precision == DATE_DAY && a.month == b.month ? DAY_ALONE : WITHOUT_YEAR;
}

/* A day as its month; of what is coarser, itself. */
static struct date_end coarse_end(struct date_end end)
{
    if (end.precision != DATE_DAY)
        return end;
    struct civil civil = civil_from_day(end.first);
    end.precision = DATE_MONTH;
    end.first = day_from_civil(civil.year, civil.month, 1);
    end.last = day_from_civil(civil.year, civil.month, days_in_month(civil.year, civil.month));
    return end;
}

static struct date by_months(struct date date)
{
    struct date_end whole = coarse_end((struct date_end){date.precision, date.first, date.last});
    date.start = coarse_end(date.start);
    date.end = coarse_end(date.end);
    date.precision = whole.precision;
    date.first = whole.first;
    date.last = whole.last;
    return date;
}

static bool same_end(struct date_end a, struct date_end b)
{
    return a.precision == b.precision && a.first == b.first;
}

static void add_period(struct buf *out, struct date_end start, struct date_end end,
                       enum date_style style)
{
    if (!same_end(start, end)) {
        add_words(out, start, style, start_extent(start, end));
        buf_addz(out, " to ");
    }
    add_words(out, end, style, WHOLE);
}

static void add_written_out(struct buf *out, const struct date *date, enum date_style style)
{
    bool interval = date->precision == DATE_INTERVAL;
    bool open_start = interval && date->start.precision == DATE_UNKNOWN;
    bool open_end = interval && date->end.precision == DATE_UNKNOWN;
    if (open_start || open_end)
        buf_addz(out, open_start ? "by " : "from ");
    if (date->approximate)
        buf_addz(out, "about ");
    if (open_start)
        add_words(out, date->end, style, WHOLE);
    else if (open_end)
        add_words(out, date->start, style, WHOLE);
    else if (interval)
        add_period(out, date->start, date->end, style);
    else
        add_words(out, (struct date_end){date->precision, date->first, date->last}, style, WHOLE);
    if (date->inferred && style != DATE_PLAIN && style != DATE_BY_MONTH)
        buf_addz(out, " (inferred)");
}

static void add_as_specified(struct buf *out, const struct date *date)
{
    if (date->precision == DATE_INTERVAL) {
        add_iso(out, date->start);
        buf_byte(out, '/');
        add_iso(out, date->end);
    } else {
        add_iso(out, (struct date_end){date->precision, date->first, date->last});
    }
    if (date->inferred)
        buf_byte(out, '?');
    if (date->approximate)
        buf_byte(out, '~');
}

struct str date_text(struct arena *arena, const struct date *date, enum date_style style)
{
    if (date->precision == DATE_UNKNOWN)
        return STR("date not known");
    struct buf out = {.arena = arena};
    const struct date written = style == DATE_BY_MONTH ? by_months(*date) : *date;
    if (style == DATE_ISO)
        add_as_specified(&out, date);
    else
        add_written_out(&out, &written, style);
    return buf_str(&out);
}
