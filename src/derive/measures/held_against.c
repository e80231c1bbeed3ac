/* What an indicator is held against: its target, and the values of others. */
#include "derive/measures/indicators.h"

/* ---- which of two values is higher ---- */

struct reach reach_of(const struct indicator_value *value)
{
    enum { TENTH = 10 };
    int64_t number = quantity_of(&value->value).millionths;
    int64_t about = number / TENTH < 0 ? -(number / TENTH) : number / TENTH;
    switch (value->precision) {
    case EXACT_ABOUT: return (struct reach){number - about, number + about};
    case EXACT_AT_LEAST: return (struct reach){number, INT64_MAX};
    case EXACT_AT_MOST: return (struct reach){INT64_MIN, number};
    default: return (struct reach){number, number};
    }
}

enum verdict order_of(struct reach a, struct reach b)
{
    if (a.low > b.high)
        return VERDICT_HIGHER;
    if (a.high < b.low)
        return VERDICT_LOWER;
    bool exact = a.low == a.high && b.low == b.high;
    return exact ? VERDICT_SAME : VERDICT_ABSENT;
}

enum verdict judged(const struct indicator *indicator, enum verdict order)
{
    bool says = indicator->better == BETTER_HIGHER || indicator->better == BETTER_LOWER;
    if (!says || order == VERDICT_ABSENT || order == VERDICT_SAME)
        return order;
    bool higher_is_better = indicator->better == BETTER_HIGHER;
    return (order == VERDICT_HIGHER) == higher_is_better ? VERDICT_BETTER : VERDICT_WORSE;
}

int places_of_both(const struct decimal *a, const struct decimal *b)
{
    int first = quantity_places(a), second = quantity_places(b);
    return first > second ? first : second;
}

struct str when_text(const struct look *look, const struct date *period)
{
    const char *word = period->precision == DATE_DAY ? "on" : "in";
    return str_format(look->arena, "%s " STR_FMT, word, STR_ARG(long_date(look->derive, period)));
}

/* ---- the target ---- */

/* What is on target; an end that is open is INT64_MIN or INT64_MAX. */
static struct reach target_reach(const struct indicator *indicator)
{
    const struct indicator_target *target = indicator->target;
    struct reach reach = {INT64_MIN, INT64_MAX};
    struct quantity value = quantity_of(&target->value), low = quantity_of(&target->low),
                    high = quantity_of(&target->high);
    if (value.known && indicator->better != BETTER_LOWER)
        reach.low = value.millionths;
    if (value.known && indicator->better != BETTER_HIGHER)
        reach.high = value.millionths;
    if (low.known)
        reach.low = low.millionths;
    if (high.known)
        reach.high = high.millionths;
    return reach;
}

static const struct decimal *written_end(const struct indicator_target *target, bool low)
{
    const struct decimal *end = low ? &target->low : &target->high;
    return end->text.at ? end : &target->value;
}

/* "at least 66%", "at most 5%", "15% to 20%", "66%" */
static struct str target_text(const struct look *look)
{
    const struct indicator *indicator = look->indicator;
    const struct indicator_target *target = indicator->target;
    struct reach reach = target_reach(indicator);
    struct str low = quantity_text(look->arena, indicator, written_end(target, true));
    struct str high = quantity_text(look->arena, indicator, written_end(target, false));
    if (reach.low == INT64_MIN && reach.high == INT64_MAX)
        return STR_NONE;
    if (reach.high == INT64_MAX)
        return str_format(look->arena, "at least " STR_FMT, STR_ARG(low));
    if (reach.low == INT64_MIN)
        return str_format(look->arena, "at most " STR_FMT, STR_ARG(high));
    if (reach.low == reach.high)
        return low;
    return str_format(look->arena, STR_FMT " to " STR_FMT,
                      STR_ARG(quantity_number(look->arena, indicator, written_end(target, true))),
                      STR_ARG(high));
}

/* Is a value of that time one to which the target applies? */
enum target_time { TARGET_OF_THEN, TARGET_OF_EARLIER, TARGET_OF_LATER };

static enum target_time time_of_target(const struct date *target, const struct date *value)
{
    if (target->precision == DATE_UNKNOWN)
        return TARGET_OF_THEN;
    if (target->last < value->first)
        return TARGET_OF_EARLIER;
    return target->first > value->last ? TARGET_OF_LATER : TARGET_OF_THEN;
}

static enum target_state state_of(const struct look *look, int64_t missed_by)
{
    const struct indicator *indicator = look->indicator;
    const struct indicator_target *target = indicator->target;
    bool one = target->value.text.at != NULL;
    bool way = indicator->better == BETTER_HIGHER || indicator->better == BETTER_LOWER;
    struct quantity tolerance = quantity_of(&indicator->tolerance);
    enum target_time time = time_of_target(&target->period, &look->values[look->latest]->period);
    if (time == TARGET_OF_EARLIER || (one && !way))
        return TARGET_ABSENT;
    if (missed_by == 0)
        return TARGET_MET;
    if (time == TARGET_OF_LATER)
        return TARGET_TO_COME;
    return tolerance.known && missed_by <= tolerance.millionths ? TARGET_NEAR : TARGET_MISSED;
}

/* How far a value lies outside of what is on target; 0: it does not. */
static int64_t outside(int64_t value, struct reach reach)
{
    if (value < reach.low)
        return reach.low - value;
    return value > reach.high ? value - reach.high : 0;
}

