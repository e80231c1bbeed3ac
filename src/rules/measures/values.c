/* Rules on one value of an indicator: what its unit can be, what gives it, and what it gives away.
 */
#include "base/ascii.h"
#include "brief/lookup.h"
#include "brief/quantity.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

/* Calls for each value of each indicator. */
static void each_value(const struct check *check,
                       void (*look)(const struct check *check, const struct indicator *indicator,
                                    const struct indicator_value *value))
{
    const struct indicator_list *all = &check->briefing->indicators;
    for (size_t i = 0; i < all->count; i++)
        for (size_t k = 0; k < all->items[i].values.count; k++)
            look(check, &all->items[i], &all->items[i].values.items[k]);
}

/* ---- what a unit can be ---- */

enum { HUNDRED = 100, MILLION = 1000000, DECIMALS_MOST = 6 };

/* Why a number is none of the unit; NULL: it may be. */
static const char *impossible(const struct indicator *indicator, struct quantity number)
{
    bool negative = number.millionths < 0;
    switch (indicator->unit) {
    case UNIT_PERCENT:
        return negative || number.millionths > (int64_t)HUNDRED * MILLION
                   ? "a percentage lies between 0 and 100"
                   : NULL;
    case UNIT_PER_10000:
        return negative || number.millionths > (int64_t)10000 * MILLION
                   ? "a rate per 10,000 lies between 0 and 10,000"
                   : NULL;
    case UNIT_COUNT: return negative ? "a count is not below nought" : NULL;
    case UNIT_DAYS: return negative ? "a time is not shorter than no day" : NULL;
    default: return NULL;
    }
}

static void check_number(const struct check *check, const struct indicator *indicator,
                         const struct decimal *number, const void *record, const char *field)
{
    struct quantity quantity = quantity_of(number);
    if (!number->text.at)
        return;
    const char *why = quantity.known ? impossible(indicator, quantity)
                                     : "a value has at most 12 figures before the point";
    if (!why)
        return;
    struct diag *diag =
        diag_report(check->diags, &E288, record_span_of(record, field), "`" STR_FMT "`: %s",
                    STR_ARG(text_shown(check->diags->arena, number->text)), why);
    if (indicator->unit == UNIT_PERCENT && quantity.known)
        diag_hint(check->diags, diag,
                  "correct it; what may be more than the whole is a `ratio`: 1.04 for 104%%");
    diag_note(check->diags, diag, SPAN_OF(indicator, unit), "the unit is given here");
}

static void check_numbers(const struct check *check, const struct indicator *indicator)
{
    for (size_t i = 0; i < indicator->values.count; i++)
        check_number(check, indicator, FIELD_AT(&indicator->values.items[i], value));
    for (size_t i = 0; i < indicator->compare.count; i++)
        check_number(check, indicator, FIELD_AT(&indicator->compare.items[i], value));
    const struct indicator_target *target = indicator->target;
    if (!target)
        return;
    check_number(check, indicator, FIELD_AT(target, value));
    check_number(check, indicator, FIELD_AT(target, low));
    check_number(check, indicator, FIELD_AT(target, high));
}

static void check_decimals(const struct check *check, const struct indicator *indicator)
{
    int64_t decimals = indicator->decimals.value;
    if (!indicator->decimals.known || (decimals >= 0 && decimals <= DECIMALS_MOST))
        return;
    struct diag *diag = diag_report(check->diags, &E288, SPAN_OF(indicator, decimals),
                                    "values are not printed to %lld decimals", (long long)decimals);
    diag_hint(check->diags, diag, "write a number from 0 to %d", DECIMALS_MOST);
}

static void check_tolerance(const struct check *check, const struct indicator *indicator)
{
    const struct decimal *tolerance = &indicator->tolerance;
    struct quantity quantity = quantity_of(tolerance);
    if (!tolerance->text.at || (quantity.known && quantity.millionths >= 0))
        return;
    struct diag *diag = diag_report(check->diags, &E288, SPAN_OF(indicator, tolerance),
                                    "`" STR_FMT "` is not how far a value may be from its target",
                                    STR_ARG(text_shown(check->diags->arena, tolerance->text)));
    diag_hint(check->diags, diag,
              "write it without a sign, in the unit of the values; it holds on both sides");
}

static void check_rolling(const struct check *check, const struct indicator *indicator)
{
    if (!indicator->rolling.known || indicator->rolling.value > 0)
        return;
    struct diag *diag = diag_report(check->diags, &E288, SPAN_OF(indicator, rolling),
                                    "a rolling value is of at least one month");
    diag_hint(check->diags, diag, "write how many months it covers, such as 12, or delete the key");
}

static void values_fit_their_unit(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->indicators.count; i++) {
        const struct indicator *indicator = &check->briefing->indicators.items[i];
        check_numbers(check, indicator);
        check_decimals(check, indicator);
        check_tolerance(check, indicator);
        check_rolling(check, indicator);
    }
}

/* ---- what it was counted from ---- */

