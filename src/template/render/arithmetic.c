/* Arithmetic as Python's or not at all: whole numbers exactly, floats to the last bit, texts. */
#include "template/render/render.h"
#include "template/template_codes.h"

#include "base/real.h"

#include <math.h>

static const struct value failure = {.kind = VALUE_FAULT};

static struct value arithmetic_refuse(struct rendering *rendering, struct operation op,
                                      const char *why, const char *hint)
{
    render_fail(rendering, &E316, op.span, "%s", why);
    return render_hint(rendering, "%s", hint);
}

static struct value arithmetic_too_large(struct rendering *rendering, struct operation op)
{
    return arithmetic_refuse(rendering, op, "the result has too many digits",
                             "numbers may have 18 digits");
}

/* ---- whole numbers ---- */

static bool fits_product(int64_t a, int64_t b)
{
    if (a == 0 || b == 0)
        return true;
    if (a == INT64_MIN || b == INT64_MIN)
        return false;
    int64_t size_a = a < 0 ? -a : a, size_b = b < 0 ? -b : b;
    return size_a <= INT64_MAX / size_b;
}

static struct value add(struct rendering *rendering, struct operation op, int64_t a, int64_t b)
{
    if ((b > 0 && a > INT64_MAX - b) || (b < 0 && a < INT64_MIN - b))
        return arithmetic_too_large(rendering, op);
    return value_whole(a + b);
}

/* Python rounds the quotient down and gives the remainder the sign of the divisor. */
static struct value floor_divide(struct rendering *rendering, struct operation op, int64_t a,
                                 int64_t b)
{
    if (a == INT64_MIN && b == -1)
        return arithmetic_too_large(rendering, op);
    int64_t quotient = a / b, remainder = a % b;
    bool adjust = remainder != 0 && (remainder < 0) != (b < 0);
    if (op.kind == OPERATOR_FLOOR_DIVIDE)
        return value_whole(quotient - adjust);
    return value_whole(adjust ? remainder + b : remainder);
}

static struct value whole_arithmetic(struct rendering *rendering, struct operation op, int64_t a,
                                     int64_t b)
{
    switch (op.kind) {
    case OPERATOR_ADD: return add(rendering, op, a, b);
    case OPERATOR_SUBTRACT:
        if (b == INT64_MIN)
            return arithmetic_too_large(rendering, op);
        return add(rendering, op, a, -b);
    case OPERATOR_MULTIPLY:
        return fits_product(a, b) ? value_whole(a * b) : arithmetic_too_large(rendering, op);
    case OPERATOR_DIVIDE: return value_real(real_quotient(a, b));
    default: return floor_divide(rendering, op, a, b);
    }
}

/* ---- floats ---- */

/* What whole multiples of b leave of a; it has the sign of b. */
static double real_remainder(double a, double b)
{
    double rest = fmod(a, b);
    if (rest == 0)
        return copysign(0, b);
    return (rest < 0) != (b < 0) ? rest + b : rest;
}

/* How many multiples those are, found from the remainder, which is exact; a quotient is not. */
static double real_floor_divide(double a, double b)
{
    double rest = fmod(a, b), multiple = (a - rest) / b;
    if (rest != 0 && (rest < 0) != (b < 0))
        multiple -= 1;
    if (multiple == 0)
        return copysign(0, a / b);
    double whole = floor(multiple);
    return multiple - whole > 0.5 ? whole + 1 : whole;
}

static double real_result(enum operator_kind kind, double a, double b)
{
    switch (kind) {
    case OPERATOR_ADD: return a + b;
    case OPERATOR_SUBTRACT: return a - b;
    case OPERATOR_MULTIPLY: return a * b;
    case OPERATOR_DIVIDE: return a / b;
    case OPERATOR_FLOOR_DIVIDE: return real_floor_divide(a, b);
    default: return real_remainder(a, b);
    }
}

static struct value real_arithmetic(struct rendering *rendering, struct operation op, double a,
                                    double b)
{
    double result = real_result(op.kind, a, b);
    return isfinite(result) ? value_real(result) : arithmetic_too_large(rendering, op);
}