/* "5 percentage points under", "0.8 over", "exactly that", "3.9 to spare" */
static struct str gap_text(const struct look *look, int64_t value, struct reach reach)
{
    const struct indicator_target *target = look->indicator->target;
    const struct decimal *latest = &look->values[look->latest]->value;
    bool range = reach.low != INT64_MIN && reach.high != INT64_MAX && reach.low != reach.high;
    if (range && !outside(value, reach))
        return STR("within that range");
    bool low_end = reach.low != INT64_MIN && (value < reach.low || reach.high == INT64_MAX);
    int64_t end = low_end ? reach.low : reach.high;
    if (value == end)
        return STR("exactly that");
    int places = places_of_both(latest, written_end(target, low_end));
    return str_format(look->arena, STR_FMT " %s",
                      STR_ARG(quantity_apart(look->arena, look->indicator, value - end, places)),
                      value < end ? "under" : "over");
}

void set_target(const struct look *look, struct measured *measured)
{
    if (!look->indicator->target)
        return;
    measured->target = target_text(look);
    const struct indicator_value *latest = measured->latest;
    if (!latest || !measured->target.len || latest->precision)
        return;
    struct reach reach = target_reach(look->indicator);
    int64_t value = quantity_of(&latest->value).millionths;
    measured->gap = gap_text(look, value, reach);
    measured->target_state = (int)state_of(look, outside(value, reach));
}

/* ---- others ---- */

static bool is_of_the_latest_time(const struct look *look, const struct peer *one)
{
    return look->latest < look->count &&
           periods_are_the_same(&one->period, &look->values[look->latest]->period);
}

/* Of those about one council or place: the one for the time of the latest value, else the newest.
 */
static const struct peer *chosen_of(const struct look *look, const struct peer_series *series)
{
    const struct peer *newest = NULL;
    for (size_t i = 0; i < series->count; i++) {
        const struct peer *one = series->items[i];
        if (!quantity_of(&one->value).known ||
            date_surely_after(&one->period, &look->derive->briefing->briefing->as_at))
            continue;
        if (is_of_the_latest_time(look, one))
            return one;
        newest = one;
    }
    return newest;
}

/* "England (64%)", "England (median 64%)" */
static struct str named_value(const struct look *look, const struct peer *one, struct str number)
{
    struct str with = peer_name(look->derive->briefing, one);
    if (!one->basis.len)
        return str_format(look->arena, STR_FMT " (" STR_FMT ")", STR_ARG(with), STR_ARG(number));
    return str_format(look->arena, STR_FMT " (" STR_FMT " " STR_FMT ")", STR_ARG(with),
                      STR_ARG(one->basis), STR_ARG(number));
}

/* "worse than England (64%)" */
static struct str verdict_text(const struct look *look, enum verdict verdict, struct str named)
{
    if (verdict == VERDICT_SAME)
        return str_format(look->arena, "the same as " STR_FMT, STR_ARG(named));
    struct str word = str_from((const char *const[]){[VERDICT_ABSENT] = "",
                                                     [VERDICT_BETTER] = "better",
                                                     [VERDICT_WORSE] = "worse",
                                                     [VERDICT_SAME] = "",
                                                     [VERDICT_HIGHER] = "higher",
                                                     [VERDICT_LOWER] = "lower"}[verdict]);
    return str_format(look->arena, STR_FMT " than " STR_FMT, STR_ARG(word), STR_ARG(named));
}

static struct compared compared_with(const struct look *look, const struct peer *one)
{
    struct str number = quantity_text(look->arena, look->indicator, &one->value);
    struct compared compared = {
        .head = one->fact.head,
        .with = peer_name(look->derive->briefing, one),
        .value = number,
        .period = one->period,
        .source = one->fact.source,
    };
    struct str named = named_value(look, one, number);
    if (is_of_the_latest_time(look, one)) {
        int64_t other = quantity_of(&one->value).millionths;
        enum verdict order =
            order_of(reach_of(look->values[look->latest]), (struct reach){other, other});
        compared.verdict = (int)judged(look->indicator, order);
    }
    if (compared.verdict)
        compared.text = verdict_text(look, (enum verdict)compared.verdict, named);
    else if (one->period.precision)
        compared.text = str_format(look->arena, STR_FMT " " STR_FMT, STR_ARG(named),
                                   STR_ARG(when_text(look, &one->period)));
    else
        compared.text = str_format(look->arena, STR_FMT ", for a time not stated", STR_ARG(named));
    return compared;
}

/* "better than 3 of the 4 councils named": those of one time. */
static struct str rank_text(const struct look *look, const struct measured *measured,
                            const bool *councils)
{
    size_t named = 0, below = 0;
    bool judges =
        look->indicator->better == BETTER_HIGHER || look->indicator->better == BETTER_LOWER;
    for (size_t i = 0; i < measured->compared.count; i++) {
        int verdict = measured->compared.items[i].verdict;
        if (!councils[i] || !verdict)
            continue;
        named++;
        below += verdict == (judges ? VERDICT_BETTER : VERDICT_HIGHER);
    }
    if (named < 2)
        return STR_NONE;
    return str_format(look->arena, "%s than %s%zu of the %zu councils named",
                      judges ? "better" : "higher", below == named ? "all " : "", below, named);
}

void set_compared(const struct look *look, struct measured *measured)
{
    struct peer_series_list all = peers_by_name(look->arena, &look->indicator->compare);
    struct compared *items = ARENA_ARRAY(look->arena, struct compared, all.count + 1);
    bool *councils = ARENA_ARRAY(look->arena, bool, all.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        const struct peer *one = chosen_of(look, &all.items[i]);
        if (!one)
            continue;
        councils[count] = peer_is_a_council(one);
        items[count++] = compared_with(look, one);
    }
    measured->compared = (struct compared_list){.items = items, .count = count};
    measured->rank = rank_text(look, measured, councils);
}
