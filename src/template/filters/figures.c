/* Filters for figures in briefings: money, number, percent, spelt, ordinal, plural. */
#include "brief/lookup.h"
#include "template/filter.h"
#include "template/template_codes.h"

#include <inttypes.h>

#define POUND    "\xC2\xA3"
#define NO_BREAK "\xC2\xA0"

static const struct value failure = {.kind = VALUE_FAULT};

/* The subject as a number; false after a failure. */
static bool subject_number(struct invocation *invocation, struct decimal *number)
{
    struct rendering *rendering = invocation->rendering;
    const struct value *subject = &invocation->subject;
    if (!value_usable(rendering, subject, invocation->span))
        return false;
    if (value_is_number(subject) && value_number(subject, number))
        return true;
    struct str kind = value_describe(rendering->arena, subject);
    render_fail(rendering, &E314, invocation->span, "`%s` needs a number, not " STR_FMT,
                invocation->call->builtin->name, STR_ARG(kind));
    return false;
}

static uint64_t magnitude(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

static uint64_t unit_of(int scale)
{
    uint64_t unit = 1;
    while (scale-- > 0)
        unit *= 10;
    return unit;
}

/* Sign, thousands with commas, and the decimals as they were written. */
static void add_figure(struct buf *out, struct decimal number, const char *sign)
{
    uint64_t unit = unit_of(number.scale), digits = magnitude(number.mantissa);
    buf_addf(out, "%s%s", number.mantissa < 0 ? "-" : "", sign);
    buf_grouped(out, digits / unit);
    if (number.scale > 0)
        buf_addf(out, ".%0*" PRIu64, number.scale, digits % unit);
}

/* ---- number, percent ---- */

static struct type check_figure(struct checked_call *call)
{
    const struct type *subject = &call->subject;
    if (call_takes(call, IS_NUMBER, "a number") && (subject->kinds & IS_FLOAT) &&
        !subject->number.rounded && !type_is_unknown(subject)) {
        check_fail(call->checker, &E314, call->call->span, "this may have too many decimals");
        check_hint(call->checker, "write | round(1) before it");
    }
    return type_plain(IS_TEXT);
}

static struct value run_number(struct invocation *invocation)
{
    struct decimal number;
    struct buf out = {.arena = invocation->rendering->arena};
    if (!subject_number(invocation, &number))
        return failure;
    add_figure(&out, number, "");
    return result_text(invocation, buf_str(&out));
}

const struct builtin filter_number = {
    .name = "number",
    .doc = "with commas between thousands: 12,345",
    .check = check_figure,
    .run = run_number,
};

static struct value run_percent(struct invocation *invocation)
{
    struct decimal number;
    struct buf out = {.arena = invocation->rendering->arena};
    if (!subject_number(invocation, &number))
        return failure;
    add_figure(&out, number, "");
    buf_addz(&out, "%");
    return result_text(invocation, buf_str(&out));
}

const struct builtin filter_percent = {
    .name = "percent",
    .doc = "with a per cent sign: 89%",
    .check = check_figure,
    .run = run_percent,
};

/* ---- spelt ---- */

/* Small whole numbers as a sentence has them; all others as `number` does. */
static struct value run_spelt(struct invocation *invocation)
{
    static const char *const names[] = {"none", "one",   "two",   "three", "four", "five",
                                        "six",  "seven", "eight", "nine",  "ten"};
    struct decimal number;
    if (!subject_number(invocation, &number))
        return failure;
    bool small = number.scale == 0 && number.mantissa >= 0 &&
                 number.mantissa < (int64_t)(sizeof names / sizeof *names);
    return small ? result_text(invocation, str_from(names[number.mantissa]))
                 : run_number(invocation);
}

const struct builtin filter_spelt = {
    .name = "spelt",
    .doc = "none to ten in words, larger numbers in figures",
    .check = check_figure,
    .run = run_spelt,
};

/* ---- ordinal, plural ---- */

static struct type check_ordinal(struct checked_call *call)
{
    if (call_takes(call, IS_WHOLE, "a whole number") && !type_is_unknown(&call->subject) &&
        call->subject.number.low < 0)
        check_fail(call->checker, &E314, call->call->span,
                   "`ordinal` needs a number that cannot be below 0");
    return type_plain(IS_TEXT);
}

static struct value run_ordinal(struct invocation *invocation)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    struct decimal number;
    if (!subject_number(invocation, &number))
        return failure;
    if (number.scale > 0 || number.mantissa < 0)
        return render_fail(invocation->rendering, &E314, invocation->span,
                           "`ordinal` needs a whole number of 0 or more");
    int64_t last = number.mantissa % 10, tens = number.mantissa / 10 % 10;
    const char *ending = endings[tens != 1 && last < 4 ? last : 0];
    return result_text(invocation, str_format(invocation->rendering->arena, "%" PRId64 "%s",
                                              number.mantissa, ending));
}

