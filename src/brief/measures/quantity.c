/* Values of indicators: compared without rounding, printed with their units, put in order of time.
 */
#include "brief/quantity.h"

#include <stdlib.h>

enum { PLACES = 6, MILLION = 1000000 };

/* ---- numbers ---- */

static int64_t power_of_ten(int exponent)
{
    int64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

struct quantity quantity_of(const struct decimal *decimal)
{
    int64_t whole = decimal->mantissa / power_of_ten(decimal->scale);
    bool small = llabs(whole) < power_of_ten(QUANTITY_DIGITS);
    if (!decimal->text.at || !small)
        return (struct quantity){.known = false};
    return (struct quantity){
        .known = true,
        .millionths = decimal->mantissa * power_of_ten(PLACES - decimal->scale),
    };
}

int quantity_places(const struct decimal *decimal)
{
    int places = decimal->scale;
    int64_t mantissa = decimal->mantissa;
    for (; places > 0 && mantissa % 10 == 0; places--)
        mantissa /= 10;
    return places;
}

/* ---- in print ---- */

#define POUND_SIGN     "\u00A3"
#define MINUS_SIGN     "\u2212"
#define NO_BREAK_SPACE "\u00A0"

/* Half a unit of the last decimal is rounded away from nought. */
static int64_t rounded(int64_t millionths, int places)
{
    int64_t step = power_of_ten(PLACES - places);
    int64_t half = millionths < 0 ? -step / 2 : step / 2;
    return (millionths + half) / step * step;
}

static void add_number(struct buf *out, int unit, int64_t millionths, int places)
{
    int64_t shown = rounded(millionths, places);
    uint64_t size = (uint64_t)llabs(shown);
    buf_addf(out, "%s%s", shown < 0 ? MINUS_SIGN : "", unit == UNIT_POUNDS ? POUND_SIGN : "");
    buf_grouped(out, size / MILLION);
    if (places > 0)
        buf_addf(out, ".%0*llu", places,
                 (unsigned long long)(size % MILLION) /
                     (unsigned long long)power_of_ten(PLACES - places));
}

static int places_of(const struct indicator *indicator, int written)
{
    bool stated = indicator->decimals.known && indicator->decimals.value >= 0 &&
                  indicator->decimals.value <= PLACES;
    int places = stated ? (int)indicator->decimals.value : written;
    return indicator->unit == UNIT_POUNDS && places == 1 ? 2 : places;
}

struct str quantity_number(struct arena *arena, const struct indicator *indicator,
                           const struct decimal *value)
{
    struct quantity quantity = quantity_of(value);
    if (!quantity.known)
        return value->text;
    struct buf out = {.arena = arena};
    add_number(&out, indicator->unit, quantity.millionths, places_of(indicator, value->scale));
    buf_addz(&out, indicator->unit == UNIT_PERCENT ? "%" : "");
    return buf_str(&out);
}

static const char *unit_after(int unit, struct str number)
{
    if (unit != UNIT_DAYS)
        return "";
    return str_is(number, "1") ? NO_BREAK_SPACE "day" : NO_BREAK_SPACE "days";
}

struct str quantity_text(struct arena *arena, const struct indicator *indicator,
                         const struct decimal *value)
{
    struct str number = quantity_number(arena, indicator, value);
    return str_format(arena, STR_FMT "%s", STR_ARG(number), unit_after(indicator->unit, number));
}

struct str quantity_exactly(struct arena *arena, const struct indicator *indicator,
                            const struct indicator_value *value)
{
    static const char *const words[] = {
        [EXACT] = "",
        [EXACT_ABOUT] = "about" NO_BREAK_SPACE,
        [EXACT_AT_LEAST] = "at least" NO_BREAK_SPACE,
        [EXACT_AT_MOST] = "at most" NO_BREAK_SPACE,
    };
    return str_format(arena, "%s" STR_FMT, words[value->precision],
                      STR_ARG(quantity_text(arena, indicator, &value->value)));
}

struct str quantity_apart(struct arena *arena, const struct indicator *indicator,
                          int64_t millionths, int places)
{
    struct buf out = {.arena = arena};
    int shown = places_of(indicator, places);
    int64_t size = llabs(millionths), least = power_of_ten(PLACES - shown);
    bool less = size > 0 && rounded(size, shown) == 0;
    add_number(&out, indicator->unit, less ? least : size, shown);
    struct str number = buf_str(&out);
    const char *unit = unit_after(indicator->unit, number);
    if (indicator->unit == UNIT_PERCENT)
        unit = str_is(number, "1") ? " percentage point" : " percentage points";
    return str_format(arena, "%s" STR_FMT "%s", less ? "less than" NO_BREAK_SPACE : "",
                      STR_ARG(number), unit);
}

/* ---- periods ---- */

static int64_t days_of(const struct date *period)
{
    return (int64_t)period->last - period->first;
}

bool periods_are_alike(const struct date *a, const struct date *b)
{
    enum { DAYS_THAT_MONTHS_DIFFER = 3 };
    return a->precision == b->precision && date_is_bounded(a) && date_is_bounded(b) &&
           llabs(days_of(a) - days_of(b)) <= DAYS_THAT_MONTHS_DIFFER;
}

bool periods_are_the_same(const struct date *a, const struct date *b)
{
    return a->precision != DATE_UNKNOWN && a->first == b->first && a->last == b->last;
}

bool value_is_measured(const struct briefing *briefing, const struct indicator_value *value)
{
    bool ahead = date_surely_after(&value->period, &briefing->briefing->as_at);
    return quantity_of(&value->value).known && value->status != VALUE_FORECAST &&
           value->status != VALUE_MISSING && value->period.precision != DATE_UNKNOWN && !ahead;
}

static int by_time(const void *left, const void *right)
{
    const struct indicator_value *a = *(const struct indicator_value *const *)left;
    const struct indicator_value *b = *(const struct indicator_value *const *)right;
    if (a->period.first != b->period.first)
        return a->period.first < b->period.first ? -1 : 1;
    if (a->period.last != b->period.last)
        return a->period.last < b->period.last ? -1 : 1;
    return a < b ? -1 : a > b;
}

const struct indicator_value *const *values_in_order(struct arena *arena,
                                                     const struct indicator *indicator)
{
    size_t count = indicator->values.count;
    const struct indicator_value **order =
        ARENA_ARRAY(arena, const struct indicator_value *, count ? count : 1);
    for (size_t i = 0; i < count; i++)
        order[i] = &indicator->values.items[i];
    qsort(order, count, sizeof *order, by_time);
    return order;
}
