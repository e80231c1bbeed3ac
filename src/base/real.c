/* Doubles and decimals, by exact arithmetic on large whole numbers: no rounding but the last. Where
   all numbers are small enough to be doubles themselves, the machine's one rounding is that last
   one. */
#include "base/real.h"

#include "bignum.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum {
    MANTISSA_BITS = DBL_MANT_DIG,
    LEAST_EXPONENT = DBL_MIN_EXP - DBL_MANT_DIG, /* of the last bit of the smallest numbers */
    LARGEST_POINT = 310,                         /* decimal exponents beyond are no doubles */
    SMALLEST_POINT = -325
};

/* Are results rounded once, to a double, and not kept in longer registers in between? */
enum { ROUNDS_ONCE = FLT_EVAL_METHOD == 0 };

/* ---- from a ratio to the nearest double ---- */

/* quotient times two to the -shift, where `rest` says that a little is missing. */
static double nearest(uint64_t quotient, int shift, bool rest)
{
    int excess = -MANTISSA_BITS;
    for (uint64_t left = quotient; left; left >>= 1)
        excess++;
    if (excess - shift < LEAST_EXPONENT)
        excess = LEAST_EXPONENT + shift;
    if (excess >= 64)
        return 0;
    if (excess <= 0)
        return ldexp((double)quotient, -shift);
    uint64_t half = (uint64_t)1 << (excess - 1), low = quotient & (half * 2 - 1);
    uint64_t mantissa = quotient >> excess;
    bool up = low > half || (low == half && (rest || (mantissa & 1)));
    return ldexp((double)(mantissa + up), excess - shift);
}

/* a / b, which are not 0. The quotient is taken to two bits more than a double holds. */
static double ratio(struct bignum a, struct bignum b)
{
    int bits_a = bignum_bits(&a), bits_b = bignum_bits(&b);
    if (ROUNDS_ONCE && bits_a <= MANTISSA_BITS && bits_b <= MANTISSA_BITS)
        return (double)bignum_low(&a) / (double)bignum_low(&b);
    int shift = MANTISSA_BITS + 2 + bits_b - bits_a;
    bignum_shift(shift > 0 ? &a : &b, shift > 0 ? shift : -shift);
    struct bignum quotient = bignum_divide(&a, &b);
    return nearest(bignum_low(&quotient), shift, a.count > 0);
}