/* ---- texts ---- */

static struct value join_texts(struct rendering *rendering, struct str a, struct str b)
{
    struct buf buf = {.arena = rendering->arena};
    if (!render_spend_text(rendering, a.len + b.len))
        return failure;
    buf_addz(&buf, "");
    buf_add(&buf, a);
    buf_add(&buf, b);
    return value_text(buf_str(&buf));
}

static struct value print_and_join(struct rendering *rendering, struct operation op,
                                   const struct value *left, const struct value *right)
{
    struct str a = value_print(rendering, left, op.span);
    struct str b = value_print(rendering, right, op.span);
    return rendering->failed ? failure : join_texts(rendering, a, b);
}

/* ---- any two values ---- */

static struct value cannot(struct rendering *rendering, struct operation op,
                           const struct value *left, const struct value *right)
{
    struct str a = value_describe(rendering->arena, left);
    struct str b = value_describe(rendering->arena, right);
    struct str sign = span_text(op.span);
    render_fail(rendering, &E314, op.span,
                "`" STR_FMT "` cannot be used on " STR_FMT " and " STR_FMT, STR_ARG(sign),
                STR_ARG(a), STR_ARG(b));
    bool texts = value_is_text(left) || value_is_text(right);
    return texts ? render_hint(rendering, "join texts with `~`")
                 : render_hint(rendering, "only numbers can be computed with");
}

static bool divides_by_zero(struct operation op, const struct value *right)
{
    double divisor = 1;
    bool divides = op.kind == OPERATOR_DIVIDE || op.kind == OPERATOR_FLOOR_DIVIDE ||
                   op.kind == OPERATOR_REMAINDER;
    return divides && value_float(right, &divisor) && divisor == 0;
}

static struct value number_arithmetic(struct rendering *rendering, struct operation op,
                                      const struct value *left, const struct value *right)
{
    double a, b;
    if (divides_by_zero(op, right))
        return arithmetic_refuse(rendering, op, "nothing can be divided by 0",
                                 "ask first: {% if total %}");
    if (left->kind == VALUE_WHOLE && right->kind == VALUE_WHOLE)
        return whole_arithmetic(rendering, op, left->whole, right->whole);
    value_float(left, &a);
    value_float(right, &b);
    return real_arithmetic(rendering, op, a, b);
}

struct value evaluate_arithmetic(struct rendering *rendering, struct operation op,
                                 struct value left, struct value right)
{
    if (op.kind == OPERATOR_JOIN)
        return print_and_join(rendering, op, &left, &right);
    if (!value_usable(rendering, &left, op.span) || !value_usable(rendering, &right, op.span))
        return failure;
    if (value_is_number(&left) && value_is_number(&right))
        return number_arithmetic(rendering, op, &left, &right);
    bool texts = left.kind == VALUE_TEXT && right.kind == VALUE_TEXT;
    if (texts && op.kind == OPERATOR_ADD)
        return join_texts(rendering, left.text, right.text);
    return cannot(rendering, op, &left, &right);
}

/* ---- signs ---- */

static struct value negate(struct rendering *rendering, struct operation op, struct value number)
{
    switch (number.kind) {
    case VALUE_WHOLE:
        return number.whole == INT64_MIN ? arithmetic_too_large(rendering, op)
                                         : value_whole(-number.whole);
    case VALUE_FLOAT: return value_real(-number.real);
    default: break;
    }
    if (number.decimal.mantissa == 0)
        return arithmetic_refuse(rendering, op, "there is no decimal below nought that is 0",
                                 "leave the sign out");
    number.decimal.text = STR_NONE;
    number.decimal.mantissa = -number.decimal.mantissa;
    return number;
}

struct value evaluate_sign(struct rendering *rendering, struct operation op, struct value operand)
{
    if (!value_usable(rendering, &operand, op.span))
        return failure;
    if (!value_is_number(&operand))
        return render_fail(rendering, &E314, op.span, "only numbers can have a sign");
    operand.origin = (struct span){0};
    return op.kind == OPERATOR_SUBTRACT ? negate(rendering, op, operand) : operand;
}