const struct builtin filter_ordinal = {
    .name = "ordinal",
    .doc = "1st, 2nd, 3rd",
    .check = check_ordinal,
    .run = run_ordinal,
};

static struct type check_plural(struct checked_call *call)
{
    enum { COUNTED = IS_LIST | IS_WHOLE | IS_DECIMAL };
    if (call_takes(call, COUNTED, "a number or a list"))
        call_counts(call);
    call_text_argument(call, 0);
    call_text_argument(call, 1);
    return type_plain(IS_TEXT);
}

static struct value run_plural(struct invocation *invocation)
{
    struct decimal number = {0};
    struct str one = argument_text(invocation, 0, STR_NONE);
    struct str many = argument_text(invocation, 1, STR_NONE);
    const struct value *subject = &invocation->subject;
    if (subject->kind == VALUE_LIST && !subject->list->stream)
        number.mantissa = (int64_t)subject->list->count;
    else if (!subject_number(invocation, &number))
        return failure;
    bool single = number.mantissa == 1 && number.scale == 0;
    return invocation->rendering->failed ? failure : value_text(single ? one : many);
}

const struct builtin filter_plural = {
    .name = "plural",
    .doc = "the word that fits a number: plural(\"home\", \"homes\")",
    .parameters = {{"one", true}, {"many", true}},
    .check = check_plural,
    .run = run_plural,
};

/* ---- money ---- */

/* Whether other decimals are pounds and pence is not known. */
static struct type check_money(struct checked_call *call)
{
    if (call->subject.kinds == IS_RECORD && call->subject.record.table == &funding_table)
        check_present(call->checker, &call->subject, call->call->span);
    else
        call_takes(call, IS_WHOLE, "a record of funding or a whole number");
    return type_plain(IS_TEXT);
}

static const char *unit_name(int unit)
{
    return unit == MONEY_MILLION ? NO_BREAK "million" : "";
}

/* In pounds, by the unit it was given in: thousands are written out. */
static bool in_pounds(struct decimal *amount, int unit)
{
    for (int zeros = unit == MONEY_THOUSAND ? 3 : 0; zeros > 0; zeros--) {
        if (amount->scale > 0)
            amount->scale--;
        else if (magnitude(amount->mantissa) <= INT64_MAX / 10)
            amount->mantissa *= 10;
        else
            return false;
    }
    return true;
}

/* Pounds have two decimals or none; millions keep the decimals that were given. */
static bool whole_pence(struct decimal *amount)
{
    while (amount->scale > 0 && amount->mantissa % 10 == 0) {
        amount->mantissa /= 10;
        amount->scale--;
    }
    if (amount->scale == 1) {
        amount->mantissa *= 10;
        amount->scale = 2;
    }
    return amount->scale <= 2;
}

static struct value money_text(struct invocation *invocation, struct decimal amount, int unit)
{
    struct buf out = {.arena = invocation->rendering->arena};
    bool million = unit == MONEY_MILLION;
    if (!in_pounds(&amount, unit) || (!million && !whole_pence(&amount)))
        return render_fail(invocation->rendering, &E314, invocation->span,
                           "this amount is not one of pounds and pence");
    add_figure(&out, amount, POUND);
    buf_addz(&out, unit_name(unit));
    return result_text(invocation, buf_str(&out));
}

static struct value run_money(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    struct decimal amount;
    if (subject->kind != VALUE_RECORD || subject->table != &funding_table)
        return subject_number(invocation, &amount) ? money_text(invocation, amount, MONEY_POUNDS)
                                                   : failure;
    const struct funding *funding = subject->record;
    if (!funding->amount.text.at)
        return resolve_field(invocation->rendering, subject, STR("amount"), invocation->span);
    struct value text = money_text(invocation, funding->amount, funding->unit);
    if (text.kind != VALUE_TEXT)
        return text;
    text.text = amount_as_rounded(invocation->rendering->arena, funding, text.text);
    text.origin = SPAN_OF(funding, amount); /* what is said of an amount is said of this key */
    return text;
}

const struct builtin filter_money = {
    .name = "money",
    .doc = "\u00A316.5 million or \u00A39,000, of a funding record or an amount",
    .check = check_money,
    .run = run_money,
};
