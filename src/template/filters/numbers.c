/* Filters on numbers: int, float, round, abs, sum. */
#include "template/filter.h"
#include "template/template_codes.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "base/real.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>
#include <utf8proc.h>

enum { MOST_DIGITS = 18 };

static const struct value failure = {.kind = VALUE_FAULT};

/* ---- what Python takes for a number ---- */

static bool only_has(struct str text, const char *bytes)
{
    for (size_t i = 0; i < text.len; i++)
        if (!memchr(bytes, text.at[i], strlen(bytes)))
            return false;
    return text.len > 0;
}

/* Python also reads 1_000, the digits of other scripts, nan and inf. Of what may be one of these,
   or has more digits than we keep, we do not say that it is no number. */
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
    render_fail(invocation->rendering, &E314, invocation->span,
                "this is not a number that `%s` reads", invocation->call->builtin->name);
    return render_hint(invocation->rendering, "say what stands for it: %s(0)",
                       invocation->call->builtin->name);
}

/* Digits, perhaps with a sign: what `int` always reads. */
static bool is_figure(struct str text)
{
    size_t at = text.len && (text.at[0] == '-' || text.at[0] == '+');
    bool figure = text.len > at && text.len <= 18;
    for (; at < text.len; at++)
        figure = figure && ascii_is_digit(text.at[at]);
    return figure;
}

/* ---- int ---- */

static struct type check_int(struct checked_call *call)
{
    struct type subject = call->subject;
    if (type_is_written(&subject) && is_figure(subject.text.literal))
        return type_plain(IS_WHOLE);
    if (!call_takes(call, IS_NUMBER | IS_ANSWER, "a number"))
        return type_unknown();
    if (subject.kinds == IS_WHOLE)
        return type_whole(subject.number.low, subject.number.high);
    if ((subject.kinds & IS_FLOAT) && subject.number.digits > MOST_DIGITS)
        return check_fail(call->checker, &E341, call->call->span,
                          "the whole number may have too many digits");
    return type_plain(IS_WHOLE);
}

/* Digits, perhaps with a sign, and nothing else. */
static bool read_whole(struct str text, int64_t *whole)
{
    bool negative = text.len > 0 && text.at[0] == '-';
    size_t start = text.len > 0 && (negative || text.at[0] == '+'), at = start;
    *whole = 0;
    for (; at < text.len && ascii_is_digit(text.at[at]); at++) {
        int digit = text.at[at] - '0';
        if (*whole > (INT64_MAX - digit) / 10)
            return false;
        *whole = *whole * 10 + digit;
    }
    if (negative)
        *whole = -*whole;
    return at > start && at == text.len;
}

/* Python drops what comes after the point. */
static struct value whole_of_real(struct invocation *invocation, double real)
{
    if (fabs(real) < ldexp(1, 63))
        return result_value(invocation, value_whole((int64_t)real));
    return render_fail(invocation->rendering, &E316, invocation->span,
                       "the whole number has too many digits");
}

static struct value whole_of_text(struct invocation *invocation)
{
    struct str text = python_trim(invocation->subject.text);
    int64_t whole;
    double real;
    if (read_whole(text, &whole))
        return result_value(invocation, value_whole(whole));
    /* Python does not read digits alone as a float either. */
    if (only_has(text, "+-0123456789") || !real_parse(text, &real))
        return no_number(invocation);
    return whole_of_real(invocation, real);
}

static struct value run_int(struct invocation *invocation)
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

const struct builtin filter_int = {
    .name = "int",
    .doc = "the whole number that a text or a decimal holds: int(0) for what is none",
    .parameters = {{"default", false}},
    .check = check_int,
    .run = run_int,
};

/* ---- float, abs ---- */

static struct type check_float(struct checked_call *call)
{
    struct type subject = call->subject;
    bool figure = type_is_written(&subject) && is_figure(subject.text.literal);
    if (!figure && !call_takes(call, IS_NUMBER | IS_ANSWER, "a number"))
        return type_unknown();
    struct type type = type_plain(IS_FLOAT);
    if (!figure && !type_is_unknown(&subject))
        type.number.digits = subject.number.digits;
    type.filled = !figure && subject.filled;
    return type;
}

