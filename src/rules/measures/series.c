/* Rules on the values of an indicator over time, its target and its comparisons. */
#include "brief/lookup.h"
#include "brief/quantity.h"
#include "brief/spec.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

#include <stdlib.h>

static void each_indicator(const struct check *check,
                           void (*look)(const struct check *check,
                                        const struct indicator *indicator))
{
    for (size_t i = 0; i < check->briefing->indicators.count; i++)
        look(check, &check->briefing->indicators.items[i]);
}

/* ---- one value a period ---- */

/* Another of the same period and council, of those before it in order of time; NULL: none. */
static const struct indicator_value *same_before(const struct indicator_value *const *values,
                                                 size_t at)
{
    for (size_t i = at; i-- > 0 && periods_are_the_same(&values[i]->period, &values[at]->period);)
        if (str_alike(values[i]->of, values[at]->of))
            return values[i];
    return NULL;
}

static void check_periods(const struct check *check, const struct indicator *indicator)
{
    const struct indicator_value *const *values = values_in_order(check->diags->arena, indicator);
    for (size_t i = 1; i < indicator->values.count; i++) {
        const struct indicator_value *one = same_before(values, i), *other = values[i];
        if (!one)
            continue;
        struct diag *diag = diag_report(
            check->diags, &E291, SPAN_OF(other, period), "there are two values for " STR_FMT,
            STR_ARG(date_text(check->diags->arena, &other->period, DATE_LONG)));
        diag_hint(check->diags, diag, "keep the one that is final");
        diag_note(check->diags, diag, SPAN_OF(one, period), "the other is here");
    }
}

static void periods_have_one_value(const struct check *check)
{
    each_indicator(check, check_periods);
}

/* A gap may be of any length: one reason for the years from 2018 to 2022. */
static bool is_measured(const struct indicator_value *value)
{
    return value->value.text.len && value->period.precision != DATE_UNKNOWN;
}

static void check_lengths(const struct check *check, const struct indicator *indicator)
{
    const struct indicator_value *first = NULL;
    for (size_t i = 0; i < indicator->values.count; i++) {
        const struct indicator_value *value = &indicator->values.items[i];
        if (!is_measured(value))
            continue;
        first = first ? first : value;
        if (first == value || periods_are_alike(&first->period, &value->period))
            continue;
        struct diag *diag =
            diag_report(check->diags, &W377, SPAN_OF(value, period),
                        "this period is not as long as that of other values: " STR_FMT,
                        STR_ARG(date_text(check->diags->arena, &value->period, DATE_LONG)));
        diag_note(check->diags, diag, SPAN_OF(first, period), "the first is here");
        return;
    }
}

static void periods_are_as_long(const struct check *check)
{
    each_indicator(check, check_lengths);
}

/* Years and quarters follow one another; months and days are counted when somebody counts. */
static bool comes_regularly(const struct date *period)
{
    return period->precision == DATE_YEAR || period->precision == DATE_FINANCIAL_YEAR ||
           period->precision == DATE_QUARTER;
}

/* Is there room for a period as long between two that follow each other? */
static bool leaves_out(const struct date *before, const struct date *after)
{
    return comes_regularly(before) && periods_are_alike(before, after) &&
           (int64_t)after->first - before->last > ((int64_t)before->last - before->first) / 2;
}

static void check_gaps(const struct check *check, const struct indicator *indicator)
{
    const struct indicator_value *const *values = values_in_order(check->diags->arena, indicator);
    for (size_t i = 1; i < indicator->values.count; i++) {
        if (!leaves_out(&values[i - 1]->period, &values[i]->period))
            continue;
        struct arena *arena = check->diags->arena;
        struct diag *diag =
            diag_report(check->diags, &W379, SPAN_OF(values[i], period),
                        "nothing is said of the time between " STR_FMT " and " STR_FMT,
                        STR_ARG(date_text(arena, &values[i - 1]->period, DATE_LONG)),
                        STR_ARG(date_text(arena, &values[i]->period, DATE_LONG)));
        diag_hint(check->diags, diag,
                  "give the value, or the period with the `reason` why there is none");
        diag_note(check->diags, diag, SPAN_OF(values[i - 1], period), "the value before is here");
        return;
    }
}

static void no_period_is_left_out(const struct check *check)
{
    each_indicator(check, check_gaps);
}

