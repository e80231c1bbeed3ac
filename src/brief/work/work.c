/* What is still to be done, what nobody has spoken of for a year, and amounts of money: in pence, and as officers type them. */
#include "base/ascii.h"
#include "brief/lookup.h"
#include "data/bind/bind.h"

/* ---- work ---- */

bool status_is_dropped(int status)
{
    return status == STATUS_SUPERSEDED || status == STATUS_WITHDRAWN;
}

bool status_is_open(int status)
{
    return status != STATUS_ABSENT && status != STATUS_COMPLETE && !status_is_dropped(status);
}

const struct date *action_due(const struct action *action)
{
    return action->revised_due.precision != DATE_UNKNOWN ? &action->revised_due : &action->due;
}

/* ---- when it was last known ---- */

static day latest_of(const struct evidence *source)
{
    const struct date *dates[] = {&source->as_at, &source->updated, &source->published};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        if (dates[i]->precision && dates[i]->last != DAY_OPEN_END)
            return dates[i]->last;
    return DAY_OPEN_END;
}

/* The latest day of which the sources can speak; absent where one of them has no date. */
static struct date day_of_sources(const struct refs *sources)
{
    day latest = DAY_OPEN_START;
    for (size_t i = 0; i < sources->count; i++) {
        day known = sources->items[i].record ? latest_of(sources->items[i].record) : DAY_OPEN_END;
        latest = known > latest ? known : latest;
    }
    bool known = latest != DAY_OPEN_START && latest != DAY_OPEN_END;
    return known ? date_of_day(latest) : (struct date){.precision = DATE_UNKNOWN};
}

/* The same day of the year before. */
static day year_before(day number)
{
    struct civil civil = civil_from_day(number);
    int last = days_in_month(civil.year - 1, civil.month);
    return day_from_civil(civil.year - 1, civil.month, civil.day < last ? civil.day : last);
}

static struct date old(const struct briefing *briefing, const struct date *said,
                       const struct refs *sources)
{
    struct date known = said->precision ? *said : day_of_sources(sources);
    bool is_old = known.precision && known.last != DAY_OPEN_END &&
                  known.last < year_before(briefing->briefing->as_at.first);
    return is_old ? known : (struct date){.precision = DATE_UNKNOWN};
}

struct date old_action(const struct briefing *briefing, const struct action *action)
{
    if (is_future(briefing, action_due(action)))
        return (struct date){.precision = DATE_UNKNOWN};
    return old(briefing, action->updated.precision ? &action->updated : &action->date,
               &action->fact.source);
}

struct date old_priority(const struct briefing *briefing, const struct priority *priority)
{
    return old(briefing, &priority->date, &priority->fact.source);
}

/* One without a status stands as it was made. */
struct date old_recommendation(const struct briefing *briefing,
                               const struct recommendation *recommendation)
{
    if (!recommendation->status || is_future(briefing, &recommendation->due))
        return (struct date){.precision = DATE_UNKNOWN};
    return old(briefing, &recommendation->updated, &recommendation->fact.source);
}

bool has_past_work(const struct briefing *briefing)
{
    for (size_t i = 0; i < briefing->actions.count; i++)
        if (old_action(briefing, &briefing->actions.items[i]).precision)
            return true;
    for (size_t i = 0; i < briefing->priorities.count; i++)
        if (old_priority(briefing, &briefing->priorities.items[i]).precision)
            return true;
    return false;
}

/* ---- amounts ---- */

bool money_pence(const struct decimal *amount, int unit, int64_t *pence)
{
    static const int places[] = {
        [MONEY_ABSENT] = 2, [MONEY_POUNDS] = 2, [MONEY_THOUSAND] = 5, [MONEY_MILLION] = 8};
    const int64_t most = 1000000000000000; /* ten million million pounds */
    int64_t sum = amount->mantissa;
    if (!amount->text.at)
        return false;
    for (int i = amount->scale; i < places[unit]; i++) {
        if (sum > most || sum < -most)
            return false;
        sum *= 10;
    }
    for (int i = places[unit]; i < amount->scale; i++) {
        if (sum % 10)
            return false;
        sum /= 10;
    }
    *pence = sum;
    return sum <= most && sum >= -most;
}

bool funding_is_exact(const struct funding *funding)
{
    return !funding->amount_is && !funding->per.len;
}

struct str amount_as_rounded(struct arena *arena, const struct funding *funding, struct str figure)
{
    const struct word *words = record_field(&funding_table, STR("amount_is"))->words;
    const char *rounded = word_label(words, funding->amount_is);
    struct buf out = {.arena = arena};
    buf_addf(&out, "%s%s" STR_FMT, rounded, *rounded ? " " : "", STR_ARG(figure));
    if (funding->per.len)
        buf_addf(&out, " per " STR_FMT, STR_ARG(funding->per));
    return buf_str(&out);
}

/* ---- amounts as they are typed ---- */

/* How many noughts a word behind an amount stands for; -1: it is no such word. */
static int noughts_of(struct str unit)
{
    static const struct {
        const char *word;
        int noughts;
    } units[] = {
        {"", 0},   {"pounds", 0},  {"k", 3},  {"thousand", 3}, {"m", 6},
        {"mn", 6}, {"million", 6}, {"bn", 9}, {"billion", 9},
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_alike(unit, str_from(units[i].word)))
            return units[i].noughts;
    return -1;
}

/* Where the digits end that begin at `at`. */
static size_t digits_end(struct str text, size_t at)
{
    while (at < text.len && ascii_is_digit(text.at[at]))
        at++;
    return at;
}

/* The same, with those of thousands taken in without their commas: groups of three, or else none
   of what follows the comma. `£1,23m` is then no amount. */
static size_t add_digits(struct buf *out, struct str text, size_t at)
{
    enum { GROUP = 3 };
    size_t end = digits_end(text, at);
    bool grouped = end > at && end - at <= GROUP;
    buf_add(out, str_part(text, at, end));
    while (grouped && end < text.len && text.at[end] == ',' &&
           digits_end(text, end + 1) == end + 1 + GROUP) {
        buf_add(out, str_part(text, end + 1, end + 1 + GROUP));
        end += 1 + GROUP;
    }
    return end;
}

bool money_read(struct arena *arena, struct str text, struct decimal *pounds)
{
    static const struct str pound_sign = {"\xC2\xA3", 2};
    struct buf digits = {.arena = arena}, pence = {.arena = arena};
    text = str_trim(text);
    if (str_starts(text, pound_sign.at))
        text = str_trim(str_part(text, pound_sign.len, text.len));
    size_t at = add_digits(&digits, text, 0);
    if (!digits.len)
        return false;
    if (at < text.len && text.at[at] == '.') {
        size_t end = digits_end(text, at + 1);
        buf_add(&pence, str_part(text, at + 1, end));
        at = end;
        if (!pence.len)
            return false;
    }
    int noughts = noughts_of(str_trim(str_part(text, at, text.len)));
    if (noughts < 0)
        return false;
    for (size_t i = 0; i < (size_t)noughts; i++)
        buf_byte(&digits, i < pence.len ? pence.at[i] : '0');
    if (pence.len > (size_t)noughts)
        buf_addf(&digits, ".%.*s", (int)pence.len - noughts, pence.at + noughts);
    return decimal_parse(buf_str(&digits), pounds);
}
