/* Amounts of money in the style of GOV.UK: £16.5 million, £9,000. */
#include "components/phrase.h"

#define POUND_SIGN "\xC2\xA3"
#define MINUS_SIGN "\xE2\x88\x92"

enum { THOUSANDS_SCALE = 3 }; /* 10^3 */

static uint64_t power_of_ten(int exponent)
{
    uint64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

/* Pounds have pence, two decimals, or none; an exact amount keeps what more it has. */
static void set_pence(uint64_t *size, int *scale)
{
    while (*scale > 0 && *size % 10 == 0) {
        *size /= 10;
        --*scale;
    }
    if (*scale == 1) {
        *size *= 10;
        *scale = 2;
    }
}

struct str money_text(struct arena *arena, const struct funding *funding)
{
    int64_t mantissa = funding->amount.mantissa;
    uint64_t size = mantissa < 0 ? 0 - (uint64_t)mantissa : (uint64_t)mantissa;
    int scale = funding->amount.scale;
    bool in_thousands = funding->unit == MONEY_THOUSAND && size < UINT64_MAX / 1000;
    if (in_thousands) {
        size *= power_of_ten(scale < THOUSANDS_SCALE ? THOUSANDS_SCALE - scale : 0);
        scale -= scale < THOUSANDS_SCALE ? scale : THOUSANDS_SCALE;
    }
    if (in_thousands || funding->unit != MONEY_MILLION)
        set_pence(&size, &scale);
    struct buf out = {.arena = arena};
    buf_addf(&out, "%s" POUND_SIGN, mantissa < 0 ? MINUS_SIGN : "");
    buf_grouped(&out, size / power_of_ten(scale));
    if (scale > 0)
        buf_addf(&out, ".%0*llu", scale, (unsigned long long)(size % power_of_ten(scale)));
    struct str unit = LABEL_OF(&funding_table, funding, unit);
    if (unit.len && !in_thousands)
        buf_addf(&out, "\xC2\xA0" STR_FMT, STR_ARG(unit));
    return buf_str(&out);
}
