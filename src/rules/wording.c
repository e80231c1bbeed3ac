/* Rule on numbers that stand beside a source's own words: they are the ones that the words name. */
#include "base/number_words.h"
#include "diag/diag.h"
#include "rules/rules.h"

enum { MONTHS_IN_A_YEAR = 12, THOUSANDTHS = 1000, ROUGHLY = 10, PERCENT = 100 };

/* Is one number meant by another: the same, or near it where the words say that they are rough? */
static bool is_meant(int64_t value, const struct named_number *named, int64_t unit)
{
    int64_t wanted = value * THOUSANDTHS, said = named->thousandths * unit;
    int64_t apart = wanted > said ? wanted - said : said - wanted;
    return apart == 0 || (named->rough && apart <= said / ROUGHLY);
}

/* `half` may be half of a year, or fifty per cent; `two thirds` are 66 or 67. */
static bool is_fraction(int64_t value, const struct named_number *named)
{
    int64_t percent = named->thousandths * PERCENT;
    return named->fraction && value * THOUSANDTHS <= percent + THOUSANDTHS &&
           value * THOUSANDTHS >= percent - THOUSANDTHS;
}

/* `one in five`: twenty per cent. */
static bool is_share(int64_t value, const struct named_number *of, const struct named_number *named,
                     struct str text)
{
    struct str between = str_trim(str_part(text, of->end, named->start));
    return str_is(between, "in") && named->thousandths > 0 &&
           value == (of->thousandths * PERCENT + named->thousandths / 2) / named->thousandths;
}

/* Years are `unit` of what is counted, and months behind them are added: `two years and six
 * months`. */
static bool are_together(int64_t value, const struct named_number *years,
                         const struct named_number *months, int64_t unit)
{
    return unit > 1 && value * THOUSANDTHS == years->thousandths * unit + months->thousandths;
}

/* Does the text name numbers, and is `value` none of them, neither as it is nor as `unit` of them?
 */
static bool names_others(struct str text, int64_t value, int64_t unit)
{
    bool any = false;
    struct named_number named, before = {.thousandths = 0};
    for (size_t at = 0; number_words_next(text, &at, &named); before = named) {
        if (is_meant(value, &named, 1) || is_meant(value, &named, unit) ||
            is_fraction(value, &named) || is_share(value, &before, &named, text) ||
            are_together(value, &before, &named, unit))
            return false;
        any = any || !named.weak;
    }
    return any;
}

static void check_number(const struct check *check, const void *record, const char *field,
                         const struct whole *number, struct str wording, int64_t unit)
{
    if (!number->known || !names_others(wording, number->value, unit))
        return;
    struct diag *diag =
        diag_report(check->diags, W247, record_span_of(record, field),
                    "the wording does not name the number %lld", (long long)number->value);
    diag_note(check->diags, diag, record_span_of(record, "wording"), "the wording is here");
}

void numbers_agree_with_their_wording(const struct check *check)
{
    const struct claim_list *claims = &check->briefing->claims;
    for (size_t i = 0; i < claims->count; i++) {
        const struct claim *claim = &claims->items[i];
        int64_t unit = claim->kind == CLAIM_MONTHS_IN_INTERVENTION ? MONTHS_IN_A_YEAR : 1;
        check_number(check, claim, "value", &claim->value, claim->wording, unit);
    }
    const struct inspection_list *inspections = &check->briefing->inspections;
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *inspection = &inspections->items[i];
        for (size_t k = 0; k < inspection->unnamed.count; k++) {
            const struct unnamed *unnamed = &inspection->unnamed.items[k];
            check_number(check, unnamed, "count", &unnamed->count, unnamed->wording, 1);
        }
    }
}

void conflicts_have_two_sides(const struct check *check)
{
    const struct conflict_list *conflicts = &check->briefing->conflicts;
    for (size_t i = 0; i < conflicts->count; i++) {
        const struct conflict *conflict = &conflicts->items[i];
        if (conflict->says.count != 1)
            continue;
        struct diag *diag = diag_report(check->diags, W241, SPAN_OF(conflict, says),
                                        "a conflict needs two who disagree");
        diag_hint(check->diags, diag, "add what the other source says");
    }
}
