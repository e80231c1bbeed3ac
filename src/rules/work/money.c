/* Rules on money: amounts, those who pay them, and parts of a whole. */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

/* ---- amounts ---- */

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

static void amounts_are_positive(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->funding.count; i++) {
        const struct funding *funding = &check->briefing->funding.items[i];
        if (funding->amount.mantissa >= 0)
            continue;
        struct diag *diag =
            diag_report(check->diags, &W270, SPAN_OF(funding, amount),
                        "`" STR_FMT "` is less than nothing", STR_ARG(funding->amount.text));
        diag_hint(
            check->diags, diag,
            "leave out the minus sign, and write `status: saving`, `overspend` or what else it "
            "is");
    }
}

static void amounts_are_money(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->funding.count; i++) {
        const struct funding *funding = &check->briefing->funding.items[i];
        if (is_money(funding))
            continue;
        struct diag *diag = diag_report(check->diags, &E253, SPAN_OF(funding, amount),
                                        "`" STR_FMT "` is not an amount of pounds and pence",
                                        STR_ARG(funding->amount.text));
        diag_hint(check->diags, diag, "write pounds with two decimals or none");
    }
}

/* A period from one year to another may count both, or only the time between them. */
static void years_fit_the_period(const struct check *check)
{
    enum { MONTHS = 12 };
    for (size_t i = 0; i < check->briefing->funding.count; i++) {
        const struct funding *funding = &check->briefing->funding.items[i];
        struct date start = period_start(&funding->period), end = period_end(&funding->period);
        struct range months = months_between(&start, &end);
        int64_t asked = funding->years.value * MONTHS;
        if (!funding->years.known || !months.known || funding->years.value < 0 ||
            funding->years.value > COUNT_MOST ||
            (asked >= months.low && asked <= months.high + MONTHS))
            continue;
        struct diag *diag = diag_report(
            check->diags, &W249, SPAN_OF(funding, years), "the period does not have %lld year%s",
            (long long)funding->years.value, funding->years.value == 1 ? "" : "s");
        diag_hint(check->diags, diag, "correct one of the two, or leave `years` out");
        diag_note(check->diags, diag, SPAN_OF(funding, period), "the period is here");
    }
}

/* What was spent was spent by the day of the briefing. */
static void money_is_spent_in_the_past(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->funding.count; i++) {
        const struct funding *funding = &check->briefing->funding.items[i];
        struct date start = period_start(&funding->period);
        bool is_over = funding->status == FUNDING_SPENT || funding->status == FUNDING_OUTTURN;
        if (!is_over || !is_future(check->briefing, &start))
            continue;
        struct diag *diag = diag_report(check->diags, &W383, SPAN_OF(funding, status),
                                        "the money is spent, and its time is still to come");
        diag_hint(check->diags, diag,
                  "write `status: committed` or `forecast`, or correct the "
                  "period");
        diag_note(check->diags, diag, SPAN_OF(funding, period), "the period is here");
    }
}

/* ---- who pays ---- */

/* What payers are said to pay, together. */
struct shares {
    size_t amounts, percents; /* how many have one */
    int64_t pence, percent;
};

static struct shares shares_of(const struct funding *funding)
{
    struct shares shares = {0};
    for (size_t i = 0; i < funding->payers.count; i++) {
        const struct payer *payer = &funding->payers.items[i];
        int64_t pence;
        if (money_pence(&payer->amount, funding->unit, &pence)) {
            shares.pence += pence;
            shares.amounts++;
        }
        shares.percent += count_of(&payer->percent);
        shares.percents += payer->percent.known;
    }
    return shares;
}

enum { ALL = 100 };

static void check_payers(const struct check *check, const struct funding *funding)
{
    struct shares shares = shares_of(funding);
    size_t count = funding->payers.count;
    int64_t whole;
    bool known = money_pence(&funding->amount, funding->unit, &whole) && !funding->amount_is;
    bool too_much = (known && shares.pence > whole) || shares.percent > ALL;
    bool too_little = (known && shares.amounts == count && shares.pence < whole) ||
                      (shares.percents == count && shares.percent < ALL);
    if (!count || (!too_much && !too_little))
        return;
    struct diag *diag = diag_report(check->diags, &W381, SPAN_OF(funding, payers), "%s",
                                    too_much ? "those who pay it pay more than there is"
                                             : "those who pay it do not pay all of it");
    diag_hint(check->diags, diag, "%s",
              too_much ? "correct the shares, or the amount"
                       : "add who pays the rest, or leave out the share that is not exact");
    diag_note(check->diags, diag, SPAN_OF(funding, amount), "the amount is here");
}

