/* Filters on single numbers: int, float, abs, round. */
#include "base/real.h"
#include "template/filter.h"
#include "template/lexer.h"

#include <math.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

static const struct value failure = {.kind = VALUE_FAULT};

static struct value result(const struct invocation *invocation, struct value value)
{
    value.origin = invocation->subject.origin;
    return value;
}

/* ---- what Python takes for a number ---- */

static bool only_has(struct str text, const char *bytes)
{
    for (size_t i = 0; i < text.len; i++)
        if (!memchr(bytes, text.at[i], strlen(bytes)))
            return false;
    return text.len > 0;
}

/* Python also reads 1_000, the digits of other scripts, nan and inf. What may be one of these, or
   has more digits than we keep, is nothing that we would call no number. */
static bool may_be_number(struct str text)
{
    if (only_has(text, "0123456789+-.eE_") || only_has(text, "+-infatyINFATY"))
        return true;
    for (size_t at = 0; at < text.len;)
        if (utf8proc_category((utf8proc_int32_t)utf8_next(text, &at)) == UTF8PROC_CATEGORY_ND &&
            (unsigned char)text.at[at - 1] >= 0x80)
            return true;
    return false;
}

/* What the filter gives for what is no number: its argument, or else a failure. */
static struct value no_number(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    bool unsure = subject->kind == VALUE_TEXT && may_be_number(python_trim(subject->text));
    if (invocation->given[0] && !unsure)
        return invocation->arguments[0];
    render_fail(invocation->rendering, E314, invocation->span,
                "this is not a number that `%s` reads", invocation->call->builtin->name);
    return render_hint(invocation->rendering, "say what stands for it: %s(0)",
                       invocation->call->builtin->name);
}

/* ---- int ---- */

/* Digits with a sign, and nothing else. */
static bool read_whole(struct str text, int64_t *whole)
{
    bool negative = text.len > 0 && text.at[0] == '-';
    size_t start = text.len > 0 && (negative || text.at[0] == '+'), at = start;
    *whole = 0;
    for (; at < text.len && text.at[at] >= '0' && text.at[at] <= '9'; at++) {
        int digit = text.at[at] - '0';
        if (*whole > (INT64_MAX - digit) / 10)
            return false;
        *whole = *whole * 10 + digit;
    }
    if (negative)
        *whole = -*whole;
    return at > start && at == text.len;
}

/* Python drops what is behind the point. */
static struct value whole_of_real(struct invocation *invocation, double real)
{
    if (fabs(real) < ldexp(1, 63))
        return result(invocation, value_whole((int64_t)real));
    return render_fail(invocation->rendering, E316, invocation->span,
                       "the whole number has too many digits");
}

static struct value whole_of_text(struct invocation *invocation)
{
    struct str text = python_trim(invocation->subject.text);
    int64_t whole;
    double real;
    if (read_whole(text, &whole))
        return result(invocation, value_whole(whole));
    /* Digits alone that do not fit are no float to Python either. */
    if (only_has(text, "+-0123456789") || !real_parse(text, &real))
        return no_number(invocation);
    return whole_of_real(invocation, real);
}

struct value filter_int(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    double real;
    if (!value_usable(invocation->rendering, subject, invocation->span))
        return failure;
    if (subject->kind == VALUE_WHOLE)
        return *subject;
    if (subject->kind == VALUE_TEXT)
        return whole_of_text(invocation);
    return value_float(subject, &real) ? whole_of_real(invocation, real) : no_number(invocation);
}

/* ---- float, abs ---- */

struct value filter_float(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    double real;
    if (!value_usable(invocation->rendering, subject, invocation->span))
        return failure;
    bool number = subject->kind == VALUE_TEXT ? real_parse(python_trim(subject->text), &real)
                                              : value_float(subject, &real);
    return number ? result(invocation, value_real(real)) : no_number(invocation);
}

struct value filter_abs(struct invocation *invocation)
{
    struct value value = invocation->subject;
    double real;
    if (!value_usable(invocation->rendering, &value, invocation->span))
        return failure;
    if (!value_is_number(&value) || !value_float(&value, &real))
        return render_fail(invocation->rendering, E314, invocation->span, "`abs` needs a number");
    if (!signbit(real))
        return value;
    struct operation minus = {OPERATOR_SUBTRACT, invocation->span};
    return result(invocation, evaluate_sign(invocation->rendering, minus, value));
}

/* ---- round ---- */

/* Python multiplies, takes the next whole number, which has no sign when it is 0, and divides. */
static struct value round_away(struct invocation *invocation, double real, int64_t decimals,
                               bool up)
{
    double unit = 1;
    while (decimals-- > 0)
        unit *= 10;
    double scaled = up ? ceil(real * unit) : floor(real * unit);
    if (!isfinite(scaled))
        return render_fail(invocation->rendering, E316, invocation->span,
                           "the number is too large to be rounded so");
    return result(invocation, value_real(scaled == 0 ? 0 : scaled / unit));
}

static struct value round_by(struct invocation *invocation, struct str method, int64_t decimals)
{
    double real;
    value_float(&invocation->subject, &real);
    if (str_is(method, "ceil") || str_is(method, "floor"))
        return round_away(invocation, real, decimals, str_is(method, "ceil"));
    if (str_is(method, "common"))
        return invocation->subject.kind == VALUE_WHOLE
                   ? invocation->subject
                   : result(invocation, value_real(real_round(real, (int)decimals)));
    render_fail(invocation->rendering, E313, invocation->span, "there is no such way to round");
    return render_hint(invocation->rendering, "write \"common\", \"ceil\" or \"floor\"");
}

struct value filter_round(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    int64_t decimals = argument_whole(invocation, 0, 0);
    struct str method = argument_text(invocation, 1, STR("common"));
    if (rendering->failed || !value_usable(rendering, &invocation->subject, invocation->span))
        return failure;
    if (!value_is_number(&invocation->subject))
        return render_fail(rendering, E314, invocation->span, "`round` needs a number");
    if (decimals < 0 || decimals > REAL_ROUND_MAX)
        return render_fail(rendering, E313, invocation->span, "`round` takes 0 to %d decimals",
                           REAL_ROUND_MAX);
    return round_by(invocation, method, decimals);
}