static int times_of(int unit)
{
    switch (unit) {
    case UNIT_PERCENT: return HUNDRED;
    case UNIT_PER_10000: return 10000;
    case UNIT_COUNT: return 0; /* a count is no quotient */
    default: return 1;
    }
}

/* So many units of the last decimal that was written may be between them. */
static bool is_near(double given, const struct decimal *value)
{
    double wanted = (double)value->mantissa, unit = 1;
    for (int i = 0; i < value->scale; i++)
        unit *= 10;
    double apart = given * unit - wanted;
    return apart <= 1 && apart >= -1;
}

static void report_quotient(const struct check *check, const struct indicator *indicator,
                            const struct indicator_value *value, double given)
{
    struct indicator printed = *indicator;
    int64_t decimals = value->value.scale > 0 ? value->value.scale : 1;
    printed.decimals = (struct whole){.known = true, .value = decimals};
    double millionths = given * MILLION + (given < 0 ? -0.5 : 0.5);
    const struct decimal number = {
        .text = STR("?"), .mantissa = (int64_t)millionths, .scale = DECIMALS_MOST};
    struct arena *arena = check->diags->arena;
    struct diag *diag = diag_report(
        check->diags, &E289, SPAN_OF(value, value),
        STR_FMT " of " STR_FMT " is " STR_FMT ", not " STR_FMT, STR_ARG(value->numerator.text),
        STR_ARG(value->denominator.text), STR_ARG(quantity_number(arena, &printed, &number)),
        STR_ARG(quantity_number(arena, indicator, &value->value)));
    diag_hint(check->diags, diag, "correct one of the three");
    diag_note(check->diags, diag, SPAN_OF(value, numerator), "what was counted is here");
}

static void check_quotient(const struct check *check, const struct indicator *indicator,
                           const struct indicator_value *value)
{
    struct quantity top = quantity_of(&value->numerator), below = quantity_of(&value->denominator);
    bool known = top.known && below.known && quantity_of(&value->value).known;
    int times = times_of(indicator->unit);
    if (times && below.known && below.millionths == 0) {
        struct diag *diag = diag_report(check->diags, &E289, SPAN_OF(value, denominator),
                                        "nothing can be counted out of nought");
        diag_hint(check->diags, diag, "correct it; where nobody was counted, leave the value out");
        return;
    }
    if (!known || !times)
        return;
    double given = (double)top.millionths / (double)below.millionths * times;
    if (given < 1e12 && given > -1e12 && !is_near(given, &value->value))
        report_quotient(check, indicator, value, given);
}

static void counts_give_the_value(const struct check *check)
{
    each_value(check, check_quotient);
}

/* ---- what is missing ---- */

static void report_presence(const struct check *check, const struct indicator_value *value,
                            const char *key, const char *message, const char *hint)
{
    struct diag *diag = diag_report(check->diags, &E290, record_span_of(value, key), "%s", message);
    diag_hint(check->diags, diag, "%s", hint);
}

static void check_presence(const struct check *check, const struct indicator *indicator,
                           const struct indicator_value *value)
{
    (void)indicator;
    bool given = record_states(value, "value"), missing = value->status == VALUE_MISSING;
    if (given && missing)
        report_presence(check, value, "status", "a value is given, and it is said to be missing",
                        "delete one of the two");
    else if (given && value->reason.len)
        report_presence(check, value, "reason", "a value is given, and a reason why there is none",
                        "delete the value, or write the text under `note`");
    else if (!given && !missing && !value->reason.len)
        report_presence(check, value, "period", "there is no value for this period, and no reason",
                        "write `value`, or `status: missing` and the `reason`");
    else if (!given && value->status != VALUE_ABSENT && !missing)
        report_presence(check, value, "status",
                        "there is no value, and it is not said to be missing",
                        "write `status: missing`");
}

static void what_is_missing_has_no_value(const struct check *check)
{
    each_value(check, check_presence);
}

static void check_reason(const struct check *check, const struct indicator *indicator,
                         const struct indicator_value *value)
{
    (void)indicator;
    if (value->status != VALUE_MISSING || value->reason.len || record_states(value, "value"))
        return;
    struct diag *diag = diag_report(check->diags, &W378, SPAN_OF(value, status),
                                    "nothing says why the value is missing");
    diag_hint(check->diags, diag, "for example `reason: \"not published: too few children\"`");
}

static void what_is_missing_has_a_reason(const struct check *check)
{
    each_value(check, check_reason);
}

/* ---- its time ---- */

static void check_time(const struct check *check, const struct indicator *indicator,
                       const struct indicator_value *value)
{
    (void)indicator;
    day today = check->briefing->briefing->as_at.first;
    bool begun = value->period.first <= today, over = value->period.last <= today;
    if (!quantity_of(&value->value).known || value->period.precision == DATE_UNKNOWN || over ||
        value->status == VALUE_FORECAST || value->status == VALUE_MISSING ||
        (begun && value->status == VALUE_PROVISIONAL))
        return;
    struct diag *diag = diag_report(check->diags, &W290, SPAN_OF(value, period),
                                    begun ? "this period is not over on the day of the briefing"
                                          : "this period lies after the day of the briefing");
    diag_hint(check->diags, diag,
              begun ? "write `status: provisional` for what is so far, or `forecast`; or the "
                      "period it is for, such as the day"
                    : "write `status: forecast`");
}