static uint64_t magnitude(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

double real_quotient(int64_t a, int64_t b)
{
    if (a == 0)
        return b < 0 ? -0.0 : 0.0;
    double quotient = ratio(bignum_from(magnitude(a)), bignum_from(magnitude(b)));
    return (a < 0) != (b < 0) ? -quotient : quotient;
}

/* ---- reading ---- */

struct parsed {
    struct bignum digits;
    int count;    /* significant digits */
    int exponent; /* of ten */
};

static bool is_digit(struct str text, size_t at)
{
    return at < text.len && text.at[at] >= '0' && text.at[at] <= '9';
}

/* Digits from `at` on; the offset behind them, or `at` when they are too many. */
static size_t read_digits(struct str text, size_t at, bool decimals, struct parsed *parsed)
{
    for (; is_digit(text, at); at++) {
        parsed->exponent -= decimals;
        if (parsed->count == 0 && text.at[at] == '0')
            continue;
        if (++parsed->count > REAL_PARSE_DIGITS)
            return at;
        bignum_multiply(&parsed->digits, 10);
        bignum_add_small(&parsed->digits, (uint32_t)(text.at[at] - '0'));
    }
    return at;
}

/* Reads e+5, if it is here. */
static size_t read_exponent(struct str text, size_t at, struct parsed *parsed)
{
    if (at >= text.len || (text.at[at] != 'e' && text.at[at] != 'E'))
        return at;
    bool negative = at + 1 < text.len && text.at[at + 1] == '-';
    size_t start = at + 1 + (negative || (at + 1 < text.len && text.at[at + 1] == '+'));
    int exponent = 0;
    for (at = start; is_digit(text, at); at++)
        exponent = exponent < 10000 ? exponent * 10 + (text.at[at] - '0') : exponent;
    parsed->exponent += negative ? -exponent : exponent;
    return at > start ? at : 0;
}

static bool in_range(const struct parsed *parsed)
{
    int point = parsed->exponent + parsed->count;
    return parsed->count <= REAL_PARSE_DIGITS && point < LARGEST_POINT && point > SMALLEST_POINT;
}

static double parsed_value(const struct parsed *parsed)
{
    struct bignum above = parsed->digits, below = bignum_from(1);
    if (parsed->exponent >= 0)
        bignum_multiply_power(&above, parsed->exponent);
    else
        bignum_multiply_power(&below, -parsed->exponent);
    return ratio(above, below);
}

bool real_parse(struct str text, double *real)
{
    struct parsed parsed = {0};
    bool negative = text.len > 0 && text.at[0] == '-';
    size_t start = text.len > 0 && (negative || text.at[0] == '+');
    size_t whole = read_digits(text, start, false, &parsed), end = whole;
    bool point = whole < text.len && text.at[whole] == '.';
    if (point)
        end = read_digits(text, whole + 1, true, &parsed);
    bool digits = whole > start || end > whole + 1;
    end = read_exponent(text, end, &parsed);
    if (!digits || end != text.len)
        return false;
    if (parsed.count > 0 && !in_range(&parsed))
        return false;
    *real = parsed.count > 0 ? parsed_value(&parsed) : 0;
    if (negative)
        *real = -*real;
    return isfinite(*real) && (*real != 0 || parsed.count == 0);
}

/* ---- the shortest digits ---- */

/* The number is rest / unit. What lies less than `below` / unit under it or `above` / unit over it
   still reads back as the same number; at the very edge it does when the mantissa is even. */
struct interval {
    struct bignum rest, unit, above, below;
    bool even;
};

static struct interval interval_of(double real)
{
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(real, &exponent), MANTISSA_BITS);
    exponent -= MANTISSA_BITS;
    if (exponent < LEAST_EXPONENT) {
        mantissa >>= LEAST_EXPONENT - exponent;
        exponent = LEAST_EXPONENT;
    }
    /* Under a power of two the numbers lie twice as close. */
    bool power = mantissa == (uint64_t)1 << (MANTISSA_BITS - 1) && exponent > LEAST_EXPONENT;
    struct interval interval = {.rest = bignum_from(mantissa), .even = mantissa % 2 == 0};
    interval.unit = interval.above = interval.below = bignum_from(1);
    bignum_shift(&interval.rest, 1 + power + (exponent > 0 ? exponent : 0));
    bignum_shift(&interval.unit, 1 + power + (exponent < 0 ? -exponent : 0));
    bignum_shift(&interval.above, power + (exponent > 0 ? exponent : 0));
    bignum_shift(&interval.below, exponent > 0 ? exponent : 0);
    return interval;
}

/* Does the next larger candidate, with nothing behind it, still read back? */
static bool reaches_unit(const struct interval *interval)
{
    struct bignum top = bignum_sum(&interval->rest, &interval->above);
    int order = bignum_compare(&top, &interval->unit);
    return order > 0 || (order == 0 && interval->even);
}

static void next_digit(struct interval *interval)
{
    bignum_multiply(&interval->rest, 10);
    bignum_multiply(&interval->above, 10);
    bignum_multiply(&interval->below, 10);
}

/* Brings the number below 1, its first digit right behind the point. */
static int scale(struct interval *interval)
{
    int point = 0;
    for (; reaches_unit(interval); point++)
        bignum_multiply(&interval->unit, 10);
    for (;; point--) {
        struct interval larger = *interval;
        next_digit(&larger);
        if (reaches_unit(&larger))
            return point;
        *interval = larger;
    }
}

/* Nothing but this digit, or the one above it, need follow: which? */
static bool rounds_up(struct interval *interval, bool low, bool high, uint64_t digit)
{
    if (low != high)
        return high;
    bignum_shift(&interval->rest, 1);
    int order = bignum_compare(&interval->rest, &interval->unit);
    return order > 0 || (order == 0 && digit % 2 == 1);
}

/* Different numbers of up to 15 digits are different doubles: one that reads back is the shortest.
   Tries numbers with few decimals; false when it is none of these. */
static bool few_digits(double real, struct real_digits *result)
{
    enum { DECIMALS = 6 };
    const double limit = 1e15;
    double unit = 1;
    for (int decimals = 0; decimals <= DECIMALS && real * unit < limit; decimals++, unit *= 10) {
        uint64_t whole = (uint64_t)(real * unit + 0.5);
        if ((double)whole / unit < real || (double)whole / unit > real)
            continue;
        for (result->count = 0; whole; whole /= 10)
            result->digits[DBL_DIG - ++result->count] = (char)('0' + whole % 10);
        memmove(result->digits, result->digits + DBL_DIG - result->count, (size_t)result->count);
        result->point = result->count - decimals;
        while (result->digits[result->count - 1] == '0')
            result->count--;
        result->digits[result->count] = '\0';
        return true;
    }
    return false;
}

