/* Rules of the filters on single values: what each takes and gives. */
#include "base/real.h"
#include "template/check.h"

enum { MOST_DIGITS = 18 };

/* A literal true as the argument `boolean`, or what may be one. */
static bool replaces_falsehood(const struct checked_call *call)
{
    return call->call->arguments[1] != NULL;
}

struct type rule_default(struct checked_call *call)
{
    struct checker *checker = call->checker;
    static const struct value empty = {.kind = VALUE_TEXT, .text = {"", 0}};
    struct type value = call->subject;
    struct type otherwise = call->call->arguments[0] ? call->arguments[0] : type_literal(&empty);
    bool needed = value.absence || value.silent || replaces_falsehood(call);
    value.absence = NULL;
    value.silent = false;
    if (replaces_falsehood(call)) {
        check_truth(checker, call->arguments[1], call->call->arguments[1]->span);
        check_truth(checker, value, call->call->span);
    }
    if (needed)
        return type_join(checker->arena, value, otherwise);
    return value;
}

/* The nothing of an inline if without else counts as an empty text. */
static bool takes_wording(struct checked_call *call)
{
    call->subject.silent = false;
    return call_takes(call, IS_PRINTABLE | IS_MARKDOWN, "a text");
}

struct type rule_text(struct checked_call *call)
{
    takes_wording(call);
    return type_plain(IS_TEXT);
}

struct type rule_replace(struct checked_call *call)
{
    takes_wording(call);
    call_text_argument(call, 0);
    call_text_argument(call, 1);
    const struct type *count = &call->arguments[2], *old = &call->arguments[0];
    if (call->call->arguments[2] && !type_within(count, IS_WHOLE))
        check_fail(call->checker, E313, call->call->arguments[2]->span,
                   "the argument `count` of `replace` must be a whole number");
    if (!type_is_unknown(old) && !old->literal.len)
        check_fail(call->checker, E313, call->call->arguments[0]->span,
                   "what is replaced must be written out, and not be empty");
    return type_plain(IS_TEXT);
}

/* Digits with a sign: what `int` reads without fail. */
static bool is_figure(struct str text)
{
    size_t at = text.len && (text.at[0] == '-' || text.at[0] == '+');
    bool figure = text.len > at && text.len <= 18;
    for (; at < text.len; at++)
        figure = figure && text.at[at] >= '0' && text.at[at] <= '9';
    return figure;
}

struct type rule_int(struct checked_call *call)
{
    struct type subject = call->subject;
    if (subject.kinds == IS_TEXT && subject.literal.at && is_figure(subject.literal))
        return type_plain(IS_WHOLE);
    if (!call_takes(call, IS_NUMBER | IS_ANSWER, "a number"))
        return type_unknown();
    if (subject.kinds == IS_WHOLE)
        return type_whole(subject.low, subject.high);
    if ((subject.kinds & IS_FLOAT) && subject.digits > MOST_DIGITS)
        return check_fail(call->checker, E341, call->call->span,
                          "the whole number may have too many digits");
    return type_plain(IS_WHOLE);
}

struct type rule_float(struct checked_call *call)
{
    struct type subject = call->subject;
    bool figure = subject.kinds == IS_TEXT && subject.literal.at && is_figure(subject.literal);
    if (!figure && !call_takes(call, IS_NUMBER | IS_ANSWER, "a number"))
        return type_unknown();
    struct type type = type_plain(IS_FLOAT);
    if (!figure && !type_is_unknown(&subject))
        type.digits = subject.digits;
    type.filled = !figure && subject.filled;
    return type;
}

static bool is_precision(const struct checked_call *call)
{
    const struct type *precision = &call->arguments[0];
    return !call->call->arguments[0] || type_is_unknown(precision) ||
           (precision->kinds == IS_WHOLE && !precision->absence && precision->low >= 0 &&
            precision->high <= REAL_ROUND_MAX);
}

struct type rule_round(struct checked_call *call)
{
    static const char *const methods[] = {"common", "ceil", "floor", NULL};
    struct type type = type_plain(IS_FLOAT);
    call_style(call, 1, methods);
    if (!is_precision(call))
        return check_fail(call->checker, E313, call->call->arguments[0]->span,
                          "`round` takes 0 to %d decimals", REAL_ROUND_MAX);
    if (!call_takes(call, IS_NUMBER, "a number") || type_is_unknown(&call->subject))
        return type_unknown();
    if (call->subject.kinds & IS_WHOLE)
        type.kinds |= IS_WHOLE;
    type.low = call->subject.low;
    type.high = call->subject.high;
    type.digits = call->subject.digits + 1;
    int64_t decimals = call->call->arguments[0] ? call->arguments[0].high : 0;
    type.rounded = type.digits + decimals <= REAL_ROUND_MAX;
    return type;
}

struct type rule_abs(struct checked_call *call)
{
    if (!call_takes(call, IS_NUMBER, "a number"))
        return type_unknown();
    struct type type = call->subject;
    int64_t size = type.high > -type.low ? type.high : -type.low;
    bool crosses = type.low < 0 && type.high > 0;
    int64_t nearest = type.low >= 0 ? type.low : -type.high;
    type.low = crosses ? 0 : nearest;
    type.high = size;
    type.path = STR_NONE;
    return type;
}
