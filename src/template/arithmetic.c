/* Arithmetic on whole numbers, exactly as Python's or not at all. */
#include "template/render.h"

static struct value no_answer(struct rendering *rendering, struct operator operator,
                              const char * why, const char *hint)
{
    render_fail(rendering, E316, operator.span, "%s", why);
    return render_hint(rendering, "%s", hint);
}

static struct value too_large(struct rendering *rendering, struct operator operator)
{
    return no_answer(rendering, operator, "the result has too many digits",
                     "numbers may have 18 digits");
}

static bool fits_product(int64_t a, int64_t b)
{
    if (a == 0 || b == 0)
        return true;
    if (a == INT64_MIN || b == INT64_MIN)
        return false;
    int64_t size_a = a < 0 ? -a : a, size_b = b < 0 ? -b : b;
    return size_a <= INT64_MAX / size_b;
}

static struct value add(struct rendering *rendering, struct operator operator, int64_t a, int64_t b)
{
    if ((b > 0 && a > INT64_MAX - b) || (b < 0 && a < INT64_MIN - b))
        return too_large(rendering, operator);
    return value_whole(a + b);
}

/* Python rounds the quotient down and gives the remainder the sign of the divisor. */
static struct value floor_divide(struct rendering *rendering, struct operator operator, int64_t a,
                                 int64_t b)
{
    if (a == INT64_MIN && b == -1)
        return too_large(rendering, operator);
    int64_t quotient = a / b, remainder = a % b;
    bool adjust = remainder != 0 && (remainder < 0) != (b < 0);
    if (operator.kind == OPERATOR_FLOOR_DIVIDE)
        return value_whole(quotient - adjust);
    return value_whole(adjust ? remainder + b : remainder);
}

/* `/` gives a float in Python. Up to 15 digits such a float prints as the exact quotient. */
static struct value divide(struct rendering *rendering, struct operator operator, int64_t a,
                           int64_t b)
{
    const int64_t limit = 1000000000000000;
    struct decimal quotient = {0};
    if (b == INT64_MIN || a <= -limit || a >= limit || (a == 0 && b < 0))
        return too_large(rendering, operator);
    while (a % b != 0 && a > -limit && a < limit) {
        a *= 10;
        quotient.scale++;
    }
    quotient.mantissa = a / b;
    bool exact = a % b == 0 && quotient.mantissa > -limit && quotient.mantissa < limit;
    struct decimal size = quotient, least = {.mantissa = 1, .scale = 4};
    size.mantissa = size.mantissa < 0 ? -size.mantissa : size.mantissa;
    if (!exact || quotient.scale > 15 || (a != 0 && decimal_compare(size, least) < 0))
        return no_answer(rendering, operator, "this division does not come out even",
                         "use `//` for whole numbers, or a computed field");
    return (struct value){.kind = VALUE_DECIMAL, .decimal = quotient};
}

static struct value whole_arithmetic(struct rendering *rendering, struct operator operator,
                                     int64_t a, int64_t b)
{
    bool divides =
    operator.kind == OPERATOR_DIVIDE || operator.kind == OPERATOR_FLOOR_DIVIDE || operator.kind ==
        OPERATOR_REMAINDER;
    if (divides && b == 0)
        return no_answer(rendering, operator, "nothing can be divided by 0",
                         "ask first: {% if total %}");
    switch (operator.kind) {
    case OPERATOR_ADD: return add(rendering, operator, a, b);
    case OPERATOR_SUBTRACT:
        if (b == INT64_MIN)
            return too_large(rendering, operator);
        return add(rendering, operator, a, -b);
    case OPERATOR_MULTIPLY:
        return fits_product(a, b) ? value_whole(a * b) : too_large(rendering, operator);
    case OPERATOR_DIVIDE: return divide(rendering, operator, a, b);
    default: return floor_divide(rendering, operator, a, b);
    }
}

/* ---- texts and lists ---- */

static struct value join_texts(struct rendering *rendering, struct str a, struct str b)
{
    struct buf buf = {.arena = rendering->arena};
    if (!render_spend_text(rendering, a.len + b.len))
        return (struct value){.kind = VALUE_FAULT};
    buf_addz(&buf, "");
    buf_add(&buf, a);
    buf_add(&buf, b);
    return value_text(buf_str(&buf));
}

static struct value print_and_join(struct rendering *rendering, struct operator operator,
                                   const struct value * left, const struct value *right)
{
    struct str a = value_print(rendering, left, operator.span);
    struct str b = value_print(rendering, right, operator.span);
    return rendering->failed ? (struct value){.kind = VALUE_FAULT} : join_texts(rendering, a, b);
}

static struct value cannot(struct rendering *rendering, struct operator operator,
                           const struct value * left, const struct value *right)
{
    struct str a = value_describe(rendering->arena, left);
    struct str b = value_describe(rendering->arena, right);
    struct str sign = span_text(operator.span);
    render_fail(rendering, E314, operator.span,
                "`" STR_FMT "` cannot be used on " STR_FMT " and " STR_FMT, STR_ARG(sign),
                STR_ARG(a), STR_ARG(b));
    bool texts = value_is_text(left) || value_is_text(right);
    return texts ? render_hint(rendering, "join texts with `~`")
                 : render_hint(rendering, "only whole numbers can be computed with");
}

struct value evaluate_arithmetic(struct rendering *rendering, struct operator operator,
                                 struct value left, struct value right)
{
    if (operator.kind == OPERATOR_JOIN)
        return print_and_join(rendering, operator, & left, &right);
    if (!value_usable(rendering, &left, operator.span) ||
        !value_usable(rendering, &right, operator.span))
        return (struct value){.kind = VALUE_FAULT};
    if (left.kind == VALUE_WHOLE && right.kind == VALUE_WHOLE)
        return whole_arithmetic(rendering, operator, left.whole, right.whole);
    bool texts = left.kind == VALUE_TEXT && right.kind == VALUE_TEXT;
    if (texts && operator.kind == OPERATOR_ADD)
        return join_texts(rendering, left.text, right.text);
    return cannot(rendering, operator, & left, &right);
}

struct value evaluate_sign(struct rendering *rendering, struct operator operator,
                           struct value operand)
{
    if (!value_usable(rendering, &operand, operator.span))
        return (struct value){.kind = VALUE_FAULT};
    bool minus = operator.kind == OPERATOR_SUBTRACT;
    bool whole = operand.kind == VALUE_WHOLE, decimal = operand.kind == VALUE_DECIMAL;
    if (!whole && !decimal)
        return render_fail(rendering, E314, operator.span, "only numbers can have a sign");
    operand.origin = (struct span){0};
    if (!minus)
        return operand;
    if (whole && operand.whole == INT64_MIN)
        return too_large(rendering, operator);
    if (decimal && operand.decimal.mantissa == 0)
        return no_answer(rendering, operator, "there is no decimal below nought that is 0",
                         "leave the sign out");
    if (whole)
        return value_whole(-operand.whole);
    operand.decimal.text = STR_NONE;
    operand.decimal.mantissa = -operand.decimal.mantissa;
    return operand;
}
