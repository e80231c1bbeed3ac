/* Rules on money: an amount is one of pounds and pence, once its unit is taken into account, and
   more than nothing. */
#include "diag/diag.h"
#include "rules/rules.h"

enum {
    PENCE_PLACES = 2,    /* of an amount in pounds */
    THOUSAND_PLACES = 3, /* what a thousand adds to them */
    DIGITS_MOST = 15     /* no sum of public money has as many */
};

/* Decimals that are not a nought at the end. */
static int places_of(const struct decimal *amount)
{
    int places = amount->scale;
    int64_t mantissa = amount->mantissa;
    for (; places > 0 && mantissa % 10 == 0; places--)
        mantissa /= 10;
    return places;
}

static int digits_of(const struct decimal *amount)
{
    int digits = 0;
    for (int64_t rest = amount->mantissa; rest != 0; rest /= 10)
        digits++;
    return digits;
}

static bool is_money(const struct funding *funding)
{
    int places = places_of(&funding->amount);
    if (!funding->amount.text.at)
        return true;
    if (digits_of(&funding->amount) > DIGITS_MOST)
        return false;
    if (funding->unit == MONEY_MILLION)
        return true;
    return places <= PENCE_PLACES + (funding->unit == MONEY_THOUSAND ? THOUSAND_PLACES : 0);
}

void amounts_are_positive(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->funding.count; i++) {
        const struct funding *funding = &check->briefing->funding.items[i];
        if (funding->amount.mantissa >= 0)
            continue;
        struct diag *diag =
            diag_report(check->diags, W270, SPAN_OF(funding, amount),
                        "`" STR_FMT "` is less than nothing", STR_ARG(funding->amount.text));
        diag_hint(check->diags, diag,
                  "leave out the minus sign, and say under `purpose` what it is");
    }
}

void amounts_are_money(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->funding.count; i++) {
        const struct funding *funding = &check->briefing->funding.items[i];
        if (is_money(funding))
            continue;
        struct diag *diag = diag_report(check->diags, E253, SPAN_OF(funding, amount),
                                        "`" STR_FMT "` is not an amount of pounds and pence",
                                        STR_ARG(funding->amount.text));
        diag_hint(check->diags, diag, "write pounds with two decimals or none");
    }
}