/* ---- slips ---- */

enum { PERMILLE = 1000, LEAST_OF_JUMP = 20 };

/* Is one number about ten or a hundred times the other? */
static bool is_slip(int64_t large, int64_t small)
{
    if (small <= 0 || large < (int64_t)LEAST_OF_JUMP * 1000000)
        return false;
    int64_t times = large / small;
    return (times >= 8 && times <= 12) || (times >= 80 && times <= 120);
}

/* From one value to the next of the same series: what is counted anew may well be ten times less.
 */
static bool is_jump(const struct indicator_value *one, const struct indicator_value *other)
{
    if (other->new_series.len || !str_alike(one->of, other->of))
        return false;
    struct quantity a = quantity_of(&one->value), b = quantity_of(&other->value);
    return a.known && b.known &&
           (is_slip(a.millionths, b.millionths) || is_slip(b.millionths, a.millionths));
}

/* Only where the one after it is not as high or as low: then both are right. */
static void check_jumps(const struct check *check, const struct indicator *indicator)
{
    const struct indicator_value *const *values = values_in_order(check->diags->arena, indicator);
    size_t count = indicator->values.count;
    for (size_t i = 1; i < count; i++) {
        bool lasts = i + 1 < count && quantity_of(&values[i + 1]->value).known &&
                     !is_jump(values[i], values[i + 1]);
        if (!is_jump(values[i - 1], values[i]) || (lasts && i > 1))
            continue;
        struct diag *diag = diag_report(
            check->diags, &W375, SPAN_OF(values[i], value),
            STR_FMT " after " STR_FMT " looks like a slip",
            STR_ARG(quantity_number(check->diags->arena, indicator, &values[i]->value)),
            STR_ARG(quantity_number(check->diags->arena, indicator, &values[i - 1]->value)));
        diag_note(check->diags, diag, SPAN_OF(values[i - 1], value), "the value before is here");
        return;
    }
}

static void values_do_not_jump(const struct check *check)
{
    each_indicator(check, check_jumps);
}

/* ---- whose values they are ---- */

static void check_value_before(const struct check *check, const struct indicator_value *value,
                               const struct date *began)
{
    const struct council *council = check->briefing->council;
    check_body(check, value, value->of);
    if (value->of.len || value->period.last >= began->first)
        return;
    struct diag *diag = diag_report(check->diags, &W376, SPAN_OF(value, period),
                                    "the council did not exist yet in this period");
    const struct relation *first = council->predecessors.items;
    if (council->predecessors.count == 1)
        diag_hint(check->diags, diag, "write `of: " STR_FMT "` if the value is theirs",
                  STR_ARG(text_shown(check->diags->arena, first->name)));
    else
        diag_hint(check->diags, diag, "write under `of` whose value it is");
    diag_note(check->diags, diag, SPAN_OF(council, predecessors), "it took over from others here");
}

static void values_are_the_councils_own(const struct check *check)
{
    struct date began = council_began(check->briefing->council);
    if (began.precision == DATE_UNKNOWN)
        began.first = DAY_OPEN_START;
    for (size_t i = 0; i < check->briefing->indicators.count; i++) {
        const struct indicator *indicator = &check->briefing->indicators.items[i];
        for (size_t k = 0; k < indicator->values.count; k++)
            if (indicator->values.items[k].period.precision != DATE_UNKNOWN)
                check_value_before(check, &indicator->values.items[k], &began);
    }
}

/* ---- the target ---- */

static void check_target(const struct check *check, const struct indicator *indicator)
{
    const struct indicator_target *target = indicator->target;
    if (!target)
        return;
    bool one = record_states(target, "value");
    bool range = record_states(target, "low") || record_states(target, "high");
    struct quantity low = quantity_of(&target->low), high = quantity_of(&target->high);
    const char *fault = one && range     ? "a target is one value or a range, and this is both"
                        : !one && !range ? "this target has neither a value nor a range"
                        : low.known && high.known && low.millionths > high.millionths
                            ? "the range ends before it begins"
                            : NULL;
    if (!fault)
        return;
    struct diag *diag = diag_report(check->diags, &E292, SPAN_OF(indicator, target), "%s", fault);
    diag_hint(check->diags, diag, "write `value`, or `low` and `high`");
}

static void targets_say_what_is_on_target(const struct check *check)
{
    each_indicator(check, check_target);
}

