/* Filters on single values: default, string, int, abs. */
#include "template/filter.h"

static const struct value failure = {.kind = VALUE_FAULT};

struct value filter_default(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    bool replace = subject->kind == VALUE_UNDEFINED;
    if (!replace && argument_truth(invocation, 1))
        replace = !value_truth(invocation->rendering, subject, invocation->span);
    if (!replace)
        return *subject;
    return invocation->given[0] ? invocation->arguments[0] : value_text(STR(""));
}

struct value filter_string(struct invocation *invocation)
{
    struct value value = value_text(subject_text(invocation));
    value.origin = invocation->subject.origin;
    return value;
}

/* ---- int ---- */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Digits with a sign; what is behind a point is dropped, as Python does, of at most 15 digits. */
static bool read_whole(struct str text, int64_t *whole)
{
    bool negative = text.len > 0 && text.at[0] == '-';
    size_t at = text.len > 0 && (negative || text.at[0] == '+');
    size_t start = at;
    for (*whole = 0; at < text.len && is_digit(text.at[at]); at++) {
        int digit = text.at[at] - '0';
        if (*whole > (INT64_MAX - digit) / 10)
            return false;
        *whole = *whole * 10 + digit;
    }
    bool digits = at > start;
    if (negative)
        *whole = -*whole;
    if (at == text.len)
        return digits;
    if (text.at[at++] != '.' || text.len - start > 16)
        return false;
    while (at < text.len && is_digit(text.at[at]))
        at++;
    return digits && at == text.len;
}

struct value filter_int(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    struct value result = value_whole(0);
    result.origin = subject->origin;
    if (!value_usable(invocation->rendering, subject, invocation->span))
        return failure;
    if (subject->kind == VALUE_WHOLE)
        return *subject;
    if (subject->kind == VALUE_BOOL) {
        result.whole = subject->truth;
        return result;
    }
    if (subject->kind == VALUE_DECIMAL) {
        result.whole = subject->decimal.mantissa;
        for (int i = 0; i < subject->decimal.scale; i++)
            result.whole /= 10;
        return result;
    }
    if (subject->kind == VALUE_TEXT && read_whole(str_trim(subject->text), &result.whole))
        return result;
    render_fail(invocation->rendering, E314, invocation->span, "this is not a whole number");
    return render_hint(invocation->rendering, "Jinja would print 0 without a word");
}

struct value filter_abs(struct invocation *invocation)
{
    struct value value = invocation->subject;
    if (!value_usable(invocation->rendering, &value, invocation->span))
        return failure;
    if (!value_is_number(&value))
        return render_fail(invocation->rendering, E314, invocation->span, "`abs` needs a number");
    bool negative = value.kind == VALUE_WHOLE ? value.whole < 0 : value.decimal.mantissa < 0;
    if (!negative)
        return value;
    struct operator minus = {OPERATOR_SUBTRACT, invocation->span};
    struct value result = evaluate_sign(invocation->rendering, minus, value);
    result.origin = value.origin;
    return result;
}