struct real_digits real_shortest(double real)
{
    struct real_digits result = {.negative = signbit(real), .count = 1, .point = 1, .digits = "0"};
    if (real == 0 || (ROUNDS_ONCE && few_digits(fabs(real), &result)))
        return result;
    struct interval interval = interval_of(fabs(real));
    result.point = scale(&interval);
    for (result.count = 0; result.count < REAL_DIGITS_MAX;) {
        next_digit(&interval);
        struct bignum quotient = bignum_divide(&interval.rest, &interval.unit);
        uint64_t digit = bignum_low(&quotient);
        int order = bignum_compare(&interval.rest, &interval.below);
        bool low = order < 0 || (order == 0 && interval.even), high = reaches_unit(&interval);
        bool up = (low || high) && rounds_up(&interval, low, high, digit);
        result.digits[result.count++] = (char)('0' + digit + up);
        if (low || high)
            break;
    }
    result.digits[result.count] = '\0';
    return result;
}

/* ---- writing ---- */

static struct str with_exponent(struct arena *arena, const struct real_digits *digits)
{
    int exponent = digits->point - 1;
    return str_format(arena, "%s%c%s%se%c%02d", digits->negative ? "-" : "", digits->digits[0],
                      digits->count > 1 ? "." : "", digits->digits + 1, exponent < 0 ? '-' : '+',
                      exponent < 0 ? -exponent : exponent);
}

struct str real_text(struct arena *arena, double real)
{
    enum { FIRST_POINT = -3, LAST_POINT = 16 }; /* of numbers that Python writes out */
    struct real_digits digits = real_shortest(real);
    if (digits.point < FIRST_POINT || digits.point > LAST_POINT)
        return with_exponent(arena, &digits);
    struct buf text = {.arena = arena};
    buf_addz(&text, digits.negative ? "-" : "");
    if (digits.point <= 0)
        buf_addz(&text, "0.");
    for (int i = digits.point; i < 0; i++)
        buf_byte(&text, '0');
    for (int i = 0; i < digits.count || i <= digits.point; i++) {
        if (i > 0 && i == digits.point)
            buf_byte(&text, '.');
        buf_byte(&text, i < digits.count ? digits.digits[i] : '0');
    }
    return buf_str(&text);
}

/* ---- rounding ---- */

/* A whole number of the last decimals, ties to even. */
static struct bignum rounded(struct bignum above, struct bignum below)
{
    struct bignum quotient = bignum_divide(&above, &below);
    bignum_shift(&above, 1);
    int order = bignum_compare(&above, &below);
    if (order > 0 || (order == 0 && bignum_low(&quotient) % 2 == 1))
        bignum_add_small(&quotient, 1);
    return quotient;
}

/* What lies clearly on one side of a tie needs no exact arithmetic; false when it may not. */
static bool round_clear(double size, int decimals, double *result)
{
    double unit = 1;
    while (decimals-- > 0)
        unit *= 10;
    double scaled = size * unit, whole = floor(scaled), rest = scaled - whole;
    double error = scaled * (4 * DBL_EPSILON);
    if (scaled >= ldexp(1, MANTISSA_BITS - 4) || fabs(rest - 0.5) <= error || rest <= error ||
        rest >= 1 - error)
        return false;
    *result = (rest > 0.5 ? whole + 1 : whole) / unit;
    return true;
}

double real_round(double real, int decimals)
{
    int exponent;
    double size = fabs(real), clear;
    if (size == 0 || size >= ldexp(1, MANTISSA_BITS))
        return real;
    if (ROUNDS_ONCE && round_clear(size, decimals, &clear))
        return copysign(clear, real);
    struct bignum above = bignum_from((uint64_t)ldexp(frexp(size, &exponent), MANTISSA_BITS));
    struct bignum below = bignum_from(1), power = bignum_from(1);
    exponent -= MANTISSA_BITS;
    bignum_shift(exponent > 0 ? &above : &below, exponent > 0 ? exponent : -exponent);
    bignum_multiply_power(&above, decimals);
    bignum_multiply_power(&power, decimals);
    struct bignum whole = rounded(above, below);
    return copysign(whole.count ? ratio(whole, power) : 0, real);
}
