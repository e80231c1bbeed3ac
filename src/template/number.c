/* Numbers: exact comparison and the way Python prints a float. */
#include "template/value.h"

#include <inttypes.h>

bool value_number(const struct value *value, struct decimal *number)
{
    *number = (struct decimal){0};
    switch (value->kind) {
    case VALUE_BOOL: number->mantissa = value->truth; return true;
    case VALUE_WHOLE: number->mantissa = value->whole; return true;
    case VALUE_DECIMAL: *number = value->decimal; return true;
    default: return false;
    }
}

static int64_t power_of_ten(int exponent)
{
    int64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

static int order(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* Whole parts first, then what is behind the point, brought to one scale of at most 15 digits. */
int decimal_compare(struct decimal a, struct decimal b)
{
    int64_t unit_a = power_of_ten(a.scale), unit_b = power_of_ten(b.scale);
    int whole = order(a.mantissa / unit_a, b.mantissa / unit_b);
    int scale = a.scale > b.scale ? a.scale : b.scale;
    int64_t rest_a = a.mantissa % unit_a * power_of_ten(scale - a.scale);
    int64_t rest_b = b.mantissa % unit_b * power_of_ten(scale - b.scale);
    return whole != 0 ? whole : order(rest_a, rest_b);
}

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