static void check_direction(const struct check *check, const struct indicator *indicator)
{
    bool way = indicator->better == BETTER_HIGHER || indicator->better == BETTER_LOWER;
    if (!indicator->target || way || !indicator->target->value.text.at)
        return;
    struct diag *diag = diag_report(check->diags, &W289, SPAN_OF(indicator, target),
                                    "nothing says on which side of this value the target is met");
    diag_hint(check->diags, diag, "write `better: higher` or `better: lower`, or a range");
    if (indicator->better)
        diag_note(check->diags, diag, SPAN_OF(indicator, better),
                  "neither is better, it says here");
}

static void targets_have_a_direction(const struct check *check)
{
    each_indicator(check, check_direction);
}

/* ---- comparisons ---- */

/* The latest value that was measured; NULL: none. */
static const struct indicator_value *latest_of(const struct check *check,
                                               const struct indicator *indicator)
{
    const struct indicator_value *const *values = values_in_order(check->diags->arena, indicator);
    for (size_t i = indicator->values.count; i-- > 0;)
        if (!values[i]->of.len && value_is_measured(check->briefing, values[i]))
            return values[i];
    return NULL;
}

static bool has_one_of_then(const struct peer_series *series, const struct date *period)
{
    for (size_t i = 0; i < series->count; i++) {
        const struct date *own = &series->items[i]->period;
        if (own->precision == DATE_UNKNOWN || periods_are_the_same(own, period))
            return true;
    }
    return false;
}

/* Once for each with whom it is compared: at the newest value. */
static void check_comparisons(const struct check *check, const struct indicator *indicator)
{
    const struct indicator_value *latest = latest_of(check, indicator);
    struct arena *arena = check->diags->arena;
    struct peer_series_list all = peers_by_name(arena, &indicator->compare);
    for (size_t i = 0; latest && i < all.count; i++) {
        const struct peer_series *series = &all.items[i];
        if (has_one_of_then(series, &latest->period))
            continue;
        const struct peer *one = series->items[series->count - 1];
        struct diag *diag =
            diag_report(check->diags, &W288, SPAN_OF(one, period),
                        "the value of " STR_FMT " is for " STR_FMT ", the latest for " STR_FMT,
                        STR_ARG(text_shown(arena, peer_name(check->briefing, one))),
                        STR_ARG(date_text(arena, &one->period, DATE_LONG)),
                        STR_ARG(date_text(arena, &latest->period, DATE_LONG)));
        diag_note(check->diags, diag, SPAN_OF(latest, period), "the latest value is here");
    }
}

static void comparisons_are_of_the_same_time(const struct check *check)
{
    each_indicator(check, check_comparisons);
}

/* ---- what holds, and why ---- */

const struct rule series_rules[] = {
    {CODES_OF(&E291), .holds = "an indicator has one value for a period",
     .evidence = "Only one of two can be the latest.", .briefing = periods_have_one_value},
    {CODES_OF(&E292), .holds = "a target is one value or a range",
     .evidence = "Else it cannot be told what is on target.",
     .briefing = targets_say_what_is_on_target},
    {CODES_OF(&W289), .holds = "a target is met from one side",
     .evidence = "There are targets to be held and not passed; a range says that better.",
     .briefing = targets_have_a_direction},
    {CODES_OF(&W288), .holds = "the latest value is compared with those of its own time",
     .evidence = "Figures for England come out later than a council’s own, so it is no error.",
     .briefing = comparisons_are_of_the_same_time},
    {CODES_OF(&W375), .holds = "a value is not ten or a hundred times the one before it",
     .evidence = "It has happened: children without a social worker, from 300 to none.",
     .briefing = values_do_not_jump},
    {CODES_OF(&W376, &E237, &W253),
     .holds = "a value is the council’s own, or says under `of` whose it is",
     .evidence = "Published series carry on over a reorganisation under the new code.",
     .briefing = values_are_the_councils_own},
    {CODES_OF(&W377), .holds = "the values of an indicator are for periods as long as each other",
     .evidence = "A month cannot be compared with a year; two series may share a name.",
     .briefing = periods_are_as_long},
    {CODES_OF(&W379), .holds = "no year or quarter is left out between two others",
     .evidence = "A gap that is known is written down, with its reason.",
     .briefing = no_period_is_left_out},
    {.codes = NULL},
};
