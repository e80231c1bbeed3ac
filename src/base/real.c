/* Doubles and decimals. The C library reads and prints them exactly, and with a decimal point in
   the locale "C", the only one that this program uses. */
#include "base/real.h"

#include "base/ascii.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- reading ---- */

static size_t digits_from(struct str text, size_t at)
{
    while (at < text.len && ascii_is_digit(text.at[at]))
        at++;
    return at;
}

/* The part before an exponent: where it ends, and what it holds. */
struct mantissa {
    size_t end;
    int count; /* significant digits */
    bool digits;
};

static struct mantissa scan_mantissa(struct str text, size_t start)
{
    size_t whole = digits_from(text, start);
    struct mantissa mantissa = {.end = whole, .digits = whole > start};
    if (whole < text.len && text.at[whole] == '.') {
        mantissa.end = digits_from(text, whole + 1);
        mantissa.digits |= mantissa.end > whole + 1;
    }
    for (size_t i = start; i < mantissa.end && mantissa.count <= REAL_PARSE_DIGITS; i++)
        mantissa.count += text.at[i] != '.' && (mantissa.count > 0 || text.at[i] != '0');
    return mantissa;
}

/* The offset after an exponent such as e+5, or `at` when there is none. */
static size_t exponent_from(struct str text, size_t at)
{
    if (at >= text.len || (text.at[at] != 'e' && text.at[at] != 'E'))
        return at;
    bool sign = at + 1 < text.len && (text.at[at + 1] == '-' || text.at[at + 1] == '+');
    size_t start = at + 1 + sign, end = digits_from(text, start);
    return end > start ? end : at;
}

bool real_parse(struct str text, double *real)
{
    enum { LENGTH_MOST = 512 }; /* the only limit in which leading and trailing zeros count */
    char copy[LENGTH_MOST + 1];
    size_t start = text.len > 0 && (text.at[0] == '-' || text.at[0] == '+');
    struct mantissa mantissa = scan_mantissa(text, start);
    if (!mantissa.digits || mantissa.count > REAL_PARSE_DIGITS || text.len > LENGTH_MOST ||
        exponent_from(text, mantissa.end) != text.len)
        return false;
    memcpy(copy, text.at, text.len);
    copy[text.len] = '\0';
    *real = strtod(copy, NULL);
    return isfinite(*real) && (*real != 0 || mantissa.count == 0);
}

/* ---- the shortest digits ---- */

static bool reads_back(const char *text, double real)
{
    double back = strtod(text, NULL);
    return !(back < real) && !(back > real);
}

/* Adds one to the last digit: 1.299e+06 becomes 1.300e+06. False when all digits are nines. */
static bool count_up(char *text)
{
    char *digit = strchr(text, 'e') - 1;
    for (; digit > text && (*digit == '9' || *digit == '.'); digit--)
        if (*digit == '9')
            *digit = '0';
    *digit = (char)(*digit + 1);
    return *digit <= '9';
}

/* Prints 1.2345e+06 with `count` digits; does it read back as the same number? Doubles lie twice as
   close below a power of two as above it: there the nearest text may fail where the next one up
   succeeds. */
static bool print_digits(double real, int count, char *text, size_t size)
{
    snprintf(text, size, "%.*e", count - 1, real);
    return reads_back(text, real) || (count_up(text) && reads_back(text, real));
}

struct real_digits real_shortest(double real)
{
    struct real_digits result = {.negative = signbit(real)};
    char text[REAL_DIGITS_MAX + sizeof "-.e-308"];
    int count = 1;
    while (!print_digits(fabs(real), count, text, sizeof text) && count < REAL_DIGITS_MAX)
        count++;
    result.digits[0] = text[0];
    memcpy(result.digits + 1, text + 2, (size_t)count - 1);
    result.count = count;
    result.point = (int)strtol(strchr(text, 'e') + 1, NULL, 10) + 1;
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
    enum {
        FIRST_POINT = -3,
        LAST_POINT = 16
    }; /* of numbers that Python prints without an exponent */
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

double real_round(double real, int decimals)
{
    char text[DBL_MAX_10_EXP + REAL_ROUND_MAX + sizeof "-0."];
    snprintf(text, sizeof text, "%.*f", decimals, real);
    return strtod(text, NULL);
}

/* ---- a ratio of whole numbers ---- */

enum { MANTISSA_BITS = DBL_MANT_DIG };

static uint64_t magnitude(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

/* a / b by long division, bit by bit, rounded once at the end: that takes one bit more than a
   double holds, and whether anything was left over. */
static double divided(uint64_t a, uint64_t b)
{
    uint64_t quotient = 0, rest = 0;
    int shift = 64; /* of the numerator's bits that are still to come; below 0 they are zeros */
    while (quotient >> MANTISSA_BITS == 0) {
        shift--;
        rest = rest << 1 | (shift >= 0 ? a >> shift & 1 : 0);
        quotient = quotient << 1 | (rest >= b);
        rest -= rest >= b ? b : 0;
    }
    bool more = rest > 0 || (shift > 0 && a << (64 - shift) != 0);
    uint64_t mantissa = quotient >> 1;
    bool up = (quotient & 1) && (more || (mantissa & 1));
    return ldexp((double)(mantissa + up), shift + 1);
}

double real_quotient(int64_t a, int64_t b)
{
    if (a == 0)
        return b < 0 ? -0.0 : 0.0;
    double quotient = divided(magnitude(a), magnitude(b));
    return (a < 0) != (b < 0) ? -quotient : quotient;
}
