/* Numbers and white space as Python has them: comparing, converting, writing, trimming. */
#include "template/value.h"

#include "base/real.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <math.h>

static int64_t power_of_ten(int exponent)
{
    int64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

/* The digits that Python would print, at least one of them after the point. */
static bool decimal_of_real(double real, struct decimal *number)
{
    enum { PLACES = 15, DIGITS = 17 };
    struct real_digits digits = real_shortest(real);
    int scale = digits.count > digits.point ? digits.count - digits.point : 1;
    if (scale > PLACES || digits.point + scale > DIGITS)
        return false;
    for (int i = 0; i < digits.count; i++)
        number->mantissa = number->mantissa * 10 + (digits.digits[i] - '0');
    number->mantissa *= power_of_ten(digits.point + scale - digits.count);
    number->scale = scale;
    if (digits.negative)
        number->mantissa = -number->mantissa;
    return true;
}

bool value_number(const struct value *value, struct decimal *number)
{
    *number = (struct decimal){0};
    switch (value->kind) {
    case VALUE_BOOL: number->mantissa = value->truth; return true;
    case VALUE_WHOLE: number->mantissa = value->whole; return true;
    case VALUE_DECIMAL: *number = value->decimal; return true;
    case VALUE_FLOAT: return decimal_of_real(value->real, number);
    default: return false;
    }
}

bool value_float(const struct value *value, double *real)
{
    switch (value->kind) {
    case VALUE_BOOL: *real = value->truth; return true;
    case VALUE_WHOLE: *real = (double)value->whole; return true;
    case VALUE_DECIMAL:
        *real = real_quotient(value->decimal.mantissa, power_of_ten(value->decimal.scale));
        return true;
    case VALUE_FLOAT: *real = value->real; return true;
    default: return false;
    }
}

/* ---- comparing ---- */

static int order(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int real_order(double a, double b)
{
    return (a > b) - (a < b);
}

/* Whole parts first, then what comes after the point, brought to one scale of at most 15 digits. */
static int decimal_compare(struct decimal a, struct decimal b)
{
    int64_t unit_a = power_of_ten(a.scale), unit_b = power_of_ten(b.scale);
    int whole = order(a.mantissa / unit_a, b.mantissa / unit_b);
    int scale = a.scale > b.scale ? a.scale : b.scale;
    int64_t rest_a = a.mantissa % unit_a * power_of_ten(scale - a.scale);
    int64_t rest_b = b.mantissa % unit_b * power_of_ten(scale - b.scale);
    return whole != 0 ? whole : order(rest_a, rest_b);
}

/* Python compares the two exactly, without making a float of the whole number. */
static int whole_with_real(int64_t whole, double real)
{
    const double edge = ldexp(1, 63);
    if (real >= edge || real < -edge)
        return real > 0 ? -1 : 1;
    int result = order(whole, (int64_t)real);
    return result != 0 ? result : real_order(0, real - trunc(real));
}

static bool is_whole(const struct value *value)
{
    return value->kind == VALUE_WHOLE || value->kind == VALUE_BOOL;
}

bool numbers_compare(const struct value *a, const struct value *b, int *result)
{
    struct decimal left, right;
    double real_a, real_b;
    if (!value_float(a, &real_a) || !value_float(b, &real_b))
        return false;
    if (a->kind != VALUE_FLOAT && b->kind != VALUE_FLOAT) {
        value_number(a, &left);
        value_number(b, &right);
        *result = decimal_compare(left, right);
    } else if (is_whole(a)) {
        *result = whole_with_real(a->kind == VALUE_BOOL ? a->truth : a->whole, real_b);
    } else if (is_whole(b)) {
        *result = -whole_with_real(b->kind == VALUE_BOOL ? b->truth : b->whole, real_a);
    } else {
        *result = real_order(real_a, real_b);
    }
    return true;
}

/* ---- writing ---- */

struct str decimal_text(struct arena *arena, struct decimal decimal)
{
    bool negative = decimal.mantissa < 0;
    uint64_t digits = negative ? 0 - (uint64_t)decimal.mantissa : (uint64_t)decimal.mantissa;
    while (decimal.scale > 1 && digits % 10 == 0) {
        digits /= 10;
        decimal.scale--;
    }
    if (decimal.scale == 0)
        return str_format(arena, "%s%" PRIu64 ".0", negative ? "-" : "", digits);
    uint64_t unit = (uint64_t)power_of_ten(decimal.scale);
    return str_format(arena, "%s%" PRIu64 ".%0*" PRIu64, negative ? "-" : "", digits / unit,
                      decimal.scale, digits % unit);
}

/* ---- white space ---- */

bool python_space(uint32_t code_point)
{
    return (code_point >= 0x09 && code_point <= 0x0D) ||
           (code_point >= 0x1C && code_point <= 0x20) || code_point == 0x85 || code_point == 0xA0 ||
           code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200A) ||
           code_point == 0x2028 || code_point == 0x2029 || code_point == 0x202F ||
           code_point == 0x205F || code_point == 0x3000;
}

struct str python_trim(struct str text)
{
    size_t start = text.len, end = 0;
    for (size_t at = 0; at < text.len;) {
        size_t here = at;
        if (python_space(utf8_next(text, &at)))
            continue;
        if (start > here)
            start = here;
        end = at;
    }
    return end ? str_part(text, start, end) : str_part(text, 0, 0);
}