static void payers_pay_the_amount(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->funding.count; i++)
        check_payers(check, &check->briefing->funding.items[i]);
}

/* ---- parts of a whole ---- */

/* Does the way from part to whole lead back to where it began, or around in a circle? */
static bool is_part_of_itself(const struct funding_list *all, const struct funding *funding)
{
    const struct funding *whole = funding->part_of.record;
    for (size_t steps = 0; whole && steps < all->count; steps++) {
        if (whole == funding)
            return true;
        whole = whole->part_of.record;
    }
    return false;
}

static void check_part(const struct check *check, const struct funding *funding)
{
    const struct funding *whole = funding->part_of.record;
    if (!whole)
        return;
    if (is_part_of_itself(&check->briefing->funding, funding)) {
        struct diag *diag = diag_report(check->diags, &E294, SPAN_OF(funding, part_of),
                                        "the amount would be a part of itself");
        diag_hint(check->diags, diag,
                  "name the amount that has both in it, or leave `part_of` out");
    } else if (funding->per.len || whole->per.len) {
        const void *rate = funding->per.len ? funding : whole;
        struct diag *diag = diag_report(check->diags, &W382, SPAN_OF(funding, part_of),
                                        "a rate has no parts and is none");
        diag_hint(check->diags, diag,
                  "leave `part_of` out, or write the amount in all without "
                  "`per`");
        diag_note(check->diags, diag, record_span_of(rate, "per"), "the rate is here");
    }
}

static void parts_belong_to_another_amount(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->funding.count; i++)
        check_part(check, &check->briefing->funding.items[i]);
}

static void parts_add_up(const struct check *check)
{
    const struct amount_parts_list *all = &check->briefing->derived->funding_parts;
    for (size_t i = 0; i < all->count; i++) {
        const struct amount_parts *parts = &all->items[i];
        int64_t whole, sum;
        bool known = money_pence(&parts->whole->amount, parts->whole->unit, &whole) &&
                     money_pence(&parts->pounds, MONEY_POUNDS, &sum);
        if (!known || parts->complete != ANSWER_NO || (sum < whole && parts->count.value < 2))
            continue;
        struct diag *diag = diag_report(check->diags, &W380, SPAN_OF(parts->whole, amount), STR_FMT,
                                        STR_ARG(parts->text));
        diag_hint(check->diags, diag, "%s",
                  sum > whole ? "correct one of the amounts"
                              : "add the part that is missing, or correct one of the amounts");
    }
}

/* ---- what holds, and why ---- */

const struct rule money_rules[] = {
    {CODES_OF(&E253), .holds = "amounts of money are pounds and pence",
     .evidence = "A third decimal is a slip of the pen or a forgotten unit.",
     .briefing = amounts_are_money},
    {CODES_OF(&W270), .holds = "amounts of money are more than nothing",
     .evidence = "A minus sign does not say whether money was cut or saved.",
     .briefing = amounts_are_positive},
    {CODES_OF(&W249), .holds = "the years of funding fit its period",
     .evidence = "A period given in years can be counted in two ways.",
     .briefing = years_fit_the_period},
    {CODES_OF(&W383), .holds = "money is spent in the past",
     .evidence = "A forecast is easily written down as an outturn.",
     .briefing = money_is_spent_in_the_past},
    {CODES_OF(&W381), .holds = "those who pay an amount pay all of it and no more",
     .evidence = "Shares are often rounded, or one of those who pay is left out.",
     .briefing = payers_pay_the_amount},
    {CODES_OF(&E294, &W382), .holds = "a part belongs to another amount, and rates have none",
     .evidence = "Nothing is a part of itself, and what is paid by the week has no sum.",
     .briefing = parts_belong_to_another_amount},
    {CODES_OF(&W380), .holds = "the parts of an amount add up to it",
     .evidence = "Sources round, and a part may not be known; more than the whole is a slip.",
     .derived = parts_add_up},
    {.codes = NULL},
};