static struct value run_float(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    double real;
    if (!value_usable(invocation->rendering, subject, invocation->span))
        return failure;
    bool number = subject->kind == VALUE_TEXT ? real_parse(python_trim(subject->text), &real)
                                              : value_float(subject, &real);
    return number ? result_value(invocation, value_real(real)) : no_number(invocation);
}

const struct builtin filter_float = {
    .name = "float",
    .doc = "the decimal that a text or a number holds: float(0) for what is none",
    .parameters = {{"default", false}},
    .check = check_float,
    .run = run_float,
};

static struct type check_abs(struct checked_call *call)
{
    if (!call_takes(call, IS_NUMBER, "a number"))
        return type_unknown();
    struct type type = call->subject;
    int64_t size = type.number.high > -type.number.low ? type.number.high : -type.number.low;
    bool crosses = type.number.low < 0 && type.number.high > 0;
    int64_t nearest = type.number.low >= 0 ? type.number.low : -type.number.high;
    type.number.low = crosses ? 0 : nearest;
    type.number.high = size;
    type.path = STR_NONE;
    return type;
}

static struct value run_abs(struct invocation *invocation)
{
    struct value value = invocation->subject;
    double real;
    if (!value_usable(invocation->rendering, &value, invocation->span))
        return failure;
    if (!value_is_number(&value) || !value_float(&value, &real))
        return render_fail(invocation->rendering, &E314, invocation->span, "`abs` needs a number");
    if (!signbit(real))
        return value;
    struct operation minus = {OPERATOR_SUBTRACT, invocation->span};
    return result_value(invocation, evaluate_sign(invocation->rendering, minus, value));
}

const struct builtin filter_abs = {
    .name = "abs",
    .doc = "a number without its sign",
    .check = check_abs,
    .run = run_abs,
};

/* ---- round ---- */

static bool is_precision(const struct checked_call *call)
{
    const struct type *precision = &call->arguments[0];
    return !call->call->arguments[0] || type_is_unknown(precision) ||
           (precision->kinds == IS_WHOLE && type_is_given(precision) &&
            precision->number.low >= 0 && precision->number.high <= REAL_ROUND_MAX);
}

static struct type check_round(struct checked_call *call)
{
    static const char *const methods[] = {"common", "ceil", "floor", NULL};
    struct type type = type_plain(IS_FLOAT);
    call_style(call, 1, methods);
    if (!is_precision(call))
        return check_fail(call->checker, &E313, call->call->arguments[0]->span,
                          "`round` takes 0 to %d decimals", REAL_ROUND_MAX);
    if (!call_takes(call, IS_NUMBER, "a number") || type_is_unknown(&call->subject))
        return type_unknown();
    if (call->subject.kinds & IS_WHOLE)
        type.kinds |= IS_WHOLE;
    type.number.low = call->subject.number.low;
    type.number.high = call->subject.number.high;
    type.number.digits = call->subject.number.digits + 1;
    int64_t decimals = call->call->arguments[0] ? call->arguments[0].number.high : 0;
    type.number.rounded = type.number.digits + decimals <= REAL_ROUND_MAX;
    return type;
}

/* Python multiplies, takes the next whole number, which has no sign when it is 0, and divides. */
static struct value round_away(struct invocation *invocation, double real, int64_t decimals,
                               bool up)
{
    double unit = 1;
    while (decimals-- > 0)
        unit *= 10;
    double scaled = up ? ceil(real * unit) : floor(real * unit);
    if (!isfinite(scaled))
        return render_fail(invocation->rendering, &E316, invocation->span,
                           "the number is too large to be rounded so");
    return result_value(invocation, value_real(scaled == 0 ? 0 : scaled / unit));
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
                   : result_value(invocation, value_real(real_round(real, (int)decimals)));
    render_fail(invocation->rendering, &E313, invocation->span, "there is no such way to round");
    return render_hint(invocation->rendering, "write \"common\", \"ceil\" or \"floor\"");
}