static void periods_have_come(const struct check *check)
{
    each_value(check, check_time);
}

static void check_forecast(const struct check *check, const struct indicator *indicator,
                           const struct indicator_value *value)
{
    (void)indicator;
    day today = check->briefing->briefing->as_at.first;
    if (value->status != VALUE_FORECAST || value->period.precision == DATE_UNKNOWN ||
        value->period.last >= today)
        return;
    struct diag *diag = diag_report(check->diags, &W291, SPAN_OF(value, status),
                                    "this is a forecast for a period that is over");
    diag_hint(check->diags, diag, "give the actual value, where it is known");
}

static void forecasts_are_of_what_is_to_come(const struct check *check)
{
    each_value(check, check_forecast);
}

/* ---- whom it may give away ---- */

static bool holds_word(struct str text, const char *word)
{
    size_t len = strlen(word);
    for (size_t at = 0; at + len <= text.len; at++) {
        size_t same = 0;
        while (same < len && ascii_lower(text.at[at + same]) == word[same])
            same++;
        if (same == len)
            return true;
    }
    return false;
}

static bool counts_children(const struct indicator *indicator)
{
    static const char *const words[] = {"child",  "young",        "care leaver",  "pupil",
                                        "babies", "looked after", "unaccompanied"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (holds_word(indicator->name, words[i]) || holds_word(indicator->definition, words[i]))
            return true;
    return false;
}

/* Statistics are published with what must not be known left out. */
static bool is_from_statistics(const struct refs *refs)
{
    for (size_t i = 0; i < refs->count; i++) {
        const struct evidence *source = refs->items[i].record;
        if (!source || source->kind != EVIDENCE_DATA)
            return false;
    }
    return refs->count > 0;
}

static void check_few(const struct check *check, const struct indicator *indicator,
                      const struct decimal *number, const void *record, const char *field)
{
    enum { FEW = 10 };
    struct quantity quantity = quantity_of(number);
    if (!quantity.known || quantity.millionths <= 0 ||
        quantity.millionths >= (int64_t)FEW * MILLION)
        return;
    struct diag *diag =
        diag_report(check->diags, &W292, record_span_of(record, field),
                    "so small a number (" STR_FMT ") may tell who the children are",
                    STR_ARG(quantity_number(check->diags->arena, indicator, number)));
    diag_hint(check->diags, diag, "leave it out, and write `status: missing` and the `reason`");
}

static void check_disclosure(const struct check *check, const struct indicator *indicator,
                             const struct indicator_value *value)
{
    static const struct indicator counted = {.unit = UNIT_COUNT};
    const struct refs *refs =
        value->fact.source.count ? &value->fact.source : &indicator->fact.source;
    if (!counts_children(indicator) || is_from_statistics(refs))
        return;
    if (indicator->unit == UNIT_COUNT)
        check_few(check, &counted, FIELD_AT(value, value));
    else if (indicator->unit == UNIT_PERCENT || indicator->unit == UNIT_PER_10000)
        check_few(check, &counted, FIELD_AT(value, numerator));
}

static void few_children_are_not_told(const struct check *check)
{
    each_value(check, check_disclosure);
}

/* ---- what holds, and why ---- */

const struct rule values_rules[] = {
    {CODES_OF(&E288), .holds = "a value is one that its unit can have",
     .evidence = "A share of a whole is not more than the whole.",
     .briefing = values_fit_their_unit},
    {CODES_OF(&E289), .holds = "a value is the one that its counts give",
     .evidence = "It was worked out from them.", .briefing = counts_give_the_value},
    {CODES_OF(&E290), .holds = "what is missing has no value, and what has none is missing",
     .evidence = "A gap that nobody wrote down cannot be told from a slip.",
     .briefing = what_is_missing_has_no_value},
    {CODES_OF(&W378), .holds = "what is missing has a reason",
     .evidence = "The publisher’s mark gives it: few children, not applicable, not collected.",
     .briefing = what_is_missing_has_a_reason},
    {CODES_OF(&W290), .holds = "a value that is no forecast is of a period that is over",
     .evidence = "What is counted in the middle of a period is provisional.",
     .briefing = periods_have_come},
    {CODES_OF(&W291), .holds = "a forecast is of a period that is not over",
     .evidence = "The actual value may be some months late, so it is no error.",
     .briefing = forecasts_are_of_what_is_to_come},
    {CODES_OF(&W292), .holds = "few children are counted only where a statistic has them already",
     .evidence = "The Department for Education leaves out counts that are so small.",
     .briefing = few_children_are_not_told},
    {.codes = NULL},
};
