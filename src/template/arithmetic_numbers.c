/* Arithmetic on two whole numbers, exactly, and on two floats, to the last bit as Python's. */
#include "template/arithmetic.h"

#include "base/real.h"

#include <math.h>

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

struct value whole_arithmetic(struct rendering *rendering, struct operation op, int64_t a,
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

/* What is left of a by whole multiples of b, with the sign of b. */
static double real_remainder(double a, double b)
{
    double rest = fmod(a, b);
    if (rest == 0)
        return copysign(0, b);
    return (rest < 0) != (b < 0) ? rest + b : rest;
}

/* The whole multiple itself, found from the remainder, which is exact; a quotient is not. */
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

struct value real_arithmetic(struct rendering *rendering, struct operation op, double a, double b)
{
    double result = real_result(op.kind, a, b);
    return isfinite(result) ? value_real(result) : arithmetic_too_large(rendering, op);
}