static struct value run_round(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    int64_t decimals = argument_whole(invocation, 0, 0);
    struct str method = argument_text(invocation, 1, STR("common"));
    if (rendering->failed || !value_usable(rendering, &invocation->subject, invocation->span))
        return failure;
    if (!value_is_number(&invocation->subject))
        return render_fail(rendering, &E314, invocation->span, "`round` needs a number");
    if (decimals < 0 || decimals > REAL_ROUND_MAX)
        return render_fail(rendering, &E313, invocation->span, "`round` takes 0 to %d decimals",
                           REAL_ROUND_MAX);
    return round_by(invocation, method, decimals);
}

const struct builtin filter_round = {
    .name = "round",
    .doc = "with fewer decimals: round(1); round(0, \"ceil\") and \"floor\" choose the way",
    .parameters = {{"precision", false}, {"method", false}},
    .check = check_round,
    .run = run_round,
};

/* ---- sum: whole numbers exactly, floats only where every Python agrees ---- */

static struct type check_sum(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    struct type key = call_key(call, 0);
    struct type start = call->call->arguments[1] ? call->arguments[1] : type_whole(0, 0);
    struct operation times = {OPERATOR_MULTIPLY, call->call->span};
    struct operation plus = {OPERATOR_ADD, call->call->span};
    if (!check_present(call->checker, &key, call->call->span) || type_is_unknown(&key))
        return type_unknown();
    if (key.kinds != IS_WHOLE || start.kinds != IS_WHOLE) {
        struct str kind = type_describe(call->checker->arena, &key);
        return check_fail(call->checker, &E314, call->call->span,
                          "`sum` needs whole numbers, not " STR_FMT, STR_ARG(kind));
    }
    struct type all = check_arithmetic(call->checker, times, key, type_whole(0, LIMIT_YAML_NODES));
    return type_is_unknown(&all) ? all : check_arithmetic(call->checker, plus, start, all);
}

/* A sum of floats added one after the other, and how far it may be from the true sum. Python adds
   like this up to 3.11, and makes up for what is lost from 3.12 on; both print the same when too
   little was lost to matter. */
struct real_sum {
    double sum, lost;
};

static void add_real(struct real_sum *total, double real)
{
    double sum = total->sum + real;
    bool larger = fabs(total->sum) >= fabs(real);
    double rest = larger ? total->sum - sum + real : real - sum + total->sum;
    total->lost += fabs(rest);
    total->sum = sum;
}

static struct value finish_sum(struct invocation *invocation, const struct real_sum *total)
{
    bool sure = isfinite(total->sum) && total->sum + total->lost == total->sum &&
                total->sum - total->lost == total->sum;
    if (sure)
        return value_real(total->sum);
    render_fail(invocation->rendering, &E316, invocation->span,
                "these decimals do not add up exactly");
    return render_hint(invocation->rendering, "use a computed field, or add whole numbers");
}

/* Adds to `whole` until the first float, and from there on to `total`. */
static void add_item(struct invocation *invocation, struct value *whole, struct real_sum *total,
                     bool *real, const struct value *item)
{
    struct rendering *rendering = invocation->rendering;
    struct operation plus = {OPERATOR_ADD, invocation->span};
    double number;
    bool fraction = item->kind == VALUE_FLOAT || item->kind == VALUE_DECIMAL;
    if (!*real && !fraction) {
        *whole = evaluate_arithmetic(rendering, plus, *whole, *item);
        return;
    }
    if (!*real)
        total->sum = (double)whole->whole;
    *real = true;
    if (value_is_number(item) && value_float(item, &number))
        add_real(total, number);
    else
        evaluate_arithmetic(rendering, plus, value_real(total->sum), *item);
}

static struct value run_sum(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    struct value whole = value_whole(argument_whole(invocation, 1, 0));
    struct real_sum total = {0};
    bool real = false;
    for (size_t i = 0; list && i < list->count && !rendering->failed; i++) {
        struct value item = list_item(list, i);
        item = argument_path(invocation, 0, &item);
        add_item(invocation, &whole, &total, &real, &item);
    }
    if (!list || rendering->failed)
        return failure;
    return real ? finish_sum(invocation, &total) : whole;
}

const struct builtin filter_sum = {
    .name = "sum",
    .doc = "the numbers of a list added up",
    .parameters = {{"attribute", false}, {"start", false}},
    .check = check_sum,
    .run = run_sum,
};
